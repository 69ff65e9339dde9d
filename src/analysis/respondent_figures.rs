//! The figures of the catalogue that were worked out of respondents who are held here, with what the workbook's
//! sums alone do not give: the variance under the design that the survey declares, and everybody else exactly.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::catalogue::{Catalogue, Found, MeasureEntry, MeasureKey};
use super::cohort_rule::NamedCohort;
use super::dictionary::Dictionary;
use super::estimate::{Estimate, Provenance};
use super::figure_marks::{FigureKey, withheld_figures};
use super::survey::{
    Axis, CellPlan, Cells, Column, Condition, Difference, FillCells, GroupsAsked, Item, PlanError,
    Respondents, ShareEstimate, Subject, all_groups, entries_of,
};
use super::trend::SeriesKey;
use crate::data::survey::Survey;
use crate::data::{Area, CellRef, Cohort, Measure, Observation, Period, Source, Unit};

/// An observation among those of its measure and source: its heading, people, area and period.
type Key = (CellRef, u32, Option<u32>, Option<u32>);

/// A figure that was worked out of respondents.
#[derive(Clone, Copy, Debug)]
struct Figure {
    /// The share, by the design that the survey declares.
    share: ShareEstimate,
    /// Everybody else of the same period; `None` of everybody, and where nobody else answered.
    rest: Option<ShareEstimate>,
}

/// Which figures of a measure are withheld, by the heading of its column.
type Withheld = HashMap<CellRef, HashSet<FigureKey>>;

/// The figures of some sources, each measure's worked out when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct RespondentFigures {
    /// By source, then by measure of the source.
    figures: Vec<Vec<OnceLock<HashMap<Key, Figure>>>>,
    /// By the same, by the heading of the column: which figures are withheld.
    withheld: Vec<Vec<OnceLock<Withheld>>>,
    groups: Arc<[NamedCohort]>,
    dictionary: Arc<Dictionary>,
}

/// Who is counted, as one part of a grouping.
#[derive(Clone, Debug, PartialEq)]
enum Who {
    Everyone,
    /// An entry of a column.
    Entry(Column, u16),
    /// A group of the project's own.
    Own(Condition),
}

/// A subject of a survey, with the figures that a source gives of it.
struct Reading<'a> {
    source: &'a Source,
    survey: &'a Survey,
    subject: Subject,
    own: Vec<(Cohort, Condition)>,
}

impl RespondentFigures {
    /// The figures of some sources, with groups of the project's own.
    pub(super) fn of(
        sources: &[Arc<Source>],
        groups: &Arc<[NamedCohort]>,
        dictionary: &Arc<Dictionary>,
    ) -> Self {
        let of_source = |source: &Arc<Source>| {
            let measures = if source.surveys.is_empty() {
                0
            } else {
                source.measures.len()
            };
            (0..measures).map(|_measure| OnceLock::new()).collect()
        };
        let withheld = |source: &Arc<Source>| {
            let measures = if source.surveys.is_empty() {
                0
            } else {
                source.measures.len()
            };
            (0..measures).map(|_measure| OnceLock::new()).collect()
        };
        Self {
            withheld: sources.iter().map(withheld).collect(),
            figures: sources.iter().map(of_source).collect(),
            groups: groups.clone(),
            dictionary: dictionary.clone(),
        }
    }

    /// The share behind an observation, where its survey declares a design; otherwise the observation itself
    /// says all there is.
    pub(super) fn by_design(&self, found: &Found<'_>) -> Option<ShareEstimate> {
        let declares = |survey: &Arc<Survey>| survey.stratum.is_some() || survey.cluster.is_some();
        if !found.source.surveys.iter().any(declares) {
            return None;
        }
        let figure = self.figure(found)?;
        (figure.share.tier == super::survey::Tier::A).then_some(figure.share)
    }

    /// Whether figures of a measure come from respondents who are held here.
    pub(super) fn are_behind(catalogue: &Catalogue, entry: &MeasureEntry) -> bool {
        let figures = catalogue.respondent_figures();
        let mut looked_at: Vec<(usize, u32)> = Vec::new();
        catalogue.observations(entry).any(|found| {
            let measure = (found.source_place, found.observation.measure);
            if found.source.surveys.is_empty() || looked_at.contains(&measure) {
                return false;
            }
            looked_at.push(measure);
            let mut readings = figures.readings(found.source, found.observation.measure);
            readings.next().is_some()
        })
    }

    /// The groups of the project's own that a survey knows.
    pub(super) fn own_groups(&self, survey: &Survey) -> Vec<(Cohort, Condition)> {
        NamedCohort::conditions(&self.groups, survey, &self.dictionary)
    }

    /// Whether an observation is withheld because a few of its respondents could be told from all that charts show.
    pub(super) fn is_withheld(&self, found: &Found<'_>) -> bool {
        let observation = found.observation;
        let measure = self
            .withheld
            .get(found.source_place)
            .and_then(|measures| measures.get(usize::try_from(observation.measure).ok()?));
        let Some(measure) = measure else {
            return false;
        };
        let withheld = measure.get_or_init(|| {
            let mut withheld: HashMap<CellRef, HashSet<FigureKey>> = HashMap::new();
            for reading in self.readings(found.source, observation.measure) {
                let keys = withheld_figures(reading.survey, &reading.subject, &reading.own);
                let cell = reading.subject.origin.cell;
                withheld.entry(cell).or_default().extend(keys);
            }
            withheld
        });
        let cohort = found.source.cohort(observation);
        withheld
            .get(&observation.cell)
            .zip(cohort)
            .is_some_and(|(keys, cohort)| {
                let area = found.source.area(observation).cloned();
                keys.contains(&(
                    cohort.clone(),
                    area,
                    found.source.period(observation).copied(),
                ))
            })
    }

    fn figure(&self, found: &Found<'_>) -> Option<&Figure> {
        let observation = found.observation;
        let measures = self.figures.get(found.source_place)?;
        let measure = measures.get(usize::try_from(observation.measure).ok()?)?;
        let figures = measure.get_or_init(|| self.worked_out(found.source, observation.measure));
        figures.get(&key_of(observation))
    }

    /// All figures of a measure of a source that come from its surveys.
    fn worked_out(&self, source: &Source, measure: u32) -> HashMap<Key, Figure> {
        let mut figures = HashMap::new();
        for reading in self.readings(source, measure) {
            // A survey of too many clusters for so many groups keeps what the observations say.
            if let Ok(found) = reading.figures(measure) {
                figures.extend(found);
            }
        }
        figures
    }

    /// The subjects of which a measure of a source consists.
    fn readings<'a>(
        &'a self,
        source: &'a Source,
        measure: u32,
    ) -> impl Iterator<Item = Reading<'a>> {
        let wanted = usize::try_from(measure)
            .ok()
            .and_then(|place| source.measures.get(place))
            .map(MeasureKey::of);
        source.surveys.iter().flat_map(move |survey| {
            let is_wanted = |subject: &Subject| {
                let own = Measure::named(subject.name.clone(), Unit::Percent);
                Some(MeasureKey::of(&own)) == wanted
            };
            let subjects: Vec<Subject> =
                Subject::all(survey).into_iter().filter(is_wanted).collect();
            subjects.into_iter().map(|subject| Reading {
                source,
                survey,
                subject,
                own: self.own_groups(survey),
            })
        })
    }
}

fn key_of(observation: &Observation) -> Key {
    (
        observation.cell,
        observation.cohort,
        observation.area,
        observation.period,
    )
}

impl Reading<'_> {
    /// Whom an observation is about; `None` where that is nobody whom the survey can tell.
    fn who(&self, cohort: &Cohort, area: Option<&Area>) -> Option<Who> {
        let is_whole = area == self.survey.whole_area.as_ref();
        match cohort.traits() {
            [] if is_whole => Some(Who::Everyone),
            [] => {
                let entries = &self.survey.area.as_ref()?.entries;
                let place = entries.iter().position(|entry| Some(entry) == area)?;
                let entry = u16::try_from(place).ok()?;
                Some(Who::Entry(Column::Area, entry))
            }
            [held] if is_whole => {
                let own = self.own.iter().find(|(own, _)| own == cohort);
                if let Some((_, condition)) = own {
                    return Some(Who::Own(condition.clone()));
                }
                let mut dimensions = self.survey.dimensions.iter().enumerate();
                let (place, dimension) =
                    dimensions.find(|(_, dimension)| dimension.name == held.dimension)?;
                let mut entries = dimension.groups.entries.iter();
                let entry = entries.position(|entry| *entry == held.category)?;
                let entry = u16::try_from(entry).ok()?;
                Some(Who::Entry(Column::Dimension(place), entry))
            }
            _ => None,
        }
    }

    /// The figures behind the observations of a measure of the source.
    fn figures(&self, measure: u32) -> Result<Vec<(Key, Figure)>, PlanError> {
        let is_own = |observation: &&Observation| {
            observation.measure == measure && observation.cell == self.subject.origin.cell
        };
        let observations: Vec<(&Observation, Who)> = self
            .source
            .observations
            .iter()
            .filter(is_own)
            .filter_map(|observation| {
                let cohort = self.source.cohort(observation)?;
                Some((
                    observation,
                    self.who(cohort, self.source.area(observation))?,
                ))
            })
            .collect();
        let mut groupings = Groupings::default();
        let places: Vec<(usize, usize)> = observations
            .iter()
            .map(|(_, who)| groupings.place(who))
            .collect();
        let entries = self
            .survey
            .period
            .as_ref()
            .map_or(0, |period| period.entries.len());
        let plan = CellPlan {
            items: vec![Item::Answers(self.subject.column)],
            groupings: groupings.axes,
            slices: (0_u16..).take(entries).map(|entry| vec![entry]).collect(),
            filter: None,
            by_design: true,
        };
        let cells = Respondents::of(self.survey).fill(&plan)?;
        let figures = observations.iter().zip(places);
        Ok(figures
            .filter_map(|((observation, who), place)| {
                let slices = self.slices(self.source.period(observation))?;
                let figure = self.figure(&cells, &slices, place, who)?;
                let is_it = figure.is_behind(observation);
                is_it.then_some((key_of(observation), figure))
            })
            .collect())
    }

    /// The slices of a period: one for each entry of the survey's, one of all where it has none.
    fn slices(&self, period: Option<&Period>) -> Option<Vec<usize>> {
        if self.survey.period.is_none() {
            return Some(vec![0]);
        }
        let entries = entries_of(self.survey, period?).ok()?;
        Some(entries.into_iter().map(usize::from).collect())
    }

    fn figure(
        &self,
        cells: &Cells,
        slices: &[usize],
        (grouping, category): (usize, usize),
        who: &Who,
    ) -> Option<Figure> {
        let counted = &self.subject.counted;
        let group = cells.answers(0, grouping)?.share(slices, category, counted);
        let rest = if *who == Who::Everyone {
            None
        } else {
            let whole = cells.answers(0, 0)?.share(slices, 0, counted);
            cells.design.share(slices, &whole.without(&group))
        };
        Some(Figure {
            share: cells.design.share(slices, &group)?,
            rest,
        })
    }
}

impl Figure {
    /// Whether an observation says the same: the same share of as many respondents.
    fn is_behind(&self, observation: &Observation) -> bool {
        let is_same = |one: f64, other: f64| (one - other).abs() <= 1e-9 * (1.0 + other.abs());
        let base = u32::try_from(self.share.unweighted_base)
            .map(f64::from)
            .ok();
        base == observation.unweighted_base
            && observation
                .value
                .is_some_and(|value| is_same(value, 100.0 * self.share.share))
    }
}

/// The groupings that are wanted, the first of everybody.
struct Groupings {
    axes: Vec<Vec<Axis>>,
}

impl Default for Groupings {
    fn default() -> Self {
        Self {
            axes: vec![Vec::new()],
        }
    }
}

impl Groupings {
    /// The grouping and the category of some people.
    fn place(&mut self, who: &Who) -> (usize, usize) {
        let (axis, category) = match who {
            Who::Everyone => return (0, 0),
            Who::Entry(column, entry) => (Axis::Column(*column), usize::from(*entry)),
            Who::Own(condition) => (Axis::Group(condition.clone()), 0),
        };
        let is_it = |axes: &Vec<Axis>| axes.as_slice() == std::slice::from_ref(&axis);
        let place = self.axes.iter().position(is_it).unwrap_or_else(|| {
            self.axes.push(vec![axis]);
            self.axes.len() - 1
        });
        (place, category)
    }
}

/// Everybody else than each area or group of a measure in a period, where respondents say it exactly, under the
/// words by which the catalogue speaks of the area or group.
pub(super) struct Rests {
    found: HashMap<SeriesKey, Estimate>,
}

impl Rests {
    /// The rests of a period.
    pub(super) fn of(catalogue: &Catalogue, entry: &MeasureEntry, period: &Period) -> Self {
        let figures = catalogue.respondent_figures();
        let observations = catalogue.observations(entry);
        let mut found = HashMap::new();
        for held in observations.filter(|held| held.period.covers_same_days(period)) {
            let rest = figures.figure(&held).and_then(|figure| figure.rest);
            let Some(rest) = rest else { continue };
            let key = SeriesKey {
                area: held.area.to_owned(),
                cohort: held.cohort.clone(),
            };
            let provenance = Provenance {
                source: held.source.clone(),
                cells: vec![held.observation.cell],
            };
            // Which of several counts is settled by the line itself: see [`Self::of_estimate`].
            if held.rank == super::catalogue::Rank::default() {
                found.insert(key, rest.as_estimate(provenance));
            }
        }
        Self { found }
    }

    /// Everybody else than a group whose own figure is of the same source.
    pub(super) fn beside(&self, key: &SeriesKey, own: &Estimate) -> Option<Estimate> {
        let rest = self.found.get(key)?;
        let (one, other) = (&rest.provenance, &own.provenance);
        let is_same = one.source.id == other.source.id && one.cells.first() == other.cells.first();
        is_same.then(|| Estimate {
            base_policy: own.base_policy,
            ..rest.clone()
        })
    }
}

/// The change of an area or group between two periods that share respondents, by the variance that takes those
/// into account (statistical specification 2.6); `None` where the figures are not of the respondents of one
/// survey.
pub(super) fn overlapping_change(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    key: &SeriesKey,
    (from, to): (&Period, &Period),
) -> Option<Difference> {
    let is_line = |held: &Found<'_>| {
        held.rank == super::catalogue::Rank::default()
            && held.area == key.area
            && *held.cohort == key.cohort
    };
    let latest = |wanted: &Period| {
        let observations = catalogue.observations(entry);
        observations
            .filter(|held| is_line(held) && held.period.covers_same_days(wanted))
            .last()
    };
    let (earlier, later) = (latest(from)?, latest(to)?);
    if earlier.source_place != later.source_place
        || earlier.observation.cell != later.observation.cell
    {
        return None;
    }
    let figures = catalogue.respondent_figures();
    figures.figure(&earlier).and(figures.figure(&later))?;
    let observation = later.observation;
    let cohort = later.source.cohort(observation)?;
    figures
        .readings(later.source, observation.measure)
        .filter(|reading| reading.subject.origin.cell == observation.cell)
        .find_map(|reading| {
            let who = reading.who(cohort, later.source.area(observation))?;
            let asked = GroupsAsked {
                subject: &reading.subject,
                then: entries_of(reading.survey, from).ok()?,
                now: entries_of(reading.survey, to).ok()?,
                filter: match who {
                    Who::Everyone => None,
                    Who::Entry(column, entry) => Some(Condition::Is {
                        column,
                        entries: vec![entry],
                    }),
                    Who::Own(condition) => Some(condition),
                },
                dimensions: Vec::new(),
                with_pairs: false,
                own: Vec::new(),
            };
            let found = all_groups(&Respondents::of(reading.survey), &asked).ok()?;
            found.everyone.change
        })
}
