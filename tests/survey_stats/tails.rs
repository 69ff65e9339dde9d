//! Quantiles against the tails that they are quantiles of.

use bellwether::stats::distributions::{
    beta_cdf, beta_quantile, binomial_cdf, chi_squared_quantile, chi_squared_upper_tail,
    f_upper_tail, normal_cdf, normal_quantile, poisson_cdf, t_cdf, t_quantile, t_two_sided,
};
use proptest::prelude::*;

/// Any `f64`, and more often those of a sensible size.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![proptest::num::f64::ANY, -10.0..1e4, 1e4..1e12, 0.0..1.0]
}

proptest! {
    #[test]
    fn a_quantile_is_where_its_tail_says(
        p in 0.0001..0.9999,
        df in 0.5..100_000.0,
        a in 0.05..5000.0,
        b in 0.05..5000.0,
    ) {
        let z = normal_quantile(p).unwrap();
        prop_assert!((normal_cdf(z).unwrap() - p).abs() < 1e-10);
        let t = t_quantile(p, df).unwrap();
        prop_assert!((t_cdf(t, df).unwrap() - p).abs() < 1e-8, "t of {p}, {df}");
        prop_assert!(t.abs() >= z.abs() - 1e-9, "Student's tails are no lighter");
        let chi = chi_squared_quantile(p, df).unwrap();
        prop_assert!((1.0 - chi_squared_upper_tail(chi, df).unwrap() - p).abs() < 1e-8);
        let beta = beta_quantile(p, a, b).unwrap();
        // Where all of the mass lies at nought or one, no quantile has the tail.
        let within = (1e-12..=1.0 - 1e-12).contains(&beta);
        let missed = (beta_cdf(beta, a, b).unwrap() - p).abs();
        prop_assert!(!within || missed < 1e-6, "beta of {p}, {a}, {b}: {missed}");
    }

    #[test]
    fn the_middle_of_students_distribution_keeps_its_digits(
        p in 0.499..0.501,
        df in 0.5..100_000.0,
    ) {
        let t = t_quantile(p, df).unwrap();
        prop_assert!((t_cdf(t, df).unwrap() - p).abs() < 1e-8, "t of {p}, {df}");
    }

    #[test]
    fn no_argument_gives_what_is_no_number(
        x in any_number(),
        p in prop_oneof![any_number(), 0.0..=1.0],
        a in any_number(),
        b in any_number(),
        (k, n) in any::<(u64, u64)>(),
    ) {
        let found = [
            normal_quantile(p),
            normal_cdf(x),
            t_quantile(p, a),
            t_cdf(x, a),
            t_two_sided(x, a),
            chi_squared_quantile(p, a),
            chi_squared_upper_tail(x, a),
            beta_quantile(p, a, b),
            beta_cdf(x, a, b),
            f_upper_tail(x, a, b),
            poisson_cdf(k, a),
            binomial_cdf(k, n, p),
        ];
        prop_assert!(found.into_iter().flatten().all(f64::is_finite), "{found:?}");
    }

    #[test]
    fn quantiles_are_symmetric(p in 0.000_001..0.5, df in 0.5..2e6) {
        let pair = (normal_quantile(p).unwrap(), normal_quantile(1.0 - p).unwrap());
        prop_assert!((pair.0 + pair.1).abs() < 1e-8);
        let pair = (t_quantile(p, df).unwrap(), t_quantile(1.0 - p, df).unwrap());
        prop_assert!((pair.0 + pair.1).abs() < 1e-6 * pair.0.abs());
    }

    #[test]
    fn the_tails_of_f_are_those_of_t(t in 0.001..30.0, df in 1.0..5000.0) {
        let two_sided = t_two_sided(t, df).unwrap();
        prop_assert!((f_upper_tail(t * t, 1.0, df).unwrap() - two_sided).abs() < 1e-9);
    }
}

#[test]
fn student_is_continuous_where_its_quantiles_change_over() {
    for p in [0.001, 0.025, 0.9, 0.975, 0.9995] {
        let (before, after) = (t_quantile(p, 5000.0), t_quantile(p, 5_000.000_001));
        assert!((before.unwrap() - after.unwrap()).abs() < 2e-9);
    }
}

#[test]
fn arguments_out_of_range_give_nothing() {
    for p in [0.0, 1.0, -0.1, 1.1, f64::NAN] {
        assert_eq!(normal_quantile(p), None);
        assert_eq!(t_quantile(p, 10.0), None);
        assert_eq!(chi_squared_quantile(p, 3.0), None);
        assert_eq!(beta_quantile(p, 2.0, 3.0), None);
    }
    for df in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(t_quantile(0.975, df), None);
        assert_eq!(beta_quantile(0.5, df, 1.0), None);
        assert_eq!(beta_cdf(0.5, 1.0, df), None);
    }
    for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(normal_cdf(x), None);
        assert_eq!(t_cdf(x, 3.0), None);
        assert_eq!(beta_cdf(x, 2.0, 2.0), None);
        assert_eq!(chi_squared_upper_tail(x, 2.0), None);
        assert_eq!(f_upper_tail(x, 2.0, 2.0), None);
    }
    assert_eq!(poisson_cdf(1, -1.0), None);
    assert_eq!(binomial_cdf(1, 2, 1.5), None);
}
