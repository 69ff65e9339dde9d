//! What the dictionary's screen holds that is not part of the project.

use crate::analysis::dictionary::{Term, TermEdit};
use crate::project::Edit;
use crate::ui::action::Actions;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct DictionaryState {
    /// The tab on show.
    pub tab: DictionaryTab,
    /// What is typed to find among the names.
    pub filter: String,
    /// The term whose words are on show at the right; the first of the list where there is none.
    pub chosen: Option<Term>,
    /// What is being typed.
    pub(super) draft: Option<Draft>,
    /// Where the keyboard is to go once the screen is drawn.
    pub(super) wanted: Option<DictionaryField>,
    /// Whether the list is to be scrolled to the chosen row.
    pub(super) to_reveal: bool,
    /// Whether the chosen row is to be given the keyboard: the arrows came to it.
    pub(super) to_focus: bool,
}

/// The sorts of what can be named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DictionaryTab {
    /// Measures.
    #[default]
    Measures,
    /// Places.
    Places,
    /// Groups of people.
    Groups,
}

/// What is to be changed of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DictionaryField {
    /// Its name.
    Name,
    /// Its other names.
    Aliases,
    /// What it is one with.
    Merge,
    /// Its unit.
    Unit,
    /// Whether more of it is good.
    Polarity,
    /// Its heading in the library.
    Theme,
}

/// Words being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// For which term.
    pub term: Term,
    /// In which field.
    pub field: DictionaryField,
    /// The words so far.
    pub words: String,
    /// The words before.
    pub before: String,
}

impl DictionaryTab {
    /// The tab on which a term stands.
    pub const fn of(term: &Term) -> Self {
        match term {
            Term::Measure(_) => Self::Measures,
            Term::Area(_) => Self::Places,
            Term::Dimension(_) | Term::Category(_) => Self::Groups,
        }
    }
}

impl DictionaryState {
    /// Shows a term, with the keyboard where it is to be changed.
    pub fn show(&mut self, term: Term, field: DictionaryField) {
        self.tab = DictionaryTab::of(&term);
        self.filter.clear();
        self.chosen = Some(term);
        self.wanted = Some(field);
        self.to_reveal = true;
    }

    /// Ends the typing and keeps the words, where they are others than before.
    pub(super) fn keep_draft(&mut self, actions: &mut Actions) {
        let Some(draft) = self.draft.take() else {
            return;
        };
        if draft.words == draft.before {
            return;
        }
        let edit = match draft.field {
            DictionaryField::Aliases => {
                let aliases = draft.words.split(';').map(str::to_owned);
                TermEdit::SetAliases(aliases.collect())
            }
            _ if draft.words.trim().is_empty() => TermEdit::Rename(None),
            _ => TermEdit::Rename(Some(draft.words)),
        };
        actions.edit(Edit::Define(draft.term, edit));
    }
}
