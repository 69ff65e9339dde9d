//! Files that are dragged over the window and dropped on it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, HoveredFile};
use egui_kittest::kittest::Queryable as _;

use crate::window::{click, is_said, settle, window, window_with_project};

/// A file on the disk that was dropped.
#[derive(Debug)]
pub struct OnDisk(pub PathBuf);

impl DroppedFile for OnDisk {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn workbook(folder: &Path) -> PathBuf {
    let path = folder.join("thefts.csv");
    std::fs::write(
        &path,
        "Area,2019/20,2020/21\nAshfield,120,110\nMansfield,80,85\n",
    )
    .unwrap();
    path
}

#[test]
fn a_dropped_workbook_is_imported_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = workbook(folder.path());
    let mut window = window(Vec::new());
    window
        .input_mut()
        .dropped_files
        .push(Arc::new(OnDisk(path)));
    settle(&mut window);
    click(&mut window, "Import 4 values");
    let project = window.state().document().history.project().clone();
    assert_eq!(project.sources.len(), 1);
    assert!(
        window.state().answer().is_some(),
        "its first measure is shown"
    );
}

#[test]
fn while_files_are_dragged_the_window_says_what_will_become_of_them() {
    let (mut window, ..) = window_with_project();
    assert!(!is_said(&window, "Drop to import"));
    let dragged = |name: &str| HoveredFile {
        path: Some(PathBuf::from(name)),
        ..HoveredFile::default()
    };
    window.input_mut().hovered_files = vec![dragged("return.xlsx")];
    window.step();
    window.step();
    assert!(is_said(&window, "Drop to import"));
    window.input_mut().hovered_files = vec![dragged("panel.bellwether")];
    window.step();
    window.step();
    assert!(is_said(&window, "Drop to open the project"));
    window.input_mut().hovered_files = vec![dragged("districts.geojson")];
    window.step();
    window.step();
    assert!(is_said(&window, "Drop to load the boundaries"));
    window.input_mut().hovered_files.clear();
    window.run_ok();
    assert!(window.query_by_label_contains("Drop to").is_none());
}
