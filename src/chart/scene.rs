//! A chart laid out: every line, area and run of text at its place, ready to be painted or written by
//! code that decides nothing.

pub use super::polygon::{Polygon, Rings};

use super::colour::Rgba;
use super::geometry::{Point, Rect, pt};
use super::size::ChartSize;
use super::text_metrics::Font;
use super::theme::Dash;
use crate::project::Logo;

/// A chart laid out for one size. All coordinates are in points, y down, origin top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
    /// Behind everything.
    pub ground: Rgba,
    /// What is drawn, from back to front.
    pub nodes: Vec<Node>,
    /// Where a pointer finds what.
    pub hit_regions: Vec<HitRegion>,
    /// Where data are drawn, and how they map to points.
    pub plot: PlotArea,
    /// The title, whole, for screen readers.
    pub title: String,
    /// What the chart shows, for screen readers.
    pub description: String,
}

impl Scene {
    /// A chart on a sheet of a size and a ground, with its title and what it shows in words.
    pub(super) fn new(
        (size, ground): (ChartSize, Rgba),
        (title, description): (&str, &str),
        plot: PlotArea,
        nodes: Vec<Node>,
        hit_regions: Vec<HitRegion>,
    ) -> Self {
        Self {
            width: size.width_pt,
            height: size.height_pt,
            ground,
            nodes,
            hit_regions,
            plot,
            title: title.to_owned(),
            description: description.to_owned(),
        }
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nodes that belong together.
    Group(Group),
    /// A line through points.
    Line(Line),
    /// The surface between two lines.
    Area(Area),
    /// The surface inside edges of any shape.
    Polygon(Polygon),
    /// A rectangle.
    Rect(FilledRect),
    /// A circle.
    Circle(Circle),
    /// One run of text.
    Text(TextRun),
    /// A logo.
    Picture(Picture),
}

/// Nodes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are.
    pub role: Role,
    /// Whose they are, for the roles that belong to a series: its place in the model.
    pub series: Option<usize>,
    /// A name that is unique within the scene: `series-2`.
    pub id: String,
    /// What is drawn, from back to front.
    pub children: Vec<Node>,
}

/// What a group of nodes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The message.
    Title,
    /// What is measured, where and when.
    Subtitle,
    /// The names of the lines, over the plot.
    Key,
    /// The numbers along the vertical axis.
    VerticalAxis,
    /// The periods along the horizontal axis.
    HorizontalAxis,
    /// The lines across the plot.
    Grid,
    /// Events and breaks, with their words.
    Events,
    /// A line across the plot with which everything is compared.
    Reference,
    /// Targets, milestones and baselines, with their words.
    Targets,
    /// A confidence interval.
    Interval,
    /// One series: its line and dots.
    Series,
    /// The small chart of one of several areas.
    Panel,
    /// The tile of an area on a map.
    Tile,
    /// An area within its boundaries on a map.
    Boundary,
    /// Marks where a value is missing.
    Gaps,
    /// The names at the ends of lines.
    LineLabels,
    /// A table, of rows.
    Table,
    /// A row of a table, of headers and cells.
    TableRow,
    /// What heads a column of a table.
    ColumnHeader,
    /// What heads a row of a table.
    RowHeader,
    /// A cell of a table.
    TableCell,
    /// What stands where nothing can be drawn.
    Message,
    /// Base, source and cautions.
    Footnote,
    /// Whose it is: the organisation and its logo, which is not read aloud on every slide.
    Imprint,
}

impl Role {
    /// The role's name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Key => "key",
            Self::VerticalAxis => "vertical-axis",
            Self::HorizontalAxis => "horizontal-axis",
            Self::Grid => "grid",
            Self::Events => "events",
            Self::Reference => "reference",
            Self::Targets => "targets",
            Self::Interval => "interval",
            Self::Series => "series",
            Self::Panel => "panel",
            Self::Tile => "tile",
            Self::Boundary => "boundary",
            Self::Gaps => "gaps",
            Self::LineLabels => "line-labels",
            Self::Table => "table",
            Self::TableRow => "table-row",
            Self::ColumnHeader => "column-header",
            Self::RowHeader => "row-header",
            Self::TableCell => "table-cell",
            Self::Message => "message",
            Self::Footnote => "footnote",
            Self::Imprint => "imprint",
        }
    }
}

/// How a line is drawn. Joins and ends are round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The width.
    pub width: f32,
    /// The colour.
    pub colour: Rgba,
    /// How it is interrupted.
    pub dash: Dash,
}

impl Stroke {
    /// A line without interruption.
    pub const fn solid(width: f32, colour: Rgba) -> Self {
        Self {
            width,
            colour,
            dash: Dash::Solid,
        }
    }

    /// Lengths of dash and gap in points, in turn, for the width of this stroke; none for a solid line.
    pub fn dash_lengths(&self) -> impl Iterator<Item = f32> + use<> {
        let factor = self.width / self.dash.usual_width();
        self.dash
            .lengths()
            .iter()
            .map(move |length| length * factor)
    }
}

/// A line through points.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The points, at least two.
    pub points: Vec<Point>,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// The surface between two lines that run through the same `x`, point by point.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The upper edge, left to right.
    pub upper: Vec<Point>,
    /// The lower edge, left to right, as many points at the same `x`.
    pub lower: Vec<Point>,
    /// The colour.
    pub fill: Rgba,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FilledRect {
    /// Where.
    pub rect: Rect,
    /// The radius of its corners.
    pub rounding: f32,
    /// The colour.
    pub fill: Rgba,
}

/// A circle; the stroke lies half inside its edge and half outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// Where.
    pub centre: Point,
    /// The radius.
    pub radius: f32,
    /// The colour inside.
    pub fill: Rgba,
    /// The edge.
    pub stroke: Option<Stroke>,
}

/// A logo, in its own shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where.
    pub rect: Rect,
    /// Its pixels.
    pub logo: Logo,
}

/// One run of text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// Where the run begins, on its baseline.
    pub origin: Point,
    /// The width that it was laid out with.
    pub width: f32,
    /// The font.
    pub font: Font,
    /// The colour.
    pub colour: Rgba,
}

impl TextRun {
    /// The rectangle that digits, capitals and descenders fill.
    pub fn bounds(&self) -> Rect {
        Rect::new(
            self.origin.x,
            self.origin.y - self.font.cap_height(),
            self.origin.x + self.width,
            self.origin.y + 0.8 * self.font.descent(),
        )
    }
}

/// A place that a pointer can find.
#[derive(Clone, Debug, PartialEq)]
pub struct HitRegion {
    /// What is there.
    pub target: HitTarget,
    /// Where it is.
    pub shape: HitShape,
}

/// What a pointer can find. Series are named by their place in the model's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitTarget {
    /// One point of one series.
    Point {
        /// The place of the series in the model.
        series: usize,
        /// The place of the period in the model.
        period: usize,
    },
    /// A series: its line, or its name.
    Series(usize),
    /// A mark of a chart that shows each of them once, by its place in the model.
    Mark(usize),
    /// The plot of a mark that is a small chart; all of them show the same part of the data.
    Plot(usize),
    /// The title.
    Title,
    /// The subtitle.
    Subtitle,
    /// The footnote.
    Footnote,
    /// An event, by its place in the model.
    Event(usize),
}

/// The shape of a place that a pointer can find.
#[derive(Clone, Debug, PartialEq)]
pub enum HitShape {
    /// A rectangle.
    Rect(Rect),
    /// A disc.
    Disc {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: f32,
    },
    /// The neighbourhood of a line.
    Near {
        /// The line.
        points: Vec<Point>,
        /// How far from it.
        distance: f32,
    },
    /// What lies inside edges: of an odd number of rings.
    Inside(Rings),
}

/// The part of the data that is seen: the bounds of both axes in data units. Horizontally these are
/// months since the beginning of the calendar, at the end of each period; vertically the measure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The left and right bound.
    pub x: (f64, f64),
    /// The lower and upper bound.
    pub y: (f64, f64),
}

/// Where data are drawn, and how they map to points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotArea {
    /// The rectangle of the plot.
    pub rect: Rect,
    /// The part of the data that it shows.
    pub viewport: Viewport,
}

impl PlotArea {
    /// The plot of a chart whose marks stand in rows or cells and not on axes.
    pub(super) const fn without_axes(rect: Rect) -> Self {
        Self {
            rect,
            viewport: Viewport {
                x: (0.0, 1.0),
                y: (0.0, 1.0),
            },
        }
    }

    /// The place of a pair of data coordinates; outside the rectangle where they are outside the viewport.
    pub fn to_point(&self, x: f64, y: f64) -> Point {
        Point::new(self.x_to_pt(x), self.y_to_pt(y))
    }

    /// The horizontal place of a data coordinate.
    pub fn x_to_pt(&self, x: f64) -> f32 {
        let (from, to) = self.viewport.x;
        let share = if to > from {
            (x - from) / (to - from)
        } else {
            0.5
        };
        pt(f64::from(self.rect.left) + share * f64::from(self.rect.width()))
    }

    /// The vertical place of a data coordinate.
    pub fn y_to_pt(&self, y: f64) -> f32 {
        let (from, to) = self.viewport.y;
        let share = if to > from {
            (y - from) / (to - from)
        } else {
            0.5
        };
        pt(f64::from(self.rect.bottom) - share * f64::from(self.rect.height()))
    }

    /// The data coordinates of a place.
    pub fn to_data(&self, point: Point) -> (f64, f64) {
        let along = f64::from(point.x - self.rect.left) / f64::from(self.rect.width()).max(1e-6);
        let up = f64::from(self.rect.bottom - point.y) / f64::from(self.rect.height()).max(1e-6);
        let (x, y) = (self.viewport.x, self.viewport.y);
        (x.0 + along * (x.1 - x.0), y.0 + up * (y.1 - y.0))
    }
}

impl Scene {
    /// Every run of text, from back to front.
    pub fn text_runs(&self) -> Vec<&TextRun> {
        let mut runs = Vec::new();
        collect_text(&self.nodes, &mut runs);
        runs
    }

    /// The first group of a role.
    pub fn group(&self, role: Role) -> Option<&Group> {
        self.nodes.iter().find_map(|node| match node {
            Node::Group(group) if group.role == role => Some(group),
            _ => None,
        })
    }
}

fn collect_text<'a>(nodes: &'a [Node], runs: &mut Vec<&'a TextRun>) {
    for node in nodes {
        match node {
            Node::Group(group) => collect_text(&group.children, runs),
            Node::Text(run) => runs.push(run),
            _ => {}
        }
    }
}
