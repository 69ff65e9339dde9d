//! Headings within a body, and periods among its labels.

use super::headings;
use super::places::{Places, Resolved};
use super::vocabulary;
use crate::data::Period;
use crate::data::period_parse::{PeriodCaution, PeriodContext, parse_period};

/// The period that a label is from its first to its last word: "12 months to September 2014".
pub(super) fn period_of_label(label: &str) -> Option<Period> {
    if !label.bytes().any(|byte| byte.is_ascii_digit()) || label.len() > 60 {
        return None;
    }
    parse_period(label, &PeriodContext::default())
        .filter(|reading| reading.caution != Some(PeriodCaution::YearAssumed))
        .map(|reading| reading.period)
}

/// What the headings within the body say of the rows under them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    pub text: Option<String>,
    pub period: Option<Period>,
    pub dimension: Option<String>,
    pub cohort: Vec<(String, String)>,
    pub area: Option<Resolved>,
}

impl Section {
    /// Reads a heading within the body.
    pub(crate) fn of(text: &str, places: &mut Places<'_>, names_people: bool) -> Self {
        let mut section = Self::default();
        if let Some(reading) = parse_period(text, &PeriodContext::default()) {
            section.period = Some(reading.period);
        } else if let Some(dimension) =
            vocabulary::dimension(text).filter(|_| names_people && text.len() < 40)
        {
            section.dimension = Some(dimension);
        } else if names_people && text.len() < 40 && vocabulary::cohort(text).is_none() {
            section.dimension = Some(text.to_owned());
        } else if let Some(pair) = headings::cohort_pair(text, None) {
            section.cohort.push(pair);
        } else if places.knows(text) {
            section.area = Some(places.resolve(text, None, None));
        } else {
            section.text = Some(text.to_owned());
        }
        section
    }
}
