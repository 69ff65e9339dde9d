//! Laying out a heatmap: names at the left, periods over the columns, a cell for each, the key over all.

use super::model::{HeatmapCell, HeatmapFill, HeatmapModel, HeatmapRow, HeatmapScale};
use crate::chart::canvas::{Canvas, NO_VALUES, RowPlace, group};
use crate::chart::colour::Rgba;
use crate::chart::colour_steps::{hatching, readable};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{
    Area, Circle, FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene,
    Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::ChartTheme;

/// The height of a row where there is room, and the least, in sizes of its text.
const ROOMY: f32 = 2.6;
const TIGHT: f32 = 1.34;
/// What a heading takes of a row's height.
const HEADING: f32 = 1.1;
/// The most of the width that names take.
const MOST_FOR_NAMES: f32 = 0.34;
/// The least and the most width of a column, in sizes of its text.
const COLUMNS: (f32, f32) = (0.55, 9.0);
/// What title, subtitle, key, periods and footnote take on the screen, and a row where rows scroll.
const AROUND: f32 = 245.0;
const SCREEN_ROW: f32 = 22.0;

/// The least height in which every row can be read on the screen.
pub(super) fn least_height(model: &HeatmapModel) -> f32 {
    AROUND + SCREEN_ROW * units(&model.rows)
}

/// The heights of all rows and headings together, in rows.
fn units(rows: &[HeatmapRow]) -> f32 {
    let mut section = "";
    let begins = rows.iter().filter(|row| {
        let is_new = row.section != section;
        section = &row.section;
        is_new && !row.section.is_empty()
    });
    let headings = begins.count();
    count(rows.len()) + HEADING * count(headings)
}

/// Lays out a heatmap for a size.
pub(super) fn layout(
    model: &HeatmapModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let scale = canvas.scale;
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let header = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let painter = Painter {
        canvas: &canvas,
        model,
    };
    let header = if model.is_empty() {
        header
    } else {
        painter.key(header + 12.0 * scale, &mut nodes)
    };
    let footer = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let periods_room = 1.5 * canvas.text.axis.size_pt;
    let room = canvas.room(header + 10.0 * scale + periods_room, footer - 12.0 * scale);
    let mut plot = room;
    if model.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        plot = painter.table(room, &mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        PlotArea::without_axes(plot),
        nodes,
        hits,
    )
}

/// How the figures of all cells are printed: whole, without their unit, without decimals.
#[derive(Clone, Copy)]
enum Figures {
    Whole,
    Shorter(usize),
}

struct Painter<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a HeatmapModel,
}

/// Where rows and columns stand.
struct Table {
    font: Font,
    row_height: f32,
    /// How many rows fit.
    rows: usize,
    /// The first period that fits, the left edge of its column, and the width of columns.
    first: usize,
    left: f32,
    column: f32,
    names: f32,
    figures: Option<Figures>,
    gap: f32,
}

impl Painter<'_> {
    /// The cells with their names and periods; returns where the cells stand.
    fn table(&self, room: Rect, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> Rect {
        let table = self.measured(room);
        let columns = self.model.periods.len();
        let (mut names, mut top, mut section) = (Vec::new(), room.top, "");
        for (place, row) in self.model.rows.iter().take(table.rows).enumerate() {
            if row.section != section {
                section = &row.section;
                if !section.is_empty() {
                    let height = HEADING * table.row_height;
                    names.push(self.heading(section, top + height, &table, room));
                    top += height;
                }
            }
            let mut cells = Vec::new();
            for (period, cell) in row.cells.iter().enumerate().skip(table.first) {
                let left = table.left + table.column * count(period - table.first);
                let around = Rect::new(left, top, left + table.column, top + table.row_height);
                let inside = Rect::new(
                    around.left,
                    around.top,
                    around.right - table.gap,
                    around.bottom - table.gap,
                );
                cells.extend(self.cell(cell, inside, &table));
                if !matches!(cell, HeatmapCell::Absent) {
                    hits.push(HitRegion {
                        target: HitTarget::Mark(place * columns + period),
                        shape: HitShape::Rect(inside),
                    });
                }
            }
            nodes.push(group(Role::Series, Some(place), cells));
            names.extend(self.name(row, top, &table));
            top += table.row_height;
        }
        nodes.push(group(Role::VerticalAxis, None, names));
        nodes.push(self.periods(room.top, &table));
        self.left_out(top, &table, nodes);
        Rect::new(table.left, room.top, room.right, top.min(room.bottom))
    }

    /// How large rows, columns and figures are.
    fn measured(&self, room: Rect) -> Table {
        let canvas = self.canvas;
        let size = canvas.text.axis.size_pt;
        let all = self.model.rows.len();
        let least_scale = canvas.least_row_scale();
        let mut row_height = room.height() / units(&self.model.rows).max(1.0);
        let text_scale = (row_height / (TIGHT * size)).clamp(least_scale, 1.0);
        let font = canvas.text.axis.scaled(text_scale);
        let names = self.model.rows.iter();
        let widest = names
            .map(|row| canvas.measure.width(&row.label, font))
            .fold(0.0, f32::max);
        let names = widest.min(MOST_FOR_NAMES * room.width());
        let left = room.left + names + 12.0 * canvas.scale;
        let width = (room.right - left).max(1.0);
        let periods = self.model.periods.len().max(1);
        let least = COLUMNS.0 * font.size_pt;
        let fits = |periods: &usize| least * count(*periods) <= width;
        let columns = (1..=periods).rev().find(fits).unwrap_or(1);
        // Words about rows or periods that are left out stand under the table.
        let mut height = room.height();
        if columns < periods {
            height -= 1.6 * font.size_pt;
        }
        let least_row = TIGHT * font.size_pt;
        let mut rows = all;
        if units(&self.model.rows) * least_row > height + 0.5 {
            let fits = |rows: &usize| {
                let some = self.model.rows.get(..*rows).unwrap_or_default();
                (units(some) + 1.2) * least_row <= height
            };
            rows = (1..all).rev().find(fits).unwrap_or(1);
            row_height = least_row;
        } else {
            let fitting = height / units(&self.model.rows).max(1.0);
            row_height = row_height.min(fitting).min(ROOMY * size);
        }
        let column = (width / count(columns)).min(COLUMNS.1 * size);
        let gap = (2.0 * canvas.scale)
            .min(0.12 * column)
            .min(0.12 * row_height);
        Table {
            font,
            row_height,
            rows,
            first: periods - columns,
            left,
            column,
            names: room.left,
            figures: self.figures(font, column - gap - 6.0 * canvas.scale),
            gap,
        }
    }

    /// The longest form in which the figures of all cells fit their columns.
    fn figures(&self, font: Font, width: f32) -> Option<Figures> {
        // A dot in the corner needs room beside the figure.
        let has_dots = self.model.cells().any(HeatmapCell::is_cautious);
        let width = if has_dots {
            width - 8.0 * self.canvas.scale
        } else {
            width
        };
        [Figures::Whole, Figures::Shorter(0), Figures::Shorter(1)]
            .into_iter()
            .find(|figures| {
                let mut cells = self.model.cells();
                cells.all(|cell| {
                    let text = printed(cell, Some(*figures)).unwrap_or("[c]");
                    self.canvas.measure.width(text, font) <= width
                })
            })
    }

    fn heading(&self, text: &str, bottom: f32, table: &Table, room: Rect) -> Node {
        let canvas = self.canvas;
        let font = Font::new(canvas.text.label.weight, table.font.size_pt);
        let text = elide(text, font, room.width(), canvas.measure);
        let baseline = bottom - 0.3 * table.row_height;
        Node::Text(canvas.run(&text, table.names, baseline, font, canvas.theme.secondary))
    }

    fn name(&self, row: &HeatmapRow, top: f32, table: &Table) -> Vec<Node> {
        let canvas = self.canvas;
        let place = RowPlace {
            left: table.names,
            width: table.left - table.names - 8.0 * canvas.scale,
            middle: top + (table.row_height - table.gap) / 2.0,
            height: table.row_height,
        };
        canvas.row_name(&row.label, place, table.font, canvas.theme.ink)
    }

    /// The periods over their columns: as many as have room, the last of them always.
    fn periods(&self, top: f32, table: &Table) -> Node {
        let canvas = self.canvas;
        let font = table.font;
        let shown = self.model.periods.get(table.first..).unwrap_or_default();
        let width = |(_, label): &(String, String)| canvas.measure.width(label, font);
        let widest = shown.iter().map(width).fold(0.0, f32::max) + 0.7 * font.size_pt;
        let last = shown.len().saturating_sub(1);
        let every = (1..=shown.len())
            .find(|every| table.column * count(*every) >= widest)
            .unwrap_or(shown.len().max(1));
        let baseline = top - 0.5 * font.size_pt;
        let room = canvas.content.right - table.left;
        let mut runs = Vec::new();
        // From the last to the first, since labels at the edges are moved inside.
        let mut limit = canvas.content.right;
        for (place, (_, label)) in shown.iter().enumerate().rev() {
            if !(last - place).is_multiple_of(every) {
                continue;
            }
            let text = elide(label, font, room, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let middle = table.left + table.column * (count(place) + 0.5) - table.gap / 2.0;
            let left = (middle - width / 2.0)
                .min(canvas.content.right - width)
                .max(table.left);
            if left + width > limit {
                continue;
            }
            limit = left - 0.5 * font.size_pt;
            let run = canvas.run(&text, left, baseline, font, canvas.theme.secondary);
            runs.push(Node::Text(run));
        }
        runs.reverse();
        group(Role::HorizontalAxis, None, runs)
    }

    /// Says what does not fit.
    fn left_out(&self, bottom: f32, table: &Table, nodes: &mut Vec<Node>) {
        let rows = self.model.rows.len() - table.rows;
        let row_noun = if rows == 1 { "row" } else { "rows" };
        let period_noun = if table.first == 1 {
            "period"
        } else {
            "periods"
        };
        let (more, earlier) = (
            format!("{rows} more {row_noun}"),
            format!("{} earlier {period_noun}", table.first),
        );
        let what = match (rows, table.first) {
            (0, 0) => return,
            (_, 0) => more,
            (0, _) => earlier,
            _ => format!("{more} and {earlier}"),
        };
        let is_one = rows + table.first == 1;
        let verb = if is_one { "does" } else { "do" };
        let words = format!("{what} {verb} not fit at this size");
        let canvas = self.canvas;
        let baseline = bottom + 1.15 * table.font.size_pt;
        let colour = canvas.theme.secondary;
        let run = canvas.run(&words, table.names, baseline, table.font, colour);
        nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
    }

    fn cell(&self, cell: &HeatmapCell, place: Rect, table: &Table) -> Vec<Node> {
        let theme = self.canvas.theme;
        let mut nodes = Vec::new();
        let mut fill = theme.ground;
        match cell {
            HeatmapCell::Absent => return nodes,
            HeatmapCell::Gap(_) => nodes.extend(hatching(self.canvas, place)),
            HeatmapCell::NotCompared => nodes.extend(self.outline(place)),
            HeatmapCell::Value { fill: step, .. } => {
                fill = self.fill(*step);
                if *step == HeatmapFill::NotClear {
                    nodes.extend(self.outline(place));
                } else {
                    nodes.push(Node::Rect(FilledRect {
                        rect: place,
                        rounding: 0.0,
                        fill,
                    }));
                }
            }
        }
        let ink = readable(theme, fill);
        match printed(cell, table.figures) {
            Some(text) => nodes.extend(self.figure(cell, text, place, table.font, ink)),
            None => nodes.extend(self.arrow(cell, place, ink)),
        }
        if cell.is_cautious() {
            nodes.extend(self.caution(place, ink));
        }
        nodes
    }

    fn figure(
        &self,
        cell: &HeatmapCell,
        text: &str,
        place: Rect,
        font: Font,
        ink: Rgba,
    ) -> Vec<Node> {
        let canvas = self.canvas;
        let width = canvas.measure.width(text, font);
        if width > place.width() {
            return Vec::new();
        }
        let left = place.left + (place.width() - width) / 2.0;
        let baseline = f32::midpoint(place.top, place.bottom) + font.cap_height() / 2.0;
        let run = canvas.run(text, left, baseline, font, ink);
        let mut nodes = Vec::new();
        if matches!(cell, HeatmapCell::Gap(_)) {
            // Marks stand clear of the hatching.
            nodes.push(Node::Rect(FilledRect {
                rect: run.bounds().grown(2.0 * canvas.scale),
                rounding: 2.0 * canvas.scale,
                fill: canvas.theme.ground,
            }));
        }
        nodes.push(Node::Text(run));
        nodes
    }

    /// ▲ or ▼ in the middle of a cell without its figure, where a difference is clear.
    fn arrow(&self, cell: &HeatmapCell, place: Rect, ink: Rgba) -> Vec<Node> {
        let HeatmapCell::Value { fill, .. } = cell else {
            return Vec::new();
        };
        let is_up = match fill {
            HeatmapFill::Above(_) => true,
            HeatmapFill::Below(_) => false,
            HeatmapFill::Level(_) | HeatmapFill::NotClear => return Vec::new(),
        };
        let half = (0.36 * place.width())
            .min(0.36 * place.height())
            .min(5.0 * self.canvas.scale);
        let centre = Point::new(
            f32::midpoint(place.left, place.right),
            f32::midpoint(place.top, place.bottom),
        );
        vec![triangle(centre, half, is_up, ink)]
    }

    /// A hollow dot in the corner of a cell whose value is to be treated with caution.
    fn caution(&self, place: Rect, ink: Rgba) -> Vec<Node> {
        let radius = (2.2 * self.canvas.scale).min(0.12 * place.height());
        if place.width() < 6.0 * radius {
            return Vec::new();
        }
        let margin = 1.9 * radius;
        vec![Node::Circle(Circle {
            centre: Point::new(place.right - margin, place.top + margin),
            radius,
            fill: ink.with_alpha(0),
            stroke: Some(Stroke::solid(0.9 * self.canvas.scale, ink)),
        })]
    }

    fn outline(&self, place: Rect) -> Vec<Node> {
        let inset = place.grown(-0.4 * self.canvas.scale);
        vec![Node::Line(Line {
            points: vec![
                Point::new(inset.left, inset.top),
                Point::new(inset.right, inset.top),
                Point::new(inset.right, inset.bottom),
                Point::new(inset.left, inset.bottom),
                Point::new(inset.left, inset.top),
            ],
            stroke: Stroke::solid(0.8 * self.canvas.scale, self.canvas.theme.grid),
        })]
    }

    fn fill(&self, fill: HeatmapFill) -> Rgba {
        let theme = self.canvas.theme;
        // What is not clear has no colour.
        self.model.scale.fill(theme, fill).unwrap_or(theme.ground)
    }

    /// The steps of the scale in rows over the table; returns the bottom of the last.
    fn key(&self, top: f32, nodes: &mut Vec<Node>) -> f32 {
        let canvas = self.canvas;
        let font = canvas.text.note;
        let swatch = 1.05 * font.size_pt;
        let gap = 6.0 * canvas.scale;
        let line = 1.6 * font.size_pt;
        let (mut left, mut row_top) = (canvas.content.left, top);
        let mut children = Vec::new();
        for (mark, words) in self.key_entries() {
            let width = swatch + gap + canvas.measure.width(words, font);
            if left + width > canvas.content.right && left > canvas.content.left {
                left = canvas.content.left;
                row_top += line;
            }
            let place = Rect::new(left, row_top, left + swatch, row_top + swatch);
            children.extend(self.key_mark(mark, place));
            let at = left + swatch + gap;
            let words = elide(words, font, canvas.content.right - at, canvas.measure);
            let baseline = row_top + swatch / 2.0 + font.cap_height() / 2.0;
            let run = canvas.run(&words, at, baseline, font, canvas.theme.secondary);
            children.push(Node::Text(run));
            left += width + 16.0 * canvas.scale;
        }
        nodes.push(group(Role::Key, None, children));
        row_top + swatch
    }

    fn key_entries(&self) -> Vec<(KeyMark, &str)> {
        let mut entries: Vec<(KeyMark, &str)> = Vec::new();
        match &self.model.scale {
            HeatmapScale::Levels(steps) => {
                let steps = steps.iter().enumerate();
                entries.extend(
                    steps.map(|(step, words)| (KeyMark::Fill(HeatmapFill::Level(step)), &**words)),
                );
            }
            HeatmapScale::Differences {
                above,
                below,
                not_clear,
                ..
            } => {
                let has = |wanted: HeatmapFill| {
                    let mut cells = self.model.cells();
                    cells.any(
                        |cell| matches!(cell, HeatmapCell::Value { fill, .. } if *fill == wanted),
                    )
                };
                let sides = [
                    (below, HeatmapFill::Below as fn(usize) -> HeatmapFill),
                    (above, HeatmapFill::Above),
                ];
                for (place, (steps, fill)) in sides.into_iter().enumerate() {
                    let mut side: Vec<(KeyMark, &str)> = steps
                        .iter()
                        .enumerate()
                        .map(|(step, words)| (KeyMark::Fill(fill(step)), &**words))
                        .collect();
                    if place == 0 {
                        side.reverse();
                    }
                    let is_used = (0..steps.len()).any(|step| has(fill(step)));
                    entries.extend(side.into_iter().filter(|_| is_used));
                    if place == 0 && has(HeatmapFill::NotClear) {
                        entries.push((KeyMark::Fill(HeatmapFill::NotClear), not_clear));
                    }
                }
            }
        }
        let has = |wanted: fn(&HeatmapCell) -> bool| self.model.cells().any(wanted);
        if has(HeatmapCell::is_cautious) {
            entries.push((KeyMark::Caution, "with caution"));
        }
        if has(|cell| matches!(cell, HeatmapCell::Gap(_))) {
            entries.push((KeyMark::Gap, "not shown"));
        }
        entries
    }

    fn key_mark(&self, mark: KeyMark, place: Rect) -> Vec<Node> {
        match mark {
            KeyMark::Gap => hatching(self.canvas, place),
            KeyMark::Caution => {
                let mut nodes = self.outline(place);
                nodes.extend(self.caution(place, self.canvas.theme.ink));
                nodes
            }
            KeyMark::Fill(HeatmapFill::NotClear) => self.outline(place),
            KeyMark::Fill(step) => {
                let fill = self.fill(step);
                let mut nodes = vec![Node::Rect(FilledRect {
                    rect: place,
                    rounding: 2.0 * self.canvas.scale,
                    fill,
                })];
                let ink = readable(self.canvas.theme, fill);
                let centre = Point::new(
                    f32::midpoint(place.left, place.right),
                    f32::midpoint(place.top, place.bottom),
                );
                let half = 0.24 * place.width();
                match step {
                    HeatmapFill::Above(_) => nodes.push(triangle(centre, half, true, ink)),
                    HeatmapFill::Below(_) => nodes.push(triangle(centre, half, false, ink)),
                    HeatmapFill::Level(_) | HeatmapFill::NotClear => {}
                }
                nodes
            }
        }
    }
}

/// A mark of the key.
#[derive(Clone, Copy)]
enum KeyMark {
    Fill(HeatmapFill),
    Caution,
    Gap,
}

/// What stands in a cell; `None` where figures do not fit, or there is no cell.
fn printed(cell: &HeatmapCell, figures: Option<Figures>) -> Option<&str> {
    match cell {
        HeatmapCell::Absent => None,
        HeatmapCell::Gap(reason) => Some(reason.mark()),
        HeatmapCell::NotCompared => Some("–"),
        HeatmapCell::Value { text, shorter, .. } => match figures? {
            Figures::Whole => Some(text),
            Figures::Shorter(place) => shorter.get(place).map(String::as_str),
        },
    }
}

pub(in crate::chart) fn triangle(centre: Point, half: f32, is_up: bool, fill: Rgba) -> Node {
    let xs = [centre.x - half, centre.x, centre.x + half];
    let (top, bottom) = (centre.y - 0.8 * half, centre.y + 0.8 * half);
    let points = |ys: [f32; 3]| {
        xs.into_iter()
            .zip(ys)
            .map(|(x, y)| Point::new(x, y))
            .collect()
    };
    let (upper, lower) = if is_up {
        (points([bottom, top, bottom]), points([bottom; 3]))
    } else {
        (points([top; 3]), points([top, bottom, top]))
    };
    Node::Area(Area { upper, lower, fill })
}
