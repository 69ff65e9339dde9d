//! Funnels, ranks and shrunken values.

use bellwether::stats::funnel::{
    self, FunnelPlace, Overdispersion, exact_rate_limits, exact_share_limits, score_limits,
};
use bellwether::stats::peers::{mean_of_all, mean_of_others};
use bellwether::stats::quantiles::quantile;
use bellwether::stats::ranks::{Rank, RankFrom, competition_ranks, quarters};
use bellwether::stats::rates::{Level, crude_rate, exact_limits};
use bellwether::stats::shrinkage::{BetweenVariance, GroupValue, shrink};

use crate::cases::{self, Case, Check};
use crate::counts_rates::{numbers, pair, within};

/// What is run of the file. Of the shrinkage, `REML` and `I2` are references alone: the specification
/// takes Paule and Mandel's variance, or that of `DerSimonian` and Laird.
pub const KINDS: &[(&str, Check)] = &[
    ("funnel_proportion", shares),
    ("funnel_rate", rates),
    ("funnel_overdispersed_proportion", overdispersed_shares),
    ("funnel_overdispersed_ratio", overdispersed_ratios),
    ("empirical_bayes_shrinkage", shrinkage),
    ("rank", ranks),
];

/// The file's limits of overdispersed funnels stand on these, rounded.
const QUANTILES: [(&str, f64); 2] = [("95", 1.959_964), ("998", 3.090_232)];

#[test]
fn funnels_and_ranks_are_as_published() {
    cases::run(KINDS);
}

fn shares(case: &Case<'_>) -> Result<(), String> {
    let areas = areas(case, "/numerator", "/denominator")?;
    let target = funnel::target(&areas).ok_or("no target")?;
    case.close("/expected/target", Some(target))?;
    let bases: Vec<u64> = serde_json::from_value(case.at("/denominator")?.clone())
        .map_err(|error| error.to_string())?;
    for (index, ((numerator, base), whole)) in areas.iter().zip(bases).enumerate() {
        let score = |level: Level| {
            let limits = score_limits(target, *base, level.quantile());
            limits.ok_or("no limits")
        };
        for (name, level) in [("95", Level::Of95), ("998", Level::Of998)] {
            let score = score(level)?;
            pair(
                case,
                &format!("/expected/normal_limits_{name}/{index}"),
                score,
            )?;
            pair(
                case,
                &format!("/expected/phe_wilson_limits_{name}/{index}"),
                score,
            )?;
            let exact = exact_share_limits(target, whole, level).ok_or("no limits")?;
            pair(
                case,
                &format!("/expected/exact_interpolated_{name}/{index}"),
                exact,
            )?;
        }
        let place = match funnel::place(numerator / base, score(Level::Of95)?, score(Level::Of998)?)
        {
            FunnelPlace::Within => "Not significant",
            FunnelPlace::PossiblyLower => "Low (0.025)",
            FunnelPlace::PossiblyHigher => "High (0.025)",
            FunnelPlace::Lower => "Low (0.001)",
            FunnelPlace::Higher => "High (0.001)",
        };
        case.same(&format!("/expected/phe_significance/{index}"), place)?;
    }
    Ok(())
}

fn rates(case: &Case<'_>) -> Result<(), String> {
    let areas = areas(case, "/count", "/population")?;
    let per = case.number("/multiplier")?;
    let target = funnel::target(&areas).ok_or("no target")?;
    case.close("/expected/target", Some(target * per))?;
    for (index, (count, population)) in areas.iter().enumerate() {
        for (name, level) in [("95", Level::Of95), ("998", Level::Of998)] {
            let (lower, upper) =
                exact_rate_limits(target, *population, level).ok_or("no limits")?;
            pair(
                case,
                &format!("/expected/exact_{name}/{index}"),
                (lower * per, upper * per),
            )?;
        }
        let own = crude_rate(*count, Some(*population), per, Level::Of95);
        let own = own.map_err(|error| error.to_string())?;
        let at = format!("/expected/byar_ci_95_of_each_area/{index}");
        pair(case, &at, (own.lower, own.upper))?;
    }
    Ok(())
}

fn overdispersed_shares(case: &Case<'_>) -> Result<(), String> {
    let areas = areas(case, "/numerator", "/denominator")?;
    case.close("/expected/target", funnel::target(&areas))?;
    let funnel = Overdispersion::of_shares(&areas).ok_or("no overdispersion")?;
    let mut bases: Vec<f64> = areas.iter().map(|(_, base)| *base).collect();
    bases.sort_by(f64::total_cmp);
    list(case, "/expected/denominators_sorted", &bases)?;
    overdispersion(case, &funnel)?;
    for (name, quantile) in QUANTILES {
        let chance = |base: &f64| funnel.limits_of_chance(*base, quantile);
        limits(case, ["ll", "ul"], name, &bases, chance)?;
        let wider = |base: &f64| funnel.limits(*base, quantile);
        limits(case, ["od_ll", "od_ul"], name, &bases, wider)?;
    }
    Ok(())
}

fn overdispersed_ratios(case: &Case<'_>) -> Result<(), String> {
    let areas = areas(case, "/observed", "/expected_counts")?;
    let funnel = Overdispersion::of_ratios(&areas).ok_or("no overdispersion")?;
    overdispersion(case, &funnel)?;
    let counts: Vec<f64> = areas.iter().map(|(_, expected)| *expected).collect();
    for ((name, quantile), level) in QUANTILES.into_iter().zip([Level::Of95, Level::Of998]) {
        let wider = |expected: &f64| funnel.limits(*expected, quantile);
        limits(case, ["od_ll", "od_ul"], name, &counts, wider)?;
        let chance = |expected: &f64| {
            let (lower, upper) = exact_limits(*expected, level)?;
            Some((lower / expected, upper / expected))
        };
        limits(case, ["ll", "ul"], name, &counts, chance)?;
    }
    Ok(())
}

fn overdispersion(case: &Case<'_>, funnel: &Overdispersion) -> Result<(), String> {
    list(case, "/expected/uz", &funnel.z)?;
    list(case, "/expected/winsorised_z", &funnel.winsorised_z)?;
    case.close("/expected/phi", Some(funnel.dispersion))?;
    case.close("/expected/tau2", Some(funnel.between_variance))
}

fn limits(
    case: &Case<'_>,
    [lower, upper]: [&str; 2],
    name: &str,
    bases: &[f64],
    limits: impl Fn(&f64) -> Option<(f64, f64)>,
) -> Result<(), String> {
    let limits: Option<Vec<(f64, f64)>> = bases.iter().map(limits).collect();
    let (lowers, uppers): (Vec<f64>, Vec<f64>) = limits.ok_or("no limits")?.into_iter().unzip();
    list(case, &format!("/expected/{lower}{name}"), &lowers)?;
    list(case, &format!("/expected/{upper}{name}"), &uppers)
}

fn shrinkage(case: &Case<'_>) -> Result<(), String> {
    let shares = areas(case, "/proportion", "/n_eff")?;
    let groups = shares
        .iter()
        .map(|(share, base)| GroupValue::of_share(*share, *base));
    let groups: Vec<GroupValue> = groups.collect::<Option<_>>().ok_or("no groups")?;
    let variances: Vec<f64> = groups.iter().map(|group| group.variance).collect();
    list(case, "/variance", &variances)?;
    // metafor stops looking for the root early, which what follows from it inherits.
    let methods = [
        ("DL", BetweenVariance::DerSimonianLaird, 1e-8),
        ("PM", BetweenVariance::PauleMandel, 1e-5),
    ];
    for (name, method, relative) in methods {
        let found = shrink(&groups, method).ok_or("no shrinkage")?;
        let at = |field: &str| format!("/expected/{name}/{field}");
        within(case, &at("tau2"), found.between_variance, relative)?;
        within(case, &at("mu"), found.mean, relative)?;
        within(case, &at("mu_se"), found.mean_standard_error, relative)?;
        within(case, &at("Q"), found.q, 1e-8)?;
        within(case, &at("Q_p"), found.q_p_value, 1e-8)?;
        for (index, group) in found.groups.iter().enumerate() {
            within(case, &at(&format!("blup/{index}")), group.value, relative)?;
            let error = group.standard_error;
            within(case, &at(&format!("blup_se/{index}")), error, relative)?;
        }
    }
    Ok(())
}

fn ranks(case: &Case<'_>) -> Result<(), String> {
    let values = numbers(case, "/values")?;
    let places = |from| {
        let ranks = competition_ranks(&values, from).unwrap_or_default();
        ranks
            .iter()
            .map(|rank: &Rank| rank.place)
            .collect::<Vec<_>>()
    };
    case.same("/expected/rank_low_is_1", places(RankFrom::Lowest))?;
    case.same("/expected/rank_high_is_1", places(RankFrom::Highest))?;
    case.same("/expected/n", values.len())?;
    case.same("/expected/quartile_low_is_1", quarters(&values))?;
    let others = mean_of_others(&values, 0);
    case.close("/expected/peer_mean_excluding_first", others)?;
    case.close("/expected/peer_mean_including_first", mean_of_all(&values))?;
    case.close("/expected/median", quantile(&values, 0.5))
}

fn areas(case: &Case<'_>, first: &str, second: &str) -> Result<Vec<(f64, f64)>, String> {
    let (first, second) = (numbers(case, first)?, numbers(case, second)?);
    Ok(first.into_iter().zip(second).collect())
}

fn list(case: &Case<'_>, at: &str, found: &[f64]) -> Result<(), String> {
    let expected = numbers(case, at)?;
    if expected.len() != found.len() {
        return Err(format!(
            "{at} has {} numbers, not {}",
            expected.len(),
            found.len()
        ));
    }
    let mut found = found.iter().enumerate();
    found.try_for_each(|(index, found)| case.close(&format!("{at}/{index}"), Some(*found)))
}
