//! Workbooks read in a process of their own: the same as in this one, within limits, and whatever becomes of that
//! process, the reason in words.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::apart::{Apart, Fault, Limits, check_frames, read_opened};
use bellwether::import::decisions::Decisions;
use bellwether::import::remembered::RememberedLayout;
use bellwether::import::{OpenedFile, ReadError, Reading};
use tempfile::TempDir;

/// What a file that is broken on purpose may take.
const LITTLE: Limits = Limits {
    memory_mb: 500,
    quiet: Duration::from_mins(1),
};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_bellwether"))
}

fn written(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    #[expect(clippy::disallowed_methods, reason = "a file of the test alone")]
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn said(fault: Fault) -> ReadError {
    match fault {
        Fault::Read(error) => error,
        Fault::NotStarted(reason) => panic!("not started: {reason}"),
    }
}

/// Reads a file in a process of its own, and holds what comes of it against what came of it here.
pub(crate) fn the_same_apart(name: &str, bytes: &[u8], here: &Result<Reading, ReadError>) {
    let (_folder, path) = written(name, bytes);
    let apart = Apart::new(program(), LITTLE);
    let there = apart.read(&path, Gazetteer::built_in(), &[], &Progress::new());
    match (here, there.map_err(said)) {
        (Ok(here), Ok(there)) => same(here, &there.reading),
        (Err(here), Err(there)) => assert_eq!(here.to_string(), there.to_string()),
        (Ok(_), Err(there)) => panic!("read here, but not apart: {there}"),
        (Err(here), Ok(_)) => panic!("read apart, but not here: {here}"),
    }
}

fn same(here: &Reading, there: &Reading) {
    assert_eq!(here.source, there.source);
    assert_eq!(here.findings, there.findings);
    assert_eq!(here.layouts, there.layouts);
    assert_eq!(here.sheets, there.sheets);
    assert_eq!(here.open_questions(), there.open_questions());
}

fn sample(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("sample_data").join(name)
}

#[test]
fn the_sample_workbooks_arrive_as_they_were_read() {
    for name in [
        "ashfield_police_return.xlsx",
        "partnership_targets.xlsx",
        "police_and_crime_survey.xlsx",
        "police_and_crime_survey_tables.xlsx",
        "spot_the_errors.xlsx",
    ] {
        let path = sample(name);
        let progress = Progress::new();
        let started = Instant::now();
        let file = OpenedFile::open(&path, &progress).unwrap();
        let here = read_opened(file, Gazetteer::built_in(), &[], &progress).unwrap();
        let (took, started) = (started.elapsed(), Instant::now());
        let apart = Apart::new(program(), Limits::usual());
        let there = apart.read(&path, Gazetteer::built_in(), &[], &progress);
        let there = there.map_err(said).unwrap();
        println!("{name}: here {took:?}, apart {:?}", started.elapsed());
        same(&here.reading, &there.reading);
        // The cells, too: what a person says of them is read here, from what arrived.
        let (here, there) = (&here.file, &there.file);
        assert_eq!(here.id, there.id);
        assert_eq!(here.file_name, there.file_name);
        assert_eq!(
            format!("{:?}", here.workbook),
            format!("{:?}", there.workbook),
            "{name}"
        );
    }
}

#[test]
fn respondents_layouts_and_places_arrive() {
    let mut survey = String::from("Respondent,Weight,Year,District,Feeling of safety after dark\n");
    let answers = [
        "Very safe",
        "Fairly safe",
        "A bit unsafe",
        "Very unsafe",
        "Don't know",
    ];
    for respondent in 0..600 {
        let district = ["Ashfield", "Gedling", "Rushcliffe"][respondent % 3];
        let answer = answers[respondent * 7 % 11 % 5];
        let weight = 0.5 + 0.25 * f64::from(u8::try_from(respondent % 7).unwrap());
        survey += &format!("{respondent},{weight},2023,{district},{answer}\n");
    }
    let (_folder, path) = written("survey.csv", survey.as_bytes());
    let progress = Progress::new();
    let file = OpenedFile::open(&path, &progress).unwrap();
    let concluded = file
        .read(Gazetteer::built_in(), &Decisions::default(), &progress)
        .unwrap();
    assert!(!concluded.source.surveys.is_empty(), "it is a survey");
    let nothing = Decisions::default();
    let layouts = [RememberedLayout::of("Police", &file, &concluded, &nothing)];
    let here = read_opened(file, Gazetteer::built_in(), &layouts, &progress).unwrap();
    let places = here.reading.source.areas.len();
    let apart = Apart::new(program(), Limits::usual());
    let there = apart.read(&path, Gazetteer::built_in(), &layouts, &progress);
    let there = there.map_err(said).unwrap();
    same(&here.reading, &there.reading);
    assert!(here.recognised.is_some());
    assert_eq!(here.recognised, there.recognised);
    assert_eq!(places, 3);
    // Places that the program does not know are told to the process.
    let list = b"District,Code\nAmberley,E07999998\nBramton,E07999999\n";
    let lookup = OpenedFile::of_bytes("places.csv", list, &progress).unwrap();
    let lookup = lookup.read(Gazetteer::built_in(), &nothing, &progress);
    let known = Gazetteer::built_in().extended_with(&lookup.unwrap().source.places);
    assert!(known.place("E07999998").is_some());
    let table = b"District,Offences 2019,Offences 2020\nAmberley,5,6\nBramton,7,8\n";
    let (_folder, path) = written("return.csv", table);
    let file = OpenedFile::open(&path, &progress).unwrap();
    let here = read_opened(file, &known, &[], &progress).unwrap();
    let there = apart.read(&path, &known, &[], &progress);
    same(&here.reading, &there.map_err(said).unwrap().reading);
    let code = here.reading.source.areas[0].code.as_deref();
    assert_eq!(code, Some("E07999998"));
}

#[test]
fn opening_alone_gives_the_cells() {
    let (_folder, path) = written("weights.csv", b"Offence,Weight\nArson,33\nRobbery,746\n");
    let progress = Progress::new();
    let apart = Apart::new(program(), LITTLE);
    let there = apart.open(&path, &progress).map_err(said).unwrap();
    let here = OpenedFile::open(&path, &progress).unwrap();
    assert_eq!(
        format!("{:?}", here.workbook),
        format!("{:?}", there.workbook)
    );
    let gone = path.with_file_name("gone.csv");
    let missing = apart.open(&gone, &progress).map_err(said).unwrap_err();
    assert_eq!(
        missing.to_string(),
        "“gone.csv” is not there any more: it may have been moved or renamed"
    );
}

#[test]
fn file_names_that_look_like_options_are_files() {
    let (_folder, path) = written("--help", b"District,Offences 2019\nAshfield,5\nGedling,7\n");
    let apart = Apart::new(program(), LITTLE);
    let read = apart.read(&path, Gazetteer::built_in(), &[], &Progress::new());
    assert_eq!(
        read.map_err(said)
            .unwrap()
            .reading
            .source
            .observations
            .len(),
        2
    );
}

#[test]
fn too_much_memory_is_said_and_the_process_ended() {
    let limits = Limits {
        memory_mb: 1,
        ..LITTLE
    };
    let path = sample("police_and_crime_survey.xlsx");
    let apart = Apart::new(program(), limits);
    let fault = apart.open(&path, &Progress::new()).map_err(said);
    let error = fault.unwrap_err();
    assert!(
        matches!(error, ReadError::OutOfMemory { gigabytes: 1, .. }),
        "{error:?}"
    );
    assert!(
        error
            .to_string()
            .starts_with("“police_and_crime_survey.xlsx” takes more than 1 GB of memory to read ("),
        "{error}"
    );
}

#[test]
fn reading_that_gets_no_further_is_stopped() {
    let limits = Limits {
        quiet: Duration::ZERO,
        ..Limits::usual()
    };
    let path = sample("police_and_crime_survey.xlsx");
    let apart = Apart::new(program(), limits);
    let error = apart.open(&path, &Progress::new()).map_err(said);
    let error = error.unwrap_err();
    assert!(matches!(error, ReadError::Stuck { .. }), "{error:?}");
}

#[test]
fn whoever_stops_it_waits_for_nothing() {
    let progress = Progress::new();
    let path = sample("police_and_crime_survey.xlsx");
    let apart = Apart::new(program(), Limits::usual());
    let started = Instant::now();
    std::thread::scope(|scope| {
        let read = scope.spawn(|| apart.read(&path, Gazetteer::built_in(), &[], &progress));
        while progress.stage().is_empty() && started.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        progress.cancel();
        let stopped = Instant::now();
        let error = read.join().unwrap().map_err(said).unwrap_err();
        assert!(matches!(error, ReadError::Cancelled { .. }), "{error:?}");
        assert!(stopped.elapsed() < Duration::from_secs(2));
    });
}

#[test]
fn where_no_process_can_be_started_nothing_of_the_file_is_looked_at() {
    let (_folder, path) = written("return.csv", b"District,2019\nAshfield,5\n");
    let not_started = |program: &Path| {
        let apart = Apart::new(program.to_owned(), LITTLE);
        match apart.open(&path, &Progress::new()) {
            Err(Fault::NotStarted(reason)) => reason,
            other => panic!("{other:?}"),
        }
    };
    assert!(!not_started(Path::new("/nowhere/bellwether")).is_empty());
    #[cfg(unix)]
    {
        assert_eq!(
            not_started(&script("echo sorry >&2; exit 3").1),
            "sorry",
            "its own words"
        );
        assert!(not_started(&script("exit 3").1).starts_with("it ended at once"));
        let other = script("echo bellwether 0.0.1 reads workbooks differently; sleep 9");
        assert_eq!(
            not_started(&other.1),
            "the program on the disk is not the one that is running"
        );
    }
}

/// A program that does as told after reading its request.
#[cfg(unix)]
fn script(does: &str) -> (TempDir, PathBuf) {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = written("program", format!("#!/bin/sh\n{does}\n").as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    (folder, path)
}

#[cfg(unix)]
#[test]
fn a_process_that_comes_to_grief_takes_nothing_with_it() {
    let (_folder, path) = written("return.csv", b"District,2019\nAshfield,5\n");
    let greeting = format!(
        "echo 'bellwether {} reads workbooks, 1'",
        env!("CARGO_PKG_VERSION")
    );
    let fault = |then: &str| {
        let (_script, program) = script(&format!("{greeting}\n{then}"));
        let apart = Apart::new(program, LITTLE);
        let read = apart.read(&path, Gazetteer::built_in(), &[], &Progress::new());
        said(read.unwrap_err())
    };
    // What a stack that overflows, a panic, and a reader gone wild look like from here.
    for grief in [
        "kill -SEGV $$",
        "kill -ABRT $$",
        "exit 255",
        "exit 0",
        "echo nothing of the kind",
        "printf '\\002\\377\\377\\377\\377\\377\\377\\377\\377'",
    ] {
        let error = fault(grief);
        assert!(
            matches!(error, ReadError::Crashed { .. }),
            "{grief}: {error:?}"
        );
    }
    assert_eq!(
        fault("kill -SEGV $$").to_string(),
        "“return.csv” brought its reading to a sudden end (Opening the file). Nothing was imported, and what is \
         open is as it was. Open the workbook in Excel, copy the tables that you need into a new one, and import that"
    );
    // The system ends what takes the memory of others.
    for grief in [
        "kill -KILL $$",
        "echo memory allocation of 9 bytes failed >&2; kill -ABRT $$",
    ] {
        let error = fault(grief);
        assert!(
            matches!(error, ReadError::OutOfMemory { .. }),
            "{grief}: {error:?}"
        );
    }
}

#[test]
fn an_answer_that_lies_about_its_lengths_takes_no_memory() {
    let frame = |kind: u8, length: u64, content: &[u8]| {
        [&[kind], &length.to_le_bytes()[..], content].concat()
    };
    assert_eq!(check_frames(&[]).unwrap(), 0);
    assert_eq!(check_frames(&frame(7, 1, &[0xC0])).unwrap(), 1);
    for broken in [
        frame(1, u64::MAX, b""),
        frame(1, 2 << 30, b"short"),
        frame(99, 0, b""),
        frame(0, 0, b""),
        // An array, a text and bytes of four thousand million each.
        frame(3, 5, &[0xDD, 0xFF, 0xFF, 0xFF, 0xFF]),
        frame(4, 5, &[0xDB, 0xFF, 0xFF, 0xFF, 0xFF]),
        frame(3, 5, &[0xC6, 0xFF, 0xFF, 0xFF, 0xFF]),
        // Arrays in arrays.
        frame(5, 100_000, &vec![0x91; 100_000]),
    ] {
        assert!(check_frames(&broken).is_err());
    }
}
