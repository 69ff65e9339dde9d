//! Words and numbers of every kind of chart: what is drawn, and nothing that is withheld.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bellwether::analysis::survey::{BannerPart, Column, CrossTabAsked, Respondents, crosstab};
use bellwether::analysis::{Answer, Estimate, Outcome, Question};
use bellwether::chart::contents::{DataCell, NativeKind, Shorthand};
use bellwether::chart::{ChartContents, ChartSize, ChartTheme, Inter, point};
use bellwether::data::Unit;
use bellwether::export::Publishable;
use bellwether::project::{
    ChartKind, CrossTabSpec, DistrictsArrangement, DistrictsSpec, Edit, HarmEdit, Project, View,
    store,
};
use bellwether::stats::multiplicity::Adjustment;

use crate::{answers, respondents};

const KINDS: [ChartKind; 11] = [
    ChartKind::Trend,
    ChartKind::Breakdown,
    ChartKind::Change,
    ChartKind::PriorityCohorts,
    ChartKind::CrossTab,
    ChartKind::Answers,
    ChartKind::Districts,
    ChartKind::Concerns,
    ChartKind::Harm,
    ChartKind::ChangeTable,
    ChartKind::Scorecard,
];

fn sample() -> Project {
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    let project = store::open(&file).unwrap().project;
    let edit = Edit::Harm(HarmEdit::SetWeights(crate::harm::weights().into()));
    project.apply(edit).unwrap()
}

fn publishable(answer: &Answer, view: &View) -> Publishable {
    let theme = ChartTheme::light();
    Publishable::new(answer, view, ChartSize::SLIDE, &theme, Inter::bundled()).unwrap()
}

/// The values of an answer with their units, apart those that may be seen and those that may not.
#[derive(Default)]
struct Values {
    shown: Vec<(f64, Unit)>,
    withheld: Vec<(f64, Unit)>,
}

impl Values {
    fn add(&mut self, outcome: Option<&Outcome>, unit: Unit) {
        let Some(outcome) = outcome else { return };
        let held: Option<&Estimate> = outcome.estimate();
        let Some(estimate) = held else { return };
        let interval = estimate.interval;
        let ends = interval.map(|interval| [interval.lower, interval.upper]);
        let values = ends.into_iter().flatten().chain([estimate.value]);
        let is_shown = point::shown(outcome, unit).is_ok();
        let into = if is_shown {
            &mut self.shown
        } else {
            &mut self.withheld
        };
        into.extend(values.map(|value| (value, unit)));
    }

    fn of(answer: &Answer) -> Self {
        let mut values = Self::default();
        match answer {
            Answer::Trend(answer) => values.add_trend(answer),
            Answer::Districts(answer) => values.add_trend(&answer.trend),
            Answer::Breakdown(answer) => {
                let unit = answer.measure.unit;
                for row in &answer.rows {
                    values.add(row.outcome.as_ref(), unit);
                }
            }
            Answer::GroupsOverTime(answer) => {
                let unit = answer.trend.measure.unit;
                let lines = answer.groups.iter().chain(&answer.whole);
                for point in lines.flat_map(|line| line.points.iter().flatten()) {
                    values.add(Some(&point.outcome), unit);
                }
            }
            Answer::Change(answer) => {
                let unit = answer.measure.unit;
                for row in &answer.rows {
                    values.add(row.from.as_ref(), unit);
                    values.add(row.to.as_ref(), unit);
                }
            }
            Answer::ChangeTable(answer) => {
                for row in &answer.rows {
                    values.add(row.from.as_ref(), answer.unit);
                    values.add(row.to.as_ref(), answer.unit);
                }
            }
            Answer::Concerns(answer) => {
                for row in &answer.rows {
                    values.add(row.outcome.as_ref(), Unit::Percent);
                    values.add(row.wider.as_ref(), Unit::Percent);
                }
            }
            Answer::Harm(answer) => {
                for row in &answer.rows {
                    values.add(Some(&row.count), Unit::Count);
                    let concern = row.concern.as_ref().map(|concern| &concern.outcome);
                    values.add(concern, Unit::Percent);
                }
            }
            Answer::PriorityCohorts(answer) => {
                for cohort in &answer.cohorts {
                    values.add(cohort.then.as_ref(), Unit::Percent);
                    values.add(cohort.now.as_ref(), Unit::Percent);
                }
            }
            Answer::Scorecard(answer) => {
                for row in &answer.rows {
                    for (_, held) in &row.points {
                        values.add(Some(&held.outcome), row.measure.unit);
                    }
                }
            }
            // Judgements are words.
            Answer::Matrix(_) => {}
            Answer::CrossTab(answer) => {
                let table = answer.table.iter();
                for (row, treatments) in
                    table.flat_map(|table| table.figures.rows.iter().zip(&table.cells))
                {
                    for (cell, treatment) in row.cells.iter().zip(treatments) {
                        let share = cell.share.map(|share| 100.0 * share.share);
                        let into = if treatment.is_shown() {
                            &mut values.shown
                        } else {
                            &mut values.withheld
                        };
                        into.extend(share.map(|share| (share, Unit::Percent)));
                    }
                }
            }
            Answer::Answers(answer) => {
                for bar in answer.scale.iter().flat_map(|scale| &scale.bars) {
                    let into = if bar.treatment.is_shown() {
                        &mut values.shown
                    } else {
                        &mut values.withheld
                    };
                    let shares = bar.shares.iter();
                    into.extend(shares.map(|share| (100.0 * share, Unit::Percent)));
                }
            }
        }
        values
    }

    fn add_trend(&mut self, answer: &bellwether::analysis::TrendAnswer) {
        for held in answer
            .series
            .iter()
            .flat_map(|series| series.points.iter().flatten())
        {
            self.add(Some(&held.outcome), answer.measure.unit);
        }
    }

    /// The withheld values that are not those of others that are shown, as numbers and as they would be printed.
    fn secrets(&self) -> Vec<(f64, String)> {
        let print = |(value, unit): &(f64, Unit)| unit.format(*value);
        let shown: BTreeSet<String> = self.shown.iter().map(print).collect();
        let withheld = self.withheld.iter().map(|held| (held.0, print(held)));
        // "0%", "1" and the like stand anywhere.
        withheld
            .filter(|(_, printed)| !shown.contains(printed) && printed.contains('.'))
            .collect()
    }
}

/// Every number that contents hold.
fn numbers(contents: &ChartContents) -> Vec<f64> {
    let cells = contents.table.rows.iter().flatten();
    let mut numbers: Vec<f64> = cells
        .filter_map(|cell| match cell {
            DataCell::Number { value, .. } => Some(*value),
            _ => None,
        })
        .collect();
    for series in contents.native.iter().flat_map(|native| &native.series) {
        numbers.extend(series.values.iter().flatten());
        numbers.extend(&series.across);
        let ends = series.intervals.iter().flatten();
        numbers.extend(ends.flat_map(|(lower, upper)| [lower, upper]));
    }
    numbers
}

/// Every word that contents hold.
fn words(contents: &ChartContents) -> String {
    let mut all = vec![
        contents.words.title.clone(),
        contents.words.subtitle.clone(),
        contents.words.footnote.clone(),
        contents.words.what_this_shows.clone(),
        contents.words.alt_text.clone(),
    ];
    all.extend(
        contents
            .table
            .columns
            .iter()
            .map(|column| column.heading.clone()),
    );
    let cells = contents.table.rows.iter().flatten();
    all.extend(cells.filter_map(|cell| match cell {
        DataCell::Text(words) => Some(words.clone()),
        _ => None,
    }));
    if let Some(native) = &contents.native {
        all.extend(native.categories.clone());
        for series in &native.series {
            all.push(series.name.clone());
            all.extend(series.labels.iter().flatten().cloned());
        }
    }
    all.join("\n")
}

/// Whether text says a printed value as a number of its own.
fn says(text: &str, value: &str) -> bool {
    text.match_indices(value).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + value.len()..].chars().next();
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
        !is_part(before) && !after.is_some_and(|c| c.is_ascii_digit())
    })
}

/// Holds contents against the answer; gives how many values are withheld.
fn audit(name: &str, answer: &Answer, view: &View) -> usize {
    let chart = publishable(answer, view);
    let contents = chart.contents();
    let width = contents.table.columns.len();
    for row in &contents.table.rows {
        assert_eq!(row.len(), width, "{name}: a cell for each column");
    }
    if let Some(native) = &contents.native {
        for series in &native.series {
            let count = series.values.len();
            if native.kind == NativeKind::Scatter {
                assert_eq!(series.across.len(), count, "{name}");
            } else {
                assert_eq!(native.categories.len(), count, "{name}: {}", series.name);
            }
            for others in [
                series.intervals.len(),
                series.marks.len(),
                series.labels.len(),
            ] {
                assert!(others == 0 || others == count, "{name}: {}", series.name);
            }
        }
    }
    assert_eq!(contents.words.title, chart.scene().title, "{name}");
    let secrets = Values::of(answer).secrets();
    let (numbers, words) = (numbers(contents), words(contents));
    for (value, printed) in &secrets {
        assert!(
            !numbers.contains(value),
            "{name} holds {value}, which is withheld"
        );
        assert!(
            !says(&words, printed),
            "{name} says {printed}, which is withheld"
        );
    }
    secrets.len()
}

#[test]
fn no_kind_of_chart_of_the_sample_project_tells_what_is_withheld() {
    let project = sample();
    let catalogue = project.catalogue();
    let arrangements = [
        DistrictsArrangement::SmallMultiples,
        DistrictsArrangement::Tiles,
        DistrictsArrangement::OneChart,
    ];
    let (mut audited, mut withheld) = (0, 0);
    for (key, entry) in catalogue.measures() {
        for kind in KINDS {
            for arrangement in arrangements {
                if kind != ChartKind::Districts && arrangement != arrangements[0] {
                    continue;
                }
                let view = View {
                    question: Some(Question::about(key.clone())),
                    districts: DistrictsSpec {
                        arrangement,
                        ..DistrictsSpec::default()
                    },
                    ..View::default()
                };
                let answer = view.asked(kind).and_then(|asked| asked.answer(&catalogue));
                if let Some(answer) = answer {
                    let name = format!("{} as {}", entry.measure.name, kind.words());
                    withheld += audit(&name, &answer, &view);
                    audited += 1;
                }
            }
        }
    }
    assert!(audited > 100, "{audited}");
    assert!(
        withheld > 10,
        "the sample withholds some values: {withheld}"
    );
}

/// The percentages that a cross-tab of the survey made for tests withholds, and shows nowhere else.
fn withheld_of(answer: &Answer, across: &str) -> Vec<f64> {
    let Answer::CrossTab(answer) = answer else {
        return Vec::new();
    };
    let source = respondents::source();
    let survey = &source.surveys[0];
    let place = survey
        .dimensions
        .iter()
        .position(|held| held.name == across);
    let asked = CrossTabAsked {
        question: 0,
        banner: vec![BannerPart::of(survey, Column::Dimension(place.unwrap())).unwrap()],
        periods: Vec::new(),
        filter: None,
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    };
    let figures = crosstab(&Respondents::of(survey), &asked).unwrap();
    let table = answer.table.as_ref().unwrap();
    let of = |is_shown: bool| -> Vec<f64> {
        let rows = figures.rows.iter().zip(&table.cells);
        let cells = rows.flat_map(|(row, held)| row.cells.iter().zip(held));
        let cells = cells.filter(|(_, held)| held.is_shown() == is_shown);
        cells
            .filter_map(|(cell, _)| cell.share.map(|share| 100.0 * share.share))
            .collect()
    };
    let shown = of(true);
    let is_secret = |value: &f64| !shown.iter().any(|shown| (shown - value).abs() < 1e-9);
    of(false).into_iter().filter(is_secret).collect()
}

#[test]
fn groups_of_respondents_that_are_withheld_are_nowhere_in_the_contents() {
    let catalogue = respondents::project().catalogue();
    let found = catalogue.find_measures(respondents::MEASURE);
    let question = Question::about(found[0].0.clone());
    let mut withheld = 0;
    for across in ["Sex", "Age", "Religion"] {
        for kind in [ChartKind::CrossTab, ChartKind::Answers] {
            let view = View {
                question: Some(question.clone()),
                cross_tab: CrossTabSpec {
                    across: Some(vec![String::from(across)]),
                    intervals: true,
                    ..CrossTabSpec::default()
                },
                ..View::default()
            };
            let answer = view.asked(kind).unwrap().answer(&catalogue).unwrap();
            // The answer itself has nothing withheld.
            assert_eq!(audit(across, &answer, &view), 0);
            let contents = publishable(&answer, &view).contents().clone();
            for share in withheld_of(&answer, across) {
                let is_told = numbers(&contents)
                    .iter()
                    .any(|number| (number - share).abs() < 1e-9);
                assert!(!is_told, "{across}: {share}");
                withheld += 1;
            }
        }
    }
    assert!(withheld > 0, "the fixture has a group that is too small");
}

#[test]
fn what_stands_in_the_place_of_a_value_says_why() {
    let theme = ChartTheme::light();
    let answer = answers::gaps();
    let spec = bellwether::chart::TrendSpec::default();
    let chart =
        Publishable::trend(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled()).unwrap();
    let marks = chart.contents().table.shorthands();
    assert!(marks.contains(&Shorthand::LowReliability), "{marks:?}");
    assert!(marks.contains(&Shorthand::Confidential), "{marks:?}");
}
