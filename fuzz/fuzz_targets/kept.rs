//! The small files that the program itself keeps: who has a project open, earlier versions, preferences, what runs left.
#![no_main]

use bellwether_fuzz::asked_of_kept;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_kept::kept(input));
