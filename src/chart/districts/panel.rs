//! The small chart of one area: name, latest value and change over a plot.

use crate::analysis::change::Tone;
use crate::chart::axis;
use crate::chart::canvas::{Canvas, group};
use crate::chart::colour::Rgba;
use crate::chart::districts::model::{ChangeModel, DistrictModel};
use crate::chart::geometry::{Point, Rect};
use crate::chart::layout::Frame;
use crate::chart::notes;
use crate::chart::scene::{Area, Group, HitRegion, Line, Node, PlotArea, Role, Stroke, Viewport};
use crate::chart::series_marks;
use crate::chart::text_block::elide;
use crate::chart::theme::{ChartTheme, ThemeKind};
use crate::data::Unit;

/// Lines and dots of a small chart are so much smaller than those of a large one.
const MARKS: f32 = 0.78;

/// The colour of a change.
pub(super) fn tone_colour(theme: &ChartTheme, tone: Tone) -> Rgba {
    match tone {
        _ if theme.kind == ThemeKind::Print => theme.ink,
        Tone::Good => theme.good.text,
        Tone::Bad => theme.bad.text,
        Tone::Neutral => theme.ink,
    }
}

/// A small chart at its place.
pub(super) struct Panel<'a> {
    pub canvas: &'a Canvas<'a>,
    pub district: &'a DistrictModel,
    /// The place of the area in the model.
    pub mark: usize,
    pub place: Rect,
    pub unit: Unit,
    pub viewport: Viewport,
}

impl Panel<'_> {
    /// The group of everything drawn, and the rectangle of the plot.
    pub fn node(&self) -> (Node, PlotArea) {
        let mut children = Vec::new();
        let top = self.heading(&mut children);
        let plot = self.plot(top, &mut children);
        let own = match group(Role::Panel, Some(self.mark), children) {
            Node::Group(own) => Node::Group(self.with_own_names(own)),
            other => other,
        };
        (own, plot)
    }

    /// Names within the panel are unique in the scene.
    fn with_own_names(&self, mut panel: Group) -> Group {
        for child in &mut panel.children {
            if let Node::Group(child) = child {
                child.series = Some(self.mark);
                child.id = format!("{}-{}", panel.id, child.id);
            }
        }
        panel
    }

    /// Name, value and change; returns the bottom of them.
    fn heading(&self, children: &mut Vec<Node>) -> f32 {
        let canvas = self.canvas;
        let (theme, text, width) = (canvas.theme, canvas.text, self.place.width());
        let name_colour = if self.district.is_own {
            theme.category(2).text
        } else {
            theme.ink
        };
        let name_font = text.label_highlighted;
        let mut baseline = self.place.top + name_font.cap_height();
        let name = elide(&self.district.name, name_font, width, canvas.measure);
        children.push(Node::Text(canvas.run(
            &name,
            self.place.left,
            baseline,
            name_font,
            name_colour,
        )));
        baseline += 1.45 * name_font.size_pt;
        let value = self.district.value.as_deref().unwrap_or("not shown");
        let value_font = if self.district.value.is_some() {
            text.label_highlighted
        } else {
            text.axis
        };
        let value = elide(value, value_font, width, canvas.measure);
        let run = canvas.run(&value, self.place.left, baseline, value_font, theme.ink);
        let left = run.origin.x + run.width + 0.45 * value_font.size_pt;
        children.push(Node::Text(run));
        if let Some(change) = &self.district.change {
            self.change(change, left, baseline, children);
        }
        baseline + value_font.descent()
    }

    /// The change behind the value; left out where there is no room for it.
    fn change(&self, change: &ChangeModel, left: f32, baseline: f32, children: &mut Vec<Node>) {
        let canvas = self.canvas;
        let font = canvas.text.axis.scaled(0.92);
        let colour = match change.is_up {
            Some(_) => tone_colour(canvas.theme, change.tone),
            None => canvas.theme.secondary,
        };
        let mut left = left;
        let arrow = 0.62 * font.size_pt;
        let room = self.place.right - left;
        let mark = change.is_up.map_or(0.0, |_| 1.4 * arrow);
        let fits = canvas.measure.width(&change.words, font) <= room - mark;
        // An arrow says the direction without its words; shortened words would say nothing.
        if room < mark || (change.is_up.is_none() && !fits) {
            return;
        }
        if let Some(is_up) = change.is_up {
            let middle = baseline - font.cap_height() / 2.0;
            let half = 0.45 * arrow;
            let (tip, base) = if is_up {
                (middle - half, middle + half)
            } else {
                (middle + half, middle - half)
            };
            let (a, b) = (Point::new(left, base), Point::new(left + arrow, base));
            let tip = Point::new(left + arrow / 2.0, tip);
            let flat = vec![a, Point::new(tip.x, base), b];
            let edge = vec![a, tip, b];
            let (upper, lower) = if is_up { (edge, flat) } else { (flat, edge) };
            children.push(Node::Area(Area {
                upper,
                lower,
                fill: colour,
            }));
            left += mark;
        }
        if fits {
            let run = canvas.run(&change.words, left, baseline, font, colour);
            children.push(Node::Text(run));
        }
    }

    fn plot(&self, top: f32, children: &mut Vec<Node>) -> PlotArea {
        let canvas = self.canvas;
        let scale = canvas.scale;
        let font = canvas.text.axis.scaled(0.92);
        let axis_room = 7.0 * scale + font.cap_height();
        let plot_top = top + 0.5 * font.cap_height() + 9.0 * scale;
        let bottom = (self.place.bottom - axis_room).max(plot_top + 8.0);
        let labels = axis::value_labels(
            self.unit,
            self.viewport.y,
            (bottom - plot_top).min(110.0 * scale),
            font,
        );
        let widest = labels
            .iter()
            .map(|label| canvas.measure.width(&label.text, font))
            .fold(0.0, f32::max);
        let right = (self.place.right - widest - 7.0 * scale).max(self.place.left + 8.0);
        let bottom = bottom.min(plot_top + (right - self.place.left));
        let plot = PlotArea {
            rect: Rect::new(self.place.left, plot_top, right, bottom),
            viewport: self.viewport,
        };
        self.axes(&plot, &labels, children);
        let marks = Canvas {
            scale: MARKS * scale,
            ..*canvas
        };
        let frame = Frame {
            model: &self.district.chart,
            canvas: marks,
        };
        let lines = series_marks::lines(frame.model, &plot);
        let mut hits: Vec<HitRegion> = Vec::new();
        series_marks::nodes(&frame, &plot, &lines, children, &mut hits);
        children.extend(notes::gaps(&frame, &plot));
        plot
    }

    /// Rules with their numbers at the right, and the first and last period below.
    fn axes(&self, plot: &PlotArea, labels: &[axis::ValueLabel], children: &mut Vec<Node>) {
        let canvas = self.canvas;
        let (theme, scale) = (canvas.theme, canvas.scale);
        let font = canvas.text.axis.scaled(0.92);
        let mut rules = Vec::new();
        let mut numbers = Vec::new();
        for label in labels {
            let y = plot.y_to_pt(label.value);
            let is_nought = label.value == 0.0;
            rules.push(Node::Line(Line {
                points: vec![
                    Point::new(plot.rect.left, y),
                    Point::new(plot.rect.right, y),
                ],
                stroke: Stroke::solid(
                    scale,
                    if is_nought {
                        theme.baseline
                    } else {
                        theme.grid
                    },
                ),
            }));
            let width = canvas.measure.width(&label.text, font);
            let baseline = y + font.cap_height() / 2.0;
            numbers.push(Node::Text(canvas.run(
                &label.text,
                self.place.right - width,
                baseline,
                font,
                theme.secondary,
            )));
        }
        children.push(group(Role::Grid, None, rules));
        children.push(group(Role::VerticalAxis, None, numbers));
        children.push(group(Role::HorizontalAxis, None, self.periods(plot)));
    }

    fn periods(&self, plot: &PlotArea) -> Vec<Node> {
        let canvas = self.canvas;
        let font = canvas.text.axis.scaled(0.92);
        let baseline = plot.rect.bottom + 7.0 * canvas.scale + font.cap_height();
        let periods = &self.district.chart.periods;
        let run = |left: f32, text: &str| {
            Node::Text(canvas.run(text, left, baseline, font, canvas.theme.secondary))
        };
        let width = |text: &str| canvas.measure.width(text, font);
        match (periods.first(), periods.last()) {
            (Some(first), Some(last)) if periods.len() > 1 => {
                let (first, last) = (&first.axis_label, &last.axis_label);
                let at = plot.rect.right - width(last);
                let mut names = vec![run(at.max(plot.rect.left), last)];
                if plot.rect.left + width(first) + font.size_pt <= at {
                    names.insert(0, run(plot.rect.left, first));
                }
                names
            }
            (Some(only), _) => {
                let at = plot.rect.right - width(&only.axis_label);
                vec![run(at.max(plot.rect.left), &only.axis_label)]
            }
            _ => Vec::new(),
        }
    }
}
