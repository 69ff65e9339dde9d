//! Words as cells of CSV files and of the clipboard: no spreadsheet takes them for a formula, whatever a workbook
//! called a group or a place.
//!
//! A cell that begins with `=`, `+`, `-` or `@` is calculated by office programs when it is opened or pasted,
//! and may fetch or send something. As OWASP's rules on CSV injection say, an apostrophe is put before it. Numbers
//! stay numbers.

/// With what a formula begins, in the widths that spreadsheets take for the same.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Words as one cell that is no formula: on one line, without tabs.
///
/// ```
/// use bellwether::base::cells::harmless;
/// assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
/// assert_eq!(harmless("\t=1+1"), "' =1+1");
/// assert_eq!(harmless("-1.5"), "-1.5");
/// assert_eq!(harmless("-1.5+cmd|' /C calc'!A0"), "'-1.5+cmd|' /C calc'!A0");
/// assert_eq!(harmless("16–24\nyears"), "16–24 years");
/// ```
pub fn harmless(words: &str) -> String {
    let one_line = words.replace(['\r', '\n', '\t', '\0'], " ");
    // What is pasted between quotation marks is taken out of them first.
    let bare = one_line.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
    if bare.starts_with(BEGINNINGS) && !is_number(bare) {
        format!("'{one_line}")
    } else {
        one_line
    }
}

/// Cells as they are pasted, rows by lines and columns by tabs, of which none is a formula.
///
/// ```
/// use bellwether::base::cells::harmless_cells;
/// assert_eq!(harmless_cells("Age\t=A1\n16–24\t-1.5"), "Age\t'=A1\n16–24\t-1.5");
/// ```
pub fn harmless_cells(text: &str) -> String {
    let line = |line: &str| -> String {
        let cells: Vec<String> = line.split('\t').map(harmless).collect();
        cells.join("\t")
    };
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

/// A number as figures are printed: `-1.5`, `+3`, `-1,204.5%`, `-6.3 pp`.
fn is_number(text: &str) -> bool {
    let text = text.trim_end();
    let figure = text.strip_suffix('%').or_else(|| text.strip_suffix(" pp"));
    let figure = figure.unwrap_or(text);
    let digits = figure.strip_prefix(['+', '-']).unwrap_or(figure);
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && figure.replace(',', "").parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_beginning_of_a_formula_is_disarmed_and_no_number_is() {
        for words in [
            "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", " =1", "\r=1", "\t=1", "-", "--1", "+A1",
            "-inf", "-1e5x", "\"=1+1\"",
        ] {
            assert!(harmless(words).starts_with('\''), "{words:?}");
        }
        for words in [
            "-1.5",
            "+3",
            "-6.3 pp",
            "-1,204.5%",
            "-1.5e-7",
            "0",
            "",
            "a=b",
            "16-24",
            "−6.3 pp",
        ] {
            assert_eq!(harmless(words), words);
        }
        assert_eq!(harmless_cells("a\t=b\n@c\r\n-2"), "a\t'=b\n'@c \n-2");
    }
}
