//! A survey: one entry a respondent in each of its columns.

use serde::{Deserialize, Serialize};

use super::codes::Codes;
use super::question::Question;
use crate::data::{Area, CellRef, Cohort, Period, SheetIndex};

/// A survey as it was read once; never changed afterwards. Every column is as long as there are respondents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// The sheet it was read from.
    pub sheet: SheetIndex,
    /// The title above its rows, or the sheet's name; may be empty.
    pub name: String,
    /// How many respondents there are.
    pub respondents: usize,
    /// The survey weights; without them everybody counts the same.
    pub weight: Option<Weight>,
    /// The strata of the sample.
    pub stratum: Option<Coded<String>>,
    /// The clusters (primary sampling units) of the sample.
    pub cluster: Option<Coded<String>>,
    /// When each was asked: quarters where days or months are given, else as the source says.
    pub period: Option<Coded<Period>>,
    /// Periods of `period` of which the interviews cover only a part; no twelve months are made of them.
    pub partial_periods: Vec<Period>,
    /// When everybody was asked, where no column says it of each.
    pub whole_period: Option<Period>,
    /// Where each lives.
    pub area: Option<Coded<Area>>,
    /// The place that the whole survey is about.
    pub whole_area: Option<Area>,
    /// The groups that people are in.
    pub dimensions: Vec<Dimension>,
    /// The questions, in the order of their columns.
    pub questions: Vec<Question>,
}

/// Where a column of a survey stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The cell of its heading.
    pub cell: CellRef,
    /// The heading, cleaned.
    pub heading: String,
}

/// A column of entries of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coded<T> {
    /// The column.
    pub origin: Origin,
    /// The list.
    pub entries: Vec<T>,
    /// Index into the list; none where nothing is said.
    pub codes: Codes,
}

/// A dimension of people: "Age", with the group that each respondent is in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// "Age".
    pub name: String,
    /// "16-24"; refusals are in no group.
    pub groups: Coded<String>,
}

impl Dimension {
    /// The people of each group, in the order of the groups.
    pub fn cohorts(&self) -> impl Iterator<Item = Cohort> {
        let groups = self.groups.entries.iter();
        groups.map(|group| Cohort::of(self.name.as_str(), group.as_str()))
    }

    /// Those of each pair of groups, of this dimension and another: under each group of this one, those of the other.
    pub fn cohorts_crossed(&self, other: &Self) -> impl Iterator<Item = Cohort> {
        self.cohorts().flat_map(move |cohort| {
            let groups = other.groups.entries.iter();
            groups.map(move |group| cohort.clone().and(other.name.as_str(), group.as_str()))
        })
    }
}

/// The weights of a survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// The column.
    pub origin: Origin,
    /// One weight a respondent, as it stands; 0 for those whose weight cannot be used, who count nowhere.
    pub values: Vec<f64>,
}

impl Survey {
    /// The weight of a respondent: 1 without a column of weights; `None` where they count nowhere.
    pub fn weight_of(&self, respondent: usize) -> Option<f64> {
        match &self.weight {
            None => (respondent < self.respondents).then_some(1.0),
            Some(weight) => weight
                .values
                .get(respondent)
                .copied()
                .filter(|weight| *weight > 0.0),
        }
    }
}
