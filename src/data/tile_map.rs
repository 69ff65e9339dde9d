//! Maps of tiles: areas as squares of one size, each about where it lies on a map. The facts are in
//! `assets/areas/tiles.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

/// A map of tiles.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TileMap {
    /// What it is a map of: "Nottinghamshire".
    pub name: String,
    /// The areas that it holds, in words: "the eight districts of Nottinghamshire".
    pub of: String,
    /// Its tiles.
    pub tiles: Vec<Tile>,
}

/// The place of an area on a map of tiles.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// The area's ONS code.
    pub code: String,
    /// From the west, from 0.
    pub column: u8,
    /// From the north, from 0.
    pub row: u8,
}

impl TileMap {
    /// The maps that come with the program.
    pub fn built_in() -> &'static [Self] {
        static BUILT_IN: LazyLock<Vec<TileMap>> = LazyLock::new(|| {
            ron::from_str(include_str!("../../assets/areas/tiles.ron")).unwrap_or_else(|error| {
                // The file is part of the program and a test reads it; without it there is no map.
                tracing::error!(%error, "the built-in maps of tiles cannot be read");
                Vec::new()
            })
        });
        &BUILT_IN
    }

    /// The built-in map that has a tile for each of these areas; `None` where there is none, or where an
    /// area has no code.
    pub fn of_areas(codes: &[Option<&str>]) -> Option<&'static Self> {
        Self::built_in().iter().find(|map| {
            let mut codes = codes.iter().copied();
            codes.all(|code| code.is_some_and(|code| map.tile(code).is_some()))
        })
    }

    /// The tile of an area.
    pub fn tile(&self, code: &str) -> Option<&Tile> {
        self.tiles.iter().find(|tile| tile.code == code)
    }

    /// How many columns and rows there are.
    pub fn size(&self) -> (u8, u8) {
        let furthest = |side: fn(&Tile) -> u8| self.tiles.iter().map(side).max();
        let count = |last: Option<u8>| last.map_or(0, |last| last.saturating_add(1));
        (
            count(furthest(|tile| tile.column)),
            count(furthest(|tile| tile.row)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{AreaKind, Gazetteer};

    #[test]
    fn every_tile_is_of_a_place_that_is_known_and_has_its_square_alone() {
        let maps = TileMap::built_in();
        assert_eq!(maps.len(), 1, "the file is read");
        for map in maps {
            for (index, tile) in map.tiles.iter().enumerate() {
                let place = Gazetteer::built_in().place(&tile.code).unwrap();
                assert_eq!(place.area.kind, AreaKind::District);
                let is_same = |other: &Tile| (other.column, other.row) == (tile.column, tile.row);
                assert!(!map.tiles[..index].iter().any(is_same), "{}", tile.code);
            }
        }
        assert_eq!(maps[0].tiles.len(), 8);
        assert_eq!(maps[0].size(), (3, 4));
    }

    #[test]
    fn a_map_is_found_only_where_it_has_all_the_areas() {
        let ashfield = Some("E07000170");
        assert!(TileMap::of_areas(&[ashfield, Some("E06000018")]).is_some());
        assert!(TileMap::of_areas(&[ashfield, Some("E07000034")]).is_none());
        assert!(TileMap::of_areas(&[ashfield, None]).is_none());
    }
}
