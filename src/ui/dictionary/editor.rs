//! What the project says of one measure, place or group: its name, and for a measure its unit, what is
//! better and its heading; what it is made of.

use egui::{Id, RichText, Ui, vec2};

use super::screen::Defining;
use super::state::{DictionaryField, DictionaryState, Draft};
use crate::analysis::dictionary::{Member, Term, TermEdit, TermRow};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::data::measure::Theme;
use crate::data::{Measure, Polarity, Unit};
use crate::project::Edit;
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Checkbox, Chip, Choice, SectionHeading, TextField, row_with_ends, text,
};
use crate::ui::tokens::tokens;

/// The units that a measure can be given.
const UNITS: [Unit; 8] = [
    Unit::Count,
    Unit::Percent,
    Unit::Per1000,
    Unit::Per100000,
    Unit::MeanScore,
    Unit::Pounds,
    Unit::PercentagePoints,
    Unit::PercentChange,
];

const POLARITIES: [Polarity; 3] = [
    Polarity::HigherIsBetter,
    Polarity::LowerIsBetter,
    Polarity::Neutral,
];

const fn polarity_words(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => "Higher is better",
        Polarity::LowerIsBetter => "Lower is better",
        Polarity::Neutral => "Neither is better",
    }
}

/// Draws the panel.
pub(super) fn editor_ui(
    ui: &mut Ui,
    defining: &Defining<'_>,
    row: &TermRow,
    state: &mut DictionaryState,
    actions: &mut Actions,
) {
    if state
        .draft
        .as_ref()
        .is_some_and(|draft| draft.term != row.term)
    {
        state.keep_draft(actions);
    }
    let wanted = state.wanted.take();
    let space = &tokens(ui).space;
    ui.spacing_mut().item_spacing.y = space.small;
    ui.add(egui::Label::new(text::headline(&row.name, tokens(ui).text.lead)).wrap());
    let values = match row.values {
        1 => String::from("1 value"),
        several => format!("{} values", number::count(several)),
    };
    let about = RichText::new(format!("{} · {values}", row.detail()));
    ui.label(about.color(tokens(ui).colours.ink_secondary));
    ui.add_space(space.tight);
    field_ui(ui, row, DictionaryField::Name, wanted, state, actions);
    field_ui(ui, row, DictionaryField::Aliases, wanted, state, actions);
    if let Some(measure) = &row.measure {
        measure_ui(ui, row, measure, wanted, actions);
    }
    members_ui(ui, row, actions);
    merge_ui(ui, defining, row, wanted, state, actions);
    if row.definition.is_some() {
        ui.add_space(space.medium);
        let reset = Button::secondary("As in the workbook").small();
        let about =
            "Forget everything said here: the name, the unit and the rest, and what is merged";
        if ui.add(reset).on_hover_text(about).clicked() {
            actions.edit(Edit::Define(row.term.clone(), TermEdit::Reset));
        }
    }
}

/// A field for words, kept as they are typed until the keyboard leaves it.
fn field_ui(
    ui: &mut Ui,
    row: &TermRow,
    field: DictionaryField,
    wanted: Option<DictionaryField>,
    state: &mut DictionaryState,
    actions: &mut Actions,
) {
    let (caption, hint, before) = if field == DictionaryField::Name {
        let imported = row.members.first().map_or("", |member| &member.name);
        ("Name", imported, row.name.clone())
    } else {
        let aliases = row.definition.iter().flat_map(|held| &held.aliases);
        let aliases: Vec<&str> = aliases.map(String::as_str).collect();
        (
            "Also called",
            "Other names, with ; between them",
            aliases.join("; "),
        )
    };
    let is_own = |draft: &&Draft| draft.field == field && draft.term == row.term;
    let draft = state.draft.as_ref().filter(is_own);
    let mut words = draft.map_or_else(|| before.clone(), |draft| draft.words.clone());
    let id = Id::unique(("dictionary field", field, &row.term));
    let response = TextField::new(id, caption).hint(hint).ui(ui, &mut words);
    if wanted == Some(field) {
        response.request_focus();
        select_all(ui, id, &words);
    }
    if response.has_focus() {
        state.draft = Some(Draft {
            term: row.term.clone(),
            field,
            words,
            before,
        });
    } else if TextField::is_taken_back(ui, &response) {
        state.draft = None;
    } else if response.lost_focus() {
        state.keep_draft(actions);
    }
}

/// Selects what stands in a field, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, words: &str) {
    let mut edit = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(words.chars().count());
    let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
    edit.cursor.set_char_range(Some(all));
    edit.store(ui.ctx(), id);
}

/// A line of the panel: what it is of, and a word that is a menu. The choice that was made.
fn line_ui(
    ui: &mut Ui,
    caption: &str,
    word: &str,
    choices: &[Choice<'_>],
    current: usize,
    is_wanted: bool,
) -> Option<usize> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        let secondary = tokens(ui).colours.ink_secondary;
        let words = text::line(
            ui,
            caption,
            font(Weight::Regular, tokens(ui).text.body),
            secondary,
        );
        let size = vec2(62.0, tokens(ui).size.chip);
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        text::paint_from(ui.painter(), rect.left_center(), words);
        let chip = Chip::new(caption, word, choices)
            .current(Some(current))
            .small();
        let shown = chip.ui(ui);
        if is_wanted {
            shown.response.request_focus();
        }
        chosen = shown.chosen;
    });
    chosen
}

/// Unit, direction and heading of a measure, each as concluded from the workbook unless said otherwise.
fn measure_ui(
    ui: &mut Ui,
    row: &TermRow,
    measure: &Measure,
    wanted: Option<DictionaryField>,
    actions: &mut Actions,
) {
    ui.add_space(tokens(ui).space.tight);
    let said = row.definition.as_ref();
    let mut set = |edit| actions.edit(Edit::Define(row.term.clone(), edit));
    let is_wanted = |field| wanted == Some(field);

    let unit = said.and_then(|held| held.unit);
    let (choices, current) = choices(&UNITS, unit, Unit::words);
    let field = is_wanted(DictionaryField::Unit);
    if let Some(index) = line_ui(ui, "Unit", measure.unit.words(), &choices, current, field) {
        set(TermEdit::SetUnit(nth(&UNITS, index)));
    }
    let polarity = said.and_then(|held| held.polarity);
    let (choices, current) = self::choices(&POLARITIES, polarity, polarity_words);
    let field = is_wanted(DictionaryField::Polarity);
    let word = polarity_words(measure.polarity);
    if let Some(index) = line_ui(ui, "Better", word, &choices, current, field) {
        set(TermEdit::SetPolarity(nth(&POLARITIES, index)));
    }
    let theme = said.and_then(|held| held.theme);
    let (choices, current) = self::choices(&Theme::ALL, theme, Theme::title);
    let field = is_wanted(DictionaryField::Theme);
    if let Some(index) = line_ui(ui, "Theme", measure.theme.title(), &choices, current, field) {
        set(TermEdit::SetTheme(nth(&Theme::ALL, index)));
    }
    let mut is_hidden = row.is_hidden();
    if ui
        .add(Checkbox::new(&mut is_hidden, "Hide from the lists"))
        .changed()
    {
        set(TermEdit::SetHidden(is_hidden));
    }
    if unit.is_some() {
        let words = RichText::new("The unit says what the values are; they are not converted")
            .size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

/// "As in the workbook" and each of a list, with the place of the one that was chosen.
fn choices<T: Copy + PartialEq>(
    all: &[T],
    chosen: Option<T>,
    words: impl Fn(T) -> &'static str,
) -> (Vec<Choice<'static>>, usize) {
    let mut choices = vec![Choice::new("As in the workbook")];
    choices.extend(all.iter().map(|each| Choice::new(words(*each))));
    let place = chosen.and_then(|chosen| all.iter().position(|each| *each == chosen));
    (choices, place.map_or(0, |place| place + 1))
}

/// What a choice of such a list means.
fn nth<T: Copy>(all: &[T], index: usize) -> Option<T> {
    all.get(index.checked_sub(1)?).copied()
}

/// The names in workbooks that it is made of.
fn members_ui(ui: &mut Ui, row: &TermRow, actions: &mut Actions) {
    ui.add_space(tokens(ui).space.tight);
    ui.add(SectionHeading::new(if row.members.len() > 1 {
        "Made of"
    } else {
        "In workbooks"
    }));
    for (place, member) in row.members.iter().enumerate() {
        member_ui(ui, row, member, place > 0, actions);
    }
    if row.members.len() > 1 {
        let words = "They are joined, never added up. Where several give a value for the same point, that of \
                     the first counts and the point says so.";
        let words = RichText::new(words).size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

fn member_ui(ui: &mut Ui, row: &TermRow, member: &Member, can_leave: bool, actions: &mut Actions) {
    let start = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(egui::Label::new(&member.name).wrap());
            let workbooks = match member.workbooks.as_slice() {
                [] => String::from("In no workbook of this project any more"),
                [one] => one.clone(),
                [one, two] => format!("{one}, {two}"),
                [one, others @ ..] => format!("{one} and {} more workbooks", others.len()),
            };
            let workbooks = RichText::new(workbooks).size(tokens(ui).text.small);
            ui.add(egui::Label::new(workbooks.color(tokens(ui).colours.ink_secondary)).wrap());
        });
    };
    row_with_ends(ui, ("member", &member.name), start, |ui| {
        let out = Button::secondary("Split off").small();
        let out = out.named(format!("Split off {}", member.name));
        if can_leave && ui.add(out).clicked() {
            let edit = TermEdit::TakeOut(member.term.clone());
            actions.edit(Edit::Define(row.term.clone(), edit));
        }
    });
}

/// Others of its sort that it can be merged with.
fn merge_ui(
    ui: &mut Ui,
    defining: &Defining<'_>,
    row: &TermRow,
    wanted: Option<DictionaryField>,
    state: &mut DictionaryState,
    actions: &mut Actions,
) {
    let rows = match &row.term {
        Term::Measure(_) => &defining.listing.measures,
        Term::Area(_) => &defining.listing.areas,
        Term::Dimension(_) | Term::Category(_) => &defining.listing.cohorts,
    };
    let others: Vec<&TermRow> = rows
        .iter()
        .filter(|other| other.term != row.term && is_mergeable(defining, row, other))
        .collect();
    if others.is_empty() {
        return;
    }
    let choices: Vec<Choice<'_>> = others
        .iter()
        .map(|other| Choice::new(&*other.name).detail(other.detail()))
        .collect();
    ui.add_space(tokens(ui).space.tight);
    let shown = Chip::new("Merge", "Merge with…", &choices)
        .small()
        .action()
        .ui(ui);
    if wanted == Some(DictionaryField::Merge) {
        shown.response.request_focus();
    }
    if let Some(other) = shown.chosen.and_then(|index| others.get(index)) {
        let edit = TermEdit::Merge(other.term.clone());
        actions.edit(Edit::Define(row.term.clone(), edit));
        state.chosen = Some(row.term.clone());
    }
}

/// Whether two rows of one tab can be one: measures of one unit, categories of one dimension.
fn is_mergeable(defining: &Defining<'_>, row: &TermRow, other: &TermRow) -> bool {
    match (&row.term, &other.term) {
        (Term::Measure(_), Term::Measure(_)) => {
            let unit = |row: &TermRow| row.measure.as_ref().map(|measure| measure.unit);
            unit(row) == unit(other)
        }
        (Term::Category(one), Term::Category(other)) => {
            let dictionary = defining.dictionary;
            dictionary.dimension(&one.dimension) == dictionary.dimension(&other.dimension)
        }
        (one, other) => one.is_like(other),
    }
}
