//! Figure Check in words: how many printed changes are wrong, how one came about, and a note to the sender.

use super::change_table::minus_signs;
use super::phrase;
use crate::analysis::ChangeTableAnswer;
use crate::analysis::change_table::{AsPrinted, PrintedCount};
use crate::base::number;
use crate::data::PrintedSays;
use crate::data::printed::Why;
use crate::words::{in_english, say};

/// "11 of 17 printed changes are wrong", in English; `None` where none is printed.
pub fn summary(count: &PrintedCount) -> Option<String> {
    in_english(|| summary_spoken(count))
}

/// "11 of 17 printed changes are wrong", in the language that is spoken; `None` where none is printed.
pub fn summary_spoken(held: &PrintedCount) -> Option<String> {
    let count = held.printed;
    Some(match (count, held.wrong) {
        (0, _) => return None,
        (1, 0) => say::check_one_right().to_owned(),
        (1, _) => say::check_one_wrong().to_owned(),
        (_, 0) => say::check_all_right(count),
        (_, wrong) => say::CheckWrong { count, wrong }.say(),
    })
}

/// "10 were divided by the new year instead of the old one", in the language that is spoken; `None` where none was.
pub fn main_cause(count: &PrintedCount) -> Option<String> {
    let several = count.new_as_base;
    (several > 0).then(|| say::check_new_year(several))
}

/// "As printed: +53% (Ashfield › E15), +115.0% worked out".
pub fn printed_line(printed: &AsPrinted) -> String {
    let figure = &printed.figure;
    let text = minus_signs(&figure.text);
    let place = place(printed);
    match &figure.why {
        None => format!("As printed: {text} ({place}), right"),
        Some(why) => format!(
            "As printed: {text} ✗ ({place}), {} worked out: {why}",
            figure.worked_out
        ),
    }
}

/// The sheet and the cell.
fn place(printed: &AsPrinted) -> String {
    let cell = printed.figure.cell;
    match printed.source.sheet_name(cell.sheet).trim() {
        "" => cell.to_string(),
        sheet => format!("{sheet} › {cell}"),
    }
}

/// How a printed change came about, as pairs of a name and what it is: printed, worked out, and what was done
/// instead; in the language that is spoken.
pub fn how_it_came_about(printed: &AsPrinted) -> Vec<(String, String)> {
    let figure = &printed.figure;
    let (now, before) = printed.values;
    let mut rows = vec![
        (
            say::check_row_printed().to_owned(),
            minus_signs(&figure.text),
        ),
        (
            say::CheckRowAgainst {
                before: plain(before),
                now: plain(now),
            }
            .say(),
            figure.worked_out.clone(),
        ),
    ];
    if let Some((sum, result)) = figure
        .why
        .as_ref()
        .and_then(|why| what_was_done(printed, why))
    {
        rows.push((sum, result));
    }
    rows
}

/// The sum that gives what is printed: "69 ÷ 129" and "53%: new year as base".
fn what_was_done(printed: &AsPrinted, why: &Why) -> Option<(String, String)> {
    if printed.figure.says != PrintedSays::PercentChange {
        return None;
    }
    let (now, before) = printed.values;
    let change = plain((now - before).abs());
    let size = minus_signs(printed.figure.text.trim_start_matches('+'));
    Some(match why {
        Why::NewYearAsBase => (
            format!("{change} ÷ {}", plain(now)),
            say::check_row_new_year(size.trim_start_matches(number::MINUS)),
        ),
        Why::WrongWayRound => (
            format!("{change} ÷ {}", plain(now)),
            say::check_row_wrong_way(size),
        ),
        Why::RatioForChange => (
            format!("{} ÷ {}", plain(now), plain(before)),
            say::check_row_ratio(size),
        ),
        Why::RoundingSlip => (
            format!("{change} ÷ {}", plain(before)),
            say::check_row_rounding().to_owned(),
        ),
        _ => return None,
    })
}

/// A number as it is said: whole ones with commas, others with a decimal.
fn plain(value: f64) -> String {
    let decimals = usize::from(value.fract() != 0.0);
    number::grouped(value, decimals)
}

/// A polite note to the sender, in English, with the cells that are wrong; `None` where nothing is.
pub fn note_to_sender(answer: &ChangeTableAnswer) -> Option<String> {
    let wrong: Vec<(&str, &AsPrinted)> = answer
        .rows
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.printed.as_ref()?)))
        .filter(|(_, printed)| !printed.figure.is_right())
        .collect();
    let (_, first) = wrong.first()?;
    let mut files: Vec<&str> = Vec::new();
    for (_, printed) in &wrong {
        if !files.contains(&printed.source.file_name.as_str()) {
            files.push(&printed.source.file_name);
        }
    }
    let mut text = format!(
        "Hello,\n\nThank you for {}. When we worked the printed changes out again from the figures beside them, {} of {} came out differently:\n\n",
        phrase::list(&files, 3),
        number::count(wrong.len()),
        number::count(answer.printed.printed),
    );
    let is_one_file = files.len() == 1;
    for (name, printed) in &wrong {
        let figure = &printed.figure;
        let place = if is_one_file {
            place(printed)
        } else {
            printed.source.describe_cell(figure.cell)
        };
        let (now, before) = printed.values;
        let cells: Vec<String> = figure.rests_on.iter().map(ToString::to_string).collect();
        let cause = figure
            .why
            .as_ref()
            .map_or_else(String::new, |why| format!(" – {why}"));
        let line = format!(
            "• {name} ({place}): {} is printed; from {} to {} (cells {}) is {}{cause}.\n",
            minus_signs(&figure.text),
            plain(before),
            plain(now),
            cells
                .iter()
                .rev()
                .cloned()
                .collect::<Vec<_>>()
                .join(" and "),
            figure.worked_out,
        );
        text.push_str(&line);
    }
    let cause = in_english(|| main_cause(&answer.printed));
    if let Some(cause) = cause.filter(|_| answer.printed.new_as_base > 1) {
        text = format!("{text}\n{cause}: a change is a share of the earlier figure.\n");
    }
    let these = if wrong.len() == 1 { "this" } else { "these" };
    let end = format!(
        "\nCould you have a look at {these} and tell us whether the figures or the changes are to be corrected? We show what the figures give, and say that “{}” and the like are as printed.\n\nThank you\n",
        minus_signs(&first.figure.text),
    );
    Some(text + &end)
}
