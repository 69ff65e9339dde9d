//! Laying out what moved between two reviews: the priorities of both in their order, with lines from each to
//! what became of it.

use super::arrow;
use super::movement_model::{Fate, MovementEnd, MovementLine, MovementModel};
use crate::analysis::assessments::{Shift, ThreadKind};
use crate::chart::canvas::{Canvas, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{
    Circle, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, SeriesColours};
use crate::chart::wording::assessments::fate_tag;

/// What stands where there is no earlier review.
const NO_EARLIER: &str = "Movement needs two reviews: this project holds one";
/// The height of a row where there is room, and the least, in sizes of its text.
const ROOMY: f32 = 2.5;
const TIGHT: f32 = 1.3;
/// Text is made smaller down to this part of its size before rows are left out; large text further, down to
/// this many points.
const LEAST_SCALE: (f32, f32) = (0.66, 8.6);
/// The most of the width that the names of a side take.
const MOST_FOR_NAMES: f32 = 0.4;
/// How far below the last row words about others stand, in sizes of their text.
const LEFT_OUT: f32 = 1.1;
/// What title, subtitle, key, headings and footnote take on the screen, and a row where rows scroll.
const AROUND: f32 = 250.0;
const SCREEN_ROW: f32 = 19.0;

/// The least height in which every name can be read on the screen.
pub(super) fn least_height(model: &MovementModel) -> f32 {
    AROUND + SCREEN_ROW * count(rows(model))
}

fn rows(model: &MovementModel) -> usize {
    model.earlier.len().max(model.later.len())
}

/// Lays out the movement between two reviews for a size.
pub(super) fn layout(
    model: &MovementModel,
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
    match &model.reviews {
        Some((earlier, later)) => {
            let drawing = Drawing {
                canvas: &canvas,
                model,
                reviews: [earlier, later],
            };
            drawing.draw(room, &mut nodes, &mut hits);
        }
        None => nodes.push(canvas.message(NO_EARLIER, room)),
    }
    Scene::new(
        (size, theme.ground),
        (&words.title, &words.alt_text),
        PlotArea::without_axes(room),
        nodes,
        hits,
    )
}

/// The colours of what became of a priority: none of them is better or worse.
fn colours(theme: &ChartTheme, fate: Fate) -> SeriesColours {
    match fate {
        Fate::Moved(Shift::Up(_)) => theme.category(0),
        Fate::Moved(Shift::Down(_)) => theme.category(3),
        Fate::Other(ThreadKind::Split | ThreadKind::Merged) => theme.category(1),
        Fate::Moved(Shift::Kept) | Fate::Other(_) => theme.muted,
    }
}

/// Whether a priority has no line.
const fn is_alone(fate: Fate) -> bool {
    matches!(
        fate,
        Fate::Other(ThreadKind::New | ThreadKind::Dropped | ThreadKind::Open)
    )
}

struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a MovementModel,
    reviews: [&'a str; 2],
}

/// Where rows and names stand.
struct Placed {
    font: Font,
    row: f32,
    rows: usize,
    top: f32,
    /// The dots of the earlier and of the later review.
    left: f32,
    right: f32,
}

impl Placed {
    fn middle(&self, place: usize) -> f32 {
        self.top + self.row * (count(place) + 0.5)
    }
}

impl Drawing<'_> {
    fn draw(&self, room: Rect, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let canvas = self.canvas;
        let top = self.key(room.top, nodes) + 0.7 * canvas.text.label.size_pt;
        let placed = self.placed(Rect::new(room.left, top, room.right, room.bottom));
        nodes.push(self.headings(&placed, room));
        // What kept its rank lies behind.
        let mut lines: Vec<(usize, &MovementLine)> = self.model.lines.iter().enumerate().collect();
        lines.sort_by_key(|(_, line)| line.fate != Fate::Moved(Shift::Kept));
        for (place, line) in lines {
            if line.from < placed.rows && line.to < placed.rows {
                nodes.push(group(
                    Role::Series,
                    Some(place),
                    vec![self.line(line, &placed)],
                ));
            }
        }
        let (mut dots, mut names) = (Vec::new(), Vec::new());
        let later = self.model.later.iter().enumerate().map(|end| (end, false));
        let earlier = self.model.earlier.iter().enumerate().map(|end| (end, true));
        for ((place, end), is_earlier) in later.chain(earlier) {
            if place >= placed.rows {
                continue;
            }
            let x = if is_earlier {
                placed.left
            } else {
                placed.right
            };
            let centre = Point::new(x, placed.middle(place));
            dots.push(self.dot(end, centre));
            let bounds = self.name(end, is_earlier, centre, &placed, room, &mut names);
            let offset = if is_earlier {
                self.model.later.len()
            } else {
                0
            };
            let target = HitTarget::Mark(offset + place);
            hits.push(HitRegion {
                target,
                shape: HitShape::Rect(bounds),
            });
            hits.push(HitRegion {
                target,
                shape: HitShape::Disc {
                    centre,
                    radius: (8.0 * canvas.scale).min(0.5 * placed.row),
                },
            });
        }
        nodes.push(group(Role::Reference, None, dots));
        nodes.push(group(Role::LineLabels, None, names));
        let left_out = rows(self.model) - placed.rows;
        if left_out > 0 {
            let bottom = placed.top + placed.row * count(placed.rows);
            let baseline = bottom + LEFT_OUT * canvas.text.axis.size_pt;
            nodes.push(canvas.rows_left_out(left_out, baseline));
        }
    }

    fn placed(&self, room: Rect) -> Placed {
        let canvas = self.canvas;
        let size = canvas.text.axis.size_pt;
        let all = rows(self.model).max(1);
        let heading = 1.7 * canvas.text.label.size_pt;
        let top = room.top + heading;
        let height = (room.bottom - top).max(1.0);
        let least = (LEAST_SCALE.1 / size).clamp(0.45, LEAST_SCALE.0);
        let fitting = height / count(all);
        let font = canvas
            .text
            .axis
            .scaled((fitting / (TIGHT * size)).clamp(least, 1.0));
        let least_row = TIGHT * font.size_pt;
        let (mut row, mut shown) = (fitting.min(ROOMY * size), all);
        if row < least_row - 0.01 {
            shown = (1..all)
                .rev()
                .find(|rows| count(*rows) * least_row + 1.4 * LEFT_OUT * size <= height)
                .unwrap_or(1);
            row = least_row;
        }
        let aside = 1.1 * font.size_pt;
        let width = |ends: &[MovementEnd]| {
            let widths = ends.iter().map(|end| self.width(end, font));
            widths
                .fold(0.0, f32::max)
                .min(MOST_FOR_NAMES * room.width())
                + aside
        };
        Placed {
            font,
            row,
            rows: shown,
            top,
            left: room.left + width(&self.model.earlier),
            right: room.right - width(&self.model.later),
        }
    }

    /// The width of everything that stands beside a dot.
    fn width(&self, end: &MovementEnd, font: Font) -> f32 {
        let measure = self.canvas.measure;
        let strong = Font::new(self.canvas.text.label.weight, font.size_pt);
        let rank = measure.width("00", strong) + 0.6 * font.size_pt;
        rank + measure.width(&end.name, font) + self.tag_width(end, font)
    }

    fn tag_width(&self, end: &MovementEnd, font: Font) -> f32 {
        let tag = fate_tag(end.fate);
        let strong = Font::new(self.canvas.text.label.weight, font.size_pt);
        match end.fate {
            Fate::Moved(Shift::Up(places) | Shift::Down(places)) => {
                let places = places.to_string();
                1.5 * font.size_pt + self.canvas.measure.width(&places, font)
            }
            _ if tag.is_empty() => 0.0,
            _ => 0.6 * font.size_pt + self.canvas.measure.width(tag, strong),
        }
    }

    fn headings(&self, placed: &Placed, room: Rect) -> Node {
        let canvas = self.canvas;
        let font = canvas.text.label;
        let baseline = placed.top - 0.6 * font.size_pt;
        let middle = f32::midpoint(placed.left, placed.right);
        let [earlier, later] = self.reviews;
        let colour = canvas.theme.secondary;
        let earlier = elide(earlier, font, middle - room.left, canvas.measure);
        let width = canvas.measure.width(&earlier, font);
        let left = (placed.left - width).max(room.left);
        let later = elide(later, font, room.right - placed.right, canvas.measure);
        group(
            Role::HorizontalAxis,
            None,
            vec![
                Node::Text(canvas.run(&earlier, left, baseline, font, colour)),
                Node::Text(canvas.run(&later, placed.right, baseline, font, colour)),
            ],
        )
    }

    fn line(&self, line: &MovementLine, placed: &Placed) -> Node {
        let scale = self.canvas.scale;
        let look = colours(self.canvas.theme, line.fate);
        let width = if line.fate == Fate::Moved(Shift::Kept) {
            1.3
        } else {
            2.2
        };
        let mut points = Vec::new();
        let (from, to) = (placed.middle(line.from), placed.middle(line.to));
        if matches!(line.fate, Fate::Other(_)) {
            // A fork has its own way: it leaves and arrives level.
            let third = 0.14 * (placed.right - placed.left);
            points.push(Point::new(placed.left, from));
            points.push(Point::new(placed.left + third, from));
            points.push(Point::new(placed.right - third, to));
        } else {
            points.push(Point::new(placed.left, from));
        }
        points.push(Point::new(placed.right, to));
        Node::Line(Line {
            points,
            stroke: Stroke {
                width: width * scale,
                colour: look.line,
                dash: look.dash,
            },
        })
    }

    fn dot(&self, end: &MovementEnd, centre: Point) -> Node {
        let canvas = self.canvas;
        let look = colours(canvas.theme, end.fate);
        let colour = if is_alone(end.fate) {
            canvas.theme.ink
        } else {
            look.line
        };
        Node::Circle(Circle {
            centre,
            radius: 3.8 * canvas.scale,
            fill: if is_alone(end.fate) {
                canvas.theme.ground
            } else {
                colour
            },
            stroke: Some(Stroke::solid(1.5 * canvas.scale, colour)),
        })
    }

    /// Rank, name and what became of it: at the right of the later dots, and mirrored at the left of the
    /// earlier ones. Returns where it stands.
    fn name(
        &self,
        end: &MovementEnd,
        is_earlier: bool,
        dot: Point,
        placed: &Placed,
        room: Rect,
        names: &mut Vec<Node>,
    ) -> Rect {
        let canvas = self.canvas;
        let (font, theme) = (placed.font, canvas.theme);
        let strong = Font::new(canvas.text.label.weight, font.size_pt);
        let baseline = dot.y + font.cap_height() / 2.0;
        let gap = 0.6 * font.size_pt;
        let aside = 1.1 * font.size_pt;
        let rank = end.rank.to_string();
        let rank_width = canvas.measure.width("00", strong);
        let tag_width = if is_earlier && matches!(end.fate, Fate::Moved(_)) {
            0.0
        } else {
            self.tag_width(end, font)
        };
        let whole = if is_earlier {
            dot.x - aside - room.left
        } else {
            room.right - dot.x - aside
        };
        let name_room = (whole - rank_width - gap - tag_width).max(2.0 * font.size_pt);
        let name = elide(&end.name, font, name_room, canvas.measure);
        let name_width = canvas.measure.width(&name, font);
        let all = rank_width + gap + name_width + tag_width;
        let left = if is_earlier {
            dot.x - aside - all
        } else {
            dot.x + aside
        };
        let (rank_left, name_left, tag_left) = if is_earlier {
            (left + all - rank_width, left + tag_width, left)
        } else {
            let name_left = left + rank_width + gap;
            (left, name_left, name_left + name_width)
        };
        let rank_left = rank_left + rank_width - canvas.measure.width(&rank, strong);
        names.push(Node::Text(
            canvas.run(&rank, rank_left, baseline, strong, theme.ink),
        ));
        names.push(Node::Text(
            canvas.run(&name, name_left, baseline, font, theme.ink),
        ));
        match end.fate {
            Fate::Moved(shift @ (Shift::Up(places) | Shift::Down(places))) if !is_earlier => {
                let look = colours(theme, end.fate);
                let half = 0.34 * font.size_pt;
                let centre = Point::new(tag_left + gap + half, dot.y);
                names.extend(arrow::shift(shift, centre, half, look.line));
                let left = centre.x + half + 0.25 * font.size_pt;
                let by = places.to_string();
                names.push(Node::Text(canvas.run(&by, left, baseline, font, look.text)));
            }
            Fate::Other(_) => {
                let left = if is_earlier { tag_left } else { tag_left + gap };
                let tag = fate_tag(end.fate);
                names.push(Node::Text(canvas.run(
                    tag,
                    left,
                    baseline,
                    strong,
                    theme.secondary,
                )));
            }
            Fate::Moved(_) => {}
        }
        let half = 0.5 * placed.row.min(1.5 * font.size_pt);
        Rect::new(left, dot.y - half, left + all, dot.y + half)
    }

    /// The kinds of lines that are there, in one row as far as they fit; returns the bottom.
    fn key(&self, top: f32, nodes: &mut Vec<Node>) -> f32 {
        let canvas = self.canvas;
        let font = canvas.text.note;
        let has = |wanted: fn(Fate) -> bool| self.model.lines.iter().any(|line| wanted(line.fate));
        let entries: [(bool, Fate, &str); 4] = [
            (
                has(|fate| matches!(fate, Fate::Moved(Shift::Up(_)))),
                Fate::Moved(Shift::Up(1)),
                "moved up",
            ),
            (
                has(|fate| matches!(fate, Fate::Moved(Shift::Down(_)))),
                Fate::Moved(Shift::Down(1)),
                "moved down",
            ),
            (
                has(|fate| matches!(fate, Fate::Moved(Shift::Kept))),
                Fate::Moved(Shift::Kept),
                "kept its rank",
            ),
            (
                has(|fate| matches!(fate, Fate::Other(_))),
                Fate::Other(ThreadKind::Split),
                "split or merged",
            ),
        ];
        let (swatch, gap) = (18.0 * canvas.scale, 0.45 * font.size_pt);
        let baseline = top + font.cap_height();
        let middle = baseline - font.cap_height() / 2.0;
        let mut left = canvas.content.left;
        let mut children = Vec::new();
        for (_, fate, words) in entries.into_iter().filter(|(is_there, ..)| *is_there) {
            let width = swatch + gap + canvas.measure.width(words, font);
            if left + width > canvas.content.right {
                break;
            }
            let look = colours(canvas.theme, fate);
            children.push(Node::Line(Line {
                points: vec![Point::new(left, middle), Point::new(left + swatch, middle)],
                stroke: Stroke {
                    width: 2.2 * canvas.scale,
                    colour: look.line,
                    dash: look.dash,
                },
            }));
            let run = canvas.run(
                words,
                left + swatch + gap,
                baseline,
                font,
                canvas.theme.secondary,
            );
            children.push(Node::Text(run));
            left += width + 2.2 * gap;
        }
        if children.is_empty() {
            return top;
        }
        nodes.push(group(Role::Key, None, children));
        top + font.cap_height() + font.descent()
    }
}
