//! One small number a respondent.

/// For each respondent the place of what they said in a list, or none where they said nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    codes: Vec<u16>,
}

impl Codes {
    /// How many entries a list may have at most.
    pub const MOST: u16 = u16::MAX;

    /// Says nothing about each of so many respondents.
    pub fn none(respondents: usize) -> Self {
        Self {
            codes: vec![Self::MOST; respondents],
        }
    }

    /// What a respondent said; `None` where they said nothing, and past the last respondent.
    pub fn get(&self, respondent: usize) -> Option<u16> {
        self.codes
            .get(respondent)
            .copied()
            .filter(|code| *code != Self::MOST)
    }

    /// Says something of a respondent; a code of [`Self::MOST`] says nothing.
    pub fn set(&mut self, respondent: usize, code: u16) {
        if let Some(held) = self.codes.get_mut(respondent) {
            *held = code;
        }
    }

    /// Every respondent in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<u16>> + '_ {
        self.codes
            .iter()
            .map(|code| Some(*code).filter(|code| *code != Self::MOST))
    }

    /// How many respondents there are, those of whom nothing is said included.
    pub const fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is no respondent.
    pub const fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}

impl FromIterator<Option<u16>> for Codes {
    fn from_iter<I: IntoIterator<Item = Option<u16>>>(codes: I) -> Self {
        Self {
            codes: codes
                .into_iter()
                .map(|code| code.unwrap_or(Self::MOST))
                .collect(),
        }
    }
}
