//! One small number a respondent.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::packed::{Bytes, NotWhole, refused};

/// For each respondent the place of what they said in a list, or none where they said nothing. A byte a
/// respondent where the list is short, as most are.
#[derive(Clone, Debug)]
pub struct Codes {
    column: Column,
}

#[derive(Clone, Debug)]
enum Column {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

/// The codes as they lie in memory, for those who read millions of them.
#[derive(Clone, Copy, Debug)]
pub enum CodeSlice<'c> {
    /// A byte each; [`u8::MAX`] says nothing.
    Narrow(&'c [u8]),
    /// Two bytes each; [`u16::MAX`] says nothing.
    Wide(&'c [u16]),
}

impl Codes {
    /// How many entries a list may have at most.
    pub const MOST: u16 = u16::MAX;

    /// Says nothing about each of so many respondents.
    pub fn none(respondents: usize) -> Self {
        Self {
            column: Column::Narrow(vec![u8::MAX; respondents]),
        }
    }

    /// What a respondent said; `None` where they said nothing, and past the last respondent.
    pub fn get(&self, respondent: usize) -> Option<u16> {
        match &self.column {
            Column::Narrow(codes) => codes.get(respondent).copied().and_then(widened),
            Column::Wide(codes) => codes.get(respondent).copied().and_then(said),
        }
    }

    /// Says something of a respondent; a code of [`Self::MOST`] says nothing.
    pub fn set(&mut self, respondent: usize, code: u16) {
        if let Column::Narrow(codes) = &mut self.column {
            if let Some(code) = narrowed(code) {
                if let Some(held) = codes.get_mut(respondent) {
                    *held = code;
                }
                return;
            }
            let wide = codes.iter().map(|code| widened(*code));
            self.column = Column::Wide(wide.map(|code| code.unwrap_or(Self::MOST)).collect());
        }
        if let Column::Wide(codes) = &mut self.column
            && let Some(held) = codes.get_mut(respondent)
        {
            *held = code;
        }
    }

    /// Every respondent in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<u16>> + '_ {
        (0..self.len()).map(|respondent| self.get(respondent))
    }

    /// The codes as they lie in memory.
    pub fn as_slice(&self) -> CodeSlice<'_> {
        match &self.column {
            Column::Narrow(codes) => CodeSlice::Narrow(codes),
            Column::Wide(codes) => CodeSlice::Wide(codes),
        }
    }

    /// How many respondents there are, those of whom nothing is said included.
    pub const fn len(&self) -> usize {
        match &self.column {
            Column::Narrow(codes) => codes.len(),
            Column::Wide(codes) => codes.len(),
        }
    }

    /// Whether there is no respondent.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for Codes {
    fn default() -> Self {
        Self::none(0)
    }
}

/// Codes are the same whatever the width at which they are kept.
impl PartialEq for Codes {
    fn eq(&self, other: &Self) -> bool {
        match (&self.column, &other.column) {
            (Column::Narrow(one), Column::Narrow(other)) => one == other,
            (Column::Wide(one), Column::Wide(other)) => one == other,
            _ => self.iter().eq(other.iter()),
        }
    }
}

impl Eq for Codes {}

/// Handed on as bytes: one a respondent, or two with the low one first; the first of all says which.
impl Serialize for Codes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = match &self.column {
            Column::Narrow(codes) => [1].into_iter().chain(codes.iter().copied()).collect(),
            Column::Wide(codes) => {
                let codes = codes.iter().flat_map(|code| code.to_le_bytes());
                [2].into_iter().chain(codes).collect()
            }
        };
        Bytes(bytes).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Codes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Bytes(bytes) = Bytes::deserialize(deserializer)?;
        let column = match bytes.split_first() {
            Some((1, codes)) => Column::Narrow(codes.to_vec()),
            Some((2, codes)) => {
                let (codes, rest) = codes.as_chunks();
                if !rest.is_empty() {
                    return Err(refused(NotWhole));
                }
                Column::Wide(codes.iter().copied().map(u16::from_le_bytes).collect())
            }
            _ => return Err(refused(NotWhole)),
        };
        Ok(Self { column })
    }
}

impl FromIterator<Option<u16>> for Codes {
    fn from_iter<I: IntoIterator<Item = Option<u16>>>(codes: I) -> Self {
        let mut codes = codes.into_iter();
        let mut narrow = Vec::with_capacity(codes.size_hint().0);
        while let Some(code) = codes.next() {
            let code = code.unwrap_or(Self::MOST);
            if let Some(code) = narrowed(code) {
                narrow.push(code);
                continue;
            }
            let before = narrow.iter().map(|code| widened(*code));
            let wide = before.chain([Some(code)]).chain(codes);
            return Self {
                column: Column::Wide(wide.map(|code| code.unwrap_or(Self::MOST)).collect()),
            };
        }
        Self {
            column: Column::Narrow(narrow),
        }
    }
}

/// A code as a byte, where it fits; what says nothing is the last byte.
fn narrowed(code: u16) -> Option<u8> {
    if code == Codes::MOST {
        return Some(u8::MAX);
    }
    u8::try_from(code).ok().filter(|code| *code != u8::MAX)
}

fn widened(code: u8) -> Option<u16> {
    (code != u8::MAX).then_some(u16::from(code))
}

fn said(code: u16) -> Option<u16> {
    (code != Codes::MOST).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_and_short_ones_say_the_same() {
        let said = [Some(0), None, Some(254), Some(7)];
        let narrow: Codes = said.into_iter().collect();
        assert!(matches!(narrow.as_slice(), CodeSlice::Narrow(_)));
        let with_long: Codes = said.into_iter().chain([Some(255), None]).collect();
        assert!(matches!(with_long.as_slice(), CodeSlice::Wide(_)));
        assert_eq!(
            with_long.iter().collect::<Vec<_>>(),
            [Some(0), None, Some(254), Some(7), Some(255), None]
        );
        let mut widened = narrow.clone();
        widened.set(3, 300);
        assert_eq!(
            widened.iter().collect::<Vec<_>>(),
            [Some(0), None, Some(254), Some(300)]
        );
        widened.set(3, 7);
        assert_eq!(widened, narrow);
        widened.set(0, Codes::MOST);
        assert_eq!(widened.get(0), None);
        assert_ne!(widened, narrow);
    }
}
