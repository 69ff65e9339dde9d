//! What charts say, case by case.

use bellwether::analysis::TrendAnswer;
use bellwether::chart::wording::hover_text;
use bellwether::chart::{TrendModel, TrendSpec};
use bellwether::data::{Status, Unit};

use crate::answers::{self, Builder, Cell, financial_years, plain, quarters, values};

fn model(answer: &TrendAnswer) -> TrendModel {
    TrendModel::new(answer, &TrendSpec::default())
}

fn in_front(answer: &TrendAnswer, series: usize) -> TrendModel {
    let spec = TrendSpec {
        highlight: Some(answer.series[series].key.clone()),
        ..TrendSpec::default()
    };
    TrendModel::new(answer, &spec)
}

/// One line of two values, of respondents.
fn survey(from: f64, to: f64, base: f64) -> TrendAnswer {
    Builder::new(
        "Feel safe after dark",
        Unit::Percent,
        "Ashfield",
        financial_years(2020, 2),
    )
    .area("Ashfield", &values(&[from, to], base))
    .build()
}

/// One line of two counts.
fn crimes(from: f64, to: f64) -> TrendAnswer {
    Builder::new("Robbery", Unit::Count, "Ashfield", financial_years(2020, 2))
        .area("Ashfield", &plain(&[from, to]))
        .build()
}

#[test]
fn titles_say_only_what_the_rule_allows() {
    for (answer, title) in [
        (
            survey(63.1, 56.8, 4412.0),
            "Feeling safe after dark fell 6.3 points",
        ),
        (
            survey(56.8, 63.1, 4412.0),
            "Feeling safe after dark rose 6.3 points",
        ),
        (survey(57.0, 56.8, 4412.0), "Feel safe after dark"),
        (survey(70.0, 40.0, 29.0), "Feel safe after dark"),
        (crimes(9755.0, 10_860.0), "Robbery rose 11.3%"),
        (crimes(4439.0, 3575.0), "Robbery fell 19.5%"),
        (crimes(94.0, 108.0), "Robbery"),
        (crimes(20.0, 49.0), "Robbery rose from 20 to 49"),
        (crimes(0.0, 12.0), "Robbery rose from 0 to 12"),
        (crimes(86.0, 86.0), "Robbery"),
    ] {
        assert_eq!(model(&answer).title, title);
    }
}

#[test]
fn long_names_of_measures_stay_in_the_subtitle() {
    let mut answer = survey(63.1, 56.8, 4412.0);
    answer.measure.name =
        String::from("Feel that the police and the council deal with what matters to people here");
    assert_eq!(model(&answer).title, "Ashfield: fell 6.3 points to 56.8%");
    answer.place = String::new();
    assert_eq!(model(&answer).title, "Fell 6.3 points to 56.8%");
    assert!(
        model(&answer)
            .subtitle
            .starts_with("% feeling that the police")
    );
}

#[test]
fn sentences_say_the_size_and_both_values() {
    for (answer, sentence) in [
        (
            survey(63.1, 56.8, 4412.0),
            "Feeling safe after dark fell 6.3 percentage points, from 63.1% to 56.8%, between 2020/21 and 2021/22, a statistically significant fall.",
        ),
        (
            survey(57.0, 56.8, 4412.0),
            "Feeling safe after dark shows no statistically clear change between 2020/21 and 2021/22: 57.0%, then 56.8%.",
        ),
        (
            crimes(9755.0, 10_860.0),
            "Robbery rose 11.3% (from 9,755 to 10,860) between 2020/21 and 2021/22.",
        ),
        (
            crimes(20.0, 49.0),
            "Robbery rose from 20 to 49 between 2020/21 and 2021/22.",
        ),
        (
            crimes(0.0, 12.0),
            "Robbery rose from 0 to 12 between 2020/21 and 2021/22.",
        ),
        (
            crimes(94.0, 108.0),
            "Robbery shows no statistically clear change between 2020/21 and 2021/22: 94, then 108.",
        ),
    ] {
        assert_eq!(model(&answer).what_this_shows, sentence);
    }
}

#[test]
fn the_line_in_front_is_spoken_of_first() {
    let answer = answers::feeling_safe();
    let model = in_front(&answer, 0);
    assert_eq!(
        model.title,
        "Feeling safe outside after dark fell 14.6 points among 16–24s"
    );
    assert_eq!(
        model.what_this_shows,
        "Feeling safe outside after dark among 16–24s fell 14.6 percentage points, from 61.0% to 46.4%, in the year to Dec 2021, a statistically significant fall. For all respondents it fell 6.3 percentage points, from 63.1% to 56.8%."
    );
    assert_eq!(
        model.footnote,
        "Base: all respondents (n = 4,412 in the year to Dec 2021; 16–24 n = 503). Shaded: 95% confidence interval. The vertical axis does not start at 0. Changes: 3 comparisons, false discovery rate 5%. Source: PCS survey Q3 21-22.xlsx › Table P1 › B5:E12. Illustrative figures."
    );
    assert_eq!(
        model.subtitle,
        "% feeling safe outside after dark, 12 months to each quarter, Nottinghamshire"
    );
}

#[test]
fn of_several_lines_those_that_changed_are_counted() {
    assert_eq!(
        model(&answers::feeling_safe()).title,
        "Feeling safe outside after dark fell in all 3 groups"
    );
    let districts = model(&answers::districts());
    assert_eq!(
        districts.title,
        "Two of eight areas fell: Mansfield and Nottingham"
    );
    assert!(
        districts
            .what_this_shows
            .contains("fell clearly in 2 (Mansfield and Nottingham) and shows no statistically clear change in 6"),
        "{}",
        districts.what_this_shows
    );
}

#[test]
fn active_titles_have_ten_words_at_most() {
    for (name, answer) in crate::layouts::all_answers() {
        for series in 0..answer.series.len() {
            let title = in_front(&answer, series).title;
            assert!(
                title == answer.measure.name || title.split_whitespace().count() <= 10,
                "{name}: {title}"
            );
        }
    }
}

#[test]
fn percentage_points_are_never_called_per_cent() {
    let model = model(&survey(40.0, 50.0, 2000.0));
    for text in [&model.title, &model.what_this_shows, &model.alt_text] {
        assert!(
            !text.contains("25"),
            "a relative change of a percentage: {text}"
        );
        assert!(!text.contains("10.0%"), "{text}");
    }
}

#[test]
fn a_change_across_a_break_is_not_spoken_of() {
    let answer = Builder::new(
        "Feel safe",
        Unit::Percent,
        "Ashfield",
        financial_years(2019, 3),
    )
    .area(
        "Ashfield",
        &[
            Cell::Value(70.0, Some(2000.0)),
            Cell::Value(70.0, Some(2000.0)),
            Cell::Marked(40.0, Some(2000.0), Status::Break),
        ],
    )
    .build();
    let model = model(&answer);
    assert_eq!(model.title, "Feel safe");
    assert!(
        !model.what_this_shows.contains("fell"),
        "{}",
        model.what_this_shows
    );
    assert!(
        model
            .footnote
            .contains("Break in series at 2021/22: not comparable with earlier figures."),
        "{}",
        model.footnote
    );
}

#[test]
fn a_chart_of_which_everything_is_withheld_says_why() {
    let mut answer = survey(50.0, 60.0, 500.0);
    let said = |answer: &TrendAnswer| model(answer).alt_text;
    for (base, why) in [
        (500.0, None),
        (
            20.0,
            Some("Every value is on a base under 30, too small to be shown."),
        ),
    ] {
        for held in answer.series[0].points.iter_mut().flatten() {
            if let bellwether::analysis::Outcome::Given(estimate) = &mut held.outcome {
                estimate.unweighted_base = Some(base);
                estimate.effective_base = None;
            }
        }
        let text = said(&answer);
        match why {
            Some(why) => assert!(text.ends_with(why), "{text}"),
            None => assert!(!text.contains("Every value"), "{text}"),
        }
    }
    for held in answer.series[0].points.iter_mut().flatten() {
        if let bellwether::analysis::Outcome::Given(estimate) = &held.outcome {
            held.outcome = bellwether::analysis::Outcome::Missing {
                status: Status::Suppressed,
                provenance: estimate.provenance.clone(),
            };
        }
    }
    let text = said(&answer);
    assert!(text.contains("Every value is withheld"), "{text}");
}

#[test]
fn gaps_and_cautions_are_explained() {
    let footnote = model(&answers::gaps()).footnote.replace('\u{a0}', " ");
    for words in [
        "Hollow points: base of 30 to 99, treat with caution; provisional.",
        "[u] base under 30, not shown: Victims of hate crime (Sep 21).",
        "[c] suppressed: Victims of hate crime (Mar 22).",
        "[x] awaiting data: Victims of all crime (Dec 22).",
        "Break in series at Mar 22",
    ] {
        assert!(footnote.contains(words), "{words}\nis not in\n{footnote}");
    }
    let mut without_base = survey(50.0, 60.0, 500.0);
    for held in without_base.series[0].points.iter_mut().flatten() {
        if let bellwether::analysis::Outcome::Given(estimate) = &mut held.outcome {
            estimate.unweighted_base = None;
            estimate.effective_base = None;
            estimate.interval = None;
        }
    }
    let footnote = model(&without_base).footnote;
    assert!(
        footnote.starts_with("Base not given: no interval, no test of change."),
        "{footnote}"
    );
}

#[test]
fn hover_texts_never_tell_what_is_withheld() {
    let answer = answers::gaps();
    let hidden = hover_text(&answer, 0, 2).unwrap().join("\n");
    assert!(
        !hidden.contains("77.7") && !hidden.contains("22\n"),
        "{hidden}"
    );
    assert!(hidden.contains("Not shown: base under 30"));
    let low = hover_text(&answer, 0, 0).unwrap();
    assert_eq!(
        low,
        [
            "Victims of hate crime, 12 months to Mar 2021",
            "41.0% (95% interval 29.1% to 54.1%)",
            "Base 64",
            "Low base, treat with caution",
            "PCS survey Q3 21-22.xlsx › Table P1 › B5",
        ]
    );
    let missing = hover_text(&answer, 1, 7).unwrap();
    assert_eq!(missing[1], "No value: awaiting data");
    assert_eq!(hover_text(&answer, 9, 0), None);
    assert_eq!(hover_text(&answer, 0, 99), None);
}

#[test]
fn alt_text_says_kind_measure_range_change_and_base() {
    let alt = in_front(&answers::feeling_safe(), 0).alt_text;
    for words in [
        "Line chart: Feeling safe outside after dark fell 14.6 points among 16–24s.",
        "from 12 months to Mar 2020 to 12 months to Dec 2021.",
        "16–24: 58.1% at first, 46.4% at last, between 46.4% and 61.0%.",
        "a statistically significant fall",
        "n = 4,412",
    ] {
        assert!(alt.contains(words), "{words}\nis not in\n{alt}");
    }
}

#[test]
fn a_measure_that_is_the_title_is_not_said_again() {
    let answer = Builder::new("Robbery", Unit::Count, "Ashfield", quarters(2020, 8))
        .area(
            "Ashfield",
            &plain(&[86.0, 87.0, 85.0, 88.0, 86.0, 84.0, 88.0, 86.0]),
        )
        .build();
    assert_eq!(
        model(&answer).subtitle,
        "Number, 12 months to each quarter, Ashfield"
    );
}

#[test]
fn of_one_period_the_span_of_the_lines_is_told() {
    let period = financial_years(2024, 1);
    let districts = Builder::new("Robbery", Unit::Count, "", period.clone())
        .area("Ashfield", &plain(&[86.0]))
        .area("Nottingham", &plain(&[1_204.0]))
        .area("Rushcliffe", &plain(&[31.0]))
        .build();
    assert_eq!(
        model(&districts).what_this_shows,
        "Values range from 31 (Rushcliffe) to 1,204 (Nottingham), 2024/25."
    );
    let nothing = Builder::new("Robbery", Unit::Count, "", period).build();
    assert_eq!(
        model(&nothing).what_this_shows,
        "There are no values to compare."
    );
}
