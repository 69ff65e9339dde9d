//! Whether the colours of a brand can be read and told apart, in words, with the nearest colour that can.

use super::colour::Rgba;
use super::colour_vision::{TOLD_APART, Vision, confused_by, difference};
use super::theme::{ChartTheme, MARK_CONTRAST, TEXT_CONTRAST};
use crate::project::{Brand, BrandColour};
use crate::words::say;

/// A colour of a brand, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BrandPlace {
    /// The main colour.
    Main,
    /// A colour of further lines, by its place among them.
    Category(usize),
}

impl BrandPlace {
    /// What it is called.
    pub fn words(self) -> String {
        match self {
            Self::Main => say::brand_place_main().to_owned(),
            Self::Category(place) => say::brand_place_further(place + 1),
        }
    }

    /// The colour that a brand has there.
    pub fn of(self, brand: &Brand) -> Option<BrandColour> {
        match self {
            Self::Main => brand.main,
            Self::Category(place) => brand.categories.get(place).copied(),
        }
    }

    /// Puts a colour there.
    pub fn set(self, brand: &mut Brand, colour: BrandColour) {
        match self {
            Self::Main => brand.main = Some(colour),
            Self::Category(place) => {
                if let Some(held) = brand.categories.get_mut(place) {
                    *held = colour;
                }
            }
        }
    }
}

/// A pair of colours that cannot be read or told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct BrandProblem {
    /// Which pair, and why.
    pub words: String,
    /// The colour that is to take another's place, where there is one.
    pub fix: Option<BrandFix>,
}

/// A colour that can be read, next to one that cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrandFix {
    /// Which colour it is to take the place of.
    pub place: BrandPlace,
    /// The colour.
    pub colour: BrandColour,
    /// Whether it is darker than the one that was chosen; else lighter.
    pub is_darker: bool,
}

/// What is wrong with the colours of a brand: too little contrast on white, or neighbours that look alike.
pub fn problems(brand: &Brand) -> Vec<BrandProblem> {
    let ground = ChartTheme::light().ground;
    let held = held(brand);
    let mut problems = Vec::new();
    for (place, chosen) in &held {
        let colour = Rgba::from(*chosen);
        let contrast = colour.contrast(ground);
        let (called, printed) = (first_upper(&place.words()), one_decimal(contrast));
        let (least, words) = if contrast < MARK_CONTRAST {
            let words = say::BrandPaleMarks {
                colour: called,
                contrast: printed,
                least: MARK_CONTRAST.to_string(),
            };
            (MARK_CONTRAST, words.say())
        } else if contrast < TEXT_CONTRAST {
            let words = say::BrandPaleWords {
                colour: called,
                contrast: printed,
                least: TEXT_CONTRAST.to_string(),
            };
            (TEXT_CONTRAST, words.say())
        } else {
            continue;
        };
        problems.push(BrandProblem {
            words,
            fix: fix(*place, colour, colour.readable_on(ground, least)),
        });
    }
    let pairs = held.iter().enumerate().flat_map(|(at, first)| {
        let others = held.iter().enumerate().skip(at + 1);
        others.map(move |(other, second)| (first, (other, second), other == at + 1))
    });
    for ((first, one), (at, (second, other)), are_neighbours) in pairs {
        let (one, other) = (Rgba::from(*one), Rgba::from(*other));
        let Some(vision) = alike(one, other, are_neighbours) else {
            continue;
        };
        problems.push(BrandProblem {
            words: alike_words(first.words(), second.words(), vision),
            fix: apart(at, &held, ground).and_then(|colour| fix(*second, other, colour)),
        });
    }
    problems
}

/// Which two colours look alike, and to whom.
fn alike_words(one: String, other: String, vision: Vision) -> String {
    let words = match vision {
        Vision::Ordinary => say::BrandAlike { one, other }.say(),
        Vision::Protanopia => say::BrandAlikeRedBlind { one, other }.say(),
        Vision::Deuteranopia => say::BrandAlikeGreenBlind { one, other }.say(),
    };
    first_upper(&words)
}

/// The colours that are drawn otherwise on the dark ground, in one sentence; none where all are as chosen.
pub fn on_dark(brand: &Brand) -> Option<String> {
    let ground = ChartTheme::dark().ground;
    let held = held(brand);
    let dull = held
        .iter()
        .filter(|(_, colour)| Rgba::from(*colour).contrast(ground) < MARK_CONTRAST);
    let names: Vec<String> = dull.map(|(place, _)| place.words()).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() {
        say::brand_dark_one(last)
    } else {
        let colours = others.join(", ");
        say::BrandDarkSeveral { colours, last }.say()
    })
}

/// The colours with their places, in the order of lines.
fn held(brand: &Brand) -> Vec<(BrandPlace, BrandColour)> {
    let main = brand.main.map(|colour| (BrandPlace::Main, colour));
    let categories = brand.categories.iter().enumerate();
    let categories = categories.map(|(at, colour)| (BrandPlace::Category(at), *colour));
    main.into_iter().chain(categories).collect()
}

fn fix(place: BrandPlace, chosen: Rgba, wanted: Rgba) -> Option<BrandFix> {
    (wanted != chosen).then(|| BrandFix {
        place,
        colour: wanted.brand_colour(),
        is_darker: wanted.luminance() < chosen.luminance(),
    })
}

/// Whose eyes do not tell two colours apart: of neighbours anybody's, of others most people's.
fn alike(one: Rgba, other: Rgba, are_neighbours: bool) -> Option<Vision> {
    if are_neighbours {
        return confused_by(one, other);
    }
    let apart = difference(one, other, Vision::Ordinary);
    (apart < TOLD_APART).then_some(Vision::Ordinary)
}

/// The colour nearest to the one at a place that is told from all the others and that can be read on the ground:
/// darkened or lightened.
fn apart(at: usize, held: &[(BrandPlace, BrandColour)], ground: Rgba) -> Option<Rgba> {
    let (_, colour) = held.get(at)?;
    let colour = Rgba::from(*colour);
    let serves = |candidate: &Rgba| {
        let mut others = held.iter().enumerate().filter(|(place, _)| *place != at);
        candidate.contrast(ground) >= TEXT_CONTRAST
            && others.all(|(place, (_, other))| {
                alike(*candidate, Rgba::from(*other), place.abs_diff(at) == 1).is_none()
            })
    };
    let candidates = [Rgba::BLACK, Rgba::WHITE]
        .into_iter()
        .flat_map(|end| (1..=19).map(move |step| colour.mixed(end, f64::from(step) / 20.0)));
    let away = |held: &Rgba| difference(*held, colour, Vision::Ordinary);
    candidates
        .filter(serves)
        .min_by(|one, other| away(one).total_cmp(&away(other)))
}

fn one_decimal(value: f64) -> String {
    // Down, so that what fails is never printed as enough.
    crate::base::number::rounded((value * 10.0).floor() / 10.0, 1)
}

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand(colours: &[u32]) -> Brand {
        let mut colours = colours.iter().map(|code| Rgba::hex(*code).brand_colour());
        Brand {
            main: colours.next(),
            categories: colours.collect(),
            ..Brand::default()
        }
    }

    fn repaired(mut brand: Brand) -> Brand {
        for _ in 0..20 {
            let found = problems(&brand).into_iter().find_map(|problem| problem.fix);
            let Some(fix) = found else { break };
            fix.place.set(&mut brand, fix.colour);
        }
        brand
    }

    #[test]
    fn a_pale_colour_is_named_with_the_nearest_that_can_be_read() {
        let found = problems(&brand(&[0xFF_D1_00]));
        let [problem] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(
            problem.words,
            "The main colour on white: 1.4 to 1, and lines and dots need 3 to 1"
        );
        let fix = problem.fix.unwrap();
        assert!(fix.is_darker);
        assert!(Rgba::from(fix.colour).contrast(Rgba::WHITE) >= MARK_CONTRAST);
        let words = problems(&brand(&[0x28_A1_97]));
        assert!(words[0].words.ends_with("words need 4.5 to 1"), "{words:?}");
    }

    #[test]
    fn red_beside_green_is_told_and_repaired() {
        let found = problems(&brand(&[0xC0_00_00, 0x00_80_00]));
        assert_eq!(
            found[0].words,
            "The main colour and colour 1 look alike to people who are green-blind"
        );
        assert!(found[0].fix.is_some());
        let same = problems(&brand(&[0x12_43_6D, 0x12_43_6E]));
        assert_eq!(same[0].words, "The main colour and colour 1 look alike");
    }

    #[test]
    fn clicking_every_fix_leaves_nothing_to_repair() {
        for colours in [
            vec![0xFF_D1_00, 0x00_5E_B8, 0xEE_EE_EE],
            vec![0xC0_00_00, 0x00_80_00],
            vec![0x00_5E_B8, 0x00_30_87, 0x41_B6_E6],
            vec![0xFF_FF_FF],
        ] {
            let brand = repaired(brand(&colours));
            assert_eq!(problems(&brand), [], "{colours:x?}");
        }
    }

    #[test]
    fn dark_colours_are_said_to_be_lighter_on_dark() {
        let words = on_dark(&brand(&[0x12_43_6D, 0xFF_D1_00, 0x10_10_10])).unwrap();
        assert!(
            words.starts_with("In the dark look the main colour and colour 2 are drawn lighter"),
            "{words}"
        );
        assert_eq!(on_dark(&brand(&[0xFF_D1_00])), None);
    }
}
