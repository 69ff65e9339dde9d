//! What holds for every number: intervals contain what they are about, ranks are ranks, shrunken values
//! lie between.

use proptest::prelude::*;

use super::counts::compare_counts;
use super::funnel::{exact_rate_limits, exact_share_limits, score_limits};
use super::quasi_poisson::{monthly_trend, year_on_year};
use super::ranks::{RankFrom, competition_ranks, plausible_ranges};
use super::rates::{Level, byar_limits, crude_rate, exact_limits};
use super::shrinkage::{BetweenVariance, GroupValue, shrink};

fn any_whole(most: u32) -> impl Strategy<Value = f64> {
    (0..=most).prop_map(f64::from)
}

proptest! {
    #[test]
    fn intervals_contain_the_rate(count in any_whole(60_000), population in 1.0..3e6_f64) {
        let narrow = crude_rate(count, Some(population), 1000.0, Level::Of95).unwrap();
        let wide = crude_rate(count, Some(population), 1000.0, Level::Of998).unwrap();
        prop_assert!(wide.lower <= narrow.lower && narrow.lower <= narrow.rate);
        prop_assert!(narrow.rate < narrow.upper && narrow.upper < wide.upper);
    }

    /// Within 0.2% of each other, as OHID's guidance has it.
    #[test]
    fn byar_is_near_the_exact_interval(count in (10..5000_u32).prop_map(f64::from)) {
        let byar = byar_limits(count, Level::Of95).unwrap();
        let exact = exact_limits(count, Level::Of95).unwrap();
        prop_assert!((byar.0 / exact.0 - 1.0).abs() < 0.002, "{byar:?} {exact:?}");
        prop_assert!((byar.1 / exact.1 - 1.0).abs() < 0.002, "{byar:?} {exact:?}");
    }

    #[test]
    fn the_p_value_and_the_interval_of_two_counts_agree(
        earlier in any_whole(20_000),
        later in any_whole(20_000),
        exposures in (1.0..1e6_f64, 1.0..1e6_f64),
    ) {
        let Some(change) = compare_counts(earlier, later, exposures.0, exposures.1) else {
            prop_assert!(earlier + later == 0.0);
            return Ok(());
        };
        let ratio = change.rate_ratio.unwrap_or(f64::INFINITY);
        let upper = change.upper.unwrap_or(f64::INFINITY);
        prop_assert!(change.lower <= ratio && ratio <= upper, "{change:?}");
        // At the very edge the last digits decide.
        if (change.p_central - 0.05).abs() > 1e-6 {
            let excludes_1 = change.lower > 1.0 || upper < 1.0;
            prop_assert_eq!(change.p_central < 0.05, excludes_1, "{:?}", change);
        }
    }

    /// Against adding up every outcome that is no likelier.
    #[test]
    fn the_other_p_value_is_the_sum_of_what_is_no_likelier(
        earlier in 0..150_u32,
        later in 1..150_u32,
        exposures in (1.0..9.0_f64, 1.0..9.0_f64),
    ) {
        let (one, other) = (f64::from(earlier), f64::from(later));
        let change = compare_counts(one, other, exposures.0, exposures.1).unwrap();
        let odds = exposures.1 / exposures.0;
        let total = earlier + later;
        // Each outcome's likelihood from the one before, the first taken as 1 in logarithms.
        let mut likelihoods = vec![0.0_f64];
        for count in 1..=total {
            let before = likelihoods[count as usize - 1];
            let step = f64::from(total - count + 1) / f64::from(count) * odds;
            likelihoods.push(before + step.ln());
        }
        let own = likelihoods[later as usize] + 1e-7;
        let highest = likelihoods.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum = |most: f64| -> f64 {
            let counted = likelihoods.iter().filter(|likelihood| **likelihood <= most);
            counted.map(|likelihood| (likelihood - highest).exp()).sum()
        };
        let expected = sum(own) / sum(f64::INFINITY);
        prop_assert!((change.p_minlike - expected).abs() < 1e-9, "{expected}: {change:?}");
    }

    #[test]
    fn months_say_of_the_years_what_the_years_are(
        months in prop::collection::vec((any_whole(500), any_whole(500)), 2..14),
    ) {
        let Some(change) = year_on_year(&months) else { return Ok(()) };
        let (earlier, later) = months.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        prop_assert!((change.percent - 100.0 * (later / earlier - 1.0)).abs() < 1e-6);
        prop_assert!(change.percent_interval.0 <= change.percent);
        prop_assert!(change.percent_interval.1.is_none_or(|upper| upper >= change.percent));
        prop_assert!(change.standard_error >= change.poisson_standard_error);
        prop_assert!((0.0..=1.0).contains(&change.p_value));
    }

    /// Whatever the counts, there is a trend in numbers or none.
    #[test]
    fn a_trend_is_made_of_numbers(
        series in prop::collection::vec(prop::option::weighted(0.95, any_whole(30)), 30..80),
    ) {
        if let Ok(trend) = monthly_trend(&series) {
            prop_assert!(trend.slope_per_month.is_finite() && trend.standard_error > 0.0);
            prop_assert!((0.0..=1.0).contains(&trend.p_value));
            prop_assert!(trend.annual_percent_interval.0 <= trend.annual_percent);
        }
    }

    #[test]
    fn a_steady_growth_is_found(
        monthly in -0.03..0.03_f64,
        season in prop::collection::vec(50.0..400.0_f64, 12),
    ) {
        let count = |index: u32| {
            let grown = season[(index % 12) as usize] * (monthly * f64::from(index)).exp();
            // What varies by month, so that there is something left over.
            Some(grown * (1.0 + 0.01 * f64::from(index * 7 % 5)))
        };
        let series: Vec<Option<f64>> = (0..60).map(count).collect();
        let trend = monthly_trend(&series).unwrap();
        prop_assert!((trend.slope_per_month - monthly).abs() < 0.001);
    }

    #[test]
    fn ranks_are_a_permutation_but_for_ties(values in prop::collection::vec(0..12_u32, 1..20)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let ranks = competition_ranks(&values, RankFrom::Lowest).unwrap();
        for rank in &ranks {
            let same = ranks.iter().filter(|other| other.place == rank.place).count();
            let before = ranks.iter().filter(|other| other.place < rank.place).count();
            prop_assert_eq!(rank.place, before + 1);
            prop_assert_eq!(rank.tied, same > 1);
        }
        // Both ends together: those before, those that tie, those after.
        let other_end = competition_ranks(&values, RankFrom::Highest).unwrap();
        for (low, high) in ranks.iter().zip(&other_end) {
            let same = ranks.iter().filter(|other| other.place == low.place).count();
            prop_assert_eq!(low.place - 1 + high.place - 1 + same, values.len());
        }
    }

    #[test]
    fn a_rank_lies_within_its_plausible_range(
        values in prop::collection::vec(0.0..1.0_f64, 1..12),
        error in 0.01..0.5_f64,
    ) {
        let p_value = |one: usize, other: usize| {
            let distance = (values[one] - values[other]).abs() / error;
            Some((-distance).exp())
        };
        let ranges = plausible_ranges(&values, RankFrom::Highest, p_value).unwrap();
        let ranks = competition_ranks(&values, RankFrom::Highest).unwrap();
        for (range, rank) in ranges.iter().zip(&ranks) {
            prop_assert!(range.first <= rank.place && rank.place <= range.last);
        }
    }

    #[test]
    fn shrunken_values_lie_between_their_own_and_the_mean(
        groups in prop::collection::vec((0.0..=1.0_f64, 20.0..2000.0_f64), 5..25),
    ) {
        let group = |(share, base): &(f64, f64)| GroupValue::of_share(*share, *base).unwrap();
        let groups: Vec<GroupValue> = groups.iter().map(group).collect();
        for method in [BetweenVariance::PauleMandel, BetweenVariance::DerSimonianLaird] {
            let shrinkage = shrink(&groups, method).unwrap();
            prop_assert!(shrinkage.between_variance >= 0.0);
            for (group, shrunken) in groups.iter().zip(&shrinkage.groups) {
                let low = group.value.min(shrinkage.mean) - 1e-12;
                let high = group.value.max(shrinkage.mean) + 1e-12;
                prop_assert!((low..=high).contains(&shrunken.value));
                prop_assert!(shrunken.standard_error.is_finite());
            }
        }
    }

    #[test]
    fn the_limits_of_funnels_hold_the_target(target in 0.01..0.99_f64, base in 5..3000_u64) {
        #[expect(clippy::cast_precision_loss, reason = "at most 3000")]
        let whole = base as f64;
        let score = score_limits(target, whole, Level::Of998.quantile()).unwrap();
        prop_assert!(score.0 < target && target < score.1);
        for (narrow, wide) in [
            (
                exact_share_limits(target, base, Level::Of95).unwrap(),
                exact_share_limits(target, base, Level::Of998).unwrap(),
            ),
            (
                exact_rate_limits(target, whole, Level::Of95).unwrap(),
                exact_rate_limits(target, whole, Level::Of998).unwrap(),
            ),
        ] {
            prop_assert!(wide.0 <= narrow.0 && narrow.1 <= wide.1);
            prop_assert!(narrow.0 < target && target < narrow.1, "{narrow:?}");
        }
    }
}
