//! A frame of a chart with 24 lines of 120 months: laid out and painted, against a frame at 60 Hz and
//! against `egui_plot` drawing the same lines in its own way.

use std::time::Duration;

use bellwether::analysis::estimate::Precision;
use bellwether::analysis::{
    Estimate, MeasureKey, Outcome, Provenance, SeriesKey, SeriesRole, TrendAnswer, TrendPoint,
    TrendSeries,
};
use bellwether::chart::{ChartSize, ChartTheme, Inter, Scene, TrendModel, Viewport, layout};
use bellwether::data::{Cohort, Measure, Period, SourceBuilder, SourceId, Status, Unit};
use bellwether::project::TrendSpec;
use bellwether::ui::scene_painter;
use criterion::Criterion;
use egui::{Context, RawInput, Rect, pos2, vec2};

use crate::ratio;

const LINES: u32 = 24;
const MONTHS: u32 = 120;
const FRAME_60_HZ: Duration = Duration::from_micros(16_667);

fn value(line: u32, month: u32) -> f64 {
    let wave = (f64::from(month) / 6.0 + f64::from(line)).sin();
    100.0 + 40.0 * f64::from(line) + 30.0 * wave
}

fn answer() -> TrendAnswer {
    let mut builder = SourceBuilder::new();
    let measure = Measure::named("Burglary", Unit::Count);
    builder.measure(measure.clone());
    let source = builder.build(
        SourceId::of_bytes(b"x"),
        String::from("x.xlsx"),
        jiff::civil::date(2026, 1, 1),
        vec![],
    );
    let provenance = Provenance {
        source: source.into(),
        cells: Vec::new(),
    };
    let periods: Vec<Period> = (0..MONTHS)
        .map(|index| {
            let year = 2014 + i16::try_from(index / 12).unwrap();
            Period::month(year, i8::try_from(index % 12).unwrap() + 1).unwrap()
        })
        .collect();
    let series = (0..LINES).map(|line| TrendSeries {
        key: SeriesKey {
            area: format!("District number {line}"),
            cohort: Cohort::everyone(),
        },
        label: format!("District number {line}"),
        role: SeriesRole::Asked,
        points: (0..MONTHS)
            .map(|month| {
                let estimate = Estimate {
                    value: value(line, month),
                    interval: None,
                    unweighted_base: None,
                    effective_base: None,
                    precision: Precision::Unknown,
                    base_policy: bellwether::stats::base_policy::BasePolicy::DEFAULT,
                    status: Status::Ordinary,
                    note: None,
                    provenance: provenance.clone(),
                };
                Some(TrendPoint::new(Outcome::Given(estimate)))
            })
            .collect(),
        change: None,
        breaks: Vec::new(),
        not_comparable: None,
    });
    TrendAnswer {
        key: MeasureKey::of(&measure),
        measure,
        place: String::new(),
        people: None,
        cadence: None,
        periods,
        shown_as: bellwether::analysis::ShownAs::AsGiven,
        notes: Vec::new(),
        series: series.collect(),
        targets: Vec::new(),
    }
}

fn context() -> Context {
    let ctx = Context::default();
    bellwether::ui::set_up(&ctx, egui::Theme::Light);
    ctx
}

/// Runs one frame and tessellates it; how many triangles there are.
fn frame(ctx: &Context, content: impl FnMut(&mut egui::Ui)) -> usize {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, content);
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    primitives
        .iter()
        .map(|primitive| match &primitive.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
            egui::epaint::Primitive::Callback(_) => 0,
        })
        .sum()
}

/// The whole of what a frame does for a chart that is being panned: layout, painting, tessellation.
fn panned(ctx: &Context, model: &TrendModel, step: f64) -> usize {
    let full = model.full_viewport();
    let viewport = Viewport {
        x: (full.x.0 + step, full.x.1 + step),
        y: full.y,
    };
    let scene: Scene = layout(
        model,
        ChartSize::new(846.0, 590.0),
        &ChartTheme::light(),
        Some(viewport),
        Inter::bundled(),
    );
    frame(ctx, |ui| {
        scene_painter::paint(ui.painter(), pos2(20.0, 20.0), &scene.nodes);
    })
}

fn plain_egui_plot(ctx: &Context) -> usize {
    frame(ctx, |ui| {
        egui_plot::Plot::new("peer")
            .width(846.0)
            .height(590.0)
            .show(ui, |plot| {
                for line in 0..LINES {
                    let points: Vec<[f64; 2]> = (0..MONTHS)
                        .map(|month| [f64::from(month), value(line, month)])
                        .collect();
                    plot.line(egui_plot::Line::new(format!("line {line}"), points));
                }
            });
    })
}

pub fn bench(criterion: &mut Criterion) {
    let model = TrendModel::new(&answer(), &TrendSpec::default());
    let (ours, peer) = (context(), context());
    // Fonts are rasterised in the first frames.
    for _ in 0..3 {
        assert!(panned(&ours, &model, 0.0) > 1000);
        assert!(plain_egui_plot(&peer) > 1000);
    }
    let mut step = 0.0;
    let mut next = move || {
        step = if step > 12.0 { 0.0 } else { step + 0.25 };
        step
    };
    let mut group = criterion.benchmark_group("frame");
    group.bench_function("layout and painting", |bencher| {
        bencher.iter(|| panned(&ours, &model, next()));
    });
    group.bench_function("layout alone", |bencher| {
        bencher.iter(|| {
            layout(
                &model,
                ChartSize::new(846.0, 590.0),
                &ChartTheme::light(),
                None,
                Inter::bundled(),
            )
        });
    });
    group.bench_function("egui_plot alone", |bencher| {
        bencher.iter(|| plain_egui_plot(&peer));
    });
    group.finish();
    ratio::print(
        "frame / egui_plot alone",
        50,
        || panned(&ours, &model, 1.0),
        || plain_egui_plot(&peer),
    );
    let start = std::time::Instant::now();
    for _ in 0..100 {
        panned(&ours, &model, 1.0);
    }
    let share = start.elapsed().as_secs_f64() / 100.0 / FRAME_60_HZ.as_secs_f64();
    println!("ratio: frame / 60 Hz frame: {share:.2}");
}
