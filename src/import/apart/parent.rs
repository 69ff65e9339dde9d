//! Starts the process that reads a workbook, listens to it, and ends it when it gets no further or nobody wants its
//! answer any more.

use std::collections::VecDeque;
use std::io::{BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::frames::{self, File, Kind, Request, Said, Step};
use super::limits::{Limits, TOO_MUCH_MEMORY};
use super::{ReadWorkbook, TASK};
use crate::base::progress::Progress;
use crate::base::text::file_name;
use crate::data::gazetteer::Gazetteer;
use crate::import::error::ReadError;
use crate::import::remembered::{Recognised, RememberedLayout};
use crate::import::report::{OpenedFile, Reading};
use crate::import::workbook::{Sheet, Workbook};

/// How often it is looked at whether somebody wants to stop.
const TICK: Duration = Duration::from_millis(30);
/// How long a process may take to end once it has said the last.
const SOON: Duration = Duration::from_secs(5);
/// How much of what the process says of its end is kept, in bytes.
const LAST_WORDS: usize = 4_096;

/// Reads workbooks by starting a program again and again.
#[derive(Clone, Debug)]
pub struct Apart {
    program: PathBuf,
    limits: Limits,
}

/// Why a workbook was not read.
#[derive(Debug)]
pub enum Fault {
    /// The program did not start, or was another; nothing of the file was looked at.
    NotStarted(String),
    /// The file is not to be read.
    Read(ReadError),
}

/// What the thread that listens makes of what it hears.
enum Heard {
    Greeting(bool),
    Said(Box<Said>),
    Broken,
}

/// What was said so far.
#[derive(Default)]
struct Answer {
    has_greeted: bool,
    file: Option<File>,
    sheets: Vec<Sheet>,
    recognised: Option<Recognised>,
    reading: Option<Box<Reading>>,
    is_whole: bool,
}

impl Answer {
    /// Takes in what was said next.
    fn take(&mut self, said: Said, progress: &Progress) -> Result<(), ReadError> {
        match said {
            Said::Step(Step { stage, done, total }) => {
                progress.begin_stage(stage, total);
                progress.advance(done);
            }
            Said::File(file) => self.file = Some(file),
            Said::Sheet(sheet) => self.sheets.push(sheet),
            Said::Recognised(known) => self.recognised = known,
            Said::Reading(reading) => self.reading = Some(reading),
            Said::Refused(error) => return Err(error),
            Said::End => self.is_whole = true,
        }
        Ok(())
    }
}

/// A process that is ended when nobody waits for it any more.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; waiting keeps no trace of it in the system's list.
        if self.0.kill().is_err() || self.0.wait().is_err() {
            tracing::debug!("the process that read a workbook was gone");
        }
    }
}

impl Apart {
    /// Reads by a program, which must be this one, within limits.
    pub const fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program, limits }
    }

    /// Opens a workbook.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn open(&self, path: &Path, progress: &Progress) -> Result<OpenedFile, Fault> {
        let request = Request::to_open(self.limits.memory_mb);
        let answer = self.answer(path, &request, progress)?;
        opened(answer.file, answer.sheets).ok_or_else(|| crashed(path, progress))
    }

    /// Reads a workbook by the places that are known, and by the layout of which it is.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn read(
        &self,
        path: &Path,
        gazetteer: &Gazetteer,
        layouts: &[RememberedLayout],
        progress: &Progress,
    ) -> Result<ReadWorkbook, Fault> {
        let request = Request::to_read(gazetteer, layouts, self.limits.memory_mb);
        let answer = self.answer(path, &request, progress)?;
        let file = opened(answer.file, answer.sheets);
        let (Some(file), Some(reading)) = (file, answer.reading) else {
            return Err(crashed(path, progress));
        };
        Ok(ReadWorkbook {
            file,
            reading: *reading,
            recognised: answer.recognised,
        })
    }

    fn answer(&self, path: &Path, request: &Request, progress: &Progress) -> Result<Answer, Fault> {
        let not_started = |error: std::io::Error| Fault::NotStarted(error.to_string());
        let mut asked = Vec::new();
        frames::say(&mut asked, Kind::Request, request).map_err(not_started)?;
        let mut running = Running(self.start(path).map_err(not_started)?);
        let child = &mut running.0;
        let (Some(mut to), Some(from), Some(errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(Fault::NotStarted(String::from("it cannot be spoken to")));
        };
        thread::scope(|scope| {
            // Dropped before the threads are waited for: they end with the process.
            let mut running = running;
            let start = || thread::Builder::new().name(String::from("listening"));
            let (sender, heard) = mpsc::channel();
            let asking = move || {
                // A process that is gone says so by the end of its answer. The pipe stays open as long as the answer
                // is wanted: with its end the process ends.
                let asked = to.write_all(&asked).and_then(|()| to.flush());
                asked.map(|()| to)
            };
            let asking = start().spawn_scoped(scope, asking).map_err(not_started)?;
            start()
                .spawn_scoped(scope, move || listen(from, &sender))
                .map_err(not_started)?;
            let last_words = start()
                .spawn_scoped(scope, move || last_words(errors))
                .map_err(not_started)?;
            let listened = self.listen_to(&heard, path, progress);
            let ended = match &listened {
                Ok(answer) if !answer.is_whole => ended_soon(&mut running.0),
                _ => None,
            };
            drop(running);
            drop(asking);
            let answer = listened?;
            if answer.is_whole {
                return Ok(answer);
            }
            let words = last_words.join().unwrap_or_default();
            Err(self.fault(path, &answer, ended, &words, progress))
        })
    }

    fn start(&self, path: &Path) -> std::io::Result<Child> {
        let mut command = Command::new(&self.program);
        command
            .arg(TASK)
            .arg("--")
            .arg(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt as _;
            /// No console appears for it.
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(CREATE_NO_WINDOW);
        }
        command.spawn()
    }

    /// Listens until the answer is whole or breaks off.
    fn listen_to(
        &self,
        heard: &Receiver<Heard>,
        path: &Path,
        progress: &Progress,
    ) -> Result<Answer, Fault> {
        let mut answer = Answer::default();
        let mut since = Instant::now();
        loop {
            let next = heard.recv_timeout(TICK);
            if progress.is_cancelled() {
                let file = file_name(path);
                return Err(Fault::Read(ReadError::Cancelled { file }));
            }
            match next {
                Ok(heard) => {
                    since = Instant::now();
                    match heard {
                        Heard::Greeting(true) => answer.has_greeted = true,
                        Heard::Greeting(false) => {
                            let reason = "the program on the disk is not the one that is running";
                            return Err(Fault::NotStarted(reason.to_owned()));
                        }
                        Heard::Said(said) => {
                            answer.take(*said, progress).map_err(Fault::Read)?;
                            if answer.is_whole {
                                return Ok(answer);
                            }
                        }
                        Heard::Broken => return Ok(answer),
                    }
                }
                Err(RecvTimeoutError::Timeout) if since.elapsed() > self.limits.quiet => {
                    return Err(Fault::Read(ReadError::Stuck {
                        file: file_name(path),
                        minutes: self.limits.quiet.as_secs().div_ceil(60),
                        stage: stage_of(progress),
                    }));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(answer),
            }
        }
    }

    /// What it means that an answer broke off.
    fn fault(
        &self,
        path: &Path,
        answer: &Answer,
        ended: Option<ExitStatus>,
        words: &str,
        progress: &Progress,
    ) -> Fault {
        tracing::warn!(?ended, words, "a workbook was not read to its end");
        if !answer.has_greeted {
            let words = words.lines().next().unwrap_or_default().trim();
            let reason = match (words, ended) {
                ("", Some(ended)) => format!("it ended at once ({ended})"),
                ("", None) => String::from("it ended at once"),
                (words, _) => words.to_owned(),
            };
            return Fault::NotStarted(reason);
        }
        let code = ended.and_then(|ended| ended.code());
        let is_memory = code == Some(i32::from(TOO_MUCH_MEMORY))
            || words.contains("memory allocation of")
            || ended.is_some_and(was_killed);
        if is_memory {
            return Fault::Read(ReadError::OutOfMemory {
                file: file_name(path),
                gigabytes: self.limits.memory_mb.div_ceil(1 << 10),
                stage: stage_of(progress),
            });
        }
        crashed(path, progress)
    }
}

/// Whether the system ended a process, as it does where memory is short.
#[cfg(unix)]
fn was_killed(ended: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    /// SIGKILL.
    const KILLED: i32 = 9;
    ended.signal() == Some(KILLED)
}

#[cfg(not(unix))]
const fn was_killed(_ended: ExitStatus) -> bool {
    false
}

/// How a process ended that closed its answer; `None` where it lingers.
fn ended_soon(child: &mut Child) -> Option<ExitStatus> {
    let since = Instant::now();
    while since.elapsed() < SOON {
        if let Ok(Some(ended)) = child.try_wait() {
            return Some(ended);
        }
        thread::sleep(TICK);
    }
    None
}

fn opened(file: Option<File>, sheets: Vec<Sheet>) -> Option<OpenedFile> {
    let File { file_name, id } = file?;
    Some(OpenedFile {
        file_name,
        id,
        workbook: Workbook { sheets },
    })
}

fn crashed(path: &Path, progress: &Progress) -> Fault {
    Fault::Read(ReadError::Crashed {
        file: file_name(path),
        stage: stage_of(progress),
    })
}

/// What was being done, for reading.
fn stage_of(progress: &Progress) -> String {
    match progress.stage() {
        stage if stage.is_empty() => String::from("Opening the file"),
        stage => stage,
    }
}

/// Hears the answer to its end.
fn listen(from: ChildStdout, sender: &Sender<Heard>) {
    let mut from = BufReader::with_capacity(1 << 16, from);
    let hear = |from: &mut BufReader<ChildStdout>| match frames::next(from) {
        Ok(Some(said)) => Some(Heard::Said(Box::new(said))),
        Ok(None) => None,
        Err(error) => {
            tracing::debug!(%error, "an answer breaks off");
            Some(Heard::Broken)
        }
    };
    // A process that says nothing at all never started; the end of its answer tells that.
    let Ok(is_known) = frames::is_greeting(&mut from) else {
        return;
    };
    let mut next = Some(Heard::Greeting(is_known));
    while let Some(heard) = next {
        let goes_on = matches!(heard, Heard::Greeting(true) | Heard::Said(_));
        if sender.send(heard).is_err() || !goes_on {
            return;
        }
        next = hear(&mut from);
    }
}

/// The last that a process says of errors.
fn last_words(mut errors: ChildStderr) -> String {
    let mut last = VecDeque::new();
    let mut some = [0; 1_024];
    while let Ok(read) = errors.read(&mut some)
        && read > 0
    {
        last.extend(some.iter().take(read));
        let over = last.len().saturating_sub(LAST_WORDS);
        last.drain(..over);
    }
    String::from_utf8_lossy(last.make_contiguous()).into_owned()
}
