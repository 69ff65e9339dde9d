//! Targets in the project: set, changed, taken over and taken out, with undo; kept in its file.

use bellwether::analysis::MeasureKey;
use bellwether::analysis::targets::{
    BaselineSpec, Comparison, MilestoneSpec, Rule, TargetAim, TargetId, TargetSpec,
};
use bellwether::data::{Period, Unit};
use bellwether::project::scorecard_spec::Against;
use bellwether::project::store;
use bellwether::project::{
    Edit, EditError, History, Project, ScorecardSpec, TargetEdit, TrendSpec,
};

fn target(name: &str, aim: TargetAim) -> TargetSpec {
    let key = MeasureKey {
        folded_name: name.to_lowercase(),
        unit: Unit::Count,
    };
    TargetSpec {
        aim,
        ..TargetSpec::about(key, name.to_owned())
    }
}

fn with(edits: Vec<TargetEdit>) -> Project {
    edits.into_iter().fold(Project::default(), |project, edit| {
        project.apply(Edit::Targets(edit)).unwrap()
    })
}

#[test]
fn targets_are_set_changed_taken_over_and_taken_out() {
    let burglary = target("Burglary", TargetAim::Lower);
    let project = with(vec![
        TargetEdit::Add(Box::new(burglary.clone())),
        TargetEdit::TakeOver(
            vec![burglary, target("Theft", TargetAim::ByPercent(-5.0))],
            String::from("plan.xlsx"),
        ),
    ]);
    let ids: Vec<u32> = project.targets.iter().map(|target| target.id.0).collect();
    assert_eq!(ids, [1, 2, 3], "each has a number of its own");
    let mut changed = project.targets[1].clone();
    changed.owner = String::from("  Police \n");
    let project = project
        .apply(Edit::Targets(TargetEdit::Change(Box::new(changed))))
        .unwrap();
    assert_eq!(project.targets[1].owner, "Police", "cleaned");
    let mut history = History::new(project.clone());
    let remove = |id| Edit::Targets(TargetEdit::Remove(TargetId(id)));
    history.apply(remove(1)).unwrap();
    assert_eq!(
        history.undo_label(),
        Some("Remove the target for “Burglary”")
    );
    assert_eq!(history.project().targets.len(), 2);
    history.undo().unwrap();
    assert_eq!(history.project().targets, project.targets);
    assert_eq!(project.apply(remove(9)), Err(EditError::NoSuchTarget));
    let unknown = TargetSpec {
        id: TargetId(9),
        ..project.targets[0].clone()
    };
    let change = Edit::Targets(TargetEdit::Change(Box::new(unknown)));
    assert_eq!(project.apply(change), Err(EditError::NoSuchTarget));
}

#[test]
fn numbers_that_cannot_be_reckoned_with_are_refused() {
    let rule = |value| {
        TargetAim::Reach(Rule {
            comparison: Comparison::AtMost,
            value,
        })
    };
    for aim in [
        rule(f64::NAN),
        rule(f64::INFINITY),
        TargetAim::ByPercent(0.0),
        TargetAim::Unclear(f64::NAN),
    ] {
        let add = Edit::Targets(TargetEdit::Add(Box::new(target("Burglary", aim))));
        let refused = Project::default().apply(add);
        assert_eq!(refused, Err(EditError::UnsoundTarget), "{aim:?}");
    }
}

#[test]
fn the_file_keeps_targets_and_how_they_are_shown() {
    let full = TargetSpec {
        area: String::from("Nottingham"),
        baseline: Some(BaselineSpec {
            period: Period::financial_year(2018),
            value: Some(14_840.0),
        }),
        due: Period::year_ending(2025, 3),
        milestones: vec![
            MilestoneSpec {
                due: Period::financial_year(2023).unwrap(),
                value: 12_000.0,
            },
            MilestoneSpec {
                due: Period::financial_year(2021).unwrap(),
                value: 13_000.5,
            },
        ],
        plan: String::from("City plan"),
        owner: String::from("Police"),
        words: String::from("Reduce anti-social behaviour by 25%"),
        next_data: Some(jiff::civil::date(2023, 1, 12)),
        ..target("ASB incidents", TargetAim::ByPercent(-25.0))
    };
    let mut project = with(vec![
        TargetEdit::Add(Box::new(full)),
        TargetEdit::Add(Box::new(target("Hold", TargetAim::Hold))),
        TargetEdit::Add(Box::new(target("Open", TargetAim::Unclear(-10.0)))),
    ]);
    assert_eq!(
        Some(project.targets[0].milestones[0].due),
        Period::financial_year(2021),
        "by their dates"
    );
    let scorecard = ScorecardSpec {
        as_of: Period::financial_year(2020),
        plan: Some(String::from("City plan")),
        against: Against::Target,
    };
    project = project.apply(Edit::SetScorecard(scorecard)).unwrap();
    let hidden = TrendSpec {
        show_targets: false,
        ..TrendSpec::default()
    };
    project = project.apply(Edit::SetTrend(hidden)).unwrap();
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    let broken = text.replacen("14840", "inf", 1);
    assert_ne!(broken, text);
    let opened = store::parse(&broken).unwrap();
    assert_eq!(opened.project.targets.len() + 1, project.targets.len());
    let told = opened.lost[0].to_string();
    assert!(told.starts_with("The target for “ASB incidents”"), "{told}");
}

#[test]
fn a_project_without_targets_is_written_as_before() {
    let text = store::to_text(&Project::default()).unwrap();
    for word in ["targets", "scorecard"] {
        assert!(!text.contains(word), "{word}");
    }
}
