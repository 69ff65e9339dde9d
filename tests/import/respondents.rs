//! Sheets with one row a respondent.

use std::path::Path;

use bellwether::data::survey::{Answers, Question, Scale, Single, Survey, Tick};
use bellwether::data::{Cohort, Observation, Period, Source};
use bellwether::import::{FindingKind, Reading, SurveyFinding};
use rust_xlsxwriter::Workbook;

use crate::shared::{self, workbooks};
use crate::synthetic::{codes, read, rows};

/// A workbook of a data sheet and perhaps a codebook.
fn survey(headings: &str, lines: &[String], codebook: &[&str]) -> Reading {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    rows(sheet, 0, &[headings]);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    rows(sheet, 1, &lines);
    if !codebook.is_empty() {
        rows(
            book.add_worksheet().set_name("Values").unwrap(),
            0,
            codebook,
        );
    }
    read(&book.save_to_buffer().unwrap())
}

fn only(reading: &Reading) -> &Survey {
    let [survey] = reading.source.surveys.as_slice() else {
        panic!("{:?}", reading.findings);
    };
    survey
}

fn question<'s>(survey: &'s Survey, name: &str) -> &'s Question {
    let names: Vec<&str> = survey
        .questions
        .iter()
        .map(|held| held.name.as_str())
        .collect();
    survey
        .questions
        .iter()
        .find(|held| held.name == name)
        .unwrap_or_else(|| panic!("no {name} among {names:?}"))
}

fn single<'s>(survey: &'s Survey, name: &str) -> &'s Single {
    match &question(survey, name).answers {
        Answers::Single(single) => single,
        other => panic!("{other:?}"),
    }
}

fn ticks<'s>(survey: &'s Survey, name: &str) -> &'s [Tick] {
    match &question(survey, name).answers {
        Answers::Several(ticks) => ticks,
        other => panic!("{other:?}"),
    }
}

/// The observations of a measure for a cohort; those of places are of everybody there.
fn figures<'s>(source: &'s Source, measure: &str, cohort: &Cohort) -> Vec<&'s Observation> {
    source
        .observations
        .iter()
        .filter(|held| {
            source.measure(held).unwrap().name == measure && source.cohort(held).unwrap() == cohort
        })
        .collect()
}

fn figure<'s>(source: &'s Source, measure: &str, cohort: &Cohort) -> &'s Observation {
    let found = figures(source, measure, cohort);
    let [one] = found.as_slice() else {
        let names: Vec<&str> = source
            .measures
            .iter()
            .map(|held| held.name.as_str())
            .collect();
        panic!("{} of {measure} {cohort} among {names:?}", found.len());
    };
    one
}

fn near(held: &Observation, value: f64) -> bool {
    held.value.is_some_and(|held| (held - value).abs() < 1e-9)
}

fn survey_findings(reading: &Reading) -> Vec<&SurveyFinding> {
    reading
        .findings
        .iter()
        .filter_map(|finding| match &finding.kind {
            FindingKind::Survey(finding) => Some(finding),
            _ => None,
        })
        .collect()
}

#[test]
fn the_sample_gives_the_published_figures() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/police_and_crime_survey.xlsx");
    if !path.is_file() {
        println!("skipped: {} is not there", path.display());
        return;
    }
    let reading = shared::read(&path);
    assert_eq!(reading.open_questions(), 0, "{:?}", reading.findings);
    for sheet in &reading.sheets {
        assert!(sheet.account.adds_up(), "{sheet:?}");
    }
    let source = &reading.source;
    let survey = only(&reading);
    assert_eq!(survey.respondents, 17_600);
    assert_eq!(survey.weight.as_ref().unwrap().origin.heading, "Weight");
    assert_eq!(survey.stratum.as_ref().unwrap().entries.len(), 8);
    assert_eq!(survey.area.as_ref().unwrap().entries.len(), 8);
    assert_eq!(survey.questions.len(), 12);
    assert_eq!(
        question(survey, "Safe outside after dark")
            .wording
            .as_deref(),
        Some("How safe do you feel when outside in your area after dark?")
    );
    let confidence = "Confidence in police in area – Strongly/Tend to agree";
    let dark = "Safe outside after dark – Very/Fairly safe";
    for (measure, area, first, last, published) in [
        (
            confidence,
            "Nottinghamshire",
            "2020-01-01",
            "2020-03-31",
            55.4,
        ),
        (
            confidence,
            "Nottinghamshire",
            "2022-10-01",
            "2023-09-30",
            52.0,
        ),
        (confidence, "Ashfield", "2020-01-01", "2020-03-31", 52.0),
        (confidence, "Ashfield", "2022-10-01", "2023-09-30", 54.4),
        (dark, "Nottinghamshire", "2020-01-01", "2020-12-31", 63.1),
        (dark, "Nottinghamshire", "2021-01-01", "2021-12-31", 56.8),
        (
            "Experienced fraud in last year",
            "Nottinghamshire",
            "2021-01-01",
            "2021-12-31",
            21.3,
        ),
        ("Speeding", "Ashfield", "2021-07-01", "2022-06-30", 36.1),
    ] {
        let held = figures(source, measure, &Cohort::everyone())
            .into_iter()
            .find(|held| {
                let period = source.period(held).unwrap();
                source.area(held).unwrap().name == area
                    && period.start.to_string() == first
                    && period.last_day().to_string() == last
            })
            .unwrap_or_else(|| panic!("{measure} {area} {first}"));
        let value = held.value.unwrap();
        assert!(
            (value - published).abs() < 0.05,
            "{measure} {area}: {value}"
        );
        let (base, effective) = (held.unweighted_base.unwrap(), held.effective_base.unwrap());
        assert!(
            effective < base && effective > base / 2.0,
            "{base} {effective}"
        );
    }
    let ashfield = source
        .observations
        .iter()
        .find(|held| {
            source.measure(held).unwrap().name == "Speeding"
                && source.area(held).unwrap().name == "Ashfield"
                && source.period(held).unwrap().last_day().to_string() == "2022-06-30"
                && source.period(held).unwrap().months().len() == 12
        })
        .unwrap();
    assert_eq!(ashfield.unweighted_base, Some(587.0));
    assert_eq!(ashfield.cell.to_string(), "AD3");
}

/// What the tables of the same survey give is what comes out of its interviews.
#[test]
fn the_interviews_agree_with_the_tables_made_from_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let (one, other) = (
        folder.join("police_and_crime_survey.xlsx"),
        folder.join("police_and_crime_survey_tables.xlsx"),
    );
    if !one.is_file() || !other.is_file() {
        println!("skipped: {} is not there", one.display());
        return;
    }
    let (interviews, tables) = (shared::read(&one).source, shared::read(&other).source);
    let places = |source: &Source, held: &Observation| {
        (
            source.area(held).unwrap().name.clone(),
            source.cohort(held).unwrap().to_string(),
            source.period(held).unwrap().start,
            source.period(held).unwrap().end,
        )
    };
    let found: std::collections::HashMap<_, &Observation> = interviews
        .observations
        .iter()
        .filter(|held| {
            interviews.measure(held).unwrap().name == "Safe outside after dark – Very/Fairly safe"
        })
        .map(|held| (places(&interviews, held), held))
        .collect();
    let mut compared = 0;
    for held in tables
        .observations
        .iter()
        .filter(|held| tables.measure(held).unwrap().name == "Feel safe outside after dark")
    {
        let own = found[&places(&tables, held)];
        assert!((own.value.unwrap() - held.value.unwrap()).abs() < 0.001);
        assert_eq!(own.unweighted_base, held.unweighted_base);
        assert!((own.effective_base.unwrap() - held.effective_base.unwrap()).abs() < 0.06);
        compared += 1;
    }
    assert_eq!(compared, 468);
}

#[test]
fn codes_are_read_by_the_codebook() {
    // Of every four: 1, 1, 2, 5; the fifth refuses, the tenth says something that the codebook does not know.
    let lines: Vec<String> = (0..40)
        .map(|row| {
            let answer = match row % 10 {
                4 => -9,
                9 => 7,
                other => [1, 1, 2, 5][other % 4],
            };
            let sex = if row % 2 == 0 { 1 } else { 2 };
            format!("{row}|{answer}|{sex}|1")
        })
        .collect();
    for codebook in [
        &[
            "Variable|Label|Code|Answer",
            "q1|How safe do you feel after dark?|1|Very safe",
            "||2|Fairly safe",
            "||4|Fairly unsafe",
            "||5|Very unsafe",
            "||-9|Refused",
            "sex|Sex of respondent|1|Male",
            "||2|Female",
        ][..],
        &[
            "Variable|Question|Values",
            "q1|How safe do you feel after dark?|1=Very safe; 2=Fairly safe; 4=Fairly unsafe; 5=Very unsafe; -9=Refused",
            "sex|Sex of respondent|1=Male; 2=Female",
        ][..],
    ] {
        let reading = survey("serial|q1|sex|weight", &lines, codebook);
        let held = only(&reading);
        let answered = single(held, "How safe do you feel after dark?");
        assert_eq!(answered.scale, Some(Scale::Safety));
        assert_eq!(answered.codes.get(4), Some(3), "a refusal is kept");
        assert!(!answered.answers[3].is_in_base);
        assert_eq!(answered.codes.get(9), None);
        let measure = "How safe do you feel after dark? – Very/Fairly safe";
        let all = figure(&reading.source, measure, &Cohort::everyone());
        // Rows 0 to 8 without 4: 1 1 2 5, 1 2 5 1.
        assert_eq!(all.unweighted_base, Some(32.0));
        assert!(near(all, 75.0), "{all:?}");
        let men = figure(&reading.source, measure, &Cohort::of("Sex", "Male"));
        assert_eq!(men.unweighted_base, Some(16.0));
        assert!(codes(&reading).contains(&"survey-entry"));
        assert!(codes(&reading).contains(&"codebook"));
        assert!(!codes(&reading).contains(&"survey-unweighted"));
    }
}

#[test]
fn codes_without_a_codebook_are_left_out() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            let safe = if row % 4 == 0 {
                "Very safe"
            } else {
                "Very unsafe"
            };
            format!("{row}|{}|{safe}|1", row % 5 + 1)
        })
        .collect();
    let reading = survey("Respondent|Q2 Trust|Safe in the day|Weight", &lines, &[]);
    assert_eq!(only(&reading).questions.len(), 1);
    assert!(survey_findings(&reading).iter().any(|finding| matches!(
        finding,
        SurveyFinding::NotRead { heading, is_loss: true, .. } if heading == "Q2 Trust"
    )));
    assert!(near(
        figure(
            &reading.source,
            "Safe in the day – Very safe",
            &Cohort::everyone()
        ),
        25.0
    ));
}

#[test]
fn boxes_that_are_one_question() {
    // Asked of the first thirty of forty.
    let lines: Vec<String> = (0..40)
        .map(|row| {
            let asked = |ticked: bool| match (row < 30, ticked) {
                (false, _) => "",
                (true, true) => "1",
                (true, false) => "0",
            };
            format!(
                "{row}|{}|{}|{}|{}|{}|1",
                asked(row % 3 == 0),
                asked(row % 5 == 0),
                if row % 4 == 0 { "x" } else { "" },
                if row % 10 == 1 { "x" } else { "" },
                if row % 2 == 0 { "Yes" } else { "No" },
            )
        })
        .collect();
    let reading = survey(
        "Respondent|Top concern: Burglary|Top concern: Speeding|Q5_1|Q5_2|Reported|Weight",
        &lines,
        &[
            "Variable|Question|Code|Meaning",
            "Q5|Where do you feel unsafe?||",
            "Q5_1|In the town centre|x|ticked",
            "Q5_2|In the park|x|ticked",
        ],
    );
    let held = only(&reading);
    assert_eq!(ticks(held, "Top concern").len(), 2);
    let source = &reading.source;
    let burglary = figure(source, "Top concern – Burglary", &Cohort::everyone());
    assert_eq!(burglary.unweighted_base, Some(30.0));
    assert!(near(burglary, 100.0 / 3.0), "{burglary:?}");
    assert_eq!(burglary.cell.to_string(), "B1");
    let park = figure(
        source,
        "Where do you feel unsafe – In the park",
        &Cohort::everyone(),
    );
    assert_eq!(park.unweighted_base, Some(40.0));
    assert!(near(park, 10.0));
    // That everybody was asked is a conclusion.
    assert!(codes(&reading).contains(&"survey-blank"));
    assert!(near(figure(source, "Reported", &Cohort::everyone()), 50.0));
}

#[test]
fn a_box_that_leaves_open_who_was_asked_is_left_out() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            format!(
                "{row}|{}|{}|{}|1",
                if row % 4 == 0 { "Yes" } else { "" },
                ["Very worried", "Not very worried"][row % 2],
                if row % 2 == 0 { "1" } else { "" },
            )
        })
        .collect();
    let reading = survey("Respondent|Was burgled|Worry|Helped|Weight", &lines, &[]);
    let names: Vec<&str> = reading
        .source
        .measures
        .iter()
        .map(|measure| measure.name.as_str())
        .collect();
    assert_eq!(names, ["Worry – Very worried"]);
}

#[test]
fn answers_that_are_none_are_outside_the_base() {
    let answers = [
        "Strongly agree",
        "Tend to agree",
        "Neither agree nor disagree",
        "Tend to disagree",
        "Don't know",
        "Prefer not to say",
        "Not applicable",
        "",
    ];
    let lines: Vec<String> = (0..80)
        .map(|row| format!("{row}|{}|{}", answers[row % 8], ["16-24", "25+"][row / 40]))
        .collect();
    let reading = survey("Respondent|Q1. Police do a good job|Age group", &lines, &[]);
    let all = figure(
        &reading.source,
        "Police do a good job – Strongly/Tend to agree",
        &Cohort::everyone(),
    );
    assert_eq!(all.unweighted_base, Some(40.0));
    assert_eq!(all.effective_base, Some(40.0));
    assert!(near(all, 50.0), "{all:?}");
    // Nobody weighted it, and nothing says when it was.
    let found = codes(&reading);
    assert!(found.contains(&"survey-unweighted"), "{found:?}");
    assert!(found.contains(&"survey-outside-base"), "{found:?}");
    assert!(found.contains(&"no-period"), "{found:?}");
    assert_eq!(only(&reading).dimensions[0].name, "Age");
}

#[test]
fn nothing_personal_is_kept() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            format!(
                "10{row}|Person{row} Name|p{row}@example.org|NG{} {}AB|It was a dark night {row} and nobody came|{}|1|0795{row}",
                row % 9 + 1,
                row % 9,
                ["Very safe", "Very unsafe"][row % 2]
            )
        })
        .collect();
    let reading = survey(
        "Interview ID|Full name|Contact|Home|Anything else?|Safe|Weight|Phone",
        &lines,
        &[],
    );
    let survey = only(&reading);
    let kept = format!("{survey:?}");
    for secret in ["Person", "example.org", "NG1", "dark night", "0795", "795"] {
        assert!(!kept.contains(secret), "{secret}");
    }
    let personal = survey_findings(&reading)
        .iter()
        .filter(|finding| matches!(finding, SurveyFinding::Personal { .. }))
        .count();
    assert_eq!(personal, 6);
    assert_eq!(survey.questions.len(), 1);
}

#[test]
fn weights_that_cannot_be_used_leave_their_respondents_out() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            let weight = match row {
                0 => "0",
                1 => "-1",
                2 => "missing",
                3 => "",
                row if row % 2 == 0 => "2",
                _ => "1",
            };
            format!("{row}|{}|{weight}", ["Very safe", "Very unsafe"][row % 2])
        })
        .collect();
    let reading = survey("Respondent|Safe|Weight", &lines, &[]);
    let all = figure(&reading.source, "Safe – Very safe", &Cohort::everyone());
    assert_eq!(all.unweighted_base, Some(36.0));
    // 18 of weight 2, 18 of weight 1.
    assert!(near(all, 200.0 / 3.0), "{all:?}");
    assert_eq!(all.effective_base, Some(54.0 * 54.0 / 90.0));
    assert!(survey_findings(&reading).iter().any(|finding| matches!(
        finding,
        SurveyFinding::WeightsUnusable {
            blank: 1,
            zero: 1,
            negative: 1,
            text: 1,
            ..
        }
    )));
}

#[test]
fn where_nobody_can_tell_the_weight_nothing_is_worked_out() {
    let lines = |bad: usize| -> Vec<String> {
        (0..40)
            .map(|row| {
                let weight = if row < bad { "n/k" } else { "1.5" };
                format!("{row}|{}|{weight}|1", ["Very safe", "Very unsafe"][row % 2])
            })
            .collect()
    };
    let two = survey("Respondent|Safe|Weight A|Weight B", &lines(0), &[]);
    let unusable = survey("Respondent|Safe|Weight|Household", &lines(15), &[]);
    for reading in [two, unusable] {
        assert!(reading.source.observations.is_empty());
        assert!(reading.source.surveys.is_empty());
        assert_eq!(codes(&reading), ["survey-weight-unclear"]);
        assert_eq!(reading.open_questions(), 1);
    }
}

#[test]
fn interviews_by_quarter_of_their_days() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    rows(sheet, 0, &["Respondent|Interview date|District|Safe|Wt"]);
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    // From 15 January 2021 on, one interview every ten days, for two years and a month.
    let first = jiff::civil::date(2021, 1, 15);
    for row in 0..76_u32 {
        let day = first
            .checked_add(jiff::Span::new().days(i64::from(row) * 10))
            .unwrap();
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(
            u16::try_from(day.year()).unwrap(),
            u8::try_from(day.month()).unwrap(),
            u8::try_from(day.day()).unwrap(),
        )
        .unwrap();
        let place = ["Ashfield", "Mansfield"][row as usize % 2];
        let answer = ["Fairly safe", "Very unsafe", "Very safe"][row as usize % 3];
        rows(sheet, row + 1, &[&format!("{row}||{place}|{answer}|1")]);
        sheet
            .write_datetime_with_format(row + 1, 1, date, &format)
            .unwrap();
    }
    let reading = read(&book.save_to_buffer().unwrap());
    let source = &reading.source;
    let survey = only(&reading);
    assert_eq!(survey.period.as_ref().unwrap().entries.len(), 9);
    // The last quarter has January and February, and no March.
    let partial: Vec<String> = survey
        .partial_periods
        .iter()
        .map(|held| held.start.to_string())
        .collect();
    assert_eq!(partial, ["2023-01-01"]);
    let years: Vec<String> = figures(source, "Safe – Very/Fairly safe", &Cohort::everyone())
        .into_iter()
        .filter(|held| source.area(held).is_none())
        .map(|held| source.period(held).unwrap())
        .filter(|period| period.months().len() == 12)
        .map(|period| period.last_day().to_string())
        .collect();
    assert_eq!(
        years,
        [
            "2021-12-31",
            "2022-03-31",
            "2022-06-30",
            "2022-09-30",
            "2022-12-31"
        ]
    );
    let ashfield = source
        .areas
        .iter()
        .find(|area| area.name == "Ashfield")
        .unwrap();
    assert_eq!(ashfield.code.as_deref(), Some("E07000170"));
}

#[test]
fn days_that_stand_as_text_are_days_of_interviews() {
    let lines: Vec<String> = (0..720)
        .map(|row| {
            let answer = ["Fairly safe", "Very unsafe", "Very safe"][row % 3];
            let (day, month) = (1 + row % 28, 1 + row % 12);
            format!("{row}|{day:02}/{month:02}/2023|{answer}|1")
        })
        .collect();
    let reading = survey("Respondent|Interview date|Safe|Wt", &lines, &[]);
    let periods = &only(&reading).period.as_ref().unwrap().entries;
    let labels: Vec<String> = periods.iter().map(Period::label).collect();
    assert_eq!(
        labels,
        [
            "Jan–Mar 2023",
            "Apr–Jun 2023",
            "Jul–Sep 2023",
            "Oct–Dec 2023"
        ]
    );
}

#[test]
fn a_published_data_set_gives_its_known_figures() {
    let Some(path) = workbooks().map(|folder| folder.join("bcs_2007-08_labelled.xlsx")) else {
        return;
    };
    let reading = shared::read(&path);
    let held = only(&reading);
    assert_eq!(held.respondents, 11_676);
    let dark = single(held, "walkdark");
    assert_eq!(dark.scale, Some(Scale::Safety));
    let dimension = |name: &str| {
        held.dimensions
            .iter()
            .find(|held| held.name == name)
            .unwrap()
    };
    for (of, group, base, shares) in [
        ("Sex", "female", 6_321, [13.73, 40.05, 29.01, 17.21]),
        ("Sex", "male", 5_288, [37.47, 43.45, 15.17, 3.90]),
        (
            "Urban or rural",
            "urban",
            8_654,
            [f64::NAN, f64::NAN, f64::NAN, 12.31],
        ),
        (
            "Urban or rural",
            "rural",
            2_955,
            [f64::NAN, f64::NAN, f64::NAN, 5.04],
        ),
    ] {
        let groups = &dimension(of).groups;
        let place = groups
            .entries
            .iter()
            .position(|held| held == group)
            .unwrap();
        for (answer, share) in (0..).zip(shares) {
            let sums = held.sums(&dark.counted(&[answer]), |respondent| {
                groups
                    .codes
                    .get(respondent)
                    .is_some_and(|held| usize::from(held) == place)
            });
            assert_eq!(sums.unweighted_base, base, "{group}");
            let percent = sums.share().unwrap() * 100.0;
            assert!(
                share.is_nan() || (percent - share).abs() < 0.005,
                "{group} {percent} {share}"
            );
        }
    }
    let women = figure(
        &reading.source,
        "walkdark – Very/Fairly safe",
        &Cohort::of("Sex", "female"),
    );
    assert!(
        women
            .value
            .is_some_and(|value| (value - 53.78).abs() < 0.011)
    );
}

#[test]
fn a_list_of_people_is_no_survey() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            format!(
                "Person {row}|2001-02-{:02}|{}|{row}",
                row % 28 + 1,
                ["Yes", "No"][row % 2]
            )
        })
        .collect();
    let reading = survey("Name|Date of birth|Charged|Arrests", &lines, &[]);
    assert!(reading.source.surveys.is_empty());
    assert!(reading.source.observations.is_empty());
    assert_eq!(codes(&reading), ["respondents"]);
}

#[test]
fn a_year_that_could_be_two_things_is_said() {
    let lines: Vec<String> = (0..40)
        .map(|row| {
            format!(
                "{row}|{}|{}|1",
                2021 + row / 20,
                ["Very safe", "Very unsafe"][row % 2]
            )
        })
        .collect();
    let reading = survey("Respondent|Survey year|Safe|Weight", &lines, &[]);
    let periods: Vec<String> = reading
        .source
        .periods
        .iter()
        .map(|period| period.start.to_string())
        .collect();
    assert_eq!(periods, ["2021-01-01", "2022-01-01"]);
    assert!(codes(&reading).contains(&"period-caution"));
}

#[test]
fn a_sample_may_have_more_clusters_than_a_list_has_answers() {
    let answers = ["Very safe", "Fairly safe", "Very unsafe"];
    let line = |row: usize| format!("{row}|Unit {}|{}|1.25", row % 600, answers[row % 3]);
    let lines: Vec<String> = (0..1200).map(line).collect();
    let reading = survey("Respondent|PSU|Feel safe|Weight", &lines, &[]);
    let clusters = only(&reading).cluster.as_ref().unwrap();
    assert_eq!(clusters.entries.len(), 600);
    assert_eq!(clusters.codes.get(0), clusters.codes.get(600));
    assert_ne!(clusters.codes.get(0), clusters.codes.get(1));
}
