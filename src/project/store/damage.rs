//! What of a damaged file could not be read, as its user is told.

use std::fmt;

/// A part of a file that could not be read, or that is not there any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What it is.
    pub part: LostPart,
    /// What it is called; empty where that cannot be told.
    pub name: String,
    /// The line of the file, from 1; `None` of what is missing.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub problem: String,
}

/// What sort of part it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LostPart {
    /// A workbook with all its values.
    Workbook,
    /// Which return is newer than which.
    Succession,
    /// A story with its slides.
    Story,
    /// A slide, or a question that was asked about one.
    OfStory,
    /// What is wanted of a measure.
    Target,
    /// A group of people.
    Group,
    /// The layout of a partner's return.
    Layout,
    /// What became of a priority.
    Lineage,
    /// Boundaries of maps.
    Boundaries,
    /// The dictionary or an entry of it.
    Dictionary,
    /// A break in series.
    Break,
    /// Weights of harm and what is matched with them.
    Harm,
    /// Name, colours and logo.
    Brand,
    /// What the explore screen shows.
    View,
    /// The project's name.
    Name,
    /// Anything else.
    Other,
}

impl LostPart {
    /// The sort of part that a field of the project holds.
    pub(super) fn of_field(field: &str) -> Self {
        match field {
            "sources" => Self::Workbook,
            "successions" => Self::Succession,
            "stories" => Self::Story,
            "targets" => Self::Target,
            "groups" => Self::Group,
            "layouts" => Self::Layout,
            "lineages" => Self::Lineage,
            "boundaries" => Self::Boundaries,
            "dictionary" => Self::Dictionary,
            "breaks" => Self::Break,
            "harm" => Self::Harm,
            "brand" => Self::Brand,
            "view" => Self::View,
            "name" => Self::Name,
            _ => Self::Other,
        }
    }

    /// What one is called in a sentence.
    const fn words(self) -> &'static str {
        match self {
            Self::Workbook => "the workbook",
            Self::Succession => "which return is newer than which",
            Self::Story => "the story",
            Self::OfStory => "a slide or question of the story",
            Self::Target => "the target for",
            Self::Group => "the group",
            Self::Layout => "the layout",
            Self::Lineage => "what became of a priority",
            Self::Boundaries => "the boundaries",
            Self::Dictionary => "the project’s own names and merges",
            Self::Break => "a break in series",
            Self::Harm => "the weights of harm",
            Self::Brand => "the brand",
            Self::View => "what the chart showed",
            Self::Name => "the project’s name",
            Self::Other => "a part of the file",
        }
    }

    /// What to do about it.
    const fn advice(self) -> &'static str {
        match self {
            Self::Workbook => "import it again",
            Self::Boundaries => "load them again",
            Self::Harm => "load them again and match the concerns again",
            Self::View => "choose it again",
            _ => "take it from an earlier version of the project, or make it again",
        }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.part.words();
        let mut letters = words.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        write!(to, "{}{}", first.unwrap_or_default(), letters.as_str())?;
        if !self.name.is_empty() {
            write!(to, " “{}”", self.name)?;
        }
        match self.line {
            Some(line) => write!(
                to,
                " is damaged at line {line} of the file ({})",
                self.problem
            )?,
            None => write!(to, " {}", self.problem)?,
        }
        write!(to, ": {}", self.part.advice())
    }
}

/// A part of a file that can be read and is not as the program wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it is.
    pub part: LostPart,
    /// What it is called; empty where it has no name.
    pub name: String,
}

impl fmt::Display for Changed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.part.words())?;
        if !self.name.is_empty() {
            write!(to, " “{}”", self.name)?;
        }
        Ok(())
    }
}
