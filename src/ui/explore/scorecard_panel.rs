//! The panel beside the scorecard: the selected target, where it stands and why, when its next figure is due.

use egui::{Label, RichText, ScrollArea, Ui};

use super::library::change_words;
use super::rows_behind::{of_target, rows_link_ui};
use super::scorecard_view::{new_target, offer_words, take_over};
use super::screen::Exploring;
use super::state::{ExploreState, ExploreTab};
use super::tab_words::tab_words_ui;
use super::target_draft::TargetDraft;
use crate::analysis::targets::{Expected, Scorecard, ScorecardRow, Wanted, offered};
use crate::chart::ScorecardModel;
use crate::chart::scorecard::{RowModel, Standing};
use crate::chart::wording::{scorecard as wording, targets_spoken};
use crate::data::Period;
use crate::project::{Edit, TargetEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::help::{explained, what_is};
use crate::ui::kit::{Badge, Button, Icon, KeyValueRow, SectionHeading, Tone, text};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn scorecard_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    scorecard: &Scorecard,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let model = ScorecardModel::new(scorecard, &exploring.project.view.scorecard);
        let shown = |row: &&ScorecardRow| model.rows.iter().any(|held| held.id == row.target.id);
        let mut rows = scorecard.rows.iter().filter(shown);
        let selected = rows
            .clone()
            .find(|row| Some(row.target.id) == state.selected_target)
            .or_else(|| rows.next());
        if let Some(row) = selected {
            target_ui(ui, exploring, row, state, actions);
        }
        ui.add(SectionHeading::new(say::scorecard_targets()));
        ui.spacing_mut().item_spacing.y = tokens(ui).space.small;
        if scorecard.rows.is_empty() {
            small_ui(ui, say::scorecard_to_read_here());
        } else {
            if ui
                .add(Button::secondary(say::panel_target()).full_width())
                .clicked()
            {
                state.target_draft = new_target(exploring);
            }
            for offered in offered(exploring.catalogue) {
                let words = offer_words(&offered);
                let button = Button::secondary(say::scorecard_take_over()).named(words.clone());
                if ui.add(button.full_width()).on_hover_text(words).clicked() {
                    actions.edit(take_over(offered));
                }
            }
            tab_words_ui(ui, ExploreTab::Scorecard, None);
            ui.add(SectionHeading::new(say::panel_take()));
            let copy = ui.add(Button::secondary(say::values_copy()).full_width());
            if copy.on_hover_text(say::values_copy_does()).clicked() {
                actions.send(Action::Copy(as_cells(&model.rows)));
            }
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
    });
}

fn target_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    row: &ScorecardRow,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let title = match row.area.as_str() {
        "" => row.measure.name.clone(),
        area => say::TargetOf {
            measure: &row.measure.name,
            area,
        }
        .say(),
    };
    ui.add(Label::new(text::headline(&title, tokens(ui).text.panel)).wrap());
    ui.add_space(tokens(ui).space.small);
    let standing = Standing::of(row);
    let (tone, mark) = match standing {
        Standing::OnTrack => (Tone::Good, Icon::Dot),
        Standing::OffTrack => (Tone::Bad, Icon::Down),
        Standing::CannotTell => (Tone::Neutral, Icon::Diamond),
        Standing::DataDue | Standing::Overdue => (Tone::Warning, Icon::Ring),
    };
    ui.horizontal(|ui| {
        ui.add(Badge::new(targets_spoken::standing(standing), tone).mark(mark));
        what_is(ui, "On track");
    });
    ui.add_space(tokens(ui).space.tight);
    small_ui(
        ui,
        &crate::base::text::upper_first(&targets_spoken::why(row)),
    );
    ui.add(SectionHeading::new(say::target_target()));
    facts_ui(ui, row);
    ui.add(SectionHeading::new(say::target_data_due()));
    data_due_ui(ui, row);
    from_ui(ui, exploring, row);
    rows_link_ui(ui, of_target(row), actions);
    ui.add_space(tokens(ui).space.medium);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens(ui).space.small;
        let edit = Button::secondary(say::target_edit())
            .small()
            .named(say::target_edit_named(&title));
        if ui.add(edit).clicked() {
            state.target_draft = Some(TargetDraft::of(&row.target));
        }
        let remove = Button::secondary(say::target_remove())
            .small()
            .named(say::target_remove_named(&title));
        if ui.add(remove).clicked() {
            actions.edit(Edit::Targets(TargetEdit::Remove(row.target.id)));
        }
        if exploring.catalogue.entry(&row.target.measure).is_some() {
            let show = Button::secondary(say::target_show_trend()).small();
            if ui.add(show).clicked() {
                let key = exploring.catalogue.key_of(&row.target.measure).clone();
                actions.send(Action::ShowMeasure(key));
                actions.send(Action::ShowTab(ExploreTab::Trend));
            }
        }
    });
}

/// What is wanted, from where, and what there is.
fn facts_ui(ui: &mut Ui, row: &ScorecardRow) {
    let unit = row.measure.unit;
    let target = &row.target;
    let aim = targets_spoken::aim(target.aim, unit);
    if let Some(baseline) = &row.baseline {
        let key = match target.aim.rule(Some(baseline.value)) {
            Some(_) if target.aim.is_change() => say::target_aim_from(&aim),
            _ => say::target_baseline().to_owned(),
        };
        let row = KeyValueRow::new(key, unit.format(baseline.value));
        let response = explained(ui, row, "Baseline");
        if let Some(period) = baseline.period {
            response.on_hover_text(say::target_baseline_period(period.label()));
        }
    } else {
        let row = KeyValueRow::new(say::target_baseline(), say::target_baseline_none());
        explained(ui, row, "Baseline");
    }
    match (
        row.wanted,
        target
            .aim
            .rule(row.baseline.as_ref().map(|held| held.value)),
    ) {
        (_, Some(rule)) => {
            let row = KeyValueRow::new(say::target_that_is(), targets_spoken::rule(rule, unit));
            explained(ui, row, "Target");
        }
        (Wanted::EitherOf { per_cent, points }, _) => {
            let row = KeyValueRow::new(
                say::target_as_per_cent(),
                targets_spoken::rule(per_cent, unit),
            );
            explained(ui, row, "As per cent of it");
            let row = KeyValueRow::new(say::target_as_points(), targets_spoken::rule(points, unit));
            explained(ui, row, "As percentage points");
        }
        _ => {
            let row = KeyValueRow::new(say::target_wanted(), aim);
            explained(ui, row, "Target");
        }
    }
    if let Some(due) = &target.due {
        ui.add(KeyValueRow::new(say::target_due_by(), wording::when(due)));
    }
    for milestone in &target.milestones {
        let key = say::target_milestone_by(wording::when(&milestone.due));
        let row = KeyValueRow::new(key, unit.format(milestone.value));
        explained(ui, row, "Milestone");
    }
    let (now, period) = targets_spoken::now(row);
    let key = if period.is_empty() {
        say::target_now().to_owned()
    } else {
        say::target_now_in(period)
    };
    ui.add(KeyValueRow::new(key, now));
    if let Some(interval) = row.interval {
        let words = say::TargetIntervalFromTo {
            from: unit.format(interval.lower),
            to: unit.format(interval.upper),
        };
        let row = KeyValueRow::new(say::point_interval(), words.say());
        explained(ui, row, "95% interval");
    }
    if let Some(held) = &row.change {
        let (mark, words, tone) = change_words(&held.change, &row.measure);
        let is_clear = mark.is_some();
        let row = KeyValueRow::new(say::target_against_baseline(), words)
            .change(mark, tone)
            .significant(is_clear);
        explained(ui, row, "Clear change");
    }
    if !target.owner.is_empty() {
        ui.add(KeyValueRow::new(say::target_owner(), &*target.owner));
    }
    if !target.words.is_empty() {
        ui.add_space(tokens(ui).space.small);
        small_ui(ui, &say::target_quoted(&target.words));
    }
}

/// When the last return came in, and when the next figure is expected.
fn data_due_ui(ui: &mut Ui, row: &ScorecardRow) {
    let on = |date| Period::day(date).map_or_else(String::new, |day| wording::when(&day));
    let imported = row
        .points
        .iter()
        .map(|(_, point)| point.outcome.provenance().source.imported_on)
        .max();
    let imported = imported.map_or_else(|| say::target_no_return().to_owned(), on);
    ui.add(KeyValueRow::new(say::target_last_return(), imported));
    let (key, next) = match row.expected {
        Expected::NotKnown => (
            say::target_next_expected(),
            say::target_not_known().to_owned(),
        ),
        Expected::Due(day) => (say::target_next_expected(), on(day)),
        Expected::OverdueSince(day) => (say::target_overdue_since(), on(day)),
    };
    ui.add(KeyValueRow::new(key, next));
}

/// The cells of the latest figure and of the target.
fn from_ui(ui: &mut Ui, exploring: &Exploring<'_>, row: &ScorecardRow) {
    let size = tokens(ui).text.small;
    ui.add_space(tokens(ui).space.small);
    if let Some((_, point)) = row.latest() {
        let cells = point.outcome.provenance().describe();
        small_ui(ui, &say::target_figure_from(cells));
    }
    let Some(from) = &row.target.taken_from else {
        return;
    };
    let source = exploring
        .catalogue
        .sources()
        .iter()
        .find(|source| source.id == from.source);
    if let Some(source) = source {
        small_ui(ui, &say::target_from(source.describe_cell(from.cell)));
    }
    if !row.target.plan.is_empty() {
        let words = RichText::new(&row.target.plan).size(size);
        ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).wrap());
    }
}

fn small_ui(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).size(tokens(ui).text.small);
    ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).wrap());
}

/// The scorecard as text that Excel takes as cells.
fn as_cells(rows: &[RowModel]) -> String {
    let mut text = String::from(
        "Measure\tPlace\tBaseline\tBaseline period\tNow\tPeriod\tTarget\tDue\tStatus\tWhy\tOwner\tCell",
    );
    for row in rows {
        let cells = [
            &*row.measure,
            &row.place,
            &row.baseline.0,
            &row.baseline.1,
            &row.now.0,
            &row.now.1,
            &row.wanted.0,
            &row.wanted.1,
            row.standing.word(),
            &row.why,
            &row.owner,
            &row.cell,
        ];
        text.push('\n');
        text.push_str(&cells.join("\t"));
    }
    text
}
