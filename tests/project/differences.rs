//! What differs between two projects: told in words for every edit that there is, and nothing where nothing differs.

use std::sync::Arc;

use bellwether::analysis::assessments::{LineageLink, ReviewKey};
use bellwether::analysis::breaks::{BreakId, BreakScope, BreakSpec, SetAside};
use bellwether::analysis::cohort_rule::NamedCohort;
use bellwether::analysis::dictionary::{AreaKey, Term, TermEdit};
use bellwether::analysis::targets::{TargetAim, TargetId, TargetSpec};
use bellwether::analysis::{MeasureKey, Question};
use bellwether::data::{
    AreaKind, Boundaries, BreakReason, CellRef, HarmWeight, HarmWeights, Period, Polarity,
    SheetIndex, Source, Unit,
};
use bellwether::import::remembered::RememberedLayout;
use bellwether::project::story::{
    FollowUp, FollowUpEdit, Paragraph, SlideChart, SlideContent, SlideId, SlideShape, StoryId,
};
use bellwether::project::trend_spec::ChartEvent;
use bellwether::project::{
    BoundaryEdit, Brand, BrandColour, BreakEdit, ChartKind, Differences, Edit, HarmEdit,
    LineageEdit, Project, ScorecardSpec, Slide, SlideEdit, Story, StoryEdit, TargetEdit, TrendSpec,
    View, differences, store,
};

use crate::sample;

fn key(number: u32) -> MeasureKey {
    MeasureKey {
        folded_name: format!("feel safe after dark {number}"),
        unit: Unit::Percent,
    }
}

fn measure(number: u32) -> Term {
    Term::Measure(key(number))
}

fn area(name: &str) -> Term {
    Term::Area(AreaKey {
        name: name.to_owned(),
        kind: AreaKind::District,
    })
}

fn target(id: u32, aim: TargetAim) -> TargetSpec {
    TargetSpec {
        id: TargetId(id),
        aim,
        area: String::from("Area 1"),
        ..TargetSpec::about(key(0), String::from("Feel safe"))
    }
}

fn spec(id: u32, reason: BreakReason) -> BreakSpec {
    BreakSpec {
        id: BreakId(id),
        of: BreakScope::Measure {
            key: key(0),
            name: String::from("Feel safe"),
        },
        area: String::new(),
        from: Period::financial_year(2019).unwrap(),
        reason,
        words: String::new(),
    }
}

fn declare(from: &[&str], to: &[&str]) -> Edit {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let review = |year| ReviewKey {
        title: String::from("review"),
        period: Period::calendar_year(year),
    };
    Edit::Lineages(LineageEdit::Declare {
        earlier: review(2022),
        later: review(2023),
        link: LineageLink {
            from: owned(from),
            to: owned(to),
        },
    })
}

fn boundaries(attribution: &str) -> Edit {
    Edit::Boundaries(BoundaryEdit::Keep(Arc::new(Boundaries {
        file_name: String::from("wards.geojson"),
        attribution: attribution.to_owned(),
        grid_metres: 7.25,
        areas: Vec::new().into(),
    })))
}

fn weights(file_name: &str) -> Edit {
    Edit::Harm(HarmEdit::SetWeights(Arc::new(HarmWeights {
        name: String::from("Weights"),
        file_name: file_name.to_owned(),
        sheet: String::new(),
        imported_on: jiff::civil::date(2026, 11, 21),
        is_illustrative: false,
        heading: String::new(),
        weights: vec![HarmWeight {
            offence: String::from("Robbery"),
            weight: 365.0,
            cell: CellRef::new(SheetIndex(0), 4, 1),
        }],
    })))
}

fn view() -> View {
    View {
        question: Some(Question::about(key(1))),
        ..View::default()
    }
}

fn slide_edit(edit: SlideEdit) -> Edit {
    Edit::Stories(StoryEdit::Slides(StoryId(1), edit))
}

fn text_slide(heading: &str, words: &str) -> Slide {
    Slide::of(SlideContent::Text {
        heading: heading.to_owned(),
        paragraphs: Paragraph::read(words),
    })
}

fn changed(id: u32, slide: Slide) -> Edit {
    slide_edit(SlideEdit::Change(Box::new(Slide {
        id: SlideId(id),
        ..slide
    })))
}

fn asked() -> FollowUp {
    FollowUp {
        asked: String::from("By age"),
        answer: String::from("Fell 4.1 pp"),
        slide: SlideId(1),
        date: jiff::civil::date(2022, 3, 28),
        chart: SlideChart::new(ChartKind::Trend, view()),
    }
}

/// Edits made one after another, each with the lines that tell of it.
#[expect(
    clippy::too_many_lines,
    reason = "a table, a line for each kind of edit"
)]
fn cases() -> Vec<(Edit, &'static [&'static str])> {
    let stories = Edit::Stories;
    let story = || Box::new(Story::named("Panel"));
    let trend = |events: Vec<ChartEvent>| TrendSpec {
        events,
        ..TrendSpec::default()
    };
    let concern = ChartEvent {
        date: jiff::civil::date(2021, 3, 31),
        text: String::from("National concern"),
    };
    let set_aside = SetAside {
        source: sample::source("first.xlsx", 30).id.clone(),
        measure: key(0),
        from: jiff::civil::date(2021, 4, 1),
    };
    vec![
        (
            Edit::Rename(String::from("Newark")),
            &["The project is called “Newark”, before “Ashfield “Q2” \\ 2021/22”"],
        ),
        (
            Edit::AddSources(vec![sample::source("third.xlsx", 5)]),
            &["“third.xlsx” added as the newer return of “second.csv” (20 values)"],
        ),
        (
            Edit::RemoveSource(sample::source("third.xlsx", 5).id.clone()),
            &["“third.xlsx” taken out"],
        ),
        (
            Edit::AddSources(vec![sample::source("first.xlsx", 29)]),
            &["“first.xlsx” read again: 116 values, before 120"],
        ),
        (
            Edit::Define(measure(0), TermEdit::Merge(measure(1))),
            &["“Feel safe \"after dark\" 0” and “Feel safe \"after dark\" 1” merged"],
        ),
        (
            Edit::Define(measure(0), TermEdit::Rename(Some(String::from("Safe")))),
            &["“Feel safe \"after dark\" 0” called “Safe”"],
        ),
        (
            Edit::Define(measure(0), TermEdit::SetPolarity(Some(Polarity::Neutral))),
            &["Neither is better for “Safe”"],
        ),
        (
            Edit::Define(measure(0), TermEdit::TakeOut(measure(1))),
            &["“Safe” and “Feel safe \"after dark\" 1” no longer merged"],
        ),
        (
            Edit::Define(
                area("Area 1"),
                TermEdit::SetAliases(vec![String::from("One")]),
            ),
            &["Other names of “Area 1” changed"],
        ),
        (
            Edit::KeepApart(area("Area 5"), area("Area 4")),
            &["“Area 4” and “Area 5” kept apart"],
        ),
        (
            Edit::KeepGroup(NamedCohort {
                name: String::from("Young women"),
                rule: "Sex=Female & Age=16-24".parse().unwrap(),
            }),
            &["Group “Young women” added: Sex=Female & Age=16-24"],
        ),
        (
            Edit::KeepGroup(NamedCohort {
                name: String::from("Young Women"),
                rule: "Sex=Female".parse().unwrap(),
            }),
            &["Group “Young Women” changed: Sex=Female"],
        ),
        (
            Edit::DropGroup(String::from("Young women")),
            &["Group “Young Women” taken out"],
        ),
        (
            Edit::Targets(TargetEdit::Add(Box::new(target(
                0,
                TargetAim::ByPercent(-25.0),
            )))),
            &["Target for “Feel safe” in Area 1 set: −25%"],
        ),
        (
            Edit::Targets(TargetEdit::Change(Box::new(TargetSpec {
                owner: String::from("Chair"),
                plan: String::from("Plan"),
                ..target(1, TargetAim::ByNumber(-5.5))
            }))),
            &[
                "Target for “Feel safe” in Area 1 changed: aim −5.5 pp, before −25%; owner Chair, before nobody; other plan",
            ],
        ),
        (
            Edit::Targets(TargetEdit::Remove(TargetId(1))),
            &["Target for “Feel safe” in Area 1 taken out"],
        ),
        (
            declare(&["Cyber & financial"], &["Cyber", "Financial"]),
            &["“Cyber & financial” became “Cyber” and “Financial”"],
        ),
        (
            declare(&[], &["Cyber"]),
            &[
                "“Cyber” is new",
                "No longer said: “Cyber & financial” became “Cyber” and “Financial”",
            ],
        ),
        (
            Edit::Breaks(BreakEdit::Declare(spec(0, BreakReason::Mode))),
            &["Break in “Feel safe” from 2019/20 declared"],
        ),
        (
            Edit::Breaks(BreakEdit::Change(spec(1, BreakReason::Wording))),
            &["Break in “Feel safe” from 2019/20 changed: other reason"],
        ),
        (
            Edit::Breaks(BreakEdit::SetAside(set_aside, String::from("Feel safe"))),
            &["Note of a break in “Safe” set aside"],
        ),
        (
            Edit::Breaks(BreakEdit::Remove(BreakId(1))),
            &["Break in “Feel safe” from 2019/20 taken out"],
        ),
        (boundaries(""), &["“wards.geojson” added"]),
        (
            boundaries("The council"),
            &["“wards.geojson” said to be somebody else’s"],
        ),
        (weights("ours.xlsx"), &["Harm weights “ours.xlsx” added"]),
        (
            weights("theirs.xlsx"),
            &["Harm weights “theirs.xlsx” in place of “ours.xlsx”"],
        ),
        (
            Edit::Harm(HarmEdit::Match(key(1), None)),
            &["Concern of “Feel safe \"after dark\" 1” said to be none"],
        ),
        (
            Edit::Harm(HarmEdit::ByName(key(1))),
            &["Concern of “Feel safe \"after dark\" 1” left to the names"],
        ),
        (
            Edit::RememberLayout(RememberedLayout {
                partner: String::from("Police"),
                ..RememberedLayout::default()
            }),
            &["Layout “Police” remembered"],
        ),
        (
            Edit::ForgetLayout(String::from("Police")),
            &["Layout “Police” forgotten"],
        ),
        (
            Edit::SetBrand(Box::new(Brand {
                organisation: String::from("Ashfield"),
                main: Some(BrandColour::new(18, 67, 109)),
                ..Brand::default()
            })),
            &["The organisation is “Ashfield”", "Main colour #12436D"],
        ),
        (
            stories(StoryEdit::Add(story())),
            &["Story “Panel” added (0 slides)"],
        ),
        (
            slide_edit(SlideEdit::Add {
                slide: Box::new(Slide::of_chart(ChartKind::Trend, view())),
                after: None,
            }),
            &["“Panel”: slide 1 “Trend: Feel safe \"after dark\" 1” added"],
        ),
        (
            slide_edit(SlideEdit::Add {
                slide: Box::new(text_slide("We ask", "Decide")),
                after: None,
            }),
            &["“Panel”: slide 2 “We ask” added"],
        ),
        (
            changed(
                2,
                Slide {
                    notes: String::from("Pause"),
                    is_hidden: true,
                    ..text_slide("We ask you", "Decide on lighting")
                },
            ),
            &["“Panel”: slide 2 “We ask you” changed: heading, text, notes and hidden"],
        ),
        (
            changed(1, Slide::of_chart(ChartKind::Trend, View::default())),
            &["“Panel”: slide 1 “Trend” changed: chart"],
        ),
        (
            slide_edit(SlideEdit::Move(SlideId(2), 0)),
            &["“Panel”: slides in another order"],
        ),
        (
            stories(StoryEdit::FollowUps(
                StoryId(1),
                FollowUpEdit::Keep(vec![asked()]),
            )),
            &["“Panel”: 1 question to follow up added"],
        ),
        (
            stories(StoryEdit::SetShape(StoryId(1), SlideShape::Standard)),
            &["“Panel”: other shape of slides"],
        ),
        (
            stories(StoryEdit::Rename(StoryId(1), String::from("Police panel"))),
            &["“Police panel”: called so, before “Panel”"],
        ),
        (
            slide_edit(SlideEdit::Delete(SlideId(2))),
            &["“Police panel”: slide 1 “We ask you” taken out"],
        ),
        (
            stories(StoryEdit::Duplicate(StoryId(1))),
            &["Story “Police panel (copy)” added (1 slide)"],
        ),
        (
            stories(StoryEdit::Delete(StoryId(1))),
            &["Story “Police panel” taken out (1 slide)"],
        ),
        (
            Edit::Ask(Question::about(key(2))),
            &["“Feel safe \"after dark\" 2” is shown"],
        ),
        (
            Edit::SetTrend(trend(vec![concern])),
            &["Event “National concern” on 31 March 2021 added"],
        ),
        (
            Edit::SetTrend(TrendSpec {
                show_intervals: false,
                ..trend(Vec::new())
            }),
            &[
                "Event “National concern” on 31 March 2021 taken out",
                "Drawn otherwise: trend",
            ],
        ),
        (
            Edit::SetScorecard(ScorecardSpec {
                as_of: Period::calendar_year(2021),
                ..ScorecardSpec::default()
            }),
            &["Drawn otherwise: scorecard"],
        ),
    ]
}

fn lines(differences: &Differences) -> Vec<&str> {
    differences.lines().collect()
}

#[test]
fn every_edit_is_told_and_its_undoing_too() {
    let mut project = sample::project();
    let mut wrong = Vec::new();
    for (edit, told) in cases() {
        let label = edit.label(&project);
        let edited = project.apply(edit).unwrap();
        let found = differences(&project, &edited);
        if lines(&found) != told {
            wrong.push(format!("{label}: {:?}", lines(&found)));
        }
        let back = differences(&edited, &project);
        assert!(!back.is_empty(), "{label}");
        assert!(differences(&edited, &edited).is_empty(), "{label}");
        project = edited;
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_project_does_not_differ_from_itself_after_saving_and_opening() {
    let mut project = sample::project();
    for (edit, _) in cases() {
        project = project.apply(edit).unwrap();
    }
    let opened = store::parse(&store::to_text(&project).unwrap()).unwrap();
    assert_eq!(
        differences(&project, &opened.project),
        Differences::default()
    );
}

#[test]
fn a_workbook_of_the_same_name_takes_the_place_of_the_other() {
    let before = sample::project();
    let other = Source {
        file_name: String::from("first.xlsx"),
        ..sample::source("another.xlsx", 2).as_ref().clone()
    };
    let first = before.sources[0].id.clone();
    let after = before
        .apply(Edit::RemoveSource(first))
        .unwrap()
        .apply(Edit::AddSources(vec![Arc::new(other)]))
        .unwrap();
    assert_eq!(
        lines(&differences(&before, &after)),
        ["“first.xlsx” replaced by another workbook of that name (8 values, before 120 values)"]
    );
}

#[test]
fn the_same_bytes_read_otherwise_say_what_is_other() {
    let before = sample::project();
    let again = Source {
        title: String::from("Another title"),
        open_findings: 0,
        ..before.sources[0].as_ref().clone()
    };
    let after = before
        .apply(Edit::AddSources(vec![Arc::new(again)]))
        .unwrap();
    assert_eq!(
        lines(&differences(&before, &after)),
        ["“first.xlsx” read again: other title and findings"]
    );
}

#[test]
fn only_what_is_shown_is_told_from_work() {
    let before = sample::project();
    let looked = before.apply(Edit::Ask(Question::about(key(1)))).unwrap();
    assert!(differences(&before, &looked).is_view_only());
    let named = looked.apply(Edit::Rename(String::from("Other"))).unwrap();
    let told = differences(&before, &named);
    assert!(!told.is_view_only());
    assert_eq!((told.groups.len(), told.count()), (2, 2));
    let (first, left_out) = told.first(1);
    assert_eq!((first.count(), left_out), (1, 1));
    assert_eq!(first.groups[0].subject.title(), "Name");
}

#[test]
fn what_no_words_are_made_for_is_told_all_the_same() {
    let mut before = Project::default();
    before = before
        .apply(Edit::Stories(StoryEdit::Add(Box::new(Story::named(
            "Panel",
        )))))
        .unwrap();
    let add = slide_edit(SlideEdit::Add {
        slide: Box::new(text_slide("We ask", "")),
        after: None,
    });
    let after = before.apply(add).unwrap();
    let after = after
        .apply(slide_edit(SlideEdit::Delete(SlideId(1))))
        .unwrap();
    assert_ne!(before, after, "the number of the next slide");
    assert_eq!(
        lines(&differences(&before, &after)),
        ["“Panel”: slides added and taken out again"]
    );
}
