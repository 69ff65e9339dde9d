//! What the user wants of a list of concerns; saved in projects, while everything computed from it is not.

use serde::{Deserialize, Serialize};

use crate::analysis::{Catalogue, ConcernsQuestion, Question};

/// How many issues are drawn where nobody says otherwise.
const TOP: usize = 10;

/// What the user wants of a list of concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConcernsSpec {
    /// The area, by name; `None` is the one of the question, else the widest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Whether the force stands beside it.
    pub with_wider: bool,
    /// How many issues are drawn, from the most named; the others are counted.
    pub most: usize,
}

impl Default for ConcernsSpec {
    fn default() -> Self {
        Self {
            area: None,
            with_wider: true,
            most: TOP,
        }
    }
}

impl ConcernsSpec {
    /// What it asks about the list to which a question's measure belongs.
    pub fn asked(&self, question: Question) -> ConcernsQuestion {
        ConcernsQuestion {
            question,
            area: self.area.clone(),
            with_wider: self.with_wider,
        }
    }

    /// The same in the catalogue's words, whatever they were when it was saved.
    #[must_use]
    pub fn resolved(&self, catalogue: &Catalogue, question: &Question) -> Self {
        let area = |name: &String| catalogue.resolve_area(question, name);
        Self {
            area: self.area.as_ref().map(area),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = ConcernsSpec {
            area: Some(String::from("Ashfield")),
            with_wider: false,
            most: 5,
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<ConcernsSpec>(&saved).unwrap(), spec);
        let old = ron::from_str::<ConcernsSpec>("()").unwrap();
        assert_eq!(old, ConcernsSpec::default());
        assert!(old.with_wider && old.most == TOP);
    }
}
