//! Boundaries of areas from `GeoJSON`, of any maker: coordinates of longitude and latitude or of the British National
//! Grid, polygons with holes and of many parts, areas known by an ONS code or by name. What cannot be read as
//! areas is told. Edges are made simpler once for the whole file, so that neighbours still meet.

mod edges;
mod error;
mod feature;
mod names;
mod plane;

use std::collections::BTreeMap;
use std::path::Path;

use geojson::{FeatureCollection, GeoJson, JsonObject, JsonValue};

use crate::base::text::{clean, file_name};
use crate::data::Boundaries;
pub use error::{BoundaryError, BoundaryNote};
use feature::Shape;

/// The largest file that is read, in bytes.
const LARGEST_FILE: u64 = 50 << 20;
/// The most characters of what a file says of its maker.
const LONGEST_ATTRIBUTION: usize = 300;

/// Boundaries as they were read, with what is to be said of the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryReading {
    /// The boundaries.
    pub boundaries: Boundaries,
    /// What was left out or concluded.
    pub notes: Vec<BoundaryNote>,
}

/// Whether a file's name says that it holds boundaries: `.geojson` or `.json`, and `.topojson`, of which the
/// reading says what to do instead.
pub fn is_boundary_file(path: &Path) -> bool {
    let endings = ["geojson", "json", "topojson"];
    path.extension().is_some_and(|ending| {
        endings
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// Reads boundaries from a file.
///
/// # Errors
/// [`BoundaryError`] where it cannot be read, or holds no areas.
pub fn read_boundary_file(path: &Path) -> Result<BoundaryReading, BoundaryError> {
    let size = std::fs::metadata(path)
        .map_err(BoundaryError::NotRead)?
        .len();
    if size > LARGEST_FILE {
        return Err(BoundaryError::TooLarge {
            megabytes: size >> 20,
        });
    }
    let bytes = std::fs::read(path).map_err(BoundaryError::NotRead)?;
    read_boundaries(&file_name(path), &bytes)
}

/// Reads boundaries from the bytes of a file.
///
/// # Errors
/// [`BoundaryError`] where they are no `GeoJSON`, or hold no areas.
pub fn read_boundaries(name: &str, bytes: &[u8]) -> Result<BoundaryReading, BoundaryError> {
    error::refuse_other_formats(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|_utf8| BoundaryError::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    // The reader of JSON refuses what is nested more than 128 deep, so that nothing here can run out of stack.
    let document: GeoJson = text.parse().map_err(|error| error::of_json(text, &error))?;
    let collection = match document {
        GeoJson::FeatureCollection(collection) => collection,
        GeoJson::Feature(feature) => FeatureCollection::new([feature]),
        GeoJson::Geometry(geometry) => FeatureCollection::new([geojson::Feature::from(geometry)]),
    };
    let members = collection.foreign_members.as_ref();
    let mut notes = Vec::new();
    let attribution = attribution(&collection, members);
    let stated = members.and_then(plane::stated_system);
    let mut shapes = Vec::with_capacity(collection.features.len());
    let (mut without_areas, mut all) = (0, 0);
    for feature in collection.features {
        all += 1;
        match Shape::of(feature)? {
            Some(shape) => shapes.push(shape),
            None => without_areas += 1,
        }
    }
    if shapes.is_empty() {
        return Err(BoundaryError::NoAreas { features: all });
    }
    if without_areas > 0 {
        notes.push(BoundaryNote::WithoutArea {
            count: without_areas,
        });
    }
    notes.extend(plane::lay_on_plane(&mut shapes, stated.as_deref())?);
    let named = names::named(&mut shapes, &mut notes);
    let (grid_metres, areas) = edges::simplified(named);
    if areas.is_empty() {
        return Err(BoundaryError::NoAreas { features: all });
    }
    Ok(BoundaryReading {
        boundaries: Boundaries {
            file_name: name.to_owned(),
            attribution,
            grid_metres,
            areas: areas.into(),
        },
        notes,
    })
}

/// What the file says of who made it and under which licence.
fn attribution(collection: &FeatureCollection, members: Option<&JsonObject>) -> String {
    const KEYS: [&str; 6] = [
        "attribution",
        "copyright",
        "copyrighttext",
        "licence",
        "license",
        "source",
    ];
    let metadata = members
        .and_then(|members| members.get("metadata"))
        .and_then(JsonValue::as_object);
    let first = collection.features.first();
    let of_first = first.and_then(|feature| feature.properties.as_ref());
    let held: Vec<BTreeMap<String, &str>> = [members, metadata, of_first]
        .into_iter()
        .flatten()
        .map(|object| {
            let texts = object.iter();
            texts
                .filter_map(|(key, value)| Some((key.to_lowercase(), value.as_str()?)))
                .collect()
        })
        .collect();
    let found = held
        .iter()
        .find_map(|texts| KEYS.iter().find_map(|key| texts.get(*key)));
    let text = found.map_or_else(String::new, |text| clean(text));
    text.chars().take(LONGEST_ATTRIBUTION).collect()
}
