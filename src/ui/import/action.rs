//! What the import screen asks for.

use crate::import::decisions::Decision;

/// Something that is to happen with the workbooks that are being imported.
#[derive(Clone, Debug)]
pub enum ImportAction {
    /// Something was said of a workbook (by its place among those that are imported).
    Decide {
        /// The workbook.
        workbook: usize,
        /// What undo calls it.
        label: String,
        /// What was said, as one step.
        decisions: Vec<Decision>,
    },
    /// The layout of a workbook is to be remembered under a name; not at all where it is empty.
    RememberAs {
        /// The workbook.
        workbook: usize,
        /// The name.
        partner: String,
    },
    /// Take what was read into the project.
    Finish,
    /// Forget it all; the project stays as it is.
    Cancel,
}
