//! What charts have in common that show each of their marks once: a dot for each cohort, a bar for each
//! district. The window draws them all in the same way.

use std::sync::Arc;

use super::crosshair::Crosshair;
use super::scene::Scene;
use super::size::ChartSize;
use super::text_metrics::MeasureText;
use super::theme::ChartTheme;

/// A chart before it is laid out, whose marks stand each for one thing that can be pointed at and selected.
/// The scene names their places by [`super::HitTarget::Mark`].
pub trait MarkedChart: PartialEq {
    /// Lays it out for a size.
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene;

    /// One or two sentences of plain English.
    fn what_this_shows(&self) -> &str;

    /// The least height at which all of its marks can be told apart on a width, in points; the window scrolls
    /// where it has less.
    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        0.0
    }

    /// How many marks there are, in the order in which the keyboard walks along them.
    fn mark_count(&self) -> usize;

    /// How many marks stand beside one another, of a chart whose marks are the cells of a table: the arrows
    /// then walk along rows and columns. One for all others.
    fn marks_in_a_row(&self) -> usize {
        1
    }

    /// What stands beside a mark that is pointed at, line by line: whose it is, its value, how sure, and
    /// last its cell; also what a screen reader says of it.
    fn mark_lines(&self, mark: usize) -> Vec<String>;

    /// The period nearest to a horizontal place in data units, of a chart whose marks are small charts over
    /// the same periods; `None` for all others.
    fn crosshair(&self, _x: f64) -> Option<Crosshair> {
        None
    }

    /// Whether it is a table, whose marks are rows: screen readers then go from row to row.
    fn is_table(&self) -> bool {
        false
    }
}

impl<M: MarkedChart> MarkedChart for Arc<M> {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        self.as_ref().layout(size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        self.as_ref().what_this_shows()
    }

    fn mark_count(&self) -> usize {
        self.as_ref().mark_count()
    }

    fn marks_in_a_row(&self) -> usize {
        self.as_ref().marks_in_a_row()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.as_ref().mark_lines(mark)
    }

    fn least_height_pt(&self, width_pt: f32) -> f32 {
        self.as_ref().least_height_pt(width_pt)
    }

    fn crosshair(&self, x: f64) -> Option<Crosshair> {
        self.as_ref().crosshair(x)
    }

    fn is_table(&self) -> bool {
        self.as_ref().is_table()
    }
}
