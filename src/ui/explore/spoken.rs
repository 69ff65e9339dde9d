//! Ways to show values and reasons for gaps, in the language that is spoken. Charts and files have the words of
//! `analysis` and `chart`, which are English.

use crate::analysis::ShownAs;
use crate::chart::point::GapReason;
use crate::data::Unit;
use crate::words::say;

/// How values are worked out, in words.
pub(super) fn shown_as_words(shown_as: ShownAs) -> &'static str {
    match shown_as {
        ShownAs::AsGiven => say::shown_as_given(),
        ShownAs::Rate => say::shown_as_rate(),
        ShownAs::AgeStandardised => say::shown_as_standardised(),
        ShownAs::YearToDate => say::shown_as_year_to_date(),
        ShownAs::RollingYear => say::shown_as_rolling(),
        ShownAs::ThreeYearAverage => say::shown_as_three_years(),
        ShownAs::ShareOfTotal => say::shown_as_share(),
        ShownAs::Index => say::shown_as_index(),
    }
}

/// How values are worked out, where they have come out in a unit.
pub(super) fn shown_as_words_in(shown_as: ShownAs, unit: Unit) -> &'static str {
    match (shown_as, unit) {
        (ShownAs::Rate, Unit::Per100000) => say::shown_as_small_rate(),
        (ShownAs::AgeStandardised, Unit::Per100000) => say::shown_as_small_standardised(),
        _ => shown_as_words(shown_as),
    }
}

/// Why there is no value, in words.
pub(super) fn gap_words(reason: GapReason) -> &'static str {
    match reason {
        GapReason::BaseTooSmall => say::gap_small_base(),
        GapReason::SensitiveBaseTooSmall => say::gap_small_sensitive_base(),
        GapReason::Suppressed => say::status_suppressed(),
        GapReason::LowReliability => say::gap_unreliable(),
        GapReason::AwaitingData => say::status_awaiting_data(),
        GapReason::NotAvailable => say::status_not_available(),
        GapReason::NotApplicable => say::status_not_applicable(),
        GapReason::Break => say::gap_break(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ExploreTab;
    use super::*;

    #[test]
    fn in_english_the_window_says_what_charts_say() {
        for unit in [
            Unit::Percent,
            Unit::Count,
            Unit::Per1000,
            Unit::Per100000,
            Unit::MeanScore,
            Unit::Pounds,
            Unit::PercentagePoints,
            Unit::PercentChange,
            Unit::Index,
            Unit::Unknown,
        ] {
            for shown_as in ShownAs::ALL {
                assert_eq!(shown_as_words_in(shown_as, unit), shown_as.words_in(unit));
            }
        }
        for reason in [
            GapReason::BaseTooSmall,
            GapReason::SensitiveBaseTooSmall,
            GapReason::Suppressed,
            GapReason::LowReliability,
            GapReason::AwaitingData,
            GapReason::NotAvailable,
            GapReason::NotApplicable,
            GapReason::Break,
        ] {
            assert_eq!(gap_words(reason), reason.words());
        }
        for tab in ExploreTab::ALL
            .into_iter()
            .filter(|tab| *tab != ExploreTab::Data)
        {
            assert_eq!(tab.words(), tab.kind().words());
        }
    }
}
