//! The screen as a whole.

use egui::accesskit::{Live, Role};
use egui::{
    Frame, Id, Margin, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::pages::Telling;
use super::state::{Field, StoryAction, StoryState};
use super::{list, new_story, panel};
use crate::base::typeface::Weight;
use crate::project::story::Slide;
use crate::ui::action::{Action, Actions};
use crate::ui::chart_node;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Pane, Panes, SectionHeading, TextArea, tall};
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;
use crate::words::say;

/// Widths of the panels, in a roomy and in a narrow window.
const LIST_WIDTHS: (f32, f32) = (216.0, 180.0);
const PANEL_WIDTHS: (f32, f32) = (288.0, 252.0);
/// A window is narrow below this width.
const NARROW: f32 = 1200.0;
/// The least height of the slide and its notes, under which they scroll.
const LEAST_HEIGHT: f32 = 380.0;
/// The room for the speaker's notes under the slide.
const NOTES: f32 = 132.0;

/// Draws the screen into what the top bar leaves.
pub fn story_ui(ui: &mut Ui, telling: &Telling<'_>, state: &mut StoryState, actions: &mut Actions) {
    state.pages.refresh(telling);
    let selected = select(telling, state);
    panel::keep_typing(telling, state, selected, actions);
    let colours = &tokens(ui).colours;
    let is_narrow = ui.available_width() < NARROW;
    let pick = |(roomy, narrow): (f32, f32)| if is_narrow { narrow } else { roomy };
    let card = Frame::new().fill(colours.card);
    let desk = Frame::new().fill(colours.desk).inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 16,
    });
    let id = Id::unique("panes of the story");
    let mut panes =
        Panes::new(id, say::pane_slide(), desk).left(say::pane_slides(), pick(LIST_WIDTHS), card);
    if selected.is_some() {
        panes = panes.right(say::pane_message(), pick(PANEL_WIDTHS), card);
    }
    panes.ui(ui, |ui, pane| match (pane, selected) {
        (Pane::Left, _) => list::list_ui(ui, telling, state, actions),
        (Pane::Right, Some(slide)) => {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin::symmetric(16, 14))
                    .show(ui, |ui| panel::panel_ui(ui, telling, slide, state, actions));
            });
        }
        (_, Some(slide)) => tall(ui, LEAST_HEIGHT, |ui| {
            slide_ui(ui, slide, state);
            notes_ui(ui, telling, slide, state, actions);
        }),
        (_, None) => nothing_ui(ui, telling, actions),
    });
    new_story::dialogs_ui(ui.ctx(), telling, state, actions);
    announce(ui, state);
}

/// The slide on show; the first where none is selected.
fn select<'a>(telling: &Telling<'a>, state: &mut StoryState) -> Option<&'a Slide> {
    let story = telling.story?;
    let held = state.selected.and_then(|id| story.slide(id));
    let slide = held.or_else(|| story.each_slide().next());
    state.selected = slide.map(|slide| slide.id);
    slide
}

/// The slide, as large as the room over the notes allows.
fn slide_ui(ui: &mut Ui, slide: &Slide, state: &mut StoryState) {
    let Some(laid_out) = state.pages.laid_out(slide.id) else {
        return;
    };
    let room = ui.available_size();
    let scene = laid_out.scene();
    let scale = (room.x / scene.width)
        .min((room.y - NOTES).max(80.0) / scene.height)
        .max(0.1);
    let size = vec2(scale * scene.width, scale * scene.height);
    let (line, _) = ui.allocate_exact_size(vec2(room.x, size.y), Sense::hover());
    let rect =
        egui::Rect::from_min_size(line.min + vec2((room.x - size.x) / 2.0, 0.0).round(), size);
    let response = ui.interact(rect, Id::unique("slide on show"), Sense::hover());
    chart_node::describe(ui, &response, scene);
    let colours = &tokens(ui).colours;
    let ground = painter::colour(scene.ground);
    let stroke = Stroke::new(1.0, colours.rule);
    ui.painter()
        .rect(rect, 2.0, ground, stroke, StrokeKind::Outside);
    if let Some(scene) = state.pages.scene(slide.id, scale) {
        painter::paint(&ui.painter_at(rect), rect.min, &scene.nodes);
    }
    ui.add_space(tokens(ui).space.medium);
}

/// What the speaker wants to say.
fn notes_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let height = (ui.available_height() - 24.0).clamp(60.0, 180.0);
    Card::new().padding([16.0, 8.0]).show(ui, |ui| {
        ui.add(SectionHeading::new(say::story_notes()));
        ScrollArea::vertical()
            .max_height((height - 44.0).max(36.0))
            .show(ui, |ui| {
                let kept = panel::field_ui(ui, state, slide, Field::Notes, &slide.notes, |id| {
                    TextArea::new(id, say::story_notes())
                        .plain()
                        .hint(say::story_notes_hint())
                });
                if let Some(words) = kept {
                    panel::keep(telling, slide, Field::Notes, &words, state, actions);
                }
            });
    });
}

/// A project without stories, or a story without slides.
fn nothing_ui(ui: &mut Ui, telling: &Telling<'_>, actions: &mut Actions) {
    let text = &tokens(ui).text;
    let secondary = tokens(ui).colours.ink_secondary;
    let (title, words) = if telling.story.is_some() {
        (say::story_empty(), say::story_empty_note())
    } else {
        (say::story_none(), say::story_none_note())
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(title).font(font(Weight::SemiBold, text.title)));
        ui.label(RichText::new(words).size(text.lead).color(secondary));
        ui.add_space(tokens(ui).space.medium);
        if telling.story.is_none() && ui.add(Button::primary(say::story_new())).clicked() {
            actions.send(Action::Story(StoryAction::New));
        }
    });
}

/// Lets assistive technology say what was done with a slide.
fn announce(ui: &Ui, state: &StoryState) {
    if state.announced.is_empty() {
        return;
    }
    let at = egui::Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let response = ui.interact(at, Id::unique("what was done with a slide"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &state.announced));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
