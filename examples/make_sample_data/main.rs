//! Writes the sample workbooks: `cargo run --example make_sample_data [folder]`.
//!
//! The folder is `sample_data` in the repository unless another is named. Every run writes the same bytes: seeds and
//! document dates are fixed, and the numbers rest on exactly rounded operations only.
//!
//! One module a workbook; the survey is drawn once and serves three of them.

mod ashfield_police_return;
mod calibration;
mod concerns;
mod environmental_crime;
mod harm_weights;
mod monthly_crime;
mod morile;
mod neighbourhood_concerns;
mod next_quarter;
mod partner_styles;
mod partnership_targets;
mod population;
mod project;
mod question;
mod questions;
mod readme;
mod recorded_crime;
mod respondent;
mod safety_targets;
mod split_mix;
mod spot_the_errors;
mod survey;
mod survey_by_district;
mod survey_measures;
mod survey_tables;
mod survey_workbook;
mod violence_deaths;

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result};
use bellwether::base::atomic_file::{self, Backup};
use bellwether::project::store;

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data"),
        PathBuf::from,
    );
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    write_published_workbooks(&folder)?;
    write_survey_workbooks(&folder)?;
    monthly_crime::write(&folder)?;
    next_quarter::write(&folder)?;
    readme::write(&folder)?;
    write_example_project(&folder)
}

/// The example project, from the workbooks just written.
fn write_example_project(folder: &Path) -> Result<()> {
    let text = store::to_text(&project::example(folder)?)?;
    let path = folder.join("Nottinghamshire.bellwether");
    atomic_file::write(&path, text.as_bytes(), Backup::Discard)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Workbooks that do not rest on the survey.
fn write_published_workbooks(folder: &Path) -> Result<()> {
    ashfield_police_return::write(folder)?;
    neighbourhood_concerns::write(folder)?;
    violence_deaths::write(folder)?;
    environmental_crime::write(folder)?;
    partnership_targets::write(folder)?;
    morile::write(folder)?;
    harm_weights::write(folder)?;
    spot_the_errors::write(folder)?;
    survey_measures::write(folder)
}

/// The interviews, and the tables worked out from the same interviews.
fn write_survey_workbooks(folder: &Path) -> Result<()> {
    let survey = survey::Survey::drawn();
    survey_workbook::write(folder, &survey)?;
    survey_tables::write(folder, &survey)?;
    survey_by_district::write(folder, &survey)
}
