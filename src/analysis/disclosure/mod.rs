//! What of a table of respondents may be seen, decided here and nowhere else: on the screen, copied, printed
//! by the command line, written to files (statistical specification 4.1 to 4.3).
//!
//! A figure goes where its base is too small, where 1 to 4 respondents are behind it or behind what it leaves
//! of its column, and where such a number could be worked out from it: within its column, from everybody and
//! the other groups, from the same table among other people, from the groupings that are crossed in it, from
//! overlapping groups of the project's own. What goes is taken out of the table, so that nothing after this
//! has it; letters are then those of the family that is left.

mod apart;
mod by_two;
mod compared;
mod crossed;
mod figures;
mod groups;
mod linked;
mod marks;
mod narrowed;
mod own_groups;
mod table;
mod treatment;

pub use apart::{Counts, Withheld, withheld};
pub use compared::TablesCompared;
pub use figures::{Family, Pair};
pub use groups::{Time, withhold_few};
pub use linked::told;
pub use table::{Disclosed, NotDisclosed, disclosed, disclosed_periods};
pub use treatment::CellTreatment;
