//! The screens that a show may use.

use std::sync::Arc;

/// The screens of the desk, as the system numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screens {
    /// How many there are, as far as that is known; at least one.
    pub count: usize,
    /// The number of the one on which the program's window is, from nought.
    pub of_window: usize,
}

/// Looks which screens there are at the moment: a projector comes and goes.
pub type LookForScreens = Arc<dyn Fn() -> Screens>;

impl Screens {
    /// One screen, or nothing known of another.
    pub const ONE: Self = Self {
        count: 1,
        of_window: 0,
    };

    /// The screen for the audience: the next to that of the window; `None` where there is no other.
    pub fn for_slides(self) -> Option<usize> {
        (self.count > 1).then(|| self.after(self.of_window))
    }

    /// The screen that comes after another, round and round.
    pub fn after(self, screen: usize) -> usize {
        (screen + 1) % self.count.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audience_sees_the_screen_on_which_the_window_is_not() {
        let two = |of_window| Screens {
            count: 2,
            of_window,
        };
        assert_eq!(Screens::ONE.for_slides(), None);
        assert_eq!(two(0).for_slides(), Some(1));
        assert_eq!(two(1).for_slides(), Some(0));
        assert_eq!(Screens::ONE.after(0), 0);
    }
}
