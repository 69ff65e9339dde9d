//! The panel on the left: every measure by theme, with its latest value, its direction and its shape;
//! below them the workbooks that they came from.

use egui::{Key, Rect, Response, RichText, ScrollArea, Ui, vec2};

use super::screen::Exploring;
use super::state::ExploreState;
use super::{library_groups, library_reviews, library_sources};
use crate::analysis::MeasureKey;
use crate::analysis::change::{Direction, Tone as ChangeTone};
use crate::analysis::dictionary::{Term, TermEdit};
use crate::analysis::overview::{Headline, Latest};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::data::Polarity;
use crate::data::measure::Theme;
use crate::import::status_words;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::data_words::{theme_title, unit_words};
use crate::ui::dictionary::DictionaryField;
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Icon, LibraryRow, ListKey, SearchField, SectionHeading, Tone, context_menu, menu_item,
};
use crate::ui::tokens::tokens;
use crate::words::say;

/// With more measures than this the library has a field to find them by.
const MEASURES_WITHOUT_FILTER: usize = 12;
const MENU_WIDTH: f32 = 200.0;

/// Draws the panel.
pub fn library_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let asked = exploring
        .project
        .view
        .question
        .as_ref()
        .map(|question| &question.measure);
    let entered = if exploring.headlines.len() > MEASURES_WITHOUT_FILTER {
        filter_ui(ui, &mut state.filter)
    } else {
        state.filter.clear();
        false
    };
    let rows = rows(exploring.headlines, &state.filter);
    if let (true, Some(headline)) = (entered, first_measure(&rows)) {
        actions.send(Action::ShowMeasure(headline.key.clone()));
    }
    // A measure that was chosen elsewhere is brought into view.
    let to_reveal = asked.filter(|asked| state.revealed.as_ref() != Some(asked));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if exploring.headlines.len() <= MEASURES_WITHOUT_FILTER {
            ui.add_space(tokens(ui).space.small);
        }
        if rows.is_empty() && !state.filter.trim().is_empty() {
            nothing_found_ui(ui);
        }
        let asked_for = measures_ui(
            ui,
            &rows,
            (asked, to_reveal),
            &mut state.library_cursor,
            actions,
        );
        if let Some(headline) = asked_for {
            actions.send(Action::ShowMeasure(headline.key.clone()));
        }
        library_groups::groups_ui(ui, exploring, state);
        library_reviews::reviews_ui(ui, exploring, state, actions);
        library_sources::sources_ui(ui, &exploring.project.sources, actions);
        ui.add_space(tokens(ui).space.large);
    });
    state.revealed = asked.cloned();
}

/// A row of the list.
#[derive(Clone, Copy)]
enum Row<'a> {
    Heading(&'static str),
    Measure(&'a Headline),
}

impl Row<'_> {
    const fn height(self) -> f32 {
        match self {
            Self::Heading(_) => SectionHeading::INSET_HEIGHT,
            Self::Measure(_) => LibraryRow::HEIGHT,
        }
    }
}

/// The measures whose names hold every word of the filter, under the headings of their themes.
fn rows<'a>(headlines: &'a [Headline], filter: &str) -> Vec<Row<'a>> {
    let wanted = crate::base::text::fold(filter);
    let wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
    let mut rows = Vec::with_capacity(headlines.len() + Theme::ALL.len());
    for theme in Theme::ALL {
        let start = rows.len();
        let fitting = headlines
            .iter()
            .filter(|headline| headline.measure.theme == theme && headline.names.hold(&wanted));
        rows.extend(fitting.map(Row::Measure));
        if rows.len() > start {
            rows.insert(start, Row::Heading(theme_title(theme)));
        }
    }
    rows
}

fn first_measure<'a>(rows: &[Row<'a>]) -> Option<&'a Headline> {
    rows.iter().find_map(|row| match row {
        Row::Measure(headline) => Some(*headline),
        Row::Heading(_) => None,
    })
}

/// The field over the list; whether Enter was pressed in it.
fn filter_ui(ui: &mut Ui, filter: &mut String) -> bool {
    let margin = egui::Margin {
        left: 16,
        right: 16,
        top: 14,
        bottom: 2,
    };
    egui::Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            let id = egui::Id::unique("find a measure");
            let field = SearchField::new(id, say::library_find()).ui(ui, filter);
            field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
        })
        .inner
}

fn nothing_found_ui(ui: &mut Ui) {
    ui.add_space(tokens(ui).space.medium);
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        let words = RichText::new(say::library_nothing());
        ui.label(words.color(tokens(ui).colours.ink_secondary));
    });
}

/// The rows that can be seen, and a little more; the measure that was chosen. Tab comes to one row, the
/// arrows go on from there.
fn measures_ui<'a>(
    ui: &mut Ui,
    rows: &[Row<'a>],
    (asked, to_reveal): (Option<&MeasureKey>, Option<&MeasureKey>),
    cursor: &mut Option<MeasureKey>,
    actions: &mut Actions,
) -> Option<&'a Headline> {
    let at = |key: Option<&MeasureKey>| {
        let key = key?;
        rows.iter()
            .position(|row| matches!(row, Row::Measure(headline) if headline.key == *key))
    };
    let is_measure = |index: &usize| matches!(rows.get(*index), Some(Row::Measure(_)));
    let stop = at(cursor.as_ref())
        .or_else(|| at(asked))
        .or_else(|| (0..rows.len()).find(is_measure));
    let mut chosen = None;
    let mut target = None;
    for (index, row) in rows.iter().enumerate() {
        let size = vec2(ui.available_width(), row.height());
        let place = Rect::from_min_size(ui.cursor().min, size);
        let headline = match row {
            Row::Heading(title) => {
                ui.add(SectionHeading::new(*title).inset(16.0));
                continue;
            }
            Row::Measure(headline) => headline,
        };
        let is_stop = stop == Some(index);
        let is_revealed = to_reveal == Some(&headline.key);
        if is_revealed {
            ui.scroll_to_rect(place.expand(LibraryRow::HEIGHT), None);
        }
        if !is_stop && !ui.is_rect_visible(place) {
            ui.allocate_space(size);
            continue;
        }
        let response = measure_ui(ui, headline, asked == Some(&headline.key), is_stop);
        let name = say::library_menu(&headline.measure.name);
        context_menu(&response, &name, MENU_WIDTH, |ui| {
            menu_ui(ui, headline, actions);
        });
        if response.clicked() {
            chosen = Some(*headline);
            *cursor = Some(headline.key.clone());
        }
        if !is_stop {
            continue;
        }
        if response.gained_focus() {
            ui.scroll_to_rect(place.expand(LibraryRow::HEIGHT), None);
        }
        if ui.data_mut(|data| data.remove_temp::<bool>(cursor_moved())) == Some(true) {
            response.request_focus();
            ui.scroll_to_rect(place.expand(LibraryRow::HEIGHT), None);
        }
        if response.has_focus() {
            let key = ListKey::pressed(ui, &response);
            target = key.and_then(|key| key.from(index, rows.len(), |row| is_measure(&row)));
        }
    }
    if let Some(Row::Measure(headline)) = target.and_then(|index| rows.get(index)) {
        *cursor = Some(headline.key.clone());
        ui.data_mut(|data| data.insert_temp(cursor_moved(), true));
        ui.ctx().request_repaint();
    }
    chosen
}

/// Set while the row that the arrows came to has yet to be given the keyboard.
fn cursor_moved() -> egui::Id {
    egui::Id::unique("library cursor moved")
}

/// A measure's row.
fn measure_ui(ui: &mut Ui, headline: &Headline, selected: bool, is_stop: bool) -> Response {
    let value = match headline.latest {
        Some((_, Latest::Value(value))) => headline.measure.unit.format(value),
        Some((_, Latest::Missing(status))) => status_words(status).to_owned(),
        None => say::library_no_value().to_owned(),
    };
    let mut row = LibraryRow::new(&headline.measure.name, value)
        .values(&headline.values)
        .selected(selected)
        .tab_stop(is_stop);
    if let Some(change) = &headline.change {
        let (mark, words, tone) = change_words(&change.change, &headline.measure);
        row = row.change(mark, words, tone);
    } else if let Some((period, _)) = headline.latest {
        row = row.change(None, period.label(), Tone::Neutral);
    }
    ui.add(row).on_hover_ui(|ui| about_ui(ui, headline))
}

/// What can be done with a measure: where it is defined, and hiding it.
fn menu_ui(ui: &mut Ui, headline: &Headline, actions: &mut Actions) {
    let term = || Term::Measure(headline.key.clone());
    for (words, field) in [
        (say::rename(), DictionaryField::Name),
        (say::library_merge(), DictionaryField::Merge),
        (say::library_unit(), DictionaryField::Unit),
        (say::library_polarity(), DictionaryField::Polarity),
        (say::library_theme(), DictionaryField::Theme),
    ] {
        if menu_item(ui, Button::quiet(words)).clicked() {
            actions.send(Action::Define(term(), field));
        }
    }
    ui.separator();
    if menu_item(ui, Button::quiet(say::slide_hide())).clicked() {
        actions.edit(Edit::Define(term(), TermEdit::SetHidden(true)));
    }
}

/// The whole name, and of whom and when the value is.
fn about_ui(ui: &mut Ui, headline: &Headline) {
    let text = &tokens(ui).text;
    ui.spacing_mut().item_spacing.y = 2.0;
    let name = RichText::new(&headline.measure.name);
    ui.label(name.font(font(Weight::SemiBold, text.small)));
    let mut about = vec![unit_words(headline.measure.unit).to_owned()];
    if !headline.of_whom.is_empty() {
        about.push(headline.of_whom.clone());
    }
    about.extend(headline.latest.map(|(period, _)| period.label()));
    let about = RichText::new(about.join(" · ")).size(text.small);
    ui.label(about.color(tokens(ui).colours.ink_secondary));
}

/// The mark, words and tone of a change, as the one significance rule has it.
pub(super) fn change_words(
    change: &crate::analysis::Change,
    measure: &crate::data::Measure,
) -> (Option<Icon>, String, Tone) {
    let magnitude = change.magnitude(measure.unit);
    match change.direction {
        Direction::Up => (Some(Icon::Up), magnitude, tone_of(change, measure.polarity)),
        Direction::Down => (
            Some(Icon::Down),
            magnitude,
            tone_of(change, measure.polarity),
        ),
        Direction::NoClearChange => (
            None,
            say::library_no_clear_change().to_owned(),
            Tone::Neutral,
        ),
        Direction::NotTested if change.difference == 0.0 => {
            (None, say::library_as_before().to_owned(), Tone::Neutral)
        }
        Direction::NotTested => {
            let sign = if change.difference < 0.0 {
                number::MINUS
            } else {
                '+'
            };
            (
                None,
                say::library_not_tested(format!("{sign}{magnitude}")),
                Tone::Neutral,
            )
        }
    }
}

fn tone_of(change: &crate::analysis::Change, polarity: Polarity) -> Tone {
    match change.tone(polarity) {
        ChangeTone::Good => Tone::Good,
        ChangeTone::Bad => Tone::Bad,
        ChangeTone::Neutral => Tone::Neutral,
    }
}
