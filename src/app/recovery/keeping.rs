//! When the work is kept: some seconds after the last edit, at once when the window loses the focus, and not so often
//! that a slow computer is busy with it.

use std::time::{Duration, Instant};

/// How long after the last edit the work is kept.
const AFTER_EDIT: Duration = Duration::from_secs(5);
/// How long at most edits may follow one another before it is kept all the same.
const AT_MOST: Duration = Duration::from_secs(30);
/// Writing may take one part in so many of the time: what takes a second is written three times a minute.
const SHARE_OF_TIME: u32 = 20;
/// How soon it is tried again where it could not be written.
const AFTER_FAILURE: Duration = Duration::from_mins(1);

/// How the open project stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The state of the project.
    pub revision: u64,
    /// Whether closing now would lose something.
    pub has_work: bool,
    /// Whether it is to be kept without waiting: the window has just lost the focus.
    pub is_urgent: bool,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing until something happens.
    Nothing,
    /// Nothing until then.
    Wait(Duration),
    /// Keep the work.
    Keep,
    /// Take away what was kept: it is saved, or undone.
    Remove,
}

/// What is kept, and when.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keeping {
    /// The number of the document in this run.
    number: u32,
    /// The state seen last.
    seen: Option<u64>,
    /// When that was first seen.
    edited: Option<Instant>,
    /// Since when there has been work that is not kept.
    unkept_since: Option<Instant>,
    /// The state that is kept.
    kept: Option<u64>,
    /// Whether something is being written or taken away.
    is_busy: bool,
    is_urgent: bool,
    /// Before then nothing is written again.
    not_before: Option<Instant>,
}

impl Keeping {
    /// The number of the open document in this run.
    pub(super) const fn number(&self) -> u32 {
        self.number
    }

    /// Another document is open; what was kept of the one before is to be taken away by whoever asks.
    pub(super) fn begin_document(&mut self) {
        *self = Self {
            number: self.number + 1,
            ..Self::default()
        };
    }

    /// The work is to be kept as soon as it can be.
    pub(super) const fn hurry(&mut self) {
        self.is_urgent = true;
    }

    /// What is to be done now.
    pub(super) fn wanted(&mut self, unsaved: Unsaved, now: Instant) -> Wanted {
        if self.seen != Some(unsaved.revision) {
            self.seen = Some(unsaved.revision);
            self.edited = Some(now);
        }
        if self.is_busy {
            self.is_urgent |= unsaved.is_urgent;
            return Wanted::Nothing;
        }
        if !unsaved.has_work {
            self.unkept_since = None;
            self.is_urgent = false;
            return match self.kept {
                Some(_) => Wanted::Remove,
                None => Wanted::Nothing,
            };
        }
        if self.kept == Some(unsaved.revision) {
            self.unkept_since = None;
            self.is_urgent = false;
            return Wanted::Nothing;
        }
        self.is_urgent |= unsaved.is_urgent;
        let since = *self.unkept_since.get_or_insert(now);
        let quiet = self.edited.unwrap_or(now) + AFTER_EDIT;
        let mut due = quiet.min(since + AT_MOST);
        if self.is_urgent {
            due = now;
        }
        if let Some(not_before) = self.not_before {
            due = due.max(not_before);
        }
        let left = due.saturating_duration_since(now);
        if left.is_zero() {
            Wanted::Keep
        } else {
            Wanted::Wait(left)
        }
    }

    /// Something is being written or taken away.
    pub(super) const fn begin(&mut self) {
        self.is_busy = true;
    }

    /// The work of a state was kept, or could not be, which took so long.
    pub(super) fn end(&mut self, revision: u64, was_kept: bool, took: Duration, now: Instant) {
        if !was_kept {
            self.failed(now);
            return;
        }
        self.is_busy = false;
        self.is_urgent = false;
        self.unkept_since = None;
        self.kept = Some(revision);
        self.not_before = Some(now + took * SHARE_OF_TIME);
    }

    /// What was under way could not be done.
    pub(super) fn failed(&mut self, now: Instant) {
        self.is_busy = false;
        self.is_urgent = false;
        self.not_before = Some(now + AFTER_FAILURE);
    }

    /// What was kept is taken away.
    pub(super) const fn removed(&mut self) {
        self.is_busy = false;
        self.kept = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn edited(revision: u64) -> Unsaved {
        Unsaved {
            revision,
            has_work: true,
            is_urgent: false,
        }
    }

    const SAVED: Unsaved = Unsaved {
        revision: 0,
        has_work: false,
        is_urgent: false,
    };

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn work_is_kept_five_seconds_after_the_last_edit_and_not_again() {
        let start = Instant::now();
        let mut keeping = Keeping::default();
        assert_eq!(keeping.wanted(SAVED, start), Wanted::Nothing);
        assert_eq!(keeping.wanted(edited(1), start), Wanted::Wait(seconds(5)));
        let later = start + seconds(4);
        assert_eq!(keeping.wanted(edited(2), later), Wanted::Wait(seconds(5)));
        let due = start + seconds(9);
        assert_eq!(keeping.wanted(edited(2), due), Wanted::Keep);
        keeping.begin();
        assert_eq!(keeping.wanted(edited(2), due), Wanted::Nothing, "busy");
        keeping.end(2, true, Duration::ZERO, due);
        let much_later = start + seconds(900);
        assert_eq!(keeping.wanted(edited(2), much_later), Wanted::Nothing);
    }

    #[test]
    fn edits_that_never_pause_are_kept_all_the_same() {
        let start = Instant::now();
        let mut keeping = Keeping::default();
        let mut kept_at = None;
        for second in 0..60 {
            let wanted = keeping.wanted(edited(second), start + seconds(second));
            if wanted == Wanted::Keep {
                kept_at = Some(second);
                break;
            }
        }
        assert_eq!(kept_at, Some(30));
    }

    #[test]
    fn the_loss_of_the_focus_does_not_wait() {
        let start = Instant::now();
        let mut keeping = Keeping::default();
        let urgent = Unsaved {
            is_urgent: true,
            ..edited(1)
        };
        assert_eq!(keeping.wanted(urgent, start), Wanted::Keep);
        assert_eq!(
            keeping.wanted(
                Unsaved {
                    is_urgent: true,
                    ..SAVED
                },
                start
            ),
            Wanted::Nothing
        );
    }

    #[test]
    fn what_takes_long_is_written_seldom_and_what_failed_is_tried_again() {
        let start = Instant::now();
        let mut keeping = Keeping::default();
        keeping.hurry();
        assert_eq!(keeping.wanted(edited(1), start), Wanted::Keep);
        keeping.begin();
        keeping.end(1, true, seconds(2), start);
        assert_eq!(keeping.wanted(edited(2), start), Wanted::Wait(seconds(40)));
        keeping.begin();
        keeping.end(2, false, Duration::ZERO, start);
        assert_eq!(keeping.wanted(edited(2), start), Wanted::Wait(seconds(60)));
    }

    #[test]
    fn what_is_saved_or_undone_is_kept_no_more() {
        let start = Instant::now();
        let mut keeping = Keeping::default();
        keeping.end(1, true, Duration::ZERO, start);
        assert_eq!(keeping.wanted(SAVED, start), Wanted::Remove);
        keeping.removed();
        assert_eq!(keeping.wanted(SAVED, start), Wanted::Nothing);
    }
}
