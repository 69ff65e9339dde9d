//! Tables read as a person says: any decisions on any workbook are followed or passed over.
#![no_main]

use bellwether_fuzz::asked;

libfuzzer_sys::fuzz_target!(init: asked::tolerate_readers(), |input: &[u8]| asked::layout(input));
