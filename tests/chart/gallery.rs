//! Every kind of chart of every hard case holds together at every size.

use bellwether::chart::{ChartSize, ChartTheme, Inter, Scene};
use bellwether::export::Publishable;

use crate::gallery_cases::{cases, drawings};
use crate::layouts::{outside, overlapping};

const SIZES: [ChartSize; 5] = [
    ChartSize::CARD,
    ChartSize::SLIDE,
    ChartSize::A4,
    ChartSize::A4_LANDSCAPE,
    ChartSize::SQUARE,
];

/// Runs a check over every chart of the gallery, and tells of all those that fail it.
fn for_each_scene(check: impl Fn(&Scene) -> Option<String>) {
    let themes = [ChartTheme::light(), ChartTheme::print()];
    let drawings = drawings();
    let (mut drawn, mut faults) = (0, Vec::new());
    for case in cases() {
        for drawing in &drawings {
            let Some((answer, view)) = case.answer(drawing) else {
                continue;
            };
            for (size, theme) in SIZES
                .iter()
                .flat_map(|size| themes.iter().map(move |theme| (*size, theme)))
            {
                let chart =
                    Publishable::new(&answer, &view, size, theme, Inter::bundled()).unwrap();
                let name = format!(
                    "{} of {} ({}), {}x{}",
                    drawing.name, case.name, case.words, size.width_pt, size.height_pt
                );
                faults.extend(check(chart.scene()).map(|fault| format!("{name}: {fault}")));
                drawn += 1;
            }
        }
    }
    assert!(drawn > 500, "only {drawn} charts were drawn");
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_is_drawn_outside_any_chart() {
    for_each_scene(outside);
}

#[test]
fn no_two_runs_of_text_overlap_in_any_chart() {
    for_each_scene(overlapping);
}

#[test]
fn every_chart_is_described_for_those_who_cannot_see_it() {
    for_each_scene(|scene| {
        let (title, said) = (&scene.title, &scene.description);
        (title.is_empty() || said.len() < 20).then(|| format!("“{title}”, “{said}”"))
    });
}
