//! Breaks in series: where values are not comparable with those before. Nothing is compared across one.

mod catalogued;
mod series_break;
mod spec;

pub(super) use catalogued::noted_breaks;
pub use series_break::{BreakAt, BreakOrigin, NotComparable, SeriesBreak, first_between, marked};
pub use spec::{BreakId, BreakScope, BreakSpec, Breaks, SetAside};
