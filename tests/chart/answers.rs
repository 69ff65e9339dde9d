//! Answers built by code, for the tests and for the gallery: the figures of the mockups, and the cases
//! that charts must survive.

use std::sync::Arc;

use bellwether::analysis::ShownAs;
use bellwether::analysis::breaks;
use bellwether::analysis::cadence::Cadence;
use bellwether::analysis::change::adjust_family;
use bellwether::analysis::estimate::Precision;
use bellwether::analysis::trend::PeriodChange;
use bellwether::analysis::{
    Change, Estimate, Interval, MeasureKey, Outcome, Provenance, SeriesKey, SeriesRole,
    TrendAnswer, TrendPoint, TrendSeries,
};
use bellwether::data::{
    CellRef, Cohort, Measure, Period, SheetIndex, Source, SourceBuilder, SourceId, Status, Unit,
};
use bellwether::stats::base_policy::BasePolicy;
use bellwether::stats::proportions::{Sample, Z_95, wilson_interval};

/// What a cell of a line holds.
#[derive(Clone, Copy, Debug)]
pub enum Cell {
    /// A value, with its base.
    Value(f64, Option<f64>),
    /// A value with a status, with its base.
    Marked(f64, Option<f64>, Status),
    /// No value, and why.
    Missing(Status),
    /// No cell.
    Nothing,
}

/// Puts an answer together.
#[derive(Debug)]
pub struct Builder {
    measure: Measure,
    place: String,
    periods: Vec<Period>,
    source: Arc<Source>,
    series: Vec<TrendSeries>,
}

impl Builder {
    /// An answer without lines.
    pub fn new(name: &str, unit: Unit, place: &str, periods: Vec<Period>) -> Self {
        let mut source = SourceBuilder::new().build(
            SourceId::of_bytes(name.as_bytes()),
            String::from("PCS survey Q3 21-22.xlsx"),
            jiff::civil::date(2022, 2, 14),
            vec![String::from("Table P1")],
        );
        source.is_illustrative = true;
        Self {
            measure: Measure::named(name, unit),
            place: place.to_owned(),
            periods,
            source: Arc::new(source),
            series: Vec::new(),
        }
    }

    /// Another file name for the source.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        let mut source = Source::clone(&self.source);
        name.clone_into(&mut source.file_name);
        self.source = Arc::new(source);
        self
    }

    /// A line for a group of people.
    #[must_use]
    pub fn cohort(self, dimension: &str, label: &str, cells: &[Cell]) -> Self {
        let key = SeriesKey {
            area: self.place.clone(),
            cohort: Cohort::of(dimension, label),
        };
        self.line(key, label, SeriesRole::Asked, cells)
    }

    /// A line for a place.
    #[must_use]
    pub fn area(self, label: &str, cells: &[Cell]) -> Self {
        let key = SeriesKey {
            area: label.to_owned(),
            cohort: Cohort::everyone(),
        };
        self.line(key, label, SeriesRole::Asked, cells)
    }

    /// The line to compare with.
    #[must_use]
    pub fn comparator(self, label: &str, cells: &[Cell]) -> Self {
        let key = SeriesKey {
            area: self.place.clone(),
            cohort: Cohort::everyone(),
        };
        self.line(key, label, SeriesRole::Comparator, cells)
    }

    fn line(mut self, key: SeriesKey, label: &str, role: SeriesRole, cells: &[Cell]) -> Self {
        let column = u32::try_from(self.series.len()).unwrap() + 1;
        let points: Vec<Option<TrendPoint>> = cells
            .iter()
            .enumerate()
            .map(|(row, cell)| {
                let cell_ref = CellRef::new(SheetIndex(0), u32::try_from(row).unwrap() + 4, column);
                self.point(*cell, cell_ref)
            })
            .collect();
        let change = self.change(&points);
        self.series.push(TrendSeries {
            key,
            label: label.to_owned(),
            role,
            breaks: breaks::marked(&self.periods, &points),
            not_comparable: None,
            points,
            change,
        });
        self
    }

    fn point(&self, cell: Cell, cell_ref: CellRef) -> Option<TrendPoint> {
        let provenance = Provenance {
            source: Arc::clone(&self.source),
            cells: vec![cell_ref],
        };
        let (value, base, status) = match cell {
            Cell::Nothing => return None,
            Cell::Missing(status) => {
                return Some(TrendPoint::new(Outcome::Missing { status, provenance }));
            }
            Cell::Value(value, base) => (value, base, Status::Ordinary),
            Cell::Marked(value, base, status) => (value, base, status),
        };
        let is_count = self.measure.unit == Unit::Count;
        // The effective base of the mockup: 437 of 503.
        let effective_base = base.map(|base| base * 437.0 / 503.0);
        let interval = effective_base
            .filter(|_| self.measure.unit == Unit::Percent)
            .and_then(|effective_base| {
                let share = value / 100.0;
                wilson_interval(
                    Sample {
                        share,
                        effective_base,
                    },
                    Z_95,
                )
            })
            .map(|(lower, upper)| Interval {
                lower: 100.0 * lower,
                upper: 100.0 * upper,
            });
        Some(TrendPoint::new(Outcome::Given(Estimate {
            value,
            interval,
            unweighted_base: base,
            effective_base,
            precision: match base {
                _ if is_count => Precision::Count,
                Some(_) => Precision::EffectiveBaseGiven,
                None => Precision::Unknown,
            },
            base_policy: BasePolicy::DEFAULT,
            status,
            note: None,
            provenance,
        })))
    }

    /// The latest value against the one a year earlier, or against the first.
    fn change(&self, points: &[Option<TrendPoint>]) -> Option<PeriodChange> {
        let given: Vec<(Period, &Estimate)> = points
            .iter()
            .zip(&self.periods)
            .filter_map(|(held, period)| Some((*period, held.as_ref()?.outcome.estimate()?)))
            .collect();
        let (to_period, to) = *given.last()?;
        let year_before = to_period.previous_year();
        let (from_period, from) = *given
            .iter()
            .find(|(period, _)| Some(*period) == year_before)
            .or(given.first())?;
        if from_period == to_period {
            return None;
        }
        let days = (f64::from(from_period.days()), f64::from(to_period.days()));
        Some(PeriodChange {
            from: from_period,
            to: to_period,
            change: Change::between(self.measure.unit, from, to, days),
        })
    }

    /// The answer.
    pub fn build(mut self) -> TrendAnswer {
        let asked = self
            .series
            .iter_mut()
            .filter(|line| line.role == SeriesRole::Asked);
        adjust_family(asked.filter_map(|line| Some(&mut line.change.as_mut()?.change)));
        TrendAnswer {
            key: MeasureKey::of(&self.measure),
            measure: self.measure,
            place: self.place,
            people: None,
            cadence: self.periods.first().map(Cadence::of),
            periods: self.periods,
            series: self.series,
            targets: Vec::new(),
            shown_as: ShownAs::AsGiven,
            notes: Vec::new(),
        }
    }
}

/// Values with one base.
pub fn values(values: &[f64], base: f64) -> Vec<Cell> {
    values
        .iter()
        .map(|value| Cell::Value(*value, Some(base)))
        .collect()
}

/// Values without a base.
pub fn plain(values: &[f64]) -> Vec<Cell> {
    values
        .iter()
        .map(|value| Cell::Value(*value, None))
        .collect()
}

/// Rolling years, quarter by quarter.
pub fn quarters(first_year: i16, count: i16) -> Vec<Period> {
    (0..count)
        .map(|index| {
            let month = i8::try_from((index % 4 + 1) * 3).unwrap();
            Period::year_ending(first_year + index / 4, month).unwrap()
        })
        .collect()
}

/// Months in a row.
pub fn months(first_year: i16, count: i16) -> Vec<Period> {
    (0..count)
        .map(|index| {
            let month = i8::try_from(index % 12 + 1).unwrap();
            Period::month(first_year + index / 12, month).unwrap()
        })
        .collect()
}

/// Financial years in a row.
pub fn financial_years(first: i16, count: i16) -> Vec<Period> {
    (0..count)
        .map(|index| Period::financial_year(first + index).unwrap())
        .collect()
}

const AFTER_DARK: &str = "Feel safe outside after dark";

/// The chart of the first mockup.
pub fn feeling_safe() -> TrendAnswer {
    Builder::new(
        AFTER_DARK,
        Unit::Percent,
        "Nottinghamshire",
        quarters(2020, 8),
    )
    .cohort(
        "Age",
        "16–24",
        &values(&[58.1, 59.0, 60.3, 61.0, 57.9, 53.2, 49.7, 46.4], 503.0),
    )
    .cohort(
        "Sex",
        "Men",
        &values(&[69.2, 70.1, 70.6, 71.2, 70.7, 69.7, 68.4, 67.0], 2105.0),
    )
    .cohort(
        "Sex",
        "Women",
        &values(&[53.0, 53.8, 54.6, 55.3, 53.6, 50.9, 48.6, 46.9], 2289.0),
    )
    .comparator(
        "All respondents",
        &values(&[60.9, 61.8, 62.4, 63.1, 62.0, 60.1, 58.3, 56.8], 4412.0),
    )
    .build()
}

/// Recorded crime: three years of one area.
pub fn recorded_crime() -> TrendAnswer {
    Builder::new(
        "All recorded crime",
        Unit::Count,
        "Ashfield",
        financial_years(2018, 4),
    )
    .in_file("Police return Sep 22.xlsx")
    .area("Ashfield", &plain(&[10_040.0, 10_318.0, 9_755.0, 10_860.0]))
    .build()
}

/// Districts of which one has a base too small and one is withheld by its source.
pub fn district_gaps() -> TrendAnswer {
    let builder = Builder::new(
        "Feel safe after dark",
        Unit::Percent,
        "Nottinghamshire",
        quarters(2020, 2),
    );
    let small = [Cell::Value(77.7, Some(22.0)), Cell::Value(78.8, Some(21.0))];
    let withheld = [Cell::Missing(Status::Suppressed); 2];
    builder
        .area("Ashfield", &values(&[58.0, 57.0], 500.0))
        .area("Bassetlaw", &small)
        .area("Broxtowe", &withheld)
        .area("Mansfield", &values(&[61.0, 52.0], 500.0))
        .build()
}

/// Eight districts, with names of every length.
pub fn districts() -> TrendAnswer {
    let rows: [(&str, [f64; 5]); 8] = [
        ("Rushcliffe", [69.5, 69.4, 69.2, 70.1, 69.8]),
        ("Gedling", [66.3, 65.0, 64.2, 63.2, 63.0]),
        ("Broxtowe", [65.2, 65.0, 63.3, 63.1, 62.4]),
        ("Newark and Sherwood", [64.7, 63.2, 62.1, 60.9, 60.1]),
        ("Bassetlaw", [64.6, 63.9, 62.0, 60.2, 58.7]),
        ("Ashfield", [59.8, 58.6, 57.4, 56.6, 56.1]),
        ("Mansfield", [60.8, 59.0, 57.1, 55.0, 54.0]),
        ("Nottingham", [61.1, 58.9, 56.3, 53.9, 52.3]),
    ];
    let mut builder = Builder::new(
        AFTER_DARK,
        Unit::Percent,
        "Nottinghamshire",
        quarters(2020, 5),
    );
    for (name, row) in rows {
        builder = builder.area(name, &values(&row, 800.0));
    }
    builder
        .comparator(
            "Force area",
            &values(&[63.1, 62.0, 60.1, 58.3, 56.8], 4412.0),
        )
        .build()
}

/// Small bases, suppressed cells, values to come, provisional ones, a break in series.
pub fn gaps() -> TrendAnswer {
    use Cell::{Marked, Missing, Value};
    let small = [
        Value(41.0, Some(64.0)),
        Value(38.5, Some(58.0)),
        Value(77.7, Some(22.0)),
        Value(44.0, Some(71.0)),
        Missing(Status::Suppressed),
        Value(47.5, Some(120.0)),
        Value(49.0, Some(133.0)),
        Marked(50.5, Some(128.0), Status::Provisional),
    ];
    let large = [
        Value(58.0, Some(900.0)),
        Value(59.5, Some(910.0)),
        Value(58.8, Some(905.0)),
        Value(60.2, Some(915.0)),
        Marked(55.1, Some(940.0), Status::Break),
        Value(55.9, Some(930.0)),
        Value(56.4, Some(921.0)),
        Missing(Status::AwaitingData),
    ];
    Builder::new(
        "Victims satisfied with the police",
        Unit::Percent,
        "Bassetlaw",
        quarters(2021, 8),
    )
    .cohort("Crime", "Victims of hate crime", &small)
    .cohort("Crime", "Victims of all crime", &large)
    .build()
}

/// Twenty-four wards over ten years of months.
pub fn many() -> TrendAnswer {
    let mut builder = Builder::new(
        "Anti-social behaviour incidents",
        Unit::Count,
        "Nottinghamshire",
        months(2013, 120),
    );
    for ward in 0..24_i32 {
        let row: Vec<f64> = (0..120)
            .map(|month| {
                let season = (f64::from(month) * 0.524).sin();
                let wobble = f64::from((month * 37 + ward * 101) % 29) - 14.0;
                (60.0 + 14.0 * f64::from(ward) + 22.0 * season + wobble)
                    .round()
                    .max(0.0)
            })
            .collect();
        builder = builder.area(&format!("Ward {} St Mary’s", ward + 1), &plain(&row));
    }
    builder.build()
}

/// Names as long as they come, with letters from the ends of the alphabet.
pub fn long_names() -> TrendAnswer {
    Builder::new(
        "Agree that the police and the council are dealing with the anti-social behaviour and crime issues that matter in this area",
        Unit::Percent,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        financial_years(2016, 6),
    )
    .cohort("Language", "Siaradwyr Cymraeg sy’n byw yn Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", &values(&[41.0, 42.5, 44.0, 44.2, 43.9, 45.0], 220.0))
    .cohort("Language", "Mieszkańcy mówiący po polsku, którzy przyjechali w ciągu ostatnich pięciu lat", &values(&[40.0, 43.5, 43.0, 44.9, 44.1, 44.8], 140.0))
    .cohort("Language", "Gŵyr ŷ ẁ Łódź Żółć", &values(&[50.0, 47.5, 46.0, 45.9, 45.1, 44.9], 140.0))
    .comparator("All respondents of the partnership area as a whole", &values(&[45.0, 45.2, 45.1, 45.0, 44.9, 44.9], 2400.0))
    .build()
}

/// One period only.
pub fn one_point() -> TrendAnswer {
    Builder::new(
        "Confidence in the police",
        Unit::Percent,
        "Ashfield",
        quarters(2021, 1),
    )
    .area("Ashfield", &values(&[57.6], 587.0))
    .build()
}

/// Lines without a value.
pub fn nothing() -> TrendAnswer {
    Builder::new(
        "Fly-tipping incidents",
        Unit::Count,
        "Mansfield",
        financial_years(2019, 4),
    )
    .area("Mansfield", &[Cell::Missing(Status::AwaitingData); 4])
    .area("Ashfield", &[Cell::Nothing; 4])
    .build()
}

/// No line at all.
pub fn no_lines() -> TrendAnswer {
    Builder::new(
        "Fly-tipping incidents",
        Unit::Count,
        "Mansfield",
        financial_years(2019, 4),
    )
    .build()
}

/// Every value the same.
pub fn all_equal() -> TrendAnswer {
    Builder::new("Robbery", Unit::Count, "Ashfield", financial_years(2017, 5))
        .area("Ashfield", &plain(&[86.0; 5]))
        .area("Mansfield", &plain(&[86.0; 5]))
        .build()
}

/// Changes around nought.
pub fn around_nought() -> TrendAnswer {
    Builder::new(
        "Net satisfaction",
        Unit::PercentagePoints,
        "Nottingham",
        financial_years(2015, 7),
    )
    .area(
        "Nottingham",
        &plain(&[6.5, 3.2, -1.0, -4.5, -2.2, 0.4, 1.8]),
    )
    .area("County", &plain(&[8.1, 7.7, 6.9, 4.4, 4.0, 3.2, 5.1]))
    .build()
}

/// Recorded crime of which two years were revised, one of them provisional still, and the latest.
pub fn revised() -> TrendAnswer {
    let mut answer = Builder::new(
        "All recorded crime",
        Unit::Count,
        "Ashfield",
        financial_years(2016, 6),
    )
    .in_file("Police return Sep 22.xlsx")
    .area(
        "Ashfield",
        &[
            Cell::Value(9_480.0, None),
            Cell::Value(9_905.0, None),
            Cell::Value(10_040.0, None),
            Cell::Marked(10_318.0, None, Status::Provisional),
            Cell::Value(9_755.0, None),
            Cell::Value(10_860.0, None),
        ],
    )
    .area(
        "Mansfield",
        &plain(&[8_900.0, 8_700.0, 9_000.0, 9_100.0, 8_500.0, 8_950.0]),
    )
    .build();
    for (line, period, before) in [
        (0, 1, 9_610.0),
        (0, 3, 10_290.0),
        (0, 5, 10_433.0),
        (1, 2, 8_640.0),
    ] {
        let point = answer.series[line].points[period].as_mut().unwrap();
        revise(point, before, "Police return Jun 22.xlsx");
    }
    answer
}

/// Gives a point an earlier value, first published in another file.
pub fn revise(point: &mut TrendPoint, before: f64, file: &str) {
    let current = point.outcome.estimate().unwrap().clone();
    let mut source = Source::clone(&current.provenance.source);
    source.id = SourceId::of_bytes(file.as_bytes());
    file.clone_into(&mut source.file_name);
    let earlier = Estimate {
        value: before,
        provenance: Provenance {
            source: Arc::new(source),
            cells: current.provenance.cells.clone(),
        },
        ..current.clone()
    };
    point.vintages = vec![earlier, current];
}
