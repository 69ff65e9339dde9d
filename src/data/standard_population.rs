//! The standard population to whose ages rates are standardised, and bands of ages as sources name them.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::clean;

/// So many people of each age, for rates that do not depend on how old the people of a place are.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StandardPopulation {
    /// Its name, as charts give it.
    pub name: String,
    /// The first year of age of each band and its people; the last band is open.
    bands: Vec<(u16, f64)>,
}

/// A band of ages in years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ages {
    /// The first year.
    pub from: u16,
    /// The first year that is in it no more; `None` is open.
    pub below: Option<u16>,
}

impl Ages {
    /// Reads a band as sources name it: "16-24", "16 to 24", "65+", "65 and over", "Under 16".
    pub fn read(category: &str) -> Option<Self> {
        let folded = clean(category).to_lowercase().replace(['–', '—'], "-");
        let words = folded
            .trim_start_matches("aged ")
            .trim_start_matches("age ");
        let words = words
            .trim_end_matches(" years")
            .trim_end_matches(" years old");
        let number = |text: &str| text.trim().parse::<u16>().ok().filter(|age| *age <= 120);
        for under in ["under ", "below ", "less than ", "<"] {
            if let Some(rest) = words.strip_prefix(under) {
                let below = Some(number(rest)?);
                return Some(Self { from: 0, below });
            }
        }
        for open in ["+", " and over", " or over", " plus", " and older"] {
            if let Some(rest) = words.strip_suffix(open) {
                let from = number(rest)?;
                return Some(Self { from, below: None });
            }
        }
        let (from, last) = words.split_once('-').or_else(|| words.split_once(" to "))?;
        let (from, last) = (number(from)?, number(last)?);
        (from <= last).then_some(Self {
            from,
            below: Some(last + 1),
        })
    }

    /// Whether bands follow one another without gap and overlap, from the youngest.
    pub fn follow_on(bands: &[Self]) -> bool {
        bands.windows(2).all(|pair| match pair {
            [one, next] => one.below == Some(next.from),
            _ => true,
        })
    }

    /// "16 and over", "10 to 64".
    pub fn words(&self) -> String {
        match self.below {
            None if self.from == 0 => String::from("all ages"),
            None => format!("{} and over", self.from),
            Some(below) => format!("{} to {}", self.from, below.saturating_sub(1)),
        }
    }
}

impl StandardPopulation {
    /// The European Standard Population of 2013, which official statistics of the United Kingdom use; `None` where
    /// the program's own list is damaged.
    pub fn european_2013() -> Option<&'static Self> {
        static HELD: LazyLock<Option<StandardPopulation>> = LazyLock::new(|| {
            let text = include_str!("../../assets/standards/european_standard_population_2013.ron");
            match ron::from_str(text) {
                Ok(held) => Some(held),
                Err(error) => {
                    tracing::error!(%error, "the standard population cannot be read");
                    None
                }
            }
        });
        HELD.as_ref()
    }

    /// How many people are of some ages; those of a band of five years are taken as spread evenly over it. `None`
    /// where the standard does not tell: of parts of its last, open band.
    pub fn people(&self, ages: Ages) -> Option<f64> {
        let ends = self.bands.iter().skip(1).map(|(from, _)| Some(*from));
        let mut people = 0.0;
        for ((from, all), end) in self.bands.iter().zip(ends.chain([None])) {
            let Some(end) = end else {
                // All of the open band, or nothing of it.
                let is_inside = ages.below.is_none() && ages.from <= *from;
                let is_outside = ages.below.is_some_and(|below| below <= *from);
                if is_inside {
                    people += all;
                } else if !is_outside {
                    return None;
                }
                continue;
            };
            let first = ages.from.max(*from);
            let last = ages.below.map_or(end, |below| below.min(end));
            let shared = f64::from(last.saturating_sub(first));
            people += all * shared / f64::from(end - from);
        }
        Some(people)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ages(from: u16, below: Option<u16>) -> Ages {
        Ages { from, below }
    }

    #[test]
    fn the_standard_is_of_100_000_people() {
        let standard = StandardPopulation::european_2013().unwrap();
        let near = |band: Ages, wanted: f64| {
            let people = standard.people(band).unwrap();
            assert!((people - wanted).abs() < 1e-9, "{band:?}: {people}");
        };
        near(ages(0, None), 100_000.0);
        near(ages(0, Some(5)), 5_000.0);
        // 16 to 19 are four fifths of 15 to 19.
        near(ages(16, Some(25)), 4_400.0 + 6_000.0);
        near(ages(65, None), 19_500.0);
        assert_eq!(standard.people(ages(95, None)), None);
        assert_eq!(standard.people(ages(85, Some(95))), None);
    }

    #[test]
    fn bands_are_read_as_sources_name_them() {
        for (words, band) in [
            ("16-24", ages(16, Some(25))),
            ("16–24", ages(16, Some(25))),
            ("Aged 16 to 24", ages(16, Some(25))),
            ("65+", ages(65, None)),
            ("75 and over", ages(75, None)),
            ("Under 16", ages(0, Some(16))),
        ] {
            assert_eq!(Ages::read(words), Some(band), "{words}");
        }
        for words in ["Unknown", "24-16", "Young", ""] {
            assert_eq!(Ages::read(words), None, "{words}");
        }
        assert!(Ages::follow_on(&[ages(0, Some(16)), ages(16, None)]));
        assert!(!Ages::follow_on(&[ages(0, Some(16)), ages(18, None)]));
    }
}
