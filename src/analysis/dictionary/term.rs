//! What can be named and merged: a measure, a place, a dimension, a category, each as sources name it.

use serde::{Deserialize, Serialize};

use crate::analysis::catalogue::MeasureKey;
use crate::data::{Area, AreaKind};

/// Something that a source names, by the name that the source gives it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Term {
    /// A measure.
    Measure(MeasureKey),
    /// A place.
    Area(AreaKey),
    /// A dimension of groups of people: "Sex".
    Dimension(String),
    /// A group of people: "Female" of "Sex".
    Category(CategoryKey),
}

/// A place by its name and kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AreaKey {
    /// The name.
    pub name: String,
    /// What kind of place it is.
    pub kind: AreaKind,
}

/// A group of people by its dimension and category.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CategoryKey {
    /// "Sex".
    pub dimension: String,
    /// "Female".
    pub category: String,
}

impl AreaKey {
    /// The name and kind under which an area is one: a partnership or an unclassified place that bears a
    /// district's name is that district, since such partnerships cover the same ground.
    pub fn of(area: &Area) -> Self {
        let kind = match area.kind {
            AreaKind::CommunitySafetyPartnership if is_district_name(&area.name) => {
                AreaKind::District
            }
            kind => kind,
        };
        Self {
            name: area.name.clone(),
            kind,
        }
    }
}

/// Whether the gazetteer knows a district of this name.
fn is_district_name(name: &str) -> bool {
    crate::data::gazetteer::Gazetteer::built_in()
        .find_of_kind(name, AreaKind::District)
        .is_some()
}

impl CategoryKey {
    /// A category of a dimension.
    pub fn new(dimension: impl Into<String>, category: impl Into<String>) -> Self {
        Self {
            dimension: dimension.into(),
            category: category.into(),
        }
    }
}

impl Term {
    /// The name as sources give it; a measure's is folded.
    pub fn imported_name(&self) -> &str {
        match self {
            Self::Measure(key) => &key.folded_name,
            Self::Area(key) => &key.name,
            Self::Dimension(name) => name,
            Self::Category(key) => &key.category,
        }
    }

    /// Whether two terms are of one sort, so that they may be merged at all.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
