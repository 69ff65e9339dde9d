//! The dictionary as it is saved: what the user decided about names, and nothing that follows from it.

use serde::{Deserialize, Serialize};

use super::term::Term;
use crate::base::text;
use crate::data::measure::Theme;
use crate::data::{Polarity, Unit};

/// The words of a project. Empty, everything is called as its source calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dictionary {
    /// What has been defined, in the order in which it was; no term stands in two of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    definitions: Vec<Definition>,
    /// Pairs that look the same and are not, the lesser first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kept_apart: Vec<(Term, Term)>,
}

/// What the project says of one measure, place, dimension or category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The names in sources that it stands for; the first is the one whose values count where they differ.
    pub members: Vec<Term>,
    /// What it is called; `None` is as its first member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other names by which it is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The unit of a measure's values, where the source has it wrong; values are not converted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Whether more of a measure is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// The heading under which a measure is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Whether a measure is left out of the lists.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_hidden: bool,
}

/// A change of what the project says of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermEdit {
    /// Calls it so; `None` is as its source does.
    Rename(Option<String>),
    /// Finds it by these names too.
    SetAliases(Vec<String>),
    /// Says which unit a measure's values are in; `None` is as imported.
    SetUnit(Option<Unit>),
    /// Says whether more of a measure is good; `None` is as its words tell.
    SetPolarity(Option<Polarity>),
    /// Lists a measure under a heading; `None` is as its words tell.
    SetTheme(Option<Theme>),
    /// Leaves a measure out of the lists, or takes it in again.
    SetHidden(bool),
    /// Takes another for the same as this one, under this one's name.
    Merge(Term),
    /// Takes a member out again.
    TakeOut(Term),
    /// Forgets everything said of it: as imported, each for itself.
    Reset,
}

/// Why terms cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// A place and a measure, or a thing and itself.
    #[error("These two cannot be one")]
    NotAlike,
    /// Values of two units cannot stand on one line.
    #[error(
        "{one} and {other} are in different units ({one_unit}, {other_unit}). Where a workbook has the unit \
         wrong, correct it first, then merge"
    )]
    Units {
        /// The first measure.
        one: String,
        /// Its unit.
        one_unit: &'static str,
        /// The second measure.
        other: String,
        /// Its unit.
        other_unit: &'static str,
    },
    /// Members were imported in different units, so that the unit given to them cannot be taken back.
    #[error("“{0}” is made of measures in different units; take them apart first")]
    StillMerged(String),
    /// Categories of two dimensions.
    #[error(
        "{one} and {other} are not groups of the same kind ({one_dimension}, {other_dimension})"
    )]
    Dimensions {
        /// The first category.
        one: String,
        /// Its dimension.
        one_dimension: String,
        /// The second category.
        other: String,
        /// Its dimension.
        other_dimension: String,
    },
}

impl Definition {
    /// Nothing said yet.
    fn of(term: Term) -> Self {
        Self {
            members: vec![term],
            name: None,
            aliases: Vec::new(),
            unit: None,
            polarity: None,
            theme: None,
            is_hidden: false,
        }
    }

    /// Whether it says nothing that the source does not.
    fn is_plain(&self) -> bool {
        match self.members.first() {
            None => true,
            Some(first) => *self == Self::of(first.clone()) && self.members.len() == 1,
        }
    }

    /// Adds a name by which it is found, once.
    fn add_alias(&mut self, alias: &str) {
        let is_new = self
            .aliases
            .iter()
            .all(|held| text::fold(held) != text::fold(alias));
        if is_new {
            self.aliases.push(alias.to_owned());
        }
    }
}

impl Dictionary {
    /// Whether everything is called as its source calls it.
    pub fn is_empty(&self) -> bool {
        self.definitions.is_empty() && self.kept_apart.is_empty()
    }

    /// What has been defined, in the order in which it was.
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Pairs that look the same and are not.
    pub fn kept_apart(&self) -> &[(Term, Term)] {
        &self.kept_apart
    }

    /// What is said of a term, whichever of its members is asked for.
    pub fn definition(&self, term: &Term) -> Option<&Definition> {
        self.definitions
            .iter()
            .find(|held| held.members.contains(term))
    }

    /// The term that stands for all that are merged with this one.
    pub fn primary<'a>(&'a self, term: &'a Term) -> &'a Term {
        self.definition(term)
            .and_then(|definition| definition.members.first())
            .unwrap_or(term)
    }

    /// The name of a dimension in the project's words.
    pub fn dimension<'a>(&'a self, imported: &'a str) -> &'a str {
        let holds = |term: &Term| matches!(term, Term::Dimension(name) if name == imported);
        let definition = self
            .definitions
            .iter()
            .find(|held| held.members.iter().any(holds));
        let Some(definition) = definition else {
            return imported;
        };
        let first = definition.members.first().map(Term::imported_name);
        definition.name.as_deref().or(first).unwrap_or(imported)
    }

    /// The unit in which a measure's values are taken to be.
    pub fn unit(&self, term: &Term) -> Option<Unit> {
        let Term::Measure(key) = term else {
            return None;
        };
        let said = self.definition(term).and_then(|held| held.unit);
        Some(said.unwrap_or(key.unit))
    }

    /// Whether two terms are to stay apart although they look the same.
    pub fn is_kept_apart(&self, one: &Term, other: &Term) -> bool {
        let (one, other) = (self.primary(one), self.primary(other));
        self.kept_apart.iter().any(|(a, b)| {
            let (a, b) = (self.primary(a), self.primary(b));
            (a == one && b == other) || (a == other && b == one)
        })
    }

    /// Remembers that two terms are to stay apart.
    pub fn keep_apart(&mut self, one: Term, other: Term) {
        let pair = if one <= other {
            (one, other)
        } else {
            (other, one)
        };
        if let Err(at) = self.kept_apart.binary_search(&pair) {
            self.kept_apart.insert(at, pair);
        }
    }

    /// Changes what is said of a term. Names are those with which an error speaks of it and of the other.
    ///
    /// # Errors
    /// [`DictionaryError`] where two terms cannot be merged; nothing has changed then.
    pub fn edit(
        &mut self,
        term: &Term,
        edit: TermEdit,
        name_of: impl Fn(&Term) -> String,
    ) -> Result<(), DictionaryError> {
        match edit {
            TermEdit::Merge(other) => return self.merge(term, &other, name_of),
            TermEdit::TakeOut(member) => {
                self.change(term, |held| held.members.retain(|one| *one != member));
            }
            TermEdit::Rename(name) => self.change(term, |held| {
                // What was saved under the name before still finds it.
                if let Some(before) = std::mem::replace(&mut held.name, name) {
                    held.add_alias(&before);
                }
                let name = held.name.clone();
                held.aliases.retain(|alias| Some(alias) != name.as_ref());
            }),
            TermEdit::SetAliases(aliases) => self.change(term, |held| {
                held.aliases.clear();
                for alias in aliases {
                    held.add_alias(&alias);
                }
            }),
            TermEdit::SetUnit(unit) => {
                if unit.is_none() && self.has_mixed_units(term) {
                    return Err(DictionaryError::StillMerged(name_of(term)));
                }
                self.change(term, |held| held.unit = unit);
            }
            TermEdit::SetPolarity(polarity) => self.change(term, |held| held.polarity = polarity),
            TermEdit::SetTheme(theme) => self.change(term, |held| held.theme = theme),
            TermEdit::SetHidden(is_hidden) => self.change(term, |held| held.is_hidden = is_hidden),
            TermEdit::Reset => self.definitions.retain(|held| !held.members.contains(term)),
        }
        Ok(())
    }

    /// Takes another term, with all that it stands for, for the same as this one.
    fn merge(
        &mut self,
        term: &Term,
        other: &Term,
        name_of: impl Fn(&Term) -> String,
    ) -> Result<(), DictionaryError> {
        if !term.is_like(other) || self.primary(term) == self.primary(other) {
            return Err(DictionaryError::NotAlike);
        }
        let quoted = |term: &Term| format!("“{}”", name_of(term));
        match (term, other) {
            (Term::Measure(_), _) => {
                let (one_unit, other_unit) = (self.unit(term), self.unit(other));
                if one_unit != other_unit {
                    return Err(DictionaryError::Units {
                        one: quoted(term),
                        one_unit: one_unit.map_or("", Unit::words),
                        other: quoted(other),
                        other_unit: other_unit.map_or("", Unit::words),
                    });
                }
            }
            (Term::Category(one), Term::Category(another)) => {
                let one_dimension = self.dimension(&one.dimension);
                let other_dimension = self.dimension(&another.dimension);
                if one_dimension != other_dimension {
                    return Err(DictionaryError::Dimensions {
                        one: quoted(term),
                        one_dimension: one_dimension.to_owned(),
                        other: quoted(other),
                        other_dimension: other_dimension.to_owned(),
                    });
                }
            }
            _ => {}
        }
        let unit = self.unit(term);
        let joining = match self
            .definitions
            .iter()
            .position(|held| held.members.contains(other))
        {
            Some(at) => self.definitions.remove(at),
            None => Definition::of(other.clone()),
        };
        self.change(term, |held| {
            held.members.extend(joining.members);
            for alias in joining.name.iter().chain(&joining.aliases) {
                held.add_alias(alias);
            }
        });
        // Members of which one was imported in another unit are all in the unit that they were given.
        if self.has_mixed_units(term) {
            self.change(term, |held| held.unit = unit);
        }
        Ok(())
    }

    /// Whether a measure is made of members that were imported in different units.
    fn has_mixed_units(&self, term: &Term) -> bool {
        let units = |member: &Term| match member {
            Term::Measure(key) => Some(key.unit),
            _ => None,
        };
        self.definition(term).is_some_and(|held| {
            let first = held.members.first().and_then(units);
            held.members.iter().any(|member| units(member) != first)
        })
    }

    /// Changes what is said of a term, where nothing is said yet from nothing; what then says nothing goes.
    fn change(&mut self, term: &Term, change: impl FnOnce(&mut Definition)) {
        let found = self
            .definitions
            .iter()
            .position(|held| held.members.contains(term));
        let (at, mut held) = match found {
            Some(at) => (at, self.definitions.remove(at)),
            None => (self.definitions.len(), Definition::of(term.clone())),
        };
        change(&mut held);
        if !held.is_plain() {
            self.definitions.insert(at, held);
        }
    }
}
