//! `partnership_targets.xlsx`: the headline targets of the Nottingham Crime and Drugs Partnership, as published.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{Workbook, Worksheet};

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

/// A cell of the table as the partnership typed it.
enum Typed {
    Count(u32),
    /// A share, shown as a percentage with two decimals.
    Share(f64),
    Words(&'static str),
    Empty,
}

use Typed::{Count, Empty, Share, Words};

/// Target, measure, baseline 2018/19 and the four years after.
const ROWS: [(&str, &str, [Typed; 5]); 5] = [
    (
        "To reduce crime",
        "Victim based crime volume",
        [
            Count(37_486),
            Count(34_747),
            Count(26_009),
            Count(32_636),
            Empty,
        ],
    ),
    (
        "To reduce hate crime repeat victimisation by 10%",
        "% of victims that are repeats",
        [Share(0.163), Share(0.135), Share(0.17), Share(0.141), Empty],
    ),
    (
        "To reduce anti-social behaviour by 25%",
        "Volume of police recorded incidents",
        [
            Count(14_840),
            Count(15_182),
            Count(20_680),
            Count(15_891),
            Empty,
        ],
    ),
    (
        "",
        "Experience of ASB (Respect for Nottingham Survey)",
        [
            Share(0.085),
            Share(0.092),
            Words("Comparable data not available"),
            Empty,
            Empty,
        ],
    ),
    (
        "To maintain substance misuse performance",
        "% of successful completions",
        [
            Share(0.219),
            Share(0.227),
            Share(0.195),
            Words("Awaiting data"),
            Empty,
        ],
    ),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00FF_E699, "Calibri");
    let mut workbook = partner_workbook("Partnership targets 2019-23", (2022, 4, 25))?;
    targets(workbook.add_worksheet(), &styles)?;
    lists(&mut workbook)?;
    workbook.save(folder.join("partnership_targets.xlsx"))?;
    Ok(())
}

fn targets(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Targets")?;
    sheet.set_column_range_width(0, 1, 34)?;
    sheet.set_column_range_width(2, 6, 15)?;
    sheet.write_with_format(
        0,
        0,
        "Nottingham Crime & Drugs Partnership Plan 2022-25",
        &styles.title,
    )?;
    sheet.write_with_format(
        1,
        0,
        "TARGETS (assessed over the four year period 2019-23)",
        &styles.bold,
    )?;
    header_row(
        sheet,
        3,
        0,
        &[
            "Target",
            "Measure",
            "Baseline (2018/19)",
            "2019/20",
            "2020/21",
            "2021/22",
            "2022/23",
        ],
        &styles.header,
    )?;
    let two_decimals = styles.percent.clone().set_num_format("0.00%");
    for (row, (target, measure, cells)) in (4..).zip(ROWS) {
        if !target.is_empty() && row != 6 {
            sheet.write_with_format(row, 0, target, &styles.wrapped)?;
        }
        sheet.write_with_format(row, 1, measure, &styles.wrapped)?;
        for (column, cell) in (2..).zip(cells) {
            match cell {
                Count(count) => sheet.write_with_format(row, column, count, &styles.count)?,
                Share(share) => sheet.write_with_format(row, column, share, &two_decimals)?,
                Words(words) => sheet.write_with_format(row, column, words, &styles.wrapped)?,
                Empty => sheet.write_blank(row, column, &styles.wrapped)?,
            };
        }
    }
    // One target over two measures, and one remark over two years.
    sheet.merge_range(
        6,
        0,
        7,
        0,
        "To reduce anti-social behaviour by 25%",
        &styles.wrapped,
    )?;
    sheet.merge_range(7, 4, 7, 5, "Comparable data not available", &styles.wrapped)?;
    notes(
        sheet,
        11,
        &[
            "The published page does not show beyond doubt which years the last remarks and the completions of 19.50% belong to; they are set here in printed order.",
            "Source: Nottingham Crime and Drugs Partnership Plan 2022-25.",
        ],
        styles,
    )?;
    Ok(())
}

fn lists(workbook: &mut Workbook) -> Result<()> {
    let sheet = workbook.add_worksheet().set_name("Lists")?;
    sheet.set_hidden(true);
    for (row, text) in (0..).zip(["On track", "Off track", "Awaiting data"]) {
        sheet.write(row, 0, text)?;
    }
    Ok(())
}
