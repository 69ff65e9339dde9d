//! Heatmaps: groups of people or areas by periods, a cell for each, coloured by what stands in it.

pub(super) mod cell;
mod cells;
mod layout;
mod model;

pub(super) use layout::triangle;
pub use model::{HeatmapCell, HeatmapFill, HeatmapModel, HeatmapRow, HeatmapScale};
