//! What a process that reads a workbook may use, and how it holds itself to that.

use std::process;
use std::thread;
use std::time::Duration;

/// How often the memory is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// What the stacks of threads and the like may take beside the memory that is used, in megabytes.
#[cfg(unix)]
const BESIDE: u64 = 1_024;
/// The exit code of a process that used too much memory.
pub(super) const TOO_MUCH_MEMORY: u8 = 86;

/// What a process that reads a workbook may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Its memory, in megabytes.
    pub memory_mb: u64,
    /// For how long it may get no further.
    pub quiet: Duration,
}

impl Limits {
    /// Far more than any return takes: three gigabytes, and three minutes in which nothing happens.
    pub const fn usual() -> Self {
        Self {
            memory_mb: 3 << 10,
            quiet: Duration::from_mins(3),
        }
    }
}

/// Ends this process once it takes more memory than it is given. Where the system knows such a limit it is set,
/// too, for what is asked for at once.
pub(super) fn hold_to(memory_mb: u64) {
    #[cfg(unix)]
    {
        let most = memory_mb.saturating_add(BESIDE) << 20;
        // Where the system refuses, the look at the memory is what holds.
        let set = rlimit::setrlimit(rlimit::Resource::DATA, most, most);
        // A core dump would leave what people said of themselves on the disk.
        let set = set.and_then(|()| rlimit::setrlimit(rlimit::Resource::CORE, 0, 0));
        if let Err(error) = set {
            tracing::debug!(%error, "no limit was set");
        }
    }
    let most = usize::try_from(memory_mb << 20).unwrap_or(usize::MAX);
    let watch = move || {
        loop {
            if memory_stats::memory_stats().is_some_and(|used| used.physical_mem > most) {
                process::exit(i32::from(TOO_MUCH_MEMORY));
            }
            thread::sleep(LOOK);
        }
    };
    let watching = thread::Builder::new()
        .name(String::from("memory"))
        .spawn(watch);
    if let Err(error) = watching {
        tracing::debug!(%error, "nobody looks at the memory");
    }
}
