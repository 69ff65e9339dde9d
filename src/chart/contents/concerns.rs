//! The words and numbers of a list of concerns.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeSeries, Shorthand,
};
use crate::chart::concerns::{ConcernRowModel, ConcernsModel, StandingModel, WiderModel};
use crate::chart::scale;
use crate::chart::theme::{ChartTheme, Dash};
use crate::data::Unit;

impl Contents for ConcernsModel {
    fn contents(&self, theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: table(self),
            native: native(self, theme),
        }
    }
}

/// The issues as rows, from the most named.
fn table(model: &ConcernsModel) -> DataTable {
    let headings = &model.headings;
    let has_intervals = model.rows.iter().any(|row| row.interval.is_some());
    let has_bases = model.rows.iter().any(|row| row.base.is_some());
    let has_cautions = model.rows.iter().any(|row| row.caution.is_some());
    let unit = Unit::Percent.words();
    let mut columns = vec![
        DataColumn::label("Issue"),
        DataColumn::values(if headings.here == unit {
            unit.to_owned()
        } else {
            format!("{} ({unit})", headings.here)
        }),
    ];
    if has_intervals {
        columns.push(DataColumn::values("95% interval, lower (%)"));
        columns.push(DataColumn::values("95% interval, upper (%)"));
    }
    if has_bases {
        columns.push(DataColumn::values("Base (respondents)"));
    }
    if let Some(wider) = &headings.wider {
        columns.push(DataColumn::values(format!("{wider} ({unit})")));
    }
    if let Some(change) = &headings.change {
        columns.push(DataColumn::values(format!("{change} (percentage points)")));
        columns.push(DataColumn::values(format!("{change}, concerned")));
    }
    if headings.against.is_some() {
        let wider = headings.wider.as_deref().unwrap_or_default();
        columns.push(DataColumn::values(format!("Against the rest of {wider}")));
    }
    if has_cautions {
        columns.push(DataColumn::values("Note"));
    }
    let row = |row: &ConcernRowModel| {
        let mut cells = vec![DataCell::text(row.name.clone()), row.figure()];
        let decimals = Unit::Percent.decimals();
        let or_mark = |value: Option<f64>, decimals: usize| match (value, row.value) {
            (Some(value), _) => DataCell::as_printed(value, decimals),
            (None, Err(reason)) => DataCell::Shorthand(Shorthand::from(reason)),
            (None, Ok(_)) => DataCell::Shorthand(Shorthand::NotAvailable),
        };
        if has_intervals {
            cells.push(or_mark(row.interval.map(|(lower, _)| lower), decimals));
            cells.push(or_mark(row.interval.map(|(_, upper)| upper), decimals));
        }
        if has_bases {
            cells.push(or_mark(row.base, 0));
        }
        if headings.wider.is_some() {
            let wider = row.wider.as_ref();
            let missing = DataCell::Shorthand(Shorthand::NotAvailable);
            cells.push(wider.map_or(missing, WiderModel::figure));
        }
        if headings.change.is_some() {
            cells.push(or_mark(row.points, decimals));
            cells.push(word(row.change));
        }
        if headings.against.is_some() {
            cells.push(word(row.against));
        }
        if has_cautions {
            cells.push(match row.caution {
                Some(caution) => DataCell::text(caution.words()),
                None => DataCell::Empty,
            });
        }
        cells
    };
    DataTable {
        rows: model.rows.iter().map(row).collect(),
        columns,
    }
}

fn word(standing: StandingModel) -> DataCell {
    match standing.word {
        "" => DataCell::Empty,
        word => DataCell::text(word),
    }
}

/// The issues with a value as bars, the wider area's beside them.
fn native(model: &ConcernsModel, theme: &ChartTheme) -> Option<NativeChart> {
    let held: Vec<&ConcernRowModel> = model.rows.iter().filter(|row| row.value.is_ok()).collect();
    let wider = |row: &ConcernRowModel| row.wider.as_ref()?.value.ok();
    let own = held.iter().filter_map(|row| row.value.ok());
    let others = held.iter().filter_map(|row| wider(row));
    let highest = own.chain(others).reduce(f64::max)?;
    let series = |name: &str, place: usize, values: Vec<Option<f64>>| NativeSeries {
        name: name.to_owned(),
        labels: values
            .iter()
            .map(|value| value.map(|value| Unit::Percent.format(value)))
            .collect(),
        values: values
            .into_iter()
            .map(|value| match DataCell::as_printed(value?, 1) {
                DataCell::Number { value, .. } => Some(value),
                _ => None,
            })
            .collect(),
        across: Vec::new(),
        joined: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        colour: theme.category(place).line,
        dash: Dash::Solid,
        width_pt: 0.0,
    };
    let own = held.iter().map(|row| row.value.ok()).collect();
    let mut all = vec![series(&model.headings.here, 0, own)];
    if let Some(name) = &model.headings.wider {
        let values: Vec<Option<f64>> = held.iter().map(|row| wider(row)).collect();
        if values.iter().any(Option::is_some) {
            all.push(series(name, 4, values));
        }
    }
    let (_, upper) = scale::vertical_bounds(Unit::Percent, 0.0, highest);
    Some(NativeChart {
        kind: NativeKind::Bars,
        categories: held.iter().map(|row| row.name.clone()).collect(),
        series: all,
        values: NativeAxis {
            title: Unit::Percent.words().to_owned(),
            unit: Unit::Percent,
            bounds: (0.0, upper.max(0.0)),
        },
        across: None,
    })
}
