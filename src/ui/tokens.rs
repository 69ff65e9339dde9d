//! The look as data: colours by role, sizes, radii and distances, one file a theme. Widgets take every
//! colour from here; none writes a hexadecimal of its own.

use std::sync::LazyLock;

use egui::{Color32, Context, Theme, Ui, Visuals};
use serde::{Deserialize, Deserializer, de::Error as _};

use super::style;

const LIGHT_RON: &str = include_str!("../../assets/tokens/light.ron");
const DARK_RON: &str = include_str!("../../assets/tokens/dark.ron");
const HIGH_CONTRAST_RON: &str = include_str!("../../assets/tokens/high_contrast.ron");

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Look {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// White on black with strong lines.
    HighContrast,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The theme of egui that carries it.
    pub const fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::Light,
            Self::Dark | Self::HighContrast => Theme::Dark,
        }
    }

    /// The look that a style was made for: of the two dark ones it is told by its ground.
    fn of(visuals: &Visuals) -> Self {
        let ground = DesignTokens::of(Self::HighContrast).colours.ground;
        match (visuals.dark_mode, visuals.panel_fill == ground) {
            (false, _) => Self::Light,
            (true, false) => Self::Dark,
            (true, true) => Self::HighContrast,
        }
    }
}

impl From<Theme> for Look {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

/// Why a token file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("The token file of the {theme} theme cannot be read: {source}")]
pub struct TokensError {
    theme: &'static str,
    source: Box<ron::error::SpannedError>,
}

/// Declares a struct of colours that are read from `"#RRGGBB"` or `"#RRGGBBAA"`.
macro_rules! colours {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* #[serde(deserialize_with = "hex")] pub $field: Color32,)*
        }
    };
}

colours! {
    /// Colours by role.
    Colours {
        /// Behind the cards.
        ground,
        /// Behind a slide that is being edited; a step darker than the ground.
        desk,
        /// Cards, panels and fields.
        card,
        /// Borders and dividing lines.
        rule,
        /// The lighter lines between the rows of one list.
        rule_soft,
        /// Behind the headings of a table or grid.
        header,
        /// Text.
        ink,
        /// Text of the second rank: keys, subtitles, headings of sections.
        ink_secondary,
        /// Text of the third rank: shortcuts, hints.
        ink_faint,
        /// Fill of what is chosen or most important.
        accent,
        /// The accent under the pointer.
        accent_hover,
        /// The accent while it is pressed.
        accent_pressed,
        /// The accent as text or line on a card.
        accent_ink,
        /// The accent as a quiet fill: chips, selected rows.
        accent_soft,
        /// The quiet fill under the pointer.
        accent_soft_hover,
        /// The small ▾ on a chip.
        accent_mark,
        /// Text on the accent.
        on_accent,
        /// Text of the second rank on the accent.
        on_accent_faint,
        /// A plain row or button under the pointer.
        hover,
        /// A plain row or button while it is pressed.
        pressed,
        /// Text: better.
        good,
        /// Fill behind `good`.
        good_soft,
        /// Left edge of a card, marks in charts: better.
        good_edge,
        /// Text: worse.
        bad,
        /// Fill behind `bad`.
        bad_soft,
        /// Left edge of a card, marks in charts: worse.
        bad_edge,
        /// Text: needs an eye.
        warning,
        /// Fill behind `warning`.
        warning_soft,
        /// Left edge of a card: needs an eye.
        warning_edge,
        /// Fill of a badge that says neither good nor bad.
        neutral_soft,
        /// Left edge of a card that says neither good nor bad.
        neutral_edge,
        /// Fill of the selected row.
        selection,
        /// Behind selected text.
        text_selection,
        /// The ring round what has the keyboard.
        focus,
        /// Border of what has none of its own but a fill: only where contrast is high.
        edge,
        /// Links.
        link,
        /// The line of a sparkline that is not selected.
        spark,
        /// The user's own area: the second accent.
        own,
        /// The dashed border of a place to drop things.
        dashes,
        /// Over the window, under a dialog.
        backdrop,
        /// Shadow of popups and dialogs.
        shadow,
        /// Fill of a tooltip.
        tooltip,
        /// Text of a tooltip.
        on_tooltip,
        /// Round a slide that is presented.
        stage,
        /// Text there.
        on_stage,
        /// A screen on which nothing is to be seen, where black is not wanted.
        stage_white,
        /// A cell of an imported sheet that was read as a title.
        role_title,
        /// A cell that was read as a period.
        role_period,
        /// A cell that was read as a place.
        role_area,
        /// A cell that was read as a group of people.
        role_cohort,
        /// A cell that was read as the name of a measure.
        role_measure,
        /// A cell that was read as a number of respondents.
        role_base,
        /// A cell with shorthand in place of a value.
        role_marked,
        /// A cell that needs an eye.
        role_eye,
        /// A cell with a note or a source.
        role_note,
        /// A cell that was left out.
        role_left_out,
        /// The stripes over what was left out.
        hatch,
    }
}

/// Sizes of text by role, in points.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSizes {
    /// Headings of sections, badges, shortcuts, footnotes.
    pub fine: f32,
    /// Tables and axes.
    pub small: f32,
    /// Everything else.
    pub body: f32,
    /// Titles of panels.
    pub panel: f32,
    /// The sentence over the chart, the name of the program, titles of dialogs.
    pub lead: f32,
    /// The message of a chart.
    pub title: f32,
    /// A headline that is read from the back of a room.
    pub display: f32,
}

/// Distances in points.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spaces {
    /// Between a line and its underline.
    pub hair: f32,
    /// Between tabs.
    pub tight: f32,
    /// Between a mark and its text.
    pub small: f32,
    /// Between cards, and inside a button.
    pub medium: f32,
    /// Inside panels and cards.
    pub large: f32,
    /// Between groups.
    pub wide: f32,
}

/// Corner radii in points.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Radii {
    /// Checkboxes and swatches.
    #[serde(rename = "box")]
    pub small: f32,
    /// Buttons, chips and tabs.
    pub control: f32,
    /// Cards, popups and dialogs.
    pub card: f32,
}

/// Sizes of things in points.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// The least width and height of anything that can be clicked.
    pub target: f32,
    /// Height of a button.
    pub button: f32,
    /// Height of a tab.
    pub tab: f32,
    /// Height of a chip.
    pub chip: f32,
    /// Height of a badge.
    pub badge: f32,
    /// Side of the box of a checkbox.
    pub checkbox: f32,
    /// Side of an icon beside body text.
    pub icon: f32,
    /// Width of a sparkline in a list.
    pub spark_width: f32,
    /// Height of a sparkline in a list.
    pub spark_height: f32,
    /// Width of a card's coloured left edge.
    pub edge: f32,
    /// Width of the left edge of a selected row.
    pub selected_edge: f32,
    /// Width of the line of the focus ring.
    pub focus_ring: f32,
    /// Height of the bar at the top of the window.
    pub top_bar: f32,
    /// Width of the library of measures on the left.
    pub library_width: f32,
    /// Width of the panel on the right.
    pub side_width: f32,
}

/// All that one theme decides.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignTokens {
    /// Colours by role.
    pub colours: Colours,
    /// Colours of categories in charts, in order of use.
    #[serde(deserialize_with = "hexes")]
    pub categories: [Color32; 6],
    /// The same categories as text on a card, at 4.5:1 or more.
    #[serde(deserialize_with = "hexes")]
    pub category_texts: [Color32; 6],
    /// Sizes of text.
    pub text: TextSizes,
    /// Distances.
    pub space: Spaces,
    /// Corner radii.
    pub radius: Radii,
    /// Sizes of things.
    pub size: Sizes,
    /// How long a change of state takes to show.
    pub animation_seconds: f32,
}

impl DesignTokens {
    /// Reads the bundled file of a look.
    ///
    /// # Errors
    /// The file is not RON, names an unknown role, lacks one, or has a malformed colour.
    pub fn load(look: Look) -> Result<Self, TokensError> {
        let (name, text) = match look {
            Look::Light => ("light", LIGHT_RON),
            Look::Dark => ("dark", DARK_RON),
            Look::HighContrast => ("high contrast", HIGH_CONTRAST_RON),
        };
        ron::from_str(text).map_err(|source| TokensError {
            theme: name,
            source: Box::new(source),
        })
    }

    /// The tokens of a look, read once.
    pub fn of(look: impl Into<Look>) -> &'static Self {
        static LIGHT: LazyLock<DesignTokens> = LazyLock::new(|| bundled(Look::Light));
        static DARK: LazyLock<DesignTokens> = LazyLock::new(|| bundled(Look::Dark));
        static HIGH: LazyLock<DesignTokens> = LazyLock::new(|| bundled(Look::HighContrast));
        match look.into() {
            Look::Light => &LIGHT,
            Look::Dark => &DARK,
            Look::HighContrast => &HIGH,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in, and a test reads them all"
)]
fn bundled(look: Look) -> DesignTokens {
    DesignTokens::load(look).expect("a bundled token file is broken")
}

/// The look that this `Ui` is drawn in.
pub fn look(ui: &Ui) -> Look {
    Look::of(ui.visuals())
}

/// The tokens of the look that this `Ui` is drawn in.
pub fn tokens(ui: &Ui) -> &'static DesignTokens {
    DesignTokens::of(look(ui))
}

/// The tokens of the look that this context draws in.
pub fn tokens_of(ctx: &Context) -> &'static DesignTokens {
    DesignTokens::of(Look::of(&ctx.global_style().visuals))
}

/// Gives egui a look, and switches to it.
pub fn apply(ctx: &Context, look: impl Into<Look>) {
    let look = look.into();
    for usual in [Look::Light, Look::Dark] {
        ctx.set_style_of(usual.theme(), style::style(usual));
    }
    ctx.set_style_of(look.theme(), style::style(look));
    ctx.set_theme(look.theme());
}

fn hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is no #RRGGBB or #RRGGBBAA")))
}

fn hexes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[Color32; 6], D::Error> {
    let texts = <[String; 6]>::deserialize(deserializer)?;
    let mut colours = [Color32::BLACK; 6];
    for (colour, text) in colours.iter_mut().zip(&texts) {
        *colour = parse(text)
            .ok_or_else(|| D::Error::custom(format!("`{text}` is no #RRGGBB colour")))?;
    }
    Ok(colours)
}

fn parse(text: &str) -> Option<Color32> {
    let digits = text.strip_prefix('#')?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let alpha = match digits.len() {
        6 => u8::MAX,
        8 => byte(6)?,
        _ => return None,
    };
    Some(Color32::from_rgba_unmultiplied(
        byte(0)?,
        byte(2)?,
        byte(4)?,
        alpha,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_read() {
        for look in Look::ALL {
            DesignTokens::load(look).unwrap();
        }
    }

    #[test]
    fn text_keeps_its_contrast() {
        for look in Look::ALL {
            let t = DesignTokens::of(look);
            let c = &t.colours;
            // WCAG 2.2, 1.4.3; with high contrast 1.4.6.
            let least = if look == Look::HighContrast { 7.0 } else { 4.5 };
            let mut pairs = vec![
                (c.ink, c.card),
                (c.ink, c.ground),
                (c.ink_secondary, c.card),
                (c.ink_secondary, c.ground),
                (c.ink_faint, c.card),
                (c.accent_ink, c.card),
                (c.accent_ink, c.accent_soft),
                (c.accent_ink, c.accent_soft_hover),
                (c.on_accent, c.accent),
                (c.on_accent_faint, c.accent),
                (c.good, c.card),
                (c.good, c.good_soft),
                (c.good, c.selection),
                (c.bad, c.card),
                (c.bad, c.bad_soft),
                (c.bad, c.selection),
                (c.warning, c.card),
                (c.warning, c.warning_soft),
                (c.ink_secondary, c.neutral_soft),
                (c.ink_secondary, c.selection),
                (c.link, c.card),
                (c.on_tooltip, c.tooltip),
            ];
            pairs.extend(
                [
                    c.role_title,
                    c.role_period,
                    c.role_area,
                    c.role_cohort,
                    c.role_measure,
                    c.role_base,
                    c.role_marked,
                    c.role_eye,
                    c.role_note,
                ]
                .map(|ground| (c.ink, ground)),
            );
            pairs.push((c.ink_secondary, c.role_left_out));
            pairs.extend(t.category_texts.map(|text| (text, c.card)));
            for (text, ground) in pairs {
                let ratio = contrast(text, ground);
                assert!(
                    ratio >= least,
                    "{look:?}: {text:?} on {ground:?} has {ratio:.2}:1"
                );
            }
            for ground in [c.card, c.ground, c.selection, c.accent_soft, c.hover] {
                assert!(
                    contrast(c.focus, ground) >= 3.0,
                    "{look:?}: focus on {ground:?}"
                );
            }
        }
    }

    #[test]
    fn with_high_contrast_every_line_and_edge_is_seen() {
        let t = DesignTokens::of(Look::HighContrast);
        let c = &t.colours;
        let lines = [
            c.rule,
            c.rule_soft,
            c.neutral_edge,
            c.edge,
            c.accent,
            c.accent_mark,
            c.good_edge,
            c.bad_edge,
            c.warning_edge,
            c.spark,
            c.own,
            c.dashes,
            c.hatch,
        ];
        for line in lines.into_iter().chain(t.categories) {
            let ratio = contrast(line, c.card);
            assert!(ratio >= 3.0, "{line:?} has {ratio:.2}:1");
        }
        assert!(t.size.focus_ring >= 3.0);
    }

    /// WCAG 2.2, "contrast ratio".
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |c: Color32| {
            let c = egui::Rgba::from(c);
            0.2126 * c.r() + 0.7152 * c.g() + 0.0722 * c.b()
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        (a / b).max(b / a)
    }
}
