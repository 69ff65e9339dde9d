//! When and where respondents were asked, put into the survey.

use super::column::Rows;
use super::findings::SurveyFinding;
use super::read::{Draft, Sheet};
use super::roles::{Candidate, Role};
use super::{people, time};
use crate::data::{Area, AreaKind};
use crate::import::places::Places;
use crate::import::prose;
use crate::import::titles::place_in;

impl Draft {
    /// When respondents were asked: quarters that a column names, else days, else longer periods, else
    /// what the titles say.
    pub(super) fn times(
        &mut self,
        sheet: &Sheet<'_>,
        candidates: &[Candidate<'_>],
        roles: &[Role],
        rows: Rows,
    ) {
        let grid = sheet.view.grid;
        let is_short = |role: &Role| matches!(role, Role::Period(periods) if periods.by_label.iter().all(|(_, period)| period.days() <= 130));
        let with = |test: &dyn Fn(&Role) -> bool| {
            candidates.iter().zip(roles).find(|(_, role)| test(role))
        };
        let chosen = with(&is_short)
            .or_else(|| with(&|role| matches!(role, Role::Day(_))))
            .or_else(|| with(&|role| matches!(role, Role::Period(_))));
        let mut found = Vec::new();
        let fieldwork = chosen.and_then(|(candidate, role)| match role {
            Role::Period(periods) => {
                self.caution.clone_from(&periods.caution);
                Some(time::by_label(
                    grid,
                    &candidate.column,
                    rows,
                    &periods.by_label,
                ))
            }
            Role::Day(days) => {
                self.caution.clone_from(&days.caution);
                time::by_date(grid, &candidate.column, rows, days, &mut found)
            }
            _ => None,
        });
        for (candidate, role) in candidates.iter().zip(roles) {
            if !matches!(role, Role::Period(_) | Role::Day(_)) {
                continue;
            }
            let column = &candidate.column;
            if chosen.is_some_and(|(held, _)| held.column.index == column.index) {
                self.read_columns.push(column.index);
            } else {
                self.not_read(column, "another column says when people were asked", false);
            }
        }
        let Some(fieldwork) = fieldwork else {
            self.whole_period(sheet);
            return;
        };
        let column = fieldwork.coded.origin.cell.column;
        self.say(column, found);
        for quarter in &fieldwork.partial {
            self.found.push((
                column,
                SurveyFinding::PartOfQuarter {
                    quarter: quarter.label(),
                },
            ));
        }
        let undated = fieldwork.coded.codes.iter().filter(Option::is_none).count();
        if undated > 0 {
            self.found.push((
                column,
                SurveyFinding::EntryUnknown {
                    heading: fieldwork.coded.origin.heading.clone(),
                    entry: String::from("(blank)"),
                    count: u32::try_from(undated).unwrap_or(u32::MAX),
                    reason: String::from("does not say when people were asked"),
                },
            ));
        }
        self.survey.partial_periods = fieldwork.partial;
        self.survey.period = Some(fieldwork.coded);
    }

    /// The period of the whole survey, from what stands around it.
    fn whole_period(&mut self, sheet: &Sheet<'_>) {
        let around = sheet.around;
        self.survey.whole_period = [
            &sheet.table.title,
            &around.sheet_title,
            &around.sheet_name,
            &around.workbook_title,
        ]
        .iter()
        .find_map(|text| {
            prose::title(text)
                .period
                .filter(|reading| reading.caution.is_none())
        })
        .map(|reading| reading.period);
    }

    /// Where respondents live.
    pub(super) fn areas(
        &mut self,
        sheet: &Sheet<'_>,
        candidates: &[Candidate<'_>],
        roles: &[Role],
        rows: Rows,
        places: &mut Places<'_>,
    ) {
        let of: Vec<(&Candidate<'_>, AreaKind, bool)> = candidates
            .iter()
            .zip(roles)
            .filter_map(|(candidate, role)| match role {
                Role::AreaName(kind) => Some((candidate, *kind, false)),
                Role::AreaCode(kind) => Some((candidate, *kind, true)),
                _ => None,
            })
            .collect();
        let around = sheet.around;
        let whole = [
            &sheet.table.title,
            &around.sheet_title,
            &around.workbook_title,
        ]
        .iter()
        .find_map(|text| place_in(text, places))
        .map(|name| places.resolve(&name, None, None).area);
        self.survey.whole_area = whole;
        let chosen = people::choose_area(&of);
        for (candidate, ..) in &of {
            let column = &candidate.column;
            if chosen.is_none_or(|(held, ..)| held.column.index != column.index) {
                self.not_read(column, "another column says where people live", false);
            }
        }
        let Some((candidate, kind, is_code)) = chosen else {
            return;
        };
        let Some(labels) = &candidate.labels else {
            return;
        };
        self.unknown_entries(candidate, labels);
        let coded = people::area(
            sheet.view.grid,
            candidate,
            labels,
            (kind, is_code),
            rows,
            places,
        );
        self.read_columns.push(candidate.column.index);
        self.area_of.clone_from(&candidate.column.origin.heading);
        if let [only] = coded.entries.as_slice()
            && coded.codes.iter().all(|code| code.is_some())
        {
            self.survey.whole_area = Some(only.clone());
            return;
        }
        // A place among others is not the whole.
        let is_part = |area: &Area| coded.entries.contains(area);
        if self.survey.whole_area.as_ref().is_some_and(is_part) {
            self.survey.whole_area = None;
        }
        self.survey.area = Some(coded);
    }
}
