//! Text as people type it: cleaned for showing, folded for comparing, sorted as they expect.

use std::cmp::Ordering;
use std::path::Path;

/// Collapses runs of white space (including line breaks and no-break spaces) and trims the ends.
///
/// ```
/// assert_eq!(bellwether::base::text::clean(" Newark\u{a0}and\n Sherwood "), "Newark and Sherwood");
/// ```
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
        if word.is_empty() {
            continue;
        }
        if !cleaned.is_empty() {
            cleaned.push(' ');
        }
        cleaned.push_str(word);
    }
    cleaned
}

/// Folds text for comparison: lower case, `&` as `and`, apostrophes dropped, every other mark a space.
///
/// ```
/// use bellwether::base::text::fold;
/// assert_eq!(fold("Newark & Sherwood "), fold("newark and sherwood"));
/// assert_eq!(fold("Women’s safety – all"), "womens safety all");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char, gap: &mut bool| {
        if *gap && !folded.is_empty() {
            folded.push(' ');
        }
        *gap = false;
        folded.push(c);
    };
    for c in text.chars() {
        match c {
            '\'' | '’' | '‘' => {}
            '&' => {
                gap = true;
                for letter in "and".chars() {
                    push(letter, &mut gap);
                }
                gap = true;
            }
            c if c.is_alphanumeric() => {
                for lower in c.to_lowercase() {
                    push(lower, &mut gap);
                }
            }
            _ => gap = true,
        }
    }
    folded
}

/// A file's name without its folder, for reading; the whole path where it has none.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// Orders text as people do: letters without regard to case, runs of digits by their value.
///
/// ```
/// use bellwether::base::text::natural_order;
/// assert!(natural_order("Table P2", "Table P10").is_lt());
/// ```
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        match (left.peek().copied(), right.peek().copied()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, y) = (take_digits(&mut left), take_digits(&mut right));
                let order = x.len().cmp(&y.len()).then_with(|| x.cmp(&y));
                if order != Ordering::Equal {
                    return order;
                }
            }
            (Some(x), Some(y)) => {
                let order = x.to_lowercase().cmp(y.to_lowercase());
                if order != Ordering::Equal {
                    return order;
                }
                left.next();
                right.next();
            }
        }
    }
}

/// Takes a run of digits without its leading zeros.
fn take_digits(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        if digit != '0' || !digits.is_empty() {
            digits.push(digit);
        }
    }
    digits
}

/// The same words with a capital at the front.
pub fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The same words with a small letter at the front.
pub fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natural_order_is_an_order_that_people_expect() {
        let mut names = vec!["2_10", "2_9", "Cover", "2_1", "cover 2", "contents", "2_01"];
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(
            names,
            ["2_01", "2_1", "2_9", "2_10", "contents", "Cover", "cover 2"]
        );
    }

    #[test]
    fn folding_keeps_what_tells_names_apart() {
        assert_ne!(fold("16-24"), fold("1624"));
        assert_eq!(fold("Asian / Asian British"), fold("asian/asian british"));
        assert_eq!(fold("City of Łódź"), "city of łódź");
    }
}
