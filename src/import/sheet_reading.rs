//! Reads the sheets of a workbook: the tables of each by itself, so that several threads can do so at once,
//! then what counts across sheets, in their order.

use super::account::{Account, Mark, Marks};
use super::apply::{self, Output};
use super::decisions::{Decisions, SheetDecisions, TableDecisions};
use super::findings::{CellSpan, Finding, FindingKind};
use super::grid::{Grid, Visibility};
use super::layout::{SheetLayout, TableLayout};
use super::lists::{self, List, Records};
use super::places::Places;
use super::regions::{self, Region};
use super::report::SheetSummary;
use super::respondents::{self, Codebook, Outcome, SurveyFinding};
use super::roles::{self, Remark, Surroundings};
use super::self_description::{holds_title, sheet_title};
use super::shorthand::Key;
use super::view::View;
use super::workbook::SheetFault;
use super::{redrawn, titles};
use crate::base::progress::{Cancelled, Progress};
use crate::data::gazetteer::Gazetteer;
use crate::data::{SheetIndex, SourceBuilder, Survey};

/// What all sheets of a workbook are read by.
pub(super) struct Shared<'w> {
    pub(super) gazetteer: &'w Gazetteer,
    pub(super) decisions: &'w Decisions,
    pub(super) progress: &'w Progress,
    pub(super) key: Key,
    pub(super) codebook: Codebook,
    pub(super) workbook_title: String,
}

/// A sheet whose tables were read; its lists and surveys wait for those of the sheets before.
pub(super) struct SheetReading<'w> {
    index: SheetIndex,
    view: View<'w>,
    around: Surroundings,
    lists: Vec<List>,
    surveys: Vec<Survey>,
    builder: SourceBuilder,
    marks: Marks,
    remarks: Vec<Remark>,
    layout: SheetLayout,
    values_read: usize,
}

/// What is gathered from sheet to sheet.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) builder: SourceBuilder,
    pub(super) findings: Vec<Finding>,
    pub(super) summaries: Vec<SheetSummary>,
    pub(super) layouts: Vec<SheetLayout>,
    pub(super) marks: Vec<Marks>,
    pub(super) records: Records,
    /// Whether what was taken for the title stands in a row about a case, so that it must not be kept.
    pub(super) title_is_of_a_row: bool,
}

impl<'w> Shared<'w> {
    /// Reads the tables of a sheet.
    pub(super) fn tables(
        &self,
        index: SheetIndex,
        grid: &'w Grid,
    ) -> Result<SheetReading<'w>, Cancelled> {
        let said = self.decisions.of_sheet(grid.name());
        let around = Surroundings {
            sheet_name: grid.name().to_owned(),
            sheet_title: sheet_title(grid).unwrap_or_default(),
            workbook_title: self.workbook_title.clone(),
        };
        let mut sheet = SheetReading {
            index,
            view: View::new(grid, &self.key, &self.decisions.meanings),
            around,
            lists: Vec::new(),
            surveys: Vec::new(),
            builder: SourceBuilder::new(),
            marks: Marks::new(grid),
            remarks: Vec::new(),
            layout: SheetLayout {
                sheet: grid.name().to_owned(),
                tables: Vec::new(),
            },
            values_read: 0,
        };
        if self.codebook.sheet.as_deref() == Some(grid.name()) {
            sheet.keep_codebook(&self.codebook);
        } else {
            self.read_tables(&mut sheet, &said)?;
        }
        self.progress.advance(1);
        Ok(sheet)
    }

    fn read_tables(
        &self,
        sheet: &mut SheetReading<'w>,
        said: &SheetDecisions,
    ) -> Result<(), Cancelled> {
        let mut places = Places::new(self.gazetteer);
        if !said.leave_out {
            let lists = lists::find(&sheet.view, &places, &sheet.around);
            sheet.lists = lists
                .into_iter()
                .filter(|list| !said.is_about(list.heading..list.bottom))
                .collect();
        }
        let taken: Vec<_> = sheet
            .lists
            .iter()
            .map(|list| list.heading..list.bottom)
            .collect();
        let found = regions::find(&sheet.view, &taken);
        let found = redrawn::redrawn(&sheet.view, found, said);
        let mut tables: Vec<TableLayout> = found
            .iter()
            .map(|region| {
                roles::conclude(
                    &sheet.view,
                    region,
                    &sheet.around,
                    &said_of(said, region),
                    &places,
                    &mut sheet.remarks,
                )
            })
            .collect();
        titles::tell_apart(&mut tables);
        for table in tables {
            self.read_table(sheet, &table, &mut places)?;
            sheet.layout.tables.push(table);
        }
        Ok(())
    }

    fn read_table(
        &self,
        sheet: &mut SheetReading<'w>,
        table: &TableLayout,
        places: &mut Places<'_>,
    ) -> Result<(), Cancelled> {
        let respondents = respondents::Sheet {
            view: &sheet.view,
            index: sheet.index,
            table,
            around: &sheet.around,
            codebook: &self.codebook,
        };
        let (marks, remarks) = (&mut sheet.marks, &mut sheet.remarks);
        match respondents::read(&respondents, places, marks, remarks) {
            Outcome::Survey(survey) => sheet.surveys.push(*survey),
            Outcome::LeftOut => {}
            Outcome::NoSurvey => {
                let mut out = Output {
                    builder: &mut sheet.builder,
                    marks,
                    remarks,
                };
                let (view, index) = (&sheet.view, sheet.index);
                sheet.values_read +=
                    apply::apply(view, index, table, places, &mut out, self.progress)?;
            }
        }
        Ok(())
    }
}

/// What was said of a table; that it is figures after all holds also where its rows were taken for a list.
fn said_of(said: &SheetDecisions, region: &Region) -> TableDecisions {
    let mut of_table = said.of_table(region.anchor);
    if said.leave_out {
        of_table.take = Some(false);
    } else if of_table.take.is_none() && said.is_about(region.top..region.bottom) {
        of_table.take = Some(true);
    }
    of_table
}

impl SheetDecisions {
    /// Whether a table of figures was said to begin within some rows.
    fn is_about(&self, rows: std::ops::Range<u32>) -> bool {
        self.tables
            .iter()
            .any(|table| table.take == Some(true) && rows.contains(&table.anchor.row))
    }
}

impl SheetReading<'_> {
    /// A sheet that explains the columns of another holds no figures.
    fn keep_codebook(&mut self, codebook: &Codebook) {
        let grid = self.view.grid;
        self.marks.fill(
            grid,
            0..grid.row_count(),
            0..grid.column_count(),
            Mark::Note,
        );
        self.remarks.push(Remark {
            rows: (0, grid.row_count().saturating_sub(1)),
            columns: (0, grid.column_count().saturating_sub(1)),
            kind: FindingKind::Survey(SurveyFinding::Codebook {
                columns: codebook.len(),
            }),
        });
    }

    /// Whether the workbook's title stands in a row about a case.
    fn holds_title_in_a_case(&self, title: &str) -> bool {
        let lists = self.lists.iter().filter(|list| list.is_of_cases());
        let lists = lists.map(|list| list.heading..list.bottom);
        let left_out = self.layout.tables.iter().filter(|table| {
            matches!(
                table.left_out,
                Some(FindingKind::Incidents { .. } | FindingKind::Respondents { .. })
            )
        });
        lists
            .chain(left_out.map(|table| table.top..table.bottom))
            .any(|rows| holds_title(self.view.grid, rows, title))
    }
}

impl Gathered {
    /// Takes a sheet in, and reads of it what counts across sheets.
    pub(super) fn take(&mut self, mut sheet: SheetReading<'_>, shared: &Shared<'_>) {
        let grid = sheet.view.grid;
        self.title_is_of_a_row |= sheet.holds_title_in_a_case(&shared.workbook_title);
        self.builder.absorb(std::mem::take(&mut sheet.builder));
        for survey in std::mem::take(&mut sheet.surveys) {
            sheet.values_read += self.builder.survey(survey);
        }
        let mut places = Places::new(shared.gazetteer);
        for list in &sheet.lists {
            sheet.values_read += lists::read(
                &sheet.view,
                sheet.index,
                list,
                &sheet.around,
                &mut places,
                &mut self.records,
                &mut Output {
                    builder: &mut self.builder,
                    marks: &mut sheet.marks,
                    remarks: &mut sheet.remarks,
                },
            );
            let layout = list_layout(list, &sheet.remarks);
            sheet.layout.tables.push(layout);
        }
        sheet.layout.tables.sort_by_key(|table| table.top);
        let (account, loose, first) = sheet.marks.close(grid);
        if let Some((row, column)) = first {
            sheet.remarks.push(Remark {
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
        let index = sheet.index;
        sheet
            .remarks
            .sort_by_key(|remark| (remark.rows.0, remark.columns.0));
        let findings = sheet.remarks.into_iter().map(|remark| Finding {
            sheet: grid.name().to_owned(),
            at: Some(CellSpan::new(
                index,
                remark.rows.0,
                remark.columns.0,
                remark.rows.1,
                remark.columns.1,
            )),
            kind: remark.kind,
        });
        self.findings.extend(findings);
        self.summaries.push(SheetSummary {
            name: grid.name().to_owned(),
            visibility: grid.visibility(),
            tables: sheet.layout.tables.len(),
            values_read: sheet.values_read,
            account,
        });
        self.layouts.push(sheet.layout);
        self.marks.push(sheet.marks);
    }

    /// A sheet without cells, and why.
    pub(super) fn fault(&mut self, name: &str, visibility: Visibility, fault: &SheetFault) {
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

/// Where a list stands, for those who look at the sheet: it is no table of figures, and why.
fn list_layout(list: &List, remarks: &[Remark]) -> TableLayout {
    let rows = (list.heading, list.bottom.saturating_sub(1));
    let summary = remarks
        .iter()
        .find(|remark| remark.rows == rows && matches!(remark.kind, FindingKind::List(_)));
    TableLayout {
        anchor: super::decisions::TableAnchor {
            row: list.top,
            column: list.left,
        },
        left: list.left,
        right: list.right,
        headings: vec![list.heading],
        top: list.top,
        bottom: list.bottom,
        left_out: Some(summary.map_or(FindingKind::Lookup, |remark| remark.kind.clone())),
        ..TableLayout::default()
    }
}
