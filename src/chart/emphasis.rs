//! Which lines of a chart are in colour where there are many: few of them, or those of which the title speaks.

use super::trend_model::Look;

/// So many lines are told apart by colour without effort.
const FEW: usize = 4;
/// With more lines than this, not all are coloured.
pub const MOST_COLOURED: usize = 8;

/// Which lines are in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Every line.
    Every,
    /// Those that clearly changed; the others are grey.
    Changed,
    /// The one in front, if there is one; the others are grey.
    Front,
}

impl Emphasis {
    /// The emphasis for so many lines, of which so many clearly changed. A line that somebody put in front
    /// is marked by its width among few lines, and by being the only coloured one among many.
    pub const fn of(lines: usize, changed: usize, has_front: bool) -> Self {
        if lines <= FEW || (has_front && lines <= MOST_COLOURED) {
            Self::Every
        } else if !has_front && changed >= 1 && changed <= FEW {
            Self::Changed
        } else if lines <= MOST_COLOURED {
            Self::Every
        } else {
            Self::Front
        }
    }

    /// The look of a line: `place` among all, `changed_before` of which clearly changed.
    pub const fn look(
        self,
        place: usize,
        in_front: bool,
        changes: bool,
        changed_before: usize,
    ) -> Look {
        match self {
            Self::Every => Look::Category(place),
            Self::Changed if changes => Look::Category(changed_before),
            Self::Front if in_front => Look::Category(0),
            Self::Changed | Self::Front => Look::Muted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn among_many_lines_those_that_changed_are_in_colour() {
        let cases = [
            ((4, 2, false), Emphasis::Every),
            ((8, 2, false), Emphasis::Changed),
            ((8, 0, false), Emphasis::Every),
            ((8, 6, false), Emphasis::Every),
            ((8, 2, true), Emphasis::Every),
            ((24, 3, false), Emphasis::Changed),
            ((24, 9, false), Emphasis::Front),
            ((24, 3, true), Emphasis::Front),
        ];
        for ((lines, changed, has_front), expected) in cases {
            let found = Emphasis::of(lines, changed, has_front);
            assert_eq!(found, expected, "{lines} {changed} {has_front}");
        }
        assert_eq!(
            Emphasis::Changed.look(7, false, true, 1),
            Look::Category(1),
            "colours in the order of those that changed"
        );
        assert_eq!(Emphasis::Changed.look(0, false, false, 0), Look::Muted);
    }
}
