//! The chart of priority cohorts: level across, change up and down, a cross at everybody, and the corner of
//! those whose level is worst and who got worse most.

mod axes;
mod dots;
mod layout;
mod model;

pub(super) use dots::colours;
pub use model::{Corner, DotModel, Fill, PriorityModel, TotalModel, shown};
