//! The words for both directions: of measures of which more is better the low and falling are looked at, of
//! those of which less is better the high and rising.

use crate::analysis::Direction;
use crate::analysis::priority::{Evidence, EvidenceClass};
use crate::data::Polarity;
use crate::words::{in_english, say};

/// The words of a polarity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// "below average".
    pub off_average: &'static str,
    /// "lower".
    pub comparative: &'static str,
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
    superlative: "lowest",
    moving: "falling",
    moved: "fell",
    movement: "fall",
    adverse: Direction::Down,
};

const UP: Terms = Terms {
    off_average: "above average",
    comparative: "higher",
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

/// By what cohorts are ranked, in the language that is spoken: "Ranked by level and fall".
pub fn ranking(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => say::priority_ranked_fall(),
        Polarity::LowerIsBetter => say::priority_ranked_rise(),
        Polarity::Neutral => say::priority_by_level(),
    }
}

/// The class of a cohort in English: "lowest and falling, faster than others"; `None` where it has none.
pub(super) fn class_words(evidence: &Evidence, polarity: Polarity) -> Option<String> {
    in_english(|| class_spoken(evidence, polarity))
}

/// The class of a cohort, in the language that is spoken; `None` where it has none.
pub fn class_spoken(evidence: &Evidence, polarity: Polarity) -> Option<String> {
    let is_fall = match polarity {
        Polarity::HigherIsBetter => true,
        Polarity::LowerIsBetter => false,
        Polarity::Neutral => return None,
    };
    let level = evidence.level.as_ref().map(|level| level.direction);
    let words = match (evidence.class?, is_fall) {
        (EvidenceClass::Confirmed, true) => say::class_lowest_falling(),
        (EvidenceClass::Confirmed, false) => say::class_highest_rising(),
        (EvidenceClass::Low, true) => say::class_lower(),
        (EvidenceClass::Low, false) => say::class_higher(),
        (EvidenceClass::Falling, _) => match (level, is_fall) {
            (Some(Direction::NoClearChange), true) => say::class_falling_similar(),
            (Some(Direction::NoClearChange), false) => say::class_rising_similar(),
            (Some(Direction::NotTested) | None, true) => say::class_falling(),
            (Some(Direction::NotTested) | None, false) => say::class_rising(),
            (Some(_), true) => say::class_falling_higher(),
            (Some(_), false) => say::class_rising_lower(),
        },
        (EvidenceClass::Watch, _) => say::class_watch(),
    };
    Some(if evidence.is_faster {
        say::class_faster(words)
    } else {
        words.to_owned()
    })
}
