//! An attack on everything that the sample project lets out, taken together: charts of every period and group, and
//! tables of quarters and of years. Somebody who has all of them, and knows that no number is negative, works out no
//! number of 1 to 4 respondents that is withheld: neither exactly, nor as one of 1 to 4, nor to within fewer than five
//! numbers (statistical specification 4.3).

mod crossed;
mod known;

use std::sync::Arc;

use bellwether::analysis::disclosure::disclosed;
use bellwether::analysis::survey::{
    BannerPart, Column, Condition, CrossTabAsked, Respondents, RowKind, Subject, entries_of,
};
use bellwether::analysis::{Catalogue, MeasureKey};
use bellwether::data::survey::{Answers, Codes, Single, Survey};
use bellwether::data::{Area, Cohort, Measure, Source, Unit};
use bellwether::project::store;
use bellwether::stats::multiplicity::Adjustment;

use known::{Known, Truth, in_base};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::files::sample;

/// The groups of a column, and where each stands.
fn groups_of(survey: &Survey, column: Column) -> (Codes, Vec<(Cohort, Option<Area>)>) {
    if let Column::Dimension(place) = column {
        let dimension = &survey.dimensions[place];
        let groups = dimension.groups.entries.iter();
        let groups = groups.map(|group| {
            let cohort = Cohort::of(dimension.name.as_str(), group.as_str());
            (cohort, survey.whole_area.clone())
        });
        return (dimension.groups.codes.clone(), groups.collect());
    }
    let area = survey.area.as_ref().unwrap();
    let groups = area.entries.iter();
    let groups = groups.map(|area| (Cohort::everyone(), Some(area.clone())));
    (area.codes.clone(), groups.collect())
}

/// What the charts of a question show: who is counted, and the base.
fn learn_charts(
    known: &mut Known,
    (catalogue, source, survey): (&Catalogue, &Arc<Source>, &Survey),
    question: usize,
    single: &Single,
    truth: &Truth,
    groups: &[(Cohort, Option<Area>)],
) -> usize {
    let mut shown = 0;
    let in_base = in_base(single);
    let all: Vec<usize> = (0..truth.answers).collect();
    for subject in Subject::all(survey) {
        if subject.column != Column::Answers(question) {
            continue;
        }
        let key = MeasureKey::of(&Measure::named(subject.name.clone(), Unit::Percent));
        let Some(entry) = catalogue.entry(&key) else {
            continue;
        };
        let part = survey.questions[question]
            .indicator_parts()
            .into_iter()
            .find(|part| part.name == subject.name)
            .unwrap();
        let bellwether::data::survey::Counts::Answers(members) = &part.counts else {
            continue;
        };
        let counted: Vec<usize> = (0..truth.answers)
            .filter(|answer| members.contains(&in_base[*answer]))
            .collect();
        for (found, outcome) in catalogue.outcomes(entry) {
            if found.source.id != source.id || outcome.showable(Unit::Percent).is_none() {
                continue;
            }
            let Ok(entries) = entries_of(survey, &found.period) else {
                continue;
            };
            let units: Vec<usize> = entries.into_iter().map(usize::from).collect();
            let place = (
                source.cohort(found.observation).unwrap().clone(),
                source.area(found.observation).cloned(),
            );
            let of = if place == (Cohort::everyone(), survey.whole_area.clone()) {
                (0..truth.groups).collect()
            } else if let Some(group) = groups.iter().position(|held| *held == place) {
                vec![group]
            } else {
                continue;
            };
            known.learn(truth.places(&of, &units, &counted));
            known.learn(truth.places(&of, &units, &all));
            shown += 1;
        }
    }
    shown
}

/// A table that somebody asks for, and which groups of the truth its columns are.
struct Asked {
    banner: BannerPart,
    filter: Option<Condition>,
    everybody: Vec<usize>,
    columns: Vec<Vec<usize>>,
}

/// What a table of a question shows of some quarters.
fn learn_table(
    known: &mut Known,
    survey: &Survey,
    question: usize,
    table: &Asked,
    truth: &Truth,
    units: &[usize],
) -> usize {
    let mut shown = 0;
    let Answers::Single(single) = &survey.questions[question].answers else {
        return shown;
    };
    let respondents = Respondents::of(survey);
    let asked = CrossTabAsked {
        question,
        banner: vec![table.banner.clone()],
        periods: units.iter().map(|unit| *unit as u16).collect(),
        filter: table.filter.clone(),
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    };
    let Ok(seen) = disclosed(&respondents, &asked) else {
        return shown;
    };
    assert_eq!(seen.columns.len(), 1 + table.columns.len());
    let in_base = in_base(single);
    let all: Vec<usize> = (0..truth.answers).collect();
    let of_net: Vec<u16> = single
        .net
        .iter()
        .flat_map(|net| net.members.clone())
        .collect();
    let is_of_net = |answer: &usize| of_net.contains(&in_base[*answer]);
    let net: Vec<usize> = (0..in_base.len()).filter(is_of_net).collect();
    for (place, held) in seen.columns.iter().enumerate() {
        let groups = match place {
            0 => &table.everybody,
            own => &table.columns[own - 1],
        };
        if held.is_shown() || seen.figures.columns[place].unweighted_base > 0 {
            known.learn(truth.places(groups, units, &all));
        }
        let mut answer = 0;
        for (row, cells) in seen.figures.rows.iter().zip(&seen.cells) {
            let of: &[usize] = match row.kind {
                RowKind::Answer => {
                    answer += 1;
                    &all[answer - 1..answer]
                }
                RowKind::Net => &net,
                RowKind::Mean => continue,
            };
            if cells[place].is_shown() {
                known.learn(truth.places(groups, units, of));
                shown += 1;
            }
        }
    }
    shown
}

#[test]
fn nothing_small_follows_from_all_that_the_sample_lets_out() {
    let file = sample("Nottinghamshire.bellwether");
    let project = store::open(&file).unwrap().project;
    let catalogue = project.catalogue();
    let respondents: Vec<(&Arc<Source>, &Survey)> = project
        .sources
        .iter()
        .flat_map(|source| source.surveys.iter().map(move |survey| (source, &**survey)))
        .collect();
    let mut attacks = Vec::new();
    for (source, survey) in respondents {
        let columns: Vec<Column> = (0..survey.dimensions.len())
            .map(Column::Dimension)
            .chain([Column::Area])
            .collect();
        for question in 0..survey.questions.len() {
            let of = |column: &Column| (source, survey, question, *column);
            attacks.extend(columns.iter().map(of));
        }
    }
    let attacked = attacks
        .into_par_iter()
        .filter_map(|of| attack(&catalogue, of));
    let attacked: Vec<Attacked> = attacked.collect();
    let sum = |of: fn(&Attacked) -> usize| attacked.iter().map(of).sum::<usize>();
    let (targets, figures) = (sum(|held| held.targets), sum(|held| held.figures));
    let cells = sum(|held| held.cells);
    println!("{targets} attacked, {figures} figures and {cells} cells of tables shown");
    assert!(targets > 100 && figures > 1000 && cells > 1000);
    let told: Vec<&str> = attacked
        .iter()
        .filter_map(|held| held.told.as_deref())
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// The latest years and their quarters.
fn years_and_quarters(windows: &[Vec<usize>], years: usize) -> Vec<&Vec<usize>> {
    let all_years: Vec<&Vec<usize>> = windows.iter().filter(|units| units.len() > 1).collect();
    let last: Vec<&Vec<usize>> = all_years.iter().rev().take(years).copied().collect();
    let is_near =
        |units: &&Vec<usize>| units.len() == 1 && last.iter().any(|year| year.contains(&units[0]));
    let quarters = windows.iter().filter(is_near);
    quarters.chain(last.iter().copied()).collect()
}

/// The numbers of a few respondents, by group, period and answer.
fn few_of(truth: &Truth, windows: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut few = Vec::new();
    for group in 0..truth.groups {
        for units in windows {
            for answer in 0..truth.answers {
                let places = truth.places(&[group], units, &[answer]);
                if (1.0..5.0).contains(&truth.sum(&places)) {
                    few.push(places);
                }
            }
        }
    }
    few
}

/// What came of an attack on one question by one grouping.
struct Attacked {
    targets: usize,
    figures: usize,
    cells: usize,
    /// How many numbers it tells, and the first.
    told: Option<String>,
}

/// Somebody has all charts of a question by a grouping, and the tables of the two latest years and their quarters.
fn attack(
    catalogue: &Catalogue,
    (source, survey, place, column): (&Arc<Source>, &Survey, usize, Column),
) -> Option<Attacked> {
    let question = &survey.questions[place];
    let Answers::Single(single) = &question.answers else {
        return None;
    };
    let windows: Vec<Vec<usize>> = survey
        .window_units()
        .into_iter()
        .map(|(_, units)| units)
        .collect();
    let (codes, groups) = groups_of(survey, column);
    let truth = Truth::of(survey, single, &codes, groups.len());
    let mut known = Known::default();
    let figures = learn_charts(
        &mut known,
        (catalogue, source, survey),
        place,
        single,
        &truth,
        &groups,
    );
    // The year before the latest shares three of its quarters.
    let tables = years_and_quarters(&windows, 2);
    let table = Asked {
        banner: BannerPart::of(survey, column).unwrap(),
        filter: None,
        everybody: (0..truth.groups).collect(),
        columns: (0..truth.groups).map(|group| vec![group]).collect(),
    };
    let learn = |units: &Vec<usize>| learn_table(&mut known, survey, place, &table, &truth, units);
    let cells = tables.into_iter().map(learn).sum();
    let targets = few_of(&truth, &windows);
    let found = known.attack(&truth, &targets);
    let told = found.first().map(|first| {
        let (told, of) = (found.len(), targets.len());
        format!("{} by {column:?}: {told} of {of}: {first}", question.name)
    });
    Some(Attacked {
        targets: targets.len(),
        figures,
        cells,
        told,
    })
}
