//! A small chart for each area, all on the same axes.

use super::grid::Grid;
use super::model::DistrictsModel;
use super::panel::Panel;
use crate::chart::canvas::{Canvas, NO_VALUES};
use crate::chart::geometry::Rect;
use crate::chart::scene::{HitRegion, HitShape, HitTarget, PlotArea, Scene};
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::chart::wording::districts as wording;

/// What the words of small charts may be shrunk by where else some would be left out.
const SHRINKING: [f32; 7] = [1.0, 0.9, 0.8, 0.7, 0.62, 0.55, 0.5];
/// No words become smaller than so much of the house style.
const SMALLEST: f32 = 0.7;

/// Lays out small charts for a size; those for which there is no room are left out, and said to be.
pub(super) fn layout(
    model: &DistrictsModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header_bottom = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let top = header_bottom + 20.0 * canvas.scale;
    let (footnote, footer_top, grid, small) = fitting(&canvas, model, top);
    canvas.footer(&footnote, &mut nodes, &mut hits);
    let room = room(&canvas, top, footer_top);
    let mut plot = PlotArea {
        rect: room,
        viewport: model.viewport,
    };
    if model.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        let shown = shown(model, grid.fitting);
        for (cell, mark) in shown.into_iter().enumerate() {
            let Some(district) = model.districts.get(mark) else {
                continue;
            };
            let place = grid.cell(room, cell);
            let panel = Panel {
                canvas: &small,
                district,
                mark,
                place,
                unit: model.unit,
                viewport: model.viewport,
            };
            let (node, area) = panel.node();
            if cell == 0 {
                plot = area;
            }
            nodes.push(node);
            let around = Rect::new(
                place.left,
                place.top,
                place.right,
                place.bottom.min(area.rect.bottom + 24.0 * canvas.scale),
            );
            hits.push(HitRegion {
                target: HitTarget::Mark(mark),
                shape: HitShape::Rect(around.grown(5.0 * canvas.scale)),
            });
            hits.push(HitRegion {
                target: HitTarget::Plot(mark),
                shape: HitShape::Rect(area.rect),
            });
        }
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        plot,
        nodes,
        hits,
    )
}

fn room(canvas: &Canvas<'_>, top: f32, footer_top: f32) -> Rect {
    canvas.room(top, footer_top - 18.0 * canvas.scale)
}

/// The footnote with what is left out, its top, the grid of what is not, and the sheet for it: with smaller
/// words where only so all have room.
fn fitting<'a>(
    canvas: &Canvas<'a>,
    model: &DistrictsModel,
    top: f32,
) -> (String, f32, Grid, Canvas<'a>) {
    let all = model.districts.len();
    let sheets = SHRINKING
        .iter()
        .filter(|factor| **factor >= 1.0 || canvas.scale * **factor >= SMALLEST)
        .map(|factor| Canvas {
            text: canvas.text.scaled(*factor),
            scale: canvas.scale * factor,
            ..*canvas
        });
    let mut last = None;
    for small in sheets {
        let (footnote, footer_top, grid) = fitting_at(canvas, model, top, small.scale);
        let fits = grid.fitting >= all;
        last = Some((footnote, footer_top, grid, small));
        if fits {
            break;
        }
    }
    last.unwrap_or_else(|| {
        let (footnote, footer_top, grid) = fitting_at(canvas, model, top, canvas.scale);
        (footnote, footer_top, grid, *canvas)
    })
}

fn fitting_at(
    canvas: &Canvas<'_>,
    model: &DistrictsModel,
    top: f32,
    scale: f32,
) -> (String, f32, Grid) {
    let all = model.districts.len();
    let attempt = |left_out: usize| {
        let footnote = match left_out {
            0 => model.footnote.clone(),
            some => format!("{} {}", wording::left_out(model.noun, some), model.footnote),
        };
        let footer_top = canvas.footer(&footnote, &mut Vec::new(), &mut Vec::new());
        let grid = Grid::fit(all, room(canvas, top, footer_top), scale);
        (footnote, footer_top, grid)
    };
    let mut attempted = attempt(0);
    // Saying so may itself take room; the number of those left out only grows.
    for _ in 0..4 {
        let left_out = all.saturating_sub(attempted.2.fitting);
        if left_out == 0 {
            break;
        }
        attempted = attempt(left_out);
        if all.saturating_sub(attempted.2.fitting) == left_out {
            break;
        }
    }
    attempted
}

/// Which areas are drawn: the first, and always the own.
fn shown(model: &DistrictsModel, fitting: usize) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..model.districts.len().min(fitting)).collect();
    let own = model.districts.iter().position(|district| district.is_own);
    if let (Some(own), Some(last)) = (own, shown.last_mut())
        && own > *last
    {
        *last = own;
    }
    shown
}
