//! A question that is put to a slide while it stands on the screen: "and in Ashfield?". The chart answers
//! beside the slide's own, which stays as it was.

use egui::{Frame, Label, Margin, Panel, RichText, Ui};
use jiff::civil::Date;

use crate::analysis::{Answer, Asked, Catalogue, Split, first_question};
use crate::export::guard::{PublishableSlide, SlideAnswer, SlideState};
use crate::project::story::{FollowUp, Slide, SlideChart, SlideShape};
use crate::project::{ChartKind, Edit, Project};
use crate::ui::action::{Action, Actions};
use crate::ui::explore::{ExploreTab, Exploring, question_ui};
use crate::ui::kit::{Button, Chip, Choice, row_with_ends};
use crate::ui::story::{Pages, Telling};
use crate::ui::tokens::tokens;
use crate::words::say;

/// What is said of a question for which there are no data.
const NO_DATA: &str = "No workbook of this project holds it";

/// What is being asked of a slide.
#[derive(Debug)]
pub(super) struct Live {
    /// The slide as it is in the story.
    slide: Slide,
    shape: SlideShape,
    number: Option<usize>,
    /// The chart that is asked, of those on the slide.
    place: usize,
    /// The chart with what is asked of it now.
    pub chart: SlideChart,
    pub pages: Pages,
    /// What was answered so far.
    pub answered: Vec<FollowUp>,
}

impl Live {
    /// Begins with what the slide shows; `None` where nothing can be asked of it.
    pub fn of(slide: &Slide, shape: SlideShape, number: Option<usize>) -> Option<Self> {
        let place = slide.charts().iter().position(|chart| can_ask(chart))?;
        let chart = (*slide.charts().get(place)?).clone();
        Some(Self {
            slide: slide.clone(),
            shape,
            number,
            place,
            chart,
            pages: Pages::default(),
            answered: Vec::new(),
        })
    }

    /// What has to be worked out for it.
    pub fn asked(&self) -> Vec<Asked> {
        let question = self.chart.view.question.clone();
        let on_show = self.chart.view.asked(self.chart.kind);
        on_show
            .into_iter()
            .chain(question.map(Asked::Trend))
            .collect()
    }

    /// The slide that answers: the chart under the title of the rules.
    fn answering(&self) -> Slide {
        Slide {
            id: self.slide.id,
            text_size: self.slide.text_size,
            ..Slide::of_chart(self.chart.kind, self.chart.view.clone())
        }
    }

    /// Lays out the answer, and notes it where something else than the slide's own is asked.
    pub fn refresh(&mut self, telling: &Telling<'_>, today: Date) {
        let answering = self.answering();
        let numbered = std::iter::once((self.number, &answering));
        self.pages.refresh_slides(telling, self.shape, numbered);
        let is_own = self
            .slide
            .charts()
            .iter()
            .any(|chart| chart.view == self.chart.view);
        let is_last = self
            .answered
            .last()
            .is_some_and(|held| held.chart == self.chart);
        if is_own || is_last {
            return;
        }
        let Some(answer) = self
            .pages
            .laid_out(self.slide.id)
            .and_then(|page| told(&page, measure_name(&self.chart, telling.catalogue)))
        else {
            return;
        };
        self.answered.push(FollowUp {
            asked: asked_words(&self.chart, telling.catalogue),
            answer,
            slide: self.slide.id,
            date: today,
            chart: self.chart.clone(),
        });
    }
}

/// Whether a chart is of one measure, of which something else can be asked.
fn can_ask(chart: &SlideChart) -> bool {
    chart.kind.is_about_measure() && chart.view.question.is_some()
}

/// What was answered, in words; `None` while it is worked out. Where nothing is clear, the title is the name of
/// the measure alone, and the chart in plain English says more.
fn told(page: &PublishableSlide, measure: &str) -> Option<String> {
    match page.state() {
        SlideState::Ready => {
            let words = page.charts().first().map(|chart| &chart.contents().words)?;
            let is_name = words.title == measure && !words.what_this_shows.is_empty();
            let what = if is_name {
                &words.what_this_shows
            } else {
                &words.title
            };
            Some(what.clone())
        }
        SlideState::Missing => Some(String::from(NO_DATA)),
        SlideState::Refused(words) => Some(words.clone()),
        SlideState::Waiting => None,
    }
}

/// The name of the measure that is asked about.
fn measure_name<'a>(chart: &'a SlideChart, catalogue: &'a Catalogue) -> &'a str {
    let Some(question) = &chart.view.question else {
        return "";
    };
    let entry = catalogue.entry(&question.measure);
    entry.map_or(&question.measure.folded_name, |entry| &entry.measure.name)
}

/// A question in words: "Feel safe after dark by sex in Ashfield, to Dec 2021".
fn asked_words(chart: &SlideChart, catalogue: &Catalogue) -> String {
    let view = &chart.view;
    let Some(question) = &view.question else {
        return String::new();
    };
    let mut words = measure_name(chart, catalogue).to_owned();
    let is_of_groups = matches!(chart.kind, ChartKind::Breakdown | ChartKind::Change);
    match &question.split {
        Split::Areas => words.push_str(" by area"),
        Split::Dimensions(_) if is_of_groups && view.groups.every_dimension => {
            words.push_str(" by every grouping");
        }
        Split::Dimensions(dimensions) if !dimensions.is_empty() => {
            words.push_str(" by ");
            words.push_str(&dimensions.join(" and ").to_lowercase());
        }
        Split::Dimensions(_) => {}
    }
    let places = match question.areas.as_slice() {
        [] => String::new(),
        several if several.len() > 3 => format!(" in {} areas", several.len()),
        few => format!(" in {}", few.join(", ")),
    };
    words.push_str(&places);
    let ends = (question.periods.from, question.periods.to);
    let periods = match ends {
        (Some(from), Some(to)) => format!(", {} to {}", from.label(), to.label()),
        (Some(from), None) => format!(", from {}", from.label()),
        (None, Some(to)) => format!(", to {}", to.label()),
        (None, None) => String::new(),
    };
    words.push_str(&periods);
    words
}

/// Draws the bar under the slide in which it is asked; whether it is to be closed.
pub(super) fn live_ui(ui: &mut Ui, telling: &Telling<'_>, live: &mut Live) -> bool {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.colours.card)
        .inner_margin(Margin::symmetric(28, 14));
    let mut closes = false;
    let shown = Panel::bottom("what is asked of the slide").resizable(false);
    shown.frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = tokens.space.small;
        sentence_ui(ui, telling, live);
        closes = footer_ui(ui, live);
    });
    closes
}

/// The sentence of the explore screen, whose choices change what is asked of the slide and nothing else.
fn sentence_ui(ui: &mut Ui, telling: &Telling<'_>, live: &mut Live) {
    let find = |asked: Option<Asked>| match asked.map(|asked| (telling.answer)(&asked)) {
        Some(SlideAnswer::Found(answer)) => Some(answer),
        _ => None,
    };
    let on_show = find(live.chart.view.asked(live.chart.kind));
    let trend = find(live.chart.view.question.clone().map(Asked::Trend));
    // Without sources: no group of one's own is made in front of an audience.
    let project = Project {
        view: live.chart.view.clone(),
        sources: Vec::new(),
        ..telling.project.clone()
    };
    let exploring = Exploring {
        project: &project,
        catalogue: telling.catalogue,
        headlines: &[],
        answer: trend.as_ref().and_then(Answer::trend),
        on_show: on_show.as_ref(),
        is_working: false,
    };
    let mut asked = Actions::default();
    question_ui(ui, &exploring, ExploreTab::of(live.chart.kind), &mut asked);
    let mut project = project.clone();
    for action in asked.take() {
        let edits = match action {
            Action::Edit(edit) => vec![edit],
            Action::EditTogether(_, edits) => edits,
            Action::ShowMeasure(measure) => {
                vec![Edit::Ask(first_question(telling.catalogue, &measure))]
            }
            _ => Vec::new(),
        };
        for edit in edits {
            if let Ok(changed) = project.apply(edit) {
                project = changed;
            }
        }
    }
    live.chart.view = project.view;
}

/// What becomes of it, and the way back; whether that was taken.
fn footer_ui(ui: &mut Ui, live: &mut Live) -> bool {
    let start = |ui: &mut Ui| {
        let words = say::present_stays();
        let secondary = tokens(ui).colours.ink_secondary;
        ui.add(Label::new(RichText::new(words).color(secondary)).truncate());
    };
    row_with_ends(ui, "way back", start, |ui| {
        which_chart_ui(ui, live);
        let back = Button::secondary(say::present_back_to_slide()).shortcut("Esc");
        ui.add(back).clicked()
    })
}

/// Of two charts, the one that is asked.
fn which_chart_ui(ui: &mut Ui, live: &mut Live) {
    let charts = live.slide.charts();
    if charts.len() < 2 {
        return;
    }
    let choices = [
        Choice::new(say::present_left_chart()),
        Choice::new(say::present_right_chart()),
    ];
    let chip = Chip::of(say::present_chart(), &choices, live.place).small();
    if let Some(place) = chip.ui(ui).chosen
        && let Some(chart) = charts.get(place)
        && can_ask(chart)
    {
        live.chart = (*chart).clone();
        live.place = place;
    }
}
