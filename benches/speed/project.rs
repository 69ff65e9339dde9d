//! Opening and saving a project of a million observations, against reading and writing the same bytes.

use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, SourceBuilder,
    SourceId, Status, Unit,
};
use bellwether::project::{Project, store};
use criterion::Criterion;

use crate::ratio;

const AREAS: u32 = 1_000;
const MEASURES: u32 = 10;
const PERIODS: u32 = 100;

/// Counts by area, offence and month, with a value in twenty withheld.
pub fn project() -> Project {
    let mut builder = SourceBuilder::new();
    let measures: Vec<u32> = (0..MEASURES)
        .map(|index| builder.measure(Measure::named(format!("Offence {index}"), Unit::Count)))
        .collect();
    let areas: Vec<u32> = (0..AREAS)
        .map(|index| {
            builder.area(Area {
                name: format!("Ward {index}"),
                code: None,
                kind: AreaKind::Ward,
            })
        })
        .collect();
    let cohort = builder.cohort(Cohort::everyone());
    let periods: Vec<u32> = (0..PERIODS)
        .map(|index| {
            let year = 2010 + i16::try_from(index / 12).unwrap();
            builder.period(Period::month(year, i8::try_from(index % 12).unwrap() + 1).unwrap())
        })
        .collect();
    let mut row = 0;
    for area in areas {
        for measure in &measures {
            row += 1;
            for (column, period) in (0_u32..).zip(&periods) {
                let value = (row * 37 + column * 11) % 1009;
                let is_withheld = value % 20 == 0;
                builder.push(Observation {
                    measure: *measure,
                    area: Some(area),
                    cohort,
                    period: Some(*period),
                    value: (!is_withheld).then_some(f64::from(value)),
                    unweighted_base: None,
                    effective_base: None,
                    status: if is_withheld {
                        Status::Suppressed
                    } else {
                        Status::Ordinary
                    },
                    cell: CellRef::new(SheetIndex(0), row, column + 2),
                    note: None,
                });
            }
        }
    }
    let id = SourceId::of_bytes(b"bench");
    let sheets = vec![String::from("Data")];
    let source = builder.build(
        id,
        String::from("large.xlsx"),
        jiff::civil::date(2026, 1, 1),
        sheets,
    );
    Project {
        name: String::from("Large"),
        sources: vec![source.into()],
        ..Project::default()
    }
}

pub fn bench(criterion: &mut Criterion) {
    let project = project();
    assert_eq!(project.observation_count(), 1_000_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.bellwether");
    let copy = folder.path().join("copy");
    store::save(&path, &project).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    println!("a million observations: {} MB", bytes.len() >> 20);
    let write_floor = || {
        let mut file = std::fs::File::create(&copy).unwrap();
        std::io::Write::write_all(&mut file, &bytes).unwrap();
        file.sync_all().unwrap();
    };
    let read_floor = || {
        String::from_utf8(std::fs::read(&path).unwrap())
            .unwrap()
            .len()
    };
    let mut group = criterion.benchmark_group("project");
    group.sample_size(10);
    group.bench_function("open", |bencher| {
        bencher.iter(|| store::open(&path).unwrap());
    });
    group.bench_function("read the bytes", |bencher| bencher.iter(read_floor));
    group.bench_function("save", |bencher| {
        bencher.iter(|| store::save(&path, &project).unwrap());
    });
    group.bench_function("write the bytes", |bencher| bencher.iter(write_floor));
    group.finish();
    ratio::print(
        "open / read the bytes",
        5,
        || store::open(&path).unwrap(),
        read_floor,
    );
    ratio::print(
        "save / write the bytes",
        5,
        || store::save(&path, &project).unwrap(),
        write_floor,
    );
}
