//! Areas of one kind side by side, each against the wider area: districts, wards, partnerships, forces.
//! Their changes are judged as one family, their ranks by tests of all pairs.

use serde::{Deserialize, Serialize};

use super::against_rest::AgainstRest;
use super::answer::answer;
use super::area_boundaries::AreaBoundaries;
use super::catalogue::{Catalogue, MeasureEntry};
use super::change::{ALPHA, Change, Direction};
use super::estimate::Estimate;
use super::question::{Comparator, Question, Split};
use super::shown_as::ShownAs;
use super::trend::{PeriodChange, SeriesRole, TrendAnswer, TrendSeries};
use crate::data::{AreaKind, Gazetteer, Polarity, Unit};
use crate::stats::comparisons;
use crate::stats::multiplicity::{Adjustment, adjusted};
use crate::stats::peers;
use crate::stats::proportions::Sample;
use crate::stats::ranks::{self, PlausibleRange, Rank, RankFrom};
use crate::stats::taylor::Contrast;

/// The kinds of areas that are set side by side, the ones meant first where nobody says which.
pub const KINDS: [AreaKind; 8] = [
    AreaKind::District,
    AreaKind::CommunitySafetyPartnership,
    AreaKind::Ward,
    AreaKind::PoliceForce,
    AreaKind::County,
    AreaKind::Region,
    AreaKind::SmallArea,
    AreaKind::Other,
];

/// What is asked of areas side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictsQuestion {
    /// The measure, people and periods; its areas count where they are several of the kind.
    pub question: Question,
    /// The kind of areas; `None` is that of the question's areas, else the first of [`KINDS`] there is.
    pub kind: Option<AreaKind>,
    /// What each is held against.
    pub wider: WiderArea,
    /// The areas that are set side by side, by name: the user's own and its peers; `None` is all of the kind.
    pub peers: Option<Vec<String>>,
    /// Whether each is compared with all the others together, too.
    pub against_rest: bool,
}

/// The area that others are held against.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WiderArea {
    /// The widest area there is, unless values add up: of counts a whole is no comparison for its parts.
    #[default]
    Widest,
    /// None.
    Nothing,
    /// An area, by name.
    Area(String),
}

/// Areas of one kind side by side.
#[derive(Clone, Debug)]
pub struct DistrictsAnswer {
    /// Their values over periods, first the one that ranks first; last what they are held against.
    pub trend: TrendAnswer,
    /// What kind of areas they are.
    pub kind: AreaKind,
    /// What is known of each beside its line, in the order of the lines asked for.
    pub districts: Vec<District>,
    /// How many changes were tested, as one family.
    pub comparisons: usize,
    /// How they were ranked.
    pub ranking: Ranking,
    /// The area with the largest clear change of the direction in which most changed.
    pub largest: Option<LargestChange>,
    /// Whether the user chose them among others of the kind.
    pub is_of_peers: bool,
    /// Each against all the others together in the ranked period, as one family, in their order; empty where that
    /// was not asked for or cannot be tested.
    pub against_rest: Vec<Option<AgainstRest>>,
    /// Their boundaries, where the project has some: those of the file that has most of them, even where that is
    /// none.
    pub boundaries: Option<AreaBoundaries>,
}

/// What is known of an area beside its line.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Its ONS code, where the gazetteer knows it.
    pub code: Option<String>,
    /// Its rank in the latest period; `None` where nothing is ranked, or it has no value to be shown.
    pub rank: Option<DistrictRank>,
    /// Its people in that period, where the values are rates and the workbooks know them.
    pub people: Option<f64>,
}

/// The rank of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistrictRank {
    /// Its place by its value.
    pub place: Rank,
    /// The places that it may plausibly have; `None` where no two values could be tested.
    pub range: Option<PlausibleRange>,
}

/// How areas were ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranking {
    /// Not at all: more happens where more people are.
    CountsAreNotRanked,
    /// Not at all: fewer than two values may be shown.
    TooFew,
    /// By value in the period of this place, the end first that [`rank_from`] says.
    ByValue {
        /// The place of the period in the answer.
        period: usize,
        /// How many pairs were tested.
        pairs: usize,
    },
}

/// The largest clear change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargestChange {
    /// The place of its line.
    pub district: usize,
    /// Whether it is clearly larger than the mean change of the others (statistical specification 9.1: only
    /// then may it be said to have changed most).
    pub clear_of_others: bool,
}

/// Which end of a measure ranks first: the better one; the highest where neither is better.
pub const fn rank_from(polarity: Polarity) -> RankFrom {
    match polarity {
        Polarity::LowerIsBetter => RankFrom::Lowest,
        Polarity::HigherIsBetter | Polarity::Neutral => RankFrom::Highest,
    }
}

/// Whether values are sums, or parts of one, which grow with the area.
pub const fn adds_up(unit: Unit, shown_as: ShownAs) -> bool {
    matches!(shown_as, ShownAs::ShareOfTotal) || matches!(unit, Unit::Count | Unit::Pounds)
}

/// The kinds of which a measure has several areas, in the order of [`KINDS`].
pub fn kinds_of(entry: &MeasureEntry) -> Vec<AreaKind> {
    let has_several = |kind: &AreaKind| entry.areas_of(*kind).nth(1).is_some();
    KINDS.into_iter().filter(has_several).collect()
}

impl DistrictsQuestion {
    /// The kind of areas that is meant, and their names; `None` where the measure has none of which there
    /// are several.
    pub fn areas(&self, entry: &MeasureEntry) -> Option<(AreaKind, Vec<String>)> {
        let kinds = kinds_of(entry);
        let asked = self.asked_areas(entry).filter(|_| self.peers.is_none());
        let kind = self
            .kind
            .filter(|kind| kinds.contains(kind))
            .or(asked.as_ref().map(|(kind, _)| *kind))
            .or_else(|| kinds.first().copied())?;
        match asked {
            Some((of_kind, areas)) if of_kind == kind => Some((kind, areas)),
            _ => {
                let all: Vec<String> = entry.areas_of(kind).map(|area| area.name.clone()).collect();
                let is_peer = |name: &&String| {
                    let peers = self.peers.as_ref();
                    peers.is_none_or(|peers| peers.contains(*name))
                };
                let areas: Vec<String> = all.iter().filter(is_peer).cloned().collect();
                // A choice that leaves nothing is none.
                Some((kind, if areas.is_empty() { all } else { areas }))
            }
        }
    }

    /// The areas of the question, where they are several of one kind.
    fn asked_areas(&self, entry: &MeasureEntry) -> Option<(AreaKind, Vec<String>)> {
        let areas = &self.question.areas;
        if self.question.split != Split::Areas || areas.len() < 2 {
            return None;
        }
        let kind_of = |name: &String| entry.area_named(name).map(|area| area.kind);
        let kind = kind_of(areas.first()?)?;
        let is_of_kind = |name: &String| kind_of(name) == Some(kind);
        areas.iter().all(is_of_kind).then(|| (kind, areas.clone()))
    }

    /// The name of the area that others are held against.
    pub fn wider_area(&self, entry: &MeasureEntry, areas: &[String]) -> Option<String> {
        let shown_as = self.question.shown_as;
        let unit = shown_as.unit(entry.measure.unit);
        match &self.wider {
            WiderArea::Nothing => None,
            WiderArea::Area(name) => entry.area_named(name).map(|area| area.name.clone()),
            WiderArea::Widest if adds_up(unit, shown_as) => None,
            WiderArea::Widest => entry
                .widest_area()
                .map(|area| area.name.clone())
                .filter(|name| !areas.contains(name)),
        }
    }

    /// The answer; `None` where the measure has no several areas of a kind.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<DistrictsAnswer> {
        let entry = catalogue.entry(&self.question.measure)?;
        let resolved = Self {
            question: catalogue.resolve(&self.question),
            ..self.clone()
        };
        let (kind, areas) = resolved.areas(entry)?;
        let comparator = resolved.wider_area(entry, &areas);
        let compared = resolved.against_rest.then(|| Question {
            split: Split::Areas,
            areas: areas.clone(),
            ..resolved.question.clone()
        });
        let trend = answer(
            catalogue,
            &Question {
                split: Split::Areas,
                areas,
                comparator: comparator.map_or(Comparator::Nothing, Comparator::Area),
                ..resolved.question
            },
        )?;
        let code_of = |name: &str| {
            let also = entry.area_named(name).map(|area| area.also.as_slice());
            let names =
                std::iter::once(name).chain(also.unwrap_or_default().iter().map(String::as_str));
            names
                .filter_map(|name| Gazetteer::built_in().find_of_kind(name, kind))
                .find_map(|place| place.area.code.clone())
        };
        let mut answer = DistrictsAnswer::of(trend, kind, code_of);
        answer.is_of_peers =
            resolved.peers.is_some() && answer.districts.len() < entry.areas_of(kind).count();
        answer.know_people(catalogue, entry);
        answer.find_boundaries(catalogue.boundaries(), entry);
        if let Some(question) = compared {
            answer.compare_with_rest(catalogue, question);
        }
        Some(answer)
    }
}

impl DistrictsAnswer {
    /// Ranks the areas of an answer and puts them in their order.
    pub fn of(
        mut trend: TrendAnswer,
        kind: AreaKind,
        code_of: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let unit = trend.measure.unit;
        let (asked, others): (Vec<TrendSeries>, Vec<TrendSeries>) = trend
            .series
            .into_iter()
            .partition(|series| series.role == SeriesRole::Asked);
        let is_sum = adds_up(unit, trend.shown_as);
        let ranked = if is_sum {
            Ranked::none(&asked, Ranking::CountsAreNotRanked)
        } else {
            Ranked::of(&asked, &trend.measure)
        };
        let mut order: Vec<(TrendSeries, Option<DistrictRank>)> =
            asked.into_iter().zip(ranked.ranks).collect();
        if is_sum {
            order.sort_by(|(one, _), (other, _)| {
                crate::base::text::natural_order(&one.label, &other.label)
            });
        } else {
            order.sort_by_key(|(_, rank)| rank.map_or(usize::MAX, |rank| rank.place.place));
        }
        let (mut series, ranks): (Vec<TrendSeries>, Vec<Option<DistrictRank>>) =
            order.into_iter().unzip();
        let districts = series
            .iter()
            .zip(ranks)
            .map(|(line, rank)| District {
                code: code_of(&line.key.area),
                rank,
                people: None,
            })
            .collect();
        let changes = shown_changes(&series, unit);
        let comparisons = changes
            .iter()
            .flatten()
            .filter(|held| held.change.p_value.is_some())
            .count();
        let largest = largest_change(&changes);
        series.extend(others);
        trend.series = series;
        Self {
            trend,
            kind,
            districts,
            comparisons,
            ranking: ranked.ranking,
            largest,
            is_of_peers: false,
            against_rest: Vec::new(),
            boundaries: None,
        }
    }

    /// The lines of the areas.
    pub fn lines(&self) -> impl Iterator<Item = &TrendSeries> {
        let is_asked = |series: &&TrendSeries| series.role == SeriesRole::Asked;
        self.trend.series.iter().filter(is_asked)
    }

    /// The line that they are held against.
    pub fn wider(&self) -> Option<&TrendSeries> {
        let is_comparator = |series: &&TrendSeries| series.role == SeriesRole::Comparator;
        self.trend.series.iter().find(is_comparator)
    }

    /// The same in the period of the ranking alone, without what the areas are held against and without
    /// changes; `None` where nothing is ranked.
    pub fn at_ranked_period(&self) -> Option<Self> {
        let Ranking::ByValue { period, pairs } = self.ranking else {
            return None;
        };
        let series = self.lines().map(|line| TrendSeries {
            points: vec![line.points.get(period).cloned().flatten()],
            change: None,
            not_comparable: None,
            ..line.clone()
        });
        Some(Self {
            trend: TrendAnswer {
                periods: vec![*self.trend.periods.get(period)?],
                series: series.collect(),
                ..self.trend.clone()
            },
            comparisons: 0,
            ranking: Ranking::ByValue { period: 0, pairs },
            largest: None,
            ..self.clone()
        })
    }

    /// The place of an area's line by its name.
    pub fn place_of(&self, area: &str) -> Option<usize> {
        self.lines().position(|line| line.key.area == area)
    }

    /// The value with which an area was ranked.
    pub fn ranked_value(&self, district: usize) -> Option<&Estimate> {
        let Ranking::ByValue { period, .. } = self.ranking else {
            return None;
        };
        shown_at(self.lines().nth(district)?, period, self.trend.measure.unit)
    }
}

fn shown_at(line: &TrendSeries, period: usize, unit: Unit) -> Option<&Estimate> {
    let estimate = line.points.get(period)?.as_ref()?.outcome.estimate()?;
    estimate.is_showable(unit).then_some(estimate)
}

/// The changes that may be spoken of, by line.
fn shown_changes(lines: &[TrendSeries], unit: Unit) -> Vec<Option<&PeriodChange>> {
    let may_be_shown = |held: &&PeriodChange| {
        held.change.from.is_showable(unit) && held.change.to.is_showable(unit)
    };
    lines
        .iter()
        .map(|line| line.change.as_ref().filter(may_be_shown))
        .collect()
}

/// The ranks of the areas in the latest period that has values to be shown.
struct Ranked {
    ranking: Ranking,
    ranks: Vec<Option<DistrictRank>>,
}

impl Ranked {
    fn none(lines: &[TrendSeries], ranking: Ranking) -> Self {
        Self {
            ranking,
            ranks: vec![None; lines.len()],
        }
    }

    fn of(lines: &[TrendSeries], measure: &crate::data::Measure) -> Self {
        let none = |ranking| Self::none(lines, ranking);
        let periods = lines
            .iter()
            .map(|line| line.points.len())
            .max()
            .unwrap_or(0);
        let shown = |period: usize| {
            let places = lines.iter().enumerate();
            let shown = places.filter_map(move |(place, line)| {
                Some((place, shown_at(line, period, measure.unit)?))
            });
            shown.collect::<Vec<(usize, &Estimate)>>()
        };
        let latest = (0..periods).rev().find(|period| shown(*period).len() > 1);
        let Some(period) = latest else {
            return none(Ranking::TooFew);
        };
        let held = shown(period);
        let from = rank_from(measure.polarity);
        let values: Vec<f64> = held.iter().map(|(_, estimate)| estimate.value).collect();
        let test = |one: usize, other: usize| {
            pair_p_value(measure.unit, held.get(one)?.1, held.get(other)?.1)
        };
        let pairs = (0..held.len())
            .flat_map(|one| (one + 1..held.len()).map(move |other| (one, other)))
            .filter(|(one, other)| test(*one, *other).is_some())
            .count();
        let (Some(places), Some(ranges)) = (
            ranks::competition_ranks(&values, from),
            ranks::plausible_ranges(&values, from, test),
        ) else {
            return none(Ranking::TooFew);
        };
        let mut ranked = none(Ranking::ByValue { period, pairs });
        for (((place, _), rank), range) in held.iter().zip(places).zip(ranges) {
            if let Some(slot) = ranked.ranks.get_mut(*place) {
                *slot = Some(DistrictRank {
                    place: rank,
                    range: (pairs > 0).then_some(range),
                });
            }
        }
        ranked
    }
}

/// The p-value of two areas' values: 1 where the interval of their difference contains nought, whatever the
/// test says (statistical specification 2.1).
fn pair_p_value(unit: Unit, one: &Estimate, other: &Estimate) -> Option<f64> {
    let change = Change::between(unit, one, other, (1.0, 1.0));
    match change.direction {
        Direction::NotTested => None,
        Direction::NoClearChange => Some(change.p_value.map_or(1.0, |p| p.max(ALPHA))),
        Direction::Up | Direction::Down => change.p_value,
    }
}

/// The largest clear change of the direction in which most areas changed; of equals, of a fall.
fn largest_change(changes: &[Option<&PeriodChange>]) -> Option<LargestChange> {
    let of = |direction: Direction| {
        let clear = changes
            .iter()
            .enumerate()
            .filter_map(move |(place, change)| {
                let change = &(*change)?.change;
                (change.direction == direction).then_some((place, change))
            });
        clear.collect::<Vec<(usize, &Change)>>()
    };
    let (fell, rose) = (of(Direction::Down), of(Direction::Up));
    let most = if rose.len() > fell.len() { rose } else { fell };
    let size = |change: &Change| change.relative_percent.unwrap_or(change.difference).abs();
    let (district, _) = most
        .iter()
        .max_by(|(_, one), (_, other)| size(one).total_cmp(&size(other)))?;
    Some(LargestChange {
        district: *district,
        clear_of_others: is_clear_of_others(changes, *district),
    })
}

/// Whether a change differs from the mean change of the others (statistical specification 2.4 and 9.1),
/// judged as one of the family of all areas, since it was chosen for being the largest. Only changes over
/// the same time are held against it.
fn is_clear_of_others(changes: &[Option<&PeriodChange>], district: usize) -> bool {
    let Some(Some(own)) = changes.get(district) else {
        return false;
    };
    let sampled: Vec<(usize, (Sample, Sample))> = changes
        .iter()
        .enumerate()
        .filter_map(|(place, change)| {
            let held = change.filter(|held| held.from == own.from && held.to == own.to)?;
            let Change { from, to, .. } = &held.change;
            Some((place, (sample_of(from)?, sample_of(to)?)))
        })
        .collect();
    let p_values: Vec<Option<f64>> = (0..sampled.len())
        .map(|own| {
            let earlier: Vec<Sample> = sampled.iter().map(|(_, (from, _))| *from).collect();
            let later: Vec<Sample> = sampled.iter().map(|(_, (_, to))| *to).collect();
            let (earlier, later) = (contrast(&earlier, own)?, contrast(&later, own)?);
            comparisons::difference_in_differences(&earlier, &later).map(|test| test.p_value)
        })
        .collect();
    let by_rate = adjusted(&p_values, Adjustment::BenjaminiHochberg);
    let found = sampled
        .iter()
        .zip(by_rate)
        .find(|((place, _), _)| *place == district);
    found.and_then(|(_, p)| p).is_some_and(|p| p < ALPHA)
}

/// An area's share less the mean of the others' shares, all independent samples.
fn contrast(samples: &[Sample], own: usize) -> Option<Contrast> {
    let variance = |sample: &Sample| sample.share * (1.0 - sample.share) / sample.effective_base;
    let shares: Vec<f64> = samples.iter().map(|sample| sample.share).collect();
    let others = f64::from(u32::try_from(samples.len().checked_sub(1)?).ok()?);
    let of_others: f64 = samples
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != own)
        .map(|(_, sample)| variance(sample))
        .sum();
    let sample = samples.get(own)?;
    (others > 0.0).then_some(())?;
    Some(Contrast {
        difference: sample.share - peers::mean_of_others(&shares, own)?,
        variance: variance(sample) + of_others / (others * others),
    })
}

fn sample_of(estimate: &Estimate) -> Option<Sample> {
    estimate.interval?;
    Some(Sample {
        share: estimate.value / 100.0,
        effective_base: estimate.effective_base.filter(|base| *base > 0.0)?,
    })
}
