//! A cross-tab as a picture: as large as fits, in several bands under one another where it is wide, and with
//! a word on what did not fit.

use super::grid::{Grid, GridLook};
use super::model::CrossTabModel;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{FilledRect, Node, Picture, PlotArea, Role, Scene};
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;

/// How much smaller a table is made so that it fits, in turn.
const SCALES: [f32; 7] = [1.0, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48];
/// The room between bands, unscaled.
const GAP: f32 = 14.0;

/// A table arranged in bands.
struct Arranged {
    bands: Vec<Grid>,
    /// How many columns and rows are left out.
    left_out: (usize, usize),
}

impl CrossTabModel {
    /// Lays it out for a size.
    pub fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        let canvas = Canvas::new(size, theme, measure);
        let (mut nodes, mut hits) = (Vec::new(), Vec::new());
        let header = canvas.header(&self.title, &self.subtitle, &mut nodes, &mut hits);
        let top = header + 14.0 * canvas.scale;
        let room_over = |footnote: &str| {
            let (mut trial, mut hits) = (Vec::new(), Vec::new());
            let bottom = canvas.footer(footnote, &mut trial, &mut hits) - 12.0 * canvas.scale;
            canvas.room(top, bottom)
        };
        let mut footnote = self.footnote.clone();
        let mut room = room_over(&footnote);
        let mut arranged = self.arranged(room, &canvas);
        if let Some(missing) = missing_words(arranged.left_out) {
            footnote = format!("{missing} {footnote}");
            room = room_over(&footnote);
            arranged = self.arranged(room, &canvas);
        }
        canvas.footer(&footnote, &mut nodes, &mut hits);
        if arranged.left_out != (0, 0) {
            // The footnote says it; this is where whoever publishes the table finds it.
            nodes.push(group(Role::Message, None, Vec::new()));
        }
        if self.is_empty() {
            let words = self
                .instead
                .as_ref()
                .map_or(NO_VALUES, |(why, _)| why.as_str());
            nodes.push(canvas.message(words, room));
        }
        let mut band_top = room.top;
        for (place, band) in arranged.bands.into_iter().enumerate() {
            let (_, height) = band.size();
            let mut children: Vec<Node> = Vec::new();
            let words = band.head_words.into_iter().map(|(_, words)| words);
            for part in [band.body, band.side, band.head] {
                children.extend(part);
            }
            children.extend(words.chain(band.corner));
            for child in &mut children {
                moved(child, room.left, band_top);
            }
            nodes.push(group(Role::Panel, Some(place), children));
            band_top += height + GAP * canvas.scale;
        }
        Scene::new(
            (size, theme.ground),
            (&self.title, &self.alt_text()),
            PlotArea::without_axes(room),
            nodes,
            hits,
        )
    }

    /// The table in words, every row of it.
    pub fn alt_text(&self) -> String {
        let mut text = format!("Cross-tab: {}. {}.", self.title, self.subtitle);
        if let Some((why, what)) = &self.instead {
            text = format!("{why}. {what}");
        }
        for row in &self.rows {
            let cells: Vec<String> = (0..)
                .zip(&row.cells)
                .map(|(column, cell)| format!("{} {}", self.column_name(column), cell.text))
                .collect();
            text = format!("{text} {}: {}.", row.label, cells.join("; "));
        }
        format!("{text} {}", self.footnote)
    }

    fn arranged(&self, room: Rect, canvas: &Canvas<'_>) -> Arranged {
        let mut cut: Option<Arranged> = None;
        for shrink in SCALES {
            let look = GridLook {
                theme: canvas.theme,
                scale: canvas.scale * shrink,
                measure: canvas.measure,
            };
            let bands = self.bands(room.width(), &look);
            let grids: Vec<Grid> = bands
                .iter()
                .map(|columns| Grid::new(self, columns, self.rows.len(), &look))
                .collect();
            if height_of(&grids, canvas.scale) <= room.height() {
                return Arranged {
                    bands: grids,
                    left_out: (0, 0),
                };
            }
            // What does not fit at any size is drawn at the largest that leaves out least.
            let of_this_size = self.cut(room, canvas, &look, &bands);
            let is_more = |held: &Arranged| {
                let (columns, rows) = of_this_size.left_out;
                (columns + rows) < held.left_out.0 + held.left_out.1
            };
            if cut.as_ref().is_none_or(is_more) {
                cut = Some(of_this_size);
            }
        }
        cut.unwrap_or(Arranged {
            bands: Vec::new(),
            left_out: (0, 0),
        })
    }

    /// As many bands, and of the first as many rows, as fit.
    fn cut(
        &self,
        room: Rect,
        canvas: &Canvas<'_>,
        look: &GridLook<'_>,
        bands: &[Vec<usize>],
    ) -> Arranged {
        let mut grids: Vec<Grid> = Vec::new();
        let mut left_out = (0, 0);
        for columns in bands {
            let grid = Grid::new(self, columns, self.rows.len(), look);
            grids.push(grid);
            if height_of(&grids, canvas.scale) <= room.height() {
                continue;
            }
            let is_first = grids.len() == 1;
            grids.pop();
            if is_first {
                let fits =
                    |rows: &usize| Grid::new(self, columns, *rows, look).size().1 <= room.height();
                let rows = (0..=self.rows.len()).rev().find(fits).unwrap_or(0);
                left_out.1 = self.rows.len() - rows;
                grids.push(Grid::new(self, columns, rows, look));
            }
            break;
        }
        let shown = grids
            .iter()
            .map(|grid| grid.columns.len().saturating_sub(1))
            .sum::<usize>();
        left_out.0 = self.columns.len().saturating_sub(1).saturating_sub(shown);
        Arranged {
            bands: grids,
            left_out,
        }
    }

    /// The columns of each band: everybody first, headings whole where they fit.
    fn bands(&self, width: f32, look: &GridLook<'_>) -> Vec<Vec<usize>> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let width_of = |column: &usize| look.column_width(self, *column);
        let first = look.label_width(self) + width_of(&0);
        let mut bands: Vec<Vec<usize>> = Vec::new();
        let (mut band, mut taken) = (vec![0], first);
        for head in self.heads.iter().skip(1) {
            let own: f32 = head.columns.clone().map(|column| width_of(&column)).sum();
            if taken + own > width && first + own <= width && band.len() > 1 {
                bands.push(std::mem::replace(&mut band, vec![0]));
                taken = first;
            }
            for column in head.columns.clone() {
                let own = width_of(&column);
                if taken + own > width && band.len() > 1 {
                    bands.push(std::mem::replace(&mut band, vec![0]));
                    taken = first;
                }
                band.push(column);
                taken += own;
            }
        }
        bands.push(band);
        bands
    }
}

fn height_of(grids: &[Grid], scale: f32) -> f32 {
    let gaps: f32 = grids.iter().skip(1).map(|_| GAP * scale).sum();
    gaps + grids.iter().map(|grid| grid.size().1).sum::<f32>()
}

/// "Not drawn for want of room: 12 columns and 3 rows."
fn missing_words((columns, rows): (usize, usize)) -> Option<String> {
    let counted = |count: usize, noun: &str| {
        (count > 0).then(|| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }))
    };
    let parts: Vec<String> = [counted(columns, "column"), counted(rows, "row")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| format!("Not drawn for want of room: {}.", parts.join(" and ")))
}

/// Moves what is drawn.
fn moved(node: &mut Node, right: f32, down: f32) {
    let at = |point: &mut Point| {
        point.x += right;
        point.y += down;
    };
    match node {
        Node::Group(held) => {
            for child in &mut held.children {
                moved(child, right, down);
            }
        }
        Node::Line(line) => line.points.iter_mut().for_each(at),
        Node::Area(area) => area.upper.iter_mut().chain(&mut area.lower).for_each(at),
        Node::Polygon(polygon) => {
            *polygon = polygon.moved(|mut point| {
                at(&mut point);
                point
            });
        }
        Node::Rect(FilledRect { rect, .. }) | Node::Picture(Picture { rect, .. }) => {
            *rect = Rect::new(
                rect.left + right,
                rect.top + down,
                rect.right + right,
                rect.bottom + down,
            );
        }
        Node::Circle(circle) => at(&mut circle.centre),
        Node::Text(run) => at(&mut run.origin),
    }
}
