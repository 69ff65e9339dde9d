//! Laying out the matrix of a review: ranks and names at the left, a cell for each judgement with its words,
//! shaded by its step.

use super::arrow;
use super::matrix_model::{MatrixCell, MatrixModel, MatrixRow, PrintedMark, RankThen};
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour_steps::{readable, sequential};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::{elide, wrap, wrap_evenly};
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::ChartTheme;
use crate::chart::wording::assessments::then_words;

/// The height of a row where there is room, and the least, in sizes of its text.
const ROOMY: f32 = 2.9;
const TIGHT: f32 = 1.34;
/// The height of a line of several, in sizes of its text.
const LINE: f32 = 1.14;
/// Text is made smaller down to this part of its size before words are shortened; large text further, down to
/// this many points.
const LEAST_SCALE: (f32, f32) = (0.66, 8.6);
const SCALE_STEP: f32 = 0.03;
/// The most of the width that names take.
const MOST_FOR_NAMES: f32 = 0.27;
/// The most lines of a name, and of the words of a judgement.
const MOST_LINES: usize = 3;
/// What stands over the column of marks.
const PRINTED: &str = "Printed";
/// How far below the last row words about others stand, in sizes of their text.
const LEFT_OUT: f32 = 1.1;
/// What title, subtitle, key, headings and footnote take on the screen, and a row where rows scroll.
const AROUND: f32 = 260.0;
const SCREEN_ROW: f32 = 30.0;
/// How many steps the key shows.
const KEY_STEPS: usize = 5;

/// The least height in which every row can be read on the screen.
pub(super) fn least_height(model: &MatrixModel) -> f32 {
    AROUND + SCREEN_ROW * count(model.rows.len())
}

/// Lays out a matrix for a size.
pub(super) fn layout(
    model: &MatrixModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let words = &model.words;
    let header = canvas.header(&words.title, &words.subtitle, &mut nodes, &mut hits);
    let painter = Painter {
        canvas: &canvas,
        model,
    };
    let has_cells = !model.rows.is_empty() && !model.criteria.is_empty();
    let header = if has_cells {
        painter.key(header + 12.0 * canvas.scale, &mut nodes)
    } else {
        header
    };
    let footer = canvas.footer(&words.footnote, &mut nodes, &mut hits);
    let room = canvas.room(header + 10.0 * canvas.scale, footer - 10.0 * canvas.scale);
    if has_cells {
        painter.table(room, &mut nodes, &mut hits);
    } else {
        nodes.push(canvas.message(NO_VALUES, room));
    }
    Scene::new(
        (size, theme.ground),
        (&words.title, &words.alt_text),
        PlotArea::without_axes(room),
        nodes,
        hits,
    )
}

struct Painter<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a MatrixModel,
}

/// Where columns stand and how large text is.
struct Table {
    font: Font,
    heading: Font,
    /// The left edges of the names, the marks, the ranks then and the judgements.
    names: f32,
    marks: f32,
    then: f32,
    cells: f32,
    column: f32,
    /// The bottom of the headings.
    top: f32,
    row: f32,
    /// How many rows fit.
    rows: usize,
    gap: f32,
}

impl Painter<'_> {
    fn table(&self, room: Rect, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let table = self.measured(room);
        nodes.push(self.headings(&table, room));
        let columns = self.model.criteria.len();
        let mut names = Vec::new();
        for (place, row) in self.model.rows.iter().take(table.rows).enumerate() {
            let top = table.top + table.row * count(place);
            let middle = top + (table.row - table.gap) / 2.0;
            names.extend(self.name(row, &table, room.left, middle));
            let mut cells = Vec::new();
            for (column, cell) in row.cells.iter().enumerate() {
                let left = table.cells + table.column * count(column);
                let rect = Rect::new(
                    left,
                    top,
                    left + table.column - table.gap,
                    top + table.row - table.gap,
                );
                cells.extend(self.cell(cell, rect, table.font));
                hits.push(HitRegion {
                    target: HitTarget::Mark(place * columns + column),
                    shape: HitShape::Rect(rect),
                });
            }
            nodes.push(group(Role::Series, Some(place), cells));
        }
        nodes.push(group(Role::VerticalAxis, None, names));
        let left_out = self.model.rows.len() - table.rows;
        if left_out > 0 {
            let bottom = table.top + table.row * count(table.rows);
            let baseline = bottom + LEFT_OUT * self.canvas.text.axis.size_pt;
            nodes.push(self.canvas.rows_left_out(left_out, baseline));
        }
    }

    /// The largest text at which every word has its place; else the least, and words are shortened.
    fn measured(&self, room: Rect) -> Table {
        let size = self.canvas.text.axis.size_pt;
        let least = (LEAST_SCALE.1 / size).clamp(0.45, LEAST_SCALE.0);
        let mut scale = 1.0;
        loop {
            let table = self.at(room, scale);
            let is_least = scale <= least;
            if is_least || (table.rows == self.model.rows.len() && self.all_fit(&table)) {
                return table;
            }
            scale = (scale - SCALE_STEP).max(least);
        }
    }

    fn at(&self, room: Rect, scale: f32) -> Table {
        let canvas = self.canvas;
        let font = canvas.text.axis.scaled(scale);
        let heading = canvas.text.label.scaled(0.94 * scale);
        let width = |text: &str| canvas.measure.width(text, font);
        let rows = self.model.rows.iter();
        let widest = |text: &dyn Fn(&MatrixRow) -> String| {
            let rows = self.model.rows.iter();
            rows.map(|row| width(&text(row))).fold(0.0, f32::max)
        };
        let between = 0.8 * font.size_pt;
        let ranks = widest(&|row| row.rank.to_string()) + between;
        let most = MOST_FOR_NAMES * room.width();
        let names = rows
            .map(|row| width(&row.name))
            .fold(0.0, f32::max)
            .min(most)
            + between;
        let marks = if self.model.has_marks {
            canvas
                .measure
                .width(PRINTED, heading)
                .max(2.0 * font.size_pt)
                + between
        } else {
            0.0
        };
        let then = if self.model.then.is_some() {
            let arrow = 1.1 * font.size_pt;
            let words = widest(&|row| match &row.then {
                RankThen::Ranked(rank, _) => rank.to_string(),
                apart => then_words(apart),
            });
            (words + arrow).max(canvas.measure.width("Rank, 2", heading)) + between
        } else {
            0.0
        };
        let columns = count(self.model.criteria.len().max(1));
        let names_left = room.left + ranks;
        let marks_left = names_left + names;
        let then_left = marks_left + marks;
        let cells = (then_left + then).min(room.left + 0.6 * room.width());
        let column = (room.right - cells) / columns;
        let gap = (2.0 * canvas.scale).min(0.1 * column);
        let criteria = self.model.criteria.iter();
        let most_lines = criteria
            .chain(&self.model.then)
            .map(|name| {
                let room = if Some(name) == self.model.then.as_ref() {
                    then - between / 2.0
                } else {
                    column - gap - 4.0 * canvas.scale
                };
                wrap(name, heading, room, 2, canvas.measure).len()
            })
            .max()
            .unwrap_or(1);
        let top = room.top + LINE * heading.size_pt * count(most_lines) + 0.35 * heading.size_pt;
        let all = self.model.rows.len();
        let height = (room.bottom - top).max(1.0);
        let least_row = TIGHT * font.size_pt;
        let (mut row, mut fitting) = ((height / count(all.max(1))).min(ROOMY * font.size_pt), all);
        if row < least_row {
            fitting = (1..all)
                .rev()
                .find(|rows| {
                    count(*rows) * least_row + 1.4 * LEFT_OUT * canvas.text.axis.size_pt <= height
                })
                .unwrap_or(1);
            row = least_row;
        }
        Table {
            font,
            heading,
            names: names_left,
            marks: marks_left,
            then: then_left,
            cells,
            column,
            top,
            row,
            rows: fitting,
            gap,
        }
    }

    /// How many lines of text a row has.
    fn lines_of(font: Font, height: f32) -> usize {
        (1..=MOST_LINES)
            .rev()
            .find(|lines| count(*lines) * LINE * font.size_pt <= height + 0.01)
            .unwrap_or(1)
    }

    /// Whether words stand on so many lines without being shortened or broken.
    fn fits(&self, words: &str, font: Font, width: f32, lines: usize) -> bool {
        let measure = self.canvas.measure;
        words
            .split(' ')
            .all(|word| measure.width(word, font) <= width)
            && {
                let wrapped = wrap(words, font, width, lines, measure);
                wrapped.join(" ") == words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
            }
    }

    fn all_fit(&self, table: &Table) -> bool {
        let width = table.column - table.gap - 6.0 * self.canvas.scale;
        let lines = Self::lines_of(table.font, table.row - table.gap);
        let names = table.marks - table.names - 0.4 * table.font.size_pt;
        self.model.rows.iter().all(|row| {
            self.fits(&row.name, table.font, names, lines)
                && row.cells.iter().all(|cell| match cell {
                    MatrixCell::NotJudged => true,
                    MatrixCell::Judged { words, .. } => self.fits(words, table.font, width, lines),
                })
        })
    }

    fn headings(&self, table: &Table, room: Rect) -> Node {
        let canvas = self.canvas;
        let font = table.heading;
        let colour = canvas.theme.secondary;
        let mut runs = Vec::new();
        let mut heading = |text: &str, left: f32, width: f32, is_centred: bool| {
            let lines = wrap_evenly(text, font, width.max(1.0), 2, canvas.measure);
            let bottom = table.top - 0.45 * font.size_pt;
            for (place, line) in lines.iter().enumerate() {
                let below = count(lines.len() - 1 - place) * LINE * font.size_pt;
                let taken = canvas.measure.width(line, font);
                let left = if is_centred {
                    left + (width - taken).max(0.0) / 2.0
                } else {
                    left
                };
                runs.push(Node::Text(canvas.run(
                    line,
                    left,
                    bottom - below,
                    font,
                    colour,
                )));
            }
        };
        heading("Priority", table.names, table.marks - table.names, false);
        if self.model.has_marks {
            heading(PRINTED, table.marks, table.then - table.marks, false);
        }
        if let Some(then) = &self.model.then {
            heading(
                then,
                table.then,
                table.cells - table.then - 0.3 * font.size_pt,
                false,
            );
        }
        for (column, name) in self.model.criteria.iter().enumerate() {
            let left = table.cells + table.column * count(column);
            heading(name, left, table.column - table.gap, true);
        }
        let y = table.top - 0.5 * table.gap;
        runs.push(Node::Line(Line {
            points: vec![
                Point::new(room.left, y),
                Point::new(table.cells - table.gap, y),
            ],
            stroke: Stroke::solid(0.8 * canvas.scale, canvas.theme.grid),
        }));
        group(Role::HorizontalAxis, None, runs)
    }

    /// Rank, name, printed mark and the rank then.
    fn name(&self, row: &MatrixRow, table: &Table, left: f32, middle: f32) -> Vec<Node> {
        let canvas = self.canvas;
        let (font, theme) = (table.font, canvas.theme);
        let baseline = middle + font.cap_height() / 2.0;
        let rank = row.rank.to_string();
        let end = table.names - 0.8 * font.size_pt;
        let rank_left = (end - canvas.measure.width(&rank, font)).max(left);
        let mut nodes = vec![Node::Text(canvas.run(
            &rank,
            rank_left,
            baseline,
            font,
            theme.secondary,
        ))];
        let width = table.marks - table.names - 0.4 * font.size_pt;
        let lines = Self::lines_of(font, table.row - table.gap);
        let lines = wrap_evenly(&row.name, font, width, lines, canvas.measure);
        let first = baseline - LINE * font.size_pt * count(lines.len().saturating_sub(1)) / 2.0;
        for (place, line) in lines.iter().enumerate() {
            let y = first + LINE * font.size_pt * count(place);
            nodes.push(Node::Text(canvas.run(
                line,
                table.names,
                y,
                font,
                theme.ink,
            )));
        }
        let half = 0.42 * font.size_pt;
        let centre = Point::new(table.marks + 1.6 * half, middle);
        let stroke = Stroke::solid(1.5 * canvas.scale, theme.ink);
        nodes.extend(arrow::printed(&row.mark, centre, half, stroke));
        if let PrintedMark::Other(mark) = &row.mark {
            let mark = elide(mark, font, table.then - table.marks, canvas.measure);
            let left = centre.x - canvas.measure.width(&mark, font) / 2.0;
            let left = left.max(table.marks);
            nodes.push(Node::Text(
                canvas.run(&mark, left, baseline, font, theme.ink),
            ));
        }
        nodes.extend(self.then(row, table, middle));
        nodes
    }

    /// The rank then, with a triangle where it changed.
    fn then(&self, row: &MatrixRow, table: &Table, middle: f32) -> Vec<Node> {
        let canvas = self.canvas;
        let (font, theme) = (table.font, canvas.theme);
        let baseline = middle + font.cap_height() / 2.0;
        let room = table.cells - table.then - 0.3 * font.size_pt;
        let words = match &row.then {
            RankThen::NotCompared => return Vec::new(),
            RankThen::Ranked(rank, _) => rank.to_string(),
            apart @ RankThen::Apart(..) => then_words(apart),
        };
        let words = elide(&words, font, room, canvas.measure);
        let run = canvas.run(&words, table.then, baseline, font, theme.secondary);
        let end = table.then + run.width;
        let mut nodes = vec![Node::Text(run)];
        if let RankThen::Ranked(_, shift) = row.then {
            let half = 0.34 * font.size_pt;
            let centre = Point::new(end + 0.35 * font.size_pt + half, middle);
            nodes.extend(arrow::shift(shift, centre, half, theme.category(0).line));
        }
        nodes
    }

    fn cell(&self, cell: &MatrixCell, rect: Rect, font: Font) -> Vec<Node> {
        let canvas = self.canvas;
        let theme = canvas.theme;
        let (words, step) = match cell {
            MatrixCell::NotJudged => ("–", None),
            MatrixCell::Judged { words, step } => (words.as_str(), *step),
        };
        let mut fill = theme.ground;
        let mut nodes = Vec::new();
        if let Some((place, steps)) = step {
            fill = sequential(theme, place, steps);
            nodes.push(Node::Rect(FilledRect {
                rect,
                rounding: 0.0,
                fill,
            }));
        } else {
            nodes.push(outline(rect, canvas.scale, theme));
        }
        let width = rect.width() - 6.0 * canvas.scale;
        let lines = Self::lines_of(font, rect.height());
        let lines = wrap_evenly(words, font, width, lines, canvas.measure);
        let line = LINE * font.size_pt;
        let middle = f32::midpoint(rect.top, rect.bottom) + font.cap_height() / 2.0;
        let first = middle - line * count(lines.len().saturating_sub(1)) / 2.0;
        let ink = readable(theme, fill);
        for (place, text) in lines.iter().enumerate() {
            let left = rect.left + (rect.width() - canvas.measure.width(text, font)) / 2.0;
            let run = canvas.run(text, left, first + line * count(place), font, ink);
            nodes.push(Node::Text(run));
        }
        nodes
    }

    /// The steps from the least to the most, and what the triangles mean; returns the bottom.
    fn key(&self, top: f32, nodes: &mut Vec<Node>) -> f32 {
        let canvas = self.canvas;
        let (font, theme) = (canvas.text.note, canvas.theme);
        let side = 1.05 * font.size_pt;
        let gap = 0.45 * font.size_pt;
        let middle = top + side / 2.0;
        let baseline = middle + font.cap_height() / 2.0;
        let mut left = canvas.content.left;
        let mut children = Vec::new();
        let words = |text: &str, left: f32, children: &mut Vec<Node>| {
            let run = canvas.run(text, left, baseline, font, theme.secondary);
            let end = left + run.width;
            children.push(Node::Text(run));
            end
        };
        left = words("Lowest step", left, &mut children) + gap;
        for step in 0..KEY_STEPS {
            children.push(Node::Rect(FilledRect {
                rect: Rect::new(left, top, left + side, top + side),
                rounding: 0.0,
                fill: sequential(theme, step, KEY_STEPS),
            }));
            left += side;
        }
        left = words("highest step of its scale", left + gap, &mut children) + 2.0 * gap;
        if self.model.then.is_some() {
            for (shift, text) in [
                (crate::analysis::assessments::Shift::Up(1), "rank moved up"),
                (crate::analysis::assessments::Shift::Down(1), "down"),
            ] {
                let half = 0.34 * font.size_pt;
                let width = 2.0 * half + gap + canvas.measure.width(text, font);
                if left + width > canvas.content.right {
                    break;
                }
                let centre = Point::new(left + half, middle);
                children.extend(arrow::shift(shift, centre, half, theme.category(0).line));
                left = words(text, left + 2.0 * half + gap, &mut children) + gap;
            }
        }
        nodes.push(group(Role::Key, None, children));
        top + side
    }
}

/// The edge of a cell without a colour.
pub(super) fn outline(rect: Rect, scale: f32, theme: &ChartTheme) -> Node {
    let inset = rect.grown(-0.4 * scale);
    Node::Line(Line {
        points: vec![
            Point::new(inset.left, inset.top),
            Point::new(inset.right, inset.top),
            Point::new(inset.right, inset.bottom),
            Point::new(inset.left, inset.bottom),
            Point::new(inset.left, inset.top),
        ],
        stroke: Stroke::solid(0.8 * scale, theme.grid),
    })
}
