//! Surveys' tables made here, of which it is known who is to be looked at first.

use std::sync::Arc;

use bellwether::analysis::priority::priority;
use bellwether::analysis::{Catalogue, CohortScope, PriorityAnswer, Question};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, Source,
    SourceBuilder, SourceId, Status, Unit,
};

/// A group: its dimension and category (both empty for everybody), its percentages in 2020 and 2021, and its
/// base in each, which is also the effective one.
pub type Group = (&'static str, &'static str, f64, f64, f64);

/// A table of groups in two years.
pub fn table(measure: &str, groups: &[Group]) -> Arc<Source> {
    let mut builder = SourceBuilder::new();
    let measure = builder.measure(Measure::named(measure, Unit::Percent));
    for (row, (dimension, category, then, now, base)) in (4_u32..).zip(groups) {
        let cohort = match (*dimension, category.split_once('&')) {
            ("", _) => Cohort::everyone(),
            (dimension, None) => Cohort::of(dimension, *category),
            (dimensions, Some((one, other))) => {
                let (first, second) = dimensions.split_once('&').unwrap();
                Cohort::of(first, one).and(second, other)
            }
        };
        for (column, (year, value)) in (1_u32..).zip([(2020, *then), (2021, *now)]) {
            let area = Area {
                name: String::from("Nottinghamshire"),
                code: None,
                kind: AreaKind::PoliceForce,
            };
            let observation = Observation {
                measure,
                area: Some(builder.area(area)),
                cohort: builder.cohort(cohort.clone()),
                period: Some(builder.period(Period::year_ending(year, 12).unwrap())),
                value: Some(value),
                unweighted_base: Some(*base),
                effective_base: Some(*base),
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row, column),
                note: None,
            };
            builder.push(observation);
        }
    }
    Arc::new(builder.build(
        SourceId::of_bytes(b"groups"),
        String::from("groups.xlsx"),
        jiff::civil::date(2022, 2, 1),
        vec![String::from("Safety")],
    ))
}

/// Who is to be looked at first in such a table.
pub fn asked(measure: &str, groups: &[Group], scope: CohortScope) -> PriorityAnswer {
    let catalogue = Catalogue::of(&[table(measure, groups)]);
    let key = catalogue.measures().next().unwrap().0.clone();
    priority(&catalogue, &Question::about(key), scope).unwrap()
}

/// The same of feeling safe after dark, single cohorts.
pub fn safety(groups: &[Group]) -> PriorityAnswer {
    asked(
        "Feel safe outside after dark",
        groups,
        CohortScope::default(),
    )
}

/// One group of each class, a low base and one that may not be seen.
pub const OF_EACH: [Group; 10] = [
    ("", "", 60.0, 57.0, 5000.0),
    ("Age", "16-24", 55.0, 40.0, 900.0),
    ("Age", "25-44", 50.0, 49.0, 900.0),
    ("Age", "45-64", 66.0, 59.0, 900.0),
    ("Age", "65+", 58.0, 54.0, 150.0),
    ("Sex", "Female", 55.0, 52.0, 2500.0),
    ("Sex", "Male", 65.0, 62.0, 2500.0),
    ("Disabled", "Yes", 50.0, 41.0, 60.0),
    ("Disabled", "No", 61.0, 60.0, 4000.0),
    ("Carer", "Yes", 44.0, 20.0, 20.0),
];
