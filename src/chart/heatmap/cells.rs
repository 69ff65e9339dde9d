//! The cells of a heatmap: what stands in them, and the step of the scale that it has.

use super::cell::{difference_cell, difference_of, difference_unit, level_cell};
use super::model::{HeatmapCell, HeatmapRow, HeatmapScale};
use crate::analysis::groups_over_time::{GroupLine, GroupPoint};
use crate::analysis::{Change, Direction, GroupsOverTime};
use crate::chart::colour_steps::Steps;
use crate::chart::point::{self, Caution};
use crate::chart::wording::group_names::GroupName;
use crate::chart::wording::heatmap as wording;
use crate::data::Unit;
use crate::project::HeatmapCells;

/// How many steps there are on each side of nought, about.
const MOST_ON_A_SIDE: u32 = 3;

/// What the cells show: what is wanted, where any of it was tested.
pub fn offered(answer: &GroupsOverTime, wanted: HeatmapCells) -> HeatmapCells {
    let is_offered = match wanted {
        HeatmapCells::Values => true,
        HeatmapCells::AgainstRest => answer.comparisons > 0,
        HeatmapCells::OverYear => answer.changes > 0,
    };
    if is_offered {
        wanted
    } else {
        HeatmapCells::Values
    }
}

/// The unit of what stands in the cells.
pub fn unit(answer: &GroupsOverTime, kind: HeatmapCells) -> Unit {
    let measured = answer.measure().unit;
    match kind {
        HeatmapCells::Values => measured,
        HeatmapCells::AgainstRest | HeatmapCells::OverYear => difference_unit(measured),
    }
}

/// The number in the cell of a group in a period, where there is one that may be shown.
pub fn number_of(
    answer: &GroupsOverTime,
    kind: HeatmapCells,
    group: &GroupLine,
    period: usize,
) -> Option<f64> {
    let point = group.points.get(period)?.as_ref()?;
    if kind == HeatmapCells::Values {
        let shown = point::shown(&point.outcome, answer.measure().unit);
        return shown.ok().map(|estimate| estimate.value);
    }
    difference_of(answer.measure().unit, compared(point, kind)?)
}

/// The comparison of a cell that shows one.
pub fn compared(point: &GroupPoint, kind: HeatmapCells) -> Option<&Change> {
    match kind {
        HeatmapCells::Values => None,
        HeatmapCells::AgainstRest => point.against_rest.as_ref().map(|held| &held.comparison),
        HeatmapCells::OverYear => point.over_year.as_ref().map(|held| &held.change),
    }
}

/// What cells show and on which scale.
pub struct Scale<'a> {
    answer: &'a GroupsOverTime,
    kind: HeatmapCells,
    steps: Steps,
}

impl<'a> Scale<'a> {
    /// The scale for everything that an answer's cells show.
    pub fn of(answer: &'a GroupsOverTime, kind: HeatmapCells) -> Self {
        let unit = unit(answer, kind);
        let is_clear = |point: &GroupPoint| match compared(point, kind) {
            Some(change) => matches!(change.direction, Direction::Up | Direction::Down),
            None => kind == HeatmapCells::Values,
        };
        let mut values = Vec::new();
        for group in &answer.groups {
            for (period, point) in group.points.iter().enumerate() {
                if point.as_ref().is_some_and(is_clear) {
                    values.extend(number_of(answer, kind, group, period));
                }
            }
        }
        let steps = if kind == HeatmapCells::Values {
            let is_level = answer.measure().unit.is_level();
            let whole = answer.whole.iter().filter(|_| is_level);
            for whole in whole {
                let periods = 0..answer.periods().len();
                values.extend(periods.filter_map(|place| number_of(answer, kind, whole, place)));
            }
            Steps::of(unit, &values)
        } else {
            let sizes: Vec<f64> = values.iter().map(|value| value.abs()).collect();
            Steps::at_most(MOST_ON_A_SIDE, unit, &sizes)
        };
        Self {
            answer,
            kind,
            steps,
        }
    }

    /// The scale with its steps in words.
    pub fn words(&self) -> HeatmapScale {
        let unit = unit(self.answer, self.kind);
        if self.kind == HeatmapCells::Values {
            return HeatmapScale::Levels(self.steps.words(unit));
        }
        let [above, below] = self.steps.signed_words(unit);
        HeatmapScale::Differences {
            above,
            below,
            polarity: self.answer.measure().polarity,
            not_clear: wording::not_clear(self.kind).to_owned(),
        }
    }

    /// The row of a group.
    pub fn row(&self, group: &GroupLine, by_dimension: bool) -> HeatmapRow {
        let name = GroupName {
            label: &group.label,
            dimension: &group.dimension,
        };
        let places = 0..self.answer.periods().len();
        HeatmapRow {
            key: group.key.clone(),
            section: if by_dimension {
                group.dimension.clone()
            } else {
                String::new()
            },
            label: if by_dimension {
                group.label.clone()
            } else {
                name.full()
            },
            cells: places
                .clone()
                .map(|place| self.cell(group, place))
                .collect(),
            lines: places
                .map(|place| wording::lines(self.answer, self.kind, group, place))
                .collect(),
        }
    }

    fn cell(&self, group: &GroupLine, period: usize) -> HeatmapCell {
        let Some(Some(point)) = group.points.get(period) else {
            return HeatmapCell::Absent;
        };
        let measured = self.answer.measure().unit;
        let estimate = match point::shown(&point.outcome, measured) {
            Ok(estimate) => estimate,
            Err(reason) => return HeatmapCell::Gap(reason),
        };
        let Some(value) = number_of(self.answer, self.kind, group, period) else {
            return HeatmapCell::NotCompared;
        };
        let is_cautious = Caution::of(estimate, measured).is_some();
        let unit = unit(self.answer, self.kind);
        match compared(point, self.kind) {
            None => level_cell(unit, value, &self.steps, is_cautious),
            Some(change) => {
                difference_cell(unit, value, change.direction, &self.steps, is_cautious)
            }
        }
    }
}
