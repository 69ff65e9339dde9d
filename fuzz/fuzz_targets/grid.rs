//! Whole workbooks of every kind. Whatever the bytes are, each cell is accounted for and no value is infinite.
#![no_main]

use bellwether_fuzz::asked;

libfuzzer_sys::fuzz_target!(init: asked::tolerate_readers(), |input: &[u8]| asked::grid(input));
