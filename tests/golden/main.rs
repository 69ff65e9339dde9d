//! Golden vectors: what R, pandas and plain arithmetic give for the same inputs. The files of the folder
//! named by `GOLDEN_DIR` are read, else those beside this one.

mod cases;
mod counts_rates;
mod disclosure;
mod funnels;
mod periods_change;
mod proportions;
