//! Groups of people, in dimensions.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A group of people: for each of some dimensions (age, sex …) the category they are in. No dimension
/// at all is everybody. Dimensions stand in alphabetical order, each at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cohort {
    traits: Vec<Trait>,
}

/// One dimension of a cohort and the category in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Trait {
    /// "Age", "Sex".
    pub dimension: String,
    /// "16-24", "Female".
    pub category: String,
}

impl Cohort {
    /// Everybody.
    pub const fn everyone() -> Self {
        Self { traits: Vec::new() }
    }

    /// The people in one category of one dimension.
    pub fn of(dimension: impl Into<String>, category: impl Into<String>) -> Self {
        Self::everyone().and(dimension, category)
    }

    /// The people of this cohort who are also in a category; a dimension that is there already is replaced.
    #[must_use]
    pub fn and(mut self, dimension: impl Into<String>, category: impl Into<String>) -> Self {
        let (dimension, category) = (dimension.into(), category.into());
        match self
            .traits
            .binary_search_by(|held| held.dimension.cmp(&dimension))
        {
            Ok(index) => {
                if let Some(held) = self.traits.get_mut(index) {
                    held.category = category;
                }
            }
            Err(index) => self.traits.insert(
                index,
                Trait {
                    dimension,
                    category,
                },
            ),
        }
        self
    }

    /// The category of those whom a dimension does not split: "All" beside "Male" and "Female".
    pub const ALL: &str = "All";

    /// Whether this is everybody: in no dimension, or in each of them all.
    pub fn is_everyone(&self) -> bool {
        self.traits.iter().all(|held| held.category == Self::ALL)
    }

    /// The same people without the dimensions that do not split them.
    #[must_use]
    pub fn without_totals(&self) -> Self {
        let traits = self.traits.iter().filter(|held| held.category != Self::ALL);
        Self {
            traits: traits.cloned().collect(),
        }
    }

    /// The dimensions and categories, by dimension.
    pub fn traits(&self) -> &[Trait] {
        &self.traits
    }

    /// The category in a dimension.
    pub fn category(&self, dimension: &str) -> Option<&str> {
        self.traits
            .iter()
            .find(|held| held.dimension == dimension)
            .map(|held| held.category.as_str())
    }

    /// The cohort for reading: "16-24, Female", or "All respondents".
    pub fn label(&self) -> String {
        if self.is_everyone() {
            return String::from("All respondents");
        }
        let categories: Vec<&str> = self
            .traits
            .iter()
            .map(|held| held.category.as_str())
            .collect();
        categories.join(", ")
    }
}

/// `dimension=category`, several joined by `;`: the form of the command line's output.
impl fmt::Display for Cohort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, held) in self.traits.iter().enumerate() {
            if index > 0 {
                f.write_str(";")?;
            }
            write!(f, "{}={}", held.dimension, held.category)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_a_dimension_is_everybody() {
        let all = Cohort::of("Gender", Cohort::ALL);
        assert!(all.is_everyone());
        assert_eq!(all.to_string(), "Gender=All");
        assert_eq!(all.label(), "All respondents");
        assert_eq!(
            all.and("Age", "16-24").without_totals(),
            Cohort::of("Age", "16-24")
        );
    }

    #[test]
    fn the_order_of_dimensions_does_not_matter() {
        let one = Cohort::of("Sex", "Female").and("Age", "16-24");
        let two = Cohort::of("Age", "16-24")
            .and("Sex", "Male")
            .and("Sex", "Female");
        assert_eq!(one, two);
        assert_eq!(one.to_string(), "Age=16-24;Sex=Female");
    }
}
