//! A chart as an office program draws it by itself, from numbers in cells.

use crate::chart::colour::Rgba;
use crate::chart::theme::Dash;
use crate::data::Unit;

/// A chart as an office program draws it by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct NativeChart {
    /// What is drawn.
    pub kind: NativeKind,
    /// The names along the axis of categories, in the order in which they are read; none for a scatter.
    pub categories: Vec<String>,
    /// The series, those in front last.
    pub series: Vec<NativeSeries>,
    /// The axis of values.
    pub values: NativeAxis,
    /// The horizontal axis of a scatter.
    pub across: Option<NativeAxis>,
}

/// What an office program draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NativeKind {
    /// Lines over categories.
    Lines,
    /// Upright bars.
    Columns,
    /// Bars that lie, the first category at the top.
    Bars,
    /// Bars that lie, each filled to 100% by its series.
    StackedBars,
    /// Dots in rows, the first category at the top: bars without a body, with their ends marked.
    DotsInRows,
    /// Dots by two values.
    Scatter,
}

/// A series of a native chart.
#[derive(Clone, Debug, PartialEq)]
pub struct NativeSeries {
    /// Its name.
    pub name: String,
    /// Its values, one for each category, unrounded; `None` leaves a gap.
    pub values: Vec<Option<f64>>,
    /// Whether a line joins each value to the one before it, however far; else none at all: values of
    /// neighbouring categories are joined.
    pub joined: Vec<bool>,
    /// The horizontal values of a scatter, one for each of the values.
    pub across: Vec<f64>,
    /// The 95% intervals, one for each of the values, where the chart draws them; else none at all.
    pub intervals: Vec<Option<(f64, f64)>>,
    /// The marks of single values, one for each of them where any differs from the others; else none at all.
    pub marks: Vec<NativeMark>,
    /// The words at single values, one for each; else none at all. The last value of a line has its name.
    pub labels: Vec<Option<String>>,
    /// The colour.
    pub colour: Rgba,
    /// How a line is interrupted.
    pub dash: Dash,
    /// The width of a line, in points.
    pub width_pt: f32,
}

/// How a single value is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NativeMark {
    /// Not at all: a line only runs through it.
    #[default]
    None,
    /// A filled dot.
    Filled,
    /// A hollow dot: to be treated with caution.
    Hollow,
}

/// An axis of values.
#[derive(Clone, Debug, PartialEq)]
pub struct NativeAxis {
    /// Its title.
    pub title: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Its bounds.
    pub bounds: (f64, f64),
}
