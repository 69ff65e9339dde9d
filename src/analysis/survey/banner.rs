//! What stands across a cross-tab: groups of people by dimension, areas, answers to other questions, groups
//! of the project's own.

use super::plan::{Axis, Column, Condition};
use crate::data::survey::{Answers, Survey};

/// Columns under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct BannerPart {
    /// "Sex", or "Sex × Age" where two are crossed.
    pub heading: String,
    /// The columns.
    pub groups: BannerGroups,
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
        })
    }

    /// Two columns of the survey crossed.
    pub fn crossed(survey: &Survey, first: Column, second: Column) -> Option<Self> {
        let (one, first_labels) = headed(survey, first)?;
        let (other, second_labels) = headed(survey, second)?;
        let labels = first_labels.iter().flat_map(|first| {
            second_labels.iter().map(move |second| {
                let (first, second) = (first.as_ref()?, second.as_ref()?);
                Some(format!("{first}, {second}"))
            })
        });
        Some(Self {
            heading: format!("{one} × {other}"),
            groups: BannerGroups::Apart(
                vec![Axis::Column(first), Axis::Column(second)],
                labels.collect(),
            ),
        })
    }

    /// Groups of the project's own, which may overlap.
    pub fn own(heading: impl Into<String>, groups: Vec<(String, Condition)>) -> Self {
        Self {
            heading: heading.into(),
            groups: BannerGroups::Overlapping(groups),
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
