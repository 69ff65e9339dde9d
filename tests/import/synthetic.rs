//! Small workbooks, one for each kind and fault.
