//! Edits of the dictionary: how undo calls them, and what a project adds to the dictionary's own rules.

use super::{EditError, Project, Slide, View};
use crate::analysis::dictionary::{AreaKey, CategoryKey, Term, TermEdit};
use crate::analysis::{Catalogue, MeasureKey};
use crate::base::text;
use crate::data::{Cohort, Polarity};

impl Project {
    /// What the project calls a term; its own name in the first source that has it where nothing is defined.
    pub fn name_of(&self, term: &Term) -> String {
        let definition = self.dictionary.definition(term);
        let primary = self.dictionary.primary(term);
        match definition.and_then(|held| held.name.clone()) {
            Some(name) => name,
            None => self.imported_name(primary),
        }
    }

    /// A term as the first source that has it writes it.
    pub(super) fn imported_name(&self, term: &Term) -> String {
        let Term::Measure(key) = term else {
            return term.imported_name().to_owned();
        };
        let mut measures = self.sources.iter().flat_map(|source| &source.measures);
        let found = measures.find(|measure| MeasureKey::of(measure) == *key);
        found.map_or_else(|| key.folded_name.clone(), |measure| measure.name.clone())
    }

    /// Whether two keys are of one measure, in sources or by the dictionary.
    pub(super) fn is_same_measure(&self, one: &MeasureKey, other: &MeasureKey) -> bool {
        let primary = |key: &MeasureKey| {
            let term = Term::Measure(key.clone());
            self.dictionary.primary(&term).clone()
        };
        one == other || primary(one) == primary(other)
    }

    /// Makes an edit of the dictionary.
    pub(super) fn define(&mut self, term: &Term, edit: TermEdit) -> Result<(), EditError> {
        let edit = match edit {
            TermEdit::Rename(Some(name)) => {
                let name = text::clean(&name);
                if name.is_empty() {
                    return Err(EditError::EmptyTerm);
                }
                if self.is_taken(term, &name) {
                    return Err(EditError::NameTaken(name));
                }
                // Its own name is no other.
                let own = self.imported_name(self.dictionary.primary(term));
                TermEdit::Rename((name != own).then_some(name))
            }
            TermEdit::SetAliases(aliases) => {
                let mut aliases: Vec<String> =
                    aliases.iter().map(|alias| text::clean(alias)).collect();
                aliases.retain(|alias| !alias.is_empty());
                TermEdit::SetAliases(aliases)
            }
            TermEdit::SetPolarity(_) | TermEdit::SetTheme(_) | TermEdit::SetUnit(_)
                if !matches!(term, Term::Measure(_)) =>
            {
                return Err(EditError::NotAMeasure);
            }
            edit => edit,
        };
        let mut dictionary = self.dictionary.as_ref().clone();
        dictionary.edit(term, edit, |term| self.name_of(term))?;
        self.dictionary = dictionary.into();
        Ok(())
    }

    /// Remembers that two terms stay apart although they look the same.
    pub(super) fn keep_apart(&mut self, one: Term, other: Term) {
        let mut dictionary = self.dictionary.as_ref().clone();
        dictionary.keep_apart(one, other);
        self.dictionary = dictionary.into();
    }

    /// Whether another term of the same sort has a name, in a source or in the dictionary: two things of one
    /// name are told apart by nobody, and to make them one there is merging.
    fn is_taken(&self, term: &Term, name: &str) -> bool {
        let own = self.dictionary.primary(term);
        let is_other = |other: &Term| self.dictionary.primary(other) != own;
        let folded = text::fold(name);
        let sources = self.sources.iter();
        match term {
            Term::Measure(_) => {
                let unit = self.dictionary.unit(term);
                sources.flat_map(|source| &source.measures).any(|measure| {
                    let other = Term::Measure(MeasureKey::of(measure));
                    self.dictionary.unit(&other) == unit
                        && is_other(&other)
                        && text::fold(&self.name_of(&other)) == folded
                })
            }
            Term::Area(own) => sources.flat_map(|source| &source.areas).any(|area| {
                let key = AreaKey::of(area);
                let other = Term::Area(key.clone());
                key.kind == own.kind
                    && is_other(&other)
                    && (key.name == name || text::fold(&self.name_of(&other)) == folded)
            }),
            Term::Dimension(_) => self.traits().any(|(dimension, _)| {
                let other = Term::Dimension(dimension.to_owned());
                is_other(&other)
                    && (dimension == name || text::fold(&self.name_of(&other)) == folded)
            }),
            Term::Category(key) => {
                let within = self.dictionary.dimension(&key.dimension);
                name == Cohort::ALL
                    || self.traits().any(|(dimension, category)| {
                        let other = Term::Category(CategoryKey::new(dimension, category));
                        self.dictionary.dimension(dimension) == within
                            && is_other(&other)
                            && (category == name || text::fold(&self.name_of(&other)) == folded)
                    })
            }
        }
    }

    /// The dimensions and categories of all sources.
    fn traits(&self) -> impl Iterator<Item = (&str, &str)> {
        let cohorts = self.sources.iter().flat_map(|source| &source.cohorts);
        cohorts
            .flat_map(Cohort::traits)
            .map(|held| (held.dimension.as_str(), held.category.as_str()))
    }
}

impl View {
    /// The view in the catalogue's words, whatever they were when it was saved.
    #[must_use]
    pub fn resolved(&self, catalogue: &Catalogue) -> Self {
        let Some(question) = &self.question else {
            return self.clone();
        };
        let mut trend = self.trend.clone();
        trend.highlight = trend
            .highlight
            .map(|series| catalogue.resolve_series(question, &series));
        trend.hidden = trend
            .hidden
            .iter()
            .map(|series| catalogue.resolve_series(question, series))
            .collect();
        Self {
            question: Some(catalogue.resolve(question)),
            trend,
            districts: self.districts.resolved(catalogue, question),
            concerns: self.concerns.resolved(catalogue, question),
            ..self.clone()
        }
    }
}

impl Slide {
    /// The slide in the catalogue's words, whatever they were when it was saved.
    #[must_use]
    pub fn resolved(&self, catalogue: &Catalogue) -> Self {
        let mut slide = self.clone();
        for chart in slide.charts_mut() {
            chart.view = chart.view.resolved(catalogue);
        }
        slide
    }
}

/// What the undo menu calls an edit of the dictionary.
pub(super) fn label(before: &Project, term: &Term, edit: &TermEdit) -> String {
    let name = before.name_of(term);
    match edit {
        TermEdit::Rename(Some(new)) => format!("Call “{name}” “{}”", text::clean(new)),
        TermEdit::Rename(None) => format!("Call “{name}” as in its workbook"),
        TermEdit::SetAliases(_) => format!("Change the other names of “{name}”"),
        TermEdit::SetUnit(Some(unit)) => format!("Give “{name}” the unit {}", unit.words()),
        TermEdit::SetUnit(None) => format!("Take the unit of “{name}” from its workbook"),
        TermEdit::SetPolarity(Some(Polarity::HigherIsBetter)) => {
            format!("Higher is better for “{name}”")
        }
        TermEdit::SetPolarity(Some(Polarity::LowerIsBetter)) => {
            format!("Lower is better for “{name}”")
        }
        TermEdit::SetPolarity(Some(Polarity::Neutral)) => {
            format!("Neither is better for “{name}”")
        }
        TermEdit::SetPolarity(None) => format!("Let the words of “{name}” say what is better"),
        TermEdit::SetTheme(Some(theme)) => format!("List “{name}” under {}", theme.title()),
        TermEdit::SetTheme(None) => format!("Let the words of “{name}” say its theme"),
        TermEdit::SetHidden(true) => format!("Hide “{name}”"),
        TermEdit::SetHidden(false) => format!("Show “{name}” again"),
        TermEdit::Merge(other) => format!("Merge “{name}” and “{}”", before.name_of(other)),
        TermEdit::TakeOut(member) => {
            format!("Take “{}” out of “{name}”", before.imported_name(member))
        }
        TermEdit::Reset => format!("Reset “{name}” to its workbook"),
    }
}
