//! How well typed letters fit a text. Every typed word must be found; beginnings of words count most.

/// A text that holds a typed word as it stands scores this much or more.
pub const FOUND: u32 = 400;

/// How well `query` fits `text`; larger is better, `None` is no fit, and an empty query fits everything.
pub fn score(query: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut total = 0;
    for word in query.split_whitespace() {
        let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        total += whole(&word, &text).or_else(|| scattered(&word, &text))?;
    }
    Some(total)
}

/// The word as it stands: best at the start of the text, good at the start of a word, better where it is a
/// whole word.
fn whole(word: &[char], text: &[char]) -> Option<u32> {
    let places = text.windows(word.len()).enumerate();
    places
        .filter(|(_, window)| *window == word)
        .map(|(at, _)| {
            let is_whole = ends_word(text, at + word.len());
            match at {
                0 => 1000 + if is_whole { 60 } else { 0 },
                _ if starts_word(text, at) => 800 + if is_whole { 60 } else { 0 },
                _ => FOUND,
            }
        })
        .max()
}

/// The letters in order with others between: better the more of them begin words.
fn scattered(word: &[char], text: &[char]) -> Option<u32> {
    let mut score = 100;
    let mut from = 0;
    for letter in word {
        let rest = text.get(from..)?;
        let initial =
            (from..text.len()).find(|&at| text.get(at) == Some(letter) && starts_word(text, at));
        let at = match initial {
            Some(at) => {
                score += 20;
                at
            }
            None => from + rest.iter().position(|c| c == letter)?,
        };
        // Letters far apart are a chance fit.
        if at > from + 24 {
            return None;
        }
        from = at + 1;
    }
    Some(score)
}

fn starts_word(text: &[char], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| text.get(before))
        .is_none_or(|c| !c.is_alphanumeric())
}

fn ends_word(text: &[char], end: usize) -> bool {
    text.get(end).is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn beginnings_beat_middles_beat_scattered_letters() {
        let start = score("rob", "Robbery of personal property");
        let word = score("per", "Robbery of personal property");
        let middle = score("erson", "Robbery of personal property");
        let scattered = score("rpp", "Robbery of personal property");
        assert!(start > word && word > middle && middle > scattered);
        assert!(scattered.is_some());
    }

    #[test]
    fn every_word_must_fit_in_any_order() {
        assert!(score("dark safe", "Feel safe outside after dark").is_some());
        assert!(score("dark burglary", "Feel safe outside after dark").is_none());
        assert_eq!(score("", "anything"), Some(0));
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(score("ASHFIELD", "Ashfield"), score("ashfield", "Ashfield"));
    }

    #[test]
    fn a_whole_word_fits_better_than_a_beginning() {
        assert!(score("Nottingham", "Nottingham") > score("Nottingham", "Nottinghamshire"));
        assert!(score("city", "the City") > score("city", "the citywide"));
    }
}
