//! The marks of one line as an item of `egui_plot`: found by its pointer, painted from the scene.

use std::cell::Cell;

use egui::{Color32, Pos2, Shape, Stroke, Ui};
use egui_plot::{
    ClosestElem, Cursor, LabelFormatterFn, PlotBounds, PlotConfig, PlotGeometry, PlotItem,
    PlotItemBase, PlotPoint, PlotTransform,
};

use crate::chart::Viewport;
use crate::chart::scene::Group;
use crate::ui::scene_painter;

/// Dots at the edge of the plot reach this far over it.
const OVERHANG: f32 = 12.0;
/// The radius of the ring around the point that is selected or under the pointer.
const RING_RADIUS: f32 = 7.5;

/// The point under the pointer, by its places in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoveredPoint {
    /// The line.
    pub series: usize,
    /// The period.
    pub period: usize,
}

/// The marks of one line.
pub struct SeriesItem<'a> {
    base: PlotItemBase,
    group: Group,
    series: usize,
    periods: Vec<usize>,
    points: Vec<PlotPoint>,
    selected: Option<usize>,
    origin: Pos2,
    full: Viewport,
    accent: Color32,
    hovered: &'a Cell<Option<HoveredPoint>>,
}

impl<'a> SeriesItem<'a> {
    /// `points` are the periods' places with the data coordinates of their values; a group without any,
    /// such as an interval, is painted and not found.
    #[expect(
        clippy::too_many_arguments,
        reason = "built in one place, from one surface"
    )]
    pub fn new(
        group: &Group,
        series: usize,
        points: Vec<(usize, [f64; 2])>,
        selected: Option<usize>,
        origin: Pos2,
        full: Viewport,
        accent: Color32,
        hovered: &'a Cell<Option<HoveredPoint>>,
    ) -> Self {
        let (periods, points) = points
            .into_iter()
            .map(|(period, [x, y])| (period, PlotPoint::new(x, y)))
            .unzip();
        Self {
            base: PlotItemBase::new(group.id.clone()),
            group: group.clone(),
            series,
            periods,
            points,
            selected,
            origin,
            full,
            accent,
            hovered,
        }
    }

    fn ring(&self, transform: &PlotTransform, index: usize) -> Option<Shape> {
        let at = transform.position_from_point(self.points.get(index)?);
        Some(Shape::circle_stroke(
            at,
            RING_RADIUS,
            Stroke::new(1.5, self.accent),
        ))
    }
}

impl PlotItem for SeriesItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, _shapes: &mut Vec<Shape>) {
        // Painted here and not handed over, since dots at the edge reach over the plot's rectangle.
        let painter = ui
            .painter()
            .with_clip_rect(transform.frame().expand(OVERHANG));
        scene_painter::paint(&painter, self.origin, &self.group.children);
        let selected = self
            .selected
            .and_then(|selected| self.periods.iter().position(|period| *period == selected));
        if let Some(ring) = selected.and_then(|index| self.ring(transform, index)) {
            painter.add(ring);
        }
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.accent
    }

    fn allow_hover(&self) -> bool {
        !self.points.is_empty()
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        if self.points.is_empty() {
            PlotGeometry::None
        } else {
            PlotGeometry::Points(&self.points)
        }
    }

    /// All items together have the bounds of the full view, so that a reset shows just that.
    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max(
            [self.full.x.0, self.full.y.0],
            [self.full.x.1, self.full.y.1],
        )
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }

    fn on_hover(
        &self,
        _plot_area_response: &egui::Response,
        elem: ClosestElem,
        shapes: &mut Vec<Shape>,
        _cursors: &mut Vec<Cursor>,
        plot: &PlotConfig<'_>,
        _label_formatter: Option<&LabelFormatterFn<'_>>,
    ) {
        if let Some(period) = self.periods.get(elem.index) {
            self.hovered.set(Some(HoveredPoint {
                series: self.series,
                period: *period,
            }));
        }
        shapes.extend(self.ring(plot.transform, elem.index));
    }
}
