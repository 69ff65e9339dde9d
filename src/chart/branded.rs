//! The looks of charts in an organisation's own colours. What is good and bad keeps its colours, print stays
//! black and white, and high contrast is the brand's only where the brand has it.

use super::colour::Rgba;
use super::colour_vision::confused_by;
use super::theme::{CATEGORIES, ChartTheme, ThemeKind, series_colours};
use crate::project::{Brand, BrandColour, Logo};

/// The contrast with black that high contrast asks for (WCAG 2.2, 1.4.6).
const HIGH_CONTRAST: f64 = 7.0;

/// What shows at the foot of slides and reports whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The organisation; may be empty.
    pub organisation: String,
    /// Its logo.
    pub logo: Option<Logo>,
}

impl From<BrandColour> for Rgba {
    fn from(colour: BrandColour) -> Self {
        Self::rgb(colour.red, colour.green, colour.blue)
    }
}

impl Rgba {
    /// The colour as a style guide gives it, without its opacity.
    pub const fn brand_colour(self) -> BrandColour {
        BrandColour::new(self.red, self.green, self.blue)
    }
}

impl ChartTheme {
    /// The look of a kind in the colours of a brand.
    pub fn branded(kind: ThemeKind, brand: &Brand) -> Self {
        let mut theme = Self::of_kind(kind);
        let chosen: Vec<Rgba> = brand.colours().into_iter().map(Rgba::from).collect();
        if !chosen.is_empty() && takes_colours(kind, &chosen) {
            let (ground, alpha) = (theme.ground, theme.band_alpha());
            theme.categories = palette(&chosen)
                .into_iter()
                .map(|colour| series_colours(colour, ground, alpha))
                .collect();
        }
        let has_imprint = !brand.organisation.is_empty() || brand.logo.is_some();
        theme.imprint = has_imprint.then(|| Imprint {
            organisation: brand.organisation.clone(),
            logo: brand.logo.clone(),
        });
        theme.office_font = (!brand.office_font.is_empty()).then(|| brand.office_font.clone());
        theme
    }
}

/// Whether a look shows the colours of a brand.
fn takes_colours(kind: ThemeKind, chosen: &[Rgba]) -> bool {
    match kind {
        ThemeKind::Light | ThemeKind::Dark => true,
        ThemeKind::Print => false,
        ThemeKind::HighContrast => {
            let is_strong = |colour: &Rgba| colour.contrast(Rgba::BLACK) >= HIGH_CONTRAST;
            let are_apart = |pair: &[Rgba]| match pair {
                [one, other] => confused_by(*one, *other).is_none(),
                _ => true,
            };
            chosen.iter().all(is_strong) && chosen.windows(2).all(are_apart)
        }
    }
}

/// The colours of categories: those of the brand, then those of the house that are told apart from them.
fn palette(chosen: &[Rgba]) -> Vec<Rgba> {
    let mut palette = chosen.to_vec();
    let mut house: Vec<Rgba> = CATEGORIES.to_vec();
    house.retain(|colour| {
        chosen
            .iter()
            .all(|held| confused_by(*colour, *held).is_none())
    });
    while palette.len() < CATEGORIES.len() && !house.is_empty() {
        let last = palette.last().copied();
        let is_apart = |colour: &Rgba| last.is_none_or(|last| confused_by(*colour, last).is_none());
        let next = house.iter().position(is_apart).unwrap_or(0);
        palette.push(house.remove(next));
    }
    palette
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::theme::{MARK_CONTRAST, TEXT_CONTRAST};

    fn brand(colours: &[u32]) -> Brand {
        let mut colours = colours.iter().map(|code| Rgba::hex(*code).brand_colour());
        Brand {
            main: colours.next(),
            categories: colours.collect(),
            ..Brand::default()
        }
    }

    #[test]
    fn without_a_brand_everything_looks_like_the_house() {
        for kind in ThemeKind::ALL {
            let plain = ChartTheme::branded(kind, &Brand::default());
            assert_eq!(plain, ChartTheme::of_kind(kind));
        }
    }

    #[test]
    fn the_colours_of_a_brand_come_first_and_stay_readable() {
        let pale = brand(&[0xFF_D1_00, 0x00_5E_B8, 0xEE_EE_EE]);
        for kind in [ThemeKind::Light, ThemeKind::Dark] {
            let theme = ChartTheme::branded(kind, &pale);
            assert!(theme.categories.len() >= CATEGORIES.len());
            for colours in &theme.categories {
                assert!(colours.line.contrast(theme.ground) >= MARK_CONTRAST);
                assert!(colours.text.contrast(theme.ground) >= TEXT_CONTRAST);
            }
            let house = ChartTheme::of_kind(kind);
            assert_ne!(theme.category(0), house.category(0));
            assert_eq!((theme.good, theme.bad), (house.good, house.bad));
        }
        let light = ChartTheme::branded(ThemeKind::Light, &pale);
        assert_eq!(light.category(1).line, Rgba::hex(0x00_5E_B8), "as chosen");
    }

    #[test]
    fn print_stays_and_high_contrast_takes_only_what_has_it() {
        let (dark, bright) = (brand(&[0x12_43_6D]), brand(&[0xFF_D1_00, 0x7F_DB_FF]));
        let of = ChartTheme::branded;
        for held in [&dark, &bright] {
            let print = of(ThemeKind::Print, held);
            assert_eq!(print.categories, ChartTheme::print().categories);
        }
        let house = ChartTheme::high_contrast();
        assert_eq!(
            of(ThemeKind::HighContrast, &dark).categories,
            house.categories
        );
        let taken = of(ThemeKind::HighContrast, &bright);
        assert_eq!(taken.category(0).line, Rgba::hex(0xFF_D1_00));
    }
}
