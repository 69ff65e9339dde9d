//! The project's own sample workbooks, which are as untidy as partners' returns.

use std::path::Path;

use bellwether::import::Reading;

use crate::facts::describe;
use crate::shared::read;

fn sample(name: &str) -> Option<Reading> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name);
    if !path.is_file() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(read(&path))
}

fn at(reading: &Reading, sheet: &str, cell: &str) -> String {
    let source = &reading.source;
    let held = source
        .observations
        .iter()
        .find(|held| held.cell.to_string() == cell && source.sheet_name(held.cell.sheet) == sheet)
        .unwrap_or_else(|| panic!("nothing at {sheet} {cell}"));
    describe(source, held)
}

#[test]
fn a_police_return() {
    let Some(reading) = sample("ashfield_police_return.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert_eq!(
        at(&reading, "Ashfield", "D17"),
        "Ashfield D17: Anti-Social Behaviour [count] | Ashfield | All respondents | 2019-10-01 to 2020-09-30 | Some(4318.0)  base None/None"
    );
    assert_eq!(
        at(&reading, "Volume change", "C8"),
        "Volume change C8: Hate crime [count] | Ashfield | All respondents | 2020-09-01 to 2021-10-31 | Some(138.0)  base None/None"
    );
    assert!(
        reading
            .findings
            .iter()
            .any(|finding| finding.to_string().contains("covers 14 months"))
    );
}

#[test]
fn deaths_with_a_subtotal_and_a_share() {
    let Some(reading) = sample("violence_deaths_by_area.xlsx") else {
        return;
    };
    assert_eq!(reading.source.observations.len(), 10);
    assert_eq!(reading.source.open_findings, 0);
    let kinds: Vec<&str> = reading
        .source
        .areas
        .iter()
        .map(|area| area.kind.words())
        .collect();
    assert_eq!(
        kinds.iter().filter(|kind| **kind == "district").count(),
        8,
        "{kinds:?}"
    );
    assert!(
        kinds.contains(&"county") && kinds.contains(&"total"),
        "{kinds:?}"
    );
}

#[test]
fn concerns_with_the_base_in_a_line_above() {
    let Some(reading) = sample("neighbourhood_concerns_ashfield.xlsx") else {
        return;
    };
    assert_eq!(
        at(&reading, "Ashfield ", "C8"),
        "Ashfield  C8: Speeding [percent] | Ashfield | All respondents | 2021-07-01 to 2022-06-30 | Some(36.1)  base Some(587.0)/None"
    );
}

#[test]
fn survey_tables_and_monthly_crime() {
    let Some(reading) = sample("police_and_crime_survey_tables.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert!(reading.source.is_illustrative);
    let source = &reading.source;
    let young = source
        .observations
        .iter()
        .find(|held| {
            source.measure(held).unwrap().name.contains("after dark")
                && source.cohort(held).unwrap().category("Age") == Some("16-24")
                && source.period(held).unwrap().last_day() == jiff::civil::date(2021, 12, 31)
        })
        .unwrap();
    assert_eq!(young.value, Some(46.33));
    assert_eq!(young.unweighted_base, Some(458.0));
    assert!(
        young
            .effective_base
            .is_some_and(|base| (369.0..370.0).contains(&base))
    );
    let Some(reading) = sample("police_recorded_crime_monthly.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert_eq!(
        at(&reading, "Monthly", "D22"),
        "Monthly D22: All Crime [count] | Bassetlaw | All respondents | 2019-11-01 to 2019-11-30 | Some(865.0)  base None/None"
    );
}

#[test]
fn the_targets_of_a_plan_in_full() {
    let Some(reading) = sample("partnership_targets.xlsx") else {
        return;
    };
    let source = &reading.source;
    let held: Vec<String> = source
        .targets
        .iter()
        .map(|target| {
            let figures = target.baseline.iter().chain(&target.results);
            let figures: Vec<String> = figures
                .map(|figure| {
                    let words = figure.words.clone();
                    figure.value.map_or(words, |value| value.to_string())
                })
                .collect();
            format!(
                "{} {} [{}] {:?} {:?} {}",
                target.cell,
                target.measure,
                target.unit.name(),
                target.course.unwrap(),
                target.value(),
                figures.join(", ")
            )
        })
        .collect();
    assert_eq!(
        held,
        [
            "A5 Victim based crime volume [count] Reduce None 37486, 34747, 26009, 32636",
            "A6 % of victims that are repeats [percent] Reduce None 16.3, 13.5, 17, 14.1",
            "A7 Volume of police recorded incidents [count] Reduce Some(11130.0) 14840, 15182, 20680, 15891",
            "A7 Experience of ASB (Respect for Nottingham Survey) [percent] Reduce None 8.5, 9.2, Comparable data not available, Comparable data not available",
            "A9 % of successful completions [percent] Maintain None 21.9, 22.7, 19.5, Awaiting data",
        ]
    );
    assert_eq!(source.observations.len(), 20);
    assert_eq!(
        at(&reading, "Targets", "E5"),
        "Targets E5: Victim based crime volume [count] | Nottingham | All respondents | 2020-04-01 to 2021-03-31 | Some(26009.0)  base None/None"
    );
    let wanted = source.targets[2].baseline.as_ref().unwrap();
    assert_eq!(wanted.period.unwrap().label(), "2018/19");
    assert_eq!(wanted.cell.to_string(), "C7");
}

#[test]
fn the_judgements_of_two_reviews() {
    for (name, year, mark, second) in [
        ("morile_2022.xlsx", 2022, "", "Domestic violence and abuse"),
        ("morile_2023.xlsx", 2023, "*", "Cyber-related harm / abuse"),
    ] {
        let Some(reading) = sample(name) else { return };
        let held = &reading.source.assessments;
        assert!(reading.source.observations.is_empty(), "{name}");
        assert_eq!(held.len(), 12, "{name}");
        assert!(held.iter().all(|held| held.judgements.len() == 7), "{name}");
        assert!(
            held.iter()
                .flat_map(|held| &held.judgements)
                .all(|held| held.step.is_some_and(|step| step.of == 5)),
            "{name}"
        );
        let ranks: Vec<u32> = held.iter().filter_map(|held| held.rank).collect();
        assert_eq!(ranks, (1..=12).collect::<Vec<u32>>(), "{name}");
        assert_eq!(
            (held[1].subject.as_str(), held[1].mark.as_str()),
            (second, mark)
        );
        assert_eq!(held[0].period.unwrap().start.year(), year);
        let knowledge = &held[1].judgements[5];
        assert_eq!(
            (knowledge.criterion.as_str(), knowledge.words.as_str()),
            ("Knowledge", "Fairly undeveloped")
        );
        assert_eq!(knowledge.step.unwrap().place, 2);
    }
}

#[test]
fn a_baseline_and_a_milestone_without_a_target() {
    let Some(reading) = sample("commissioner_survey_measures.xlsx") else {
        return;
    };
    let targets = &reading.source.targets;
    assert_eq!(targets.len(), 5);
    let confidence = &targets[0];
    assert_eq!(confidence.baseline.as_ref().unwrap().value, Some(55.4));
    assert_eq!(confidence.milestones[0].value, Some(57.4));
    assert_eq!(confidence.milestones[0].period.unwrap().label(), "2021/22");
    assert_eq!(targets[1].milestones[0].words, ">53.9%");
    assert!(reading.findings.iter().any(|finding| {
        finding
            .to_string()
            .ends_with("2 targets read, and 3 measures without one")
    }));
}
