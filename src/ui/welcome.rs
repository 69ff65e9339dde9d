//! The start screen: drop a workbook, look around the example, go on with a recent project.

use std::path::PathBuf;

use egui::{CentralPanel, Frame, RichText, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::action::{Action, Actions};
use super::command::Command;
use super::fonts::font;
use super::kit::{
    Button, Card, Link, ListRow, SectionHeading, Sparkline, context_menu, menu_item, text,
};
use super::tokens::tokens;
use crate::base::text::file_name;
use crate::base::typeface::Weight;
use crate::words::say;

const WIDTH: f32 = 980.0;
const CARD_HEIGHT: f32 = 208.0;
const GAP: f32 = 16.0;
const HEADLINE: f32 = 36.0;
/// A page narrower than this has a smaller headline, and its cards under each other.
const NARROW: f32 = 760.0;

/// A project that was open before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentProject {
    /// Its file.
    pub path: PathBuf,
    /// When it was last opened, for reading: "today, 09:12".
    pub when: String,
}

/// Draws the screen into what the top bar leaves.
pub fn welcome_ui(
    ui: &mut Ui,
    recent: &[RecentProject],
    example_shape: &[Option<f64>],
    actions: &mut Actions,
) {
    let ground = tokens(ui).colours.ground;
    CentralPanel::default()
        .frame(Frame::new().fill(ground))
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let width = WIDTH.min(ui.available_width() - 64.0);
                let side = ((ui.available_width() - width) / 2.0).max(0.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(side);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        page_ui(ui, recent, example_shape, actions);
                    });
                });
            });
        });
}

fn page_ui(
    ui: &mut Ui,
    recent: &[RecentProject],
    example_shape: &[Option<f64>],
    actions: &mut Actions,
) {
    let sizes = &tokens(ui).text;
    let space = &tokens(ui).space;
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_narrow = ui.available_width() < NARROW;
    let (above, share) = if is_narrow { (28.0, 0.75) } else { (72.0, 1.0) };
    ui.add_space(above);
    for line in [say::welcome_headline(), say::welcome_headline_second()] {
        let headline = text::headline(line, share * HEADLINE);
        ui.label(headline.line_height(Some((share * 49.0).round())));
    }
    ui.add_space(space.medium);
    let promise = say::welcome_promise();
    ui.label(
        RichText::new(promise)
            .size(sizes.lead + 1.0)
            .color(tokens(ui).colours.ink_secondary),
    );
    ui.add_space(space.wide + 2.0);
    cards_ui(ui, example_shape, actions);
    if !recent.is_empty() {
        ui.add_space(space.wide);
        recent_ui(ui, recent, actions);
    }
    ui.add_space(space.wide);
}

/// The two cards: a place to drop workbooks, and the example, side by side where there is room.
fn cards_ui(ui: &mut Ui, example_shape: &[Option<f64>], actions: &mut Actions) {
    let is_dragged_over = ui.input(|input| !input.raw.hovered_files.is_empty());
    if ui.available_width() < NARROW {
        let drop = Card::new().dashed().highlighted(is_dragged_over);
        drop.show(ui, |ui| drop_ui(ui, actions));
        ui.add_space(GAP);
        let example = Card::new().padding(vec2(24.0, 24.0));
        example.show(ui, |ui| example_ui(ui, example_shape, actions));
        return;
    }
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD_HEIGHT), Sense::hover());
    let split = row.left() + (row.width() - GAP) * 0.56;
    let left = egui::Rect::from_min_max(row.min, egui::pos2(split, row.bottom()));
    let right = egui::Rect::from_min_max(egui::pos2(split + GAP, row.top()), row.max);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        let inner = CARD_HEIGHT - 48.0;
        Card::new()
            .dashed()
            .highlighted(is_dragged_over)
            .min_height(inner)
            .show(ui, |ui| drop_ui(ui, actions));
    });
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
        let inner = CARD_HEIGHT - 48.0;
        Card::new()
            .padding(vec2(24.0, 24.0))
            .min_height(inner)
            .show(ui, |ui| example_ui(ui, example_shape, actions));
    });
}

fn drop_ui(ui: &mut Ui, actions: &mut Actions) {
    let sizes = &tokens(ui).text;
    ui.vertical_centered(|ui| {
        ui.add_space(12.0);
        ui.label(RichText::new(say::welcome_drop()).font(font(Weight::SemiBold, sizes.lead + 1.0)));
        ui.add_space(8.0);
        let kinds = RichText::new(say::kinds_of_files()).color(tokens(ui).colours.ink_secondary);
        ui.label(kinds);
        ui.add_space(12.0);
        let shortcut = Command::Import.shortcut_text(ui.ctx());
        if ui
            .add(Button::primary(say::welcome_choose()).shortcut(shortcut))
            .clicked()
        {
            actions.run(Command::Import);
        }
    });
}

fn example_ui(ui: &mut Ui, shape: &[Option<f64>], actions: &mut Actions) {
    let sizes = &tokens(ui).text;
    ui.label(RichText::new(say::welcome_look_around()).font(font(Weight::SemiBold, sizes.lead)));
    ui.add_space(8.0);
    let about = say::welcome_example();
    ui.label(
        RichText::new(about)
            .color(tokens(ui).colours.ink_secondary)
            .line_height(Some(21.0)),
    );
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let (rect, _) = ui.allocate_exact_size(vec2(46.0, 24.0), Sense::hover());
        Sparkline::new(shape)
            .colour(tokens(ui).colours.accent)
            .paint(ui, rect);
        if ui.add(Link::new(Command::TakeTour.text())).clicked() {
            actions.run(Command::TakeTour);
        }
    });
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        if ui
            .add(Button::secondary(say::command_open_example()))
            .clicked()
        {
            actions.run(Command::OpenExample);
        }
        if ui.add(Link::new(say::welcome_or_open())).clicked() {
            actions.run(Command::OpenProject);
        }
    });
}

fn recent_ui(ui: &mut Ui, recent: &[RecentProject], actions: &mut Actions) {
    ui.add(SectionHeading::new(say::recent_projects()));
    for project in recent {
        let name = file_name(&project.path);
        let row = ListRow::new(name).trailing(&*project.when).ruled();
        let response = ui
            .add(row)
            .on_hover_text(project.path.display().to_string());
        if response.clicked() {
            actions.send(Action::OpenPath(project.path.clone()));
        }
        context_menu(&response, say::recent_project(), 180.0, |ui| {
            if menu_item(ui, Button::quiet(say::recent_forget())).clicked() {
                actions.send(Action::ForgetRecent(project.path.clone()));
            }
        });
    }
}
