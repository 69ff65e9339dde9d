//! What units, themes and lengths of periods are called in menus and lists, in the language that is spoken. Charts and
//! files have the words of `data`, which are English.

use crate::analysis::Cadence;
use crate::data::Unit;
use crate::data::measure::Theme;
use crate::words::say;

/// A unit, as [`Unit::words`] says it in English.
pub(super) fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "%",
        Unit::Count => say::unit_is_number(),
        Unit::Per1000 => say::unit_is_per_1000(),
        Unit::Per100000 => say::unit_is_per_100000(),
        Unit::MeanScore => say::unit_is_mean_score(),
        Unit::Pounds => "£",
        Unit::PercentagePoints => say::unit_is_points(),
        Unit::PercentChange => say::unit_is_percent_change(),
        Unit::Index => say::unit_is_index(),
        Unit::Unknown => say::unit_is_value(),
    }
}

/// A theme as a heading, as [`Theme::title`] says it in English.
pub(super) fn theme_title(theme: Theme) -> &'static str {
    match theme {
        Theme::FeelingsOfSafety => say::theme_of_safety(),
        Theme::Confidence => say::theme_of_confidence(),
        Theme::Experience => say::theme_of_experience(),
        Theme::RecordedCrime => say::theme_of_recorded_crime(),
        Theme::Environment => say::theme_of_environment(),
        Theme::Other => say::theme_of_others(),
    }
}

/// How long periods are, as [`Cadence::words`] says it in English.
pub(super) fn cadence_words(cadence: Cadence) -> String {
    match cadence {
        Cadence::Snapshots => say::length_on_days().to_owned(),
        Cadence::Days(days) => say::length_days(days),
        Cadence::Months(1) => say::length_monthly().to_owned(),
        Cadence::Months(3) => say::length_quarterly().to_owned(),
        Cadence::Months(months) => say::length_months(months),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_as_charts_have_it() {
        for unit in Unit::ALL {
            assert_eq!(unit_words(unit), unit.words());
        }
        for theme in Theme::ALL {
            assert_eq!(theme_title(theme), theme.title());
        }
        for cadence in [
            Cadence::Snapshots,
            Cadence::Days(14),
            Cadence::Months(1),
            Cadence::Months(3),
            Cadence::Months(12),
        ] {
            assert_eq!(cadence_words(cadence), cadence.words());
        }
    }
}
