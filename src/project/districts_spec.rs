//! What the user wants of areas side by side; saved in projects, while everything computed from it is not.

use serde::{Deserialize, Serialize};

use crate::analysis::districts::WiderArea;
use crate::analysis::{Catalogue, DistrictsQuestion, Question};
use crate::data::AreaKind;

/// What the user wants of areas side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DistrictsSpec {
    /// The kind of areas; `None` is that of the question, else districts where there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AreaKind>,
    /// What each is held against.
    pub wider: WiderArea,
    /// The user's own area, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_area: Option<String>,
    /// The areas that the own is seen among, by name; `None` is all of the kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peers: Option<Vec<String>>,
    /// Whether the mean of peers that is drawn counts each by its people or respondents, not once.
    pub weighted_mean: bool,
    /// How they are arranged.
    pub arrangement: DistrictsArrangement,
    /// What the map shows.
    #[serde(skip_serializing_if = "MapShows::is_default")]
    pub map_shows: MapShows,
}

impl DistrictsSpec {
    /// What it asks about a question's measure.
    pub fn asked(&self, question: Question) -> DistrictsQuestion {
        DistrictsQuestion {
            question,
            kind: self.kind,
            wider: self.wider.clone(),
            against_rest: self.arrangement == DistrictsArrangement::Map
                && self.map_shows == MapShows::AgainstRest,
            peers: self.peers.clone().map(|mut peers| {
                peers.extend(self.own_area.clone().filter(|own| !peers.contains(own)));
                peers
            }),
        }
    }

    /// The same in the catalogue's words, whatever they were when it was saved.
    #[must_use]
    pub fn resolved(&self, catalogue: &Catalogue, question: &Question) -> Self {
        let area = |name: &String| catalogue.resolve_area(question, name);
        Self {
            own_area: self.own_area.as_ref().map(area),
            peers: self
                .peers
                .as_ref()
                .map(|peers| peers.iter().map(area).collect()),
            wider: match &self.wider {
                WiderArea::Area(name) => WiderArea::Area(area(name)),
                other => other.clone(),
            },
            ..self.clone()
        }
    }
}

/// How areas are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DistrictsArrangement {
    /// A small chart for each, on the same axes.
    #[default]
    SmallMultiples,
    /// A tile for each, about where it lies on a map.
    Tiles,
    /// All on one chart, the own area in front.
    OneChart,
    /// A bar for each, in the order of their latest values.
    Ranking,
    /// A dot for each by its base, between the limits of chance.
    Funnel,
    /// A map with their boundaries, where the project has some; else a tile for each.
    Map,
}

/// What a map shows of areas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MapShows {
    /// Their values.
    #[default]
    Values,
    /// How far each is from all the others together.
    AgainstRest,
    /// Their changes.
    Changes,
}

impl MapShows {
    /// All, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Values, Self::AgainstRest, Self::Changes];

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl DistrictsArrangement {
    /// All, in the order of menus.
    pub const ALL: [Self; 6] = [
        Self::SmallMultiples,
        Self::Ranking,
        Self::Map,
        Self::Tiles,
        Self::OneChart,
        Self::Funnel,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = DistrictsSpec {
            kind: Some(AreaKind::Ward),
            wider: WiderArea::Area(String::from("Ashfield")),
            own_area: Some(String::from("Hucknall West")),
            peers: Some(vec![String::from("Arnold North")]),
            weighted_mean: true,
            arrangement: DistrictsArrangement::Map,
            map_shows: MapShows::Changes,
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<DistrictsSpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<DistrictsSpec>("()").unwrap(),
            DistrictsSpec::default()
        );
    }
}
