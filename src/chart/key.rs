//! The key over the plot, where lines are not named at their ends.

use super::canvas::group;
use super::geometry::{Point, Rect};
use super::layout::Frame;
use super::scene::{HitRegion, HitShape, HitTarget, Line, Node, Role, Stroke};
use super::series_marks::colours;
use super::text_block::elide;

/// The most rows that a key takes; the rest is counted.
const MOST_ROWS: u8 = 3;

/// Adds the key with its top at `top`; returns its bottom.
pub(super) fn key(
    frame: &Frame<'_>,
    top: f32,
    nodes: &mut Vec<Node>,
    hits: &mut Vec<HitRegion>,
) -> f32 {
    let font = frame.text.label;
    let (swatch, gap, between) = (20.0 * frame.scale, 6.0 * frame.scale, 18.0 * frame.scale);
    let row_height = 1.5 * font.size_pt;
    let content = frame.content;
    let drawn: Vec<_> = frame
        .model
        .series
        .iter()
        .enumerate()
        .filter(|(_, series)| series.last().is_some())
        .collect();
    if drawn.is_empty() {
        return top;
    }
    // Room in the last row for the count of those that do not fit.
    let more_width = frame.measure.width("and 99 more", font) + between;
    let mut children = Vec::new();
    let (mut left, mut row) = (content.left, 0_u8);
    for (index, (place, series)) in drawn.iter().enumerate() {
        let most = content.width() - swatch - gap;
        let name = elide(&series.label, font, most, frame.measure);
        let width = swatch + gap + frame.measure.width(&name, font);
        if left > content.left && left + width > content.right {
            row += 1;
            left = content.left;
        }
        let baseline = top + font.cap_height() + f32::from(row) * row_height;
        let is_last = index + 1 == drawn.len();
        let needs_room = row + 1 == MOST_ROWS && !is_last;
        if row == MOST_ROWS || (needs_room && left + width + between + more_width > content.right) {
            let more = format!("and {} more", drawn.len() - index);
            if row < MOST_ROWS {
                let run = frame.run(&more, left, baseline, font, frame.theme.secondary);
                children.push(Node::Text(run));
            }
            row = row.min(MOST_ROWS - 1);
            break;
        }
        let look = colours(frame.theme, series);
        let middle = baseline - font.cap_height() / 2.0;
        children.push(Node::Line(Line {
            points: vec![Point::new(left, middle), Point::new(left + swatch, middle)],
            stroke: Stroke {
                width: if series.in_front { 3.2 } else { 2.2 } * frame.scale,
                colour: look.line,
                dash: look.dash,
            },
        }));
        let run = frame.run(&name, left + swatch + gap, baseline, font, look.text);
        children.push(Node::Text(run));
        hits.push(HitRegion {
            target: HitTarget::Series(*place),
            shape: HitShape::Rect(Rect::new(
                left,
                baseline - font.ascent(),
                left + width,
                baseline + font.descent(),
            )),
        });
        left += width + between;
    }
    nodes.push(group(Role::Key, None, children));
    top + font.cap_height() + f32::from(row) * row_height + font.descent()
}
