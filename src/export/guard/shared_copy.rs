//! A copy of a project that may be shared: what charts of it would let out, and nothing that they would not. It opens
//! as an ordinary project, whose tabs work on figures instead of respondents.

use std::sync::Arc;

use jiff::civil::Date;

use super::shared_source::{Counted, shared, verdicts};
use super::{PublishableSlide, SlideState};
use crate::analysis::Catalogue;
use crate::base::number;
use crate::chart::{ChartTheme, Inter};
use crate::project::story::{Slide, Story};
use crate::project::{ChartKind, Lock, Project, SharedNote, TrendSpec, View};

/// A copy to share. Only this module makes one.
#[derive(Clone, Debug)]
pub struct SharedCopy {
    project: Project,
    note: Arc<SharedNote>,
}

/// What was left out, besides figures.
#[derive(Default)]
struct LeftOut {
    slides: usize,
    notes: usize,
    questions: usize,
}

impl SharedCopy {
    /// The copy of a project as it is today.
    pub fn of(project: &Project, today: Date) -> Self {
        // Figures of groups of the project's own are worked out of respondents.
        let own = Project {
            groups: Arc::default(),
            ..project.clone()
        };
        let verdicts = verdicts(&own.catalogue());
        let mut counted = Counted::default();
        let sources = project.sources.iter().zip(&verdicts);
        let sources = sources.map(|(source, verdicts)| {
            let (source, of_source) = shared(source, verdicts);
            counted.figures += of_source.figures;
            counted.withheld += of_source.withheld;
            Arc::new(source)
        });
        let mut copy = Project {
            sources: sources.collect(),
            layouts: Arc::default(),
            groups: Arc::default(),
            stories: Arc::default(),
            view: View {
                trend: TrendSpec {
                    events: project.view.trend.events.clone(),
                    ..TrendSpec::default()
                },
                ..View::default()
            },
            lock: Lock::open(),
            // Nobody here knows what these hold.
            newer: Arc::default(),
            ..project.clone()
        };
        let catalogue = copy.catalogue();
        let mut left_out = LeftOut::default();
        let stories = project.stories.iter();
        copy.stories = stories
            .map(|story| shared_story(story, &catalogue, &mut left_out))
            .collect();
        let note = Arc::new(SharedNote {
            made_on: today,
            holds: holds(&copy, &catalogue, counted),
            leaves_out: leaves_out(project, counted, &left_out),
        });
        copy.shared = Some(note.clone());
        Self {
            project: copy,
            note,
        }
    }

    /// The copy.
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// What it holds and leaves out.
    pub fn note(&self) -> &SharedNote {
        &self.note
    }
}

/// A story without what was meant for the speaker, and without slides that the figures of the copy do not give.
fn shared_story(story: &Story, catalogue: &Catalogue, left_out: &mut LeftOut) -> Story {
    let mut slides = Vec::with_capacity(story.slides.len());
    for slide in story.each_slide() {
        left_out.notes += usize::from(!slide.notes.is_empty());
        let mut slide = Slide {
            notes: String::new(),
            ..slide.clone()
        };
        let theme = ChartTheme::light();
        let page = (story.shape, None);
        let laid_out = PublishableSlide::at_once(&slide, catalogue, page, &theme, Inter::bundled());
        let charts = slide.charts();
        let of_respondents = charts
            .iter()
            .any(|chart| matches!(chart.kind, ChartKind::CrossTab | ChartKind::Answers));
        let is_empty = laid_out
            .charts()
            .iter()
            .any(|chart| chart.contents().table.rows.is_empty());
        if of_respondents || is_empty || laid_out.state() != &SlideState::Ready {
            left_out.slides += 1;
            continue;
        }
        // What the message rested on may be withheld now: it is held against what the copy says.
        slide.said = laid_out
            .stated()
            .map(|stated| stated.said(slide.own_words()));
        slides.push(Arc::new(slide));
    }
    left_out.questions += story.follow_ups.len();
    Story {
        slides,
        follow_ups: Vec::new(),
        ..story.clone()
    }
}

fn holds(copy: &Project, catalogue: &Catalogue, counted: Counted) -> Vec<String> {
    let mut lines = vec![format!(
        "{} of {} from {}",
        several(counted.figures, "figure", "figures"),
        several(catalogue.measures().len(), "measure", "measures"),
        several(copy.sources.len(), "workbook", "workbooks"),
    )];
    if counted.withheld > 0 {
        lines.push(format!(
            "{} where a figure is withheld because few people are behind it",
            several(counted.withheld, "mark", "marks")
        ));
    }
    let targets = copy.targets.len()
        + copy
            .sources
            .iter()
            .map(|source| source.targets.len())
            .sum::<usize>();
    let reviews: usize = copy
        .sources
        .iter()
        .map(|source| source.assessments.len())
        .sum();
    let slides: usize = copy.stories.iter().map(|story| story.slides.len()).sum();
    let others = [
        (
            targets,
            "target, with its owner",
            "targets, with their owners",
        ),
        (
            reviews,
            "judged priority of reviews",
            "judged priorities of reviews",
        ),
        (
            copy.boundaries.len(),
            "file of boundaries",
            "files of boundaries",
        ),
        (copy.view.trend.events.len(), "event", "events"),
        (slides, "slide of stories", "slides of stories"),
    ];
    let others = others.into_iter().filter(|(count, ..)| *count > 0);
    lines.extend(others.map(|(count, one, more)| several(count, one, more)));
    lines.push(String::from(
        "The names given to measures, places and groups, and the brand",
    ));
    lines
}

fn leaves_out(project: &Project, counted: Counted, left_out: &LeftOut) -> Vec<String> {
    let mut lines = Vec::new();
    let surveys = project.sources.iter().flat_map(|source| &source.surveys);
    let respondents: usize = surveys.map(|survey| survey.respondents).sum();
    if respondents > 0 {
        lines.push(format!(
            "The answers of {}: groups cannot be crossed in the copy",
            several(respondents, "respondent", "respondents")
        ));
    }
    if counted.withheld > 0 {
        lines.push(format!(
            "{} that may not be seen",
            several(counted.withheld, "value", "values")
        ));
    }
    let printed: usize = project
        .sources
        .iter()
        .map(|source| source.printed.len())
        .sum();
    let others = [
        (
            project.groups.len(),
            "group of your own",
            "groups of your own",
        ),
        (
            left_out.slides,
            "slide that needs what is left out",
            "slides that need what is left out",
        ),
        (left_out.notes, "speaker’s note", "speaker’s notes"),
        (
            left_out.questions,
            "question noted while presenting",
            "questions noted while presenting",
        ),
        (
            printed,
            "figure that a sender worked out",
            "figures that senders worked out",
        ),
        (
            project.layouts.len(),
            "remembered layout",
            "remembered layouts",
        ),
        (
            project.newer.len(),
            "part that a newer Bellwether wrote",
            "parts that a newer Bellwether wrote",
        ),
    ];
    let others = others.into_iter().filter(|(count, ..)| *count > 0);
    lines.extend(others.map(|(count, one, more)| several(count, one, more)));
    if project.lock.is_locked() {
        lines.push(String::from("The passphrase: the copy is not locked"));
    }
    lines.push(String::from(
        "Cells of workbooks that are no figures, paths of files, names of users",
    ));
    lines
}

fn several(count: usize, one: &str, more: &str) -> String {
    format!(
        "{} {}",
        number::count(count),
        if count == 1 { one } else { more }
    )
}
