//! Any partner workbook becomes data: file, grid, tables, roles, values.

pub mod delimited;
pub mod error;
pub mod grid;
pub mod shorthand;
pub mod sniff;
pub mod text_marks;
pub mod values;
pub mod workbook;
