//! How fast the program is, each time beside a peer or a floor in the same run; the ratio is printed at
//! the end of each group. `cargo bench` runs all, `cargo bench -- frame` one group.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on says where"
)]

mod frame;
#[path = "../../tests/chart/gallery_cases.rs"]
mod gallery_cases;
mod import;
mod kinds;
mod project;
mod ratio;
mod refresh;
mod screen;
mod sentence;
mod story;
mod suppression;
mod survey;
mod survey_variances;

use criterion::{criterion_group, criterion_main};

criterion_group!(
    benches,
    import::bench,
    frame::bench,
    screen::bench,
    project::bench,
    refresh::bench,
    sentence::bench,
    kinds::bench,
    story::bench,
    suppression::bench,
    survey::bench
);
criterion_main!(benches);
