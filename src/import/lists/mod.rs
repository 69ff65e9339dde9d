//! Tables that are no tables of figures: rows that are incidents, lists of codes and names, targets,
//! matrices of judgements. They are known by their headings and by what stands under them; what only looks
//! like one and holds figures is left to the tables of figures.

mod ambition;
mod dates;
mod found;
mod incident_columns;
mod incident_months;
mod incidents;
mod judgement_scales;
mod lookup;
mod matrix;
mod surroundings;
mod target_columns;
mod target_figures;
mod targets;

use crate::data::{Assessment, Place, SheetIndex, Target};

use super::findings::FindingKind;
use super::grid::Grid;
use super::list_findings::ListFinding;
use super::places::Places;
use super::reader::Output;
use super::roles::{Remark, Surroundings};
use super::view::View;

pub(crate) use incidents::IncidentCount;

/// A list as found: where it stands and how it is read. Upper bounds are exclusive.
#[derive(Clone, Debug)]
pub(crate) struct List {
    pub heading: u32,
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
    pub kind: ListKind,
}

/// What a list is.
#[derive(Clone, Debug)]
pub(crate) enum ListKind {
    Incidents(incident_columns::IncidentColumns),
    Lookup(lookup::Lookup),
    Targets(target_columns::TargetColumns),
    Matrix(matrix::MatrixColumns),
}

/// What was read from lists, but for values.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub targets: Vec<Target>,
    pub assessments: Vec<Assessment>,
    pub places: Vec<Place>,
    pub incidents: IncidentCount,
}

/// The places that the lists of codes and names of some sheets hold, each code once.
pub(crate) fn known_places<'g>(grids: impl Iterator<Item = &'g Grid>) -> Vec<Place> {
    let mut places = lookup::Gathered::default();
    for grid in grids {
        if let Some(found) = lookup::find(grid) {
            places.add(grid, &found);
        }
    }
    places.into_places()
}

/// The lists of a sheet, from the top.
pub(crate) fn find(view: &View<'_>, places: &Places<'_>, around: &Surroundings) -> Vec<List> {
    found::find(view, places, around)
}

/// Reads a list.
pub(crate) fn read(
    view: &View<'_>,
    sheet: SheetIndex,
    list: &List,
    around: &Surroundings,
    places: &mut Places<'_>,
    records: &mut Records,
    out: &mut Output<'_>,
) -> usize {
    match &list.kind {
        ListKind::Incidents(columns) => {
            records
                .incidents
                .read(view, sheet, list, columns, places, out);
            0
        }
        ListKind::Lookup(found) => {
            lookup::read(view, list, found, out);
            0
        }
        ListKind::Targets(columns) => {
            let before = out.builder.len();
            targets::read(
                view,
                sheet,
                list,
                columns,
                around,
                places,
                &mut records.targets,
                out,
            );
            out.builder.len() - before
        }
        ListKind::Matrix(columns) => {
            matrix::read(
                view,
                sheet,
                list,
                columns,
                around,
                &mut records.assessments,
                out,
            );
            0
        }
    }
}

impl List {
    /// Whether its rows are about cases, of which nothing is kept but what is counted.
    pub(crate) const fn is_of_cases(&self) -> bool {
        matches!(self.kind, ListKind::Incidents(_))
    }

    /// What was found about the whole list.
    fn found(&self, finding: ListFinding) -> Remark {
        self.remark(FindingKind::List(finding))
    }

    /// A finding about the whole list.
    fn remark(&self, kind: FindingKind) -> Remark {
        Remark {
            rows: (self.heading, self.bottom.saturating_sub(1)),
            columns: (self.left, self.right.saturating_sub(1)),
            kind,
        }
    }

    /// A finding about a column of the list.
    fn remark_column(&self, column: u32, kind: FindingKind) -> Remark {
        Remark {
            columns: (column, column),
            ..self.remark(kind)
        }
    }
}

/// A number of things as findings hold it.
fn as_count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
