//! Ways to show values, in the language that is spoken. Charts and files have the words of
//! `analysis` and `chart`, which are English.

use crate::analysis::ShownAs;
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

#[cfg(test)]
mod tests {
    use super::super::ExploreTab;
    use super::*;

    #[test]
    fn in_english_the_window_says_what_charts_say() {
        for unit in Unit::ALL {
            for shown_as in ShownAs::ALL {
                assert_eq!(shown_as_words_in(shown_as, unit), shown_as.words_in(unit));
            }
        }
        for tab in ExploreTab::ALL
            .into_iter()
            .filter(|tab| *tab != ExploreTab::Data)
        {
            assert_eq!(tab.words(), tab.kind().words());
        }
    }
}
