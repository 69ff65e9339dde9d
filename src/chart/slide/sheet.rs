//! The sheet of a slide: its title at the top, the room under it, its number in the corner.

use super::imprint;
use super::place::Place;
use super::table::{self, TablePage};
use super::words;
use crate::chart::canvas::{Canvas, group};
use crate::chart::contents::DataTable;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{HitRegion, Node, PlotArea, Role, Scene};
use crate::chart::size::ChartSize;
use crate::chart::text_block::wrap_evenly;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::project::story::{Paragraph, SlideShape, TextSize};

/// What stands between two charts, in points.
const BETWEEN: f32 = 8.0;

/// What is on a slide under its title.
#[derive(Clone, Debug, PartialEq)]
pub enum SlideBody {
    /// Charts from left to right, each laid out for [`SlideSheet::chart_size`].
    Charts(Vec<Scene>),
    /// Nothing but the title, large, with the base and source on which it rests.
    Message {
        /// Base, interval, cautions, source; may be empty.
        footnote: String,
    },
    /// Paragraphs and points.
    Text(Vec<Paragraph>),
    /// A table with its base and source.
    Table {
        /// The table.
        table: DataTable,
        /// Base, interval, cautions, source.
        footnote: String,
    },
    /// A part of a table with its base and source.
    TablePage {
        /// The part.
        page: TablePage,
        /// Base, interval, cautions, source.
        footnote: String,
    },
    /// The beginning of a part, with what stands under its title.
    Section(String),
    /// Nothing can be shown, for this reason.
    Nothing(String),
}

/// A slide laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct SlideScene {
    /// Everything at its place.
    pub scene: Scene,
    /// Whether words or rows had to be left out because there are more than fit.
    pub is_overfull: bool,
}

/// The sheet of a slide with its title.
pub struct SlideSheet<'a> {
    size: ChartSize,
    pub(super) canvas: Canvas<'a>,
    pub(super) title: &'a str,
    number: Option<usize>,
    /// What the logo at the foot takes from the bottom of everything else.
    foot: f32,
}

impl<'a> SlideSheet<'a> {
    /// A sheet of a shape; `number` stands in its corner.
    pub fn new(
        shape: SlideShape,
        text: TextSize,
        title: &'a str,
        number: Option<usize>,
        theme: &'a ChartTheme,
        measure: &'a dyn MeasureText,
    ) -> Self {
        let size = match shape {
            SlideShape::Wide => ChartSize::SLIDE,
            SlideShape::Standard => ChartSize::STANDARD_SLIDE,
        };
        let size = size.with_text_scale(size.text_scale * text.factor());
        let mut canvas = Canvas::new(size, theme, measure);
        let foot = imprint::height(&canvas);
        canvas.content.bottom -= foot;
        Self {
            size,
            canvas,
            title: title.trim(),
            number,
            foot,
        }
    }

    /// The size for which each of `several` charts side by side is laid out. One alone has its title above;
    /// of two, each has its own.
    pub fn chart_size(&self, several: usize) -> ChartSize {
        let room = self.chart_room(several, 0);
        let size = ChartSize {
            width_pt: room.width(),
            height_pt: room.height(),
            ..self.size
        };
        if several > 1 {
            size.with_text_scale(0.8 * self.size.text_scale)
        } else {
            size.without_title()
        }
    }

    /// Lays it out with what is on it.
    pub fn scene(&self, body: &SlideBody) -> SlideScene {
        let mut nodes = Vec::new();
        let mut hits = Vec::new();
        let mut is_overfull = false;
        let mut said = Vec::new();
        match body {
            SlideBody::Charts(charts) => {
                self.title_nodes(&mut nodes, &mut hits);
                for (at, chart) in charts.iter().enumerate() {
                    let room = self.chart_room(charts.len(), at);
                    let prefix = if charts.len() > 1 {
                        format!("chart-{}-", at + 1)
                    } else {
                        String::from("chart-")
                    };
                    let place = Place {
                        dx: room.left,
                        dy: room.top,
                        scale: 1.0,
                        prefix: &prefix,
                    };
                    let (drawn, regions) = place.put(chart);
                    nodes.extend(drawn);
                    // With two charts nobody could tell whose mark a region is.
                    if charts.len() == 1 {
                        hits.extend(regions);
                    }
                    said.push(chart.description.clone());
                }
            }
            SlideBody::Message { footnote } => {
                let foot = self.footnote(footnote, &mut nodes, &mut hits);
                is_overfull = words::message(self, foot, &mut nodes);
                said.push(footnote.clone());
            }
            SlideBody::Text(paragraphs) => {
                let top = self.title_nodes(&mut nodes, &mut hits);
                is_overfull = words::paragraphs(self, paragraphs, top, &mut nodes);
                said.extend(paragraphs.iter().map(|held| held.text.clone()));
            }
            SlideBody::Table { table, footnote } => {
                let top = self.title_nodes(&mut nodes, &mut hits);
                let foot = self.footnote(footnote, &mut nodes, &mut hits);
                is_overfull = table::table(self, table, (top, foot), &mut nodes);
                said.push(footnote.clone());
            }
            SlideBody::TablePage { page, footnote } => {
                let top = self.title_nodes(&mut nodes, &mut hits);
                let foot = self.footnote(footnote, &mut nodes, &mut hits);
                table::page(self, page, (top, foot), &mut nodes);
                said.push(footnote.clone());
            }
            SlideBody::Section(subtitle) => {
                words::section(self, subtitle, &mut nodes);
                said.push(subtitle.clone());
            }
            SlideBody::Nothing(reason) => {
                let top = self.title_nodes(&mut nodes, &mut hits);
                let content = self.canvas.content;
                let room = Rect::new(content.left, top, content.right, content.bottom);
                nodes.push(self.canvas.message(reason, room));
                said.push(reason.clone());
            }
        }
        nodes.extend(imprint::node(&self.canvas, self.size));
        nodes.extend(self.number_node());
        said.retain(|words| !words.is_empty());
        let scene = Scene {
            width: self.size.width_pt,
            height: self.size.height_pt,
            ground: self.canvas.theme.ground,
            nodes,
            hit_regions: hits,
            plot: self.plot(body),
            title: self.title.to_owned(),
            description: said.join(" "),
        };
        SlideScene { scene, is_overfull }
    }

    /// The parts of a table that fit under the title, one after the other.
    pub fn table_pages(&self, table: &DataTable, footnote: &str) -> Vec<TablePage> {
        let (mut nodes, mut hits) = (Vec::new(), Vec::new());
        let top = self.title_nodes(&mut nodes, &mut hits);
        let foot = self.footnote(footnote, &mut nodes, &mut hits);
        table::pages(self, table, (top, foot))
    }

    /// The plot of a chart that is alone on the slide, at its place there.
    fn plot(&self, body: &SlideBody) -> PlotArea {
        if let SlideBody::Charts(charts) = body
            && let [chart] = charts.as_slice()
        {
            let room = self.chart_room(1, 0);
            let place = Place {
                dx: room.left,
                dy: room.top,
                scale: 1.0,
                prefix: "",
            };
            return PlotArea {
                rect: place.rect(chart.plot.rect),
                viewport: chart.plot.viewport,
            };
        }
        PlotArea::without_axes(self.canvas.content)
    }

    /// Where a chart stands. Its own margins lie in those of the slide, so that everything begins at one edge.
    fn chart_room(&self, several: usize, at: usize) -> Rect {
        let content = self.canvas.content;
        let bottom = self.size.height_pt - 0.35 * content.top - self.foot;
        let title = self.title_bottom();
        let gap = 8.0 * self.canvas.scale;
        let text_scale = if several > 1 { 0.8 } else { 1.0 } * self.size.text_scale;
        // As the chart's canvas has it.
        let margin = |height: f32| (22.0 * text_scale).min(0.06 * height);
        let top = title.map_or(0.5 * content.top, |title| {
            title + gap - margin(bottom - title)
        });
        let margin = margin(bottom - top);
        let parts = count(several.max(1));
        let whole = content.width() + 2.0 * margin;
        let width = (whole - BETWEEN * (parts - 1.0)) / parts;
        let left = content.left - margin + count(at) * (width + BETWEEN);
        Rect::new(left, top, left + width, bottom)
    }

    fn title_lines(&self) -> Vec<String> {
        let canvas = &self.canvas;
        let width = canvas.content.width();
        wrap_evenly(self.title, canvas.text.title, width, 2, canvas.measure)
    }

    /// Where the title ends, as [`Canvas::header`] writes it.
    fn title_bottom(&self) -> Option<f32> {
        let lines = self.title_lines().len();
        let font = self.canvas.text.title;
        (lines > 0).then(|| {
            let rest = 1.2 * font.size_pt * (count(lines) - 1.0);
            self.canvas.content.top + font.cap_height() + rest + font.descent()
        })
    }

    fn title_nodes(&self, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> f32 {
        self.canvas.header(self.title, "", nodes, hits)
    }

    fn footnote(&self, footnote: &str, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> f32 {
        self.canvas.footer(footnote, nodes, hits)
    }

    /// The number in the lower right corner, within the margin.
    fn number_node(&self) -> Option<Node> {
        let canvas = &self.canvas;
        let font = canvas.theme.text.footnote;
        let words = self.number?.to_string();
        let width = canvas.measure.width(&words, font);
        let baseline = imprint::baseline(canvas, self.size);
        let at = Point::new(canvas.content.right - width, baseline);
        let run = canvas.run(&words, at.x, at.y, font, canvas.theme.secondary);
        let mut node = group(Role::Footnote, None, vec![Node::Text(run)]);
        if let Node::Group(group) = &mut node {
            group.id = String::from("slide-number");
        }
        Some(node)
    }
}
