//! What of a cross-tab may leave the program: shares on bases that are large enough, and no number of
//! respondents from which a very small one could be told (statistical specification 4.1 to 4.3).

use crate::analysis::survey::{CrossTab, RowKind};
use crate::stats::base_policy::{BaseTreatment, LEAST_BASE};
use crate::stats::suppression::{CountTable, Place, PrimaryRule, suppress};

/// A cross-tab with everything marked that must stay inside.
#[derive(Clone, Debug)]
pub struct PublishableTable {
    /// By row and column.
    cells: Vec<Vec<PublishedCell>>,
}

/// What of a cell may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCell {
    /// Whether its share or mean may be seen.
    pub is_shown: bool,
    /// Whether its numbers of respondents, weighted or not, may be seen.
    pub counts_are_shown: bool,
    /// The number of respondents, or why there is none: `[c]`.
    pub unweighted_count: String,
    /// The unweighted base, or `<30`.
    pub unweighted_base: String,
    /// `[u]` where the cell is withheld, `low base`, or nothing.
    pub status: &'static str,
}

/// A number of respondents that is withheld.
const CONFIDENTIAL: &str = "[c]";

impl PublishableTable {
    /// Looks through a cross-tab.
    pub fn of(table: &CrossTab) -> Self {
        let withheld = withheld_counts(table);
        let cells = table.rows.iter().enumerate().map(|(row, held)| {
            let cells = held.cells.iter().enumerate();
            cells
                .map(|(column, cell)| {
                    let base = match (&cell.share, &cell.mean) {
                        (Some(share), _) => share.unweighted_base,
                        (None, Some(mean)) => mean.unweighted_base,
                        (None, None) => 0,
                    };
                    let treatment = cell.treatment;
                    let least = table
                        .columns
                        .get(column)
                        .map(|held| held.base_policy.least_base);
                    let least = least.unwrap_or(LEAST_BASE);
                    let is_shown = treatment != BaseTreatment::Withheld;
                    let counts_are_shown = is_shown && !withheld.contains(&(row, column));
                    let count = cell.share.map(|share| share.unweighted_count);
                    PublishedCell {
                        is_shown,
                        counts_are_shown,
                        unweighted_count: match count {
                            Some(count) if counts_are_shown => count.to_string(),
                            Some(_) => CONFIDENTIAL.to_owned(),
                            None => String::new(),
                        },
                        unweighted_base: if is_shown || as_base(base) >= least {
                            base.to_string()
                        } else {
                            format!("<{least}")
                        },
                        status: match treatment {
                            BaseTreatment::Withheld => "[u]",
                            BaseTreatment::LowBase => "low base",
                            BaseTreatment::Ordinary => "",
                        },
                    }
                })
                .collect()
        });
        Self {
            cells: cells.collect(),
        }
    }

    /// What of a cell may be written.
    pub fn cell(&self, row: usize, column: usize) -> Option<&PublishedCell> {
        self.cells.get(row)?.get(column)
    }
}

/// A number of respondents as a base.
fn as_base(respondents: usize) -> f64 {
    u32::try_from(respondents).map_or(f64::INFINITY, f64::from)
}

/// The cells whose numbers of respondents are withheld: those of 1 to 4, and under each heading as many more
/// as keep anybody from working them out of the others.
fn withheld_counts(table: &CrossTab) -> Vec<(usize, usize)> {
    let mut withheld: Vec<(usize, usize)> = Vec::new();
    for (row, held) in table.rows.iter().enumerate() {
        let small = held.cells.iter().enumerate();
        let small = small.filter(|(_, cell)| cell.has_small_count());
        withheld.extend(small.map(|(column, _)| (row, column)));
    }
    let answers: Vec<usize> = (0..)
        .zip(&table.rows)
        .filter(|(_, row)| row.kind == RowKind::Answer)
        .map(|(row, _)| row)
        .collect();
    let alone = std::iter::once(0..1);
    for columns in alone.chain(table.parts.iter().map(|part| part.columns.clone())) {
        let columns: Vec<usize> = columns.collect();
        let count = |row: usize, column: usize| {
            let cell = table.rows.get(row)?.cells.get(column)?;
            u64::try_from(cell.share?.unweighted_count).ok()
        };
        let counts: Vec<Vec<u64>> = answers
            .iter()
            .map(|row| {
                let columns = columns.iter();
                columns
                    .map(|column| count(*row, *column).unwrap_or(0))
                    .collect()
            })
            .collect();
        let Some(counts) = CountTable::new(&counts) else {
            continue;
        };
        let rule = PrimaryRule::UNDER_5;
        for place in suppress(&counts, rule, &[]).all() {
            let Place::Cell { row, column } = place else {
                continue;
            };
            if let (Some(row), Some(column)) = (answers.get(row), columns.get(column)) {
                withheld.push((*row, *column));
            }
        }
    }
    // Answers taken together tell of a withheld one where all the others of them are shown.
    for (row, held) in table.rows.iter().enumerate() {
        if held.kind == RowKind::Net {
            let columns: Vec<usize> = withheld.iter().map(|(_, column)| *column).collect();
            withheld.extend(columns.into_iter().map(|column| (row, column)));
        }
    }
    withheld.sort_unstable();
    withheld.dedup();
    withheld
}
