//! A field for a colour: a swatch that opens sliders, and its code, as style guides give it.

use egui::accesskit::Role;
use egui::ecolor::Hsva;
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Popup, PopupCloseBehavior, Rect, Response, Sense,
    Slider, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::{Button, Icon, TextField, focus};
use crate::ui::tokens::tokens;
use crate::words::say;

/// The width of the code with its caption.
const CODE_WIDTH: f32 = 104.0;
/// The side of the swatch.
const SWATCH: f32 = 34.0;
/// The height of the caption over the code.
const CAPTION: f32 = 21.0;
/// The side of the button that takes the colour out.
const REMOVE: f32 = 24.0;
/// The length of a slider.
const SLIDER: f32 = 180.0;

/// What happened to a colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColourChange {
    /// It was moved to this one, as red, green and blue.
    To([u8; 3]),
    /// Words were typed for it.
    Typed(String),
    /// It is to be taken out.
    Removed,
}

/// The field.
#[must_use = "a field is not shown until `ui` is called"]
pub struct ColourField<'a> {
    id: Id,
    caption: &'a str,
    /// What the button is called that takes it out, where it can be.
    removable: Option<&'a str>,
}

impl<'a> ColourField<'a> {
    /// A field with its caption, which is its accessible name too.
    pub fn new(id: Id, caption: &'a str) -> Self {
        Self {
            id,
            caption,
            removable: None,
        }
    }

    /// With a button of this name that takes the colour out.
    pub fn removable(mut self, name: Option<&'a str>) -> Self {
        self.removable = name;
        self
    }

    /// Shows the colour with its code; what was done to it in this frame.
    pub fn ui(self, ui: &mut Ui, colour: [u8; 3], code: &str) -> Option<ColourChange> {
        let mut change = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let swatch = self.swatch(ui, colour, code);
            Popup::menu(&swatch)
                .id(self.id.with("sliders"))
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .accessible_name(self.caption)
                .show(|ui| change = self.sliders(ui, colour));
            ui.scope(|ui| {
                ui.set_max_width(CODE_WIDTH);
                let typing = self.id.with("typing");
                let field = self.id.with("code");
                let kept: Option<String> = ui.data(|data| data.get_temp(typing));
                let has_focus = ui.memory(|memory| memory.has_focus(field));
                let mut words = kept
                    .filter(|_| has_focus)
                    .unwrap_or_else(|| code.to_owned());
                let response = TextField::new(field, self.caption).ui(ui, &mut words);
                if response.changed() {
                    change = Some(ColourChange::Typed(words.clone()));
                }
                ui.data_mut(|data| data.insert_temp(typing, words));
            });
            let size = Vec2::new(REMOVE, SWATCH + CAPTION);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            if let Some(name) = self.removable {
                let middle = place.center() + Vec2::new(0.0, CAPTION / 2.0);
                let place = Rect::from_center_size(middle, Vec2::splat(REMOVE));
                if ui.put(place, Button::icon(Icon::Cross, name)).clicked() {
                    change = Some(ColourChange::Removed);
                }
            }
        });
        change
    }

    fn swatch(&self, ui: &mut Ui, [red, green, blue]: [u8; 3], code: &str) -> Response {
        let tokens = tokens(ui);
        // In line with the code, which stands under its caption.
        let size = Vec2::new(SWATCH, SWATCH + CAPTION);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let rect = whole.with_min_y(whole.top() + CAPTION);
        let response = ui
            .interact(rect, self.id.with("swatch"), Sense::click())
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(say::colour_choose());
        response.widget_info(|| {
            let name = say::ColourName {
                colour: self.caption,
                code,
            }
            .say();
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
        });
        let radius = CornerRadius::from(tokens.radius.control);
        let edge = Stroke::new(1.0, tokens.colours.neutral_edge);
        let fill = Color32::from_rgb(red, green, blue);
        ui.painter()
            .rect(rect, radius, fill, edge, StrokeKind::Inside);
        focus::ring(ui, &response, rect, tokens.radius.control);
        response
    }

    /// Hue, strength and brightness. What they were is kept while they move, since grey has no hue.
    fn sliders(&self, ui: &mut Ui, colour: [u8; 3]) -> Option<ColourChange> {
        let id = self.id.with("hue, strength and brightness");
        let kept: Option<Hsva> = ui.data(|data| data.get_temp(id));
        let kept = kept.filter(|kept| kept.to_srgb() == colour);
        let mut held = kept.unwrap_or_else(|| Hsva::from_srgb(colour));
        ui.spacing_mut().slider_width = SLIDER;
        let mut is_changed = false;
        for (name, value, most) in [
            (say::colour_hue(), &mut held.h, 360.0_f32),
            (say::colour_strength(), &mut held.s, 100.0),
            (say::colour_brightness(), &mut held.v, 100.0),
        ] {
            let mut shown = *value * most;
            let slider = Slider::new(&mut shown, 0.0..=most)
                .fixed_decimals(0)
                .text(name);
            if ui.add(slider).changed() {
                *value = (shown / most).clamp(0.0, 1.0);
                is_changed = true;
            }
        }
        ui.data_mut(|data| data.insert_temp(id, held));
        is_changed.then(|| ColourChange::To(held.to_srgb()))
    }
}
