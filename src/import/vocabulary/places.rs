//! Words for levels of places, for totals over places and for what belongs to none.

use crate::base::text::fold;
use crate::data::AreaKind;

/// Which level of place words name; `Other` for "area" and the like.
pub fn area_level(text: &str) -> Option<AreaKind> {
    let spaced = split_words(text);
    let folded = fold(&spaced);
    let has = |phrase: &str| format!(" {folded} ").contains(&format!(" {phrase} "));
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(phrase));
    if any(&[
        "community safety partnership",
        "csp",
        "community safety partnerships",
        "crime and disorder reduction partnership",
        "cdrp",
        "csp23nm",
        "partnership",
    ]) {
        Some(AreaKind::CommunitySafetyPartnership)
    } else if any(&[
        "police force",
        "police force area",
        "force",
        "pfa",
        "police area",
        "force area",
        "forces",
        "constabulary",
        "police force areas",
    ]) {
        Some(AreaKind::PoliceForce)
    } else if any(&["ward", "wards", "electoral division"]) {
        Some(AreaKind::Ward)
    } else if any(&[
        "lsoa",
        "msoa",
        "output area",
        "soa",
        "small area",
        "neighbourhood area",
        "beat",
        "sector",
        "beats",
    ]) {
        Some(AreaKind::SmallArea)
    } else if any(&[
        "local authority",
        "local authorities",
        "la",
        "lad",
        "district",
        "districts",
        "borough",
        "boroughs",
        "council",
        "councils",
        "authority",
        "utla",
        "ltla",
        "local government",
        "local authority district",
        "municipality",
    ]) {
        Some(AreaKind::District)
    } else if any(&["county", "counties"]) {
        Some(AreaKind::County)
    } else if any(&["region", "regions", "english regions", "gor"]) {
        Some(AreaKind::Region)
    } else if any(&["country", "countries", "nation"]) {
        Some(AreaKind::Country)
    } else if any(&[
        "area",
        "areas",
        "geography",
        "place",
        "location",
        "locality",
        "town",
        "city",
        "neighbourhood",
        "division",
        "geographical area",
        "constituency",
        "state",
        "trust",
        "icb",
        "ccg",
        "provider",
        "organisation",
        "community",
        "parish",
        "locale",
        "site",
        "station",
        "commissioner",
    ]) {
        Some(AreaKind::Other)
    } else {
        None
    }
}

/// Splits `LookUp_BoroughName` and `area_code` into words.
pub fn split_words(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut before_lower = false;
    for c in text.chars() {
        if c.is_uppercase() && before_lower {
            spaced.push(' ');
        }
        before_lower = c.is_lowercase();
        spaced.push(if matches!(c, '_' | '/') { ' ' } else { c });
    }
    spaced
}

/// Whether a label of a place is a total over others.
pub fn is_area_total(text: &str) -> bool {
    let folded = fold(text);
    folded == "total"
        || folded == "totals"
        || folded.starts_with("total ")
        || folded.ends_with(" total")
        || folded.ends_with(" totals")
        || folded.starts_with("all ")
        || matches!(
            folded.as_str(),
            "all" | "overall" | "sum" | "subtotal" | "sub total"
        )
}

/// Whether a label of a place is what belongs to none.
pub fn is_unassigned(text: &str) -> bool {
    let folded = fold(text);
    [
        "unassigned",
        "not assigned",
        "unallocated",
        "unknown",
        "not known",
        "not recorded",
        "not stated",
        "outside ",
        "out of area",
        "out of force",
        "british transport police",
        "no fixed",
        "unspecified",
        "other area",
        "not mapped",
        "unmapped",
    ]
    .iter()
    .any(|word| folded.starts_with(word))
}
