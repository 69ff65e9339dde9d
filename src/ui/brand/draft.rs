//! A brand while it is being put together.

use super::preview::Preview;
use crate::chart::brand_check::BrandPlace;
use crate::chart::{ChartTheme, Rgba, ThemeKind};
use crate::export::logo::{self, LogoError};
use crate::project::brand::MOST_CATEGORIES;
use crate::project::{Brand, BrandColour, Logo};

/// A brand while it is being put together.
#[derive(Debug, Default)]
pub struct BrandDraft {
    pub(super) brand: Brand,
    /// Whether the project has one already.
    pub(super) is_change: bool,
    /// Why the file that was chosen last is no logo.
    pub(super) logo_problem: Option<String>,
    /// The look of the preview.
    pub(super) look: ThemeKind,
    pub(super) preview: Preview,
    pub(super) has_begun: bool,
}

impl BrandDraft {
    /// The brand of a project, to be changed.
    pub fn of(brand: &Brand) -> Self {
        Self {
            brand: brand.clone(),
            is_change: !brand.is_empty(),
            ..Self::default()
        }
    }

    /// Takes a logo in, or why the file is none.
    pub fn take_logo(&mut self, read: Result<Logo, LogoError>) {
        match read {
            Ok(logo) => {
                self.brand.logo = Some(logo);
                self.logo_problem = None;
            }
            // The logo that was there stays.
            Err(error) => self.logo_problem = Some(error.words()),
        }
    }

    /// Takes the colours of the logo, the commonest as the main one, where it has any; whether it has.
    pub(super) fn take_colours_of_logo(&mut self) -> bool {
        let found = self.brand.logo.as_ref().map(logo::colours);
        let mut found = found.unwrap_or_default().into_iter();
        let Some(main) = found.next() else {
            return false;
        };
        self.brand.main = Some(main);
        self.brand.categories = found.take(MOST_CATEGORIES).collect();
        true
    }

    /// The main colour, or that of the house while there is none.
    pub(super) fn main(&self) -> BrandColour {
        let house = || ChartTheme::light().category(0).line.brand_colour();
        self.brand.main.unwrap_or_else(house)
    }

    /// Whether there is room for a further colour.
    pub(super) fn has_room(&self) -> bool {
        self.brand.categories.len() < MOST_CATEGORIES
    }

    /// Adds a further colour: the one that charts would take next.
    pub(super) fn add_colour(&mut self) {
        let held = self.brand.colours();
        let theme = ChartTheme::branded(ThemeKind::Light, &self.brand);
        let mut next = theme.categories.iter().map(|colours| colours.line);
        let is_new = |colour: &Rgba| !held.contains(&colour.brand_colour());
        if let Some(colour) = next.find(is_new) {
            self.brand.categories.push(colour.brand_colour());
        }
    }

    /// Takes a colour out.
    pub(super) fn remove(&mut self, place: BrandPlace) {
        match place {
            BrandPlace::Main => self.brand.main = None,
            BrandPlace::Category(at) if at < self.brand.categories.len() => {
                self.brand.categories.remove(at);
            }
            BrandPlace::Category(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_colours_are_those_that_charts_would_take() {
        let mut draft = BrandDraft::of(&Brand {
            main: BrandColour::read("#005EB8"),
            ..Brand::default()
        });
        while draft.has_room() {
            let before = draft.brand.categories.len();
            draft.add_colour();
            if draft.brand.categories.len() == before {
                break;
            }
        }
        let colours = draft.brand.colours();
        assert!(colours.len() >= 4, "{colours:?}");
        draft.remove(BrandPlace::Category(0));
        assert_eq!(draft.brand.colours().len(), colours.len() - 1);
    }

    #[test]
    fn a_file_that_is_no_logo_leaves_the_one_that_was_there() {
        let mut draft = BrandDraft::default();
        draft.take_logo(logo::read(b"nonsense"));
        assert!(draft.logo_problem.is_some());
        assert!(!draft.take_colours_of_logo());
        assert!(draft.brand.is_empty());
    }
}
