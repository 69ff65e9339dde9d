//! A line the size of a word: the shape of a series, without axes. Missing values leave a gap.

use egui::{Color32, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, Widget, pos2, vec2};

use crate::ui::tokens::tokens;

/// A series, oldest first, scaled to its own least and greatest value.
#[must_use = "a sparkline is not shown until it is added to a `Ui`"]
pub struct Sparkline<'a> {
    values: &'a [Option<f64>],
    colour: Option<Color32>,
    size: Option<Vec2>,
}

impl<'a> Sparkline<'a> {
    /// `None` is a missing or suppressed value.
    pub fn new(values: &'a [Option<f64>]) -> Self {
        Self {
            values,
            colour: None,
            size: None,
        }
    }

    /// The colour of the line; navy unless said otherwise.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// The size in points.
    pub fn size(mut self, size: Vec2) -> Self {
        self.size = Some(size);
        self
    }

    /// Paints the line into `rect`.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        let colour = self.colour.unwrap_or(tokens(ui).colours.accent_ink);
        let painter = ui.painter();
        for run in runs(self.values, rect.shrink2(vec2(1.0, 4.0))) {
            match run.as_slice() {
                [only] => {
                    painter.circle_filled(*only, 1.5, colour);
                }
                _ => {
                    painter.add(Shape::line(run, Stroke::new(1.5, colour)));
                }
            }
        }
    }
}

impl Widget for Sparkline<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let sizes = &tokens(ui).size;
        let size = self
            .size
            .unwrap_or(vec2(sizes.spark_width, sizes.spark_height));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect);
        }
        response
    }
}

/// The unbroken runs of the series as points in `rect`.
fn runs(values: &[Option<f64>], rect: Rect) -> Vec<Vec<Pos2>> {
    let known = || values.iter().flatten().copied().filter(|v| v.is_finite());
    let low = known().fold(f64::INFINITY, f64::min);
    let high = known().fold(f64::NEG_INFINITY, f64::max);
    let steps = values.len().saturating_sub(1).max(1);
    let mut runs = vec![Vec::new()];
    for (at, value) in values.iter().enumerate() {
        let Some(value) = value.filter(|v| v.is_finite()) else {
            runs.push(Vec::new());
            continue;
        };
        let across = share(at, steps);
        let up = if high > low {
            narrow((value - low) / (high - low))
        } else {
            0.5
        };
        let point = pos2(
            egui::lerp(rect.x_range(), across),
            egui::lerp(rect.bottom()..=rect.top(), up),
        );
        if let Some(run) = runs.last_mut() {
            run.push(point);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn share(at: usize, steps: usize) -> f32 {
    let part = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    part(at) / part(steps)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a share between 0 and 1 loses only precision that no screen shows"
)]
fn narrow(share: f64) -> f32 {
    share as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_breaks_the_line() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(30.0, 10.0));
        let runs = runs(&[Some(1.0), Some(3.0), None, Some(2.0)], rect);
        assert_eq!(
            runs,
            vec![
                vec![pos2(0.0, 10.0), pos2(10.0, 0.0)],
                vec![pos2(30.0, 5.0)]
            ]
        );
    }

    #[test]
    fn a_level_series_runs_through_the_middle() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(10.0, 10.0));
        assert_eq!(
            runs(&[Some(7.0), Some(7.0)], rect),
            vec![vec![pos2(0.0, 5.0), pos2(10.0, 5.0)]]
        );
    }
}
