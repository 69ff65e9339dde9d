//! Which sums are wanted of a survey, said without a word of how they come about: as well by one pass over
//! columns in memory as by a `GROUP BY` in somebody's warehouse.

use super::cells::Cells;

/// A column of a survey by its place; it has one entry of a short list for each respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The groups of a dimension of people, by the dimension's place.
    Dimension(usize),
    /// Where each lives.
    Area,
    /// The answers of a question with one answer of a list, by the question's place.
    Answers(usize),
    /// Whether an option of a question with several was ticked: entry 1 where it was, 0 where not.
    Option {
        /// The question's place.
        question: usize,
        /// The option's place among those of the question.
        option: usize,
    },
}

/// What is to be true of respondents. Where nothing is known of somebody, neither a condition nor its
/// contrary holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The entry of a column is one of these.
    Is {
        /// The column.
        column: Column,
        /// The entries.
        entries: Vec<u16>,
    },
    /// It does not hold.
    Not(Box<Condition>),
    /// Each holds; true where there are none.
    All(Vec<Condition>),
    /// At least one holds; false where there are none.
    Any(Vec<Condition>),
}

/// A way to divide respondents.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// By the entries of a column.
    Column(Column),
    /// One part only: those for whom a condition holds.
    Group(Condition),
}

/// What respondents are counted by, or what is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// By their answer, each by itself.
    Answers(Column),
    /// The numbers of a question, by its place.
    Numbers(usize),
}

/// The cells wanted: for each item, each grouping and each slice of time the sums of every part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellPlan {
    /// What is counted or added up.
    pub items: Vec<Item>,
    /// How respondents are divided: by no axis (everybody), by one, by two at once.
    pub groupings: Vec<Vec<Axis>>,
    /// Slices of time, each some entries of the survey's period, none of which is in two of them; without a
    /// slice, everybody whenever they were asked is one.
    pub slices: Vec<Vec<u16>>,
    /// Who is counted at all; everybody where there is none.
    pub filter: Option<Condition>,
    /// Whether the sums are wanted by stratum and cluster, too, where the survey declares them.
    pub by_design: bool,
}

/// Why cells cannot be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A column is not there, or has no list of entries.
    #[error("the survey has no such column")]
    NoSuchColumn,
    /// There would be more sums than fit in memory.
    #[error("too many groups at once: split by fewer dimensions or areas")]
    TooManyCells,
}

/// Who can fill the cells of a plan.
pub trait FillCells {
    /// The sums of all cells.
    ///
    /// # Errors
    /// [`PlanError`] where the plan does not fit the survey.
    fn fill(&self, plan: &CellPlan) -> Result<Cells, PlanError>;
}

impl CellPlan {
    /// How many slices of time there are.
    pub fn slice_count(&self) -> usize {
        self.slices.len().max(1)
    }
}
