//! The smaller files: boundaries (GeoJSON), layouts of partners' returns, sets of harm weights.
#![no_main]

use bellwether_fuzz::asked_of_files;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_files::small(input));
