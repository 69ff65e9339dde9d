//! Project files. What is opened is written, and the file that is written is opened as the same project.
#![no_main]

use bellwether_fuzz::asked_of_files;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_files::project(input));
