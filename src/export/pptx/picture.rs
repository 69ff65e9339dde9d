//! The picture of a chart for a slide: without title, subtitle and footnote, which are text on the slide, and
//! with the text of the rest as outlines.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::deck::DeckPicture;
use crate::chart::scene::{Node, Role};
use crate::export::file::ExportError;
use crate::export::guard::Publishable;
use crate::export::{png, svg};

/// The pixels of the fallback to the point.
const SCALE: f32 = 2.0;
/// What is left free around what is drawn, in points.
const MARGIN: f32 = 4.0;

impl DeckPicture {
    /// The picture of a chart without the words that stand on the slide beside it.
    ///
    /// # Errors
    /// [`ExportError::Drawing`] where the picture cannot be drawn, [`ExportError::TooLarge`] where it would
    /// have too many pixels.
    pub fn of(chart: &Publishable) -> Result<Self, ExportError> {
        let mut scene = chart.scene().clone();
        scene.nodes.retain(|node| {
            !matches!(node, Node::Group(group)
                if matches!(group.role, Role::Title | Role::Subtitle | Role::Footnote))
        });
        let whole = (scene.width, scene.height);
        let read = |text: &str| {
            usvg::Tree::from_str(text, &png::options())
                .map_err(|error| ExportError::Drawing(error.to_string()))
        };
        // The ground fills the whole picture: what is drawn is measured without it.
        let ground = scene.ground;
        scene.ground = ground.with_alpha(0);
        let drawn = read(&svg::of_scene(&scene))?;
        let drawn = drawn.root().abs_layer_bounding_box();
        scene.ground = ground;
        let top = (drawn.top() - MARGIN).max(0.0);
        let bottom = (drawn.bottom() + MARGIN).min(whole.1).max(top + 1.0);
        let left = (drawn.left() - MARGIN).max(0.0);
        let right = (drawn.right() + MARGIN).min(whole.0).max(left + 1.0);
        let text = svg::of_scene(&scene).replacen(
            &svg::extent((0.0, 0.0), whole),
            &svg::extent((left, top), (right - left, bottom - top)),
            1,
        );
        let tree = read(&text)?;
        let size = tree.size();
        let in_pixels = |length: f32| whole_number(length * SCALE);
        let mut pixels = Pixmap::new(in_pixels(size.width()), in_pixels(size.height()))
            .ok_or(ExportError::TooLarge)?;
        resvg::render(
            &tree,
            Transform::from_scale(SCALE, SCALE),
            &mut pixels.as_mut(),
        );
        let outlined = usvg::WriteOptions {
            indent: usvg::Indent::None,
            coordinates_precision: 3,
            transforms_precision: 5,
            ..usvg::WriteOptions::default()
        };
        Ok(Self {
            svg: tree.to_string(&outlined),
            png: pixels
                .encode_png()
                .map_err(|error| ExportError::Drawing(error.to_string()))?,
            width_pt: whole_number(size.width()),
            height_pt: whole_number(size.height()),
        })
    }
}

/// The whole number next to a length, from 1 to 16,384.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 16,384"
)]
const fn whole_number(length: f32) -> u32 {
    length.round().clamp(1.0, 16_384.0) as u32
}
