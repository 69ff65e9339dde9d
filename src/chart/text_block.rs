//! Breaking text into lines that fit, and shortening what does not.

use super::text_metrics::{Font, MeasureText};

/// Breaks text into at most `most_lines` lines no wider than `width`, at spaces; the last line ends in
/// `…` where the text goes on. A word wider than a line is broken inside.
pub fn wrap(
    text: &str,
    font: Font,
    width: f32,
    most_lines: usize,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let longer = if line.is_empty() {
            String::from(word)
        } else {
            format!("{line} {word}")
        };
        if measure.width(&longer, font) <= width {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= most_lines {
            let rest: Vec<&str> = words.collect();
            let whole = if rest.is_empty() {
                longer
            } else {
                format!("{longer} {}", rest.join(" "))
            };
            line = elide(&whole, font, width, measure);
            break;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = break_long_word(word, font, width, most_lines, measure, &mut lines);
    }
    if !line.is_empty() && lines.len() < most_lines {
        lines.push(line);
    }
    lines
}

/// Pushes the full lines of a word wider than a line and returns what is left of it.
fn break_long_word(
    word: &str,
    font: Font,
    width: f32,
    most_lines: usize,
    measure: &dyn MeasureText,
    lines: &mut Vec<String>,
) -> String {
    let mut part = String::new();
    for c in word.chars() {
        part.push(c);
        if part.chars().nth(1).is_some()
            && measure.width(&part, font) > width
            && lines.len() + 1 < most_lines
        {
            part.pop();
            lines.push(std::mem::take(&mut part));
            part.push(c);
        }
    }
    elide(&part, font, width, measure)
}

/// The text, shortened to `width` with `…` where it is wider; at the least, `…` alone.
pub fn elide(text: &str, font: Font, width: f32, measure: &dyn MeasureText) -> String {
    if measure.width(text, font) <= width {
        return String::from(text);
    }
    let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
    let shortened = |end: usize| format!("{}…", text.get(..end).unwrap_or("").trim_end());
    // The widest prefix that fits, by bisection over character boundaries.
    let fits = ends.partition_point(|end| measure.width(&shortened(*end), font) <= width);
    match fits.checked_sub(1).and_then(|last| ends.get(last)) {
        Some(end) => shortened(*end),
        None => String::from("…"),
    }
}

/// Breaks text into the fewest lines that fit, of widths as even as can be, after a comma rather than
/// elsewhere: for titles, where a short second line looks like a mistake.
pub fn wrap_evenly(
    text: &str,
    font: Font,
    width: f32,
    most_lines: usize,
    measure: &dyn MeasureText,
) -> Vec<String> {
    let lines = wrap(text, font, width, most_lines, measure);
    if lines.len() != 2 || lines.last().is_some_and(|line| line.ends_with('…')) {
        return lines;
    }
    text.match_indices(' ')
        .filter_map(|(index, _)| text.get(..index).zip(text.get(index + 1..)))
        .map(|(first, second)| {
            let wider = measure.width(first, font).max(measure.width(second, font));
            let cost = if first.ends_with(',') {
                0.7 * wider
            } else {
                wider
            };
            (cost, wider, first, second)
        })
        .filter(|(_, wider, ..)| *wider <= width)
        .min_by(|one, two| one.0.total_cmp(&two.0))
        .map_or(lines, |(_, _, first, second)| {
            vec![String::from(first), String::from(second)]
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::typeface::Weight;
    use crate::chart::text_metrics::Inter;

    const FONT: Font = Font::new(Weight::Regular, 13.0);

    #[test]
    fn lines_fit_and_nothing_is_lost_while_there_is_room() {
        let text = "Base: all respondents in the year to December 2021. Shaded: 95% interval.";
        let lines = wrap(text, FONT, 160.0, 9, Inter::bundled());
        assert_eq!(lines.join(" "), text);
        for line in &lines {
            assert!(Inter::bundled().width(line, FONT) <= 160.0, "{line}");
        }
    }

    #[test]
    fn the_last_line_says_that_there_is_more() {
        let lines = wrap(
            "one two three four five six",
            FONT,
            60.0,
            2,
            Inter::bundled(),
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        let lines = wrap(word, FONT, 90.0, 9, Inter::bundled());
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), word);
        assert_eq!(elide(word, FONT, 1.0, Inter::bundled()), "…");
    }

    #[test]
    fn two_lines_of_a_name_are_even() {
        let lines = wrap_evenly("Black or Black British", FONT, 120.0, 2, Inter::bundled());
        assert_eq!(lines, ["Black or", "Black British"]);
    }
}
