//! Numbers as people type them, and marks in place of numbers. What is plainly a number must be that number.
#![no_main]

use bellwether_fuzz::asked;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked::number(input));
