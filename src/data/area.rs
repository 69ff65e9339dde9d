//! Places: districts, cities, counties, forces, with their ONS codes and the ways people write them.

use serde::{Deserialize, Serialize};

/// A place as a source names it, or as the gazetteer knows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Area {
    /// The name: the gazetteer's where it knows the place, else the source's own, cleaned.
    pub name: String,
    /// The ONS (GSS) code, as `E07000170`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What kind of place it is.
    #[serde(default)]
    pub kind: AreaKind,
}

/// What kind of place an area is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum AreaKind {
    /// A country, or England and Wales together, or the United Kingdom.
    Country,
    /// A region of England.
    Region,
    /// A police force area.
    PoliceForce,
    /// A county with districts in it.
    County,
    /// A community safety partnership.
    CommunitySafetyPartnership,
    /// A district, borough, city or unitary authority.
    District,
    /// A ward.
    Ward,
    /// A small area of the census: LSOA, MSOA, output area.
    SmallArea,
    /// What a source counts under no place: "Unassigned", British Transport Police.
    Unassigned,
    /// A sum over other rows that is no place of its own: "*Total", "All areas".
    Total,
    /// A place of which no more is known.
    #[default]
    Other,
}

impl AreaKind {
    /// The kind in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::PoliceForce => "police force area",
            Self::County => "county",
            Self::CommunitySafetyPartnership => "community safety partnership",
            Self::District => "district",
            Self::Ward => "ward",
            Self::SmallArea => "small area",
            Self::Unassigned => "not assigned to a place",
            Self::Total => "total",
            Self::Other => "area",
        }
    }
}
