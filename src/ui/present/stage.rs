//! What the audience sees: the slide as large as the screen allows, on black.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Align2, CentralPanel, CursorIcon, Frame, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::show::{Cover, Show};
use super::{grid, live};
use crate::base::typeface::Weight;
use crate::chart::Scene;
use crate::chart::slide::{at_step, line_names, lines_by_step};
use crate::export::guard::PublishableSlide;
use crate::project::story::{Slide, SlideContent, Story};
use crate::ui::chart_node;
use crate::ui::fonts::font;
use crate::ui::kit;
use crate::ui::scene_painter as painter;
use crate::ui::story::{Pages, Telling};
use crate::ui::tokens::tokens;
use crate::words::say;

/// The pointer disappears when it has not been moved for so many seconds.
const POINTER_SHOWN: f32 = 2.0;

/// What was done on the stage with the pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OnStage {
    /// The slide was clicked.
    pub goes_on: bool,
    /// The question was closed.
    pub closes_live: bool,
}

/// Draws the stage.
pub(super) fn stage_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    story: &Story,
    show: &mut Show,
) -> OnStage {
    let mut done = OnStage::default();
    if show.cover.is_none()
        && show.grid.is_none()
        && let Some(live) = &mut show.live
    {
        done.closes_live = live::live_ui(ui, telling, live);
    }
    let colours = &tokens(ui).colours;
    let ground = match show.cover {
        Some(Cover::White) => colours.stage_white,
        _ => colours.stage,
    };
    CentralPanel::default()
        .frame(Frame::new().fill(ground))
        .show(ui, |ui| {
            if show.cover.is_some() {
                done.goes_on = covered_ui(ui);
            } else if show.grid.is_some() {
                grid::grid_ui(ui, story, show);
            } else if let Some(slide) = show.current(story) {
                done.goes_on = slide_ui(ui, slide, show);
            } else {
                end_ui(ui);
            }
        });
    if !show.digits.is_empty() {
        digits_ui(ui, &show.digits);
    }
    announce(ui, &announced(story, show));
    hide_pointer(ui, show);
    done
}

/// A slide in the middle of its room. Returns whether it was clicked.
fn slide_ui(ui: &mut Ui, slide: &Slide, show: &mut Show) -> bool {
    let room = ui.available_rect_before_wrap();
    let step = (show.steps(slide) > 0).then_some(show.step);
    let is_live = show.live.is_some();
    let pages = show
        .live
        .as_mut()
        .map_or(&mut show.pages, |live| &mut live.pages);
    let Some(rect) = picture_ui(ui, room, slide, step.filter(|_| !is_live), pages) else {
        return false;
    };
    // A question is asked in the bar, which has the keyboard meanwhile.
    let sense = if is_live {
        Sense::hover()
    } else {
        Sense::click()
    };
    let response = ui.interact(rect, Id::unique("slide on the screen"), sense);
    let page = pages.laid_out(slide.id);
    if let Some(page) = &page {
        let scene = page.scene();
        let description = match step {
            Some(step) => appeared(slide, scene, &lines_of(page), step),
            None => scene.description.clone(),
        };
        let title = &scene.title;
        chart_node::describe_words(ui, &response, chart_node::ROLE, title, description);
    }
    response.clicked() && !is_live
}

/// Paints a slide as large as a room allows, in the middle of it; where it stands.
pub(super) fn picture_ui(
    ui: &Ui,
    room: Rect,
    slide: &Slide,
    step: Option<usize>,
    pages: &mut Pages,
) -> Option<Rect> {
    let page = pages.laid_out(slide.id)?;
    let scene = page.scene();
    let scale = (room.width() / scene.width)
        .min(room.height() / scene.height)
        .max(0.02);
    let size = vec2(scale * scene.width, scale * scene.height);
    let rect = Rect::from_center_size(room.center(), size);
    let paper = ui.painter_at(rect);
    paper.rect_filled(rect, 0.0, painter::colour(scene.ground));
    let scene = pages.scene(slide.id, scale)?;
    match step {
        Some(step) => {
            let shown = at_step(slide, &scene, step);
            painter::paint(&paper, rect.min, &shown.nodes);
        }
        None => painter::paint(&paper, rect.min, &scene.nodes),
    }
    Some(rect)
}

/// The names of the lines of a slide's chart, by their places.
fn lines_of(page: &PublishableSlide) -> Vec<String> {
    let chart = page.charts().first();
    chart.map_or(Vec::new(), |chart| line_names(&chart.contents().table))
}

/// The paragraphs or lines that have appeared.
fn appeared(slide: &Slide, scene: &Scene, lines: &[String], step: usize) -> String {
    let SlideContent::Text { paragraphs, .. } = &slide.content else {
        let shown = lines_by_step(scene);
        let shown = shown.iter().take(step + 1).flatten();
        let names: Vec<&str> = shown
            .filter_map(|place| lines.get(*place).map(String::as_str))
            .collect();
        return say::present_shown(names.join(", "));
    };
    let shown = paragraphs.iter().take(step);
    let words: Vec<&str> = shown.map(|held| held.text.as_str()).collect();
    words.join(" ")
}

/// Nothing but the ground, which a click takes away.
fn covered_ui(ui: &mut Ui) -> bool {
    let rect = ui.available_rect_before_wrap();
    let response = ui.interact(rect, Id::unique("hidden slide"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::present_is_hidden()));
    response.clicked()
}

/// After the last slide.
fn end_ui(ui: &Ui) {
    let room = ui.available_rect_before_wrap();
    let text = &tokens(ui).text;
    let colour = tokens(ui).colours.on_stage;
    let title = font(Weight::SemiBold, text.title);
    let at = room.center();
    let painter = ui.painter();
    let ended = say::present_end_of_story();
    painter.text(at, Align2::CENTER_BOTTOM, ended, title, colour);
    let small = font(Weight::Regular, text.lead);
    let words = say::present_leave();
    let under = at + vec2(0.0, 12.0);
    painter.text(under, Align2::CENTER_TOP, words, small, colour);
}

/// The number that is being typed, in the lower right corner.
fn digits_ui(ui: &Ui, digits: &str) {
    let colours = &tokens(ui).colours;
    let corner = ui.max_rect().right_bottom() - vec2(28.0, 28.0);
    let words = font(Weight::SemiBold, tokens(ui).text.title);
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(format!("{digits} ↵"), words, colours.on_tooltip);
    let rect = Rect::from_min_max(corner - galley.size() - vec2(28.0, 16.0), corner);
    painter.rect_filled(rect, 6.0, colours.tooltip);
    let at = pos2(rect.left() + 14.0, rect.top() + 8.0);
    painter.galley(at, galley, colours.on_tooltip);
}

/// What assistive technology says when something else is on the screen.
fn announced(story: &Story, show: &Show) -> String {
    if !show.digits.is_empty() {
        return say::present_go_to(&show.digits);
    }
    match show.cover {
        Some(Cover::Black) => return say::present_black_screen().to_owned(),
        Some(Cover::White) => return say::present_white_screen().to_owned(),
        None => {}
    }
    if show.grid.is_some() {
        return say::present_all_slides().to_owned();
    }
    let Some(slide) = show.current(story) else {
        return say::present_end_of_story().to_owned();
    };
    let pages = show.live.as_ref().map_or(&show.pages, |live| &live.pages);
    let page = pages.laid_out(slide.id);
    let title = page.as_ref();
    let title = title.map_or_else(String::new, |page| page.scene().title.clone());
    let number = story.place_of(slide.id).map_or(0, |at| at + 1);
    let count = story.slides.len();
    let adding = |added: &str| {
        say::PresentSlideOfAdding {
            number,
            count,
            title: &title,
            added,
        }
        .say()
    };
    if let Some(page) = page
        && !matches!(slide.content, SlideContent::Text { .. })
        && show.steps(slide) > 0
    {
        let shown = lines_by_step(page.scene());
        let lines = lines_of(&page);
        let names = shown.get(show.step).into_iter().flatten();
        let names: Vec<&str> = names
            .filter_map(|place| lines.get(*place).map(String::as_str))
            .collect();
        return adding(&names.join(", "));
    }
    if let SlideContent::Text { paragraphs, .. } = &slide.content
        && slide.steps() > 0
        && let Some(last) = show.step.checked_sub(1).and_then(|at| paragraphs.get(at))
    {
        return adding(&last.text);
    }
    say::PresentSlideOfTitled {
        number,
        count,
        title: &title,
    }
    .say()
}

fn announce(ui: &Ui, words: &str) {
    let id = Id::unique("what is on the screen");
    kit::announce(ui, id, ui.max_rect().min, words);
}

/// Hides the pointer where it rests, unless something waits for it.
fn hide_pointer(ui: &Ui, show: &Show) {
    if show.live.is_some() || show.grid.is_some() {
        return;
    }
    let rested = ui.input(|input| input.pointer.time_since_last_movement());
    if rested >= POINTER_SHOWN {
        ui.set_cursor_icon(CursorIcon::None);
    } else {
        let left = Duration::from_secs_f32((POINTER_SHOWN - rested).clamp(0.05, POINTER_SHOWN));
        ui.ctx().request_repaint_after(left);
    }
}
