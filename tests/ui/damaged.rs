//! Damaged files and files changed by hand, as the window opens them.

use bellwether::project::store;
use bellwether::ui::action::Action;
use egui_kittest::kittest::Queryable as _;

use crate::fixture;
use crate::window::{self, Window, click, is_said};

/// A window in which a file was opened that the fixture's project was saved to, changed.
fn opened(change: impl Fn(String) -> String) -> (Window, tempfile::TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let text = store::to_text(&fixture::project()).unwrap();
    let changed = change(text.clone());
    assert_ne!(changed, text);
    std::fs::write(&path, &changed).unwrap();
    let mut window = window::window(Vec::new());
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::OpenPath(path));
    window::settle(&mut window);
    (window, folder, changed.into_bytes())
}

#[test]
fn a_damaged_file_is_opened_as_a_copy_and_stays_as_it_is() {
    let name = &fixture::project().sources[0].file_name;
    let (mut window, folder, bytes) = opened(|text| text.replacen("sheets: [", "sheets; [", 1));
    assert!(is_said(&window, "panel.bellwether is damaged"));
    for words in [
        String::from("workbooks could be read"),
        format!("The workbook “{name}” is damaged at line"),
    ] {
        let mut found = window.query_all_by_label_contains(&words);
        assert!(found.next().is_some(), "{words}");
    }
    let document = window.state().document();
    assert_eq!(document.path, None, "not to be saved over the damaged file");
    assert!(document.history.is_dirty() && document.has_work_to_lose());
    assert!(document.history.project().name.ends_with("(recovered)"));
    click(&mut window, "Close");
    assert!(!is_said(&window, "panel.bellwether is damaged"));
    let kept = std::fs::read(folder.path().join("panel.bellwether")).unwrap();
    assert_eq!(kept, bytes);
}

#[test]
fn a_file_changed_by_hand_is_opened_where_it_is_with_a_word() {
    let title = &fixture::project().sources[0].sheets[0];
    let from = format!("\"{title}\"");
    let (mut window, ..) = opened(|text| text.replacen(&from, "\"Another sheet\"", 1));
    assert!(is_said(&window, "panel.bellwether is not as it was saved"));
    assert!(window.state().document().path.is_some());
    click(&mut window, "Close");
    assert!(!window.state().document().history.is_dirty());
}
