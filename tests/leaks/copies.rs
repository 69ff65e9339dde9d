//! Copies to share.

use bellwether::analysis::Asked;
use bellwether::export::guard::{SharedCopy, printable};
use bellwether::export::share;
use bellwether::project::{Project, store};
use bellwether::ui::explore::ExploreTab;
use jiff::civil::date;

use crate::files::sample;

fn original() -> Project {
    store::open(&sample("Nottinghamshire.bellwether"))
        .unwrap()
        .project
}

#[test]
fn a_copy_holds_what_charts_show_and_nobodys_answers() {
    let project = original();
    let copy = SharedCopy::of(&project, date(2026, 11, 21));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.bellwether");
    share::save(&path, &copy).unwrap();
    let opened = store::open(&path).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project, *copy.project());
    let guarded = printable(&project.catalogue());
    assert_eq!(opened.project.sources.len(), project.sources.len());
    for (source, guarded) in opened.project.sources.iter().zip(&guarded) {
        assert!(source.surveys.is_empty() && source.printed.is_empty());
        let shown = guarded.iter().filter(|held| held.value.is_some()).count();
        let kept = source
            .observations
            .iter()
            .filter(|held| held.value.is_some())
            .count();
        assert!(kept <= shown, "{}: {kept} of {shown}", source.file_name);
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let note = opened.project.shared.unwrap();
    for line in note.holds.iter().chain(&note.leaves_out) {
        assert!(text.contains(line.as_str()), "the file says “{line}”");
    }
    assert!(
        note.leaves_out
            .iter()
            .any(|line| line.contains("17,600 respondents")),
        "{note:?}"
    );
    let notes = opened
        .project
        .stories
        .iter()
        .flat_map(|story| &story.slides);
    assert!(notes.into_iter().all(|slide| slide.notes.is_empty()));
}

#[test]
fn a_copy_shows_the_same_figures() {
    let project = original();
    let copy = SharedCopy::of(&project, date(2026, 11, 21));
    let (own, shared) = (project.catalogue(), copy.project().catalogue());
    let mut compared = 0;
    for (key, entry) in shared.measures() {
        let held = own.entry(key).unwrap();
        let unit = entry.measure.unit;
        let outcomes = own.outcomes(held);
        let before: Vec<_> = outcomes
            .map(|(found, outcome)| {
                let value = outcome.showable(unit).map(|estimate| estimate.value);
                (
                    (
                        found.area.to_owned(),
                        found.cohort.clone(),
                        found.period,
                        found.source.id.clone(),
                    ),
                    value,
                )
            })
            .collect();
        for (found, outcome) in shared.outcomes(entry) {
            let Some(estimate) = outcome.showable(unit) else {
                continue;
            };
            let place = (
                found.area.to_owned(),
                found.cohort.clone(),
                found.period,
                found.source.id.clone(),
            );
            let mut same = before.iter().filter(|(held, _)| *held == place);
            let near = same
                .any(|(_, value)| value.is_some_and(|value| (value - estimate.value).abs() <= 0.5));
            assert!(near, "{place:?} is {} in the copy", estimate.value);
            compared += 1;
        }
        if compared > 20_000 {
            break;
        }
    }
    assert!(compared > 1000, "{compared} figures");
}

#[test]
fn groups_cannot_be_crossed_in_a_copy() {
    let project = original();
    let copy = SharedCopy::of(&project, date(2026, 11, 21));
    let (own, shared) = (project.catalogue(), copy.project().catalogue());
    let crossed = |catalogue: &bellwether::analysis::Catalogue| {
        catalogue
            .measures()
            .filter(|(key, _)| ExploreTab::CrossTab.has_something_to_show(catalogue, Some(key)))
            .count()
    };
    assert!(crossed(&own) > 0);
    assert_eq!(crossed(&shared), 0);
    let (key, _) = own
        .measures()
        .find(|(key, _)| ExploreTab::CrossTab.has_something_to_show(&own, Some(key)))
        .unwrap();
    let question = bellwether::analysis::first_question(&shared, key);
    assert!(Asked::Trend(question).answer(&shared).is_some());
}
