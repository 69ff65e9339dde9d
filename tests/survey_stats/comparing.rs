//! Comparisons of shares.

use bellwether::stats::column_letters::compare_columns;
use bellwether::stats::comparisons::{
    PublishedShare, contrast_test, design_t_test, difference_in_differences,
    difference_in_differences_of_samples, from_rest_to_total, minimum_detectable_change,
    newcombe_by_design, overlapping_cohorts, rest_of_total,
};
use bellwether::stats::multiplicity::{Adjustment, adjusted};
use bellwether::stats::proportions::{Sample, newcombe_interval_at, pooled_z};
use bellwether::stats::taylor::Contrast;
use bellwether::stats::taylor_sums::weights_only;
use bellwether::stats::weighted::Sums;
use proptest::prelude::*;

use crate::respondents::{close, of_those, respondents};

const ADJUSTMENTS: [Adjustment; 3] = [
    Adjustment::BenjaminiHochberg,
    Adjustment::Holm,
    Adjustment::Bonferroni,
];

fn sample() -> impl Strategy<Value = Sample> {
    (0.0..=1.0, 1.0..5000.0).prop_map(|(share, effective_base)| Sample {
        share,
        effective_base,
    })
}

fn contrast() -> impl Strategy<Value = Contrast> {
    (-1.0..1.0, 1e-6..0.1).prop_map(|(difference, variance)| Contrast {
        difference,
        variance,
    })
}

proptest! {
    #[test]
    fn adjusted_values_are_no_smaller_and_keep_their_order(
        p in proptest::collection::vec(proptest::option::weighted(0.9, 0.0..=1.0), 0..40),
    ) {
        let strictest = adjusted(&p, Adjustment::Bonferroni);
        for adjustment in ADJUSTMENTS {
            let found = adjusted(&p, adjustment);
            prop_assert_eq!(found.len(), p.len());
            for (place, (raw, adjusted)) in p.iter().zip(&found).enumerate() {
                prop_assert_eq!(raw.is_some(), adjusted.is_some());
                let (Some(raw), Some(adjusted)) = (raw, adjusted) else { continue };
                prop_assert!(adjusted >= raw && *adjusted <= 1.0);
                prop_assert!(*adjusted <= strictest[place].unwrap() + 1e-12);
                for (other_raw, other) in p.iter().zip(&found) {
                    if let (Some(other_raw), Some(other)) = (other_raw, other) {
                        prop_assert!(other_raw < raw || other >= adjusted);
                    }
                }
            }
            // The order in which they stand does not matter.
            let turned: Vec<_> = p.iter().rev().copied().collect();
            let mut turned = adjusted(&turned, adjustment);
            turned.reverse();
            prop_assert_eq!(found, turned);
        }
        prop_assert_eq!(adjusted(&p, Adjustment::None), p);
    }

    #[test]
    fn differences_of_differences_turn_their_sign(earlier in contrast(), later in contrast()) {
        let forward = difference_in_differences(&earlier, &later).unwrap();
        let back = difference_in_differences(&later, &earlier).unwrap();
        prop_assert!(close(forward.difference, -back.difference));
        prop_assert!(close(forward.p_value, back.p_value));
        prop_assert!((0.0..=1.0).contains(&forward.p_value));
        let (lower, upper) = forward.interval(0.95).unwrap();
        prop_assert_eq!(forward.p_value < 0.05, lower > 0.0 || upper < 0.0);
    }

    #[test]
    fn published_differences_of_differences_turn_their_sign(
        earlier in (sample(), sample()),
        later in (sample(), sample()),
    ) {
        let Some(one) = difference_in_differences_of_samples(earlier, later) else { return Ok(()) };
        let swap = |(reference, cohort)| (cohort, reference);
        let other = difference_in_differences_of_samples(swap(earlier), swap(later)).unwrap();
        prop_assert!(close(one.difference, -other.difference));
        prop_assert!(close(one.standard_error, other.standard_error));
        let expected = (later.1.share - later.0.share) - (earlier.1.share - earlier.0.share);
        prop_assert!(close(one.difference, expected));
    }

    #[test]
    fn the_difference_from_the_total_is_that_from_the_rest_in_proportion(of in respondents()) {
        let wave = of.clustered();
        let answers = of.satisfied();
        let cohort = wave.linearised(&of_those(&answers, |row| of.in_first[row]));
        let rest = wave.linearised(&of_those(&answers, |row| !of.in_first[row]));
        let (Some(cohort), Some(rest)) = (cohort, rest) else { return Ok(()) };
        let total = wave.linearised(&answers).unwrap();
        let share = cohort.sums.weights.weight / total.sums.weights.weight;
        let from_rest = wave.design().contrast(&rest, &cohort).unwrap();
        let from_total = wave.design().contrast(&total, &cohort).unwrap();
        let scaled = from_rest_to_total(from_rest.difference, share);
        prop_assert!(close(scaled, from_total.difference), "{scaled} {from_total:?}");
        if let Some(test) = contrast_test(&from_rest) {
            prop_assert!((0.0..=1.0).contains(&test.p_value));
        }
    }

    #[test]
    fn the_rest_that_is_derived_is_the_rest(cohort in sample(), rest in sample()) {
        let published = |sample: Sample| PublishedShare {
            sample,
            weighted_base: sample.effective_base,
        };
        let base = cohort.effective_base + rest.effective_base;
        let successes = cohort.share * cohort.effective_base + rest.share * rest.effective_base;
        let total = Sample { share: successes / base, effective_base: base };
        let derived = rest_of_total(published(total), published(cohort)).unwrap();
        prop_assert!((derived.share - rest.share).abs() < 1e-8);
        prop_assert!(close(derived.effective_base, rest.effective_base));
        prop_assert_eq!(rest_of_total(published(cohort), published(total)), None);
    }

    #[test]
    fn cohorts_without_overlap_are_compared_as_independent(one in sample(), other in sample()) {
        let Some(z) = pooled_z(one, other) else { return Ok(()) };
        let Some(apart) = overlapping_cohorts(one, other, 0.0) else { return Ok(()) };
        prop_assert!(close(apart.statistic, z.z));
        prop_assert!(apart.p_value >= z.p_value - 1e-12, "Student's tails are no lighter");
        // What both share makes the difference surer.
        let overlap = one.effective_base.min(other.effective_base) / 4.0;
        if let Some(overlapping) = overlapping_cohorts(one, other, overlap) {
            prop_assert!(overlapping.standard_error < apart.standard_error);
        }
    }

    #[test]
    fn the_smallest_detectable_change_shrinks_with_the_base(one in sample(), other in sample()) {
        let Some(change) = minimum_detectable_change(one, other) else { return Ok(()) };
        let quadruple = |of: Sample| Sample { effective_base: 4.0 * of.effective_base, ..of };
        let smaller = minimum_detectable_change(quadruple(one), quadruple(other)).unwrap();
        prop_assert!(close(change, 2.0 * smaller));
    }

    #[test]
    fn letters_stand_in_the_higher_column_and_nowhere_else(
        columns in proptest::collection::vec(proptest::option::weighted(0.9, sample()), 0..8),
    ) {
        let raw = compare_columns(&columns, Adjustment::None, 0.05);
        let compared = compare_columns(&columns, Adjustment::BenjaminiHochberg, 0.05);
        prop_assert_eq!(compared.letters.len(), columns.len());
        let clear = compared.pairs.iter().filter(|pair| pair.adjusted_p_value < 0.05);
        let letters: usize = compared.letters.iter().map(String::len).sum();
        prop_assert_eq!(clear.clone().count(), letters);
        for pair in clear {
            let share = |column: usize| columns[column].unwrap().share;
            prop_assert!(share(pair.higher) > share(pair.lower()));
            let letter = char::from(b'A' + u8::try_from(pair.lower()).unwrap());
            prop_assert!(compared.letters[pair.higher].contains(letter));
            prop_assert!(raw.letters[pair.higher].contains(letter));
        }
        for column in compared.excluded {
            let tested = columns[column].is_some_and(|of| of.share > 0.0 && of.share < 1.0);
            prop_assert!(!tested);
        }
    }
}

fn wave(respondents: usize, safe: usize) -> Sums {
    Sums::of_rows((0..respondents).map(|row| (1.0, f64::from(row < safe))))
}

#[test]
fn a_change_between_waves_has_newcombes_interval_on_the_bases_of_the_designs() {
    let earlier = weights_only(wave(200, 110), 200).unwrap();
    let later = weights_only(wave(300, 190), 300).unwrap();
    // With equal weights the variance is p(1−p)/(n−1), and Student's t has 199 + 299 degrees of freedom.
    let sample = |share, effective_base| Sample {
        share,
        effective_base,
    };
    let t = 1.964_738_983;
    let one = sample(0.55, 199.0);
    let other = sample(190.0 / 300.0, 299.0);
    let expected = newcombe_interval_at(one, other, t).unwrap();
    let (lower, upper) = newcombe_by_design(&earlier, &later, 0.95).unwrap();
    assert!((lower - expected.0).abs() < 1e-8, "{lower} {expected:?}");
    assert!((upper - expected.1).abs() < 1e-8, "{upper} {expected:?}");
}

#[test]
fn waves_without_a_variance_are_not_tested() {
    let all = weights_only(wave(50, 50), 50).unwrap();
    let some = weights_only(wave(50, 20), 50).unwrap();
    let one = weights_only(wave(1, 1), 50).unwrap();
    assert_eq!(design_t_test(&all, &all), None);
    assert_eq!(design_t_test(&some, &one), None);
    assert_eq!(newcombe_by_design(&some, &all, 0.95), None);
    assert!(design_t_test(&some, &all).is_some());
}

#[test]
fn the_smallest_detectable_change_is_that_of_the_specification() {
    let half = Sample {
        share: 0.5,
        effective_base: 500.0,
    };
    let change = minimum_detectable_change(half, half).unwrap();
    assert!((change - 2.8016 * 0.001_f64.sqrt()).abs() < 1e-12);
    let nobody = Sample { share: 0.0, ..half };
    assert_eq!(minimum_detectable_change(nobody, nobody), None);
}

#[test]
fn figures_that_cannot_belong_together_have_no_rest() {
    let published = |share, base| PublishedShare {
        sample: Sample {
            share,
            effective_base: base,
        },
        weighted_base: base,
    };
    // All who are safe, 100 of 1,000, cannot be 450 of a cohort of 500.
    assert_eq!(
        rest_of_total(published(0.1, 1000.0), published(0.9, 500.0)),
        None
    );
    // By rounding, the rest may come out a little under nought.
    let rest = rest_of_total(published(0.1, 1000.0), published(0.201, 500.0));
    assert_eq!(rest.map(|rest| rest.share), Some(0.0));
}
