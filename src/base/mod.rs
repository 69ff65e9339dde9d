//! What every layer shares and no layer owns: text cleaning, numbers as they are printed, progress of
//! long work, the bundled typeface, safe writing of files. It knows nothing of safety, crime or charts.

pub mod atomic_file;
pub mod cells;
pub mod file_system;
pub mod number;
pub mod packed;
pub mod progress;
pub mod text;
pub mod typeface;
