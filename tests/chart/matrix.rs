//! Reviews of priorities: the published matrices of 2022 and 2023, what moved between them, and what is said.

use std::fmt::Write as _;
use std::sync::Arc;

use bellwether::analysis::assessments::{LineageLink, Shift, ThreadKind, reviews};
use bellwether::analysis::{Answer, AssessmentsAnswer};
use bellwether::base::progress::Progress;
use bellwether::chart::contents::DataCell;
use bellwether::chart::matrix::{Fate, MatrixCell, PrintedMark, RankThen};
use bellwether::chart::{
    AssessmentChart, ChartSize, ChartTheme, Contents as _, Inter, MarkedChart as _, Scene,
};
use bellwether::data::Source;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::export::{Publishable, svg};
use bellwether::import::read_bytes;
use bellwether::project::{ChartKind, Edit, LineageEdit, MatrixDrawing, MatrixSpec, Project, View};

use crate::gallery_cases::{cases, drawings};
use crate::layouts::{outside, overlapping};

const CRITERIA: &str = "Individual Harm,Community Harm,Frequency,Volume,Trend,Knowledge,Resource";

/// As published (police and crime needs assessment 2023).
const REVIEW_2022: [&str; 12] = [
    ",Violence Against Women & Girls,Very high,Moderate,Very high,High,Stable,Evolving,Moderate",
    ",Domestic violence and abuse,Very high,Low,Very high,High,Stable,Fairly undeveloped,Moderate",
    ",Child Exploitation,Very high,Moderate,High,Very low,Moderate increase,Fairly evolved,Moderate",
    ",Cyber and financial crime,High,Very low,Very high,Very high,Moderate increase,Fairly undeveloped,Low",
    ",Serious weapon enabled violence,Very high,Very high,Moderate,Low,Moderate increase,Evolving,High",
    ",Rape / serious sexual offences,Very high,Moderate,High,Low,Moderate increase,Evolving,High",
    ",Adult Exploitation,Very high,Low,High,Very low,Moderate increase,Fairly evolved,Moderate",
    ",Substance Use (Class A),High,High,High,Low,Stable,Fairly evolved,Moderate",
    ",Hate crime,High,Moderate,High,Very low,Stable,Fairly undeveloped,Moderate",
    ",Extremism and radicalisation,High,Moderate,Moderate,Very low,Stable,Fairly evolved,Very high",
    ",Burglary (residential),High,High,High,Moderate,Moderate increase,Evolved,High",
    ",Public space violence,High,Low,High,Moderate,Moderate increase,Fairly evolved,High",
];

const REVIEW_2023: [&str; 12] = [
    "➔,Violence Against Women & Girls,Very high,Moderate,Very high,High,Stable,Evolving,Moderate",
    "*,Cyber-related harm / abuse,High,Low,Very high,High,Moderate increase,Fairly undeveloped,Low",
    "➔,Domestic violence and abuse,Very high,Low,Very high,High,Stable,Evolving,Moderate",
    "➔,Serious weapon enabled violence,Very high,Very high,Moderate,Low,Stable,Fairly evolved,High",
    "*,Financial crime incl. cyber-related,High,Low,Very high,Very high,Stable,Fairly undeveloped,Moderate",
    "➔,Rape / serious sexual offences,Very high,Moderate,High,Low,Stable,Evolving,High",
    "➔,Child Exploitation,Very high,High,Moderate,Very low,Stable,Fairly evolved,High",
    "➔,Public space violence,High,High,High,Moderate,Stable,Fairly evolved,High",
    "⬆,Shoplifting,Moderate,Low,High,High,Major increase,Fairly evolved,Low",
    "⬆,Stalking and harassment,High,Low,High,Moderate,Moderate increase,Evolving,Moderate",
    "⬇,Substance Use (Class A),High,High,High,Low,Stable,Fairly evolved,High",
    "⬇,Adult Exploitation,Very high,Low,High,Very low,Stable,Fairly evolved,Moderate",
];

fn review(year: i16, rows: &[&str]) -> Arc<Source> {
    let mut text = format!("Review of priorities {year}\n\nRank,,Priority,{CRITERIA}\n");
    for (rank, row) in (1..).zip(rows) {
        writeln!(text, "{rank},{row}").unwrap();
    }
    let name = format!("review_{year}.csv");
    let bytes = text.as_bytes();
    let reading = read_bytes(&name, bytes, Gazetteer::built_in(), &Progress::new());
    reading.unwrap().source
}

pub fn project() -> Project {
    let sources = vec![review(2022, &REVIEW_2022), review(2023, &REVIEW_2023)];
    Project::default().apply(Edit::AddSources(sources)).unwrap()
}

fn link(from: &[&str], to: &[&str]) -> LineageLink {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    LineageLink {
        from: owned(from),
        to: owned(to),
    }
}

fn declared(project: &Project, link: LineageLink) -> Project {
    let held = reviews(&project.sources);
    let edit = LineageEdit::Declare {
        earlier: held[0].key.clone(),
        later: held[1].key.clone(),
        link,
    };
    project.apply(Edit::Lineages(edit)).unwrap()
}

/// With the split that the review itself tells of.
fn linked() -> Project {
    let to = [
        "Cyber-related harm / abuse",
        "Financial crime incl. cyber-related",
    ];
    declared(&project(), link(&["Cyber and financial crime"], &to))
}

fn answer(project: &Project) -> Arc<AssessmentsAnswer> {
    let asked = project.view.asked(ChartKind::Matrix).unwrap();
    match asked.answer(&project.catalogue()) {
        Some(Answer::Matrix(answer)) => answer,
        other => panic!("{other:?}"),
    }
}

fn spec(drawing: MatrixDrawing) -> MatrixSpec {
    MatrixSpec {
        drawing,
        ..MatrixSpec::default()
    }
}

fn chart(project: &Project, drawing: MatrixDrawing) -> AssessmentChart {
    AssessmentChart::new(&answer(project), &spec(drawing))
}

#[test]
fn the_published_matrix_is_shown_as_it_is_judged() {
    let AssessmentChart::Matrix(model) = chart(&linked(), MatrixDrawing::Matrix) else {
        panic!("a matrix");
    };
    assert_eq!(
        model.words.title,
        "Violence Against Women & Girls ranks first of 12 priorities"
    );
    assert_eq!(model.criteria.len(), 7);
    let ranks: Vec<u32> = model.rows.iter().map(|row| row.rank).collect();
    assert_eq!(ranks, (1..=12).collect::<Vec<u32>>());
    let domestic = &model.rows[2];
    assert_eq!(
        domestic.cells[5],
        MatrixCell::Judged {
            words: String::from("Evolving"),
            step: Some((2, 5))
        }
    );
    // What is printed is kept apart from what the ranks say.
    let child = &model.rows[6];
    assert_eq!(child.mark, PrintedMark::Level);
    assert_eq!(child.then, RankThen::Ranked(3, Shift::Down(4)));
    let cyber = &model.rows[1];
    assert_eq!(cyber.mark, PrintedMark::Other(String::from("*")));
    assert_eq!(cyber.then, RankThen::Apart(ThreadKind::Split, vec![4]));
    assert_eq!(model.rows[8].then, RankThen::Apart(ThreadKind::New, vec![]));
    assert_eq!(
        domestic.lines[5],
        [
            "3. Domestic violence and abuse",
            "Knowledge: Evolving",
            "Step: 3 of 5",
            "2022: Fairly undeveloped",
            "Rank, 2022: 2, down 1",
            "Printed mark: arrow level",
            "review_2023.csv › I6",
        ]
    );
}

#[test]
fn what_moved_is_counted_once_the_split_is_declared() {
    let AssessmentChart::Movement(model) = chart(&linked(), MatrixDrawing::Movement) else {
        panic!("a movement");
    };
    assert_eq!(
        model.words.title,
        "2 of 12 priorities moved up; 2 are new; 3 dropped"
    );
    let said = &model.words.what_this_shows;
    for part in [
        "2 moved up, 4 moved down, 2 kept the rank, 2 are new",
        "New: Shoplifting and Stalking and harassment.",
        "Dropped: Hate crime, Extremism and radicalisation and Burglary (residential).",
        "Cyber and financial crime (2022) became Cyber-related harm / abuse and Financial crime incl. cyber-related (2023).",
        "Of 56 judgements of the same priorities, 12 differ",
    ] {
        assert!(said.contains(part), "{part} | {said}");
    }
    let fates: Vec<Fate> = model.later.iter().map(|end| end.fate).collect();
    let moved = Fate::Moved;
    assert_eq!(
        fates,
        [
            moved(Shift::Kept),
            Fate::Other(ThreadKind::Split),
            moved(Shift::Down(1)),
            moved(Shift::Up(1)),
            Fate::Other(ThreadKind::Split),
            moved(Shift::Kept),
            moved(Shift::Down(4)),
            moved(Shift::Up(4)),
            Fate::Other(ThreadKind::New),
            Fate::Other(ThreadKind::New),
            moved(Shift::Down(3)),
            moved(Shift::Down(5)),
        ]
    );
    assert!(model.differences.contains(&[
        String::from("Domestic violence and abuse"),
        String::from("Knowledge"),
        String::from("Fairly undeveloped"),
        String::from("Evolving"),
    ]));
    let table = chart(&linked(), MatrixDrawing::Movement)
        .contents(&ChartTheme::light())
        .table;
    assert_eq!(table.rows.len(), 15, "12 and the three that were dropped");
    assert_eq!(
        table.rows[2][4],
        DataCell::text("Knowledge: Fairly undeveloped to Evolving")
    );
}

#[test]
fn nothing_is_linked_by_itself_but_equal_names() {
    let model = chart(&project(), MatrixDrawing::Movement);
    assert_eq!(
        model.words().title,
        "2 of 12 priorities moved up; 2 are new; 3 dropped; 2 not yet linked"
    );
    let AssessmentChart::Movement(model) = model else {
        panic!("a movement");
    };
    assert_eq!(model.earlier[3].fate, Fate::Other(ThreadKind::Open));
    assert!(model.lines.iter().all(|line| line.from != 3));
    assert!(model.words.footnote.contains("not linked yet"));
    let answer = answer(&project());
    let (_, movement) = answer.since.as_ref().unwrap();
    let open: Vec<_> = movement
        .threads
        .iter()
        .filter(|thread| thread.kind == ThreadKind::Open)
        .map(|thread| (thread.earlier.clone(), thread.later.clone()))
        .collect();
    assert_eq!(open, [(vec![3], vec![1, 4])], "what is proposed");
}

#[test]
fn a_declaration_holds_against_names() {
    // What bears the same name may yet be another thing.
    let apart = declared(&linked(), link(&["Child Exploitation"], &[]));
    let apart = declared(&apart, link(&[], &["Child Exploitation"]));
    let title = chart(&apart, MatrixDrawing::Movement).words().title.clone();
    assert_eq!(title, "2 of 12 priorities moved up; 3 are new; 4 dropped");
    let merged = declared(
        &project(),
        link(
            &["Hate crime", "Extremism and radicalisation"],
            &["Public space violence"],
        ),
    );
    let answer = answer(&merged);
    let (_, movement) = answer.since.as_ref().unwrap();
    assert_eq!(movement.of_later(7).unwrap().kind, ThreadKind::Merged);
    // The one of that name is left over, and nobody has said what became of it.
    assert_eq!(movement.of_earlier(11).unwrap().kind, ThreadKind::Dropped);
}

#[test]
fn a_grid_sets_priorities_into_the_cells_of_two_criteria() {
    let project = linked();
    let AssessmentChart::Grid(model) = chart(&project, MatrixDrawing::Grid) else {
        panic!("a grid");
    };
    let (across, up) = model.axes.clone().unwrap();
    assert_eq!((&*across.name, &*up.name), ("Frequency", "Individual Harm"));
    assert_eq!(
        up.steps,
        ["Very low", "Low", "Moderate", "High", "Very high"]
    );
    assert_eq!(model.subjects.len(), 12);
    assert_eq!((model.subjects[3].across, model.subjects[3].up), (2, 4));
    assert_eq!(model.words.title, "2 of 12 priorities are highest on both");
    let other = MatrixSpec {
        across: Some(String::from("Knowledge")),
        up: Some(String::from("Resource")),
        ..spec(MatrixDrawing::Grid)
    };
    let AssessmentChart::Grid(model) = AssessmentChart::new(&answer(&project), &other) else {
        panic!("a grid");
    };
    let (across, up) = model.axes.unwrap();
    assert_eq!((&*across.name, &*up.name), ("Knowledge", "Resource"));
    assert_eq!(
        across.steps[0], "Step 1",
        "no criterion uses that step of the scale"
    );
}

fn scene(project: &Project, drawing: MatrixDrawing, size: ChartSize, theme: &ChartTheme) -> Scene {
    chart(project, drawing).layout(size, theme, Inter::bundled())
}

#[test]
fn the_published_reviews_hold_together_in_every_size_and_theme() {
    let sizes = [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::STANDARD_SLIDE,
        ChartSize::A4,
        ChartSize::A4_LANDSCAPE,
        ChartSize::SQUARE,
        ChartSize::new(470.0, 420.0),
    ];
    let themes = [
        ChartTheme::light(),
        ChartTheme::dark(),
        ChartTheme::high_contrast(),
        ChartTheme::print(),
    ];
    let project = linked();
    for drawing in MatrixDrawing::ALL {
        for size in sizes {
            for theme in &themes {
                let scene = scene(&project, drawing, size, theme);
                let name = format!("{drawing:?} {}x{}", size.width_pt, size.height_pt);
                assert_eq!(outside(&scene), None, "{name}");
                assert_eq!(overlapping(&scene), None, "{name}");
            }
        }
    }
    // The words of judgements stand whole on a slide.
    let scene = scene(
        &project,
        MatrixDrawing::Matrix,
        ChartSize::SLIDE,
        &themes[0],
    );
    let runs = scene.text_runs();
    assert!(runs.iter().any(|run| run.text.ends_with("undeveloped")));
    assert!(!runs.iter().any(|run| run.text.ends_with('…')));
}

#[test]
fn one_review_alone_has_no_movement() {
    let sources = vec![review(2023, &REVIEW_2023[..1])];
    let project = Project::default().apply(Edit::AddSources(sources)).unwrap();
    let model = chart(&project, MatrixDrawing::Movement);
    assert_eq!(
        model.words().what_this_shows,
        "There is no earlier review in this project to compare with."
    );
    let none = Project::default();
    let asked = none.view.asked(ChartKind::Matrix).unwrap();
    assert!(asked.answer(&none.catalogue()).is_none());
}

#[test]
fn hard_cases_have_reviews_too() {
    let drawings = drawings();
    let movement = drawings.iter().find(|drawing| drawing.name == "movement");
    let titles: Vec<(&str, Option<String>)> = cases()
        .iter()
        .map(|case| {
            let answer = case.answer(movement.unwrap());
            let title = answer.map(|(answer, view)| match answer {
                Answer::Matrix(answer) => AssessmentChart::new(&answer, &view.matrix)
                    .words()
                    .title
                    .clone(),
                other => panic!("{other:?}"),
            });
            (case.name, title)
        })
        .collect();
    let said = |name: &str| {
        let held = titles.iter().find(|(held, _)| *held == name);
        held.and_then(|(_, title)| title.as_deref())
    };
    assert_eq!(said("two"), Some("1 of 2 priorities moved up"));
    assert_eq!(said("all-equal"), Some("All 8 priorities kept their rank"));
    assert!(said("two-dozen").unwrap().contains("of 24 priorities"));
    assert!(said("long-names").unwrap().contains("not yet linked"));
    assert!(said("one-value").unwrap().starts_with("Review of"), "alone");
    assert_eq!(said("no-value"), None);
}

fn file(drawing: MatrixDrawing, size: ChartSize, theme: &ChartTheme) -> String {
    let project = linked();
    let view = View {
        matrix: spec(drawing),
        ..View::default()
    };
    let answer = Answer::Matrix(answer(&project));
    let chart = Publishable::new(&answer, &view, size, theme, Inter::bundled()).unwrap();
    svg::write(&chart)
}

#[test]
fn a_matrix_on_a_card() {
    let theme = ChartTheme::light();
    insta::assert_snapshot!(file(MatrixDrawing::Matrix, ChartSize::CARD, &theme));
}

#[test]
fn a_movement_in_print() {
    let theme = ChartTheme::print();
    insta::assert_snapshot!(file(MatrixDrawing::Movement, ChartSize::A4, &theme));
}

#[test]
fn a_grid_on_a_dark_slide() {
    let theme = ChartTheme::dark();
    insta::assert_snapshot!(file(MatrixDrawing::Grid, ChartSize::SLIDE, &theme));
}
