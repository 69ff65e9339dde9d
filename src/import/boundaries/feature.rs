//! A feature of `GeoJSON` as an area: its properties, and the polygons of whatever geometry it has.

use geojson::{Feature, Geometry, GeometryValue, JsonObject, PolygonType, Position};

use super::error::BoundaryError;

/// A place: east and north, in whatever the file counts, later in metres.
pub(super) type Place = [f64; 2];

/// How deep collections of geometries may be nested.
const DEEPEST: usize = 16;

/// A feature with an area.
pub(super) struct Shape {
    /// What the file says of it.
    pub properties: JsonObject,
    /// Its polygons, each of rings: the outer edge first, the first place not repeated.
    pub polygons: Vec<Vec<Vec<Place>>>,
}

impl Shape {
    /// The area of a feature; `None` where it has none.
    pub fn of(feature: Feature) -> Result<Option<Self>, BoundaryError> {
        let mut polygons = Vec::new();
        if let Some(geometry) = feature.geometry {
            collect(geometry, DEEPEST, &mut polygons)?;
        }
        Ok((!polygons.is_empty()).then(|| Self {
            properties: feature.properties.unwrap_or_default(),
            polygons,
        }))
    }

    /// Every place of its edges.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.polygons.iter().flatten().flatten()
    }

    /// Every place of its edges, to be moved.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        self.polygons.iter_mut().flatten().flatten()
    }
}

fn collect(
    geometry: Geometry,
    depth: usize,
    polygons: &mut Vec<Vec<Vec<Place>>>,
) -> Result<(), BoundaryError> {
    match geometry.value {
        GeometryValue::Polygon { coordinates } => polygons.extend(polygon(&coordinates)?),
        GeometryValue::MultiPolygon { coordinates } => {
            for coordinates in coordinates {
                polygons.extend(polygon(&coordinates)?);
            }
        }
        GeometryValue::GeometryCollection { geometries } => {
            let depth = depth.checked_sub(1).ok_or(BoundaryError::TooDeep)?;
            for geometry in geometries {
                collect(geometry, depth, polygons)?;
            }
        }
        GeometryValue::Point { .. }
        | GeometryValue::MultiPoint { .. }
        | GeometryValue::LineString { .. }
        | GeometryValue::MultiLineString { .. } => {}
    }
    Ok(())
}

/// The rings of a polygon that enclose something; `None` where its outer edge does not.
fn polygon(rings: &PolygonType) -> Result<Option<Vec<Vec<Place>>>, BoundaryError> {
    let mut kept = Vec::with_capacity(rings.len());
    for (index, held) in rings.iter().enumerate() {
        let ring = ring(held)?;
        if ring.len() >= 3 {
            kept.push(ring);
        } else if index == 0 {
            return Ok(None);
        }
    }
    Ok((!kept.is_empty()).then_some(kept))
}

fn ring(positions: &[Position]) -> Result<Vec<Place>, BoundaryError> {
    let mut ring: Vec<Place> = Vec::with_capacity(positions.len());
    for position in positions {
        let place = match position.as_slice() {
            [east, north, ..] if east.is_finite() && north.is_finite() => [*east, *north],
            _ => return Err(BoundaryError::NoNumber),
        };
        if ring.last() != Some(&place) {
            ring.push(place);
        }
    }
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Ok(ring)
}
