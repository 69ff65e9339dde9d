//! The dialog in which a target is set: what is wanted, from where, by when, and what it comes to.

use egui::{Align, Context, Id, Label, Layout, RichText, Ui, vec2};

use super::state::ExploreState;
use super::target_draft::{AimKind, Reading, TargetDraft, read_date, read_number, read_period};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::targets::{self, TargetAim};
use crate::analysis::{Cadence, Catalogue, MeasureKey};
use crate::base::typeface::Weight;
use crate::chart::scorecard::Standing;
use crate::chart::wording::scorecard as wording;
use crate::data::{Cohort, Period, Unit};
use crate::project::{Edit, TargetEdit};
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Chip, Choice, Icon, SectionHeading, TextField, at_right, modal, modal_fields,
    modal_title, text,
};
use crate::ui::tokens::tokens;

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
        "Set a target"
    } else {
        "Change the target"
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
    ui.add(SectionHeading::new("Baseline"));
    baseline_ui(ui, catalogue.entry(&draft.target.measure), draft);
    ui.add(SectionHeading::new("What is wanted"));
    aim_ui(ui, draft);
    due_ui(ui, draft);
    ui.add(SectionHeading::new("For the record"));
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
                .detail(entry.measure.unit.words())
                .section(entry.measure.theme.title())
        })
        .collect();
    let key = catalogue.key_of(&draft.target.measure).clone();
    let current = measures.iter().position(|(held, _)| **held == key);
    let word = catalogue
        .entry(&key)
        .map_or(draft.target.measure_name.clone(), |entry| {
            entry.measure.name.clone()
        });
    let chosen = line_ui(ui, "Measure", &word, &choices, current);
    if let Some((key, entry)) = chosen.and_then(|index| measures.get(index)) {
        draft.target.measure = (*key).clone();
        draft.target.measure_name.clone_from(&entry.measure.name);
        draft.target.area.clear();
        draft.target.cohort = Cohort::everyone();
    }
    let Some(entry) = catalogue.entry(&draft.target.measure) else {
        let words = "No workbook of this project has figures of this measure. If it goes by another name here, \
                     choose that";
        warning_ui(ui, words);
        return;
    };
    if !entry.areas.is_empty() {
        let choices: Vec<Choice<'_>> = entry
            .areas
            .iter()
            .map(|area| {
                let choice = Choice::new(&*area.name).detail(area.kind.words());
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
        let chosen = line_ui(ui, "Area", &word, &choices, current);
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
    let chosen = line_ui(ui, "People", &word, &choices, current);
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
    let mut choices = vec![Choice::new("no period")];
    choices.extend(
        periods
            .iter()
            .map(|period| Choice::new(period.label()).section(Cadence::of(period).words())),
    );
    let word = draft
        .baseline_period
        .map_or_else(|| String::from("no period"), |period| period.label());
    let current = draft.baseline_period.map_or(Some(0), |held| {
        let place = periods
            .iter()
            .position(|period| period.covers_same_days(&held));
        place.map(|place| place + 1)
    });
    if let Some(index) = line_ui(ui, "Period", &word, &choices, current) {
        let place = index.checked_sub(1);
        draft.baseline_period = place.and_then(|place| periods.get(place).copied());
    }
    let id = Id::unique("target baseline");
    TextField::new(id, "Baseline value")
        .hint("As in the data for that period; type one to use another")
        .ui(ui, &mut draft.baseline_value);
}

/// The sort of aim, its number, and how the number is meant.
fn aim_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    let unit = draft.unit();
    let choices = AimKind::ALL.map(|kind| Choice::new(kind.words(unit)));
    let current = AimKind::ALL.iter().position(|kind| *kind == draft.kind);
    let chosen = line_ui(ui, "Aim", draft.kind.words(unit), &choices, current);
    if let Some(kind) = chosen.and_then(|index| AimKind::ALL.get(index)) {
        draft.kind = *kind;
    }
    if draft.kind.has_number() {
        let id = Id::unique("target number");
        let caption = if draft.kind.is_change() {
            "Size of the change"
        } else {
            "Value"
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
    TextField::new(id, "In the plan’s own words")
        .hint("Reduce anti-social behaviour by 25%")
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
    let gives = |aim: &dyn Fn(f64) -> TargetAim| {
        let rule = aim(change?).rule(baseline);
        Some(format!(
            ": {} becomes {}",
            unit.format(baseline?),
            unit.format(rule?.value)
        ))
    };
    let per_cent = gives(&TargetAim::ByPercent).unwrap_or_default();
    let number = gives(&TargetAim::ByNumber).unwrap_or_default();
    let number_words = if is_percent {
        "percentage points"
    } else {
        "in numbers"
    };
    let mut readings = vec![
        (
            Reading::PerCent,
            format!("per cent of the baseline{per_cent}"),
        ),
        (Reading::Number, format!("{number_words}{number}")),
    ];
    if is_percent {
        readings.push((Reading::Open, String::from("not settled yet")));
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
    let chosen = line_ui(ui, "Meant as", word, &choices, current);
    if let Some((reading, _)) = chosen.and_then(|index| readings.get(index)) {
        draft.reading = *reading;
    }
    if is_percent && held == Reading::Open {
        let words = format!(
            "A change of a percentage can mean two things. Per cent of the baseline{per_cent}. \
             Percentage points{number}. Say which under “Meant as”"
        );
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
        let words = RichText::new(format!("Read as {read}")).size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

/// By when, and what is to be reached on the way.
fn due_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    TextField::new(Id::unique("target due"), "By when")
        .hint("Mar 2026, 2025/26 or 31 March 2026")
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
                    let caption = format!("Milestone {number}: {caption}");
                    TextField::new(id, &caption).hint(hint).ui(ui, words);
                });
            };
            field(ui, "value", "", value);
            field(ui, "by when", "Mar 2025", due);
            let name = format!("Remove milestone {number}");
            if ui.add(Button::icon(Icon::Cross, name)).clicked() {
                dropped = Some(index);
            }
        });
    }
    if let Some(index) = dropped {
        draft.milestones.remove(index);
    }
    if ui
        .add(Button::secondary("Add a milestone").small())
        .clicked()
    {
        draft.milestones.push((String::new(), String::new()));
    }
}

/// Plan, owner, and when the next figure is expected.
fn record_ui(ui: &mut Ui, draft: &mut TargetDraft) {
    let target = &mut draft.target;
    TextField::new(Id::unique("target owner"), "Owner")
        .hint("Who answers for it")
        .ui(ui, &mut target.owner);
    TextField::new(Id::unique("target plan"), "Plan")
        .hint("Community Safety Plan 2024–27")
        .ui(ui, &mut target.plan);
    TextField::new(Id::unique("target next"), "Next figure expected on")
        .hint("12 January 2026")
        .ui(ui, &mut draft.next_data);
    let date = read_date(&draft.next_data).and_then(Period::day);
    read_as_ui(ui, date.map(|day| day.label()));
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
        if ui.add(Button::secondary("Cancel")).clicked() {
            ended = Ended::Left;
        }
        let words = if draft.is_new {
            "Set the target"
        } else {
            "Keep the changes"
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
    let (wanted, due) = wording::wanted(row);
    let (now, period) = wording::now(row);
    let baseline = row.baseline.as_ref().map(|baseline| {
        let period = baseline.period.as_ref().map(wording::when);
        let period = period.map_or_else(String::new, |period| format!(" in {period}"));
        format!("Baseline {}{period}. ", unit.format(baseline.value))
    });
    let due = if due.is_empty() {
        due
    } else {
        format!(" {due}")
    };
    let period = if period.is_empty() {
        period
    } else {
        format!(" ({period})")
    };
    let words = format!(
        "{}Wanted: {wanted}{due}. Now: {now}{period}. {}: {}",
        baseline.unwrap_or_default(),
        Standing::of(row).word(),
        wording::why(row)
    );
    ui.add(Label::new(words).wrap());
}
