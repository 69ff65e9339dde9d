//! Where everything stands on three rankings side by side: names and numbers at the left, ranks in columns with
//! lines between them, concerns and names at the right.

use super::model::{HarmEntry, HarmModel, HarmRowModel, MoveModel};
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, Dash, SeriesColours};

/// The most and the least height of a row.
const ROW: (f32, f32) = (30.0, 11.5);
/// What stands over and under the rows on the screen.
const AROUND: f32 = 260.0;
/// The widest that names may be at either side, as a part of the width.
const WIDEST_NAME: f32 = 0.24;
/// The part of the width that is kept for the lines, as long as names have this part of it at either side.
const LINES: (f32, f32) = (0.34, 0.13);
/// The place of the colour of the user's own offence among those of a theme.
const OWN: usize = 0;

/// The least height of a chart of so many offences on the screen.
pub(super) fn least_height(offences: usize) -> f32 {
    AROUND + 19.0 * count(offences)
}

/// Lays the rankings out; where there is no room, the least frequent of the offences that do not move much are
/// left out, and counted.
pub(super) fn layout(
    model: &HarmModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let footer = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let room = canvas.room(header + 14.0 * canvas.scale, footer - 12.0 * canvas.scale);
    let drawing = Drawing::new(&canvas, model, room);
    if model.rows.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        drawing.push(&mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        PlotArea::without_axes(drawing.plot),
        nodes,
        hits,
    )
}

struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a HarmModel,
    /// The offences that are drawn, by their places in the model.
    shown: Vec<usize>,
    /// For each column the places in the model from the top.
    orders: Vec<Vec<usize>>,
    /// The rectangle between the first and the last column of ranks.
    plot: Rect,
    room: Rect,
    row: f32,
    font: Font,
    name_widths: (f32, f32),
    head_baseline: f32,
    badge: f32,
}

impl<'a> Drawing<'a> {
    fn new(canvas: &'a Canvas<'a>, model: &'a HarmModel, room: Rect) -> Self {
        let scale = canvas.scale;
        let axis = canvas.text.axis;
        let head = axis.line_height() + 4.0 * scale;
        let all = model.rows.len();
        let fits = |height: f32| {
            let least = ROW.1 * scale;
            let fitting = (1..=all).rev().find(|rows| count(*rows) * least <= height);
            fitting.unwrap_or(1).min(all)
        };
        let mut height = room.height() - head;
        let mut fitting = fits(height);
        if fitting < all {
            height -= axis.line_height();
            fitting = fits(height);
        }
        let shown = shown(model, fitting);
        let row = (height / count(shown.len().max(1)))
            .min(ROW.0 * scale)
            .max(1.0);
        let font = axis.scaled((0.78 * row / axis.size_pt).min(1.0));
        let orders = (0..model.columns.len())
            .map(|column| {
                let mut order = shown.clone();
                let slot_of = |place: &usize| {
                    let row = model.rows.get(*place);
                    row.and_then(|row| row.slots.get(column)).copied()
                };
                order.sort_by_key(slot_of);
                order
            })
            .collect();
        let rows = || shown.iter().filter_map(|place| model.rows.get(*place));
        let strong = Font::new(canvas.text.label_highlighted.weight, font.size_pt);
        let widest = |text: &dyn Fn(&HarmRowModel) -> &str| {
            rows()
                .map(|row| canvas.measure.width(text(row), strong))
                .fold(0.0_f32, f32::max)
        };
        let gap = 8.0 * scale;
        let badge = canvas.measure.width("=24", strong) + 6.0 * scale;
        let numbers = widest(&|row| first(row)).min(0.12 * room.width());
        let values = widest(&|row| last(row)).min(0.14 * room.width());
        let fixed = numbers + values + 4.0 * gap + badge;
        let most = 0.5 * (room.width() * (1.0 - LINES.0) - fixed);
        let most = most.clamp(LINES.1 * room.width(), WIDEST_NAME * room.width());
        let names = widest(&|row| &row.name).min(most);
        let left = room.left + names + gap + numbers + gap + badge / 2.0;
        let right = room.right - names - gap - values - gap - badge / 2.0;
        let top = room.top + head;
        Self {
            canvas,
            model,
            plot: Rect::new(
                left,
                top,
                right.max(left + 20.0),
                top + row * count(shown.len()),
            ),
            shown,
            orders,
            room,
            row,
            font,
            name_widths: (names, values),
            head_baseline: room.top + axis.cap_height(),
            badge,
        }
    }

    /// The middle of a column.
    fn x(&self, column: usize) -> f32 {
        let steps = count(self.model.columns.len().saturating_sub(1).max(1));
        self.plot.left + self.plot.width() * count(column) / steps
    }

    /// The middle of an offence in a column.
    fn y(&self, column: usize, place: usize) -> Option<f32> {
        let order = self.orders.get(column)?;
        let slot = order.iter().position(|held| *held == place)?;
        Some(self.plot.top + (count(slot) + 0.5) * self.row)
    }

    fn push(&self, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        nodes.push(self.headings());
        // What is in front is drawn last.
        let mut order: Vec<(usize, &HarmRowModel)> = self
            .shown
            .iter()
            .filter_map(|place| Some((*place, self.model.rows.get(*place)?)))
            .collect();
        order.sort_by_key(|(_, row)| (row.is_own, row.moves_much()));
        let mut lines = Vec::new();
        for (place, row) in &order {
            lines.extend(self.lines(*place, row));
        }
        nodes.push(group(Role::Grid, None, lines));
        for (place, row) in &order {
            nodes.push(group(Role::Series, Some(*place), self.words(*place, row)));
        }
        for place in &self.shown {
            for column in 0..self.model.columns.len() {
                let Some(y) = self.y(column, *place) else {
                    continue;
                };
                let (left, right) = self.reach(column);
                hits.push(HitRegion {
                    target: HitTarget::Mark(*place),
                    shape: HitShape::Rect(Rect::new(
                        left,
                        y - self.row / 2.0,
                        right,
                        y + self.row / 2.0,
                    )),
                });
            }
        }
        let lacking = self.model.rows.len() - self.shown.len();
        if lacking > 0 {
            let font = self.canvas.text.axis;
            let baseline = self.plot.bottom + 2.0 * self.canvas.scale + font.cap_height();
            nodes.push(self.canvas.rows_left_out(lacking, baseline));
        }
    }

    /// From where to where a column is pointed at.
    fn reach(&self, column: usize) -> (f32, f32) {
        let x = self.x(column);
        let last = self.model.columns.len().saturating_sub(1);
        let left = if column == 0 {
            self.room.left
        } else {
            x - self.badge
        };
        let right = if column == last {
            self.room.right
        } else {
            x + self.badge
        };
        (left, right)
    }

    fn headings(&self) -> Node {
        let canvas = self.canvas;
        let font = canvas.text.axis;
        let columns = self.model.columns.iter().enumerate();
        let steps = count(self.model.columns.len().saturating_sub(1).max(1));
        let widest = (0.94 * self.plot.width() / steps).max(self.badge);
        let runs = columns.map(|(column, held)| {
            let text = elide(held.heading, font, widest, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let left = (self.x(column) - width / 2.0).max(self.room.left);
            let left = left.min(self.room.right - width);
            Node::Text(canvas.run(
                &text,
                left,
                self.head_baseline,
                font,
                canvas.theme.secondary,
            ))
        });
        group(Role::Key, None, runs.collect())
    }

    /// The lines of an offence from column to column; they stop where a ranking lacks it.
    fn lines(&self, place: usize, row: &HarmRowModel) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (step, held) in row.moves.iter().enumerate() {
            let (Some(from), Some(to)) = (self.y(step, place), self.y(step + 1, place)) else {
                continue;
            };
            let (left, right) = (
                self.x(step) + self.badge / 2.0,
                self.x(step + 1) - self.badge / 2.0,
            );
            let Some(held) = held else {
                let is_ranked = row
                    .entries
                    .get(step)
                    .is_some_and(|entry| entry.rank.is_some());
                if is_ranked {
                    // A stub, which goes nowhere.
                    let end = left + 0.16 * (right - left);
                    nodes.push(Node::Line(Line {
                        points: vec![Point::new(left, from), Point::new(end, from)],
                        stroke: Stroke {
                            width: self.canvas.scale,
                            colour: self.canvas.theme.muted.line,
                            dash: Dash::Dotted,
                        },
                    }));
                }
                continue;
            };
            let look = look(self.canvas.theme, row, Some(*held));
            let width = match (row.is_own, held.is_much) {
                (true, _) => 3.2,
                (false, true) => 2.2,
                (false, false) => 1.1,
            };
            nodes.push(Node::Line(Line {
                points: vec![Point::new(left, from), Point::new(right, to)],
                stroke: Stroke {
                    width: width * self.canvas.scale,
                    colour: look.line,
                    dash: if held.is_much { look.dash } else { Dash::Solid },
                },
            }));
        }
        nodes
    }

    /// The names, values and ranks of an offence.
    fn words(&self, place: usize, row: &HarmRowModel) -> Vec<Node> {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        let is_strong = row.is_own || row.moves_much();
        let font = if is_strong {
            Font::new(canvas.text.label_highlighted.weight, self.font.size_pt)
        } else {
            self.font
        };
        let ink = if row.is_own {
            theme.category(OWN).text
        } else if is_strong {
            theme.ink
        } else {
            theme.secondary
        };
        let gap = 8.0 * canvas.scale;
        let mut nodes = Vec::new();
        let last_column = self.model.columns.len().saturating_sub(1);
        for (column, entry) in row.entries.iter().enumerate() {
            let Some(y) = self.y(column, place) else {
                continue;
            };
            let x = self.x(column);
            let baseline = y + font.cap_height() / 2.0;
            nodes.extend(self.rank(entry, x, y, font, is_strong, column));
            if column == 0 {
                let name = elide(&row.name, font, self.name_widths.0, canvas.measure);
                nodes.push(Node::Text(canvas.run(
                    &name,
                    self.room.left,
                    baseline,
                    font,
                    ink,
                )));
                let width = canvas.measure.width(&entry.printed, font);
                let left = x - self.badge / 2.0 - gap - width;
                nodes.push(Node::Text(canvas.run(
                    &entry.printed,
                    left,
                    baseline,
                    font,
                    ink,
                )));
            } else if column == last_column {
                let left = x + self.badge / 2.0 + gap;
                let (value_font, colour) = match entry.rank {
                    Some(_) => (font, ink),
                    None => (self.font, theme.secondary),
                };
                let width = self.name_widths.1;
                let printed = elide(&entry.printed, value_font, width, canvas.measure);
                let run = canvas.run(&printed, left, baseline, value_font, colour);
                nodes.push(Node::Text(run));
                let left = left + self.name_widths.1 + gap;
                let name = elide(&row.name, font, self.room.right - left, canvas.measure);
                nodes.push(Node::Text(canvas.run(&name, left, baseline, font, ink)));
            }
        }
        nodes
    }

    /// A rank on its ground; between the outer columns what is missing is said in its place.
    fn rank(
        &self,
        entry: &HarmEntry,
        x: f32,
        y: f32,
        font: Font,
        is_strong: bool,
        column: usize,
    ) -> Vec<Node> {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        let is_outer = column == 0 || column + 1 == self.model.columns.len();
        let text = match &entry.rank {
            Some(rank) => rank.as_str(),
            None if is_outer => "–",
            None => entry.printed.as_str(),
        };
        let (font, colour) = if is_strong && entry.rank.is_some() {
            (font, theme.ink)
        } else {
            (self.font, theme.secondary)
        };
        let width = canvas.measure.width(text, font);
        let half = 0.5 * width.max(self.badge - 4.0 * canvas.scale);
        let height = 0.42 * self.row;
        let ground = FilledRect {
            rect: Rect::new(x - half, y - height, x + half, y + height),
            rounding: 3.0 * canvas.scale,
            fill: theme.ground.mixed(theme.grid, 0.55),
        };
        let run = canvas.run(
            text,
            x - width / 2.0,
            y + font.cap_height() / 2.0,
            font,
            colour,
        );
        let ground = match entry.rank {
            Some(_) => ground,
            // Lines pass behind the words.
            None => FilledRect {
                fill: theme.ground,
                ..ground
            },
        };
        vec![Node::Rect(ground), Node::Text(run)]
    }
}

/// The colours of an offence's line.
fn look(theme: &ChartTheme, row: &HarmRowModel, held: Option<MoveModel>) -> SeriesColours {
    match held.filter(|held| held.is_much) {
        Some(held) if held.places > 0 => theme.bad,
        Some(_) => theme.good,
        None if row.is_own => theme.category(OWN),
        None => theme.muted,
    }
}

/// The offences that are drawn: the user's own, those that move much, then the most frequent.
fn shown(model: &HarmModel, fitting: usize) -> Vec<usize> {
    let mut order: Vec<(usize, &HarmRowModel)> = model.rows.iter().enumerate().collect();
    order.sort_by_key(|(place, row)| (!row.is_own, !row.moves_much(), *place));
    let mut shown: Vec<usize> = order
        .into_iter()
        .take(fitting)
        .map(|(place, _)| place)
        .collect();
    shown.sort_unstable();
    shown
}

fn first(row: &HarmRowModel) -> &str {
    row.entries.first().map_or("", |entry| &entry.printed)
}

fn last(row: &HarmRowModel) -> &str {
    row.entries.last().map_or("", |entry| &entry.printed)
}
