//! The list of concerns: "tick all that apply". Ashfield in the year to June 2022 shows the five published percentages.

use crate::question::{Question, TICK, Target};
use crate::questions::{everyone, force_target};
use crate::respondent::Dimension;

/// The question that heads the list.
pub const WORDING: &str = "Which of these would you like to see the police and other agencies do more to tackle in your area? (tick all that apply)";

/// Concern; Ashfield in the years to June 2022 and June 2021; the force in the same years. In percent. The first five
/// figures for Ashfield in the year to June 2022 are published, the others invented.
const CONCERNS: [(&str, f64, f64, f64, f64); 8] = [
    ("Reckless and dangerous driving", 40.7, 48.0, 35.4, 37.2),
    ("Drug use and dealing", 38.7, 38.3, 32.3, 32.9),
    ("Speeding", 36.1, 43.4, 35.6, 36.4),
    ("Car crime", 22.8, 16.9, 18.4, 17.1),
    ("Nuisance and rowdy behaviour", 22.4, 22.9, 21.6, 22.0),
    ("Burglary", 18.6, 20.3, 19.8, 21.5),
    ("Fly-tipping and litter", 17.7, 18.4, 15.1, 15.6),
    ("Knife crime and violence", 13.9, 13.2, 17.4, 16.3),
];

/// One tick box a concern, in the order of the list.
pub fn concern_questions() -> Vec<Question> {
    CONCERNS
        .into_iter()
        .map(|(column, ashfield, ashfield_before, force, force_before)| {
            let in_ashfield = |quarters, percent, tolerance| Target {
                dimension: Dimension::District,
                category: "Ashfield",
                quarters,
                percent,
                tolerance,
            };
            Question {
                column,
                wording: WORDING,
                counts: "% who ticked the concern",
                scale: TICK,
                leaning: |respondent| -0.4 - 0.15 * respondent.ease,
                targets: vec![
                    in_ashfield(6..=9, ashfield, 0.02),
                    in_ashfield(2..=5, ashfield_before, 0.2),
                    force_target(0..=1, force_before, 0.5),
                    force_target(2..=5, force_before, 0.2),
                    force_target(6..=9, force, 0.2),
                    force_target(10..=15, force, 0.4),
                ],
                ..everyone()
            }
        })
        .collect()
}
