//! The words and figures of a scorecard. It is a table in office programs, too.

use super::{ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable};
use crate::chart::scorecard::{RowModel, ScorecardModel};
use crate::chart::theme::ChartTheme;

impl Contents for ScorecardModel {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: DataTable {
                columns: columns(self),
                rows: self.rows.iter().map(|row| cells(self, row)).collect(),
            },
            native: None,
        }
    }
}

fn columns(model: &ScorecardModel) -> Vec<DataColumn> {
    let mut columns = vec![
        DataColumn::label("Measure"),
        DataColumn::label("Place and people"),
        DataColumn::label("Unit"),
    ];
    let baseline = ["Baseline", "Baseline, period"];
    let baseline = baseline.into_iter().filter(|_| model.shows_baseline);
    let others = [
        "Latest figure",
        "Latest figure, period",
        "Target",
        "Target, by when",
        "Standing",
        "Why",
        "Owner",
    ];
    columns.extend(baseline.chain(others).map(DataColumn::values));
    columns
}

fn cells(model: &ScorecardModel, row: &RowModel) -> Vec<DataCell> {
    let words = |words: &str| match words {
        "" => DataCell::Empty,
        words => DataCell::text(words),
    };
    let mut cells = vec![
        words(&row.measure),
        words(&row.place),
        words(row.unit.words()),
    ];
    let (baseline, now) = &row.figures;
    if model.shows_baseline {
        cells.extend([baseline.clone(), words(&row.baseline.1)]);
    }
    cells.extend([
        now.clone(),
        words(&row.now.1),
        words(&row.wanted.0),
        words(&row.wanted.1),
        words(row.standing.word()),
        words(&row.why),
        words(&row.owner),
    ]);
    cells
}
