//! The dialog in which a target is set: what is wanted, from where, by when, and what it comes to.

use egui::{Align, Context, Id, Label, Layout, RichText, Ui, vec2};

use super::state::ExploreState;
use super::target_draft::{AimKind, Reading, TargetDraft, read_date, read_number, read_period};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::targets::{self, TargetAim};
use crate::analysis::{Cadence, Catalogue, MeasureKey};
use crate::base::typeface::Weight;
use crate::chart::scorecard::Standing;
use crate::chart::wording::{scorecard as wording, targets_spoken};
use crate::data::{Cohort, Period, Unit};
use crate::import::area_kind_words;
use crate::project::{Edit, TargetEdit};
use crate::ui::action::Actions;
use crate::ui::data_words::{cadence_words, theme_title, unit_words};
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Chip, Choice, Icon, SectionHeading, TextField, at_right, modal, modal_fields,
    modal_title, text,
};
use crate::ui::tokens::tokens;
use crate::words::{self, say};

/// The room for the button that takes a milestone out.
const REMOVE: f32 = 32.0;
const WIDTH: f32 = 560.0;
/// The width of what stands before a chip.
const CAPTION: f32 = 84.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 264.0;

/// What became of the dialog in this frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Saved,
    Left,
}

/// Draws the dialog while a target is being set.
pub(super) fn target_dialog_ui(
    ctx: &Context,
    catalogue: &Catalogue,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(mut draft) = state.target_draft.take() else {
        return;
    };
    let title = if draft.is_new {
        say::target_set_title()
    } else {
        say::target_change_title()
    };
    let id = Id::unique("target dialog");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        modal_fields(ui, AROUND, |ui| fields_ui(ui, catalogue, &mut draft));
        end_ui(ui, catalogue, &mut draft, actions)
    });
    let ended = match ended {
        Ended::No if should_close => Ended::Left,
        ended => ended,
    };
    if ended == Ended::No {
        state.target_draft = Some(draft);
    }
}

fn fields_ui(ui: &mut Ui, catalogue: &Catalogue, draft: &mut TargetDraft) {
    of_what_ui(ui, catalogue, draft);
    ui.add(SectionHeading::new(say::target_baseline()));
    baseline_ui(ui, catalogue.entry(&draft.target.measure), draft);
    ui.add(SectionHeading::new(say::target_what_is_wanted()));
    aim_ui(ui, draft);
    due_ui(ui, draft);
    ui.add(SectionHeading::new(say::target_for_the_record()));
    record_ui(ui, draft);
}

/// A line of the dialog: what it is of, and a word that is a menu. The choice that was made.
pub(super) fn line_ui(
    ui: &mut Ui,
    caption: &str,
    word: &str,
    choices: &[Choice<'_>],
    current: Option<usize>,
) -> Option<usize> {
    ui.horizontal(|ui| {
        let secondary = tokens(ui).colours.ink_secondary;
        let regular = font(Weight::Regular, tokens(ui).text.body);
        let words = text::line(ui, caption, regular, secondary);
        let size = vec2(CAPTION, tokens(ui).size.chip);
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        text::paint_from(ui.painter(), rect.left_center(), words);
        let chip = Chip::new(caption, word, choices).current(current).small();
        chip.ui(ui).chosen
    })
    .inner
}

/// Measure, area and people.
fn of_what_ui(ui: &mut Ui, catalogue: &Catalogue, draft: &mut TargetDraft) {
    let measures: Vec<(&MeasureKey, &MeasureEntry)> = catalogue.measures().collect();
    let choices: Vec<Choice<'_>> = measures
        .iter()
        .map(|(_, entry)| {
            Choice::new(&*entry.measure.name)
                .detail(unit_words(entry.measure.unit))
                .section(theme_title(entry.measure.theme))
        })
        .collect();
    let key = catalogue.key_of(&draft.target.measure).clone();
    let current = measures.iter().position(|(held, _)| **held == key);
    let word = catalogue
        .entry(&key)
        .map_or(draft.target.measure_name.clone(), |entry| {
            entry.measure.name.clone()
        });
    let chosen = line_ui(ui, say::target_measure(), &word, &choices, current);
    if let Some((key, entry)) = chosen.and_then(|index| measures.get(index)) {
        draft.target.measure = (*key).clone();
        draft.target.measure_name.clone_from(&entry.measure.name);
        draft.target.area.clear();
        draft.target.cohort = Cohort::everyone();
    }
    let Some(entry) = catalogue.entry(&draft.target.measure) else {
        warning_ui(ui, say::target_no_figures());
        return;
    };
    if !entry.areas.is_empty() {
        let choices: Vec<Choice<'_>> = entry
            .areas
            .iter()
            .map(|area| {
                let choice = Choice::new(&*area.name).detail(area_kind_words(area.kind));
                choice.found_by(area.found_by())
            })
            .collect();
        let held = if draft.target.area.is_empty() {
            entry.widest_area()
        } else {
            entry.area_named(&draft.target.area)
        };
        let word = held.map_or_else(|| draft.target.area.clone(), |area| area.name.clone());
        let current = entry.areas.iter().position(|area| area.name == word);
        let chosen = line_ui(ui, say::target_area(), &word, &choices, current);
        if let Some(area) = chosen.and_then(|index| entry.areas.get(index)) {
            draft.target.area.clone_from(&area.name);
        }
    }
    people_ui(ui, entry, draft);
}

fn people_ui(ui: &mut Ui, entry: &MeasureEntry, draft: &mut TargetDraft) {
    let mut cohorts: Vec<(Cohort, &str)> = Vec::new();
    if entry.has_everyone {
        cohorts.push((Cohort::everyone(), ""));
    }
    for (dimension, categories) in &entry.dimensions {
        let each = categories.iter();
        cohorts.extend(each.map(|category| {
            let cohort = Cohort::of(dimension.as_str(), category.as_str());
            (cohort, dimension.as_str())
        }));
    }
    if cohorts.len() < 2 {
        return;
    }
    let choices: Vec<Choice<'_>> = cohorts
        .iter()
        .map(|(cohort, dimension)| Choice::new(cohort.label()).section(*dimension))
        .collect();
    let current = cohorts
        .iter()
        .position(|(cohort, _)| *cohort == draft.target.cohort);
    let word = draft.target.cohort.label();
    let chosen = line_ui(ui, say::target_people(), &word, &choices, current);
    if let Some((cohort, _)) = chosen.and_then(|index| cohorts.get(index)) {
        draft.target.cohort = cohort.clone();
    }
}

/// The period of the baseline, and its value where the data do not have it.
fn baseline_ui(ui: &mut Ui, entry: Option<&MeasureEntry>, draft: &mut TargetDraft) {
    let mut periods: Vec<Period> = Vec::new();
    if let Some(entry) = entry {
        let mut cadences: Vec<Cadence> = entry.periods.keys().copied().collect();
        cadences.sort_by_key(|cadence| std::cmp::Reverse(entry.periods_of(*cadence).count()));
        for cadence in cadences {
            periods.extend(entry.periods_of(cadence));
        }
    }
    let mut choices = vec![Choice::new(say::target_no_period())];
    choices.extend(
        periods
            .iter()
            .map(|period| Choice::new(period.label()).section(cadence_words(Cadence::of(period)))),
    );
    let word = draft.baseline_period.map_or_else(
        || say::target_no_period().to_owned(),
        |period| period.label(),
    );
    let current = draft.baseline_period.map_or(Some(0), |held| {
        let place = periods
            .iter()
            .position(|period| period.covers_same_days(&held));
        place.map(|place| place + 1)
    });
    if let Some(index) = line_ui(ui, say::target_period(), &word, &choices, current) {
        let place = index.checked_sub(1);
        draft.baseline_period = place.and_then(|place| periods.get(place).copied());
    }
    let id = Id::unique("target baseline");
    TextField::new(id, say::target_baseline_value())
        .hint(say::target_baseline_value_hint())
        .ui(ui, &mut draft.baseline_value);
}

/// The sort of aim, its number, and how the number is meant.
fn aim_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    let unit = draft.unit();
    let choices = AimKind::ALL.map(|kind| Choice::new(kind.words(unit)));
    let current = AimKind::ALL.iter().position(|kind| *kind == draft.kind);
    let chosen = line_ui(
        ui,
        say::target_aim(),
        draft.kind.words(unit),
        &choices,
        current,
    );
    if let Some(kind) = chosen.and_then(|index| AimKind::ALL.get(index)) {
        draft.kind = *kind;
    }
    if draft.kind.has_number() {
        let id = Id::unique("target number");
        let caption = if draft.kind.is_change() {
            say::target_size_of_change()
        } else {
            say::target_value()
        };
        let response = TextField::new(id, caption).ui(ui, &mut draft.number);
        if !draft.has_begun {
            draft.has_begun = true;
            response.request_focus();
        }
    }
    if draft.kind.is_change() {
        reading_ui(ui, draft);
    }
    let id = Id::unique("target words");
    TextField::new(id, say::target_in_plans_words())
        .hint(say::target_in_plans_words_hint())
        .ui(ui, &mut draft.target.words);
}

/// "By 10%" of a percentage can mean two things: both are shown with the value that they give.
fn reading_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    let unit = draft.unit();
    let is_percent = unit == Unit::Percent;
    let baseline = draft
        .preview
        .as_ref()
        .and_then(|(_, row)| row.baseline.as_ref())
        .map(|baseline| baseline.value);
    let size = read_number(&draft.number).map(f64::abs);
    let change = size.map(|size| {
        if draft.kind == AimKind::Reduce {
            -size
        } else {
            size
        }
    });
    // The baseline, and what it becomes.
    let gives = |aim: &dyn Fn(f64) -> TargetAim| {
        let rule = aim(change?).rule(baseline)?;
        Some((unit.format(baseline?), unit.format(rule.value)))
    };
    let per_cent = gives(&TargetAim::ByPercent);
    let number = gives(&TargetAim::ByNumber);
    let per_cent_words = match per_cent.clone() {
        Some((before, after)) => say::TargetAsPerCentGives { after, before }.say(),
        None => say::target_as_per_cent_of().to_owned(),
    };
    let number_words = match (number.clone(), is_percent) {
        (Some((before, after)), true) => say::TargetAsPointsGives { after, before }.say(),
        (Some((before, after)), false) => say::TargetAsNumbersGives { after, before }.say(),
        (None, true) => say::target_as_percentage_points().to_owned(),
        (None, false) => say::target_as_numbers().to_owned(),
    };
    let mut readings = vec![
        (Reading::PerCent, per_cent_words),
        (Reading::Number, number_words),
    ];
    if is_percent {
        readings.push((Reading::Open, say::target_not_settled().to_owned()));
    }
    let held = match draft.reading {
        Reading::Open if !is_percent => Reading::PerCent,
        held => held,
    };
    let choices: Vec<Choice<'_>> = readings
        .iter()
        .map(|(_, words)| Choice::new(&**words))
        .collect();
    let current = readings.iter().position(|(reading, _)| *reading == held);
    let word = current
        .and_then(|index| readings.get(index))
        .map_or("", |(_, words)| words.as_str());
    let chosen = line_ui(ui, say::target_meant_as(), word, &choices, current);
    if let Some((reading, _)) = chosen.and_then(|index| readings.get(index)) {
        draft.reading = *reading;
    }
    if is_percent && held == Reading::Open {
        let words = match (per_cent, number) {
            (Some((before, per_cent)), Some((_, points))) => say::TargetTwoThingsGive {
                before,
                per_cent,
                points,
            }
            .say(),
            _ => say::target_two_things().to_owned(),
        };
        warning_ui(ui, &words);
    }
}

fn warning_ui(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).size(tokens(ui).text.small);
    ui.add(Label::new(words.color(tokens(ui).colours.warning)).wrap());
}

/// How a date was read.
pub(super) fn read_as_ui(ui: &mut Ui, read: Option<String>) {
    if let Some(read) = read {
        let words = RichText::new(say::read_as(read)).size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

/// By when, and what is to be reached on the way.
fn due_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    TextField::new(Id::unique("target due"), say::target_by_when())
        .hint(say::target_by_when_hint())
        .ui(ui, &mut draft.due);
    read_as_ui(ui, read_period(&draft.due).map(|period| period.label()));
    let mut dropped = None;
    for (index, (value, due)) in draft.milestones.iter_mut().enumerate() {
        let number = index + 1;
        ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
            let spacing = ui.spacing().item_spacing.x;
            let width = ((ui.available_width() - REMOVE) / 2.0 - spacing).max(40.0);
            let field = |ui: &mut Ui, caption: &str, hint: &str, words: &mut String| {
                ui.allocate_ui(vec2(width, 55.0), |ui| {
                    ui.set_max_width(width);
                    let id = Id::unique(("milestone", index, caption));
                    TextField::new(id, caption).hint(hint).ui(ui, words);
                });
            };
            field(ui, &say::target_milestone_value(number), "", value);
            let hint = say::target_milestone_when_hint();
            field(ui, &say::target_milestone_when(number), hint, due);
            let name = say::target_milestone_remove(number);
            if ui.add(Button::icon(Icon::Cross, name)).clicked() {
                dropped = Some(index);
            }
        });
    }
    if let Some(index) = dropped {
        draft.milestones.remove(index);
    }
    if ui
        .add(Button::secondary(say::target_milestone_add()).small())
        .clicked()
    {
        draft.milestones.push((String::new(), String::new()));
    }
}

/// Plan, owner, and when the next figure is expected.
fn record_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    let target = &mut draft.target;
    TextField::new(Id::unique("target owner"), say::target_owner())
        .hint(say::target_owner_hint())
        .ui(ui, &mut target.owner);
    TextField::new(Id::unique("target plan"), say::target_plan())
        .hint(say::target_plan_hint())
        .ui(ui, &mut target.plan);
    TextField::new(Id::unique("target next"), say::target_next_figure_on())
        .hint(say::target_next_figure_hint())
        .ui(ui, &mut draft.next_data);
    let date = read_date(&draft.next_data);
    read_as_ui(ui, date.map(words::date));
}

/// What it comes to, and the buttons.
fn end_ui(
    ui: &mut Ui,
    catalogue: &Catalogue,
    draft: &mut TargetDraft,
    actions: &mut Actions,
) -> Ended {
    let finished = draft.finished();
    match &finished {
        Ok(target) => {
            let is_known = draft
                .preview
                .as_ref()
                .is_some_and(|(held, _)| held == target);
            if !is_known {
                let row = targets::row(catalogue, target);
                draft.preview = Some((target.clone(), Box::new(row)));
            }
            if let Some((_, row)) = &draft.preview {
                preview_ui(ui, row);
            }
        }
        Err(missing) => {
            // The baseline is known before the number is.
            let mut so_far = draft.target.clone();
            so_far.aim = TargetAim::Hold;
            so_far.baseline = Some(targets::BaselineSpec {
                period: draft.baseline_period,
                value: read_number(&draft.baseline_value),
            });
            let is_known = draft
                .preview
                .as_ref()
                .is_some_and(|(held, _)| *held == so_far);
            if !is_known {
                let row = targets::row(catalogue, &so_far);
                draft.preview = Some((so_far, Box::new(row)));
            }
            let words = RichText::new(missing).color(tokens(ui).colours.ink_secondary);
            ui.add(Label::new(words).wrap());
        }
    }
    ui.add_space(tokens(ui).space.medium);
    let mut ended = Ended::No;
    at_right(ui, "buttons", |ui| {
        if ui.add(Button::secondary(say::cancel())).clicked() {
            ended = Ended::Left;
        }
        let words = if draft.is_new {
            say::target_set_it()
        } else {
            say::keep_changes()
        };
        let save = ui.add_enabled(finished.is_ok(), Button::primary(words));
        if save.clicked()
            && let Ok(target) = finished
        {
            actions.edit(Edit::Targets(if draft.is_new {
                TargetEdit::Add(Box::new(target))
            } else {
                TargetEdit::Change(Box::new(target))
            }));
            ended = Ended::Saved;
        }
    });
    ended
}

/// What the target comes to, and where it stands.
fn preview_ui(ui: &mut Ui, row: &targets::ScorecardRow) {
    let unit = row.measure.unit;
    let (wanted, due) = targets_spoken::wanted(row);
    let (now, period) = targets_spoken::now(row);
    let baseline = row.baseline.as_ref().map(|baseline| {
        let value = unit.format(baseline.value);
        match baseline.period.as_ref().map(wording::when) {
            Some(period) => say::TargetPreviewBaselineIn { period, value }.say(),
            None => say::target_preview_baseline(value),
        }
    });
    let wanted = if due.is_empty() {
        wanted
    } else {
        format!("{wanted} {due}")
    };
    let now = if period.is_empty() {
        say::target_preview_now(now)
    } else {
        say::TargetPreviewNowIn { period, value: now }.say()
    };
    let standing = say::TargetPreviewStanding {
        standing: targets_spoken::standing(Standing::of(row)),
        why: targets_spoken::why(row),
    };
    let sentences = baseline.into_iter();
    let sentences = sentences.chain([say::target_preview_wanted(wanted), now, standing.say()]);
    let words = sentences.collect::<Vec<String>>().join(" ");
    ui.add(Label::new(words).wrap());
}
