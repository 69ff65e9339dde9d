//! Which columns of a list of incidents say when, where and what; nothing else of a row is looked at, but
//! for its reference, by which rows that come twice are known.

use super::dates::{self, Refusal};
use super::found::{Candidate, ListHeading, cells_that};
use crate::data::AreaKind;
use crate::data::area::is_gss_code;
use crate::import::columns::text_of;
use crate::import::places::Places;
use crate::import::records::REFERENCES;
use crate::import::view::{Kind, View};
use crate::import::vocabulary;

/// How many kinds of incident a list has at most; a column with more holds descriptions.
const MOST_TYPES: usize = 150;

/// The columns of a list of incidents.
#[derive(Clone, Debug)]
pub(crate) struct IncidentColumns {
    pub date: ListHeading,
    pub kind: ListHeading,
    pub place: PlaceColumn,
    /// The reference of each row.
    pub reference: Option<u32>,
    /// Why the list cannot be counted, though it is one.
    pub refused: Option<String>,
}

/// Where a row's place stands.
#[derive(Clone, Debug)]
pub(crate) struct PlaceColumn {
    pub heading: ListHeading,
    pub form: PlaceForm,
    /// The column with the force, where rows without a place belong to it.
    pub force: Option<u32>,
}

/// How a place is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceForm {
    /// The name of a place of a level.
    Name(AreaKind),
    /// An ONS code.
    Code,
    /// The name of a small area, which begins with its district's: `Ashfield 001A`.
    SmallAreaName,
}

const TYPES: [&str; 26] = [
    "crime type",
    "offence group",
    "crime group",
    "crime category",
    "offence category",
    "offence type",
    "incident type",
    "incident category",
    "asb type",
    "asb category",
    "anti social behaviour type",
    "type of crime",
    "type of offence",
    "type of incident",
    "type of asb",
    "event type",
    "call type",
    "report type",
    "case type",
    "hate crime strand",
    "offence",
    "classification",
    "category",
    "type",
    "crime",
    "offence description",
];

/// Whether headings can be those of a list of incidents: a date and a type.
pub(super) fn may_be(headings: &[ListHeading]) -> bool {
    headings.iter().any(|heading| is_date(&heading.folded))
        && headings
            .iter()
            .any(|heading| TYPES.contains(&heading.folded.as_str()))
}

/// Concludes the columns of a list of incidents. `None` where the table is none, or nothing shows that
/// each of its rows is one.
pub(super) fn conclude(
    view: &View<'_>,
    candidate: &Candidate,
    places: &Places<'_>,
) -> Option<IncidentColumns> {
    let rows = usize::try_from(candidate.bottom - candidate.top).ok()?;
    if candidate
        .headings
        .iter()
        .any(|heading| is_value(&heading.folded))
    {
        return None;
    }
    let kind = TYPES
        .iter()
        .find_map(|word| candidate.column(|folded| folded == *word))?
        .clone();
    let reference = candidate.column(|folded| {
        REFERENCES.contains(&folded) || matches!(folded, "case reference" | "reference")
    });
    let has_coordinates = candidate
        .column(|folded| is_coordinate(folded, &["longitude", "lng", "long", "lon", "easting"]))
        .is_some()
        && candidate
            .column(|folded| is_coordinate(folded, &["latitude", "lat", "northing"]))
            .is_some();
    let is_one_a_row = reference.is_some() || has_coordinates;
    if !is_one_a_row && rows < 20 {
        return None;
    }
    // Figures without a name of their own: a table of figures, however its labels look.
    let has_figures = candidate.headings.iter().any(|heading| {
        let (filled, numbers) = cells_that(view, candidate, heading.column, |kind| {
            matches!(kind, Kind::Number(_))
        });
        numbers * 2 > filled && !is_about_a_row(&heading.folded)
    });
    if has_figures {
        return None;
    }
    let place = place_column(view, candidate, places);
    let date = date_column(view, candidate);
    let types_are_kinds = are_kinds(view, candidate, &kind, rows);
    let refused = match (&date, &place) {
        (Err(Refusal::DayAndMonth), _) => Some(String::from(
            "day and month of its dates may be the wrong way round: dates as 25/04/2023 throughout are needed",
        )),
        (Err(Refusal::NoDates), _) if is_one_a_row => Some(String::from("no column holds dates")),
        (Ok(_), None) if is_one_a_row => Some(String::from(
            "no column holds districts, wards or small areas",
        )),
        _ if !types_are_kinds && is_one_a_row => Some(format!(
            "“{}” holds descriptions and not kinds of incident",
            kind.text
        )),
        _ => None,
    };
    if refused.is_some() {
        let heading = kind.clone();
        return Some(IncidentColumns {
            date: kind.clone(),
            kind,
            place: PlaceColumn {
                heading,
                form: PlaceForm::Code,
                force: None,
            },
            reference: None,
            refused,
        });
    }
    Some(IncidentColumns {
        date: date.ok()?,
        place: place?,
        reference: reference.map(|heading| heading.column),
        kind: Some(kind).filter(|_| types_are_kinds)?,
        refused: None,
    })
}

/// Whether the texts of a column are kinds that many rows share, and nothing that somebody wrote.
fn are_kinds(view: &View<'_>, candidate: &Candidate, kind: &ListHeading, rows: usize) -> bool {
    let mut distinct: std::collections::HashSet<u32> = std::collections::HashSet::new();
    for (_, stored) in view
        .grid
        .stored_between(kind.column, candidate.top, candidate.bottom)
    {
        match view.kind_of(stored) {
            Kind::Text(text) => {
                if text_of(view, text).is_none_or(is_written) {
                    return false;
                }
                distinct.insert(text);
            }
            Kind::Shorthand(_) => {}
            _ => return false,
        }
    }
    !distinct.is_empty()
        && distinct.len() <= MOST_TYPES
        && (distinct.len() * 2 <= rows || rows < 40 && distinct.len() <= 20)
}

/// Whether a text was written about a case: long, or with an address, a number of a telephone or a plate.
pub(super) fn is_written(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.chars().count() > 80 || text.contains('@') || digits > 4 || text.contains('\n')
}

fn date_column(view: &View<'_>, candidate: &Candidate) -> Result<ListHeading, Refusal> {
    let mut dates: Vec<&ListHeading> = candidate
        .headings
        .iter()
        .filter(|heading| is_date(&heading.folded))
        .collect();
    // What was recorded in a month is what the police publish; then when it happened.
    dates.sort_by_key(|heading| {
        let folded = heading.folded.as_str();
        if folded == "month" {
            0
        } else if ["record", "report", "receiv", "creat", "log"]
            .iter()
            .any(|word| folded.contains(word))
        {
            1
        } else {
            2
        }
    });
    let mut refusal = Refusal::NoDates;
    for heading in dates {
        match dates::judge(view, heading.column, candidate.top, candidate.bottom) {
            Ok(()) => return Ok(heading.clone()),
            Err(Refusal::DayAndMonth) => refusal = Refusal::DayAndMonth,
            Err(Refusal::NoDates) => {}
        }
    }
    Err(refusal)
}

fn place_column(
    view: &View<'_>,
    candidate: &Candidate,
    places: &Places<'_>,
) -> Option<PlaceColumn> {
    let force = candidate
        .column(|folded| {
            folded == "falls within"
                || vocabulary::area_level(folded) == Some(AreaKind::PoliceForce)
        })
        .cloned();
    let mut best: Option<(u8, ListHeading, PlaceForm)> = None;
    for heading in &candidate.headings {
        let Some((rank, form)) = place_form(view, candidate, heading, places) else {
            continue;
        };
        if best.as_ref().is_none_or(|(held, ..)| rank < *held) {
            best = Some((rank, heading.clone(), form));
        }
    }
    match (best, force) {
        (Some((_, heading, form)), force) => Some(PlaceColumn {
            heading,
            form,
            force: force.map(|force| force.column),
        }),
        (None, Some(force)) => Some(PlaceColumn {
            form: PlaceForm::Name(AreaKind::PoliceForce),
            heading: force,
            force: None,
        }),
        (None, None) => None,
    }
}

/// What kind of place a column holds, the best kind for counting first; never where something happened
/// to the street.
fn place_form(
    view: &View<'_>,
    candidate: &Candidate,
    heading: &ListHeading,
    places: &Places<'_>,
) -> Option<(u8, PlaceForm)> {
    let texts = |test: &dyn Fn(&str) -> bool| {
        let (filled, fitting) = cells_that(
            view,
            candidate,
            heading.column,
            |kind| matches!(kind, Kind::Text(text) if text_of(view, text).is_some_and(test)),
        );
        filled > 0 && fitting * 10 >= filled * 8
    };
    if texts(&is_gss_code) {
        let district = |text: &str| AreaKind::of_code(text) == Some(AreaKind::District);
        let ward = |text: &str| AreaKind::of_code(text) == Some(AreaKind::Ward);
        return if texts(&district) {
            Some((0, PlaceForm::Code))
        } else if texts(&ward) {
            Some((4, PlaceForm::Code))
        } else {
            None
        };
    }
    let folded = heading.folded.as_str();
    let names_a_street = [
        "location", "address", "street", "road", "premises", "postcode", "site", "station",
        "outcome", "type",
    ]
    .iter()
    .any(|word| folded.split(' ').any(|part| part == *word));
    if names_a_street {
        return None;
    }
    let is_short = |text: &str| text.chars().count() <= 60 && !is_written(text);
    match vocabulary::area_level(folded)? {
        AreaKind::SmallArea if texts(&|text| district_of(text).is_some()) => {
            Some((2, PlaceForm::SmallAreaName))
        }
        AreaKind::District if texts(&is_short) => Some((1, PlaceForm::Name(AreaKind::District))),
        AreaKind::CommunitySafetyPartnership if texts(&is_short) => {
            Some((3, PlaceForm::Name(AreaKind::CommunitySafetyPartnership)))
        }
        AreaKind::Ward if texts(&is_short) => Some((5, PlaceForm::Name(AreaKind::Ward))),
        // "Area" may mean anything: only where the places in it are known.
        AreaKind::Other if texts(&|text| places.knows(text) || vocabulary::is_unassigned(text)) => {
            Some((6, PlaceForm::Name(AreaKind::Other)))
        }
        _ => None,
    }
}

/// The district in the name of a small area of the census: `Ashfield 001A` lies in Ashfield.
pub(super) fn district_of(name: &str) -> Option<&str> {
    let (district, number) = name.trim().rsplit_once(' ')?;
    let (digits, letter) = number.split_at_checked(3)?;
    let fits = digits.bytes().all(|byte| byte.is_ascii_digit())
        && letter.len() <= 1
        && letter.bytes().all(|byte| byte.is_ascii_uppercase());
    (fits && !district.is_empty()).then_some(district.trim())
}

fn is_date(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
    says(&["date", "month", "datetime"])
        && !says(&[
            "birth",
            "death",
            "outcome",
            "closed",
            "resolved",
            "updated",
            "modified",
            "end",
            "to",
            "last",
            "closure",
            "completed",
            "review",
            "due",
            "target",
            "hearing",
            "sentence",
            "released",
        ])
}

fn is_coordinate(folded: &str, words: &[&str]) -> bool {
    folded.split(' ').any(|part| words.contains(&part))
}

/// Whether a heading says that figures stand under it.
fn is_value(folded: &str) -> bool {
    matches!(
        folded,
        "value"
            | "count"
            | "number"
            | "rate"
            | "total"
            | "percentage"
            | "obs value"
            | "incidents"
            | "offences"
            | "crime count"
            | "crimes"
            | "volume"
            | "sum"
            | "n"
            | "frequency"
            | "population"
    ) || [
        "number of",
        "count of",
        "total ",
        "no of",
        "per 1 000",
        "per 1000",
        "percent",
        "average",
        "mean ",
    ]
    .iter()
    .any(|words| folded.starts_with(words) || folded.contains("per 1 000"))
}

/// Whether numbers under a heading say something of a row and count nothing.
fn is_about_a_row(folded: &str) -> bool {
    folded.split(' ').any(|word| {
        matches!(
            word,
            "id" | "ref"
                | "reference"
                | "urn"
                | "no"
                | "longitude"
                | "latitude"
                | "lat"
                | "long"
                | "lon"
                | "lng"
                | "easting"
                | "northing"
                | "eastings"
                | "northings"
                | "x"
                | "y"
                | "year"
                | "day"
                | "hour"
                | "week"
                | "time"
                | "age"
                | "code"
                | "postcode"
                | "phone"
                | "telephone"
                | "objectid"
                | "fid"
                | "beat"
                | "number"
                | "month"
                | "ward"
                | "uprn"
                | "usrn"
                | "serial"
                | "log"
        )
    })
}
