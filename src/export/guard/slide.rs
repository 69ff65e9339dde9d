//! A slide of a story: its charts answered and laid out, its message held against them. A message that is no
//! longer true never leaves: the true one stands in its place.

use std::sync::Arc;

use super::Publishable;
use super::own_words::refuse_withheld_by;
use crate::analysis::{Answer, Catalogue};
use crate::chart::message::{MessageCheck, Stated};
use crate::chart::slide::{SlideBody, SlideSheet};
use crate::chart::{ChartSize, ChartTheme, Inter, MeasureText, Node, Role, Scene};
use crate::data::Period;
use crate::export::ExportError;
use crate::project::story::{Slide, SlideChart, SlideContent, SlideShape, Story};

/// What came of a question that a slide asks.
#[derive(Clone, Debug)]
pub enum SlideAnswer {
    /// It is being worked out.
    Waiting,
    /// No source holds what is asked for.
    Missing,
    /// The answer.
    Found(Answer),
}

/// How a slide stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlideState {
    /// Everything on it is there.
    Ready,
    /// It is being worked out.
    Waiting,
    /// No source holds what it asks for.
    Missing,
    /// The user's own words say what may not be shown, in these words.
    Refused(String),
}

/// A slide that may leave the program.
#[derive(Clone, Debug)]
pub struct PublishableSlide {
    scene: Scene,
    charts: Vec<Publishable>,
    check: MessageCheck,
    stated: Option<Stated>,
    state: SlideState,
    is_overfull: bool,
    draws_charts: bool,
    last_period: Option<Period>,
}

/// What the sheet says while there is no chart.
const WAITING: &str = "Working it out…";
const MISSING: &str = "No workbook of this project holds what this slide shows";

impl PublishableSlide {
    /// Lays out a slide. `answers` are those to its charts, in their order; `number` stands in its corner.
    pub fn new(
        slide: &Slide,
        answers: &[SlideAnswer],
        (shape, number): (SlideShape, Option<usize>),
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let charts = slide.charts();
        let mut state = SlideState::Ready;
        let mut found = Vec::with_capacity(charts.len());
        for (chart, answer) in charts.iter().zip(answers) {
            match answer {
                SlideAnswer::Found(answer) => found.push((*chart, answer)),
                SlideAnswer::Missing => state = SlideState::Missing,
                SlideAnswer::Waiting if state == SlideState::Ready => state = SlideState::Waiting,
                SlideAnswer::Waiting => {}
            }
        }
        if let Err(error) = refuse(slide, &found) {
            state = SlideState::Refused(error.to_string());
        }
        let last_period = found.first().and_then(|(_, answer)| answer.last_period());
        let pages = Pages {
            slide,
            shape,
            number,
            theme,
            measure,
        };
        if found.len() == charts.len() && state == SlideState::Ready {
            match pages.laid_out(&found) {
                Ok(laid_out) => {
                    return Self {
                        last_period,
                        ..laid_out
                    };
                }
                Err(error) => state = SlideState::Refused(error.to_string()),
            }
        }
        let reason = match &state {
            SlideState::Refused(words) => words.as_str(),
            SlideState::Waiting => WAITING,
            SlideState::Missing | SlideState::Ready => MISSING,
        };
        let kept = slide.said.as_ref().map(|said| said.title.as_str());
        // Nothing is said of data that are not there, nor what may not be said.
        let title = match state {
            SlideState::Waiting => slide.own_words().or(kept).unwrap_or_default(),
            _ => "",
        };
        let sheet = pages.sheet(title);
        let laid_out = sheet.scene(&SlideBody::Nothing(reason.to_owned()));
        Self {
            scene: laid_out.scene,
            charts: Vec::new(),
            check: MessageCheck::Nothing,
            stated: None,
            state,
            is_overfull: false,
            draws_charts: false,
            last_period,
        }
    }

    /// Lays out a slide as it is saved, with its questions answered at once.
    pub fn at_once(
        slide: &Slide,
        catalogue: &Catalogue,
        page: (SlideShape, Option<usize>),
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let slide = slide.resolved(catalogue);
        let answers = slide_answers(&slide, catalogue);
        Self::new(&slide, &answers, page, theme, measure)
    }

    /// The same slide with a part of its table on it.
    pub(super) fn with_table_page(&self, scene: Scene) -> Self {
        Self {
            scene,
            is_overfull: false,
            draws_charts: false,
            ..self.clone()
        }
    }

    /// Everything at its place.
    pub const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The charts on it or behind its message, in their order; none where the slide is not ready.
    pub fn charts(&self) -> &[Publishable] {
        &self.charts
    }

    /// Whether its message is true.
    pub const fn check(&self) -> &MessageCheck {
        &self.check
    }

    /// What its charts state, in the words of the rules.
    pub const fn stated(&self) -> Option<&Stated> {
        self.stated.as_ref()
    }

    /// How it stands.
    pub const fn state(&self) -> &SlideState {
        &self.state
    }

    /// Whether words or rows were left out because there are more than fit.
    pub const fn is_overfull(&self) -> bool {
        self.is_overfull
    }

    /// Whether charts are drawn on it; else words, or a table of its own.
    pub const fn draws_charts(&self) -> bool {
        self.draws_charts
    }

    /// The latest period that its chart shows.
    pub const fn last_period(&self) -> Option<Period> {
        self.last_period
    }
}

/// Refuses own words and notes that contain what a chart withholds.
fn refuse(slide: &Slide, found: &[(&SlideChart, &Answer)]) -> Result<(), ExportError> {
    for (chart, answer) in found {
        for words in slide.own_words().into_iter().chain([slide.notes.as_str()]) {
            refuse_withheld_by(answer, &chart.view, words)?;
        }
    }
    Ok(())
}

/// What every way of laying out a slide needs.
struct Pages<'a> {
    slide: &'a Slide,
    shape: SlideShape,
    number: Option<usize>,
    theme: &'a ChartTheme,
    measure: &'a dyn MeasureText,
}

impl Pages<'_> {
    fn sheet<'t>(&'t self, title: &'t str) -> SlideSheet<'t> {
        let text = self.slide.text_size;
        SlideSheet::new(
            self.shape,
            text,
            title,
            self.number,
            self.theme,
            self.measure,
        )
    }

    fn charts(
        &self,
        found: &[(&SlideChart, &Answer)],
        size: ChartSize,
    ) -> Result<Vec<Publishable>, ExportError> {
        found
            .iter()
            .map(|(chart, answer)| {
                Publishable::new(answer, &chart.view, size, self.theme, self.measure)
            })
            .collect()
    }

    fn laid_out(&self, found: &[(&SlideChart, &Answer)]) -> Result<PublishableSlide, ExportError> {
        // What the rules say does not depend on the size.
        let first = self.charts(found, ChartSize::SLIDE)?;
        let stated = Stated::together(first.iter().map(stated));
        let own_words = self.slide.own_words();
        let check = stated.as_ref().map_or(MessageCheck::Nothing, |stated| {
            stated.check(own_words, self.slide.said.as_ref())
        });
        let is_two = matches!(self.slide.content, SlideContent::TwoCharts { .. });
        let rules = match &stated {
            // Each of the two has its own title.
            Some(stated) if !is_two => stated.title.clone(),
            _ => String::new(),
        };
        let title = match (&check, own_words) {
            (MessageCheck::Changed { .. }, _) | (_, None) => rules,
            (_, Some(own)) => own.to_owned(),
        };
        let sheet = self.sheet(&title);
        // What speaks of the drawing has no place where there is none.
        let footnote = || {
            let words = first
                .first()
                .map(|chart| chart.contents().words.footnote_of_table());
            words.unwrap_or_default()
        };
        let mut charts = None;
        let body = match &self.slide.content {
            SlideContent::Chart { .. } | SlideContent::TwoCharts { .. } => {
                self.drawn(found, &sheet, &title, &mut charts)?
            }
            SlideContent::Table { chart, .. } if chart.kind.is_table() => {
                self.drawn(found, &sheet, &title, &mut charts)?
            }
            SlideContent::Table { .. } => SlideBody::Table {
                table: first
                    .first()
                    .map(|chart| chart.contents().table.clone())
                    .unwrap_or_default(),
                footnote: footnote(),
            },
            SlideContent::Message { .. } => SlideBody::Message {
                footnote: footnote(),
            },
            SlideContent::Text { paragraphs, .. } => SlideBody::Text(paragraphs.clone()),
            SlideContent::Section { subtitle, .. } => SlideBody::Section(subtitle.clone()),
        };
        let draws_charts = matches!(body, SlideBody::Charts(_));
        let mut laid_out = sheet.scene(&body);
        if laid_out.scene.title.is_empty() {
            // Whoever cannot see the titles of two charts hears both.
            laid_out.scene.title = stated
                .as_ref()
                .map_or_else(String::new, |stated| stated.title.clone());
        }
        Ok(PublishableSlide {
            draws_charts,
            scene: laid_out.scene,
            charts: charts.unwrap_or(first),
            check,
            stated,
            state: SlideState::Ready,
            is_overfull: laid_out.is_overfull,
            last_period: None,
        })
    }

    /// The charts laid out for the room that the title leaves.
    fn drawn(
        &self,
        found: &[(&SlideChart, &Answer)],
        sheet: &SlideSheet<'_>,
        title: &str,
        charts: &mut Option<Vec<Publishable>>,
    ) -> Result<SlideBody, ExportError> {
        let size = sheet.chart_size(found.len());
        let drawn = found.iter().map(|(chart, answer)| {
            let mut view = chart.view.clone();
            // The subtitle of a trend leaves out what its title says.
            view.trend.title = (!size.has_title).then(|| title.to_owned());
            Publishable::new(answer, &view, size, self.theme, self.measure)
        });
        let drawn = drawn.collect::<Result<Vec<_>, _>>()?;
        let scenes = drawn.iter().map(|chart| chart.scene().clone()).collect();
        *charts = Some(drawn);
        Ok(SlideBody::Charts(scenes))
    }
}

/// What a chart states, in the words of the rules.
fn stated(chart: &Publishable) -> Stated {
    let words = &chart.contents().words;
    let mut printed = Vec::new();
    collect(&chart.scene().nodes, &mut printed);
    Stated {
        title: words.title.clone(),
        in_words: format!("{} {}", words.what_this_shows, words.alt_text),
        printed,
    }
}

/// The words of a chart besides those of its axes.
fn collect(nodes: &[Node], printed: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Group(group)
                if matches!(group.role, Role::VerticalAxis | Role::HorizontalAxis) => {}
            Node::Group(group) => collect(&group.children, printed),
            Node::Text(run) => printed.push(run.text.clone()),
            _ => {}
        }
    }
}

/// The answers to the charts of a slide, in their order, worked out at once.
pub fn slide_answers(slide: &Slide, catalogue: &Catalogue) -> Vec<SlideAnswer> {
    let charts = slide.charts().into_iter();
    charts
        .map(|chart| {
            let asked = chart.view.asked(chart.kind);
            let holds = asked
                .as_ref()
                .is_some_and(|asked| !chart.kind.is_about_measure() || asked.is_held(catalogue));
            let answer = asked
                .filter(|_| holds)
                .and_then(|asked| asked.answer(catalogue));
            answer.map_or(SlideAnswer::Missing, SlideAnswer::Found)
        })
        .collect()
}

/// A new story with what the data say today noted on each slide; slides of which the data are missing are
/// hidden, and their notes say so.
pub fn filled(mut story: Story, catalogue: &Catalogue) -> Story {
    for slide in &mut story.slides {
        let slide = Arc::make_mut(slide);
        let page = (story.shape, None);
        let theme = ChartTheme::light();
        let laid_out = PublishableSlide::at_once(slide, catalogue, page, &theme, Inter::bundled());
        slide.said = laid_out
            .stated()
            .map(|stated| stated.said(slide.own_words()));
        let is_empty = laid_out.charts().iter().any(|chart| {
            let table = &chart.contents().table;
            table.rows.is_empty()
        });
        if laid_out.state() != &SlideState::Ready || is_empty {
            slide.is_hidden = true;
            if slide.notes.is_empty() {
                slide.notes = String::from(
                    "Hidden: no workbook of this project holds what this slide shows yet.",
                );
            }
        }
    }
    story
}
