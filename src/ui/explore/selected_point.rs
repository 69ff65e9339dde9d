//! The panel on the right: the selected point's value, interval, base, comparisons and cells, and how
//! the chart is drawn.

use egui::accesskit::Role;
use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::breaks_panel::breaks_panel_ui;
use super::drawing;
use super::library::change_words;
use super::library_groups;
use super::own_group_draft::OwnGroupDraft;
use super::rows_behind::{of_trend, rows_link_ui};
use super::scorecard_view::new_target;
use super::screen::Exploring;
use super::state::{ExploreState, SelectedPoint};
use super::tab_words::{tab_words_ui, unit_asked};
use crate::analysis::breaks::SeriesBreak;
use crate::analysis::estimate::Precision;
use crate::analysis::{
    Change, Direction, Estimate, Provenance, SeriesRole, TrendAnswer, TrendSeries,
};
use crate::base::number;
use crate::base::text::upper_first;
use crate::base::typeface::Weight;
use crate::chart::point::GapReason;
use crate::chart::wording::phrase;
use crate::chart::{point, wording};
use crate::data::{Cohort, Measure, Period, Unit};
use crate::import::status_words;
use crate::project::TrendSpec;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::data_words::unit_words;
use crate::ui::fonts::font;
use crate::ui::help::explained;
use crate::ui::kit::{Button, KeyValueRow, Link, SectionHeading, text};
use crate::ui::tokens::tokens;
use crate::words::say;

/// With more letters than this, a workbook's name is shortened so that it stands beside "From".
const NAME_LETTERS: usize = 26;

/// Draws the panel.
pub fn selected_point_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(answer) = exploring.answer else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let trend = &exploring.project.view.trend;
        let selected = state
            .selected
            .clone()
            .filter(|selected| selected.find(answer).is_some());
        if let Some(selected) = selected.or_else(|| point_in_front(answer, trend)) {
            point_ui(ui, answer, &selected, actions);
            breaks_panel_ui(ui, exploring, answer, &selected, state, actions);
        }
        ui.add(SectionHeading::new(say::panel_show()));
        drawing::drawing_ui(ui, answer, trend, actions);
        ui.add_space(tokens(ui).space.tight);
        if ui
            .add(Button::secondary(say::panel_target()).small())
            .clicked()
        {
            state.target_draft = new_target(exploring);
        }
        ui.add_space(tokens(ui).space.tight);
        if ui
            .add(Button::secondary(Command::AddEvent.text()).small())
            .clicked()
        {
            actions.run(Command::AddEvent);
        }
        if OwnGroupDraft::is_offered(exploring.project) {
            ui.add_space(tokens(ui).space.tight);
            library_groups::new_group_ui(ui, exploring, state);
        }
        if answer.series.len() > 1 {
            ui.add(SectionHeading::new(say::panel_highlight()));
            drawing::highlight_ui(ui, answer, trend, actions);
            ui.add(SectionHeading::new(say::panel_lines()));
            drawing::lines_ui(ui, answer, trend, actions);
        }
        tab_words_ui(ui, state.tab, unit_asked(exploring));
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
    });
}

/// The button that saves the chart as a picture.
pub(super) fn save_picture_ui(ui: &mut Ui, actions: &mut Actions) {
    let shortcut = Command::SavePicture.shortcut_text(ui.ctx());
    let save = Button::secondary(Command::SavePicture.text())
        .shortcut(shortcut)
        .full_width();
    if ui
        .add(save)
        .on_hover_text(Command::SavePicture.tooltip())
        .clicked()
    {
        actions.run(Command::SavePicture);
    }
}

/// The latest point of the highlighted line, or of the first.
pub(super) fn point_in_front(answer: &TrendAnswer, trend: &TrendSpec) -> Option<SelectedPoint> {
    let visible = |series: &&TrendSeries| !trend.hidden.contains(&series.key);
    let in_front = answer
        .series
        .iter()
        .filter(visible)
        .find(|series| trend.highlight.as_ref() == Some(&series.key))
        .or_else(|| answer.series.iter().find(visible))?;
    SelectedPoint::latest_of(answer, in_front)
}

fn point_ui(ui: &mut Ui, answer: &TrendAnswer, selected: &SelectedPoint, actions: &mut Actions) {
    let Some((series, index, point)) = selected.find(answer) else {
        return;
    };
    title_ui(ui, &series.label, &selected.period.label());
    ui.add(SectionHeading::new(say::point_selected()));
    let unit = answer.measure.unit;
    match point::shown(&point.outcome, unit) {
        Ok(estimate) => {
            estimate_ui(ui, &answer.measure, estimate);
            comparisons_ui(ui, answer, series, index, estimate);
        }
        Err(reason) => {
            gap_row_ui(ui, reason);
        }
    }
    ui.add_space(tokens(ui).space.small);
    if from_ui(ui, point.outcome.provenance()) {
        actions.send(Action::ShowTab(super::ExploreTab::Data));
        actions.send(Action::Select(Some(selected.clone())));
    }
    rows_link_ui(ui, of_trend(answer, selected), actions);
    if let Some(words) = wording::revision_text(point, unit) {
        ui.add_space(tokens(ui).space.tight);
        ui.label(
            RichText::new(words)
                .size(tokens(ui).text.small)
                .color(tokens(ui).colours.ink_secondary),
        );
    }
    if let Some(note) = point
        .outcome
        .estimate()
        .and_then(|estimate| estimate.note.as_deref())
    {
        ui.add_space(tokens(ui).space.tight);
        ui.label(
            RichText::new(note)
                .size(tokens(ui).text.small)
                .color(tokens(ui).colours.ink_secondary),
        );
    }
}

/// The line and the period: on one row where they fit, else on a row each.
pub(super) fn title_ui(ui: &mut Ui, line: &str, period: &str) {
    let tokens = tokens(ui);
    let font = font(Weight::SemiBold, tokens.text.panel);
    let both = format!("{line} · {period}");
    let width = ui.available_width();
    let ink = tokens.colours.ink;
    let fits = text::line(ui, &both, font.clone(), ink).size().x <= width;
    let height = if fits { 22.0 } else { 44.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &both));
    let rows = if fits {
        vec![&*both]
    } else {
        vec![line, period]
    };
    let mut middle = rect.top() + 11.0;
    let mut is_elided = false;
    for row in rows {
        let galley = text::elided(ui, row, font.clone(), ink, width);
        is_elided |= galley.elided;
        text::paint_from(ui.painter(), pos2(rect.left(), middle), galley);
        middle += 22.0;
    }
    if is_elided {
        response.on_hover_text(both);
    }
}

/// "From" and the cells, which lead to the point among the data; whether they were clicked.
pub(super) fn from_ui(ui: &mut Ui, provenance: &Provenance) -> bool {
    let tokens = tokens(ui);
    let cells = provenance.describe();
    let shown = match cells.split_once(" › ") {
        Some((workbook, rest)) => format!("{} › {rest}", shortened(workbook)),
        None => cells.clone(),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        let from = RichText::new(say::point_from()).size(tokens.text.small);
        ui.label(from.color(tokens.colours.ink_secondary));
        let link = ui.add(Link::new(&shown).size(tokens.text.small));
        let link = link.on_hover_text(format!("{cells}\n{}", say::point_from_does()));
        link.clicked()
    })
    .inner
}

/// A workbook's name that is too long for a row, without its middle; the ending stays.
fn shortened(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= NAME_LETTERS {
        return name.to_owned();
    }
    let ending = 8;
    let head: String = letters.iter().take(NAME_LETTERS - ending - 1).collect();
    let tail: String = letters.iter().skip(letters.len() - ending).collect();
    format!("{}…{tail}", head.trim_end())
}

/// The row of a value that may not be seen, or is not there.
pub(super) fn gap_row_ui(ui: &mut Ui, reason: GapReason) {
    let row = KeyValueRow::new(say::role_value(), reason.spoken());
    explained(ui, row, reason.mark());
}

pub(super) fn estimate_ui(ui: &mut Ui, measure: &Measure, estimate: &Estimate) {
    let unit = measure.unit;
    let name = match unit {
        Unit::Unknown | Unit::Percent => say::role_value().to_owned(),
        _ => upper_first(unit_words(unit)),
    };
    ui.add(KeyValueRow::new(name, unit.format(estimate.value)));
    if let Some(interval) = estimate.interval {
        let words = format!(
            "{} – {}",
            unit.format(interval.lower),
            unit.format(interval.upper)
        );
        let row = KeyValueRow::new(say::point_interval(), words);
        explained(ui, row, "95% interval");
    }
    if let Some(base) = estimate.unweighted_base {
        let row = KeyValueRow::new(say::point_base(), number::grouped(base, 0));
        explained(ui, row, "Base");
    }
    match (estimate.precision, estimate.effective_base) {
        (Precision::EffectiveBaseGiven, Some(base)) => {
            let row = KeyValueRow::new(say::point_effective_base(), number::grouped(base, 0));
            explained(ui, row, "Effective base");
        }
        (Precision::Design(design), Some(base)) => {
            let why = say::point_design();
            let row = KeyValueRow::new(say::point_effective_base(), number::grouped(base, 0));
            explained(ui, row, "Effective base").on_hover_text(why);
            if let Some(effect) = design.design_effect() {
                let row = KeyValueRow::new(say::point_design_effect(), number::grouped(effect, 2));
                explained(ui, row, "Design effect").on_hover_text(why);
            }
        }
        (Precision::DesignEffectAssumed(effect), Some(base)) => {
            let about = say::point_effective_base_about(number::grouped(base, 0));
            let row = KeyValueRow::new(say::point_effective_base(), about);
            let why = say::point_design_effect_assumed(number::rounded(effect, 1));
            explained(ui, row, "Effective base").on_hover_text(why);
        }
        (Precision::Unknown, _) if unit == Unit::Percent => {
            let row = KeyValueRow::new(say::preview_base(), say::point_base_unknown());
            explained(ui, row, "Base").on_hover_text(say::point_base_unknown_why());
        }
        _ => {}
    }
    if estimate.status != crate::data::Status::Ordinary {
        let row = KeyValueRow::new(say::point_status(), status_words(estimate.status));
        explained(ui, row, estimate.status.words());
    }
}

/// Against a year earlier, and against the comparator in the same period.
fn comparisons_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    series: &TrendSeries,
    index: usize,
    estimate: &Estimate,
) {
    let unit = answer.measure.unit;
    let days = |period: &Period| f64::from(period.days());
    let Some(period) = answer.periods.get(index) else {
        return;
    };
    let earlier = period.previous_year().and_then(|before| {
        let index = answer
            .periods
            .iter()
            .position(|period| period.covers_same_days(&before))?;
        let earlier = point::shown(&series.points.get(index)?.as_ref()?.outcome, unit).ok()?;
        Some((before, earlier))
    });
    let broken = earlier
        .as_ref()
        .and_then(|(before, _)| Some((*before, series.break_between(before, period)?)));
    if let Some((before, why)) = broken {
        not_comparable_ui(ui, &before, why);
    } else if let Some((before, earlier)) = earlier {
        let change = Change::between(unit, earlier, estimate, (days(&before), days(period)));
        // The change that the chart speaks of is judged as the chart judges it: among its other lines.
        let spoken_of = series
            .change
            .as_ref()
            .filter(|held| held.from.covers_same_days(&before) && held.to.covers_same_days(period));
        let change = spoken_of.map_or(change, |held| held.change.clone());
        change_row_ui(
            ui,
            &say::point_versus(before.axis_label()),
            &change,
            &answer.measure,
        );
    }
    if series.role == SeriesRole::Comparator {
        return;
    }
    let comparator = answer
        .series
        .iter()
        .find(|other| other.role == SeriesRole::Comparator);
    let compared = comparator.and_then(|other| {
        let point = other.points.get(index)?.as_ref()?;
        Some((other, point::shown(&point.outcome, unit).ok()?))
    });
    if let Some((other, compared)) = compared
        && matches!(unit, Unit::Percent | Unit::Per1000 | Unit::Per100000)
    {
        // The comparator usually holds the cohort within it, so that a test of two independent samples
        // would be wrong: only the difference is shown.
        let difference = estimate.value - compared.value;
        let unit = if unit == Unit::Percent {
            Unit::PercentagePoints.format(difference)
        } else {
            number::signed(difference, unit.decimals())
        };
        // Names of places stay as they are.
        let name = if other.label == Cohort::everyone().label() {
            say::compared_everyone()
        } else {
            &other.label
        };
        let row = KeyValueRow::new(say::point_versus(name), unit);
        explained(ui, row, "Comparator").on_hover_text(say::point_difference_why());
    }
}

/// That a figure is not compared with that of an earlier period, and why.
pub(super) fn not_comparable_ui(ui: &mut Ui, before: &Period, why: &SeriesBreak) {
    let key = say::point_versus(before.axis_label());
    let row = KeyValueRow::new(key, say::point_not_comparable());
    explained(ui, row, "Break in series").on_hover_text(why.why_in_full());
    let words = RichText::new(phrase::capital(&why.why_in_full())).size(tokens(ui).text.small);
    ui.label(words.color(tokens(ui).colours.ink_secondary));
}

pub(super) fn change_row_ui(ui: &mut Ui, key: &str, change: &Change, measure: &Measure) {
    let (mark, words, tone) = change_words(change, measure);
    let is_clear = mark.is_some();
    let row = KeyValueRow::new(key, words)
        .change(mark, tone)
        .significant(is_clear);
    let row = explained(ui, row, "Clear change");
    row.on_hover_text(test_words(change));
}

/// What a test found, with the p-value that decides.
pub(super) fn test_words(change: &Change) -> String {
    let is_clear = matches!(change.direction, Direction::Up | Direction::Down);
    let is_adjusted = change.adjusted_p_value != change.p_value;
    let Some(p) = change.adjusted_p_value.map(p_words) else {
        return say::test_none().to_owned();
    };
    match (is_clear, is_adjusted) {
        (true, false) => say::test_clear(p),
        (true, true) => say::test_clear_adjusted(p),
        (false, false) => say::test_chance(p),
        (false, true) => say::test_chance_adjusted(p),
    }
}

fn p_words(p: f64) -> String {
    if p < 0.001 {
        String::from("< 0.001")
    } else {
        format!("= {}", number::rounded(p, 3))
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_name_loses_its_middle() {
        assert_eq!(shortened("return.xlsx"), "return.xlsx");
        let short = shortened("police_and_crime_survey_tables.xlsx");
        assert_eq!(short, "police_and_crime_…les.xlsx");
        assert!(short.chars().count() <= super::NAME_LETTERS);
    }
}
