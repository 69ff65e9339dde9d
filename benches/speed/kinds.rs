//! The layout of every kind of chart with two dozen series, against two milliseconds.

use std::time::{Duration, Instant};

use bellwether::chart::{ChartSize, ChartTheme, Inter};
use bellwether::export::Publishable;
use criterion::Criterion;

use crate::gallery_cases;

const WANTED: Duration = Duration::from_millis(2);
const ROUNDS: usize = 25;

pub fn bench(criterion: &mut Criterion) {
    let cases = gallery_cases::cases();
    let case = cases.iter().find(|case| case.name == "two-dozen").unwrap();
    let mut group = criterion.benchmark_group("kinds");
    let theme = ChartTheme::light();
    let mut told = Vec::new();
    for drawing in gallery_cases::drawings() {
        let Some((answer, view)) = case.answer(&drawing) else {
            continue;
        };
        let lay_out =
            || Publishable::new(&answer, &view, ChartSize::CARD, &theme, Inter::bundled()).unwrap();
        group.bench_function(drawing.name, |bencher| bencher.iter(lay_out));
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(lay_out());
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        told.push((drawing.name, times[ROUNDS / 2]));
    }
    group.finish();
    let series = case.words;
    for (name, time) in told {
        let ratio = time.as_secs_f64() / WANTED.as_secs_f64();
        println!("ratio: layout of {name}, {series} / 2 ms: {ratio:.2} ({time:.2?})");
    }
}
