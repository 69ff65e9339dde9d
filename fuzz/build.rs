//! Makes a function of each of the program's words, as its own build does.

#[path = "../build/words.rs"]
mod words;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../build/words.rs");
    words::make(Path::new("../assets/words/en-GB.ftl"))
}
