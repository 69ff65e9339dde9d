//! Boundaries made for tests: areas of crooked edges side by side, which share them, in eastings and northings.

use std::fmt::Write as _;

/// GeoJSON of areas with their names, and codes where they have some, in rows of about as many as there are rows; in
/// the first lies a lake with the last area in it as an island, where there are four or more. `around` names an area
/// beyond the others.
pub fn geojson(areas: &[(&str, Option<&str>)], around: Option<&str>, members: &str) -> String {
    let is_nested = areas.len() >= 4;
    let on_lattice = if is_nested {
        areas.len() - 1
    } else {
        areas.len()
    };
    let columns = (1..=on_lattice)
        .find(|side| side * side >= on_lattice)
        .unwrap();
    let mut features = Vec::new();
    for (place, (name, code)) in areas.iter().enumerate().take(on_lattice) {
        let mut rings = vec![ring(place % columns, place / columns)];
        if is_nested && place == 0 {
            rings.push(lake());
        }
        features.push(feature(name, *code, &rings));
    }
    if let Some((name, code)) = areas.last().filter(|_| is_nested) {
        // In the other direction than the hole that it fills.
        let mut island = lake();
        island.reverse();
        features.push(feature(name, *code, &[island]));
    }
    if let Some(name) = around {
        features.push(feature(name, None, &[ring(columns, 0)]));
    }
    format!(
        r#"{{"type":"FeatureCollection",{members}"features":[{}]}}"#,
        features.join(",")
    )
}

fn feature(name: &str, code: Option<&str>, rings: &[Vec<(i64, i64)>]) -> String {
    let mut coordinates = String::new();
    for ring in rings {
        let points: Vec<String> = ring
            .iter()
            .chain(ring.first())
            .map(|(east, north)| format!("[{east},{north}]"))
            .collect();
        let comma = if coordinates.is_empty() { "" } else { "," };
        write!(coordinates, "{comma}[{}]", points.join(",")).unwrap();
    }
    let code = code.map_or_else(String::new, |code| format!(r#""LAD23CD":"{code}","#));
    format!(
        r#"{{"type":"Feature","properties":{{{code}"LAD23NM":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[{coordinates}]}}}}"#
    )
}

/// The corner of a lattice, moved a little.
fn corner(column: usize, row: usize) -> (i64, i64) {
    let (column, row) = (i64::try_from(column).unwrap(), i64::try_from(row).unwrap());
    let off = |seed: i64| (seed * 7_919 % 41 - 20) * 180;
    (
        440_000 + column * 16_000 + off(3 * column + 5 * row + 1),
        380_000 - row * 16_000 + off(7 * column + 2 * row + 3),
    )
}

/// An area of the lattice: each of its sides bent in four places, the same for both areas that share it.
fn ring(column: usize, row: usize) -> Vec<(i64, i64)> {
    let corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
    ];
    let mut ring = Vec::new();
    let ends = corners.iter().cycle().skip(1);
    for (from, to) in corners.iter().copied().zip(ends.copied()) {
        ring.push(from);
        let (least, most) = (from.min(to), from.max(to));
        let mut bends: Vec<(i64, i64)> = (1..5)
            .map(|bend| {
                let along = |a: i64, b: i64| a + (b - a) * bend / 5;
                let off = ((least.0 + 3 * least.1 + 17 * bend) / 100 % 13 - 6) * 220;
                let is_level = (most.0 - least.0).abs() > (most.1 - least.1).abs();
                let (east, north) = (along(least.0, most.0), along(least.1, most.1));
                if is_level {
                    (east, north + off)
                } else {
                    (east + off, north)
                }
            })
            .collect();
        if from > to {
            bends.reverse();
        }
        ring.extend(bends);
    }
    ring
}

/// A lake in the first area.
fn lake() -> Vec<(i64, i64)> {
    let (east, north) = corner(0, 0);
    [(5, -5), (8, -4), (11, -6), (10, -10), (7, -11), (4, -8)]
        .map(|(right, up)| (east + right * 1_000, north + up * 1_000))
        .to_vec()
}
