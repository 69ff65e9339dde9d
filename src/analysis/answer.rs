//! Answers a question about a measure over periods from the observations of the catalogue.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::breaks::{self, SeriesBreak};
use super::cadence::Cadence;
use super::catalogue::{Catalogue, Found, MeasureEntry, MeasureKey, PeriodByEnd, Rank};
use super::estimate::{Estimate, Outcome};
use super::observed_estimate::outcome_of;
use super::question::{Comparator, PeriodRange, Question, Split};
use super::shown_as::ShownAs;
use super::small_counts;
use super::spoken_change;
use super::trend::{SeriesKey, SeriesRole, TrendAnswer, TrendPoint, TrendSeries};
use crate::base::number;
use crate::data::{AreaKind, Cohort, Measure, Period, Source, Status, Unit};

/// With more areas than this of a kind, a measure is first shown for the widest alone.
const MOST_AREAS_AT_FIRST: usize = 12;

/// The dimensions by which a survey's measure is first split, the most telling first.
const TELLING_DIMENSIONS: [&str; 5] = ["sex", "gender", "age", "age group", "district"];

/// The answer to a question; `None` where no source holds the measure.
pub fn answer(catalogue: &Catalogue, question: &Question) -> Option<TrendAnswer> {
    let entry = catalogue.entry(&question.measure)?;
    let question = &catalogue.resolve(question);
    let mut series = series_asked(entry, question);
    let lines = Lines::of(&series);
    let shown_as = if question.shown_as.is_offered(catalogue, entry) {
        question.shown_as
    } else {
        ShownAs::AsGiven
    };
    let parts = shown_as.parts(entry);
    let cadence = parts
        .or(question.cadence)
        .filter(|asked| entry.periods.contains_key(asked))
        .or_else(|| cadence_of(catalogue, entry, &lines, &series))
        .or_else(|| entry.main_cadence());
    // What is made of parts needs all of them, whatever is shown in the end.
    let range = if parts.is_some() {
        PeriodRange::default()
    } else {
        question.periods
    };
    let periods = periods_asked(entry, cadence, range);
    fill(catalogue, entry, &periods, &lines, &mut series);
    series.retain(|line| {
        line.role == SeriesRole::Comparator || line.points.iter().any(Option::is_some)
    });
    let single_split = question.split != Split::Areas;
    let mut answer = TrendAnswer {
        key: question.measure.clone(),
        measure: entry.measure.clone(),
        place: place(&series, single_split),
        people: (!question.cohort.is_everyone()).then(|| question.cohort.label()),
        cadence,
        periods,
        series,
        targets: Vec::new(),
        shown_as,
        notes: Vec::new(),
    };
    for line in &mut answer.series {
        line.breaks = breaks_of(catalogue, &question.measure, entry, &answer.periods, line);
    }
    small_counts::withhold(&mut answer);
    shown_as.apply(catalogue, entry, &mut answer);
    answer.keep_range(question.periods);
    let over_whole_range = question.periods.from.is_some();
    spoken_change::add(catalogue, entry, over_whole_range, &mut answer);
    Some(answer)
}

/// The question with which a measure is first shown: its cohorts against everybody where there are
/// some, else its districts against the widest area, else what there is.
pub fn first_question(catalogue: &Catalogue, measure: &MeasureKey) -> Question {
    let mut question = Question::about(measure.clone());
    let Some(entry) = catalogue.entry(measure) else {
        return question;
    };
    let telling = TELLING_DIMENSIONS
        .iter()
        .find_map(|wanted| {
            entry
                .dimensions
                .keys()
                .find(|dimension| dimension.eq_ignore_ascii_case(wanted))
        })
        .or_else(|| entry.dimensions.keys().next());
    let districts: Vec<String> = entry
        .areas_of(AreaKind::District)
        .map(|area| area.name.clone())
        .collect();
    let widest = entry.widest_area().map(|area| area.name.clone());
    match (telling, widest) {
        (Some(dimension), widest) => {
            question.split = Split::Dimensions(vec![dimension.clone()]);
            question.areas = widest.into_iter().collect();
            if entry.has_everyone {
                question.comparator = Comparator::Everyone;
            }
        }
        (None, Some(widest)) if (2..=MOST_AREAS_AT_FIRST).contains(&districts.len()) => {
            // A whole beside its parts is no comparison where values add up.
            if !districts.contains(&widest) && entry.measure.unit != Unit::Count {
                question.comparator = Comparator::Area(widest);
            }
            question.areas = districts;
        }
        (None, Some(widest)) => {
            let home: Vec<String> = entry
                .areas
                .iter()
                .map(|area| area.name.clone())
                .filter(|name| is_home(name))
                .collect();
            question.areas = if entry.areas.len() <= MOST_AREAS_AT_FIRST {
                entry
                    .areas
                    .iter()
                    .filter(|area| area.kind != AreaKind::Total)
                    .map(|area| area.name.clone())
                    .collect()
            } else if !home.is_empty() && home.len() <= MOST_AREAS_AT_FIRST {
                home
            } else {
                vec![widest]
            };
        }
        (None, None) => {}
    }
    question
}

/// Whether a place is one that the gazetteer knows below the level of regions: the user's own.
fn is_home(name: &str) -> bool {
    crate::data::gazetteer::Gazetteer::built_in()
        .find_of_kind(name, AreaKind::District)
        .is_some()
}

/// The periods of the cadence within the range asked for, each span of days once, by their ends.
fn periods_asked(
    entry: &MeasureEntry,
    cadence: Option<Cadence>,
    range: PeriodRange,
) -> Vec<Period> {
    let Some(cadence) = cadence else {
        return Vec::new();
    };
    let mut periods: Vec<Period> = entry
        .periods_of(cadence)
        .filter(|period| range.holds(period))
        .collect();
    periods.dedup_by(|later, earlier| later.start == earlier.start && later.end == earlier.end);
    periods
}

/// The lines that the question asks for, without points.
fn series_asked(entry: &MeasureEntry, question: &Question) -> Vec<TrendSeries> {
    let everywhere = || match entry.widest_area() {
        Some(area) if question.split != Split::Areas => vec![area.name.clone()],
        Some(_) => entry.areas.iter().map(|area| area.name.clone()).collect(),
        None => vec![String::new()],
    };
    let areas = if question.areas.is_empty() {
        everywhere()
    } else {
        question.areas.clone()
    };
    let cohorts: Vec<Cohort> = match &question.split {
        Split::Areas => vec![question.cohort.clone()],
        Split::Dimensions(dimensions) => dimensions
            .iter()
            .filter_map(|dimension| entry.dimensions.get_key_value(dimension))
            .flat_map(|(dimension, categories)| {
                categories.iter().map(|category| {
                    question
                        .cohort
                        .clone()
                        .and(dimension.as_str(), category.as_str())
                })
            })
            .collect(),
    };
    let mut lines: Vec<TrendSeries> = Vec::with_capacity(areas.len() * cohorts.len() + 1);
    for area in &areas {
        for cohort in &cohorts {
            let label = match (&question.split, areas.len()) {
                (Split::Areas, _) if area.is_empty() => cohort.label(),
                (Split::Areas, _) => area.clone(),
                (Split::Dimensions(_), 1) => split_label(cohort, &question.cohort),
                (Split::Dimensions(_), _) => {
                    format!("{area}, {}", split_label(cohort, &question.cohort))
                }
            };
            lines.push(line(area, cohort.clone(), label, SeriesRole::Asked));
        }
    }
    let home = areas.first().cloned().unwrap_or_default();
    let comparator = match &question.comparator {
        Comparator::Nothing => None,
        Comparator::Everyone => Some(line(
            &home,
            Cohort::everyone(),
            Cohort::everyone().label(),
            SeriesRole::Comparator,
        )),
        Comparator::Area(name) => Some(line(
            name,
            question.cohort.clone(),
            name.clone(),
            SeriesRole::Comparator,
        )),
    };
    if let Some(comparator) = comparator {
        lines.retain(|line| line.key != comparator.key);
        lines.push(comparator);
    }
    lines
}

fn line(area: &str, cohort: Cohort, label: String, role: SeriesRole) -> TrendSeries {
    TrendSeries {
        key: SeriesKey {
            area: area.to_owned(),
            cohort,
        },
        label,
        role,
        points: Vec::new(),
        change: None,
        breaks: Vec::new(),
        not_comparable: None,
    }
}

/// Where the values of a line are not comparable with those before.
fn breaks_of(
    catalogue: &Catalogue,
    measure: &MeasureKey,
    entry: &MeasureEntry,
    periods: &[Period],
    line: &TrendSeries,
) -> Vec<SeriesBreak> {
    let mut sources: Vec<&Arc<Source>> = Vec::new();
    for point in line.points.iter().flatten() {
        let source = &point.outcome.provenance().source;
        if !sources.iter().any(|held| held.id == source.id) {
            sources.push(source);
        }
    }
    let mut breaks = catalogue.breaks_of(measure, entry, &line.key.area, &sources);
    breaks.extend(breaks::marked(periods, &line.points));
    breaks.sort_by_key(|held| held.period().start);
    breaks
}

/// What tells a cohort from the others of its split.
fn split_label(cohort: &Cohort, asked: &Cohort) -> String {
    let own: Vec<&str> = cohort
        .traits()
        .iter()
        .filter(|held| asked.category(&held.dimension) != Some(held.category.as_str()))
        .map(|held| held.category.as_str())
        .collect();
    own.join(", ")
}

/// Which line an observation stands on.
struct Lines(HashMap<String, Vec<(Cohort, usize)>>);

impl Lines {
    fn of(series: &[TrendSeries]) -> Self {
        let mut lines: HashMap<String, Vec<(Cohort, usize)>> = HashMap::new();
        for (index, line) in series.iter().enumerate() {
            let key = line.key.clone();
            lines.entry(key.area).or_default().push((key.cohort, index));
        }
        Self(lines)
    }

    fn find(&self, found: &Found<'_>) -> Option<usize> {
        let lines = self.0.get(found.area)?;
        let line = lines.iter().find(|(cohort, _)| cohort == found.cohort)?;
        Some(line.1)
    }
}

/// The cadence of which the lines asked for have most periods; of equals, the coarsest.
fn cadence_of(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    lines: &Lines,
    series: &[TrendSeries],
) -> Option<Cadence> {
    if entry.periods.len() < 2 {
        return entry.main_cadence();
    }
    let is_asked = |index: usize| {
        series
            .get(index)
            .is_some_and(|line| line.role == SeriesRole::Asked)
    };
    let mut periods: BTreeMap<Cadence, BTreeSet<PeriodByEnd>> = BTreeMap::new();
    for found in catalogue.observations(entry) {
        if lines.find(&found).is_some_and(is_asked) {
            let cadence = Cadence::of(&found.period);
            periods
                .entry(cadence)
                .or_default()
                .insert(PeriodByEnd(found.period));
        }
    }
    let most = periods
        .iter()
        .max_by_key(|(cadence, periods)| (periods.len(), **cadence));
    most.map(|(cadence, _)| *cadence)
}

/// Puts each observation on its line. Of two sources that give the same point, the later of the list
/// counts, which of two vintages is the newer one; of two cells of one source, the first, with a note; of
/// several measures, areas or cohorts that were merged, the one that stands first among them, with a note
/// where another gives something else.
fn fill(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    periods: &[Period],
    lines: &Lines,
    series: &mut [TrendSeries],
) {
    for line in series.iter_mut() {
        line.points = vec![None; periods.len()];
    }
    let column: HashMap<_, usize> = periods
        .iter()
        .enumerate()
        .map(|(index, period)| ((period.start, period.end), index))
        .collect();
    let mut merged = MergedPoints::default();
    for found in catalogue.observations(entry) {
        let Some(&column) = column.get(&(found.period.start, found.period.end)) else {
            continue;
        };
        let Some(line) = lines.find(&found) else {
            continue;
        };
        if found.rank != Rank::default() {
            merged.add(line, column, catalogue, &entry.measure, &found);
            continue;
        }
        let slot = series
            .get_mut(line)
            .and_then(|line| line.points.get_mut(column));
        if let Some(slot) = slot {
            place_point(slot, catalogue, &entry.measure, &found);
        }
    }
    for point in series
        .iter_mut()
        .flat_map(|line| &mut line.points)
        .flatten()
    {
        point.settle(catalogue, entry.measure.unit);
    }
    merged.settle(catalogue, entry.measure.unit);
    merged.join(series, entry.measure.unit);
}

/// Puts an observation where it belongs, beside or instead of what is there.
fn place_point(
    slot: &mut Option<TrendPoint>,
    catalogue: &Catalogue,
    measure: &Measure,
    found: &Found<'_>,
) {
    let outcome = outcome_of(catalogue, measure, found);
    match slot {
        Some(held) if held.outcome.provenance().source.id == found.source.id => {
            held.outcome.note_other_cell(&outcome, measure.unit);
        }
        _ => {
            let vintages = slot.take().map(TrendPoint::into_vintages);
            *slot = Some(TrendPoint {
                vintages: vintages.unwrap_or_default(),
                ..TrendPoint::new(outcome)
            });
        }
    }
}

impl Outcome {
    /// Notes that another cell of the same source gives something else for the same point.
    fn note_other_cell(&mut self, other: &Self, unit: Unit) {
        match (self, other) {
            // What may not be seen is not told in a note either.
            (Self::Given(held), Self::Given(other)) if other.is_showable(unit) => {
                held.provenance
                    .cells
                    .extend_from_slice(&other.provenance.cells);
                if number::rounded(held.value, 6) != number::rounded(other.value, 6) {
                    held.note = Some(format!(
                        "{} gives {} for the same point",
                        other.provenance.describe(),
                        unit.format(other.value)
                    ));
                }
            }
            (held @ Self::Missing { .. }, Self::Given(_)) => *held = other.clone(),
            _ => {}
        }
    }
}

/// What merged members other than the first give, by line, column and rank.
#[derive(Default)]
struct MergedPoints(BTreeMap<(usize, usize, Rank), (Option<TrendPoint>, String)>);

impl MergedPoints {
    fn add(
        &mut self,
        line: usize,
        column: usize,
        catalogue: &Catalogue,
        measure: &Measure,
        found: &Found<'_>,
    ) {
        let held = self
            .0
            .entry((line, column, found.rank))
            .or_insert_with(|| (None, imported_words(found)));
        place_point(&mut held.0, catalogue, measure, found);
    }

    /// Keeps of each what successive returns gave for it.
    fn settle(&mut self, catalogue: &Catalogue, unit: Unit) {
        let points = self.0.values_mut();
        for point in points.filter_map(|(point, _)| point.as_mut()) {
            point.settle(catalogue, unit);
        }
    }

    /// Puts them where nothing stands yet, and notes them where something else does.
    fn join(self, series: &mut [TrendSeries], unit: Unit) {
        for ((line, column, _), (point, words)) in self.0 {
            let slot = series
                .get_mut(line)
                .and_then(|line| line.points.get_mut(column));
            let (Some(slot), Some(point)) = (slot, point) else {
                continue;
            };
            match slot {
                Some(held) => held.outcome.note_other_member(point.outcome, &words, unit),
                None => *slot = Some(point),
            }
        }
    }
}

/// What the source calls that which was merged.
fn imported_words(found: &Found<'_>) -> String {
    let source = found.source;
    let measure = source
        .measure(found.observation)
        .filter(|_| found.rank.measure > 0);
    let area = source
        .area(found.observation)
        .filter(|_| found.rank.area > 0);
    let cohort = source
        .cohort(found.observation)
        .filter(|_| found.rank.cohort > 0);
    let words = [
        measure.map(|measure| measure.name.clone()),
        area.map(|area| area.name.clone()),
        cohort.map(Cohort::label),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl Outcome {
    /// Notes that a merged member gives something else for the same point; a value takes the place of none that is not
    /// withheld.
    fn note_other_member(&mut self, other: Self, words: &str, unit: Unit) {
        match (self, other) {
            (Self::Given(held), Self::Given(other))
                if number::rounded(held.value, 6) != number::rounded(other.value, 6) =>
            {
                held.add_note(&format!(
                    "{} gives {} for the same point, under “{words}”",
                    other.provenance.describe(),
                    unit.format(other.value)
                ));
            }
            (held @ Self::Missing { .. }, Self::Given(mut other)) => {
                // What one withholds is not let out under another name.
                if matches!(held.status(), Status::Suppressed | Status::LowReliability) {
                    return;
                }
                other.add_note(&format!(
                    "{} has no value; this one stands under “{words}”",
                    held.provenance().describe(),
                ));
                *held = Self::Given(other);
            }
            _ => {}
        }
    }
}

impl Estimate {
    /// Adds to what is noted already.
    pub(super) fn add_note(&mut self, note: &str) {
        self.note = Some(match self.note.take() {
            Some(before) => format!("{before}; {note}"),
            None => note.to_owned(),
        });
    }
}

/// The place of the subtitle: the one area of all lines, or nothing where the lines are areas.
fn place(series: &[TrendSeries], one_place: bool) -> String {
    match series.first() {
        Some(line) if one_place || series.len() == 1 => line.key.area.clone(),
        _ => String::new(),
    }
}
