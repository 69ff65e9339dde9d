//! A change of any word in the sentence of the sample project, answered on every tab, against a frame at 60 Hz.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use bellwether::analysis::{Catalogue, Comparator, Question, ShownAs, Split, first_question};
use bellwether::project::{ChartKind, Project, View, store};
use criterion::Criterion;

const FRAME_60_HZ: Duration = Duration::from_micros(16_667);

const TABS: [(&str, ChartKind); 9] = [
    ("trend", ChartKind::Trend),
    ("breakdown", ChartKind::Breakdown),
    ("change", ChartKind::Change),
    ("priority cohorts", ChartKind::PriorityCohorts),
    ("cross-tab", ChartKind::CrossTab),
    ("answers", ChartKind::Answers),
    ("districts", ChartKind::Districts),
    ("change table", ChartKind::ChangeTable),
    ("scorecard", ChartKind::Scorecard),
];

fn sample() -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    store::open(&path).unwrap().project
}

/// The questions that one word of a question can be changed to: another measure, split, comparison, way to show
/// it or length of periods.
fn questions(catalogue: &Catalogue) -> Vec<Question> {
    let mut questions = Vec::new();
    for (key, entry) in catalogue.measures() {
        let first = first_question(catalogue, key);
        for dimension in entry.dimensions.keys() {
            questions.push(Question {
                split: Split::Dimensions(vec![dimension.clone()]),
                ..first.clone()
            });
        }
        questions.push(Question {
            split: Split::Areas,
            ..first.clone()
        });
        questions.push(Question {
            comparator: Comparator::Nothing,
            ..first.clone()
        });
        for shown_as in ShownAs::ALL {
            if shown_as.is_offered(catalogue, entry) {
                questions.push(Question {
                    shown_as,
                    ..first.clone()
                });
            }
        }
        for cadence in entry.periods.keys() {
            questions.push(Question {
                cadence: Some(*cadence),
                ..first.clone()
            });
        }
        questions.push(first);
    }
    questions
}

/// How long the answer to a question takes on a tab.
fn answered(tab: ChartKind, view: &View, catalogue: &Catalogue) -> Duration {
    let Some(asked) = view.asked(tab) else {
        return Duration::ZERO;
    };
    let start = Instant::now();
    black_box(asked.answer(catalogue));
    start.elapsed()
}

pub fn bench(criterion: &mut Criterion) {
    let project = sample();
    let catalogue = project.catalogue();
    let questions = questions(&catalogue);
    let view = |question: &Question| View {
        question: Some(question.clone()),
        ..project.view.clone()
    };
    let mut group = criterion.benchmark_group("sentence");
    group.sample_size(20);
    for (name, tab) in TABS {
        let mut next = questions.iter().cycle();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                next.next()
                    .map(|question| answered(tab, &view(question), &catalogue))
            });
        });
    }
    group.finish();
    for (name, tab) in TABS {
        // A catalogue of its own, so that what is worked out once is worked out here.
        let catalogue = project.catalogue();
        let mut times: Vec<Duration> = questions
            .iter()
            .map(|question| answered(tab, &view(question), &catalogue))
            .collect();
        times.sort_unstable();
        let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
        let share = longest.as_secs_f64() / FRAME_60_HZ.as_secs_f64();
        println!(
            "ratio: {name}: longest of {} changes / 60 Hz frame: {share:.2} ({longest:.2?}, in the middle {median:.2?})",
            times.len()
        );
    }
}
