//! `bellwether weights`.

use std::sync::Arc;

use super::arguments::Weights;
use super::failure::Failure;
use super::keeping::ToChange;
use super::read::open_project;
use crate::analysis::harm::weights_report;
use crate::base::number;
use crate::base::progress::Progress;
use crate::import::harm_weights::read_harm_weights;
use crate::project::{Edit, HarmEdit};

/// Loads harm weights into a project and prints what matches its offences.
pub fn run(task: &Weights) -> Result<(), Failure> {
    let kept = ToChange::claim(&task.project)?;
    let project = open_project(&task.project)?;
    let today = jiff::Zoned::now().date();
    let reading = read_harm_weights(&task.file, today, &Progress::new())
        .map_err(|error| Failure::Usage(error.to_string()))?;
    let report = weights_report(&project.catalogue(), &reading.weights);
    let weights = Arc::new(reading.weights);
    let mut lines = vec![format!(
        "{} weights; {} of {} counted offences have one",
        number::count(weights.weights.len()),
        number::count(report.matched.len()),
        number::count(report.matched.len() + report.without.len())
    )];
    let otherwise = report.otherwise.iter();
    lines.extend(otherwise.map(|(there, here)| format!("“{there}” is taken for {here}")));
    lines.extend(
        reading
            .left_out
            .iter()
            .map(|held| format!("left out: {}", held.words())),
    );
    lines.extend(
        report
            .without
            .iter()
            .map(|name| format!("no weight: {name}")),
    );
    lines.extend(
        report
            .unused
            .iter()
            .map(|name| format!("no such offence: {name}")),
    );
    let edit = Edit::Harm(HarmEdit::SetWeights(weights));
    let project = project
        .apply(edit)
        .map_err(|error| Failure::Usage(error.to_string()))?;
    kept.save(&project)?;
    for line in lines {
        eprintln!("{line}");
    }
    Ok(())
}
