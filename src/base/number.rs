//! Numbers as they are printed: rounded half away from zero on their shortest decimal form (statistical
//! specification 10.5), with thousands commas and a true minus sign, never "−0".

/// The minus sign of printed numbers, U+2212.
pub const MINUS: char = '\u{2212}';

/// Rounds for display: half away from zero on the shortest decimal representation, with exactly
/// `decimals` decimals, an ASCII hyphen for negative numbers and never `-0.0`.
///
/// `format!("{:.1}")` rounds the binary value instead, and halves to even: 0.25 would print as 0.2.
///
/// ```
/// use bellwether::base::number::rounded;
/// assert_eq!(rounded(0.25, 1), "0.3");
/// assert_eq!(rounded(1.005, 2), "1.01");
/// assert_eq!(rounded(-0.04, 1), "0.0");
/// ```
pub fn rounded(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return String::from("–");
    }
    // `{}` prints the shortest decimal that reads back as the same f64, without an exponent.
    let shortest = format!("{}", value.abs());
    let (whole, fraction) = shortest.split_once('.').unwrap_or((&shortest, ""));
    let round_up = fraction
        .as_bytes()
        .get(decimals)
        .is_some_and(|digit| *digit >= b'5');
    let mut digits: Vec<u8> = whole
        .bytes()
        .chain(
            fraction
                .bytes()
                .chain(std::iter::repeat(b'0'))
                .take(decimals),
        )
        .collect();
    if round_up {
        carry_one(&mut digits);
    }
    let point = digits.len().saturating_sub(decimals);
    let mut printed = String::with_capacity(digits.len() + 2);
    if value < 0.0 && digits.iter().any(|digit| *digit != b'0') {
        printed.push('-');
    }
    for (index, digit) in digits.into_iter().enumerate() {
        if index == point {
            printed.push('.');
        }
        printed.push(char::from(digit));
    }
    printed
}

/// Adds one to the last of a row of ASCII digits.
fn carry_one(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit == b'9' {
            *digit = b'0';
        } else {
            *digit += 1;
            return;
        }
    }
    digits.insert(0, b'1');
}

/// A number for reading: rounded, with thousands commas and U+2212 for negative numbers.
///
/// ```
/// assert_eq!(bellwether::base::number::grouped(-4850.0, 0), "−4,850");
/// ```
pub fn grouped(value: f64, decimals: usize) -> String {
    let plain = rounded(value, decimals);
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (Some(MINUS), digits),
        None => (None, plain.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut printed: String = sign.into_iter().collect();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    if !fraction.is_empty() {
        printed.push('.');
        printed.push_str(fraction);
    }
    printed
}

/// How many things there are, for reading: `10,860`.
///
/// ```
/// assert_eq!(bellwether::base::number::count(17_600), "17,600");
/// ```
pub fn count(things: usize) -> String {
    grouped(u32::try_from(things).map_or(f64::INFINITY, f64::from), 0)
}

/// Like [`grouped`], with `+` before numbers that are not negative.
///
/// ```
/// assert_eq!(bellwether::base::number::signed(0.7, 1), "+0.7");
/// ```
pub fn signed(value: f64, decimals: usize) -> String {
    let printed = grouped(value, decimals);
    if printed.starts_with(MINUS) {
        printed
    } else {
        format!("+{printed}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carries_run_through_to_a_new_digit() {
        assert_eq!(rounded(99.95, 1), "100.0");
        assert_eq!(rounded(0.999, 2), "1.00");
        assert_eq!(rounded(-2.5, 0), "-3");
    }

    #[test]
    fn large_and_small_numbers_have_no_exponent() {
        assert_eq!(grouped(1e15, 0), "1,000,000,000,000,000");
        assert_eq!(rounded(1e-9, 1), "0.0");
        assert_eq!(grouped(999.5, 0), "1,000");
        assert_eq!(grouped(-0.2, 0), "0");
        assert_eq!(rounded(f64::NAN, 1), "–");
    }
}
