//! A small survey, made for the interface tests.

use std::sync::Arc;

use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};
use bellwether::project::Project;

/// Two measures of six years by sex, and counts of two districts; one point suppressed, one base tiny.
pub fn project() -> Project {
    Project {
        name: String::from("Panel papers"),
        sources: vec![survey(), counts()],
        ..Project::default()
    }
}

fn survey() -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    let groups = [("", 0.0), ("Female", -8.0), ("Male", 8.0)];
    for (sheet, measure) in ["Feel safe outside after dark", "Confidence in the police"]
        .into_iter()
        .enumerate()
    {
        for (row, (group, offset)) in (0_u32..).zip(groups) {
            for year in 0..6_u32 {
                let is_withheld = group == "Male" && year == 1;
                let area = Area {
                    name: String::from("Nottinghamshire"),
                    code: None,
                    kind: AreaKind::PoliceForce,
                };
                let observation = Observation {
                    measure: builder.measure(Measure::named(measure, Unit::Percent)),
                    area: Some(builder.area(area)),
                    cohort: builder.cohort(if group.is_empty() {
                        Cohort::everyone()
                    } else {
                        Cohort::of("Sex", group)
                    }),
                    period: Some(builder.period(
                        Period::year_ending(2016 + i16::try_from(year).unwrap(), 12).unwrap(),
                    )),
                    value: (!is_withheld).then(|| 70.0 + offset - 3.0 * f64::from(year)),
                    unweighted_base: Some(if group == "Female" && year == 2 {
                        12.0
                    } else {
                        2000.0
                    }),
                    effective_base: None,
                    status: if is_withheld {
                        Status::Suppressed
                    } else {
                        Status::Ordinary
                    },
                    cell: CellRef::new(
                        SheetIndex(u16::try_from(sheet).unwrap()),
                        row + 3,
                        year + 1,
                    ),
                    note: None,
                };
                builder.push(observation);
            }
        }
    }
    let sheets = vec![String::from("Safety"), String::from("Confidence")];
    let mut source = builder.build(
        SourceId::of_bytes(b"survey"),
        String::from("survey.xlsx"),
        jiff::civil::date(2024, 1, 9),
        sheets,
    );
    source.is_illustrative = true;
    Arc::new(source)
}

/// The project with the last burglaries of Ashfield counted otherwise.
pub fn burglary_revised(project: &Project) -> Project {
    let mut revised = project.clone();
    revised.sources = vec![survey(), counted(11.0)];
    revised
}

fn counts() -> Arc<Source> {
    counted(0.0)
}

/// Burglaries; so many more in the last year of Ashfield.
fn counted(more: f64) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    for (row, (district, count)) in (0_u32..).zip([("Ashfield", 900.0), ("Mansfield", 700.0)]) {
        for year in 0..4_u32 {
            let area = Area {
                name: district.to_owned(),
                code: None,
                kind: AreaKind::District,
            };
            let observation = Observation {
                measure: builder.measure(Measure::named("Burglary", Unit::Count)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::everyone()),
                period: Some(
                    builder.period(
                        Period::financial_year(2018 + i16::try_from(year).unwrap()).unwrap(),
                    ),
                ),
                value: Some(
                    count + 60.0 * f64::from(year) + if row == 0 && year == 3 { more } else { 0.0 },
                ),
                unweighted_base: None,
                effective_base: None,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row + 1, year + 1),
                note: None,
            };
            builder.push(observation);
        }
    }
    let mut source = builder.build(
        SourceId::of_bytes(b"counts"),
        String::from("police return.xlsx"),
        jiff::civil::date(2024, 1, 9),
        vec![String::from("Table 3")],
    );
    source.open_findings = 2;
    Arc::new(source)
}

/// One workbook with this many measures, each of two years of two districts.
pub fn many_measures(count: u32) -> Project {
    let mut builder = SourceBuilder::new();
    for index in 0..count {
        for (row, district) in (0_u32..).zip(["Ashfield", "Mansfield"]) {
            for year in 0..2_u32 {
                let area = Area {
                    name: district.to_owned(),
                    code: None,
                    kind: AreaKind::District,
                };
                let name = format!("Measure number {index:03}");
                let start = 2018 + i16::try_from(year).unwrap();
                let observation = Observation {
                    measure: builder.measure(Measure::named(&name, Unit::Count)),
                    area: Some(builder.area(area)),
                    cohort: builder.cohort(Cohort::everyone()),
                    period: Some(builder.period(Period::financial_year(start).unwrap())),
                    value: Some(f64::from(100 + index + year)),
                    unweighted_base: None,
                    effective_base: None,
                    status: Status::Ordinary,
                    cell: CellRef::new(SheetIndex(0), 2 * index + row, year + 1),
                    note: None,
                };
                builder.push(observation);
            }
        }
    }
    let source = builder.build(
        SourceId::of_bytes(b"many"),
        String::from("many.xlsx"),
        jiff::civil::date(2024, 1, 9),
        vec![String::from("All")],
    );
    Project {
        name: String::from("Many"),
        sources: vec![Arc::new(source)],
        ..Project::default()
    }
}

/// Two workbooks that call the same counts by two names, in years that overlap by one.
pub fn two_names() -> Project {
    let counts = |file: &str, measure: &str, first_year: i16| {
        let mut builder = SourceBuilder::new();
        for year in 0..3_i16 {
            let area = Area {
                name: String::from("Ashfield"),
                code: None,
                kind: AreaKind::District,
            };
            let start = first_year + year;
            let observation = Observation {
                measure: builder.measure(Measure::named(measure, Unit::Count)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::of("Sex", "Female")),
                period: Some(builder.period(Period::financial_year(start).unwrap())),
                value: Some(f64::from(start)),
                unweighted_base: None,
                effective_base: None,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), 1, u32::try_from(year).unwrap() + 1),
                note: None,
            };
            builder.push(observation);
        }
        Arc::new(builder.build(
            SourceId::of_bytes(file.as_bytes()),
            file.to_owned(),
            jiff::civil::date(2024, 1, 9),
            vec![String::from("Table 3")],
        ))
    };
    Project {
        name: String::from("Two names"),
        sources: vec![
            counts("old return.xlsx", "All Crime", 2017),
            counts("new return.xlsx", "Total recorded crime", 2019),
        ],
        ..Project::default()
    }
}
