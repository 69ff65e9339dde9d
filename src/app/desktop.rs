//! What Windows alone wants to be told: where the command line is printed, who may come to the front. On other
//! systems nothing is to be done. The calls are made by `winsafe` and `winapi-util`, since this crate has no unsafe code.

/// Set by the console launcher (`dist/windows/console.rs`), which hands its own ways in and out on.
#[cfg(windows)]
const LAUNCHED_BY_CONSOLE: &str = "BELLWETHER_CONSOLE";

/// Joins the console that the program was started from. A program with windows has none of its own on Windows, so that
/// what the command line prints would be seen nowhere. What is sent to a file or another program stays there.
pub fn join_console() {
    #[cfg(windows)]
    if std::env::var_os(LAUNCHED_BY_CONSOLE).is_some() || !is_redirected() {
        // Started by a double click, there is none, and nothing is missed.
        note(winsafe::AttachConsole(winsafe::PidParent::Parent));
    }
}

/// Leaves the console again before a window opens, which would otherwise be closed with it.
pub fn leave_console() {
    #[cfg(windows)]
    note(winsafe::FreeConsole());
}

/// Lets another window of the program come to the front. Windows grants that to whom the user has just turned to, and
/// to those whom it lets; where it does not, the taskbar blinks.
pub(super) fn let_others_come_to_front() {
    #[cfg(windows)]
    note(winsafe::AllowSetForegroundWindow(None));
}

/// None of these calls is worth a word to the user where it fails.
#[cfg(windows)]
fn note(called: winsafe::SysResult<()>) {
    if let Err(error) = called {
        tracing::debug!(%error, "Windows did not want that");
    }
}

/// Whether what is printed goes to a file or another program. Joining a console would take it from there.
#[cfg(windows)]
fn is_redirected() -> bool {
    use winapi_util::{HandleRef, file};
    file::typ(HandleRef::stdout()).is_ok_and(|kind| kind.is_disk() || kind.is_pipe())
}
