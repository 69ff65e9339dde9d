//! What a change table says: its title, its headings, what stands beside a row, its footnote.

use super::{districts, figure_check, phrase};
use crate::analysis::change_table::{AsPrinted, ChangeRow, RowsBy, RowsOf, Test};
use crate::analysis::{ChangeTableAnswer, Direction, Outcome};
use crate::base::number;
use crate::base::text::lower_first;
use crate::chart::point::{self, GapReason};
use crate::data::measure::Theme;
use crate::data::{Period, PeriodKind, Source, Unit};
use crate::stats::counts::LEAST_BASE_FOR_PERCENT;

/// The most words of a title.
const MOST_WORDS: usize = 12;

/// What the rows are: one of them, and several.
const fn rows_noun(answer: &ChangeTableAnswer) -> (&'static str, &'static str) {
    match answer.by {
        RowsBy::Areas { kind, .. } => districts::noun(kind),
        RowsBy::Groups => groups_noun(answer.theme),
        RowsBy::Measures => measures_noun(answer.theme),
    }
}

/// Measures of a theme: one of them, and several.
pub const fn measures_noun(theme: Theme) -> (&'static str, &'static str) {
    match theme {
        Theme::RecordedCrime => ("offence", "offences"),
        _ => ("measure", "measures"),
    }
}

/// Groups of measures of a theme: one of them, and several.
pub const fn groups_noun(theme: Theme) -> (&'static str, &'static str) {
    match theme {
        Theme::RecordedCrime => ("offence group", "offence groups"),
        _ => ("group of measures", "groups of measures"),
    }
}

/// What the rows are, over their column.
pub fn row_heading(answer: &ChangeTableAnswer) -> String {
    phrase::capital(rows_noun(answer).0)
}

/// A period over a column: "Year to Sep 2022", "2021/22".
pub fn column_heading(period: &Period) -> String {
    match period.kind {
        PeriodKind::YearEnding => period.label().replace("12 months to", "Year to"),
        _ => period.label(),
    }
}

/// Whether both periods have the same number of months, or of days where they are no whole months.
pub fn are_same_length(answer: &ChangeTableAnswer) -> bool {
    answer
        .earlier
        .zip(answer.period)
        .is_none_or(|(earlier, later)| {
            earlier.days() == later.days()
                || earlier.whole_months().is_some()
                    && earlier.whole_months() == later.whole_months()
        })
}

/// Whether chance may explain a change.
pub fn chance(row: &ChangeRow) -> &'static str {
    match row.direction() {
        Direction::Up | Direction::Down => "clear change",
        Direction::NoClearChange => "within chance",
        Direction::NotTested => "not tested",
    }
}

/// A sender's figure with the minus sign of the house: `−24%`.
pub fn minus_signs(printed: &str) -> String {
    match printed.strip_prefix('-') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{}{rest}", number::MINUS)
        }
        _ => printed.to_owned(),
    }
}

/// What the total of a table is called in a sentence: "Crime", "All offences".
fn total_name(answer: &ChangeTableAnswer, row: &ChangeRow) -> String {
    match (&answer.by, answer.theme) {
        (RowsBy::Areas { .. }, _) => answer.name.clone(),
        (_, Theme::RecordedCrime) => String::from("Crime"),
        (_, _) => row.name.clone(),
    }
}

/// What the rows are in a sentence: "recorded crime", "Volume change".
pub fn rows_name(answer: &ChangeTableAnswer) -> String {
    if matches!(answer.by, RowsBy::Areas { .. }) {
        return answer.name.clone();
    }
    match (&answer.rows_of, answer.theme) {
        (RowsOf::Theme(theme), _) => theme.title().to_owned(),
        (RowsOf::Table { .. }, Theme::Other) => answer.name.clone(),
        (RowsOf::Table { .. }, theme) => theme.title().to_owned(),
    }
}

/// A row's name inside a sentence: "bicycle theft" for an offence written "Bicycle Theft".
fn in_sentence(answer: &ChangeTableAnswer, row: &ChangeRow) -> String {
    if matches!(answer.by, RowsBy::Areas { .. }) {
        return row.name.clone();
    }
    let words: Vec<&str> = row.name.split(' ').collect();
    let is_capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
    };
    let capitals = words
        .iter()
        .filter(|word| word.len() > 3 && is_capital(word));
    if row.measure.theme != Theme::RecordedCrime || capitals.count() < 2 {
        return phrase::inside(&row.name);
    }
    let lowered = words.iter().map(|word| {
        if is_capital(word) {
            word.to_lowercase()
        } else {
            (*word).to_owned()
        }
    });
    lowered.collect::<Vec<_>>().join(" ")
}

fn in_area(answer: &ChangeTableAnswer) -> String {
    if answer.area.is_empty() {
        String::new()
    } else {
        format!(" in {}", answer.area)
    }
}

/// The message: the total where it changed clearly, and the largest clear change among the others; else that
/// nothing is clear, or what the table shows.
pub fn title(answer: &ChangeTableAnswer) -> String {
    let place = in_area(answer);
    let total = answer.rows.iter().find(|row| row.is_total);
    let of_total = total.and_then(|row| {
        let name = total_name(answer, row);
        match phrase::verb(row.direction()) {
            Some(verb) => Some(format!("{name}{place} {verb} {}", size(row)?)),
            None if row.direction() == Direction::NoClearChange => {
                Some(format!("No clear change in {}{place}", lower_first(&name)))
            }
            None => None,
        }
    });
    let largest = largest_clear(answer);
    let of_largest = largest.and_then(|row| Some((row, how_much(row)?)));
    let candidates = match (of_total, of_largest) {
        (Some(total), Some((row, much))) => {
            vec![
                format!("{total}; {} {much}", in_sentence(answer, row)),
                total,
            ]
        }
        (Some(total), None) => vec![total],
        (None, Some((row, much))) if matches!(answer.by, RowsBy::Areas { .. }) => vec![
            format!("{} in {} {much}", answer.name, row.name),
            format!("{} {much}", row.name),
        ],
        (None, Some((row, much))) => vec![
            format!(
                "{}{place} {much}",
                phrase::capital(&in_sentence(answer, row))
            ),
            format!("{} {much}", phrase::capital(&in_sentence(answer, row))),
        ],
        (None, None) if answer.tested > 0 => {
            let name = lower_first(&rows_name(answer));
            vec![format!("No clear change in {name}{place}")]
        }
        (None, None) => Vec::new(),
    };
    candidates
        .into_iter()
        .find(|title| title.split_whitespace().count() <= MOST_WORDS)
        .unwrap_or_else(|| format!("{}{place}", rows_name(answer)))
}

/// The row, the total aside, with the largest clear change: in per cent of a base of 50 and more, or in points.
pub fn largest_clear(answer: &ChangeTableAnswer) -> Option<&ChangeRow> {
    let clear = answer
        .rows
        .iter()
        .filter(|row| !row.is_total && phrase::verb(row.direction()).is_some());
    let sized = clear.filter_map(|row| {
        let change = row.change.as_ref()?;
        let size = match row.measure.unit {
            Unit::Percent | Unit::PercentagePoints => change.difference,
            Unit::Count if change.from.value < LEAST_BASE_FOR_PERCENT => return None,
            _ => row.percent?,
        };
        Some((row, size.abs()))
    });
    sized
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(row, _)| row)
}

/// "11.3%", "6.3 points", "from 31 to 45".
fn size(row: &ChangeRow) -> Option<String> {
    let change = row.change.as_ref()?;
    Some(match row.percent {
        Some(percent) => format!("{}%", number::grouped(percent.abs(), 1)),
        None => phrase::size_in_title(change, row.measure.unit),
    })
}

/// "more than doubled", "fell by more than half", "rose 36.7%".
fn how_much(row: &ChangeRow) -> Option<String> {
    let verb = phrase::verb(row.direction())?;
    Some(match row.percent {
        Some(percent) if percent > 200.0 => String::from("more than trebled"),
        Some(percent) if percent > 100.0 => String::from("more than doubled"),
        Some(percent) if percent < -50.0 => String::from("fell by more than half"),
        _ => format!("{verb} {}", size(row)?),
    })
}

/// What is measured, and which periods are compared.
pub fn subtitle(answer: &ChangeTableAnswer) -> String {
    let name = match answer.unit {
        Unit::Count | Unit::Unknown => rows_name(answer),
        unit => format!("{}, {}", rows_name(answer), unit.words()),
    };
    let place = in_area(answer);
    match (answer.period, answer.earlier) {
        (Some(later), Some(earlier)) => format!(
            "{name}{place}, {} against {}",
            in_words(&later),
            in_words(&earlier)
        ),
        (Some(later), None) => format!("{name}{place}, {}", in_words(&later)),
        (None, _) => format!("{name}{place}"),
    }
}

/// "Oct 2021 to Sep 2022", "2021/22".
pub fn in_words(period: &Period) -> String {
    match period.kind {
        PeriodKind::YearEnding => period.first_to_last(),
        _ => period.label(),
    }
}

/// Names of rows as their heading has them, so many.
fn counted(answer: &ChangeTableAnswer, count: usize) -> String {
    let (one, several) = rows_noun(answer);
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{} {several}", number::count(count))
    }
}

/// One or two sentences of plain English.
pub fn what_this_shows(answer: &ChangeTableAnswer, has_printed: bool) -> String {
    let of = |direction: Direction| {
        let rows = answer.rows.iter().filter(|row| !row.is_total);
        rows.filter(|row| row.direction() == direction).count()
    };
    let (rose, fell) = (of(Direction::Up), of(Direction::Down));
    let unclear = of(Direction::NoClearChange);
    let untested = of(Direction::NotTested);
    let mut sentences = Vec::new();
    let tested = rose + fell + unclear;
    if tested > 0 {
        let mut parts = Vec::new();
        if rose > 0 {
            parts.push(format!("{} rose", phrase::number_in_words(rose)));
        }
        if fell > 0 {
            parts.push(format!("{} fell", phrase::number_in_words(fell)));
        }
        let clear = if parts.is_empty() {
            String::from("none changed by more than chance")
        } else {
            format!("{} by more than chance", parts.join(" and "))
        };
        let rest = if unclear > 0 && !parts.is_empty() {
            format!(
                "; {} changed no more than chance may explain",
                phrase::number_in_words(unclear)
            )
        } else {
            String::new()
        };
        sentences.push(format!("Of {}, {clear}{rest}.", counted(answer, tested)));
    }
    if untested > 0 {
        let was = if untested == 1 { "was" } else { "were" };
        sentences.push(format!(
            "{} {was} not tested.",
            phrase::capital(&counted(answer, untested))
        ));
    }
    if has_printed && let Some(summary) = figure_check::summary(&answer.printed) {
        sentences.push(format!("{summary}."));
    }
    if sentences.is_empty() {
        return String::from("There are no values to compare.");
    }
    sentences.join(" ")
}

/// The table in words; title, subtitle, sentences and footnote are written already.
pub fn alt_text(title: &str, subtitle: &str, rows: usize, shows: &str, footnote: &str) -> String {
    let rows = match rows {
        0 => String::from("No values for this choice."),
        1 => String::from("1 row."),
        more => format!("{more} rows."),
    };
    format!("Table of changes: {title}. {subtitle}. {rows} {shows} {footnote}")
}

/// The test, cautions, what is left out, sources.
pub fn footnote(answer: &ChangeTableAnswer, has_printed: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(tests(answer));
    let is_small = |row: &&ChangeRow| {
        row.measure.unit == Unit::Count && row.percent.is_none() && row.change.is_some()
    };
    if answer.rows.iter().any(|row| is_small(&row)) {
        parts.push(String::from("No % of fewer than 50."));
    }
    if !are_same_length(answer) {
        parts.push(String::from(
            "The periods differ in length: % is of what there was a day.",
        ));
    }
    if answer.rows.iter().any(|row| row.is_summed) {
        parts.push(String::from("Years are the sums of their months."));
    }
    parts.extend(sums(answer));
    parts.extend(gaps(answer));
    parts.extend(not_comparable(answer));
    if has_printed && answer.printed.wrong > 0 {
        parts.push(String::from("✗ is not what the sender’s own figures give."));
    }
    parts.extend(left_out(answer));
    parts.extend(sources_in_words(answer));
    parts.join(" ")
}

/// "Added up of their offences: Burglary (2), Theft (5)."
fn sums(answer: &ChangeTableAnswer) -> Option<String> {
    let rows = answer.rows.iter();
    let names: Vec<String> = rows
        .filter_map(|row| Some(format!("{} ({})", row.name, row.sum_of?)))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (_, several) = measures_noun(answer.theme);
    (!names.is_empty())
        .then(|| format!("Added up of their {several}: {}.", phrase::list(&names, 3)))
}

/// "Not comparable: Burglary (counting rules changed from Apr 2017)."
fn not_comparable(answer: &ChangeTableAnswer) -> Option<String> {
    let names: Vec<String> = answer
        .rows
        .iter()
        .filter_map(|row| {
            Some(format!(
                "{} ({})",
                row.name,
                row.not_comparable.as_ref()?.why()
            ))
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| format!("Not comparable: {}.", phrase::list(&names, 3)))
}

/// "Chance: exact test on two counts, 5% false discovery rate over 17 offences; monthly counts would judge
/// better."
fn tests(answer: &ChangeTableAnswer) -> Option<String> {
    let by = |test: Test| answer.rows.iter().filter(|row| row.test == test).count();
    let family = match answer.tested {
        0 => return None,
        1 => String::new(),
        several => format!(
            ", 5% false discovery rate over {}",
            counted(answer, several)
        ),
    };
    let words = match (by(Test::MonthlyCounts), by(Test::TwoCounts)) {
        (0, 0) => format!("test of two percentages on their effective bases{family}"),
        (0, _) => format!("exact test on two counts{family}; monthly counts would judge better"),
        (_, 0) => {
            format!("from the counts of the months, which vary more than chance does{family}")
        }
        (months, _) => format!(
            "from the counts of the months for {}, else exact test on two counts, which monthly counts would judge better{family}",
            counted(answer, months)
        ),
    };
    Some(format!("Chance: {words}."))
}

/// "[c] suppressed."
fn gaps(answer: &ChangeTableAnswer) -> Vec<String> {
    let mut reasons: Vec<GapReason> = Vec::new();
    for row in &answer.rows {
        for outcome in [&row.from, &row.to].into_iter().flatten() {
            reasons.extend(point::shown(outcome, row.measure.unit).err());
        }
    }
    reasons.sort_unstable();
    reasons.dedup();
    let words = reasons
        .iter()
        .map(|reason| format!("{}\u{a0}{}.", reason.mark(), reason.words()));
    words.collect()
}

fn left_out(answer: &ChangeTableAnswer) -> Option<String> {
    let mut parts = Vec::new();
    if answer.left_out.other_unit > 0 {
        parts.push(format!("{} in other units", answer.left_out.other_unit));
    }
    if answer.left_out.without_value > 0 {
        parts.push(format!(
            "{} without a figure here",
            answer.left_out.without_value
        ));
    }
    (!parts.is_empty()).then(|| format!("Left out: {}.", parts.join(", ")))
}

/// "Source: Police return.xlsx; months: Monthly crime.xlsx."
fn sources_in_words(answer: &ChangeTableAnswer) -> Vec<String> {
    let sources = sources(answer);
    let mut of_months: Vec<&Source> = Vec::new();
    for source in answer
        .rows
        .iter()
        .filter_map(|row| row.months_from.as_deref())
    {
        let mut known = sources.iter().chain(&of_months);
        if !known.any(|known| known.id == source.id) {
            of_months.push(source);
        }
    }
    let names = |sources: &[&Source]| {
        let names: Vec<&str> = sources
            .iter()
            .map(|source| source.file_name.as_str())
            .collect();
        phrase::list(&names, 3)
    };
    let mut parts = Vec::new();
    if !sources.is_empty() {
        let months = if of_months.is_empty() {
            String::new()
        } else {
            format!("; months: {}", names(&of_months))
        };
        parts.push(format!("Source: {}{months}.", names(&sources)));
    }
    let is_illustrative = |sources: &[&Source]| sources.iter().any(|source| source.is_illustrative);
    if is_illustrative(&sources) {
        parts.push(String::from("Illustrative figures."));
    } else if is_illustrative(&of_months) {
        parts.push(String::from("The months are illustrative."));
    }
    parts
}

/// The workbooks of the values and of what was printed.
fn sources(answer: &ChangeTableAnswer) -> Vec<&Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for row in &answer.rows {
        let outcomes = [&row.to, &row.from].into_iter().flatten();
        let of_values = outcomes.map(|outcome| outcome.provenance().source.as_ref());
        let of_printed = row.printed.iter().map(|printed| printed.source.as_ref());
        for source in of_values.chain(of_printed) {
            if !sources.iter().any(|known| known.id == source.id) {
                sources.push(source);
            }
        }
    }
    sources
}

/// What stands beside a row that is pointed at, line by line; last the cells.
pub fn row_lines(
    answer: &ChangeTableAnswer,
    row: &ChangeRow,
    printed: Option<&AsPrinted>,
) -> Vec<String> {
    let unit = row.measure.unit;
    let mut lines = vec![match answer.by {
        RowsBy::Measures => row.measure.name.clone(),
        RowsBy::Groups => row.name.clone(),
        RowsBy::Areas { .. } => format!("{}, {}", row.name, row.measure.name),
    }];
    let mut value = |period: Option<Period>, outcome: &Option<Outcome>| {
        if let Some((period, outcome)) = period.zip(outcome.as_ref()) {
            let words = match point::shown(outcome, unit) {
                Ok(estimate) => unit.format(estimate.value),
                Err(reason) => reason.words().to_owned(),
            };
            lines.push(format!("{}: {words}", column_heading(&period)));
        }
    };
    value(answer.earlier, &row.from);
    value(answer.period, &row.to);
    if let Some(change) = &row.change {
        let size = match row.percent {
            Some(percent) => format!("{}%, ", number::signed(percent, 1)),
            None if unit == Unit::Percent => {
                format!("{} pp, ", number::signed(change.difference, 1))
            }
            None => String::new(),
        };
        lines.push(format!("{size}{}", chance(row)));
    }
    if let Some(held) = &row.not_comparable {
        lines.push(format!("Not comparable: {}", held.why_in_full()));
    }
    if let Some(printed) = printed {
        lines.push(figure_check::printed_line(printed));
    }
    if let Some(outcome) = &row.to {
        lines.push(outcome.provenance().describe());
    }
    lines
}
