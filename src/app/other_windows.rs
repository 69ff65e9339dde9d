//! One window for each project: a start with a project that is open in a window already shows that window, and a start
//! with files while a window shows nothing yet opens them there.
//!
//! Windows of one person find one another by local sockets in that person's own folder, on Windows by named pipes, and
//! only on this computer. Nothing but paths of files is said. Where anything of this fails, a window of its own opens.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use egui::{Context, ViewportCommand};
use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Name, Stream};

use super::desktop;
use super::program::{Program, Screen};
use super::tasks;
use crate::base::file_system::{create_private_folder, is_same_file};
use crate::base::progress::Progress;
use crate::jobs::{Finished, Jobs, Waker};

/// How long a start waits for a window that may have come to a standstill.
const PATIENCE: Duration = Duration::from_secs(2);
/// The most that is read of what a start says, in bytes.
const MOST_SAID: u64 = 64 * 1024;
/// What a start says before the files, one a line; an empty line ends them.
const OPEN: &str = "open";
/// What a window answers that takes them.
const TAKEN: &str = "taken";

/// Where a window is found.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Address {
    /// By the project that it has open.
    Project(PathBuf),
    /// As the one that shows nothing yet.
    Free,
}

/// What came to a window.
enum Visit {
    /// A start with these files.
    Files(Vec<PathBuf>),
    /// Nothing of use.
    Nothing,
}

/// The door of a window, open to later starts.
pub struct OtherWindows {
    jobs: Jobs<Visit>,
    folder: Option<PathBuf>,
    door: Option<Door>,
}

struct Door {
    address: Address,
    /// Its socket, as it was named when the project could be reached.
    place: PathBuf,
    /// None where another window has the address, or the system gives none.
    listener: Option<Arc<Listener>>,
}

/// Hands the files of a start over to the window where they belong. Returns whether one took them.
pub fn hand_over(paths: &[PathBuf]) -> bool {
    folder().is_some_and(|folder| hand_over_in(&folder, paths))
}

fn hand_over_in(folder: &Path, paths: &[PathBuf]) -> bool {
    let Some(said) = said_of(paths) else {
        return false;
    };
    desktop::let_others_come_to_front();
    let project = paths.iter().find(|path| tasks::is_project(path));
    let of_project = project.map(|path| Address::Project(path.clone()));
    of_project
        .into_iter()
        .chain([Address::Free])
        .any(|address| say_in_time(place_of(folder, &address), said.clone()))
}

/// What is said of files, each by its whole path; nothing where there are none, or one cannot be written as a line.
fn said_of(paths: &[PathBuf]) -> Option<String> {
    let mut said = format!("{OPEN}\n");
    for path in paths {
        let path = std::path::absolute(path).ok()?;
        let path = path.to_str().filter(|path| !path.contains('\n'))?;
        said.push_str(path);
        said.push('\n');
    }
    said.push('\n');
    (!paths.is_empty()).then_some(said)
}

/// Says something at a place; whether it was taken, or `false` where no answer comes in time.
fn say_in_time(place: PathBuf, said: String) -> bool {
    let (sender, receiver) = mpsc::channel();
    let speaker = thread::Builder::new().name(String::from("Other windows"));
    let begun = speaker.spawn(move || {
        let answer = say(&place, &said).unwrap_or_default();
        // Nobody listens any more where it took too long.
        sender.send(answer).ok()
    });
    begun.is_ok() && receiver.recv_timeout(PATIENCE).unwrap_or(false)
}

fn say(place: &Path, said: &str) -> io::Result<bool> {
    let mut stream = BufReader::new(Stream::connect(name_of(place)?)?);
    stream.get_mut().write_all(said.as_bytes())?;
    let mut answer = String::new();
    stream.read_line(&mut answer)?;
    Ok(answer.trim_end() == TAKEN)
}

/// The folder of this person's sockets. On Windows nothing is written to it: it only tells people apart.
fn folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "Bellwether")?;
    let folder = folders.runtime_dir().unwrap_or(folders.cache_dir());
    Some(folder.to_owned())
}

/// The socket of an address. Screens of one person are kept apart, since a window cannot come to the front of another.
fn place_of(folder: &Path, address: &Address) -> PathBuf {
    let screen = ["SESSIONNAME", "WAYLAND_DISPLAY", "DISPLAY"]
        .map(|name| std::env::var(name).unwrap_or_default())
        .join("\n");
    let what = match address {
        Address::Project(path) => std::fs::canonicalize(path)
            .or_else(|_| std::path::absolute(path))
            .unwrap_or_else(|_| path.clone()),
        Address::Free => PathBuf::new(),
    };
    let told = format!("{}\n{screen}\n{}", folder.display(), what.display());
    let name = blake3::hash(told.as_bytes()).to_hex();
    let name = format!("window-{}", name.get(..20).unwrap_or_default());
    if cfg!(windows) {
        PathBuf::from(format!(r"\\.\pipe\bellwether-{name}"))
    } else {
        folder.join(name)
    }
}

fn name_of(place: &Path) -> io::Result<Name<'_>> {
    place.to_fs_name::<GenericFilePath>()
}

/// Listens at a place, unless another window does.
fn listen(folder: &Path, place: &Path) -> io::Result<Listener> {
    if !cfg!(windows) {
        create_private_folder(folder)?;
    }
    let listen = || {
        let options = ListenerOptions::new().name(name_of(place)?);
        options.create_sync()
    };
    match listen() {
        // What a window left that came to a sudden end.
        Err(error)
            if error.kind() == io::ErrorKind::AddrInUse
                && !cfg!(windows)
                && Stream::connect(name_of(place)?).is_err() =>
        {
            std::fs::remove_file(place)?;
            listen()
        }
        other => other,
    }
}

/// Waits until somebody comes, and answers.
fn wait(listener: &Listener, progress: &Progress) -> Visit {
    let Ok(stream) = listener.accept() else {
        // The system is short of something; not to be asked again at once.
        thread::sleep(Duration::from_secs(1));
        return Visit::Nothing;
    };
    if progress.check().is_err() {
        return Visit::Nothing;
    }
    answer(stream).map_or(Visit::Nothing, Visit::Files)
}

fn answer(stream: Stream) -> io::Result<Vec<PathBuf>> {
    let mut stream = BufReader::new(stream.take(MOST_SAID));
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        match line.strip_suffix('\n') {
            // It broke off.
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
            Some("") => break,
            Some(line) => lines.push(line.to_owned()),
        }
    }
    let mut lines = lines.into_iter();
    if lines.next().as_deref() != Some(OPEN) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let stream = stream.get_mut().get_mut();
    stream.write_all(format!("{TAKEN}\n").as_bytes())?;
    Ok(lines.map(PathBuf::from).collect())
}

impl OtherWindows {
    /// A window that begins with these files; `waker` is called when a later start comes to it.
    pub fn new(waker: Waker, paths: &[PathBuf]) -> Self {
        Self::in_folder(folder(), waker, paths)
    }

    fn in_folder(folder: Option<PathBuf>, waker: Waker, paths: &[PathBuf]) -> Self {
        let mut windows = Self {
            jobs: Jobs::new(waker),
            folder,
            door: None,
        };
        // At once, since the project is not open before it has been read.
        let project = paths.iter().find(|path| tasks::is_project(path));
        windows.move_to(project.map(|path| Address::Project(path.clone())));
        windows
    }

    /// Takes in what later starts brought, and is found where the program is now; once a frame.
    pub fn keep_up(&mut self, ctx: &Context, program: &mut Program) {
        for finished in self.jobs.poll() {
            self.wait_for_next();
            if let Finished::Done(Visit::Files(paths)) = finished {
                come_to_front(ctx);
                let open = program.document().path.as_deref();
                let is_open = |path: &PathBuf| open.is_some_and(|open| is_same_file(open, path));
                if !paths.iter().any(is_open) {
                    program.open_at_start(ctx, paths);
                }
            }
        }
        let address = match &program.document().path {
            Some(path) => Some(Address::Project(path.clone())),
            // On its way to what it was started with.
            None if program.is_busy() => return,
            None if program.screen() == Screen::Welcome
                && !program.document().has_work_to_lose() =>
            {
                Some(Address::Free)
            }
            None => None,
        };
        if self.door.as_ref().map(|door| &door.address) != address.as_ref() {
            self.move_to(address);
        }
    }

    fn move_to(&mut self, address: Option<Address>) {
        self.close();
        let (Some(address), Some(folder)) = (address, &self.folder) else {
            return;
        };
        let place = place_of(folder, &address);
        let listener = listen(folder, &place)
            .map_err(|error| tracing::debug!(%error, "later starts do not find this window"))
            .ok();
        self.door = Some(Door {
            address,
            place,
            listener: listener.map(Arc::new),
        });
        self.wait_for_next();
    }

    fn wait_for_next(&mut self) {
        let door = self.door.as_ref();
        let Some(listener) = door.and_then(|door| door.listener.clone()) else {
            return;
        };
        let begun = self
            .jobs
            .start("Other windows", move |progress| wait(&listener, progress));
        if let Err(error) = begun {
            tracing::debug!(%error, "later starts do not find this window");
        }
    }

    /// Is found no more.
    fn close(&mut self) {
        let Some(door) = self.door.take() else { return };
        if door.listener.is_none() {
            return;
        }
        self.jobs.cancel_all();
        // Whoever waits there only wakes when somebody comes.
        if name_of(&door.place).and_then(Stream::connect).is_ok() {
            while self.jobs.wait().is_some() {}
        }
    }
}

impl Drop for OtherWindows {
    fn drop(&mut self) {
        self.close();
    }
}

fn come_to_front(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(ViewportCommand::Focus);
    // Where a window may not come to the front by itself, as under Wayland, it asks to be looked at.
    ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(
        egui::UserAttentionType::Informational,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Files, Preferences};

    fn waker() -> Waker {
        Arc::new(|| {})
    }

    fn program() -> Program {
        Program::new(
            Preferences::for_this_run(),
            Files::scripted(waker(), Vec::new()),
            waker(),
        )
    }

    /// What came to a window, once something has.
    fn brought(windows: &mut OtherWindows) -> Option<Vec<PathBuf>> {
        match windows.jobs.wait() {
            Some(Finished::Done(Visit::Files(paths))) => Some(paths),
            _ => None,
        }
    }

    #[test]
    fn a_start_finds_the_window_of_its_project_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let place = Some(folder.path().join("sockets"));
        let sockets = place.clone().unwrap();
        let (one, other) = (
            folder.path().join("one.bellwether"),
            folder.path().join("other.bellwether"),
        );
        std::fs::File::create(&one).unwrap();
        let (one, other) = ([one], [other]);
        assert!(!hand_over_in(&sockets, &one), "there is no window");
        let mut window = OtherWindows::in_folder(place, waker(), &one);
        assert!(!hand_over_in(&sockets, &other));
        assert!(!hand_over_in(&sockets, &[]));
        assert!(hand_over_in(&sockets, &one));
        assert_eq!(brought(&mut window).unwrap(), one);
        drop(window);
        assert!(!hand_over_in(&sockets, &one), "it was closed");
    }

    #[test]
    fn a_window_that_shows_nothing_takes_what_comes() {
        let folder = tempfile::tempdir().unwrap();
        let sockets = folder.path().join("sockets");
        let (ctx, mut program) = (Context::default(), program());
        let mut window = OtherWindows::in_folder(Some(sockets.clone()), waker(), &[]);
        window.keep_up(&ctx, &mut program);
        let workbook = [folder.path().join("return.xlsx")];
        assert!(hand_over_in(&sockets, &workbook));
        let waited = std::time::Instant::now();
        while !program.is_busy() && waited.elapsed() < PATIENCE {
            window.keep_up(&ctx, &mut program);
        }
        assert!(program.is_busy(), "the workbook is being read");
        program.show(Screen::Explore);
        program.settle(&ctx);
        window.keep_up(&ctx, &mut program);
        assert!(
            !hand_over_in(&sockets, &workbook),
            "it is in use, and does not change by itself"
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_a_sudden_end_left_is_in_nobodys_way() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let sockets = folder.path().join("sockets");
        create_private_folder(&sockets).unwrap();
        let mode = std::fs::metadata(&sockets).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "closed to other people");
        let place = place_of(&sockets, &Address::Free);
        // The file of a socket stays when its listener is not taken down in order.
        drop(std::os::unix::net::UnixListener::bind(&place).unwrap());
        assert!(place.exists());
        let mut window = OtherWindows::in_folder(Some(sockets.clone()), waker(), &[]);
        window.keep_up(&Context::default(), &mut program());
        let workbook = [folder.path().join("return.xlsx")];
        assert!(hand_over_in(&sockets, &workbook));
    }

    #[test]
    fn what_cannot_be_said_on_a_line_is_not_said() {
        assert!(said_of(&[]).is_none());
        assert!(said_of(&[PathBuf::from("/a\nb.xlsx")]).is_none());
        let said = said_of(&[PathBuf::from("/ä b.xlsx")]);
        assert!(said.is_some_and(|said| said.ends_with("ä b.xlsx\n\n")));
    }
}
