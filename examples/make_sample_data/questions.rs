//! The questions of the Police and Crime Survey with the published figures that they are calibrated to.
//!
//! Sources: the Commissioner's update report of 28 March 2022 (63.1% and 56.8% safe after dark, 55.4% confidence in March
//! 2020, 56.2% satisfied victims, 21.3% fraud, 4.9% neighbourhood crime) and the Police and Crime Needs Assessment 2023
//! (52% confidence in September 2023, changes by district, reputation −6.7 and taking concerns seriously −5.3
//! percentage points). All other figures here are invented to lead from one of these to the next.

use std::ops::RangeInclusive;

use crate::question::{AGREEMENT, Question, SAFETY, SATISFACTION, Target, YES_NO};
use crate::respondent::{ALL, BLACK, Dimension, LGBTQ, MOST_DEPRIVED, Respondent, YES};
use crate::safety_targets::after_dark_targets;

/// Tolerance for published figures, in percentage points: well inside the rounding of one decimal.
const EXACT: f64 = 0.02;
/// Tolerance for quarters on the way.
const CLOSE: f64 = 0.08;
/// Tolerance where only the rough picture matters.
const ROUGH: f64 = 0.5;

/// First quarter: the baseline "March 2020".
const BASELINE: RangeInclusive<u32> = 0..=0;
/// October 2022 to September 2023.
const YEAR_TO_SEPTEMBER_2023: RangeInclusive<u32> = 11..=14;

/// Every question with a column of its own, in the order of the questionnaire (the list of concerns is apart).
pub fn questions() -> Vec<Question> {
    let mut all = perception_questions();
    all.extend(experience_questions());
    all
}

fn perception_questions() -> Vec<Question> {
    vec![
        Question {
            column: "Q1 Safe outside in daytime",
            wording: "How safe do you feel when outside in your area during the day?",
            measure: Some("Feel safe outside in the day"),
            counts: "% very or fairly safe when outside in their area during the day",
            scale: SAFETY,
            dont_know: 0.006,
            leaning: |respondent| {
                0.6 + respondent.ease
                    + if respondent.harassed == YES {
                        -0.35
                    } else {
                        0.0
                    }
            },
            targets: by_year([91.0, 90.6, 90.1, 90.4], CLOSE),
            ..everyone()
        },
        Question {
            column: "Q2 Safe outside after dark",
            wording: "How safe do you feel when outside in your area after dark?",
            measure: Some("Feel safe outside after dark"),
            counts: "% very or fairly safe when outside in their area after dark",
            scale: SAFETY,
            dont_know: 0.024,
            leaning: |respondent| 0.1 + respondent.ease,
            targets: after_dark_targets(),
            ..everyone()
        },
        Question {
            column: "Q3 Confidence in police in area",
            wording: "Taking everything into account, I have confidence in the police in my area",
            measure: Some("Confidence in police"),
            counts: "% who strongly or tend to agree that they have confidence in the police in their area",
            scale: AGREEMENT,
            dont_know: 0.014,
            leaning: trusting,
            targets: confidence_targets(),
            ..everyone()
        },
        Question {
            column: "Q4 Deal with issues that matter",
            wording: "The police are dealing with the issues that matter most to people in my area",
            measure: Some("Police deal with what matters"),
            counts: "% who strongly or tend to agree that the police deal with the issues that matter most",
            scale: AGREEMENT,
            dont_know: 0.055,
            leaning: |respondent| trusting(respondent) - 0.3,
            targets: by_quarter([
                41.6, 43.0, 43.2, 42.6, 42.0, 41.2, 40.8, 39.2, 39.1, 38.7, 38.3, 37.6, 37.0, 36.5,
                37.3, 38.2,
            ]),
            ..everyone()
        },
        Question {
            column: "Q5 Good reputation",
            wording: "The police have a good reputation in my area",
            measure: Some("Police have a good reputation"),
            counts: "% who strongly or tend to agree that the police have a good reputation in their area",
            scale: AGREEMENT,
            dont_know: 0.037,
            leaning: trusting,
            targets: with_published_ends(
                [
                    54.9, 56.0, 56.4, 56.1, 56.6, 55.8, 55.0, 52.9, 52.4, 51.6, 51.0, 49.6, 48.2,
                    47.1, 47.9, 48.6,
                ],
                48.2,
            ),
            ..everyone()
        },
        Question {
            column: "Q6 Take concerns seriously",
            wording: "The police in my area take people's concerns seriously",
            measure: Some("Police take concerns seriously"),
            counts: "% who strongly or tend to agree that the police take people's concerns seriously",
            scale: AGREEMENT,
            dont_know: 0.041,
            leaning: trusting,
            targets: with_published_ends(
                [
                    56.5, 57.6, 58.0, 57.7, 58.1, 57.4, 56.8, 55.0, 54.6, 54.0, 53.5, 52.3, 51.2,
                    50.3, 51.0, 51.9,
                ],
                51.2,
            ),
            ..everyone()
        },
    ]
}

fn experience_questions() -> Vec<Question> {
    vec![
        Question {
            column: "Q7 Experienced fraud in last year",
            wording: "In the last 12 months, have you experienced fraud or attempted fraud?",
            measure: Some("Experience of fraud"),
            counts: "% who experienced fraud or attempted fraud in the last 12 months",
            scale: YES_NO,
            dont_know: 0.011,
            leaning: |respondent| {
                let by_age = if (35..75).contains(&respondent.age) {
                    0.15
                } else {
                    0.0
                };
                by_age - 0.7 + if respondent.victim == YES { 0.25 } else { 0.0 }
            },
            targets: by_year([17.9, 21.3, 22.0, 21.2], EXACT),
            ..everyone()
        },
        Question {
            column: "Q8 Experienced ASB in last year",
            wording: "In the last 12 months, have you experienced anti-social behaviour in your area?",
            measure: Some("Experience of ASB"),
            counts: "% who experienced anti-social behaviour in the last 12 months",
            scale: YES_NO,
            dont_know: 0.008,
            leaning: |respondent| {
                let by_place = if respondent.deprivation_quintile == MOST_DEPRIVED {
                    0.25
                } else {
                    0.0
                };
                by_place - 0.6 - 0.2 * respondent.ease
                    + if respondent.victim == YES { 0.35 } else { 0.0 }
            },
            targets: by_year([24.1, 22.7, 21.4, 20.6], EXACT),
            ..everyone()
        },
        Question {
            column: "Q9 Neighbourhood crime in last year",
            wording: "In the last 12 months, have you been a victim of burglary, robbery, vehicle crime or theft from the person?",
            measure: Some("Victim of neighbourhood crime"),
            counts: "% who experienced neighbourhood crime in the last 12 months",
            scale: YES_NO,
            may_be_positive: |respondent| respondent.victim == YES,
            leaning: |_| -0.4,
            targets: by_year([6.1, 4.9, 5.3, 5.2], EXACT),
            ..everyone()
        },
        Question {
            column: "Q10 Satisfied with police (victims)",
            wording: "Overall, how satisfied were you with the service that the police gave you as a victim of crime?",
            measure: Some("Satisfied victims"),
            counts: "% of victims who reported to the police who were very or fairly satisfied with the service",
            scale: SATISFACTION,
            asked: |respondent| respondent.reported == YES,
            dont_know: 0.012,
            leaning: trusting,
            targets: by_year([53.9, 56.2, 54.6, 53.8], EXACT),
            ..everyone()
        },
    ]
}

/// A question that everyone is asked and that anyone may answer either way; the rest is filled in by the caller.
pub fn everyone() -> Question {
    Question {
        column: "",
        wording: "",
        measure: None,
        counts: "",
        scale: YES_NO,
        asked: |_| true,
        may_be_positive: |_| true,
        dont_know: 0.0,
        leaning: |_| 0.0,
        targets: Vec::new(),
    }
}

/// Leaning of the questions about the police.
fn trusting(respondent: &Respondent) -> f64 {
    let by_age = match respondent.age {
        0..=24 => -0.12,
        65.. => 0.15,
        _ => 0.0,
    };
    let by_district = match respondent.district {
        "Rushcliffe" => 0.12,
        "Newark and Sherwood" => 0.05,
        "Mansfield" => -0.12,
        "Nottingham" => -0.04,
        _ => 0.0,
    };
    by_age
        + by_district
        + respondent.trust
        + if respondent.victim == YES { -0.3 } else { 0.0 }
        + if respondent.sexual_orientation == LGBTQ {
            -0.2
        } else {
            0.0
        }
        + if respondent.ethnicity == BLACK {
            -0.25
        } else {
            0.0
        }
}

/// A target for all respondents.
pub const fn force_target(quarters: RangeInclusive<u32>, percent: f64, tolerance: f64) -> Target {
    Target {
        dimension: Dimension::All,
        category: ALL,
        quarters,
        percent,
        tolerance,
    }
}

/// Targets for the calendar years 2020 to 2023.
pub fn by_year(percents: [f64; 4], tolerance: f64) -> Vec<Target> {
    (0..)
        .step_by(4)
        .zip(percents)
        .map(|(first, percent)| force_target(first..=first + 3, percent, tolerance))
        .collect()
}

/// Targets for each of the sixteen quarters.
pub fn by_quarter(percents: [f64; 16]) -> Vec<Target> {
    (0..)
        .zip(percents)
        .map(|(quarter, percent)| force_target(quarter..=quarter, percent, CLOSE))
        .collect()
}

/// Quarters, with the baseline quarter and the year to September 2023 exact: the change between them is published.
fn with_published_ends(percents: [f64; 16], year_to_september_2023: f64) -> Vec<Target> {
    let mut targets = by_quarter(percents);
    let [baseline, ..] = percents;
    targets.push(force_target(BASELINE, baseline, EXACT));
    targets.push(force_target(
        YEAR_TO_SEPTEMBER_2023,
        year_to_september_2023,
        EXACT,
    ));
    targets
}

/// District, its invented level in the baseline quarter, and the published change to the year to September 2023 where
/// there is one (Bassetlaw, Mansfield and Rushcliffe are only said to have fallen; Nottingham follows from the rest).
const DISTRICT_CONFIDENCE: [(&str, f64, f64); 7] = [
    ("Ashfield", 52.0, 2.4),
    ("Bassetlaw", 52.5, -2.1),
    ("Broxtowe", 62.0, -13.0),
    ("Gedling", 61.0, -13.0),
    ("Mansfield", 50.0, -3.0),
    ("Newark and Sherwood", 52.0, 4.8),
    ("Rushcliffe", 60.5, -3.6),
];

fn confidence_targets() -> Vec<Target> {
    let quarters = [
        55.4, 57.2, 57.9, 57.7, 58.8, 58.2, 57.7, 55.7, 55.6, 55.0, 54.4, 53.0, 51.8, 51.0, 52.2,
        53.1,
    ];
    let mut targets = with_published_ends(quarters, 52.0);
    targets.push(force_target(4..=7, 57.6, EXACT));
    let force_by_year = [57.05, 57.6, 54.5];
    for (district, baseline, change) in DISTRICT_CONFIDENCE {
        let mut add = |quarters, percent, tolerance| {
            targets.push(Target {
                dimension: Dimension::District,
                category: district,
                quarters,
                percent,
                tolerance,
            });
        };
        add(BASELINE, baseline, EXACT);
        add(YEAR_TO_SEPTEMBER_2023, baseline + change, EXACT);
        // In between, the gap to the force closes or opens steadily.
        let (gap_then, gap_now) = (baseline - 55.4, baseline + change - 52.0);
        for ((first, elapsed), force) in [(0, 0.12), (4, 0.44), (8, 0.76)]
            .into_iter()
            .zip(force_by_year)
        {
            if district != "Ashfield" {
                add(
                    first..=first + 3,
                    force + gap_then + (gap_now - gap_then) * elapsed,
                    ROUGH,
                );
            }
        }
    }
    // Ashfield: up from July 2020, above the force since, with a slight downturn in spring 2022.
    for (quarters, percent) in [
        (2..=3, 58.9),
        (4..=7, 60.6),
        (8..=8, 59.7),
        (9..=9, 56.6),
        (10..=10, 57.3),
    ] {
        targets.push(Target {
            dimension: Dimension::District,
            category: "Ashfield",
            quarters,
            percent,
            tolerance: ROUGH,
        });
    }
    targets
}
