//! Answers of the process that reads workbooks. Whatever it says, the program that asked is still there.
#![no_main]

use bellwether_fuzz::asked_of_files;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_files::answer(input));
