//! Newer returns in the document: noted, saved, taken back.

use std::sync::Arc;

use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::project::store::{self, LostPart};
use bellwether::project::{Edit, History, Project};

/// A return of burglaries and thefts in Ashfield from January to a month.
fn return_to(name: &str, last: i8) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for (row, measure) in (0_u32..).zip(["Burglary", "Theft"]) {
        for month in 1..=last {
            let area = Area {
                name: String::from("Ashfield"),
                code: None,
                kind: AreaKind::District,
            };
            let observation = Observation {
                measure: builder.measure(Measure::named(measure, Unit::Count)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::everyone()),
                period: Some(builder.period(Period::month(2022, month).unwrap())),
                value: Some(f64::from(month) + f64::from(row)),
                unweighted_base: None,
                effective_base: None,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row, u32::try_from(month).unwrap()),
                note: None,
            };
            builder.push(observation);
        }
    }
    Arc::new(builder.build(
        SourceId::of_bytes(name.as_bytes()),
        name.to_owned(),
        jiff::civil::date(2022, 10, 1),
        vec![String::from("Return")],
    ))
}

fn with_june() -> Project {
    Project::default()
        .apply(Edit::AddSources(vec![return_to("June.xlsx", 6)]))
        .unwrap()
}

fn with_both() -> Project {
    with_june()
        .apply(Edit::AddSources(vec![return_to("September.xlsx", 9)]))
        .unwrap()
}

#[test]
fn a_newer_return_is_noted_and_taken_back_whole() {
    let mut history = History::new(with_june());
    let newer = return_to("September.xlsx", 9);
    history.apply(Edit::AddSources(vec![newer])).unwrap();
    let [succession] = history.project().successions.as_slice() else {
        panic!("{:?}", history.project().successions);
    };
    assert_eq!(succession.older, SourceId::of_bytes(b"June.xlsx"));
    assert_eq!(succession.newer, SourceId::of_bytes(b"September.xlsx"));
    let after = history.project().clone();
    history.undo().unwrap();
    assert_eq!(*history.project().as_ref(), with_june());
    assert!(history.project().successions.is_empty());
    history.redo().unwrap();
    assert_eq!(history.project(), &after);
}

#[test]
fn successions_are_saved_and_opened() {
    let project = with_both();
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    let without = store::to_text(&with_june()).unwrap();
    assert!(
        !without.contains("successions"),
        "a project without any is written as it always was"
    );
}

#[test]
fn successions_that_do_not_fit_are_damage() {
    let mut turned = with_both();
    let first = &mut turned.successions[0];
    std::mem::swap(&mut first.older, &mut first.newer);
    let mut stranger = with_both();
    stranger.successions[0].older = SourceId::of_bytes(b"elsewhere");
    let mut doubled = with_both();
    doubled.successions.push(doubled.successions[0].clone());
    for project in [turned, stranger, doubled] {
        let text = store::to_text(&project).unwrap();
        let opened = store::parse(&text).unwrap();
        assert_eq!(opened.lost.len(), 1);
        assert_eq!(opened.lost[0].part, LostPart::Succession);
        assert_eq!(opened.project.sources.len(), 2);
    }
}

#[test]
fn a_workbook_that_is_taken_out_leaves_no_succession() {
    let id = SourceId::of_bytes(b"September.xlsx");
    let project = with_both().apply(Edit::RemoveSource(id)).unwrap();
    assert_eq!(project, with_june());
}
