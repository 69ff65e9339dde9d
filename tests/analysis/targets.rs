//! Where targets stand, case by case; what imported targets become.

use std::sync::Arc;

use bellwether::analysis::targets::{
    BaselineSpec, Comparison, Doubt, MilestoneSpec, Rule, ScorecardRow, ScorecardTime, TargetAim,
    TargetSpec, Verdict, Wanted, offered, scorecard, trend_with_targets,
};
use bellwether::analysis::{Catalogue, Change, Direction, MeasureKey, Question};
use bellwether::data::target::{Aim, Course, Target, TargetFigure};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};

/// A value of a year with its base, or the reason why there is none.
type Cell = Result<(f64, Option<f64>), Status>;

#[expect(clippy::unnecessary_wraps, reason = "one of two sorts of cells")]
const fn given(value: f64, base: Option<f64>) -> Cell {
    Ok((value, base))
}

/// Financial years from 2018/19 on, in Nottingham.
fn source(name: &str, unit: Unit, cells: &[Cell]) -> Source {
    let mut builder = SourceBuilder::new();
    for (index, cell) in (0_i16..).zip(cells) {
        let area = Area {
            name: String::from("Nottingham"),
            code: None,
            kind: AreaKind::District,
        };
        let (value, base, status) = match cell {
            Ok((value, base)) => (Some(*value), *base, Status::Ordinary),
            Err(status) => (None, None, *status),
        };
        let observation = Observation {
            measure: builder.measure(Measure::named(name, unit)),
            area: Some(builder.area(area)),
            cohort: builder.cohort(Cohort::everyone()),
            period: Some(builder.period(Period::financial_year(2018 + index).unwrap())),
            value,
            unweighted_base: base,
            effective_base: base,
            status,
            cell: CellRef::new(SheetIndex(0), 4, u32::try_from(index).unwrap()),
            note: None,
        };
        builder.push(observation);
    }
    builder.build(
        SourceId::of_bytes(name.as_bytes()),
        String::from("plan.xlsx"),
        jiff::civil::date(2022, 4, 25),
        vec![String::from("Targets")],
    )
}

fn target(name: &str, unit: Unit, aim: TargetAim) -> TargetSpec {
    TargetSpec {
        area: String::from("Nottingham"),
        baseline: Some(BaselineSpec {
            period: Period::financial_year(2018),
            value: None,
        }),
        aim,
        ..TargetSpec::about(MeasureKey::of(&Measure::named(name, unit)), name.to_owned())
    }
}

fn row_of(source: Source, target: TargetSpec) -> ScorecardRow {
    let catalogue = Catalogue::of(&[Arc::new(source)]).with_targets(&Arc::from([target]));
    scorecard(&catalogue, ScorecardTime::default())
        .rows
        .remove(0)
}

const fn reach(comparison: Comparison, value: f64) -> TargetAim {
    TargetAim::Reach(Rule { comparison, value })
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn where_a_target_stands() {
    use Comparison::{AtLeast, AtMost, LessThan, MoreThan};
    use Verdict::{CannotTell, DataDue, OffTrack, OnTrack};
    const ASB: &str = "Anti-social behaviour incidents";
    const SAFE: &str = "Feel safe outside after dark";
    let asb = [given(14_840.0, None), given(15_891.0, None)];
    let safe = |now: f64| [given(63.1, Some(2000.0)), given(now, Some(2000.0))];
    let count = |earlier: f64, now: f64| [given(earlier, None), given(now, None)];
    let (number, percent) = (Unit::Count, Unit::Percent);
    let cases: Vec<(&str, Unit, Vec<Cell>, TargetAim, Verdict)> = vec![
        // 15,891 is far over 14,840 less a quarter, 11,130.
        (
            ASB,
            number,
            asb.into(),
            TargetAim::ByPercent(-25.0),
            OffTrack,
        ),
        (ASB, number, asb.into(), TargetAim::Lower, OffTrack),
        (ASB, number, asb.into(), TargetAim::Higher, OnTrack),
        (ASB, number, asb.into(), TargetAim::Hold, OffTrack),
        (
            ASB,
            number,
            count(37_486.0, 32_636.0).into(),
            TargetAim::Lower,
            OnTrack,
        ),
        (
            ASB,
            number,
            count(37_486.0, 32_636.0).into(),
            TargetAim::ByNumber(-4_000.0),
            OnTrack,
        ),
        // 240 under 256: the interval of 240 events is 210.6 to 272.4.
        (
            ASB,
            number,
            count(263.0, 240.0).into(),
            reach(LessThan, 256.0),
            CannotTell(Doubt::WithinInterval),
        ),
        (
            ASB,
            number,
            count(263.0, 240.0).into(),
            reach(LessThan, 273.0),
            OnTrack,
        ),
        (
            ASB,
            number,
            count(263.0, 240.0).into(),
            reach(AtMost, 210.0),
            OffTrack,
        ),
        (
            ASB,
            number,
            count(263.0, 240.0).into(),
            TargetAim::Lower,
            CannotTell(Doubt::NoClearChange),
        ),
        (
            ASB,
            number,
            count(263.0, 240.0).into(),
            TargetAim::Hold,
            CannotTell(Doubt::NoClearChange),
        ),
        // 56.8% of 2,000 respondents: 54.6 to 59.0.
        (
            SAFE,
            percent,
            safe(56.8).into(),
            reach(AtLeast, 63.0),
            OffTrack,
        ),
        (
            SAFE,
            percent,
            safe(56.8).into(),
            reach(AtLeast, 57.0),
            CannotTell(Doubt::WithinInterval),
        ),
        (
            SAFE,
            percent,
            safe(56.8).into(),
            reach(MoreThan, 54.0),
            OnTrack,
        ),
        (
            SAFE,
            percent,
            safe(56.8).into(),
            TargetAim::Higher,
            OffTrack,
        ),
        (
            SAFE,
            percent,
            safe(63.5).into(),
            TargetAim::Higher,
            CannotTell(Doubt::NoClearChange),
        ),
        // By 10%: 56.8% or 53.1%. Both are missed by 63.1%, and 56.0% may be either.
        (
            SAFE,
            percent,
            safe(63.1).into(),
            TargetAim::Unclear(-10.0),
            OffTrack,
        ),
        (
            SAFE,
            percent,
            safe(55.0).into(),
            TargetAim::Unclear(-10.0),
            CannotTell(Doubt::TwoReadings),
        ),
        (
            SAFE,
            percent,
            safe(45.0).into(),
            TargetAim::Unclear(-10.0),
            OnTrack,
        ),
        // No base: no interval and no test.
        (
            SAFE,
            percent,
            count(16.3, 14.1).into(),
            TargetAim::ByPercent(-10.0),
            CannotTell(Doubt::NoInterval),
        ),
        (
            SAFE,
            percent,
            count(16.3, 14.1).into(),
            TargetAim::Lower,
            CannotTell(Doubt::NotTested),
        ),
        // A base under 30 is withheld.
        (
            SAFE,
            percent,
            vec![given(63.1, Some(2000.0)), given(20.0, Some(29.0))],
            reach(AtLeast, 63.0),
            CannotTell(Doubt::Withheld),
        ),
        (
            SAFE,
            percent,
            vec![given(63.1, Some(2000.0)), Err(Status::Suppressed)],
            reach(AtLeast, 63.0),
            CannotTell(Doubt::Withheld),
        ),
        (
            SAFE,
            percent,
            vec![
                given(8.5, None),
                given(9.2, None),
                Err(Status::AwaitingData),
            ],
            TargetAim::Lower,
            DataDue,
        ),
        // The baseline itself is no figure to be judged.
        (
            ASB,
            number,
            vec![given(14_840.0, None)],
            TargetAim::Lower,
            DataDue,
        ),
        (
            ASB,
            number,
            asb.into(),
            TargetAim::InWords,
            CannotTell(Doubt::InWords),
        ),
    ];
    for (name, unit, cells, aim, expected) in cases {
        let row = row_of(source(name, unit, &cells), target(name, unit, aim));
        assert_eq!(row.verdict, expected, "{name} {cells:?} {aim:?}");
        if let (Some(held), Wanted::Lower | Wanted::Higher | Wanted::Hold) =
            (&row.change, row.wanted)
        {
            let clear = matches!(held.change.direction, Direction::Up | Direction::Down);
            let told = matches!(row.verdict, OnTrack | OffTrack);
            assert_eq!(
                clear, told,
                "the one rule of change decides: {name} {aim:?}"
            );
        }
    }
}

#[test]
fn a_change_needs_a_baseline_and_a_measure_needs_data() {
    let cells = [given(14_840.0, None), given(15_891.0, None)];
    let name = "Anti-social behaviour incidents";
    let mut spec = target(name, Unit::Count, TargetAim::ByPercent(-25.0));
    spec.baseline = None;
    let row = row_of(source(name, Unit::Count, &cells), spec.clone());
    assert_eq!(row.verdict, Verdict::CannotTell(Doubt::NoBaseline));
    spec.baseline = Some(BaselineSpec {
        period: None,
        value: Some(20_000.0),
    });
    let row = row_of(source(name, Unit::Count, &cells), spec.clone());
    assert_eq!(
        row.verdict,
        Verdict::OffTrack,
        "15,891 against a typed baseline's 15,000"
    );
    spec.measure.folded_name = String::from("first time entrants");
    let row = row_of(source(name, Unit::Count, &cells), spec);
    assert_eq!(row.verdict, Verdict::DataDue);
    assert!(row.points.is_empty());
}

#[test]
fn the_milestone_that_comes_next_is_judged_and_nothing_is_interpolated() {
    let name = "Feel safe outside after dark";
    let year = |start| Period::financial_year(start).unwrap();
    let mut spec = target(name, Unit::Percent, reach(Comparison::AtLeast, 70.0));
    spec.due = Some(year(2024));
    spec.milestones = vec![
        MilestoneSpec {
            due: year(2019),
            value: 50.0,
        },
        MilestoneSpec {
            due: year(2022),
            value: 55.0,
        },
    ];
    let judged = |years: usize| {
        let cells = vec![given(60.0, Some(3000.0)); years];
        row_of(source(name, Unit::Percent, &cells), spec.clone())
    };
    let value = |row: &ScorecardRow| match row.wanted {
        Wanted::Value {
            rule,
            due,
            is_milestone,
        } => (rule.value, due.unwrap(), is_milestone),
        other => panic!("{other:?}"),
    };
    assert_eq!(value(&judged(2)), (50.0, year(2019), true));
    let between = judged(3);
    assert_eq!(value(&between), (55.0, year(2022), true));
    assert_eq!(between.verdict, Verdict::OnTrack);
    let after = judged(6);
    assert_eq!(value(&after), (70.0, year(2024), false));
    assert_eq!(after.verdict, Verdict::OffTrack);
}

#[test]
fn figures_of_other_windows_are_not_held_against_the_baseline() {
    let name = "Anti-social behaviour incidents";
    let cells = [given(14_840.0, None), given(15_891.0, None)];
    let mut spec = target(name, Unit::Count, reach(Comparison::AtMost, 900.0));
    spec.baseline = Some(BaselineSpec {
        period: Period::month(2018, 4),
        value: Some(1_000.0),
    });
    let row = row_of(source(name, Unit::Count, &cells), spec);
    assert_eq!(
        row.verdict,
        Verdict::DataDue,
        "a month is not held against years"
    );
}

#[test]
fn the_change_from_the_baseline_is_that_of_the_one_rule() {
    let name = "Anti-social behaviour incidents";
    let cells = [given(14_840.0, None), given(15_891.0, None)];
    let row = row_of(
        source(name, Unit::Count, &cells),
        target(name, Unit::Count, TargetAim::Lower),
    );
    let held = row.change.unwrap();
    let (_, now) = row.points.last().unwrap();
    let baseline = row.baseline.unwrap().estimate.unwrap();
    let expected = Change::between(
        Unit::Count,
        &baseline,
        now.outcome.estimate().unwrap(),
        (365.0, 366.0),
    );
    assert_eq!(held.change.p_value, expected.p_value);
    assert_eq!(held.change.magnitude(Unit::Count), "7.1%");
}

fn imported(measure: &str, unit: Unit, aim: Aim, course: Option<Course>, words: &str) -> Target {
    let cell = CellRef::new(SheetIndex(0), 4, 0);
    Target {
        measure: measure.to_owned(),
        area: None,
        unit,
        course,
        aim,
        words: words.to_owned(),
        due: None,
        baseline: Some(TargetFigure {
            value: Some(20.0),
            words: String::from("20"),
            period: Period::financial_year(2018),
            cell,
        }),
        milestones: Vec::new(),
        results: Vec::new(),
        group: String::new(),
        owner: String::from("Police"),
        source: String::new(),
        status: String::new(),
        cell,
    }
}

#[test]
fn what_imported_targets_become() {
    use Comparison::{AtLeast, AtMost, MoreThan};
    let name = "Anti-social behaviour incidents";
    let cases = [
        (Aim::AtMost(9.0), None, "at most 9", reach(AtMost, 9.0)),
        (Aim::Reach(9.0), None, "9", reach(AtMost, 9.0)),
        (Aim::Reach(25.0), None, "25", reach(AtLeast, 25.0)),
        (
            Aim::Reach(25.0),
            Some(Course::Reduce),
            "25",
            reach(AtMost, 25.0),
        ),
        (
            Aim::ChangeByPercent(-25.0),
            None,
            "reduce by 25%",
            TargetAim::ByPercent(-25.0),
        ),
        (
            Aim::ChangeByNumber(5.0),
            None,
            "5 more",
            TargetAim::ByNumber(5.0),
        ),
        (
            Aim::ChangeUnclear(-10.0),
            None,
            "by 10%",
            TargetAim::Unclear(-10.0),
        ),
        (
            Aim::Words,
            Some(Course::Reduce),
            "reduce crime",
            TargetAim::Lower,
        ),
        (
            Aim::Words,
            Some(Course::Maintain),
            "maintain",
            TargetAim::Hold,
        ),
        (
            Aim::Words,
            Some(Course::Reduce),
            "below the national average",
            TargetAim::InWords,
        ),
        (Aim::Words, None, "as agreed", TargetAim::InWords),
    ];
    for (aim, course, words, expected) in cases {
        let mut source = source(name, Unit::Count, &[given(20.0, None)]);
        source.targets = vec![imported(name, Unit::Count, aim, course, words)];
        let catalogue = Catalogue::of(&[Arc::new(source)]);
        let found = offered(&catalogue);
        let target = &found[0].targets[0];
        assert_eq!(target.aim, expected, "{words}");
        assert_eq!(
            (target.owner.as_str(), target.words.as_str()),
            ("Police", words)
        );
        let taken: Arc<[TargetSpec]> = found[0].targets.clone().into();
        let after = catalogue.with_targets(&taken);
        assert!(offered(&after).is_empty(), "taken over once");
    }
    // A table of milestones without a target: the last milestone, with its sign, is the target.
    let mut only_milestone = imported(
        "Satisfied victims",
        Unit::Percent,
        Aim::Words,
        Some(Course::Increase),
        "",
    );
    only_milestone.milestones = vec![TargetFigure {
        value: Some(53.9),
        words: String::from(">53.9%"),
        period: Period::financial_year(2021),
        cell: only_milestone.cell,
    }];
    let nothing = imported("Satisfied victims", Unit::Percent, Aim::Words, None, "");
    let mut source = source("Satisfied victims", Unit::Percent, &[given(20.0, None)]);
    source.targets = vec![only_milestone, nothing];
    let found = offered(&Catalogue::of(&[Arc::new(source)]));
    assert_eq!(found[0].targets.len(), 1, "figures alone are no target");
    let target = &found[0].targets[0];
    assert_eq!(target.aim, reach(MoreThan, 53.9));
    assert_eq!(target.due, Period::financial_year(2021));
    assert!(target.milestones.is_empty());
}

#[test]
fn a_trend_has_the_targets_of_its_lines_and_of_its_length_of_periods() {
    let name = "Anti-social behaviour incidents";
    let cells = [given(14_840.0, None), given(15_891.0, None)];
    let spec = target(name, Unit::Count, TargetAim::ByPercent(-25.0));
    let elsewhere = TargetSpec {
        area: String::from("Ashfield"),
        ..spec.clone()
    };
    let source = Arc::new(source(name, Unit::Count, &cells));
    let catalogue = Catalogue::of(&[source]).with_targets(&Arc::from([spec.clone(), elsewhere]));
    let trend = trend_with_targets(&catalogue, &Question::about(spec.measure)).unwrap();
    assert_eq!(trend.targets.len(), 1);
    assert_eq!(trend.targets[0].series.area, "Nottingham");
}

/// Monthly counts in Nottingham from April 2018 on, and the years that they add up to.
fn months(counts: &[f64]) -> Source {
    let mut builder = SourceBuilder::new();
    let mut push = |row: u32, period: Period, value: f64| {
        let area = Area {
            name: String::from("Nottingham"),
            code: None,
            kind: AreaKind::District,
        };
        let observation = Observation {
            measure: builder.measure(Measure::named("Robbery", Unit::Count)),
            area: Some(builder.area(area)),
            cohort: builder.cohort(Cohort::everyone()),
            period: Some(builder.period(period)),
            value: Some(value),
            unweighted_base: None,
            effective_base: None,
            status: Status::Ordinary,
            cell: CellRef::new(SheetIndex(0), row, 1),
            note: None,
        };
        builder.push(observation);
    };
    let mut row = 0;
    for (year, counts) in (2018_i16..).zip(counts.chunks(12)) {
        let whole = Period::financial_year(year).unwrap();
        push(row, whole, counts.iter().sum());
        for (month, count) in whole.months().into_iter().zip(counts) {
            row += 1;
            push(row, month, *count);
        }
        row += 1;
    }
    builder.build(
        SourceId::of_bytes(b"months"),
        String::from("months.xlsx"),
        jiff::civil::date(2022, 4, 25),
        vec![String::from("Months")],
    )
}

#[test]
fn counts_whose_months_vary_more_than_chance_are_judged_by_their_months() {
    // 960, then 720: by chance alone a clear fall to under 800, but half of it is one wild month.
    let even = [80.0; 12];
    let mut wild = [50.0; 12];
    wild[3] = 170.0;
    let counts: Vec<f64> = even.iter().chain(&wild).copied().collect();
    let aim = reach(Comparison::AtMost, 800.0);
    let row = row_of(months(&counts), target("Robbery", Unit::Count, aim));
    assert!(row.interval_by_months);
    let interval = row.interval.unwrap();
    assert!(
        interval.lower < 600.0 && interval.upper > 800.0,
        "{interval:?}"
    );
    assert_eq!(row.verdict, Verdict::CannotTell(Doubt::WithinInterval));
    let change = row_of(
        months(&counts),
        target("Robbery", Unit::Count, TargetAim::Lower),
    );
    assert!(change.change.is_some_and(|held| held.change.by_months));
    // Months that vary no more than chance leave the limits of chance.
    let fewer: Vec<f64> = even.iter().copied().chain([60.0; 12]).collect();
    let row = row_of(months(&fewer), target("Robbery", Unit::Count, aim));
    assert!(!row.interval_by_months);
    assert_eq!(row.verdict, Verdict::OnTrack);
}
