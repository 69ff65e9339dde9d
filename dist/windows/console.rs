//! `bellwether.com`: what a command prompt finds when somebody types `bellwether`. The program itself is one with
//! windows, for which a prompt does not wait; this one does, and hands on what it is told, what is printed and how it
//! ended. Compiled by itself (see `build.sh`), with nothing but the standard library.

use std::process::{Command, ExitCode, Stdio};

fn main() -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(own) => own.with_file_name("bellwether.exe"),
        Err(error) => return failed(&error),
    };
    let ended = Command::new(program)
        .args(std::env::args_os().skip(1))
        .env("BELLWETHER_CONSOLE", "1")
        .stdin(Stdio::inherit())
        .stdout(Stdio::inherit())
        .stderr(Stdio::inherit())
        .status();
    match ended.map(|status| status.code().and_then(|code| u8::try_from(code).ok())) {
        Ok(Some(code)) => ExitCode::from(code),
        // It was ended from outside.
        Ok(None) => ExitCode::FAILURE,
        Err(error) => failed(&error),
    }
}

fn failed(error: &std::io::Error) -> ExitCode {
    eprintln!("bellwether: bellwether.exe could not be started: {error}");
    ExitCode::FAILURE
}
