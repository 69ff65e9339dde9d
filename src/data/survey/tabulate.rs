//! Ordinary observations from a survey: weighted percentages by period, for everybody, for each group of
//! people and for each area.

use super::codes::Codes;
use super::question::{Answers, Question, Single};
use super::respondents::{Origin, Survey};
use super::sums::Sums;
use crate::data::{
    Area, CellRef, Cohort, Measure, Observation, Period, SourceBuilder, Status, Unit,
};

/// One thing that respondents are counted for: that they gave one of some answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What the measure is called: "Safe outside after dark – Very/Fairly safe".
    pub name: String,
    /// The column.
    pub origin: Origin,
    /// 1 where a respondent is counted, 0 where they are only in the base; none where they are outside it.
    pub counted: Codes,
}

impl Single {
    /// Who gave one of some answers, among those whose answers are in the base.
    pub fn counted(&self, members: &[u16]) -> Codes {
        let of_answer: Vec<Option<u16>> = (0..)
            .zip(&self.answers)
            .map(|(index, answer)| {
                answer
                    .is_in_base
                    .then(|| u16::from(members.contains(&index)))
            })
            .collect();
        self.codes
            .iter()
            .map(|code| of_answer.get(usize::from(code?)).copied().flatten())
            .collect()
    }
}

/// What an indicator counts, before any respondent is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPart {
    /// What the measure is called.
    pub name: String,
    /// The column.
    pub origin: Origin,
    /// Who is counted.
    pub counts: Counts,
}

/// Who is counted by an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Who gave one of these answers.
    Answers(Vec<u16>),
    /// Who ticked the option of this place.
    Option(usize),
}

impl Question {
    /// What is counted: the answers that are usually taken together, else each answer by itself; each
    /// option of a list of boxes; nothing where the answers are numbers.
    pub fn indicator_parts(&self) -> Vec<IndicatorPart> {
        match &self.answers {
            Answers::Single(single) => {
                let part = |label: &str, members: &[u16]| IndicatorPart {
                    name: if label.is_empty() {
                        self.name.clone()
                    } else {
                        format!("{} – {label}", self.name)
                    },
                    origin: single.origin.clone(),
                    counts: Counts::Answers(members.to_vec()),
                };
                match &single.net {
                    Some(net) => vec![part(&net.label, &net.members)],
                    None => (0..)
                        .zip(&single.answers)
                        .filter(|(_, answer)| answer.is_in_base)
                        .map(|(index, answer)| part(&answer.label, &[index]))
                        .collect(),
                }
            }
            Answers::Several(ticks) => ticks
                .iter()
                .enumerate()
                .map(|(index, tick)| IndicatorPart {
                    name: tick.name.clone(),
                    origin: tick.origin.clone(),
                    counts: Counts::Option(index),
                })
                .collect(),
            Answers::Number(_) => Vec::new(),
        }
    }

    /// What is counted, respondent by respondent.
    pub fn indicators(&self) -> Vec<Indicator> {
        let parts = self.indicator_parts().into_iter();
        parts
            .filter_map(|part| {
                let counted = match (&part.counts, &self.answers) {
                    (Counts::Answers(members), Answers::Single(single)) => single.counted(members),
                    (Counts::Option(index), Answers::Several(ticks)) => {
                        ticks.get(*index)?.ticked.clone()
                    }
                    _ => return None,
                };
                Some(Indicator {
                    name: part.name,
                    origin: part.origin,
                    counted,
                })
            })
            .collect()
    }
}

/// A way to put respondents into groups that share nobody.
#[derive(Clone, Debug)]
pub struct Grouping<'s> {
    /// The group in which each is.
    pub codes: &'s Codes,
    /// The cohort and the area of each group.
    pub parts: Vec<(Cohort, Option<Area>)>,
}

/// A way to divide respondents, with the cohort and the area of each part: everybody, where there are no codes.
struct Division<'s> {
    codes: Option<&'s Codes>,
    parts: Vec<(Cohort, Option<Area>)>,
}

/// A period for which figures are given, and the periods of the survey that make it up.
struct Window {
    period: Option<Period>,
    units: Vec<usize>,
}

impl Survey {
    /// The sums of what is counted over the respondents that a test lets through.
    pub fn sums(&self, counted: &Codes, is_among: impl Fn(usize) -> bool) -> Sums {
        let mut sums = Sums::default();
        for (respondent, counted) in counted.iter().enumerate() {
            if let Some(counted) = counted
                && let Some(weight) = self.weight_of(respondent)
                && is_among(respondent)
            {
                sums.add(weight, counted == 1);
            }
        }
        sums
    }

    /// Adds the weighted percentages of every question, with unweighted and effective bases; each points at
    /// the heading of its column. Gives how many there are.
    pub fn tabulate(&self, builder: &mut SourceBuilder) -> usize {
        let before = builder.len();
        let windows = self.windows();
        let divisions = self.divisions();
        for question in &self.questions {
            for indicator in question.indicators() {
                let measure = builder.measure(Measure::named(indicator.name, Unit::Percent));
                for division in &divisions {
                    let sums = self.sums_by(&indicator.counted, division);
                    push(
                        builder,
                        measure,
                        indicator.origin.cell,
                        division,
                        &windows,
                        &sums,
                    );
                }
            }
        }
        builder.len() - before
    }

    /// Adds the same for one more group of people: those whose entry in `members` is 0.
    pub fn tabulate_group(&self, cohort: &Cohort, members: &Codes, builder: &mut SourceBuilder) {
        let windows = self.windows();
        let division = Division {
            codes: Some(members),
            parts: vec![(cohort.clone(), self.whole_area.clone())],
        };
        for indicator in self.questions.iter().flat_map(Question::indicators) {
            let cell = indicator.origin.cell;
            let measure = builder.measure(Measure::named(indicator.name, Unit::Percent));
            let sums = self.sums_by(&indicator.counted, &division);
            push(builder, measure, cell, &division, &windows, &sums);
        }
    }

    /// The sums by period and part of a division, period after period.
    fn sums_by(&self, counted: &Codes, division: &Division<'_>) -> Vec<Vec<Sums>> {
        let units = self
            .period
            .as_ref()
            .map_or(1, |period| period.entries.len());
        let mut sums = vec![vec![Sums::default(); division.parts.len()]; units];
        for (respondent, counted) in counted.iter().enumerate() {
            let Some(counted) = counted else { continue };
            let Some(weight) = self.weight_of(respondent) else {
                continue;
            };
            let unit = match &self.period {
                Some(period) => period.codes.get(respondent),
                None => Some(0),
            };
            let part = match division.codes {
                Some(codes) => codes.get(respondent),
                None => Some(0),
            };
            if let (Some(unit), Some(part)) = (unit, part)
                && let Some(sums) = sums
                    .get_mut(usize::from(unit))
                    .and_then(|parts| parts.get_mut(usize::from(part)))
            {
                sums.add(weight, counted == 1);
            }
        }
        sums
    }

    /// Everybody, each dimension, the areas.
    fn divisions(&self) -> Vec<Division<'_>> {
        let everybody = Division {
            codes: None,
            parts: vec![(Cohort::everyone(), self.whole_area.clone())],
        };
        let groupings = self.groupings().into_iter().map(|grouping| Division {
            codes: Some(grouping.codes),
            parts: grouping.parts,
        });
        std::iter::once(everybody).chain(groupings).collect()
    }

    /// The groupings by which figures are given: each dimension, then the areas.
    pub fn groupings(&self) -> Vec<Grouping<'_>> {
        let dimensions = self.dimensions.iter().map(|dimension| Grouping {
            codes: &dimension.groups.codes,
            parts: dimension
                .cohorts()
                .map(|cohort| (cohort, self.whole_area.clone()))
                .collect(),
        });
        let areas = self.area.iter().map(|area| Grouping {
            codes: &area.codes,
            parts: area
                .entries
                .iter()
                .map(|area| (Cohort::everyone(), Some(area.clone())))
                .collect(),
        });
        dimensions.chain(areas).collect()
    }

    /// The spans for which figures are given, each by the places of the periods that make it up: one of all where the
    /// survey has no periods.
    pub fn window_units(&self) -> Vec<(Option<Period>, Vec<usize>)> {
        let windows = self.windows().into_iter();
        windows
            .map(|window| (window.period, window.units))
            .collect()
    }

    /// The periods of the survey, and twelve months to each quarter where four whole quarters are there.
    fn windows(&self) -> Vec<Window> {
        let Some(periods) = &self.period else {
            return vec![Window {
                period: self.whole_period,
                units: vec![0],
            }];
        };
        let mut windows: Vec<Window> = periods
            .entries
            .iter()
            .enumerate()
            .map(|(unit, period)| Window {
                period: Some(*period),
                units: vec![unit],
            })
            .collect();
        let whole_quarter = |wanted: Period| {
            periods.entries.iter().position(|held| {
                held.covers_same_days(&wanted) && !self.partial_periods.contains(held)
            })
        };
        for period in &periods.entries {
            if period.whole_months() != Some(3) {
                continue;
            }
            let units: Option<Vec<usize>> = [-9, -6, -3, 0]
                .iter()
                .map(|months| whole_quarter(period.moved_by_months(*months)?))
                .collect();
            let last = period.last_day();
            if let (Some(units), Some(year)) =
                (units, Period::year_ending(last.year(), last.month()))
            {
                windows.push(Window {
                    period: Some(year),
                    units,
                });
            }
        }
        windows
    }
}

/// Adds the observations of one measure and one division.
fn push(
    builder: &mut SourceBuilder,
    measure: u32,
    cell: CellRef,
    division: &Division<'_>,
    windows: &[Window],
    sums: &[Vec<Sums>],
) {
    for (part, (cohort, area)) in division.parts.iter().enumerate() {
        let cohort = builder.cohort(cohort.clone());
        let area = area.clone().map(|area| builder.area(area));
        for window in windows {
            let mut total = Sums::default();
            for unit in &window.units {
                if let Some(unit) = sums.get(*unit).and_then(|parts| parts.get(part)) {
                    total.absorb(unit);
                }
            }
            let Some(share) = total.share() else { continue };
            let period = window.period.map(|period| builder.period(period));
            builder.push(Observation {
                measure,
                area,
                cohort,
                period,
                value: Some(share * 100.0),
                unweighted_base: Some(f64::from(total.unweighted_base)),
                effective_base: total.effective_base(),
                status: Status::Ordinary,
                cell,
                note: None,
            });
        }
    }
}
