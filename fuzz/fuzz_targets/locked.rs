//! Locked projects, and what says that it is one. A passphrase is asked for where one can be tried, without much work.
#![no_main]

use bellwether_fuzz::asked_of_locks;

libfuzzer_sys::fuzz_target!(|input: &[u8]| asked_of_locks::locked(input));
