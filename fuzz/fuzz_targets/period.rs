//! Periods as people write them. Every period that is read begins before it ends, and stands where it is said to.
#![no_main]

use bellwether_fuzz::asked;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked::period(input));
