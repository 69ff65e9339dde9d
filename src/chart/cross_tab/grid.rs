//! The places of a table's cells, and what is drawn in them, in four parts that can be scrolled apart: the
//! corner, the headings, the labels of the rows, the cells.

use super::model::{CrossTabModel, TableCell, TableRowKind};
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{FilledRect, Line, Node, Stroke, TextRun};
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, TEXT_CONTRAST};

/// With what a table is drawn.
#[derive(Clone, Copy)]
pub struct GridLook<'a> {
    /// The colours and fonts.
    pub theme: &'a ChartTheme,
    /// What lengths and fonts are multiplied by.
    pub scale: f32,
    /// How text is measured.
    pub measure: &'a dyn MeasureText,
}

/// A table laid out from its own corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The left edges of the columns that it has, and the right edge of the last.
    pub lefts: Vec<f32>,
    /// The tops of the rows that it has, and the bottom of the last.
    pub tops: Vec<f32>,
    /// The places of its columns in the model.
    pub columns: Vec<usize>,
    /// What is drawn over the labels of the rows.
    pub corner: Vec<Node>,
    /// The headings, without the words that stand over several columns.
    pub head: Vec<Node>,
    /// Words that stand over several columns, each with the room in whose middle it is.
    pub head_words: Vec<(Rect, Node)>,
    /// The labels of the rows.
    pub side: Vec<Node>,
    /// The cells.
    pub body: Vec<Node>,
}

/// The most lines of a column's label.
const MOST_LINES: usize = 3;
/// The widest labels of rows, unscaled.
const WIDEST_LABEL: f32 = 230.0;
/// The widest column, unscaled.
const WIDEST_COLUMN: f32 = 132.0;

impl GridLook<'_> {
    fn text(&self) -> Font {
        self.theme.text.axis.scaled(self.scale)
    }

    fn strong(&self) -> Font {
        self.theme.text.label.scaled(self.scale)
    }

    fn letters(&self) -> Font {
        self.theme.text.label.scaled(0.85 * self.scale)
    }

    fn fine(&self) -> Font {
        self.theme.text.footnote.scaled(0.9 * self.scale)
    }

    fn padding(&self) -> f32 {
        8.0 * self.scale
    }

    fn width(&self, text: &str, font: Font) -> f32 {
        self.measure.width(text, font)
    }

    fn value_font(&self, kind: TableRowKind) -> Font {
        if kind == TableRowKind::Summary {
            self.strong()
        } else {
            self.text()
        }
    }

    /// The width of the labels of the rows.
    pub fn label_width(&self, model: &CrossTabModel) -> f32 {
        let widths = model
            .rows
            .iter()
            .map(|row| self.width(&row.label, self.strong()));
        let widest = widths.fold(40.0 * self.scale, f32::max);
        widest.min(WIDEST_LABEL * self.scale) + 2.0 * self.padding()
    }

    /// The width of a column.
    pub fn column_width(&self, model: &CrossTabModel, column: usize) -> f32 {
        let cells = model
            .rows
            .iter()
            .filter_map(|row| Some((row.kind, row.cells.get(column)?)))
            .map(|(kind, cell)| self.cell_width(kind, cell));
        let values = cells.fold(0.0, f32::max);
        let held = model.columns.get(column);
        let words = held.map_or(0.0, |held| {
            let mut words = held
                .label
                .split(' ')
                .map(|word| self.width(word, self.text()));
            let letter = held
                .letter
                .as_ref()
                .map_or(0.0, |letter| self.width(letter, self.letters()));
            words.by_ref().fold(letter, f32::max)
        });
        let alone = model
            .heads
            .iter()
            .find(|head| head.columns.len() == 1 && head.columns.contains(&column));
        let over = alone.map_or(0.0, |head| self.width(&head.label, self.text()));
        let widest = WIDEST_COLUMN * self.scale;
        // Rounded up, so that a word is not broken where it just fits.
        (values.max(words.min(widest)).max(over.min(widest)) + 2.0 * self.padding()).ceil() + 1.0
    }

    fn cell_width(&self, kind: TableRowKind, cell: &TableCell) -> f32 {
        let mut width = self.width(&cell.text, self.value_font(kind));
        if !cell.letters.is_empty() {
            width += 4.0 * self.scale + self.width(&cell.letters, self.letters());
        }
        let interval = cell.interval.as_ref();
        width.max(interval.map_or(0.0, |interval| self.width(interval, self.fine())))
    }

    fn run(&self, text: &str, left: f32, baseline: f32, font: Font, colour: Rgba) -> Node {
        Node::Text(TextRun {
            text: text.to_owned(),
            origin: Point::new(left, baseline),
            width: self.width(text, font),
            font,
            colour,
        })
    }

    fn head_fill(&self) -> Rgba {
        self.theme.ground.mixed(self.theme.ink, 0.06)
    }
}

fn filled(rect: Rect, fill: Rgba) -> Node {
    Node::Rect(FilledRect {
        rect,
        rounding: 0.0,
        fill,
    })
}

fn line(from: (f32, f32), to: (f32, f32), colour: Rgba) -> Node {
    Node::Line(Line {
        points: vec![Point::new(from.0, from.1), Point::new(to.0, to.1)],
        stroke: Stroke::solid(1.0, colour),
    })
}

/// Lines of text in the middle of a rectangle.
fn centred(look: &GridLook<'_>, lines: &[(String, Font, Rgba)], place: Rect) -> Vec<Node> {
    let height: f32 = lines.iter().map(|(_, font, _)| font.line_height()).sum();
    let mut top = place.top + (place.height() - height) / 2.0;
    let mut nodes = Vec::new();
    for (text, font, colour) in lines {
        let middle = top + font.line_height() / 2.0;
        let left = place.left + (place.width() - look.width(text, *font)) / 2.0;
        nodes.push(look.run(text, left, middle + font.cap_height() / 2.0, *font, *colour));
        top += font.line_height();
    }
    nodes
}

impl Grid {
    /// Lays out some columns and the first so many rows of a table.
    pub fn new(model: &CrossTabModel, columns: &[usize], rows: usize, look: &GridLook<'_>) -> Self {
        let mut lefts = vec![look.label_width(model)];
        for column in columns {
            let left = lefts.last().copied().unwrap_or(0.0);
            lefts.push(left + look.column_width(model, *column));
        }
        let labels: Vec<Vec<(String, Font, Rgba)>> = columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let room = lefts.get(place + 1).copied().unwrap_or(0.0)
                    - lefts.get(place).copied().unwrap_or(0.0)
                    - 2.0 * look.padding();
                heading(model, *column, room, look)
            })
            .collect();
        let head_row = look.text().line_height() + 9.0 * look.scale;
        let group_row = if columns
            .iter()
            .any(|place| group_of(model, *place).is_some())
        {
            head_row
        } else {
            0.0
        };
        let tallest = labels
            .iter()
            .map(|lines| lines.iter().map(|(_, font, _)| font.line_height()).sum())
            .fold(0.0, f32::max);
        let mut tops = vec![head_row + group_row + tallest + 10.0 * look.scale];
        for row in model.rows.iter().take(rows) {
            let has_intervals = row.cells.iter().any(|cell| cell.interval.is_some());
            let more = if has_intervals {
                look.fine().line_height()
            } else {
                0.0
            };
            let top = tops.last().copied().unwrap_or(0.0);
            tops.push((top + look.text().line_height() + 12.0 * look.scale + more).round());
        }
        let mut grid = Self {
            lefts,
            tops,
            columns: columns.to_vec(),
            corner: Vec::new(),
            head: Vec::new(),
            head_words: Vec::new(),
            side: Vec::new(),
            body: Vec::new(),
        };
        grid.draw_head(model, &labels, (head_row, group_row), look);
        grid.draw_rows(model, look);
        grid
    }

    /// The width of the labels of the rows.
    pub fn label_width(&self) -> f32 {
        self.lefts.first().copied().unwrap_or(0.0)
    }

    /// The height of the headings.
    pub fn head_height(&self) -> f32 {
        self.tops.first().copied().unwrap_or(0.0)
    }

    /// How far words over several columns move to be in the middle of what is seen of these between two
    /// edges; nothing where they do not fit there.
    pub fn words_shift(room: Rect, words: &Node, (left, right): (f32, f32)) -> f32 {
        let Node::Text(run) = words else { return 0.0 };
        let (seen_left, seen_right) = (room.left.max(left), room.right.min(right));
        if seen_right - seen_left < run.width {
            return 0.0;
        }
        f32::midpoint(seen_left, seen_right) - f32::midpoint(room.left, room.right)
    }

    /// Width and height.
    pub fn size(&self) -> (f32, f32) {
        (
            self.lefts.last().copied().unwrap_or(0.0),
            self.tops.last().copied().unwrap_or(0.0),
        )
    }

    /// The rectangle of a cell, by its places in this grid.
    pub fn cell(&self, row: usize, column: usize) -> Option<Rect> {
        Some(Rect::new(
            *self.lefts.get(column)?,
            *self.tops.get(row)?,
            *self.lefts.get(column + 1)?,
            *self.tops.get(row + 1)?,
        ))
    }

    /// The cell at a place.
    pub fn cell_at(&self, x: f32, y: f32) -> Option<(usize, usize)> {
        let at = |edges: &[f32], value: f32| {
            let after = edges.iter().position(|edge| *edge > value)?;
            after.checked_sub(1)
        };
        Some((at(&self.tops, y)?, at(&self.lefts, x)?))
    }

    fn draw_head(
        &mut self,
        model: &CrossTabModel,
        labels: &[Vec<(String, Font, Rgba)>],
        (head_row, group_row): (f32, f32),
        look: &GridLook<'_>,
    ) {
        let (width, _) = self.size();
        let (label_width, height) = (self.label_width(), self.head_height());
        let (fill, rule) = (look.head_fill(), look.theme.grid);
        self.corner
            .push(filled(Rect::new(0.0, 0.0, label_width, height), fill));
        self.head
            .push(filled(Rect::new(label_width, 0.0, width, height), fill));
        for head in &model.heads {
            let mut of_head = self.columns.iter().enumerate();
            let first = of_head.find(|(_, column)| head.columns.contains(column));
            let count = self
                .columns
                .iter()
                .filter(|column| head.columns.contains(column))
                .count();
            let Some((first, _)) = first else { continue };
            let (Some(left), Some(right)) = (self.lefts.get(first), self.lefts.get(first + count))
            else {
                continue;
            };
            let place = Rect::new(*left, 0.0, *right, head_row);
            let room = place.width() - look.padding();
            let label = elide(&head.label, look.text(), room, look.measure);
            let words = [(label, look.text(), look.theme.ink)];
            let words = centred(look, &words, place).into_iter();
            self.head_words.extend(words.map(|node| (place, node)));
            self.head
                .push(line((*left, 0.0), (*left, height), look.theme.baseline));
        }
        for (place, lines) in labels.iter().enumerate() {
            let (Some(left), Some(right)) = (self.lefts.get(place), self.lefts.get(place + 1))
            else {
                continue;
            };
            let column = self.columns.get(place).copied().unwrap_or(0);
            let top = if group_of(model, column).is_some() {
                head_row + group_row
            } else {
                head_row
            };
            let room = Rect::new(*left, top, *right, height);
            self.head.push(line((*left, top), (*left, height), rule));
            self.head.extend(centred(look, lines, room));
        }
        self.draw_groups(model, (head_row, group_row), look);
        self.head
            .push(line((label_width, head_row), (width, head_row), rule));
        self.head.push(line(
            (label_width, height),
            (width, height),
            look.theme.baseline,
        ));
        self.corner.push(line(
            (0.0, height),
            (label_width, height),
            look.theme.baseline,
        ));
    }

    /// The groups under which others stand, each over those of its columns that stand side by side here.
    fn draw_groups(
        &mut self,
        model: &CrossTabModel,
        (head_row, group_row): (f32, f32),
        look: &GridLook<'_>,
    ) {
        let mut from = 0;
        for run in self.columns.chunk_by(|_, next| !model.starts_group(*next)) {
            let to = from + run.len();
            let group = run.first().and_then(|column| group_of(model, *column));
            let edges = (self.lefts.get(from), self.lefts.get(to));
            from = to;
            let (Some(group), (Some(left), Some(right))) = (group, edges) else {
                continue;
            };
            let bottom = head_row + group_row;
            let place = Rect::new(*left, head_row, *right, bottom);
            let label = elide(
                group,
                look.text(),
                place.width() - look.padding(),
                look.measure,
            );
            let words = [(label, look.text(), look.theme.ink)];
            let words = centred(look, &words, place).into_iter();
            self.head_words.extend(words.map(|node| (place, node)));
            let rule = look.theme.grid;
            self.head
                .push(line((*left, bottom), (*right, bottom), rule));
            let height = self.head_height();
            self.head.push(line(
                (*left, head_row),
                (*left, height),
                look.theme.baseline,
            ));
        }
    }

    fn draw_rows(&mut self, model: &CrossTabModel, look: &GridLook<'_>) {
        let (width, _) = self.size();
        let label_width = self.label_width();
        let ground = look.theme.ground;
        for (place, row) in model.rows.iter().enumerate() {
            let (Some(top), Some(bottom)) = (
                self.tops.get(place).copied(),
                self.tops.get(place + 1).copied(),
            ) else {
                break;
            };
            let fill = if row.kind == TableRowKind::Base {
                look.head_fill()
            } else {
                ground
            };
            let own = Rect::new(0.0, top, label_width, bottom);
            self.side.push(filled(own, fill));
            let font = look.value_font(row.kind);
            let room = label_width - 2.0 * look.padding();
            let label = elide(&row.label, font, room, look.measure);
            let colour = if row.kind == TableRowKind::Base {
                look.theme.secondary
            } else {
                look.theme.ink
            };
            let middle = f32::midpoint(top, bottom) + font.cap_height() / 2.0;
            self.side
                .push(look.run(&label, look.padding(), middle, font, colour));
            self.side
                .push(line((0.0, bottom), (label_width, bottom), look.theme.grid));
            for (at, column) in self.columns.iter().enumerate() {
                let (Some(cell), Some(rect)) = (row.cells.get(*column), self.cell(place, at))
                else {
                    continue;
                };
                let shaded = if cell.shade > 0.0 {
                    ground.mixed(
                        look.theme.category(0).line,
                        0.34 * cell.shade.clamp(0.0, 1.0),
                    )
                } else {
                    fill
                };
                self.body.extend(drawn(look, row.kind, cell, rect, shaded));
                let edge = if model.starts_group(*column) {
                    look.theme.baseline
                } else {
                    look.theme.grid
                };
                self.body
                    .push(line((rect.left, top), (rect.left, bottom), edge));
            }
            self.body.push(line(
                (label_width, bottom),
                (width, bottom),
                look.theme.grid,
            ));
        }
    }
}

/// The group under which a column stands, where groupings are crossed.
fn group_of(model: &CrossTabModel, column: usize) -> Option<&str> {
    model.columns.get(column)?.within.as_deref()
}

/// The lines of a column's heading: its label, its letter after it or under it.
fn heading(
    model: &CrossTabModel,
    column: usize,
    room: f32,
    look: &GridLook<'_>,
) -> Vec<(String, Font, Rgba)> {
    let Some(held) = model.columns.get(column) else {
        return Vec::new();
    };
    let font = look.text();
    let ink = look.theme.ink;
    let lines = wrap(&held.label, font, room, MOST_LINES, look.measure);
    let mut lines: Vec<_> = lines.into_iter().map(|text| (text, font, ink)).collect();
    if let Some(letter) = &held.letter {
        let accent = look
            .theme
            .category(0)
            .text
            .readable_on(look.head_fill(), TEXT_CONTRAST);
        lines.push((letter.clone(), look.letters(), accent));
    }
    lines
}

fn drawn(
    look: &GridLook<'_>,
    kind: TableRowKind,
    cell: &TableCell,
    rect: Rect,
    fill: Rgba,
) -> Vec<Node> {
    let font = look.value_font(kind);
    let mut nodes = vec![filled(rect, fill)];
    let ink = if cell.is_muted {
        look.theme.secondary
    } else {
        look.theme.ink
    };
    let ink = ink.readable_on(fill, TEXT_CONTRAST);
    let fine = look.fine();
    let height = font.line_height() + cell.interval.as_ref().map_or(0.0, |_| fine.line_height());
    let top = rect.top + (rect.height() - height) / 2.0;
    let baseline = top + font.line_height() / 2.0 + font.cap_height() / 2.0;
    let mut right = rect.right - look.padding();
    if !cell.letters.is_empty() {
        let letters = look.letters();
        let accent = look.theme.category(0).text.readable_on(fill, TEXT_CONTRAST);
        right -= look.width(&cell.letters, letters);
        nodes.push(look.run(&cell.letters, right, baseline, letters, accent));
        right -= 4.0 * look.scale;
    }
    let left = right - look.width(&cell.text, font);
    nodes.push(look.run(&cell.text, left, baseline, font, ink));
    if let Some(interval) = &cell.interval {
        let baseline =
            top + font.line_height() + fine.line_height() / 2.0 + fine.cap_height() / 2.0;
        let left = rect.right - look.padding() - look.width(interval, fine);
        let ink = look.theme.secondary.readable_on(fill, TEXT_CONTRAST);
        nodes.push(look.run(interval, left, baseline, fine, ink));
    }
    nodes
}
