//! The key of a map: the steps of its colours, and what else stands on it, at the right or over the map.

use super::map::{Painter, beyond_fill};
use crate::chart::canvas::group;
use crate::chart::colour_steps::{hatching, readable};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::heatmap::{HeatmapCell, HeatmapFill, HeatmapScale, triangle};
use crate::chart::scene::{Circle, FilledRect, Node, Role, Stroke};
use crate::chart::text_block::{elide, wrap};
use crate::chart::wording::district_map as wording;

/// A mark of the key.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Fill(HeatmapFill),
    Gap,
    Caution,
    Beyond,
    /// Words alone.
    None,
}

/// Where the key stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyPlace {
    Right,
    Above,
}

impl Painter<'_> {
    /// The marks of the key with their words, from much to little.
    fn key_entries(&self, unnamed: usize) -> Vec<(Mark, String)> {
        let mut entries: Vec<(Mark, String)> = Vec::new();
        let has = |wanted: HeatmapFill| {
            let mut cells = self.map.cells.iter();
            cells.any(|cell| matches!(cell, HeatmapCell::Value { fill, .. } if *fill == wanted))
        };
        let mut push = |fill: HeatmapFill, words: &str| {
            entries.push((Mark::Fill(fill), words.to_owned()));
        };
        match &self.map.scale {
            HeatmapScale::Levels(steps) => {
                for (step, words) in steps.iter().enumerate().rev() {
                    push(HeatmapFill::Level(step), words);
                }
            }
            HeatmapScale::Differences {
                above,
                below,
                not_clear,
                ..
            } => {
                // A side on which nothing is clear needs no colours.
                let is_used = |steps: &[String], fill: fn(usize) -> HeatmapFill| {
                    (0..steps.len()).any(|step| has(fill(step)))
                };
                if is_used(above, HeatmapFill::Above) {
                    for (step, words) in above.iter().enumerate().rev() {
                        push(HeatmapFill::Above(step), words);
                    }
                }
                if has(HeatmapFill::NotClear) {
                    push(HeatmapFill::NotClear, not_clear);
                }
                if is_used(below, HeatmapFill::Below) {
                    for (step, words) in below.iter().enumerate() {
                        push(HeatmapFill::Below(step), words);
                    }
                }
            }
        }
        let any = |wanted: fn(&HeatmapCell) -> bool| self.map.cells.iter().any(wanted);
        if any(HeatmapCell::is_cautious) {
            entries.push((Mark::Caution, String::from("with caution")));
        }
        if any(|cell| matches!(cell, HeatmapCell::Gap(_) | HeatmapCell::NotCompared)) {
            entries.push((Mark::Gap, String::from("no value shown")));
        }
        if self.map.shapes.iter().any(|shape| shape.district.is_none()) {
            entries.push((Mark::Beyond, wording::NO_DATA.to_owned()));
        }
        if unnamed > 0 {
            entries.push((Mark::None, wording::unnamed(self.model.noun, unnamed)));
        }
        entries
    }

    /// The width that the key takes at the right.
    pub fn key_width(&self) -> f32 {
        let font = self.canvas.text.axis;
        let entries = self.key_entries(0);
        let widest = entries
            .iter()
            .map(|(_, words)| self.canvas.measure.width(words, font))
            .fold(0.0, f32::max);
        widest + 1.35 * font.size_pt + 9.0 * self.canvas.scale + 1.0
    }

    /// The height that the key takes over the map, on a width.
    pub fn key_height(&self, width: f32) -> f32 {
        let entries = self.key_entries(0);
        let rows = self.rows(&entries, width);
        count(rows.len()) * 1.7 * self.canvas.text.axis.size_pt
    }

    /// The entries in rows of a width.
    fn rows<'e>(&self, entries: &'e [(Mark, String)], width: f32) -> Vec<Vec<&'e (Mark, String)>> {
        let mut rows: Vec<Vec<&(Mark, String)>> = vec![Vec::new()];
        let mut left = 0.0;
        for entry in entries {
            let wide = self.entry_width(entry);
            if left > 0.0 && left + wide > width {
                rows.push(Vec::new());
                left = 0.0;
            }
            left += wide + 16.0 * self.canvas.scale;
            if let Some(row) = rows.last_mut() {
                row.push(entry);
            }
        }
        rows
    }

    fn entry_width(&self, (mark, words): &(Mark, String)) -> f32 {
        let font = self.canvas.text.axis;
        let words = self.canvas.measure.width(words, font);
        match mark {
            Mark::None => words,
            _ => words + 1.35 * font.size_pt + 9.0 * self.canvas.scale,
        }
    }

    /// The key in its room.
    pub fn key(&self, place: KeyPlace, room: Rect, unnamed: usize) -> Node {
        let canvas = self.canvas;
        let font = canvas.text.axis;
        let entries = self.key_entries(unnamed);
        let mut children = Vec::new();
        match place {
            KeyPlace::Right => {
                let line = 1.85 * font.size_pt;
                let most = ((room.height() / line).floor()).max(1.0);
                let mut top = room.top;
                for (row, entry) in entries.iter().enumerate() {
                    if count(row) >= most {
                        break;
                    }
                    if entry.0 == Mark::None {
                        let words = &entry.1;
                        let lines = wrap(words, font, room.width(), 4, canvas.measure);
                        top += 0.6 * line;
                        for words in &lines {
                            let colour = canvas.theme.secondary;
                            children.push(Node::Text(canvas.run(
                                words,
                                room.left,
                                top + font.cap_height(),
                                font,
                                colour,
                            )));
                            top += font.line_height();
                        }
                        continue;
                    }
                    children.extend(self.entry(entry, Point::new(room.left, top), room.right));
                    top += line;
                }
            }
            KeyPlace::Above => {
                let mut top = room.top;
                for row in self.rows(&entries, room.width()) {
                    let mut left = room.left;
                    for entry in row {
                        children.extend(self.entry(entry, Point::new(left, top), room.right));
                        left += self.entry_width(entry) + 16.0 * canvas.scale;
                    }
                    top += 1.7 * font.size_pt;
                    if top + font.size_pt > room.bottom {
                        break;
                    }
                }
            }
        }
        group(Role::Key, None, children)
    }

    fn entry(&self, (mark, words): &(Mark, String), at: Point, right: f32) -> Vec<Node> {
        let canvas = self.canvas;
        let font = canvas.text.axis;
        let side = 1.35 * font.size_pt;
        let mut nodes = Vec::new();
        let mut left = at.x;
        if *mark != Mark::None {
            nodes.extend(self.key_mark(*mark, Rect::new(left, at.y, left + side, at.y + side)));
            left += side + 9.0 * canvas.scale;
        }
        let words = elide(words, font, (right - left).max(1.0), canvas.measure);
        let baseline = at.y + f32::midpoint(side, font.cap_height());
        let run = canvas.run(&words, left, baseline, font, canvas.theme.secondary);
        nodes.push(Node::Text(run));
        nodes
    }

    fn key_mark(&self, mark: Mark, place: Rect) -> Vec<Node> {
        let canvas = self.canvas;
        let square = |fill| {
            Node::Rect(FilledRect {
                rect: place,
                rounding: 3.0 * canvas.scale,
                fill,
            })
        };
        let centre = Point::new(
            f32::midpoint(place.left, place.right),
            f32::midpoint(place.top, place.bottom),
        );
        match mark {
            Mark::None => Vec::new(),
            Mark::Gap => hatching(canvas, place),
            Mark::Beyond => vec![square(beyond_fill(canvas.theme))],
            Mark::Caution => vec![Node::Circle(Circle {
                centre,
                radius: 3.0 * canvas.scale,
                fill: canvas.theme.ground,
                stroke: Some(Stroke::solid(1.2 * canvas.scale, canvas.theme.ink)),
            })],
            Mark::Fill(step) => {
                let fill = self.fill(step);
                let mut nodes = vec![square(fill)];
                let ink = readable(canvas.theme, fill);
                let half = 0.22 * place.width();
                match step {
                    HeatmapFill::Above(_) => nodes.push(triangle(centre, half, true, ink)),
                    HeatmapFill::Below(_) => nodes.push(triangle(centre, half, false, ink)),
                    HeatmapFill::Level(_) | HeatmapFill::NotClear => {}
                }
                nodes
            }
        }
    }
}
