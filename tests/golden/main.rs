//! Golden vectors: what R, pandas and plain arithmetic give for the same inputs. The files of the folder
//! named by `GOLDEN_DIR` are read, else those beside this one.
#![expect(
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]

mod cases;
mod comparisons;
mod counts_rates;
mod coverage;
mod crosstabs;
mod disclosure;
mod distributions;
mod every_case;
mod funnels;
mod microdata;
mod periods_change;
mod proportions;
mod weighted;
