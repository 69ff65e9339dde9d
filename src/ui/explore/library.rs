//! The panel on the left: every measure by theme, with its latest value, its direction and its shape;
//! below them the workbooks that they came from.

use egui::{ScrollArea, Ui};

use super::state::ExploreState;
use crate::analysis::change::{Direction, Tone as ChangeTone};
use crate::analysis::overview::{Headline, Latest};
use crate::base::number;
use crate::data::measure::Theme;
use crate::data::{Polarity, Source};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::kit::{Badge, Icon, LibraryRow, ListRow, SectionHeading, Tone};
use crate::ui::tokens::tokens;

use super::screen::Exploring;

/// With more measures than this the library has a field to find them by.
const MEASURES_WITHOUT_FILTER: usize = 12;

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
    if exploring.headlines.len() > MEASURES_WITHOUT_FILTER {
        filter_ui(ui, &mut state.filter);
    } else {
        state.filter.clear();
    }
    let wanted = crate::base::text::fold(&state.filter);
    let wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(tokens(ui).space.small);
        for theme in Theme::ALL {
            let rows: Vec<&Headline> = exploring
                .headlines
                .iter()
                .filter(|headline| headline.measure.theme == theme)
                .filter(|headline| {
                    wanted
                        .iter()
                        .all(|word| headline.key.folded_name.contains(word))
                })
                .collect();
            if rows.is_empty() {
                continue;
            }
            ui.add(SectionHeading::new(theme.title()).inset(16.0));
            for headline in rows {
                if measure_ui(ui, headline, asked == Some(&headline.key)) {
                    actions.send(Action::ShowMeasure(headline.key.clone()));
                }
            }
        }
        sources_ui(ui, &exploring.project.sources, actions);
        ui.add_space(tokens(ui).space.large);
    });
}

fn filter_ui(ui: &mut Ui, filter: &mut String) {
    let space = &tokens(ui).space;
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(16, 10))
        .show(ui, |ui| {
            ui.spacing_mut().interact_size.y = tokens(ui).size.tab;
            let field = egui::TextEdit::singleline(filter)
                .hint_text("Find a measure")
                .align(egui::Align2::LEFT_CENTER)
                .margin(egui::vec2(space.small, space.tight))
                .desired_width(f32::INFINITY);
            let response = ui.add(field);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::accesskit::Role::SearchInput,
                    true,
                    "Find a measure",
                )
            });
        });
}

/// A measure's row; whether it was clicked.
fn measure_ui(ui: &mut Ui, headline: &Headline, selected: bool) -> bool {
    let value = match headline.latest {
        Some((_, Latest::Value(value))) => headline.measure.unit.format(value),
        Some((_, Latest::Missing(status))) => status.words().to_owned(),
        None => String::from("no value"),
    };
    let mut row = LibraryRow::new(&headline.measure.name, value)
        .values(&headline.values)
        .selected(selected);
    if let Some(change) = &headline.change {
        let (mark, words, tone) = change_words(&change.change, &headline.measure);
        row = row.change(mark, words, tone);
    } else if let Some((period, _)) = headline.latest {
        row = row.change(None, period.label(), Tone::Neutral);
    }
    ui.add(row).clicked()
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
        Direction::NoClearChange => (None, String::from("no clear change"), Tone::Neutral),
        Direction::NotTested => {
            let sign = if change.difference < 0.0 {
                number::MINUS
            } else {
                '+'
            };
            (
                None,
                format!("{sign}{magnitude}, not tested"),
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

/// The workbooks, each with how many values came from it or how much of it needs an eye.
fn sources_ui(ui: &mut Ui, sources: &[std::sync::Arc<Source>], actions: &mut Actions) {
    if sources.is_empty() {
        return;
    }
    ui.add(SectionHeading::new("Sources").inset(16.0));
    for source in sources {
        let badge = if source.open_findings > 0 {
            Badge::new(format!("{} to check", source.open_findings), Tone::Warning)
        } else {
            Badge::new(
                number::grouped(count(source.observations.len()), 0),
                Tone::Good,
            )
        };
        let about = format!(
            "{} values read from {} on {}",
            number::grouped(count(source.observations.len()), 0),
            source.file_name,
            source.imported_on.strftime("%-d %B %Y")
        );
        let row = ui
            .add(ListRow::new(&source.file_name).badge(badge))
            .on_hover_text(about);
        if row.clicked() {
            actions.run(Command::ShowFindings);
        }
        row.context_menu(|ui| {
            if ui.button("What the import found").clicked() {
                actions.run(Command::ShowFindings);
            }
            if ui.button("Remove from the project").clicked() {
                actions.edit(crate::project::Edit::RemoveSource(source.id.clone()));
            }
        });
    }
}

/// A count of things in memory as a number to print.
fn count(len: usize) -> f64 {
    u32::try_from(len).map_or(f64::INFINITY, f64::from)
}
