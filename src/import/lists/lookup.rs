//! Lists of codes and names: which district lies in which partnership and force. They make places known, to
//! the workbook itself and to others of the project.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use indexmap::IndexMap;

use super::{List, as_count};
use crate::base::text::{clean, fold};
use crate::data::area::is_gss_code;
use crate::data::{Area, AreaKind, Place};
use crate::import::account::Mark;
use crate::import::grid::{CellValue, Grid};
use crate::import::list_findings::ListFinding;
use crate::import::reader::Output;
use crate::import::shorthand::{self, Key};
use crate::import::values::parse_number;
use crate::import::view::View;
use crate::import::vocabulary;

/// How far down a sheet such a list may begin.
const ROWS_LOOKED_AT: u32 = 30;
/// How many rows are looked at before all are.
const ROWS_OF_A_FIRST_LOOK: u32 = 200;
/// How wide such a list may be.
const MOST_COLUMNS: u32 = 60;

/// A list of codes and names as found; the upper bounds are exclusive.
#[derive(Clone, Debug)]
pub(crate) struct Lookup {
    pub heading: u32,
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
    /// The columns of codes with those of the names.
    pairs: Vec<(u32, u32)>,
}

/// What a column of a body holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Nothing,
    Codes,
    Texts,
    /// The numbers of the rows, or of the places in some system.
    RowNumbers,
    Figures,
}

/// The list of codes and names of a sheet; none where the sheet holds figures beside them.
pub(super) fn find(grid: &Grid) -> Option<Lookup> {
    let right = grid.column_count();
    if right > MOST_COLUMNS {
        return None;
    }
    let heading = (0..grid.row_count().min(ROWS_LOOKED_AT)).find(|row| {
        let texts = (0..right)
            .filter(|column| grid.text(*row, *column).is_some())
            .count();
        let has_code =
            |row: u32| (0..right).any(|column| grid.text(row, column).is_some_and(is_gss_code));
        texts >= 2 && !has_code(*row) && has_code(row + 1)
    })?;
    let top = heading + 1;
    let is_blank = |row: &u32| grid.row(*row).next().is_none();
    let bottom = (top..grid.row_count())
        .find(is_blank)
        .unwrap_or(grid.row_count());
    // A note below makes no part of it; anything else makes the sheet more than such a list.
    let is_followed = (bottom..grid.row_count()).any(|row| grid.row(row).count() > 1);
    if bottom - top < 2 || is_followed {
        return None;
    }
    // Figures show in the first rows; a long table need not be read twice to see them.
    let first_rows = (top + ROWS_OF_A_FIRST_LOOK).min(bottom);
    if (0..right).any(|column| holds(grid, column, heading, first_rows) == Holds::Figures) {
        return None;
    }
    let held: Vec<(u32, Holds)> = (0..right)
        .map(|column| (column, holds(grid, column, heading, bottom)))
        .collect();
    if held.iter().any(|(_, holds)| *holds == Holds::Figures) {
        return None;
    }
    let codes: Vec<u32> = held
        .iter()
        .filter(|(_, holds)| *holds == Holds::Codes)
        .map(|(column, _)| *column)
        .collect();
    let pairs: Vec<(u32, u32)> = codes
        .iter()
        .filter_map(|code| Some((*code, name_column(grid, heading, *code, &held)?)))
        .collect();
    // Rows that repeat their narrowest place are of something else: of incidents, or of years.
    let rows = usize::try_from(bottom - top).ok()?;
    let most = codes
        .iter()
        .map(|code| distinct(grid, *code, top, bottom))
        .max()?;
    let mut filled = held
        .iter()
        .filter(|(_, holds)| *holds != Holds::Nothing)
        .map(|(column, _)| *column);
    (!pairs.is_empty() && most * 10 >= rows * 9).then(|| Lookup {
        heading,
        top,
        bottom,
        left: filled.clone().next().unwrap_or(0),
        right: filled.next_back().map_or(0, |column| column + 1),
        pairs,
    })
}

fn distinct(grid: &Grid, column: u32, top: u32, bottom: u32) -> usize {
    let texts = grid
        .column_between(column, top, bottom)
        .filter_map(|(_, value)| match value {
            CellValue::Text(text) => Some(text.trim()),
            _ => None,
        });
    texts.collect::<HashSet<&str>>().len()
}

fn holds(grid: &Grid, column: u32, heading: u32, bottom: u32) -> Holds {
    let (mut filled, mut codes, mut numbers, mut words) = (0_usize, 0, 0, 0);
    for (_, value) in grid.column_between(column, heading + 1, bottom) {
        filled += 1;
        match value {
            CellValue::Text(text) if is_gss_code(text) => codes += 1,
            CellValue::Text(text) => {
                let is_word = parse_number(text, grid.decimal_comma()).is_none()
                    && shorthand::read(text, &Key::default()).is_none();
                words += usize::from(is_word);
            }
            CellValue::Number(_) => numbers += 1,
            _ => {}
        }
    }
    let name = grid
        .text(heading, column)
        .map(|text| fold(&vocabulary::split_words(text)))
        .unwrap_or_default();
    let counts_rows = [
        "objectid",
        "object id",
        "fid",
        "id",
        "long",
        "lat",
        "longitude",
        "latitude",
        "bng e",
        "bng n",
        "shape area",
        "shape length",
        "shape leng",
        "st area",
        "easting",
        "northing",
        "lad number",
    ]
    .contains(&name.as_str());
    if filled == 0 {
        Holds::Nothing
    } else if codes * 10 >= filled * 9 {
        Holds::Codes
    } else if words * 10 >= filled * 9 && numbers == 0 {
        Holds::Texts
    } else if counts_rows && words == 0 {
        Holds::RowNumbers
    } else {
        Holds::Figures
    }
}

/// The column with the names of a column of codes: the one whose heading is the same but for "name", else
/// the next, else the one before.
fn name_column(grid: &Grid, heading: u32, code: u32, held: &[(u32, Holds)]) -> Option<u32> {
    let base = |column: u32| -> Option<String> {
        let folded = fold(&vocabulary::split_words(grid.text(heading, column)?));
        let cut = [" code", " name", "code", "name", "cd", "nm"]
            .iter()
            .find_map(|tail| folded.strip_suffix(tail));
        Some(cut.unwrap_or(&folded).trim().to_owned())
    };
    let is_text = |column: u32| held.contains(&(column, Holds::Texts));
    let own = base(code);
    held.iter()
        .map(|(column, _)| *column)
        .find(|column| is_text(*column) && own.is_some() && base(*column) == own)
        .or_else(|| Some(code + 1).filter(|next| is_text(*next)))
        .or_else(|| code.checked_sub(1).filter(|before| is_text(*before)))
}

/// Marks the cells of such a list, and says what it tells.
pub(super) fn read(view: &View<'_>, list: &List, lookup: &Lookup, out: &mut Output<'_>) {
    out.marks.fill(
        view.grid,
        list.heading..list.bottom,
        list.left..list.right,
        Mark::Label,
    );
    let mut gathered = Gathered::default();
    gathered.add(view.grid, lookup);
    let mut by_kind: BTreeMap<AreaKind, usize> = BTreeMap::new();
    for place in gathered.into_places() {
        *by_kind.entry(place.area.kind).or_default() += 1;
    }
    out.remarks.push(
        list.found(ListFinding::PlacesRead {
            counts: by_kind
                .into_iter()
                .map(|(kind, count)| (kind, as_count(count)))
                .collect(),
        }),
    );
}

/// Places gathered from lists, each code once.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    names: IndexMap<String, String>,
    /// For each code, the codes that stand beside it, by their kind.
    beside: BTreeMap<String, BTreeMap<AreaKind, BTreeSet<String>>>,
}

impl Gathered {
    /// Adds the places of a list.
    pub(super) fn add(&mut self, grid: &Grid, lookup: &Lookup) {
        for row in lookup.top..lookup.bottom {
            let text = |column: u32| {
                grid.text(row, column)
                    .map(clean)
                    .filter(|text| !text.is_empty())
            };
            let placed: Vec<(String, String)> = lookup
                .pairs
                .iter()
                .filter_map(|(code, name)| {
                    Some((text(*code).filter(|code| is_gss_code(code))?, text(*name)?))
                })
                .collect();
            for (code, name) in &placed {
                self.names
                    .entry(code.clone())
                    .or_insert_with(|| name.clone());
                for (other, _) in placed.iter().filter(|(other, _)| other != code) {
                    if let Some(kind) = AreaKind::of_code(other) {
                        self.beside
                            .entry(code.clone())
                            .or_default()
                            .entry(kind)
                            .or_default()
                            .insert(other.clone());
                    }
                }
            }
        }
    }

    /// The places with what they lie in.
    pub(super) fn into_places(self) -> Vec<Place> {
        let only = |code: &str, kind: AreaKind| {
            let beside = self.beside.get(code)?.get(&kind)?;
            beside.first().filter(|_| beside.len() == 1)
        };
        self.names
            .iter()
            .map(|(code, name)| {
                let kind = AreaKind::of_code(code).unwrap_or_default();
                let parent = wider(kind).iter().find_map(|wider| only(code, *wider));
                let partnership = kind == AreaKind::CommunitySafetyPartnership;
                let members: Vec<String> = if partnership {
                    let districts = self
                        .beside
                        .get(code)
                        .and_then(|beside| beside.get(&AreaKind::District));
                    districts.into_iter().flatten().cloned().collect()
                } else {
                    Vec::new()
                };
                // One partnership of one district: the same ground under two codes.
                let twin = match kind {
                    AreaKind::CommunitySafetyPartnership => only(code, AreaKind::District)
                        .filter(|other| only(other, kind).is_some_and(|back| back == code)),
                    AreaKind::District => only(code, AreaKind::CommunitySafetyPartnership)
                        .filter(|other| only(other, kind).is_some_and(|back| back == code)),
                    _ => None,
                };
                Place {
                    area: Area {
                        name: name.clone(),
                        code: Some(code.clone()),
                        kind,
                    },
                    parent: parent.cloned(),
                    aliases: Vec::new(),
                    coterminous_with: twin.cloned(),
                    members,
                }
            })
            .collect()
    }
}

/// The kinds in which places of a kind lie, the next first.
const fn wider(kind: AreaKind) -> &'static [AreaKind] {
    use AreaKind::{Country, County, District, PoliceForce, Region, Ward};
    match kind {
        AreaKind::SmallArea => &[Ward, District],
        Ward => &[District],
        District => &[County, PoliceForce, Region, Country],
        AreaKind::CommunitySafetyPartnership | County => &[PoliceForce, Region, Country],
        PoliceForce => &[Region, Country],
        Region => &[Country],
        _ => &[],
    }
}
