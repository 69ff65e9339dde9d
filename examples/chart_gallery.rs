//! Draws charts of many cases, sizes and themes as SVG and PNG, to be looked at:
//! `cargo run --example chart_gallery -- folder`.

#[path = "../tests/chart/answers.rs"]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "the cases of the tests, which are known to be right; not all are drawn"
)]
mod answers;

use std::path::{Path, PathBuf};

use bellwether::analysis::{DistrictsAnswer, TrendAnswer};
use bellwether::chart::{ChartEvent, ChartSize, ChartTheme, Inter, TrendSpec};
use bellwether::data::{AreaKind, Gazetteer};
use bellwether::export::{ExportError, Publishable, save};
use bellwether::project::{DistrictsArrangement, DistrictsSpec};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    std::fs::create_dir_all(&folder)?;
    let light = ChartTheme::light();
    let safe = answers::feeling_safe();
    let mockup = mockup_spec(&safe);
    let written = TrendSpec {
        title: None,
        ..mockup.clone()
    };
    let key = TrendSpec {
        label_line_ends: false,
        highlight: None,
        ..written.clone()
    };
    let (dark, contrast) = (ChartTheme::dark(), ChartTheme::high_contrast());
    let large = ChartSize::new(1920.0, 1080.0).with_text_scale(2.0);
    for (name, spec, size, theme) in [
        ("mockup", &mockup, ChartSize::CARD, &light),
        ("slide", &written, ChartSize::SLIDE, &light),
        ("dark", &written, ChartSize::SLIDE, &dark),
        ("contrast", &written, ChartSize::CARD, &contrast),
        ("print", &written, ChartSize::A4, &ChartTheme::print()),
        ("square", &written, ChartSize::SQUARE, &light),
        ("small", &written, ChartSize::new(320.0, 200.0), &light),
        ("large", &mockup, large, &light),
        ("key", &key, ChartSize::CARD, &light),
    ] {
        draw(&folder, name, &safe, spec, size, theme)?;
    }
    let plain = TrendSpec::default();
    for (name, answer) in [
        ("crime", answers::recorded_crime()),
        ("districts", answers::districts()),
        ("gaps", answers::gaps()),
        ("many", answers::many()),
        ("long-names", answers::long_names()),
        ("one-point", answers::one_point()),
        ("nothing", answers::nothing()),
        ("revised", answers::revised()),
        ("equal", answers::all_equal()),
        ("nought", answers::around_nought()),
    ] {
        draw(&folder, name, &answer, &plain, ChartSize::CARD, &light)?;
    }
    let many = answers::many();
    let one_in_front = TrendSpec {
        highlight: many.series.get(11).map(|series| series.key.clone()),
        ..TrendSpec::default()
    };
    let landscape = ChartSize::A4_LANDSCAPE;
    draw(
        &folder,
        "many-front",
        &many,
        &one_in_front,
        landscape,
        &light,
    )?;
    districts(&folder)
}

/// Areas side by side in every arrangement.
fn districts(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let arrangements = [
        ("multiples", DistrictsArrangement::SmallMultiples),
        ("tiles", DistrictsArrangement::Tiles),
        ("one", DistrictsArrangement::OneChart),
    ];
    let cases = [
        ("eight", answers::districts()),
        ("gaps", answers::district_gaps()),
        ("many", answers::many()),
    ];
    for (case, trend) in cases {
        let answer = DistrictsAnswer::of(trend, AreaKind::District, |name| {
            let place = Gazetteer::built_in().find_of_kind(name, AreaKind::District)?;
            place.area.code.clone()
        });
        for (arranged, arrangement) in arrangements {
            let spec = DistrictsSpec {
                arrangement,
                own_area: Some(String::from("Ashfield")),
                ..DistrictsSpec::default()
            };
            for (look, size, theme) in [
                ("card", ChartSize::CARD, ChartTheme::light()),
                ("slide", ChartSize::SLIDE, ChartTheme::dark()),
                ("print", ChartSize::A4, ChartTheme::print()),
            ] {
                let measure = Inter::bundled();
                let chart = Publishable::districts(&answer, &spec, size, &theme, measure);
                let name = format!("districts-{case}-{arranged}-{look}.png");
                save(&folder.join(name), &chart, 1.5)?;
            }
        }
    }
    Ok(())
}

/// What the first mockup shows.
fn mockup_spec(answer: &TrendAnswer) -> TrendSpec {
    TrendSpec {
        title: Some(String::from(
            "Young people’s feelings of safety after dark have fallen fastest",
        )),
        highlight: answer.series.first().map(|series| series.key.clone()),
        events: vec![ChartEvent {
            date: jiff::civil::date(2021, 4, 1),
            text: String::from("Mar 2021: national concern about women’s safety"),
        }],
        ..TrendSpec::default()
    }
}

fn draw(
    folder: &Path,
    name: &str,
    answer: &TrendAnswer,
    spec: &TrendSpec,
    size: ChartSize,
    theme: &ChartTheme,
) -> Result<(), ExportError> {
    let chart = Publishable::trend(answer, spec, size, theme, Inter::bundled())?;
    save(&folder.join(format!("{name}.svg")), &chart, 1.0)?;
    save(&folder.join(format!("{name}.png")), &chart, 1.5)
}
