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
    /// The kind of place that an ONS code stands for; `None` where the text is no such code.
    ///
    /// ```
    /// use bellwether::data::AreaKind;
    /// assert_eq!(AreaKind::of_code("E07000170"), Some(AreaKind::District));
    /// assert_eq!(AreaKind::of_code("E07"), None);
    /// ```
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.trim();
        let (prefix, number) = code.split_at_checked(3)?;
        let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
        if number.len() != 6 || !is_number(number) {
            return None;
        }
        match prefix {
            "K01" | "K02" | "K03" | "K04" | "E92" | "W92" | "S92" | "N92" => Some(Self::Country),
            "E12" => Some(Self::Region),
            "E23" | "W15" | "S23" | "N24" => Some(Self::PoliceForce),
            "E10" | "E11" => Some(Self::County),
            "E22" | "W14" => Some(Self::CommunitySafetyPartnership),
            "E06" | "E07" | "E08" | "E09" | "W06" | "S12" | "N09" => Some(Self::District),
            "E05" | "W05" | "S13" | "N08" => Some(Self::Ward),
            "E00" | "E01" | "E02" | "W00" | "W01" | "W02" | "S00" | "S01" | "S02" | "N00"
            | "N20" | "N21" => Some(Self::SmallArea),
            // Combined authorities, parishes, constituencies, health bodies and the rest.
            "E04" | "E13" | "E14" | "E15" | "E30" | "E33" | "E34" | "E35" | "E36" | "E37"
            | "E38" | "E40" | "E46" | "E47" | "E54" | "W03" | "W04" | "W07" | "W09" | "W11"
            | "S08" | "S14" | "N05" | "N06" => Some(Self::Other),
            _ => None,
        }
    }

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

/// Whether a text is an ONS (GSS) code: a country's letter and eight digits with a known beginning.
pub fn is_gss_code(text: &str) -> bool {
    AreaKind::of_code(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_code_says_what_it_is_of() {
        for (code, kind) in [
            ("E06000018", AreaKind::District),
            ("W06000001", AreaKind::District),
            ("E10000024", AreaKind::County),
            ("E12000004", AreaKind::Region),
            ("E22000366", AreaKind::CommunitySafetyPartnership),
            ("W15000004", AreaKind::PoliceForce),
            ("K04000001", AreaKind::Country),
            ("E05009708 ", AreaKind::Ward),
            ("E01028395", AreaKind::SmallArea),
        ] {
            assert_eq!(AreaKind::of_code(code), Some(kind), "{code}");
        }
        for text in [
            "727",
            "E0700017",
            "E070001700",
            "E99000001",
            "Ashfield",
            "É0700017",
            "E07OOO170",
        ] {
            assert!(!is_gss_code(text), "{text}");
        }
    }
}
