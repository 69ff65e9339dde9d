//! Ground that everything stands on; knows nothing of the field.

pub mod typeface;
