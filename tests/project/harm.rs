//! Weights of harm and concerns in the project: set, replaced, matched, taken out, with undo; kept in its file.

use std::sync::Arc;

use bellwether::analysis::MeasureKey;
use bellwether::analysis::harm::ConcernKey;
use bellwether::data::{CellRef, HarmWeight, HarmWeights, SheetIndex, Unit};
use bellwether::project::store;
use bellwether::project::{ConcernsSpec, Edit, EditError, HarmEdit, History, Project};

fn weights(weight: f64) -> Arc<HarmWeights> {
    Arc::new(HarmWeights {
        name: String::from("Our weights"),
        file_name: String::from("our_weights.xlsx"),
        sheet: String::from("2026"),
        imported_on: jiff::civil::date(2026, 11, 21),
        is_illustrative: false,
        heading: String::from("Weight"),
        weights: vec![HarmWeight {
            offence: String::from("Robbery"),
            weight,
            cell: CellRef::new(SheetIndex(0), 4, 1),
        }],
    })
}

fn key(name: &str, unit: Unit) -> MeasureKey {
    MeasureKey {
        folded_name: name.to_owned(),
        unit,
    }
}

#[test]
fn weights_are_set_replaced_and_taken_out_with_undo() {
    let mut history = History::new(Project::default());
    let set = |weight| Edit::Harm(HarmEdit::SetWeights(weights(weight)));
    history.apply(set(365.0)).unwrap();
    assert_eq!(
        history.undo_label(),
        Some("Load the harm weights of our_weights.xlsx")
    );
    history.apply(set(1_200.5)).unwrap();
    assert_eq!(history.project().harm.weights, Some(weights(1_200.5)));
    history.apply(Edit::Harm(HarmEdit::DropWeights)).unwrap();
    assert_eq!(history.project().harm.weights, None);
    history.undo().unwrap();
    history.undo().unwrap();
    assert_eq!(history.project().harm.weights, Some(weights(365.0)));
    for unsound in [f64::NAN, -1.0] {
        let refused = history.apply(set(unsound));
        assert_eq!(refused, Err(EditError::UnsoundWeights));
    }
}

#[test]
fn what_is_held_of_harm_and_concerns_is_in_the_file() {
    let robbery = key("robbery", Unit::Count);
    let concern = ConcernKey {
        measure: key("knife crime and violence", Unit::Percent),
        category: None,
    };
    let edits = [
        Edit::Harm(HarmEdit::SetWeights(weights(365.25))),
        Edit::Harm(HarmEdit::Match(robbery.clone(), None)),
        Edit::Harm(HarmEdit::Match(robbery.clone(), Some(concern.clone()))),
        Edit::SetConcerns(ConcernsSpec {
            area: Some(String::from("Ashfield")),
            with_wider: false,
            most: 5,
        }),
    ];
    let project = edits.into_iter().fold(Project::default(), |project, edit| {
        project.apply(edit).unwrap()
    });
    assert_eq!(project.harm.concerns.len(), 1, "the later match holds");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harm.bellwether");
    store::save(&path, &project).unwrap();
    let opened = store::open(&path).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project.harm, project.harm);
    assert_eq!(opened.project.view.concerns, project.view.concerns);
    let text = store::to_text(&project).unwrap();
    assert_eq!(store::to_text(&opened.project).unwrap(), text);

    let by_name = project
        .apply(Edit::Harm(HarmEdit::ByName(robbery)))
        .unwrap();
    assert!(by_name.harm.concerns.is_empty());
    let plain = store::to_text(&Project::default()).unwrap();
    assert!(!plain.contains("harm") && !plain.contains("concerns"));

    let broken = text.replace("365.25", "-365.25");
    std::fs::write(&path, broken).unwrap();
    let opened = store::open(&path).unwrap();
    assert_eq!(opened.project.harm.weights, None);
    assert_eq!(opened.project.harm.concerns, project.harm.concerns);
    let told = opened.lost[0].to_string();
    assert!(told.starts_with("The weights of harm"), "{told}");
}
