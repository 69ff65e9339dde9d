//! Heatmaps: groups of people or areas by periods, a cell for each, coloured by what stands in it.

mod cells;
mod layout;
mod model;

pub use model::{HeatmapCell, HeatmapFill, HeatmapModel, HeatmapRow, HeatmapScale};
