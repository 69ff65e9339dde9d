//! The names of the dots of a scatter chart: placed as the chart on the screen places them, the most important first.
//! A name for which there is no place is left out; its dot still has it in the workbook.

use super::Drawn;
use crate::chart::contents::NativeKind;
use crate::chart::geometry::{Point, Rect};
use crate::chart::point_labels::{Dot, Name, Surroundings, place};
use crate::export::pptx::fit;
use crate::export::pptx::workbook::{Said, held_places, said};

/// The most names.
const MOST_NAMES: usize = 40;
/// The radius of every dot with its edge, in points.
const RADIUS: f32 = 5.0;
/// How far from a dot's middle a name begins that PowerPoint puts beside it, in points.
const BESIDE: f32 = 8.0;
/// A name is moved only where it would stand further off than this, in points.
const NEAR: f32 = 7.0;
/// The distance that names keep from dots and from one another, in points.
const GAP: f32 = 3.0;

/// The name of a dot that has a place.
pub struct DotName {
    /// The series and the place of the dot in it.
    pub of: (usize, usize),
    /// The side of the dot on which PowerPoint puts it.
    pub side: &'static str,
    /// How far to the right and down it is moved from there, in points.
    pub moved: Option<(f32, f32)>,
}

/// The names that have a place.
pub fn placed(drawn: &Drawn<'_>) -> Vec<DotName> {
    let native = drawn.native;
    let Some(across) = native
        .across
        .as_ref()
        .filter(|_| native.kind == NativeKind::Scatter)
    else {
        return Vec::new();
    };
    let plot = drawn.room.plot;
    let share = |value: f64, (lower, upper): (f64, f64)| {
        to_f32((value - lower) / (upper - lower).max(f64::MIN_POSITIVE))
    };
    let (mut dots, mut names, mut owners) = (Vec::new(), Vec::new(), Vec::new());
    // Those of the last series lie on top, and are to be looked at first.
    for (number, series) in native.series.iter().enumerate().rev() {
        for at in held_places(native, series) {
            let value = series.values.get(at).copied().flatten();
            let (Some(value), Some(level)) = (value, series.across.get(at)) else {
                continue;
            };
            let centre = Point::new(
                plot.left_pt + plot.width_pt * share(*level, across.bounds),
                plot.top_pt + plot.height_pt * (1.0 - share(value, native.values.bounds)),
            );
            let words = match said(native, series, at) {
                Said::Words(words) => words,
                Said::Name => series.name.clone(),
                _ => String::new(),
            };
            if !words.is_empty() && names.len() < MOST_NAMES {
                let size = drawn.room.text_pt;
                names.push(Name {
                    dot: dots.len(),
                    width: fit::width(&words, size, false) + 2.0,
                    height: 1.15 * size,
                });
                owners.push((number, at));
            }
            dots.push(Dot {
                centre,
                radius: RADIUS,
            });
        }
    }
    let (left, top) = (plot.left_pt, plot.top_pt);
    let around = Surroundings {
        dots: &dots,
        taken: &[],
        lines: &[],
        bounds: Rect::new(
            left + 2.0,
            top,
            (left + plot.width_pt).max(drawn.room.frame.width_pt - 4.0),
            top + plot.height_pt - 2.0,
        ),
        gap: GAP,
    };
    let placed = place(&names, &around);
    let held = owners.iter().zip(&names).zip(placed);
    held.filter_map(|((of, name), placed)| {
        let (placed, dot) = (placed?, dots.get(name.dot)?);
        let rect = placed.rect;
        let middle = Point::new(
            f32::midpoint(rect.left, rect.right),
            f32::midpoint(rect.top, rect.bottom),
        );
        let (across, along) = (BESIDE + rect.width() / 2.0, BESIDE + rect.height() / 2.0);
        let sides = [
            ("r", across, 0.0),
            ("l", -across, 0.0),
            ("t", 0.0, -along),
            ("b", 0.0, along),
        ];
        let from = |(_, x, y): &(&str, f32, f32)| {
            (middle.x - dot.centre.x - x, middle.y - dot.centre.y - y)
        };
        let away = |side: &(&'static str, f32, f32)| {
            let (right, down) = from(side);
            right.hypot(down)
        };
        let side = sides
            .iter()
            .min_by(|one, other| away(one).total_cmp(&away(other)))?;
        Some(DotName {
            of: *of,
            side: side.0,
            moved: (placed.leader.is_some() || away(side) > NEAR).then(|| from(side)),
        })
    })
    .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a slide needs no more digits"
)]
const fn to_f32(value: f64) -> f32 {
    value as f32
}
