//! The scorecard: what it says, and that its words stay apart in every size.

use std::sync::Arc;

use bellwether::analysis::targets::{
    BaselineSpec, Comparison, MilestoneSpec, Rule, Scorecard, ScorecardTime, TargetAim, TargetId,
    TargetSpec, scorecard, trend_with_targets,
};
use bellwether::analysis::{Catalogue, MeasureKey, Question, TrendAnswer};
use bellwether::chart::scorecard::Standing;
use bellwether::chart::{
    ChartSize, ChartTheme, HitTarget, Inter, MarkedChart as _, Rect, Role, Scene, ScorecardModel,
    TrendModel, TrendSpec, layout,
};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, SourceBuilder,
    SourceId, Status, Unit,
};
use bellwether::export::{Publishable, svg};
use bellwether::project::ScorecardSpec;
use bellwether::project::scorecard_spec::Against;

/// Measure, unit, values of the years from 2018/19 on with one base, aim, owner.
type Case = (
    &'static str,
    Unit,
    &'static [f64],
    Option<f64>,
    TargetAim,
    &'static str,
);

const fn reach(comparison: Comparison, value: f64) -> TargetAim {
    TargetAim::Reach(Rule { comparison, value })
}

const PLAN: [Case; 7] = [
    (
        "Feel safe outside after dark",
        Unit::Percent,
        &[63.1, 61.0, 56.8],
        Some(4000.0),
        reach(Comparison::AtLeast, 63.0),
        "PCC",
    ),
    (
        "Victim-based crime",
        Unit::Count,
        &[37_486.0, 34_747.0, 32_636.0],
        None,
        TargetAim::Lower,
        "Police",
    ),
    (
        "Anti-social behaviour incidents",
        Unit::Count,
        &[14_840.0, 15_182.0, 15_891.0],
        None,
        TargetAim::ByPercent(-25.0),
        "Police",
    ),
    (
        "Hate crime repeat victims",
        Unit::Percent,
        &[16.3, 13.5, 14.1],
        None,
        TargetAim::ByPercent(-10.0),
        "Police",
    ),
    (
        "Victims of crime who are repeats",
        Unit::Percent,
        &[16.3, 17.0, 14.1],
        None,
        TargetAim::Unclear(-10.0),
        "Police",
    ),
    (
        "Experience of fraud",
        Unit::Percent,
        &[8.5],
        Some(900.0),
        TargetAim::Lower,
        "City Council",
    ),
    (
        "Treatment completions",
        Unit::Percent,
        &[21.9, 20.0, 12.0],
        Some(20.0),
        reach(Comparison::AtLeast, 21.9),
        "Public Health",
    ),
];

fn catalogue(cases: &[Case]) -> Catalogue {
    let mut builder = SourceBuilder::new();
    let mut targets = Vec::new();
    for (row, (name, unit, values, base, aim, owner)) in (0_u32..).zip(cases) {
        for (column, value) in (0_i16..).zip(*values) {
            let area = Area {
                name: String::from("Nottingham"),
                code: None,
                kind: AreaKind::District,
            };
            let observation = Observation {
                measure: builder.measure(Measure::named(*name, *unit)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::everyone()),
                period: Some(builder.period(Period::financial_year(2018 + column).unwrap())),
                value: Some(*value),
                unweighted_base: *base,
                effective_base: *base,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row, u32::try_from(column).unwrap()),
                note: None,
            };
            builder.push(observation);
        }
        let measure = Measure::named(*name, *unit);
        targets.push(TargetSpec {
            id: TargetId(row + 1),
            area: String::from("Nottingham"),
            baseline: Some(BaselineSpec {
                period: Period::financial_year(2018),
                value: None,
            }),
            aim: *aim,
            owner: (*owner).to_owned(),
            ..TargetSpec::about(MeasureKey::of(&measure), (*name).to_owned())
        });
    }
    let source = builder.build(
        SourceId::of_bytes(b"plan"),
        String::from("plan.xlsx"),
        jiff::civil::date(2022, 4, 25),
        vec![String::from("Targets")],
    );
    Catalogue::of(&[Arc::new(source)]).with_targets(&targets.into())
}

fn plan() -> Scorecard {
    scorecard(&catalogue(&PLAN), ScorecardTime::default())
}

fn file(scorecard: &Scorecard, size: ChartSize, theme: &ChartTheme) -> String {
    let spec = ScorecardSpec::default();
    svg::write(&Publishable::scorecard(
        scorecard,
        &spec,
        size,
        theme,
        Inter::bundled(),
    ))
}

#[test]
fn a_scorecard_on_a_card() {
    insta::assert_snapshot!(file(&plan(), ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn a_scorecard_on_a_dark_slide() {
    insta::assert_snapshot!(file(&plan(), ChartSize::SLIDE, &ChartTheme::dark()));
}

#[test]
fn a_scorecard_in_print() {
    insta::assert_snapshot!(file(&plan(), ChartSize::A4, &ChartTheme::print()));
}

#[test]
fn rows_say_what_the_analysis_found() {
    let model = ScorecardModel::new(&plan(), &ScorecardSpec::default());
    let found: Vec<(&str, &str, &str, &str)> = model
        .rows
        .iter()
        .map(|row| {
            let now = row.now.0.as_str();
            (
                row.baseline.0.as_str(),
                now,
                row.wanted.0.as_str(),
                row.standing.word(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("63.1%", "56.8%", "≥ 63.0%", "Off track"),
            ("37,486", "32,636", "fewer", "On track"),
            ("14,840", "15,891", "≤ 11,130 (−25%)", "Off track"),
            ("16.3%", "14.1%", "≤ 14.7% (−10%)", "Cannot tell"),
            ("16.3%", "14.1%", "≤ 14.7% or ≤ 6.3%", "Cannot tell"),
            ("8.5%", "8.5%", "lower", "Data due"),
            ("", "Base under 30, not shown", "≥ 21.9%", "Cannot tell"),
        ]
    );
    assert_eq!(
        model.title,
        "One measure on track, two off track, three cannot be told, one awaits data"
    );
    for words in [
        "Hate crime repeat victims: “Reduce by 10%” is read as per cent of the figure (16.3% to 14.7%).",
        "whether reduce by “10%” means 14.7% or 6.3% is to be settled",
        "Counts are held against chance alone",
        "Source: plan.xlsx.",
    ] {
        assert!(model.footnote.contains(words), "{}", model.footnote);
    }
}

#[test]
fn what_is_withheld_is_nowhere_in_the_file() {
    let spec = ScorecardSpec::default();
    let chart = Publishable::scorecard(
        &plan(),
        &spec,
        ChartSize::CARD,
        &ChartTheme::light(),
        Inter::bundled(),
    );
    assert_eq!(chart.withheld().len(), 3, "{:?}", chart.withheld());
    let written = svg::write(&chart);
    assert!(!written.contains("12.0%") && !written.contains("20.0%"));
    let model = ScorecardModel::new(&plan(), &spec);
    assert_eq!(model.rows[6].values, [None, None, None]);
    assert!(!model.rows[6].lines().join(" ").contains("12.0%"));
}

#[test]
fn baselines_are_left_out_and_one_plan_is_shown_where_that_is_wanted() {
    let mut scorecard = plan();
    scorecard.rows[2].target.plan = String::from("City plan");
    let spec = ScorecardSpec {
        plan: Some(String::from("City plan")),
        against: Against::Target,
        as_of: None,
    };
    let model = ScorecardModel::new(&scorecard, &spec);
    assert_eq!(model.rows.len(), 1);
    assert_eq!(model.title, "One measure off track");
    let scene = model.layout(ChartSize::CARD, &ChartTheme::light(), Inter::bundled());
    assert!(scene.text_runs().iter().all(|run| run.text != "Baseline"));
}

/// The rectangles of all words but those over and under the table.
fn words(scene: &Scene) -> Vec<(String, Rect)> {
    let runs = scene.text_runs();
    let named = runs.iter().map(|run| (run.text.clone(), run.bounds()));
    named.collect()
}

fn assert_apart(scene: &Scene, what: &str) {
    let words = words(scene);
    let page = Rect::new(0.0, 0.0, scene.width, scene.height);
    for (index, (text, rect)) in words.iter().enumerate() {
        assert!(
            rect.left >= 0.0 && rect.right <= page.right + 0.5 && rect.bottom <= page.bottom,
            "{what}: “{text}” leaves the page"
        );
        for (other, others) in words.iter().skip(index + 1) {
            assert!(!rect.overlaps(others), "{what}: “{text}” lies on “{other}”");
        }
    }
}

#[test]
fn words_stay_apart_in_every_size_and_number_of_rows() {
    let sizes = [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::A4_LANDSCAPE,
        ChartSize::SQUARE,
        ChartSize::new(500.0, 480.0),
        ChartSize::new(1650.0, 700.0),
    ];
    let long: Vec<Case> = (0..40)
        .map(|index| {
            let mut case = PLAN[index % PLAN.len()];
            if index % 3 == 0 {
                case.0 = "People who say that anti-social behaviour in their neighbourhood got much worse in the last twelve months";
            }
            case
        })
        .collect();
    for rows in [1, 2, 7, 12, 40] {
        let scorecard = scorecard(&catalogue(&long[..rows]), ScorecardTime::default());
        let model = ScorecardModel::new(&scorecard, &ScorecardSpec::default());
        for size in sizes {
            let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
            assert_apart(&scene, &format!("{rows} rows, {size:?}"));
            let marks = scene.hit_regions.iter();
            let marks = marks.filter(|region| matches!(region.target, HitTarget::Mark(_)));
            let drawn = marks.count();
            let more = scene.group(Role::Message).is_some();
            assert_eq!(drawn < rows, more, "{rows} rows, {size:?}: {drawn} drawn");
        }
    }
}

#[test]
fn who_answers_for_a_target_stands_there_in_narrow_charts_too() {
    let model = ScorecardModel::new(&plan(), &ScorecardSpec::default());
    for (width, height) in [
        (846.0, 600.0),
        (480.0, 420.0),
        (960.0, 540.0),
        (1_200.0, 800.0),
    ] {
        let size = ChartSize::new(width, height);
        let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
        let said = words(&scene);
        assert!(
            said.iter().any(|(run, _)| run == "Owner"),
            "{width} × {height}"
        );
        assert!(
            said.iter().any(|(run, _)| run == "Police"),
            "{width} × {height}"
        );
        assert_apart(&scene, "with owners");
    }
}

#[test]
fn data_that_are_late_are_told_from_data_that_are_due() {
    let day = jiff::civil::date(2026, 7, 14);
    let late = |today| {
        let mut targets = catalogue(&PLAN).targets().to_vec();
        // Fraud has no figure since its baseline.
        targets[5].next_data = Some(day);
        let time = ScorecardTime {
            as_of: None,
            today: Some(today),
        };
        let catalogue = catalogue(&PLAN).with_targets(&targets.into());
        ScorecardModel::new(&scorecard(&catalogue, time), &ScorecardSpec::default())
    };
    let before = late(jiff::civil::date(2026, 7, 14));
    assert_eq!(before.rows[5].standing.word(), "Data due");
    assert!(
        before.title.ends_with("one awaits data"),
        "{}",
        before.title
    );
    let after = late(jiff::civil::date(2026, 7, 15));
    assert_eq!(after.rows[5].standing.word(), "Overdue");
    assert_eq!(
        after.rows[5].now.0, "8.5%",
        "the baseline itself is a figure"
    );
    assert!(after.title.ends_with("one is overdue"), "{}", after.title);
    assert!(
        after
            .what_this_shows
            .contains("Overdue: Experience of fraud.")
    );
}

#[test]
fn the_story_is_told_as_of_the_period_that_is_chosen() {
    let time = ScorecardTime {
        as_of: Period::financial_year(2019),
        today: None,
    };
    let scorecard = scorecard(&catalogue(&PLAN), time);
    let labels: Vec<String> = scorecard.periods.iter().map(Period::label).collect();
    assert_eq!(labels, ["2020/21", "2019/20", "2018/19"]);
    let model = ScorecardModel::new(&scorecard, &ScorecardSpec::default());
    assert!(
        model.subtitle.contains("as of 2019/20"),
        "{}",
        model.subtitle
    );
    assert_eq!(
        model.rows[0].now,
        (String::from("61.0%"), String::from("2019/20"))
    );
    assert_eq!(model.rows[0].values.len(), 2, "nothing later is drawn");
}

#[test]
fn no_target_is_a_chart_that_says_so() {
    let model = ScorecardModel::new(&Scorecard::default(), &ScorecardSpec::default());
    let scene = model.layout(ChartSize::CARD, &ChartTheme::light(), Inter::bundled());
    assert_eq!(model.title, "No targets");
    assert!(scene.group(Role::Message).is_some());
    assert_eq!(model.mark_count(), 0);
}

#[test]
fn pills_keep_their_contrast() {
    for theme in [
        ChartTheme::light(),
        ChartTheme::dark(),
        ChartTheme::high_contrast(),
        ChartTheme::print(),
    ] {
        for standing in Standing::ALL {
            let (fill, ink) = standing.colours(&theme);
            assert!(ink.contrast(fill) >= 4.5, "{standing:?} {:?}", theme.kind);
        }
    }
}

/// The trend of a measure with a target, a milestone and a baseline.
fn trend(aim: TargetAim, milestones: Vec<MilestoneSpec>) -> TrendAnswer {
    let mut case = PLAN[2];
    case.4 = aim;
    let mut targets = catalogue(&[case]).targets().to_vec();
    targets[0].milestones = milestones;
    let catalogue = catalogue(&[case]).with_targets(&targets.clone().into());
    trend_with_targets(&catalogue, &Question::about(targets[0].measure.clone())).unwrap()
}

fn milestone(year: i16, value: f64) -> MilestoneSpec {
    MilestoneSpec {
        due: Period::financial_year(year).unwrap(),
        value,
    }
}

#[test]
fn a_trend_with_target_milestone_and_baseline() {
    let answer = trend(TargetAim::ByPercent(-25.0), vec![milestone(2021, 13_000.0)]);
    let theme = ChartTheme::light();
    let spec = TrendSpec::default();
    let chart = Publishable::trend(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart.unwrap()));
}

#[test]
fn the_lines_of_a_target_are_seen_whole_and_their_words_lie_apart() {
    for (aim, milestones) in [
        (TargetAim::ByPercent(-25.0), vec![milestone(2021, 13_000.0)]),
        (TargetAim::ByPercent(-1.0), vec![milestone(2021, 14_800.0)]),
        (reach(Comparison::AtMost, 25_000.0), Vec::new()),
        (
            TargetAim::ByPercent(-90.0),
            (0..6)
                .map(|step| milestone(2020 + step, 14_000.0))
                .collect(),
        ),
    ] {
        let answer = trend(aim, milestones);
        let model = TrendModel::new(&answer, &TrendSpec::default());
        let (from, to) = model.full_viewport().y;
        for line in &model.target_lines {
            assert!((from..=to).contains(&line.value), "{line:?}");
        }
        for size in [ChartSize::CARD, ChartSize::SLIDE, ChartSize::A4] {
            let scene = layout(&model, size, &ChartTheme::light(), None, Inter::bundled());
            assert_apart(&scene, &format!("{aim:?} {size:?}"));
            assert!(scene.group(Role::Targets).is_some());
        }
        let hidden = TrendSpec {
            show_targets: false,
            ..TrendSpec::default()
        };
        assert!(TrendModel::new(&answer, &hidden).target_lines.is_empty());
    }
}
