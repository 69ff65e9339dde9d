//! Files as earlier versions of the program wrote them: each is opened for ever, with everything in it.

use std::path::{Path, PathBuf};

use bellwether::project::store;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects")
}

/// What each file holds: workbooks, values, targets, slides.
const HELD: [(&str, [usize; 4]); 5] = [
    ("example_first.bellwether", [7, 10470, 0, 0]),
    ("example_priorities.bellwether", [9, 13402, 9, 0]),
    ("example_story.bellwether", [8, 8578, 9, 8]),
    ("example_targets.bellwether", [8, 10490, 9, 0]),
    ("version_1.bellwether", [2, 156, 0, 0]),
];

#[test]
fn every_released_file_opens_with_everything_in_it() {
    let mut told = Vec::new();
    for (file, held) in HELD {
        let opened = store::open(&folder().join(file)).unwrap();
        assert!(opened.lost.is_empty(), "{file}: {:?}", opened.lost);
        assert!(opened.changed.is_empty(), "{file}: {:?}", opened.changed);
        assert!(
            opened.unknown_parts.is_empty(),
            "{file}: {:?}",
            opened.unknown_parts
        );
        let project = opened.project;
        let slides = project.stories.iter().map(|story| story.slides.len()).sum();
        let found = [
            project.sources.len(),
            project.observation_count(),
            project.targets.len(),
            slides,
        ];
        if found != held {
            told.push((file, found));
        }
        let text = store::to_text(&project).unwrap();
        assert_eq!(store::parse(&text).unwrap().project, project, "{file}");
    }
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn every_file_of_the_folder_is_looked_at() {
    let files = std::fs::read_dir(folder()).unwrap();
    for file in files {
        let name = file.unwrap().file_name().into_string().unwrap();
        let is_known = HELD.iter().any(|(held, _)| *held == name) || name.starts_with("every_part");
        assert!(is_known, "{name}");
    }
}
