//! Presentations that are to be refreshed, one part of them changed. What is written is a package again.
#![no_main]

use bellwether_fuzz::asked_of_files;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_files::deck(input));
