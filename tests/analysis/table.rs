//! Sources made row by row for the tests.

use std::sync::Arc;

use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};

/// One row of a source.
#[derive(Clone)]
pub struct Row {
    pub measure: &'static str,
    pub unit: Unit,
    pub area: Option<(&'static str, AreaKind)>,
    pub cohort: Cohort,
    pub period: Period,
    pub value: Option<f64>,
    pub base: Option<f64>,
    pub effective_base: Option<f64>,
    pub status: Status,
}

impl Row {
    /// A count of a district in a financial year.
    pub fn count(measure: &'static str, area: &'static str, start_year: i16, value: f64) -> Self {
        Self {
            measure,
            unit: Unit::Count,
            area: Some((area, AreaKind::District)),
            cohort: Cohort::everyone(),
            period: Period::financial_year(start_year).unwrap(),
            value: Some(value),
            base: None,
            effective_base: None,
            status: Status::Ordinary,
        }
    }

    /// A percentage of everybody in the force area in twelve months to December.
    pub fn percent(measure: &'static str, year: i16, value: f64, base: Option<f64>) -> Self {
        Self {
            unit: Unit::Percent,
            area: Some(("Nottinghamshire", AreaKind::PoliceForce)),
            period: Period::year_ending(year, 12).unwrap(),
            base,
            ..Self::count(measure, "", year, value)
        }
    }

    pub fn of(self, dimension: &str, category: &str) -> Self {
        Self {
            cohort: Cohort::of(dimension, category),
            ..self
        }
    }

    pub fn at(self, period: Period) -> Self {
        Self { period, ..self }
    }
}

/// A source of rows, one below the other in column B.
pub fn source(name: &str, rows: &[Row]) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for (index, row) in (0_u32..).zip(rows) {
        let area = row.area.map(|(name, kind)| {
            builder.area(Area {
                name: name.to_owned(),
                code: None,
                kind,
            })
        });
        let observation = Observation {
            measure: builder.measure(Measure::named(row.measure, row.unit)),
            area,
            cohort: builder.cohort(row.cohort.clone()),
            period: Some(builder.period(row.period)),
            value: row.value,
            unweighted_base: row.base,
            effective_base: row.effective_base,
            status: row.status,
            cell: CellRef::new(SheetIndex(0), index, 1),
            note: None,
        };
        builder.push(observation);
    }
    let sheets = vec![String::from("Sheet1")];
    Arc::new(builder.build(
        SourceId::of_bytes(name.as_bytes()),
        name.to_owned(),
        jiff::civil::date(2024, 5, 1),
        sheets,
    ))
}
