//! A scorecard before it is laid out: every word of every row, and nothing that may not be shown.

use super::status::Standing;
use crate::analysis::targets::{Scorecard, ScorecardRow, TargetId};
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::point;

use crate::chart::wording::scorecard as wording;
use crate::data::Unit;
use crate::project::ScorecardSpec;
use crate::project::scorecard_spec::Against;

/// A scorecard before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ScorecardModel {
    /// How many are on track, off track, cannot be told, await data, are overdue.
    pub title: String,
    /// What is held against what.
    pub subtitle: String,
    /// How targets are read, cautions, sources.
    pub footnote: String,
    /// What is off track and what is on track, in plain English.
    pub what_this_shows: String,
    /// The scorecard in words, for screen readers.
    pub alt_text: String,
    /// Whether the baselines are shown.
    pub shows_baseline: bool,
    /// The targets, in the project's order.
    pub rows: Vec<RowModel>,
}

/// A row of a scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct RowModel {
    /// The target.
    pub id: TargetId,
    /// The measure.
    pub measure: String,
    /// The area and the people; may be empty.
    pub place: String,
    /// The baseline and its period; empty where there is none.
    pub baseline: (String, String),
    /// The latest figure, or why there is none, and its period.
    pub now: (String, String),
    /// The unit of its figures.
    pub unit: Unit,
    /// The baseline and the latest figure as figures, or what stands in their place.
    pub figures: (DataCell, DataCell),
    /// The figures so far; `None` where there is none that may be shown.
    pub values: Vec<Option<f64>>,
    /// What is wanted, and by when.
    pub wanted: (String, String),
    /// Where it stands.
    pub standing: Standing,
    /// Why it stands there, in a few words.
    pub why: String,
    /// Who answers for it; may be empty.
    pub owner: String,
    /// The workbook and the cell of the latest figure; may be empty.
    pub cell: String,
}

impl ScorecardModel {
    /// The model of a scorecard as a spec wants it.
    pub fn new(scorecard: &Scorecard, spec: &ScorecardSpec) -> Self {
        let rows: Vec<&ScorecardRow> = scorecard
            .rows
            .iter()
            .filter(|row| is_of_plan(row, spec))
            .collect();
        let shows_baseline = spec.against == Against::BaselineAndTarget;
        let mut model = Self {
            title: String::new(),
            subtitle: wording::subtitle(&rows, shows_baseline, scorecard.as_of.as_ref()),
            footnote: wording::footnote(&rows),
            what_this_shows: String::new(),
            alt_text: String::new(),
            shows_baseline,
            rows: rows.iter().map(|row| row_model(row)).collect(),
        };
        model.title = wording::title(&model.counts());
        model.what_this_shows = wording::what_this_shows(&model.rows);
        model.alt_text = wording::alt_text(&model);
        model
    }

    /// How many targets stand where, in the order of [`Standing::ALL`].
    pub fn counts(&self) -> [(Standing, usize); Standing::ALL.len()] {
        Standing::ALL.map(|standing| {
            let rows = self.rows.iter();
            (
                standing,
                rows.filter(|row| row.standing == standing).count(),
            )
        })
    }
}

impl RowModel {
    /// What stands beside the row where it is pointed at, line by line.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.measure.clone()];
        lines.extend(Some(self.place.clone()).filter(|place| !place.is_empty()));
        let with = |words: &(String, String)| match words {
            (value, note) if note.is_empty() => value.clone(),
            (value, note) => format!("{value} ({note})"),
        };
        lines.push(format!("Now: {}", with(&self.now)));
        if !self.baseline.0.is_empty() {
            lines.push(format!("Baseline: {}", with(&self.baseline)));
        }
        lines.push(format!("Target: {}", with(&self.wanted)));
        lines.push(format!("{}: {}", self.standing.word(), self.why));
        if !self.owner.is_empty() {
            lines.push(format!("Owner: {}", self.owner));
        }
        lines.extend(Some(self.cell.clone()).filter(|cell| !cell.is_empty()));
        lines
    }
}

/// Whether a spec shows a row.
fn is_of_plan(row: &ScorecardRow, spec: &ScorecardSpec) -> bool {
    let wanted = spec.plan.as_ref();
    wanted.is_none_or(|plan| row.target.plan == *plan)
}

fn row_model(row: &ScorecardRow) -> RowModel {
    let unit = row.measure.unit;
    let place = [Some(row.area.clone()), row.people.clone()];
    let place: Vec<String> = place.into_iter().flatten().collect();
    RowModel {
        id: row.target.id,
        measure: row.measure.name.clone(),
        place: place
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        baseline: row
            .baseline
            .as_ref()
            .map(|baseline| {
                let period = baseline.period.as_ref().map(wording::when);
                (unit.format(baseline.value), period.unwrap_or_default())
            })
            .unwrap_or_default(),
        now: wording::now(row),
        unit,
        figures: (
            row.baseline
                .as_ref()
                .map_or(DataCell::Shorthand(Shorthand::NotAvailable), |baseline| {
                    DataCell::value(baseline.value, unit)
                }),
            DataCell::of(row.latest().map(|(_, point)| &point.outcome), unit),
        ),
        values: row
            .points
            .iter()
            .map(|(_, held)| {
                let estimate = point::shown(&held.outcome, unit).ok()?;
                Some(estimate.value)
            })
            .collect(),
        wanted: wording::wanted(row),
        standing: Standing::of(row),
        why: wording::why(row),
        owner: row.target.owner.clone(),
        cell: row.latest().map_or_else(String::new, |(_, point)| {
            point.outcome.provenance().describe()
        }),
    }
}
