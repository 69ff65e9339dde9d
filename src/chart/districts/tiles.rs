//! The map of tiles: each area a square in the colour of its value, with a key.

use super::model::DistrictsModel;
use super::tile_model::{TileModel, TilesModel};
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour::Rgba;
use crate::chart::colour_steps::{hatching, sequential};
use crate::chart::geometry::{Rect, count};
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Node, PlotArea, Role, Scene,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;

/// The words under the last step of the key.
const WITHHELD: &str = "No value shown";

/// Lays out a map of tiles for a size.
pub(super) fn layout(
    model: &DistrictsModel,
    tiles: &TilesModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header_bottom = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let footer_top = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let room = canvas.room(
        header_bottom + 18.0 * canvas.scale,
        footer_top - 16.0 * canvas.scale,
    );
    if model.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        let map = Map::new(&canvas, tiles, room);
        for tile in &tiles.tiles {
            let place = map.place(tile);
            let mark = tile.district;
            nodes.push(
                map.tile(
                    tile,
                    place,
                    mark.and_then(|mark| model.districts.get(mark))
                        .is_some_and(|held| held.is_own),
                ),
            );
            if let Some(mark) = mark {
                hits.push(HitRegion {
                    target: HitTarget::Mark(mark),
                    shape: HitShape::Rect(place),
                });
            }
        }
        nodes.push(map.key(tiles));
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        PlotArea {
            rect: room,
            viewport: model.viewport,
        },
        nodes,
        hits,
    )
}

struct Map<'a> {
    canvas: &'a Canvas<'a>,
    room: Rect,
    /// The width and height of a tile.
    tile: (f32, f32),
    gap: f32,
    steps: usize,
    key_width: f32,
}

impl<'a> Map<'a> {
    fn new(canvas: &'a Canvas<'a>, tiles: &TilesModel, room: Rect) -> Self {
        let gap = 5.0 * canvas.scale;
        let font = canvas.text.axis;
        let words = tiles.steps.iter().map(String::as_str).chain([WITHHELD]);
        let widest = words
            .map(|words| canvas.measure.width(words, font))
            .fold(0.0, f32::max);
        let key_width = (widest + 42.0 * canvas.scale).min(0.4 * room.width());
        let (columns, rows) = (
            f32::from(tiles.size.0.max(1)),
            f32::from(tiles.size.1.max(1)),
        );
        let width = (room.width() - key_width - (columns - 1.0) * gap) / columns;
        let height = (room.height() - (rows - 1.0) * gap) / rows;
        let width = width.min(2.2 * height);
        Self {
            canvas,
            room,
            tile: (width.max(1.0), height.min(width).max(1.0)),
            gap,
            steps: tiles.steps.len(),
            key_width,
        }
    }

    fn place(&self, tile: &TileModel) -> Rect {
        let (column, row) = (f32::from(tile.place.0), f32::from(tile.place.1));
        let left = self.room.left + column * (self.tile.0 + self.gap);
        let top = self.room.top + row * (self.tile.1 + self.gap);
        Rect::new(left, top, left + self.tile.0, top + self.tile.1)
    }

    fn fill(&self, step: usize) -> Rgba {
        sequential(self.canvas.theme, step, self.steps)
    }

    fn tile(&self, tile: &TileModel, place: Rect, is_own: bool) -> Node {
        let canvas = self.canvas;
        let theme = canvas.theme;
        let mut children = Vec::new();
        let (fill, value) = match &tile.value {
            Ok((value, step)) => (self.fill(*step), value.clone()),
            Err(reason) => (theme.ground, reason.mark().to_owned()),
        };
        if is_own {
            children.push(Node::Rect(FilledRect {
                rect: place.grown(3.5 * canvas.scale),
                rounding: 8.0 * canvas.scale,
                fill: theme.category(2).line,
            }));
            children.push(Node::Rect(FilledRect {
                rect: place.grown(1.0 * canvas.scale),
                rounding: 6.0 * canvas.scale,
                fill: theme.ground,
            }));
        }
        children.push(Node::Rect(FilledRect {
            rect: place,
            rounding: 5.0 * canvas.scale,
            fill,
        }));
        if tile.value.is_err() {
            children.extend(hatching(self.canvas, place));
        }
        children.extend(self.words(tile, &value, place, fill));
        let id = tile.district.unwrap_or_else(|| {
            // Tiles without data come after those of areas.
            1000 + usize::from(tile.place.0) * 100 + usize::from(tile.place.1)
        });
        group(Role::Tile, Some(id), children)
    }

    /// Name and value in the middle of a tile.
    fn words(&self, tile: &TileModel, value: &str, place: Rect, fill: Rgba) -> Vec<Node> {
        let canvas = self.canvas;
        let (dark, light) = (canvas.theme.ink, canvas.theme.ground);
        let ink = if dark.contrast(fill) >= light.contrast(fill) {
            dark
        } else {
            light
        };
        let width = place.width() - 14.0 * canvas.scale;
        let wide = canvas.measure.width(&tile.name, canvas.text.label);
        // A name a little too long is smaller instead of shortened.
        let shrinking = (width / wide.max(1.0)).clamp(0.78, 1.0);
        let name_font = canvas.text.label.scaled(shrinking);
        let value_font = canvas.text.label_highlighted.scaled(1.25);
        let roomy = place.height() >= 4.6 * name_font.size_pt;
        let names = wrap(
            &tile.name,
            name_font,
            width,
            if roomy { 2 } else { 1 },
            canvas.measure,
        );
        let line = 1.25 * name_font.size_pt;
        let height = count(names.len()) * line + value_font.cap_height() + 0.2 * line;
        let mut baseline =
            place.top + (place.height() - height).max(0.0) / 2.0 + name_font.cap_height();
        let centred = |text: &str, baseline: f32, font| {
            let text = elide(text, font, width.max(1.0), canvas.measure);
            let left = place.left + (place.width() - canvas.measure.width(&text, font)) / 2.0;
            canvas.run(&text, left, baseline, font, ink)
        };
        let mut runs = Vec::new();
        for name in &names {
            runs.push(centred(name, baseline, name_font));
            baseline += line;
        }
        let rise = value_font.cap_height() - name_font.cap_height();
        runs.push(centred(value, baseline + rise + 0.2 * line, value_font));
        let mut nodes = Vec::new();
        if tile.value.is_err() {
            // Words stand clear of the hatching.
            nodes.extend(runs.iter().map(|run| {
                Node::Rect(FilledRect {
                    rect: run.bounds().grown(2.5 * canvas.scale),
                    rounding: 2.0 * canvas.scale,
                    fill: canvas.theme.ground,
                })
            }));
        }
        nodes.extend(runs.into_iter().map(Node::Text));
        nodes
    }

    /// The steps with their colours, highest first, at the right.
    fn key(&self, tiles: &TilesModel) -> Node {
        let canvas = self.canvas;
        let font = canvas.text.axis;
        let (columns, gap) = (f32::from(tiles.size.0.max(1)), 28.0 * canvas.scale);
        let map_right = self.room.left + columns * (self.tile.0 + self.gap) - self.gap;
        let left = (map_right + gap).min(self.room.right - self.key_width + gap / 2.0);
        let side = 1.35 * font.size_pt;
        let row = 1.9 * font.size_pt;
        let mut children = Vec::new();
        let mut top = self.room.top;
        let has_gaps = tiles.tiles.iter().any(|tile| tile.value.is_err());
        let steps = tiles.steps.iter().enumerate().rev();
        let rows = steps
            .map(|(step, words)| (Some(step), words.as_str()))
            .chain(has_gaps.then_some((None, WITHHELD)));
        for (step, words) in rows {
            let swatch = Rect::new(left, top, left + side, top + side);
            match step {
                Some(step) => children.push(Node::Rect(FilledRect {
                    rect: swatch,
                    rounding: 3.0 * canvas.scale,
                    fill: self.fill(step),
                })),
                None => children.extend(hatching(canvas, swatch)),
            }
            let baseline = top + side / 2.0 + font.cap_height() / 2.0;
            let at = left + side + 8.0 * canvas.scale;
            let words = elide(words, font, self.room.right - at, canvas.measure);
            children.push(Node::Text(canvas.run(
                &words,
                at,
                baseline,
                font,
                canvas.theme.secondary,
            )));
            top += row;
        }
        group(Role::Key, None, children)
    }
}
