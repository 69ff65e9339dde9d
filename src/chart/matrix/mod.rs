//! Reviews of priorities: the matrix of judgements, what moved between two reviews, and two criteria against
//! one another. Steps of scales are words with an order: nothing here is drawn at a distance that stands for
//! a number.

mod arrow;
mod grid_layout;
mod grid_model;
mod matrix_layout;
mod matrix_model;
mod model;
mod movement_layout;
mod movement_model;

pub use grid_model::{GridAxis, GridModel, GridSubject, criteria as grid_criteria};
pub use matrix_model::{MatrixCell, MatrixModel, MatrixRow, PrintedMark, RankThen};
pub use model::AssessmentChart;
pub use movement_model::{Fate, MovementEnd, MovementLine, MovementModel};
