//! Rates for each 1,000 people, or 100,000 where they are small: counts over the mid-year population of the year in which the period has its
//! middle (statistical specification 5.1).

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::cadence::Cadence;
use crate::analysis::catalogue::{Catalogue, Found, MeasureEntry};
use crate::analysis::estimate::{Estimate, Interval, Outcome, Precision, Provenance};
use crate::analysis::trend::TrendAnswer;
use crate::base::text::fold;
use crate::data::{Period, Status, Unit};
use crate::stats::rates::{self, Level};

/// A population of this many years away stands in for one that is not known, and is named.
pub(super) const MOST_YEARS_AWAY: i16 = 5;

/// Rates are for so many people, unless there are fewer events than [`FEW`] for each.
const PER: (Unit, f64) = (Unit::Per1000, 1_000.0);
/// Rates of rare events are for so many people, as official statistics print them.
const PER_OF_FEW: (Unit, f64) = (Unit::Per100000, 100_000.0);
/// So few events per 1,000 people are told per 100,000.
const FEW: f64 = 1.0;

/// The people of places by year, as the workbooks of the project give them.
#[derive(Debug)]
pub struct Population {
    /// By area and year.
    people: BTreeMap<(String, i16), (f64, Provenance)>,
}

/// The people of a place in a year.
#[derive(Clone, Copy, Debug)]
struct People<'a> {
    count: f64,
    year: i16,
    provenance: &'a Provenance,
}

impl Population {
    /// The population that the catalogue knows of the areas of a measure; `None` where it knows none.
    pub fn of(catalogue: &Catalogue, entry: &MeasureEntry) -> Option<Self> {
        let mut people = BTreeMap::new();
        for (area, found, count) in counted(catalogue, entry) {
            let provenance = Provenance {
                source: found.source.clone(),
                cells: vec![found.observation.cell],
            };
            let key = (area.to_owned(), year_of(&found.period));
            people.insert(key, (count, provenance));
        }
        (!people.is_empty()).then_some(Self { people })
    }

    /// Whether the catalogue knows one, without gathering it: the sentence asks in every frame.
    pub fn is_known(catalogue: &Catalogue, entry: &MeasureEntry) -> bool {
        counted(catalogue, entry).next().is_some()
    }

    /// How many people an area has in the year of a period's middle, or of the nearest year that is known.
    pub fn people_during(&self, area: &str, period: &Period) -> Option<f64> {
        self.during(area, period).map(|people| people.count)
    }

    /// The people of an area in the year of a period's middle, or of the nearest year that is known.
    fn during(&self, area: &str, period: &Period) -> Option<People<'_>> {
        let wanted = year_of(period);
        let of_area = self.people.iter().filter(|((name, _), _)| name == area);
        let ((_, year), (count, provenance)) =
            of_area.min_by_key(|((_, year), _)| ((year - wanted).abs(), *year))?;
        ((year - wanted).abs() <= MOST_YEARS_AWAY).then_some(People {
            count: *count,
            year: *year,
            provenance,
        })
    }
}

/// The numbers of people of the areas of a measure, each with the area's name there.
fn counted<'c>(
    catalogue: &'c Catalogue,
    entry: &'c MeasureEntry,
) -> impl Iterator<Item = (&'c str, Found<'c>, f64)> {
    let population = catalogue.measures().find(|(_, held)| {
        held.measure.unit == Unit::Count && fold(&held.measure.name) == "population"
    });
    let observations = population
        .into_iter()
        .flat_map(|(_, population)| catalogue.observations(population));
    observations.filter_map(|found| {
        let area = entry.area_named(found.area)?;
        let count = usable(&found)?;
        Some((area.name.as_str(), found, count))
    })
}

/// The number of an observation about everybody.
fn usable(found: &Found<'_>) -> Option<f64> {
    let count = found.observation.value.filter(|count| *count > 0.0)?;
    (found.cohort.is_everyone() && found.observation.status != Status::Suppressed).then_some(count)
}

/// The year in which a period has its middle.
pub(super) fn year_of(period: &Period) -> i16 {
    let half = i64::from(period.days() / 2);
    let middle = period.start.checked_add(jiff::Span::new().days(half));
    middle.unwrap_or(period.start).year()
}

/// For how many people the rates of a measure are, in periods of a length. It is the same for all places and
/// ranges, so that every line and every chart of the measure has one base: by all its events among all their
/// people.
fn per(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    population: &Population,
    cadence: Option<Cadence>,
) -> (Unit, f64) {
    let (mut events, mut people) = (0.0, 0.0);
    for found in catalogue.observations(entry) {
        let is_meant = found.cohort.is_everyone()
            && found.observation.status != Status::Suppressed
            && cadence.is_none_or(|cadence| Cadence::of(&found.period) == cadence);
        let Some(value) = found.observation.value.filter(|_| is_meant) else {
            continue;
        };
        if let Some(count) = population.people_during(found.area, &found.period) {
            events += value;
            people += count;
        }
    }
    if people > 0.0 && PER.1 * events / people < FEW {
        PER_OF_FEW
    } else {
        PER
    }
}

/// For how many people age-standardised rates are: as many as plain ones where those can be made.
pub(super) fn per_of(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    cadence: Option<Cadence>,
) -> (Unit, f64) {
    match Population::of(catalogue, entry) {
        Some(population) => per(catalogue, entry, &population, cadence),
        None => PER_OF_FEW,
    }
}

/// Turns counts into rates; gives their unit.
pub(super) fn rates(catalogue: &Catalogue, entry: &MeasureEntry, answer: &mut TrendAnswer) -> Unit {
    let Some(population) = Population::of(catalogue, entry) else {
        return PER.0;
    };
    let (unit, per) = per(catalogue, entry, &population, answer.cadence);
    let (mut years, mut workbooks) = (BTreeSet::new(), BTreeSet::new());
    for series in &mut answer.series {
        for (point, period) in series.points.iter_mut().zip(&answer.periods) {
            let Some(held) = point else { continue };
            let Outcome::Given(estimate) = &held.outcome else {
                continue;
            };
            // People of a group are not the people of the area.
            let people = population
                .during(&series.key.area, period)
                .filter(|_| series.key.cohort.is_everyone());
            let rate = people.and_then(|people| rate(estimate, period, people, per));
            if let (Some(_), Some(people)) = (&rate, people) {
                years.insert(people.year);
                workbooks.insert(people.provenance.source.file_name.clone());
            }
            held.vintages.clear();
            held.outcome = match rate {
                Some(rate) => Outcome::Given(rate),
                None => Outcome::Missing {
                    status: Status::NotAvailable,
                    provenance: estimate.provenance.clone(),
                },
            };
        }
    }
    answer.notes.push(note(&years, &workbooks));
    if unit == PER_OF_FEW.0 {
        let words = "Per 100,000 people, since there are fewer than 1 per 1,000.";
        answer.notes.push(words.to_owned());
    }
    unit
}

fn rate(events: &Estimate, period: &Period, people: People<'_>, per: f64) -> Option<Estimate> {
    let rate = rates::crude_rate(events.value, Some(people.count), per, Level::Of95).ok()?;
    let wanted = year_of(period);
    let mut estimate = events.clone();
    estimate.value = rate.rate;
    estimate.interval = Some(Interval {
        lower: rate.lower,
        upper: rate.upper,
    })
    .filter(|_| events.precision == Precision::Count);
    estimate.precision = match events.precision {
        Precision::Count => Precision::Rate {
            events: events.value,
            people: people.count,
        },
        _ => Precision::Unknown,
    };
    if people.year != wanted {
        estimate.add_note(&format!(
            "by the population of {}, since that of {wanted} is not known",
            people.year
        ));
    }
    estimate.provenance.join(people.provenance);
    Some(estimate)
}

fn note(years: &BTreeSet<i16>, workbooks: &BTreeSet<String>) -> String {
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => format!("mid-{first}"),
        (Some(first), Some(last)) => format!("mid-{first} to mid-{last}"),
        _ => return String::from("No population is known for these places and years."),
    };
    let from = workbooks.iter().cloned().collect::<Vec<_>>().join(" and ");
    format!("Rates by the population of {span} ({from}), each for the year of the period’s middle.")
}
