//! Slides of words alone: a message, paragraphs and points, the beginning of a part.

use super::sheet::SlideSheet;
use crate::base::typeface::Weight;
use crate::chart::canvas::group;
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{Circle, FilledRect, Group, Node, Role, Scene};
use crate::chart::text_block::{wrap, wrap_evenly};
use crate::chart::text_metrics::Font;
use crate::project::story::Paragraph;

/// The sizes of a message and of a part's title, largest first, in points at the house's size.
const LARGE: [f32; 4] = [42.0, 34.0, 28.0, 22.0];
/// The sizes of running text, largest first; none is smaller than 18 pt on a slide of the usual size.
const RUNNING: [f32; 3] = [18.0, 16.0, 14.0];
/// The least size that is read from the back of a room, in points.
const LEAST: f32 = 18.0;

/// What the names of the groups of paragraphs begin with.
const PARAGRAPH: &str = "paragraph-";

/// A slide of words with its first `shown` paragraphs alone, each at the place that it has among all.
pub fn with_paragraphs(scene: &Scene, shown: usize) -> Scene {
    let is_shown = |node: &&Node| match node {
        Node::Group(group) => {
            let number = group.id.strip_prefix(PARAGRAPH);
            let number = number.and_then(|number| number.parse::<usize>().ok());
            number.is_none_or(|number| number <= shown)
        }
        _ => true,
    };
    Scene {
        nodes: scene.nodes.iter().filter(is_shown).cloned().collect(),
        ..scene.clone()
    }
}

/// The title as a message, large, in the middle of the room over `floor`; whether it is too long.
pub(super) fn message(sheet: &SlideSheet<'_>, floor: f32, nodes: &mut Vec<Node>) -> bool {
    let canvas = &sheet.canvas;
    let room = Rect::new(
        canvas.content.left,
        canvas.content.top,
        canvas.content.right,
        floor,
    );
    let (lines, letters, is_overfull) = large(sheet, sheet.title, 0.9 * room.width(), 5);
    let height = 1.25 * letters.size_pt * count(lines.len());
    let top = room.top + ((room.height() - height) / 2.0).max(0.0);
    let bar = FilledRect {
        rect: Rect::new(room.left, top, room.left + 5.0 * canvas.scale, top + height),
        rounding: 0.0,
        fill: canvas.theme.category(0).line,
    };
    let indent = 22.0 * canvas.scale;
    let mut children = vec![Node::Rect(bar)];
    let at = Point::new(room.left + indent, top + 0.12 * letters.size_pt);
    lines_at(sheet, &lines, at, letters, canvas.theme.ink, &mut children);
    nodes.push(group(Role::Title, None, children));
    is_overfull
}

/// The title of a part and what stands under it.
pub(super) fn section(sheet: &SlideSheet<'_>, subtitle: &str, nodes: &mut Vec<Node>) {
    let canvas = &sheet.canvas;
    let content = canvas.content;
    let (lines, font, _) = large(sheet, sheet.title, content.width(), 3);
    let height = 1.25 * font.size_pt * count(lines.len());
    let middle = content.top + 0.45 * content.height();
    let top = middle - height / 2.0;
    let rule = FilledRect {
        rect: Rect::new(
            content.left,
            top - 18.0 * canvas.scale,
            content.left + 64.0 * canvas.scale,
            top - 14.0 * canvas.scale,
        ),
        rounding: 0.0,
        fill: canvas.theme.category(0).line,
    };
    let mut children = vec![Node::Rect(rule)];
    let bottom = lines_at(
        sheet,
        &lines,
        Point::new(content.left, top),
        font,
        canvas.theme.ink,
        &mut children,
    );
    nodes.push(group(Role::Title, None, children));
    let font = Font::new(Weight::Regular, 16.0 * canvas.scale);
    let lines = wrap(subtitle, font, content.width(), 3, canvas.measure);
    if !lines.is_empty() {
        let at = Point::new(content.left, bottom + 10.0 * canvas.scale);
        let mut children = Vec::new();
        lines_at(
            sheet,
            &lines,
            at,
            font,
            canvas.theme.secondary,
            &mut children,
        );
        nodes.push(group(Role::Subtitle, None, children));
    }
}

/// Paragraphs and points under the title; whether there are more than fit.
pub(super) fn paragraphs(
    sheet: &SlideSheet<'_>,
    paragraphs: &[Paragraph],
    title_bottom: f32,
    nodes: &mut Vec<Node>,
) -> bool {
    let canvas = &sheet.canvas;
    let content = canvas.content;
    let top = title_bottom.max(content.top) + 20.0 * canvas.scale;
    let room = content.bottom - top;
    let sized = |size: f32| {
        let font = Font::new(Weight::Regular, (size * canvas.scale).max(LEAST));
        let indent = 1.1 * font.size_pt;
        let wrapped: Vec<Vec<String>> = paragraphs
            .iter()
            .map(|held| {
                let width = content.width() - if held.is_point { indent } else { 0.0 };
                wrap(&held.text, font, width, 12, canvas.measure)
            })
            .collect();
        let lines: usize = wrapped.iter().map(Vec::len).sum();
        let height = font.size_pt * (1.35 * count(lines) + 0.5 * count(paragraphs.len()));
        (font, indent, wrapped, height)
    };
    let mut fitting = RUNNING.iter().map(|size| sized(*size));
    let chosen = fitting.clone().find(|(.., height)| *height <= room);
    let is_overfull = chosen.is_none();
    let Some((font, indent, wrapped, _)) = chosen.or_else(|| fitting.next_back()) else {
        return false;
    };
    let mut y = top;
    for (at, (held, lines)) in paragraphs.iter().zip(&wrapped).enumerate() {
        let mut children = Vec::new();
        let height = 1.35 * font.size_pt * count(lines.len());
        if y + height > content.bottom + font.size_pt {
            break;
        }
        let left = content.left + if held.is_point { indent } else { 0.0 };
        if held.is_point {
            children.push(Node::Circle(Circle {
                centre: Point::new(content.left + 0.35 * font.size_pt, y + 0.62 * font.size_pt),
                radius: 0.16 * font.size_pt,
                fill: canvas.theme.category(0).line,
                stroke: None,
            }));
        }
        let mut baseline = y + font.size_pt;
        for line in lines {
            let run = canvas.run(line, left, baseline, font, canvas.theme.ink);
            children.push(Node::Text(run));
            baseline += 1.35 * font.size_pt;
        }
        y += height + 0.5 * font.size_pt;
        nodes.push(Node::Group(Group {
            role: Role::Message,
            series: None,
            id: format!("{PARAGRAPH}{}", at + 1),
            children,
        }));
    }
    is_overfull
}

/// The lines of large words in the largest size in which they fit, and whether they fit in none.
fn large(
    sheet: &SlideSheet<'_>,
    words: &str,
    width: f32,
    most_lines: usize,
) -> (Vec<String>, Font, bool) {
    let canvas = &sheet.canvas;
    let mut last = (Vec::new(), canvas.text.title, false);
    for size in LARGE {
        let font = Font::new(Weight::Bold, size * canvas.scale / 1.15);
        let lines = wrap_evenly(words, font, width, most_lines, canvas.measure);
        let is_cut = lines.last().is_some_and(|line| line.ends_with('…')) && !words.ends_with('…');
        let is_low = count(lines.len()) * 1.25 * font.size_pt <= 0.75 * canvas.content.height();
        last = (lines, font, is_cut);
        if !is_cut && is_low {
            break;
        }
    }
    last
}

/// Adds lines from a place on; the bottom of the last.
fn lines_at(
    sheet: &SlideSheet<'_>,
    lines: &[String],
    at: Point,
    font: Font,
    colour: Rgba,
    nodes: &mut Vec<Node>,
) -> f32 {
    let mut baseline = at.y + font.size_pt;
    for line in lines {
        let run = sheet.canvas.run(line, at.x, baseline, font, colour);
        nodes.push(Node::Text(run));
        baseline += 1.25 * font.size_pt;
    }
    at.y + 1.25 * font.size_pt * count(lines.len())
}
