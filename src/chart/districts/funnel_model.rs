//! The funnel before it is laid out: a dot for each area by its base, the average and its limits.

use crate::analysis::district_funnel::DistrictFunnel;
use crate::chart::geometry::count;
use crate::chart::scale;
use crate::data::Unit;
use crate::stats::funnel::FunnelPlace;
use crate::stats::rates::Level;

/// How many straight pieces a limit is drawn with.
const PIECES: usize = 120;
/// Where the narrowest sample is drawn, as a part of the widest.
const LEAST_BASE: f64 = 0.02;

/// A funnel before it is laid out; shares are in per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelModel {
    /// The average of all areas together.
    pub average: f64,
    /// The areas.
    pub dots: Vec<FunnelDot>,
    /// The 95% limits: base, lower and upper.
    pub limits_95: Vec<(f64, f64, f64)>,
    /// The 99.8% limits.
    pub limits_998: Vec<(f64, f64, f64)>,
    /// The least and the largest base that is seen.
    pub bases: (f64, f64),
    /// The least and the largest share that is seen.
    pub shares: (f64, f64),
}

/// An area in a funnel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelDot {
    /// The place of its area in the model.
    pub district: usize,
    /// Its share.
    pub share: f64,
    /// Its effective base.
    pub base: f64,
    /// Where it lies.
    pub place: FunnelPlace,
}

impl FunnelModel {
    /// The model of a funnel.
    pub fn new(funnel: &DistrictFunnel) -> Self {
        let bases = funnel.points.iter().map(|point| point.effective_base);
        let widest = bases.clone().fold(0.0, f64::max) * 1.08;
        let narrowest = bases.fold(f64::INFINITY, f64::min);
        let from = (LEAST_BASE * widest).min(0.6 * narrowest).max(1.0);
        let limits = |level: Level| -> Vec<(f64, f64, f64)> {
            let at = |piece: usize| {
                let part = f64::from(count(piece)) / f64::from(count(PIECES));
                // Closer together where the limits bend.
                let base = from + (widest - from) * part * part;
                let (lower, upper) = funnel.limits(base, level)?;
                Some((base, 100.0 * lower, 100.0 * upper))
            };
            (0..=PIECES).filter_map(at).collect()
        };
        let dots: Vec<FunnelDot> = funnel
            .points
            .iter()
            .map(|point| FunnelDot {
                district: point.district,
                share: 100.0 * point.share,
                base: point.effective_base,
                place: point.place,
            })
            .collect();
        // As much of the mouth of the funnel is seen as the narrowest sample needs.
        let mouth = funnel.limits(0.75 * narrowest, Level::Of998);
        let (low, high) = mouth.unwrap_or((funnel.target, funnel.target));
        let shares = dots.iter().map(|dot| dot.share);
        let lowest = shares.clone().fold(100.0 * low, f64::min);
        let highest = shares.fold(100.0 * high, f64::max);
        Self {
            average: 100.0 * funnel.target,
            dots,
            limits_95: limits(Level::Of95),
            limits_998: limits(Level::Of998),
            bases: (0.0, widest),
            shares: scale::vertical_bounds(Unit::Percent, lowest, highest),
        }
    }
}
