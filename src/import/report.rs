//! Reads a whole file: its sheets, their tables, and what the workbook says of itself.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::account::{Account, Mark, Marks};
use super::apply::{self, Output};
use super::decisions::Decisions;
use super::error::ReadError;
use super::findings::{CellSpan, Finding, FindingKind, Severity};
use super::grid::{Grid, Visibility};
use super::layout::{SheetLayout, TableLayout};
use super::places::Places;
use super::respondents::{self, Codebook, Outcome, SurveyFinding};
use super::roles::{self, Remark, Surroundings};
use super::shorthand::Key;
use super::view::{self, View};
use super::workbook::{self, SheetFault, Workbook};
use super::{prose, redrawn, regions, text_marks, titles, vocabulary};
use crate::base::progress::Progress;
use crate::base::text::file_name;
use crate::base::text::fold;
use crate::data::gazetteer::Gazetteer;
use crate::data::{SheetIndex, Source, SourceBuilder, SourceId};

/// A file as it was read: what it holds, how it was read, and what is worth saying about that.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The values and what they are of.
    pub source: Source,
    /// What was found, by sheet and cell.
    pub findings: Vec<Finding>,
    /// Every sheet with what became of its cells.
    pub sheets: Vec<SheetSummary>,
    /// How each sheet was read.
    pub layouts: Vec<SheetLayout>,
    /// What became of each cell, by sheet.
    pub(crate) marks: Vec<Marks>,
    /// Which of the findings somebody has looked at and left as they are.
    accepted: Vec<bool>,
}

/// One sheet, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSummary {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether Excel shows it.
    pub visibility: Visibility,
    /// How many tables were found, those left out included.
    pub tables: usize,
    /// How many values (and statuses in place of values) were read.
    pub values_read: usize,
    /// What became of its cells.
    pub account: Account,
}

impl Reading {
    /// How many findings wait for an answer.
    pub fn open_questions(&self) -> usize {
        self.questions().count()
    }

    /// Whether somebody has looked at a finding, by its place in the list, and left it as it is.
    pub fn is_accepted(&self, finding: usize) -> bool {
        self.accepted.get(finding).copied().unwrap_or(false)
    }

    /// The findings that wait for an answer.
    pub fn questions(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .zip(&self.accepted)
            .filter(|(finding, accepted)| finding.severity() == Severity::Question && !**accepted)
            .map(|(finding, _)| finding)
    }
}

/// A file whose cells are at hand, so that it can be read again once a person says how.
#[derive(Debug)]
pub struct OpenedFile {
    /// The file's name without its folder.
    pub file_name: String,
    /// The fingerprint of its bytes.
    pub id: SourceId,
    /// Its sheets.
    pub workbook: Workbook,
}

impl OpenedFile {
    /// Opens a file.
    ///
    /// # Errors
    /// Where it cannot be read at all.
    pub fn open(path: &Path, progress: &Progress) -> Result<Self, ReadError> {
        let bytes = workbook::load(path)?;
        Self::of_bytes(&file_name(path), &bytes, progress)
    }

    /// Opens the bytes of a file of a name.
    ///
    /// # Errors
    /// Where they cannot be read at all.
    pub fn of_bytes(file_name: &str, bytes: &[u8], progress: &Progress) -> Result<Self, ReadError> {
        let workbook = workbook::open(file_name, bytes, progress)?;
        if grids(&workbook).all(|grid| grid.cell_count() == 0) {
            let damaged = workbook.sheets.iter().find_map(|sheet| match &sheet.grid {
                Err(SheetFault::Damaged(reason)) => Some(reason.clone()),
                _ => None,
            });
            let file = file_name.to_owned();
            return Err(match damaged {
                Some(reason) => ReadError::Damaged { file, reason },
                None => ReadError::Empty { file },
            });
        }
        Ok(Self {
            file_name: file_name.to_owned(),
            id: SourceId::of_bytes(bytes),
            workbook,
        })
    }

    /// Reads the sheets, as the program concludes where `decisions` says nothing else.
    ///
    /// # Errors
    /// Where somebody stops it; what is odd inside the file is a finding.
    pub fn read(
        &self,
        gazetteer: &Gazetteer,
        decisions: &Decisions,
        progress: &Progress,
    ) -> Result<Reading, ReadError> {
        let workbook = &self.workbook;
        let mut work = Work {
            gazetteer,
            decisions,
            progress,
            key: workbook_key(workbook),
            codebook: Codebook::find(workbook),
            workbook_title: workbook_title(workbook),
            builder: SourceBuilder::new(),
            findings: Vec::new(),
            summaries: Vec::new(),
            layouts: Vec::new(),
            marks: Vec::new(),
        };
        for (index, sheet) in workbook.sheets.iter().enumerate() {
            let index = SheetIndex(u16::try_from(index).unwrap_or(u16::MAX));
            progress.begin_stage(format!("Reading {}", sheet.name), 0);
            match &sheet.grid {
                Ok(grid) => work
                    .sheet(index, grid)
                    .map_err(|_stopped| ReadError::Cancelled {
                        file: self.file_name.clone(),
                    })?,
                Err(fault) => work.fault(&sheet.name, sheet.visibility, fault),
            }
        }
        Ok(work.finish(self))
    }
}

/// Reads a file as the program concludes.
///
/// # Errors
/// Where it cannot be read at all; what is odd inside it is a finding.
pub fn read_file(
    path: &Path,
    gazetteer: &Gazetteer,
    progress: &Progress,
) -> Result<Reading, ReadError> {
    OpenedFile::open(path, progress)?.read(gazetteer, &Decisions::default(), progress)
}

/// Reads the bytes of a file of a name as the program concludes.
///
/// # Errors
/// Where they cannot be read at all; what is odd inside them is a finding.
pub fn read_bytes(
    file_name: &str,
    bytes: &[u8],
    gazetteer: &Gazetteer,
    progress: &Progress,
) -> Result<Reading, ReadError> {
    OpenedFile::of_bytes(file_name, bytes, progress)?.read(
        gazetteer,
        &Decisions::default(),
        progress,
    )
}

/// Figures that two tables of the workbook give differently, one finding for each pair of sheets.
fn stated_twice(source: &Source) -> Vec<Finding> {
    let mut first: std::collections::HashMap<_, &crate::data::Observation> =
        std::collections::HashMap::with_capacity(source.observations.len());
    let mut found: indexmap::IndexMap<(SheetIndex, SheetIndex), (Finding, u32)> =
        indexmap::IndexMap::new();
    for observation in &source.observations {
        let key = (
            observation.measure,
            observation.area,
            observation.cohort,
            observation.period,
        );
        let Some(earlier) = first.get(&key) else {
            first.insert(key, observation);
            continue;
        };
        let (Some(a), Some(b)) = (earlier.value, observation.value) else {
            continue;
        };
        if (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) {
            continue;
        }
        let measure = source
            .measure(observation)
            .map_or("", |measure| measure.name.as_str());
        found
            .entry((earlier.cell.sheet, observation.cell.sheet))
            .or_insert_with(|| {
                let finding = Finding {
                    sheet: source.sheet_name(observation.cell.sheet).to_owned(),
                    at: Some(CellSpan::cell(observation.cell)),
                    kind: FindingKind::StatedTwice {
                        what: format!("“{measure}”"),
                        other: source.describe_cell(earlier.cell),
                        count: 0,
                    },
                };
                (finding, 0)
            })
            .1 += 1;
    }
    found
        .into_values()
        .map(|(mut finding, times)| {
            if let FindingKind::StatedTwice { count, .. } = &mut finding.kind {
                *count = times;
            }
            finding
        })
        .collect()
}

struct Work<'w> {
    gazetteer: &'w Gazetteer,
    decisions: &'w Decisions,
    progress: &'w Progress,
    key: Key,
    codebook: Codebook,
    workbook_title: String,
    builder: SourceBuilder,
    findings: Vec<Finding>,
    summaries: Vec<SheetSummary>,
    layouts: Vec<SheetLayout>,
    marks: Vec<Marks>,
}

impl Work<'_> {
    /// What was read, with what the workbook says of itself.
    fn finish(mut self, file: &OpenedFile) -> Reading {
        let workbook = &file.workbook;
        let names = workbook.sheets.iter().map(|sheet| sheet.name.clone());
        let mut source = self.builder.build(
            file.id.clone(),
            file.file_name.clone(),
            jiff::Zoned::now().date(),
            names.collect(),
        );
        source.title = self.workbook_title;
        source.publisher = publisher(workbook);
        source.is_illustrative = is_illustrative(workbook);
        let with_values = self.summaries.iter().filter(|sheet| sheet.values_read > 0);
        let tables: usize = with_values.map(|sheet| sheet.tables).sum();
        if tables > 1 && source.observations.len() < 1_000_000 {
            self.findings.extend(stated_twice(&source));
        }
        let mut reading = Reading {
            source,
            findings: self.findings,
            sheets: self.summaries,
            layouts: self.layouts,
            marks: self.marks,
            accepted: Vec::new(),
        };
        reading.accepted = reading
            .findings
            .iter()
            .map(|finding| self.decisions.accepts(finding))
            .collect();
        reading.source.open_findings = u32::try_from(reading.open_questions()).unwrap_or(u32::MAX);
        reading
    }

    fn sheet(
        &mut self,
        index: SheetIndex,
        grid: &Grid,
    ) -> Result<(), crate::base::progress::Cancelled> {
        let view = View::new(grid, &self.key, &self.decisions.meanings);
        let said = self.decisions.of_sheet(grid.name());
        let is_codebook = self.codebook.sheet.as_deref() == Some(grid.name());
        let found = if is_codebook {
            Vec::new()
        } else {
            redrawn::redrawn(&view, regions::find(&view), &said)
        };
        let around = Surroundings {
            sheet_name: grid.name().to_owned(),
            sheet_title: sheet_title(grid).unwrap_or_default(),
            workbook_title: self.workbook_title.clone(),
        };
        let mut places = Places::new(self.gazetteer);
        let mut marks = Marks::new(grid);
        let mut remarks: Vec<Remark> = Vec::new();
        let mut layout = SheetLayout {
            sheet: grid.name().to_owned(),
            tables: Vec::new(),
        };
        let mut values_read = 0;
        let mut tables: Vec<TableLayout> = found
            .iter()
            .map(|region| {
                let mut of_table = said.of_table(region.anchor);
                if said.leave_out {
                    of_table.take = Some(false);
                }
                roles::conclude(&view, region, &around, &of_table, &places, &mut remarks)
            })
            .collect();
        titles::tell_apart(&mut tables);
        if is_codebook {
            marks.fill(
                grid,
                0..grid.row_count(),
                0..grid.column_count(),
                Mark::Note,
            );
            self.findings.push(Finding {
                sheet: grid.name().to_owned(),
                at: None,
                kind: FindingKind::Survey(SurveyFinding::Codebook {
                    columns: self.codebook.len(),
                }),
            });
        }
        for table in tables {
            let respondents = respondents::Sheet {
                view: &view,
                index,
                table: &table,
                around: &around,
                codebook: &self.codebook,
            };
            match respondents::read(&respondents, &mut places, &mut marks, &mut remarks) {
                Outcome::Survey(survey) => {
                    values_read += self.builder.survey(*survey);
                    layout.tables.push(table);
                    continue;
                }
                Outcome::LeftOut => {
                    layout.tables.push(table);
                    continue;
                }
                Outcome::NoSurvey => {}
            }
            values_read += apply::apply(
                &view,
                index,
                &table,
                &mut places,
                &mut Output {
                    builder: &mut self.builder,
                    marks: &mut marks,
                    remarks: &mut remarks,
                },
                self.progress,
            )?;
            layout.tables.push(table);
        }
        let (account, loose, first) = marks.close(grid);
        if let Some((row, column)) = first {
            remarks.push(Remark {
                rows: (row, row),
                columns: (column, column),
                kind: FindingKind::LooseNumbers { count: loose },
            });
        }
        if grid.visibility() == Visibility::Hidden {
            self.findings.push(Finding {
                sheet: grid.name().to_owned(),
                at: None,
                kind: FindingKind::HiddenSheet,
            });
        }
        remarks.sort_by_key(|remark| (remark.rows.0, remark.columns.0));
        self.findings
            .extend(remarks.into_iter().map(|remark| Finding {
                sheet: grid.name().to_owned(),
                at: Some(CellSpan::new(
                    index,
                    remark.rows.0,
                    remark.columns.0,
                    remark.rows.1,
                    remark.columns.1,
                )),
                kind: remark.kind,
            }));
        self.summaries.push(SheetSummary {
            name: grid.name().to_owned(),
            visibility: grid.visibility(),
            tables: found.len(),
            values_read,
            account,
        });
        self.layouts.push(layout);
        self.marks.push(marks);
        Ok(())
    }

    fn fault(&mut self, name: &str, visibility: Visibility, fault: &SheetFault) {
        self.findings.push(Finding {
            sheet: name.to_owned(),
            at: None,
            kind: match fault {
                SheetFault::NoCells => FindingKind::NoCells,
                SheetFault::Damaged(reason) => FindingKind::SheetDamaged {
                    reason: reason.clone(),
                },
            },
        });
        self.summaries.push(SheetSummary {
            name: name.to_owned(),
            visibility,
            tables: 0,
            values_read: 0,
            account: Account::default(),
        });
        self.layouts.push(SheetLayout {
            sheet: name.to_owned(),
            tables: Vec::new(),
        });
        self.marks.push(Marks::default());
    }
}

fn grids(workbook: &Workbook) -> impl Iterator<Item = &Grid> {
    workbook
        .sheets
        .iter()
        .filter_map(|sheet| sheet.grid.as_ref().ok())
}

/// What the notes of all sheets explain; sheets of data with many texts are no notes.
fn workbook_key(workbook: &Workbook) -> Key {
    let mut key = Key::default();
    for grid in grids(workbook).filter(|grid| grid.texts().len() < 5_000) {
        key.fall_back_to(&view::own_key(grid));
    }
    key
}

/// The first line of a sheet that says what it is about.
fn sheet_title(grid: &Grid) -> Option<String> {
    (0..grid.row_count().min(15)).find_map(|row| {
        let (_, value) = grid.row(row).next()?;
        match value {
            super::grid::CellValue::Text(text)
                if (9..5_000).contains(&text.len())
                    && grid.row(row).count() <= 2
                    && (!vocabulary::is_note_line(text)
                        || prose::without_number(text).len() < text.len()) =>
            {
                Some(text.to_owned())
            }
            _ => None,
        }
    })
}

/// The title of the first sheet; "Title:" with the title beside it counts as well.
fn workbook_title(workbook: &Workbook) -> String {
    for grid in grids(workbook).take(2) {
        for row in 0..grid.row_count().min(12) {
            if grid.text(row, 0).is_some_and(|text| fold(text) == "title")
                && let Some(title) = grid.text(row, 1)
            {
                return text_marks::strip(title).text;
            }
        }
    }
    // The description of a picture is a title, too, to who reads cells: it has no spaces.
    let titles: Vec<String> = grids(workbook).take(3).filter_map(sheet_title).collect();
    let first = titles
        .iter()
        .find(|title| title.trim().contains(' '))
        .or_else(|| titles.first());
    // A second sheet may give the same title in full, with its period.
    let full = first.and_then(|first| {
        titles
            .iter()
            .find(|title| title.len() > first.len() && title.starts_with(first.trim()))
    });
    full.or(first)
        .map(|title| text_marks::strip(title).text)
        .unwrap_or_default()
}

/// The publisher: named by a label, or known.
fn publisher(workbook: &Workbook) -> Option<String> {
    const KNOWN: &[&str] = &[
        "Office for National Statistics",
        "Home Office",
        "Ministry of Justice",
        "Department for Environment, Food",
        "Defra",
        "Scottish Government",
        "Welsh Government",
        "NHS England",
        "NHS Digital",
        "Metropolitan Police",
        "Greater London Authority",
        "Department for Transport",
        "Youth Justice Board",
        "Nottinghamshire Police",
        "Nottinghamshire County Council",
        "National Records of Scotland",
        "Police Service of Northern Ireland",
    ];
    for grid in grids(workbook) {
        for row in 0..grid.row_count().min(120) {
            for column in 0..grid.column_count().min(3) {
                let Some(text) = grid.text(row, column).filter(|text| text.len() < 400) else {
                    continue;
                };
                let folded = fold(text);
                if matches!(
                    folded.as_str(),
                    "publisher" | "published by" | "produced by" | "author"
                ) && let Some(name) = grid.text(row, column + 1)
                {
                    return Some(name.to_owned());
                }
                for label in ["Publisher:", "Published by", "Produced by"] {
                    if let Some(name) = text.strip_prefix(label) {
                        let name = name.trim_start_matches([':', ' ']);
                        let end = name.find([',', '.', ';']).unwrap_or(name.len());
                        if let Some(name) = name.get(..end).filter(|name| !name.is_empty()) {
                            return Some(name.to_owned());
                        }
                    }
                }
                let says_so = folded.starts_with("source") || folded.starts_with("copyright");
                if let Some(known) = KNOWN.iter().find(|known| {
                    text.contains(**known) && says_so || row < 10 && folded == fold(known)
                }) {
                    return Some((*known).to_owned());
                }
            }
        }
    }
    None
}

fn is_illustrative(workbook: &Workbook) -> bool {
    grids(workbook)
        .filter(|grid| grid.texts().len() < 20_000)
        .any(|grid| {
            grid.texts().any(|text| {
                let folded = fold(text);
                folded.contains("illustrative not published")
                    || folded.contains("figures are illustrative")
                    || folded.contains("illustrative figures")
                    || folded.contains("illustrative data")
            })
        })
}
