//! The respondents of the survey that the cases refer to.

use std::collections::BTreeMap;

use bellwether::stats::wave::Wave;
use serde_json::Value;

use crate::cases::{self, Case};

/// The respondents of some waves.
pub struct Microdata {
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<String>>,
    /// The weight of every respondent.
    pub weights: Vec<f64>,
}

impl Microdata {
    /// The respondents whose `column` has one of some values, of the file that the case names.
    pub fn read(case: &Case<'_>, column: &str, values: &[&str]) -> Result<Self, String> {
        let text = cases::data_file(case.text("/data")?)?;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().map_err(|error| error.to_string())?;
        let places = headings.iter().enumerate();
        let columns: BTreeMap<_, _> = places
            .map(|(place, name)| (name.to_owned(), place))
            .collect();
        let wanted = *columns.get(column).ok_or("no such column")?;
        let weight = *columns.get("weight").ok_or("no weights")?;
        let (mut rows, mut weights) = (Vec::new(), Vec::new());
        for record in reader.records() {
            let record = record.map_err(|error| error.to_string())?;
            if values.contains(&&record[wanted]) {
                // Who has no weight counts nowhere.
                let text = record[weight].trim();
                let weight = if text.is_empty() { "0" } else { text };
                weights.push(weight.parse().map_err(|error| format!("{error}"))?);
                rows.push(record.iter().map(str::to_owned).collect());
            }
        }
        Ok(Self {
            columns,
            rows,
            weights,
        })
    }

    /// The respondents of the wave that the case names at `pointer`.
    pub fn wave_of(case: &Case<'_>, pointer: &str) -> Result<Self, String> {
        Self::read(case, "wave", &[&case.label(pointer)?])
    }

    /// Respondents whose weight counts.
    pub fn weighted(&self) -> usize {
        let weights = self.weights.iter();
        weights.filter(|weight| **weight > 0.0).count()
    }

    /// What respondents have in a column, in order; the recoded `conf3` is made of `confidence`.
    pub fn column(&self, name: &str) -> Result<Vec<String>, String> {
        if name == "conf3" {
            let level = |score: String| {
                let text = match score.as_str() {
                    "1" | "2" => "Disagree",
                    "3" => "Neither",
                    "4" | "5" => "Agree",
                    _ => "",
                };
                text.to_owned()
            };
            return Ok(self.column("confidence")?.into_iter().map(level).collect());
        }
        let place = *self.columns.get(name).ok_or(format!("no column {name}"))?;
        Ok(self.rows.iter().map(|row| row[place].clone()).collect())
    }

    /// Numbers that stand for the labels of a column.
    pub fn labels(&self, name: &str) -> Result<Vec<usize>, String> {
        let mut numbers = BTreeMap::new();
        let column = self.column(name)?.into_iter();
        let number = |label| {
            let next = numbers.len();
            *numbers.entry(label).or_insert(next)
        };
        Ok(column.map(number).collect())
    }

    /// The wave under the design that the case names; districts are strata.
    pub fn design(&self, case: &Case<'_>) -> Result<Wave<'_>, String> {
        let (strata, psus) = match case.text("/design")? {
            "weights_only" => (None, None),
            "strata_weights" => (Some("district"), None),
            "psu_weights" => (None, Some("psu")),
            "strata_psu_weights" => (Some("district"), Some("psu")),
            other => return Err(format!("an unknown design, {other}")),
        };
        self.design_of(strata, psus)
    }

    /// The wave with columns of strata and PSUs.
    pub fn design_of(&self, strata: Option<&str>, psus: Option<&str>) -> Result<Wave<'_>, String> {
        let labels = |column: Option<&str>| column.map(|name| self.labels(name)).transpose();
        let (strata, psus) = (labels(strata)?, labels(psus)?);
        let wave = Wave::new(&self.weights, strata.as_deref(), psus.as_deref());
        wave.map_err(|error| error.to_string())
    }

    /// The answers to an item as numbers, in order, of everybody.
    pub fn answers(&self, item: &str) -> Result<Vec<Option<f64>>, String> {
        Ok(self
            .column(item)?
            .iter()
            .map(|text| text.parse().ok())
            .collect())
    }

    /// Whether respondents are in the cohort that the case names, in order.
    pub fn cohort(&self, case: &Case<'_>) -> Result<Vec<bool>, String> {
        let cohort = case.at("/cohort")?.as_object().ok_or("no cohort")?;
        let mut inside = vec![true; self.rows.len()];
        for column in cohort.keys() {
            let value = case.label(&format!("/cohort/{column}"))?;
            for (inside, text) in inside.iter_mut().zip(self.column(column)?) {
                *inside &= text == value;
            }
        }
        Ok(inside)
    }
}

/// The answers of those who are chosen.
pub fn of_those(
    answers: &[Option<f64>],
    chosen: impl IntoIterator<Item = bool>,
) -> Vec<Option<f64>> {
    let pairs = answers.iter().zip(chosen);
    pairs
        .map(|(answer, chosen)| answer.filter(|_| chosen))
        .collect()
}

/// 1 for an answer that is the `success_value` of the case, 0 for another.
pub fn successes(case: &Case<'_>, answers: &[Option<f64>]) -> Vec<Option<f64>> {
    let value = case.at("/success_value").ok().and_then(Value::as_f64);
    let value = value.unwrap_or(1.0);
    let is = |answer: f64| f64::from((answer - value).abs() < 1e-9);
    answers.iter().map(|answer| answer.map(is)).collect()
}
