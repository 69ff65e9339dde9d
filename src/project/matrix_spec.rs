//! What the user wants of reviews of priorities; saved in projects, while everything computed from them is not.

use serde::{Deserialize, Serialize};

use crate::analysis::AssessmentsQuestion;
use crate::analysis::assessments::ReviewKey;

/// What the user wants of reviews of priorities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MatrixSpec {
    /// How they are drawn.
    #[serde(skip_serializing_if = "MatrixDrawing::is_matrix")]
    pub drawing: MatrixDrawing,
    /// The review; `None` is the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewKey>,
    /// The review that it is held against; `None` is the one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<ReviewKey>,
    /// The criterion along the bottom of the grid, by name; `None` is the one that says how often or how likely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub across: Option<String>,
    /// The criterion up its side; `None` is the first other one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up: Option<String>,
}

/// How a review of priorities is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MatrixDrawing {
    /// A priority a row, a criterion a column.
    #[default]
    Matrix,
    /// The ranks of two reviews, with what became of what.
    Movement,
    /// Two criteria against one another.
    Grid,
}

impl MatrixDrawing {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Movement, Self::Grid];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Movement => "movement",
            Self::Grid => "grid of two criteria",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "what serde calls takes a reference"
    )]
    const fn is_matrix(&self) -> bool {
        matches!(self, Self::Matrix)
    }
}

impl MatrixSpec {
    /// What has to be worked out for it.
    pub fn asked(&self) -> AssessmentsQuestion {
        AssessmentsQuestion {
            review: self.review.clone(),
            earlier: self.earlier.clone(),
        }
    }
}
