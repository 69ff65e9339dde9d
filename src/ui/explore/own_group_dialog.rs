//! The dialog in which a group of people of the project's own is put together: its name, lines of conditions
//! that read as a sentence, and how many respondents fit.

use egui::{Context, Id, Label, RichText, Ui};

use super::own_group_draft::{Body, OwnGroupDraft};
use super::screen::Exploring;
use super::sentence::with_split;
use super::state::ExploreState;
use crate::analysis::cohort_rule::{
    ColumnChoices, ColumnKind, Join, NamedCohort, OWN_GROUPS, RuleLine, RuleLines,
};
use crate::analysis::{MeasureKey, Question, Split, first_question};
use crate::base::typeface::Weight;
use crate::chart::wording::own_groups as wording;
use crate::data::place_names::other_names;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Chip, Choice, Icon, SectionHeading, TextField, at_right, modal, modal_fields,
    modal_title,
};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 620.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 300.0;

/// Draws the dialog while a group is being put together.
pub(super) fn own_group_dialog_ui(
    ctx: &Context,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(mut draft) = state.own_group_draft.take() else {
        return;
    };
    let title = if draft.former.is_none() {
        say::own_title_new()
    } else {
        say::own_title_change()
    };
    let id = Id::unique("own group dialog");
    let (is_done, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        if draft.columns.is_empty() {
            return no_survey_ui(ui);
        }
        modal_fields(ui, AROUND, |ui| {
            which_ui(ui, exploring, &mut draft);
            name_ui(ui, &mut draft);
            ui.add(SectionHeading::new(say::own_who()));
            body_ui(ui, &mut draft);
        });
        end_ui(ui, exploring, &mut draft, actions)
    });
    if !(is_done || should_close) {
        state.own_group_draft = Some(draft);
    }
}

/// Where no workbook has respondents; whether the dialog is closed.
fn no_survey_ui(ui: &mut Ui) -> bool {
    let secondary = tokens(ui).colours.ink_secondary;
    let words = RichText::new(say::own_no_survey()).color(secondary);
    ui.add(Label::new(words).wrap());
    ui.add_space(tokens(ui).space.large);
    at_right(ui, "close", |ui| {
        ui.add(Button::primary(say::close())).clicked()
    })
}

/// Which group is being put together: a new one, or one that the project has.
fn which_ui(ui: &mut Ui, exploring: &Exploring<'_>, draft: &mut OwnGroupDraft) {
    let groups = &exploring.project.groups;
    if groups.is_empty() {
        return;
    }
    let mut choices = vec![Choice::new(say::own_new())];
    let held = groups.iter();
    choices.extend(held.map(|group| Choice::new(&*group.name).section(say::own_of_project())));
    let current = draft.former.as_ref().map_or(Some(0), |former| {
        let place = groups.iter().position(|group| group.name == *former);
        place.map(|place| place + 1)
    });
    let chosen = ui.horizontal(|ui| {
        ui.label(say::own_work_on());
        Chip::of(say::own_group(), &choices, current.unwrap_or(0))
            .small()
            .ui(ui)
            .chosen
    });
    let Some(chosen) = chosen.inner.filter(|chosen| Some(*chosen) != current) else {
        return;
    };
    let group = chosen.checked_sub(1).and_then(|place| groups.get(place));
    *draft = match group {
        None => OwnGroupDraft::new(exploring.project),
        Some(group) => OwnGroupDraft::of(exploring.project, group),
    };
}

/// The name: what is proposed, until somebody types one.
fn name_ui(ui: &mut Ui, draft: &mut OwnGroupDraft) {
    if !draft.is_named && matches!(draft.body, Body::Lines(_)) {
        draft.name = draft.proposed_name();
    }
    let field = TextField::new(Id::unique("own group name"), say::story_name())
        .hint(say::own_name_hint())
        .ui(ui, &mut draft.name);
    if field.changed() {
        // A name that was cleared is proposed again.
        draft.is_named = !draft.name.trim().is_empty();
    }
}

fn body_ui(ui: &mut Ui, draft: &mut OwnGroupDraft) {
    let columns = draft.columns.clone();
    let is_first_frame = !std::mem::replace(&mut draft.has_begun, true);
    match &mut draft.body {
        Body::Lines(lines) => lines_ui(ui, lines, &columns, is_first_frame),
        Body::Signs(signs) => {
            let field = TextField::new(Id::unique("own group rule"), say::own_rule())
                .hint(say::own_rule_hint())
                .ui(ui, signs);
            if is_first_frame {
                field.request_focus();
            }
            small_ui(ui, say::own_rule_signs(), false);
        }
    }
}

fn lines_ui(ui: &mut Ui, lines: &mut RuleLines, columns: &[ColumnChoices], is_first_frame: bool) {
    if lines.lines.len() > 1 {
        ui.horizontal(|ui| {
            ui.label(say::own_people_of_whom());
            let choices = [say::own_all(), say::own_any()].map(Choice::new);
            let current = usize::from(lines.join == Join::Any);
            let chip = Chip::of(say::own_together(), &choices, current).small();
            if let Some(chosen) = chip.ui(ui).chosen {
                lines.join = if chosen == 0 { Join::All } else { Join::Any };
            }
        });
    }
    let mut dropped = None;
    let can_drop = lines.lines.len() > 1;
    let join = lines.join;
    for (index, line) in lines.lines.iter_mut().enumerate() {
        let begin = is_first_frame && index == 0;
        if line_ui(ui, (index, join), line, columns, can_drop, begin) {
            dropped = Some(index);
        }
    }
    if let Some(index) = dropped {
        lines.lines.remove(index);
    }
    let add = Button::secondary(say::own_add()).small();
    if ui.add(add).clicked() {
        lines.lines.push(RuleLine::default());
    }
}

/// What stands between "who" and the column.
fn verb(kind: ColumnKind, is_contrary: bool) -> &'static str {
    match (kind, is_contrary) {
        (ColumnKind::Dimension, false) => say::own_are_in(),
        (ColumnKind::Dimension, true) => say::own_are_not_in(),
        (ColumnKind::Area, false) => say::own_live_in(),
        (ColumnKind::Area, true) => say::own_do_not_live_in(),
        (ColumnKind::Question, false) => say::own_said(),
        (ColumnKind::Question, true) => say::own_did_not_say(),
    }
}

fn section(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Dimension => say::roles_groups(),
        ColumnKind::Area => say::own_where(),
        ColumnKind::Question => say::own_answered(),
    }
}

/// One line of the sentence: "and who live in Area: Nottingham"; whether it is to go.
fn line_ui(
    ui: &mut Ui,
    (index, join): (usize, Join),
    line: &mut RuleLine,
    columns: &[ColumnChoices],
    can_drop: bool,
    begin: bool,
) -> bool {
    let number = index + 1;
    let held = columns.iter().find(|held| held.name == line.column);
    let kind = held.map_or(ColumnKind::Dimension, |held| held.kind);
    ui.horizontal_wrapped(|ui| {
        ui.label(match (index, join) {
            (0, _) => say::own_first(),
            (_, Join::All) => say::own_and(),
            (_, Join::Any) => say::own_or(),
        });
        let verbs = [verb(kind, false), verb(kind, true)].map(Choice::new);
        let chip = Chip::of(
            say::own_condition_holds(number),
            &verbs,
            usize::from(line.is_contrary),
        );
        if let Some(chosen) = chip.small().ui(ui).chosen {
            line.is_contrary = chosen == 1;
        }
        column_ui(ui, number, line, columns, begin);
        if let Some(held) = columns.iter().find(|held| held.name == line.column) {
            ui.label(":");
            entries_ui(ui, number, line, held);
        } else if !line.column.is_empty() {
            ui.label(format!(": {}", wording::either(&line.entries)));
        }
        let remove = Button::icon(Icon::Cross, say::own_condition_remove(number));
        can_drop && ui.add(remove).clicked()
    })
    .inner
}

/// What a line is about.
fn column_ui(
    ui: &mut Ui,
    number: usize,
    line: &mut RuleLine,
    columns: &[ColumnChoices],
    begin: bool,
) {
    let choices: Vec<Choice<'_>> = columns
        .iter()
        .map(|held| Choice::new(&*held.name).section(section(held.kind)))
        .collect();
    let current = columns.iter().position(|held| held.name == line.column);
    let word = if line.column.is_empty() {
        say::own_choose()
    } else {
        &line.column
    };
    let name = say::own_condition_about(number);
    let shown = Chip::new(name, word, &choices)
        .current(current)
        .action()
        .small()
        .ui(ui);
    if begin {
        shown.response.request_focus();
    }
    if let Some(held) = shown.chosen.and_then(|place| columns.get(place))
        && held.name != line.column
    {
        line.column.clone_from(&held.name);
        line.entries.clear();
    }
}

/// The groups, places or answers of a line; one that is chosen again goes.
fn entries_ui(ui: &mut Ui, number: usize, line: &mut RuleLine, held: &ColumnChoices) {
    // What a line names and no survey knows can be taken out all the same.
    let mut entries: Vec<&String> = held.entries.iter().collect();
    let chosen_before = line.entries.clone();
    let is_unknown = |entry: &&String| !held.entries.contains(entry);
    entries.extend(chosen_before.iter().filter(is_unknown));
    let choices: Vec<Choice<'_>> = entries
        .iter()
        .map(|entry| {
            let detail = match (is_unknown(entry), line.entries.contains(entry)) {
                (true, _) => say::own_chosen_unknown(),
                (false, true) => say::own_chosen(),
                (false, false) => "",
            };
            let choice = Choice::new(&***entry).detail(detail);
            if held.kind == ColumnKind::Area {
                choice.found_by(other_names(entry, None).join("\n"))
            } else {
                choice
            }
        })
        .collect();
    let word = if line.entries.is_empty() {
        say::own_choose().to_owned()
    } else {
        wording::either(&line.entries)
    };
    let current = line.entries.last();
    let current = current.and_then(|last| entries.iter().position(|entry| *entry == last));
    let name = say::OwnConditionEntries {
        column: &held.name,
        number,
    }
    .say();
    let chip = Chip::new(name, word, &choices)
        .current(current)
        .action()
        .small();
    let shown = chip.ui(ui);
    let chosen = shown.chosen.and_then(|place| entries.get(place).copied());
    if let Some(chosen) = chosen {
        if line.entries.contains(chosen) {
            line.entries.retain(|entry| entry != chosen);
        } else {
            // In the order of the list, in whatever order they were chosen.
            line.entries.push(chosen.clone());
            line.entries
                .sort_by_key(|entry| held.entries.iter().position(|other| other == entry));
        }
    }
    shown.response.on_hover_text(say::own_entries_does());
}

fn small_ui(ui: &mut Ui, words: &str, is_warning: bool) {
    let tokens = tokens(ui);
    let colour = if is_warning {
        tokens.colours.warning
    } else {
        tokens.colours.ink_secondary
    };
    let words = RichText::new(words).size(tokens.text.small).color(colour);
    ui.add(Label::new(words).wrap());
}

/// How many fit, and the buttons; whether the dialog is closed.
fn end_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    draft: &mut OwnGroupDraft,
    actions: &mut Actions,
) -> bool {
    let project = exploring.project;
    if let Ok(rule) = draft.rule() {
        let fitting = draft.fitting(project, &rule);
        let is_only = fitting.len() == 1;
        for one in fitting {
            let words = wording::fitting_words(one, is_only);
            let weight = font(Weight::SemiBold, tokens(ui).text.body);
            ui.add(Label::new(RichText::new(words).font(weight)).wrap());
            let warning = one.outcome.as_ref().ok().and_then(wording::low_base_words);
            if let Some(warning) = warning {
                small_ui(ui, &warning, true);
            }
        }
    }
    let finished = draft.finished(project);
    if let Err(missing) = &finished {
        small_ui(ui, missing, false);
    }
    ui.add_space(tokens(ui).space.medium);
    let mut is_closed = false;
    at_right(ui, "buttons", |ui| {
        if let Some(former) = &draft.former {
            let delete = Button::secondary(say::own_delete());
            if ui.add(delete).clicked() {
                drop_group(exploring, former, actions);
                is_closed = true;
            }
        }
        is_closed |= ui.add(Button::secondary(say::cancel())).clicked();
        let words = if draft.former.is_none() {
            say::own_keep()
        } else {
            say::own_title_change()
        };
        let keep = ui.add_enabled(finished.is_ok(), Button::primary(words));
        if let (true, Ok(group)) = (keep.clicked(), &finished) {
            keep_group(exploring, draft, group, actions);
            is_closed = true;
        }
    });
    is_closed
}

/// Keeps a group; a new one is shown beside the project's others at once, where the measure on show is of its
/// survey.
fn keep_group(
    exploring: &Exploring<'_>,
    draft: &mut OwnGroupDraft,
    group: &NamedCohort,
    actions: &mut Actions,
) {
    let mut edits = draft.edits(exploring.project, group);
    let question = exploring.project.view.question.as_ref();
    if let Some(question) = question.filter(|_| draft.former.is_none())
        && is_known_of(exploring, &question.measure, draft, group)
        && let Some(entry) = exploring.catalogue.entry(&question.measure)
    {
        let split = Split::Dimensions(vec![OWN_GROUPS.to_owned()]);
        let mut asked = with_split(question, entry, split);
        if draft.is_about_places()
            && let Some(widest) = entry.widest_area()
        {
            // A group of one place has nobody in another.
            asked.areas = vec![widest.name.clone()];
        }
        edits.push(Edit::Ask(asked));
        let mut groups = exploring.project.view.groups.clone();
        groups.every_dimension = false;
        edits.push(Edit::SetGroups(groups));
    }
    let label = if draft.former.is_none() {
        format!("Keep the group “{}”", group.name)
    } else {
        format!("Change the group “{}”", group.name)
    };
    actions.send(Action::EditTogether(label, edits));
}

/// Whether a measure comes from a workbook whose survey has people of a group.
fn is_known_of(
    exploring: &Exploring<'_>,
    measure: &MeasureKey,
    draft: &mut OwnGroupDraft,
    group: &NamedCohort,
) -> bool {
    let project = exploring.project;
    let fitting = draft.fitting(project, &group.rule);
    let knowing = fitting.iter().filter(|held| held.outcome.is_ok());
    let mut workbooks = knowing.map(|held| held.workbook.as_str());
    workbooks.any(|workbook| {
        let mut sources = project.sources.iter();
        sources.any(|source| {
            source.file_name == workbook
                && source
                    .measures
                    .iter()
                    .any(|held| exploring.catalogue.key_of(&MeasureKey::of(held)) == measure)
        })
    })
}

/// Keeps a group no more; where it was the last and the chart shows it, the chart is split as at first.
fn drop_group(exploring: &Exploring<'_>, name: &str, actions: &mut Actions) {
    let mut edits = vec![Edit::DropGroup(name.to_owned())];
    let is_last = exploring.project.groups.len() == 1;
    let is_split_by_own = |question: &&Question| match &question.split {
        Split::Areas => false,
        Split::Dimensions(dimensions) => dimensions.iter().any(|held| held == OWN_GROUPS),
    };
    let question = exploring.project.view.question.as_ref();
    if let Some(question) = question.filter(is_split_by_own).filter(|_| is_last) {
        let first = first_question(exploring.catalogue, &question.measure);
        let mut asked = question.clone();
        asked.split = match first.split {
            Split::Dimensions(dimensions) if dimensions.iter().any(|held| held == OWN_GROUPS) => {
                Split::Areas
            }
            split => split,
        };
        edits.push(Edit::Ask(asked));
    }
    actions.send(Action::EditTogether(
        format!("Delete the group “{name}”"),
        edits,
    ));
}
