//! The process that reads a workbook for another: its request comes by standard input, its answer goes to standard
//! output.

use std::io::{self, Read as _, Stdout, Write as _};
use std::path::Path;
use std::process::{self, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::frames::{self, File, GREETING, Kind, Request, Step};
use super::limits;
use super::read_opened;
use crate::base::progress::Progress;
use crate::import::report::OpenedFile;

/// How often it is said how far the reading is.
const TICK: Duration = Duration::from_millis(50);
/// The stack on which the workbook is read, in bytes.
const STACK: usize = 64 << 20;

/// Reads a workbook for the process that started this one.
pub fn serve(path: &Path) -> ExitCode {
    match answer(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(path: &Path) -> io::Result<()> {
    let request = frames::request(&mut io::stdin().lock())?;
    let out = Mutex::new(io::stdout());
    held(&out).write_all(GREETING)?;
    held(&out).flush()?;
    limits::hold_to(request.memory_mb);
    end_with_the_other()?;
    let progress = Progress::new();
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let telling = || tell(&out, &progress, &is_done);
        thread::Builder::new().spawn_scoped(scope, telling)?;
        let work = || {
            let worked = work(path, &request, &out, &progress);
            is_done.store(true, Ordering::Relaxed);
            worked
        };
        let working = thread::Builder::new()
            .name(String::from("reading"))
            .stack_size(STACK)
            .spawn_scoped(scope, work)?;
        working.join().unwrap_or_else(|_panic| {
            // The other is told by the end of the answer; nothing more is to be written.
            process::exit(i32::from(u8::MAX))
        })
    })
}

/// Ends this process when the other does: its end of standard input is closed then.
fn end_with_the_other() -> io::Result<()> {
    let waiting = || {
        let mut byte = [0];
        // Nothing more is said, so what comes is the end.
        if io::stdin().lock().read(&mut byte).is_ok() {
            process::exit(i32::from(u8::MAX));
        }
    };
    let waiting = thread::Builder::new()
        .name(String::from("waiting"))
        .spawn(waiting);
    waiting.map(|_| ())
}

fn held(out: &Mutex<Stdout>) -> std::sync::MutexGuard<'_, Stdout> {
    out.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says how far the reading is, whenever that has changed, until it is done.
fn tell(out: &Mutex<Stdout>, progress: &Progress, is_done: &AtomicBool) {
    let mut told = Step::default();
    while !is_done.load(Ordering::Relaxed) {
        thread::sleep(TICK);
        let (done, total) = progress.steps();
        let step = Step {
            stage: progress.stage(),
            done,
            total,
        };
        if step == told {
            continue;
        }
        // While something else is said, the other hears that the reading goes on.
        let Ok(mut out) = out.try_lock() else {
            continue;
        };
        if is_done.load(Ordering::Relaxed) || frames::say(&mut *out, Kind::Progress, &step).is_err()
        {
            return;
        }
        told = step;
    }
}

fn work(
    path: &Path,
    request: &Request,
    out: &Mutex<Stdout>,
    progress: &Progress,
) -> io::Result<()> {
    let file = match OpenedFile::open(path, progress) {
        Ok(file) => file,
        Err(error) => return frames::say(&mut *held(out), Kind::Refused, &error),
    };
    let opened = File {
        file_name: file.file_name.clone(),
        id: file.id.clone(),
    };
    frames::say(&mut *held(out), Kind::File, &opened)?;
    for sheet in &file.workbook.sheets {
        frames::say(&mut *held(out), Kind::Sheet, sheet)?;
    }
    if request.is_whole {
        let gazetteer = request.gazetteer();
        let read = match read_opened(file, &gazetteer, &request.layouts, progress) {
            Ok(read) => read,
            Err(error) => return frames::say(&mut *held(out), Kind::Refused, &error),
        };
        frames::say(&mut *held(out), Kind::Recognised, &read.recognised)?;
        frames::say(&mut *held(out), Kind::Reading, &read.reading)?;
    }
    frames::say(&mut *held(out), Kind::End, &())?;
    // What was read is not taken apart bit by bit: the system takes it back at once.
    process::exit(0)
}
