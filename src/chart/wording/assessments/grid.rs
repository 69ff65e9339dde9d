//! What is said of two criteria against one another.

use super::{MOST_NAMES, closing, is_short, listed, priorities, ranks_note};
use crate::analysis::assessments::Review;
use crate::chart::contents::ChartWords;
use crate::chart::matrix::GridModel;
use crate::chart::wording::phrase;

/// What is said of a priority of the grid where it is pointed at.
pub fn grid_lines(review: &Review, place: usize, criteria: [usize; 2]) -> Vec<String> {
    let Some(subject) = review.subjects.get(place) else {
        return Vec::new();
    };
    let mut lines = vec![format!("{}. {}", subject.rank, subject.name)];
    for criterion in criteria {
        let named = review.criteria.get(criterion);
        let judged = subject.judgements.get(criterion).and_then(Option::as_ref);
        if let (Some(named), Some(judgement)) = (named, judged) {
            lines.push(format!("{}: {}", named.name, judgement.words));
            lines.push(review.source.describe_cell(judgement.cell));
        }
    }
    lines
}

/// The words of a review that has no two criteria with an order.
pub fn no_grid(review: &Review) -> ChartWords {
    let why = "A grid needs two criteria whose steps have an order";
    ChartWords {
        title: review.title.clone(),
        subtitle: String::from(why),
        footnote: closing(&[review]).join(" "),
        what_this_shows: format!("{why}."),
        alt_text: format!("{}. {why}.", review.title),
    }
}

/// The words of a grid.
pub fn grid_words(review: &Review, model: &GridModel) -> ChartWords {
    let Some((across, up)) = &model.axes else {
        return no_grid(review);
    };
    let tops = (
        across.steps.len().saturating_sub(1),
        up.steps.len().saturating_sub(1),
    );
    let highest: Vec<&str> = model
        .subjects
        .iter()
        .filter(|subject| (subject.across, subject.up) == tops)
        .map(|subject| subject.name.as_str())
        .collect();
    let both = format!("{} and {}", across.name, up.name);
    let neutral = format!("{} by {}", up.name, across.name);
    let title = match highest.as_slice() {
        [] => neutral.clone(),
        [only] => format!("{only} is highest on both"),
        several => format!(
            "{} of {} are highest on both",
            several.len(),
            priorities(model.subjects.len())
        ),
    };
    let title = Some(title)
        .filter(|title| is_short(title))
        .unwrap_or(neutral);
    let what = if highest.is_empty() {
        format!("No priority stands on the highest step of both {both}.")
    } else {
        format!(
            "On the highest step of both {both}: {}.",
            phrase::list(&highest, MOST_NAMES)
        )
    };
    let mut parts = vec![String::from(
        "Numbers are ranks of the review. The steps have an order and no distance, so that cells are not shaded.",
    )];
    parts.extend(ranks_note(&[review]).map(str::to_owned));
    if !model.not_placed.is_empty() {
        parts.push(format!(
            "Not judged by both: {}.",
            listed(&model.not_placed, MOST_NAMES)
        ));
    }
    parts.extend(closing(&[review]));
    let footnote = parts.join(" ");
    let subtitle = format!("{}: {} and {}", review.title, up.name, across.name);
    let placed: Vec<String> = model
        .subjects
        .iter()
        .map(|subject| {
            let step = |steps: &[String], place: usize| {
                steps
                    .get(place)
                    .map_or_else(String::new, |words| phrase::inside(words))
            };
            format!(
                "{} {}: {} {}, {} {}.",
                subject.rank,
                subject.name,
                across.name,
                step(&across.steps, subject.across),
                up.name,
                step(&up.steps, subject.up)
            )
        })
        .collect();
    let alt_text = format!(
        "Grid: {title}. {subtitle}. {} {what} {footnote}",
        placed.join(" ")
    );
    ChartWords {
        title,
        subtitle,
        footnote,
        what_this_shows: what,
        alt_text,
    }
}
