//! The words for both directions: of measures of which more is better the low and falling are looked at, of
//! those of which less is better the high and rising.

use crate::analysis::Direction;
use crate::analysis::priority::{Evidence, EvidenceClass};
use crate::data::Polarity;

/// The words of a polarity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// "below average".
    pub off_average: &'static str,
    /// "lower".
    pub comparative: &'static str,
    /// "higher".
    pub better: &'static str,
    /// "lowest".
    pub superlative: &'static str,
    /// "falling".
    pub moving: &'static str,
    /// "fell".
    pub moved: &'static str,
    /// "fall".
    pub movement: &'static str,
    /// The direction of a change for the worse.
    pub adverse: Direction,
}

const DOWN: Terms = Terms {
    off_average: "below average",
    comparative: "lower",
    better: "higher",
    superlative: "lowest",
    moving: "falling",
    moved: "fell",
    movement: "fall",
    adverse: Direction::Down,
};

const UP: Terms = Terms {
    off_average: "above average",
    comparative: "higher",
    better: "lower",
    superlative: "highest",
    moving: "rising",
    moved: "rose",
    movement: "rise",
    adverse: Direction::Up,
};

impl Terms {
    /// The words of a polarity; `None` where neither side is the better one.
    pub const fn of(polarity: Polarity) -> Option<Self> {
        match polarity {
            Polarity::HigherIsBetter => Some(DOWN),
            Polarity::LowerIsBetter => Some(UP),
            Polarity::Neutral => None,
        }
    }
}

/// "Lowest and falling fastest".
pub fn corner_label(polarity: Polarity) -> String {
    Terms::of(polarity).map_or_else(String::new, |terms| {
        super::super::phrase::capital(&format!(
            "{} and {} fastest",
            terms.superlative, terms.moving
        ))
    })
}

/// By what cohorts are ranked: "Ranked by level and fall".
pub fn ranking(polarity: Polarity) -> String {
    Terms::of(polarity).map_or_else(
        || String::from("By level"),
        |terms| format!("Ranked by level and {}", terms.movement),
    )
}

/// The class of a cohort in words: "lowest and falling, faster than others"; `None` where it has none.
pub fn class_words(evidence: &Evidence, polarity: Polarity) -> Option<String> {
    let terms = Terms::of(polarity)?;
    let level = evidence.level.as_ref().map(|level| level.direction);
    let words = match evidence.class? {
        EvidenceClass::Confirmed => format!("{} and {}", terms.superlative, terms.moving),
        EvidenceClass::Low => format!(
            "{} than others; change not statistically clear",
            terms.comparative
        ),
        EvidenceClass::Falling => match level {
            Some(Direction::NoClearChange) => {
                format!("{}; level similar to others", terms.moving)
            }
            Some(Direction::NotTested) | None => terms.moving.to_owned(),
            Some(_) => format!("{}; level {} than others", terms.moving, terms.better),
        },
        EvidenceClass::Watch => String::from("indicative only"),
    };
    Some(if evidence.is_faster {
        format!("{words}, faster than others")
    } else {
        words
    })
}
