//! "as …": how the values of a measure are shown. What a source gives is turned into rates, running totals,
//! averages, shares and indices here, with the cells that each rests on.

mod age_standardised;
mod people;
mod relative;
mod windows;

use serde::{Deserialize, Serialize};

use super::cadence::Cadence;
use super::catalogue::{Catalogue, MeasureEntry};
use super::respondent_figures::RespondentFigures;
use super::trend::TrendAnswer;
use crate::data::{AreaKind, Unit};

pub use people::Population;

/// How values are shown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum ShownAs {
    /// As the source gives them.
    #[default]
    AsGiven,
    /// For each 1,000 people, or 100,000 where that is few, by the mid-year population of the year in which the
    /// period has its middle.
    #[serde(rename = "Per1000")]
    Rate,
    /// For each 1,000 or 100,000 people, as it would be if they had the ages of a standard population.
    AgeStandardised,
    /// The sum of the months of the financial year so far, like for like: each year up to the same month.
    YearToDate,
    /// Twelve months ending with each month or quarter: their sum, or everybody asked in them.
    RollingYear,
    /// The mean of three years, ending with each year: for small numbers.
    ThreeYearAverage,
    /// Per cent of the whole: of everybody, or of the widest area.
    ShareOfTotal,
    /// With the first value of each line as 100.
    Index,
}

impl ShownAs {
    /// All, in the order of menus.
    pub const ALL: [Self; 8] = [
        Self::AsGiven,
        Self::Rate,
        Self::AgeStandardised,
        Self::YearToDate,
        Self::RollingYear,
        Self::ThreeYearAverage,
        Self::ShareOfTotal,
        Self::Index,
    ];

    /// Whether values are left as they are.
    pub const fn is_as_given(&self) -> bool {
        matches!(self, Self::AsGiven)
    }

    /// In words, as the sentence says it; the plain values are named by their unit.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AsGiven => "as given",
            Self::Rate => "rate per 1,000 people",
            Self::AgeStandardised => "age-standardised rate per 1,000 people",
            Self::YearToDate => "financial year to date",
            Self::RollingYear => "rolling 12 months",
            Self::ThreeYearAverage => "three-year average",
            Self::ShareOfTotal => "share of the total",
            Self::Index => "index, first period = 100",
        }
    }

    /// In words, where the values have come out in a unit.
    pub const fn words_in(self, unit: Unit) -> &'static str {
        match (self, unit) {
            (Self::Rate, Unit::Per100000) => "rate per 100,000 people",
            (Self::AgeStandardised, Unit::Per100000) => "age-standardised rate per 100,000 people",
            _ => self.words(),
        }
    }

    /// Whether its words say of which periods the values are.
    pub const fn says_periods(self) -> bool {
        matches!(
            self,
            Self::YearToDate | Self::RollingYear | Self::ThreeYearAverage
        )
    }

    /// The unit that values have then; rates that are small are per 100,000.
    pub const fn unit(self, given: Unit) -> Unit {
        match self {
            Self::Rate | Self::AgeStandardised => Unit::Per1000,
            Self::ShareOfTotal => Unit::Percent,
            Self::Index => Unit::Index,
            Self::AsGiven | Self::YearToDate | Self::RollingYear | Self::ThreeYearAverage => given,
        }
    }

    /// Whether it can be made of what the sources give.
    pub fn is_offered(self, catalogue: &Catalogue, entry: &MeasureEntry) -> bool {
        let unit = entry.measure.unit;
        let has = |months: u32| entry.periods.contains_key(&Cadence::Months(months));
        match self {
            Self::AsGiven => true,
            Self::Rate => unit == Unit::Count && Population::is_known(catalogue, entry),
            Self::AgeStandardised => {
                unit == Unit::Count && age_standardised::is_known(catalogue, entry)
            }
            Self::RollingYear if unit == Unit::Percent => {
                // The import makes them of the respondents of each four quarters.
                has(3) && has(12) && RespondentFigures::are_behind(catalogue, entry)
            }
            Self::YearToDate | Self::RollingYear => unit == Unit::Count && (has(1) || has(3)),
            Self::ThreeYearAverage => {
                let years = entry.periods_of(Cadence::Months(12)).count();
                unit == Unit::Count && years >= 3
            }
            Self::ShareOfTotal => unit == Unit::Count && has_whole(entry),
            Self::Index => {
                let is_amount = matches!(
                    unit,
                    Unit::Count | Unit::Per1000 | Unit::Per100000 | Unit::Pounds
                );
                is_amount && entry.periods.values().any(|periods| periods.len() > 1)
            }
        }
    }

    /// The periods that the values are made of, where those are not the periods asked for.
    pub(super) fn parts(self, entry: &MeasureEntry) -> Option<Cadence> {
        match self {
            Self::RollingYear if entry.measure.unit == Unit::Percent => Some(Cadence::Months(12)),
            Self::YearToDate | Self::RollingYear => [1, 3]
                .into_iter()
                .map(Cadence::Months)
                .find(|parts| entry.periods.contains_key(parts)),
            Self::ThreeYearAverage => Some(Cadence::Months(12)),
            _ => None,
        }
    }

    /// Turns an answer in the unit of the source into one shown in this way.
    pub(super) fn apply(
        self,
        catalogue: &Catalogue,
        entry: &MeasureEntry,
        answer: &mut TrendAnswer,
    ) {
        let unit = self.unit(answer.measure.unit);
        match self {
            Self::AsGiven => {}
            Self::Rate => {
                answer.measure.unit = people::rates(catalogue, entry, answer);
                return;
            }
            Self::AgeStandardised => {
                answer.measure.unit = age_standardised::standardise(catalogue, entry, answer);
                return;
            }
            Self::YearToDate => windows::year_to_date(answer),
            Self::RollingYear if entry.measure.unit == Unit::Percent => {
                windows::say_rolling(answer);
            }
            Self::RollingYear => windows::rolling_year(answer),
            Self::ThreeYearAverage => windows::three_year_average(answer),
            Self::ShareOfTotal => relative::share_of_total(catalogue, entry, answer),
            Self::Index => relative::index(answer),
        }
        answer.measure.unit = unit;
    }
}

/// Whether there is a whole of which a line can be a part.
fn has_whole(entry: &MeasureEntry) -> bool {
    let has_parts = entry.areas_of(AreaKind::District).count() > 1
        && entry
            .widest_area()
            .is_some_and(|widest| widest.kind != AreaKind::District);
    has_parts || entry.has_everyone && !entry.dimensions.is_empty()
}
