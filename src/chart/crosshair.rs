//! One period marked in all small charts at once, with the value of each.

use super::districts::DistrictsModel;
use super::point::PointModel;
use super::trend_model::Look;

/// A period, and what every small chart has in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosshair {
    /// Its horizontal place: months since the beginning of the calendar, at the period's end.
    pub x: f64,
    /// The period in words.
    pub period: String,
    /// What stands there, by the places of the marks.
    pub values: Vec<CrosshairValue>,
    /// The places of the periods before and after it.
    pub beside: [Option<f64>; 2],
}

/// What one small chart has in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct CrosshairValue {
    /// Whose it is.
    pub name: String,
    /// The value in the measure's unit, where there is one that may be shown.
    pub value: Option<f64>,
    /// The value in words, or why there is none.
    pub words: String,
}

impl Crosshair {
    /// The period nearest to a horizontal place, on every small chart; `None` where there is no period.
    pub(super) fn near(model: &DistrictsModel, x: f64) -> Option<Self> {
        let periods = &model.districts.first()?.chart.periods;
        let away = |(_, held): &(usize, &super::trend_model::PeriodModel)| (held.x - x).abs();
        let (place, period) = periods
            .iter()
            .enumerate()
            .min_by(|one, other| away(one).total_cmp(&away(other)))?;
        let values = model.districts.iter().map(|district| {
            let name = district.name.clone();
            let mut lines = district.chart.series.iter();
            let own = lines.find(|line| matches!(line.look, Look::Category(_)));
            match own.and_then(|line| line.points.get(place)) {
                Some(PointModel::Value(point)) => CrosshairValue {
                    name,
                    value: Some(point.value),
                    words: model.unit.format(point.value),
                },
                Some(PointModel::Gap(reason)) => CrosshairValue {
                    name,
                    value: None,
                    words: reason.words().to_owned(),
                },
                Some(PointModel::Absent) | None => CrosshairValue {
                    name,
                    value: None,
                    words: String::from("no value"),
                },
            }
        });
        Some(Self {
            x: period.x,
            period: period.label.clone(),
            values: values.collect(),
            beside: [place.checked_sub(1), place.checked_add(1)]
                .map(|place| Some(periods.get(place?)?.x)),
        })
    }
}
