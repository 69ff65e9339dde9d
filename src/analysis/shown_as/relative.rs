//! Values relative to others: to the whole that they are part of, and to where their line began.

use crate::analysis::answer;
use crate::analysis::breaks::{self, SeriesBreak};
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::estimate::{Estimate, Outcome, Precision};
use crate::analysis::question::{Question, Split};
use crate::analysis::trend::{SeriesKey, SeriesRole, TrendAnswer, TrendPoint};
use crate::base::number;
use crate::data::{Cohort, Period, Status, Unit};

/// Turns counts into shares of the whole: of everybody in the same area where lines are groups of people, of the
/// widest area where they are places. Nothing is a share of itself.
pub(super) fn share_of_total(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    answer: &mut TrendAnswer,
) {
    let widest = entry.widest_area().map(|area| area.name.clone());
    let mut of_whom = None;
    let periods = answer.periods.clone();
    for series in &mut answer.series {
        let key = if series.key.cohort.is_everyone() {
            let area = widest.clone().unwrap_or_default();
            of_whom.get_or_insert_with(|| area.clone());
            SeriesKey {
                area,
                cohort: Cohort::everyone(),
            }
        } else {
            of_whom.get_or_insert_with(|| Cohort::everyone().label());
            SeriesKey {
                area: series.key.area.clone(),
                cohort: Cohort::everyone(),
            }
        };
        let whole = (key != series.key).then(|| {
            whole_line(
                catalogue,
                answer.key.clone(),
                &key,
                answer.cadence,
                &periods,
            )
        });
        let (whole, of_whole) = whole.unwrap_or_default();
        series.breaks.extend(of_whole);
        series.breaks.sort_by_key(|held| held.period().start);
        for (index, point) in series.points.iter_mut().enumerate() {
            let Some(held) = point else { continue };
            let total = whole.get(index).and_then(Option::as_ref);
            held.vintages.clear();
            held.outcome = share(&held.outcome, total);
        }
    }
    // The whole itself would be a line at 100%.
    answer.series.retain(|series| {
        series.role == SeriesRole::Asked
            && series
                .points
                .iter()
                .flatten()
                .any(|point| point.outcome.estimate().is_some())
    });
    let of_whom = of_whom.unwrap_or_default();
    answer
        .notes
        .push(format!("Shares of {of_whom} in the same period."));
}

/// The line of the whole at the periods of an answer, and the breaks in its series.
fn whole_line(
    catalogue: &Catalogue,
    measure: crate::analysis::MeasureKey,
    key: &SeriesKey,
    cadence: Option<crate::analysis::Cadence>,
    periods: &[Period],
) -> (Vec<Option<TrendPoint>>, Vec<SeriesBreak>) {
    let question = Question {
        split: Split::Areas,
        areas: vec![key.area.clone()],
        cadence,
        ..Question::about(measure)
    };
    let Some(whole) = answer::answer(catalogue, &question) else {
        return (Vec::new(), Vec::new());
    };
    let Some(line) = whole.series.first() else {
        return (Vec::new(), Vec::new());
    };
    let at = |period: &Period| {
        let index = whole
            .periods
            .iter()
            .position(|held| held.covers_same_days(period))?;
        line.points.get(index)?.clone()
    };
    (periods.iter().map(at).collect(), line.breaks.clone())
}

fn share(part: &Outcome, whole: Option<&TrendPoint>) -> Outcome {
    let whole = whole.and_then(|whole| whole.outcome.estimate());
    match (part, whole) {
        (Outcome::Given(part), Some(whole)) if whole.value > 0.0 && part.value <= whole.value => {
            let mut estimate = relative(part, 100.0 * part.value / whole.value);
            if whole.status == Status::Suppressed {
                estimate.status = Status::Suppressed;
            }
            estimate.provenance.join(&whole.provenance);
            estimate.add_note(&format!(
                "{} of {}",
                number::grouped(part.value, 0),
                number::grouped(whole.value, 0)
            ));
            Outcome::Given(estimate)
        }
        (Outcome::Given(part), _) => Outcome::Missing {
            status: Status::NotAvailable,
            provenance: part.provenance.clone(),
        },
        (missing @ Outcome::Missing { .. }, _) => missing.clone(),
    }
}

/// Turns values into indices with the first of each line as 100. After a break in the series the first value
/// that is comparable is 100 anew.
pub(super) fn index(answer: &mut TrendAnswer) {
    let unit = answer.measure.unit;
    let mut first_period: Option<Period> = None;
    let mut begins_anew = false;
    for series in &mut answer.series {
        let breaks = std::mem::take(&mut series.breaks);
        let mut base: Option<(Estimate, Period)> = None;
        for (point, period) in series.points.iter_mut().zip(&answer.periods) {
            let Some(point) = point else { continue };
            point.vintages.clear();
            let Outcome::Given(estimate) = &point.outcome else {
                continue;
            };
            let is_broken = |(_, begun): &(Estimate, Period)| {
                breaks::first_between(&breaks, begun, period).is_some()
            };
            if base.as_ref().is_some_and(is_broken) {
                base = None;
                begins_anew = true;
            }
            if base.is_none() && estimate.value > 0.0 {
                first_period = Some(first_period.map_or(*period, |held| held.min(*period)));
                base = Some((estimate.clone(), *period));
            }
            point.outcome = indexed(estimate, base.as_ref(), unit);
        }
        series.breaks = breaks;
    }
    if let Some(period) = first_period {
        answer.notes.push(format!(
            "Index: the first value of each line is 100 ({}).",
            period.label()
        ));
    }
    if begins_anew {
        answer.notes.push(String::from(
            "After a break in the series the index begins anew at 100.",
        ));
    }
}

/// A value with another one as 100.
fn indexed(estimate: &Estimate, base: Option<&(Estimate, Period)>, unit: Unit) -> Outcome {
    let Some((base, period)) = base else {
        return Outcome::Missing {
            status: Status::NotApplicable,
            provenance: estimate.provenance.clone(),
        };
    };
    let mut shown = relative(estimate, 100.0 * estimate.value / base.value);
    if base.status == Status::Suppressed {
        shown.status = Status::Suppressed;
    }
    shown.provenance.join(&base.provenance);
    shown.add_note(&format!(
        "{} against {} in {}",
        unit.format(estimate.value),
        unit.format(base.value),
        period.label()
    ));
    Outcome::Given(shown)
}

/// The estimate with another value, of which nothing is known but that.
fn relative(estimate: &Estimate, value: f64) -> Estimate {
    Estimate {
        value,
        interval: None,
        precision: Precision::Unknown,
        ..estimate.clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::data::Unit;

    #[test]
    fn units_follow() {
        use crate::analysis::shown_as::ShownAs;
        assert_eq!(ShownAs::ShareOfTotal.unit(Unit::Count), Unit::Percent);
        assert_eq!(ShownAs::Index.unit(Unit::Count), Unit::Index);
        assert_eq!(ShownAs::RollingYear.unit(Unit::Count), Unit::Count);
    }
}
