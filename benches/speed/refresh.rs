//! Comparing a newer return of a million observations with the one held, against sorting as many numbers.

use std::hint::black_box;
use std::sync::Arc;

use bellwether::analysis::refresh::Comparison;
use bellwether::data::{Source, SourceId};
use criterion::Criterion;

use crate::{project, ratio};

/// The same return with every hundredth value revised, its rows the other way round.
fn newer(held: &Source) -> Arc<Source> {
    let mut newer = held.clone();
    newer.id = SourceId::of_bytes(b"newer");
    newer.observations.reverse();
    for observation in newer.observations.iter_mut().step_by(100) {
        observation.value = observation.value.map(|value| value + 1.0);
    }
    Arc::new(newer)
}

pub fn bench(criterion: &mut Criterion) {
    let held = project::project().sources;
    let incoming = newer(&held[0]);
    let compare = || Comparison::of(&incoming, &held, &[]);
    assert_eq!(
        compare().unchanged.len() + compare().revised.len(),
        1_000_000
    );
    let numbers: Vec<u64> = (0..1_000_000_u64)
        .map(|number| number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
        .collect();
    let sort = || {
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        black_box(sorted.len())
    };
    let mut group = criterion.benchmark_group("refresh");
    group.sample_size(10);
    group.bench_function("compare a million observations", |bencher| {
        bencher.iter(compare);
    });
    group.bench_function("sort a million numbers", |bencher| bencher.iter(sort));
    group.finish();
    ratio::print("compare / sort as many numbers", 5, compare, sort);
}
