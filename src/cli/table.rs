//! `bellwether table`: a cross-tab of a survey.

use serde::Serialize;

use super::arguments::Table;
use super::failure::Failure;
use super::output::{self, plain};
use super::survey::Asked;
use crate::analysis::disclosure::{CellTreatment, Disclosed, disclosed};
use crate::analysis::survey::{CrossTabAsked, CrossTabPart, RowKind, Tier};
use crate::chart::wording::cross_tab::ASKS_FOR_LONGER;
use crate::stats::multiplicity::Adjustment;

/// A cell of a cross-tab as it is printed. The names of the fields are the columns.
#[derive(Debug, Default, Serialize)]
struct CellRow<'a> {
    question: &'a str,
    row: &'a str,
    /// `answer`, `net` or `mean`.
    kind: &'static str,
    /// The heading over the column; empty for everybody.
    by: &'a str,
    column: &'a str,
    letter: &'a str,
    period: &'a str,
    weight: &'a str,
    /// The weighted share of the column, 0 to 100; the mean in a row of means.
    #[serde(serialize_with = "plain")]
    value: Option<f64>,
    /// The 95% interval.
    #[serde(serialize_with = "plain")]
    lower: Option<f64>,
    #[serde(serialize_with = "plain")]
    upper: Option<f64>,
    /// The weighted share of the row, 0 to 100.
    #[serde(serialize_with = "plain")]
    row_percent: Option<f64>,
    #[serde(serialize_with = "plain")]
    weighted_count: Option<f64>,
    /// `[c]` where so few gave the answer, or another, that their number is withheld.
    unweighted_count: String,
    #[serde(serialize_with = "plain")]
    weighted_base: Option<f64>,
    /// `<30` where the figures are withheld for it, `[c]` where it could tell somebody.
    unweighted_base: String,
    #[serde(serialize_with = "plain")]
    effective_base: Option<f64>,
    /// The letters of columns that are clearly lower.
    clearly_higher_than: &'a str,
    /// `low base`, `[u]` on a base too small, `[c]` where somebody could be told, or empty.
    status: &'static str,
    /// How the interval was made.
    method: &'static str,
    /// Rao and Scott's test of the answers by the groups under the heading.
    #[serde(serialize_with = "plain")]
    test_f: Option<f64>,
    #[serde(serialize_with = "plain")]
    test_df1: Option<f64>,
    #[serde(serialize_with = "plain")]
    test_df2: Option<f64>,
    #[serde(serialize_with = "plain")]
    test_p: Option<f64>,
    #[serde(serialize_with = "plain")]
    cramers_v: Option<f64>,
}

const HEADINGS: [&str; 25] = [
    "question",
    "row",
    "kind",
    "by",
    "column",
    "letter",
    "period",
    "weight",
    "value",
    "lower",
    "upper",
    "row_percent",
    "weighted_count",
    "unweighted_count",
    "weighted_base",
    "unweighted_base",
    "effective_base",
    "clearly_higher_than",
    "status",
    "method",
    "test_f",
    "test_df1",
    "test_df2",
    "test_p",
    "cramers_v",
];

/// Prints a cross-tab.
pub fn run(task: &Table) -> Result<(), Failure> {
    let asked = Asked::open(&task.file, &task.rows)?;
    let banner = task
        .by
        .iter()
        .map(|wanted| asked.banner_part(wanted))
        .collect::<Result<Vec<_>, _>>()?;
    let period = task
        .period
        .as_deref()
        .map(|wanted| asked.period(wanted))
        .transpose()?;
    let respondents = asked.respondents(task.weight.as_deref())?;
    let disclosed = disclosed(
        &respondents,
        &CrossTabAsked {
            question: asked.question,
            banner,
            periods: period
                .as_ref()
                .map(|(_, entries)| entries.clone())
                .unwrap_or_default(),
            filter: asked.filter(&task.filters)?,
            nets: Vec::new(),
            adjustment: if task.bonferroni {
                Adjustment::Bonferroni
            } else {
                Adjustment::BenjaminiHochberg
            },
            letters_on_low_bases: false,
        },
    )
    .map_err(|error| Failure::Usage(error.to_string()))?;
    let table = &disclosed.figures;
    if table.dropped > 0 {
        eprintln!(
            "bellwether: {} respondents have no weight in “{}” and count nowhere",
            table.dropped,
            asked.weight_name(task.weight.as_deref())
        );
    }
    if disclosed.asks_for_longer {
        eprintln!("bellwether: {ASKS_FOR_LONGER}");
    }
    let period = period.map_or_else(|| asked.all_periods(), |(period, _)| period.label());
    let weight = asked.weight_name(task.weight.as_deref());
    let rows = table.rows.iter().enumerate().flat_map(|(row, held)| {
        let (disclosed, period) = (&disclosed, period.as_str());
        (0..held.cells.len())
            .filter_map(move |column| cell_row(disclosed, (row, column), period, weight))
    });
    output::print(rows, &HEADINGS, task.format)
}

fn cell_row<'a>(
    disclosed: &'a Disclosed,
    (row, column): (usize, usize),
    period: &'a str,
    weight: &'a str,
) -> Option<CellRow<'a>> {
    let table = &disclosed.figures;
    let held = table.rows.get(row)?;
    let cell = held.cells.get(column)?;
    let heading = table.columns.get(column)?;
    let part: Option<&CrossTabPart> = table
        .parts
        .iter()
        .find(|part| part.columns.contains(&column));
    let association = part.and_then(|part| part.association);
    let treatment = *disclosed.cells.get(row)?.get(column)?;
    let mut printed = CellRow {
        question: &table.question,
        row: &held.label,
        kind: match held.kind {
            RowKind::Answer => "answer",
            RowKind::Net => "net",
            RowKind::Mean => "mean",
        },
        by: part.map_or("", |part| &part.heading),
        column: &heading.label,
        letter: heading.letter.as_deref().unwrap_or(""),
        period,
        weight,
        unweighted_base: base_words(
            *disclosed.columns.get(column)?,
            heading.unweighted_base,
            heading.base_policy.least_base,
        ),
        status: match treatment {
            CellTreatment::LowBase => "low base",
            other => other.mark(),
        },
        method: match table.tier {
            Tier::A => "Taylor",
            Tier::B => "Kish",
        },
        test_f: association.map(|held| held.test.f),
        test_df1: association.map(|held| held.test.first_degrees),
        test_df2: association.map(|held| held.test.second_degrees),
        test_p: association.map(|held| held.test.p_value),
        cramers_v: association.and_then(|held| held.cramers_v),
        ..CellRow::default()
    };
    if treatment == CellTreatment::Confidential && held.kind != RowKind::Mean {
        printed.unweighted_count = String::from(treatment.mark());
    }
    if let Some(share) = &cell.share {
        printed.value = Some(100.0 * share.share);
        printed.lower = Some(100.0 * share.interval.0);
        printed.upper = Some(100.0 * share.interval.1);
        printed.row_percent = cell.row_share.map(|share| 100.0 * share);
        printed.weighted_base = Some(share.weighted_base);
        printed.effective_base = Some(share.effective_base);
        printed.clearly_higher_than = &cell.letters;
        printed.unweighted_count = share.unweighted_count.to_string();
        printed.unweighted_base = share.unweighted_base.to_string();
        printed.weighted_count = Some(share.weighted_count);
    } else if let Some(mean) = &cell.mean {
        printed.unweighted_base = mean.unweighted_base.to_string();
        printed.value = Some(mean.mean);
        printed.lower = mean.interval.map(|(lower, _)| lower);
        printed.upper = mean.interval.map(|(_, upper)| upper);
        printed.weighted_base = Some(mean.weighted_base);
        printed.effective_base = Some(mean.effective_base);
    }
    Some(printed)
}

/// The base of a column as it may be told.
fn base_words(treatment: CellTreatment, base: usize, least: f64) -> String {
    let is_under = f64::from(u32::try_from(base).unwrap_or(u32::MAX)) < least;
    match treatment {
        CellTreatment::Confidential => String::from(treatment.mark()),
        CellTreatment::TooFew if is_under => format!("<{least}"),
        _ => base.to_string(),
    }
}
