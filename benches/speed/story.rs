//! A story of 30 slides as PDF and as PowerPoint against three seconds, and a step from slide to slide of a show
//! against a frame at 60 Hz.

use std::path::Path;
use std::time::{Duration, Instant};

use bellwether::base::progress::Progress;
use bellwether::chart::slide::scaled;
use bellwether::chart::{ChartTheme, Inter};
use bellwether::export::guard::{PublishableSlide, SlideAnswer, slide_answers};
use bellwether::export::story::{Publication, PublishOptions, PublishableStory};
use bellwether::project::story::{Slide, SlideShape, Story};
use bellwether::project::{Project, store};
use bellwether::ui::scene_painter;
use criterion::Criterion;
use egui::{Context, RawInput, Rect, pos2, vec2};

const SLIDES: usize = 30;
const WANTED: Duration = Duration::from_secs(3);
const FRAME_60_HZ: Duration = Duration::from_micros(16_667);

fn sample() -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    store::open(&path).unwrap().project
}

/// The slides of the example's story, over and over.
fn story(project: &Project) -> Story {
    let mut story = Story::named("Thirty slides");
    for slide in project.stories[0].slides.iter().cycle().take(SLIDES) {
        story.push(slide.as_ref().clone());
    }
    story
}

fn context() -> Context {
    let ctx = Context::default();
    bellwether::ui::set_up(&ctx, egui::Theme::Light);
    ctx
}

/// What a step to a slide does: it is laid out where it was not, scaled to the screen, painted and tessellated.
fn step(ctx: &Context, slide: &Slide, answers: &[SlideAnswer]) -> usize {
    let theme = ChartTheme::light();
    let page = (SlideShape::Wide, Some(1));
    let laid_out = PublishableSlide::new(slide, answers, page, &theme, Inter::bundled());
    let scene = scaled(laid_out.scene(), 2.0);
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0))),
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, |ui| {
        scene_painter::paint(ui.painter(), pos2(0.0, 0.0), &scene.nodes);
    });
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

pub fn bench(criterion: &mut Criterion) {
    let project = sample();
    let catalogue = project.catalogue();
    let story = story(&project);
    let folder = tempfile::tempdir().unwrap();
    let publish = |publication: Publication| {
        let options = PublishOptions {
            publication,
            ..PublishOptions::default()
        };
        let progress = Progress::new();
        let laid_out =
            PublishableStory::new(&story, &catalogue, &project.brand, options, &progress).unwrap();
        let path = folder.path().join("story");
        laid_out.write(&path, &progress).unwrap();
    };
    let kinds = [
        ("30 slides to PDF", Publication::Slides),
        ("30 slides to PowerPoint", Publication::Presentation),
    ];
    let mut group = criterion.benchmark_group("story");
    group.sample_size(10);
    for (name, publication) in kinds {
        group.bench_function(name, |bencher| bencher.iter(|| publish(publication)));
    }
    let ctx = context();
    let slides: Vec<(Slide, Vec<SlideAnswer>)> = story
        .slides
        .iter()
        .map(|slide| {
            let slide = slide.resolved(&catalogue);
            let answers = slide_answers(&slide, &catalogue);
            (slide, answers)
        })
        .collect();
    let mut next = slides.iter().cycle();
    group.bench_function("a step to the next slide", |bencher| {
        bencher.iter(|| {
            next.next()
                .map(|(slide, answers)| step(&ctx, slide, answers))
        });
    });
    group.finish();
    for (name, publication) in kinds {
        let mut times: Vec<Duration> = (0..5).map(|_| timed(|| publish(publication))).collect();
        times.sort_unstable();
        tell(name, times[2], "3 s", WANTED);
    }
    let longest = slides
        .iter()
        .map(|(slide, answers)| timed(|| step(&ctx, slide, answers)))
        .max()
        .unwrap();
    tell(
        "longest step to a slide",
        longest,
        "60 Hz frame",
        FRAME_60_HZ,
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

fn tell(what: &str, time: Duration, floor: &str, wanted: Duration) {
    let ratio = time.as_secs_f64() / wanted.as_secs_f64();
    println!("ratio: {what} / {floor}: {ratio:.2} ({time:.2?})");
}
