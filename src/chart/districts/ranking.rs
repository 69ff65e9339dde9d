//! The ranking: a bar for each area from nought, the own in front, with the mean of the peers and the quarters.

use super::model::{DistrictModel, DistrictsModel};
use super::ranking_model::{BarModel, RankingModel};
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect, count, pt};
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::{ChartTheme, Dash};
use crate::chart::wording::{district_ranking as words, districts as wording};

/// A row is so high in points where there is room, and no lower than the other.
const ROW: (f32, f32) = (30.0, 15.0);
/// What stands over and under the rows, in points.
const AROUND: f32 = 230.0;
/// The widest that names may be, as a part of the width.
const WIDEST_NAME: f32 = 0.28;

/// The least height of a ranking of so many areas on the screen.
pub(super) fn least_height(areas: usize) -> f32 {
    AROUND + 19.0 * count(areas)
}

/// Lays out a ranking for a size; areas for which there is no room are left out, and said to be.
pub(super) fn layout(
    model: &DistrictsModel,
    ranking: &RankingModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let (footnote, rows_fit) = fitting(&canvas, model, ranking, header);
    let footer = canvas.footer(&footnote, &mut nodes, &mut hits);
    let room = room(&canvas, header, footer);
    let rows = Rows::new(&canvas, model, ranking, room, rows_fit);
    if model.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        rows.push(&mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        rows.plot(),
        nodes,
        hits,
    )
}

fn room(canvas: &Canvas<'_>, header: f32, footer: f32) -> Rect {
    canvas.room(header + 14.0 * canvas.scale, footer - 14.0 * canvas.scale)
}

/// The height over the bars in which the mean is named.
fn head(canvas: &Canvas<'_>, ranking: &RankingModel) -> f32 {
    match ranking.mean {
        Some(_) => canvas.text.axis.line_height() + 4.0 * canvas.scale,
        None => 0.0,
    }
}

/// The footnote with how many areas are left out, and how many rows there is room for.
fn fitting(
    canvas: &Canvas<'_>,
    model: &DistrictsModel,
    ranking: &RankingModel,
    header: f32,
) -> (String, usize) {
    let all = ranking.bars.len();
    let attempt = |left_out: usize| {
        let footnote = match left_out {
            0 => model.footnote.clone(),
            some => format!("{} {}", wording::left_out(model.noun, some), model.footnote),
        };
        let footer = canvas.footer(&footnote, &mut Vec::new(), &mut Vec::new());
        let height = room(canvas, header, footer).height() - head(canvas, ranking);
        let least = ROW.1 * canvas.scale;
        let fitting = (1..=all)
            .rev()
            .find(|rows| count(*rows) * least <= height)
            .unwrap_or(1);
        (footnote, fitting)
    };
    let mut attempted = attempt(0);
    // Saying so may itself take room; the number of those left out only grows.
    for _ in 0..4 {
        let left_out = all.saturating_sub(attempted.1);
        if left_out == 0 {
            break;
        }
        attempted = attempt(left_out);
        if all.saturating_sub(attempted.1) == left_out {
            break;
        }
    }
    attempted
}

/// The rows with their columns.
struct Rows<'a> {
    canvas: &'a Canvas<'a>,
    ranking: &'a RankingModel,
    /// The areas that are drawn, from the top.
    shown: Vec<(&'a BarModel, &'a DistrictModel)>,
    /// The rectangle of the bars.
    bars: Rect,
    left: f32,
    right: f32,
    value_right: f32,
    rank_left: f32,
    row: f32,
    name_width: f32,
    bounds: (f64, f64),
}

impl<'a> Rows<'a> {
    fn new(
        canvas: &'a Canvas<'a>,
        model: &'a DistrictsModel,
        ranking: &'a RankingModel,
        room: Rect,
        fitting: usize,
    ) -> Self {
        let scale = canvas.scale;
        let shown = shown(model, ranking, fitting);
        let top = room.top + head(canvas, ranking);
        let row = ((room.bottom - top) / count(shown.len().max(1))).min(ROW.0 * scale);
        let widest = |texts: &mut dyn Iterator<Item = &str>, font| {
            texts
                .map(|text| canvas.measure.width(text, font))
                .fold(0.0_f32, f32::max)
        };
        let strong = canvas.text.label_highlighted;
        let mut names = shown.iter().map(|(_, district)| district.name.as_str());
        let name_width = widest(&mut names, strong).min(WIDEST_NAME * room.width());
        let values = shown.iter().map(|(bar, _)| bar.printed.as_str());
        let value_width = widest(&mut values.into_iter(), strong);
        let rank_width = widest(
            &mut shown.iter().map(|(bar, _)| bar.rank.as_str()),
            canvas.text.axis,
        );
        let has_quarters = shown.iter().any(|(bar, _)| bar.quarter.is_some());
        let quarter_width = if has_quarters {
            widest(&mut words::QUARTERS.into_iter(), canvas.text.note) + 16.0 * scale
        } else {
            0.0
        };
        let left = room.left + name_width + 12.0 * scale;
        let rank_left = room.right - quarter_width - rank_width;
        let right = (rank_left - value_width - 34.0 * scale).max(left + 20.0);
        let bottom = top + row * count(shown.len());
        let values = ranking.bars.iter().filter_map(|bar| bar.value.ok());
        let ends = ranking.bars.iter().filter_map(|bar| bar.interval);
        let mean = ranking.mean.iter().map(|(mean, _)| *mean);
        let all = values.chain(ends.map(|(_, upper)| upper)).chain(mean);
        let highest = all.fold(0.0_f64, f64::max);
        let lows = ranking.bars.iter().filter_map(|bar| bar.value.ok());
        let lowest = lows.fold(0.0_f64, f64::min);
        Self {
            canvas,
            ranking,
            shown,
            bars: Rect::new(left, top, right, bottom),
            left: room.left,
            right: room.right,
            value_right: rank_left - 16.0 * scale,
            rank_left,
            row,
            name_width,
            bounds: (
                lowest,
                if highest > lowest {
                    highest
                } else {
                    lowest + 1.0
                },
            ),
        }
    }

    fn plot(&self) -> PlotArea {
        PlotArea {
            rect: self.bars,
            viewport: Viewport {
                x: self.bounds,
                y: (0.0, 1.0),
            },
        }
    }

    fn x(&self, value: f64) -> f32 {
        let (lowest, highest) = self.bounds;
        self.bars.left + pt((value - lowest) / (highest - lowest)) * self.bars.width()
    }

    fn row_rect(&self, row: usize) -> Rect {
        let top = self.bars.top + count(row) * self.row;
        Rect::new(self.left, top, self.right, top + self.row)
    }

    fn push(&self, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        nodes.extend(self.quarters());
        for (row, (bar, district)) in self.shown.iter().enumerate() {
            let place = self.row_rect(row);
            let children = self.bar(bar, district, place);
            nodes.push(group(Role::Series, Some(bar.district), children));
            hits.push(HitRegion {
                target: HitTarget::Mark(bar.district),
                shape: HitShape::Rect(place),
            });
        }
        nodes.extend(self.mean());
    }

    /// Name, bar with its interval, value and rank.
    fn bar(&self, bar: &BarModel, district: &DistrictModel, place: Rect) -> Vec<Node> {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        // Words never stand higher than their row.
        let shrink = (0.8 * self.row / canvas.text.label.size_pt).min(1.0);
        let (font, colours) = if district.is_own {
            (canvas.text.label_highlighted, theme.category(2))
        } else {
            (canvas.text.label, theme.muted)
        };
        let font = font.scaled(shrink);
        let ink = if district.is_own {
            colours.text
        } else {
            theme.ink
        };
        let middle = f32::midpoint(place.top, place.bottom);
        let baseline = middle + font.cap_height() / 2.0;
        let name = elide(&district.name, font, self.name_width, canvas.measure);
        let mut children = vec![Node::Text(
            canvas.run(&name, self.left, baseline, font, ink),
        )];
        if let Ok(value) = bar.value {
            let (from, to) = (self.x(0.0), self.x(value));
            let half = 0.29 * self.row;
            children.push(Node::Rect(FilledRect {
                rect: Rect::new(from.min(to), middle - half, to.max(from), middle + half),
                rounding: 2.0 * canvas.scale,
                fill: colours.line,
            }));
        }
        if let Some((lower, upper)) = bar.interval {
            let (from, to) = (self.x(lower), self.x(upper));
            let end = bar
                .value
                .map_or(from, |value| self.x(value))
                .clamp(from, to);
            // What lies on the bar keeps its contrast with the bar.
            let (dark, light) = (theme.ink, theme.ground);
            let fill = colours.line;
            let on_bar = if dark.contrast(fill) >= light.contrast(fill) {
                dark
            } else {
                light
            };
            for (from, to, colour) in [(from, end, on_bar), (end, to, theme.ink)] {
                children.push(Node::Line(Line {
                    points: vec![Point::new(from, middle), Point::new(to, middle)],
                    stroke: Stroke::solid(1.3 * canvas.scale, colour),
                }));
            }
        }
        let left = self.value_right - canvas.measure.width(&bar.printed, font);
        let run = canvas.run(&bar.printed, left, baseline, font, ink);
        children.push(Node::Text(run));
        if !bar.rank.is_empty() {
            let font = canvas.text.axis.scaled(shrink);
            let run = canvas.run(&bar.rank, self.rank_left, baseline, font, theme.secondary);
            children.push(Node::Text(run));
        }
        children
    }

    /// The ground of every second quarter, with their names at the right.
    fn quarters(&self) -> Vec<Node> {
        let canvas = self.canvas;
        let font = canvas.text.note;
        let mut children = Vec::new();
        let mut row = 0;
        while let Some((bar, _)) = self.shown.get(row) {
            let quarter = bar.quarter;
            let rows = self.shown.iter().skip(row);
            let length = rows.take_while(|(bar, _)| bar.quarter == quarter).count();
            let (first, last) = (self.row_rect(row), self.row_rect(row + length - 1));
            if let Some(quarter) = quarter {
                let rect = Rect::new(self.left, first.top, self.right, last.bottom);
                if quarter % 2 == 0 {
                    children.push(Node::Rect(FilledRect {
                        rect: Rect::new(
                            rect.left - 6.0 * canvas.scale,
                            rect.top,
                            rect.right,
                            rect.bottom,
                        ),
                        rounding: 4.0 * canvas.scale,
                        fill: canvas.theme.ground.mixed(canvas.theme.grid, 0.45),
                    }));
                }
                if let Some(name) = words::QUARTERS.get(quarter)
                    && rect.height() >= font.line_height()
                {
                    let width = canvas.measure.width(name, font);
                    let baseline = first.top
                        + f32::midpoint(self.row.max(font.line_height()), font.cap_height());
                    let left = self.right - width - 6.0 * canvas.scale;
                    let run = canvas.run(name, left, baseline, font, canvas.theme.secondary);
                    children.push(Node::Text(run));
                }
            }
            row += length.max(1);
        }
        (!children.is_empty())
            .then(|| group(Role::Grid, None, children))
            .into_iter()
            .collect()
    }

    /// The dashed line at the peers' mean, with its name over it.
    fn mean(&self) -> Option<Node> {
        let (mean, name) = self.ranking.mean.as_ref()?;
        let (canvas, font) = (self.canvas, self.canvas.text.axis);
        let x = self.x(*mean);
        let colour = canvas.theme.comparator;
        let name = elide(name, font, self.right - self.left, canvas.measure);
        let width = canvas.measure.width(&name, font);
        let left = (x - width / 2.0).min(self.right - width).max(self.left);
        let baseline = self.bars.top - 6.0 * canvas.scale;
        let line = Line {
            points: vec![
                Point::new(x, self.bars.top - 3.0 * canvas.scale),
                Point::new(x, self.bars.bottom),
            ],
            stroke: Stroke {
                width: 1.4 * canvas.scale,
                colour: colour.line,
                dash: Dash::Dashed,
            },
        };
        let run = canvas.run(&name, left, baseline, font, colour.text);
        Some(group(
            Role::Reference,
            None,
            vec![Node::Line(line), Node::Text(run)],
        ))
    }
}

/// The areas that are drawn: the first, and always the own.
fn shown<'a>(
    model: &'a DistrictsModel,
    ranking: &'a RankingModel,
    fitting: usize,
) -> Vec<(&'a BarModel, &'a DistrictModel)> {
    let rows = ranking.bars.iter();
    let all: Vec<(&BarModel, &DistrictModel)> = rows
        .filter_map(|bar| Some((bar, model.districts.get(bar.district)?)))
        .collect();
    let mut shown: Vec<_> = all.iter().take(fitting).copied().collect();
    let own = all
        .iter()
        .skip(fitting)
        .find(|(_, district)| district.is_own);
    if let (Some(own), Some(last)) = (own, shown.last_mut()) {
        *last = *own;
    }
    shown
}
