//! Numbers as people type them into cells: thousands commas, spaces, currency, percent signs, decimal
//! commas, brackets for negative numbers, marks behind.

/// A number read from text.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberText {
    /// The number as written: `93%` is 93.
    pub value: f64,
    /// A percent sign stands with it.
    pub percent: bool,
    /// It is said to be of percentage points.
    pub points: bool,
    /// A pound sign stands with it.
    pub pounds: bool,
    /// What stands behind it: `[p]`, `r`, `*`; empty where nothing does.
    pub mark: String,
}

/// Reads a number, or nothing where the text is not one number with at most a mark behind it.
///
/// ```
/// use bellwether::import::values::parse_number;
/// assert_eq!(parse_number("10,188 ", false).unwrap().value, 10_188.0);
/// assert_eq!(parse_number("1.234,5", true).unwrap().value, 1234.5);
/// assert_eq!(parse_number("12.3r", false).unwrap().mark, "r");
/// assert_eq!(parse_number("16-24", false), None);
/// ```
pub fn parse_number(text: &str, decimal_comma: bool) -> Option<NumberText> {
    let text = text.trim();
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (body, mark) = split_mark(text);
    let mut rest = body.trim();
    let mut negative = false;
    if let Some(inner) = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        // Accountants write negative numbers in brackets.
        rest = inner.trim();
        negative = true;
    }
    let mut pounds = false;
    let mut percent = false;
    let mut signed = false;
    loop {
        if let Some(after) = rest.strip_prefix('£') {
            pounds = true;
            rest = after.trim_start();
        } else if let Some(after) = rest.strip_prefix(['-', '−', '–']) {
            if signed {
                return None;
            }
            signed = true;
            negative = !negative;
            rest = after.trim_start();
        } else if let Some(after) = rest.strip_prefix('+') {
            if signed {
                return None;
            }
            signed = true;
            rest = after.trim_start();
        } else {
            break;
        }
    }
    let mut points = false;
    for tail in [
        "pp",
        "ppt",
        "ppts",
        "pts",
        "percentage points",
        "% points",
        "% pts",
        "%pts",
        "% pt",
    ] {
        if let Some(before) = rest.strip_suffix(tail) {
            points = true;
            rest = before.trim_end().trim_end_matches('%').trim_end();
            break;
        }
    }
    if let Some(before) = rest.strip_suffix('%') {
        percent = true;
        rest = before.trim_end();
    }
    let magnitude = parse_magnitude(rest, decimal_comma)?;
    Some(NumberText {
        value: if negative { -magnitude } else { magnitude },
        percent,
        points,
        pounds,
        mark: mark.to_owned(),
    })
}

/// Splits `1,234 [p]`, `12.3r` and `5*` into the number and the mark.
fn split_mark(text: &str) -> (&str, &str) {
    if text.ends_with(']')
        && let Some((body, mark)) = text.rfind('[').and_then(|at| text.split_at_checked(at))
    {
        return (body.trim_end(), mark);
    }
    let is_mark = |c: char| {
        matches!(
            c,
            '*' | '†'
                | '‡'
                | '#'
                | '¹'
                | '²'
                | '³'
                | '⁴'
                | '⁵'
                | '⁶'
                | '⁷'
                | '⁸'
                | '⁹'
                | '^'
                | '~'
                | '↑'
                | '↓'
        )
    };
    let body = text.trim_end_matches(is_mark);
    if body.len() < text.len() {
        return (body, text.get(body.len()..).unwrap_or_default());
    }
    let mut chars = text.char_indices().rev();
    if let (Some((at, 'p' | 'r' | 'e' | 'b' | 'u' | 'P' | 'R' | 'E')), Some((_, before))) =
        (chars.next(), chars.next())
        && (before.is_ascii_digit() || before == ' ' || before == '%')
    {
        let (body, mark) = text.split_at_checked(at).unwrap_or((text, ""));
        return (body.trim_end(), mark);
    }
    (text, "")
}

/// Digits with separators, without sign or marks.
fn parse_magnitude(text: &str, decimal_comma: bool) -> Option<f64> {
    let (point, group) = if decimal_comma {
        (',', '.')
    } else {
        ('.', ',')
    };
    let (digits, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    if !exponent.is_empty() {
        let power = exponent.get(1..)?;
        let power = power.strip_prefix(['-', '+']).unwrap_or(power);
        if power.is_empty() || power.len() > 3 || !power.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
    }
    let (whole, fraction) = match digits.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let plain_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let separators: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let separator = separators.first().copied();
    if let Some(separator) = separator {
        let allowed = separator == group || matches!(separator, ' ' | '\u{a0}' | '\u{202f}' | '\'');
        if !allowed || separators.iter().any(|c| *c != separator) {
            return None;
        }
        let mut groups = whole.split(separator);
        let first = groups.next()?;
        if first.is_empty() || first.len() > 3 || !groups.all(|group| group.len() == 3) {
            return None;
        }
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let fraction = fraction.unwrap_or_default();
    if !plain_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    format!("{whole}.{fraction}0{exponent}")
        .trim_start_matches('.')
        .parse::<f64>()
        .ok()
        .or_else(|| format!("0.{fraction}0{exponent}").parse().ok())
        .filter(|number| number.is_finite())
        .map(|number| {
            if whole.is_empty() {
                fraction_only(fraction, exponent).unwrap_or(number)
            } else {
                number
            }
        })
}

fn fraction_only(fraction: &str, exponent: &str) -> Option<f64> {
    format!("0.{fraction}{exponent}").parse().ok()
}

/// Turns a share into percent without the noise of a multiplication: 0.93 becomes 93, 0.07 becomes 7.
///
/// ```
/// assert_eq!(bellwether::import::values::percent_of_share(0.57), 57.0);
/// ```
pub fn percent_of_share(share: f64) -> f64 {
    // Shifting the decimal point of the shortest decimal form is exact where the product is not.
    format!("{share}e2").parse().unwrap_or(share * 100.0)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "what is written is read to the last bit")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<f64> {
        parse_number(text, false).map(|number| number.value)
    }

    #[test]
    fn typed_numbers() {
        assert_eq!(value("1,234,567"), Some(1_234_567.0));
        assert_eq!(value("1 234"), Some(1234.0));
        assert_eq!(value("£1,200.50"), Some(1200.5));
        assert_eq!(value("-£5"), Some(-5.0));
        assert_eq!(value("(12)"), Some(-12.0));
        assert_eq!(value("−6.3"), Some(-6.3));
        assert_eq!(value(".5"), Some(0.5));
        assert_eq!(value("5."), Some(5.0));
        assert_eq!(value("1.5e3"), Some(1500.0));
        let number = parse_number("1,234 [p]", false).unwrap();
        assert_eq!((number.value, number.mark.as_str()), (1234.0, "[p]"));
        let number = parse_number("40.7%", false).unwrap();
        assert!(number.percent && number.value == 40.7);
        assert_eq!(parse_number("5*", false).unwrap().mark, "*");
        assert_eq!(parse_number("0,56", true).unwrap().value, 0.56);
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "",
            "-",
            "16-24",
            "1,23",
            "1,2345",
            "E07000170",
            "3 of 4",
            "2021/22",
            "<5",
            "1.2.3",
            "12 34",
            "--5",
            "Q1",
            "5 to 9",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn shares_become_percent_exactly() {
        for hundredths in 0..=100_u32 {
            let share: f64 = format!("0.{hundredths:02}").parse().unwrap();
            let share = if hundredths == 100 { 1.0 } else { share };
            assert_eq!(percent_of_share(share), f64::from(hundredths));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_left(text in ".{0,40}", comma: bool) {
            let _ = parse_number(&text, comma);
        }

        #[test]
        fn printed_numbers_read_back(number in -1_000_000_000_i64..1_000_000_000) {
            #[expect(clippy::cast_precision_loss, reason = "the range is small")]
            let number = number as f64;
            let printed = crate::base::number::grouped(number, 0);
            prop_assert_eq!(value(&printed), Some(number));
        }
    }
}
