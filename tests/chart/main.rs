//! Charts as they are drawn: text widths, layout without collisions, wording, files.

mod answers;
mod exports;
mod layouts;
mod snapshots;
mod text_widths;
mod words;
