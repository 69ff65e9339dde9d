//! The bundled typeface: Inter with tabular digits, in the four weights of the house style. The same
//! bytes measure text, paint the window and are embedded in pictures, so that all agree.

/// A weight of Inter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400, for running text.
    Regular,
    /// 500, for names in lists.
    Medium,
    /// 600, for values and labels.
    SemiBold,
    /// 700, for titles.
    Bold,
}

impl Weight {
    /// Every weight, lightest first.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];

    /// The weight as CSS and SVG number it.
    pub const fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
            Self::Bold => 700,
        }
    }
}

/// The family name inside the font files.
pub const FAMILY: &str = "Inter";

/// The OpenType file of a weight.
pub const fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
        Weight::Medium => include_bytes!("../../assets/fonts/Inter-Medium.otf"),
        Weight::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
        Weight::Bold => include_bytes!("../../assets/fonts/Inter-Bold.otf"),
    }
}

/// The name under which a weight is registered where fonts are looked up by one name.
pub const fn family_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "Inter",
        Weight::Medium => "Inter Medium",
        Weight::SemiBold => "Inter SemiBold",
        Weight::Bold => "Inter Bold",
    }
}
