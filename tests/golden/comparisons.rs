//! Differences between waves, cohorts and columns.

use bellwether::stats::column_letters::compare_columns;
use bellwether::stats::comparisons::{
    contrast_test, design_t_test, difference_in_differences, from_rest_to_total,
};
use bellwether::stats::multiplicity::{Adjustment, adjusted};
use bellwether::stats::proportions::{Sample, newcombe_interval, pooled_z};
use bellwether::stats::taylor::{Contrast, DesignEstimate};
use serde_json::Value;

use crate::cases::{self, Case, Check};
use crate::microdata::{Microdata, of_those};

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[
    ("wave_change_microdata", change_of_share),
    ("wave_change_mean", change_of_mean),
    ("part_whole", part_and_whole),
    ("difference_in_differences", gap_of_waves),
    ("rolling_overlap", rolling),
    ("column_letters", letters),
    ("p_adjust", adjustments),
];

#[test]
fn comparisons_are_as_published() {
    cases::run(KINDS);
}

fn estimate(case: &Case<'_>, wave: &str) -> Result<DesignEstimate, String> {
    let data = Microdata::wave_of(case, wave)?;
    let answers = data.answers(case.text("/item")?)?;
    let answers = of_those(&answers, data.cohort(case)?);
    let estimate = data.design(case)?.estimate(&answers);
    estimate.ok_or_else(|| "no estimate".to_owned())
}

fn sample(estimate: &DesignEstimate) -> Result<Sample, String> {
    let sample = estimate.sums.sample();
    sample.ok_or_else(|| "no sample".to_owned())
}

fn change_of_share(case: &Case<'_>) -> Result<(), String> {
    let (earlier, later) = (estimate(case, "/wave1")?, estimate(case, "/wave2")?);
    for (number, wave) in [(1, &earlier), (2, &later)] {
        let weights = wave.sums.weights;
        let base = weights.unweighted_base;
        case.close(&format!("/expected/p{number}"), Some(wave.estimate))?;
        case.same(&format!("/expected/base{number}"), base)?;
        case.close(
            &format!("/expected/n_eff{number}"),
            weights.effective_base(),
        )?;
    }
    let test = design_t_test(&earlier, &later).ok_or("no test")?;
    case.close("/expected/difference", Some(test.difference))?;
    let error = Some(test.standard_error);
    case.close("/expected/taylor_se_separate_designs", error)?;
    case.close("/expected/svycontrast_difference", Some(test.difference))?;
    case.close("/expected/svycontrast_se", error)?;
    case.close("/expected/t_df", test.degrees_of_freedom)?;
    case.close("/expected/t_stat", Some(test.statistic))?;
    case.close("/expected/t_p_two_sided", Some(test.p_value))?;

    let (earlier, later) = (sample(&earlier)?, sample(&later)?);
    let test = pooled_z(earlier, later);
    case.close("/expected/kish_pooled_z", test.map(|test| test.z))?;
    case.close("/expected/kish_pooled_p", test.map(|test| test.p_value))?;
    let newcombe = newcombe_interval(earlier, later);
    case.close_interval("/expected/kish_newcombe_95", newcombe)?;
    case.all_compared_but(&[])
}

fn change_of_mean(case: &Case<'_>) -> Result<(), String> {
    let (earlier, later) = (estimate(case, "/wave1")?, estimate(case, "/wave2")?);
    case.close("/expected/mean1", Some(earlier.estimate))?;
    case.close("/expected/mean2", Some(later.estimate))?;
    case.same("/expected/base1", earlier.sums.weights.unweighted_base)?;
    case.same("/expected/base2", later.sums.weights.unweighted_base)?;
    let test = design_t_test(&earlier, &later).ok_or("no test")?;
    case.close("/expected/difference", Some(test.difference))?;
    case.close("/expected/se", Some(test.standard_error))?;
    case.close("/expected/t_df", test.degrees_of_freedom)?;
    case.close("/expected/t_stat", Some(test.statistic))?;
    case.close("/expected/t_p_two_sided", Some(test.p_value))?;
    case.close_interval("/expected/t_ci_95", test.interval(0.95))?;
    case.all_compared_but(&[])
}

fn part_and_whole(case: &Case<'_>) -> Result<(), String> {
    let data = Microdata::wave_of(case, "/wave")?;
    let answers = data.answers(case.text("/item")?)?;
    let cohort = data.cohort(case)?;
    let wave = data.design(case)?;
    let linearised = |answers: &[Option<f64>]| wave.linearised(answers).ok_or("no estimate");
    let total = linearised(&answers)?;
    let rest = linearised(&of_those(&answers, cohort.iter().map(|inside| !inside)))?;
    let cohort = linearised(&of_those(&answers, cohort))?;
    let share = cohort.sums.weights.weight / total.sums.weights.weight;
    case.close("/expected/weighted_share_of_total", Some(share))?;
    for (name, of) in [("cohort", &cohort), ("rest", &rest), ("total", &total)] {
        case.close(&format!("/expected/p_{name}"), Some(of.estimate))?;
        let base = of.sums.weights.effective_base();
        case.close(&format!("/expected/n_eff_{name}"), base)?;
    }
    let from_rest = wave
        .design()
        .contrast(&rest, &cohort)
        .ok_or("no contrast")?;
    case.close("/expected/diff_vs_rest", Some(from_rest.difference))?;
    let error = Some(from_rest.standard_error());
    case.close("/expected/se_vs_rest_linearised", error)?;
    let from_total = wave
        .design()
        .contrast(&total, &cohort)
        .ok_or("no contrast")?;
    let error = Some(from_total.standard_error());
    case.close("/expected/se_vs_total_linearised", error)?;
    case.close("/expected/diff_vs_total", Some(from_total.difference))?;
    let scaled = from_rest_to_total(from_rest.difference, share);
    case.close("/expected/diff_vs_total", Some(scaled))?;

    let samples = rest.sums.sample().zip(cohort.sums.sample());
    let (rest, cohort) = samples.ok_or("no samples")?;
    let test = pooled_z(rest, cohort);
    case.close("/expected/kish_pooled_z_vs_rest", test.map(|test| test.z))?;
    let p_value = test.map(|test| test.p_value);
    case.close("/expected/kish_pooled_p_vs_rest", p_value)?;
    let newcombe = newcombe_interval(rest, cohort);
    case.close_interval("/expected/kish_newcombe_vs_rest_95", newcombe)?;
    case.all_compared_but(&[])
}

fn gap_of_waves(case: &Case<'_>) -> Result<(), String> {
    let gap = |wave: &str| -> Result<Contrast, String> {
        let data = Microdata::wave_of(case, wave)?;
        let answers = data.answers(case.text("/item")?)?;
        let cohort = data.cohort(case)?;
        let wave = data.design(case)?;
        let rest = of_those(&answers, cohort.iter().map(|inside| !inside));
        let (rest, cohort) = (
            wave.linearised(&rest),
            wave.linearised(&of_those(&answers, cohort)),
        );
        let contrast = wave
            .design()
            .contrast(&rest.ok_or("no rest")?, &cohort.ok_or("no cohort")?);
        contrast.ok_or_else(|| "no contrast".to_owned())
    };
    let test = difference_in_differences(&gap("/wave1")?, &gap("/wave2")?);
    let test = test.ok_or("no test")?;
    case.close("/expected/estimate", Some(test.difference))?;
    case.close("/expected/taylor_se", Some(test.standard_error))?;
    case.close("/expected/z", Some(test.statistic))?;
    case.close("/expected/p_normal", Some(test.p_value))?;
    case.all_compared_but(&[])
}

fn rolling(case: &Case<'_>) -> Result<(), String> {
    let quarters = |pointer: &str| -> Result<Vec<String>, String> {
        let list = case.list(pointer)?.iter();
        Ok(list.filter_map(Value::as_str).map(str::to_owned).collect())
    };
    let windows = (quarters("/window_earlier")?, quarters("/window_later")?);
    let both = windows.0.iter().chain(&windows.1);
    let both: Vec<&str> = both.map(String::as_str).collect();
    let data = Microdata::read(case, "quarter", &both)?;
    let answers = data.answers(case.text("/item")?)?;
    let quarter = data.column("quarter")?;
    // Quarters are independent strata.
    let wave = data.design_of(Some("quarter"), None)?;
    let of_window = |window: &[String]| {
        let inside = quarter.iter().map(|quarter| window.contains(quarter));
        let linearised = wave.linearised(&of_those(&answers, inside));
        linearised.ok_or_else(|| "no window".to_owned())
    };
    let (earlier, later) = (of_window(&windows.0)?, of_window(&windows.1)?);
    let error = |variance: Option<f64>| variance.map(f64::sqrt);
    let design = wave.design();
    let variances = (
        design.variance(&earlier.psu_totals),
        design.variance(&later.psu_totals),
    );
    case.close("/expected/p_earlier", Some(earlier.estimate))?;
    case.close("/expected/p_later", Some(later.estimate))?;
    case.close("/expected/se_earlier", error(variances.0))?;
    case.close("/expected/se_later", error(variances.1))?;
    let naive = variances.0.zip(variances.1).map(|(one, other)| one + other);
    case.close("/expected/se_naive_independent", error(naive))?;
    let contrast = design.contrast(&earlier, &later).ok_or("no contrast")?;
    let test = contrast_test(&contrast).ok_or("no test")?;
    case.close("/expected/difference", Some(test.difference))?;
    case.close("/expected/se_correct_linearised", Some(test.standard_error))?;
    case.close("/expected/correct_z", Some(test.statistic))?;
    let samples = earlier.sums.sample().zip(later.sums.sample());
    let naive = samples.and_then(|(earlier, later)| pooled_z(earlier, later));
    case.close("/expected/naive_kish_pooled_z", naive.map(|test| test.z))?;
    case.all_compared_but(&[])
}

fn letters(case: &Case<'_>) -> Result<(), String> {
    let bases = case.numbers("/n_eff")?;
    let alpha = case.number("/alpha")?;
    for row in 0..case.list("/column_proportions")?.len() {
        let shares = case.numbers(&format!("/column_proportions/{row}"))?;
        let columns = shares.iter().zip(&bases);
        let column = |(share, base): (&Option<f64>, &Option<f64>)| {
            Some(Sample {
                share: (*share)?,
                effective_base: (*base)?,
            })
        };
        let columns: Vec<Option<Sample>> = columns.map(column).collect();
        let at = |field: &str| format!("/expected/{row}/{field}");
        let number = case.number(&at("row"))?;
        if number.to_string() != (row + 1).to_string() {
            return Err("the rows are in another order".to_owned());
        }
        let compared = |adjustment| compare_columns(&columns, adjustment, alpha);
        let raw = compared(Adjustment::None);
        let bonferroni = compared(Adjustment::Bonferroni);
        let by_rate = compared(Adjustment::BenjaminiHochberg);
        case.same(&at("letters_none"), raw.letters)?;
        case.same(&at("letters_bonferroni"), bonferroni.letters)?;
        case.same(&at("letters_bh"), by_rate.letters)?;
        let excluded: Vec<usize> = raw.excluded.iter().map(|column| column + 1).collect();
        case.same(&at("excluded_columns"), excluded)?;
        if case.list(&at("pairs"))?.len() != by_rate.pairs.len() {
            return Err(format!("{} pairs are tested", by_rate.pairs.len()));
        }
        let pairs = by_rate.pairs.iter().zip(&bonferroni.pairs).enumerate();
        for (place, (by_rate, bonferroni)) in pairs {
            let at = |field: &str| at(&format!("pairs/{place}/{field}"));
            case.same(&at("i"), by_rate.left + 1)?;
            case.same(&at("j"), by_rate.right + 1)?;
            case.close(&at("p_raw"), Some(by_rate.p_value))?;
            case.close(&at("p_bh"), Some(by_rate.adjusted_p_value))?;
            case.close(&at("p_bonferroni"), Some(bonferroni.adjusted_p_value))?;
        }
    }
    Ok(())
}

fn adjustments(case: &Case<'_>) -> Result<(), String> {
    let p_values = case.numbers("/p")?;
    let adjustments = [
        ("BH", Adjustment::BenjaminiHochberg),
        ("bonferroni", Adjustment::Bonferroni),
        ("holm", Adjustment::Holm),
    ];
    for (field, adjustment) in adjustments {
        let found = adjusted(&p_values, adjustment);
        case.close_list(&format!("/expected/{field}"), &found)?;
    }
    case.all_compared_but(&[])
}
