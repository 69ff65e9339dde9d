//! The bundled typeface: Inter in four weights, the same bytes for the screen and for every export, so
//! that a text is equally wide everywhere. Knows nothing of who draws with it.

/// Inter Regular, an OpenType file with tabular digits.
pub const INTER_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter Medium, an OpenType file with tabular digits.
pub const INTER_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.otf");
/// Inter `SemiBold`, an OpenType file with tabular digits.
pub const INTER_SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
/// Inter Bold, an OpenType file with tabular digits.
pub const INTER_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-Bold.otf");

/// A weight that is bundled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400: running text.
    #[default]
    Regular,
    /// 500: names and buttons.
    Medium,
    /// 600: chips, badges and headings.
    SemiBold,
    /// 700: titles and values.
    Bold,
}

impl Weight {
    /// Every weight, lightest first.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];
}

/// The font file of this weight.
pub const fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => INTER_REGULAR,
        Weight::Medium => INTER_MEDIUM,
        Weight::SemiBold => INTER_SEMI_BOLD,
        Weight::Bold => INTER_BOLD,
    }
}

/// The name under which this weight is registered, one per weight.
pub const fn family_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "Inter Regular",
        Weight::Medium => "Inter Medium",
        Weight::SemiBold => "Inter SemiBold",
        Weight::Bold => "Inter Bold",
    }
}
