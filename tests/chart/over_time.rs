//! Groups over all periods as heatmaps and small charts, and then and now as slopes: words, what is withheld,
//! layout without collisions in every size and theme, pictures.

use std::sync::Arc;

use bellwether::analysis::groups_over_time::{GroupsOverTime, groups_over_time};
use bellwether::analysis::{
    Answer, Asked, Catalogue, Direction, GroupQuestion, MeasureKey, Question, Split, group_changes,
};
use bellwether::chart::contents::{Contents as _, DataCell, Shorthand};
use bellwether::chart::heatmap::{HeatmapCell, HeatmapFill};
use bellwether::chart::scene::TextRun;
use bellwether::chart::{
    ChartSize, ChartTheme, DistrictsModel, GroupChart, HeatmapModel, Inter, MarkedChart,
};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, Polarity, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::export::{Publishable, svg};
use bellwether::project::{
    BreakdownDrawing, ChangeDrawing, ChartKind, GroupOrder, GroupSpec, HeatmapCells, View,
};

/// A group with its base and its values of successive years, the last of them 2021.
#[derive(Clone)]
struct Line {
    dimension: &'static str,
    label: String,
    base: f64,
    values: Vec<f64>,
}

fn line(dimension: &'static str, label: &str, base: f64, values: &[f64]) -> Line {
    Line {
        dimension,
        label: label.to_owned(),
        base,
        values: values.to_vec(),
    }
}

const AFTER_DARK: &str = "Feel safe outside after dark";

fn measure(name: &str) -> Measure {
    Measure {
        polarity: Polarity::HigherIsBetter,
        ..Measure::named(name, Unit::Percent)
    }
}

fn survey(name: &str, lines: &[Line]) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for (row, line) in (0_u32..).zip(lines) {
        let first = 2022 - i16::try_from(line.values.len()).unwrap();
        for (column, value) in (0_u8..).zip(&line.values) {
            let year = first + i16::from(column);
            let observation = Observation {
                measure: builder.measure(measure(name)),
                area: Some(builder.area(Area {
                    name: String::from("Nottinghamshire"),
                    code: None,
                    kind: AreaKind::PoliceForce,
                })),
                cohort: builder.cohort(if line.dimension.is_empty() {
                    Cohort::everyone()
                } else {
                    Cohort::of(line.dimension, &*line.label)
                }),
                period: Some(builder.period(Period::year_ending(year, 12).unwrap())),
                value: Some(*value),
                unweighted_base: Some(line.base),
                effective_base: Some(0.85 * line.base),
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row + 4, u32::from(column) + 1),
                note: None,
            };
            builder.push(observation);
        }
    }
    let mut source = builder.build(
        SourceId::of_bytes(name.as_bytes()),
        String::from("PCS survey Q3 21-22.xlsx"),
        jiff::civil::date(2022, 2, 14),
        vec![String::from("Table P1")],
    );
    source.is_illustrative = true;
    Arc::new(source)
}

fn asked(name: &str, lines: &[Line]) -> (Catalogue, GroupQuestion) {
    let first = lines.iter().find(|line| !line.dimension.is_empty());
    let split = first.map(|line| line.dimension.to_owned());
    let question = Question {
        split: Split::Dimensions(split.into_iter().collect()),
        ..Question::about(MeasureKey::of(&measure(name)))
    };
    let asked = GroupQuestion {
        question,
        every_dimension: true,
    };
    (Catalogue::of(&[survey(name, lines)]), asked)
}

fn over_time(name: &str, lines: &[Line]) -> GroupsOverTime {
    let (catalogue, asked) = asked(name, lines);
    groups_over_time(&catalogue, &asked).unwrap()
}

/// Five years of five groups: women always lower, the young falling, one base of 44 in a group that the law
/// protects, one low base.
fn five_years() -> Vec<Line> {
    vec![
        line("", "", 4412.0, &[64.0, 63.8, 63.4, 63.1, 56.8]),
        line("Sex", "Women", 2260.0, &[56.0, 55.9, 55.4, 55.3, 46.9]),
        line("Sex", "Men", 2152.0, &[72.1, 72.0, 71.6, 71.2, 67.0]),
        line("Age", "16–24", 503.0, &[62.0, 61.9, 61.2, 61.0, 46.4]),
        line("Age", "25+", 3909.0, &[64.3, 64.0, 63.7, 63.4, 58.1]),
        line("Ethnicity", "Mixed", 44.0, &[60.7, 61.3, 58.9, 60.9, 51.3]),
        line(
            "Tenure",
            "Private tenants",
            72.0,
            &[58.1, 57.4, 59.8, 58.2, 57.7],
        ),
    ]
}

fn spec(cells: HeatmapCells) -> GroupSpec {
    GroupSpec {
        breakdown_drawing: BreakdownDrawing::Heatmap,
        heatmap_cells: cells,
        ..GroupSpec::default()
    }
}

fn heatmap(lines: &[Line], cells: HeatmapCells) -> HeatmapModel {
    HeatmapModel::new(&over_time(AFTER_DARK, lines), &spec(cells))
}

#[test]
fn all_cells_are_one_family_and_everybody_is_never_compared() {
    let answer = over_time(AFTER_DARK, &five_years());
    // Women, men and both ages in five years; those of low bases are not compared with the rest.
    assert_eq!(answer.comparisons, 20);
    // Four of five years have one before; the low base is compared with itself, the withheld never.
    assert_eq!(answer.changes, 20);
    let whole = answer.whole.as_ref().unwrap();
    assert!(
        whole
            .points
            .iter()
            .flatten()
            .all(|point| { point.against_rest.is_none() && point.over_year.is_none() })
    );
    let (catalogue, asked) = asked(AFTER_DARK, &five_years());
    let alone = group_changes::group_changes(&catalogue, &asked).unwrap();
    let young = |key: &bellwether::analysis::SeriesKey| key.cohort.category("Age") == Some("16–24");
    let alone = alone.rows.iter().find(|row| young(&row.key)).unwrap();
    let here = answer.groups.iter().find(|row| young(&row.key)).unwrap();
    let here = &here.points[4]
        .as_ref()
        .unwrap()
        .over_year
        .as_ref()
        .unwrap()
        .change;
    let alone = &alone.change.as_ref().unwrap().change;
    assert_eq!(here.p_value, alone.p_value, "the same test");
    assert!(
        here.adjusted_p_value > here.p_value,
        "adjusted for the other cells"
    );
}

#[test]
fn titles_say_only_what_the_tests_say() {
    for (cells, wanted) in [
        (HeatmapCells::Values, AFTER_DARK),
        (
            HeatmapCells::AgainstRest,
            "Women feel less safe than others in every period",
        ),
        (
            HeatmapCells::OverYear,
            "Fell in four of five groups in the latest year",
        ),
    ] {
        assert_eq!(heatmap(&five_years(), cells).title, wanted, "{cells:?}");
    }
    let alike = vec![
        line("", "", 4000.0, &[60.0, 60.0]),
        line("Sex", "Women", 2000.0, &[60.2, 59.9]),
        line("Sex", "Men", 2000.0, &[59.8, 60.1]),
    ];
    for (cells, wanted) in [
        (HeatmapCells::AgainstRest, AFTER_DARK),
        (
            HeatmapCells::OverYear,
            "No group clearly changed in the latest year",
        ),
    ] {
        let model = heatmap(&alike, cells);
        assert_eq!(model.title, wanted);
        let is_coloured = |cell: &HeatmapCell| matches!(cell, HeatmapCell::Value { fill, .. } if *fill != HeatmapFill::NotClear);
        assert!(
            !model.cells().any(is_coloured),
            "no colour without a finding"
        );
    }
}

#[test]
fn colours_follow_the_one_rule_on_change() {
    let answer = over_time(AFTER_DARK, &five_years());
    let model = HeatmapModel::new(&answer, &spec(HeatmapCells::OverYear));
    let mut found = 0;
    for (group, row) in answer.groups.iter().zip(&model.rows) {
        for (point, cell) in group.points.iter().zip(&row.cells) {
            let change = point.as_ref().and_then(|point| point.over_year.as_ref());
            let HeatmapCell::Value { fill, value, .. } = cell else {
                continue;
            };
            found += 1;
            let change = &change.unwrap().change;
            assert!((value - change.difference).abs() < 1e-12);
            let wanted = match change.direction {
                Direction::Up => matches!(fill, HeatmapFill::Above(_)),
                Direction::Down => matches!(fill, HeatmapFill::Below(_)),
                _ => *fill == HeatmapFill::NotClear,
            };
            assert!(wanted, "{}: {fill:?}", row.label);
        }
    }
    assert_eq!(found, 20);
}

#[test]
fn a_colour_is_that_of_the_figure_as_printed() {
    let lines = [
        line("Sex", "Women", 2000.0, &[19.97, 12.0]),
        line("Sex", "Men", 2000.0, &[20.03, 38.0]),
    ];
    let model = heatmap(&lines, HeatmapCells::Values);
    let fills: Vec<&HeatmapFill> = model
        .cells()
        .filter_map(|cell| match cell {
            HeatmapCell::Value { text, fill, .. } if text == "20.0%" => Some(fill),
            _ => None,
        })
        .collect();
    assert!(
        matches!(fills.as_slice(), [one, other] if one == other),
        "{fills:?}"
    );
}

#[test]
fn what_is_withheld_leaves_nothing_behind() {
    for cells in [
        HeatmapCells::Values,
        HeatmapCells::AgainstRest,
        HeatmapCells::OverYear,
    ] {
        for drawing in [BreakdownDrawing::Heatmap, BreakdownDrawing::SmallMultiples] {
            let answer = over_time(AFTER_DARK, &five_years());
            let spec = GroupSpec {
                breakdown_drawing: drawing,
                ..spec(cells)
            };
            let (size, theme) = (ChartSize::CARD, ChartTheme::light());
            let chart =
                Publishable::groups_over_time(&answer, &spec, size, &theme, Inter::bundled());
            assert_eq!(
                chart.withheld().len(),
                5,
                "the five years of 44 respondents"
            );
            let (text, contents) = (svg::write(&chart), format!("{:?}", chart.contents()));
            for value in ["60.7", "61.3", "58.9", "60.9", "51.3"] {
                assert!(!text.contains(&format!("{value}%")), "{value} is withheld");
                assert!(!contents.contains(value), "{value} is withheld");
            }
            assert!(text.contains("base under 50, not shown"), "{text}");
        }
    }
}

#[test]
fn the_table_holds_what_is_drawn_and_marks_what_is_not() {
    let model = heatmap(&five_years(), HeatmapCells::AgainstRest);
    let table = model.contents(&ChartTheme::light()).table;
    assert_eq!(table.columns.len(), 2 + 5);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == table.columns.len())
    );
    let women = &table.rows[0];
    assert_eq!(women[1], DataCell::Text(String::from("Women")));
    assert!(matches!(women[6], DataCell::Number { value, decimals: 1 } if value < -19.0));
    let marks = table.shorthands();
    assert_eq!(marks, [Shorthand::LowReliability, Shorthand::NotApplicable]);
    assert!(model.as_cells().contains("Mixed\t[u]\t[u]"));
}

#[test]
fn the_arrows_walk_along_rows_and_columns() {
    let model = heatmap(&five_years(), HeatmapCells::Values);
    assert_eq!(model.marks_in_a_row(), 5);
    assert_eq!(
        model.mark_count(),
        35,
        "everybody and six groups in five years"
    );
    let lines = model.mark_lines(5 + 4);
    assert_eq!(lines[0], "Women, 12 months to Dec 2021");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("Clearly lower than the rest"))
    );
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("A clear fall on the year"))
    );
    let (key, period) = model.place_of(9).unwrap();
    assert_eq!(model.mark_of(key, period), Some(9));
}

const WELSH: &str = "Pobl sydd wedi byw yn eu cartref presennol am lai na deuddeg mis";
const POLISH: &str = "Osoby zamieszkujące w obecnym miejscu zamieszkania krócej niż rok";

/// What charts have to bear: two, eight and 24 groups, many periods, long names, all alike, one value, none.
fn trials() -> Vec<(&'static str, Vec<Line>)> {
    let many = |groups: usize, years: usize| -> Vec<Line> {
        let values = |group: usize| -> Vec<f64> {
            let at = |year: usize| {
                let step = u8::try_from((7 * group + 3 * year) % 41).unwrap();
                40.0 + f64::from(step)
            };
            (0..years).map(at).collect()
        };
        let groups = (0..groups).map(|group| {
            line(
                "Ward",
                &format!("Ward number {group}"),
                300.0,
                &values(group),
            )
        });
        let whole = line("", "", 9000.0, &vec![60.0; years]);
        std::iter::once(whole).chain(groups).collect()
    };
    let mut long = many(2, 6);
    long.push(line(
        "Residence",
        WELSH,
        800.0,
        &[50.0, 41.0, 42.0, 43.0, 40.0, 39.0],
    ));
    long.push(line(
        "Residence",
        POLISH,
        700.0,
        &[50.0, 51.0, 52.0, 53.0, 80.0, 89.0],
    ));
    vec![
        ("two", many(2, 2)),
        ("eight", many(8, 6)),
        ("many groups", many(24, 6)),
        ("many periods", many(8, 40)),
        ("long names", long),
        (
            "all alike",
            vec![
                line("", "", 4000.0, &[60.0, 60.0]),
                line("Sex", "Women", 2000.0, &[60.0, 60.0]),
                line("Sex", "Men", 2000.0, &[60.0, 60.0]),
            ],
        ),
        ("one value", vec![line("Sex", "Women", 200.0, &[60.0])]),
        (
            "none to be shown",
            vec![line("Sex", "Women", 12.0, &[60.0, 58.0])],
        ),
    ]
}

fn themes() -> [ChartTheme; 4] {
    [
        ChartTheme::light(),
        ChartTheme::dark(),
        ChartTheme::high_contrast(),
        ChartTheme::print(),
    ]
}

const SIZES: [ChartSize; 5] = [
    ChartSize::CARD,
    ChartSize::SLIDE,
    ChartSize::A4,
    ChartSize::A4_LANDSCAPE,
    ChartSize::SQUARE,
];

fn overlapping<'a>(runs: &[&'a TextRun]) -> Option<(&'a str, &'a str)> {
    for (index, one) in runs.iter().enumerate() {
        let mut others = runs.iter().skip(index + 1);
        if let Some(other) = others.find(|other| one.bounds().overlaps(&other.bounds())) {
            return Some((&one.text, &other.text));
        }
    }
    None
}

fn is_laid_out_well(name: &str, chart: &impl MarkedChart) {
    let small = [ChartSize::new(420.0, 320.0), ChartSize::new(330.0, 480.0)];
    for theme in themes() {
        for size in SIZES.into_iter().chain(small) {
            let scene = chart.layout(size, &theme, Inter::bundled());
            let runs = scene.text_runs();
            let kind = theme.kind;
            assert_eq!(overlapping(&runs), None, "{name} {kind:?} {size:?}");
            for run in runs {
                let bounds = run.bounds();
                assert!(
                    bounds.left >= -0.1
                        && bounds.right <= size.width_pt + 0.5
                        && bounds.bottom <= size.height_pt + 0.5,
                    "{name} {size:?}: {} {bounds:?}",
                    run.text
                );
            }
        }
    }
}

#[test]
fn heatmaps_have_no_collisions_in_any_size_and_theme() {
    for (name, lines) in trials() {
        let answer = over_time(AFTER_DARK, &lines);
        for cells in [
            HeatmapCells::Values,
            HeatmapCells::AgainstRest,
            HeatmapCells::OverYear,
        ] {
            for breakdown_order in [GroupOrder::ByDimension, GroupOrder::BySize] {
                let spec = GroupSpec {
                    breakdown_order,
                    ..spec(cells)
                };
                is_laid_out_well(name, &HeatmapModel::new(&answer, &spec));
            }
        }
    }
}

#[test]
fn small_charts_have_no_collisions_in_any_size_and_theme() {
    for (name, lines) in trials() {
        let model = DistrictsModel::of_groups(&over_time(AFTER_DARK, &lines));
        for theme in themes() {
            for size in SIZES {
                let scene = model.layout(size, &theme, Inter::bundled());
                let runs = scene.text_runs();
                assert_eq!(overlapping(&runs), None, "{name} {size:?}");
            }
        }
        let shown = model
            .districts
            .iter()
            .filter_map(|held| held.value.as_ref());
        let native = model.contents(&ChartTheme::light()).native;
        let drawn = native.map_or(0, |native| native.series.len());
        assert!(
            drawn >= shown.count(),
            "{name}: every line is in the native chart"
        );
    }
}

fn slope(lines: &[Line]) -> GroupChart {
    let (catalogue, asked) = asked(AFTER_DARK, lines);
    let spec = GroupSpec {
        change_drawing: ChangeDrawing::Slope,
        ..GroupSpec::default()
    };
    GroupChart::of_changes(
        &group_changes::group_changes(&catalogue, &asked).unwrap(),
        &spec,
    )
}

#[test]
fn slopes_have_no_collisions_in_any_size_and_theme() {
    for (name, lines) in trials() {
        is_laid_out_well(name, &slope(&lines));
    }
}

#[test]
fn a_slope_names_its_clear_changes_first() {
    let mut lines = vec![line("", "", 9000.0, &[60.0, 60.0])];
    let unclear = (0..40).map(|group| {
        line(
            "Ward",
            &format!("Ward number {group}"),
            300.0,
            &[60.0, 60.5],
        )
    });
    lines.extend(unclear);
    lines.push(line("Ward", "The ward that fell", 900.0, &[75.0, 40.0]));
    let chart = slope(&lines);
    let scene = chart.layout(ChartSize::SLIDE, &ChartTheme::light(), Inter::bundled());
    let runs = scene.text_runs();
    let has = |words: &str| runs.iter().any(|run| run.text.contains(words));
    assert!(has("The ward that fell"), "what is clear is named");
    assert!(
        has("have no name at this size"),
        "what is not named is counted"
    );
}

#[test]
fn the_view_says_what_is_asked() {
    let (catalogue, group) = asked(AFTER_DARK, &five_years());
    let view = View {
        question: Some(group.question.clone()),
        groups: spec(HeatmapCells::Values),
        ..View::default()
    };
    let asked = view.asked(ChartKind::Breakdown).unwrap();
    assert_eq!(asked, Asked::GroupsOverTime(group));
    let answer = asked.answer(&catalogue).unwrap();
    assert!(matches!(answer, Answer::GroupsOverTime(_)));
}

fn picture(spec: &GroupSpec, size: ChartSize, theme: &ChartTheme) -> String {
    let answer = over_time(AFTER_DARK, &five_years());
    let chart = Publishable::groups_over_time(&answer, spec, size, theme, Inter::bundled());
    svg::write(&chart)
}

#[test]
fn a_heatmap_of_values() {
    let spec = spec(HeatmapCells::Values);
    insta::assert_snapshot!(picture(&spec, ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn a_heatmap_against_the_rest_in_print() {
    let spec = spec(HeatmapCells::AgainstRest);
    insta::assert_snapshot!(picture(&spec, ChartSize::A4, &ChartTheme::print()));
}

#[test]
fn a_slope_on_a_dark_slide() {
    let (catalogue, asked) = asked(AFTER_DARK, &five_years());
    let answer = group_changes::group_changes(&catalogue, &asked).unwrap();
    let spec = GroupSpec {
        change_drawing: ChangeDrawing::Slope,
        ..GroupSpec::default()
    };
    let (size, theme) = (ChartSize::SLIDE, ChartTheme::dark());
    let chart = Publishable::group_changes(&answer, &spec, size, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}
