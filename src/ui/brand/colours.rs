//! The colours of a brand with what is wrong with them, and the nearest that would serve.

use egui::{Id, Label, RichText, Ui};

use super::draft::BrandDraft;
use crate::chart::brand_check::{BrandFix, BrandPlace, on_dark, problems};
use crate::project::BrandColour;
use crate::ui::kit::{Button, ColourChange, ColourField, Icon, Link, Tone};
use crate::ui::tokens::tokens;
use crate::words::say;

/// How many colours stand side by side.
const ACROSS: usize = 2;

/// The main colour and the further ones.
pub(super) fn colours_ui(ui: &mut Ui, draft: &mut BrandDraft) {
    let categories = (0..draft.brand.categories.len()).map(BrandPlace::Category);
    let places: Vec<BrandPlace> = std::iter::once(BrandPlace::Main)
        .chain(categories)
        .collect();
    for row in places.chunks(ACROSS) {
        ui.horizontal_top(|ui| {
            for place in row {
                colour_ui(ui, *place, draft);
            }
        });
    }
    if draft.has_room() {
        let link = ui.add(Link::new(say::brand_add_colour()));
        let hint = say::brand_add_colour_about();
        if link.on_hover_text(hint).clicked() {
            draft.add_colour();
        }
    }
}

fn colour_ui(ui: &mut Ui, place: BrandPlace, draft: &mut BrandDraft) {
    let (caption, colour) = match place {
        BrandPlace::Main => (say::brand_main_colour().to_owned(), Some(draft.main())),
        BrandPlace::Category(at) => (say::brand_colour(at + 1), place.of(&draft.brand)),
    };
    let Some(colour) = colour else { return };
    let id = Id::unique(("colour of the brand", place));
    let parts = [colour.red, colour.green, colour.blue];
    let can_go = place != BrandPlace::Main || draft.brand.main.is_some();
    let take_out = say::brand_take_out(place.words());
    let field = ColourField::new(id, &caption).removable(can_go.then_some(take_out.as_str()));
    let change = field.ui(ui, parts, &colour.to_string());
    let wanted = match change {
        Some(ColourChange::To([red, green, blue])) => Some(BrandColour::new(red, green, blue)),
        Some(ColourChange::Typed(words)) => BrandColour::read(&words),
        Some(ColourChange::Removed) => {
            draft.remove(place);
            None
        }
        None => None,
    };
    if let Some(wanted) = wanted {
        place.set(&mut draft.brand, wanted);
    }
}

/// What cannot be read or told apart, each with the colour that could.
pub(super) fn problems_ui(ui: &mut Ui, draft: &mut BrandDraft) {
    let found = problems(&draft.brand);
    let small = tokens(ui).text.small;
    let colours = &tokens(ui).colours;
    if found.is_empty() && !draft.brand.colours().is_empty() {
        let ink = Tone::Good.ink(colours);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            Icon::Check.ui(ui, ink);
            let words = RichText::new(say::brand_good()).size(small).color(ink);
            ui.add(Label::new(words).wrap());
        });
    }
    for problem in &found {
        let words = RichText::new(&problem.words).size(small);
        ui.add(Label::new(words.color(Tone::Warning.ink(colours))).wrap());
        if let Some(fix) = problem.fix
            && ui.add(Button::secondary(fix_words(fix)).small()).clicked()
        {
            fix.place.set(&mut draft.brand, fix.colour);
        }
    }
    if found.is_empty()
        && let Some(words) = on_dark(&draft.brand)
    {
        let words = RichText::new(words).size(small);
        ui.add(Label::new(words.color(colours.ink_secondary)).wrap());
    }
}

fn fix_words(fix: BrandFix) -> String {
    let (colour, code) = (fix.place.words(), fix.colour.to_string());
    if fix.is_darker {
        say::BrandDarken { code, colour }.say()
    } else {
        say::BrandLighten { code, colour }.say()
    }
}
