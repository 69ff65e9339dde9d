//! Weighted shares and means with their variance and intervals.

use bellwether::stats::intervals::{IntervalMethod, mean_interval, share_interval};
use bellwether::stats::scale_means::scale_mean;
use bellwether::stats::taylor::{DesignEstimate, LonelyPsu};
use bellwether::stats::taylor_sums;
use bellwether::stats::wave::Wave;
use bellwether::stats::weighted::Sums;

use crate::cases::{self, Case, Check};
use crate::microdata::{Microdata, of_those, successes};

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[
    ("proportion", proportion),
    ("mean", mean),
    ("svyby_proportion", by_group),
    ("proportion_inline", inline),
    ("lonely_psu", lonely_psu),
];

#[test]
fn weighted_estimates_are_as_published() {
    cases::run(KINDS);
}

fn proportion(case: &Case<'_>) -> Result<(), String> {
    let data = Microdata::wave_of(case, "/wave")?;
    let answers = successes(case, &data.answers(case.text("/item")?)?);
    let answers = of_those(&answers, data.cohort(case)?);
    let wave = data.design(case)?;
    let Some(share) = wave.estimate(&answers) else {
        return case.nothing_expected();
    };
    bases(case, &share)?;
    case.close("/expected/kish_deff", share.sums.weights.design_effect())?;
    case.close("/expected/proportion", Some(share.estimate))?;
    variance(case, &share)?;
    let methods = [
        ("wilson_kish_95", IntervalMethod::WilsonKish, 0.95),
        ("wilson_kish_998", IntervalMethod::WilsonKish, 0.998),
        ("svyciprop_wilson_95", IntervalMethod::WilsonTaylor, 0.95),
        ("svyciprop_wilson_90", IntervalMethod::WilsonTaylor, 0.9),
        ("svyciprop_logit_95", IntervalMethod::Logit, 0.95),
        // R's two names for the same interval.
        ("svyciprop_xlogit_95", IntervalMethod::Logit, 0.95),
        (
            "svyciprop_beta_korn_graubard_95",
            IntervalMethod::KornGraubard,
            0.95,
        ),
        ("svyciprop_mean_95", IntervalMethod::Wald, 0.95),
    ];
    for (field, method, level) in methods {
        let interval = share_interval(&share, method, level).ok_or("no interval")?;
        let pointer = format!("/expected/{field}");
        let limits = Some((interval.lower, interval.upper));
        // Where R has no interval, ours is to be the one that is always defined, and to say so.
        match (case.at(&pointer)?.is_null(), interval.method == method) {
            (false, true) => case.close_interval(&pointer, limits)?,
            (true, false) => case.close(&pointer, None)?,
            _ => return Err(format!("{field} is made as {:?}", interval.method)),
        }
    }
    case.all_compared_but(&[])?;

    // The same from sums alone, where every respondent is a PSU.
    if case.text("/design")? == "weights_only" {
        let from_sums = taylor_sums::weights_only(share.sums, data.weighted());
        variance(case, &from_sums.ok_or("no share from sums")?)?;
    }
    Ok(())
}

fn mean(case: &Case<'_>) -> Result<(), String> {
    let data = Microdata::wave_of(case, "/wave")?;
    let answers = data.answers(case.text("/item")?)?;
    let answers = of_those(&answers, data.cohort(case)?);
    let wave = data.design(case)?;
    let Some(scale) = scale_mean(&wave, &answers, 5.0) else {
        return case.nothing_expected();
    };
    bases(case, &scale.mean)?;
    case.close("/expected/mean", Some(scale.mean.estimate))?;
    variance(case, &scale.mean)?;
    case.close_interval("/expected/t_ci_95", scale.interval)?;
    case.close("/expected/top2_box", Some(scale.top_two_box.estimate))?;
    let error = scale.top_two_box.standard_error();
    case.close("/expected/top2_box_se", Some(error))?;
    let of_answers = scale.mean.sums.variance_of_answers();
    case.close("/expected/weighted_variance_svyvar", of_answers)?;
    case.all_compared_but(&[])?;

    if case.text("/design")? == "weights_only" {
        let from_sums = taylor_sums::weights_only(scale.mean.sums, data.weighted());
        let from_sums = from_sums.ok_or("no mean from sums")?;
        variance(case, &from_sums)?;
        case.close_interval("/expected/t_ci_95", mean_interval(&from_sums, 0.95))?;
    }
    Ok(())
}

fn bases(case: &Case<'_>, estimate: &DesignEstimate) -> Result<(), String> {
    let weights = estimate.sums.weights;
    case.same("/expected/unweighted_base", weights.unweighted_base)?;
    case.close("/expected/weighted_base", Some(weights.weight))?;
    case.close("/expected/kish_n_eff", weights.effective_base())
}

fn variance(case: &Case<'_>, estimate: &DesignEstimate) -> Result<(), String> {
    let error = estimate.standard_error();
    case.close("/expected/taylor_se", Some(error))?;
    case.close("/expected/design_deff_replace", estimate.design_effect())?;
    case.same("/expected/degf", estimate.degrees_of_freedom)
}

fn by_group(case: &Case<'_>) -> Result<(), String> {
    let data = Microdata::wave_of(case, "/wave")?;
    let answers = successes(case, &data.answers(case.text("/item")?)?);
    let groups = data.column(case.text("/by")?)?;
    let wave = data.design(case)?;
    for place in 0..case.list("/expected")?.len() {
        let at = |field: &str| format!("/expected/{place}/{field}");
        let group = case.text(&at("group"))?;
        let answers = of_those(&answers, groups.iter().map(|label| label == group));
        let share = wave.estimate(&answers).ok_or("no share")?;
        let weights = share.sums.weights;
        case.same(&at("unweighted_base"), weights.unweighted_base)?;
        case.close(&at("kish_n_eff"), weights.effective_base())?;
        case.close(&at("proportion"), Some(share.estimate))?;
        case.close(&at("taylor_se"), Some(share.standard_error()))?;
        case.close(&at("cv"), share.coefficient_of_variation())?;
    }
    Ok(())
}

fn inline(case: &Case<'_>) -> Result<(), String> {
    let (answers, weights) = (case.numbers("/y")?, case.numbers("/w")?);
    let rows = weights.iter().zip(&answers);
    let rows = rows.filter_map(|(weight, answer)| Some(((*weight)?, (*answer)?)));
    let sums = Sums::of_rows(rows);
    let weights_alone = sums.weights;
    case.same("/expected/unweighted_base", weights_alone.unweighted_base)?;
    case.close("/expected/weighted_base", Some(weights_alone.weight))?;
    case.close("/expected/kish_n_eff", weights_alone.effective_base())?;
    case.close("/expected/proportion", sums.mean())?;
    // At 0% and 100%, and of one respondent, the intervals by design fall back to this one.
    let share = taylor_sums::weights_only(sums, weights_alone.unweighted_base);
    let Some(share) = share else {
        return case.nothing_expected();
    };
    let method = if share.estimate > 0.0 && share.estimate < 1.0 {
        IntervalMethod::WilsonKish
    } else {
        IntervalMethod::WilsonTaylor
    };
    let interval = share_interval(&share, method, 0.95);
    let limits = interval.map(|interval| (interval.lower, interval.upper));
    case.close_interval("/expected/wilson_kish_95", limits)?;
    case.all_compared_but(&[])
}

/// The number of a label, in the order in which labels are first met.
fn place_of(labels: &mut Vec<String>, label: String) -> usize {
    let place = labels.iter().position(|held| *held == label);
    place.unwrap_or_else(|| {
        labels.push(label);
        labels.len() - 1
    })
}

fn lonely_psu(case: &Case<'_>) -> Result<(), String> {
    let (mut weights, mut answers) = (Vec::new(), Vec::new());
    let (mut strata, mut psus) = (Vec::new(), Vec::new());
    let (mut stratum_labels, mut psu_labels) = (Vec::new(), Vec::new());
    for place in 0..case.list("/rows")?.len() {
        let at = |field: &str| format!("/rows/{place}/{field}");
        weights.push(case.number(&at("weight"))?);
        answers.push(Some(case.number(&at("y"))?));
        strata.push(place_of(&mut stratum_labels, case.label(&at("stratum"))?));
        psus.push(place_of(&mut psu_labels, case.label(&at("psu"))?));
    }
    let option = match case.text("/option")? {
        "adjust" => LonelyPsu::Adjust,
        "average" => LonelyPsu::Average,
        "certainty" => LonelyPsu::Certainty,
        "remove" => LonelyPsu::Remove,
        other => return Err(format!("an unknown option, {other}")),
    };
    let wave =
        Wave::new(&weights, Some(&strata), Some(&psus)).map_err(|error| error.to_string())?;
    let wave = wave.with_lonely_psu(option);
    let share = wave.estimate(&answers).ok_or("no share")?;
    case.close("/expected/proportion", Some(share.estimate))?;
    case.close("/expected/taylor_se", Some(share.standard_error()))?;
    case.same("/expected/degf", share.degrees_of_freedom)?;
    case.all_compared_but(&[])
}
