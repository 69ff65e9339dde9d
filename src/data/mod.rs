//! What was imported: immutable, shared by `Arc`, every value tied to the cell it came from. This layer
//! knows periods, areas, cohorts, measures and observations, and nothing of how they were read, asked
//! about or drawn.

pub mod area;
pub mod assessment;
pub mod boundaries;
pub mod cell;
pub mod cohort;
pub mod gazetteer;
pub mod harm_weights;
pub mod measure;
pub mod observation;
mod packed_observations;
pub mod period;
pub mod period_label;
pub mod period_parse;
pub mod place_names;
pub mod printed;
pub mod series_break;
pub mod source;
pub mod standard_population;
pub mod survey;
pub mod synonyms;
pub mod target;
pub mod tile_map;

pub use area::{Area, AreaKind};
pub use assessment::{Assessment, Judgement};
pub use boundaries::{Boundaries, Boundary, BoundaryPolygon, GridExtent, GridPoint};
pub use cell::{CellRef, SheetIndex};
pub use cohort::Cohort;
pub use gazetteer::{Gazetteer, Place};
pub use harm_weights::{HarmWeight, HarmWeights};
pub use measure::{Measure, Polarity, Unit};
pub use observation::{Observation, Status};
pub use period::{Period, PeriodKind};
pub use printed::{PrintedFigure, PrintedSays};
pub use series_break::{BreakReason, NotedBreak};
pub use source::{Moved, Source, SourceBuilder, SourceId};
pub use survey::Survey;
pub use target::{Target, TargetFigure};
pub use tile_map::TileMap;
