//! Proportions on an effective base, pairs of counts, and the rule on small bases.

use bellwether::stats::base_policy::{self, BaseTreatment};
use bellwether::stats::change::relative_change_percent;
use bellwether::stats::counts::exact_two_counts;
use bellwether::stats::proportions::{
    Sample, Z_95, newcombe_interval, newcombe_interval_at, pooled_z, wilson_interval,
};

use crate::cases::{self, Case};

/// The 99.5% and 99.9% quantiles of the normal distribution.
const Z_99: f64 = 2.575_829_303_548_901;
const Z_998: f64 = 3.090_232_306_167_813;

#[test]
fn proportions_and_counts_are_as_published() {
    cases::run(&[
        ("two_proportions", two_proportions),
        ("wave_change_microdata", kernel_of_waves),
        ("proportion", wilson),
        ("proportion_inline", wilson),
        ("two_poisson_counts", two_counts),
        ("policy", small_bases),
    ]);
}

fn sample(case: &Case<'_>, share: &str, base: &str) -> Result<Sample, String> {
    Ok(Sample {
        share: case.number(share)?,
        effective_base: case.number(base)?,
    })
}

fn two_proportions(case: &Case<'_>) -> Result<(), String> {
    let earlier = sample(case, "/p1", "/n_eff1")?;
    let later = sample(case, "/p2", "/n_eff2")?;
    let test = pooled_z(earlier, later);
    case.close("/expected/difference", Some(later.share - earlier.share))?;
    case.close("/expected/pooled_z", test.map(|test| test.z))?;
    case.close(
        "/expected/pooled_p_two_sided",
        test.map(|test| test.p_value),
    )?;
    interval(
        case,
        "/expected/newcombe_95",
        newcombe_interval(earlier, later),
    )?;
    let wider = newcombe_interval_at(earlier, later, Z_99);
    interval(case, "/expected/newcombe_99", wider)
}

/// The tests on Kish's effective bases, which need no respondents.
fn kernel_of_waves(case: &Case<'_>) -> Result<(), String> {
    let earlier = sample(case, "/expected/p1", "/expected/n_eff1")?;
    let later = sample(case, "/expected/p2", "/expected/n_eff2")?;
    let test = pooled_z(earlier, later);
    case.close("/expected/kish_pooled_z", test.map(|test| test.z))?;
    case.close("/expected/kish_pooled_p", test.map(|test| test.p_value))?;
    let newcombe = newcombe_interval(earlier, later);
    interval(case, "/expected/kish_newcombe_95", newcombe)
}

fn wilson(case: &Case<'_>) -> Result<(), String> {
    let whole = sample(case, "/expected/proportion", "/expected/kish_n_eff")?;
    let of_95 = wilson_interval(whole, Z_95);
    interval(case, "/expected/wilson_kish_95", of_95)?;
    if case.at("/expected/wilson_kish_998").is_ok() {
        let of_998 = wilson_interval(whole, Z_998);
        interval(case, "/expected/wilson_kish_998", of_998)?;
    }
    Ok(())
}

fn two_counts(case: &Case<'_>) -> Result<(), String> {
    let (earlier, later) = (case.number("/count1")?, case.number("/count2")?);
    let exposures = (case.number("/exposure1")?, case.number("/exposure2")?);
    let p_value = exact_two_counts(earlier, later, exposures.0, exposures.1);
    case.close("/expected/p_central", p_value)?;
    // Of two counts of nought the file gives no change at all.
    if case.at("/expected/pct_change_count").is_err() {
        return Ok(());
    }
    let change = relative_change_percent(earlier, later);
    case.close("/expected/pct_change_count", change)
}

fn small_bases(case: &Case<'_>) -> Result<(), String> {
    let bases = case.at("/unweighted_bases")?.as_array();
    let treatments: Vec<&str> = bases
        .ok_or("no list of bases")?
        .iter()
        .map(|base| match base_policy::treatment(base.as_f64(), None) {
            BaseTreatment::Withheld => "suppress",
            BaseTreatment::LowBase => "low_base",
            BaseTreatment::Ordinary => "ok",
        })
        .collect();
    case.same("/expected", treatments)
}

fn interval(case: &Case<'_>, at: &str, found: Option<(f64, f64)>) -> Result<(), String> {
    case.close(&format!("{at}/0"), found.map(|limits| limits.0))?;
    case.close(&format!("{at}/1"), found.map(|limits| limits.1))
}
