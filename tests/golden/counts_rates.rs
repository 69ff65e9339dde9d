//! Counts, rates, their change and their trend.

use bellwether::stats::counts::compare_counts;
use bellwether::stats::quasi_poisson::{monthly_trend, year_on_year};
use bellwether::stats::rates::{Level, Method, crude_rate, exact_rate};
use bellwether::stats::standardised_rates::{AgeGroup, standardised_rate};

use crate::cases::{self, Case, Check};

/// What is run of the file here and in `proportions`. The kind `wald_rate_ratio` is a reference alone: the
/// specification's interval of two counts is the exact one.
pub const KINDS: &[(&str, Check)] = &[
    ("crude_rate", crude),
    ("exact_poisson_rate", exact),
    ("two_poisson_counts", two_counts),
    ("quasi_poisson_year_on_year", years),
    ("log_linear_trend_monthly", trend),
    ("directly_standardised_rate", standardised),
];

/// R's `glm` stops once the deviance changes by less than 1e-8, and takes the dispersion from the weights
/// of the step before: up to 1.7e-8 from where the steps lead (`quasi_poisson_yoy_3`, `log_linear_trend_1`;
/// following R's steps to that point gives its dispersions to 14 digits). The program goes all the way.
const R_STOPS: f64 = 1e-7;

#[test]
fn counts_and_rates_are_as_published() {
    cases::run(KINDS);
}

fn crude(case: &Case<'_>) -> Result<(), String> {
    let (count, population) = (case.number("/count")?, case.number("/population")?);
    let per = case.number("/multiplier")?;
    let of_95 =
        crude_rate(count, Some(population), per, Level::Of95).map_err(|error| error.to_string())?;
    case.close("/expected/rate", Some(of_95.rate))?;
    case.close("/expected/lower_95", Some(of_95.lower))?;
    case.close("/expected/upper_95", Some(of_95.upper))?;
    let of_998 = crude_rate(count, Some(population), per, Level::Of998)
        .map_err(|error| error.to_string())?;
    case.close("/expected/lower_998", Some(of_998.lower))?;
    case.close("/expected/upper_998", Some(of_998.upper))?;
    let method = match of_95.method {
        Method::Byar => "Byars",
        Method::Exact => "Exact",
    };
    case.same("/expected/method", method)
}

fn exact(case: &Case<'_>) -> Result<(), String> {
    let (count, population) = (case.number("/count")?, case.number("/population")?);
    let per = case.number("/multiplier")?;
    let rate =
        exact_rate(count, Some(population), per, Level::Of95).map_err(|error| error.to_string())?;
    case.close("/expected/rate", Some(rate.rate))?;
    case.close("/expected/lower_95", Some(rate.lower))?;
    case.close("/expected/upper_95", Some(rate.upper))
}

fn two_counts(case: &Case<'_>) -> Result<(), String> {
    let (earlier, later) = (case.number("/count1")?, case.number("/count2")?);
    let exposures = (case.number("/exposure1")?, case.number("/exposure2")?);
    let change = compare_counts(earlier, later, exposures.0, exposures.1);
    let ratio = change.and_then(|change| change.rate_ratio);
    case.close("/expected/rate_ratio", ratio)?;
    case.close("/expected/ci_95/0", change.map(|change| change.lower))?;
    case.close("/expected/ci_95/1", change.and_then(|change| change.upper))?;
    case.close("/expected/p_central", change.map(|change| change.p_central))?;
    case.close("/expected/p_minlike", change.map(|change| change.p_minlike))?;
    // Of two counts of nought the file gives one change, null, in place of two.
    if change.is_none() {
        return case.close("/expected/pct_change", None);
    }
    let percent = ratio.map(|ratio| 100.0 * (ratio - 1.0));
    case.close("/expected/pct_change_rate", percent)
}

fn years(case: &Case<'_>) -> Result<(), String> {
    let (earlier, later) = (numbers(case, "/year1")?, numbers(case, "/year2")?);
    let months: Vec<(f64, f64)> = earlier.into_iter().zip(later).collect();
    let change = year_on_year(&months).ok_or("no comparison")?;
    within(case, "/expected/dispersion", change.dispersion, R_STOPS)?;
    case.close("/expected/df", Some(change.degrees_of_freedom))?;
    case.close("/expected/log_ratio", Some(change.log_ratio))?;
    let by_chance = Some(change.poisson_standard_error);
    case.close("/expected/poisson_se", by_chance)?;
    case.close("/expected/pct_change", Some(change.percent))?;
    if case.number("/expected/dispersion")? < 1.0 {
        // The file goes on with less than chance where the program takes chance.
        return case.close("/expected/poisson_se", Some(change.standard_error));
    }
    within(case, "/expected/se", change.standard_error, R_STOPS)?;
    within(case, "/expected/t", change.statistic, R_STOPS)?;
    within(case, "/expected/p", change.p_value, R_STOPS)?;
    let (lower, upper) = change.percent_interval;
    within(case, "/expected/pct_change_ci_95/0", lower, R_STOPS)?;
    within(
        case,
        "/expected/pct_change_ci_95/1",
        upper.ok_or("no limit")?,
        R_STOPS,
    )
}

fn trend(case: &Case<'_>) -> Result<(), String> {
    let series: Vec<Option<f64>> = numbers(case, "/series")?.into_iter().map(Some).collect();
    let trend = monthly_trend(&series).map_err(|error| error.to_string())?;
    case.close("/expected/slope_per_month", Some(trend.slope_per_month))?;
    within(case, "/expected/se", trend.standard_error, R_STOPS)?;
    within(case, "/expected/dispersion", trend.dispersion, R_STOPS)?;
    case.close("/expected/df", Some(trend.degrees_of_freedom))?;
    within(case, "/expected/p", trend.p_value, R_STOPS)?;
    case.close("/expected/annual_pct_change", Some(trend.annual_percent))?;
    let (lower, upper) = trend.annual_percent_interval;
    within(case, "/expected/annual_pct_change_ci_95/0", lower, R_STOPS)?;
    within(
        case,
        "/expected/annual_pct_change_ci_95/1",
        upper.ok_or("no limit")?,
        R_STOPS,
    )
}

fn standardised(case: &Case<'_>) -> Result<(), String> {
    let counts = numbers(case, "/count")?;
    let populations = numbers(case, "/population")?;
    let standards = numbers(case, "/standard_population")?;
    let groups = counts.iter().zip(&populations).zip(&standards);
    let group = |((count, population), standard): ((&f64, &f64), &f64)| AgeGroup {
        count: *count,
        population: *population,
        standard: *standard,
    };
    let groups: Vec<AgeGroup> = groups.map(group).collect();
    let rate = standardised_rate(&groups, case.number("/multiplier")?)
        .map_err(|error| error.to_string())?;
    case.close("/expected/crude", Some(rate.crude))?;
    case.close("/expected/dsr", Some(rate.rate))?;
    case.close("/expected/phe_dsr", Some(rate.rate))?;
    pair(case, "/expected/phe_dobson_ci_95", rate.dobson)?;
    pair(case, "/expected/fay_feuer_ci_95", rate.fay_feuer)
}

pub fn numbers(case: &Case<'_>, at: &str) -> Result<Vec<f64>, String> {
    serde_json::from_value(case.at(at)?.clone()).map_err(|error| format!("{at}: {error}"))
}

pub fn pair(case: &Case<'_>, at: &str, found: (f64, f64)) -> Result<(), String> {
    case.close(&format!("{at}/0"), Some(found.0))?;
    case.close(&format!("{at}/1"), Some(found.1))
}

/// Compares a number where the file's tolerance is not the one that holds.
pub fn within(case: &Case<'_>, at: &str, found: f64, relative: f64) -> Result<(), String> {
    let expected = case.number(at)?;
    if (found - expected).abs() <= (relative * expected.abs()).max(1e-10) {
        Ok(())
    } else {
        Err(format!("{at} is {found}, not {expected}"))
    }
}
