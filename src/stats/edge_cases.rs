//! The edges of the statistics of counts (statistical specification 11): nothing is made up where there
//! is nothing to say.

use super::counts::compare_counts;
use super::funnel::{self, FunnelPlace, Overdispersion, exact_share_limits, place, score_limits};
use super::peers::{mean_of_others, pooled_rate};
use super::quasi_poisson::{NoTrend, monthly_trend, year_on_year};
use super::ranks::{RankFrom, competition_ranks, plausible_ranges, quarters};
use super::rates::{Level, NoRate, annualised, crude_rate};
use super::shrinkage::{BetweenVariance, GroupValue, shrink};
use super::standardised_rates::{AgeGroup, standardised_rate};
use super::suppression::{CountTable, Place, PrimaryRule, suppress};

fn months(count: impl Fn(u32) -> f64, number: u32) -> Vec<Option<f64>> {
    (0..number).map(|index| Some(count(index))).collect()
}

/// Counts that go up and down over the year and, a little, from month to month.
fn seasonal(index: u32) -> f64 {
    200.0 + 40.0 * f64::from(index % 12) + f64::from(index * 37 % 11)
}

#[test]
fn without_a_population_there_is_no_rate() {
    let rate = |population| crude_rate(12.0, population, 1000.0, Level::Of95);
    assert_eq!(rate(None), Err(NoRate::PopulationUnknown));
    for population in [0.0, -5.0, f64::NAN, f64::INFINITY] {
        assert_eq!(rate(Some(population)), Err(NoRate::PopulationNotPositive));
    }
    for count in [-1.0, f64::NAN, f64::INFINITY] {
        let rate = crude_rate(count, Some(1e5), 1000.0, Level::Of95);
        assert_eq!(rate, Err(NoRate::NotACount));
    }
    assert_eq!(annualised(12.0, 0.0), None);
}

#[test]
fn few_events_are_not_standardised() {
    let group = |count| AgeGroup {
        count,
        population: 8000.0,
        standard: 10_000.0,
    };
    let few = standardised_rate(&[group(4.0), group(5.0)], 1000.0);
    assert_eq!(few, Err(NoRate::TooFewEvents));
    assert!(standardised_rate(&[group(5.0), group(5.0)], 1000.0).is_ok());
    assert_eq!(standardised_rate(&[], 1000.0), Err(NoRate::NoAgeGroups));
}

#[test]
fn two_counts_that_cannot_be_compared_are_not() {
    assert_eq!(compare_counts(0.0, 0.0, 365.0, 365.0), None);
    assert_eq!(compare_counts(12.5, 8.0, 365.0, 365.0), None);
    assert_eq!(compare_counts(12.0, 8.0, 0.0, 365.0), None);
    // A leap year: the same pace is no change.
    let leap = compare_counts(3650.0, 3660.0, 365.0, 366.0).unwrap();
    assert!((leap.rate_ratio.unwrap() - 1.0).abs() < 1e-12);
}

#[test]
fn years_that_cannot_be_compared_by_month_are_not() {
    assert_eq!(year_on_year(&[]), None);
    assert_eq!(year_on_year(&[(5.0, 6.0)]), None);
    assert_eq!(year_on_year(&[(5.0, 6.0), (0.0, 0.0)]), None);
    assert_eq!(year_on_year(&[(0.0, 6.0), (0.0, 3.0)]), None);
    assert_eq!(year_on_year(&[(5.0, -6.0), (4.0, 3.0)]), None);
    // A month without events in either year says nothing.
    let with = year_on_year(&[(50.0, 60.0), (0.0, 0.0), (40.0, 66.0)]);
    assert_eq!(with, year_on_year(&[(50.0, 60.0), (40.0, 66.0)]));
    // No number holds the upper end.
    let wild = year_on_year(&[(0.0, 1e6), (1.0, 0.0)]).unwrap();
    assert_eq!(wild.percent_interval.1, None);
}

#[test]
fn a_trend_needs_three_years_that_vary() {
    let trend = |count: fn(u32) -> f64, number| monthly_trend(&months(count, number));
    assert_eq!(trend(seasonal, 35), Err(NoTrend::TooFewMonths));
    assert!(trend(seasonal, 36).is_ok());
    assert_eq!(trend(|_| 0.0, 48), Err(NoTrend::TooFewEvents));
    let in_the_first_year = |index| f64::from(u32::from(index < 12));
    assert_eq!(trend(in_the_first_year, 48), Err(NoTrend::TooFewEvents));
    assert_eq!(trend(|_| 8.0, 48), Err(NoTrend::NoVariation));
    assert_eq!(trend(|_| -1.0, 48), Err(NoTrend::NotACount));
}

#[test]
fn a_missing_month_does_not_move_the_others() {
    let mut series = months(
        |index| seasonal(index) * (0.004 * f64::from(index)).exp(),
        60,
    );
    let whole = monthly_trend(&series).unwrap();
    for index in [7, 8, 30] {
        series[index] = None;
    }
    let gappy = monthly_trend(&series).unwrap();
    assert!((gappy.slope_per_month - whole.slope_per_month).abs() < 2e-4);
    assert!((whole.degrees_of_freedom - gappy.degrees_of_freedom - 3.0).abs() < 1e-12);
}

#[test]
fn months_that_hang_together_are_said_to() {
    let wave = |index: u32| 300.0 + 60.0 * (f64::from(index) / 5.0).sin();
    assert!(
        monthly_trend(&months(wave, 60))
            .unwrap()
            .understates_uncertainty()
    );
    let correlation = monthly_trend(&months(wave, 60))
        .unwrap()
        .lag_1_autocorrelation;
    assert!(correlation.unwrap() > 0.8);
    let restless = |index: u32| 300.0 + f64::from(index * index * 7 % 101);
    assert!(
        !monthly_trend(&months(restless, 60))
            .unwrap()
            .understates_uncertainty()
    );
}

#[test]
fn funnels_stay_within_what_a_share_can_be() {
    let (lower, upper) = score_limits(0.98, 20.0, 1.96).unwrap();
    assert!(lower < 0.98 && (upper - 1.0).abs() < 1e-12);
    assert_eq!(score_limits(0.5, 0.0, 1.96), None);
    assert_eq!(score_limits(f64::NAN, 20.0, 1.96), None);
    assert_eq!(exact_share_limits(0.5, 0, Level::Of95), None);
    assert_eq!(funnel::target(&[]), None);
    let nine = [(30.0, 60.0); 9];
    assert_eq!(Overdispersion::of_shares(&nine), None);
    assert_eq!(Overdispersion::of_ratios(&nine), None);
    assert!(Overdispersion::of_shares(&[(30.0, 60.0); 10]).is_some());
    assert!((funnel::expected_outside_95(8) - 0.4).abs() < 1e-12);
}

#[test]
fn an_area_on_a_limit_is_within_it() {
    let (narrow, wide) = ((0.4, 0.6), (0.3, 0.7));
    let places = [0.29, 0.3, 0.4, 0.6, 0.7, 0.71].map(|value| place(value, narrow, wide));
    let expected = [
        FunnelPlace::Lower,
        FunnelPlace::PossiblyLower,
        FunnelPlace::Within,
        FunnelPlace::Within,
        FunnelPlace::PossiblyHigher,
        FunnelPlace::Higher,
    ];
    assert_eq!(places, expected);
}

#[test]
fn few_groups_are_not_shrunken() {
    let group = GroupValue::of_share(0.5, 100.0).unwrap();
    assert_eq!(shrink(&[group; 4], BetweenVariance::PauleMandel), None);
    let alike = shrink(&[group; 5], BetweenVariance::PauleMandel).unwrap();
    assert!(alike.between_variance.abs() < 1e-15 && alike.q_p_value > 0.99);
    assert_eq!(GroupValue::of_share(0.5, 0.0), None);
    // Nobody agrees: the variance is not nought, or the group would outweigh all others.
    assert!(GroupValue::of_share(0.0, 100.0).unwrap().variance > 1e-4);
}

#[test]
fn pairs_are_told_apart_only_after_the_others_are_taken_into_account() {
    let values = [41.0, 43.0, 60.0];
    let ranges = |p_value: f64| {
        let tests = |one, other| Some(if (one, other) == (0, 1) { 0.6 } else { p_value });
        plausible_ranges(&values, RankFrom::Lowest, tests).unwrap()
    };
    // Two of three pairs: under 2/3 of 5%.
    assert_eq!((ranges(0.033)[2].first, ranges(0.033)[2].last), (3, 3));
    assert_eq!((ranges(0.04)[2].first, ranges(0.04)[2].last), (1, 3));
    let untested = plausible_ranges(&values, RankFrom::Lowest, |_, _| None).unwrap();
    assert!(
        untested
            .iter()
            .all(|range| (range.first, range.last) == (1, 3))
    );
    assert_eq!(competition_ranks(&[1.0, f64::NAN], RankFrom::Lowest), None);
    assert_eq!(quarters(&[]), None);
}

#[test]
fn an_area_without_peers_has_no_peer_average() {
    assert_eq!(mean_of_others(&[71.0], 0), None);
    assert_eq!(mean_of_others(&[71.0, 80.0], 2), None);
    assert_eq!(pooled_rate(&[(5.0, 1000.0), (5.0, 0.0)], 1000.0), None);
    assert_eq!(
        pooled_rate(&[(5.0, 1000.0), (10.0, 4000.0)], 1000.0),
        Some(3.0)
    );
}

#[test]
fn a_small_count_alone_in_its_row_takes_totals_with_it() {
    let table = CountTable::new(&[vec![0, 3, 0], vec![20, 30, 40], vec![25, 35, 45]]).unwrap();
    let suppression = suppress(&table, PrimaryRule::UNDER_5, &[]);
    assert!(suppression.withholds_totals());
    // The row's total is the same count and as small.
    let cell = Place::Cell { row: 0, column: 1 };
    assert_eq!(suppression.primary, [cell, Place::RowTotal(0)]);

    let zeros = CountTable::new(&[vec![0, 0], vec![0, 0]]).unwrap();
    let nothing = suppress(&zeros, PrimaryRule::UNDER_5, &[]);
    assert_eq!(nothing.all().count(), 0);
    let alone = CountTable::new(&[vec![2]]).unwrap();
    let everything = suppress(&alone, PrimaryRule::UNDER_5, &[]);
    assert_eq!(everything.all().count(), 4);
}
