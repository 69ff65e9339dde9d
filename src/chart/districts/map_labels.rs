//! Names and values on a map: inside their area where they fit, about the point furthest from its edges, else
//! beside the map with a line to that point, else not at all.

use super::map_frame::Part;
use crate::chart::canvas::Canvas;
use crate::chart::clip::crosses;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::label_placement::{self, Wanted};
use crate::chart::polygon::edges;
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::Font;

/// More than so many names beside a map are no help.
pub(super) const MOST_BESIDE: usize = 8;

/// What is to be written of an area, whatever its size.
pub(super) struct Wish {
    pub name: String,
    pub value: String,
    /// Name and value as they may stand together, the best first: large, on more lines, smaller.
    pub blocks: Vec<Block>,
    /// The value alone.
    pub value_alone: Block,
}

impl Wish {
    pub fn new(canvas: &Canvas<'_>, name: &str, value: String) -> Self {
        Self {
            name: name.to_owned(),
            blocks: blocks(canvas, name, &value),
            value_alone: block(canvas, Vec::new(), &value, 0.9),
            value,
        }
    }
}

/// Lines of text as they stand together, centred on one another.
#[derive(Clone)]
pub(super) struct Block {
    /// The text of each line, its font, its baseline from the top of the block.
    pub lines: Vec<(String, Font, f32)>,
    pub width: f32,
    pub height: f32,
}

/// A block at its place.
#[derive(Clone)]
pub(super) struct PlacedBlock {
    pub block: Block,
    /// Its rectangle.
    pub rect: Rect,
    /// The line to its area, where it stands beside the map.
    pub leader: Option<(Point, Point)>,
}

fn blocks(canvas: &Canvas<'_>, name: &str, value: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (scale, lines) in [
        (1.0, 1),
        (1.0, 2),
        (1.0, 3),
        (0.86, 1),
        (0.86, 2),
        (0.86, 3),
    ] {
        let font = canvas.text.label.scaled(scale);
        let whole = canvas.measure.width(name, font);
        let names = if lines == 1 {
            vec![name.to_owned()]
        } else {
            // Evenly: no line much longer than its part of the whole.
            let words: Vec<&str> = name.split_whitespace().collect();
            let longest = words
                .iter()
                .map(|word| canvas.measure.width(word, font))
                .fold(0.0, f32::max);
            let width = (1.18 * whole / count(lines)).max(longest + 0.5);
            wrap(name, font, width, lines, canvas.measure)
        };
        if names.len() != lines || names.iter().any(|name| name.ends_with('…')) {
            continue;
        }
        blocks.push(block(canvas, names, value, scale));
    }
    blocks
}

/// A block of names over a value.
fn block(canvas: &Canvas<'_>, names: Vec<String>, value: &str, scale: f32) -> Block {
    let name_font = canvas.text.label.scaled(scale);
    let value_font = canvas.text.label_highlighted.scaled(1.12 * scale);
    let line = 1.18 * name_font.size_pt;
    let mut lines = Vec::new();
    let mut baseline = 0.0;
    for (place, name) in names.into_iter().enumerate() {
        baseline = name_font.cap_height() + line * count(place);
        lines.push((name, name_font, baseline));
    }
    baseline = if lines.is_empty() {
        value_font.cap_height()
    } else {
        baseline + 1.2 * value_font.size_pt
    };
    lines.push((value.to_owned(), value_font, baseline));
    let width = lines
        .iter()
        .map(|(text, font, _)| canvas.measure.width(text, *font))
        .fold(0.0, f32::max);
    Block {
        lines,
        width,
        height: baseline,
    }
}

/// How far words stay from lines.
fn margin(canvas: &Canvas<'_>) -> f32 {
    3.0 * canvas.scale
}

/// Whether lines stay away from words in a rectangle.
pub(super) fn is_clear_of(canvas: &Canvas<'_>, words: Rect, lines: &[(Point, Point)]) -> bool {
    let grown = words.grown(margin(canvas));
    !lines.iter().any(|(from, to)| crosses(*from, *to, grown))
}

/// The place of the first block that fits inside an area without touching the lines that cross it.
pub(super) fn inside(
    canvas: &Canvas<'_>,
    part: &Part,
    blocks: &[Block],
    leaders: &[(Point, Point)],
) -> Option<PlacedBlock> {
    let (rings, around) = (&part.rings, part.around);
    let (_, reach) = part.middle()?;
    let margin = margin(canvas);
    for block in blocks {
        let is_hopeless = block.width + margin > around.width()
            || block.height + margin > around.height()
            || reach < 0.3 * block.height;
        if is_hopeless {
            continue;
        }
        let found = part.places().iter().find_map(|at| {
            let rect = Rect::new(
                at.x - block.width / 2.0,
                at.y - block.height / 2.0,
                at.x + block.width / 2.0,
                at.y + block.height / 2.0,
            );
            let grown = rect.grown(margin);
            let mut edges = rings.iter().flat_map(|ring| edges(ring));
            let is_free = is_clear_of(canvas, rect, leaders)
                && !edges.any(|(from, to)| crosses(from, to, grown));
            is_free.then_some(rect)
        });
        if let Some(rect) = found {
            return Some(PlacedBlock {
                block: block.clone(),
                rect,
                leader: None,
            });
        }
    }
    None
}

/// A name beside the map: its block, no wider than the room, and the point that it is of.
pub(super) struct Beside {
    /// The place of its area.
    pub district: usize,
    pub block: Block,
    pub at: Point,
}

/// The block of an area as it stands beside the map.
pub(super) fn beside_block(canvas: &Canvas<'_>, wish: &Wish, width: f32) -> Block {
    let font = canvas.text.label;
    let whole = format!("{}\u{2002}{}", wish.name, wish.value);
    let whole_width = canvas.measure.width(&whole, font);
    if whole_width <= width {
        return Block {
            lines: vec![(whole, font, font.cap_height())],
            width: whole_width,
            height: font.cap_height(),
        };
    }
    let names = wrap(&wish.name, font, width, 2, canvas.measure);
    let value = elide(
        &wish.value,
        canvas.text.label_highlighted.scaled(1.12),
        width,
        canvas.measure,
    );
    block(canvas, names, &value, 1.0)
}

/// Names in a column beside the map, in the order from north to south, with their lines; `None` where the column
/// is too low for them.
pub(super) fn in_column(
    mut wanted: Vec<Beside>,
    column: Rect,
    is_right: bool,
    gap: f32,
) -> Option<Vec<(usize, PlacedBlock)>> {
    wanted.sort_by(|one, other| one.at.y.total_cmp(&other.at.y));
    let wishes: Vec<Wanted> = wanted
        .iter()
        .map(|held| Wanted {
            centre: held.at.y,
            height: held.block.height + 2.0 * gap,
        })
        .collect();
    let middles = label_placement::place(&wishes, column.top, column.bottom)?;
    let placed = wanted.into_iter().zip(middles).map(|(held, middle)| {
        let Beside {
            district,
            block,
            at,
        } = held;
        let left = if is_right {
            column.left
        } else {
            column.right - block.width
        };
        let top = middle - block.height / 2.0;
        let rect = Rect::new(left, top, left + block.width, top + block.height);
        let end = if is_right {
            rect.left - gap
        } else {
            rect.right + gap
        };
        let placed = PlacedBlock {
            leader: Some((at, Point::new(end, middle))),
            block,
            rect,
        };
        (district, placed)
    });
    Some(placed.collect())
}
