//! What the cells of a column of a body are, in numbers: how many numbers, texts, dates, periods, places.

use std::collections::HashMap;

use super::grid::CellStyle;
use super::grid::Stored;
use super::places::Places;
use super::regions::Region;
use super::view::{Kind, TextClass, View};
use super::{text_marks, vocabulary};
use crate::data::area::is_gss_code;
use crate::data::period_parse::{PeriodContext, parse_period};

/// How many cells of a column are looked at for their formats.
const STYLE_SAMPLE: usize = 400;

/// What stands in a column of a body.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the numbers"
)]
#[derive(Clone, Debug, Default)]
pub(crate) struct Stats {
    pub column: u32,
    pub filled: usize,
    pub numbers: usize,
    pub shorthand: usize,
    pub errors: usize,
    pub dates: usize,
    pub bools: usize,
    /// Cells with text that is neither number nor shorthand.
    pub labels: usize,
    pub all_integers: bool,
    pub all_years: bool,
    pub all_months: bool,
    pub is_increasing: bool,
    pub least: f64,
    pub greatest: f64,
    pub sum: f64,
    /// The distinct labels and how often each stands, the first seen first.
    pub distinct: Vec<(u32, usize)>,
    pub percent_format: usize,
    pub pounds_format: usize,
    /// Cells whose text says percentage points.
    pub points: usize,
    pub styled: usize,
    /// The rows that hold something.
    pub first_row: u32,
}

impl Stats {
    pub(crate) const fn values(&self) -> usize {
        self.numbers + self.shorthand + self.errors
    }

    /// Whether at least `percent` of the filled cells are values.
    pub(crate) const fn mostly_values(&self, percent: usize) -> bool {
        self.numbers > 0 && self.values() * 100 >= self.filled * percent
    }
}

pub(crate) fn stats(view: &View<'_>, region: &Region, column: u32) -> Stats {
    stats_without(view, region, column, &[])
}

/// The same without some rows, which are in order.
pub(crate) fn stats_without(
    view: &View<'_>,
    region: &Region,
    column: u32,
    without: &[u32],
) -> Stats {
    let mut stats = Stats {
        column,
        all_integers: true,
        all_years: true,
        all_months: true,
        is_increasing: true,
        least: f64::INFINITY,
        greatest: f64::NEG_INFINITY,
        ..Stats::default()
    };
    let mut index: HashMap<u32, usize> = HashMap::new();
    let mut before = f64::NEG_INFINITY;
    for (row, stored) in view.grid.stored_between(column, region.top, region.bottom) {
        if !without.is_empty() && without.binary_search(&row).is_ok() {
            continue;
        }
        if stats.filled == 0 {
            stats.first_row = row;
        }
        stats.filled += 1;
        match view.kind_of(stored) {
            Kind::Number(number) => {
                stats.numbers += 1;
                if let Stored::Text(text) = stored
                    && matches!(view.class(text), Some(TextClass::Number(number)) if number.points)
                {
                    stats.points += 1;
                }
                stats.all_integers &= number.fract() == 0.0;
                stats.all_years &= number.fract() == 0.0 && (1950.0..=2100.0).contains(&number);
                stats.all_months &= number.fract() == 0.0
                    && (195_001.0..=210_012.0).contains(&number)
                    && (1.0..=12.0).contains(&(number % 100.0));
                stats.is_increasing &= number > before;
                before = number;
                stats.least = stats.least.min(number);
                stats.greatest = stats.greatest.max(number);
                stats.sum += number;
                if stats.styled < STYLE_SAMPLE && view.grid.has_formats() {
                    let style: CellStyle = view.grid.style(row, column);
                    stats.styled += 1;
                    stats.percent_format += usize::from(style.percent);
                    stats.pounds_format += usize::from(style.pounds);
                }
            }
            Kind::Shorthand(_) => stats.shorthand += 1,
            Kind::Error(_) => stats.errors += 1,
            Kind::Date(_) => stats.dates += 1,
            Kind::Bool(_) => stats.bools += 1,
            Kind::Text(text) => {
                stats.labels += 1;
                let at = *index.entry(text).or_insert_with(|| {
                    stats.distinct.push((text, 0));
                    stats.distinct.len() - 1
                });
                if let Some((_, count)) = stats.distinct.get_mut(at) {
                    *count += 1;
                }
            }
            Kind::Empty => {}
        }
    }
    stats
}

/// What share of a column's labels are of a kind, judged by the first few hundred distinct ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shares {
    pub codes: f64,
    pub places: f64,
    pub periods: f64,
    pub cohorts: f64,
    pub answers: f64,
    pub units: f64,
    pub statuses: f64,
    pub counted: f64,
    pub level_words: f64,
    pub prose: f64,
    /// Labels without a space and with a digit or capitals only.
    pub code_like: f64,
}

pub(crate) fn shares(view: &View<'_>, stats: &Stats, places: &Places<'_>) -> Shares {
    let texts: Vec<&str> = stats
        .distinct
        .iter()
        .take(400)
        .filter_map(|(text, _)| text_of(view, *text))
        .collect();
    if texts.is_empty() {
        return Shares::default();
    }
    let plain: Vec<String> = texts
        .iter()
        .map(|text| text_marks::strip(text).text)
        .filter(|text| vocabulary::special(text).is_none())
        .collect();
    let context = PeriodContext::from_siblings(&texts);
    let share = |count: usize, of: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let share = if of == 0 {
            0.0
        } else {
            count as f64 / of as f64
        };
        share
    };
    let count = |test: &dyn Fn(&str) -> bool| plain.iter().filter(|text| test(text)).count();
    let of = plain.len();
    Shares {
        codes: share(count(&|text| is_gss_code(text)), of),
        places: share(
            count(&|text| places.knows(text) || vocabulary::is_unassigned(text)),
            of,
        ),
        periods: share(
            texts
                .iter()
                .filter(|text| parse_period(text, &context).is_some())
                .count(),
            texts.len(),
        ),
        cohorts: share(
            count(&|text| vocabulary::cohort(text).is_some() || vocabulary::is_age_label(text)),
            plain
                .iter()
                .filter(|text| !vocabulary::is_everyone(text))
                .count(),
        ),
        answers: share(count(&vocabulary::is_answer), of),
        units: share(
            count(&|text| vocabulary::unit_of(text).is_some_and(|(_, only)| only)),
            of,
        ),
        statuses: share(
            count(&|text| {
                let folded = crate::base::text::fold(text);
                [
                    "normal value",
                    "missing value",
                    "provisional",
                    "revised",
                    "estimated",
                    "suppressed",
                    "final",
                    "low reliability",
                    "not available",
                    "ordinary",
                ]
                .iter()
                .any(|word| folded.starts_with(word))
                    && folded.split(' ').count() <= 4
            }),
            of,
        ),
        counted: share(count(&vocabulary::is_counted), of),
        level_words: share(
            count(&|text| {
                let folded = crate::base::text::fold(text);
                [
                    "country",
                    "region",
                    "county",
                    "unitary authority",
                    "metropolitan county",
                    "metropolitan district",
                    "london borough",
                    "non metropolitan district",
                    "district",
                    "local government district",
                    "council area",
                    "local authority",
                    "ward",
                    "police force",
                ]
                .contains(&folded.as_str())
            }),
            of,
        ),
        prose: share(count(&|text| text.len() > 70), of),
        code_like: share(
            count(&|text| {
                !text.contains(' ')
                    && (text.bytes().any(|byte| byte.is_ascii_digit())
                        || !text.chars().any(char::is_lowercase))
            }),
            of,
        ),
    }
}

pub(crate) fn text_of<'v>(view: &View<'v>, text: u32) -> Option<&'v str> {
    match view.grid.view(super::grid::Stored::Text(text)) {
        super::grid::CellValue::Text(text) => Some(text),
        _ => None,
    }
}
