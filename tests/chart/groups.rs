//! Charts of groups side by side: words, layout without collisions, pictures.

use std::sync::Arc;

use bellwether::analysis::breakdown::{BreakdownAnswer, breakdown};
use bellwether::analysis::group_changes::{GroupChangesAnswer, group_changes};
use bellwether::analysis::{Catalogue, GroupQuestion, MeasureKey, Question, Split};
use bellwether::chart::scene::TextRun;
use bellwether::chart::{ChartSize, ChartTheme, GroupChart, Inter, MarkedChart, Role};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::export::{Publishable, svg};
use bellwether::project::{GroupOrder, GroupSpec};

/// A group with its values a year before and now, and its base.
pub type Group<'a> = (&'a str, &'a str, Option<f64>, Option<f64>, f64);

/// A survey of groups in two years; dimension "" is everybody.
fn survey(measure: &str, groups: &[Group<'_>]) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for (row, (dimension, label, before, now, base)) in (0_u32..).zip(groups) {
        for (column, (year, value)) in (1_u32..).zip([(2020, before), (2021, now)]) {
            let Some(value) = value else { continue };
            let observation = Observation {
                measure: builder.measure(Measure::named(measure, Unit::Percent)),
                area: Some(builder.area(Area {
                    name: String::from("Nottinghamshire"),
                    code: None,
                    kind: AreaKind::PoliceForce,
                })),
                cohort: builder.cohort(if dimension.is_empty() {
                    Cohort::everyone()
                } else {
                    Cohort::of(*dimension, *label)
                }),
                period: Some(builder.period(Period::year_ending(year, 12).unwrap())),
                value: Some(*value),
                unweighted_base: Some(*base),
                effective_base: Some(0.85 * base),
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row + 4, column),
                note: None,
            };
            builder.push(observation);
        }
    }
    let mut source = builder.build(
        SourceId::of_bytes(measure.as_bytes()),
        String::from("PCS survey Q3 21-22.xlsx"),
        jiff::civil::date(2022, 2, 14),
        vec![String::from("Table P1")],
    );
    source.is_illustrative = true;
    Arc::new(source)
}

fn asked(measure: &str, groups: &[Group<'_>]) -> (Catalogue, GroupQuestion) {
    let source = survey(measure, groups);
    let key = MeasureKey::of(&Measure::named(measure, Unit::Percent));
    let dimension = groups
        .iter()
        .map(|group| group.0)
        .find(|name| !name.is_empty());
    let question = Question {
        split: Split::Dimensions(dimension.map(str::to_owned).into_iter().collect()),
        ..Question::about(key)
    };
    let asked = GroupQuestion {
        question,
        every_dimension: true,
    };
    (Catalogue::of(&[source]), asked)
}

pub fn broken_down(measure: &str, groups: &[Group<'_>]) -> BreakdownAnswer {
    let (catalogue, asked) = asked(measure, groups);
    breakdown(&catalogue, &asked).unwrap()
}

fn changed(measure: &str, groups: &[Group<'_>]) -> GroupChangesAnswer {
    let (catalogue, asked) = asked(measure, groups);
    group_changes(&catalogue, &asked).unwrap()
}

pub const AFTER_DARK: &str = "Feel safe outside after dark";

/// A year like that of the first mockup.
pub const MOCKUP: [Group<'static>; 11] = [
    ("", "", Some(63.1), Some(56.8), 4412.0),
    ("Sex", "Women", Some(55.3), Some(46.9), 2260.0),
    ("Sex", "Men", Some(71.2), Some(67.0), 2152.0),
    ("Age", "16–24", Some(61.0), Some(46.4), 503.0),
    ("Age", "25–44", Some(63.5), Some(57.6), 1320.0),
    ("Age", "45–64", Some(63.8), Some(58.9), 1480.0),
    ("Age", "65+", Some(62.9), Some(58.0), 1109.0),
    ("Ethnicity", "White", Some(63.0), Some(56.9), 3900.0),
    ("Ethnicity", "Mixed", Some(60.0), Some(52.0), 44.0),
    ("Disability", "Yes", Some(50.2), Some(41.5), 900.0),
    ("Tenure", "Private tenants", Some(58.0), Some(57.0), 72.0),
];

#[test]
fn titles_of_one_period_say_only_what_the_tests_say() {
    let all = ("", "", None, Some(60.0), 4000.0);
    let of = |label: &'static str, value: f64, base: f64| ("Age", label, None, Some(value), base);
    let cases: [(&str, Vec<Group<'_>>, &str); 9] = [
        (
            AFTER_DARK,
            vec![all, of("16–24", 45.0, 600.0), of("25–64", 62.0, 2000.0)],
            "16–24s feel less safe than others",
        ),
        (
            AFTER_DARK,
            vec![
                all,
                ("Sex", "Women", None, Some(50.0), 2000.0),
                of("16–24", 45.0, 600.0),
            ],
            "Women and 16–24s feel less safe than others",
        ),
        (
            AFTER_DARK,
            vec![all, of("16–24", 75.0, 600.0), of("25–64", 60.0, 2000.0)],
            "16–24s feel safer than others",
        ),
        (
            AFTER_DARK,
            vec![all, of("16–24", 59.0, 600.0), of("25–64", 60.5, 2000.0)],
            "No group is clearly different from the rest",
        ),
        (
            "Worry about burglary",
            vec![all, of("16–24", 75.0, 600.0), of("25–64", 55.0, 2000.0)],
            "16–24s worry more than others",
        ),
        (
            "Called 101 last year",
            vec![all, ("Carer", "Yes", None, Some(75.0), 600.0)],
            "Carer: Yes is above the rest",
        ),
        (
            AFTER_DARK,
            vec![
                all,
                of("16–24", 40.0, 600.0),
                ("Sex", "Women", None, Some(50.0), 2000.0),
                ("Tenure", "Renters", None, Some(45.0), 800.0),
                ("Carer", "Carers", None, Some(44.0), 800.0),
                ("Work", "Students", None, Some(46.0), 800.0),
            ],
            "16–24s, carers and three more groups feel less safe than others",
        ),
        (AFTER_DARK, vec![all, of("16–24", 40.0, 60.0)], AFTER_DARK),
        (AFTER_DARK, vec![all, of("16–24", 40.0, 20.0)], AFTER_DARK),
    ];
    for (measure, groups, wanted) in cases {
        let title =
            GroupChart::of_breakdown(&broken_down(measure, &groups), &GroupSpec::default()).title;
        if wanted.starts_with("16–24s, carers") {
            // Eleven words are one too many.
            assert_eq!(
                title,
                "16–24s and four more groups feel less safe than others"
            );
        } else {
            assert_eq!(title, wanted);
        }
        assert!(title.split(' ').count() <= 10, "{title}");
    }
}

#[test]
fn titles_of_changes_say_the_whole_first_and_only_what_is_clear() {
    let cases: [(Vec<Group<'_>>, &str); 5] = [
        (
            MOCKUP.to_vec(),
            "Fell 6.3 points overall, clearly in eight of nine groups",
        ),
        (
            vec![
                ("", "", Some(63.0), Some(62.5), 4000.0),
                ("Sex", "Women", Some(60.0), Some(52.0), 2000.0),
                ("Sex", "Men", Some(66.0), Some(67.0), 2000.0),
            ],
            "Feeling safe outside after dark fell among women",
        ),
        (
            vec![
                ("", "", Some(63.0), Some(62.5), 400.0),
                ("Sex", "Women", Some(60.0), Some(58.0), 200.0),
                ("Sex", "Men", Some(66.0), Some(67.0), 200.0),
            ],
            "No group changed clearly",
        ),
        (
            vec![
                ("", "", Some(63.0), Some(58.0), 4000.0),
                ("Age", "16–24", Some(60.0), Some(56.0), 200.0),
                ("Age", "65+", Some(66.0), Some(62.0), 200.0),
            ],
            "Feeling safe outside after dark fell 5.0 points overall",
        ),
        (
            vec![
                ("", "", None, Some(62.5), 4000.0),
                ("Sex", "Women", None, Some(60.0), 2000.0),
            ],
            AFTER_DARK,
        ),
    ];
    for (groups, wanted) in cases {
        let answer = changed(AFTER_DARK, &groups);
        let chart = GroupChart::of_changes(&answer, &GroupSpec::default());
        if groups.len() == MOCKUP.len() {
            assert!(
                chart
                    .title
                    .starts_with("Feeling safe outside after dark fell in almost all groups"),
                "{}",
                chart.title
            );
            assert!(chart.what_this_shows.starts_with(
                "Feeling safe outside after dark among all respondents fell 6.3 percentage points"
            ));
        } else {
            assert_eq!(chart.title, wanted);
        }
    }
}

#[test]
fn where_nothing_is_clear_the_reader_learns_what_could_have_been_seen() {
    let groups = [
        ("", "", Some(63.0), Some(62.5), 400.0),
        ("Sex", "Women", Some(60.0), Some(58.0), 200.0),
        ("Sex", "Men", Some(66.0), Some(67.0), 200.0),
    ];
    let spec = GroupSpec::default();
    let words = GroupChart::of_changes(&changed(AFTER_DARK, &groups), &spec).what_this_shows;
    assert!(
        words.ends_with(
            "No group shows a statistically clear change; a change under about 15 points could hardly have been seen."
        ) || words.contains("a change under about 15 to 16 points could hardly have been seen"),
        "{words}"
    );
    let words = GroupChart::of_breakdown(&broken_down(AFTER_DARK, &groups), &spec).what_this_shows;
    assert!(words.contains("could hardly have been seen"), "{words}");
}

#[test]
fn what_is_withheld_is_listed_with_its_reason_and_leaves_nothing_behind() {
    let answer = broken_down(AFTER_DARK, &MOCKUP);
    let chart = Publishable::breakdown(
        &answer,
        &GroupSpec::default(),
        ChartSize::CARD,
        &ChartTheme::light(),
        Inter::bundled(),
    );
    let withheld = chart.withheld();
    assert_eq!(withheld.len(), 1);
    assert_eq!(withheld[0].series, "Mixed");
    let text = svg::write(&chart);
    assert!(
        !text.contains("52.0%"),
        "the value of 44 respondents of a protected kind"
    );
    assert!(text.contains("base under 50, not shown"));
}

fn overlapping<'a>(runs: &[&'a TextRun]) -> Option<(&'a str, &'a str)> {
    for (index, one) in runs.iter().enumerate() {
        for other in runs.iter().skip(index + 1) {
            if one.bounds().overlaps(&other.bounds()) {
                return Some((&one.text, &other.text));
            }
        }
    }
    None
}

#[test]
fn words_neither_overlap_nor_leave_the_sheet() {
    let long = "People who have lived in their present home for less than twelve months";
    let mut groups: Vec<Group<'_>> = MOCKUP.to_vec();
    groups.push(("Length of residence", long, Some(60.0), Some(40.0), 800.0));
    let labels: Vec<String> = (0..40)
        .map(|index| format!("Ward number {index}"))
        .collect();
    let mut many: Vec<Group<'_>> = vec![("", "", Some(60.0), Some(60.0), 9000.0)];
    for (index, label) in (0_u8..).zip(&labels) {
        many.push((
            "Ward",
            label,
            Some(60.0),
            Some(40.0 + f64::from(index)),
            200.0,
        ));
    }
    let alone = vec![("Sex", "Women", Some(0.0), Some(100.0), 200.0)];
    let sizes = [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::SQUARE,
        ChartSize::new(420.0, 320.0),
        ChartSize::new(330.0, 480.0),
    ];
    for groups in [groups, many, alone] {
        let breakdown = broken_down(AFTER_DARK, &groups);
        let changes = changed(AFTER_DARK, &groups);
        for order in [GroupOrder::ByDimension, GroupOrder::BySize] {
            let spec = GroupSpec {
                breakdown_order: order,
                change_order: order,
                ..GroupSpec::default()
            };
            for chart in [
                GroupChart::of_breakdown(&breakdown, &spec),
                GroupChart::of_changes(&changes, &spec),
            ] {
                for size in sizes {
                    let scene = chart.layout(size, &ChartTheme::light(), Inter::bundled());
                    let runs = scene.text_runs();
                    assert_eq!(
                        overlapping(&runs),
                        None,
                        "{size:?} {order:?} {}",
                        chart.title
                    );
                    for run in runs {
                        let bounds = run.bounds();
                        assert!(
                            bounds.left >= 0.0
                                && bounds.right <= size.width_pt + 0.5
                                && bounds.bottom <= size.height_pt + 0.5,
                            "{size:?}: {}",
                            run.text
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn values_are_whole_at_every_width() {
    let chart = GroupChart::of_breakdown(&broken_down(AFTER_DARK, &MOCKUP), &GroupSpec::default());
    for width in 0..60_u8 {
        let size = ChartSize::new(440.0 + 7.0 * f32::from(width), 620.0);
        let scene = chart.layout(size, &ChartTheme::light(), Inter::bundled());
        let runs = scene.text_runs();
        for row in &chart.rows {
            assert!(
                runs.iter().any(|run| run.text == row.value_text),
                "{size:?}: {}",
                row.value_text
            );
        }
    }
}

#[test]
fn every_row_can_be_pointed_at_and_is_said() {
    let chart = GroupChart::of_breakdown(&broken_down(AFTER_DARK, &MOCKUP), &GroupSpec::default());
    let scene = chart.layout(ChartSize::CARD, &ChartTheme::light(), Inter::bundled());
    assert_eq!(chart.mark_count(), 10);
    assert!(scene.group(Role::Reference).is_some());
    for mark in 0..chart.mark_count() {
        assert!(
            chart.mark_lines(mark).len() >= 3,
            "{:?}",
            chart.mark_lines(mark)
        );
        assert!(chart.alt_text.contains(&chart.rows[mark].label));
    }
    assert!(
        chart
            .as_cells()
            .contains("Sex\tWomen\t46.9%\tclearly lower than the rest")
    );
}

fn file(chart: &Publishable) -> String {
    svg::write(chart)
}

#[test]
fn a_breakdown_of_the_mockups_year() {
    let answer = broken_down(AFTER_DARK, &MOCKUP);
    let (spec, theme) = (GroupSpec::default(), ChartTheme::light());
    let chart = Publishable::breakdown(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled());
    insta::assert_snapshot!(file(&chart));
}

#[test]
fn the_changes_of_the_mockups_year() {
    let answer = changed(AFTER_DARK, &MOCKUP);
    let (spec, theme) = (GroupSpec::default(), ChartTheme::dark());
    let chart =
        Publishable::group_changes(&answer, &spec, ChartSize::SLIDE, &theme, Inter::bundled());
    insta::assert_snapshot!(file(&chart));
}

#[test]
fn a_small_breakdown_in_print() {
    let answer = broken_down(AFTER_DARK, &MOCKUP);
    let spec = GroupSpec {
        breakdown_order: GroupOrder::BySize,
        show_intervals: false,
        ..GroupSpec::default()
    };
    let theme = ChartTheme::print();
    let chart = Publishable::breakdown(&answer, &spec, ChartSize::A4, &theme, Inter::bundled());
    insta::assert_snapshot!(file(&chart));
}
