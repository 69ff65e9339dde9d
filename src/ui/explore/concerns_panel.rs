//! The panel beside a list of concerns: the selected issue here and in the wider area, what became of it, and
//! where its figure stands.

use egui::{RichText, ScrollArea, Ui};

use super::concerns_view::open_trend;
use super::screen::Exploring;
use super::selected_point::{from_ui, save_picture_ui};
use super::state::{ExploreState, ExploreTab};
use super::tab_words::tab_words_ui;
use crate::analysis::ConcernsAnswer;
use crate::analysis::concerns::ConcernRow;
use crate::analysis::{Direction, Outcome};
use crate::base::number;
use crate::base::text::upper_first;
use crate::base::typeface::Weight;
use crate::chart::point;
use crate::data::Unit;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn concerns_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &ConcernsAnswer,
    state: &ExploreState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(row) = state.concerns.row(answer) {
            issue_ui(ui, exploring, answer, row, actions);
        }
        let mut spec = exploring.project.view.concerns.clone();
        let before = spec.clone();
        ui.add(SectionHeading::new(say::panel_show()));
        ui.add(Checkbox::new(
            &mut spec.with_wider,
            say::concerns_with_wider(),
        ));
        if spec != before {
            actions.edit(Edit::SetConcerns(spec));
        }
        tab_words_ui(ui, ExploreTab::Concerns, Some(Unit::Percent));
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
    });
}

/// The selected issue.
fn issue_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &ConcernsAnswer,
    row: &ConcernRow,
    actions: &mut Actions,
) {
    let lead = tokens(ui).text.panel;
    let small = tokens(ui).space.small;
    let title = RichText::new(&row.item.name);
    ui.label(title.font(font(Weight::SemiBold, lead)));
    ui.add_space(small);
    for (key, value) in rows(row, answer) {
        ui.add(KeyValueRow::new(key, value));
    }
    ui.add_space(small);
    if let Some(outcome) = &row.outcome
        && from_ui(ui, outcome.provenance())
    {
        open_trend(exploring, answer, &row.item, actions);
        actions.send(Action::ShowTab(ExploreTab::Data));
    }
    ui.add_space(small);
    let over_time = ui.add(Button::secondary(say::concerns_over_time()).full_width());
    if over_time.clicked() {
        open_trend(exploring, answer, &row.item, actions);
    }
}

/// What is said of an issue, as names and values.
fn rows(row: &ConcernRow, answer: &ConcernsAnswer) -> Vec<(String, String)> {
    let here = if answer.area.is_empty() {
        say::concern_percent().to_owned()
    } else {
        answer.area.clone()
    };
    let mut rows = vec![(here, printed(row.outcome.as_ref()))];
    let mut add = |name: &str, value: String| rows.push((name.to_owned(), value));
    if let Some(estimate) = row.shown() {
        if let Some(interval) = estimate.interval {
            let words = say::ConcernFromTo {
                from: Unit::Percent.format(interval.lower),
                to: Unit::Percent.format(interval.upper),
            };
            add(say::point_interval(), words.say());
        }
        let base = estimate.unweighted_base.map_or_else(
            || say::concern_base_not_given().to_owned(),
            |base| number::grouped(base, 0),
        );
        add(say::concern_base(), base);
        let words = match &row.change {
            Some(held) => say::ConcernChangeBy {
                change: change_word(row),
                points: Unit::PercentagePoints.format(held.change.difference),
            }
            .say(),
            None => change_word(row).to_owned(),
        };
        add(say::concern_change(), words);
    }
    if let Some(wider) = &answer.wider {
        add(wider, printed(row.wider.as_ref()));
        if let Some(held) = &row.against_wider {
            let words = say::ConcernAgainstRestOf {
                words: against_word(row),
                rest: Unit::Percent.format(held.comparison.from.value),
            };
            add(say::concern_against_rest(), words.say());
        }
    }
    rows
}

fn printed(outcome: Option<&Outcome>) -> String {
    let shown = outcome.map(|outcome| point::shown(outcome, Unit::Percent));
    match shown {
        Some(Ok(estimate)) => Unit::Percent.format(estimate.value),
        Some(Err(reason)) => upper_first(reason.spoken()),
        None => say::concern_not_available().to_owned(),
    }
}

/// Whether more or fewer are concerned than before.
fn change_word(row: &ConcernRow) -> &'static str {
    match row.change.as_ref().map(|held| held.change.direction) {
        Some(Direction::Up) => say::concern_more(),
        Some(Direction::Down) => say::concern_fewer(),
        Some(Direction::NoClearChange) => say::concern_same(),
        Some(Direction::NotTested) => say::concern_not_tested(),
        None if row.shown().is_none() => "",
        None if row.not_comparable.is_some() => say::concern_break(),
        None => say::concern_none_before(),
    }
}

/// How the area stands against the wider one.
fn against_word(row: &ConcernRow) -> &'static str {
    let against = row.against_wider.as_ref();
    match against.map(|held| held.comparison.direction) {
        Some(Direction::Up) => say::concern_above(),
        Some(Direction::Down) => say::concern_below(),
        Some(Direction::NoClearChange) => say::concern_similar(),
        None if row.shown().is_none() => "",
        Some(Direction::NotTested) | None => say::concern_not_tested(),
    }
}
