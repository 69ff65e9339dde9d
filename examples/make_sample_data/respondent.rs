//! One interview of the Police and Crime Survey, and the groups that people are counted in.

use std::ops::RangeInclusive;

/// Quarters are numbered from 0 (January to March 2020) to 15 (October to December 2023).
pub const QUARTERS: u32 = 16;

/// A way to divide respondents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dimension {
    All,
    Sex,
    AgeGroup,
    District,
    Ethnicity,
    SexualOrientation,
    Disability,
    Student,
    DeprivationQuintile,
    Victim,
    Harassed,
}

impl Dimension {
    /// Every dimension, in the order of the published tables.
    pub const TABLED: [Self; 11] = [
        Self::All,
        Self::Sex,
        Self::AgeGroup,
        Self::District,
        Self::Ethnicity,
        Self::SexualOrientation,
        Self::Disability,
        Self::Student,
        Self::DeprivationQuintile,
        Self::Victim,
        Self::Harassed,
    ];

    /// The heading used in tables.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::All => "All respondents",
            Self::Sex => "Sex",
            Self::AgeGroup => "Age",
            Self::District => "District",
            Self::Ethnicity => "Ethnicity",
            Self::SexualOrientation => "Sexual orientation",
            Self::Disability => "Disability or long-term illness",
            Self::Student => "Full-time student",
            Self::DeprivationQuintile => "Deprivation quintile",
            Self::Victim => "Victim of crime in last year",
            Self::Harassed => "Harassed in last year",
        }
    }

    /// The heading of the column in the interviews, where it is not that of the tables.
    pub const fn column(self) -> &'static str {
        match self {
            Self::AgeGroup => "Age group",
            Self::Ethnicity => "Ethnic group",
            other => other.heading(),
        }
    }

    /// The categories in the order of the published tables. Refusals are left out.
    pub const fn categories(self) -> &'static [&'static str] {
        match self {
            Self::All => &[ALL],
            Self::Sex => &[FEMALE, MALE],
            Self::AgeGroup => &["16-24", "25-44", "45-64", "65+"],
            Self::District => &DISTRICTS,
            Self::Ethnicity => &[
                WHITE_BRITISH,
                WHITE_OTHER,
                ASIAN,
                BLACK,
                MIXED,
                OTHER_ETHNIC,
            ],
            Self::SexualOrientation => &[HETEROSEXUAL, LGBTQ],
            Self::Disability | Self::Student | Self::Victim | Self::Harassed => &[YES, NO],
            Self::DeprivationQuintile => &QUINTILES,
        }
    }
}

pub const ALL: &str = "All respondents";
pub const YES: &str = "Yes";
pub const NO: &str = "No";
pub const FEMALE: &str = "Female";
pub const MALE: &str = "Male";
pub const WHITE_BRITISH: &str = "White British";
pub const WHITE_OTHER: &str = "White other";
pub const ASIAN: &str = "Asian / Asian British";
pub const BLACK: &str = "Black / Black British";
pub const MIXED: &str = "Mixed";
pub const OTHER_ETHNIC: &str = "Other ethnic group";
pub const HETEROSEXUAL: &str = "Heterosexual";
pub const LGBTQ: &str = "LGBTQ+";
pub const REFUSED: &str = "Prefer not to say";

/// The eight districts, in alphabetical order with the City last; the order is the stratum number less one.
pub const DISTRICTS: [&str; 8] = [
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
    "Nottingham",
];

pub const MOST_DEPRIVED: &str = "1 - 20% most deprived";
pub const LEAST_DEPRIVED: &str = "5 - 20% least deprived";

/// Fifths of neighbourhoods in England by the Index of Multiple Deprivation 2019.
pub const QUINTILES: [&str; 5] = [MOST_DEPRIVED, "2", "3", "4", LEAST_DEPRIVED];

/// One interview: who was asked, when, where, and the two leanings that answers are drawn from.
#[derive(Clone)]
pub struct Respondent {
    /// 0 to 15.
    pub quarter: u32,
    /// Day within the quarter, 0 is its first day.
    pub day: u32,
    pub district: &'static str,
    pub sex: &'static str,
    /// Years; the survey is of people aged 16 and over.
    pub age: u32,
    pub ethnicity: &'static str,
    pub sexual_orientation: &'static str,
    pub disability: &'static str,
    pub student: &'static str,
    pub deprivation_quintile: &'static str,
    pub victim: &'static str,
    pub harassed: &'static str,
    /// Whether a victim told the police; empty for people who were not victims.
    pub reported: &'static str,
    /// Survey weight, four decimals, mean 1 in each quarter.
    pub weight: f64,
    /// Leaning to feel safe; never written.
    pub ease: f64,
    /// Leaning to trust the police; never written.
    pub trust: f64,
}

impl Respondent {
    /// Age in the four bands of the tables.
    pub const fn age_group(&self) -> &'static str {
        match self.age {
            0..=24 => "16-24",
            25..=44 => "25-44",
            45..=64 => "45-64",
            _ => "65+",
        }
    }

    /// Which category of a dimension this respondent is in (perhaps a refusal, which no table shows).
    pub const fn category(&self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::All => ALL,
            Dimension::Sex => self.sex,
            Dimension::AgeGroup => self.age_group(),
            Dimension::District => self.district,
            Dimension::Ethnicity => self.ethnicity,
            Dimension::SexualOrientation => self.sexual_orientation,
            Dimension::Disability => self.disability,
            Dimension::Student => self.student,
            Dimension::DeprivationQuintile => self.deprivation_quintile,
            Dimension::Victim => self.victim,
            Dimension::Harassed => self.harassed,
        }
    }

    /// Whether this respondent is in a category, interviewed in one of these quarters.
    pub fn is_in(
        &self,
        dimension: Dimension,
        category: &str,
        quarters: &RangeInclusive<u32>,
    ) -> bool {
        quarters.contains(&self.quarter) && self.category(dimension) == category
    }
}

/// "Jan-Mar 2020" for quarter 0, and so on.
pub fn quarter_label(quarter: u32) -> String {
    let months = match quarter % 4 {
        0 => "Jan-Mar",
        1 => "Apr-Jun",
        2 => "Jul-Sep",
        _ => "Oct-Dec",
    };
    format!("{months} {}", 2020 + quarter / 4)
}

/// "12 months to Dec 2020" for the year that ends with quarter 3, and so on.
pub fn year_label(last_quarter: u32) -> String {
    let month = match last_quarter % 4 {
        0 => "Mar",
        1 => "Jun",
        2 => "Sep",
        _ => "Dec",
    };
    format!("12 months to {month} {}", 2020 + last_quarter / 4)
}
