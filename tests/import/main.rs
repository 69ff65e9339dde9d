//! Reading workbooks: the real ones that stand beside the project, and small ones made here, one for each
//! kind and fault.

mod accounts;
mod facts;
mod shared;
mod speed;
mod synthetic;
