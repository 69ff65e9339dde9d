//! From the coordinates of a file to metres on a plane. Degrees are projected so that areas keep their true
//! proportions (Lambert's azimuthal equal-area projection of the sphere about the middle of the file, Snyder 1987,
//! *Map Projections: A Working Manual*, equations 24-2 to 24-4); the British National Grid is a plane already.

use geojson::{JsonObject, JsonValue};

use super::error::{BoundaryError, BoundaryNote};
use super::feature::{Place, Shape};

/// The radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;
/// The radius of the sphere of web maps (EPSG:3857) in metres.
const WEB_MERCATOR: f64 = 6_378_137.0;
/// How far apart areas of one map may lie, in degrees.
const WIDEST: f64 = 100.0;

/// What coordinates are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum System {
    /// Longitudes and latitudes in degrees.
    Degrees,
    /// Eastings and northings in metres.
    BritishGrid,
    /// The metres of web maps.
    WebMercator,
}

/// The coordinate system that the file names, as `urn:ogc:def:crs:EPSG::27700`.
pub(super) fn stated_system(members: &JsonObject) -> Option<String> {
    let crs = members.get("crs")?;
    let properties = crs.get("properties");
    let name = properties
        .and_then(|properties| properties.get("name").or_else(|| properties.get("code")))
        .unwrap_or(crs);
    match name {
        JsonValue::String(name) => Some(name.clone()),
        JsonValue::Number(number) => Some(format!("EPSG:{number}")),
        _ => None,
    }
}

/// Puts all places in metres on one plane.
pub(super) fn lay_on_plane(
    shapes: &mut [Shape],
    stated: Option<&str>,
) -> Result<Option<BoundaryNote>, BoundaryError> {
    let mut note = None;
    let system = match stated {
        Some(name) => known(name)
            .ok_or_else(|| BoundaryError::UnknownSystem(name.chars().take(60).collect()))?,
        None => concluded(shapes).ok_or(BoundaryError::NoSystem)?,
    };
    match system {
        System::BritishGrid => {
            let held = Extent::of(shapes);
            // Far more than the grid has: nothing that is drawn in whole numbers.
            if !held.is_within(-1e7, 1e7) {
                return Err(BoundaryError::NoSystem);
            }
            return Ok(None);
        }
        System::WebMercator => {
            if !Extent::of(shapes).is_within(-2.1e7, 2.1e7) {
                return Err(BoundaryError::NoSystem);
            }
            move_all(shapes, |[east, north]| {
                let latitude = (north / WEB_MERCATOR).sinh().atan();
                [(east / WEB_MERCATOR).to_degrees(), latitude.to_degrees()]
            });
        }
        System::Degrees => {
            let held = Extent::of(shapes);
            // Where longitudes should be stand the latitudes of the British Isles, and the other way round.
            if held.east.0 > 48.0
                && held.east.1 < 62.0
                && held.north.0 > -12.0
                && held.north.1 < 4.0
            {
                move_all(shapes, |[east, north]| [north, east]);
                note = Some(BoundaryNote::Swapped);
            }
            let held = Extent::of(shapes);
            if held.north.0 < -90.0 || held.north.1 > 90.0 || !held.is_within(-540.0, 540.0) {
                return Err(BoundaryError::NoSystem);
            }
        }
    }
    project(shapes)?;
    Ok(note)
}

fn known(name: &str) -> Option<System> {
    let name = name.to_uppercase();
    let last = name.rsplit([':', '/', '#']).next().unwrap_or_default();
    match last {
        "CRS84" | "CRS84H" | "4326" | "4258" | "4277" | "WGS84" | "WGS 84" => Some(System::Degrees),
        "27700" | "7405" => Some(System::BritishGrid),
        "3857" | "900913" | "102100" => Some(System::WebMercator),
        _ => None,
    }
}

/// What coordinates are by their size alone.
fn concluded(shapes: &[Shape]) -> Option<System> {
    let held = Extent::of(shapes);
    if held.is_within(-360.0, 360.0) {
        return Some(System::Degrees);
    }
    let in_grid = held.east.0 >= 0.0
        && held.east.1 <= 800_000.0
        && held.north.0 >= 0.0
        && held.north.1 <= 1_300_000.0;
    in_grid.then_some(System::BritishGrid)
}

/// Degrees to metres about the middle of all.
fn project(shapes: &mut [Shape]) -> Result<(), BoundaryError> {
    let held = Extent::of(shapes);
    if held.east.1 - held.east.0 > 180.0 {
        // On both sides of the line of dates: counted on from the east.
        move_all(shapes, |[east, north]| {
            [if east < 0.0 { east + 360.0 } else { east }, north]
        });
    }
    let held = Extent::of(shapes);
    if held.east.1 - held.east.0 > WIDEST || held.north.1 - held.north.0 > WIDEST {
        return Err(BoundaryError::TooWide);
    }
    let middle = [
        f64::midpoint(held.east.0, held.east.1).to_radians(),
        f64::midpoint(held.north.0, held.north.1).to_radians(),
    ];
    let (sine, cosine) = middle[1].sin_cos();
    move_all(shapes, |[east, north]| {
        let along = east.to_radians() - middle[0];
        let (latitude_sine, latitude_cosine) = north.to_radians().sin_cos();
        let cosine_of_arc = sine * latitude_sine + cosine * latitude_cosine * along.cos();
        let stretch = (2.0 / (1.0 + cosine_of_arc).max(1e-9)).sqrt();
        [
            EARTH * stretch * latitude_cosine * along.sin(),
            EARTH * stretch * (cosine * latitude_sine - sine * latitude_cosine * along.cos()),
        ]
    });
    Ok(())
}

fn move_all(shapes: &mut [Shape], moved: impl Fn(Place) -> Place) {
    for place in shapes.iter_mut().flat_map(Shape::places_mut) {
        *place = moved(*place);
    }
}

/// The least and the largest of both coordinates.
struct Extent {
    east: (f64, f64),
    north: (f64, f64),
}

impl Extent {
    fn of(shapes: &[Shape]) -> Self {
        let none = (f64::INFINITY, f64::NEG_INFINITY);
        let start = Self {
            east: none,
            north: none,
        };
        let wider = |(least, most): (f64, f64), value: f64| (least.min(value), most.max(value));
        shapes
            .iter()
            .flat_map(Shape::places)
            .fold(start, |held, [east, north]| Self {
                east: wider(held.east, *east),
                north: wider(held.north, *north),
            })
    }

    fn is_within(&self, least: f64, most: f64) -> bool {
        let ends = [self.east.0, self.east.1, self.north.0, self.north.1];
        ends.iter().all(|end| (least..=most).contains(end))
    }
}
