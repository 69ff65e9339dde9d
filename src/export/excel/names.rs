//! The names of sheets and of tables.

use std::collections::BTreeSet;

/// The most characters of a heading of a table.
const MOST_OF_HEADING: usize = 250;

/// The names of the sheets of a chart.
pub(super) struct SheetNames {
    /// That of its table.
    pub chart: String,
    /// That of the numbers which Excel draws.
    pub numbers: String,
    /// Tells its tables from those of the others.
    pub number: usize,
}

impl SheetNames {
    /// The names for one of several charts, the first being number 1.
    pub fn of(number: usize, of: usize) -> Self {
        let chart = if of == 1 {
            String::from("Chart")
        } else {
            format!("Chart {number}")
        };
        Self {
            numbers: format!("{chart} numbers"),
            chart,
            number,
        }
    }
}

/// Headings as a table of Excel wants them: none empty, none twice, whatever its case, none too long.
pub(super) fn headings<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    wanted
        .map(|heading| {
            let clean = heading.split_whitespace().collect::<Vec<_>>().join(" ");
            let short: String = clean.chars().take(MOST_OF_HEADING).collect();
            let first = if short.is_empty() {
                String::from("Column")
            } else {
                short
            };
            let numbered = (2_usize..).map(|number| format!("{first} ({number})"));
            let mut choices = std::iter::once(first.clone()).chain(numbered);
            // One more heading than there are taken ones is always free.
            let free = choices.find(|choice| !taken.contains(&choice.to_lowercase()));
            let free = free.unwrap_or(first);
            taken.insert(free.to_lowercase());
            free
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_apart() {
        let wanted = ["All", "", "all", "A\nb", "All (2)"];
        assert_eq!(
            headings(wanted.into_iter()),
            ["All", "Column", "all (2)", "A b", "All (2) (2)"]
        );
    }
}
