//! A frame of the import screen over a sheet of a million rows, against a frame at 60 Hz; and a partner's
//! workbook of under a megabyte, read and shown, against `calamine` reading its cells.

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::OpenedFile;
use bellwether::import::decisions::Decisions;
use bellwether::project::Project;
use bellwether::ui::action::Actions;
use bellwether::ui::import::{CheckedReading, ImportDraft, ImportState, import_ui};
use calamine::{Reader, Xlsx};
use criterion::Criterion;
use egui::{Context, RawInput, Rect, pos2, vec2};
use rust_xlsxwriter::Workbook;

use crate::ratio;

const ROWS: u32 = 1_000_000;
const FRAME_60_HZ: Duration = Duration::from_micros(16_667);

fn long_table() -> Vec<u8> {
    let mut csv = String::from("Ward,Offence,2019/20,2020/21\n");
    for row in 0..ROWS {
        writeln!(
            csv,
            "Ward {},Offence {},{},{}",
            row / 20,
            row % 20,
            row % 311,
            row % 173
        )
        .unwrap();
    }
    csv.into_bytes()
}

/// About 0.9 MB: forty sheets of a partner's return.
fn partner_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in 0..40_u32 {
        let page = workbook.add_worksheet();
        page.write(0, 0, format!("Table {sheet}: recorded crime by district"))
            .unwrap();
        page.write(2, 0, "Area").unwrap();
        for column in 1..13_u16 {
            page.write(2, column, format!("{}{column:02}", 1980 + sheet))
                .unwrap();
        }
        for row in 3..220_u32 {
            page.write(row, 0, format!("Ward {row}")).unwrap();
            for column in 1..13_u16 {
                page.write(
                    row,
                    column,
                    (row * 31 + u32::from(column) * 7 + sheet) % 997,
                )
                .unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn draft(name: &str, bytes: &[u8]) -> ImportDraft {
    let progress = Progress::new();
    let file = OpenedFile::of_bytes(name, bytes, &progress).unwrap();
    let reading = file
        .read(Gazetteer::built_in(), &Decisions::default(), &progress)
        .unwrap();
    let found = bellwether::check::check(&file.workbook, &reading);
    let (decisions, project) = (Decisions::default(), Project::default());
    let read = CheckedReading::new(&file, &decisions, reading, found, &project);
    ImportDraft::new(PathBuf::from(name), Arc::new(file), read, None)
}

fn frame(ctx: &Context, drafts: &[ImportDraft], state: &mut ImportState) -> usize {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
        ..RawInput::default()
    };
    let mut actions = Actions::default();
    let output = ctx.run_ui(input, |ui| import_ui(ui, drafts, 2026, state, &mut actions));
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

fn context() -> Context {
    let ctx = Context::default();
    bellwether::ui::set_up(&ctx, egui::Theme::Light);
    ctx
}

pub fn bench(criterion: &mut Criterion) {
    let drafts = [draft("long.csv", &long_table())];
    let ctx = context();
    let mut state = ImportState::default();
    for _ in 0..3 {
        assert!(frame(&ctx, &drafts, &mut state) > 0);
    }
    let mut top = 0.0;
    let mut next = move || {
        top = (top + 777.5) % f64::from(ROWS);
        top
    };
    let mut group = criterion.benchmark_group("screen");
    group.bench_function("import screen over a million rows", |bencher| {
        bencher.iter(|| {
            state.view.top = next();
            frame(&ctx, &drafts, &mut state)
        });
    });
    group.finish();
    let start = Instant::now();
    for step in 0..100_u32 {
        state.view.top = f64::from(step) * 9_000.0;
        frame(&ctx, &drafts, &mut state);
    }
    let share = start.elapsed().as_secs_f64() / 100.0 / FRAME_60_HZ.as_secs_f64();
    println!("ratio: import screen / 60 Hz frame: {share:.2}");

    let bytes = partner_workbook();
    println!("a partner's workbook: {} KB", bytes.len() >> 10);
    ratio::print(
        "read and shown / calamine's cells",
        10,
        || {
            let drafts = [draft("return.xlsx", &bytes)];
            frame(&ctx, &drafts, &mut ImportState::default())
        },
        || {
            let mut workbook = Xlsx::new(Cursor::new(&bytes)).unwrap();
            let names = workbook.sheet_names();
            names
                .iter()
                .map(|name| workbook.worksheet_range(name).unwrap().used_cells().count())
                .sum::<usize>()
        },
    );
}
