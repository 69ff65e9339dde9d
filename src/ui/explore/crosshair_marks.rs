//! The period under the pointer, marked in all small charts with the value of each.

use egui::{Align2, Pos2, Rect, Stroke, Ui, pos2, vec2};

use crate::base::typeface::Weight;
use crate::chart::scene::{HitShape, HitTarget, PlotArea};
use crate::chart::{Crosshair, MarkedChart, Point, Scene};
use crate::ui::fonts::font;
use crate::ui::scene_painter as painter;
use crate::ui::tokens::DesignTokens;

/// The radius of the dot on a line.
const DOT: f32 = 3.5;
/// Later than any period, in months since the beginning of the calendar.
const LATER_THAN_ALL: f64 = 1e6;
/// Between a value and the edge of what is behind it.
const PADDING: f32 = 3.0;

/// The period of a small chart under the pointer, and the mark whose chart it is.
pub(super) fn crosshair_at<M: MarkedChart>(
    scene: &Scene,
    model: &M,
    origin: Pos2,
    pointer: Pos2,
) -> Option<(usize, Crosshair)> {
    let (mark, plot) = plots(scene).find(|(_, plot)| {
        let rect = painter::rect(origin, plot.rect);
        rect.expand(2.0).contains(pointer)
    })?;
    let at = pointer - origin;
    let (x, _) = plot.to_data(Point::new(at.x, at.y));
    Some((mark, model.crosshair(x)?))
}

/// The period to which the arrow keys go from the one on show, `None` being from none: to the latest first, then
/// to the one before or after it.
pub(super) fn stepped<M: MarkedChart>(model: &M, from: Option<f64>, is_back: bool) -> Option<f64> {
    let Some(from) = from else {
        return Some(model.crosshair(LATER_THAN_ALL)?.x);
    };
    let [before, after] = model.crosshair(from)?.beside;
    let next = if is_back { before } else { after };
    next.or(Some(from))
}

/// What stands in a period, in one line: of the selected small chart first.
pub(super) fn in_words(crosshair: &Crosshair, selected: Option<usize>) -> String {
    let mut marks: Vec<usize> = (0..crosshair.values.len()).collect();
    marks.sort_by_key(|mark| Some(*mark) != selected);
    let said = marks.into_iter().filter_map(|mark| {
        let held = crosshair.values.get(mark)?;
        Some(format!("{} {}", held.name, held.words))
    });
    let said: Vec<String> = said.collect();
    format!("{}: {}", crosshair.period, said.join(", "))
}

/// Whether there are small charts through which the arrow keys can go.
pub(super) fn has_plots(scene: &Scene) -> bool {
    plots(scene).next().is_some()
}

/// Draws it into every small chart.
pub(super) fn paint(
    ui: &Ui,
    tokens: &DesignTokens,
    scene: &Scene,
    origin: Pos2,
    crosshair: &Crosshair,
) {
    let colours = &tokens.colours;
    let edge = Stroke::new(1.0, colours.ink_secondary);
    for (mark, plot) in plots(scene) {
        let Some(held) = crosshair.values.get(mark) else {
            continue;
        };
        let room = painter::rect(origin, plot.rect);
        let x = origin.x + plot.x_to_pt(crosshair.x);
        ui.painter().vline(x, room.y_range(), edge);
        let y = held.value.map(|value| origin.y + plot.y_to_pt(value));
        if let Some(y) = y {
            let at = pos2(x, y);
            ui.painter().circle_filled(at, DOT + 1.0, colours.card);
            ui.painter().circle_filled(at, DOT, colours.accent_ink);
        }
        let words = ui.painter().layout_no_wrap(
            held.words.clone(),
            font(Weight::SemiBold, tokens.text.fine),
            colours.ink,
        );
        let size = words.size() + vec2(2.0 * PADDING, 0.0);
        // Above the dot where there is room, else below it; within the chart's width.
        let middle = match y {
            Some(y) if y - DOT - size.y - 4.0 >= room.top() - 4.0 => y - DOT - 3.0 - size.y / 2.0,
            Some(y) => y + DOT + 3.0 + size.y / 2.0,
            None => room.center().y,
        };
        let furthest = (room.right() - size.x / 2.0).max(room.left() + size.x / 2.0);
        let across = x.clamp(room.left() + size.x / 2.0, furthest);
        let around = Rect::from_center_size(pos2(across, middle), size);
        ui.painter().rect_filled(around, 3.0, colours.card);
        let at = Align2::CENTER_CENTER.anchor_size(around.center(), words.size());
        ui.painter().galley(at.min, words, colours.ink);
    }
}

/// The plots of small charts, with the marks whose they are.
fn plots(scene: &Scene) -> impl Iterator<Item = (usize, PlotArea)> {
    let viewport = scene.plot.viewport;
    scene
        .hit_regions
        .iter()
        .filter_map(move |region| match (region.target, &region.shape) {
            (HitTarget::Plot(mark), HitShape::Rect(rect)) => Some((
                mark,
                PlotArea {
                    rect: *rect,
                    viewport,
                },
            )),
            _ => None,
        })
}
