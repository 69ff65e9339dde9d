//! `bellwether stories`: names, and messages held against the data.

use crate::run::{bellwether, sample, text};

#[test]
fn stories_are_listed_and_every_message_of_the_example_is_true() {
    let example = sample("Nottinghamshire.bellwether");
    let listed = bellwether(&["stories", text(&example)]);
    assert_eq!((listed.code, listed.out.as_str()), (0, "Safety update\n"));
    let checked = bellwether(&["stories", text(&example), "--check"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    let rows: Vec<&str> = checked.out.lines().skip(1).collect();
    assert_eq!(rows.len(), 8, "{}", checked.out);
    for row in &rows {
        let is_sound = row.contains(",false,true,") || row.contains(",false,nothing to check,");
        assert!(is_sound, "{row}");
    }
    let about_data = rows.iter().filter(|row| row.contains(",true,"));
    assert_eq!(about_data.count(), 6, "{}", checked.out);
}

#[test]
fn a_message_that_the_data_no_longer_bear_out_is_told_with_the_true_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("then.bellwether");
    let saved = std::fs::read_to_string(sample("Nottinghamshire.bellwether")).unwrap();
    let then = saved.replace("have fallen\"", "have risen\"");
    assert_ne!(saved, then);
    std::fs::write(&path, then).unwrap();
    let checked = bellwether(&["stories", text(&path), "--check"]);
    let row = checked.out.lines().nth(4).unwrap();
    assert!(row.contains("no longer true,Young people’s feelings of safety after dark have risen,Feeling safe outside after dark fell"), "{row}");
}
