//! What the user asked of the system for all programs: high contrast, and that nothing moves. It is asked in the
//! background and heard whenever it changes; what was chosen in the program itself counts over it.

use std::sync::mpsc::{self, Receiver};

use mundy::{Contrast, Interest, ReducedMotion, Subscription};

use crate::jobs::Waker;

/// What the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemWishes {
    /// High contrast.
    pub high_contrast: bool,
    /// Nothing is to move by itself.
    pub less_motion: bool,
}

impl From<mundy::Preferences> for SystemWishes {
    fn from(said: mundy::Preferences) -> Self {
        Self {
            high_contrast: matches!(said.contrast, Contrast::More | Contrast::Custom),
            less_motion: said.reduced_motion == ReducedMotion::Reduce,
        }
    }
}

/// What the system said last, and the way in which it says more.
#[derive(Default)]
pub struct Wishes {
    now: SystemWishes,
    heard: Option<Receiver<SystemWishes>>,
    /// Ends when it is dropped.
    subscription: Option<Subscription>,
}

impl Wishes {
    /// Listens to the system from now on; to be called on the thread of the window.
    pub fn of_system(waker: Waker) -> Self {
        let (sender, heard) = mpsc::channel();
        let interest = Interest::Contrast | Interest::ReducedMotion;
        let subscription = mundy::Preferences::subscribe(interest, move |said| {
            // Nobody listens any more where the program has ended.
            if sender.send(SystemWishes::from(said)).is_ok() {
                waker();
            }
        });
        Self {
            now: SystemWishes::default(),
            heard: Some(heard),
            subscription: Some(subscription),
        }
    }

    /// The wishes as they are now.
    pub const fn now(&self) -> SystemWishes {
        self.now
    }

    /// Takes other wishes in; whether they changed.
    pub fn set(&mut self, wishes: SystemWishes) -> bool {
        let is_changed = self.now != wishes;
        self.now = wishes;
        is_changed
    }

    /// Takes in what the system has said since; whether it changed.
    pub fn poll(&mut self) -> bool {
        let heard = self.heard.as_ref();
        let last = heard.and_then(|heard| heard.try_iter().last());
        last.is_some_and(|last| self.set(last))
    }
}

impl std::fmt::Debug for Wishes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wishes")
            .field("now", &self.now)
            .field("is_listening", &self.subscription.is_some())
            .finish_non_exhaustive()
    }
}

/// What holds: what was chosen, else what the system says.
pub fn holds(chosen: Option<bool>, system: bool) -> bool {
    chosen.unwrap_or(system)
}

/// The choice that turns what holds into its opposite; where the system says the same, it is followed again.
pub fn turned(chosen: Option<bool>, system: bool) -> Option<bool> {
    let wanted = !holds(chosen, system);
    (wanted != system).then_some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_counts_until_it_is_what_the_system_says() {
        let chosen = turned(None, false);
        assert_eq!(chosen, Some(true));
        assert!(holds(chosen, false));
        assert_eq!(turned(chosen, false), None, "the system is followed again");
        let chosen = turned(None, true);
        assert!(!holds(chosen, true), "against the system");
        assert_eq!(turned(Some(true), true), Some(false));
    }
}
