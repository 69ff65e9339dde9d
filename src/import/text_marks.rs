//! Note marks that stick to texts: `ENGLAND AND WALES8`, `Warwickshire [note 1]`, `Percentage change5,6`.
//! Superscript is lost when a workbook is read, so marks are told from the text by what they look like.

/// A text without its note marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The marks, as written: `8`, `note 1`, `p`.
    pub marks: Vec<String>,
}

/// Takes note marks off a text, at its end and behind closing brackets.
///
/// ```
/// use bellwether::import::text_marks::strip;
/// assert_eq!(strip("ENGLAND AND WALES8").text, "ENGLAND AND WALES");
/// assert_eq!(strip("Total recorded crime (excluding fraud4)").text, "Total recorded crime (excluding fraud)");
/// assert_eq!(strip("Quintile 1").text, "Quintile 1");
/// ```
pub fn strip(text: &str) -> Marked {
    let mut marked = Marked {
        text: crate::base::text::clean(text),
        marks: Vec::new(),
    };
    bracketed(&mut marked);
    superscripts(&mut marked);
    glued_at_end(&mut marked);
    glued_before_bracket(&mut marked);
    marked.text = crate::base::text::clean(&marked.text);
    marked
}

/// `[note 1]`, `[1]`, `(note 2)`, `[p]`.
fn bracketed(marked: &mut Marked) {
    let mut at = 0;
    while let Some(open) = marked
        .text
        .get(at..)
        .and_then(|rest| rest.find(['[', '(']))
        .map(|found| found + at)
    {
        let rest = marked.text.get(open..).unwrap_or_default();
        let is_square = rest.starts_with('[');
        let Some(length) = rest.find(if is_square { ']' } else { ')' }) else {
            return;
        };
        let inner = rest
            .get(1..length)
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let is_list = |text: &str| {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '.' | '-'))
        };
        let after_note = ["notes", "note", "footnote", "see note", "see notes"]
            .iter()
            .find_map(|word| inner.strip_prefix(word));
        let is_mark = after_note.is_some_and(is_list)
            || (is_square && (is_list(&inner) || inner.len() <= 2 || inner == "low"));
        if is_mark && open > 0 {
            marked.marks.push(inner);
            marked.text.replace_range(open..=open + length, "");
            at = open;
        } else {
            at = open + 1;
        }
    }
}

fn superscripts(marked: &mut Marked) {
    let is_mark = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '†' | '‡' | '*' | '§');
    let end = marked
        .text
        .trim_end_matches(|c: char| is_mark(c) || c == ' ')
        .len();
    if end == 0 {
        return;
    }
    let marks = marked.text.split_off(end);
    let marks: Vec<String> = marks.split_whitespace().map(ToOwned::to_owned).collect();
    marked.marks.extend(marks);
}

/// `Warwickshire9`, `burglary6,7`, `Total6, 7, 8, 9`, `offences 1,2`.
fn glued_at_end(marked: &mut Marked) {
    let text = marked.text.as_str();
    let body = text
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' '))
        .len();
    let (Some(before), Some(tail)) = (text.get(..body), text.get(body..)) else {
        return;
    };
    if tail.starts_with(' ') && !tail.contains(',') {
        return;
    }
    if is_list_of_notes(tail) && ends_in_a_word(before) {
        let (before, tail) = (before.to_owned(), tail.to_owned());
        marked.marks.extend(
            tail.split([',', ' '])
                .filter(|mark| !mark.is_empty())
                .map(ToOwned::to_owned),
        );
        marked.text = before;
    }
}

/// `(excluding fraud4)`, `(mid-2016)4 rounded to 100`.
fn glued_before_bracket(marked: &mut Marked) {
    let text = marked.text.clone();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(')') {
        let (inside, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let body = inside.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        let tail = inside.get(body.len()..).unwrap_or_default();
        if !tail.is_empty() && is_list_of_notes(tail) && ends_in_a_word(body) {
            out.push_str(body);
            marked.marks.push(tail.to_owned());
        } else {
            out.push_str(inside);
        }
        out.push(')');
        rest = after.get(1..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits)
            && rest
                .get(digits..)
                .is_some_and(|next| next.is_empty() || next.starts_with(' '))
        {
            marked
                .marks
                .push(rest.get(..digits).unwrap_or_default().to_owned());
            rest = rest.get(digits..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    marked.text = out;
}

/// Note numbers are small and few.
fn is_list_of_notes(text: &str) -> bool {
    let mut any = false;
    for part in text.split([',', ' ']).filter(|part| !part.is_empty()) {
        if part.len() > 2
            || part.starts_with('0')
            || !part.bytes().all(|byte| byte.is_ascii_digit())
        {
            return false;
        }
        any = true;
    }
    any
}

/// Whether digits behind this text can only be a note: it ends in a closing bracket, a percent sign or a
/// word of which numbers are no part.
fn ends_in_a_word(text: &str) -> bool {
    const NUMBERED: &[&str] = &[
        "covid", "quintile", "decile", "quarter", "zone", "ward", "band", "wave", "grade",
        "category", "table", "phase", "tier", "part", "age", "ages", "aged", "step", "group",
        "class", "year", "fy", "lsoa", "msoa", "column", "figure", "week", "question", "item",
        "level", "value", "var", "test",
    ];
    let Some(last) = text.chars().last() else {
        return false;
    };
    if matches!(last, ')' | '%' | '.' | '"') {
        return text.chars().any(char::is_alphabetic);
    }
    let start = text
        .rfind(|c: char| !c.is_alphabetic() && c != '\'')
        .map_or(0, |at| {
            at + text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    let word = text.get(start..).unwrap_or_default();
    // "E12", "sc2" and the like are codes, but "FAEs1" and "SIMD2" are words with notes.
    word.chars().count() >= 3
        && last.is_alphabetic()
        && !NUMBERED.contains(&word.to_lowercase().as_str())
        && !text.contains('_')
        && !(word.len() == text.len() && word.len() <= 4 && !word.chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_come_off() {
        for (text, bare) in [
            ("Warwickshire9", "Warwickshire"),
            ("Percentage change5,6", "Percentage change"),
            ("United States Total6, 7, 8, 9", "United States Total"),
            (
                "ENGLAND AND WALES (inc. BTP)7",
                "ENGLAND AND WALES (inc. BTP)",
            ),
            (
                "Number of\n offences\n involving a\n knife5",
                "Number of offences involving a knife",
            ),
            (
                "Population figures\n (mid-2016)4  rounded to 100",
                "Population figures (mid-2016) rounded to 100",
            ),
            ("Theft [note 1][note 2]", "Theft"),
            ("Crime in England [notes 1, 2]", "Crime in England"),
            ("2023/24 [p]", "2023/24"),
            ("Rape*", "Rape"),
            ("Rate¹²", "Rate"),
        ] {
            assert_eq!(strip(text).text, bare, "{text}");
        }
        assert_eq!(strip("2023/24 [p]").marks, ["p"]);
    }

    #[test]
    fn numbers_that_belong_stay() {
        for text in [
            "Quintile 1",
            "Q1",
            "E12",
            "COVID19",
            "2018",
            "Aged 16-24",
            "Cheshire West 2",
            "2021/22",
            "[u]",
            "Apr-12",
            "MYE2",
            "Theft (section 12)",
        ] {
            assert_eq!(strip(text).text, text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_stripped(text in ".{0,80}") {
            let _ = strip(&text);
        }
    }
}
