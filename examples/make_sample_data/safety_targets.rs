//! What the question on safety after dark must show: the published fall, and invented falls by cohort that match what
//! the Commissioner's update report of 28 March 2022 says in words.

use crate::question::Target;
use crate::questions::{by_quarter, by_year};
use crate::respondent::{
    ASIAN, BLACK, Dimension, FEMALE, LEAST_DEPRIVED, LGBTQ, MIXED, MOST_DEPRIVED, OTHER_ETHNIC,
    WHITE_OTHER, YES,
};

/// All respondents in 2020 and 2021 as published, then invented: the low point and a slow recovery.
const YEARS: [f64; 4] = [63.1, 56.8, 57.0, 58.3];
const QUARTERS: [f64; 16] = [
    64.6, 63.9, 62.6, 61.3, 59.0, 57.6, 56.2, 54.4, 55.9, 57.0, 57.8, 57.3, 57.9, 58.4, 58.8, 58.1,
];

/// Cohort, percentage in 2021, and fall since 2020 in percentage points.
const COHORTS: [(Dimension, &str, f64, f64); 24] = [
    (Dimension::AgeGroup, "16-24", 46.4, 14.6),
    (Dimension::AgeGroup, "45-64", 59.6, 7.5),
    (Dimension::AgeGroup, "65+", 58.6, 2.3),
    (Dimension::Student, YES, 47.9, 13.1),
    (Dimension::SexualOrientation, LGBTQ, 45.2, 11.8),
    (Dimension::Ethnicity, BLACK, 55.4, 12.4),
    (Dimension::Ethnicity, ASIAN, 52.2, 2.4),
    (Dimension::Ethnicity, WHITE_OTHER, 62.3, 5.6),
    (Dimension::Ethnicity, MIXED, 57.2, 5.4),
    (Dimension::Ethnicity, OTHER_ETHNIC, 57.4, -1.2),
    (Dimension::Sex, FEMALE, 46.9, 8.4),
    (Dimension::Victim, YES, 49.1, 7.6),
    (Dimension::Harassed, YES, 38.6, 9.2),
    (Dimension::DeprivationQuintile, MOST_DEPRIVED, 48.7, 5.0),
    (Dimension::DeprivationQuintile, LEAST_DEPRIVED, 63.9, 5.2),
    (Dimension::Disability, YES, 44.8, 4.1),
    (Dimension::District, "Ashfield", 54.6, 3.6),
    (Dimension::District, "Bassetlaw", 57.2, 6.0),
    (Dimension::District, "Broxtowe", 60.4, 5.8),
    (Dimension::District, "Gedling", 61.0, 5.6),
    (Dimension::District, "Mansfield", 52.2, 5.9),
    (Dimension::District, "Newark and Sherwood", 57.8, 5.6),
    (Dimension::District, "Rushcliffe", 67.8, 4.6),
    (Dimension::District, "Nottingham", 51.9, 8.9),
];

pub fn after_dark_targets() -> Vec<Target> {
    let mut targets = by_year(YEARS, 0.015);
    targets.extend(by_quarter(QUARTERS));
    for (dimension, category, in_2021, fall) in COHORTS {
        let [year_2020, year_2021, year_2022, year_2023] = YEARS;
        let pace = fall / (year_2020 - year_2021);
        let later = |year: f64| in_2021 + (year - year_2021) * pace;
        let path = [
            (in_2021 + fall, 0.15),
            (in_2021, 0.15),
            (later(year_2022), 0.6),
            (later(year_2023), 0.6),
        ];
        for (first, (percent, tolerance)) in (0..).step_by(4).zip(path) {
            targets.push(Target {
                dimension,
                category,
                quarters: first..=first + 3,
                percent,
                tolerance,
            });
        }
    }
    targets
}
