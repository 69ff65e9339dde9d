//! Projects made for the tests.

use std::sync::Arc;

use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::project::Project;

/// A workbook of `rows` areas by four quarters, with gaps, statuses, notes and awkward numbers.
pub fn source(name: &str, rows: u32) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    let awkward = [
        0.1 + 0.2,
        -0.0,
        1e-300,
        123_456_789.123_456_78,
        56.8,
        0.0,
        1e21,
    ];
    for row in 0..rows {
        for quarter in 0..4_u32 {
            let status = match (row + quarter) % 5 {
                0 => Status::Suppressed,
                1 => Status::Provisional,
                _ => Status::Ordinary,
            };
            let value = (status != Status::Suppressed)
                .then(|| awkward[(row + quarter) as usize % awkward.len()]);
            let observation = Observation {
                measure: builder.measure(Measure::named(
                    format!("Feel safe \"after dark\" {}", row % 3),
                    Unit::Percent,
                )),
                area: (row % 7 != 0).then(|| {
                    builder.area(Area {
                        name: format!("Area {row}"),
                        code: None,
                        kind: AreaKind::District,
                    })
                }),
                cohort: builder.cohort(if row % 2 == 0 {
                    Cohort::everyone()
                } else {
                    Cohort::of("Sex", "Female")
                }),
                period: (row % 11 != 3).then(|| {
                    builder.period(
                        Period::financial_quarter(2021, i8::try_from(quarter).unwrap() + 1)
                            .unwrap(),
                    )
                }),
                value,
                unweighted_base: (quarter > 0).then_some(f64::from(row) + 0.5),
                effective_base: (quarter > 2).then_some(f64::from(row) / 1.5),
                status,
                cell: CellRef::new(SheetIndex(u16::from(row % 2 == 1)), row + 4, quarter + 2),
                note: (row % 4 == 0).then(|| builder.note(format!("See note {row}\non two lines"))),
            };
            builder.push(observation);
        }
    }
    let mut source = builder.build(
        SourceId::of_bytes(name.as_bytes()),
        name.to_owned(),
        jiff::civil::date(2026, 11, 20),
        vec![String::from("Table 1"), String::from("Łódź & co ")],
    );
    source.title = String::from("A title");
    source.publisher = Some(String::from("A publisher"));
    source.open_findings = 2;
    Arc::new(source)
}

/// A project of two workbooks.
pub fn project() -> Project {
    Project {
        name: String::from("Ashfield “Q2” \\ 2021/22"),
        sources: vec![source("first.xlsx", 30), source("second.csv", 9)],
        ..Project::default()
    }
}
