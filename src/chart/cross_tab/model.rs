//! A cross-tab before it is laid out: every word, and nothing that may not be seen.

use std::ops::Range;

use super::cells::{base_cells, effective_cells, row_cells};
use crate::analysis::cross_tab::{CrossTabAnswer, SurveyTable};
use crate::analysis::disclosure::CellTreatment;
use crate::analysis::survey::RowKind;
use crate::analysis::survey_view::SurveySetting;
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::wording::cross_tab::{self as wording, LOW_BASE};
use crate::project::{CrossTabSpec, Percentages};

/// A cross-tab before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTabModel {
    /// What it is about.
    pub title: String,
    /// What its figures are.
    pub subtitle: String,
    /// Its notes.
    pub footnote: String,
    /// Why there is no table, and what to do about it.
    pub instead: Option<(String, &'static str)>,
    /// The headings, each over some columns.
    pub heads: Vec<Head>,
    /// The columns.
    pub columns: Vec<HeadColumn>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A heading over columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// "Age group"; "All" over everybody.
    pub label: String,
    /// Its columns.
    pub columns: Range<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadColumn {
    /// "16–24".
    pub label: String,
    /// Where two groupings are crossed, the group of the first under which it stands: "Female".
    pub within: Option<String>,
    /// "(c)", where letters are shown.
    pub letter: Option<String>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// "Very safe".
    pub label: String,
    /// What it is.
    pub kind: TableRowKind,
    /// One cell a column.
    pub cells: Vec<TableCell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableRowKind {
    /// How many respondents there are.
    Base,
    /// An answer.
    Answer,
    /// Answers taken together, or a mean.
    Summary,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCell {
    /// "24.6%", or the mark of what is withheld.
    pub text: String,
    /// The same as a figure: percentages on 0 to 100.
    pub figure: DataCell,
    /// The limits of the 95% interval as figures, where intervals are shown.
    pub limits: Option<(DataCell, DataCell)>,
    /// The letters of columns that are clearly lower: "b".
    pub letters: String,
    /// The 95% interval: "22.1–27.3".
    pub interval: Option<String>,
    /// How dark it is, 0 to 1.
    pub shade: f64,
    /// Whether it calls for caution, or says nothing.
    pub is_muted: bool,
    /// What is said of it besides its row, its column and its text, in words.
    pub said: Vec<String>,
}

impl CrossTabModel {
    /// The table of an answer as a spec wants it.
    pub fn new(answer: &CrossTabAnswer, spec: &CrossTabSpec) -> Self {
        match &answer.table {
            Ok(table) => Self::of(table, spec),
            Err(why) => {
                let instead = wording::why_not(why);
                Self {
                    title: String::from("No cross-tab"),
                    subtitle: String::new(),
                    footnote: String::new(),
                    instead: Some(instead),
                    heads: Vec::new(),
                    columns: Vec::new(),
                    rows: Vec::new(),
                }
            }
        }
    }

    fn of(table: &SurveyTable, spec: &CrossTabSpec) -> Self {
        let figures = &table.figures;
        let is_down = spec.percentages == Percentages::Down;
        let SurveySetting { among, .. } = &spec.setting;
        let mut heads = vec![Head {
            label: String::from(if is_down { "All" } else { "Base" }),
            columns: 0..1,
        }];
        heads.extend(figures.parts.iter().map(|part| Head {
            label: part.heading.clone(),
            columns: part.columns.clone(),
        }));
        let has_letters = spec.letters && is_down;
        let columns = figures
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| HeadColumn {
                label: match &column.nesting {
                    _ if place == 0 && !is_down => String::from("Unweighted"),
                    Some(nesting) => nesting.inner.1.clone(),
                    None => column.label.clone(),
                },
                within: column.nesting.as_ref().map(|held| held.outer.1.clone()),
                letter: column
                    .letter
                    .as_ref()
                    .filter(|_| has_letters)
                    .map(|letter| format!("({})", letter.to_lowercase())),
            })
            .collect();
        let mut shown = wording::Shown {
            letters: has_letters && figures.parts.iter().any(|part| part.columns.len() > 1),
            ..wording::Shown::default()
        };
        let mut rows = Vec::new();
        if is_down {
            rows.push(TableRow {
                label: String::from("Base (unweighted)"),
                kind: TableRowKind::Base,
                cells: base_cells(table),
            });
            if spec.effective_bases {
                rows.push(TableRow {
                    label: String::from("Effective base"),
                    kind: TableRowKind::Base,
                    cells: effective_cells(table),
                });
            }
        }
        for (row, treatments) in figures.rows.iter().zip(&table.cells) {
            let kind = match row.kind {
                RowKind::Answer => TableRowKind::Answer,
                RowKind::Net | RowKind::Mean => TableRowKind::Summary,
            };
            let is_left_out = (kind == TableRowKind::Summary && !spec.nets)
                || (!is_down && row.kind == RowKind::Mean);
            if is_left_out {
                continue;
            }
            let (cells, treatments) = row_cells(table, row, treatments, spec);
            for treatment in treatments {
                shown.add(treatment);
            }
            let label = if row.kind == RowKind::Net {
                format!("Net: {}", wording::net_inside(&row.label))
            } else {
                row.label.clone()
            };
            rows.push(TableRow { label, kind, cells });
        }
        Self {
            title: wording::title(&figures.question, &figures.parts),
            subtitle: wording::subtitle(table, spec, among),
            footnote: wording::footnote(table, spec, shown),
            instead: None,
            heads,
            columns,
            rows,
        }
    }

    /// Whether the percentages of a row add up across, after its base.
    pub fn adds_up_across(&self) -> bool {
        self.rows
            .first()
            .is_some_and(|row| row.kind != TableRowKind::Base)
    }

    /// Whether there is nothing to be seen.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether groups stand under groups.
    pub fn is_nested(&self) -> bool {
        self.columns.iter().any(|column| column.within.is_some())
    }

    /// Whether a column is the first of its heading, or of the group under which it stands.
    pub fn starts_group(&self, column: usize) -> bool {
        let within = |column: usize| self.columns.get(column).map(|held| &held.within);
        let starts_heading = self.heads.iter().any(|head| head.columns.start == column);
        starts_heading
            || column
                .checked_sub(1)
                .is_none_or(|before| within(before) != within(column))
    }

    /// The name of a column with its heading: "Sex, Female (b)".
    pub fn column_name(&self, column: usize) -> String {
        let head = self
            .heads
            .iter()
            .find(|head| head.columns.contains(&column));
        let Some(own) = self.columns.get(column) else {
            return String::new();
        };
        let mut label = match &own.letter {
            Some(letter) => format!("{} {letter}", own.label),
            None => own.label.clone(),
        };
        if let Some(within) = &own.within {
            label = format!("{within}, {label}");
        }
        match head {
            Some(head) if head.label != own.label => format!("{}, {label}", head.label),
            _ => label,
        }
    }

    /// What a cell says, line by line: row, column, value, base, what its letters mean.
    pub fn cell_lines(&self, row: usize, column: usize) -> Vec<String> {
        let Some((held, cell)) = self
            .rows
            .get(row)
            .and_then(|held| Some((held, held.cells.get(column)?)))
        else {
            return Vec::new();
        };
        let mut lines = vec![
            format!("{} · {}", held.label, self.column_name(column)),
            cell.text.clone(),
        ];
        lines.extend(cell.said.iter().cloned());
        lines
    }

    /// The table as text that Excel takes as cells, with its headings and notes.
    pub fn as_cells(&self) -> String {
        let mut lines = vec![self.title.clone(), self.subtitle.clone()];
        let mut heads = vec![String::new(); self.columns.len() + 1];
        for head in &self.heads {
            if let Some(place) = heads.get_mut(head.columns.start + 1) {
                place.clone_from(&head.label);
            }
        }
        lines.push(heads.join("\t"));
        if self.is_nested() {
            let within = (0..self.columns.len()).map(|column| {
                let is_first = self.starts_group(column);
                let held = self.columns.get(column).filter(|_| is_first);
                held.and_then(|held| held.within.clone())
                    .unwrap_or_default()
            });
            let within: Vec<String> = std::iter::once(String::new()).chain(within).collect();
            lines.push(within.join("\t"));
        }
        let names = self.columns.iter().map(|column| match &column.letter {
            Some(letter) => format!("{} {letter}", column.label),
            None => column.label.clone(),
        });
        let names: Vec<String> = std::iter::once(String::new()).chain(names).collect();
        lines.push(names.join("\t"));
        for row in &self.rows {
            let cells = row.cells.iter().map(|cell| {
                let mut text = cell.text.clone();
                if !cell.letters.is_empty() {
                    text = format!("{text} {}", cell.letters);
                }
                if let Some(interval) = &cell.interval {
                    text = format!("{text} ({interval})");
                }
                text
            });
            let cells: Vec<String> = std::iter::once(row.label.clone()).chain(cells).collect();
            lines.push(cells.join("\t"));
        }
        lines.push(self.footnote.clone());
        let clean = |line: String| line.replace(['\n', '\r'], " ");
        let lines: Vec<String> = lines.into_iter().map(clean).collect();
        lines.join("\n")
    }
}

impl TableCell {
    /// Whether it rests on a low base.
    pub fn is_on_low_base(&self) -> bool {
        self.text.ends_with(LOW_BASE)
    }
}

/// What stands in the place of a figure that is not shown.
pub(super) const fn instead(treatment: CellTreatment) -> DataCell {
    match treatment {
        CellTreatment::Confidential => DataCell::Shorthand(Shorthand::Confidential),
        CellTreatment::TooFew => DataCell::Shorthand(Shorthand::LowReliability),
        CellTreatment::Shown | CellTreatment::LowBase => {
            DataCell::Shorthand(Shorthand::NotAvailable)
        }
    }
}
