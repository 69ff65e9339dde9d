//! Whether the numbers of a row are headings (years, months, ages, percentiles) or figures.

use super::regions::{Rect, Row};
use super::view::{Kind, View};
use super::vocabulary;

/// Whether the numbers of a row are years, months as `202108`, or ages in order: headings, not values.
pub(super) fn are_heading_numbers(view: &View<'_>, rect: Rect, row: u32, profile: &Row) -> bool {
    let mut numbers = Vec::new();
    for column in rect.left..rect.right {
        match view.kind(row, column) {
            Kind::Number(number)
                if number.fract() == 0.0
                    && ((0.0..=130.0).contains(&number)
                        || (1950.0..=2100.0).contains(&number)
                        || (195_001.0..=210_012.0).contains(&number)) =>
            {
                numbers.push((column, number));
            }
            Kind::Number(_) => {
                let before = numbers.last().map(|(_, number)| *number);
                match year_with_note(view.grid.text(row, column), before) {
                    Some(year) => numbers.push((column, year)),
                    None => return false,
                }
            }
            Kind::Error(_) => return false,
            _ => {}
        }
    }
    // Figures stand right above: this is one more row of them, whatever they look like.
    let above = row.checked_sub(1).map_or(0, |above| {
        numbers
            .iter()
            .filter(|(column, _)| view.kind(above, *column).is_value())
            .count()
    });
    if above * 2 >= numbers.len() && above > 0 {
        return false;
    }
    if goes_on_below(view, rect, row) || is_first_below_headings(view, rect, row, &numbers) {
        return false;
    }
    if is_among_words(view, row, profile, &numbers) {
        return true;
    }
    let is_year = |number: f64| (1950.0..=2100.0).contains(&number);
    let is_month = |number: f64| {
        (195_001.0..=210_012.0).contains(&number) && (1.0..=12.0).contains(&(number % 100.0))
    };
    let steps = || {
        numbers
            .iter()
            .zip(numbers.iter().skip(1))
            .map(|((_, a), (_, b))| b - a)
    };
    let below_differs = || {
        // A row of data under which the next row holds the like is data.
        numbers
            .iter()
            .any(|(column, number)| match view.kind(row + 1, *column) {
                Kind::Number(below) => {
                    !(is_year(below) && is_year(*number) || is_month(below) && is_month(*number))
                }
                _ => true,
            })
    };
    let all_years = numbers.iter().all(|(_, number)| is_year(*number));
    let all_months = numbers.iter().all(|(_, number)| is_month(*number));
    if numbers.len() == 1 {
        let over = numbers
            .first()
            .map(|(column, _)| view.kind(row + 1, *column));
        let differs =
            matches!(over, Some(Kind::Number(below)) if !is_year(below) && !is_month(below));
        let is_labelled = (rect.left..rect.right)
            .find_map(|column| view.grid.text(row, column))
            .is_some_and(|label| vocabulary::label_heading(label).is_some());
        return (all_years || all_months)
            && profile.values == 1
            && profile.texts >= 1
            && numbers.iter().all(|(column, _)| *column > rect.left)
            && (differs || is_labelled && matches!(over, Some(Kind::Number(_))));
    }
    let consecutive = |numbers: &[f64]| {
        let mut steps = numbers
            .iter()
            .zip(numbers.iter().skip(1))
            .map(|(a, b)| b - a);
        steps
            .next()
            .is_some_and(|first| same(first.abs(), 1.0) && steps.all(|step| same(step, first)))
    };
    let below: Vec<f64> = numbers
        .iter()
        .filter_map(|(column, _)| match view.kind(row + 1, *column) {
            Kind::Number(number) => Some(number),
            _ => None,
        })
        .collect();
    let own: Vec<f64> = numbers.iter().map(|(_, number)| *number).collect();
    // Years in a row over figures that look like years but do not follow each other.
    let stands_out = consecutive(&own) && !consecutive(&below);
    let mixed_or_repeated = steps().all(|step| step > 0.0) || steps().all(|step| step < 0.0);
    if (all_years || all_months) && (mixed_or_repeated || repeats(&numbers)) {
        return below_differs() || stands_out;
    }
    // Ages in single years, sizes of samples.
    numbers.len() >= 5
        && steps().all(|step| (step - 1.0).abs() < f64::EPSILON)
        && numbers
            .first()
            .is_some_and(|(_, first)| (0.0..=18.0).contains(first))
        && numbers.len() >= usize::try_from(profile.values).unwrap_or(0)
}

/// The year in `20182`, after 2017: with the number of a note glued to it.
pub(super) fn year_with_note(text: Option<&str>, before: Option<f64>) -> Option<f64> {
    let text = text?.trim();
    let (year, note) = text.split_at_checked(4)?;
    let is_note = (1..=2).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_digit());
    let year: f64 = year.parse().ok()?;
    let follows = before.is_some_and(|before| same(year, before + 1.0));
    (is_note && follows && (1950.0..=2100.0).contains(&year)).then_some(year)
}

/// Whether the next row has a label of this row in the same column: rows of one list.
fn goes_on_below(view: &View<'_>, rect: Rect, row: u32) -> bool {
    (rect.left..rect.right).any(|column| {
        view.grid.merge_at(row, column).is_none()
            && view.grid.text(row, column).is_some_and(|text| {
                text.trim().len() > 1 && view.grid.text(row + 1, column) == Some(text)
            })
    })
}

/// Whether words stand right above the numbers of a row whose own label names a row, not a column: the
/// first row of figures under the headings, such as 2012 crimes in Ashfield.
fn is_first_below_headings(view: &View<'_>, rect: Rect, row: u32, numbers: &[(u32, f64)]) -> bool {
    let Some(above) = row.checked_sub(1) else {
        return false;
    };
    let headed = numbers
        .iter()
        .all(|(column, _)| matches!(view.kind(above, *column), Kind::Text(_)));
    let label = (rect.left..rect.right).find_map(|column| view.grid.text(row, column));
    let label_is_headed = matches!(view.kind(above, rect.left), Kind::Text(_));
    headed
        && label_is_headed
        && !numbers.is_empty()
        && label.is_some_and(|label| vocabulary::label_heading(label).is_none())
}

/// Whether numbers stand among the words of a row of headings: "Median, 10, 20, 25" over figures.
fn is_among_words(view: &View<'_>, row: u32, profile: &Row, numbers: &[(u32, f64)]) -> bool {
    let words_over_figures = (profile.first..=profile.last)
        .filter(|column| {
            matches!(view.kind(row, *column), Kind::Text(_))
                && view.kind(row + 1, *column).is_value()
        })
        .count();
    words_over_figures >= 2
        && numbers
            .iter()
            .zip(numbers.iter().skip(1))
            .all(|((_, a), (_, b))| a < b)
        && numbers
            .iter()
            .all(|(column, _)| view.kind(row + 1, *column).is_value())
}

/// Whether two whole numbers are one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < f64::EPSILON
}

/// `2021 2022 2021 2022`: years under wider headings.
fn repeats(numbers: &[(u32, f64)]) -> bool {
    let Some((_, first)) = numbers.first() else {
        return false;
    };
    let Some(period) = numbers
        .iter()
        .skip(1)
        .position(|(_, number)| same(*number, *first))
        .map(|at| at + 1)
    else {
        return false;
    };
    numbers.len().is_multiple_of(period)
        && numbers
            .iter()
            .zip(numbers.iter().skip(period))
            .all(|((_, a), (_, b))| same(*a, *b))
}
