//! How soon the window is there, and how much memory it takes, with the sample project: from the start of the process
//! to its first frame, and to the chart. `cargo bench --bench start`; needs a display, or `Xvfb` on the path.
//!
//! What is asked for: the first frame within a second on a software renderer, and less than 200 MB.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on says where"
)]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bellwether::app::recovery::{Sidecar, Work};
use bellwether::project::store;

const ROUNDS: usize = 5;
const MOST_TO_FIRST_FRAME: Duration = Duration::from_secs(1);
const MOST_MEGABYTES: f64 = 200.0;

/// A display of its own, which ends with it.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take()?)
            .read_line(&mut number)
            .ok()?;
        let name = format!(":{}", number.trim());
        Some(Self { server, name })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }
}

struct Measured {
    first_frame: Duration,
    ready: Duration,
    megabytes: f64,
}

fn measure(renderer: &str, display: Option<&str>) -> Measured {
    let project =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bellwether"));
    command
        .args(["--measure-start", "--renderer", renderer])
        .arg(project)
        .env("XDG_CONFIG_HOME", folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(display) = display {
        command
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY");
    }
    let begun = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || lines.next().unwrap().unwrap();
    assert_eq!(next(), "first frame");
    let first_frame = begun.elapsed();
    let ready = next();
    let kilobytes: f64 = ready.strip_prefix("ready ").unwrap().parse().unwrap();
    let measured = Measured {
        first_frame,
        ready: begun.elapsed(),
        megabytes: kilobytes / 1024.0,
    };
    child.wait().unwrap();
    measured
}

/// How long it takes to keep the work on the sample project, in the background.
fn measure_keeping() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    let folder = tempfile::tempdir().unwrap();
    let work = Work {
        path: folder.path().join("work.bellwether"),
        sidecar: Sidecar::now(String::from("Nottinghamshire"), Some(path.clone()), None),
        project: Arc::new(store::open(&path).unwrap().project),
    };
    let begun = Instant::now();
    work.keep().unwrap();
    let took = begun.elapsed();
    let bytes = std::fs::metadata(&work.path).unwrap().len();
    println!(
        "keeping the sample project: {} ms, {} KB",
        took.as_millis(),
        bytes / 1024
    );
}

fn main() {
    measure_keeping();
    let has_display = std::env::var_os("DISPLAY").is_some();
    let display = if has_display { None } else { Display::start() };
    if !has_display && display.is_none() {
        println!("skipped: there is neither a display nor Xvfb");
        return;
    }
    let display = display.as_ref().map(|display| display.name.as_str());
    for renderer in ["wgpu", "glow"] {
        let mut rounds: Vec<Measured> = (0..ROUNDS).map(|_| measure(renderer, display)).collect();
        let cold = rounds.remove(0);
        rounds.sort_by_key(|round| round.first_frame);
        let middle = &rounds[rounds.len() / 2];
        for (what, held) in [
            ("the first time", &cold),
            ("the middle of the others", middle),
        ] {
            println!(
                "{renderer}, {what}: first frame {} ms, chart {} ms, peak memory {:.0} MB{}",
                held.first_frame.as_millis(),
                held.ready.as_millis(),
                held.megabytes,
                if held.first_frame > MOST_TO_FIRST_FRAME || held.megabytes > MOST_MEGABYTES {
                    "  (MORE THAN ASKED FOR)"
                } else {
                    ""
                }
            );
        }
    }
}
