//! Where everything on a chart of concerns stands: names, bars from nought with the wider area's mark, values,
//! and in words what became of each issue and how it stands.

use super::model::{ConcernRowModel, ConcernsModel, StandingModel};
use crate::analysis::change::Tone;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect, count, pt};
use crate::chart::group_chart::triangle;
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, ThemeKind};

/// The most and the least height of a row.
const ROW: (f32, f32) = (34.0, 15.0);
/// What stands over and under the rows on the screen.
const AROUND: f32 = 250.0;
/// The widest that names may be, as a part of the width.
const WIDEST_NAME: f32 = 0.34;
/// What is left of the width for names and bars; where it is less, the values of the wider area are left to its
/// mark on the bars.
const LEFT_FOR_BARS: f32 = 0.42;
/// The part of the width that names leave to bars.
const BARS: f32 = 0.13;
/// The widest that a heading makes its column, as a part of the width; a longer one has two lines.
const WIDEST_HEADING: f32 = 0.12;

/// The least height of a chart of so many issues on the screen.
pub(super) fn least_height(issues: usize) -> f32 {
    AROUND + 19.0 * count(issues)
}

/// Lays out a list of concerns; issues for which there is no room are counted with the rest.
pub(super) fn layout(
    model: &ConcernsModel,
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
    let rows = Rows::new(&canvas, model, room);
    if model.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        rows.push(&mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        PlotArea {
            rect: rows.bars,
            viewport: Viewport {
                x: (0.0, rows.highest),
                y: (0.0, 1.0),
            },
        },
        nodes,
        hits,
    )
}

/// A column of words right of the bars.
#[derive(Clone, Copy, Default)]
struct Column {
    left: f32,
    right: f32,
}

impl Column {
    fn width(self) -> f32 {
        self.right - self.left
    }
}

/// The rows with their columns.
struct Rows<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a ConcernsModel,
    /// The rectangle of the bars.
    bars: Rect,
    left: f32,
    right: f32,
    /// How many rows are drawn.
    shown: usize,
    row: f32,
    name_width: f32,
    highest: f64,
    head_baseline: f32,
    rest_baseline: Option<f32>,
    here: Column,
    wider: Option<Column>,
    change: Option<Column>,
    against: Option<Column>,
}

impl<'a> Rows<'a> {
    fn new(canvas: &'a Canvas<'a>, model: &'a ConcernsModel, room: Rect) -> Self {
        let scale = canvas.scale;
        let axis = canvas.text.axis;
        let headings = &model.headings;
        let others = [&headings.wider, &headings.change, &headings.against];
        let mut all = others.into_iter().flatten().chain([&headings.here]);
        let widest_heading = WIDEST_HEADING * room.width();
        let has_two_lines = all.any(|text| canvas.measure.width(text, axis) > widest_heading);
        let lines = if has_two_lines { 2.0 } else { 1.0 };
        let head = lines * axis.line_height() + 4.0 * scale;
        let tail = axis.line_height() + 2.0 * scale;
        let least = ROW.1 * scale;
        let fits = |height: f32| {
            let all = 1..=model.rows.len();
            all.rev()
                .find(|rows| count(*rows) * least <= height)
                .unwrap_or(1)
        };
        let height = room.height() - head;
        let mut shown = fits(height).min(model.rows.len());
        let needs_tail = model.rest_words(shown).is_some();
        let height = if needs_tail { height - tail } else { height };
        shown = fits(height).min(model.rows.len());
        let row = (height / count(shown.max(1))).min(ROW.0 * scale).max(1.0);
        let top = room.top + head;
        let bottom = top + row * count(shown);
        let widest = |texts: &mut dyn Iterator<Item = &str>, font: Font| {
            texts
                .map(|text| canvas.measure.width(text, font))
                .fold(0.0_f32, f32::max)
        };
        let drawn = || model.rows.iter().take(shown);
        let heading = |text: &str| {
            let words = text.split(' ').map(|word| canvas.measure.width(word, axis));
            let longest = words.fold(0.0, f32::max);
            let width = canvas.measure.width(text, axis);
            width.min(widest_heading.max(longest))
        };
        let strong = canvas.text.label_highlighted;
        let arrow = arrow_room(canvas, strong);
        let here = widest(&mut drawn().map(|row| row.printed.as_str()), strong)
            .max(heading(&model.headings.here));
        let wider = model.headings.wider.as_deref().map(|name| {
            let printed = drawn().filter_map(|row| Some(row.wider.as_ref()?.printed.as_str()));
            widest(&mut printed.into_iter(), strong).max(heading(name))
        });
        let change = model.headings.change.as_deref().map(|name| {
            let (clear, others): (Vec<_>, Vec<_>) = drawn()
                .map(|row| row.change)
                .partition(|change| change.is_up.is_some());
            let clear = widest(&mut clear.iter().map(|change| change.word), strong);
            let others = widest(&mut others.iter().map(|change| change.word), axis);
            let clear = if clear > 0.0 { arrow + clear } else { 0.0 };
            clear.max(others).max(heading(name))
        });
        let against = model.headings.against.as_deref().map(|name| {
            let word = widest(&mut drawn().map(|row| row.against.word), strong);
            word.max(heading(name))
        });
        // From the right.
        let gap = 14.0 * scale;
        let taken: f32 = [Some(here), wider, change, against]
            .into_iter()
            .flatten()
            .map(|width| width + gap)
            .sum();
        let wider = wider.filter(|_| room.width() - taken >= LEFT_FOR_BARS * room.width());
        let mut edge = room.right;
        let mut place = |width: Option<f32>| {
            let width = width?;
            let column = Column {
                left: edge - width,
                right: edge,
            };
            edge -= width + gap;
            Some(column)
        };
        let against = place(against);
        let change = place(change);
        let wider = place(wider);
        let here = place(Some(here)).unwrap_or_default();
        let names = widest(&mut drawn().map(|row| row.name.as_str()), strong);
        let most = here.left - gap - 12.0 * scale - room.left - BARS * room.width();
        let name_width = names.min(most).min(WIDEST_NAME * room.width());
        let name_width = name_width.max(0.1 * room.width());
        let left = room.left + name_width + 12.0 * scale;
        let right = (here.left - gap).max(left + 16.0);
        let values = drawn().filter_map(|row| row.value.ok());
        let ends = drawn().filter_map(|row| Some(row.interval?.1));
        let others = drawn().filter_map(|row| row.wider.as_ref()?.value.ok());
        let highest = values.chain(ends).chain(others).fold(0.0_f64, f64::max);
        Self {
            canvas,
            model,
            bars: Rect::new(left, top, right, bottom),
            left: room.left,
            right: room.right,
            shown,
            row,
            name_width,
            highest: if highest > 0.0 { highest } else { 1.0 },
            head_baseline: top - 4.0 * scale - axis.line_height() + axis.cap_height(),
            rest_baseline: needs_tail.then(|| bottom + 4.0 * scale + axis.cap_height()),
            here,
            wider,
            change,
            against,
        }
    }

    fn x(&self, value: f64) -> f32 {
        self.bars.left + pt(value / self.highest) * self.bars.width()
    }

    fn push(&self, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        nodes.push(self.headings());
        for (place, row) in self.model.rows.iter().take(self.shown).enumerate() {
            let top = self.bars.top + count(place) * self.row;
            let rect = Rect::new(self.left, top, self.right, top + self.row);
            nodes.push(group(Role::Series, Some(place), self.issue(row, rect)));
            hits.push(HitRegion {
                target: HitTarget::Mark(place),
                shape: HitShape::Rect(rect),
            });
        }
        if let (Some(words), Some(baseline)) =
            (self.model.rest_words(self.shown), self.rest_baseline)
        {
            let font = self.canvas.text.axis;
            let words = elide(&words, font, self.right - self.left, self.canvas.measure);
            let run = self.canvas.run(
                &words,
                self.left,
                baseline,
                font,
                self.canvas.theme.secondary,
            );
            nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
        }
    }

    /// What stands over the columns: those of numbers end where the numbers end.
    fn headings(&self) -> Node {
        let headings = &self.model.headings;
        let canvas = self.canvas;
        let font = canvas.text.axis;
        let numbers = [
            (Some(self.here), Some(&headings.here)),
            (self.wider, headings.wider.as_ref()),
        ];
        let words = [
            (self.change, headings.change.as_ref()),
            (self.against, headings.against.as_ref()),
        ];
        let mut runs = Vec::new();
        for (columns, is_right) in [(numbers, true), (words, false)] {
            for (column, text) in columns {
                let (Some(column), Some(text)) = (column, text) else {
                    continue;
                };
                // A hair more than measured, so that what was measured fits.
                let lines = wrap(text, font, column.width() + 0.1, 2, canvas.measure);
                let above = count(lines.len().saturating_sub(1)) * font.line_height();
                let mut baseline = self.head_baseline - above;
                for text in &lines {
                    let left = if is_right {
                        column.right - canvas.measure.width(text, font)
                    } else {
                        column.left
                    };
                    let colour = canvas.theme.secondary;
                    runs.push(Node::Text(canvas.run(text, left, baseline, font, colour)));
                    baseline += font.line_height();
                }
            }
        }
        group(Role::Key, None, runs)
    }

    /// Name, bar with its interval and the wider area's mark, values, standings.
    fn issue(&self, row: &ConcernRowModel, place: Rect) -> Vec<Node> {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        // Words never stand higher than their row.
        let shrink = (0.8 * self.row / canvas.text.label.size_pt).min(1.0);
        let font = canvas.text.label.scaled(shrink);
        let plain = canvas.text.axis.scaled(shrink);
        let middle = f32::midpoint(place.top, place.bottom);
        let baseline = middle + font.cap_height() / 2.0;
        let name = elide(&row.name, font, self.name_width, canvas.measure);
        let mut nodes = vec![Node::Text(
            canvas.run(&name, self.left, baseline, font, theme.ink),
        )];
        nodes.extend(self.bar(row, middle));
        let mut number = |text: &str, column: Column, (colour, font): (Rgba, Font)| {
            let left = column.right - canvas.measure.width(text, font);
            nodes.push(Node::Text(canvas.run(text, left, baseline, font, colour)));
        };
        number(&row.printed, self.here, (theme.ink, font));
        if let (Some(column), Some(wider)) = (self.wider, &row.wider) {
            number(&wider.printed, column, (theme.secondary, plain));
        }
        if let Some(column) = self.change {
            let colour = colour_of(theme, row.change);
            let at = Point::new(column.left, middle);
            let arrow = row
                .change
                .is_up
                .map(|is_up| triangle(is_up, at, font, colour));
            nodes.extend(arrow);
            let (left, font) = match row.change.is_up {
                Some(_) => (column.left + arrow_room(canvas, font), font),
                None => (column.left, plain),
            };
            let run = canvas.run(row.change.word, left, baseline, font, colour);
            nodes.push(Node::Text(run));
        }
        if let Some(column) = self.against {
            let (colour, font) = match row.against.is_up {
                Some(_) => (theme.ink, font),
                None => (theme.secondary, plain),
            };
            let run = canvas.run(row.against.word, column.left, baseline, font, colour);
            nodes.push(Node::Text(run));
        }
        nodes
    }

    fn bar(&self, row: &ConcernRowModel, middle: f32) -> Vec<Node> {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        let mut nodes = Vec::new();
        let Ok(value) = row.value else {
            return nodes;
        };
        let colour = theme.category(0).line;
        let half = 0.29 * self.row;
        let (from, to) = (self.x(0.0), self.x(value));
        let rect = Rect::new(from, middle - half, to, middle + half);
        let is_hollow = row.caution.is_some();
        let fill = if is_hollow { theme.ground } else { colour };
        nodes.push(Node::Rect(FilledRect {
            rect,
            rounding: if is_hollow { 0.0 } else { 2.0 * canvas.scale },
            fill,
        }));
        if is_hollow {
            nodes.push(Node::Line(Line {
                points: vec![
                    Point::new(rect.left, rect.top),
                    Point::new(rect.right, rect.top),
                    Point::new(rect.right, rect.bottom),
                    Point::new(rect.left, rect.bottom),
                    Point::new(rect.left, rect.top),
                ],
                stroke: Stroke::solid(1.5 * canvas.scale, colour),
            }));
        }
        // What lies on the bar keeps its contrast with the bar.
        let on_bar = if theme.ink.contrast(fill) >= theme.ground.contrast(fill) {
            theme.ink
        } else {
            theme.ground
        };
        if let Some((lower, upper)) = row.interval {
            let (from, end) = (self.x(lower.max(0.0)), self.x(upper));
            for (from, to, colour) in [(from.min(to), to, on_bar), (to, end.max(to), theme.ink)] {
                nodes.push(Node::Line(Line {
                    points: vec![Point::new(from, middle), Point::new(to, middle)],
                    stroke: Stroke::solid(1.3 * canvas.scale, colour),
                }));
            }
        }
        let wider = row.wider.as_ref().and_then(|wider| wider.value.ok());
        if let Some(wider) = wider {
            let x = self.x(wider);
            let reach = 0.42 * self.row;
            let line = |width: f32, colour: Rgba| {
                Node::Line(Line {
                    points: vec![Point::new(x, middle - reach), Point::new(x, middle + reach)],
                    stroke: Stroke::solid(width * canvas.scale, colour),
                })
            };
            nodes.push(line(5.0, theme.ground));
            nodes.push(line(2.4, theme.comparator.line));
        }
        nodes
    }
}

/// What more or fewer is written in: by whether it is welcome, never by direction alone.
fn colour_of(theme: &ChartTheme, standing: StandingModel) -> Rgba {
    match standing.tone {
        _ if standing.is_up.is_none() => theme.secondary,
        _ if theme.kind == ThemeKind::Print => theme.ink,
        Tone::Good => theme.good.text,
        Tone::Bad => theme.bad.text,
        Tone::Neutral => theme.ink,
    }
}

/// The width that an arrow takes before its word.
fn arrow_room(canvas: &Canvas<'_>, font: Font) -> f32 {
    0.75 * font.size_pt + 4.0 * canvas.scale
}
