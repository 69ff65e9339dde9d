//! The three rankings before they are laid out, with every word written and nothing in them that may not be shown.

use super::layout;
use crate::analysis::Outcome;
use crate::analysis::harm::{HarmAnswer, HarmRow};
use crate::base::number;
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::marked::MarkedChart;
use crate::chart::point;
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::chart::wording::harm as words;
use crate::data::Unit;
use crate::stats::ranks::Rank;

/// Three rankings before they are laid out; two where the project has no concerns.
#[derive(Clone, Debug, PartialEq)]
pub struct HarmModel {
    /// The message, or the neutral name of the rankings.
    pub title: String,
    /// Place, period, how harm is made.
    pub subtitle: String,
    /// The rules, what is missing where, weights and sources.
    pub footnote: String,
    /// Some sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for those who do not see it.
    pub alt_text: String,
    /// The rankings from left to right.
    pub columns: Vec<HarmColumn>,
    /// The offences, from the most frequent.
    pub rows: Vec<HarmRowModel>,
}

/// A ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HarmColumn {
    /// "By number".
    pub heading: &'static str,
    /// The heading of its values in a table.
    pub values: String,
}

/// An offence.
#[derive(Clone, Debug, PartialEq)]
pub struct HarmRowModel {
    /// Its name.
    pub name: String,
    /// Whether it is the user's own.
    pub is_own: bool,
    /// What it is in each ranking.
    pub entries: Vec<HarmEntry>,
    /// Where it stands in each, from 0 at the top.
    pub slots: Vec<usize>,
    /// How it goes from each ranking to the next; `None` where a ranking lacks it.
    pub moves: Vec<Option<MoveModel>>,
    /// The weight, as a cell of a table.
    pub weight: DataCell,
    /// What is said of it where it is pointed at.
    pub lines: Vec<String>,
}

/// An offence in a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct HarmEntry {
    /// Its rank: "3", "=3"; `None` where it has none.
    pub rank: Option<String>,
    /// Its value as printed, or why it has none.
    pub printed: String,
    /// Its value as a cell of a table.
    pub figure: DataCell,
}

/// How an offence goes from one ranking to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveModel {
    /// By how many places, up where positive.
    pub places: isize,
    /// Whether that is much.
    pub is_much: bool,
}

impl HarmModel {
    /// The model of an answer.
    pub fn new(answer: &HarmAnswer) -> Self {
        let has_concerns = answer.concerns.is_some();
        let rankings = if has_concerns { 3 } else { 2 };
        let columns = [
            HarmColumn {
                heading: "By number",
                values: String::from("Number"),
            },
            HarmColumn {
                heading: "By harm",
                values: String::from("Harm (number × weight)"),
            },
            HarmColumn {
                heading: "By concern",
                values: String::from("Concerned (%)"),
            },
        ];
        let rows: Vec<HarmRowModel> = answer
            .rows
            .iter()
            .map(|row| HarmRowModel::new(answer, row, rankings))
            .collect();
        let mut model = Self {
            title: words::title(answer),
            subtitle: words::subtitle(answer),
            footnote: words::footnote(answer),
            what_this_shows: words::what_this_shows(answer),
            alt_text: String::new(),
            columns: columns.into_iter().take(rankings).collect(),
            rows,
        };
        model.alt_text = words::alt_text(&model);
        model
    }
}

impl HarmRowModel {
    fn new(answer: &HarmAnswer, row: &HarmRow, rankings: usize) -> Self {
        let entries = [
            entry(Some(&row.count), Unit::Count, row.ranks[0]),
            match (row.harm, row.ranks[1]) {
                (Some(harm), Some(rank)) => HarmEntry {
                    rank: Some(rank_words(rank)),
                    printed: words::harm_printed(harm),
                    figure: DataCell::as_printed(harm, words::harm_decimals(harm)),
                },
                _ => HarmEntry {
                    rank: None,
                    printed: String::from(words::NO_WEIGHT),
                    figure: DataCell::Shorthand(Shorthand::NotAvailable),
                },
            },
            entry(
                row.concern.as_ref().map(|concern| &concern.outcome),
                Unit::Percent,
                row.ranks[2],
            ),
        ];
        let moves = (0..2).map(|step| {
            let places = row.moves.get(step).copied().flatten()?;
            Some(MoveModel {
                places,
                is_much: answer.moves_much(row, step),
            })
        });
        Self {
            name: row.name.clone(),
            is_own: row.is_own,
            entries: entries.into_iter().take(rankings).collect(),
            slots: row.slots.into_iter().take(rankings).collect(),
            moves: moves.take(rankings - 1).collect(),
            weight: match &row.weight {
                Some(found) => {
                    let weight = found.weight.weight;
                    DataCell::as_printed(weight, words::harm_decimals(weight))
                }
                None => DataCell::Shorthand(Shorthand::NotAvailable),
            },
            lines: words::hover(answer, row),
        }
    }

    /// Whether it moves much from any ranking to the next.
    pub fn moves_much(&self) -> bool {
        self.moves.iter().flatten().any(|held| held.is_much)
    }
}

/// What an offence is in a ranking of outcomes.
fn entry(outcome: Option<&Outcome>, unit: Unit, rank: Option<Rank>) -> HarmEntry {
    let Some(outcome) = outcome else {
        return HarmEntry {
            rank: None,
            printed: String::from(words::NO_CONCERN),
            figure: DataCell::Shorthand(Shorthand::NotAvailable),
        };
    };
    match (point::shown(outcome, unit), rank) {
        (Ok(estimate), Some(rank)) => HarmEntry {
            rank: Some(rank_words(rank)),
            printed: unit.format(estimate.value),
            figure: DataCell::as_printed(estimate.value, unit.decimals()),
        },
        (Ok(_), None) => HarmEntry {
            rank: None,
            printed: String::from(words::NO_CONCERN),
            figure: DataCell::Shorthand(Shorthand::NotAvailable),
        },
        (Err(reason), _) => HarmEntry {
            rank: None,
            printed: reason.mark().to_owned(),
            figure: DataCell::Shorthand(Shorthand::from(reason)),
        },
    }
}

/// "3", or "=3" where another has the same.
fn rank_words(rank: Rank) -> String {
    let place = number::count(rank.place);
    if rank.tied {
        format!("={place}")
    } else {
        place
    }
}

impl MarkedChart for HarmModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        layout::layout(self, size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        layout::least_height(self.rows.len())
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        let row = self.rows.get(mark);
        row.map_or_else(Vec::new, |row| row.lines.clone())
    }
}
