//! What stands above a list and says whose and when it is.

use super::List;
use crate::base::text::clean;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::{Area, AreaKind, Period};
use crate::import::places::Places;
use crate::import::roles::Surroundings;
use crate::import::view::View;

/// How many rows above a list belong to it.
const ROWS_ABOVE: u32 = 8;

/// The lines above a list, the nearest first: rows of one or two texts, up to the first longer row.
pub(super) fn lines_above(view: &View<'_>, list: &List) -> Vec<String> {
    let mut lines = Vec::new();
    for row in (list.heading.saturating_sub(ROWS_ABOVE)..list.heading).rev() {
        let texts: Vec<&str> = (0..list.right)
            .filter_map(|column| view.grid.text(row, column))
            .collect();
        if texts.len() > 2 {
            break;
        }
        lines.extend(texts.into_iter().map(clean));
    }
    lines
}

/// The title of a list: the uppermost of its lines, else the sheet's.
pub(super) fn title(lines: &[String], around: &Surroundings) -> String {
    lines
        .last()
        .cloned()
        .unwrap_or_else(|| clean(&around.sheet_title))
}

/// The period that the lines, the sheet's name or its title speak of.
pub(super) fn period(lines: &[String], around: &Surroundings) -> Option<Period> {
    let context = PeriodContext::default();
    lines
        .iter()
        .rev()
        .map(String::as_str)
        .chain([around.sheet_name.as_str(), around.workbook_title.as_str()])
        .find_map(|text| find_period(text, &context))
        .map(|(reading, _)| reading.period)
}

/// The one place that the lines, the sheet's name or its title name; `None` where they name none, or several.
pub(super) fn area(
    lines: &[String],
    around: &Surroundings,
    places: &mut Places<'_>,
) -> Option<Area> {
    let texts = lines
        .iter()
        .map(String::as_str)
        .chain([around.sheet_name.as_str(), around.workbook_title.as_str()]);
    for text in texts {
        let named = places_in(text, places);
        match named.as_slice() {
            [] => {}
            [name] => {
                let resolved = places.resolve(name, None, None);
                return (resolved.is_known && !resolved.is_ambiguous).then_some(resolved.area);
            }
            _ => return None,
        }
    }
    None
}

/// The known places that a text names, the longest names first taken.
fn places_in(text: &str, places: &Places<'_>) -> Vec<String> {
    let cleaned = clean(text);
    let words: Vec<&str> = cleaned
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '&')))
        .filter(|word| !word.is_empty())
        .collect();
    let mut named: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=5).rev().find_map(|length| {
            let name = words.get(at..at + length)?.join(" ");
            let starts_as_name = name.starts_with(char::is_uppercase);
            // "Force", "City" and "County" alone name a place only in a column of places.
            let is_place = starts_as_name
                && places.gazetteer().find_all(&name).iter().any(|place| {
                    place.area.name.len() > 4
                        && place.area.kind != AreaKind::Country
                        && !matches!(
                            name.to_lowercase().as_str(),
                            "force" | "city" | "county" | "east" | "west"
                        )
                });
            is_place.then_some((name, length))
        });
        match longest {
            Some((name, length)) => {
                if !named.contains(&name) {
                    named.push(name);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    named
}
