//! Laying out two criteria against one another: the priorities in the cells of their steps, by name where all
//! names have room, else by rank with the names beside the grid.

use super::grid_model::{GridAxis, GridModel, GridSubject};
use super::matrix_layout::outline;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{HitRegion, HitShape, HitTarget, Node, PlotArea, Role, Scene};
use crate::chart::size::ChartSize;
use crate::chart::text_block::{elide, wrap_evenly};
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::ChartTheme;

/// The height of a line, in sizes of its text.
const LINE: f32 = 1.22;
/// Text is made smaller down to this part of its size; large text further, down to this many points.
const LEAST_SCALE: (f32, f32) = (0.72, 9.0);
/// The most of the width that the steps up the side take, and that names beside the grid take.
const MOST_FOR_STEPS: f32 = 0.18;
const FOR_NAMES: f32 = 0.42;
/// A name is shortened to no less than this many sizes of its text.
const LEAST_NAME: f32 = 7.0;
/// What title, subtitle and footnote take on the screen, and a row of the grid.
const AROUND: f32 = 250.0;
const SCREEN_ROW: f32 = 52.0;

/// The least height in which the grid can be read on the screen.
pub(super) fn least_height(model: &GridModel) -> f32 {
    let rows = model.axes.as_ref().map_or(1, |(_, up)| up.steps.len());
    AROUND + SCREEN_ROW * count(rows)
}

/// Lays out a grid for a size.
pub(super) fn layout(
    model: &GridModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let words = &model.words;
    let header = canvas.header(&words.title, &words.subtitle, &mut nodes, &mut hits);
    let footer = canvas.footer(&words.footnote, &mut nodes, &mut hits);
    let room = canvas.room(header + 12.0 * canvas.scale, footer - 10.0 * canvas.scale);
    match &model.axes {
        Some((across, up)) if !model.subjects.is_empty() => {
            let drawing = Drawing {
                canvas: &canvas,
                model,
                across,
                up,
            };
            drawing.draw(room, &mut nodes, &mut hits);
        }
        _ => nodes.push(canvas.message(NO_VALUES, room)),
    }
    Scene::new(
        (size, theme.ground),
        (&words.title, &words.alt_text),
        PlotArea::without_axes(room),
        nodes,
        hits,
    )
}

struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a GridModel,
    across: &'a GridAxis,
    up: &'a GridAxis,
}

/// Where the cells stand.
struct Cells {
    rect: Rect,
    column: f32,
    row: f32,
    gap: f32,
}

impl Cells {
    fn rect(&self, across: usize, up: usize, rows: usize) -> Rect {
        let left = self.rect.left + self.column * count(across);
        let top = self.rect.top + self.row * count(rows.saturating_sub(1 + up));
        Rect::new(
            left,
            top,
            left + self.column - self.gap,
            top + self.row - self.gap,
        )
    }
}

impl Drawing<'_> {
    fn draw(&self, room: Rect, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let whole = self.cells(room);
        let text = self.font_for_names(&whole);
        let (cells, list) = if text.is_some() {
            (whole, None)
        } else {
            let font = self.canvas.text.axis;
            let gap = 1.2 * font.size_pt;
            let subjects = self.model.subjects.iter();
            let widest = subjects
                .map(|subject| self.canvas.measure.width(&named(subject), font))
                .fold(0.0, f32::max);
            let right = room.right - (widest + 2.0 * gap).min(FOR_NAMES * room.width());
            let cells = self.cells(Rect::new(room.left, room.top, right, room.bottom));
            let list = Rect::new(right + gap, room.top, room.right, room.bottom);
            (cells, Some(list))
        };
        nodes.push(self.steps(&cells, room));
        let scale = self.canvas.scale;
        let rows = self.up.steps.len();
        let all =
            (0..self.across.steps.len()).flat_map(|across| (0..rows).map(move |up| (across, up)));
        let outlines =
            all.map(|(across, up)| outline(cells.rect(across, up, rows), scale, self.canvas.theme));
        nodes.push(group(Role::Grid, None, outlines.collect()));
        for across in 0..self.across.steps.len() {
            for up in 0..rows {
                let rect = cells.rect(across, up, rows);
                match text {
                    Some(font) => self.names((across, up), rect, font, nodes, hits),
                    None => self.ranks((across, up), rect, nodes, hits),
                }
            }
        }
        if let Some(list) = list {
            nodes.push(self.list(list, hits));
        }
    }

    /// The room of the cells within that of the whole, beside the steps and their names.
    fn cells(&self, room: Rect) -> Cells {
        let canvas = self.canvas;
        let (font, name) = (canvas.text.axis, canvas.text.label);
        let steps = self.up.steps.iter();
        let widest = steps
            .map(|words| canvas.measure.width(words, font))
            .fold(0.0, f32::max);
        let side = widest.min(MOST_FOR_STEPS * room.width()) + 0.8 * font.size_pt;
        let rect = Rect::new(
            room.left + side,
            room.top + 1.7 * name.size_pt,
            room.right,
            room.bottom - 2.4 * LINE * font.size_pt - 1.3 * name.size_pt,
        );
        let column = rect.width().max(1.0) / count(self.across.steps.len().max(1));
        let row = rect.height().max(1.0) / count(self.up.steps.len().max(1));
        Cells {
            rect,
            column,
            row,
            gap: (2.0 * canvas.scale).min(0.1 * column),
        }
    }

    fn subjects_at(&self, (across, up): (usize, usize)) -> Vec<(usize, &GridSubject)> {
        let subjects = self.model.subjects.iter().enumerate();
        subjects
            .filter(|(_, subject)| (subject.across, subject.up) == (across, up))
            .collect()
    }

    /// The size of text at which all names have room in their cells, each at least in part; `None` where there
    /// is none.
    fn font_for_names(&self, cells: &Cells) -> Option<Font> {
        let size = self.canvas.text.axis.size_pt;
        let most = self
            .model
            .subjects
            .iter()
            .map(|subject| self.subjects_at((subject.across, subject.up)).len())
            .max()
            .unwrap_or(0);
        // Smaller than this, ranks are read more easily.
        let least = LEAST_SCALE.0;
        let fitting = (cells.row - cells.gap - 0.4 * size) / (count(most.max(1)) * LINE * size);
        let scale = fitting.min(1.0);
        let font = self.canvas.text.axis.scaled(scale.max(least));
        let has_width = cells.column >= LEAST_NAME * font.size_pt + 1.2 * font.size_pt;
        (scale >= least && has_width && self.names_fit(font, cells)).then_some(font)
    }

    /// Whether no name loses more than half of itself.
    fn names_fit(&self, font: Font, cells: &Cells) -> bool {
        let room = cells.column - cells.gap - 0.8 * font.size_pt;
        let measure = self.canvas.measure;
        self.model
            .subjects
            .iter()
            .all(|subject| measure.width(&named(subject), font) <= 1.6 * room)
    }

    fn names(
        &self,
        cell: (usize, usize),
        rect: Rect,
        font: Font,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let canvas = self.canvas;
        let held = self.subjects_at(cell);
        let line = LINE * font.size_pt;
        let middle = f32::midpoint(rect.top, rect.bottom) + font.cap_height() / 2.0;
        let first = middle - line * count(held.len().saturating_sub(1)) / 2.0;
        let left = rect.left + 0.4 * font.size_pt;
        let room = rect.width() - 0.8 * font.size_pt;
        for (place, (mark, subject)) in held.into_iter().enumerate() {
            let text = elide(&named(subject), font, room, canvas.measure);
            let baseline = first + line * count(place);
            let run = canvas.run(&text, left, baseline, font, canvas.theme.ink);
            nodes.push(group(Role::Series, Some(mark), vec![Node::Text(run)]));
            hits.push(HitRegion {
                target: HitTarget::Mark(mark),
                shape: HitShape::Rect(Rect::new(
                    rect.left,
                    baseline - font.ascent(),
                    rect.right,
                    baseline + font.descent(),
                )),
            });
        }
    }

    /// The ranks of a cell's priorities, in rows.
    fn ranks(
        &self,
        cell: (usize, usize),
        rect: Rect,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let canvas = self.canvas;
        let held = self.subjects_at(cell);
        if held.is_empty() {
            return;
        }
        let size = canvas.text.label.size_pt;
        let fits = |columns: usize, scale: f32| {
            let rows = held.len().div_ceil(columns);
            count(columns) * 2.0 * size * scale <= rect.width()
                && count(rows) * LINE * size * scale <= rect.height()
        };
        let scales = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];
        let found = scales.into_iter().find_map(|scale| {
            let columns = (1..=held.len())
                .rev()
                .find(|columns| fits(*columns, scale))?;
            Some((columns, scale))
        });
        let (columns, scale) = found.unwrap_or((held.len(), 0.5));
        let font = canvas.text.label.scaled(scale);
        let rows = held.len().div_ceil(columns);
        let line = LINE * font.size_pt;
        let step = 2.0 * font.size_pt;
        let centre = Point::new(
            f32::midpoint(rect.left, rect.right),
            f32::midpoint(rect.top, rect.bottom),
        );
        for (place, (mark, subject)) in held.iter().enumerate() {
            let (row, column) = (place / columns, place % columns);
            let in_row = columns.min(held.len() - row * columns);
            let x = centre.x + step * (count(column) - (count(in_row) - 1.0) / 2.0);
            let y = centre.y + line * (count(row) - (count(rows) - 1.0) / 2.0);
            let text = subject.rank.to_string();
            let left = x - canvas.measure.width(&text, font) / 2.0;
            let baseline = y + font.cap_height() / 2.0;
            let run = canvas.run(&text, left, baseline, font, canvas.theme.ink);
            nodes.push(group(Role::Series, Some(*mark), vec![Node::Text(run)]));
            hits.push(HitRegion {
                target: HitTarget::Mark(*mark),
                shape: HitShape::Disc {
                    centre: Point::new(x, y),
                    radius: 0.75 * font.size_pt,
                },
            });
        }
    }

    /// The names with their ranks, beside the grid.
    fn list(&self, room: Rect, hits: &mut Vec<HitRegion>) -> Node {
        let canvas = self.canvas;
        let size = canvas.text.axis.size_pt;
        let all = self.model.subjects.len();
        let least = (LEAST_SCALE.1 / size).clamp(0.5, LEAST_SCALE.0);
        let line = |font: Font| 1.35 * font.size_pt;
        let fitting = room.height() / (count(all.max(1)) * 1.35 * size);
        let font = canvas.text.axis.scaled(fitting.clamp(least, 1.0));
        let most = (1..=all)
            .rev()
            .find(|names| {
                let more = usize::from(*names < all);
                count(*names + more) * line(font) <= room.height() + 0.5
            })
            .unwrap_or(0);
        let mut runs = Vec::new();
        let rank_room = canvas.measure.width("00", font) + 0.6 * font.size_pt;
        for (place, subject) in self.model.subjects.iter().take(most).enumerate() {
            let baseline = room.top + line(font) * count(place) + font.ascent();
            let rank = subject.rank.to_string();
            let right = room.left + rank_room - 0.6 * font.size_pt;
            let left = right - canvas.measure.width(&rank, font);
            let name = elide(
                &subject.name,
                font,
                room.width() - rank_room,
                canvas.measure,
            );
            runs.push(Node::Text(canvas.run(
                &rank,
                left,
                baseline,
                font,
                canvas.theme.secondary,
            )));
            let run = canvas.run(
                &name,
                room.left + rank_room,
                baseline,
                font,
                canvas.theme.ink,
            );
            runs.push(Node::Text(run));
            hits.push(HitRegion {
                target: HitTarget::Mark(place),
                shape: HitShape::Rect(Rect::new(
                    room.left,
                    baseline - font.ascent(),
                    room.right,
                    baseline + font.descent(),
                )),
            });
        }
        if most < all {
            let baseline = room.top + line(font) * count(most) + font.ascent();
            let words = format!("and {} more", all - most);
            let run = canvas.run(&words, room.left, baseline, font, canvas.theme.secondary);
            runs.push(Node::Text(run));
        }
        group(Role::LineLabels, None, runs)
    }

    /// The steps along both sides, with the names of the criteria.
    fn steps(&self, cells: &Cells, room: Rect) -> Node {
        let canvas = self.canvas;
        let (font, name) = (canvas.text.axis, canvas.text.label);
        let theme = canvas.theme;
        let mut runs = Vec::new();
        let rows = self.up.steps.len();
        let side = cells.rect.left - room.left - 0.6 * font.size_pt;
        for (place, words) in self.up.steps.iter().enumerate() {
            let rect = cells.rect(0, place, rows);
            let text = elide(words, font, side, canvas.measure);
            let middle = f32::midpoint(rect.top, rect.bottom) + font.cap_height() / 2.0;
            runs.push(Node::Text(canvas.run(
                &text,
                room.left,
                middle,
                font,
                theme.secondary,
            )));
        }
        let mut bottom = cells.rect.bottom;
        for (place, words) in self.across.steps.iter().enumerate() {
            let rect = cells.rect(place, 0, rows);
            let lines = wrap_evenly(words, font, rect.width(), 2, canvas.measure);
            for (line, text) in lines.iter().enumerate() {
                let left = rect.left + (rect.width() - canvas.measure.width(text, font)) / 2.0;
                let baseline = rect.bottom + LINE * font.size_pt * (count(line) + 1.0);
                let run = canvas.run(text, left, baseline, font, theme.secondary);
                bottom = bottom.max(baseline);
                runs.push(Node::Text(run));
            }
        }
        let up = elide(&self.up.name, name, room.width(), canvas.measure);
        let baseline = room.top + name.cap_height();
        runs.push(Node::Text(
            canvas.run(&up, room.left, baseline, name, theme.ink),
        ));
        let across = elide(&self.across.name, name, cells.rect.width(), canvas.measure);
        let left = cells.rect.right - cells.gap - canvas.measure.width(&across, name);
        let baseline = (bottom + 1.35 * name.size_pt).min(room.bottom);
        let left = left.max(cells.rect.left);
        runs.push(Node::Text(
            canvas.run(&across, left, baseline, name, theme.ink),
        ));
        group(Role::HorizontalAxis, None, runs)
    }
}

fn named(subject: &GridSubject) -> String {
    format!("{} {}", subject.rank, subject.name)
}
