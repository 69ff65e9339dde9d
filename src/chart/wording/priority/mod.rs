//! What the chart of priority cohorts says. A group is called low, falling or faster only where the tests
//! find it so (statistical specification 9.1).

mod footnote;
mod hover;
mod sentence;
mod table;
mod terms;
mod title;

pub use footnote::footnote;
pub use hover::mark_lines;
pub use sentence::{alt_text, what_this_shows};
pub use table::table;
pub use terms::{class_spoken, corner_label, ranking};
pub use title::title;

use crate::analysis::priority::{Gap, PriorityAnswer, PriorityTotal};
use crate::data::Unit;

/// What is measured, where and of whom, and what the two directions mean.
pub fn subtitle(answer: &PriorityAnswer) -> String {
    let mut of_whom: Vec<&str> = vec![&answer.measure.name];
    of_whom.extend(answer.people.as_deref());
    if !answer.place.is_empty() {
        of_whom.push(&answer.place);
    }
    let of_whom = of_whom.join(", ");
    match answer
        .now
        .zip(answer.then)
        .filter(|_| answer.total.is_some())
    {
        Some((now, then)) => format!(
            "{of_whom}: % in {} (across) and change since {} in percentage points (up and down). Area of dot: respondents.",
            now.label(),
            then.label()
        ),
        None => of_whom,
    }
}

/// The words under the horizontal axis.
pub fn level_title(answer: &PriorityAnswer) -> String {
    match answer.now {
        Some(now) => format!("{}, {}", answer.measure.name, now.label()),
        None => answer.measure.name.clone(),
    }
}

/// "All respondents 56.8%, −6.3 pp".
pub fn total_label(answer: &PriorityAnswer, total: &PriorityTotal) -> String {
    let who = total_name(answer);
    format!(
        "{who} {}, {}",
        Unit::Percent.format(total.now.value),
        Unit::PercentagePoints.format(total.change.difference)
    )
}

/// Whose the cross is: "All respondents".
pub fn total_name(answer: &PriorityAnswer) -> &str {
    answer.people.as_deref().unwrap_or("All respondents")
}

/// What stands in place of the chart where nothing can be drawn.
pub fn message(answer: &PriorityAnswer, has_no_dots: bool) -> Option<String> {
    let place = if answer.place.is_empty() {
        String::from("here")
    } else {
        format!("for {}", answer.place)
    };
    Some(match answer.gap {
        Some(Gap::NotOfRespondents) => {
            String::from("Cohorts are compared in percentages of respondents; this measure is none")
        }
        Some(Gap::NoTotal) => {
            format!("There is no figure for all respondents {place} to compare groups with")
        }
        Some(Gap::NoEarlierPeriod) => {
            format!("There is no earlier period {place} to compare with")
        }
        Some(Gap::NotComparable) => match &answer.not_comparable {
            Some(held) => format!(
                "{} is not comparable with {}: {}",
                super::phrase::capital(&held.to.label()),
                held.from.label(),
                held.why.why()
            ),
            None => String::from("The two periods are not comparable"),
        },
        Some(Gap::NoCohorts) => format!("There are no figures by group {place}"),
        None if answer.cohorts.is_empty() => String::from("No cohorts are chosen"),
        None if has_no_dots => {
            String::from("No group has a base that is large enough in both periods")
        }
        None => return None,
    })
}
