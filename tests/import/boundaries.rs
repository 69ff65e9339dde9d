//! Boundaries from GeoJSON: what is read, what is told, what is refused.

use bellwether::import::boundaries::{
    BoundaryError, BoundaryNote, BoundaryReading, read_boundaries,
};

#[path = "../common/made_boundaries.rs"]
mod made_boundaries;

use made_boundaries::geojson;

const FOUR: [(&str, Option<&str>); 5] = [
    ("Ashfield", Some("E07000170")),
    ("Bassetlaw", Some("E07000171")),
    ("Broxtowe", Some("E07000172")),
    ("Gedling", Some("E07000173")),
    ("Nottingham", Some("E06000018")),
];

fn read(text: &str) -> Result<BoundaryReading, BoundaryError> {
    read_boundaries("areas.geojson", text.as_bytes())
}

fn collection(features: &str) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)
}

fn square(properties: &str, west: f64, south: f64, side: f64) -> String {
    let (east, north) = (west + side, south + side);
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":
        [[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"#
    )
}

#[test]
fn codes_and_names_are_found_and_the_source_is_kept() {
    let text = geojson(
        &FOUR,
        Some("Elsewhere"),
        r#""attribution":"Contains made-up data © Nobody 2024","#,
    );
    let reading = read(&text).unwrap();
    let held = &reading.boundaries;
    assert_eq!(held.attribution, "Contains made-up data © Nobody 2024");
    let names: Vec<(&str, Option<&str>)> = held
        .areas
        .iter()
        .map(|area| (area.name.as_str(), area.code.as_deref()))
        .collect();
    assert_eq!(names[..5], FOUR);
    assert_eq!(names[5], ("Elsewhere", None));
    assert_eq!(reading.notes, []);
    let rings: Vec<usize> = held
        .areas
        .iter()
        .map(|area| area.polygons[0].rings().len())
        .collect();
    assert_eq!(rings, [2, 1, 1, 1, 1, 1], "the first has a lake");
}

#[test]
fn of_wards_the_wards_are_named_and_not_their_district() {
    let ward = |code: &str, name: &str, west: f64| {
        let properties = format!(
            r#"{{"LAD23CD":"E07000170","LAD23NM":"Ashfield","WD23CD":"{code}","WD23NM":"{name}"}}"#
        );
        square(&properties, west, 53.0, 0.01)
    };
    let text = collection(&format!(
        "{},{}",
        ward("E05000001", "Abbey", -1.2),
        ward("E05000002", "Hucknall West", -1.19)
    ));
    let held = read(&text).unwrap().boundaries;
    assert_eq!(held.areas[1].name, "Hucknall West");
    assert_eq!(held.areas[1].code.as_deref(), Some("E05000002"));
}

#[test]
fn neighbours_share_their_edges_after_they_were_made_simpler() {
    // Two areas with a crooked border of a thousand points, written in both directions.
    let border: Vec<(f64, f64)> = (0..=1_000)
        .map(|step| {
            let step = f64::from(step);
            let off = (step * 0.37).sin() * 40.0 + (step * 0.011).sin() * 900.0;
            (450_000.0 + off, 340_000.0 + step * 30.0)
        })
        .collect();
    let points = |ring: &[(f64, f64)]| -> String {
        let points: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
        points.join(",")
    };
    let side = |name: &str, far: f64, is_turned: bool| {
        let mut ring = border.clone();
        ring.extend([(far, 370_000.0), (far, 340_000.0)]);
        if is_turned {
            ring.reverse();
        }
        ring.push(ring[0]);
        format!(
            r#"{{"type":"Feature","properties":{{"name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            points(&ring)
        )
    };
    let text = collection(&format!(
        "{},{}",
        side("West", 430_000.0, false),
        side("East", 470_000.0, true)
    ));
    let held = read(&text).unwrap().boundaries;
    let of = |place: usize| held.areas[place].polygons[0].rings()[0].clone();
    let (west, east) = (of(0), of(1));
    assert!(west.len() < 400, "{} points", west.len());
    assert!(west.len() > 20, "{} points", west.len());
    let shared = west.iter().filter(|point| east.contains(point)).count();
    assert_eq!(shared, west.len() - 2, "all but the far corners");
}

#[test]
fn degrees_become_metres_of_true_area() {
    let text = collection(&format!(
        "{},{}",
        square(r#"{"name":"South"}"#, -1.0, 50.0, 0.5),
        square(r#"{"name":"North"}"#, -1.0, 59.0, 0.5)
    ));
    let held = read(&text).unwrap().boundaries;
    let area = |place: usize| -> f64 {
        let ring = &held.areas[place].polygons[0].rings()[0];
        let next = ring.iter().cycle().skip(1);
        let twice: f64 = ring
            .iter()
            .zip(next)
            .map(|(one, next)| {
                f64::from(one.east) * f64::from(next.north)
                    - f64::from(next.east) * f64::from(one.north)
            })
            .sum();
        (twice / 2.0).abs() * held.grid_metres * held.grid_metres / 1e6
    };
    // Half a degree by half a degree of a sphere of 6,371 km, in km²; straight edges cost a little.
    for (place, south) in [(0, 50.0_f64), (1, 59.0)] {
        let sines = (south + 0.5).to_radians().sin() - south.to_radians().sin();
        let wanted = 6_371.0 * 6_371.0 * 0.5_f64.to_radians() * sines;
        let off = (area(place) - wanted).abs() / wanted;
        assert!(off < 0.004, "{} instead of {wanted} km²", area(place));
    }
}

#[test]
fn parts_collections_holes_and_features_of_one_code_are_taken_together() {
    let geometry = r#"{"type":"GeometryCollection","geometries":[
        {"type":"Point","coordinates":[-1.0,53.0]},
        {"type":"MultiPolygon","coordinates":[
            [[[-1.2,53.0],[-1.1,53.0],[-1.1,53.1],[-1.2,53.1],[-1.2,53.0]],
             [[-1.17,53.03],[-1.13,53.03],[-1.13,53.07],[-1.17,53.07],[-1.17,53.03]]],
            [[[-1.0,53.0],[-0.9,53.0],[-0.9,53.1],[-1.0,53.0]]]]}]}"#;
    let text = collection(&format!(
        r#"{{"type":"Feature","properties":{{"code":"E07000170","name":"Ashfield"}},"geometry":{geometry}}},{},
        {{"type":"Feature","properties":{{"code":"E07000171","name":"Town"}},"geometry":{{"type":"Point","coordinates":[-1,53]}}}},
        {{"type":"Feature","properties":null,"geometry":null}}"#,
        square(r#"{"code":"E07000170","name":"Ashfield"}"#, -0.8, 53.0, 0.1)
    ));
    let reading = read(&text).unwrap();
    assert_eq!(reading.boundaries.areas.len(), 1);
    let area = &reading.boundaries.areas[0];
    assert_eq!(area.polygons.len(), 3);
    assert_eq!(area.polygons[0].rings().len(), 2);
    assert_eq!(reading.notes, [BoundaryNote::WithoutArea { count: 2 }]);
}

#[test]
fn coordinate_systems_are_known_by_name_or_by_size() {
    let crs = |name: &str, west: f64, south: f64, side: f64| {
        format!(
            r#"{{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"{name}"}}}},"features":[{}]}}"#,
            square(r#"{"name":"A"}"#, west, south, side)
        )
    };
    for (name, west, south, side) in [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", -1.2, 53.0, 0.1),
        ("urn:ogc:def:crs:EPSG::27700", 450_000.0, 340_000.0, 7_000.0),
        ("EPSG:3857", -133_000.0, 6_980_000.0, 12_000.0),
    ] {
        let held = read(&crs(name, west, south, side)).unwrap().boundaries;
        let points: Vec<_> = held.areas[0].points().collect();
        let across = points.iter().map(|point| point.east).max().unwrap()
            - points.iter().map(|point| point.east).min().unwrap();
        let metres = f64::from(across) * held.grid_metres;
        assert!((6_500.0..7_500.0).contains(&metres), "{name}: {metres} m");
    }
    let unknown = read(&crs("urn:ogc:def:crs:EPSG::29902", 1.0, 2.0, 3.0)).unwrap_err();
    assert!(unknown.to_string().contains("EPSG::29902"), "{unknown}");
    let by_size = collection(&square(r#"{"name":"A"}"#, 450_000.0, 340_000.0, 7_000.0));
    assert!(read(&by_size).is_ok());
    let nowhere = collection(&square(r#"{"name":"A"}"#, 5e6, 5e6, 7_000.0));
    assert!(matches!(read(&nowhere), Err(BoundaryError::NoSystem)));
}

#[test]
fn swapped_coordinates_are_turned_round_and_told() {
    let text = collection(&square(r#"{"name":"A"}"#, 53.0, -1.2, 0.1));
    let reading = read(&text).unwrap();
    assert_eq!(reading.notes, [BoundaryNote::Swapped]);
}

#[test]
fn both_sides_of_the_line_of_dates_are_one_map_and_the_world_is_none() {
    let text = collection(&format!(
        "{},{}",
        square(r#"{"name":"West of it"}"#, 179.0, -17.0, 0.5),
        square(r#"{"name":"East of it"}"#, -179.8, -17.0, 0.5)
    ));
    let held = read(&text).unwrap().boundaries;
    let east = |place: usize| {
        let area = &held.areas[place];
        area.points().map(|point| point.east).max().unwrap()
    };
    let apart = f64::from(east(1) - east(0)) * held.grid_metres;
    assert!((100_000.0..150_000.0).contains(&apart), "{apart} m");
    let world = collection(&format!(
        "{},{}",
        square(r#"{"name":"A"}"#, -170.0, -50.0, 50.0),
        square(r#"{"name":"B"}"#, 0.0, 0.0, 60.0)
    ));
    assert!(matches!(read(&world), Err(BoundaryError::TooWide)));
}

#[test]
fn what_is_no_geojson_of_areas_is_refused_in_clear_words() {
    let deep = format!(
        r#"{{"type":"Feature","properties":{{"a":{}{}}},"geometry":null}}"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let nested = (0..60).fold(
        String::from(r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#),
        |inside, _| format!(r#"{{"type":"GeometryCollection","geometries":[{inside}]}}"#),
    );
    let cases: [(&[u8], &str); 14] = [
        (b"", "empty"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"\x00\x00\x27\x0a\x00\x00", "shapefile"),
        (b"SQLite format 3\x00", "database"),
        (b"<kml></kml>", "XML"),
        (b"{\"type\":\"Point\"", "no GeoJSON that can be read"),
        (b"[1, 2]", "no GeoJSON that can be read"),
        (b"{\"a\": NaN}", "no GeoJSON that can be read"),
        (b"\xff\xfe{", "no text in UTF-8"),
        (
            br#"{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{}}"#,
            "TopoJSON",
        ),
        (
            br#"{"type":"FeatureCollection","features":[]}"#,
            "no areas in this file: 0 features",
        ),
        (
            br#"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}"#,
            "no areas in this file: 1 feature, but none of it has a polygon",
        ),
        (deep.as_bytes(), "nested too deep"),
        (nested.as_bytes(), "nested too deep"),
    ];
    for (bytes, wanted) in cases {
        let error = read_boundaries("x.json", bytes).unwrap_err().to_string();
        assert!(error.contains(wanted), "{error} instead of {wanted}");
    }
    // A number that no computer holds.
    let text = collection(&square(r#"{"name":"A"}"#, 0.0, 0.0, 1.0).replace("[0,0]", "[1e999,0]"));
    assert!(read(&text).is_err());
    // A ring that encloses nothing.
    let flat = collection(
        r#"{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}}"#,
    );
    assert!(matches!(
        read(&flat),
        Err(BoundaryError::NoAreas { features: 1 })
    ));
}

#[test]
fn a_heavy_file_becomes_light() {
    let mut features = Vec::new();
    for place in 0..40_i32 {
        let (west, south) = (
            f64::from(place % 8) * 0.3 - 3.0,
            f64::from(place / 8) * 0.3 + 51.0,
        );
        let points: Vec<String> = (0..=5_000)
            .map(|step| {
                let turn = f64::from(step % 5_000) / 5_000.0 * std::f64::consts::TAU;
                let radius = 0.14 + 0.003 * (turn * 300.0).sin();
                format!(
                    "[{},{}]",
                    west + radius * turn.cos(),
                    south + radius * turn.sin()
                )
            })
            .collect();
        features.push(format!(
            r#"{{"type":"Feature","properties":{{"name":"Area {place}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            points.join(",")
        ));
    }
    let held = read(&collection(&features.join(","))).unwrap().boundaries;
    assert_eq!(held.areas.len(), 40);
    let count = held.point_count();
    assert!(count < 150_001 && count > 4_000, "{count} points");
}
