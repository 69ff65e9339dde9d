//! The words of a scale of answers by groups or periods.

use super::cross_tab::{ASKS_FOR_LONGER, Shown, cautions, net_inside, time};
use super::group_names::{GroupName, list, shortest_fitting};
use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::Direction;
use crate::analysis::answer_scale::{AnswerScale, ScaleBar};
use crate::analysis::disclosure::CellTreatment;
use crate::analysis::survey_view::Among;
use crate::base::number;

/// How many groups a title names before it counts the rest.
const MOST_NAMES: usize = 2;

/// Who is clearly below the rest, or else above; else the question's name and what it is by.
pub fn title(scale: &AnswerScale) -> String {
    let plain = match &scale.by {
        Some(column) => format!("{}, by {}", scale.question, phrase::inside(&column.name)),
        None => format!("{}, by period", scale.question),
    };
    let Some(column) = &scale.by else {
        return plain;
    };
    let clearly = |direction: Direction| -> Vec<GroupName<'_>> {
        let bars = scale.bars.iter().filter(|bar| is_clearly(bar, direction));
        bars.map(|bar| GroupName {
            label: &bar.label,
            dimension: if column.name == "Area" {
                ""
            } else {
                &column.name
            },
        })
        .collect()
    };
    let (lower, higher) = (clearly(Direction::Down), clearly(Direction::Up));
    let (names, side) = if lower.is_empty() {
        (higher, "above")
    } else {
        (lower, "below")
    };
    let (Some(net), false) = (&scale.net, names.is_empty()) else {
        return plain;
    };
    let is_alone = names.len() == 1 && names.first().is_some_and(GroupName::is_singular);
    let verb = if is_alone { "is" } else { "are" };
    let titles = [MOST_NAMES, 1].map(|most| {
        let subject = list(&names, most);
        let said = format!("{subject} {verb} {side} the rest on “{}”", net_inside(net));
        phrase::capital(&said)
    });
    shortest_fitting(titles.into_iter().collect()).unwrap_or(plain)
}

fn is_clearly(bar: &ScaleBar, direction: Direction) -> bool {
    let held = bar.against_rest.as_ref();
    bar.treatment.is_shown() && held.is_some_and(|(_, held)| *held == direction)
}

/// "Safe outside after dark, weighted %, 12 months to Dec 2021, among women".
pub fn subtitle(scale: &AnswerScale, title: &str, among: &Among) -> String {
    let weighted = if scale.is_weighted {
        "weighted"
    } else {
        "unweighted"
    };
    let mut parts = Vec::new();
    if !title.starts_with(&scale.question) {
        parts.push(scale.question.clone());
    }
    parts.push(format!("{weighted} % of those who answered"));
    if scale.by.is_some() {
        parts.push(time(scale.period));
    }
    if *among != Among::Everyone {
        parts.push(format!("among {}", phrase::inside(among.words())));
    }
    phrase::capital(&parts.join(", "))
}

/// The notes under a scale.
pub fn footnote(scale: &AnswerScale) -> String {
    let mut parts = Vec::new();
    if let Some(all) = scale.bars.first().filter(|all| all.treatment.is_shown()) {
        parts.push(format!(
            "Base: {} respondents who answered; unweighted bases in brackets.",
            number::count(all.unweighted_base)
        ));
    }
    if let Some(net) = &scale.net {
        parts.push(format!("At the right: {}.", net_inside(net)));
    }
    if scale.comparisons > 0 {
        parts.push(format!(
            "Groups are compared with everybody else, 95%, two-sided, adjusted for {} comparisons.",
            number::count(scale.comparisons)
        ));
    }
    let mut shown = Shown::default();
    for bar in &scale.bars {
        shown.add(bar.treatment);
        if bar.withholds_answers {
            shown.add(CellTreatment::Confidential);
        }
    }
    parts.extend(cautions(shown));
    if scale.asks_for_longer {
        parts.push(String::from(ASKS_FOR_LONGER));
    }
    let provenance = [&scale.provenance];
    parts.extend(source_note(&provenance));
    if is_illustrative(&provenance) {
        parts.push(String::from("Illustrative figures."));
    }
    parts.join(" ")
}

/// One or two sentences of plain English.
pub fn what_this_shows(scale: &AnswerScale) -> String {
    let Some(column) = &scale.by else {
        return format!(
            "How respondents answered “{}” in each period of the survey.",
            scale.question
        );
    };
    let counted = |direction| {
        scale
            .bars
            .iter()
            .filter(|bar| is_clearly(bar, direction))
            .count()
    };
    let (lower, higher) = (counted(Direction::Down), counted(Direction::Up));
    let by = phrase::inside(&column.name);
    let compared = match (scale.comparisons, lower, higher) {
        (0, ..) => String::from("No group could be compared with the rest."),
        (_, 0, 0) => String::from("No group is clearly different from the rest."),
        (all, lower, higher) => format!(
            "Of {} groups, {} clearly below the rest and {} clearly above.",
            phrase::number_in_words(all),
            are(lower),
            are(higher)
        ),
    };
    format!(
        "How respondents answered “{}”, by {by}. {compared}",
        scale.question
    )
}

fn are(groups: usize) -> String {
    let verb = if groups == 1 { "is" } else { "are" };
    format!("{} {verb}", phrase::number_in_words(groups))
}
