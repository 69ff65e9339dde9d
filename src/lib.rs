//! Bellwether turns the workbooks that partner agencies send into charts of safety, confidence and
//! crime. The modules stand in layers; each may use only those above it in this list (see
//! `ARCHITECTURE.md`, and `tests/architecture.rs`, which enforces it).

pub mod base;

pub mod words;

pub mod data;

pub mod import;

pub mod check;

pub mod stats;

pub mod analysis;

pub mod project;

pub mod chart;

pub mod export;

pub mod jobs;

pub mod ui;

pub mod app;

pub mod cli;
