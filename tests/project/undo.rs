//! Undo takes everything back, redo makes it again.

use bellwether::analysis::{Comparator, MeasureKey, Question, Split};
use bellwether::data::{SourceId, Unit};
use bellwether::import::remembered::RememberedLayout;
use bellwether::project::{Edit, History, Project, TrendSpec};
use proptest::prelude::*;

use crate::sample;

fn edit() -> impl Strategy<Value = Edit> {
    let question = ("[a-c]", prop::option::of("[a-b]"), any::<bool>()).prop_map(
        |(measure, split, compared)| {
            let mut question = Question::about(MeasureKey {
                folded_name: measure,
                unit: Unit::Count,
            });
            question.split =
                split.map_or(Split::Areas, |dimension| Split::Dimensions(vec![dimension]));
            question.comparator = if compared {
                Comparator::Everyone
            } else {
                Comparator::Nothing
            };
            Edit::Ask(question)
        },
    );
    prop_oneof![
        "[a-z ]{0,6}".prop_map(Edit::Rename),
        (0..4_u32).prop_map(|name| Edit::AddSources(vec![sample::source(
            &format!("{name}.xlsx"),
            name + 1
        )])),
        (0..4_u32).prop_map(|name| Edit::RemoveSource(SourceId::of_bytes(
            format!("{name}.xlsx").as_bytes()
        ))),
        question,
        "[a-c]?".prop_map(|partner| Edit::RememberLayout(RememberedLayout {
            partner,
            ..RememberedLayout::default()
        })),
        "[a-c]".prop_map(Edit::ForgetLayout),
        any::<bool>().prop_map(|show_intervals| Edit::SetTrend(TrendSpec {
            show_intervals,
            ..TrendSpec::default()
        })),
    ]
}

proptest! {
    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(edits in prop::collection::vec(edit(), 0..40)) {
        let start = Project::default();
        let mut history = History::new(start.clone());
        for edit in edits {
            let before = history.project().clone();
            let revision = history.revision();
            if history.apply(edit).is_err() {
                // An edit that does not fit changes nothing.
                prop_assert_eq!(&before, history.project());
                prop_assert_eq!(revision, history.revision());
            }
            prop_assert_eq!(history.is_dirty(), history.revision() != 0);
        }
        let end = history.project().clone();
        let mut steps = 0;
        while history.undo().is_some() {
            steps += 1;
        }
        prop_assert_eq!(history.project().as_ref(), &start);
        prop_assert!(!history.is_dirty());
        for _ in 0..steps {
            prop_assert!(history.redo().is_some());
        }
        prop_assert!(history.redo().is_none());
        prop_assert_eq!(history.project(), &end);
    }
}
