//! What the labels of a row of values say: its period, its place, its group of people, its measure.

use jiff::civil::Date;

use super::headings;
use super::places::{Places, Resolved};
use super::rows::{Bare, Labels, RowLabels};
use super::sections::{Section, period_of_label};
use super::slots::{fineness, part_of_year, status_of};
use super::text_marks;
use super::view::{Kind, View};
use super::vocabulary;
use crate::data::area::is_gss_code;
use crate::data::period_parse::{
    PeriodCaution, PeriodContext, PeriodReading, parse_period, period_of_date,
};
use crate::data::{AreaKind, Cohort, Period, Status, Unit};

impl Labels<'_> {
    /// What the labels of a row of values say.
    pub(crate) fn read(
        &mut self,
        view: &View<'_>,
        row: u32,
        section: &Section,
        places: &mut Places<'_>,
    ) -> RowLabels {
        let mut read = RowLabels::default();
        self.read_period(view, row, section, &mut read);
        read.area = self
            .read_area(view, row, places)
            .or_else(|| section.area.clone());
        let group = self
            .dimensions
            .first()
            .copied()
            .and_then(|column| self.label(view, row, column))
            .map(|label| text_marks::strip(&label).text);
        let cohorts = std::mem::take(&mut self.cohorts);
        for (column, dimension) in &cohorts {
            if let Some(label) = self.label(view, row, *column) {
                let label = self.bare(&label).text;
                if label.is_empty() {
                    continue;
                }
                if vocabulary::is_everyone(&label) {
                    let own = group
                        .as_deref()
                        .filter(|group| !vocabulary::is_everyone(group));
                    let own = own
                        .or(Some(dimension.as_str()))
                        .filter(|own| !own.is_empty());
                    if let Some(own) = own {
                        read.cohort.push((own.to_owned(), Cohort::ALL.to_owned()));
                    }
                    continue;
                }
                if let Some(group) = &group {
                    let level = vocabulary::area_level(group)
                        .filter(|_| vocabulary::dimension(group).is_none());
                    if level.is_some() {
                        read.area = Some(places.resolve(&label, None, level));
                        continue;
                    }
                    if !vocabulary::is_everyone(group) {
                        read.cohort.push((group.clone(), label));
                        continue;
                    }
                }
                let own = section
                    .dimension
                    .as_deref()
                    .or(Some(dimension.as_str()))
                    .filter(|own| !own.is_empty());
                read.cohort.push(
                    headings::cohort_pair(&label, own)
                        .unwrap_or_else(|| (own.unwrap_or("Group").to_owned(), label)),
                );
            }
        }
        self.cohorts = cohorts;
        read.cohort.extend(section.cohort.iter().cloned());
        let names = std::mem::take(&mut self.names);
        for (column, _) in &names {
            if let Some(label) = self.label(view, row, *column) {
                let Bare {
                    text: label, unit, ..
                } = self.bare(&label);
                read.unit = read.unit.or(unit);
                // A period among the names of measures is the period of its row.
                if let Some(period) = period_of_label(&label) {
                    read.period = Some(period);
                    continue;
                }
                if !label.is_empty() {
                    read.measure.push(label);
                }
            }
        }
        self.names = names;
        for column in &self.units {
            if let Some(label) = view.label(row, *column)
                && let Some((unit, _)) = vocabulary::unit_of(&label)
            {
                // "Rate per 1,000" beside "Offences": the rate is the unit; "Score" beside "Offences": no count.
                let keeps = unit == Unit::Count
                    && (matches!(
                        read.unit,
                        Some(Unit::Per1000 | Unit::Per100000 | Unit::Percent)
                    ) || read.measure.iter().any(|part| vocabulary::is_average(part)));
                if !keeps {
                    read.unit = Some(unit);
                }
            }
        }
        for column in &self.statuses {
            if let Some(label) = view.label(row, *column) {
                read.status = status_of(&label, view);
            }
        }
        for column in &self.notes {
            if let Some(text) = view.grid.text(row, *column)
                && text.len() > 2
            {
                read.note = Some(text.to_owned());
            }
        }
        read
    }

    fn read_period(&mut self, view: &View<'_>, row: u32, section: &Section, read: &mut RowLabels) {
        let periods = std::mem::take(&mut self.periods);
        let mut labels: Vec<(String, &PeriodContext, Kind, &[Date])> = Vec::new();
        for (column, context, dates, heading) in &periods {
            if let Some(label) = self.label(view, row, *column) {
                let label = part_of_year(&label, heading);
                labels.push((label, context, view.kind(row, *column), dates));
            }
        }
        let in_year = section.period.or(self.table.period);
        match labels.as_slice() {
            [] => {
                read.period = section
                    .period
                    .or(self.table.period)
                    .filter(|_| !periods.is_empty());
            }
            [(label, context, kind, dates)] => {
                if let Kind::Date(date) = kind {
                    read.period = period_of_date(*date, dates);
                } else {
                    let context = match in_year {
                        Some(year) => context.in_year(year),
                        None => **context,
                    };
                    self.take_period(label, &context, section.period.is_some(), read);
                }
            }
            several => {
                // A year in one column and a month or a quarter in another.
                let forward: Vec<&str> = several.iter().map(|(label, ..)| label.as_str()).collect();
                let backward: Vec<&str> = forward.iter().rev().copied().collect();
                let context = several
                    .iter()
                    .map(|(_, context, ..)| **context)
                    .next()
                    .unwrap_or_default();
                let joined = [backward.join(" "), forward.join(" ")]
                    .into_iter()
                    .find_map(|text| {
                        self.parse(&text, &context)
                            .filter(|reading| reading.caution.is_none())
                    });
                let alone = || {
                    several
                        .iter()
                        .filter_map(|(label, context, kind, dates)| match kind {
                            Kind::Date(date) => period_of_date(*date, dates),
                            _ => parse_period(label, context).map(|reading| reading.period),
                        })
                        .collect::<Vec<Period>>()
                };
                read.period = joined.map(|reading| reading.period).or_else(|| {
                    let readings = alone();
                    let year = readings.iter().copied().max_by_key(Period::days);
                    let nested = year.and_then(|year| {
                        several.iter().find_map(|(label, context, ..)| {
                            parse_period(label, &context.in_year(year))
                                .map(|reading| reading.period)
                                .filter(|period| period.days() < year.days())
                        })
                    });
                    nested.or_else(|| readings.into_iter().min_by_key(Period::days))
                });
                if read.period.is_none() {
                    read.not_a_period = Some(forward.join(" "));
                }
            }
        }
        if let (Some(years), Some(period)) = (self.table.bare_years, &mut read.period) {
            *period = years.read(*period);
            read.caution = None;
        }
        if self.periods.is_empty() {
            self.periods = periods;
        }
        if read.period.is_none() && read.not_a_period.is_none() {
            read.period = section.period.or(self.table.period);
        }
    }

    fn parse(&mut self, label: &str, context: &PeriodContext) -> Option<PeriodReading> {
        if let Some(known) = self.parsed.get(label) {
            return known.clone();
        }
        let reading = parse_period(label, context);
        self.parsed.insert(label.to_owned(), reading.clone());
        reading
    }

    fn take_period(
        &mut self,
        label: &str,
        context: &PeriodContext,
        year_is_written: bool,
        read: &mut RowLabels,
    ) {
        let reading = if year_is_written {
            parse_period(label, context)
        } else {
            self.parse(label, context)
        };
        match reading {
            Some(reading) => {
                read.period = Some(reading.period);
                if reading.status != Status::Ordinary {
                    read.status = Some(reading.status);
                }
                if let (Some(caution), Some(words)) = (reading.caution, reading.caution_words())
                    && !(year_is_written && caution == PeriodCaution::YearAssumed)
                {
                    read.caution = Some((label.to_owned(), words));
                }
            }
            None => read.not_a_period = Some(label.to_owned()),
        }
    }

    fn read_area(
        &mut self,
        view: &View<'_>,
        row: u32,
        places: &mut Places<'_>,
    ) -> Option<Resolved> {
        let slots = std::mem::take(&mut self.slots);
        let mut found: Vec<(AreaKind, Resolved)> = Vec::new();
        for slot in &slots {
            let name = slot
                .name
                .and_then(|column| self.label(view, row, column))
                .unwrap_or_default();
            let code = slot
                .code
                .and_then(|column| view.grid.text(row, column))
                .filter(|code| is_gss_code(code))
                .map(str::to_owned);
            if name.trim().is_empty() && code.is_none() {
                continue;
            }
            if vocabulary::is_all_respondents(&name) && code.is_none() {
                let whole = self.table.whole.as_deref();
                let resolved = whole.map(|whole| places.resolve(whole, None, None));
                found.extend(resolved.map(|resolved| (slot.level, resolved)));
                continue;
            }
            let level = (slot.level != AreaKind::Other)
                .then_some(slot.level)
                .or(self.table.level);
            let resolved = match self.wider.get(&row) {
                Some(wider) => places.resolve_shared(&name, *wider, level),
                None => places.resolve(&name, code.as_deref(), level),
            };
            found.push((slot.level, resolved));
        }
        self.slots = slots;
        found.sort_by_key(|(level, _)| std::cmp::Reverse(fineness(*level)));
        let is_bare_total = |resolved: &Resolved| resolved.area.kind == AreaKind::Total;
        let several = found.len() > 1;
        let preferred = self.table.level.filter(|_| several).and_then(|level| {
            found
                .iter()
                .find(|(own, resolved)| *own == level && !is_bare_total(resolved))
        });
        preferred
            .or_else(|| found.iter().find(|(_, resolved)| !is_bare_total(resolved)))
            .or_else(|| found.first())
            .map(|(_, resolved)| resolved.clone())
    }
}
