//! Proportions on an effective base, pairs of counts, and the rule on small bases.

use bellwether::stats::base_policy::{self, BaseTreatment};
use bellwether::stats::change::relative_change_percent;
use bellwether::stats::comparisons::unpooled_standard_error;
use bellwether::stats::counts::exact_two_counts;
use bellwether::stats::proportions::{Sample, newcombe_interval, newcombe_interval_at, pooled_z};

use crate::cases::{self, Case, Check};

/// The 99.5% quantile of the normal distribution.
const Z_99: f64 = 2.575_829_303_548_901;

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[
    ("two_proportions", two_proportions),
    ("two_poisson_counts", two_counts),
    ("policy", small_bases),
];

#[test]
fn proportions_and_counts_are_as_published() {
    cases::run(KINDS);
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
    case.close_interval("/expected/newcombe_95", newcombe_interval(earlier, later))?;
    let wider = newcombe_interval_at(earlier, later, Z_99);
    case.close_interval("/expected/newcombe_99", wider)?;
    let error = unpooled_standard_error(earlier, later);
    case.close("/expected/unpooled_se", error)?;
    case.all_compared_but(&[])
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
