//! A change table laid out for a size.

use super::model::{BarLook, ChangeRowModel, ChangeTableModel};
use crate::base::typeface::Weight;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect, count, pt};
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::{elide, wrap_evenly};
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, MARK_CONTRAST, TEXT_CONTRAST};

/// The heights of rows, at the size of a card: as many as fit.
const ROW_HEIGHTS: (f32, f32) = (17.0, 37.0);
/// Below this scale letters are too small to be read.
const LEAST_SCALE: f32 = 0.72;
/// Between columns.
const GAP: f32 = 14.0;
/// The least room of the names.
const LEAST_NAME: f32 = 84.0;
/// The least and the most room of the bars.
const BAR_WIDTHS: (f32, f32) = (44.0, 150.0);

/// Lays a table out.
pub(super) fn layout(
    model: &ChangeTableModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let top = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let bottom = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let content = canvas.content;
    let room = Rect::new(
        content.left,
        top + 10.0 * canvas.scale,
        content.right,
        (bottom - 10.0 * canvas.scale).max(top),
    );
    let mut plot = room;
    if model.rows.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        plot = table(model, &canvas, room, &mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        PlotArea {
            rect: plot,
            viewport: Viewport {
                x: bounds(model),
                y: (0.0, 1.0),
            },
        },
        nodes,
        hits,
    )
}

/// The fonts and the scale of the body.
struct Body {
    scale: f32,
    row_height: f32,
    heading_lines: usize,
    regular: Font,
    strong: Font,
    heading: Font,
    shown: usize,
}

impl Body {
    /// As large as the room allows, down to what can still be read; then as many rows as fit.
    fn fitting(model: &ChangeTableModel, canvas: &Canvas<'_>, room: Rect) -> Self {
        let rows = model.rows.len();
        let at = |scale: f32| {
            let base = canvas.text.axis.scaled(scale / canvas.scale);
            Self {
                scale,
                row_height: ROW_HEIGHTS.0 * scale,
                heading_lines: 2,
                regular: base,
                strong: Font::new(Weight::SemiBold, base.size_pt),
                heading: base.scaled(0.95),
                shown: rows,
            }
        };
        let needed =
            |body: &Self| body.heading_height() + body.row_height * count(rows) + 2.0 * body.scale;
        let all = columns(model, &model.rows);
        let mut body = at(canvas.scale);
        let is_large = |body: &Self| {
            needed(body) > room.height() || least_width(&all, canvas, body) > room.width()
        };
        while is_large(&body) && body.scale > LEAST_SCALE {
            body = at((body.scale - 0.04).max(LEAST_SCALE));
        }
        let free = room.height() - body.heading_height();
        if needed(&body) > room.height() {
            // A last line says how many more there are.
            let fits = (1..=rows)
                .rfind(|shown| body.row_height * (count(*shown) + 1.0) <= free)
                .unwrap_or(1);
            body.shown = fits.min(rows);
        } else {
            let roomy = free / count(rows).max(1.0);
            body.row_height = roomy.clamp(body.row_height, ROW_HEIGHTS.1 * body.scale);
        }
        body
    }

    fn gap(&self) -> f32 {
        GAP * self.scale
    }

    fn heading_height(&self) -> f32 {
        1.3 * self.heading.size_pt * count(self.heading_lines) + 8.0 * self.scale
    }
}

/// A column of texts.
struct Column {
    heading: String,
    texts: Vec<String>,
    is_left: bool,
    width: f32,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Earlier,
    Later,
    Change,
    Percent,
    Bars,
    Chance,
    Printed,
}

fn columns(model: &ChangeTableModel, rows: &[ChangeRowModel]) -> Vec<Column> {
    let column = |kind: Kind, heading: &str, text: &dyn Fn(&ChangeRowModel) -> String| Column {
        heading: heading.to_owned(),
        texts: rows.iter().map(text).collect(),
        is_left: matches!(kind, Kind::Name | Kind::Chance),
        width: 0.0,
        kind,
    };
    let mut columns = vec![
        column(Kind::Name, &model.heading, &|row| {
            if row.is_part {
                format!("\u{a0}\u{a0}\u{a0}{}", row.name)
            } else {
                row.name.clone()
            }
        }),
        column(Kind::Earlier, &model.periods.1, &|row| row.earlier.clone()),
        column(Kind::Later, &model.periods.0, &|row| row.later.clone()),
        column(Kind::Change, "Change", &|row| row.change.clone()),
    ];
    if model.has_percent {
        columns.push(column(Kind::Percent, "%", &|row| row.percent.clone()));
    }
    if model.has_bars {
        columns.push(column(Kind::Bars, "", &|_| String::new()));
    }
    columns.push(column(Kind::Chance, "Chance?", &|row| {
        row.chance.to_owned()
    }));
    if model.has_printed {
        columns.push(column(Kind::Printed, "As printed", &|row| {
            row.printed.as_ref().map_or_else(String::new, |printed| {
                if printed.is_wrong {
                    format!("{} ✗", printed.text)
                } else {
                    printed.text.clone()
                }
            })
        }));
    }
    columns
}

/// The least and greatest length of the bars, nought among them.
fn bounds(model: &ChangeTableModel) -> (f64, f64) {
    let bars = || model.rows.iter().filter_map(|row| row.bar);
    (bars().fold(0.0, f64::min), bars().fold(0.0, f64::max))
}

/// Draws headings and rows; gives the rectangle of the bars.
fn table(
    model: &ChangeTableModel,
    canvas: &Canvas<'_>,
    room: Rect,
    nodes: &mut Vec<Node>,
    hits: &mut Vec<HitRegion>,
) -> Rect {
    let body = Body::fitting(model, canvas, room);
    let rows = model.rows.get(..body.shown).unwrap_or(&model.rows);
    let mut columns = columns(model, rows);
    // What can be done without goes first where there is not enough room.
    for kind in [Kind::Bars, Kind::Change, Kind::Printed, Kind::Earlier] {
        if least_width(&columns, canvas, &body) > room.width() {
            columns.retain(|column| column.kind != kind);
        }
    }
    let gap = body.gap();
    set_widths(&mut columns, canvas, &body, room.width());
    let mut lefts = Vec::with_capacity(columns.len());
    let mut left = room.left;
    for column in &columns {
        lefts.push(left);
        left += column.width + gap;
    }
    headings(canvas, &body, &columns, &lefts, room, nodes);
    let body_top = room.top + body.heading_height();
    let bars = columns
        .iter()
        .zip(&lefts)
        .find(|(column, _)| column.kind == Kind::Bars);
    let body_bottom = body_top + body.row_height * count(rows.len());
    let plot = bars.map_or(room, |(column, left)| {
        Rect::new(*left, body_top, left + column.width, body_bottom)
    });
    let scale = PlotArea {
        rect: plot,
        viewport: Viewport {
            x: bounds(model),
            y: (0.0, 1.0),
        },
    };
    if bars.is_some() {
        let zero = scale.x_to_pt(0.0);
        nodes.push(group(
            Role::Grid,
            None,
            vec![Node::Line(Line {
                points: vec![Point::new(zero, body_top), Point::new(zero, body_bottom)],
                stroke: Stroke::solid(canvas.scale, canvas.theme.baseline),
            })],
        ));
    }
    for (index, row) in rows.iter().enumerate() {
        let top = body_top + body.row_height * count(index);
        let mut children = Vec::new();
        let rule = top + body.row_height;
        children.push(rule_at(canvas, room, rule, canvas.theme.grid));
        let baseline = top + f32::midpoint(body.row_height, body.regular.cap_height());
        for (column, left) in columns.iter().zip(&lefts) {
            if column.kind == Kind::Bars {
                children.extend(
                    row.bar
                        .map(|value| bar(canvas, &body, &scale, row, value, top)),
                );
                continue;
            }
            let Some(text) = column.texts.get(index).filter(|text| !text.is_empty()) else {
                continue;
            };
            let (font, colour) = look(canvas, &body, row, column.kind);
            let text = elide(text, font, column.width, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let left = if column.is_left {
                *left
            } else {
                left + column.width - width
            };
            children.push(Node::Text(canvas.run(&text, left, baseline, font, colour)));
        }
        nodes.push(group(Role::Series, Some(index), children));
        hits.push(HitRegion {
            target: HitTarget::Mark(index),
            shape: HitShape::Rect(Rect::new(
                room.left - 6.0 * canvas.scale,
                top,
                room.right + 6.0 * canvas.scale,
                top + body.row_height,
            )),
        });
    }
    let hidden = model.rows.len() - rows.len();
    if hidden > 0 {
        let words = format!("and {hidden} more, for which there is no room here");
        let baseline = body_bottom + f32::midpoint(body.row_height, body.regular.cap_height());
        let run = canvas.run(
            &words,
            room.left,
            baseline,
            body.regular,
            canvas.theme.secondary,
        );
        nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
    }
    plot
}

/// The width of a column's longest text, or of its heading.
fn own_width(column: &Column, canvas: &Canvas<'_>, body: &Body) -> f32 {
    let widest = |texts: &[String], font: Font| {
        let widths = texts.iter().map(|text| canvas.measure.width(text, font));
        widths.fold(0.0_f32, f32::max)
    };
    if column.kind == Kind::Bars {
        return BAR_WIDTHS.0 * body.scale;
    }
    let words: Vec<String> = match column.kind {
        // A heading of several words takes two lines.
        Kind::Earlier | Kind::Later => halves(&column.heading, body.heading, canvas),
        _ => vec![column.heading.clone()],
    };
    let texts = widest(&column.texts, body.strong);
    texts.max(widest(&words, body.heading)).ceil() + 1.0
}

/// The least width of the table: names may be shortened, nothing else.
fn least_width(columns: &[Column], canvas: &Canvas<'_>, body: &Body) -> f32 {
    let own = columns.iter().map(|column| {
        let own = own_width(column, canvas, body);
        if column.kind == Kind::Name {
            own.min(LEAST_NAME * body.scale)
        } else {
            own
        }
    });
    own.sum::<f32>() + body.gap() * (count(columns.len()) - 1.0).max(0.0)
}

/// Gives every column the room of its longest text, the bars what is left over, and the names what remains
/// where there is not enough.
fn set_widths(columns: &mut [Column], canvas: &Canvas<'_>, body: &Body, room: f32) {
    for column in columns.iter_mut() {
        column.width = own_width(column, canvas, body);
    }
    let room = room - body.gap() * (count(columns.len()) - 1.0).max(0.0);
    let taken: f32 = columns.iter().map(|column| column.width).sum();
    let mut free = room - taken;
    if free < 0.0 {
        if let Some(name) = columns.iter_mut().find(|column| column.kind == Kind::Name) {
            let least = name.width.min(LEAST_NAME * body.scale);
            name.width = (name.width + free).max(least);
        }
        let taken: f32 = columns.iter().map(|column| column.width).sum();
        if taken > room {
            // On a chart as small as a stamp everything is shortened.
            for column in columns.iter_mut() {
                column.width *= (room / taken).max(0.0);
            }
        }
        return;
    }
    if let Some(bars) = columns.iter_mut().find(|column| column.kind == Kind::Bars) {
        let more = free.min((BAR_WIDTHS.1 - BAR_WIDTHS.0) * body.scale);
        bars.width += more;
        free -= more;
    }
    let share = free / count(columns.len()).max(1.0);
    for column in columns.iter_mut() {
        column.width += share;
    }
}

/// The two lines of a heading that may be broken.
fn halves(heading: &str, font: Font, canvas: &Canvas<'_>) -> Vec<String> {
    let whole = canvas.measure.width(heading, font);
    let least = heading
        .split(' ')
        .map(|word| canvas.measure.width(word, font))
        .fold(0.0_f32, f32::max);
    (0..=8_u8)
        .map(|step| least + (whole - least) * f32::from(step) / 8.0 + 0.5)
        .map(|width| wrap_evenly(heading, font, width, 2, canvas.measure))
        .find(|lines| !lines.iter().any(|line| line.ends_with('…')))
        .unwrap_or_else(|| vec![heading.to_owned()])
}

fn headings(
    canvas: &Canvas<'_>,
    body: &Body,
    columns: &[Column],
    lefts: &[f32],
    room: Rect,
    nodes: &mut Vec<Node>,
) {
    let font = body.heading;
    let line_height = 1.25 * font.size_pt;
    let bottom = room.top + body.heading_height();
    let mut children = vec![rule_at(canvas, room, bottom, canvas.theme.baseline)];
    for (column, left) in columns.iter().zip(lefts) {
        let lines = wrap_evenly(
            &column.heading,
            font,
            column.width,
            body.heading_lines,
            canvas.measure,
        );
        for (index, line) in lines.iter().rev().enumerate() {
            let baseline = bottom - 7.0 * body.scale - line_height * count(index);
            let width = canvas.measure.width(line, font);
            let left = if column.is_left {
                *left
            } else {
                left + column.width - width
            };
            children.push(Node::Text(canvas.run(
                line,
                left,
                baseline,
                font,
                canvas.theme.secondary,
            )));
        }
    }
    nodes.push(group(Role::HorizontalAxis, None, children));
}

fn rule_at(canvas: &Canvas<'_>, room: Rect, y: f32, colour: Rgba) -> Node {
    Node::Line(Line {
        points: vec![Point::new(room.left, y), Point::new(room.right, y)],
        stroke: Stroke::solid(canvas.scale, colour),
    })
}

fn bar(
    canvas: &Canvas<'_>,
    body: &Body,
    scale: &PlotArea,
    row: &ChangeRowModel,
    value: f64,
    top: f32,
) -> Node {
    let (zero, end) = (scale.x_to_pt(0.0), scale.x_to_pt(value));
    let height = (0.34 * body.row_height).min(10.0 * body.scale);
    let middle = top + body.row_height / 2.0;
    // A change that rounds to nought has no bar, and a small one can be seen.
    let least = if value.abs() < 0.05 { 0.0 } else { pt(1.0) };
    let (left, right) = if value < 0.0 {
        (end.min(zero - least), zero)
    } else {
        (zero, end.max(zero + least))
    };
    Node::Rect(FilledRect {
        rect: Rect::new(left, middle - height / 2.0, right, middle + height / 2.0),
        rounding: (1.5 * body.scale).min((right - left) / 2.0),
        fill: bar_colour(canvas.theme, row.look),
    })
}

fn bar_colour(theme: &ChartTheme, look: BarLook) -> Rgba {
    match look {
        BarLook::Clear => theme.category(0).line,
        BarLook::Good => theme.good.line,
        BarLook::Bad => theme.bad.line,
        BarLook::Unclear => theme.baseline.readable_on(theme.ground, 1.6),
    }
}

fn look(canvas: &Canvas<'_>, body: &Body, row: &ChangeRowModel, kind: Kind) -> (Font, Rgba) {
    let theme = canvas.theme;
    match kind {
        Kind::Name if row.is_total => (body.strong, theme.ink),
        Kind::Later => (body.strong, theme.ink),
        Kind::Percent if row.bar.is_some() => (body.strong, theme.ink),
        Kind::Percent | Kind::Chance | Kind::Bars => (body.regular, theme.secondary),
        Kind::Printed => {
            let is_wrong = row.printed.as_ref().is_some_and(|printed| printed.is_wrong);
            let wrong = theme.bad.line;
            let colour = if is_wrong {
                wrong.readable_on(theme.ground, TEXT_CONTRAST.max(MARK_CONTRAST))
            } else {
                theme.secondary
            };
            (body.regular, colour)
        }
        Kind::Name | Kind::Earlier | Kind::Change => (body.regular, theme.ink),
    }
}
