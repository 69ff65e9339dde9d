//! The program: hands the command line to the library.

// As given away, the program for Windows has no console of its own; `bellwether::app::desktop` joins the caller's.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    bellwether::cli::main()
}
