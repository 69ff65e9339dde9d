//! At the foot of every slide whose it is: the logo, and the organisation beside it.

use crate::chart::canvas::{Canvas, group};
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{Node, Picture, Role};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;

/// The height of a logo and the most of its width, as parts of the slide's height and width.
const LOGO: (f32, f32) = (0.055, 0.22);
/// Between logo and name, in points.
const BETWEEN: f32 = 10.0;
/// The name is not wider than this part of the slide.
const WIDEST_NAME: f32 = 0.5;

/// What a logo takes from the bottom of everything else, in points. A name alone stands within the margin.
pub(super) fn height(canvas: &Canvas<'_>) -> f32 {
    let has_logo = canvas
        .theme
        .imprint
        .as_ref()
        .is_some_and(|held| held.logo.is_some());
    if has_logo {
        LOGO.0 * (canvas.content.bottom + canvas.content.top)
    } else {
        0.0
    }
}

/// The baseline of the name and of the slide's number: in the middle of the logo, where there is one.
pub(super) fn baseline(canvas: &Canvas<'_>, size: ChartSize) -> f32 {
    let bottom = size.height_pt - 0.3 * canvas.content.top;
    match logo_height(canvas, size) {
        Some(height) => bottom - height / 2.0 + canvas.theme.text.footnote.cap_height() / 2.0,
        None => bottom,
    }
}

fn logo_height(canvas: &Canvas<'_>, size: ChartSize) -> Option<f32> {
    let logo = canvas.theme.imprint.as_ref()?.logo.as_ref()?;
    let width = (LOGO.0 * size.height_pt * logo.aspect()).min(LOGO.1 * size.width_pt);
    Some(width / logo.aspect())
}

/// The logo and the name in the lower left corner, on the line of the slide's number.
pub(super) fn node(canvas: &Canvas<'_>, size: ChartSize) -> Option<Node> {
    let imprint = canvas.theme.imprint.as_ref()?;
    let font = canvas.theme.text.footnote;
    let mut left = canvas.content.left;
    let mut children = Vec::new();
    if let Some((logo, height)) = imprint.logo.as_ref().zip(logo_height(canvas, size)) {
        let width = height * logo.aspect();
        let bottom = size.height_pt - 0.3 * canvas.content.top;
        let rect = Rect::new(left, bottom - height, left + width, bottom);
        children.push(Node::Picture(Picture {
            rect,
            logo: logo.clone(),
        }));
        left = rect.right + BETWEEN;
    }
    if !imprint.organisation.is_empty() {
        let room = WIDEST_NAME * size.width_pt;
        let words = elide(&imprint.organisation, font, room, canvas.measure);
        let at = Point::new(left, baseline(canvas, size));
        let run = canvas.run(&words, at.x, at.y, font, canvas.theme.secondary);
        children.push(Node::Text(run));
    }
    Some(group(Role::Imprint, None, children))
}
