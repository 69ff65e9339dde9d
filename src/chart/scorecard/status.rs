//! Where a target stands, as word, shape and colour.

use crate::analysis::targets::{Expected, ScorecardRow, Verdict};
use crate::chart::canvas::Canvas;
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{Area, Circle, FilledRect, Node, Stroke};
use crate::chart::text_metrics::Font;
use crate::chart::theme::{ChartTheme, TEXT_CONTRAST, ThemeKind};

/// Where a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// ● On track.
    OnTrack,
    /// ▼ Off track.
    OffTrack,
    /// ◆ Cannot tell.
    CannotTell,
    /// ○ Data due.
    DataDue,
    /// ○ Data that were to come by now.
    Overdue,
}

impl Standing {
    /// All of them, in the order of titles.
    pub const ALL: [Self; 5] = [
        Self::OnTrack,
        Self::OffTrack,
        Self::CannotTell,
        Self::DataDue,
        Self::Overdue,
    ];

    /// Where a row of the scorecard puts a target.
    pub const fn of(row: &ScorecardRow) -> Self {
        match (row.verdict, row.expected) {
            (Verdict::OnTrack, _) => Self::OnTrack,
            (Verdict::OffTrack, _) => Self::OffTrack,
            (Verdict::CannotTell(_), _) => Self::CannotTell,
            (Verdict::DataDue, Expected::OverdueSince(_)) => Self::Overdue,
            (Verdict::DataDue, _) => Self::DataDue,
        }
    }

    /// In words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnTrack => "On track",
            Self::OffTrack => "Off track",
            Self::CannotTell => "Cannot tell",
            Self::DataDue => "Data due",
            Self::Overdue => "Overdue",
        }
    }

    /// The colour from which those of the pill follow.
    const fn colour(self) -> Rgba {
        match self {
            Self::OnTrack => Rgba::hex(0x0F_7A_70),
            Self::OffTrack => Rgba::hex(0xA8_12_4C),
            Self::CannotTell => Rgba::hex(0x5B_67_75),
            Self::DataDue | Self::Overdue => Rgba::hex(0xB4_4A_0E),
        }
    }

    /// The fill and the ink of the pill.
    pub fn colours(self, theme: &ChartTheme) -> (Rgba, Rgba) {
        let colour = match theme.kind {
            ThemeKind::Print => Rgba::BLACK,
            _ => self.colour(),
        };
        let colour = colour.readable_on(theme.ground, TEXT_CONTRAST);
        let fill = theme.ground.mixed(colour, 0.15);
        let ink = colour.readable_on(fill, 1.15 * TEXT_CONTRAST);
        (fill, ink)
    }
}

/// The measures of a pill.
pub(super) struct Pill {
    font: Font,
    mark: f32,
    gap: f32,
    padding: f32,
    height: f32,
}

impl Pill {
    /// With words in a font.
    pub fn new(font: Font) -> Self {
        Self {
            font,
            mark: 0.72 * font.size_pt,
            gap: 0.4 * font.size_pt,
            padding: 0.7 * font.size_pt,
            height: 1.65 * font.size_pt,
        }
    }

    /// Its width for the longest word.
    pub fn width(&self, canvas: &Canvas<'_>) -> f32 {
        Standing::ALL
            .iter()
            .map(|standing| self.width_of(canvas, *standing))
            .fold(0.0, f32::max)
    }

    fn width_of(&self, canvas: &Canvas<'_>, standing: Standing) -> f32 {
        let word = canvas.measure.width(standing.word(), self.font);
        word + self.mark + self.gap + 2.0 * self.padding
    }

    /// The pill with its left edge and its middle at a place.
    pub fn nodes(
        &self,
        canvas: &Canvas<'_>,
        standing: Standing,
        left: f32,
        middle: f32,
    ) -> Vec<Node> {
        let (fill, ink) = standing.colours(canvas.theme);
        let half = self.height / 2.0;
        let right = left + self.width_of(canvas, standing);
        let rect = Rect::new(left, middle - half, right, middle + half);
        let mut nodes = vec![Node::Rect(FilledRect {
            rect,
            rounding: half,
            fill,
        })];
        let centre = Point::new(left + self.padding + self.mark / 2.0, middle);
        nodes.push(shape(standing, centre, self.mark / 2.0, ink, fill));
        let text_left = left + self.padding + self.mark + self.gap;
        let baseline = middle + self.font.cap_height() / 2.0;
        let run = canvas.run(standing.word(), text_left, baseline, self.font, ink);
        nodes.push(Node::Text(run));
        nodes
    }
}

/// The shape before the word.
fn shape(standing: Standing, centre: Point, radius: f32, ink: Rgba, fill: Rgba) -> Node {
    let Point { x, y } = centre;
    let across = |ys: [f32; 3]| {
        [x - radius, x, x + radius]
            .into_iter()
            .zip(ys)
            .map(|(x, y)| Point::new(x, y))
            .collect()
    };
    match standing {
        Standing::OnTrack => Node::Circle(Circle {
            centre,
            radius,
            fill: ink,
            stroke: None,
        }),
        Standing::DataDue | Standing::Overdue => Node::Circle(Circle {
            centre,
            radius: 0.8 * radius,
            fill,
            stroke: Some(Stroke::solid(0.36 * radius, ink)),
        }),
        Standing::OffTrack => {
            let (top, bottom) = (y - 0.8 * radius, y + 0.9 * radius);
            Node::Area(Area {
                upper: across([top, top, top]),
                lower: across([top, bottom, top]),
                fill: ink,
            })
        }
        Standing::CannotTell => Node::Area(Area {
            upper: across([y, y - radius, y]),
            lower: across([y, y + radius, y]),
            fill: ink,
        }),
    }
}
