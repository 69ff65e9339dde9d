//! Reads a whole file: its sheets, their tables, and what the workbook says of itself.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::account::{Account, Marks};
use super::break_notes;
use super::decisions::Decisions;
use super::error::ReadError;
use super::findings::{Finding, Severity};
use super::grid::Visibility;
use super::layout::SheetLayout;
use super::lists;
use super::respondents::Codebook;
use super::self_description::{grids, is_illustrative, publisher, workbook_key, workbook_title};
use super::sheet_reading::{Gathered, Shared};
use super::stated_twice::stated_twice;
use super::workbook::{self, SheetFault, Workbook};
use crate::base::progress::Progress;
use crate::base::text::file_name;
use crate::data::gazetteer::Gazetteer;
use crate::data::{SheetIndex, Source, SourceId};

/// A file as it was read: what it holds, how it was read, and what is worth saying about that.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// The values and what they are of.
    pub source: Arc<Source>,
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
            .filter(|(finding, accepted)| is_open(finding, **accepted))
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
        // A list of codes and names on any sheet tells what the others name.
        let known = lists::known_places(grids(workbook));
        let extended = (!known.is_empty()).then(|| gazetteer.extended_with(&known));
        let shared = Shared {
            gazetteer: extended.as_ref().unwrap_or(gazetteer),
            decisions,
            progress,
            key: workbook_key(workbook),
            codebook: Codebook::find(workbook),
            workbook_title: workbook_title(workbook),
        };
        let total = u64::try_from(workbook.sheets.len()).unwrap_or(u64::MAX);
        progress.begin_stage(format!("Reading {}", self.file_name), total);
        let tables: Vec<_> = (0_u16..)
            .zip(&workbook.sheets)
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(index, sheet)| {
                let grid = sheet.grid.as_ref().ok()?;
                Some(shared.tables(SheetIndex(index), grid))
            })
            .collect();
        let mut gathered = Gathered::default();
        gathered.records.places = known;
        for (sheet, tables) in workbook.sheets.iter().zip(tables) {
            match (&sheet.grid, tables) {
                (Err(fault), _) => gathered.fault(&sheet.name, sheet.visibility, fault),
                (Ok(_), Some(Ok(read))) => gathered.take(read, &shared),
                (Ok(_), _) => {
                    return Err(ReadError::Cancelled {
                        file: self.file_name.clone(),
                    });
                }
            }
        }
        Ok(self.finish(gathered, &shared))
    }

    /// What was read, with what the workbook says of itself.
    fn finish(&self, gathered: Gathered, shared: &Shared<'_>) -> Reading {
        let workbook = &self.workbook;
        let Gathered {
            mut builder,
            mut findings,
            records,
            ..
        } = gathered;
        records.incidents.finish(&mut builder);
        let names = workbook.sheets.iter().map(|sheet| sheet.name.clone());
        let mut source = builder.build(
            self.id.clone(),
            self.file_name.clone(),
            jiff::Zoned::now().date(),
            names.collect(),
        );
        if !gathered.title_is_of_a_row {
            source.title.clone_from(&shared.workbook_title);
        }
        source.targets = records.targets;
        source.assessments = records.assessments;
        source.places = records.places;
        source.publisher = publisher(workbook);
        source.is_illustrative = is_illustrative(workbook);
        let with_values = gathered
            .summaries
            .iter()
            .filter(|sheet| sheet.values_read > 0);
        let tables: usize = with_values.map(|sheet| sheet.tables).sum();
        if tables > 1 && source.observations.len() < 1_000_000 {
            findings.extend(stated_twice(&source));
        }
        let (breaks, told) = break_notes::find(workbook, &gathered.layouts, &source);
        source.breaks = breaks;
        findings.extend(told);
        let accepted: Vec<bool> = findings
            .iter()
            .map(|finding| shared.decisions.accepts(finding))
            .collect();
        let open = findings
            .iter()
            .zip(&accepted)
            .filter(|(finding, accepted)| is_open(finding, **accepted))
            .count();
        source.open_findings = u32::try_from(open).unwrap_or(u32::MAX);
        Reading {
            source: Arc::new(source),
            sheets: gathered.summaries,
            layouts: gathered.layouts,
            marks: gathered.marks,
            accepted,
            findings,
        }
    }
}

/// Whether a finding waits for an answer.
fn is_open(finding: &Finding, accepted: bool) -> bool {
    finding.severity() == Severity::Question && !accepted
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
