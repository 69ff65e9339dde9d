//! Breaks in series: nothing is compared, added up, indexed or judged across one, and the answer says why.

use std::sync::Arc;

use bellwether::analysis::breaks::{BreakId, BreakScope, BreakSpec, Breaks, SetAside};
use bellwether::analysis::overview::headline;
use bellwether::analysis::priority::{Gap, priority};
use bellwether::analysis::targets::{
    BaselineSpec, Comparison, Rule, TargetAim, TargetSpec, Verdict, scorecard,
};
use bellwether::analysis::targets::{Doubt, ScorecardTime};
use bellwether::analysis::{
    Catalogue, ChangeTableScope, CohortScope, GroupQuestion, MeasureKey, PeriodRange, Question,
    ShownAs, Split, answer, breakdown, change_table, group_changes,
};
use bellwether::data::{
    BreakReason, CellRef, Measure, NotedBreak, Period, SheetIndex, Source, Unit,
};

use crate::priority_answers;
use crate::table::{Row, source};

fn key(name: &str, unit: Unit) -> MeasureKey {
    MeasureKey::of(&Measure::named(name, unit))
}

fn theft() -> MeasureKey {
    key("Theft", Unit::Count)
}

fn declared(of: BreakScope, area: &str, from: Period) -> Arc<Breaks> {
    Arc::new(Breaks {
        declared: vec![BreakSpec {
            id: BreakId(1),
            of,
            area: area.to_owned(),
            from,
            reason: BreakReason::CountingRules,
            words: String::new(),
        }],
        set_aside: Vec::new(),
    })
}

fn of_theft(from: Period) -> Arc<Breaks> {
    let of = BreakScope::Measure {
        key: theft(),
        name: String::from("Theft"),
    };
    declared(of, "", from)
}

/// Four years of two districts: 900, 600, 605, 610.
fn years() -> Arc<Source> {
    let mut rows = Vec::new();
    for area in ["Ashfield", "Mansfield"] {
        for (year, count) in (2018..).zip([900.0, 600.0, 605.0, 610.0]) {
            rows.push(Row::count("Theft", area, year, count));
        }
    }
    source("years", &rows)
}

fn since(catalogue: &Catalogue, from: Option<i16>, to: Option<i16>) -> Question {
    let mut question = Question::about(theft());
    question.areas = vec![String::from("Ashfield")];
    let year = |year: i16| Period::financial_year(year).unwrap();
    question.periods = PeriodRange {
        from: from.map(year),
        to: to.map(year),
    };
    assert!(answer(catalogue, &question).is_some());
    question
}

#[test]
fn a_change_stops_at_a_break_and_says_why() {
    let year = |year| Period::financial_year(year).unwrap();
    let before = Catalogue::of(&[years()]);
    let catalogue = before.clone().with_breaks(&of_theft(year(2019)));
    // The latest year against the one before: both after the break.
    let line = &answer(&catalogue, &since(&catalogue, None, None))
        .unwrap()
        .series[0];
    assert!(line.change.is_some() && line.not_comparable.is_none());
    // 2019/20 against 2018/19 lies across it.
    for question in [
        since(&catalogue, None, Some(2019)),
        since(&catalogue, Some(2018), None),
    ] {
        assert!(
            answer(&before, &question).unwrap().series[0]
                .change
                .is_some()
        );
        let line = &answer(&catalogue, &question).unwrap().series[0];
        assert!(line.change.is_none());
        let held = line.not_comparable.as_ref().unwrap();
        assert_eq!(held.from.label(), "2018/19");
        assert_eq!(held.why.why(), "counting rules changed from 2019/20");
    }
    let entry = catalogue.entry(&theft()).unwrap();
    let shape = headline(&catalogue, &theft(), entry).values;
    assert_eq!(shape.len(), 5, "the break parts the shape: {shape:?}");
    assert_eq!(shape[1], None);
}

#[test]
fn a_break_is_of_its_area_and_of_its_workbook() {
    let year = Period::financial_year(2021).unwrap();
    let of = BreakScope::Measure {
        key: theft(),
        name: String::from("Theft"),
    };
    let held = years();
    let catalogue = Catalogue::of(std::slice::from_ref(&held));
    let mut question = Question::about(theft());
    question.areas = vec![String::from("Ashfield"), String::from("Mansfield")];
    let changed = |breaks: Arc<Breaks>| -> Vec<bool> {
        let catalogue = catalogue.clone().with_breaks(&breaks);
        let answer = answer(&catalogue, &question).unwrap();
        answer
            .series
            .iter()
            .map(|line| line.change.is_some())
            .collect()
    };
    assert_eq!(changed(declared(of, "Ashfield", year)), [false, true]);
    let of = |id: &Source| BreakScope::Source {
        id: id.id.clone(),
        name: id.file_name.clone(),
    };
    assert_eq!(changed(declared(of(&held), "", year)), [false, false]);
    let other = source("another", &[Row::count("Theft", "Ashfield", 2015, 1.0)]);
    assert_eq!(changed(declared(of(&other), "", year)), [true, true]);
}

#[test]
fn groups_and_the_change_table_do_not_compare_across_it() {
    let year = |year| Period::financial_year(year).unwrap();
    let held = years();
    let catalogue = Catalogue::of(&[held]).with_breaks(&of_theft(year(2021)));
    let mut question = Question::about(theft());
    question.areas = vec![String::from("Ashfield"), String::from("Mansfield")];
    question.split = Split::Areas;
    let asked = GroupQuestion {
        question: question.clone(),
        every_dimension: false,
    };
    let changes = group_changes::group_changes(&catalogue, &asked).unwrap();
    assert_eq!(changes.comparisons, 0);
    for row in &changes.rows {
        assert!(row.change.is_none());
        let why = row.not_comparable.as_ref().unwrap().why.why();
        assert_eq!(why, "counting rules changed from 2021/22");
    }
    let groups = breakdown::breakdown(&catalogue, &asked).unwrap();
    assert!(
        groups
            .rows
            .iter()
            .all(|row| row.over_year.is_none() && row.not_comparable.is_some())
    );
    question.areas = vec![String::from("Ashfield")];
    let mut rows = Vec::new();
    for (year, count) in (2020..).zip([605.0, 610.0]) {
        rows.push(Row::count("Theft", "Ashfield", year, count));
        rows.push(Row::count("Robbery", "Ashfield", year, count));
    }
    let catalogue = Catalogue::of(&[source("two", &rows)]).with_breaks(&of_theft(year(2021)));
    let table =
        change_table::change_table(&catalogue, &question, &ChangeTableScope::default()).unwrap();
    let of = |name: &str| table.rows.iter().find(|row| row.name == name).unwrap();
    assert!(of("Robbery").change.is_some());
    let row = of("Theft");
    assert!(row.change.is_none() && row.percent.is_none() && row.not_comparable.is_some());
    assert_eq!(table.tested, 1);
}

#[test]
fn nothing_is_added_up_averaged_or_indexed_across_it() {
    let first = Period::month(2020, 4).unwrap();
    let months: Vec<Row> = (0..36)
        .map(|index| {
            let period = first.moved_by_months(index).unwrap();
            Row::count("Theft", "Ashfield", 2020, 10.0 + f64::from(index)).at(period)
        })
        .collect();
    let shown = |rows: &[Row], shown_as: ShownAs, from: Period| {
        let catalogue = Catalogue::of(&[source("a", rows)]).with_breaks(&of_theft(from));
        let mut question = Question::about(theft());
        question.shown_as = shown_as;
        answer(&catalogue, &question).unwrap()
    };
    let july = Period::month(2021, 7).unwrap();
    let rolling = shown(&months, ShownAs::RollingYear, july);
    let values: Vec<bool> = rolling.series[0]
        .points
        .iter()
        .map(|point| point.as_ref().unwrap().outcome.estimate().is_some())
        .collect();
    // Twelve months to March, April, May and June 2021 lie before it, those from June 2022 on after it.
    assert_eq!(values.len(), 25);
    assert!(values[..4].iter().all(|has| *has));
    assert!(values[4..15].iter().all(|has| !has), "{values:?}");
    assert!(values[15..].iter().all(|has| *has));
    let so_far = shown(&months, ShownAs::YearToDate, july);
    let given = so_far.series[0].points.iter().flatten();
    assert_eq!(
        given
            .filter(|point| point.outcome.estimate().is_some())
            .count(),
        2
    );
    let years: Vec<Row> = (0..6)
        .map(|index| {
            Row::count(
                "Theft",
                "Ashfield",
                2015 + index,
                100.0 * f64::from(index + 1),
            )
        })
        .collect();
    let from = Period::financial_year(2018).unwrap();
    let averages = shown(&years, ShownAs::ThreeYearAverage, from);
    let values: Vec<Option<f64>> = averages.series[0]
        .points
        .iter()
        .map(|point| Some(point.as_ref()?.outcome.estimate()?.value))
        .collect();
    assert_eq!(values, [Some(200.0), None, None, Some(500.0)]);
    let index = shown(&years, ShownAs::Index, from);
    let values: Vec<f64> = index.series[0]
        .points
        .iter()
        .map(|point| point.as_ref().unwrap().outcome.estimate().unwrap().value)
        .collect();
    assert_eq!(values, [100.0, 200.0, 300.0, 100.0, 125.0, 150.0]);
    assert!(
        index
            .notes
            .iter()
            .any(|note| note.contains("begins anew at 100"))
    );
}

#[test]
fn a_target_cannot_be_told_from_a_baseline_before_it() {
    let year = |year| Period::financial_year(year).unwrap();
    let target = |aim| TargetSpec {
        area: String::from("Ashfield"),
        baseline: Some(BaselineSpec {
            period: Some(year(2018)),
            value: None,
        }),
        aim,
        ..TargetSpec::about(theft(), String::from("Theft"))
    };
    let verdict = |aim, breaks: &Arc<Breaks>| {
        let catalogue = Catalogue::of(&[years()])
            .with_breaks(breaks)
            .with_targets(&Arc::from([target(aim)]));
        scorecard(&catalogue, ScorecardTime::default())
            .rows
            .remove(0)
            .verdict
    };
    let none = Arc::default();
    let broken = of_theft(year(2019));
    for aim in [TargetAim::Lower, TargetAim::ByPercent(-10.0)] {
        assert_eq!(verdict(aim, &none), Verdict::OnTrack);
        assert_eq!(
            verdict(aim, &broken),
            Verdict::CannotTell(Doubt::NotComparable)
        );
    }
    let mark = TargetAim::Reach(Rule {
        comparison: Comparison::AtMost,
        value: 800.0,
    });
    assert_eq!(verdict(mark, &broken), Verdict::OnTrack, "a mark is a mark");
}

#[test]
fn nobody_is_looked_at_first_by_a_change_across_it() {
    let measure = "Feel safe";
    let held = priority_answers::table(measure, &priority_answers::OF_EACH);
    let key = key(measure, Unit::Percent);
    let catalogue = Catalogue::of(&[held]);
    let question = Question::about(key.clone());
    let scope = CohortScope::default();
    let plain = priority(&catalogue, &question, scope).unwrap();
    assert_eq!(plain.gap, None);
    let of = BreakScope::Measure {
        key,
        name: measure.to_owned(),
    };
    let catalogue = catalogue.with_breaks(&declared(of, "", plain.now.unwrap()));
    let broken = priority(&catalogue, &question, scope).unwrap();
    assert_eq!(broken.gap, Some(Gap::NotComparable));
    assert!(broken.total.is_none() && broken.cohorts.is_empty());
    assert!(broken.not_comparable.is_some());
}

#[test]
fn a_note_holds_until_it_is_set_aside() {
    let mut held = Source::clone(&years());
    let from = Period::financial_year(2021).unwrap();
    held.breaks = vec![NotedBreak {
        measures: vec![0],
        from,
        reason: BreakReason::Definition,
        words: String::from("Definition changed from 2021/22"),
        cell: CellRef::new(SheetIndex(0), 20, 0),
    }];
    let id = held.id.clone();
    let catalogue = Catalogue::of(&[Arc::new(held)]);
    let question = since(&catalogue, None, None);
    let line = &answer(&catalogue, &question).unwrap().series[0];
    let why = line.not_comparable.as_ref().unwrap().why.why_in_full();
    assert_eq!(
        why,
        "definition changed from 2021/22 (years › Sheet1 › A21)"
    );
    let set_aside = Breaks {
        declared: Vec::new(),
        set_aside: vec![SetAside {
            source: id,
            measure: theft(),
            from: from.start,
        }],
    };
    let catalogue = catalogue.with_breaks(&Arc::new(set_aside));
    let line = &answer(&catalogue, &question).unwrap().series[0];
    assert!(line.change.is_some() && line.breaks.is_empty());
}
