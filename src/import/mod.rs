//! Any partner workbook becomes data. A file is opened by its content ([`workbook`], [`delimited`]), its
//! sheets become grids of typed cells ([`grid`]), tables are found in them, the roles of rows and columns
//! are concluded and written down as plain data ([`layout`]), and by that alone the cells are read. What is
//! not certain is left out, with a finding ([`findings`]); nothing is read by the name of a file or a fixed
//! position. This layer knows nothing of charts, projects or windows.

mod account;
pub mod answers;
pub mod apart;
mod apply;
mod bands;
mod biff;
pub mod boundaries;
mod break_notes;
mod break_words;
mod cell_roles;
mod columns;
mod compound;
pub mod decisions;
pub mod delimited;
pub mod error;
mod extent;
pub mod findings;
pub mod grid;
pub mod harm_weights;
mod heading_cells;
mod heading_numbers;
mod headings;
mod labels;
pub mod layout;
mod list_findings;
mod lists;
mod macro_sheets;
mod naming;
mod open_document;
mod outcome;
mod package;
mod parts;
mod places;
mod prose;
mod reader;
mod records;
mod redrawn;
mod regions;
pub mod remembered;
mod report;
mod respondents;
mod role_words;
mod roles;
mod row_labels;
mod rows;
mod said;
mod scales;
mod sections;
mod self_description;
mod sheet_parts;
mod sheet_reading;
pub mod shorthand;
mod slots;
pub mod sniff;
mod stated_twice;
pub mod text_marks;
mod titles;
pub mod values;
mod view;
pub mod vocabulary;
mod withheld_columns;
pub mod workbook;
mod xlsb;
mod xlsx;

pub use account::Account;
pub use cell_roles::CellRole;
pub use error::ReadError;
pub use findings::{CellSpan, Finding, FindingKind, Severity};
pub use list_findings::ListFinding;
pub use report::{OpenedFile, Reading, SheetSummary, read_bytes, read_file};
pub use respondents::SurveyFinding;
pub use workbook::Workbook;
