//! Shares, means, their variance and intervals.

use std::collections::BTreeMap;

use bellwether::stats::intervals::{IntervalMethod, mean_interval, share_interval};
use bellwether::stats::scale_means::scale_mean;
use bellwether::stats::taylor::{Contrast, DesignEstimate, LonelyPsu};
use bellwether::stats::taylor_sums::{self, StratumSums};
use bellwether::stats::wave::{Wave, WaveError};
use bellwether::stats::weighted::{Sums, WeightSums};
use proptest::prelude::*;

use crate::respondents::{Respondents, close, of_those, respondents};

const METHODS: [IntervalMethod; 5] = [
    IntervalMethod::WilsonKish,
    IntervalMethod::WilsonTaylor,
    IntervalMethod::Logit,
    IntervalMethod::KornGraubard,
    IntervalMethod::Wald,
];

const LONELY: [LonelyPsu; 4] = [
    LonelyPsu::Adjust,
    LonelyPsu::Average,
    LonelyPsu::Certainty,
    LonelyPsu::Remove,
];

/// The sums of every stratum, from the respondents of a wave.
fn strata(of: &Respondents, stratified: bool, answers: &[Option<f64>]) -> Vec<StratumSums> {
    let mut strata: BTreeMap<usize, StratumSums> = BTreeMap::new();
    for (row, weight) in of.weights.iter().enumerate() {
        let label = if stratified { of.strata[row] } else { 0 };
        let stratum = strata.entry(label).or_insert(StratumSums {
            cohort: Sums::default(),
            respondents_of_wave: 0,
        });
        stratum.respondents_of_wave += usize::from(*weight > 0.0);
        if let Some(answer) = answers[row] {
            stratum.cohort.include(*weight, answer);
        }
    }
    strata.into_values().collect()
}

fn same(one: &DesignEstimate, other: &DesignEstimate) -> bool {
    close(one.estimate, other.estimate)
        && close(one.variance, other.variance)
        && one.degrees_of_freedom == other.degrees_of_freedom
        && one.sums.weights.unweighted_base == other.sums.weights.unweighted_base
}

proptest! {
    #[test]
    fn every_interval_holds_its_share_and_all_but_walds_are_shares(
        of in respondents(),
        level in 0.5..0.999,
    ) {
        for wave in [of.wave(false), of.wave(true), of.clustered()] {
            let Some(share) = wave.estimate(&of.satisfied()) else { continue };
            prop_assert!(share.variance >= 0.0 && share.variance.is_finite());
            for method in METHODS {
                let interval = share_interval(&share, method, level).unwrap();
                let rounding = 1e-9;
                prop_assert!(interval.lower <= share.estimate + rounding, "{interval:?}");
                prop_assert!(interval.upper >= share.estimate - rounding, "{interval:?}");
                if interval.method != IntervalMethod::Wald {
                    prop_assert!(interval.lower >= 0.0 && interval.upper <= 1.0, "{interval:?}");
                }
                let by_kish = interval.method == IntervalMethod::WilsonKish;
                prop_assert!(by_kish || interval.method == method);
            }
        }
    }

    #[test]
    fn the_scale_of_the_weights_changes_nothing(of in respondents(), factor in 0.001..5000.0) {
        let other = of.scaled(factor);
        let answers = of.satisfied();
        let pairs = [
            (of.wave(false), other.wave(false)),
            (of.clustered(), other.clustered()),
        ];
        for (one, other) in pairs {
            let (one, other) = (one.estimate(&answers), other.estimate(&answers));
            let (Some(one), Some(other)) = (one, other) else {
                prop_assert!(one.is_none() && other.is_none());
                continue;
            };
            prop_assert!(same(&one, &other), "{one:?} {other:?}");
            let bases = (one.sums.weights.effective_base(), other.sums.weights.effective_base());
            prop_assert!(close(bases.0.unwrap(), bases.1.unwrap()));
            let least = one.sums.weights.design_effect().unwrap();
            prop_assert!(least > 1.0 - 1e-9);
        }
    }

    #[test]
    fn sums_alone_give_what_the_respondents_give(of in respondents()) {
        for answers in [of.satisfied(), of.scores.clone()] {
            let answers = of_those(&answers, |row| of.in_first[row]);
            for stratified in [false, true] {
                let sums = strata(&of, stratified, &answers);
                for lonely in LONELY {
                    let wave = of.wave(stratified).with_lonely_psu(lonely);
                    let by_rows = wave.estimate(&answers);
                    let by_sums = taylor_sums::stratified(&sums, lonely);
                    match (by_rows, by_sums) {
                        (Some(one), Some(other)) => {
                            prop_assert!(same(&one, &other), "{lonely:?} {one:?} {other:?}");
                        }
                        (one, other) => prop_assert!(one.is_none() && other.is_none()),
                    }
                }
                if !stratified {
                    let all = sums[0];
                    let one = taylor_sums::weights_only(all.cohort, all.respondents_of_wave);
                    let other = taylor_sums::stratified(&sums, LonelyPsu::Adjust);
                    prop_assert_eq!(one, other);
                }
            }
        }
    }

    #[test]
    fn overlapping_cohorts_differ_by_sums_as_by_respondents(of in respondents()) {
        let answers = of.satisfied();
        let first = of_those(&answers, |row| of.in_first[row]);
        let second = of_those(&answers, |row| of.in_second[row]);
        let both = of_those(&answers, |row| of.in_first[row] && of.in_second[row]);
        for stratified in [false, true] {
            let wave = of.wave(stratified);
            let (one, other) = (wave.linearised(&first), wave.linearised(&second));
            let (Some(one), Some(other)) = (one, other) else { continue };
            let by_rows = wave.design().contrast(&one, &other).unwrap();

            let overlap = strata(&of, stratified, &both);
            let overlap: Vec<Sums> = overlap.iter().map(|stratum| stratum.cohort).collect();
            let first = strata(&of, stratified, &first);
            let second = strata(&of, stratified, &second);
            let lonely = LonelyPsu::Adjust;
            let covariance = taylor_sums::covariance(&first, &second, &overlap, lonely).unwrap();
            let estimate = |of: &[StratumSums]| taylor_sums::stratified(of, lonely).unwrap();
            let by_sums = Contrast::of(&estimate(&first), &estimate(&second), covariance);
            prop_assert!(close(by_rows.difference, by_sums.difference));
            prop_assert!(close(by_rows.variance, by_sums.variance), "{by_rows:?} {by_sums:?}");
        }
    }

    #[test]
    fn sums_of_parts_are_those_of_the_whole(of in respondents(), cut in 0_usize..60) {
        let rows = of.weights.iter().zip(of.satisfied());
        let rows = rows.filter_map(|(weight, answer)| Some((*weight, answer?)));
        let rows: Vec<(f64, f64)> = rows.collect();
        let (one, other) = rows.split_at(cut.min(rows.len()));
        let parts = Sums::of_rows(one.iter().copied()) + Sums::of_rows(other.iter().copied());
        let whole = Sums::of_rows(rows.iter().copied());
        prop_assert_eq!(parts.weights.unweighted_base, whole.weights.unweighted_base);
        prop_assert!(close(parts.weighted, whole.weighted));
        prop_assert!(close(parts.squares_weighted, whole.squares_weighted));
        let success = rows.iter().filter(|(_, answer)| *answer > 0.0);
        let success = WeightSums::of_weights(success.map(|(weight, _)| *weight));
        prop_assert_eq!(Sums::of_share(whole.weights, success), whole);
    }

    #[test]
    fn a_mean_lies_on_its_scale_within_its_interval(of in respondents()) {
        let wave = of.clustered();
        if let Some(scale) = scale_mean(&wave, &of.scores, 5.0) {
            let mean = scale.mean.estimate;
            prop_assert!((1.0 - 1e-9..=5.0 + 1e-9).contains(&mean));
            if let Some((lower, upper)) = scale.interval {
                prop_assert!(lower <= mean && mean <= upper);
            }
            prop_assert!((0.0..=1.0 + 1e-9).contains(&scale.top_two_box.estimate));
        }
    }

    #[test]
    fn whoever_is_outside_the_cohort_counts_in_the_design_alone(of in respondents()) {
        let wave = of.clustered();
        let inside = of_those(&of.satisfied(), |row| of.in_first[row]);
        let Some(share) = wave.linearised(&inside) else { return Ok(()) };
        // The linearised totals of all PSUs cancel out.
        let sum: f64 = share.psu_totals.iter().sum();
        prop_assert!(sum.abs() < 1e-9);
        prop_assert_eq!(share.psu_totals.len(), wave.design().psus());
        prop_assert!(share.degrees_of_freedom <= share.sums.weights.unweighted_base);
    }
}

#[test]
fn a_weight_that_is_none_is_told_and_never_counted() {
    for weight in [-1.0, f64::NAN, f64::INFINITY] {
        let told = Wave::new(&[1.0, weight], None, None).unwrap_err();
        assert_eq!(told, WaveError::Weight { row: 1 });
        let sums = Sums::of_rows([(1.0, 1.0), (weight, 1.0)]);
        assert_eq!((sums.mean(), sums.weights.effective_base()), (None, None));
        assert_eq!(sums.sample(), None);
        assert_eq!(taylor_sums::weights_only(sums, 2), None);
    }
    assert_eq!(Wave::new(&[0.0], None, None).unwrap_err(), WaveError::Empty);
    let told = Wave::new(&[1.0], Some(&[]), None).unwrap_err();
    assert_eq!(told, WaveError::Lengths);
}

#[test]
fn an_empty_cohort_has_no_estimate() {
    let wave = Wave::new(&[1.0, 2.0], None, None).unwrap();
    assert_eq!(wave.estimate(&[None, None]), None);
    assert_eq!(wave.estimate(&[Some(1.0)]), None);
    assert_eq!(taylor_sums::weights_only(Sums::default(), 2), None);
}

#[test]
fn a_cohort_larger_than_its_wave_has_no_estimate() {
    let cohort = Sums::of_rows([(1.0, 1.0), (1.0, 0.0), (1.0, 0.0)]);
    assert_eq!(taylor_sums::weights_only(cohort, 2), None);
    assert!(taylor_sums::weights_only(cohort, 3).is_some());
}

#[test]
fn sampling_units_of_the_same_number_in_two_strata_are_two() {
    let wave = Wave::new(&[1.0; 4], Some(&[0, 0, 1, 1]), Some(&[7, 8, 7, 8])).unwrap();
    assert_eq!(wave.design().psus(), 4);
    assert_eq!(wave.design().lonely_strata(), 0);
}

#[test]
fn one_respondent_and_everybody_agreeing_fall_back_to_wilson() {
    let one = taylor_sums::weights_only(Sums::of_rows([(2.0, 1.0)]), 100).unwrap();
    let all = taylor_sums::weights_only(Sums::of_rows([(0.1, 1.0), (0.2, 1.0)]), 100).unwrap();
    // The weights of those who agree, added in another order than those of everybody.
    let everybody = WeightSums::of_weights([0.1, 0.2, 0.3]);
    let agreeing = WeightSums::of_weights([0.3, 0.2, 0.1]);
    assert!(
        everybody.weight > agreeing.weight,
        "they differ by rounding"
    );
    let rounded = taylor_sums::weights_only(Sums::of_share(everybody, agreeing), 100).unwrap();
    for share in [one, all, rounded] {
        for method in METHODS {
            let interval = share_interval(&share, method, 0.95).unwrap();
            assert_eq!(interval.method, IntervalMethod::WilsonKish);
            assert!(interval.lower < 0.7 && interval.upper > 0.999);
        }
    }
    assert_eq!(mean_interval(&one, 0.95), None);
    assert_eq!(share_interval(&all, IntervalMethod::Wald, 1.0), None);
}
