//! What stands across a cross-tab: groups of people by dimension, areas, answers to other questions, groups
//! of the project's own.

use super::plan::{Axis, Column, Condition};
use crate::data::survey::{Answers, Survey};

/// What stands between the names of two columns that are crossed.
pub const CROSS: char = '×';

/// The label of each entry of a column; one without is left out.
pub type EntryLabels = Vec<Option<String>>;

/// Columns under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct BannerPart {
    /// "Sex", or "Sex × Age" where two are crossed.
    pub heading: String,
    /// The columns.
    pub groups: BannerGroups,
    /// Where two are crossed, the entries of the first and of the second; columns are named by both.
    pub crossed: Option<(EntryLabels, EntryLabels)>,
}

/// The groups of a part of the banner.
#[derive(Clone, Debug, PartialEq)]
pub enum BannerGroups {
    /// Groups that share nobody: every combination of the entries of one axis or of two, the last axis
    /// fastest, each with its label. A column without a label is left out.
    Apart(Vec<Axis>, Vec<Option<String>>),
    /// Groups that may overlap, each with its label.
    Overlapping(Vec<(String, Condition)>),
}

impl BannerPart {
    /// The columns of a column of the survey; `None` where it has none.
    pub fn of(survey: &Survey, column: Column) -> Option<Self> {
        let (heading, labels) = headed(survey, column)?;
        Some(Self {
            heading,
            groups: BannerGroups::Apart(vec![Axis::Column(column)], labels),
            crossed: None,
        })
    }

    /// Two columns of the survey crossed; `None` where one has none or both are the same.
    pub fn crossed(survey: &Survey, first: Column, second: Column) -> Option<Self> {
        Self::of(survey, first)?.across(Self::of(survey, second)?)
    }

    /// Two parts of one column each crossed: under each group of the first, those of the second. `None` for
    /// parts of another kind, and for a column with itself.
    pub fn across(self, second: Self) -> Option<Self> {
        let (BannerGroups::Apart(axes, outer), BannerGroups::Apart(other_axes, inner)) =
            (self.groups, second.groups)
        else {
            return None;
        };
        let is_single = axes.len() == 1 && other_axes.len() == 1 && axes != other_axes;
        let labels = outer.iter().flat_map(|first| {
            inner.iter().map(move |second| {
                let (first, second) = (first.as_ref()?, second.as_ref()?);
                Some(format!("{first}, {second}"))
            })
        });
        let labels = labels.collect();
        is_single.then(|| Self {
            heading: format!("{} {CROSS} {}", self.heading, second.heading),
            groups: BannerGroups::Apart([axes, other_axes].concat(), labels),
            crossed: Some((outer, inner)),
        })
    }

    /// The parts of a crossed one: the first, and the second.
    pub fn sides(&self) -> Option<[Self; 2]> {
        let (outer, inner) = self.crossed.clone()?;
        let BannerGroups::Apart(axes, _) = &self.groups else {
            return None;
        };
        let [first, second] = axes.as_slice() else {
            return None;
        };
        Some(
            [(first, outer), (second, inner)].map(|(axis, labels)| Self {
                heading: self.heading.clone(),
                groups: BannerGroups::Apart(vec![axis.clone()], labels),
                crossed: None,
            }),
        )
    }

    /// Who is in each of its columns, in their order.
    pub fn conditions(&self) -> Vec<Condition> {
        match &self.groups {
            BannerGroups::Overlapping(groups) => {
                groups.iter().map(|(_, held)| held.clone()).collect()
            }
            BannerGroups::Apart(axes, labels) => {
                let inner = self.crossed.as_ref().map_or(1, |(_, inner)| inner.len());
                let columns = labels.iter().enumerate().filter(|(_, held)| held.is_some());
                let of = |axis: Option<&Axis>, entry: usize| match axis {
                    Some(Axis::Column(column)) => Condition::Is {
                        column: *column,
                        entries: u16::try_from(entry).into_iter().collect(),
                    },
                    Some(Axis::Group(condition)) => condition.clone(),
                    None => Condition::All(Vec::new()),
                };
                let condition = |place: usize| {
                    if self.crossed.is_some() {
                        let (first, second) = (place / inner.max(1), place % inner.max(1));
                        Condition::All(vec![of(axes.first(), first), of(axes.get(1), second)])
                    } else {
                        of(axes.first(), place)
                    }
                };
                columns.map(|(place, _)| condition(place)).collect()
            }
        }
    }

    /// Groups of the project's own, which may overlap.
    pub fn own(heading: impl Into<String>, groups: Vec<(String, Condition)>) -> Self {
        Self {
            heading: heading.into(),
            groups: BannerGroups::Overlapping(groups),
            crossed: None,
        }
    }

    /// The groupings that it needs.
    pub(super) fn groupings(&self) -> Vec<Vec<Axis>> {
        match &self.groups {
            BannerGroups::Apart(axes, _) => vec![axes.clone()],
            BannerGroups::Overlapping(groups) => groups
                .iter()
                .map(|(_, condition)| vec![Axis::Group(condition.clone())])
                .collect(),
        }
    }
}

/// The heading of a column and the labels of its entries; none for answers outside the base.
fn headed(survey: &Survey, column: Column) -> Option<(String, Vec<Option<String>>)> {
    let named = |entries: &[String]| entries.iter().cloned().map(Some).collect();
    match column {
        Column::Dimension(place) => {
            let dimension = survey.dimensions.get(place)?;
            Some((dimension.name.clone(), named(&dimension.groups.entries)))
        }
        Column::Area => {
            let entries = survey.area.as_ref()?.entries.iter();
            let areas = entries.map(|area| Some(area.name.clone()));
            Some((String::from("Area"), areas.collect()))
        }
        Column::Answers(place) => {
            let question = survey.questions.get(place)?;
            let Answers::Single(single) = &question.answers else {
                return None;
            };
            let labels = single.answers.iter();
            let labels = labels.map(|answer| answer.is_in_base.then(|| answer.label.clone()));
            Some((question.name.clone(), labels.collect()))
        }
        Column::Option { question, option } => {
            let question = survey.questions.get(question)?;
            let Answers::Several(ticks) = &question.answers else {
                return None;
            };
            let tick = ticks.get(option)?;
            let labels = [format!("Not {}", tick.option), tick.option.clone()];
            Some((question.name.clone(), named(&labels)))
        }
    }
}
