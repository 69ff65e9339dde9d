//! What stands around a table: its title, and the period and place that lines above it give.

use super::columns::Stats;
use super::findings::FindingKind;
use super::layout::{Role, TableLayout};
use super::places::Places;
use super::prose::{self, Title};
use super::regions::Region;
use super::roles::{Remark, Surroundings};
use super::text_marks;
use super::view::View;
use super::vocabulary::{self, LabelHeading};
use crate::base::text::fold;
use crate::data::Period;
use crate::data::period_parse::{PeriodCaution, PeriodContext, find_period};

/// What is longer says what a publication is about, and not what a table shows, in bytes.
const LONGEST_TITLE: usize = 5_000;

pub(super) fn title_of(view: &View<'_>, region: &Region, around: &Surroundings) -> Title {
    let lines: Vec<&str> = region
        .lines
        .iter()
        .filter_map(|(row, column)| view.grid.text(*row, *column))
        .filter(|line| (4..LONGEST_TITLE).contains(&line.len()) && !is_navigation(line))
        .collect();
    let named = |line: &&&str| prose::without_number(line).len() < line.trim_start().len();
    let plain: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|line| !vocabulary::is_note_line(line) || named(&line))
        .collect();
    let own = if region.is_first {
        plain.first().copied()
    } else {
        // The lines above belong to the table before; the title is the last of them, or the numbered one.
        plain
            .iter()
            .rev()
            .find(named)
            .or_else(|| plain.last())
            .copied()
    };
    let mut title = prose::title(own.unwrap_or(&around.sheet_title));
    if own.is_some() && title.period.is_none() && title.topic.is_empty() {
        title.topic = prose::title(&around.sheet_title).topic;
    }
    // "Gender by financial year" is about what the sheet is about.
    if own.is_some()
        && !region.is_first
        && title.topic.split(' ').count() <= 2
        && vocabulary::dimension(&title.topic).is_some()
    {
        let whole = prose::title(&around.sheet_title).topic;
        if !whole.is_empty() && whole != title.topic {
            title.by.push(std::mem::replace(&mut title.topic, whole));
        }
    }
    // A second line may say what a short title does not: "Table 2" over "Crime in the United States".
    if (title.topic.is_empty()
        || title.text.to_lowercase().starts_with("table ") && title.text.len() < 10)
        && let Some(second) = plain.get(1)
    {
        let below = prose::title(second);
        title.topic = below.topic;
        title.by = below.by;
        title.unit = title.unit.or(below.unit);
        title.period = title.period.or(below.period);
        title.text = format!("{}: {}", title.text, below.text);
    }
    title
}

/// The heading over labels of which there are none: it names what the figures beside it count.
pub(super) fn stub_caption(view: &View<'_>, region: &Region, stats: &[Stats]) -> Option<String> {
    let first = stats
        .first()
        .filter(|first| first.column > region.left && first.mostly_values(50))?;
    let row = region.headings.last()?;
    (region.left..first.column)
        .find_map(|column| view.grid.text(*row, column))
        .filter(|text| {
            vocabulary::label_heading(text).is_none_or(|role| role == LabelHeading::Measure)
        })
        .map(ToOwned::to_owned)
}

/// A topic without the places at its end, which are areas: "Recorded crime in Ashfield".
pub(super) fn without_places(topic: &str, places: &Places<'_>) -> String {
    let mut topic = topic.to_owned();
    loop {
        let cut = [", ", " in ", " for ", ": ", " – ", " - ", " across "]
            .iter()
            .find_map(|mark| {
                let (before, after) = topic.rsplit_once(mark)?;
                let place = after.trim().trim_start_matches("the ");
                (places.gazetteer().by_name(place).is_some() || places.knows_body(place))
                    .then(|| before.trim().to_owned())
            });
        match cut {
            Some(shorter) => topic = shorter,
            None => break,
        }
    }
    if vocabulary::area_level(&topic).is_some() && topic.split(' ').count() <= 2
        || places.gazetteer().by_name(&topic).is_some()
    {
        topic.clear();
    }
    topic
}

pub(super) fn is_navigation(line: &str) -> bool {
    let folded = fold(line);
    [
        "contents",
        "back to",
        "return to",
        "link to",
        "go to",
        "home",
        "table of contents",
        "cover",
    ]
    .iter()
    .any(|word| folded == *word || folded.starts_with(&format!("{word} ")))
}

/// The lines around a table that may tell period, place and unit: those above, and remarks beside them.
pub(super) fn sides(view: &View<'_>, region: &Region) -> Vec<String> {
    region
        .lines
        .iter()
        .filter_map(|(row, column)| view.grid.text(*row, *column))
        .filter(|line| line.len() < 200)
        .map(ToOwned::to_owned)
        .collect()
}

/// "By six-fold urban rural classification": a dimension that the vocabulary does not hold.
pub(super) fn unknown_dimension(title: &Title) -> Option<String> {
    let by = title.by.first()?;
    let folded = fold(by);
    let other = vocabulary::area_level(by).is_some()
        || [
            "offence",
            "crime",
            "type",
            "category",
            "month",
            "year",
            "quarter",
            "reason",
            "statement",
        ]
        .iter()
        .any(|word| folded.contains(word));
    (!other && by.len() < 60).then(|| {
        let mut chars = by.chars();
        chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(chars).collect()
        })
    })
}

/// Marks tables of one sheet that have the same headings, but are of different things by title or band.
pub(super) fn tell_apart(tables: &mut [TableLayout]) {
    let about = |table: &TableLayout| {
        let band = table
            .values()
            .find_map(|(_, value)| value.measure.first().filter(|_| value.measure.len() > 1));
        (table.topic.clone(), band.cloned())
    };
    let headings = |table: &TableLayout| -> Vec<_> {
        table
            .values()
            .map(|(_, value)| {
                let leaf = value.measure.last().cloned();
                (leaf, value.cohort.clone(), value.area.clone(), value.period)
            })
            .collect()
    };
    let known: Vec<_> = tables
        .iter()
        .map(|table| (table.left_out.is_none(), headings(table), about(table)))
        .collect();
    for (at, table) in tables.iter_mut().enumerate() {
        let Some((true, own, own_about)) = known.get(at) else {
            continue;
        };
        table.tells_apart = known
            .iter()
            .enumerate()
            .any(|(other, (is_read, headings, about))| {
                other != at && *is_read && !own.is_empty() && headings == own && about != own_about
            });
    }
}

/// Finds the period of what neither rows nor columns date.
pub(super) fn settle_period(
    table: &mut TableLayout,
    title: &Title,
    sides: &[String],
    around: &Surroundings,
    dated_labels: &[Period],
    remarks: &mut Vec<Remark>,
) {
    let dated_rows = table
        .with_role(|role| matches!(role, Role::Period))
        .next()
        .is_some();
    let dated_columns = table.values().all(|(_, value)| value.period.is_some());
    let context = PeriodContext::default();
    let mut remark = |kind| {
        remarks.push(Remark {
            rows: (table.top, table.bottom.saturating_sub(1)),
            columns: (table.left, table.right.saturating_sub(1)),
            kind,
        });
    };
    let needs = !dated_rows && !dated_columns;
    if let Some(reading) = &title.period {
        table.period = Some(reading.period);
        if needs
            && matches!(
                reading.caution,
                Some(PeriodCaution::UnusualLength { .. } | PeriodCaution::Backwards)
            )
            && let Some(words) = reading.caution_words()
        {
            remark(FindingKind::PeriodCaution {
                text: title.text.clone(),
                words,
            });
        }
        return;
    }
    let from_sides = sides
        .iter()
        .filter(|line| !is_publication(line) && !vocabulary::is_note_line(line))
        .find_map(|line| find_period(line, &context));
    if let Some((reading, _)) = from_sides {
        table.period = Some(reading.period);
        return;
    }
    let elsewhere: [(&str, &str); 3] = [
        (around.sheet_title.as_str(), "the sheet's title"),
        (around.sheet_name.as_str(), "the sheet's name"),
        (around.workbook_title.as_str(), "the workbook's title"),
    ];
    for (text, place) in elsewhere {
        if let Some((reading, _)) = find_period(text, &context) {
            // Rows of another time show that what stands elsewhere is not about this table.
            let is_elsewhen =
                |own: &Period| own.end <= reading.period.start || own.start >= reading.period.end;
            if needs && dated_labels.iter().any(is_elsewhen) {
                break;
            }
            table.period = Some(reading.period);
            if needs {
                remark(FindingKind::PeriodFrom {
                    period: label(reading.period),
                    place: place.to_owned(),
                });
            }
            return;
        }
    }
    if needs {
        remark(FindingKind::NoPeriod);
    }
}

pub(super) fn label(period: Period) -> String {
    period.label()
}

pub(super) fn is_publication(line: &str) -> bool {
    let folded = fold(line);
    [
        "released",
        "published",
        "publication",
        "release date",
        "next update",
        "updated",
        "last updated",
        "extracted",
        "produced",
        "date of",
    ]
    .iter()
    .any(|word| folded.starts_with(word) || folded.contains(&format!(" {word} ")))
}

/// The place of what neither rows nor columns place: a line that is a place, or the place in the title.
pub(super) fn settle_area(
    table: &mut TableLayout,
    title: &Title,
    sides: &[String],
    places: &Places<'_>,
) {
    let has = |test: &dyn Fn(&Role) -> bool| table.with_role(|role| test(role)).next().is_some();
    let rows_are_placed = has(&|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)));
    // Rows about groups of people beside rows about places are of the whole that the title names.
    let rows_are_groups = has(&|role| matches!(role, Role::Dimension | Role::Cohort(_)));
    let columns_are_placed = table
        .values()
        .all(|(_, value)| value.area.is_some() || value.area_code.is_some());
    if columns_are_placed {
        return;
    }
    let from_line = sides.iter().find_map(|line| {
        let line = text_marks::strip(line).text;
        let bare = line
            .split_once(':')
            .map_or(line.as_str(), |(_, after)| after.trim());
        let bare = bare.split(" / ").next().unwrap_or(bare).trim();
        places
            .gazetteer()
            .by_name(bare)
            .map(|place| place.area.name.clone())
    });
    let area = from_line.or_else(|| place_in(&title.text, places));
    if rows_are_placed {
        table.whole.clone_from(&area);
    }
    if !rows_are_placed || rows_are_groups {
        table.area = area;
    }
}

/// The longest name of a place in a text.
pub(super) fn place_in(text: &str, places: &Places<'_>) -> Option<String> {
    let words: Vec<&str> = text
        .split([' ', ',', ':', ';', '(', ')', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    for length in (1..=6).rev() {
        for window in words.windows(length) {
            let starts_large = window
                .first()
                .is_some_and(|word| word.starts_with(char::is_uppercase));
            let phrase = window.join(" ");
            if starts_large
                && phrase.len() > 4
                && let Some(place) = places.gazetteer().by_name(&phrase)
            {
                return Some(place.area.name.clone());
            }
        }
    }
    None
}
