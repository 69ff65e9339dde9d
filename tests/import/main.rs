//! Reading workbooks: the real ones that stand beside the project, and small ones made here, one for each
//! kind and fault.

#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    reason = "a test that fails says where"
)]

mod accounts;
mod apart;
mod boundaries;
mod breaks;
mod decisions;
mod facts;
mod faults;
mod harm_weights;
mod hostile;
mod incidents;
mod made;
mod odd_contents;
mod parts;
mod plans;
mod remembered;
mod respondents;
mod samples;
mod shared;
mod synthetic;
mod synthetic_csv;
mod synthetic_faults;
mod synthetic_tables;
