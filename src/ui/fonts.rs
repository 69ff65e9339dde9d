//! Gives egui the bundled typeface: one family a weight, and Inter for both of egui's own families, since
//! egui's default fonts are not compiled in.

use std::sync::{Arc, LazyLock};

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

use crate::base::typeface::{self, Weight};

/// Installs Inter; takes effect with the next pass.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The four weights by name, and Regular as Proportional and Monospace.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for weight in Weight::ALL {
        let name = typeface::family_name(weight).to_owned();
        let data = FontData::from_static(typeface::bytes(weight));
        fonts.font_data.insert(name.clone(), Arc::new(data));
        fonts.families.insert(family(weight), vec![name]);
    }
    let regular = typeface::family_name(Weight::Regular).to_owned();
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![regular.clone()]);
    }
    fonts
}

/// The family that draws a weight.
pub fn family(weight: Weight) -> FontFamily {
    static NAMES: LazyLock<[Arc<str>; 3]> = LazyLock::new(|| {
        [Weight::Medium, Weight::SemiBold, Weight::Bold].map(|w| typeface::family_name(w).into())
    });
    let [medium, semi_bold, bold] = &*NAMES;
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name(Arc::clone(medium)),
        Weight::SemiBold => FontFamily::Name(Arc::clone(semi_bold)),
        Weight::Bold => FontFamily::Name(Arc::clone(bold)),
    }
}

/// Inter in a weight and a size in points.
pub fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}
