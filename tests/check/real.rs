//! Real workbooks: official tables add up, and nothing may be said of them that is not so.

use std::path::Path;

use crate::found_in;

#[test]
fn official_workbooks_give_no_false_alarm() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = manifest
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("shared/workbooks"))
        .find(|folder| folder.is_dir());
    let Some(folder) = folder else {
        println!("skipped: there is no ../shared/workbooks beside the project");
        return;
    };
    let mut said = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_workbook = path
            .extension()
            .is_some_and(|ending| ["xlsx", "xls", "ods", "csv"].iter().any(|e| ending == *e));
        if is_workbook && !path.ends_with("expected_facts.csv") {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            said.extend(
                found_in(&path)
                    .iter()
                    .map(|found| format!("{file} {} {}: {found}", found.sheet, found.cell)),
            );
        }
    }
    assert_eq!(said, Vec::<String>::new());
}
