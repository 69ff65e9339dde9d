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
use crate::words::say;

const WIDTH: f32 = 1000.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 200.0;
/// The width of what is set.
const FIELDS: f32 = 400.0;
/// The height of the logo, and the most of its width.
const LOGO: (f32, f32) = (44.0, 220.0);

/// The looks of the preview, with their words.
fn looks() -> [(ThemeKind, &'static str); 4] {
    [
        (ThemeKind::Light, say::theme_light()),
        (ThemeKind::Dark, say::theme_dark()),
        (ThemeKind::HighContrast, say::theme_high_contrast()),
        (ThemeKind::Print, say::brand_look_print()),
    ]
}

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
    let (ended, should_close) = modal(ctx, id, say::brand_title(), WIDTH, |ui| {
        modal_title(ui, say::brand_title());
        let words = RichText::new(say::brand_about()).color(tokens(ui).colours.ink_secondary);
        ui.add(Label::new(words).wrap());
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
    let response = TextField::new(organisation, say::brand_organisation())
        .hint(say::brand_organisation_hint())
        .ui(ui, &mut draft.brand.organisation);
    if !draft.has_begun {
        draft.has_begun = true;
        response.request_focus();
    }
    TextField::new(Id::unique("font of the brand"), say::brand_font())
        .hint(DeckLook::USUAL_FONT)
        .ui(ui, &mut draft.brand.office_font);
    ui.add(SectionHeading::new(say::brand_colours()));
    colours_ui(ui, draft);
    ui.add(SectionHeading::new(say::brand_logo()));
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
            say::brand_logo_other()
        } else {
            say::brand_logo_choose()
        };
        let choose = ui.add(Button::secondary(words).small());
        if choose.on_hover_text(say::brand_logo_kinds()).clicked() {
            actions.send(Action::ChooseLogo);
        }
        if draft.brand.logo.is_none() {
            return;
        }
        let take = ui.add(Button::secondary(say::brand_logo_colours()).small());
        if take.clicked() && !draft.take_colours_of_logo() {
            draft.logo_problem = Some(say::brand_logo_no_colours().to_owned());
        }
        if ui.add(Link::new(say::brand_logo_remove())).clicked() {
            draft.brand.logo = None;
        }
    });
    if let Some(problem) = &draft.logo_problem {
        let ink = Tone::Bad.ink(&tokens(ui).colours);
        ui.add(Label::new(RichText::new(problem).color(ink)).wrap());
    }
}

fn preview_ui(ui: &mut Ui, draft: &mut BrandDraft, shown: Option<&Previewed>) {
    ui.add(Tabs::new(&mut draft.look, &looks()));
    draft.preview.ui(ui, shown, &draft.brand, draft.look);
    if draft.look == ThemeKind::Print {
        note(ui, say::brand_print_note());
    }
    if draft.look == ThemeKind::HighContrast {
        note(ui, say::brand_contrast_note());
    }
    ui.add_space(tokens(ui).space.small);
    problems_ui(ui, draft);
    note(ui, say::brand_better_note());
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
        if draft.is_change && ui.add(Button::secondary(say::brand_remove())).clicked() {
            actions.edit(Edit::SetBrand(Box::default()));
            ended = true;
        }
        ended |= ui.add(Button::secondary(say::cancel())).clicked();
        if ui.add(Button::primary(say::brand_use())).clicked() {
            actions.edit(Edit::SetBrand(Box::new(draft.brand.clone())));
            ended = true;
        }
    });
    ended
}
