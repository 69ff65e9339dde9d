//! The panel beside the chart of priority cohorts: who to look at first, which cohorts are compared, which low
//! bases are not drawn, and the figures to take along.

use egui::{EventFilter, PointerButton, Response, RichText, ScrollArea, Ui};

use super::ExploreTab;
use super::chart_keys::{CHART_KEYS, ChartKey};
use super::priority_view::{PriorityViewState, open_trend};
use super::rows_behind::{of_cohort, rows_link_ui};
use super::screen::Exploring;
use super::tab_words::tab_words_ui;
use crate::analysis::priority::{PriorityAnswer, PriorityCohort};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::chart::priority::shown;
use crate::chart::wording::priority as wording;
use crate::data::Unit;
use crate::project::priority_spec::HiddenBases;
use crate::project::{Edit, PrioritySpec};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, Icon, LIST_KEYS, ListKey, RankedRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// So many stand at the head; the others follow below what can be chosen.
const MOST_RANKED: usize = 8;

/// Draws the panel.
pub(super) fn priority_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &PriorityAnswer,
    state: &mut PriorityViewState,
    actions: &mut Actions,
) {
    let spec = exploring.project.view.priority;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let tokens = tokens(ui);
        let title = RichText::new(say::priority_title());
        ui.label(title.font(font(Weight::SemiBold, tokens.text.panel)));
        let cohorts: Vec<&PriorityCohort> = shown(answer, &spec).collect();
        let (ranked, others): (Vec<_>, Vec<_>) = cohorts
            .into_iter()
            .partition(|cohort| cohort.rank.is_some_and(|rank| rank <= MOST_RANKED));
        ui.add(SectionHeading::new(wording::ranking(
            answer.measure.polarity,
        )));
        if ranked.is_empty() {
            let words = RichText::new(say::priority_none());
            ui.label(words.color(tokens.colours.ink_secondary));
        }
        let mut list = List {
            exploring,
            answer,
            state,
            actions,
            target: None,
        };
        let rows: Vec<&PriorityCohort> = ranked.iter().chain(&others).copied().collect();
        let first = rows.first().map(|cohort| cohort.key.clone());
        let is_stop = |state: &PriorityViewState, cohort: &PriorityCohort| {
            let is_listed = rows
                .iter()
                .any(|row| Some(&row.key) == state.selected.as_ref());
            let stop = if is_listed {
                state.selected.as_ref()
            } else {
                first.as_ref()
            };
            stop == Some(&cohort.key)
        };
        for (index, cohort) in rows.iter().enumerate() {
            if index == ranked.len() {
                list.selected_ui(ui, &ranked);
                look_deeper_ui(ui, answer, spec, list.actions);
                ui.add(SectionHeading::new(say::priority_others()));
            }
            let stop = is_stop(list.state, cohort);
            list.row_ui(ui, cohort, stop, index, rows.len());
        }
        if others.is_empty() {
            list.selected_ui(ui, &ranked);
            look_deeper_ui(ui, answer, spec, list.actions);
        } else {
            list.selected_ui(ui, &others);
        }
        if let Some(target) = list.target.and_then(|target| rows.get(target)) {
            list.state.selected = Some(target.key.clone());
            list.state.is_row_awaited = true;
            ui.ctx().request_repaint();
        }
        take_along_ui(ui, answer, &rows, actions);
    });
}

/// The rows, with what happens to them.
struct List<'a, 'b> {
    exploring: &'a Exploring<'b>,
    answer: &'a PriorityAnswer,
    state: &'a mut PriorityViewState,
    actions: &'a mut Actions,
    /// The row that an arrow leads to.
    target: Option<usize>,
}

impl List<'_, '_> {
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        cohort: &PriorityCohort,
        is_stop: bool,
        index: usize,
        count: usize,
    ) {
        let (Some(level), Some(change)) = (cohort.level(), cohort.difference()) else {
            return;
        };
        let is_selected = self.state.selected.as_ref() == Some(&cohort.key);
        let mark = match change {
            change if change > 0.0 => Some(Icon::Up),
            change if change < 0.0 => Some(Icon::Down),
            _ => None,
        };
        let mut row = RankedRow::new(&*cohort.label, Unit::Percent.format(level.value))
            .change(mark, number::grouped(change.abs(), 1))
            .selected(is_selected)
            .tab_stop(is_stop);
        if let Some(words) = note(self.answer, cohort) {
            row = row.note(words);
        }
        let response = ui.add(row);
        if is_stop && std::mem::take(&mut self.state.is_row_awaited) {
            response.request_focus();
            response.scroll_to_me(None);
        }
        let by_pointer = response.clicked_by(PointerButton::Primary);
        if response.double_clicked() || (response.clicked() && !by_pointer && is_selected) {
            open_trend(self.exploring, self.answer, &cohort.key, self.actions);
        } else if response.clicked() {
            self.state.selected = Some(cohort.key.clone());
            response.request_focus();
        }
        if is_stop && response.has_focus() {
            if let Some(target) = walked_to(ui, &response, index, count, is_selected) {
                self.target = Some(target);
            }
            if is_selected
                && CHART_KEYS
                    .pressed_where(ui, |key| key == ChartKey::Escape)
                    .is_some()
            {
                self.state.selected = None;
            }
        }
    }

    /// The way to the trend of the selected cohort, where it is one of these.
    fn selected_ui(&mut self, ui: &mut Ui, rows: &[&PriorityCohort]) {
        let selected = self.state.selected.as_ref();
        let Some(cohort) = rows.iter().find(|row| Some(&row.key) == selected) else {
            return;
        };
        ui.add_space(tokens(ui).space.small);
        rows_link_ui(ui, of_cohort(self.answer, cohort), self.actions);
        if !cohort.has_trend {
            return;
        }
        ui.add_space(tokens(ui).space.small);
        let button = ui.add(Button::secondary(say::priority_over_time()).full_width());
        let hint = say::priority_over_time_does(&cohort.label);
        if button.on_hover_text(hint).clicked() {
            open_trend(self.exploring, self.answer, &cohort.key, self.actions);
        }
    }
}

/// What is said of a cohort below its name: its class, or why it was not tested.
fn note(answer: &PriorityAnswer, cohort: &PriorityCohort) -> Option<String> {
    use crate::analysis::priority::Testing;
    match cohort.testing {
        Testing::Tested => {
            let evidence = cohort.evidence.as_ref()?;
            wording::class_spoken(evidence, answer.measure.polarity)
        }
        Testing::LowBase => Some(say::priority_low_base().to_owned()),
        Testing::NoBase => Some(say::priority_no_base().to_owned()),
        Testing::Broken => Some(say::priority_break().to_owned()),
        Testing::NoValue => None,
    }
}

/// The row that an arrow, Home or End leads to; the first arrow selects the row itself.
fn walked_to(
    ui: &Ui,
    response: &Response,
    index: usize,
    count: usize,
    is_selected: bool,
) -> Option<usize> {
    let filter = EventFilter {
        vertical_arrows: true,
        escape: is_selected,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let key = LIST_KEYS.pressed(ui)?;
    if key == ListKey::Next && !is_selected {
        return Some(index);
    }
    key.from(index, count, |_| true).or(Some(index))
}

/// Which cohorts are compared, and which low bases are not drawn.
fn look_deeper_ui(ui: &mut Ui, answer: &PriorityAnswer, spec: PrioritySpec, actions: &mut Actions) {
    let mut changed = spec;
    ui.add(SectionHeading::new(say::priority_deeper()));
    let singles = say::priority_singles(answer.singles);
    ui.add(Checkbox::new(&mut changed.singles, singles));
    let pairs = say::priority_pairs(answer.pairs);
    ui.add(Checkbox::new(&mut changed.pairs, pairs));
    ui.add(SectionHeading::new(say::priority_hide()));
    for (base, hides, without) in [
        (50, HiddenBases::Under50, HiddenBases::Nothing),
        (100, HiddenBases::Under100, HiddenBases::Under50),
    ] {
        let was_hidden = spec.hidden_bases.least_base() >= hides.least_base();
        let mut is_hidden = was_hidden;
        ui.add(Checkbox::new(
            &mut is_hidden,
            say::priority_bases_below(base),
        ));
        if is_hidden != was_hidden {
            changed.hidden_bases = if is_hidden { hides } else { without };
        }
    }
    if changed != spec {
        actions.edit(Edit::SetPriority(changed));
    }
}

/// The chart as a picture and its figures as a table.
fn take_along_ui(
    ui: &mut Ui,
    answer: &PriorityAnswer,
    rows: &[&PriorityCohort],
    actions: &mut Actions,
) {
    tab_words_ui(ui, ExploreTab::PriorityCohorts, Some(Unit::Percent));
    ui.add(SectionHeading::new(say::panel_take()));
    let shortcut = Command::SavePicture.shortcut_text(ui.ctx());
    let save = Button::secondary(Command::SavePicture.text())
        .shortcut(shortcut)
        .full_width();
    let save = ui.add(save);
    if save.on_hover_text(Command::SavePicture.tooltip()).clicked() {
        actions.run(Command::SavePicture);
    }
    ui.add_space(tokens(ui).space.small);
    let copy = ui.add(Button::secondary(say::panel_copy_as_table()).full_width());
    if copy.on_hover_text(say::priority_copy_does()).clicked() {
        actions.send(Action::Copy(wording::table(answer, rows)));
    }
}
