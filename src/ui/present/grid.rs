//! All slides in small, to go to one of them.

use egui::accesskit::Role;
use egui::{EventFilter, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::show::Show;
use super::stage::picture_ui;
use crate::base::typeface::Weight;
use crate::project::story::{Slide, SlideShape, Story};
use crate::ui::fonts::font;
use crate::ui::kit::text;
use crate::ui::tokens::tokens;
use crate::words::say;

/// The least width of a slide in small, and what lies between two.
const LEAST_WIDTH: f32 = 250.0;
const GAP: f32 = 20.0;
const MARGIN: f32 = 36.0;
/// The room for the number under a slide.
const NUMBER: f32 = 24.0;
/// No more stand beside each other.
const MOST_COLUMNS: usize = 6;

/// Draws them.
pub(super) fn grid_ui(ui: &mut Ui, story: &Story, show: &mut Show) {
    let whole = ui.available_width() - 2.0 * MARGIN;
    let fitting = |columns: &usize| columns_width(whole, *columns) >= LEAST_WIDTH;
    let columns = (1..=MOST_COLUMNS).rev().find(fitting).unwrap_or(1);
    show.grid_columns = columns;
    let width = columns_width(whole, columns);
    let aspect = match story.shape {
        SlideShape::Wide => 9.0 / 16.0,
        SlideShape::Standard => 3.0 / 4.0,
    };
    let small = vec2(width, (width * aspect).round());
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(MARGIN);
        for (row, slides) in story.slides.chunks(columns).enumerate() {
            let size = vec2(ui.available_width(), small.y + NUMBER + GAP);
            let (_, line) = ui.allocate_space(size);
            let mut left = line.left() + MARGIN;
            for (column, slide) in slides.iter().enumerate() {
                let rect = Rect::from_min_size(pos2(left, line.top()), small);
                left += small.x + GAP;
                let number = row * columns + column + 1;
                slide_ui(ui, rect, (story, number), slide, show);
            }
        }
    });
}

fn columns_width(whole: f32, columns: usize) -> f32 {
    let columns = count(columns);
    (whole - GAP * (columns - 1.0)) / columns
}

/// A small number of things as a length.
fn count(things: usize) -> f32 {
    u16::try_from(things).map_or(f32::from(u16::MAX), f32::from)
}

fn slide_ui(
    ui: &mut Ui,
    rect: Rect,
    (story, number): (&Story, usize),
    slide: &Slide,
    show: &mut Show,
) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let is_pointed_at = show.grid == Some(slide.id);
    let id = ui
        .scope_id()
        .with(("slide in small", story.id.0, slide.id.0));
    let response = ui.interact(rect, id, Sense::click());
    let page = show.pages.laid_out(slide.id);
    response.widget_info(|| {
        let title = page.as_ref().map_or("", |page| page.scene().title.as_str());
        let name = if slide.is_hidden {
            say::SlideNameHidden { number, title }.say()
        } else {
            say::SlideName { number, title }.say()
        };
        WidgetInfo::selected(Role::ListBoxOption, true, is_pointed_at, name)
    });
    if is_pointed_at && !response.has_focus() {
        response.request_focus();
        ui.scroll_to_rect(rect.expand(GAP), None);
    }
    if is_pointed_at {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    if ui.is_rect_visible(rect) {
        picture_ui(ui, rect, slide, None, &mut show.pages);
        let painter = ui.painter();
        if slide.is_hidden {
            painter.rect_filled(rect, 0.0, colours.stage.gamma_multiply(0.6));
        }
        if is_pointed_at || response.hovered() {
            let wide = if is_pointed_at { 4.0 } else { 2.0 };
            let stroke = Stroke::new(wide, colours.focus);
            painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
        }
        let words = if slide.is_hidden {
            say::present_number_hidden(number)
        } else {
            number.to_string()
        };
        let small = font(Weight::Medium, tokens.text.small);
        let galley = text::line(ui, &words, small, colours.on_stage);
        let at = pos2(rect.left(), rect.bottom() + 14.0);
        text::paint_from(ui.painter(), at, galley);
    }
    if response.clicked() {
        show.go_to(slide.id);
    }
}
