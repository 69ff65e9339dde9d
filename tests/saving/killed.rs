//! The real program, killed at random times while it saves. `BELLWETHER_KILLS=1000` kills it a thousand times instead
//! of the few of every test run.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use bellwether::base::file_system::Disk;
use bellwether::project::saving::{self, Expected, Versions, newest_whole};
use bellwether::project::{Project, store};
use jiff::Timestamp;

/// In the environment of the process that saves until it is killed: where to.
const SAVES_INTO: &str = "BELLWETHER_SAVES_INTO";

/// How often the program is killed.
fn kills() -> u32 {
    let wanted = std::env::var("BELLWETHER_KILLS").ok();
    wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(40)
}

/// Numbers that are as good as random, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn kill(mut child: Child) {
    // SIGKILL, or TerminateProcess: nothing of the program runs any more.
    child.kill().ok();
    child.wait().unwrap();
}

/// The project is whole, and so is all that was kept of it; the number of files that a save left unfinished.
fn check(path: &Path, round: u32) -> usize {
    let opened = store::open(path).unwrap_or_else(|error| panic!("round {round}: {error}"));
    assert!(opened.unknown_parts.is_empty());
    assert!(newest_whole(&Disk, path).is_some(), "round {round}");
    for version in Versions::of(path).list(&Disk).unwrap() {
        store::open(&version.path).unwrap_or_else(|error| panic!("round {round}: {error}"));
    }
    let beside = std::fs::read_dir(path.parent().unwrap()).unwrap();
    beside
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".tmp")
        })
        .count()
}

/// A large project, another with each number.
fn bytes(number: u32) -> Vec<u8> {
    let project = Project {
        name: format!("{number} {}", "evidence ".repeat(60_000)),
        ..Project::default()
    };
    store::to_text(&project).unwrap().into_bytes()
}

/// What the killed process does, when this test starts itself.
#[test]
#[ignore = "saves for ever; started by the test below"]
fn saves_until_it_is_killed() {
    let Some(path) = std::env::var_os(SAVES_INTO) else {
        return;
    };
    for number in 0.. {
        let bytes = bytes(number);
        saving::save(
            &Disk,
            Path::new(&path),
            &bytes,
            Expected::Anything,
            Timestamp::now(),
        )
        .unwrap();
    }
}

#[test]
fn killed_while_it_saves_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    for number in 0..2 {
        let bytes = bytes(number);
        saving::save(&Disk, &path, &bytes, Expected::Anything, Timestamp::now()).unwrap();
    }
    let mut random = Random(3);
    let mut cut_short = 0;
    for round in 0..kills() {
        let before = std::fs::metadata(&path).unwrap().modified().unwrap();
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::saves_until_it_is_killed", "--ignored"])
            .env(SAVES_INTO, &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while std::fs::metadata(&path).unwrap().modified().unwrap() == before {
            assert!(begun.elapsed() < Duration::from_mins(1), "it saves nothing");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(random.below(60_000)));
        kill(child);
        cut_short += usize::from(check(&path, round) > 0);
        sweep(folder.path());
    }
    println!(
        "{cut_short} of {} kills were in the middle of writing",
        kills()
    );
    // Of a few kills none may be; of many some are.
    assert!(
        cut_short > 0 || kills() < 1000,
        "no kill was in the middle of writing"
    );
}

#[test]
fn the_command_line_killed_while_it_imports() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let mut random = Random(8);
    let mut length = Duration::from_millis(400);
    let mut cut_short = 0;
    let mut ended = 0;
    for round in 0..kills() {
        if round % 20 == 0 {
            // A project with something in it, so that it does not grow for ever.
            std::fs::copy(sample("Nottinghamshire.bellwether"), &path).unwrap();
        }
        let workbook = folder.path().join("thefts.csv");
        let text = format!("Area,2019/20,2020/21\nAshfield,120,{round}\nMansfield,80,85\n");
        std::fs::write(&workbook, text).unwrap();
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_bellwether"))
            .args([
                "import".as_ref(),
                workbook.as_os_str(),
                "--project".as_ref(),
                path.as_os_str(),
            ])
            .env("BELLWETHER_LAYOUTS", "no-layouts")
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if round % 4 == 0 {
            // Once it is let go to its end, to know how long that takes, and that it still can.
            assert!(child.wait().unwrap().success(), "round {round}");
            length = begun.elapsed();
        } else if round % 4 == 1 {
            std::thread::sleep(
                length.mul_f64(0.001 * f64::from(u32::try_from(random.below(1100)).unwrap())),
            );
            ended += u32::from(child.try_wait().unwrap().is_some());
            kill(child);
        } else {
            // As soon as it begins to write, or a moment after.
            while child.try_wait().unwrap().is_none() && unfinished(folder.path()) == 0 {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(Duration::from_micros(random.below(4000)));
            kill(child);
        }
        let opened = store::open(&path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert!(!opened.project.sources.is_empty());
        cut_short += usize::from(unfinished(folder.path()) > 0);
        sweep(folder.path());
    }
    println!(
        "{cut_short} of {} kills were in the middle of writing, {ended} came too late",
        kills()
    );
    // Of a few kills none may be; of many some are.
    assert!(
        cut_short > 0 || kills() < 1000,
        "no kill was in the middle of writing"
    );
    assert!(newest_whole(&Disk, &path).is_some());
}

fn sample(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// How many files of a folder are not finished.
fn unfinished(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".tmp")
        })
        .count()
}

/// Removes them, as a save does once they are an hour old.
fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "tmp") {
            std::fs::remove_file(path).unwrap();
        }
    }
}
