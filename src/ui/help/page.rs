//! A page of the guide as it is drawn.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, Frame, Label, Layout, Margin, Rect, RichText, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::blocks::{Block, Run};
use super::guide::Page;
use super::pictures::Pictures;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::kit::{Link, text};
use crate::ui::tokens::tokens;

/// How far an item of a list is set in.
const INSET: f32 = 22.0;
/// No column of a table is wider, in letters, for the purpose of sharing the room.
const MOST_LETTERS: usize = 60;
/// Between the columns of a table.
const COLUMN_GAP: f32 = 16.0;
/// How much a line is higher than its letters.
const LEADING: f32 = 1.5;

/// Draws a page, and brings `heading` into view; the link that was followed.
pub(super) fn page_ui(
    ui: &mut Ui,
    page: &Page,
    heading: Option<&str>,
    pictures: &mut Pictures,
) -> Option<String> {
    let mut followed = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for block in &page.blocks {
        match block {
            Block::Heading { level, text, slug } => {
                let rect = heading_ui(ui, *level, text);
                if heading == Some(slug.as_str()) {
                    ui.scroll_to_rect(rect, Some(Align::TOP));
                }
            }
            Block::Paragraph(runs) => {
                followed = runs_ui(ui, runs, Weight::Regular).or(followed);
                ui.add_space(tokens(ui).space.medium);
            }
            Block::Item { depth, mark, runs } => {
                followed = item_ui(ui, *depth, mark, runs).or(followed);
            }
            Block::Table { head, rows } => {
                followed = table_ui(ui, head, rows).or(followed);
                ui.add_space(tokens(ui).space.large);
            }
            Block::Picture { file, words } => picture_ui(ui, file, words, pictures),
            Block::Code(code) => code_ui(ui, code),
        }
    }
    followed
}

fn heading_ui(ui: &mut Ui, level: u8, words: &str) -> Rect {
    let tokens = tokens(ui);
    let (above, size, below) = match level {
        1 => (0.0, tokens.text.title, tokens.space.medium),
        2 => (tokens.space.medium, tokens.text.lead, tokens.space.small),
        _ => (tokens.space.small, tokens.text.panel, tokens.space.tight),
    };
    ui.add_space(above);
    let format = TextFormat::simple(font(Weight::SemiBold, size), tokens.colours.ink);
    let galley = text::rows(ui, words, format, ui.available_width(), 4);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    ui.add_space(below);
    rect
}

/// Words that wrap, with links among them; the link that was followed.
fn runs_ui(ui: &mut Ui, runs: &[Run], weight: Weight) -> Option<String> {
    let mut followed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = 0.0;
        let mut plain = LayoutJob::default();
        for run in runs {
            let Some(link) = &run.link else {
                append(ui, &mut plain, run, weight);
                continue;
            };
            flush(ui, &mut plain);
            if ui.add(Link::new(&run.text)).clicked() {
                followed = Some(link.clone());
            }
        }
        flush(ui, &mut plain);
    });
    followed
}

/// Draws the words so far, which are one for assistive technology.
fn flush(ui: &mut Ui, plain: &mut LayoutJob) {
    let job = std::mem::take(plain);
    if !job.text.is_empty() {
        ui.add(Label::new(job).selectable(false));
    }
}

fn append(ui: &Ui, job: &mut LayoutJob, run: &Run, weight: Weight) {
    let tokens = tokens(ui);
    let weight = if run.is_strong {
        Weight::SemiBold
    } else {
        weight
    };
    let size = tokens.text.body;
    let mut format = TextFormat::simple(font(weight, size), tokens.colours.ink);
    format.line_height = Some((LEADING * size).round());
    if run.is_code {
        format.background = tokens.colours.neutral_soft;
    }
    job.append(&run.text, 0.0, format);
}

fn item_ui(ui: &mut Ui, depth: u8, mark: &str, runs: &[Run]) -> Option<String> {
    let size = tokens(ui).text.body;
    let followed = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(INSET * f32::from(depth));
            let line = vec2(INSET, (LEADING * size).round());
            let (rect, _) = ui.allocate_exact_size(line, Sense::hover());
            let colour = tokens(ui).colours.ink_secondary;
            let galley = text::line(ui, mark, font(Weight::Regular, size), colour);
            let at = pos2(rect.left() + 4.0, rect.center().y);
            text::paint_from(ui.painter(), at, galley);
            ui.vertical(|ui| runs_ui(ui, runs, Weight::Regular)).inner
        })
        .inner;
    ui.add_space(tokens(ui).space.small);
    followed
}

/// How the room is shared out among the columns: by their longest cells.
fn widths(head: &[Vec<Run>], rows: &[Vec<Vec<Run>>], room: f32) -> Vec<f32> {
    let letters = |cell: &Vec<Run>| -> usize {
        let all: usize = cell.iter().map(|run| run.text.chars().count()).sum();
        all.clamp(8, MOST_LETTERS)
    };
    let longest: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let cells = cells.chain(head.get(column)).map(letters);
            cells.max().unwrap_or(8)
        })
        .collect();
    let share = |letters: usize| f32::from(u16::try_from(letters).unwrap_or(u16::MAX));
    let all: f32 = longest.iter().map(|letters| share(*letters)).sum();
    let gaps = COLUMN_GAP * share(head.len().saturating_sub(1));
    longest
        .into_iter()
        .map(|letters| (room - gaps).max(0.0) * share(letters) / all.max(1.0))
        .collect()
}

fn table_ui(ui: &mut Ui, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Option<String> {
    let widths = widths(head, rows, ui.available_width());
    let mut followed = None;
    let head = std::iter::once((head, Weight::SemiBold));
    let rows = rows.iter().map(|row| (row.as_slice(), Weight::Regular));
    for (cells, weight) in head.chain(rows) {
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = COLUMN_GAP;
            for (cell, width) in cells.iter().zip(&widths) {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(*width, 0.0), layout, |ui| {
                    ui.set_width(*width);
                    followed = runs_ui(ui, cell, weight).or(followed.take());
                });
            }
        });
        ui.add_space(tokens(ui).space.tight);
        let y = ui.cursor().top().round() - 0.5;
        let rule = Stroke::new(1.0, tokens(ui).colours.rule_soft);
        let across = row.response.rect.left()..=ui.max_rect().right();
        ui.painter().hline(across, y, rule);
        ui.add_space(tokens(ui).space.tight);
    }
    followed
}

fn picture_ui(ui: &mut Ui, file: &str, words: &str, pictures: &mut Pictures) {
    let Some(texture) = pictures.get(ui.ctx(), file) else {
        ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
        return;
    };
    let whole = texture.size_vec2();
    let width = ui.available_width().min(whole.x);
    let size = vec2(width, width * whole.y / whole.x.max(1.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
    if ui.is_rect_visible(rect) {
        let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let painter = ui.painter();
        painter.image(texture.id(), rect, all, Color32::WHITE);
        let stroke = Stroke::new(1.0, tokens(ui).colours.rule);
        painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
    }
    ui.add_space(tokens(ui).space.large);
}

/// Lines that are typed; they scroll sideways where they are longer than the page is wide.
fn code_ui(ui: &mut Ui, code: &str) {
    let tokens = tokens(ui);
    Frame::new()
        .fill(tokens.colours.neutral_soft)
        .corner_radius(CornerRadius::from(tokens.radius.control))
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ScrollArea::horizontal()
                .id_salt(code)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for line in code.lines() {
                        ui.add(Label::new(line).selectable(false).extend());
                    }
                });
        });
    ui.add_space(tokens.space.large);
}
