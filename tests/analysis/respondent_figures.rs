//! What the tabs show of a survey whose respondents are held: the variance of the design that it declares, everybody
//! else exactly, windows that share quarters; against what R's `survey` gives for the same respondents.

use std::sync::Arc;

use bellwether::analysis::against_rest::RestBasis;
use bellwether::analysis::breakdown::breakdown;
use bellwether::analysis::cohort_rule::{CohortRule, NamedCohort, OWN_GROUPS, with_own_groups};
use bellwether::analysis::estimate::Precision;
use bellwether::analysis::group_changes::group_changes;
use bellwether::analysis::survey::{GroupsAsked, MeanSubject, Respondents, all_groups};
use bellwether::analysis::{
    Cadence, Catalogue, Dictionary, Direction, GroupQuestion, MeasureKey, PeriodRange, Question,
    ShownAs, Split, TrendAnswer, answer,
};
use bellwether::data::survey::Survey;
use bellwether::data::{Cohort, Period, SourceBuilder, SourceId};
use serde_json::Value;

use crate::survey_golden::{agrees, cases, close, cohort, survey, wave};

/// A catalogue of the survey alone, with a group of the project's own, where a rule says who is in it.
fn catalogue(survey: Survey, rule: Option<&str>) -> (Catalogue, MeasureKey) {
    let mut builder = SourceBuilder::new();
    survey.tabulate(&mut builder);
    builder.survey(survey);
    let source = builder.build(
        SourceId::of_bytes(b"golden"),
        String::from("golden.xlsx"),
        jiff::civil::date(2024, 2, 1),
        vec![String::from("Data")],
    );
    let groups: Arc<[NamedCohort]> = rule
        .map(|rule| NamedCohort {
            name: String::from("It"),
            rule: rule.parse::<CohortRule>().unwrap(),
        })
        .into_iter()
        .collect();
    let dictionary = Arc::new(Dictionary::default());
    let sources = with_own_groups(&[Arc::new(source)], &groups, &dictionary);
    let catalogue = Catalogue::in_words(&sources, &dictionary).with_groups(&groups);
    let key = catalogue.find_measures("safe_dark – 1")[0].0.clone();
    (catalogue, key)
}

/// The cohort of a case as a rule; none of everybody.
fn rule(case: &Value) -> Option<String> {
    let conditions = case["cohort"].as_object()?;
    let parts: Vec<String> = conditions
        .iter()
        .map(|(column, value)| format!("{column}={}", value.as_str().unwrap()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" & "))
}

fn year_to(year: i16, month: i8) -> Period {
    Period::year_ending(year, month).unwrap()
}

/// The line of the case's people over a range of years of four quarters.
fn trend(case: &Value, design: &str, range: (Period, Period), shown_as: ShownAs) -> TrendAnswer {
    let rule = rule(case);
    let (catalogue, key) = catalogue(survey(design), rule.as_deref());
    let question = Question {
        cadence: shown_as.is_as_given().then_some(Cadence::Months(12)),
        cohort: rule.map_or_else(Cohort::everyone, |_| Cohort::of(OWN_GROUPS, "It")),
        periods: PeriodRange {
            from: Some(range.0),
            to: Some(range.1),
        },
        shown_as,
        ..Question::about(key)
    };
    answer(&catalogue, &question).unwrap()
}

#[test]
fn changes_on_the_trend_are_those_of_r() {
    for case in cases("02_comparisons.json", "wave_change_microdata") {
        let design = case["design"].as_str().unwrap();
        let years = (year_to(2022, 12), year_to(2023, 12));
        let answer = trend(&case, design, years, ShownAs::AsGiven);
        let line = &answer.series[0];
        let held = line.change.as_ref().unwrap();
        assert_eq!((held.from, held.to), years);
        let change = &held.change;
        agrees(&case, "difference", change.difference / 100.0);
        agrees(&case, "p1", change.from.value / 100.0);
        if design == "weights_only" {
            agrees(&case, "kish_pooled_p", change.p_value.unwrap());
            agrees(&case, "n_eff2", change.to.effective_base.unwrap());
            continue;
        }
        agrees(&case, "t_p_two_sided", change.p_value.unwrap());
        let (Precision::Design(one), Precision::Design(other)) =
            (change.from.precision, change.to.precision)
        else {
            panic!("{} has no design", case["id"]);
        };
        let error = (one.variance + other.variance).sqrt();
        agrees(&case, "taylor_se_separate_designs", error);
    }
}

#[test]
fn intervals_on_the_trend_are_those_of_r() {
    for case in cases("01_weighted_estimates.json", "proportion") {
        let design = case["design"].as_str().unwrap();
        let is_counted = case["item"] == "safe_dark" && case["success_value"] == 1;
        if !is_counted || !["weights_only", "strata_psu_weights"].contains(&design) {
            continue;
        }
        let year = if case["wave"] == "2022" { 2022 } else { 2023 };
        let answer = trend(
            &case,
            design,
            (year_to(year, 12), year_to(year, 12)),
            ShownAs::AsGiven,
        );
        let point = answer.series[0].points[0].as_ref().unwrap();
        let estimate = point.outcome.estimate().unwrap();
        let field = if design == "weights_only" {
            "wilson_kish_95"
        } else {
            "svyciprop_wilson_95"
        };
        let interval = estimate.interval.unwrap();
        let limits = &case["expected"][field];
        if let (Some(lower), Some(upper)) = (limits[0].as_f64(), limits[1].as_f64()) {
            close(field, lower, interval.lower / 100.0);
            close(field, upper, interval.upper / 100.0);
        }
    }
}

#[test]
fn the_rest_of_a_breakdown_is_everybody_else() {
    for case in cases("02_comparisons.json", "part_whole") {
        let design = case["design"].as_str().unwrap();
        let rule = rule(&case).unwrap();
        let (catalogue, key) = catalogue(survey(design), Some(&rule));
        let asked = GroupQuestion {
            question: Question {
                cadence: Some(Cadence::Months(12)),
                split: Split::Dimensions(vec![String::from(OWN_GROUPS)]),
                ..Question::about(key)
            },
            every_dimension: false,
        };
        let found = breakdown(&catalogue, &asked).unwrap();
        assert_eq!(found.period, Some(year_to(2023, 12)));
        let Some(against) = &found.rows[0].against_rest else {
            // A group on a low base is not held against the rest.
            assert!(case["expected"]["n_eff_cohort"].as_f64().unwrap() < 100.0);
            continue;
        };
        assert_eq!(against.basis, RestBasis::Respondents);
        let change = &against.comparison;
        agrees(&case, "p_rest", change.from.value / 100.0);
        agrees(&case, "diff_vs_rest", change.difference / 100.0);
        if design == "weights_only" {
            agrees(&case, "n_eff_rest", change.from.effective_base.unwrap());
            agrees(&case, "kish_pooled_p_vs_rest", change.p_value.unwrap());
        } else {
            // As the engine has it for the same groups.
            let held = survey(design);
            let asked = GroupsAsked {
                subject: &crate::survey_golden::safe(&held),
                then: Vec::new(),
                now: wave(&case, "wave"),
                filter: None,
                dimensions: Vec::new(),
                with_pairs: false,
                own: vec![(Cohort::of(OWN_GROUPS, "It"), cohort(&case, &held).unwrap())],
            };
            let groups = all_groups(&Respondents::of(&held), &asked).unwrap();
            let test = groups.groups[0].against_rest().unwrap();
            close("p", test.p_value.unwrap(), change.p_value.unwrap());
            let interval = change.interval.unwrap();
            close("lower", test.interval.unwrap().0, interval.lower / 100.0);
        }
    }
}

#[test]
fn windows_that_share_quarters_are_compared_on_the_trend_as_r_does() {
    for case in cases("02_comparisons.json", "rolling_overlap") {
        let last = |field: &str| {
            let label = case[field].as_array().unwrap().last().unwrap();
            let (year, quarter) = label.as_str().unwrap().split_once("-Q").unwrap();
            year_to(year.parse().unwrap(), 3 * quarter.parse::<i8>().unwrap())
        };
        let range = (last("window_earlier"), last("window_later"));
        for shown_as in [ShownAs::AsGiven, ShownAs::RollingYear] {
            let answer = trend(&case, "weights_only", range, shown_as);
            let overlaps = range.1.start < range.0.end;
            let held = answer.series[0].change.as_ref().unwrap();
            assert_eq!((held.from, held.to), range);
            agrees(&case, "difference", held.change.difference / 100.0);
            let says = answer
                .notes
                .iter()
                .any(|note| note.contains("share respondents"));
            assert_eq!(says, overlaps);
            if overlaps {
                let interval = held.change.interval.unwrap();
                let half = (interval.upper - interval.lower) / 200.0;
                agrees(&case, "se_correct_linearised", half / 1.959_963_984_540_054);
                let z = case["expected"]["correct_z"].as_f64().unwrap();
                let is_clear = held.change.direction != Direction::NoClearChange;
                assert_eq!(is_clear, z.abs() > 1.96);
            }
            assert_eq!(answer.shown_as, shown_as);
        }
    }
}

#[test]
fn without_a_range_rolling_years_are_compared_a_year_apart() {
    let (catalogue, key) = catalogue(survey("strata_psu_weights"), None);
    let question = Question {
        shown_as: ShownAs::RollingYear,
        ..Question::about(key)
    };
    let found = answer(&catalogue, &question).unwrap();
    assert_eq!(found.cadence, Some(Cadence::Months(12)));
    assert_eq!(found.periods.len(), 5);
    let change = found.series[0].change.as_ref().unwrap();
    assert_eq!(
        (change.from, change.to),
        (year_to(2022, 12), year_to(2023, 12))
    );
    assert!(found.notes[0].starts_with("Rolling 12 months"));
}

#[test]
fn every_tab_has_the_same_test_of_the_same_change() {
    for design in ["strata_weights", "psu_weights", "strata_psu_weights"] {
        let held = survey(design);
        let subject = crate::survey_golden::safe(&held);
        let asked = GroupsAsked {
            subject: &subject,
            then: vec![0, 1, 2, 3],
            now: vec![4, 5, 6, 7],
            filter: None,
            dimensions: vec![0, 1, 2, 3],
            with_pairs: false,
            own: Vec::new(),
        };
        let engine = all_groups(&Respondents::of(&held), &asked).unwrap();
        let (catalogue, key) = catalogue(held.clone(), None);
        let asked = GroupQuestion {
            question: Question {
                cadence: Some(Cadence::Months(12)),
                split: Split::Dimensions(Vec::new()),
                ..Question::about(key)
            },
            every_dimension: true,
        };
        let found = group_changes(&catalogue, &asked).unwrap();
        assert_eq!(found.rows.len(), engine.groups.len());
        for row in &found.rows {
            let group = engine
                .groups
                .iter()
                .find(|group| group.cohort == row.key.cohort)
                .unwrap();
            let Some(change) = &row.change else { continue };
            let test = group.group.change.unwrap();
            close("p", test.p_value.unwrap(), change.change.p_value.unwrap());
            let base = change.change.to.effective_base.unwrap();
            close("base", group.group.now.unwrap().effective_base, base);
        }
        let (_, whole) = found.whole.unwrap();
        let test = engine.everyone.change.unwrap();
        close("p", test.p_value.unwrap(), whole.change.p_value.unwrap());
    }
}

#[test]
fn means_of_two_waves_are_compared_as_r_does() {
    for case in cases("02_comparisons.json", "wave_change_mean") {
        let held = survey(case["design"].as_str().unwrap());
        let subject = MeanSubject::of_question(&held, 1).unwrap();
        assert_eq!(subject.name, "Mean (5 = most positive, 1 = least)");
        let asked = GroupsAsked {
            subject: &subject,
            then: wave(&case, "wave1"),
            now: wave(&case, "wave2"),
            filter: cohort(&case, &held),
            dimensions: Vec::new(),
            with_pairs: false,
            own: Vec::new(),
        };
        let found = all_groups(&Respondents::of(&held), &asked)
            .unwrap()
            .everyone;
        agrees(&case, "mean1", found.then.unwrap().mean);
        agrees(&case, "mean2", found.now.unwrap().mean);
        let change = found.change.unwrap();
        agrees(&case, "difference", change.difference);
        agrees(&case, "t_p_two_sided", change.p_value.unwrap());
        let limits = &case["expected"]["t_ci_95"];
        let interval = change.interval.unwrap();
        close("lower", limits[0].as_f64().unwrap(), interval.0);
        close("upper", limits[1].as_f64().unwrap(), interval.1);
    }
}
