//! The look of charts: colours by what they are for, sizes of text by role.

use super::branded::Imprint;
use super::colour::Rgba;
use super::text_metrics::Font;
use crate::base::typeface::Weight;

/// The contrast that text keeps with its ground (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// The contrast that lines and dots keep with their ground (WCAG 2.2, 1.4.11).
pub const MARK_CONTRAST: f64 = 3.0;

/// The category colours of the Government Analysis Function. The grey comes last: it is also the
/// comparator's, which most charts have.
pub(super) const CATEGORIES: [Rgba; 6] = [
    Rgba::hex(0x12_43_6D),
    Rgba::hex(0x28_A1_97),
    Rgba::hex(0x80_16_50),
    Rgba::hex(0xF4_6A_25),
    Rgba::hex(0xA2_85_D1),
    Rgba::hex(0x3D_3D_3D),
];

/// Better and worse: never red and green.
const GOOD: Rgba = Rgba::hex(0x28_A1_97);
const BAD: Rgba = Rgba::hex(0x80_16_50);

/// Which look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeKind {
    /// Ink on white.
    #[default]
    Light,
    /// Light on dark, for dark rooms.
    Dark,
    /// White and strong colours on black.
    HighContrast,
    /// Black on white, lines told apart by their dashes.
    Print,
}

impl ThemeKind {
    /// Every look.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::HighContrast, Self::Print];
}

/// How a stroke is interrupted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Not at all.
    #[default]
    Solid,
    /// For the comparator.
    Dashed,
    /// For events.
    Dotted,
    /// Long dashes.
    LongDashed,
    /// A dash and a dot in turn.
    DashDot,
}

impl Dash {
    /// The width of the strokes for which the lengths are given; wider ones have longer dashes.
    pub const fn usual_width(self) -> f32 {
        match self {
            Self::Solid | Self::Dotted => 1.0,
            Self::Dashed => 1.8,
            Self::LongDashed | Self::DashDot => 2.0,
        }
    }

    /// Lengths of dash and gap in points, in turn, at the usual width; empty for a solid line.
    pub const fn lengths(self) -> &'static [f32] {
        match self {
            Self::Solid => &[],
            Self::Dashed => &[5.0, 3.0],
            Self::Dotted => &[2.5, 3.0],
            Self::LongDashed => &[10.0, 4.0],
            Self::DashDot => &[8.0, 3.0, 2.0, 3.0],
        }
    }
}

/// The colours of one line of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesColours {
    /// The line and its dots.
    pub line: Rgba,
    /// Its label.
    pub text: Rgba,
    /// Its interval.
    pub band: Rgba,
    /// How its line is interrupted.
    pub dash: Dash,
}

/// The fonts of the parts of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyles {
    /// The message.
    pub title: Font,
    /// What is measured, where and when.
    pub subtitle: Font,
    /// Numbers and periods along the axes.
    pub axis: Font,
    /// Names at the ends of lines.
    pub label: Font,
    /// Names at the ends of lines in front.
    pub label_highlighted: Font,
    /// Words about an event, and marks in gaps.
    pub note: Font,
    /// Base, source and cautions.
    pub footnote: Font,
}

impl TextStyles {
    /// The sizes of the house style.
    pub const HOUSE: Self = Self {
        title: Font::new(Weight::Bold, 21.0),
        subtitle: Font::new(Weight::Regular, 14.0),
        axis: Font::new(Weight::Regular, 13.0),
        label: Font::new(Weight::SemiBold, 13.0),
        label_highlighted: Font::new(Weight::Bold, 13.0),
        note: Font::new(Weight::Regular, 13.0),
        footnote: Font::new(Weight::Regular, 12.0),
    };

    /// Every size multiplied, for slides and for small cards.
    #[must_use]
    pub fn scaled(self, factor: f32) -> Self {
        Self {
            title: self.title.scaled(factor),
            subtitle: self.subtitle.scaled(factor),
            axis: self.axis.scaled(factor),
            label: self.label.scaled(factor),
            label_highlighted: self.label_highlighted.scaled(factor),
            note: self.note.scaled(factor),
            footnote: self.footnote.scaled(factor),
        }
    }
}

/// A look.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTheme {
    /// Which one.
    pub kind: ThemeKind,
    /// Behind everything.
    pub ground: Rgba,
    /// Titles.
    pub ink: Rgba,
    /// Everything else that is read.
    pub secondary: Rgba,
    /// Grid lines.
    pub grid: Rgba,
    /// The bottom axis and the line at nought.
    pub baseline: Rgba,
    /// The lines at events, and between a line and its label.
    pub event: Rgba,
    /// The comparator.
    pub comparator: SeriesColours,
    /// A line behind a highlighted one.
    pub muted: SeriesColours,
    /// The lines asked for, in order.
    pub categories: Vec<SeriesColours>,
    /// What is better; the same whatever the brand.
    pub good: SeriesColours,
    /// What is worse; the same whatever the brand.
    pub bad: SeriesColours,
    /// The fonts.
    pub text: TextStyles,
    /// What stands at the foot of slides and reports.
    pub imprint: Option<Imprint>,
    /// The font of presentations and workbooks; `None` is the usual one.
    pub office_font: Option<String>,
}

impl ChartTheme {
    /// Ink on white.
    pub fn light() -> Self {
        Self::of_colours(ThemeKind::Light, &LIGHT)
    }

    /// Light on dark.
    pub fn dark() -> Self {
        Self::of_colours(ThemeKind::Dark, &DARK)
    }

    /// White and strong colours on black.
    pub fn high_contrast() -> Self {
        Self::of_colours(ThemeKind::HighContrast, &HIGH_CONTRAST)
    }

    /// Black on white, safe on any printer: lines differ by dash and shade, and each has its label.
    pub fn print() -> Self {
        let mut theme = Self::of_colours(ThemeKind::Print, &PRINT);
        let looks = [
            (0x00_00_00, Dash::Solid),
            (0x70_70_70, Dash::Solid),
            (0x00_00_00, Dash::LongDashed),
            (0x70_70_70, Dash::LongDashed),
            (0x00_00_00, Dash::DashDot),
            (0x70_70_70, Dash::DashDot),
        ];
        theme.categories = looks
            .iter()
            .map(|(code, dash)| SeriesColours {
                text: Rgba::BLACK,
                dash: *dash,
                ..series_colours(Rgba::hex(*code), theme.ground, 26)
            })
            .collect();
        (theme.good, theme.bad) = (theme.category(1), theme.category(2));
        theme
    }

    /// The look of a kind.
    pub fn of_kind(kind: ThemeKind) -> Self {
        match kind {
            ThemeKind::Light => Self::light(),
            ThemeKind::Dark => Self::dark(),
            ThemeKind::HighContrast => Self::high_contrast(),
            ThemeKind::Print => Self::print(),
        }
    }

    fn of_colours(kind: ThemeKind, base: &BaseColours) -> Self {
        let ground = base.ground;
        let band_alpha = band_alpha(kind);
        Self {
            kind,
            ground,
            ink: base.ink,
            secondary: base.secondary,
            grid: base.grid,
            baseline: base.baseline,
            event: base.event,
            comparator: SeriesColours {
                dash: Dash::Dashed,
                ..series_colours(base.comparator, ground, band_alpha)
            },
            muted: SeriesColours {
                line: base.muted.readable_on(ground, MARK_CONTRAST),
                ..series_colours(base.muted, ground, band_alpha)
            },
            categories: CATEGORIES
                .iter()
                .map(|colour| series_colours(*colour, ground, band_alpha))
                .collect(),
            good: series_colours(GOOD, ground, band_alpha),
            bad: series_colours(BAD, ground, band_alpha),
            text: TextStyles::HOUSE,
            imprint: None,
            office_font: None,
        }
    }

    /// How opaque the intervals of lines are.
    pub(super) const fn band_alpha(&self) -> u8 {
        band_alpha(self.kind)
    }

    /// The colours of the line asked for in the given place; after the last colour they begin again,
    /// dashed.
    pub fn category(&self, place: usize) -> SeriesColours {
        let held = self.categories.len().max(1);
        let colours = self
            .categories
            .get(place % held)
            .copied()
            .unwrap_or(self.comparator);
        if place < held {
            colours
        } else {
            SeriesColours {
                dash: Dash::LongDashed,
                ..colours
            }
        }
    }
}

struct BaseColours {
    ground: Rgba,
    ink: Rgba,
    secondary: Rgba,
    grid: Rgba,
    baseline: Rgba,
    event: Rgba,
    comparator: Rgba,
    muted: Rgba,
}

const LIGHT: BaseColours = BaseColours {
    ground: Rgba::WHITE,
    ink: Rgba::hex(0x1D_27_33),
    secondary: Rgba::hex(0x5B_67_75),
    grid: Rgba::hex(0xE7_EB_EF),
    baseline: Rgba::hex(0xB4_BD_C7),
    event: Rgba::hex(0x8A_95_A1),
    comparator: Rgba::hex(0x3D_3D_3D),
    muted: Rgba::hex(0xA9_B2_BC),
};

const DARK: BaseColours = BaseColours {
    ground: Rgba::hex(0x16_1E_27),
    ink: Rgba::hex(0xF1_F4_F7),
    secondary: Rgba::hex(0xA9_B4_C0),
    grid: Rgba::hex(0x2A_35_41),
    baseline: Rgba::hex(0x6B_78_86),
    event: Rgba::hex(0x8A_95_A1),
    comparator: Rgba::hex(0xD5_DB_E1),
    muted: Rgba::hex(0x66_73_81),
};

const HIGH_CONTRAST: BaseColours = BaseColours {
    ground: Rgba::BLACK,
    ink: Rgba::WHITE,
    secondary: Rgba::WHITE,
    grid: Rgba::hex(0x4A_4A_4A),
    baseline: Rgba::WHITE,
    event: Rgba::WHITE,
    comparator: Rgba::WHITE,
    muted: Rgba::hex(0x8C_8C_8C),
};

const PRINT: BaseColours = BaseColours {
    ground: Rgba::WHITE,
    ink: Rgba::BLACK,
    secondary: Rgba::hex(0x33_33_33),
    grid: Rgba::hex(0xDD_DD_DD),
    baseline: Rgba::hex(0x66_66_66),
    event: Rgba::hex(0x66_66_66),
    comparator: Rgba::BLACK,
    muted: Rgba::hex(0x8F_8F_8F),
};

const fn band_alpha(kind: ThemeKind) -> u8 {
    match kind {
        ThemeKind::Light => 34,
        _ => 52,
    }
}

pub(super) fn series_colours(colour: Rgba, ground: Rgba, band_alpha: u8) -> SeriesColours {
    // On a dark ground the least contrast leaves lines dull: they glow from half as much again. On black
    // stand the readers who asked for more (WCAG 2.2, 1.4.6).
    let wanted = if ground == Rgba::BLACK {
        7.0
    } else if ground.luminance() < 0.2 {
        1.6 * MARK_CONTRAST
    } else {
        MARK_CONTRAST
    };
    let line = colour.readable_on(ground, wanted);
    SeriesColours {
        line,
        text: line.readable_on(ground, TEXT_CONTRAST.max(1.2 * wanted).min(8.0)),
        band: line.with_alpha(band_alpha),
        dash: Dash::Solid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_keeps_its_contrast() {
        for theme in [
            ChartTheme::light(),
            ChartTheme::dark(),
            ChartTheme::high_contrast(),
            ChartTheme::print(),
        ] {
            let kind = theme.kind;
            for text in [theme.ink, theme.secondary] {
                assert!(text.contrast(theme.ground) >= TEXT_CONTRAST, "{kind:?}");
            }
            let lines = theme.categories.iter().chain([&theme.comparator]);
            for (place, colours) in lines.enumerate() {
                let text = colours.text.contrast(theme.ground);
                assert!(text >= TEXT_CONTRAST, "{kind:?} label {place}: {text:.2}");
                let line = colours.line.contrast(theme.ground);
                assert!(line >= MARK_CONTRAST, "{kind:?} line {place}: {line:.2}");
            }
        }
    }

    #[test]
    fn the_light_theme_has_the_published_palette() {
        let theme = ChartTheme::light();
        assert_eq!(theme.category(0).line, Rgba::hex(0x12_43_6D));
        assert_eq!(theme.category(1).line, Rgba::hex(0x28_A1_97));
        assert_eq!(theme.category(2).line, Rgba::hex(0x80_16_50));
        assert_eq!(
            theme.category(6).dash,
            Dash::LongDashed,
            "colours again, dashed"
        );
    }
}
