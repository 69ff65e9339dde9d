//! Areas in a funnel: which shares lie further from that of all areas together than chance carries samples of
//! their size (statistical specification 9.4). For shares of respondents only: recorded rates of districts
//! differ in kind, so that every one of them would be outside.

use super::districts::{DistrictsAnswer, Ranking};
use crate::data::Unit;
use crate::stats::funnel::{self, FunnelPlace, Overdispersion};
use crate::stats::rates::Level;

/// Fewer areas have no average that says anything.
const LEAST_AREAS: usize = 3;

/// Areas in a funnel, in the period in which they are ranked.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictFunnel {
    /// The share of all areas together, 0 to 1.
    pub target: f64,
    /// The areas that have a value to be shown on a known effective base.
    pub points: Vec<FunnelPoint>,
    /// How many areas have none.
    pub without_place: usize,
    /// How much more than chance sets the areas apart, where there are enough to tell.
    overdispersion: Option<Overdispersion>,
}

/// An area in a funnel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelPoint {
    /// Its place in the answer.
    pub district: usize,
    /// Its share, 0 to 1.
    pub share: f64,
    /// The effective base on which it rests.
    pub effective_base: f64,
    /// Where it lies.
    pub place: FunnelPlace,
}

impl DistrictFunnel {
    /// The funnel of an answer. `None` where its values are not shares of respondents, or too few rest on a
    /// known effective base.
    pub fn of(answer: &DistrictsAnswer) -> Option<Self> {
        let is_ranked = matches!(answer.ranking, Ranking::ByValue { .. });
        if answer.trend.measure.unit != Unit::Percent || !is_ranked {
            return None;
        }
        let areas: Vec<(usize, f64, f64)> = (0..answer.districts.len())
            .filter_map(|district| {
                let estimate = answer.ranked_value(district)?;
                estimate.interval?;
                let base = estimate.effective_base.filter(|base| *base > 0.0)?;
                Some((district, estimate.value / 100.0, base))
            })
            .collect();
        if areas.len() < LEAST_AREAS {
            return None;
        }
        let pairs: Vec<(f64, f64)> = areas
            .iter()
            .map(|(_, share, base)| (share * base, *base))
            .collect();
        let mut funnel = Self {
            target: funnel::target(&pairs)?,
            points: Vec::with_capacity(areas.len()),
            without_place: answer.districts.len() - areas.len(),
            overdispersion: Overdispersion::of_shares(&pairs)
                .filter(|found| found.between_variance > 0.0),
        };
        for (district, share, effective_base) in areas {
            let limits_95 = funnel.limits(effective_base, Level::Of95)?;
            let limits_998 = funnel.limits(effective_base, Level::Of998)?;
            funnel.points.push(FunnelPoint {
                district,
                share,
                effective_base,
                place: funnel::place(share, limits_95, limits_998),
            });
        }
        Some(funnel)
    }

    /// The limits for a share on an effective base: by the score, or wider where the areas differ by more
    /// than chance.
    pub fn limits(&self, effective_base: f64, level: Level) -> Option<(f64, f64)> {
        match &self.overdispersion {
            Some(found) => found.limits(effective_base, level.quantile()),
            None => funnel::score_limits(self.target, effective_base, level.quantile()),
        }
    }

    /// How many times as much as by chance the areas vary, where the limits allow for it.
    pub fn dispersion(&self) -> Option<f64> {
        self.overdispersion.as_ref().map(|found| found.dispersion)
    }

    /// How many areas would lie outside the 95% limits by chance alone.
    pub fn expected_outside_95(&self) -> f64 {
        funnel::expected_outside_95(self.points.len())
    }
}
