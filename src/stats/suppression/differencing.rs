//! Two published numbers, one a part of the other.

use super::pattern::PrimaryRule;

/// Whether two counts, the one of a part of the other, give away a small count by their difference: then
/// the complement of the part has to be withheld, and the part with it (specification 4.3).
///
/// `None` where the part is greater than the whole, so that it is no part of it.
///
/// ```
/// use bellwether::stats::suppression::{PrimaryRule, difference_is_small};
/// // 214 respondents, 211 of them without a disability: 3 with one.
/// assert_eq!(difference_is_small(214, 211, PrimaryRule::UNDER_5), Some(true));
/// assert_eq!(difference_is_small(214, 214, PrimaryRule::UNDER_5), Some(false));
/// assert_eq!(difference_is_small(214, 190, PrimaryRule::UNDER_5), Some(false));
/// ```
pub fn difference_is_small(whole: u64, part: u64, rule: PrimaryRule) -> Option<bool> {
    let complement = whole.checked_sub(part)?;
    Some(rule.is_small(complement))
}
