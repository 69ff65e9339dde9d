//! The survey engine, from columns of codes to figures, against what R's `survey` gives for the same
//! respondents: shares, means, groups against the rest, differences of differences, windows that share
//! quarters, cross-tabs; under each of the four designs.

use std::fs;
use std::path::Path;

use bellwether::analysis::Dictionary;
use bellwether::analysis::cohort_rule::CohortRule;
use bellwether::analysis::survey::{
    BannerPart, CellPlan, Column, Condition, CrossTabAsked, Difference, FillCells, GroupsAsked,
    Item, PartSums, Respondents, Subject, all_groups, crosstab,
};
use bellwether::data::survey::{
    Answer, Answers, Coded, Dimension, Origin, Question, Scale, Single, Survey, Weight,
};
use bellwether::data::{CellRef, Cohort, Period, SheetIndex};
use bellwether::stats::multiplicity::Adjustment;
use serde_json::Value;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn origin(heading: &str) -> Origin {
    Origin {
        cell: CellRef {
            sheet: SheetIndex(0),
            row: 0,
            column: 0,
        },
        heading: heading.to_owned(),
    }
}

fn coded(heading: &str, texts: &[String]) -> Coded<String> {
    let mut entries: Vec<String> = texts
        .iter()
        .filter(|text| !text.is_empty())
        .cloned()
        .collect();
    entries.sort();
    entries.dedup();
    let place = |text: &String| entries.iter().position(|entry| entry == text);
    Coded {
        origin: origin(heading),
        codes: texts
            .iter()
            .map(|text| place(text).map(|place| u16::try_from(place).unwrap()))
            .collect(),
        entries: entries.clone(),
    }
}

fn question(heading: &str, texts: &[String], scale: Option<Scale>) -> Question {
    let mut answers = coded(heading, texts);
    if scale.is_some() {
        // From the most positive.
        let most = u16::try_from(answers.entries.len()).unwrap() - 1;
        answers.entries.reverse();
        answers.codes = answers
            .codes
            .iter()
            .map(|code| Some(most - code?))
            .collect();
    }
    Question {
        name: heading.to_owned(),
        wording: None,
        answers: Answers::Single(Single {
            origin: answers.origin,
            scale,
            answers: answers
                .entries
                .into_iter()
                .map(|label| Answer {
                    label,
                    is_in_base: true,
                })
                .collect(),
            net: None,
            codes: answers.codes,
        }),
    }
}

/// The survey of the golden files under one of the designs they name.
pub fn survey(design: &str) -> Survey {
    let mut reader = csv::Reader::from_path(folder().join("data/survey_microdata.csv")).unwrap();
    let headings = reader.headers().unwrap().clone();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |name: &str| -> Vec<String> {
        let place = headings.iter().position(|heading| heading == name).unwrap();
        records
            .iter()
            .map(|record| record[place].to_owned())
            .collect()
    };
    let conf3: Vec<String> = column("confidence")
        .iter()
        .map(|score| match score.as_str() {
            "1" | "2" => "Disagree",
            "3" => "Neither",
            "4" | "5" => "Agree",
            _ => "",
        })
        .map(str::to_owned)
        .collect();
    let quarters = coded("quarter", &column("quarter"));
    let dimension = |name: &str| Dimension {
        name: name.to_owned(),
        groups: coded(name, &column(name)),
    };
    Survey {
        sheet: SheetIndex(0),
        name: String::from("Survey"),
        respondents: records.len(),
        weight: Some(Weight {
            origin: origin("weight"),
            values: column("weight")
                .iter()
                .map(|weight| weight.parse().unwrap())
                .collect(),
        }),
        stratum: design
            .contains("strata")
            .then(|| coded("district", &column("district"))),
        cluster: design.contains("psu").then(|| coded("psu", &column("psu"))),
        period: Some(Coded {
            origin: quarters.origin,
            entries: quarters
                .entries
                .iter()
                .map(|label| {
                    let (year, quarter) = label.split_once("-Q").unwrap();
                    Period::calendar_quarter(year.parse().unwrap(), quarter.parse().unwrap())
                        .unwrap()
                })
                .collect(),
            codes: quarters.codes,
        }),
        partial_periods: Vec::new(),
        whole_period: None,
        area: None,
        whole_area: None,
        dimensions: ["district", "age_band", "sex", "disability"]
            .map(dimension)
            .to_vec(),
        questions: vec![
            question("safe_dark", &column("safe_dark"), None),
            question("confidence", &column("confidence"), Some(Scale::Confidence)),
            question("conf3", &conf3, None),
            question("disabled", &column("disability"), None),
        ],
    }
}

pub fn cases(file: &str, kind: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases: Vec<Value> = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| {
            case["kind"] == kind && case.get("design").is_none_or(serde_json::Value::is_string)
        })
        .cloned()
        .collect();
    assert!(cases.len() >= 4, "{kind}");
    cases
}

#[track_caller]
pub fn agrees(case: &Value, field: &str, got: f64) {
    let expected = case["expected"][field]
        .as_f64()
        .unwrap_or_else(|| panic!("{} has no {field}", case["id"]));
    close(&format!("{} {field}", case["id"]), expected, got);
}

#[track_caller]
pub fn close(what: &str, expected: f64, got: f64) {
    let tolerance = 1e-12_f64.max(1e-9 * expected.abs());
    assert!(
        (got - expected).abs() <= tolerance,
        "{what}: {got}, not {expected}"
    );
}

/// The entries of the survey's quarters in a wave.
pub fn wave(case: &Value, field: &str) -> Vec<u16> {
    if case[field] == "2022" {
        vec![0, 1, 2, 3]
    } else {
        vec![4, 5, 6, 7]
    }
}

/// The cohort of a case, by the text form of rules.
pub fn cohort(case: &Value, survey: &Survey) -> Option<Condition> {
    let conditions = case["cohort"].as_object()?;
    let rules: Vec<String> = conditions
        .iter()
        .map(|(column, value)| format!("{column}={}", value.as_str().unwrap()))
        .collect();
    if rules.is_empty() {
        return None;
    }
    let rule: CohortRule = rules.join(" & ").parse().unwrap();
    Some(rule.condition(survey, &Dictionary::default()).unwrap())
}

pub fn safe(survey: &Survey) -> Subject {
    let subjects = Subject::all(survey).into_iter();
    subjects
        .into_iter()
        .find(|subject| subject.name == "safe_dark – 1")
        .unwrap()
}

/// The sums of each slice, of everybody who passes a filter.
fn sums_of_slices(
    survey: &Survey,
    slices: &[Vec<u16>],
    filter: Option<Condition>,
    scores: &[Option<f64>],
    question: usize,
) -> (Vec<PartSums>, bellwether::analysis::survey::SampleDesign) {
    let plan = CellPlan {
        items: vec![Item::Answers(Column::Answers(question))],
        groupings: vec![Vec::new()],
        slices: slices.to_vec(),
        filter,
        by_design: true,
    };
    let cells = Respondents::of(survey).fill(&plan).unwrap();
    let table = cells.answers(0, 0).unwrap();
    let parts = (0..slices.len())
        .map(|slice| table.scored(&[slice], 0, scores))
        .collect();
    (parts, cells.design.clone())
}

#[test]
fn shares_are_those_of_r() {
    for case in cases("01_weighted_estimates.json", "proportion") {
        let survey = survey(case["design"].as_str().unwrap());
        let success = case["success_value"].as_f64().unwrap();
        let (question, scores): (usize, Vec<Option<f64>>) = if case["item"] == "safe_dark" {
            (0, vec![Some(1.0 - success), Some(success)])
        } else {
            let score = |answer: f64| Some(f64::from(answer == success));
            (1, [5.0, 4.0, 3.0, 2.0, 1.0].map(score).to_vec())
        };
        let filter = cohort(&case, &survey);
        let (parts, design) =
            sums_of_slices(&survey, &[wave(&case, "wave")], filter, &scores, question);
        let share = design.share(&[0], &parts[0]).unwrap();
        agrees(&case, "proportion", share.share);
        agrees(&case, "taylor_se", share.design.standard_error());
        agrees(
            &case,
            "kish_n_eff",
            parts[0].whole.weights.effective_base().unwrap(),
        );
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        {
            agrees(&case, "unweighted_base", share.unweighted_base as f64);
            agrees(&case, "degf", share.design.degrees_of_freedom as f64);
        }
        let field = if case["design"] == "weights_only" {
            "wilson_kish_95"
        } else {
            "svyciprop_wilson_95"
        };
        let limits = &case["expected"][field];
        if let (Some(lower), Some(upper)) = (limits[0].as_f64(), limits[1].as_f64()) {
            close(field, lower, share.interval.0);
            close(field, upper, share.interval.1);
        }
    }
}

#[test]
fn means_are_those_of_r() {
    for case in cases("01_weighted_estimates.json", "mean") {
        let survey = survey(case["design"].as_str().unwrap());
        let scores = [5.0, 4.0, 3.0, 2.0, 1.0].map(Some);
        let filter = cohort(&case, &survey);
        let (parts, design) = sums_of_slices(&survey, &[wave(&case, "wave")], filter, &scores, 1);
        let mean = design.mean(&[0], &parts[0]).unwrap();
        agrees(&case, "mean", mean.mean);
        agrees(&case, "taylor_se", mean.design.standard_error());
        let limits = &case["expected"]["t_ci_95"];
        close(
            "t_ci_95",
            limits[0].as_f64().unwrap(),
            mean.interval.unwrap().0,
        );
    }
}

#[test]
fn groups_against_the_rest_are_those_of_r() {
    for case in cases("02_comparisons.json", "part_whole") {
        let survey = survey(case["design"].as_str().unwrap());
        let subject = safe(&survey);
        let condition = cohort(&case, &survey).unwrap();
        let asked = GroupsAsked {
            subject: &subject,
            then: Vec::new(),
            now: wave(&case, "wave"),
            filter: None,
            dimensions: Vec::new(),
            with_pairs: false,
            own: vec![(Cohort::of("Own groups", "It"), condition)],
        };
        let groups = all_groups(&Respondents::of(&survey), &asked).unwrap();
        let group = &groups.groups[0];
        let (own, rest) = (group.group.now.unwrap(), group.rest.now.unwrap());
        agrees(&case, "p_cohort", own.share);
        agrees(&case, "p_rest", rest.share);
        agrees(&case, "p_total", groups.everyone.now.unwrap().share);
        agrees(
            &case,
            "diff_vs_rest",
            group.against_rest().unwrap().difference,
        );
        if case["design"] == "weights_only" {
            let test = group.against_rest().unwrap();
            agrees(&case, "kish_pooled_p_vs_rest", test.p_value.unwrap());
            agrees(&case, "n_eff_rest", rest.effective_base);
        }
    }
}

#[test]
fn differences_of_differences_are_those_of_r() {
    for case in cases("02_comparisons.json", "difference_in_differences") {
        let survey = survey(case["design"].as_str().unwrap());
        let subject = safe(&survey);
        let asked = GroupsAsked {
            subject: &subject,
            then: wave(&case, "wave1"),
            now: wave(&case, "wave2"),
            filter: None,
            dimensions: vec![1, 2, 3],
            with_pairs: true,
            own: vec![(
                Cohort::of("Own groups", "It"),
                cohort(&case, &survey).unwrap(),
            )],
        };
        let groups = all_groups(&Respondents::of(&survey), &asked).unwrap();
        let own = groups
            .groups
            .iter()
            .find(|group| group.cohort.category("Own groups").is_some())
            .unwrap();
        let test = own.change_against_rest.unwrap();
        agrees(&case, "estimate", test.difference);
        agrees(&case, "p_normal", test.p_value.unwrap());
        // The same people are found by their dimension, too.
        if case["cohort"] == serde_json::json!({"sex": "Female"}) {
            let women = groups
                .groups
                .iter()
                .find(|group| group.cohort == Cohort::of("sex", "Female"));
            let (one, other) = (women.unwrap().group.now.unwrap(), own.group.now.unwrap());
            close("share", one.share, other.share);
            assert_eq!(one.unweighted_count, other.unweighted_count);
        }
    }
}

#[test]
fn waves_are_compared_as_r_does() {
    for case in cases("02_comparisons.json", "wave_change_microdata") {
        let survey = survey(case["design"].as_str().unwrap());
        let subject = safe(&survey);
        let asked = GroupsAsked {
            subject: &subject,
            then: wave(&case, "wave1"),
            now: wave(&case, "wave2"),
            filter: cohort(&case, &survey),
            dimensions: Vec::new(),
            with_pairs: false,
            own: Vec::new(),
        };
        let change = all_groups(&Respondents::of(&survey), &asked)
            .unwrap()
            .everyone
            .change
            .unwrap();
        agrees(&case, "difference", change.difference);
        let field = if case["design"] == "weights_only" {
            "kish_pooled_p"
        } else {
            "t_p_two_sided"
        };
        agrees(&case, field, change.p_value.unwrap());
    }
}

#[test]
fn windows_that_share_quarters_are_compared_as_r_does() {
    for case in cases("02_comparisons.json", "rolling_overlap") {
        let survey = survey("weights_only");
        let period = survey.period.as_ref().unwrap();
        let quarters = |field: &str| -> Vec<usize> {
            let labels = case[field].as_array().unwrap();
            labels
                .iter()
                .map(|label| {
                    let (year, quarter) = label.as_str().unwrap().split_once("-Q").unwrap();
                    let wanted =
                        Period::calendar_quarter(year.parse().unwrap(), quarter.parse().unwrap());
                    period
                        .entries
                        .iter()
                        .position(|held| Some(*held) == wanted)
                        .unwrap()
                })
                .collect()
        };
        let slices: Vec<Vec<u16>> = (0..8).map(|quarter| vec![quarter]).collect();
        let scores = [Some(0.0), Some(1.0)];
        let (parts, design) = sums_of_slices(&survey, &slices, None, &scores, 0);
        let (earlier, later) = (quarters("window_earlier"), quarters("window_later"));
        let test: Difference = design.rolling(&earlier, &later, &parts).unwrap();
        agrees(&case, "difference", test.difference);
        let half = (test.interval.unwrap().1 - test.interval.unwrap().0) / 2.0;
        agrees(&case, "se_correct_linearised", half / 1.959_963_984_540_054);
    }
}

#[test]
fn cross_tabs_are_those_of_r() {
    for case in cases("03_crosstabs.json", "crosstab") {
        let survey = survey(case["design"].as_str().unwrap());
        let row = case["row_var"].as_str().unwrap();
        let row = if row == "disability" { "disabled" } else { row };
        let question = survey.questions.iter().position(|held| held.name == row);
        let column = case["col_var"].as_str().unwrap();
        let dimension = survey
            .dimensions
            .iter()
            .position(|held| held.name == column);
        let column = dimension.map_or(Column::Answers(0), Column::Dimension);
        let asked = CrossTabAsked {
            question: question.unwrap(),
            banner: vec![BannerPart::of(&survey, column).unwrap()],
            periods: wave(&case, "wave"),
            filter: None,
            nets: Vec::new(),
            adjustment: Adjustment::BenjaminiHochberg,
            letters_on_low_bases: false,
        };
        let table = crosstab(&Respondents::of(&survey), &asked).unwrap();
        let expected = &case["expected"];
        let level = |field: &str, label: &str| {
            let levels = expected[field].as_array().unwrap();
            levels.iter().position(|held| held == label).unwrap()
        };
        for cells in &table.rows {
            let row = level("row_levels", &cells.label);
            for (column, cell) in table.columns.iter().zip(&cells.cells).skip(1) {
                let column = level("col_levels", &column.label);
                let share = cell.share.unwrap();
                let at = |field: &str| expected[field][row][column].as_f64().unwrap();
                close(
                    "weighted_counts",
                    at("weighted_counts"),
                    share.weighted_count,
                );
                close("col_pct", at("col_pct"), 100.0 * share.share);
                close("row_pct", at("row_pct"), 100.0 * cell.row_share.unwrap());
                #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
                close(
                    "unweighted_counts",
                    at("unweighted_counts"),
                    share.unweighted_count as f64,
                );
            }
        }
        let association = table.parts[0].association.unwrap();
        agrees(&case, "rao_scott_F", association.test.f);
        agrees(&case, "rao_scott_ddf", association.test.second_degrees);
        agrees(&case, "rao_scott_F_p", association.test.p_value);
        agrees(&case, "cramers_v_weighted", association.cramers_v.unwrap());
    }
}
