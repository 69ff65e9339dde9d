//! Why a file of boundaries cannot be read, and what is told of one that can.

/// Why a file of boundaries cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum BoundaryError {
    /// The file cannot be opened.
    #[error("The file cannot be opened: {0}")]
    NotRead(#[source] std::io::Error),
    /// It is larger than what is read.
    #[error(
        "The file has {megabytes} MB; boundaries are read up to 50 MB. The Open Geography portal of the Office for \
         National Statistics gives the same areas “generalised” (BGC) or “ultra generalised” (BUC), which are \
         much smaller and look the same on a chart"
    )]
    TooLarge {
        /// Its size.
        megabytes: u64,
    },
    /// It is a shapefile, or a part of one.
    #[error(
        "This is a shapefile. Take the GeoJSON of the same boundaries, or save it as GeoJSON (in QGIS: Export)"
    )]
    Shapefile,
    /// It is a zip archive.
    #[error("This is a zip archive. Unpack it first, and take the .geojson in it")]
    Zip,
    /// It is a `GeoPackage` or another database.
    #[error(
        "This is a database, such as a GeoPackage. Take the GeoJSON of the same boundaries, or save it as GeoJSON"
    )]
    Database,
    /// It is XML: KML or GML, or a page of the web.
    #[error(
        "This is XML or a web page, such as KML or GML. Take the GeoJSON of the same boundaries, or save it as GeoJSON"
    )]
    Xml,
    /// It is `TopoJSON`.
    #[error(
        "This is TopoJSON. Take the GeoJSON of the same boundaries, or save it as GeoJSON (mapshaper.org does that)"
    )]
    TopoJson,
    /// It is no text.
    #[error("This is no text in UTF-8, so that it is no GeoJSON")]
    NotText,
    /// It is empty.
    #[error("The file is empty")]
    Empty,
    /// It is no JSON, or broken.
    #[error("This is no GeoJSON that can be read: {0}")]
    Syntax(String),
    /// It is nested too deep.
    #[error("This is no GeoJSON that can be read: it is nested too deep")]
    TooDeep,
    /// It holds no areas.
    #[error(
        "There are no areas in this file: {features} {} of it has a polygon",
        if *features == 1 { "feature, but none" } else { "features, but none" }
    )]
    NoAreas {
        /// How many features it holds.
        features: usize,
    },
    /// A coordinate is no number that can be reckoned with.
    #[error("A coordinate in this file is no number that can be reckoned with")]
    NoNumber,
    /// The coordinates are of a system that is not known.
    #[error(
        "The coordinates are in a system that is not known here ({0}). Take the boundaries as WGS 84 (EPSG:4326) or \
         British National Grid (EPSG:27700)"
    )]
    UnknownSystem(String),
    /// The coordinates are neither degrees nor of the British National Grid.
    #[error(
        "The coordinates are neither longitudes and latitudes nor British National Grid, and the file does not say what \
         they are. Take the boundaries as WGS 84 (EPSG:4326) or British National Grid (EPSG:27700)"
    )]
    NoSystem,
    /// The areas lie all round the world.
    #[error("The areas lie too far apart for one map: keep those of one country")]
    TooWide,
}

/// What is told of boundaries that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundaryNote {
    /// Features that are points or lines, or nothing.
    WithoutArea {
        /// How many.
        count: usize,
    },
    /// Areas with neither a name nor a code.
    Unnamed {
        /// How many.
        count: usize,
    },
    /// Latitudes stood before longitudes.
    Swapped,
}

impl BoundaryNote {
    /// The note in words.
    pub fn words(&self) -> String {
        let features = |count: usize| match count {
            1 => String::from("1 feature"),
            several => format!("{several} features"),
        };
        match self {
            Self::WithoutArea { count } => format!(
                "{} without an area (points, lines or nothing) left out",
                features(*count)
            ),
            Self::Unnamed { count } => format!(
                "{} with neither a name nor a code: drawn, but matched with no area",
                features(*count)
            ),
            Self::Swapped => String::from(
                "Latitudes stand before longitudes in this file: they were turned round",
            ),
        }
    }
}

/// Refuses formats that are known by how they begin.
pub(super) fn refuse_other_formats(bytes: &[u8]) -> Result<(), BoundaryError> {
    const SHAPEFILE: [u8; 4] = [0, 0, 0x27, 0x0a];
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        None => Err(BoundaryError::Empty),
        Some(b'<') => Err(BoundaryError::Xml),
        _ if bytes.starts_with(&SHAPEFILE) => Err(BoundaryError::Shapefile),
        _ if bytes.starts_with(b"PK\x03\x04") => Err(BoundaryError::Zip),
        _ if bytes.starts_with(b"SQLite format 3") => Err(BoundaryError::Database),
        Some(_) => Ok(()),
    }
}

/// Why JSON could not be read.
pub(super) fn of_json(text: &str, error: &geojson::Error) -> BoundaryError {
    let words = error.to_string();
    if words.contains("recursion limit") {
        return BoundaryError::TooDeep;
    }
    let head: String = text
        .chars()
        .take(4096)
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_topology = head.contains(r#""type":"Topology""#)
        || (words.contains("Topology") && text.contains(r#""arcs""#));
    if is_topology {
        return BoundaryError::TopoJson;
    }
    let words = words.trim_start_matches("Error while deserializing GeoJSON: ");
    BoundaryError::Syntax(words.to_owned())
}
