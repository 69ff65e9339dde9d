//! All targets against the data: for each its baseline, its latest figure, and where it stands.

use jiff::civil::Date;

use super::judge::{Doubt, Verdict, interval_of, judge, judge_direction};
use super::spec::{Rule, TargetAim, TargetSpec};
use crate::analysis::answer::answer;
use crate::analysis::breaks::{SeriesBreak, first_between};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::estimate::Interval;
use crate::analysis::monthly_counts::Months;
use crate::analysis::trend::{LineTarget, PeriodChange};
use crate::analysis::{
    Cadence, Catalogue, Change, Direction, Estimate, Outcome, Question, SeriesKey, ShownAs,
    TrendAnswer, TrendPoint,
};
use crate::base::number;
use crate::data::{Measure, Period, Polarity, Status, Unit};
use crate::stats::base_policy::BaseTreatment;

/// All targets against the data, in the project's order.
#[derive(Clone, Debug, Default)]
pub struct Scorecard {
    /// One row a target.
    pub rows: Vec<ScorecardRow>,
    /// The period by whose end it is told; `None` is the latest of each target.
    pub as_of: Option<Period>,
    /// The periods of which there are figures, the latest first.
    pub periods: Vec<Period>,
}

/// By when a scorecard is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ScorecardTime {
    /// The period by whose end it is told; `None` is the latest of each target.
    pub as_of: Option<Period>,
    /// The day on which it is read; `None` where that is not known, and nothing is overdue.
    pub today: Option<Date>,
}

/// Whether the next figure has been expected for a while.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Nobody said when it is expected, or it has come since.
    #[default]
    NotKnown,
    /// On this day, which is today or later.
    Due(Date),
    /// On this day, which is past, and nothing came in since.
    OverdueSince(Date),
}

/// A target against the data.
#[derive(Clone, Debug)]
pub struct ScorecardRow {
    /// The target, as it was asked for.
    pub target: TargetSpec,
    /// The measure, in the project's words; as it was called when the target was set where no source holds it.
    pub measure: Measure,
    /// The area; may be empty.
    pub area: String,
    /// The people; `None` for everybody.
    pub people: Option<String>,
    /// What it is measured from.
    pub baseline: Option<Baseline>,
    /// The points of its line with their periods, in order.
    pub points: Vec<(Period, TrendPoint)>,
    /// Where its values are not comparable with those before.
    pub breaks: Vec<SeriesBreak>,
    /// What the latest figure is judged against.
    pub wanted: Wanted,
    /// The 95% interval in which the latest figure is judged.
    pub interval: Option<Interval>,
    /// Whether that interval allows for how much the months of the year before and of this one vary.
    pub interval_by_months: bool,
    /// The change from the baseline to the latest figure, where both are in the data.
    pub change: Option<PeriodChange>,
    /// Where it stands.
    pub verdict: Verdict,
    /// When the next figure is expected.
    pub expected: Expected,
}

/// What a target is measured from.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The value, in the measure's unit.
    pub value: f64,
    /// Its period, where it is known.
    pub period: Option<Period>,
    /// The value's estimate, where it is in the data.
    pub estimate: Option<Estimate>,
}

/// What a figure is judged against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// A value: the target's own, or that of the milestone that comes next.
    Value {
        /// The value and the side of it.
        rule: Rule,
        /// By the end of this.
        due: Option<Period>,
        /// Whether it is a milestone.
        is_milestone: bool,
    },
    /// Lower than the baseline.
    Lower,
    /// Higher than the baseline.
    Higher,
    /// As the baseline was.
    Hold,
    /// One of two values, and nobody has said which.
    EitherOf {
        /// With "10%" as per cent of the baseline.
        per_cent: Rule,
        /// With "10%" as percentage points.
        points: Rule,
    },
    /// A change from a baseline that is not known.
    ChangeFromNothing,
    /// What words say.
    InWords,
}

impl ScorecardRow {
    /// The latest point, of a value or of none.
    pub fn latest(&self) -> Option<&(Period, TrendPoint)> {
        self.points.last()
    }

    /// The break in the series between the baseline and the latest figure.
    pub fn break_since_baseline(&self) -> Option<&SeriesBreak> {
        let from = self.baseline.as_ref()?.period?;
        let (to, _) = self.now()?;
        first_between(&self.breaks, &from, &to)
    }

    /// The latest estimate that may be judged.
    pub fn now(&self) -> Option<(Period, &Estimate)> {
        let (period, point) = self.latest()?;
        let estimate = point.outcome.estimate()?;
        (!is_withheld(estimate, self.measure.unit)).then_some((*period, estimate))
    }
}

/// The scorecard of the catalogue's targets.
pub fn scorecard(catalogue: &Catalogue, time: ScorecardTime) -> Scorecard {
    let mut scorecard = Scorecard {
        as_of: time.as_of,
        ..Scorecard::default()
    };
    for target in catalogue.targets().iter() {
        let (row, periods) = row_with_periods(catalogue, target, time);
        scorecard.rows.push(row);
        for period in periods {
            let is_known = |held: &Period| held.covers_same_days(&period);
            if !scorecard.periods.iter().any(is_known) {
                scorecard.periods.push(period);
            }
        }
    }
    // Of periods that end on one day the longer comes first.
    scorecard
        .periods
        .sort_by_key(|period| (std::cmp::Reverse(period.end), period.start));
    scorecard
}

/// One target against the latest data.
pub fn row(catalogue: &Catalogue, target: &TargetSpec) -> ScorecardRow {
    row_with_periods(catalogue, target, ScorecardTime::default()).0
}

/// One target against the data, and all periods of its line.
fn row_with_periods(
    catalogue: &Catalogue,
    target: &TargetSpec,
    time: ScorecardTime,
) -> (ScorecardRow, Vec<Period>) {
    let entry = catalogue.entry(&target.measure);
    let measure = entry.map_or_else(
        || Measure::named(target.measure_name.clone(), target.measure.unit),
        |entry| entry.measure.clone(),
    );
    let (question, (mut points, breaks)) = match entry {
        Some(entry) => {
            let question = question(catalogue, entry, target);
            let line = line(catalogue, &question);
            (Some(question), line)
        }
        None => (None, Line::default()),
    };
    let baseline = baseline(target, &points, measure.unit);
    let periods: Vec<Period> = points.iter().map(|(period, _)| *period).collect();
    let expected = expected(target, &points, time);
    if let Some(as_of) = time.as_of {
        points.retain(|(period, _)| period.end <= as_of.end);
    }
    let area = question
        .as_ref()
        .and_then(|question| question.areas.first().cloned())
        .unwrap_or_else(|| target.area.clone());
    let cohort = question.map_or_else(|| target.cohort.clone(), |question| question.cohort);
    let months = entry
        .filter(|entry| measure.unit == Unit::Count && Months::are_held(entry))
        .map(|entry| {
            let key = SeriesKey {
                area: area.clone(),
                cohort: cohort.clone(),
            };
            (Months::of(catalogue, entry), key)
        });
    let months = months.as_ref().map(|(months, key)| (months, key));
    let mut row = ScorecardRow {
        target: target.clone(),
        baseline,
        measure,
        area,
        people: (!cohort.is_everyone()).then(|| cohort.label()),
        points,
        breaks,
        wanted: Wanted::InWords,
        interval: None,
        interval_by_months: false,
        change: None,
        verdict: Verdict::DataDue,
        expected,
    };
    row.wanted = wanted(&row);
    row.interval = row
        .now()
        .and_then(|(_, estimate)| interval_of(estimate, row.measure.unit));
    row.change = change(&row);
    if let Some((months, key)) = months {
        if let Some(interval) = interval_by_months(&row, months, key) {
            row.interval = Some(interval);
            row.interval_by_months = true;
        }
        if let Some(held) = &mut row.change {
            months.retest(key, held);
        }
    }
    row.verdict = verdict(&row);
    (row, periods)
}

/// The interval of the latest year's count where its months and those of the year before are known.
fn interval_by_months(row: &ScorecardRow, months: &Months, key: &SeriesKey) -> Option<Interval> {
    let (period, now) = row.now()?;
    let before = period.previous_year()?;
    months.interval(key, (&before, &period), now)
}

/// When the next figure is expected: not where a period was chosen whose next figure may long be there, and
/// not where a return came in on the day or since.
fn expected(target: &TargetSpec, points: &[(Period, TrendPoint)], time: ScorecardTime) -> Expected {
    let Some(day) = target.next_data.filter(|_| time.as_of.is_none()) else {
        return Expected::NotKnown;
    };
    if time.today.is_none_or(|today| today <= day) {
        return Expected::Due(day);
    }
    let has_figure = |point: &TrendPoint| point.outcome.estimate().is_some();
    let came_since = points
        .iter()
        .filter(|(_, point)| has_figure(point))
        .any(|(_, point)| point.outcome.provenance().source.imported_on >= day);
    if came_since {
        Expected::NotKnown
    } else {
        Expected::OverdueSince(day)
    }
}

/// The question whose one line is that of the target: periods as long as that of the baseline.
fn question(catalogue: &Catalogue, entry: &MeasureEntry, target: &TargetSpec) -> Question {
    let area = if target.area.is_empty() {
        entry.widest_area().map(|area| area.name.clone())
    } else {
        Some(target.area.clone())
    };
    let period = target.baseline.and_then(|baseline| baseline.period);
    catalogue.resolve(&Question {
        areas: area.into_iter().collect(),
        cohort: target.cohort.clone(),
        cadence: period.map(|period| Cadence::of(&period)),
        ..Question::about(target.measure.clone())
    })
}

/// The points of a line with their periods, and the breaks in its series.
type Line = (Vec<(Period, TrendPoint)>, Vec<SeriesBreak>);

fn line(catalogue: &Catalogue, question: &Question) -> Line {
    let Some(answer) = answer(catalogue, question) else {
        return Line::default();
    };
    // Periods of another length cannot be held against the baseline.
    if question
        .cadence
        .is_some_and(|cadence| answer.cadence != Some(cadence))
    {
        return Line::default();
    }
    let Some(line) = answer.series.into_iter().next() else {
        return Line::default();
    };
    let points = answer.periods.into_iter().zip(line.points);
    let points = points.filter_map(|(period, point)| Some((period, point?)));
    (points.collect(), line.breaks)
}

/// The value that was typed, or that of the data for the period.
fn baseline(target: &TargetSpec, points: &[(Period, TrendPoint)], unit: Unit) -> Option<Baseline> {
    let spec = target.baseline?;
    let of_period = |wanted: Period| {
        let point = points
            .iter()
            .find(|(held, _)| held.covers_same_days(&wanted));
        let estimate = point.and_then(|(_, point)| point.outcome.estimate());
        estimate.filter(|estimate| !is_withheld(estimate, unit))
    };
    let held = spec.period.and_then(of_period);
    let value = spec.value.or(held.map(|held| held.value))?;
    let is_held = |held: &&Estimate| number::rounded(held.value, 6) == number::rounded(value, 6);
    Some(Baseline {
        value,
        period: spec.period,
        estimate: held.filter(is_held).cloned(),
    })
}

fn is_withheld(estimate: &Estimate, unit: Unit) -> bool {
    estimate.status == Status::Suppressed
        || !estimate.value.is_finite()
        || estimate.treatment(unit) == BaseTreatment::Withheld
}

/// The milestone that is the next to come after the latest figure, or the target itself. Nothing is
/// interpolated between them.
fn wanted(row: &ScorecardRow) -> Wanted {
    let target = &row.target;
    let baseline = row.baseline.as_ref().map(|baseline| baseline.value);
    let latest = row.latest().map(|(period, _)| period.end);
    let is_to_come = |due: &Period| latest.is_none_or(|latest| due.end >= latest);
    let side = target.aim.side().or(match row.measure.polarity {
        Polarity::HigherIsBetter => Some(super::Comparison::AtLeast),
        Polarity::LowerIsBetter => Some(super::Comparison::AtMost),
        Polarity::Neutral => None,
    });
    let next = target
        .milestones
        .iter()
        .filter(|milestone| is_to_come(&milestone.due))
        .min_by_key(|milestone| milestone.due.end);
    if let (Some(milestone), Some(comparison)) = (next, side) {
        return Wanted::Value {
            rule: Rule {
                comparison,
                value: milestone.value,
            },
            due: Some(milestone.due),
            is_milestone: true,
        };
    }
    match (target.aim, target.aim.rule(baseline)) {
        (_, Some(rule)) => Wanted::Value {
            rule,
            due: target.due,
            is_milestone: false,
        },
        (TargetAim::Lower, _) => Wanted::Lower,
        (TargetAim::Higher, _) => Wanted::Higher,
        (TargetAim::Hold, _) => Wanted::Hold,
        (TargetAim::InWords, _) => Wanted::InWords,
        (TargetAim::Unclear(change), _) => {
            let rule = |aim: TargetAim| aim.rule(baseline);
            match (
                rule(TargetAim::ByPercent(change)),
                rule(TargetAim::ByNumber(change)),
            ) {
                (Some(per_cent), Some(points)) => Wanted::EitherOf { per_cent, points },
                _ => Wanted::ChangeFromNothing,
            }
        }
        _ => Wanted::ChangeFromNothing,
    }
}

/// The change from the baseline to now: both in the data, in periods that do not overlap.
fn change(row: &ScorecardRow) -> Option<PeriodChange> {
    let baseline = row.baseline.as_ref()?;
    let (from, earlier) = (baseline.period?, baseline.estimate.as_ref()?);
    let (to, latest) = row.now()?;
    let days = (f64::from(from.days()), f64::from(to.days()));
    // Nothing is said of a change over a break in the series.
    let is_broken = row.break_since_baseline().is_some();
    (from.end <= to.start && !is_broken).then(|| PeriodChange {
        from,
        to,
        change: Change::between(row.measure.unit, earlier, latest, days),
    })
}

fn verdict(row: &ScorecardRow) -> Verdict {
    let Some((period, point)) = row.latest() else {
        return Verdict::DataDue;
    };
    // The baseline itself is no figure to be judged.
    let is_baseline = row
        .baseline
        .as_ref()
        .and_then(|baseline| baseline.period)
        .is_some_and(|baseline| period.end <= baseline.end);
    if is_baseline {
        return Verdict::DataDue;
    }
    if let Outcome::Missing { status, .. } = &point.outcome {
        return match status {
            Status::Suppressed | Status::LowReliability => Verdict::CannotTell(Doubt::Withheld),
            _ => Verdict::DataDue,
        };
    }
    if row.now().is_none() {
        return Verdict::CannotTell(Doubt::Withheld);
    }
    // A change from a baseline that is not comparable can be neither reached nor missed; a mark can.
    let is_mark = matches!(row.target.aim, TargetAim::Reach(_) | TargetAim::InWords);
    if !is_mark && row.break_since_baseline().is_some() {
        return Verdict::CannotTell(Doubt::NotComparable);
    }
    let direction = || {
        row.change
            .as_ref()
            .map_or(Direction::NotTested, |held| held.change.direction)
    };
    match row.wanted {
        Wanted::Value { rule, .. } => judge(row.interval, rule),
        Wanted::Lower => judge_direction(direction(), Some(Direction::Down)),
        Wanted::Higher => judge_direction(direction(), Some(Direction::Up)),
        Wanted::Hold => judge_direction(direction(), None),
        Wanted::EitherOf { per_cent, points } => {
            let (one, other) = (judge(row.interval, per_cent), judge(row.interval, points));
            // Where both readings say the same, the question need not be settled.
            if one == other && matches!(one, Verdict::OnTrack | Verdict::OffTrack) {
                one
            } else {
                Verdict::CannotTell(Doubt::TwoReadings)
            }
        }
        Wanted::ChangeFromNothing => Verdict::CannotTell(Doubt::NoBaseline),
        Wanted::InWords => Verdict::CannotTell(Doubt::InWords),
    }
}

/// The answer to a question, with the targets of its lines.
pub fn trend_with_targets(catalogue: &Catalogue, asked: &Question) -> Option<TrendAnswer> {
    let mut trend = answer(catalogue, asked)?;
    // A target is one of values as they are given.
    if trend.shown_as != ShownAs::AsGiven {
        return Some(trend);
    }
    let key = catalogue.key_of(&asked.measure);
    let targets = catalogue.targets().iter();
    for target in targets.filter(|target| catalogue.key_of(&target.measure) == key) {
        let Some(entry) = catalogue.entry(&target.measure) else {
            continue;
        };
        let of = question(catalogue, entry, target);
        let area = of.areas.first().map_or("", String::as_str);
        let line = trend.series.iter().find(|line| {
            line.key.area == area && line.key.cohort.without_totals() == of.cohort.without_totals()
        });
        let Some(series) = line.map(|line| line.key.clone()) else {
            continue;
        };
        let row = row(catalogue, target);
        // The mark of a year stands on no chart of months.
        let cadence = row.latest().map(|(period, _)| Cadence::of(period));
        if cadence.is_some() && cadence == trend.cadence {
            trend.targets.push(LineTarget { series, row });
        }
    }
    Some(trend)
}
