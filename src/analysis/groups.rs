//! The groups of a question side by side: its areas, or the categories of one dimension or of all of them,
//! each with the whole to which it belongs.

use super::answer::answer;
use super::catalogue::{Catalogue, MeasureEntry};
use super::estimate::Estimate;
use super::group_order::natural_places;
use super::question::{Comparator, Question, Split};
use super::trend::{SeriesRole, TrendAnswer, TrendSeries};
use crate::data::gazetteer::{Gazetteer, Place};
use crate::data::{AreaKind, Cohort, Period, Unit};

/// With more levels of places than this between two of them, one is not looked for in the other.
const MOST_LEVELS: usize = 6;

/// A question about groups side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupQuestion {
    /// The question.
    pub question: Question,
    /// Whether a question about groups of people is about the categories of every dimension that there is,
    /// not only of those that it names.
    pub every_dimension: bool,
}

/// The lines of a question's groups over all of its periods.
#[derive(Debug)]
pub(super) struct Groups {
    /// The groups as lines, in the order in which they are shown.
    pub trend: TrendAnswer,
    /// For each line the dimension of which it is a category; empty for areas.
    pub dimensions: Vec<String>,
    /// Those to whom the groups belong: everybody asked about, in each of the areas; or one area that holds
    /// all areas asked for.
    wholes: Vec<TrendSeries>,
}

impl Groups {
    /// The groups; `None` where no source holds the measure.
    pub fn of(catalogue: &Catalogue, asked: &GroupQuestion) -> Option<Self> {
        let entry = catalogue.entry(&asked.question.measure)?;
        let mut question = catalogue.resolve(&asked.question);
        question.comparator = Comparator::Nothing;
        if let (Split::Dimensions(_), true) = (&question.split, asked.every_dimension) {
            question.split = Split::Dimensions(
                entry
                    .dimensions
                    .keys()
                    .filter(|dimension| question.cohort.category(dimension).is_none())
                    .cloned()
                    .collect(),
            );
        }
        let mut trend = answer(catalogue, &question)?;
        trend.series.retain(|line| line.role == SeriesRole::Asked);
        question.cadence = trend.cadence;
        if let Split::Dimensions(dimensions) = &question.split
            && dimensions.len() > 1
            && entry.measure.unit == Unit::Count
        {
            one_by_one(catalogue, &question, dimensions, &mut trend);
        }
        let (dimensions, wholes) = match &question.split {
            Split::Areas => {
                let whole = whole_area(entry, &trend.series);
                let wholes = whole.map(|area| lines_of(catalogue, &question, vec![area]));
                (vec![String::new(); trend.series.len()], wholes)
            }
            Split::Dimensions(asked) => {
                let dimensions = in_order(&mut trend.series, asked, &question.cohort);
                let mut areas: Vec<String> = Vec::new();
                for line in &trend.series {
                    if !areas.contains(&line.key.area) {
                        areas.push(line.key.area.clone());
                    }
                }
                (dimensions, Some(lines_of(catalogue, &question, areas)))
            }
        };
        Some(Self {
            trend,
            dimensions,
            wholes: wholes.unwrap_or_default(),
        })
    }

    /// The whole to which a line belongs; `None` where the sources do not give it.
    pub fn whole_of(&self, line: &TrendSeries) -> Option<&TrendSeries> {
        if self.is_by_area() {
            return self.wholes.first();
        }
        self.wholes
            .iter()
            .find(|whole| whole.key.area == line.key.area)
    }

    /// The one whole of all lines, where they have one.
    pub fn one_whole(&self) -> Option<&TrendSeries> {
        match self.wholes.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether the groups are areas.
    pub fn is_by_area(&self) -> bool {
        self.dimensions.iter().all(String::is_empty)
    }

    /// The latest period in which a group has a value that may be seen, else in which there is a cell.
    pub fn latest(&self) -> Option<usize> {
        let points = |index: usize| {
            let lines = self.trend.series.iter();
            lines.filter_map(move |line| line.points.get(index)?.as_ref())
        };
        let unit = self.trend.measure.unit;
        let indices = || (0..self.trend.periods.len()).rev();
        indices()
            .find(|index| points(*index).any(|point| point.outcome.showable(unit).is_some()))
            .or_else(|| indices().find(|index| points(*index).next().is_some()))
    }

    /// The period of the same length a year before another one.
    pub fn year_before(&self, index: usize) -> Option<usize> {
        let before = self.trend.periods.get(index)?.previous_year()?;
        self.index_of(&before)
    }

    /// The place of a period.
    pub fn index_of(&self, wanted: &Period) -> Option<usize> {
        let mut periods = self.trend.periods.iter();
        periods.position(|period| period.covers_same_days(wanted))
    }

    /// The estimate of a line in a period, where it may be seen.
    pub fn showable<'a>(&self, line: &'a TrendSeries, index: usize) -> Option<&'a Estimate> {
        let outcome = &line.points.get(index)?.as_ref()?.outcome;
        outcome.showable(self.trend.measure.unit)
    }
}

/// Asks for each dimension by itself, since the small counts of each have to be safe by themselves: those of
/// a dimension add up to the total.
fn one_by_one(
    catalogue: &Catalogue,
    question: &Question,
    dimensions: &[String],
    trend: &mut TrendAnswer,
) {
    trend.series.clear();
    trend.notes.clear();
    for dimension in dimensions {
        let asked = Question {
            split: Split::Dimensions(vec![dimension.clone()]),
            ..question.clone()
        };
        let Some(answer) = answer(catalogue, &asked).filter(|own| own.periods == trend.periods)
        else {
            continue;
        };
        let lines = answer.series.into_iter();
        trend
            .series
            .extend(lines.filter(|line| line.role == SeriesRole::Asked));
        for note in answer.notes {
            if !trend.notes.contains(&note) {
                trend.notes.push(note);
            }
        }
    }
}

/// One line of everybody asked about for each area, over the same periods.
fn lines_of(catalogue: &Catalogue, question: &Question, areas: Vec<String>) -> Vec<TrendSeries> {
    let asked = Question {
        split: Split::Areas,
        areas,
        ..question.clone()
    };
    answer(catalogue, &asked).map_or_else(Vec::new, |answer| answer.series)
}

/// Sorts lines by the dimensions asked for, in each by its natural order; the dimensions of the lines. A
/// line that no dimension tells from everybody asked about is taken out: it is the whole.
fn in_order(lines: &mut Vec<TrendSeries>, asked: &[String], of: &Cohort) -> Vec<String> {
    let dimension_of = |line: &TrendSeries| -> Option<(String, String)> {
        let mut own = line.key.cohort.traits().iter().filter(|held| {
            asked.contains(&held.dimension)
                && of.category(&held.dimension) != Some(held.category.as_str())
        });
        own.next()
            .map(|held| (held.dimension.clone(), held.category.clone()))
    };
    let mut left: Vec<(String, String, TrendSeries)> = lines
        .drain(..)
        .filter_map(|line| {
            dimension_of(&line).map(|(dimension, category)| (dimension, category, line))
        })
        .collect();
    let mut dimensions = Vec::with_capacity(left.len());
    for dimension in asked {
        let (of_this, others): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|(held, ..)| held == dimension);
        left = others;
        let categories: Vec<&str> = of_this
            .iter()
            .map(|(_, category, _)| category.as_str())
            .collect();
        for place in natural_places(&categories) {
            if let Some((dimension, _, line)) = of_this.get(place) {
                dimensions.push(dimension.clone());
                lines.push(line.clone());
            }
        }
    }
    dimensions
}

/// The smallest area of the measure that holds all areas of the lines and is none of them.
fn whole_area(entry: &MeasureEntry, lines: &[TrendSeries]) -> Option<String> {
    if lines.len() < 2 {
        return None;
    }
    let names: Vec<&str> = lines.iter().map(|line| line.key.area.as_str()).collect();
    let kind_of = |name: &str| entry.area_named(name).map(|area| area.kind);
    let kinds: Vec<AreaKind> = names.iter().filter_map(|name| kind_of(name)).collect();
    let gazetteer = Gazetteer::built_in();
    let holds_all = |holder: &str, kind: AreaKind| {
        let Some(holder) = gazetteer.find_of_kind(holder, kind) else {
            return false;
        };
        names.iter().zip(&kinds).all(|(name, kind)| {
            let place = gazetteer.find_of_kind(name, *kind);
            place.is_some_and(|place| lies_in(gazetteer, place, holder))
        })
    };
    let is_candidate = |area: &&super::catalogue::CatalogueArea| {
        !names.contains(&area.name.as_str())
            && (holds_all(&area.name, area.kind)
                || (area.kind == AreaKind::Total
                    && kinds.iter().all(|kind| *kind == AreaKind::District)))
    };
    let candidates = entry.areas.iter().filter(is_candidate);
    candidates
        .max_by_key(|area| area.kind)
        .map(|area| area.name.clone())
}

/// Whether a place is within another, at whatever level.
pub(super) fn lies_in(gazetteer: &Gazetteer, place: &Place, holder: &Place) -> bool {
    let is_holder = |other: &Place| other.area == holder.area;
    let mut at = Some(place);
    for _ in 0..MOST_LEVELS {
        let Some(here) = at else { break };
        let is_member = gazetteer
            .members(holder)
            .iter()
            .any(|member| member.area == here.area);
        if is_holder(here) || is_member {
            return true;
        }
        at = gazetteer.parent(here);
    }
    false
}
