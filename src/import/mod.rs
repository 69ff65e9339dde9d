//! Any partner workbook becomes data. A file is opened by its content ([`workbook`], [`delimited`]), its
//! sheets become grids of typed cells ([`grid`]), tables are found in them, the roles of rows and columns
//! are concluded and written down as plain data ([`layout`]), and by that alone the cells are read. What is
//! not certain is left out, with a finding ([`findings`]); nothing is read by the name of a file or a fixed
//! position. This layer knows nothing of charts, projects or windows.

mod account;
mod apply;
mod bands;
mod columns;
pub mod delimited;
pub mod error;
pub mod findings;
pub mod grid;
mod heading_numbers;
mod headings;
mod labels;
pub mod layout;
mod list_findings;
mod lists;
mod naming;
mod outcome;
mod parts;
mod places;
mod prose;
mod reader;
mod records;
mod regions;
mod report;
mod roles;
mod rows;
mod scales;
mod sections;
pub mod shorthand;
mod slots;
pub mod sniff;
mod streamed;
pub mod text_marks;
mod titles;
pub mod values;
mod view;
pub mod vocabulary;
pub mod workbook;

pub use account::Account;
pub use error::ReadError;
pub use findings::{CellSpan, Finding, FindingKind, Severity};
pub use list_findings::ListFinding;
pub use report::{Reading, SheetSummary, open_and_read, read_bytes, read_file};
pub use workbook::Workbook;
