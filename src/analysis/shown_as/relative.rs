//! Values relative to others: to the whole that they are part of, and to where their line began.

use crate::analysis::answer;
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::estimate::{Estimate, Outcome, Precision};
use crate::analysis::question::{Question, Split};
use crate::analysis::trend::{SeriesKey, SeriesRole, TrendAnswer, TrendPoint};
use crate::base::number;
use crate::data::{Cohort, Period, Status};

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
        let whole = whole.unwrap_or_default();
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

/// The line of the whole at the periods of an answer.
fn whole_line(
    catalogue: &Catalogue,
    measure: crate::analysis::MeasureKey,
    key: &SeriesKey,
    cadence: Option<crate::analysis::Cadence>,
    periods: &[Period],
) -> Vec<Option<TrendPoint>> {
    let question = Question {
        split: Split::Areas,
        areas: vec![key.area.clone()],
        cadence,
        ..Question::about(measure)
    };
    let Some(whole) = answer::answer(catalogue, &question) else {
        return Vec::new();
    };
    let Some(line) = whole.series.first() else {
        return Vec::new();
    };
    let at = |period: &Period| {
        let index = whole
            .periods
            .iter()
            .position(|held| held.covers_same_days(period))?;
        line.points.get(index)?.clone()
    };
    periods.iter().map(at).collect()
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

/// Turns values into indices with the first of each line as 100.
pub(super) fn index(answer: &mut TrendAnswer) {
    let unit = answer.measure.unit;
    let mut first_period: Option<Period> = None;
    for series in &mut answer.series {
        let base = series
            .points
            .iter()
            .zip(&answer.periods)
            .find_map(|(point, period)| {
                let estimate = point.as_ref()?.outcome.estimate()?;
                (estimate.value > 0.0).then(|| (estimate.clone(), *period))
            });
        if let Some((_, period)) = &base {
            first_period = Some(first_period.map_or(*period, |held| held.min(*period)));
        }
        for point in series.points.iter_mut().flatten() {
            point.vintages.clear();
            let Outcome::Given(estimate) = &point.outcome else {
                continue;
            };
            point.outcome = match &base {
                Some((base, period)) => {
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
                None => Outcome::Missing {
                    status: Status::NotApplicable,
                    provenance: estimate.provenance.clone(),
                },
            };
        }
    }
    if let Some(period) = first_period {
        answer.notes.push(format!(
            "Index: the first value of each line is 100 ({}).",
            period.label()
        ));
    }
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
