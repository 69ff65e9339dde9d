//! What the project says of one measure, place or group: its name, and for a measure its unit, what is
//! better and its heading; what it is made of.

use egui::{Id, RichText, Ui, vec2};

use super::list::detail;
use super::screen::Defining;
use super::state::{DictionaryField, DictionaryState, Draft};
use crate::analysis::dictionary::{Member, Term, TermEdit, TermRow};
use crate::base::typeface::Weight;
use crate::data::measure::Theme;
use crate::data::{Measure, Polarity, Unit};
use crate::project::Edit;
use crate::ui::action::Actions;
use crate::ui::data_words::{theme_title, unit_words};
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Checkbox, Chip, Choice, SectionHeading, TextField, row_with_ends, text,
};
use crate::ui::tokens::tokens;
use crate::words::say;

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

fn polarity_words(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => say::dictionary_higher_is_better(),
        Polarity::LowerIsBetter => say::dictionary_lower_is_better(),
        Polarity::Neutral => say::dictionary_neither_is_better(),
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
    let values = say::count_values(row.values);
    let about = RichText::new(format!("{} · {values}", detail(row)));
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
        let reset = Button::secondary(say::dictionary_as_in_workbook()).small();
        let reset = ui.add(reset).on_hover_text(say::dictionary_forget());
        if reset.clicked() {
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
        (say::dictionary_name(), imported, row.name.clone())
    } else {
        let aliases = row.definition.iter().flat_map(|held| &held.aliases);
        let aliases: Vec<&str> = aliases.map(String::as_str).collect();
        (
            say::dictionary_also_called(),
            say::dictionary_also_called_hint(),
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
    let (choices, current) = choices(&UNITS, unit, unit_words);
    let field = is_wanted(DictionaryField::Unit);
    let (caption, word) = (say::dictionary_unit(), unit_words(measure.unit));
    if let Some(index) = line_ui(ui, caption, word, &choices, current, field) {
        set(TermEdit::SetUnit(nth(&UNITS, index)));
    }
    let polarity = said.and_then(|held| held.polarity);
    let (choices, current) = self::choices(&POLARITIES, polarity, polarity_words);
    let field = is_wanted(DictionaryField::Polarity);
    let (caption, word) = (say::dictionary_better(), polarity_words(measure.polarity));
    if let Some(index) = line_ui(ui, caption, word, &choices, current, field) {
        set(TermEdit::SetPolarity(nth(&POLARITIES, index)));
    }
    let theme = said.and_then(|held| held.theme);
    let (choices, current) = self::choices(&Theme::ALL, theme, theme_title);
    let field = is_wanted(DictionaryField::Theme);
    let (caption, word) = (say::dictionary_theme(), theme_title(measure.theme));
    if let Some(index) = line_ui(ui, caption, word, &choices, current, field) {
        set(TermEdit::SetTheme(nth(&Theme::ALL, index)));
    }
    let mut is_hidden = row.is_hidden();
    if ui
        .add(Checkbox::new(&mut is_hidden, say::dictionary_hide()))
        .changed()
    {
        set(TermEdit::SetHidden(is_hidden));
    }
    if unit.is_some() {
        let words = RichText::new(say::dictionary_unit_note()).size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

/// What the workbook says and each of a list, with the place of the one that was chosen.
fn choices<T: Copy + PartialEq>(
    all: &[T],
    chosen: Option<T>,
    words: impl Fn(T) -> &'static str,
) -> (Vec<Choice<'static>>, usize) {
    let mut choices = vec![Choice::new(say::dictionary_as_in_workbook())];
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
        say::dictionary_made_of()
    } else {
        say::dictionary_in_workbooks()
    }));
    for (place, member) in row.members.iter().enumerate() {
        member_ui(ui, row, member, place > 0, actions);
    }
    if row.members.len() > 1 {
        let words = RichText::new(say::dictionary_joined()).size(tokens(ui).text.small);
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    }
}

fn member_ui(ui: &mut Ui, row: &TermRow, member: &Member, can_leave: bool, actions: &mut Actions) {
    let start = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(egui::Label::new(&member.name).wrap());
            let workbooks = match member.workbooks.as_slice() {
                [] => say::dictionary_in_no_workbook().to_owned(),
                [one] => one.clone(),
                [one, two] => format!("{one}, {two}"),
                [one, others @ ..] => say::DictionaryInMoreWorkbooks {
                    file: one,
                    more: others.len(),
                }
                .say(),
            };
            let workbooks = RichText::new(workbooks).size(tokens(ui).text.small);
            ui.add(egui::Label::new(workbooks.color(tokens(ui).colours.ink_secondary)).wrap());
        });
    };
    row_with_ends(ui, ("member", &member.name), start, |ui| {
        let out = Button::secondary(say::dictionary_split_off()).small();
        let out = out.named(say::dictionary_split_off_name(&member.name));
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
        .map(|other| Choice::new(&*other.name).detail(detail(other)))
        .collect();
    ui.add_space(tokens(ui).space.tight);
    let shown = Chip::new(say::dictionary_merge(), say::library_merge(), &choices)
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
