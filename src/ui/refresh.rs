//! What a newer return brings, before anything is taken: how much is new, unchanged, revised and gone, and
//! each revised or vanished value with where it stood.

use egui::accesskit::Role;
use egui::{RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::refresh::{At, Comparison, Revised, RevisionKind, Standing, told_apart};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::data::{Observation, Period, Source, Status, Unit};
use crate::import::status_words;
use crate::ui::fonts::font;
use crate::ui::kit::{KeyValueRow, SectionHeading, text};
use crate::ui::tokens::tokens;
use crate::words::say;

const ROW_HEIGHT: f32 = 46.0;
/// How high a list of values grows before it scrolls.
const LIST_HEIGHT: f32 = 5.5 * ROW_HEIGHT;
const GAP: f32 = 10.0;

/// A list that can be opened under the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparedList {
    /// The values that were revised.
    Revised,
    /// The values that are gone.
    Vanished,
}

/// Draws the counts under their heading, and the list that is open; a click on its count opens or closes it.
pub fn since_last_return_ui(ui: &mut Ui, comparison: &Comparison, open: &mut Option<ComparedList>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add(SectionHeading::new(say::compared_title()));
    small_ui(ui, &against_words(comparison));
    count_ui(ui, say::compared_new(), comparison.new.len());
    if comparison.standing == Standing::FirstOfItsKind {
        return;
    }
    count_ui(ui, say::compared_unchanged(), comparison.unchanged.len());
    let revised = comparison.revised.len();
    list_count_ui(
        ui,
        say::compared_revised(),
        revised,
        ComparedList::Revised,
        open,
    );
    let vanished = comparison.vanished.len();
    if comparison.standing != Standing::Earlier {
        list_count_ui(
            ui,
            say::compared_vanished(),
            vanished,
            ComparedList::Vanished,
            open,
        );
    }
    if comparison.kept > 0 {
        let row = KeyValueRow::new(say::compared_kept(), number::count(comparison.kept));
        ui.add(row).on_hover_text(say::compared_kept_note());
    }
    for renaming in &comparison.renamed {
        ui.add_space(tokens(ui).space.small);
        small_ui(ui, &renaming.words());
    }
    match open {
        Some(ComparedList::Revised) if revised > 0 => {
            list_ui(ui, "revised", revised, |index| {
                let revised = comparison.revised.get(index)?;
                revised_row(comparison, revised)
            });
        }
        Some(ComparedList::Vanished) if vanished > 0 => {
            list_ui(ui, "vanished", vanished, |index| {
                vanished_row(comparison, *comparison.vanished.get(index)?)
            });
        }
        _ => {}
    }
}

/// With what the workbook is compared.
fn against_words(comparison: &Comparison) -> String {
    let file = comparison
        .neighbour()
        .map_or("", |neighbour| neighbour.file_name.as_str());
    match comparison.standing {
        Standing::FirstOfItsKind => say::compared_first().to_owned(),
        Standing::Later => say::compared_with(file),
        Standing::Earlier => say::compared_earlier(file),
        Standing::SameFile => say::compared_same().to_owned(),
    }
}

fn small_ui(ui: &mut Ui, words: &str) {
    let tokens = tokens(ui);
    ui.label(
        RichText::new(words)
            .size(tokens.text.small)
            .color(tokens.colours.ink_secondary),
    );
}

fn count_ui(ui: &mut Ui, key: &str, count: usize) {
    ui.add(KeyValueRow::new(key, number::count(count)));
}

/// A count that opens its list; plain where there is nothing to list.
fn list_count_ui(
    ui: &mut Ui,
    key: &str,
    count: usize,
    list: ComparedList,
    open: &mut Option<ComparedList>,
) {
    let row = KeyValueRow::new(key, number::count(count));
    if count == 0 {
        ui.add(row);
        return;
    }
    let is_open = *open == Some(list);
    let response = ui.add(row.linked());
    if response.clicked() {
        *open = (!is_open).then_some(list);
    }
    response.on_hover_text(if is_open {
        say::compared_close()
    } else {
        say::compared_show()
    });
}

/// One value of a list, in words.
struct ListedValue {
    measure: String,
    change: String,
    /// Where, of whom and when.
    point: String,
    difference: String,
    /// The cells.
    cells: String,
}

/// Draws those rows of a list that can be seen.
fn list_ui(ui: &mut Ui, name: &str, count: usize, row: impl Fn(usize) -> Option<ListedValue>) {
    ui.add_space(tokens(ui).space.small);
    ScrollArea::vertical()
        .id_salt(name)
        .max_height(LIST_HEIGHT)
        .auto_shrink([false, true])
        .show_rows(ui, ROW_HEIGHT, count, |ui, range| {
            for listed in range.filter_map(row) {
                listed_ui(ui, &listed);
            }
        });
}

fn listed_ui(ui: &mut Ui, listed: &ListedValue) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let words = [
            &listed.measure,
            &listed.point,
            &listed.change,
            &listed.difference,
        ];
        let words: Vec<&str> = words
            .into_iter()
            .map(String::as_str)
            .filter(|words| !words.is_empty())
            .collect();
        WidgetInfo::labeled(Role::Label, ui.is_enabled(), words.join(", "))
    });
    let lines = [
        (
            &listed.measure,
            &listed.change,
            Weight::SemiBold,
            colours.ink,
            14.0,
        ),
        (
            &listed.point,
            &listed.difference,
            Weight::Regular,
            colours.ink_secondary,
            32.0,
        ),
    ];
    for (left, right, weight, ink, middle) in lines {
        let font = font(weight, tokens.text.small);
        let y = rect.top() + middle;
        // What changed matters more: it may take all but a third of the row.
        let right = text::elided(ui, right, font.clone(), ink, 0.67 * rect.width());
        let room = rect.width() - right.size().x - GAP;
        let at = pos2(rect.right() - right.size().x, y);
        text::paint_from(ui.painter(), at, right);
        let left = text::elided(ui, left, font, ink, room);
        text::paint_from(ui.painter(), pos2(rect.left(), y), left);
    }
    let y = rect.bottom() - 0.5;
    ui.painter()
        .hline(rect.x_range(), y, Stroke::new(1.0, colours.rule_soft));
    response.on_hover_text(format!(
        "{}, {}\n{}\n{}",
        listed.measure, listed.point, listed.change, listed.cells
    ));
}

fn revised_row(comparison: &Comparison, revised: &Revised) -> Option<ListedValue> {
    let (old_source, old) = comparison.find(revised.pair.old)?;
    let (source, new) = comparison.find(revised.pair.new)?;
    let unit = source.measure(new)?.unit;
    let (change, difference) = match revised.kind {
        RevisionKind::Value | RevisionKind::Rounding => {
            let (before, after) = told_apart(unit, old.value?, new.value?);
            let difference = if revised.kind == RevisionKind::Rounding {
                say::compared_decimals().to_owned()
            } else {
                difference_words(comparison, revised, unit)
            };
            (format!("{before} → {after}"), difference)
        }
        RevisionKind::Withdrawn => (
            format!("{} → {}", unit.format(old.value?), status_name(new.status)),
            String::new(),
        ),
        RevisionKind::Base => {
            let base = |held: &Observation| {
                held.unweighted_base.or(held.effective_base).map_or_else(
                    || say::compared_no_base().to_owned(),
                    |base| number::grouped(base, 0),
                )
            };
            (
                say::ComparedBase {
                    before: base(old),
                    after: base(new),
                }
                .say(),
                say::compared_same_value().to_owned(),
            )
        }
        RevisionKind::Status => (
            format!("{} → {}", status_name(old.status), status_name(new.status)),
            say::compared_same_value().to_owned(),
        ),
    };
    Some(ListedValue {
        measure: source.measure(new)?.name.clone(),
        change,
        point: point_words(source, new),
        difference,
        cells: format!(
            "{} → {}",
            old_source.describe_cell(old.cell),
            source.describe_cell(new.cell)
        ),
    })
}

/// "−6 (−1.2%)"; percentages differ by points.
fn difference_words(comparison: &Comparison, revised: &Revised, unit: Unit) -> String {
    let Some(difference) = comparison.difference(revised.pair) else {
        return String::new();
    };
    let decimals = (unit.decimals()..unit.decimals() + 5)
        .find(|decimals| {
            number::rounded(difference.absolute.abs(), *decimals)
                .contains(|c| ('1'..='9').contains(&c))
        })
        .unwrap_or(unit.decimals());
    let absolute = match unit {
        Unit::Percent => Unit::PercentagePoints.format_with(difference.absolute, decimals),
        _ => number::signed(difference.absolute, decimals),
    };
    match difference.percent {
        Some(percent) => format!("{absolute} ({}%)", number::signed(percent, 1)),
        None => absolute,
    }
}

fn vanished_row(comparison: &Comparison, at: At) -> Option<ListedValue> {
    let (source, observation) = comparison.find(at)?;
    let measure = source.measure(observation)?;
    Some(ListedValue {
        measure: measure.name.clone(),
        change: observation.value.map_or_else(
            || status_words(observation.status).to_owned(),
            |value| measure.unit.format(value),
        ),
        point: point_words(source, observation),
        difference: observation.cell.to_string(),
        cells: source.describe_cell(observation.cell),
    })
}

/// Where, of whom and when.
fn point_words(source: &Source, observation: &Observation) -> String {
    let area = source.area(observation).map(|area| area.name.clone());
    let cohort = source
        .cohort(observation)
        .filter(|cohort| !cohort.is_everyone())
        .map(|cohort| cohort.without_totals().label());
    let period = source.period(observation).map(Period::label);
    let parts: Vec<String> = [area, cohort, period].into_iter().flatten().collect();
    parts.join(" · ")
}

/// What a status is called where it changed.
fn status_name(status: Status) -> &'static str {
    match status {
        Status::Ordinary => say::compared_no_mark(),
        other => status_words(other),
    }
}
