//! The map: each area within its boundaries in the colour of what stands in it, with its name, and a key.

use super::map_frame::{Frame, Part, size_of};
use super::map_hatching::hatching_inside;
use super::map_key::KeyPlace;
use super::map_labels::{self as labels, Beside, Block, MOST_BESIDE, PlacedBlock, Wish};
use super::map_model::MapModel;
use super::model::DistrictsModel;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour::Rgba;
use crate::chart::colour_steps::readable;
use crate::chart::geometry::{Point, Rect};
use crate::chart::heatmap::{HeatmapCell, HeatmapFill, triangle};
use crate::chart::scene::{
    Circle, FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Polygon, Role, Scene,
    Stroke,
};
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::data::GridExtent;

/// The most of the width that names beside the map take on a side.
const MOST_FOR_NAMES: f32 = 0.27;
/// How much ink areas have of which there are no data, and those whose difference is not clear.
const BEYOND: f64 = 0.09;
const NOT_CLEAR: f64 = 0.2;

/// The colour of a boundary of which there are no data.
pub(super) fn beyond_fill(theme: &ChartTheme) -> Rgba {
    theme.ground.mixed(theme.ink, BEYOND)
}

/// Lays out a map for a size.
pub(super) fn layout(
    model: &DistrictsModel,
    map: &MapModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let header = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let footer = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let room = canvas.room(header + 14.0 * canvas.scale, footer - 14.0 * canvas.scale);
    let wishes = model.districts.iter().enumerate().map(|(place, district)| {
        let cell = map.cells.get(place);
        let value = cell.map_or_else(String::new, HeatmapCell::printed);
        Wish::new(&canvas, &district.name, value)
    });
    let painter = Painter {
        canvas: &canvas,
        model,
        map,
        wishes: wishes.collect(),
    };
    match painter.extent() {
        Some(extent) if map.cells.iter().any(HeatmapCell::has_value) => {
            painter.draw(extent, room, &mut nodes, &mut hits);
        }
        _ => nodes.push(canvas.message(NO_VALUES, room)),
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

pub(super) struct Painter<'a> {
    pub canvas: &'a Canvas<'a>,
    pub model: &'a DistrictsModel,
    pub map: &'a MapModel,
    /// What is to be written of each area.
    wishes: Vec<Wish>,
}

/// What is drawn of a boundary.
struct Drawn {
    /// The place of its area, or of the boundary among those without data after all areas.
    mark: usize,
    district: Option<usize>,
    parts: Vec<Part>,
}

/// Where the key stands, its room and that of the map.
#[derive(Clone, Copy)]
struct Rooms {
    place: KeyPlace,
    key: Rect,
    map: Rect,
}

/// A map with its names.
struct Arranged {
    rooms: Rooms,
    frame: Frame,
    drawn: Vec<Drawn>,
    names: Names,
    has_columns: bool,
}

/// The names on a map.
#[derive(Default)]
struct Names {
    placed: Vec<(usize, PlacedBlock)>,
    unnamed: usize,
}

/// The widths of the names beside a map.
struct Columns {
    left: f32,
    right: f32,
    /// The most that a name may take.
    most: f32,
}

impl Columns {
    /// What they leave of a room.
    fn inner(&self, room: Rect, gap: f32) -> Rect {
        let taken = |width: f32| if width > 0.0 { width + gap } else { 0.0 };
        Rect::new(
            room.left + taken(self.left),
            room.top,
            (room.right - taken(self.right)).max(room.left + taken(self.left) + 8.0),
            room.bottom,
        )
    }
}

impl Painter<'_> {
    /// The part of the plane that the areas fill of which there are data.
    fn extent(&self) -> Option<GridExtent> {
        let shapes = self.map.shapes.iter().zip(self.map.boundaries.areas.iter());
        let own = shapes.filter(|(shape, _)| shape.district.is_some());
        GridExtent::of(own.flat_map(|(_, boundary)| boundary.points()))
    }

    fn draw(
        &self,
        extent: GridExtent,
        room: Rect,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let [first, other] = self.rooms(extent, room);
        let mut arranged = self.arranged(extent, room, first);
        let most = |rooms: Rooms| Frame::new(extent, rooms.map).scale();
        if arranged.has_columns && most(other) > 1.1 * arranged.frame.scale() {
            // Names beside the map may leave it more room where the key stands elsewhere.
            let elsewhere = self.arranged(extent, room, other);
            let is_better = elsewhere.names.unnamed <= arranged.names.unnamed
                && elsewhere.frame.scale() > 1.1 * arranged.frame.scale();
            if is_better {
                arranged = elsewhere;
            }
        }
        let Arranged {
            rooms,
            drawn,
            names,
            ..
        } = arranged;
        for shape in &drawn {
            nodes.push(self.shape(shape));
            for part in &shape.parts {
                hits.push(HitRegion {
                    target: HitTarget::Mark(shape.mark),
                    shape: HitShape::Inside(part.rings.clone()),
                });
            }
        }
        nodes.extend(self.own_outline(&drawn));
        for (district, placed) in &names.placed {
            nodes.push(self.name(*district, placed));
            if placed.leader.is_some() {
                hits.push(HitRegion {
                    target: HitTarget::Mark(*district),
                    shape: HitShape::Rect(placed.rect.grown(2.0 * self.canvas.scale)),
                });
            }
        }
        nodes.extend(self.arrows(&drawn, &names));
        nodes.push(self.key(rooms.place, rooms.key, names.unnamed));
    }

    /// The map in its room, with names beside it where they help.
    fn arranged(&self, extent: GridExtent, room: Rect, rooms: Rooms) -> Arranged {
        let frame = Frame::new(extent, rooms.map);
        let drawn = self.drawn(&frame);
        let names = self.names(&drawn, &[], &[]);
        if !(1..=MOST_BESIDE).contains(&names.unnamed) {
            return Arranged {
                rooms,
                frame,
                drawn,
                names,
                has_columns: false,
            };
        }
        let columns = self.columns(&drawn, &names, room);
        let frame = Frame::new(extent, columns.inner(rooms.map, self.beside_gap()));
        let drawn = self.drawn(&frame);
        let names = self.names_beside(&drawn, &columns, rooms.map);
        Arranged {
            rooms,
            frame,
            drawn,
            names,
            has_columns: true,
        }
    }

    /// ▲ or ▼ in areas without room for their figure whose difference is clear, so that colour is never alone.
    fn arrows(&self, drawn: &[Drawn], names: &Names) -> Vec<Node> {
        let arrow = |(shape, district, at): (&Drawn, usize, Point)| {
            let Some(HeatmapCell::Value { fill, .. }) = self.cell(Some(district)) else {
                return None;
            };
            let is_up = match fill {
                HeatmapFill::Above(_) => true,
                HeatmapFill::Below(_) => false,
                HeatmapFill::Level(_) | HeatmapFill::NotClear => return None,
            };
            let (_, reach) = shape.parts.first()?.middle()?;
            let half = (0.6 * reach).min(5.0 * self.canvas.scale);
            let ink = readable(self.canvas.theme, self.fill(*fill));
            let children = vec![triangle(at, half, is_up, ink)];
            Some(group(Role::Series, Some(district), children))
        };
        let without = Self::without_name(drawn, names);
        without.into_iter().filter_map(arrow).collect()
    }

    /// The two ways to share a room between the key and the map: first that which leaves the map larger.
    fn rooms(&self, extent: GridExtent, room: Rect) -> [Rooms; 2] {
        let gap = 24.0 * self.canvas.scale;
        let width = self.key_width().min(0.4 * room.width());
        let height = self.key_height(room.width()).min(0.4 * room.height());
        let (left, top) = (room.right - width, room.top + height + 0.4 * gap);
        let beside = Rect::new(
            room.left,
            room.top,
            (left - gap).max(room.left + 8.0),
            room.bottom,
        );
        let below = Rect::new(room.left, top, room.right, room.bottom.max(top + 8.0));
        let (across, up) = size_of(extent);
        let scale =
            |held: Rect| (f64::from(held.width()) / across).min(f64::from(held.height()) / up);
        let at_right = Rooms {
            place: KeyPlace::Right,
            key: Rect::new(left, room.top, room.right, room.bottom),
            map: beside,
        };
        let above = Rooms {
            place: KeyPlace::Above,
            key: Rect::new(room.left, room.top, room.right, top),
            map: below,
        };
        if scale(beside) >= scale(below) {
            [at_right, above]
        } else {
            [above, at_right]
        }
    }

    /// Every boundary that is seen: behind those of which there are no data.
    fn drawn(&self, frame: &Frame) -> Vec<Drawn> {
        let areas = self.model.districts.len();
        let mut beyond = areas;
        let mut drawn: Vec<Drawn> = Vec::with_capacity(self.map.shapes.len());
        for (shape, boundary) in self.map.shapes.iter().zip(self.map.boundaries.areas.iter()) {
            let mark = shape.district.unwrap_or(beyond);
            if shape.district.is_none() {
                beyond += 1;
            }
            let parts = frame.parts(boundary);
            if !parts.is_empty() {
                drawn.push(Drawn {
                    mark,
                    district: shape.district,
                    parts,
                });
            }
        }
        drawn.sort_by_key(|shape| shape.district.is_some());
        drawn
    }

    /// Where the first of some blocks of an area fits inside it.
    fn inside(
        &self,
        shape: &Drawn,
        blocks: fn(&Wish) -> &[Block],
        leaders: &[(Point, Point)],
    ) -> Option<PlacedBlock> {
        let wish = self.wishes.get(shape.district?)?;
        labels::inside(self.canvas, shape.parts.first()?, blocks(wish), leaders)
    }

    /// The names that fit inside their areas without touching the lines to those beside the map. `known` is where
    /// they stand without such lines.
    fn names(
        &self,
        drawn: &[Drawn],
        beside: &[(usize, PlacedBlock)],
        known: &[(usize, PlacedBlock)],
    ) -> Names {
        let leaders: Vec<(Point, Point)> = beside
            .iter()
            .filter_map(|(_, placed)| placed.leader)
            .collect();
        let mut names = Names::default();
        for shape in drawn {
            let Some(district) = shape.district else {
                continue;
            };
            if beside.iter().any(|(held, _)| *held == district) {
                continue;
            }
            let is_still_free = |held: &&(usize, PlacedBlock)| {
                held.0 == district && labels::is_clear_of(self.canvas, held.1.rect, &leaders)
            };
            if let Some(held) = known.iter().find(is_still_free) {
                names.placed.push(held.clone());
                continue;
            }
            match self.inside(shape, |wish| &wish.blocks, &leaders) {
                Some(placed) => names.placed.push((district, placed)),
                None => names.unnamed += 1,
            }
        }
        if names.unnamed > MOST_BESIDE || !beside.is_empty() {
            // Where there is no room for a name, its value may have some.
            for shape in drawn {
                let Some(district) = shape.district else {
                    continue;
                };
                let is_known = |held: &(usize, PlacedBlock)| held.0 == district;
                if names.placed.iter().any(is_known) || beside.iter().any(is_known) {
                    continue;
                }
                let placed = self.inside(
                    shape,
                    |wish| std::slice::from_ref(&wish.value_alone),
                    &leaders,
                );
                names.placed.extend(placed.map(|placed| (district, placed)));
            }
        }
        names.placed.extend(beside.iter().cloned());
        names
    }

    /// The areas without a name inside them, with the points that they are known by.
    fn without_name<'d>(drawn: &'d [Drawn], names: &Names) -> Vec<(&'d Drawn, usize, Point)> {
        let is_named = |district: usize| names.placed.iter().any(|(held, _)| *held == district);
        drawn
            .iter()
            .filter_map(|shape| {
                let district = shape.district.filter(|district| !is_named(*district))?;
                let (at, _) = shape.parts.first()?.middle()?;
                Some((shape, district, at))
            })
            .collect()
    }

    /// How far names beside the map stand from it.
    fn beside_gap(&self) -> f32 {
        14.0 * self.canvas.scale
    }

    /// The names that stand beside the map, on the side that is nearer, as many on one as on the other about.
    fn beside(&self, drawn: &[Drawn], names: &Names, width: f32) -> [Vec<Beside>; 2] {
        let without = Self::without_name(drawn, names);
        let around = drawn
            .iter()
            .filter(|shape| shape.district.is_some())
            .flat_map(|shape| &shape.parts)
            .map(|part| part.around)
            .reduce(|one, other| one.with(&other));
        let middle = around.map_or(0.0, |around| f32::midpoint(around.left, around.right));
        let mut wanted: Vec<Beside> = without
            .iter()
            .filter_map(|(_, district, at)| {
                let wish = self.wishes.get(*district)?;
                Some(Beside {
                    district: *district,
                    block: labels::beside_block(self.canvas, wish, width),
                    at: *at,
                })
            })
            .collect();
        wanted.sort_by(|one, other| one.at.x.total_cmp(&other.at.x));
        let of_left = wanted.iter().filter(|held| held.at.x < middle).count();
        let of_right = wanted.len() - of_left;
        let most = (wanted.len() / 2 + 1).max(2);
        let left = of_left.min(most).max(wanted.len() - of_right.min(most));
        let right = wanted.split_off(left.min(wanted.len()));
        [wanted, right]
    }

    /// The columns that names beside the map need.
    fn columns(&self, drawn: &[Drawn], names: &Names, room: Rect) -> Columns {
        let most = MOST_FOR_NAMES * room.width();
        let widest = |held: &[Beside]| {
            let widths = held.iter().map(|held| held.block.width);
            widths.fold(0.0, f32::max)
        };
        let [left, right] = self.beside(drawn, names, most);
        Columns {
            left: widest(&left),
            right: widest(&right),
            most,
        }
    }

    /// The names inside and beside the map.
    fn names_beside(&self, drawn: &[Drawn], columns: &Columns, room: Rect) -> Names {
        let gap = self.beside_gap();
        let around = drawn
            .iter()
            .filter(|shape| shape.district.is_some())
            .flat_map(|shape| &shape.parts)
            .map(|part| part.around)
            .reduce(|one, other| one.with(&other))
            .unwrap_or(room);
        let inside = self.names(drawn, &[], &[]);
        let sides = self.beside(drawn, &inside, columns.most);
        let mut beside: Vec<(usize, PlacedBlock)> = Vec::new();
        for (is_right, wanted) in [false, true].into_iter().zip(sides) {
            let column = if is_right {
                Rect::new(around.right + gap, room.top, room.right, room.bottom)
            } else {
                Rect::new(room.left, room.top, around.left - gap, room.bottom)
            };
            let mut wanted = wanted;
            wanted.retain(|held| held.block.width <= column.width() + 0.5);
            let gap = 3.0 * self.canvas.scale;
            beside.extend(labels::in_column(wanted, column, is_right, gap).unwrap_or_default());
        }
        let mut names = self.names(drawn, &beside, &inside.placed);
        names.unnamed = drawn
            .iter()
            .filter_map(|shape| shape.district)
            .filter(|district| !names.placed.iter().any(|(held, _)| held == district))
            .count();
        names
    }

    /// The colour of an area.
    pub fn fill(&self, fill: HeatmapFill) -> Rgba {
        let theme = self.canvas.theme;
        let not_clear = theme.ground.mixed(theme.ink, NOT_CLEAR);
        self.map.scale.fill(theme, fill).unwrap_or(not_clear)
    }

    fn cell(&self, district: Option<usize>) -> Option<&HeatmapCell> {
        self.map.cells.get(district?)
    }

    fn area_fill(&self, district: Option<usize>) -> Rgba {
        match self.cell(district) {
            Some(HeatmapCell::Value { fill, .. }) => self.fill(*fill),
            Some(_) => self.canvas.theme.ground,
            None => beyond_fill(self.canvas.theme),
        }
    }

    /// An area with all of its parts.
    fn shape(&self, shape: &Drawn) -> Node {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        let fill = self.area_fill(shape.district);
        let border = Stroke::solid(1.2 * canvas.scale, theme.ground);
        let is_gap = shape.district.is_some()
            && !self
                .cell(shape.district)
                .is_some_and(HeatmapCell::has_value);
        let mut children = Vec::new();
        for part in &shape.parts {
            let mut edge = Some(border);
            if is_gap {
                // Paper on paper needs an edge of its own.
                edge = Some(Stroke::solid(canvas.scale, theme.baseline));
            }
            children.push(Node::Polygon(Polygon::new(part.rings.clone(), fill, edge)));
            if is_gap {
                children.extend(hatching_inside(canvas, &part.rings));
            }
        }
        group(Role::Boundary, Some(shape.mark), children)
    }

    /// The outline of the user's own area, over all others.
    fn own_outline(&self, drawn: &[Drawn]) -> Option<Node> {
        let canvas = self.canvas;
        let own = drawn.iter().find(|shape| {
            let district = shape
                .district
                .and_then(|place| self.model.districts.get(place));
            district.is_some_and(|district| district.is_own)
        })?;
        let line = |ring: &Vec<Point>, width: f32, colour: Rgba| {
            let mut points = ring.clone();
            points.extend(ring.first().copied());
            Node::Line(Line {
                points,
                stroke: Stroke::solid(width * canvas.scale, colour),
            })
        };
        let rings = || own.parts.iter().flat_map(|part| part.rings.iter());
        let mut children: Vec<Node> = rings()
            .map(|ring| line(ring, 5.0, canvas.theme.ground))
            .collect();
        let colour = canvas.theme.category(2).line;
        children.extend(rings().map(|ring| line(ring, 2.6, colour)));
        Some(group(Role::Reference, None, children))
    }

    /// A name with its value, over the colour of its area or beside the map.
    fn name(&self, district: usize, placed: &PlacedBlock) -> Node {
        let (canvas, theme) = (self.canvas, self.canvas.theme);
        let fill = self.area_fill(Some(district));
        let ink = if placed.leader.is_some() {
            theme.ink
        } else {
            readable(theme, fill)
        };
        let mut nodes = Vec::new();
        if let Some((from, to)) = placed.leader {
            let at_fill = readable(theme, fill);
            nodes.push(Node::Line(Line {
                points: vec![from, to],
                stroke: Stroke::solid(2.6 * canvas.scale, theme.ground),
            }));
            nodes.push(Node::Line(Line {
                points: vec![from, to],
                stroke: Stroke::solid(canvas.scale, theme.secondary),
            }));
            nodes.push(Node::Circle(Circle {
                centre: from,
                radius: 2.4 * canvas.scale,
                fill: at_fill,
                stroke: Some(Stroke::solid(canvas.scale, theme.ground)),
            }));
        }
        let cell = self.cell(Some(district));
        let is_plated = placed.leader.is_none() && !cell.is_some_and(HeatmapCell::has_value);
        let last = placed.block.lines.len().saturating_sub(1);
        for (place, (text, font, baseline)) in placed.block.lines.iter().enumerate() {
            let width = canvas.measure.width(text, *font);
            let left = match placed.leader {
                // Towards the map.
                Some((from, to)) if to.x > from.x => placed.rect.left,
                Some(_) => placed.rect.right - width,
                None => f32::midpoint(placed.rect.left, placed.rect.right) - width / 2.0,
            };
            let run = canvas.run(text, left, placed.rect.top + baseline, *font, ink);
            if is_plated {
                // Words stand clear of the hatching.
                nodes.push(Node::Rect(FilledRect {
                    rect: run.bounds().grown(2.5 * canvas.scale),
                    rounding: 2.0 * canvas.scale,
                    fill: theme.ground,
                }));
            }
            if place == last && cell.is_some_and(HeatmapCell::is_cautious) {
                let radius = 2.2 * canvas.scale;
                nodes.push(Node::Circle(Circle {
                    centre: Point::new(
                        left + width + 2.2 * radius,
                        run.origin.y - font.cap_height() + radius,
                    ),
                    radius,
                    fill: ink.with_alpha(0),
                    stroke: Some(Stroke::solid(0.9 * canvas.scale, ink)),
                }));
            }
            nodes.push(Node::Text(run));
        }
        group(Role::LineLabels, Some(district), nodes)
    }
}
