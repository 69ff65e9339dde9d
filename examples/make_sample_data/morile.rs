//! `morile_2022.xlsx` and `morile_2023.xlsx`: the structured reviews of partnership priorities, as published.
//!
//! Source: Nottinghamshire Police and Crime Needs Assessment 2023 (January 2024).

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{Color, Format};

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

const JUDGEMENTS: [&str; 7] = [
    "Individual Harm",
    "Community Harm",
    "Frequency",
    "Volume",
    "Trend",
    "Knowledge",
    "Resource",
];

const SOURCE: &str =
    "Source: Nottinghamshire Police and Crime Needs Assessment 2023 (January 2024).";

/// Priorities for 2023/24 in rank order: arrow (none was printed), priority, then a judgement a column.
const REVIEW_2022: [&str; 12] = [
    " | Violence Against Women & Girls | Very high | Moderate | Very high | High | Stable | Evolving | Moderate",
    " | Domestic violence and abuse | Very high | Low | Very high | High | Stable | Fairly undeveloped | Moderate",
    " | Child Exploitation | Very high | Moderate | High | Very low | Moderate increase | Fairly evolved | Moderate",
    " | Cyber and financial crime | High | Very low | Very high | Very high | Moderate increase | Fairly undeveloped | Low",
    " | Serious weapon enabled violence | Very high | Very high | Moderate | Low | Moderate increase | Evolving | High",
    " | Rape / serious sexual offences | Very high | Moderate | High | Low | Moderate increase | Evolving | High",
    " | Adult Exploitation | Very high | Low | High | Very low | Moderate increase | Fairly evolved | Moderate",
    " | Substance Use (Class A) | High | High | High | Low | Stable | Fairly evolved | Moderate",
    " | Hate crime | High | Moderate | High | Very low | Stable | Fairly undeveloped | Moderate",
    " | Extremism and radicalisation | High | Moderate | Moderate | Very low | Stable | Fairly evolved | Very high",
    " | Burglary (residential) | High | High | High | Moderate | Moderate increase | Evolved | High",
    " | Public space violence | High | Low | High | Moderate | Moderate increase | Fairly evolved | High",
];

/// Priorities for 2024/25 in rank order with the arrows as printed: judgements, not the arithmetic of the ranks.
const REVIEW_2023: [&str; 12] = [
    "➔ | Violence Against Women & Girls | Very high | Moderate | Very high | High | Stable | Evolving | Moderate",
    "* | Cyber-related harm / abuse | High | Low | Very high | High | Moderate increase | Fairly undeveloped | Low",
    "➔ | Domestic violence and abuse | Very high | Low | Very high | High | Stable | Evolving | Moderate",
    "➔ | Serious weapon enabled violence | Very high | Very high | Moderate | Low | Stable | Fairly evolved | High",
    "* | Financial crime incl. cyber-related | High | Low | Very high | Very high | Stable | Fairly undeveloped | Moderate",
    "➔ | Rape / serious sexual offences | Very high | Moderate | High | Low | Stable | Evolving | High",
    "➔ | Child Exploitation | Very high | High | Moderate | Very low | Stable | Fairly evolved | High",
    "➔ | Public space violence | High | High | High | Moderate | Stable | Fairly evolved | High",
    "⬆ | Shoplifting | Moderate | Low | High | High | Major increase | Fairly evolved | Low",
    "⬆ | Stalking and harassment | High | Low | High | Moderate | Moderate increase | Evolving | Moderate",
    "⬇ | Substance Use (Class A) | High | High | High | Low | Stable | Fairly evolved | High",
    "⬇ | Adult Exploitation | Very high | Low | High | Very low | Stable | Fairly evolved | Moderate",
];

/// How one year's review was sent.
struct Review {
    file: &'static str,
    sheet: &'static str,
    title: &'static str,
    year_ahead: &'static str,
    sent: (u16, u8, u8),
    rows: [&'static str; 12],
    /// Whether the rank was typed in front of the priority, behind a column of arrows.
    has_arrows: bool,
    notes: &'static [&'static str],
}

pub fn write(folder: &Path) -> Result<()> {
    let reviews = [
        Review {
            file: "morile_2022.xlsx",
            sheet: "MoRiLE 2022",
            title: "Review of Partnership Priorities - 2022",
            year_ahead: "2023/24",
            sent: (2023, 1, 16),
            rows: REVIEW_2022,
            has_arrows: false,
            notes: &[SOURCE],
        },
        Review {
            file: "morile_2023.xlsx",
            sheet: "MoRiLE 2023",
            title: "Review of Partnership Priorities - 2023",
            year_ahead: "2024/25",
            sent: (2024, 1, 15),
            rows: REVIEW_2023,
            has_arrows: true,
            notes: &[
                "* Cyber and financial crime was one priority in the 2022 review.",
                SOURCE,
            ],
        },
    ];
    for review in &reviews {
        write_review(folder, review)?;
    }
    Ok(())
}

fn write_review(folder: &Path, review: &Review) -> Result<()> {
    let styles = PartnerStyles::new(0x00D9_D9D9, "Arial");
    let mut workbook = partner_workbook(review.title, review.sent)?;
    let sheet = workbook.add_worksheet().set_name(review.sheet)?;
    sheet.set_column_width(0, 5)?.set_column_width(1, 40)?;
    sheet.set_column_range_width(2, 8, 17)?;
    sheet.write_with_format(0, 0, review.title, &styles.title)?;
    let purpose = [
        "A structured MoRiLE review has identified the following proposed priorities for ",
        review.year_ahead,
    ];
    sheet.write(1, 0, purpose.concat())?;
    header_row(sheet, 3, 2, &JUDGEMENTS, &styles.header)?;
    for ((row, rank), line) in (4..).zip(1..).zip(review.rows) {
        let mut cells = line.split('|').map(str::trim);
        let arrow = cells.next().unwrap_or_default();
        let priority = cells.next().unwrap_or_default();
        if review.has_arrows {
            sheet.write(row, 0, arrow)?;
            sheet.write_with_format(row, 1, format!("{rank} {priority}"), &styles.bold)?;
        } else {
            sheet.write(row, 0, rank)?;
            sheet.write_with_format(row, 1, priority, &styles.bold)?;
        }
        for (column, judgement) in (2..).zip(cells) {
            sheet.write_with_format(row, column, judgement, &shaded(judgement, &styles))?;
        }
    }
    notes(sheet, 17, review.notes, &styles)?;
    workbook.save(folder.join(review.file))?;
    Ok(())
}

/// The colour that the review gives to a judgement.
fn shaded(judgement: &str, styles: &PartnerStyles) -> Format {
    let fill = match judgement {
        "Very high" | "Major increase" => 0x00F4_B084,
        "High" | "Moderate increase" | "Fairly undeveloped" => 0x00F8_CBAD,
        "Moderate" | "Evolving" => 0x00FF_E699,
        _ => 0x00E2_EFDA,
    };
    styles
        .wrapped
        .clone()
        .set_background_color(Color::RGB(fill))
}
