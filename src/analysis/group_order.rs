//! The order in which people expect the categories of a dimension: ages and other bands by their numbers,
//! everything else as the source has it, and what is no category proper last.

use crate::base::text::fold;

/// What respondents answer who fall into no category, and what is left over; they stand last, in this order.
const LEFT_OVER: [&str; 12] = [
    "other",
    "any other",
    "none",
    "none of these",
    "mixed responses",
    "prefer to self describe",
    "prefer not to say",
    "prefer not to answer",
    "refused",
    "dont know",
    "not stated",
    "unknown",
];

/// The places of the categories in the order in which they are shown.
pub fn natural_places(categories: &[&str]) -> Vec<usize> {
    let bands: Vec<Option<f64>> = categories
        .iter()
        .map(|category| lower_bound(category))
        .collect();
    let is_left_over = |place: usize| left_over(categories.get(place).copied().unwrap_or(""));
    let are_bands = bands
        .iter()
        .enumerate()
        .all(|(place, bound)| bound.is_some() || is_left_over(place).is_some());
    let mut places: Vec<usize> = (0..categories.len()).collect();
    places.sort_by(|one, other| {
        is_left_over(*one).cmp(&is_left_over(*other)).then_with(|| {
            let bound = |place: &usize| bands.get(*place).copied().flatten().unwrap_or(0.0);
            if are_bands {
                bound(one).total_cmp(&bound(other))
            } else {
                one.cmp(other)
            }
        })
    });
    places
}

/// The place of a category among those that stand last.
fn left_over(category: &str) -> Option<usize> {
    let folded = fold(category);
    LEFT_OVER.iter().position(|word| folded == *word)
}

/// Where a band begins: 16 for "16–24", 65 for "65+", just under 25 for "Under 25".
fn lower_bound(category: &str) -> Option<f64> {
    let digits_from = category.find(|c: char| c.is_ascii_digit())?;
    let digits: String = category
        .get(digits_from..)?
        .chars()
        .filter(|c| *c != ',')
        .take_while(char::is_ascii_digit)
        .collect();
    let bound: f64 = digits.parse().ok()?;
    let before = fold(category.get(..digits_from)?);
    let is_below = before.starts_with("under")
        || before.starts_with("less than")
        || before.starts_with("up to")
        || before.starts_with("below")
        || category.trim_start().starts_with('<');
    Some(if is_below {
        -1.0 / (1.0 + bound)
    } else {
        bound
    })
}

#[cfg(test)]
mod tests {
    use super::natural_places;

    fn sorted<'a>(categories: &[&'a str]) -> Vec<&'a str> {
        let places = natural_places(categories);
        places.into_iter().map(|place| categories[place]).collect()
    }

    #[test]
    fn ages_stand_by_number_and_the_rest_as_in_the_source() {
        for (given, wanted) in [
            (
                vec!["65+", "16-24", "Prefer not to say", "25-34"],
                vec!["16-24", "25-34", "65+", "Prefer not to say"],
            ),
            (
                vec!["75 and over", "Under 16", "16 to 74"],
                vec!["Under 16", "16 to 74", "75 and over"],
            ),
            (
                vec!["£100,000+", "£20,000–£99,999"],
                vec!["£20,000–£99,999", "£100,000+"],
            ),
            (
                vec!["Other", "White", "Asian"],
                vec!["White", "Asian", "Other"],
            ),
            (vec!["Women", "Men"], vec!["Women", "Men"]),
            (vec![], vec![]),
        ] {
            assert_eq!(sorted(&given), wanted);
        }
    }
}
