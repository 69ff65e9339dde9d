//! The ranking before it is laid out: a bar for each area, the mean of the peers, the quarters.

use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::chart::point::{self, GapReason};
use crate::chart::wording::{district_ranking as words, districts as wording};
use crate::project::DistrictsSpec;
use crate::stats::ranks;

/// With fewer ranked areas quarters say nothing.
const LEAST_FOR_QUARTERS: usize = 8;

/// A ranking before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingModel {
    /// The bars: the ranked areas in their order, then those without a value to be shown.
    pub bars: Vec<BarModel>,
    /// The mean of the peers, with what the line at it is called.
    pub mean: Option<(f64, String)>,
}

/// A bar of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct BarModel {
    /// The place of its area in the model.
    pub district: usize,
    /// The value, or why there is none to be shown.
    pub value: Result<f64, GapReason>,
    /// The value as printed, or the mark of why there is none.
    pub printed: String,
    /// The 95% interval.
    pub interval: Option<(f64, f64)>,
    /// The rank in words; empty where there is none.
    pub rank: String,
    /// The quarter of the values in which it lies, 0 for the lowest; `None` where there are too few.
    pub quarter: Option<usize>,
}

impl RankingModel {
    /// The ranking of an answer; `None` where nothing is ranked.
    pub fn new(answer: &DistrictsAnswer, own: Option<usize>, spec: &DistrictsSpec) -> Option<Self> {
        let Ranking::ByValue { period, .. } = answer.ranking else {
            return None;
        };
        let unit = answer.trend.measure.unit;
        let mut bars: Vec<BarModel> = answer
            .lines()
            .zip(&answer.districts)
            .enumerate()
            .map(|(district, (line, held))| {
                let shown = match line.points.get(period) {
                    Some(Some(held)) => point::shown(&held.outcome, unit),
                    _ => Err(GapReason::NotAvailable),
                };
                let interval = shown.ok().and_then(|estimate| estimate.interval);
                BarModel {
                    district,
                    value: shown.map(|estimate| estimate.value),
                    printed: match shown {
                        Ok(estimate) => unit.format(estimate.value),
                        Err(reason) => reason.mark().to_owned(),
                    },
                    interval: interval.map(|interval| (interval.lower, interval.upper)),
                    rank: held
                        .rank
                        .map_or_else(String::new, |rank| wording::rank_words(&rank)),
                    quarter: None,
                }
            })
            .collect();
        let values: Vec<f64> = bars.iter().filter_map(|bar| bar.value.ok()).collect();
        if values.len() >= LEAST_FOR_QUARTERS
            && let Some(quarters) = ranks::quarters(&values)
        {
            let mut quarters = quarters.into_iter();
            for bar in bars.iter_mut().filter(|bar| bar.value.is_ok()) {
                bar.quarter = quarters.next().map(|quarter| quarter.saturating_sub(1));
            }
        }
        let mean = answer.peers_mean(own).map(|mean| {
            let name = words::mean_line(&mean, answer, spec.weighted_mean);
            (mean.wanted(spec.weighted_mean), name)
        });
        Some(Self { bars, mean })
    }
}
