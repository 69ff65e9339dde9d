//! Cross-tabs and scales of answers: what stands in them, and what must not.

use bellwether::analysis::answer_scale::{ScaleAnswer, ScaleBars};
use bellwether::analysis::cohort_rule::{CohortRule, NamedCohort};
use bellwether::analysis::cross_tab::CrossTabAnswer;
use bellwether::analysis::disclosure::CellTreatment;
use bellwether::analysis::survey_view::{Among, NotSurveyed, SurveySetting};
use bellwether::analysis::{Direction, Question};
use bellwether::chart::{ChartSize, ChartTheme, CrossTabModel, Inter, ScaleChart};
use bellwether::export::{Publishable, cross_tab_cells, svg};
use bellwether::project::{CrossTabSpec, Percentages, ScaleSpec, View};

use crate::respondents;

fn question() -> Question {
    let catalogue = respondents::project().catalogue();
    let found = catalogue.find_measures(respondents::MEASURE);
    Question::about(found[0].0.clone())
}

fn answer(spec: &CrossTabSpec) -> CrossTabAnswer {
    let catalogue = respondents::project().catalogue();
    spec.asked(question()).answer(&catalogue)
}

fn across(names: &[&str]) -> CrossTabSpec {
    CrossTabSpec {
        across: Some(names.iter().map(|name| (*name).to_owned()).collect()),
        ..CrossTabSpec::default()
    }
}

fn among(spec: CrossTabSpec, rule: &str) -> CrossTabSpec {
    CrossTabSpec {
        setting: SurveySetting {
            among: Among::Own(NamedCohort {
                name: String::from("Some of them"),
                rule: rule.parse::<CohortRule>().unwrap(),
            }),
            ..SurveySetting::default()
        },
        ..spec
    }
}

fn scale(bars: ScaleBars) -> ScaleAnswer {
    let catalogue = respondents::project().catalogue();
    let spec = ScaleSpec {
        bars,
        by_net: false,
    };
    spec.asked(question(), &SurveySetting::default())
        .answer(&catalogue)
}

#[test]
fn the_usual_groupings_leave_out_what_is_sensitive() {
    let answer = answer(&CrossTabSpec::default());
    assert_eq!(answer.across, ["Sex", "Age"]);
    let model = CrossTabModel::new(&answer, &CrossTabSpec::default());
    assert_eq!(model.title, "Feel safe after dark, by sex and age");
    assert_eq!(model.subtitle, "Weighted column %, 2021");
    let cells: Vec<&str> = model.rows[0]
        .cells
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(cells[..3], ["600", "300", "300"]);
    assert_eq!(cells[5], "40†", "a low base is marked");
    let net = model
        .rows
        .iter()
        .position(|row| row.label == "Net: safe")
        .unwrap();
    assert_eq!(
        model.rows[net].cells[2].letters, "a",
        "men feel safer than women"
    );
    let said = model.cell_lines(net, 2).join(", ");
    assert!(said.contains("significantly higher than Female"), "{said}");
    assert_eq!(
        model.rows[net].cells[5].letters, "",
        "a low base has no letters"
    );
}

#[test]
fn groups_of_a_few_are_withheld_with_another_that_would_give_them_away() {
    let spec = across(&["Religion"]);
    let answer = answer(&spec);
    let table = answer.table.as_ref().unwrap();
    assert_eq!(
        table.columns[3],
        CellTreatment::Confidential,
        "three respondents"
    );
    let withheld = table.columns[1..]
        .iter()
        .filter(|held| !held.is_shown())
        .count();
    assert_eq!(
        withheld, 2,
        "everybody less the others would tell the three"
    );
    let cells = cross_tab_cells(&answer, &spec);
    let base = cells.lines().find(|line| line.starts_with("Base")).unwrap();
    assert_eq!(base.matches("[c]").count(), 2, "{base}");
    let view = View::default();
    let published = Publishable::cross_tab(
        &answer,
        &view.cross_tab,
        ChartSize::CARD,
        &ChartTheme::light(),
        Inter::bundled(),
    );
    assert_eq!(published.withheld().len(), 2);
}

#[test]
fn a_choice_of_people_that_leaves_out_a_few_is_refused() {
    for spec in [
        among(CrossTabSpec::default(), "!Religion=Sikh"),
        among(across(&["Sex"]), "Religion=None | Religion=Christian"),
    ] {
        assert_eq!(answer(&spec).table.unwrap_err(), NotSurveyed::LeavesOutFew);
    }
    let women = among(across(&["Age"]), "Sex=Female");
    assert!(answer(&women).table.is_ok());
}

#[test]
fn a_column_that_a_filter_shortens_by_a_few_is_withheld() {
    // Of those of 65 and over all but the Sikhs, and nobody else is left out but men of 16 to 34.
    let spec = among(across(&["Age"]), "!(Religion=Sikh | Age=16–34 & Sex=Male)");
    let answer = answer(&spec);
    let table = answer.table.unwrap();
    assert!(!table.columns[3].is_shown());
    let others = table.columns[1..3].iter().filter(|held| !held.is_shown());
    assert_eq!(
        others.count(),
        1,
        "one more covers the three who are left out"
    );
}

#[test]
fn rows_add_up_across() {
    let spec = CrossTabSpec {
        percentages: Percentages::Across,
        ..across(&["Sex"])
    };
    let model = CrossTabModel::new(&answer(&spec), &spec);
    assert!(model.subtitle.contains("row %"));
    let row = &model.rows[0];
    let percent = |place: usize| -> f64 {
        let text: &String = &row.cells[place].text;
        text.trim_end_matches('%').parse().unwrap()
    };
    assert!((percent(1) + percent(2) - 100.0).abs() < 0.11);
    assert_eq!(model.columns[1].letter, None, "letters compare columns");
}

#[test]
fn a_measure_of_a_table_says_what_can_be_chosen() {
    let catalogue = respondents::project().catalogue();
    let mut other = question();
    other.measure.folded_name = String::from("something else");
    let answer = CrossTabSpec::default().asked(other).answer(&catalogue);
    assert_eq!(answer.table.unwrap_err(), NotSurveyed::NotFromRespondents);
    assert_eq!(answer.choices.questions[0].name, "Feel safe after dark");
}

#[test]
fn groups_are_held_against_everybody_else() {
    let answer = scale(ScaleBars::Groups(String::from("Sex")));
    let held = answer.scale.as_ref().unwrap();
    assert_eq!(held.comparisons, 2);
    let directions: Vec<Direction> = held.bars[1..]
        .iter()
        .map(|bar| bar.against_rest.unwrap().1)
        .collect();
    assert_eq!(directions, [Direction::Down, Direction::Up]);
    for bar in &held.bars {
        assert!((bar.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    let chart = ScaleChart::among(&answer, &ScaleSpec::default(), &Among::Everyone);
    assert_eq!(
        chart.title,
        "Female respondents are below the rest on “safe”"
    );
}

#[test]
fn a_scale_withholds_what_a_table_withholds() {
    let answer = scale(ScaleBars::Groups(String::from("Religion")));
    let chart = ScaleChart::among(&answer, &ScaleSpec::default(), &Among::Everyone);
    let hidden = chart
        .rows
        .iter()
        .filter(|row| row.segments.is_err())
        .count();
    assert_eq!(hidden, 2);
    let cells = chart.as_cells();
    assert!(cells.contains("Sikh\t([c])\t[c]"), "{cells}");
}

#[test]
fn everything_fits_and_what_does_not_is_said() {
    let spec = across(&["Sex", "Age", "Religion", "Feel safe after dark"]);
    let answer = answer(&spec);
    for (width, height) in [
        (846.0, 590.0),
        (482.0, 340.0),
        (300.0, 600.0),
        (240.0, 160.0),
    ] {
        let size = ChartSize::new(width, height);
        let model = CrossTabModel::new(&answer, &spec);
        let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
        for run in scene.text_runs() {
            let bounds = run.bounds();
            let fits =
                bounds.left >= -0.5 && bounds.right <= width + 0.5 && bounds.bottom <= height + 0.5;
            assert!(
                fits,
                "“{}” does not fit into {width}×{height}: {bounds:?}",
                run.text
            );
        }
    }
}

#[test]
fn a_cross_tab_as_a_file() {
    let spec = CrossTabSpec {
        intervals: true,
        effective_bases: true,
        tests: true,
        ..across(&["Sex", "Age"])
    };
    let theme = ChartTheme::light();
    let chart = Publishable::cross_tab(
        &answer(&spec),
        &spec,
        ChartSize::CARD,
        &theme,
        Inter::bundled(),
    );
    insta::assert_snapshot!(svg::write(&chart));
}

#[test]
fn a_crossed_cross_tab_as_a_file() {
    let spec = across(&["Sex × Age", "Sex"]);
    let theme = ChartTheme::light();
    let answer = answer(&spec);
    let cells = cross_tab_cells(&answer, &spec);
    assert!(
        cells.contains("\n\t\tFemale\t\t\tMale\t\t\t\t\n"),
        "{cells}"
    );
    let chart = Publishable::cross_tab(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}

#[test]
fn a_scale_of_answers_as_a_file() {
    let theme = ChartTheme::dark();
    let answer = scale(ScaleBars::Groups(String::from("Age")));
    let view = View::default();
    let chart = Publishable::scale(&answer, &view, ChartSize::SLIDE, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}
