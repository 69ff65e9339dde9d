//! Rates that do not depend on how old the people of a place are: directly standardised to the ages of a standard
//! population, with the interval of Dobson and others (statistical specification 5.4).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::people::{MOST_YEARS_AWAY, per_of, year_of};
use crate::analysis::catalogue::{Catalogue, Found, MeasureEntry};
use crate::analysis::estimate::{Estimate, Interval, Outcome, Precision, Provenance};
use crate::analysis::trend::TrendAnswer;
use crate::base::text::fold;
use crate::data::standard_population::{Ages, StandardPopulation};
use crate::data::{Cohort, Period, Status, Unit};
use crate::stats::rates::NoRate;
use crate::stats::standardised_rates::{AgeGroup, standardised_rate};

/// With fewer groups than these there is little to standardise.
const LEAST_GROUPS: usize = 3;

/// A number with its cell.
type Counted = (f64, Provenance);

/// Whether counts by age and a population by age are known.
pub(super) fn is_known(catalogue: &Catalogue, entry: &MeasureEntry) -> bool {
    groups_of(entry).is_some() && by_age(catalogue, entry).next().is_some()
}

/// The dimension of ages of a measure, with its bands from the youngest.
fn groups_of(entry: &MeasureEntry) -> Option<(&str, Vec<(Ages, &str)>)> {
    let is_of_ages = |name: &&String| fold(name).split(' ').next() == Some("age");
    let (name, categories) = entry.dimensions.iter().find(|(name, _)| is_of_ages(name))?;
    let read = |category: &'_ String| Ages::read(category).is_some();
    let mut bands: Vec<(Ages, &str)> = categories
        .iter()
        .filter(|category| read(category))
        .filter_map(|category| Some((Ages::read(category)?, category.as_str())))
        .collect();
    bands.sort_unstable();
    let ages: Vec<Ages> = bands.iter().map(|(ages, _)| *ages).collect();
    (bands.len() >= LEAST_GROUPS && Ages::follow_on(&ages)).then_some((name, bands))
}

/// The ages of a group of people that is told by its ages alone.
fn ages_of(cohort: &Cohort) -> Option<Ages> {
    match cohort.traits() {
        [only] if fold(&only.dimension).split(' ').next() == Some("age") => {
            Ages::read(&only.category)
        }
        _ => None,
    }
}

/// The numbers of people by age of the areas of a measure, each with the area's name there.
fn by_age<'c>(
    catalogue: &'c Catalogue,
    entry: &'c MeasureEntry,
) -> impl Iterator<Item = (&'c str, Ages, Found<'c>, f64)> {
    let population = catalogue.measures().find(|(_, held)| {
        held.measure.unit == Unit::Count && fold(&held.measure.name) == "population"
    });
    let observations = population
        .into_iter()
        .flat_map(|(_, population)| catalogue.observations(population));
    observations.filter_map(|found| {
        let ages = ages_of(found.cohort)?;
        let area = entry.area_named(found.area)?;
        let count = usable(&found)?;
        Some((area.name.as_str(), ages, found, count))
    })
}

fn usable(found: &Found<'_>) -> Option<f64> {
    let value = found.observation.value?;
    (found.observation.status != Status::Suppressed).then_some(value)
}

fn counted(found: &Found<'_>, value: f64) -> Counted {
    let provenance = Provenance {
        source: found.source.clone(),
        cells: vec![found.observation.cell],
    };
    (value, provenance)
}

/// The people of a place in a year, by age.
type PeopleByAge = BTreeMap<Ages, Counted>;

/// The people of some ages, where the bands of the population put them together without gap and overlap.
fn people_of(people: &PeopleByAge, ages: Ages) -> Option<Counted> {
    let mut from = ages.from;
    let mut total: Option<Counted> = None;
    loop {
        // Of bands that begin alike the smallest.
        let fits = |band: &Ages| {
            band.from == from
                && match (band.below, ages.below) {
                    (Some(end), Some(below)) => end <= below,
                    (None, Some(_)) => false,
                    (_, None) => true,
                }
        };
        let smallest = people
            .iter()
            .filter(|(band, _)| fits(band))
            .min_by_key(|(band, _)| band.below.unwrap_or(u16::MAX));
        let (band, (count, provenance)) = smallest?;
        total = Some(match total.take() {
            Some((sum, mut cells)) => {
                cells.join(provenance);
                (sum + count, cells)
            }
            None => (*count, provenance.clone()),
        });
        match band.below {
            Some(end) if Some(end) != ages.below => from = end,
            _ => return total,
        }
    }
}

/// Turns counts into age-standardised rates; gives their unit.
pub(super) fn standardise(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    answer: &mut TrendAnswer,
) -> Unit {
    let (unit, per) = per_of(catalogue, entry, answer.cadence);
    let (Some((_, bands)), Some(standard)) =
        (groups_of(entry), StandardPopulation::european_2013())
    else {
        return unit;
    };
    let mut events: HashMap<(&str, Date, Date, Ages), Counted> = HashMap::new();
    for found in catalogue.observations(entry) {
        if let (Some(ages), Some(value)) = (ages_of(found.cohort), usable(&found)) {
            let key = (found.area, found.period.start, found.period.end, ages);
            events.insert(key, counted(&found, value));
        }
    }
    let mut people: BTreeMap<(&str, i16), PeopleByAge> = BTreeMap::new();
    for (area, ages, found, count) in by_age(catalogue, entry) {
        let of_year = people.entry((area, year_of(&found.period))).or_default();
        of_year.insert(ages, counted(&found, count));
    }
    let (mut years, mut workbooks) = (BTreeSet::new(), BTreeSet::new());
    for series in &mut answer.series {
        let area = series.key.area.clone();
        let is_whole = series.key.cohort.is_everyone();
        for (point, period) in series.points.iter_mut().zip(&answer.periods) {
            let Some(held) = point else { continue };
            let Outcome::Given(whole) = &held.outcome else {
                continue;
            };
            let nearest = nearest_year(&people, &area, period).filter(|_| is_whole);
            let groups = nearest.and_then(|(_, people)| {
                let groups = bands.iter().map(|(ages, _)| {
                    let key = (area.as_str(), period.start, period.end, *ages);
                    let (count, of_events) = events.get(&key)?;
                    let (population, of_people) = people_of(people, *ages)?;
                    let group = AgeGroup {
                        count: *count,
                        population,
                        standard: standard.people(*ages)?,
                    };
                    Some((group, of_events.clone(), of_people))
                });
                groups.collect::<Option<Vec<_>>>()
            });
            let missing = |status| Outcome::Missing {
                status,
                provenance: whole.provenance.clone(),
            };
            let outcome = match groups {
                None => missing(Status::NotAvailable),
                Some(groups) => match rate(whole, &groups, per) {
                    Ok(rate) => {
                        years.extend(nearest.map(|(year, _)| year));
                        let names = groups.iter().map(|(_, _, of)| of.source.file_name.clone());
                        workbooks.extend(names);
                        Outcome::Given(rate)
                    }
                    Err(NoRate::TooFewEvents) => missing(Status::LowReliability),
                    Err(_) => missing(Status::NotAvailable),
                },
            };
            held.vintages.clear();
            held.outcome = outcome;
        }
    }
    let all = Ages {
        from: bands.first().map_or(0, |(ages, _)| ages.from),
        below: bands.last().and_then(|(ages, _)| ages.below),
    };
    answer
        .notes
        .push(note(&standard.name, all, &years, &workbooks));
    unit
}

/// The people of a place by age in the year of a period's middle, or in the nearest year that is known.
fn nearest_year<'p>(
    people: &'p BTreeMap<(&str, i16), PeopleByAge>,
    area: &str,
    period: &Period,
) -> Option<(i16, &'p PeopleByAge)> {
    let wanted = year_of(period);
    let of_area = people.iter().filter(|((name, _), _)| *name == area);
    let ((_, year), held) = of_area.min_by_key(|((_, year), _)| ((year - wanted).abs(), *year))?;
    ((year - wanted).abs() <= MOST_YEARS_AWAY).then_some((*year, held))
}

/// The rate of everybody in place of their number.
fn rate(
    whole: &Estimate,
    groups: &[(AgeGroup, Provenance, Provenance)],
    per: f64,
) -> Result<Estimate, NoRate> {
    let ages: Vec<AgeGroup> = groups.iter().map(|(group, ..)| *group).collect();
    let found = standardised_rate(&ages, per)?;
    let mut estimate = Estimate {
        value: found.rate,
        interval: Some(Interval {
            lower: found.dobson.0,
            upper: found.dobson.1,
        }),
        precision: Precision::Unknown,
        ..whole.clone()
    };
    for (_, of_events, of_people) in groups {
        estimate.provenance.join(of_events);
        estimate.provenance.join(of_people);
    }
    let known: f64 = ages.iter().map(|group| group.count).sum();
    if (known - whole.value).abs() >= 0.5 {
        estimate.add_note(&format!(
            "of {} events, {} by a known age",
            Unit::Count.format(whole.value),
            Unit::Count.format(known)
        ));
    }
    Ok(estimate)
}

fn note(standard: &str, ages: Ages, years: &BTreeSet<i16>, workbooks: &BTreeSet<String>) -> String {
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => format!("mid-{first}"),
        (Some(first), Some(last)) => format!("mid-{first} to mid-{last}"),
        _ => {
            return String::from(
                "No counts and population by the same ages are known for these places and years.",
            );
        }
    };
    let from = workbooks.iter().cloned().collect::<Vec<_>>().join(" and ");
    format!(
        "Directly standardised to the ages of the {standard} ({}), by the population by age of {span} ({from}); intervals by Dobson’s method.",
        ages.words()
    )
}
