//! Whether everybody can use it: by keyboard alone, by ear, with large letters, with high contrast.

mod dialogs;
mod keys;
mod pictures;
mod screens;
mod seen;
mod targets;
mod walk;
mod welsh;
mod welsh_explore;
mod welsh_program;
mod welsh_screens;
