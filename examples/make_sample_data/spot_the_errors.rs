//! `spot_the_errors.xlsx`: partner tables with mistakes of the kinds that published documents hold, for Figure Check.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{Workbook, Worksheet};

use crate::ashfield_police_return::hate_crime;
use crate::partner_styles::{PartnerStyles, cover, header_row, notes, partner_workbook};
use crate::violence_deaths::AREAS;

/// Label, this year, last year, change in number and per cent as printed.
const CHANGES: [(&str, [i32; 3], &str); 15] = [
    ("Anti-social behaviour", [3_575, 4_439, -864], "-24%"),
    ("Neighbourhood crime", [10_000, 11_905, -1_905], "-16%"),
    ("Residential burglary", [3_315, 4_250, -935], "-22%"),
    ("Vehicle crime", [5_275, 5_927, -625], "-11%"),
    ("Robbery", [711, 790, -79], "10%"),
    ("Knife crime", [858, 833, 25], "+3%"),
    ("Protection orders", [175, 84, 91], "+10.8%"),
    ("Protection notices", [189, 89, 100], "+112%"),
    ("Disclosures", [382, 283, 99], "+35%"),
    ("Child sexual exploitation", [462, 440, 22], "+5%"),
    ("Honour-based violence", [65, 57, 8], "+15%"),
    ("Child criminal exploitation", [62, 73, -11], "-15%"),
    ("Modern slavery", [120, 129, -9], "-7%"),
    ("Fraud", [3_678, 2_896, 782], "+127%"),
    ("Domestic abuse", [15_870, 14_114, 1_756], "+11.1%"),
];

/// Label, last year, this year, change as printed.
const PERCENTAGES: [(&str, f64, f64, &str); 8] = [
    ("Trials listed again", 20.3, 26.8, "+6.5%"),
    ("Early guilty pleas", 43.0, 35.0, "-18.6%"),
    ("In custody with mental health needs", 40.0, 43.0, "+7.5%"),
    ("In custody under the influence", 14.0, 18.0, "+28.6%"),
    ("Victims not supporting action", 54.0, 57.0, "+3%"),
    ("Offences charged", 10.4, 11.3, "+8.7%"),
    ("Hate crime repeated", 16.3, 14.1, "-13.5%"),
    ("Satisfied with the police", 81.1, 65.4, "+19%"),
];

/// Area, deaths, share as printed: what follows the areas.
const TOTALS_OF_DEATHS: [(&str, u32, f64); 2] =
    [("Nottinghamshire County", 125, 0.596), ("Total", 210, 1.0)];

/// Area, four quarters, their total as printed.
const REQUESTS: [(&str, [u32; 5]); 6] = [
    ("Annesley", [18, 25, 22, 23, 88]),
    ("Hucknall", [110, 121, 118, 108, 457]),
    ("Huthwaite", [20, 31, 27, 24, 102]),
    ("Kirkby", [80, 85, 77, 82, 342]),
    ("Selston", [9, 8, 7, 8, 32]),
    ("Sutton", [160, 158, 155, 160, 633]),
];

const FLY_TIPPING: [(&str, u32); 11] = [
    ("Annesley", 88),
    ("Bestwood", 12),
    ("Hucknall", 457),
    ("Huthwaite", 102),
    ("Jacksdale", 36),
    ("Kirkby", 324),
    ("Selston", 32),
    ("Skegby", 47),
    ("Stanton Hill", 112),
    ("Sutton", 633),
    ("Underwood", 36),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00FF_E699, "Calibri");
    let mut workbook = partner_workbook("Spot the errors", (2024, 2, 5))?;
    cover(
        &mut workbook,
        "Spot the errors: tables for trying Figure Check",
        &[
            ("Status", "Sample workbook for Bellwether."),
            (
                "Figures",
                "Mistakes as they stand in published documents, and others of the same kinds put in on purpose; the rest is illustrative, not published.",
            ),
        ],
        &styles,
    )?;
    changes(&mut workbook, &styles)?;
    percentages(&mut workbook, &styles)?;
    shares_and_totals(&mut workbook, &styles)?;
    requests(&mut workbook, &styles)?;
    briefing(&mut workbook, &styles)?;
    workbook.save(folder.join("spot_the_errors.xlsx"))?;
    Ok(())
}

fn sheet<'w>(
    workbook: &'w mut Workbook,
    name: &str,
    title: &str,
    styles: &PartnerStyles,
) -> Result<&'w mut Worksheet> {
    let sheet = workbook.add_worksheet().set_name(name)?;
    sheet.set_column_width(0, 36)?;
    sheet.set_column_range_width(1, 6, 18)?;
    sheet.write_with_format(0, 0, title, &styles.title)?;
    Ok(sheet)
}

fn changes(workbook: &mut Workbook, styles: &PartnerStyles) -> Result<()> {
    let sheet = sheet(
        workbook,
        "Changes",
        "Recorded crime, Nottinghamshire",
        styles,
    )?;
    let periods = ["Offence", "Oct 2021 – Sept 2022", "Oct 2020 – Sept 2021"];
    let headings = [periods.as_slice(), &["Volume change", "Percentage change"]].concat();
    header_row(sheet, 2, 0, &headings, &styles.header)?;
    for (row, (label, numbers, printed)) in (3..).zip(CHANGES) {
        sheet.write_with_format(row, 0, label, &styles.wrapped)?;
        for (column, number) in (1..).zip(numbers) {
            sheet.write_with_format(row, column, number, &styles.count)?;
        }
        sheet.write_with_format(row, 4, printed, &styles.mark)?;
    }
    hate_crime(sheet, 20, styles)
}

fn percentages(workbook: &mut Workbook, styles: &PartnerStyles) -> Result<()> {
    let sheet = sheet(
        workbook,
        "Percentages",
        "Justice measures, per cent",
        styles,
    )?;
    header_row(
        sheet,
        2,
        0,
        &["Measure (%)", "2021/22", "2022/23", "% change"],
        &styles.header,
    )?;
    for (row, (label, before, now, printed)) in (3..).zip(PERCENTAGES) {
        sheet.write_with_format(row, 0, label, &styles.wrapped)?;
        sheet.write_with_format(row, 1, before, &styles.one_decimal)?;
        sheet.write_with_format(row, 2, now, &styles.one_decimal)?;
        sheet.write_with_format(row, 3, printed, &styles.mark)?;
    }
    Ok(())
}

fn shares_and_totals(workbook: &mut Workbook, styles: &PartnerStyles) -> Result<()> {
    let sheet = sheet(
        workbook,
        "Shares and totals",
        "Deaths from violence, April 2007–March 2022",
        styles,
    )?;
    header_row(sheet, 2, 0, &["Area", "Number", "%"], &styles.header)?;
    let deaths = AREAS.into_iter().chain(TOTALS_OF_DEATHS);
    for (row, (area, deaths, share)) in (3..).zip(deaths) {
        sheet.write(row, 0, area.trim())?;
        sheet.write_with_format(row, 1, deaths, &styles.count)?;
        sheet.write_with_format(row, 2, share, &styles.percent)?;
    }
    sheet.write_with_format(15, 0, "Population", &styles.bold)?;
    header_row(sheet, 16, 0, &["Area", "2001", "2011"], &styles.header)?;
    let population = [
        ("Nottinghamshire County", [748_510, 785_802]),
        ("Nottingham City", [266_988, 334_303]),
        ("Total", [1_015_498, 1_091_482]),
    ];
    for (row, (area, numbers)) in (17..).zip(population) {
        sheet.write(row, 0, area)?;
        for (column, number) in (1..).zip(numbers) {
            sheet.write_with_format(row, column, number, &styles.count)?;
        }
    }
    sheet.write_with_format(22, 0, "Children in poverty, 2012", &styles.bold)?;
    header_row(
        sheet,
        23,
        0,
        &["Area", "Number of children"],
        &styles.header,
    )?;
    let children = [
        ("Ashfield", 5_680),
        ("Bassetlaw", 3_940),
        ("Mansfield", 4_900),
        ("Newark and Sherwood", 3_800),
        ("South Nottinghamshire", 7_955),
        ("Total", 22_275),
    ];
    for (row, (area, number)) in (24..).zip(children) {
        sheet.write(row, 0, area)?;
        sheet.write_with_format(row, 1, number, &styles.count)?;
    }
    sheet.write_with_format(
        32,
        0,
        "Children in South Nottinghamshire, 2012",
        &styles.bold,
    )?;
    header_row(
        sheet,
        33,
        0,
        &[
            "Area",
            "Number of children in poverty",
            "Number of children",
        ],
        &styles.header,
    )?;
    let south = [
        ("Broxtowe", [1_615, 19_870]),
        ("Gedling", [3_355, 21_340]),
        ("Rushcliffe", [1_615, 22_910]),
        ("Total", [7_955, 64_120]),
    ];
    for (row, (area, numbers)) in (34..).zip(south) {
        sheet.write(row, 0, area)?;
        for (column, number) in (1..).zip(numbers) {
            sheet.write_with_format(row, column, number, &styles.count)?;
        }
    }
    Ok(())
}

fn requests(workbook: &mut Workbook, styles: &PartnerStyles) -> Result<()> {
    let sheet = sheet(
        workbook,
        "Requests",
        "Service requests, Ashfield, 2021-22",
        styles,
    )?;
    header_row(
        sheet,
        2,
        0,
        &["Report type", "No. of reports"],
        &styles.header,
    )?;
    let types = [
        ("Littering", 989),
        ("Graffiti", 83),
        ("Flytipping", 1_880),
        ("Dog fouling", 426),
        ("Waste on land", 916),
        ("Total", 4_294),
    ];
    for (row, (label, reports)) in (3..).zip(types) {
        sheet.write(row, 0, label)?;
        sheet.write_with_format(row, 1, reports, &styles.count)?;
    }
    let caption = "Fly tipping by area, Ashfield, 2021-22";
    sheet.write_with_format(11, 0, caption, &styles.bold)?;
    header_row(sheet, 12, 0, &["Area", "No. of reports"], &styles.header)?;
    for (row, (area, reports)) in (13..).zip(FLY_TIPPING) {
        sheet.write(row, 0, area)?;
        sheet.write_with_format(row, 1, reports, &styles.count)?;
    }
    let caption = "Fly tipping by quarter, Ashfield";
    sheet.write_with_format(26, 0, caption, &styles.bold)?;
    let quarters = [
        "Area",
        "Q1 2021/22",
        "Q2 2021/22",
        "Q3 2021/22",
        "Q4 2021/22",
        "Total",
    ];
    header_row(sheet, 27, 0, &quarters, &styles.header)?;
    for (row, (area, numbers)) in (28..).zip(REQUESTS) {
        sheet.write(row, 0, area)?;
        for (column, number) in (1..).zip(numbers) {
            sheet.write_with_format(row, column, number, &styles.count)?;
        }
    }
    Ok(())
}

/// What the briefing repeats from the other sheets, not always as it stands there.
fn briefing(workbook: &mut Workbook, styles: &PartnerStyles) -> Result<()> {
    let sheet = sheet(
        workbook,
        "Briefing",
        "Recorded crime, Nottinghamshire",
        styles,
    )?;
    header_row(
        sheet,
        2,
        0,
        &["Offence", "Oct 2021 – Sept 2022", "Change on the year"],
        &styles.header,
    )?;
    let rows = [
        ("Neighbourhood crime", 10_000, "-16% (-1,905)"),
        ("Residential burglary", 3_351, "-22% (-935)"),
        ("Robbery", 711, "10% (-79)"),
        ("Knife crime", 858, "+3% (+25)"),
        ("Modern slavery", 120, "-7% (-9)"),
        ("Fraud", 3_678, "+27% (+782)"),
    ];
    for (row, (label, number, change)) in (3..).zip(rows) {
        sheet.write(row, 0, label)?;
        sheet.write_with_format(row, 1, number, &styles.count)?;
        sheet.write_with_format(row, 2, change, &styles.mark)?;
    }
    sheet.write_with_format(11, 0, "First-time entrants", &styles.bold)?;
    let years = [
        "Area", "2017/18", "2018/19", "2009/10", "2020/21", "2021/22",
    ];
    header_row(sheet, 12, 0, &years, &styles.header)?;
    for (row, (area, numbers)) in (13..).zip([
        ("Ashfield", [61, 58, 52, 47, 44]),
        ("Mansfield", [57, 60, 51, 43, 40]),
        ("Gedling", [38, 35, 33, 29, 30]),
    ]) {
        sheet.write(row, 0, area)?;
        for (column, number) in (1..).zip(numbers) {
            sheet.write(row, column, number)?;
        }
    }
    notes(sheet, 18, &["Illustrative, not published."], styles)?;
    Ok(())
}
