//! Works a list of concerns out: the share of those who name each issue, its change from the year before, and
//! how it stands against the force.

use std::collections::BTreeMap;

use crate::analysis::against_rest::{AgainstRest, against_rest};
use crate::analysis::answer::answer;
use crate::analysis::breaks::NotComparable;
use crate::analysis::cadence::Cadence;
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey, PeriodByEnd};
use crate::analysis::change::adjust_family;
use crate::analysis::estimate::Outcome;
use crate::analysis::groups::lies_in;
use crate::analysis::question::{Comparator, PeriodRange, Question, Split};
use crate::analysis::respondent_figures::Rests;
use crate::analysis::shown_as::ShownAs;
use crate::analysis::trend::{PeriodChange, SeriesRole, TrendAnswer, TrendSeries};
use crate::base::text::natural_order;
use crate::data::gazetteer::Gazetteer;
use crate::data::{AreaKind, Period, Unit};

use super::set::ConcernItem;

/// What is asked of a list of concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernsQuestion {
    /// The question, whose measure is one of the issues.
    pub question: Question,
    /// The area, by name; `None` is the one of the question, else the widest.
    pub area: Option<String>,
    /// Whether the force, or the widest area that is held, stands beside it.
    pub with_wider: bool,
}

/// A list of concerns in one period.
#[derive(Clone, Debug)]
pub struct ConcernsAnswer {
    /// The question as it was asked, or the table's name.
    pub name: String,
    /// The area, by name; empty where the sources name none.
    pub area: String,
    /// The wider area, where it stands beside it.
    pub wider: Option<String>,
    /// The people asked about; `None` for everybody.
    pub people: Option<String>,
    /// The period; `None` where there is no value at all.
    pub period: Option<Period>,
    /// The issues: those with a value to be shown from the most named, then the others by name.
    pub rows: Vec<ConcernRow>,
    /// How many changes were tested; they are one family.
    pub changes_tested: usize,
    /// How many issues were tested against the wider area; they are one family.
    pub wider_tested: usize,
    /// What else has to be said of the values.
    pub notes: Vec<String>,
}

/// An issue.
#[derive(Clone, Debug)]
pub struct ConcernRow {
    /// What it is.
    pub item: ConcernItem,
    /// The share of those who name it, in per cent, or why there is none; `None` where no source has a cell.
    pub outcome: Option<Outcome>,
    /// The same in the wider area.
    pub wider: Option<Outcome>,
    /// The change from the previous comparable period, where both values may be seen.
    pub change: Option<PeriodChange>,
    /// Why there is none, where a break in the series is the reason.
    pub not_comparable: Option<NotComparable>,
    /// The area against the rest of the wider area, where that can be tested.
    pub against_wider: Option<AgainstRest>,
}

/// An issue with its lines, before the period is chosen.
struct Asked<'a> {
    item: &'a ConcernItem,
    entry: &'a MeasureEntry,
    trend: TrendAnswer,
}

impl ConcernsQuestion {
    /// How many observations are gone through for the answer, at most.
    pub fn observation_count(&self, catalogue: &Catalogue) -> usize {
        let set = catalogue.concern_set(&self.question.measure);
        let items = set.map_or(&[][..], |set| &set.items);
        let entries = items
            .iter()
            .filter_map(|item| catalogue.entry(&item.measure));
        entries.map(MeasureEntry::observation_count).sum()
    }

    /// The answer; `None` where the measure belongs to no list of concerns.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<ConcernsAnswer> {
        let set = catalogue.concern_set(&self.question.measure)?;
        let items: Vec<(&ConcernItem, &MeasureEntry)> = set
            .items
            .iter()
            .filter_map(|item| Some((item, catalogue.entry(&item.measure)?)))
            .collect();
        let question = catalogue.resolve(&self.question);
        let area = self.area(&question, &items);
        let wider = wider_area(&items, &area).filter(|_| self.with_wider);
        let asked: Vec<Asked<'_>> = items
            .into_iter()
            .filter_map(|(item, entry)| {
                let wider = wider.as_ref().map(|(name, _)| name.as_str());
                let question = question_of(&question, item, entry, &area, wider);
                Some(Asked {
                    item,
                    entry,
                    trend: answer(catalogue, &question)?,
                })
            })
            .collect();
        let period = latest(&asked);
        let is_part = wider.as_ref().is_some_and(|(_, is_part)| *is_part);
        let mut rows: Vec<ConcernRow> = asked
            .iter()
            .map(|asked| row(catalogue, asked, period.as_ref(), is_part))
            .collect();
        let changes_tested = adjust_family(
            rows.iter_mut()
                .filter_map(|row| Some(&mut row.change.as_mut()?.change)),
        );
        let wider_tested = adjust_family(
            rows.iter_mut()
                .filter_map(|row| Some(&mut row.against_wider.as_mut()?.comparison)),
        );
        rows.sort_by(|one, other| {
            let value = |row: &ConcernRow| Some(row.shown()?.value);
            match (value(one), value(other)) {
                (Some(one), Some(other)) => other.total_cmp(&one),
                (None, None) => natural_order(&one.item.name, &other.item.name),
                (one, other) => one.is_none().cmp(&other.is_none()),
            }
        });
        let mut notes: Vec<String> = Vec::new();
        for note in asked.iter().flat_map(|asked| &asked.trend.notes) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        Some(ConcernsAnswer {
            name: set.name.clone(),
            area,
            wider: wider.map(|(name, _)| name),
            people: (!question.cohort.is_everyone()).then(|| question.cohort.label()),
            period,
            rows,
            changes_tested,
            wider_tested,
            notes,
        })
    }

    /// The area asked for; else the one of the question; else the widest.
    fn area(&self, question: &Question, items: &[(&ConcernItem, &MeasureEntry)]) -> String {
        let known = |name: &str| {
            let named = items.iter().find_map(|(_, entry)| entry.area_named(name));
            named.map(|area| area.name.clone())
        };
        let of_question = || match question.areas.as_slice() {
            [one] => known(one),
            _ => None,
        };
        let widest = || {
            let mut areas = items.iter().filter_map(|(_, entry)| entry.widest_area());
            areas.next().map(|area| area.name.clone())
        };
        let asked = self.area.as_deref().and_then(known);
        asked
            .or_else(of_question)
            .or_else(widest)
            .unwrap_or_default()
    }
}

impl ConcernRow {
    /// The estimate, where it may be seen.
    pub fn shown(&self) -> Option<&crate::analysis::Estimate> {
        self.outcome.as_ref()?.showable(Unit::Percent)
    }
}

impl ConcernsAnswer {
    /// The areas of the list, those of the widest kind first.
    pub fn areas(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut areas: Vec<(AreaKind, String)> = Vec::new();
        for row in &self.rows {
            let entry = catalogue.entry(&row.item.measure);
            for area in entry.iter().flat_map(|entry| &entry.areas) {
                if !areas.iter().any(|(_, name)| *name == area.name) {
                    areas.push((area.kind, area.name.clone()));
                }
            }
        }
        areas.sort_by_key(|(kind, _)| *kind);
        areas.into_iter().map(|(_, name)| name).collect()
    }

    /// The measures of the list, each once.
    pub fn measures(&self) -> impl Iterator<Item = &MeasureKey> {
        self.rows.iter().map(|row| &row.item.measure)
    }
}

/// The question of one issue: in the area, held against the wider one, over all periods up to the last asked for.
fn question_of(
    question: &Question,
    item: &ConcernItem,
    entry: &MeasureEntry,
    area: &str,
    wider: Option<&str>,
) -> Question {
    let cohort = match &item.category {
        None => question.cohort.clone(),
        Some((dimension, category)) => question
            .cohort
            .clone()
            .and(dimension.as_str(), category.as_str()),
    };
    // Concerns are told by years wherever there are years.
    let year = Cadence::Months(12);
    let years = entry.periods.contains_key(&year).then_some(year);
    Question {
        measure: item.measure.clone(),
        shown_as: ShownAs::AsGiven,
        split: Split::Areas,
        areas: if area.is_empty() {
            Vec::new()
        } else {
            vec![area.to_owned()]
        },
        cohort,
        periods: PeriodRange {
            from: None,
            to: question.periods.to,
        },
        cadence: question.cadence.or(years),
        comparator: wider.map_or(Comparator::Nothing, |name| {
            Comparator::Area(name.to_owned())
        }),
    }
}

/// The area that another one is held against, and whether it is known to hold that one: the police force, else
/// the smallest that holds it, else the widest that is not it.
fn wider_area(items: &[(&ConcernItem, &MeasureEntry)], area: &str) -> Option<(String, bool)> {
    let (_, entry) = items
        .iter()
        .find(|(_, entry)| entry.area_named(area).is_some())?;
    let own = entry.area_named(area)?;
    let gazetteer = Gazetteer::built_in();
    let own_place = gazetteer.find_of_kind(&own.name, own.kind);
    let holds = |holder: &crate::analysis::catalogue::CatalogueArea| {
        if holder.kind == AreaKind::Total {
            return own.kind == AreaKind::District || own.kind == AreaKind::Ward;
        }
        let holder = gazetteer.find_of_kind(&holder.name, holder.kind);
        own_place
            .zip(holder)
            .is_some_and(|(own, holder)| lies_in(gazetteer, own, holder))
    };
    let others = || entry.areas.iter().filter(|other| other.name != own.name);
    let holding = || others().filter(|other| holds(other));
    let force = holding().find(|other| other.kind == AreaKind::PoliceForce);
    let smallest = || holding().max_by_key(|other| other.kind);
    if let Some(found) = force.or_else(smallest) {
        return Some((found.name.clone(), true));
    }
    // Of a place that nobody knows, the widest may be the whole; it stands beside it without a test.
    let widest = entry.widest_area()?;
    let is_wider = widest.name != own.name && widest.kind < own.kind && own_place.is_none();
    is_wider.then(|| (widest.name.clone(), false))
}

fn here(trend: &TrendAnswer) -> Option<&TrendSeries> {
    let mut lines = trend.series.iter();
    lines.find(|line| line.role == SeriesRole::Asked)
}

fn at<'a>(trend: &TrendAnswer, line: &'a TrendSeries, period: &Period) -> Option<&'a Outcome> {
    let mut periods = trend.periods.iter();
    let place = periods.position(|held| held.covers_same_days(period))?;
    Some(&line.points.get(place)?.as_ref()?.outcome)
}

/// The latest period for which at least half as many issues have a value to be shown as for the fullest.
fn latest(asked: &[Asked<'_>]) -> Option<Period> {
    let mut counted: BTreeMap<PeriodByEnd, (usize, usize)> = BTreeMap::new();
    for asked in asked {
        let Some(line) = here(&asked.trend) else {
            continue;
        };
        for (period, point) in asked.trend.periods.iter().zip(&line.points) {
            if let Some(point) = point {
                let (shown, cells) = counted.entry(PeriodByEnd(*period)).or_default();
                *shown += usize::from(point.outcome.showable(Unit::Percent).is_some());
                *cells += 1;
            }
        }
    }
    let most = counted.values().map(|(shown, _)| *shown).max()?;
    let fullest = counted.iter().rev();
    let found = fullest
        .clone()
        .find(|(_, (shown, _))| *shown > 0 && shown * 2 >= most)
        .or_else(|| counted.iter().rev().find(|(_, (_, cells))| *cells > 0));
    found.map(|(period, _)| period.0)
}

fn row(
    catalogue: &Catalogue,
    asked: &Asked<'_>,
    period: Option<&Period>,
    is_part: bool,
) -> ConcernRow {
    let mut row = ConcernRow {
        item: asked.item.clone(),
        outcome: None,
        wider: None,
        change: None,
        not_comparable: None,
        against_wider: None,
    };
    let trend = &asked.trend;
    let (Some(line), Some(period)) = (here(trend), period) else {
        return row;
    };
    let mut lines = trend.series.iter();
    let wider = lines.find(|line| line.role == SeriesRole::Comparator);
    row.outcome = at(trend, line, period).cloned();
    row.wider = wider.and_then(|wider| at(trend, wider, period).cloned());
    let unit = Unit::Percent;
    row.change = line.change.clone().filter(|held| {
        held.to.covers_same_days(period)
            && held.change.from.is_showable(unit)
            && held.change.to.is_showable(unit)
    });
    row.not_comparable = line
        .not_comparable
        .clone()
        .filter(|held| held.to.covers_same_days(period));
    if let (Some(own), Some(_)) = (row.shown(), wider) {
        let exact = Rests::of(catalogue, asked.entry, period).beside(&line.key, own);
        let whole = row.wider.as_ref().and_then(|held| held.showable(unit));
        let whole = whole.filter(|_| is_part);
        row.against_wider = against_rest(unit, own, exact, whole, &[]);
    }
    row
}
