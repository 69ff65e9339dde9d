//! How far work has come, on the terminal of whoever waits for it.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::base::progress::Progress;

/// How often the line is written.
const TICK: Duration = Duration::from_millis(120);
/// The width of the bar, in characters.
const BAR: u8 = 24;
/// Back to the beginning of the line, and nothing on it.
const CLEAR: &str = "\r\x1b[2K";

/// Does work with a line on standard error that says how far it has come; without one where nobody looks.
pub fn show<R>(work: impl FnOnce(&Progress) -> R) -> R {
    let progress = Progress::new();
    if !io::stderr().is_terminal() {
        return work(&progress);
    }
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let shown = scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                say(&format!("{CLEAR}{}", line(&progress)));
                thread::park_timeout(TICK);
            }
            say(CLEAR);
        });
        let result = work(&progress);
        is_done.store(true, Ordering::Relaxed);
        shown.thread().unpark();
        result
    })
}

/// Writes to the terminal. Where that is gone, nobody waits.
fn say(words: &str) {
    let mut out = io::stderr().lock();
    if out.write_all(words.as_bytes()).is_ok() {
        out.flush().ok();
    }
}

/// "Laying out “Safety update” [######------------------]".
fn line(progress: &Progress) -> String {
    let stage = progress.stage();
    let Some(done) = progress.fraction() else {
        return stage;
    };
    let bar: String = (0..BAR)
        .map(|place| {
            let is_done = (f32::from(place) + 0.5) / f32::from(BAR) < done;
            if is_done { '#' } else { '-' }
        })
        .collect();
    format!("{stage} [{bar}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_grows_with_what_is_done() {
        let progress = Progress::new();
        progress.begin_stage("Laying out", 4);
        assert_eq!(line(&progress), format!("Laying out [{}]", "-".repeat(24)));
        progress.advance(1);
        let quarter = format!("Laying out [{}{}]", "#".repeat(6), "-".repeat(18));
        assert_eq!(line(&progress), quarter);
        progress.begin_stage("Writing", 0);
        assert_eq!(line(&progress), "Writing");
    }
}
