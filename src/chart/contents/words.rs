//! The words of a chart.

/// A chart's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartWords {
    /// The message, or the measure's name where nothing is clear.
    pub title: String,
    /// What is measured, of whom, where and when.
    pub subtitle: String,
    /// Base, interval, cautions, source.
    pub footnote: String,
    /// Some sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
}

/// What sentences begin with that speak of how a chart is drawn.
const OF_DRAWINGS: [&str; 6] = [
    "Shaded:",
    "Bars:",
    "The axis does not start",
    "The vertical axis does not start",
    "Area of dot:",
    "At the right:",
];

impl ChartWords {
    /// The footnote under the values as a table: without what speaks of the drawing.
    pub fn footnote_of_table(&self) -> String {
        let plain = OF_DRAWINGS
            .iter()
            .fold(self.footnote.clone(), |text, beginning| {
                without_sentence(&text, beginning)
            });
        plain.replace("Coloured: clearly", "Clearly")
    }
}

/// A text without the sentence that begins with some words.
pub fn without_sentence(text: &str, beginning: &str) -> String {
    let Some((before, rest)) = text.split_once(beginning) else {
        return text.to_owned();
    };
    let after = rest.split_once(". ").map_or("", |(_, after)| after);
    format!("{before}{after}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_on_what_is_not_drawn_are_left_out() {
        let text = "Base: 4,377. At the right: very or fairly safe. Source: a.xlsx.";
        let left = without_sentence(text, "At the right:");
        assert_eq!(left, "Base: 4,377. Source: a.xlsx.");
        let end = without_sentence("Across. Area of dot: respondents.", "Area of dot:");
        assert_eq!(end, "Across.");
        assert_eq!(without_sentence(text, "Shaded:"), text);
    }

    #[test]
    fn a_table_says_nothing_of_bars() {
        let words = ChartWords {
            footnote: String::from(
                "Base: all. Bars: 95% confidence interval. Coloured: clearly different from the rest. The axis does \
                 not start at 0. Source: a.xlsx.",
            ),
            ..ChartWords::default()
        };
        assert_eq!(
            words.footnote_of_table(),
            "Base: all. Clearly different from the rest. Source: a.xlsx."
        );
    }
}
