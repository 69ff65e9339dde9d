//! Locking a project, opening a locked one, and copies to share.

use bellwether::project::store;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::window::{
    click, is_said, press, run, settle, type_passphrase, window, window_with_project,
};

const WORDS: &str = "otter kettle brick";

#[test]
fn a_project_is_locked_and_asks_for_its_passphrase() {
    let (mut locking, _folder, path) = window_with_project();
    run(&mut locking, Command::LockProject);
    assert!(is_said(
        &locking,
        "Type a passphrase of at least 8 characters"
    ));
    type_passphrase(&mut locking, "Passphrase", WORDS);
    assert!(is_said(&locking, "Type the same passphrase again"));
    type_passphrase(&mut locking, "The same again", WORDS);
    locking.check_accessibility();
    click(&mut locking, "Lock and save");
    assert!(store::is_locked_file(&path));
    assert!(!locking.state().document().history.is_dirty());
    // Else the next window would say first that the project is in use.
    drop(locking);

    let mut opening = window(Vec::new());
    let ctx = opening.ctx.clone();
    opening
        .state_mut()
        .act(&ctx, Action::OpenPath(path.clone()));
    settle(&mut opening);
    type_passphrase(&mut opening, "Passphrase", "another passphrase");
    press(&mut opening, Modifiers::NONE, Key::Enter);
    assert!(
        opening
            .query_by_label_contains("not the passphrase of this project")
            .is_some()
    );
    opening.check_accessibility();
    type_passphrase(&mut opening, "Passphrase", WORDS);
    press(&mut opening, Modifiers::NONE, Key::Enter);
    let document = opening.state().document();
    assert_eq!(document.path.as_ref(), Some(&path));
    assert!(document.history.project().lock.is_locked());

    run(&mut opening, Command::RemoveLock);
    click(&mut opening, "Remove and save");
    assert!(!store::is_locked_file(&path));
}

#[test]
fn what_a_copy_holds_is_said_before_it_is_written_and_when_it_is_open() {
    let (mut sharing, folder, _) = window_with_project();
    run(&mut sharing, Command::ShareCopy);
    assert!(sharing.query_by_label("It leaves out").is_some());
    sharing.check_accessibility();
    let copy = folder.path().join("copy.bellwether");
    assert!(!copy.exists(), "nothing is written before that");
    click(&mut sharing, "Save the copy…");
    assert!(copy.exists());
    assert!(
        sharing
            .state()
            .document()
            .history
            .project()
            .shared
            .is_none()
    );

    let mut opening = window(Vec::new());
    let ctx = opening.ctx.clone();
    opening.state_mut().act(&ctx, Action::OpenPath(copy));
    settle(&mut opening);
    assert!(is_said(&opening, "This is a copy to share"));
    click(&mut opening, "Close");
    assert!(opening.query_by_label("It leaves out").is_none());
    assert!(
        opening
            .state()
            .document()
            .history
            .project()
            .shared
            .is_some()
    );
}
