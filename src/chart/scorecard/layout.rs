//! Laying out a scorecard: columns as wide as their words, rows as high as there is room.

use super::model::{RowModel, ScorecardModel};
use super::status::Pill;
use crate::chart::canvas::{Canvas, group};
use crate::chart::colour::Rgba;
use crate::chart::contents::DataCell;
use crate::chart::geometry::{Point, Rect, count, pt};
use crate::chart::marked::MarkedChart;
use crate::chart::scene::{
    HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::ChartTheme;

/// What stands where there is no target.
const NO_TARGETS: &str = "No targets";
/// The heights of rows, in points of the house style: as they want to be, the least of two lines, of one.
const ROW: f32 = 50.0;
const LEAST_OF_TWO: f32 = 36.0;
const LEAST_OF_ONE: f32 = 21.0;
/// The row of the columns' names.
const HEADING: f32 = 28.0;
/// The width of a sparkline and its height.
const SPARK: (f32, f32) = (44.0, 17.0);
/// Between columns.
const GAP: f32 = 15.0;
/// How much nearer columns stand where there is little room.
const CLOSER: f32 = 0.67;
/// The width of words in place of a figure, in sizes of their font: "Awaiting data".
const WORDS_FOR_A_FIGURE: f32 = 7.0;
/// The least width of the names of measures.
const LEAST_NAMES: f32 = 150.0;
/// The part of that width that is left to them where owners would have no room else.
const SHORTENED_NAMES: f32 = 0.66;
/// Wider than this, names give of their room.
const WIDEST_NAMES: f32 = 280.0;
/// The least share of the chart's own size in which rows are drawn on two lines, and at all.
const LEAST_SHARE_OF_TWO: f32 = 0.82;
const LEAST_SHARE: f32 = 0.68;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Measure,
    Baseline,
    Now,
    Trend,
    Target,
    Status,
    Owner,
}

impl Column {
    const ALL: [Self; 7] = [
        Self::Measure,
        Self::Baseline,
        Self::Now,
        Self::Trend,
        Self::Target,
        Self::Status,
        Self::Owner,
    ];

    const fn heading(self) -> &'static str {
        match self {
            Self::Measure => "Measure",
            Self::Baseline => "Baseline",
            Self::Now => "Now",
            Self::Trend => "Trend",
            Self::Target => "Target",
            Self::Status => "Status",
            Self::Owner => "Owner",
        }
    }

    /// Whether it holds numbers, which stand at the right.
    const fn is_number(self) -> bool {
        matches!(self, Self::Baseline | Self::Now)
    }
}

/// How columns take up their room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// What belongs together stands on one line.
    Roomy,
    /// Periods and sizes of changes stand on the second line, or go where there is none; words in place of
    /// figures are small.
    Close,
}

/// A column with its place.
#[derive(Clone, Copy, Debug)]
struct Placed {
    column: Column,
    left: f32,
    width: f32,
}

/// The fonts of a table.
struct Fonts {
    heading: Font,
    name: Font,
    plain: Font,
    small: Font,
}

struct Table<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a ScorecardModel,
    /// What lengths and fonts of the house style are multiplied by: as much as the chart's, or less where the
    /// rows need it.
    scale: f32,
    fonts: Fonts,
    pill: Pill,
}

impl MarkedChart for ScorecardModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        let canvas = Canvas::new(size, theme, measure);
        let scale = canvas.scale;
        let mut nodes = Vec::new();
        let mut hits = Vec::new();
        let header_bottom = canvas.header(&self.title, &self.subtitle, &mut nodes, &mut hits);
        let footer_top = canvas.footer(&self.footnote, &mut nodes, &mut hits);
        let top = header_bottom + 10.0 * scale;
        let room = canvas.room(top, footer_top - 12.0 * scale);
        if self.rows.is_empty() {
            nodes.push(canvas.message(NO_TARGETS, room));
        } else {
            Table::new(&canvas, self, room).rows(room, &mut nodes, &mut hits);
        }
        Scene::new(
            (size, theme.ground),
            (&self.title, &self.alt_text),
            PlotArea::without_axes(room),
            nodes,
            hits,
        )
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.rows.get(mark).map(RowModel::lines).unwrap_or_default()
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        190.0 + HEADING + LEAST_OF_TWO * count(self.rows.len())
    }
}

impl<'a> Table<'a> {
    /// A table as large as its rows allow in the room that there is.
    fn new(canvas: &'a Canvas<'a>, model: &'a ScorecardModel, room: Rect) -> Self {
        let rows = count(model.rows.len());
        let fitting = |row: f32| room.height() / (rows * row + HEADING);
        let two_lines = fitting(LEAST_OF_TWO);
        let share = if two_lines >= LEAST_SHARE_OF_TWO * canvas.scale {
            two_lines
        } else {
            fitting(LEAST_OF_ONE)
        };
        let scale = share.clamp(LEAST_SHARE * canvas.scale, canvas.scale);
        let size = scale / canvas.scale;
        Self {
            canvas,
            model,
            scale,
            fonts: Fonts {
                heading: canvas.text.label.scaled(0.92 * size),
                name: canvas.text.label.scaled(size),
                plain: canvas.text.axis.scaled(size),
                small: canvas.text.axis.scaled(0.9 * size),
            },
            pill: Pill::new(canvas.text.label.scaled(0.9 * size)),
        }
    }

    /// The rows that there is room for, and how many more there are.
    fn rows(&self, room: Rect, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let scale = self.scale;
        let all = self.model.rows.len();
        let heading = HEADING * scale;
        let space = (room.height() - heading).max(0.0);
        let height = (space / count(all))
            .min(ROW * scale)
            .max(LEAST_OF_ONE * scale);
        let fits = (1..=all)
            .rev()
            .find(|rows| {
                let more = usize::from(*rows < all);
                count(*rows + more) * height <= space + 0.01
            })
            .unwrap_or(0);
        let has_two_lines = height >= LEAST_OF_TWO * scale;
        let (columns, fit) = self.columns(room, has_two_lines);
        self.headings(&columns, room, nodes);
        let mut top = room.top + heading;
        for (index, row) in self.model.rows.iter().take(fits).enumerate() {
            let rect = Rect::new(room.left, top, room.right, top + height);
            nodes.push(group(
                Role::Series,
                Some(index),
                self.row(row, (&columns, fit), rect, has_two_lines),
            ));
            hits.push(HitRegion {
                target: HitTarget::Mark(index),
                shape: HitShape::Rect(rect),
            });
            top += height;
        }
        if fits < all {
            let words = format!("and {} more, which a larger picture shows", all - fits);
            let font = self.fonts.small;
            let baseline = top + height / 2.0 + font.cap_height() / 2.0;
            let colour = self.canvas.theme.secondary;
            let run = self.canvas.run(&words, room.left, baseline, font, colour);
            nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
        }
    }

    /// The columns that there is room for, with their places, and how they fit.
    fn columns(&self, room: Rect, has_two_lines: bool) -> (Vec<Placed>, Fit) {
        let scale = self.scale;
        let (mut gap, least) = (GAP * scale, LEAST_NAMES * scale);
        let has_owner = self.model.rows.iter().any(|row| !row.owner.is_empty());
        let has_baseline = self.model.shows_baseline
            && self.model.rows.iter().any(|row| !row.baseline.0.is_empty());
        let wanted = |fit: Fit| -> Vec<(Column, f32)> {
            Column::ALL
                .into_iter()
                .filter(|column| match column {
                    Column::Owner => has_owner,
                    Column::Baseline => has_baseline,
                    _ => true,
                })
                .map(|column| {
                    (
                        column,
                        self.width(column, room.width(), (fit, has_two_lines)),
                    )
                })
                .collect()
        };
        let names = |columns: &[(Column, f32)], gap: f32| {
            let others = columns
                .iter()
                .filter(|(column, _)| *column != Column::Measure);
            let taken: f32 = others.map(|(_, width)| width + gap).sum();
            room.width() - taken
        };
        let (mut columns, mut fit) = (wanted(Fit::Roomy), Fit::Roomy);
        if names(&columns, gap) < least {
            gap *= CLOSER;
            (columns, fit) = (wanted(Fit::Close), Fit::Close);
        }
        // Who answers for a target is the last to go: it stands nowhere else, and names may be shortened for it.
        let shortened = SHORTENED_NAMES * least;
        let dispensables = [
            (Column::Trend, least),
            (Column::Baseline, least),
            (Column::Owner, shortened),
        ];
        for (dispensable, least) in dispensables {
            if names(&columns, gap) < least {
                columns.retain(|(column, _)| *column != dispensable);
            }
        }
        let names = names(&columns, gap);
        let least = shortened.min(0.3 * room.width());
        let (squeeze, gap, names) = if names < least {
            // Where even so there is too little room, all others give way alike.
            let taken = (room.width() - names).max(1.0);
            let squeeze = (room.width() - least) / taken;
            (squeeze, gap * squeeze, least)
        } else {
            // What names do not need parts the columns, so that a row is not lost on its way.
            let spare = (names - WIDEST_NAMES * scale).max(0.0);
            let gaps = count(columns.len().saturating_sub(1)).max(1.0);
            let wider = (spare / gaps).min(2.5 * gap);
            (1.0, gap + wider, names - wider * gaps)
        };
        let mut left = room.left;
        let placed = columns
            .into_iter()
            .map(|(column, width)| {
                let width = if column == Column::Measure {
                    names
                } else {
                    width * squeeze
                };
                let placed = Placed {
                    column,
                    left,
                    width,
                };
                left += width + gap;
                placed
            })
            .collect();
        (placed, fit)
    }

    /// What stands in a column of a row: on the first line, and on the second or after it.
    fn words<'r>(&self, row: &'r RowModel, column: Column, fit: Fit) -> [(&'r str, Font); 2] {
        let Fonts {
            name, plain, small, ..
        } = self.fonts;
        match column {
            Column::Measure => [(&row.measure, name), (&row.place, small)],
            Column::Baseline => [(&row.baseline.0, plain), (&row.baseline.1, small)],
            Column::Now => {
                let is_figure = matches!(row.figures.1, DataCell::Number { .. });
                let font = if fit == Fit::Close && !is_figure {
                    small
                } else {
                    name
                };
                // "Overdue since" is told by the word over it.
                let second = match row.now.1.strip_prefix("since ") {
                    Some(day) if fit == Fit::Close => day,
                    _ => &row.now.1,
                };
                [(&row.now.0, font), (second, small)]
            }
            Column::Target => {
                let (wanted, due) = (&*row.wanted.0, &*row.wanted.1);
                match wanted.split_once(" (") {
                    Some((rule, change)) if fit == Fit::Close => {
                        let change = change.trim_end_matches(')');
                        let second = if due.is_empty() { change } else { due };
                        [(rule, plain), (second, small)]
                    }
                    _ => [(wanted, plain), (due, small)],
                }
            }
            Column::Owner => [(&row.owner, plain), ("", small)],
            Column::Trend | Column::Status => [("", plain), ("", small)],
        }
    }

    /// How wide a column wants to be.
    fn width(&self, column: Column, room: f32, (fit, has_two_lines): (Fit, bool)) -> f32 {
        let measure = |(text, font): (&str, Font)| self.canvas.measure.width(text, font);
        let heading = measure((column.heading(), self.fonts.heading));
        // Two lines stand over one another.
        let of_row = |row: &RowModel| {
            let [first, second] = self.words(row, column, fit);
            let second = if has_two_lines { measure(second) } else { 0.0 };
            measure(first).max(second)
        };
        let rows = self.model.rows.iter();
        match column {
            Column::Measure => 0.0,
            Column::Baseline if fit == Fit::Roomy => {
                let of_row = |row: &RowModel| {
                    let [value, period] = self.words(row, column, fit);
                    measure(value) + measure((" ", self.fonts.small)) + measure(period)
                };
                rows.map(of_row).fold(heading, f32::max)
            }
            Column::Now if fit == Fit::Close => {
                // Long words in place of a figure are shortened, so that others keep their room.
                let of_row = |row: &RowModel| match row.figures.1 {
                    DataCell::Number { .. } => of_row(row),
                    _ => of_row(row).min(WORDS_FOR_A_FIGURE * self.fonts.small.size_pt),
                };
                rows.map(of_row).fold(heading, f32::max)
            }
            Column::Baseline | Column::Now | Column::Target => {
                rows.map(of_row).fold(heading, f32::max).min(0.24 * room)
            }
            Column::Trend => heading.max(SPARK.0 * self.scale),
            Column::Status => self.pill.width(self.canvas),
            Column::Owner => rows.map(of_row).fold(heading, f32::max).min(0.12 * room),
        }
    }

    fn headings(&self, columns: &[Placed], room: Rect, nodes: &mut Vec<Node>) {
        let (scale, theme) = (self.scale, self.canvas.theme);
        let bottom = room.top + HEADING * scale;
        let baseline = bottom - 10.0 * scale;
        let mut children = Vec::new();
        for placed in columns {
            let heading = placed.column.heading();
            self.text(
                heading,
                *placed,
                baseline,
                (self.fonts.heading, theme.secondary),
                &mut children,
            );
        }
        children.push(self.rule(room, bottom, theme.baseline));
        nodes.push(group(Role::HorizontalAxis, None, children));
    }

    fn rule(&self, room: Rect, y: f32, colour: Rgba) -> Node {
        Node::Line(Line {
            points: vec![Point::new(room.left, y), Point::new(room.right, y)],
            stroke: Stroke::solid(self.scale, colour),
        })
    }

    /// Adds words to a column, shortened to its width; at its right where it holds numbers.
    fn text(
        &self,
        words: &str,
        placed: Placed,
        baseline: f32,
        (font, colour): (Font, Rgba),
        nodes: &mut Vec<Node>,
    ) {
        if words.is_empty() {
            return;
        }
        let words = elide(words, font, placed.width + 0.01, self.canvas.measure);
        let width = self.canvas.measure.width(&words, font);
        let left = if placed.column.is_number() {
            placed.left + placed.width - width
        } else {
            placed.left
        };
        let run = self.canvas.run(&words, left, baseline, font, colour);
        nodes.push(Node::Text(run));
    }

    fn row(
        &self,
        row: &RowModel,
        (columns, fit): (&[Placed], Fit),
        rect: Rect,
        has_two_lines: bool,
    ) -> Vec<Node> {
        let (theme, scale) = (self.canvas.theme, self.scale);
        let (ink, secondary) = (theme.ink, theme.secondary);
        let middle = f32::midpoint(rect.top, rect.bottom);
        let of_one = |font: Font| middle + font.cap_height() / 2.0;
        let upper = middle - 3.0 * scale;
        let lower = middle + 5.0 * scale + self.fonts.small.cap_height();
        let mut nodes = Vec::new();
        let Fonts { name, plain, .. } = self.fonts;
        for placed in columns {
            match placed.column {
                Column::Baseline if fit == Fit::Roomy => {
                    self.baseline(row, *placed, of_one(plain), &mut nodes);
                }
                Column::Trend => nodes.extend(self.sparkline(row, placed.left, rect)),
                Column::Status => {
                    let pill = &self.pill;
                    nodes.extend(pill.nodes(self.canvas, row.standing, placed.left, middle));
                }
                column => {
                    let [(first, font), (second, small)] = self.words(row, column, fit);
                    let colour = if column == Column::Owner {
                        secondary
                    } else {
                        ink
                    };
                    if has_two_lines && !second.is_empty() {
                        self.text(first, *placed, upper, (font, colour), &mut nodes);
                        self.text(second, *placed, lower, (small, secondary), &mut nodes);
                    } else {
                        self.text(first, *placed, of_one(font), (font, colour), &mut nodes);
                    }
                    if column == Column::Measure && !has_two_lines {
                        nodes.extend(self.place_beside(row, *placed, of_one(name)));
                    }
                }
            }
        }
        nodes.push(self.rule(rect, rect.bottom, theme.grid));
        nodes
    }

    /// The place after the measure's name, where there is room for all of it.
    fn place_beside(&self, row: &RowModel, placed: Placed, baseline: f32) -> Option<Node> {
        let measure = |text: &str, font: Font| self.canvas.measure.width(text, font);
        let Fonts { name, small, .. } = self.fonts;
        let after = measure(&row.measure, name) + 0.6 * small.size_pt;
        let fits = after + measure(&row.place, small) <= placed.width;
        (fits && !row.place.is_empty()).then(|| {
            let left = placed.left + after;
            let colour = self.canvas.theme.secondary;
            Node::Text(self.canvas.run(&row.place, left, baseline, small, colour))
        })
    }

    /// The baseline, and its period after it.
    fn baseline(&self, row: &RowModel, placed: Placed, baseline: f32, nodes: &mut Vec<Node>) {
        let (value, period) = &row.baseline;
        let Fonts { plain, small, .. } = self.fonts;
        let measure = |text: &str, font: Font| self.canvas.measure.width(text, font);
        let space = if period.is_empty() {
            0.0
        } else {
            measure(" ", small)
        };
        let right = placed.left + placed.width;
        let after = right - measure(period, small);
        let left = after - space - measure(value, plain);
        let theme = self.canvas.theme;
        for (text, left, font, colour) in [
            (value, left, plain, theme.ink),
            (period, after, small, theme.secondary),
        ] {
            if !text.is_empty() {
                let run = self.canvas.run(text, left, baseline, font, colour);
                nodes.push(Node::Text(run));
            }
        }
    }

    /// The shape of the figures so far.
    fn sparkline(&self, row: &RowModel, left: f32, rect: Rect) -> Vec<Node> {
        let scale = self.scale;
        let middle = f32::midpoint(rect.top, rect.bottom);
        let (width, height) = (SPARK.0 * scale, (SPARK.1 * scale).min(0.56 * rect.height()));
        let given = || row.values.iter().flatten().copied();
        let lowest = given().fold(f64::INFINITY, f64::min);
        let highest = given().fold(f64::NEG_INFINITY, f64::max);
        let span = highest - lowest;
        let steps = count(row.values.len().saturating_sub(1)).max(1.0);
        let mut parts: Vec<Vec<Point>> = vec![Vec::new()];
        for (index, value) in row.values.iter().enumerate() {
            let Some(value) = value else {
                parts.push(Vec::new());
                continue;
            };
            let share = if span > 0.0 {
                pt((value - lowest) / span)
            } else {
                0.5
            };
            let x = left + width * count(index) / steps;
            let y = middle + height / 2.0 - height * share;
            if let Some(part) = parts.last_mut() {
                part.push(Point::new(x, y));
            }
        }
        let stroke = Stroke::solid(1.6 * scale, self.canvas.theme.category(0).line);
        parts
            .into_iter()
            .filter(|points| points.len() > 1)
            .map(|points| Node::Line(Line { points, stroke }))
            .collect()
    }
}
