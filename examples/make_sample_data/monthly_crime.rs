//! `police_recorded_crime_monthly.xlsx`: three years of months by district and offence.
//!
//! Ashfield's twelve-month sums are the published ones; every month and every other district is invented.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{ExcelDateTime, Worksheet};

use crate::partner_styles::{PartnerStyles, cover, notes, partner_workbook};
use crate::recorded_crime::{
    ALL_CRIME, ANTI_SOCIAL_BEHAVIOUR, HATE_CRIME, KNIFE_CRIME, OFFENCES, is_part_of_all_crime,
};
use crate::respondent::DISTRICTS;
use crate::split_mix::SplitMix;

const SEED: u64 = 0x5365_7074_656D_6265;
/// October 2019 to September 2022.
const MONTHS: usize = 36;
/// Counts below this are marked `[c]` in hate crime outside Ashfield.
const SMALLEST_SHOWN: f64 = 3.0;

/// One offence in one place: a count for each month, oldest first.
struct Series {
    offence: &'static str,
    months: Vec<f64>,
}

/// Size against Ashfield, and how much more urban crime there is.
const DISTRICT_SCALE: [(f64, f64); 8] = [
    (1.0, 1.0),
    (0.97, 0.95),
    (0.68, 1.0),
    (0.74, 0.95),
    (1.16, 1.25),
    (0.79, 0.9),
    (0.55, 0.8),
    (3.35, 1.9),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00BD_D7EE, "Calibri");
    let mut workbook = partner_workbook("Recorded crime by month", (2022, 10, 14))?;
    cover(
        &mut workbook,
        "Police recorded crime by district and month",
        &[
            (
                "Status",
                "Illustrative, not published: the months, and all districts but Ashfield.",
            ),
            (
                "Published",
                "Ashfield's sums over October 2019 to September 2020, October 2020 to September 2021 and October 2021 to September 2022.",
            ),
            (
                "Source",
                "Ashfield Community Safety Strategic Plan 2024-2027 (sums); the rest generated for Bellwether's worked example.",
            ),
        ],
        &styles,
    )?;
    monthly_sheet(workbook.add_worksheet(), &places(), &styles)?;
    workbook.save(folder.join("police_recorded_crime_monthly.xlsx"))?;
    Ok(())
}

/// Every district's series and, last, their sum.
fn places() -> Vec<(&'static str, Vec<Series>)> {
    let mut random = SplitMix::new(SEED);
    let mut places: Vec<(&'static str, Vec<Series>)> = DISTRICTS
        .into_iter()
        .zip(DISTRICT_SCALE)
        .map(|(district, scale)| (district, district_series(district, scale, &mut random)))
        .collect();
    let force = (0..places.first().map_or(0, |(_, series)| series.len()))
        .filter_map(|place| {
            let parts: Vec<&Series> = places
                .iter()
                .filter_map(|(_, series)| series.get(place))
                .collect();
            let offence = parts.first()?.offence;
            let months = sum_by_month(parts.iter().map(|series| series.months.as_slice()));
            Some(Series { offence, months })
        })
        .collect();
    places.push(("Force total", force));
    places
}

fn sum_by_month<'a>(parts: impl Iterator<Item = &'a [f64]>) -> Vec<f64> {
    let mut sums = vec![0.0; MONTHS];
    for part in parts {
        for (sum, count) in sums.iter_mut().zip(part) {
            *sum += count;
        }
    }
    sums
}

/// "All Crime" first, then the offences in printed order.
fn district_series(
    district: &str,
    (size, urban): (f64, f64),
    random: &mut SplitMix,
) -> Vec<Series> {
    let mut series: Vec<Series> = OFFENCES
        .iter()
        .map(|crime| {
            let scale = if district == "Ashfield" {
                None
            } else {
                Some(size * urban_pull(crime.offence, urban))
            };
            let years = scaled(crime.counts, scale, random);
            Series {
                offence: crime.offence,
                months: spread(years, crime.offence, random),
            }
        })
        .collect();
    // All crime holds offences that the table does not list: what is left over once the listed ones are taken away.
    let unlisted = ALL_CRIME.counts.into_iter().enumerate().map(|(year, all)| {
        let listed: u32 = OFFENCES
            .iter()
            .filter(|crime| is_part_of_all_crime(crime.offence))
            .filter_map(|crime| crime.counts.get(year))
            .sum();
        all.saturating_sub(listed)
    });
    let mut unlisted_years = [0; 3];
    for (slot, count) in unlisted_years.iter_mut().zip(unlisted) {
        *slot = count;
    }
    let scale = if district == "Ashfield" {
        None
    } else {
        Some(size)
    };
    let unlisted_months = spread(
        scaled(unlisted_years, scale, random),
        ALL_CRIME.offence,
        random,
    );
    let parts = series
        .iter()
        .filter(|series| is_part_of_all_crime(series.offence))
        .map(|series| series.months.as_slice())
        .chain([unlisted_months.as_slice()]);
    let months = sum_by_month(parts);
    series.insert(
        0,
        Series {
            offence: ALL_CRIME.offence,
            months,
        },
    );
    series
}

/// How strongly an offence gathers in towns.
fn urban_pull(offence: &str, urban: f64) -> f64 {
    match offence {
        "Robbery" | "Theft from a Person" | "Bicycle Theft" | KNIFE_CRIME => urban * urban,
        "Drugs" | "Possession of Weapons" | "Shoplifting" | "Public order" | HATE_CRIME => urban,
        _ => 1.0 + (urban - 1.0) * 0.3,
    }
}

/// A district's three years, newest first: Ashfield's own, or Ashfield's scaled and varied.
fn scaled(counts: [u32; 3], scale: Option<f64>, random: &mut SplitMix) -> [f64; 3] {
    counts.map(|count| match scale {
        None => f64::from(count),
        Some(scale) => (f64::from(count) * scale * (1.0 + 0.05 * random.normal()))
            .round()
            .max(1.0),
    })
}

/// Three yearly counts, newest first, spread over 36 months, oldest first; each year's months add up exactly.
fn spread(years: [f64; 3], offence: &str, random: &mut SplitMix) -> Vec<f64> {
    let mut months = Vec::new();
    let [newest, middle, oldest] = years;
    for (year, total) in [oldest, middle, newest].into_iter().enumerate() {
        let variation = (0.6 / (total / 12.0).max(1.0).sqrt()).max(0.03);
        let shares: Vec<f64> = (0..12)
            .map(|month| {
                let expected = season(offence, month) * lockdown(offence, year, month);
                (expected * (1.0 + variation * random.normal())).max(0.05)
            })
            .collect();
        months.extend(apportioned(total, &shares));
    }
    months
}

/// Whole numbers in proportion to `shares` that add up to `total` (largest remainders).
fn apportioned(total: f64, shares: &[f64]) -> Vec<f64> {
    let sum: f64 = shares.iter().sum();
    let exact: Vec<f64> = shares.iter().map(|share| total * share / sum).collect();
    let mut counts: Vec<f64> = exact.iter().map(|share| share.floor()).collect();
    let mut by_remainder: Vec<(usize, f64)> = exact
        .iter()
        .map(|share| share.fract())
        .enumerate()
        .collect();
    by_remainder.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut left = total - counts.iter().sum::<f64>();
    for (place, _) in by_remainder {
        if left < 0.5 {
            break;
        }
        if let Some(count) = counts.get_mut(place) {
            *count += 1.0;
            left -= 1.0;
        }
    }
    counts
}

/// Months count from October, 0 to 11.
fn season(offence: &str, month: u32) -> f64 {
    let is_summer = (8..=10).contains(&month);
    let is_winter = (1..=4).contains(&month);
    match offence {
        "Burglary" | "Vehicle Crime" if is_winter => 1.12,
        "Bicycle Theft" if is_summer => 1.6,
        "Bicycle Theft" if is_winter => 0.55,
        "Violence against the Person" | "Public order" | "Criminal Damage" if is_summer => 1.12,
        ANTI_SOCIAL_BEHAVIOUR if is_summer => 1.3,
        ANTI_SOCIAL_BEHAVIOUR if is_winter => 0.78,
        _ => 1.0,
    }
}

/// Spring 2020 and the winter lockdown of 2021, by kind of offence.
fn lockdown(offence: &str, year: usize, month: u32) -> f64 {
    let is_first = year == 0 && (6..=8).contains(&month);
    let is_winter = year == 1 && (3..=5).contains(&month);
    if !is_first && !is_winter {
        return 1.0;
    }
    let strength = if is_first { 1.0 } else { 0.6 };
    let effect = match offence {
        "Burglary" | "Vehicle Crime" | "Robbery" | "Other Theft" => -0.4,
        "Shoplifting" | "Theft from a Person" => -0.55,
        "Violence against the Person" | "Public order" | "Criminal Damage" | HATE_CRIME => -0.18,
        "Drugs" => 0.2,
        ANTI_SOCIAL_BEHAVIOUR => 0.75,
        _ => -0.1,
    };
    1.0 + strength * effect
}

fn monthly_sheet(
    sheet: &mut Worksheet,
    places: &[(&str, Vec<Series>)],
    styles: &PartnerStyles,
) -> Result<()> {
    sheet.set_name("Monthly")?;
    sheet.set_column_width(0, 22)?.set_column_width(1, 28)?;
    sheet.write_with_format(
        0,
        0,
        "Police recorded crime by district, offence and month, October 2019 to September 2022",
        &styles.title,
    )?;
    sheet.write_with_format(
        1,
        0,
        "Illustrative, not published, except the 12-month sums of Ashfield, which are the published ones",
        &styles.note,
    )?;
    sheet.write_with_format(3, 0, "District", &styles.header)?;
    sheet.write_with_format(3, 1, "Offence type", &styles.header)?;
    for (place, column) in (0_u16..36).zip(2_u16..) {
        let year = 2019 + (place + 9) / 12;
        let month = u8::try_from((place + 9) % 12 + 1)?;
        sheet.write_datetime_with_format(
            3,
            column,
            ExcelDateTime::from_ymd(year, month, 1)?,
            &styles.month,
        )?;
    }
    sheet.set_freeze_panes(4, 2)?;
    let mut row = 4;
    for (place, series) in places {
        let is_force = *place == "Force total";
        if is_force {
            row += 1;
        }
        let last = row + u32::try_from(series.len())? - 1;
        sheet.merge_range(row, 0, last, 0, place, &styles.bold)?;
        for one in series {
            let is_total = one.offence == ALL_CRIME.offence;
            sheet.write_with_format(
                row,
                1,
                one.offence,
                if is_total {
                    &styles.bold
                } else {
                    &styles.wrapped
                },
            )?;
            for (column, count) in (2..).zip(&one.months) {
                let is_withheld = one.offence == HATE_CRIME
                    && *place != "Ashfield"
                    && !is_force
                    && *count < SMALLEST_SHOWN;
                if is_withheld {
                    sheet.write_with_format(row, column, "[c]", &styles.mark)?;
                } else {
                    sheet.write_with_format(
                        row,
                        column,
                        *count,
                        if is_total {
                            &styles.total
                        } else {
                            &styles.count
                        },
                    )?;
                }
            }
            row += 1;
        }
    }
    notes(
        sheet,
        row + 1,
        &[
            "Some shorthand is used in this table, [c] = confidential, fewer than 3. The force total includes withheld counts.",
            "All Crime includes offences that are not listed. Anti-Social Behaviour is incidents and not part of All Crime; Knife Crime and Hate Crime are also counted under other types.",
            "Source: Ashfield Community Safety Strategic Plan 2024-2027 for the sums of Ashfield; all else illustrative.",
        ],
        styles,
    )?;
    Ok(())
}
