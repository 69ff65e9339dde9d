//! The published tables in the samples, whose mistakes are known.

use bellwether::data::{PrintedFigure, PrintedSays};

use crate::{found_in, kept_in, owned, rows, sample};

const BASE: &str = "new-year-as-base";

#[test]
fn eleven_changes_are_wrong_ten_of_them_divided_by_the_new_year() {
    let found = found_in(&sample("ashfield_police_return.xlsx"));
    let expected = [
        ("E8", "+31%", "+44.4%", BASE),
        ("E9", "+27%", "+36.7%", BASE),
        ("E11", "+2%", "+1.1%", "rounding"),
        ("E12", "+20%", "+25.5%", BASE),
        ("E13", "+17%", "+20.7%", BASE),
        ("E15", "+53%", "+115.0%", BASE),
        ("E17", "-24%", "−19.5%", BASE),
        ("E18", "+25%", "+33.3%", BASE),
        ("E19", "+9%", "+9.8%", BASE),
        ("E20", "-22%", "−18.1%", BASE),
        ("E21", "+8%", "+8.7%", BASE),
    ];
    assert_eq!(rows(&found, "Ashfield"), owned(&expected));
    let first = found.first().map(ToString::to_string);
    assert_eq!(
        first.as_deref(),
        Some("“+31%” is printed, +44.4% worked out: divided by the new year instead of the old")
    );
}

#[test]
fn the_count_of_change_is_right_its_percentage_and_a_period_are_not() {
    let found = found_in(&sample("ashfield_police_return.xlsx"));
    let expected = [
        ("E4", "-24%", "−19.5%", BASE),
        (
            "C7",
            "Sept 2020 – Oct 2021",
            "Oct 2020 to Sep 2021",
            "period-length",
        ),
    ];
    assert_eq!(rows(&found, "Volume change"), owned(&expected));
}

#[test]
fn four_shares_were_forced_to_add_to_a_hundred() {
    let found = found_in(&sample("violence_deaths_by_area.xlsx"));
    let expected = [
        ("C7", "9.1%", "9.0%", "forced-to-add"),
        ("C9", "6.3%", "6.2%", "forced-to-add"),
        ("C13", "40.4%", "40.5%", "forced-to-add"),
        ("C14", "59.6%", "59.5%", "forced-to-add"),
    ];
    assert_eq!(rows(&found, "Deaths from violence"), owned(&expected));
}

#[test]
fn tables_that_should_reconcile_are_compared() {
    let found = found_in(&sample("ashfield_environmental_crime.xlsx"));
    let expected = [("B6", "1,880", "1,879", "other-table")];
    assert_eq!(
        rows(&found, "2021-22"),
        owned(&expected),
        "4,294 and 916 add up"
    );
}

#[test]
fn the_other_samples_are_in_order() {
    for name in [
        "commissioner_survey_measures.xlsx",
        "morile_2022.xlsx",
        "morile_2023.xlsx",
        "neighbourhood_concerns_ashfield.xlsx",
        "partnership_targets.xlsx",
        "police_and_crime_survey_tables.xlsx",
        "police_recorded_crime_monthly.xlsx",
    ] {
        assert_eq!(found_in(&sample(name)), [], "{name}");
    }
}

#[test]
fn what_is_right_is_kept_with_what_is_wrong_and_with_its_cells() {
    let source = kept_in(&sample("ashfield_police_return.xlsx"));
    let changes: Vec<&PrintedFigure> = source
        .printed
        .iter()
        .filter(|figure| source.sheet_name(figure.cell.sheet) == "Ashfield")
        .collect();
    assert_eq!(changes.len(), 17, "one for each offence, and all crime");
    let wrong = changes.iter().filter(|figure| !figure.is_right());
    assert_eq!(wrong.count(), 11);
    let bicycles = changes
        .iter()
        .find(|figure| figure.cell.to_string() == "E15");
    let bicycles = bicycles.unwrap();
    let rests_on: Vec<String> = bicycles.rests_on.iter().map(ToString::to_string).collect();
    assert_eq!(
        rests_on,
        ["B15", "C15"],
        "the later figure, then the earlier"
    );
    assert_eq!(
        (bicycles.text.as_str(), bicycles.value, bicycles.says),
        ("+53%", 53.0, PrintedSays::PercentChange)
    );
    assert!((bicycles.right - 115.0).abs() < 1e-9);
    let robbery = changes.iter().find(|figure| figure.text == "No change");
    assert!(robbery.is_some_and(|figure| figure.is_right()));
}
