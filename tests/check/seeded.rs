//! The workbook of mistakes: all of them are found, and nothing else.

use crate::{Expected, found_in, owned, rows, sample};

#[test]
fn every_mistake_is_found_and_nothing_else() {
    let found = found_in(&sample("spot_the_errors.xlsx"));
    let expected: [(&str, &[Expected<'_>]); 5] = [
        (
            "Changes",
            &[
                ("E4", "-24%", "−19.5%", "new-year-as-base"),
                ("D7", "−625", "−652", "digits-swapped"),
                ("E8", "10%", "−10.0%", "sign"),
                ("E10", "+10.8%", "+108.3%", "decimal-point"),
                ("E14", "+15%", "+14.0%", "rounding"),
                ("E17", "+127%", "+27.0%", "ratio-for-change"),
                ("E18", "+11.1%", "+12.4%", "new-year-as-base"),
                (
                    "C21",
                    "Sept 2020 – Oct 2021",
                    "Oct 2020 to Sep 2021",
                    "period-length",
                ),
            ],
        ),
        (
            "Percentages",
            &[
                ("D4", "+6.5%", "+32.0%", "points-as-percent"),
                ("D8", "+3%", "+5.6%", "points-as-percent"),
                ("D11", "+19%", "−19.4%", "sign"),
            ],
        ),
        (
            "Shares and totals",
            &[
                ("C5", "9.1%", "9.0%", "forced-to-add"),
                ("C7", "6.3%", "6.2%", "forced-to-add"),
                ("C11", "40.4%", "40.5%", "forced-to-add"),
                ("C12", "59.6%", "59.5%", "forced-to-add"),
                ("C20", "1,091,482", "1,120,105", "total"),
                ("B30", "22,275", "26,275", "digit"),
                ("B38", "7,955", "6,585", "total"),
            ],
        ),
        (
            "Requests",
            &[
                ("B6", "1,880", "1,879", "other-table"),
                ("F32", "342", "324", "digits-swapped"),
            ],
        ),
        (
            "Briefing",
            &[
                ("B5", "3,351", "3,315", "stated-twice"),
                ("C6", "10% (-79)", "−10%", "signs-disagree"),
                ("D13", "2009/10", "2019/20", "out-of-sequence"),
            ],
        ),
    ];
    let count: usize = expected.iter().map(|(_, rows)| rows.len()).sum();
    assert!(count >= 20);
    assert_eq!(found.len(), count, "and none besides");
    for (sheet, expected) in expected {
        assert_eq!(rows(&found, sheet), owned(expected), "{sheet}");
    }
}

#[test]
fn causes_are_said_in_plain_words() {
    let found = found_in(&sample("spot_the_errors.xlsx"));
    let words = |cell: &str, sheet: &str| {
        found
            .iter()
            .find(|found| found.cell.to_string() == cell && found.sheet == sheet)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    assert_eq!(
        words("D4", "Percentages"),
        "“+6.5%” is printed, +32.0% worked out: this is the difference, +6.5 percentage points, and not per cent"
    );
    assert_eq!(
        words("C20", "Shares and totals"),
        "“1,091,482” is printed, 1,120,105 worked out: the parts do not add to it, the difference is 28,623"
    );
    assert_eq!(
        words("C21", "Changes"),
        "“Sept 2020 – Oct 2021” is printed, Oct 2020 to Sep 2021 worked out: covers 14 months where the periods beside it cover 12"
    );
}
