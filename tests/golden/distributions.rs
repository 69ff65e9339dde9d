//! Quantiles and tails of distributions.

use bellwether::stats::distributions::{
    beta_cdf, beta_quantile, binomial_cdf, chi_squared_quantile, chi_squared_upper_tail,
    f_upper_tail, normal_cdf, normal_quantile, poisson_cdf, t_cdf, t_quantile,
};

use crate::cases::{self, Case, Check};

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[
    ("normal_quantile", |case| {
        case.close("/expected", normal_quantile(argument(case, "p")?))
    }),
    ("normal_cdf", |case| {
        case.close("/expected", normal_cdf(argument(case, "x")?))
    }),
    ("t_quantile", |case| {
        let found = t_quantile(argument(case, "p")?, argument(case, "df")?);
        case.close("/expected", found)
    }),
    ("t_cdf", |case| {
        let found = t_cdf(argument(case, "x")?, argument(case, "df")?);
        case.close("/expected", found)
    }),
    ("chisq_quantile", |case| {
        let found = chi_squared_quantile(argument(case, "p")?, argument(case, "df")?);
        case.close("/expected", found)
    }),
    ("chisq_sf", |case| {
        let found = chi_squared_upper_tail(argument(case, "x")?, argument(case, "df")?);
        case.close("/expected", found)
    }),
    ("beta_quantile", |case| {
        let p = argument(case, "p")?;
        let found = beta_quantile(p, argument(case, "a")?, argument(case, "b")?);
        case.close("/expected", found)
    }),
    ("beta_cdf", |case| {
        let x = argument(case, "x")?;
        let found = beta_cdf(x, argument(case, "a")?, argument(case, "b")?);
        case.close("/expected", found)
    }),
    ("f_sf", |case| {
        let x = argument(case, "x")?;
        let found = f_upper_tail(x, argument(case, "df1")?, argument(case, "df2")?);
        case.close("/expected", found)
    }),
    ("poisson_cdf", |case| {
        let found = poisson_cdf(whole(case, "k")?, argument(case, "mean")?);
        case.close("/expected", found)
    }),
    ("binomial_cdf", |case| {
        let found = binomial_cdf(whole(case, "k")?, whole(case, "n")?, argument(case, "p")?);
        case.close("/expected", found)
    }),
];

#[test]
fn distributions_are_as_published() {
    cases::run(KINDS);
}

fn argument(case: &Case<'_>, name: &str) -> Result<f64, String> {
    case.number(&format!("/args/{name}"))
}

fn whole(case: &Case<'_>, name: &str) -> Result<u64, String> {
    let number = case.at(&format!("/args/{name}"))?.as_u64();
    number.ok_or_else(|| format!("{name} is not a whole number"))
}
