//! Groups of people of the project's own: kept, undone, saved, and known to every chart.

use bellwether::analysis::cohort_rule::{NamedCohort, OWN_GROUPS};
use bellwether::analysis::{MeasureKey, Question, Split, answer};
use bellwether::base::progress::Progress;
use bellwether::data::Unit;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::read_file;
use bellwether::project::{Edit, EditError, History, Project, store};
use std::path::Path;

fn group(name: &str, rule: &str) -> NamedCohort {
    NamedCohort {
        name: name.to_owned(),
        rule: rule.parse().unwrap(),
    }
}

fn survey() -> Project {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/police_and_crime_survey.xlsx");
    let reading = read_file(&file, Gazetteer::built_in(), &Progress::new()).unwrap();
    Project::default()
        .apply(Edit::AddSources(vec![reading.source]))
        .unwrap()
}

#[test]
fn a_group_is_kept_and_undone() {
    let mut history = History::new(Project::default());
    history
        .apply(Edit::KeepGroup(group(
            " Young  women ",
            "Sex=Female & Age=16-24",
        )))
        .unwrap();
    history
        .apply(Edit::KeepGroup(group("Carers", "Carer=Yes")))
        .unwrap();
    history
        .apply(Edit::KeepGroup(group(
            "young women",
            "Sex=Female & Age=16-24 & Area!=Ashfield",
        )))
        .unwrap();
    let names = |history: &History| -> Vec<String> {
        let groups = history.project().groups.iter();
        groups.map(|group| group.name.clone()).collect()
    };
    assert_eq!(names(&history), ["Carers", "young women"]);
    assert_eq!(
        history.undo().as_deref(),
        Some("Keep the group “young women”")
    );
    assert_eq!(names(&history), ["Carers", "Young women"]);
    history
        .apply(Edit::DropGroup(String::from("carers")))
        .unwrap();
    assert_eq!(names(&history), ["Young women"]);
    assert_eq!(
        history.apply(Edit::DropGroup(String::from("Carers"))),
        Err(EditError::NoSuchGroup(String::from("Carers")))
    );
    assert_eq!(
        history.apply(Edit::KeepGroup(group(" – ", "Sex=Female"))),
        Err(EditError::EmptyGroup)
    );
}

#[test]
fn a_group_is_saved_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("groups.bellwether");
    let project = Project::default()
        .apply(Edit::KeepGroup(group(
            "Young women",
            "Sex=Female & (Age=16-24 | Age=25-34) & !Area=\"A & B\"",
        )))
        .unwrap();
    store::save(&file, &project).unwrap();
    let opened = store::open(&file).unwrap();
    assert_eq!(opened.project.groups, project.groups);
    assert!(opened.unknown_parts.is_empty());
}

#[test]
fn a_group_is_a_category_like_any_other() {
    let imported = survey();
    let project = imported
        .apply(Edit::KeepGroup(group("Women", "Sex=Female")))
        .unwrap()
        .apply(Edit::KeepGroup(group(
            "Young women",
            "Sex=Female & Age=16-24",
        )))
        .unwrap()
        .apply(Edit::KeepGroup(group("Unheard of", "Shoe size=44")))
        .unwrap();
    let catalogue = project.catalogue();
    let key = MeasureKey {
        folded_name: String::from("safe outside after dark very fairly safe"),
        unit: Unit::Percent,
    };
    let entry = catalogue.entry(&key).unwrap();
    let categories: Vec<&str> = entry.dimensions[OWN_GROUPS]
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(categories, ["Women", "Young women"]);
    let by = |dimension: &str| {
        let mut question = Question::about(key.clone());
        question.split = Split::Dimensions(vec![dimension.to_owned()]);
        answer(&catalogue, &question).unwrap()
    };
    let (own, sex) = (by(OWN_GROUPS), by("Sex"));
    let line = |answer: &bellwether::analysis::TrendAnswer, label: &str| {
        let found = answer.series.iter().find(|series| series.label == label);
        found.unwrap().points.clone()
    };
    let (women, female) = (line(&own, "Women"), line(&sex, "Female"));
    assert_eq!(own.periods, sex.periods);
    assert!(!women.is_empty());
    for (one, other) in women.iter().zip(&female) {
        let (one, other) = (one.as_ref().unwrap(), other.as_ref().unwrap());
        let (one, other) = (
            one.outcome.estimate().unwrap(),
            other.outcome.estimate().unwrap(),
        );
        assert!((one.value - other.value).abs() < 1e-12);
        assert_eq!(one.unweighted_base, other.unweighted_base);
        assert_eq!(one.effective_base, other.effective_base);
        assert_eq!(one.provenance.cells, other.provenance.cells);
    }
    // What was imported is as it was.
    assert_eq!(project.sources, imported.sources);
}
