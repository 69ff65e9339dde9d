//! What columns and rows were read as, in words for people.

use super::layout::{Role, RowRole};

impl Role {
    /// What the column is, in a few words.
    pub fn words(&self) -> String {
        match self {
            Self::Period => "period".into(),
            Self::AreaName(level) => format!("place, by name ({})", level.words()),
            Self::AreaCode(level) => format!("place, by code ({})", level.words()),
            Self::Cohort(dimension) => format!("group of people ({dimension})"),
            Self::Dimension => "dimension of the groups beside it".into(),
            Self::Measure => "measure".into(),
            Self::Answer => "answer".into(),
            Self::Unit => "unit".into(),
            Self::Status => "status".into(),
            Self::Note => "remark".into(),
            Self::Base => "base".into(),
            Self::EffectiveBase => "effective base".into(),
            Self::PrintedChange => "printed change".into(),
            Self::PrintedShare => "printed share".into(),
            Self::AboutValues => "about the figures".into(),
            Self::Unused(_) => "left out".into(),
            Self::Value(_) => "values".into(),
        }
    }
}

impl RowRole {
    /// What the row is, in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Values => "values",
            Self::Base => "base",
            Self::EffectiveBase => "effective base",
            Self::Section => "section",
            Self::RepeatedHeadings => "heading",
            Self::PrintedChange => "printed change",
            Self::PrintedShare => "printed share",
            Self::AboutValues => "about the figures",
            Self::AddsToAll | Self::LeftOut => "left out",
        }
    }

    /// What told so.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Blank => "nothing stands in it",
            Self::Values => "its labels, with figures beside them",
            Self::Base
            | Self::EffectiveBase
            | Self::PrintedChange
            | Self::PrintedShare
            | Self::AboutValues => "its label",
            Self::Section => "one label without figures",
            Self::RepeatedHeadings => "it says what the headings say",
            Self::AddsToAll => "it is 100% by definition",
            Self::LeftOut => "you left it out",
        }
    }
}
