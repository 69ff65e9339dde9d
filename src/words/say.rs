//! A function for each message, made of the English file by `build.rs`: `sheets-read` is `sheets_read(count)`.

use fluent_bundle::FluentValue;

use super::book::{plain, with};

include!(concat!(env!("OUT_DIR"), "/words.rs"));
