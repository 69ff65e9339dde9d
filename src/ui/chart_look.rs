//! In which look charts are drawn in the window: as light or dark as the window and in the project's colours, or,
//! for as long as somebody wants to see it, as an agenda pack prints them.

use std::sync::Arc;

use egui::{Context, Id, Rect, Theme, Ui};

use super::scene_painter::colour;
use super::tokens::{DesignTokens, Look, look, tokens};
use crate::chart::{ChartTheme, Rgba, ThemeKind};
use crate::project::Brand;

/// How much the corners of the paper are rounded, as those of cards are.
const CORNERS: f32 = 8.0;

/// A look in the colours of a brand; looks of the same brand are alike without their logos being compared.
#[derive(Clone, Debug)]
pub struct ChartLook {
    /// Light, dark or printed.
    pub kind: ThemeKind,
    brand: Arc<Brand>,
}

impl ChartLook {
    /// Its colours.
    pub fn theme(&self) -> ChartTheme {
        ChartTheme::branded(self.kind, &self.brand)
    }

    /// The tokens of what the window draws over a chart: on paper those of the light look.
    pub fn tokens(&self, ui: &Ui) -> &'static DesignTokens {
        match self.kind {
            ThemeKind::Print => DesignTokens::of(Theme::Light),
            _ => tokens(ui),
        }
    }
}

impl PartialEq for ChartLook {
    fn eq(&self, other: &Self) -> bool {
        let is_same_brand = Arc::ptr_eq(&self.brand, &other.brand) || self.brand == other.brand;
        self.kind == other.kind && is_same_brand
    }
}

fn held() -> Id {
    Id::unique("charts in black and white")
}

fn brand_held() -> Id {
    Id::unique("brand of charts")
}

/// Whether charts are shown in black and white.
pub fn is_black_and_white(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(held())) == Some(true)
}

/// Shows charts in black and white, or in colour again; whether they are in black and white now.
pub fn toggle_black_and_white(ctx: &Context) -> bool {
    let is_wanted = !is_black_and_white(ctx);
    ctx.data_mut(|data| data.insert_temp(held(), is_wanted));
    is_wanted
}

/// Draws charts in the colours of a brand from now on.
pub fn use_brand(ctx: &Context, brand: &Arc<Brand>) {
    ctx.data_mut(|data| data.insert_temp(brand_held(), brand.clone()));
}

/// The look of charts in the window.
pub fn chart_look(ui: &Ui) -> ChartLook {
    let kind = if is_black_and_white(ui.ctx()) {
        ThemeKind::Print
    } else {
        match look(ui) {
            Look::Light => ThemeKind::Light,
            Look::Dark => ThemeKind::Dark,
            Look::HighContrast => ThemeKind::HighContrast,
        }
    };
    let brand = ui.data(|data| data.get_temp(brand_held()));
    ChartLook {
        kind,
        brand: brand.unwrap_or_default(),
    }
}

/// The paper behind a chart that is shown as it is printed; other charts stand on their card.
pub fn paper(ui: &Ui, rect: Rect, look: &ChartLook, ground: Rgba) {
    if look.kind == ThemeKind::Print {
        ui.painter().rect_filled(rect, CORNERS, colour(ground));
    }
}
