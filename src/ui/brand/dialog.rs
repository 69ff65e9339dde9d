//! The dialog: what is set at the left, and at the right the chart on show as it will look.

use egui::{Align, Context, Id, Label, Layout, RichText, Ui, vec2};

use super::colours::{colours_ui, problems_ui};
use super::draft::BrandDraft;
use super::preview::Previewed;
use crate::chart::ThemeKind;
use crate::export::pptx::DeckLook;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{
    Button, Link, SectionHeading, Tabs, TextField, Tone, at_right, modal, modal_fields, modal_title,
};
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;

const WIDTH: f32 = 1000.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 200.0;
/// The width of what is set.
const FIELDS: f32 = 400.0;
/// The height of the logo, and the most of its width.
const LOGO: (f32, f32) = (44.0, 220.0);

/// The looks of the preview, with their words.
const LOOKS: [(ThemeKind, &str); 4] = [
    (ThemeKind::Light, "Light"),
    (ThemeKind::Dark, "Dark"),
    (ThemeKind::HighContrast, "High contrast"),
    (ThemeKind::Print, "Print"),
];

/// Draws the dialog while a brand is being put together; `shown` is the chart of the preview.
pub fn brand_dialog_ui(
    ctx: &Context,
    held: &mut Option<BrandDraft>,
    shown: Option<&Previewed>,
    actions: &mut Actions,
) {
    let Some(mut draft) = held.take() else {
        return;
    };
    let id = Id::unique("brand dialog");
    let (ended, should_close) = modal(ctx, id, "Brand", WIDTH, |ui| {
        modal_title(ui, "Brand");
        let words =
            "Set once for this project: its charts, slides, reports and office files follow";
        let secondary = tokens(ui).colours.ink_secondary;
        ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
        modal_fields(ui, AROUND, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                let fields = FIELDS.min(0.46 * ui.available_width());
                let column = |ui: &mut Ui, width: f32, add: &mut dyn FnMut(&mut Ui)| {
                    ui.allocate_ui_with_layout(
                        vec2(width, 0.0),
                        Layout::top_down(Align::Min),
                        |ui| {
                            ui.set_width(width);
                            add(ui);
                        },
                    );
                };
                column(ui, fields, &mut |ui| fields_ui(ui, &mut draft, actions));
                ui.add_space(tokens(ui).space.large);
                let rest = ui.available_width();
                column(ui, rest, &mut |ui| preview_ui(ui, &mut draft, shown));
            });
        });
        end_ui(ui, &draft, actions)
    });
    if !ended && !should_close {
        *held = Some(draft);
    }
}

fn fields_ui(ui: &mut Ui, draft: &mut BrandDraft, actions: &mut Actions) {
    let organisation = Id::unique("organisation of the brand");
    let response = TextField::new(organisation, "Organisation")
        .hint("At the foot of slides and reports")
        .ui(ui, &mut draft.brand.organisation);
    if !draft.has_begun {
        draft.has_begun = true;
        response.request_focus();
    }
    TextField::new(
        Id::unique("font of the brand"),
        "Font of PowerPoint and Excel files",
    )
    .hint(DeckLook::USUAL_FONT)
    .ui(ui, &mut draft.brand.office_font);
    ui.add(SectionHeading::new("Colours"));
    colours_ui(ui, draft);
    ui.add(SectionHeading::new("Logo"));
    logo_ui(ui, draft, actions);
}

fn logo_ui(ui: &mut Ui, draft: &mut BrandDraft, actions: &mut Actions) {
    if let Some(logo) = draft.brand.logo.clone() {
        let width = (LOGO.0 * logo.aspect()).min(LOGO.1);
        let size = vec2(width, width / logo.aspect());
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        painter::logo(ui.painter(), rect, &logo);
    }
    ui.horizontal(|ui| {
        let words = if draft.brand.logo.is_some() {
            "Another logo…"
        } else {
            "Choose a logo…"
        };
        let choose = ui.add(Button::secondary(words).small());
        if choose
            .on_hover_text("A PNG or SVG file of up to 4 MB")
            .clicked()
        {
            actions.send(Action::ChooseLogo);
        }
        if draft.brand.logo.is_none() {
            return;
        }
        let take = ui.add(Button::secondary("Take colours from the logo").small());
        if take.clicked() && !draft.take_colours_of_logo() {
            draft.logo_problem = Some(String::from("There are no colours in this logo"));
        }
        if ui.add(Link::new("Remove the logo")).clicked() {
            draft.brand.logo = None;
        }
    });
    if let Some(problem) = &draft.logo_problem {
        let ink = Tone::Bad.ink(&tokens(ui).colours);
        ui.add(Label::new(RichText::new(problem).color(ink)).wrap());
    }
}

fn preview_ui(ui: &mut Ui, draft: &mut BrandDraft, shown: Option<&Previewed>) {
    ui.add(Tabs::new(&mut draft.look, &LOOKS));
    draft.preview.ui(ui, shown, &draft.brand, draft.look);
    if draft.look == ThemeKind::Print {
        note(
            ui,
            "Print stays black and white, so that every printer can do it",
        );
    }
    if draft.look == ThemeKind::HighContrast {
        note(
            ui,
            "High contrast takes these colours only where they stand out on black",
        );
    }
    ui.add_space(tokens(ui).space.small);
    problems_ui(ui, draft);
    note(
        ui,
        "Better and worse stay teal ▲ and magenta ▼, which everybody tells apart",
    );
}

fn note(ui: &mut Ui, words: &str) {
    let small = tokens(ui).text.small;
    let words = RichText::new(words).size(small);
    let words = words.color(tokens(ui).colours.ink_secondary);
    ui.add(Label::new(words).wrap());
}

/// The buttons; whether one of them ended the dialog.
fn end_ui(ui: &mut Ui, draft: &BrandDraft, actions: &mut Actions) -> bool {
    let mut ended = false;
    at_right(ui, "buttons", |ui| {
        if draft.is_change && ui.add(Button::secondary("Remove the brand")).clicked() {
            actions.edit(Edit::SetBrand(Box::default()));
            ended = true;
        }
        ended |= ui.add(Button::secondary("Cancel")).clicked();
        if ui.add(Button::primary("Use this brand")).clicked() {
            actions.edit(Edit::SetBrand(Box::new(draft.brand.clone())));
            ended = true;
        }
    });
    ended
}
