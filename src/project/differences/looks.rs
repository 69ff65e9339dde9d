//! Looks and aids: the brand, the boundaries of maps, the layouts of returns, and what the explore screen shows.

use std::sync::Arc;

use super::pairs::{Pair, is_reordered, listed, pairs, those};
use crate::analysis::Question;
use crate::analysis::dictionary::Term;
use crate::base::text::fold;
use crate::data::Boundaries;
use crate::import::remembered::RememberedLayout;
use crate::project::trend_spec::ChartEvent;
use crate::project::{Brand, Project, TrendSpec, View};

pub(super) fn brand(before: &Brand, after: &Brand) -> Vec<String> {
    let Brand {
        organisation,
        main,
        categories,
        logo,
        office_font,
    } = after;
    let mut lines = Vec::new();
    if *organisation != before.organisation {
        lines.push(if organisation.is_empty() {
            format!("The organisation is no longer “{}”", before.organisation)
        } else {
            format!("The organisation is “{organisation}”")
        });
    }
    match (before.main, *main) {
        (was, Some(now)) if was != Some(now) => lines.push(format!("Main colour {now}")),
        (Some(_), None) => lines.push(String::from("Main colour of the house")),
        _ => {}
    }
    if *categories != before.categories {
        lines.push(String::from("Other colours of further lines"));
    }
    match (&before.logo, logo) {
        (None, Some(_)) => lines.push(String::from("Logo added")),
        (Some(_), None) => lines.push(String::from("Logo taken out")),
        (Some(was), Some(now)) if was != now => lines.push(String::from("Logo replaced")),
        _ => {}
    }
    if *office_font != before.office_font {
        lines.push(if office_font.is_empty() {
            String::from("The usual font in office files")
        } else {
            format!("The font {office_font} in office files")
        });
    }
    lines
}

pub(super) fn boundaries(before: &[Arc<Boundaries>], after: &[Arc<Boundaries>]) -> Vec<String> {
    let is_same = |one: &Arc<Boundaries>, other: &Arc<Boundaries>| one.file_name == other.file_name;
    let mut lines = Vec::new();
    for pair in pairs(before, after, is_same) {
        match pair {
            Pair::Added(now) => lines.push(format!("“{}” added", now.file_name)),
            Pair::Gone(was) => lines.push(format!("“{}” taken out", was.file_name)),
            Pair::Both(was, now) if was != now => {
                let Boundaries {
                    file_name,
                    attribution,
                    grid_metres: _,
                    areas: _,
                } = now.as_ref();
                let words = if *attribution == was.attribution {
                    "replaced"
                } else {
                    "said to be somebody else’s"
                };
                lines.push(format!("“{file_name}” {words}"));
            }
            Pair::Both(..) => {}
        }
    }
    if is_reordered(before, after, is_same) {
        lines.push(String::from("Boundaries stand in another order"));
    }
    lines
}

pub(super) fn layouts(before: &[RememberedLayout], after: &[RememberedLayout]) -> Vec<String> {
    let is_same = |one: &RememberedLayout, other: &RememberedLayout| {
        fold(&one.partner) == fold(&other.partner)
    };
    let told = pairs(before, after, is_same)
        .into_iter()
        .filter_map(|pair| {
            let (layout, words) = match pair {
                Pair::Added(now) => (now, "remembered"),
                Pair::Gone(was) => (was, "forgotten"),
                Pair::Both(was, now) if was != now => (now, "changed"),
                Pair::Both(..) => return None,
            };
            Some(format!("Layout “{}” {words}", layout.partner))
        });
    told.collect()
}

pub(super) fn view(before: &Project, after: &Project) -> Vec<String> {
    let View {
        question,
        trend,
        change_table,
        groups,
        cross_tab,
        scale,
        districts,
        concerns,
        scorecard,
        matrix,
        priority,
    } = &after.view;
    let was = &before.view;
    let mut lines = Vec::new();
    let measure = |question: &Question| after.name_of(&Term::Measure(question.measure.clone()));
    match (&was.question, question) {
        (Some(was), Some(now)) if was.measure == now.measure => {
            if was != now {
                lines.push(format!("Another question about “{}”", measure(now)));
            }
        }
        (_, Some(now)) => lines.push(format!("“{}” is shown", measure(now))),
        (Some(was), None) => lines.push(format!("“{}” is no longer shown", measure(was))),
        (None, None) => {}
    }
    lines.extend(events(&was.trend.events, &trend.events));
    if trend.title != was.trend.title {
        lines.push(match &trend.title {
            Some(title) => format!("Trend under the title “{title}”"),
            None => String::from("Trend under the title of the rules"),
        });
    }
    let drawn = those(&[
        ("trend", is_drawn_otherwise(&was.trend, trend)),
        ("change table", *change_table != was.change_table),
        ("groups", *groups != was.groups),
        ("cross-tab", *cross_tab != was.cross_tab),
        ("answers", *scale != was.scale),
        ("districts", *districts != was.districts),
        ("concerns", *concerns != was.concerns),
        ("scorecard", *scorecard != was.scorecard),
        ("matrix", *matrix != was.matrix),
        ("priority cohorts", *priority != was.priority),
    ]);
    if !drawn.is_empty() {
        lines.push(format!("Drawn otherwise: {}", listed(&drawn)));
    }
    lines
}

/// Whether a trend is drawn otherwise, its title and events apart.
fn is_drawn_otherwise(was: &TrendSpec, now: &TrendSpec) -> bool {
    let apart = TrendSpec {
        title: was.title.clone(),
        events: was.events.clone(),
        ..now.clone()
    };
    apart != *was
}

fn events(before: &[ChartEvent], after: &[ChartEvent]) -> Vec<String> {
    let is_same = |one: &ChartEvent, other: &ChartEvent| one == other;
    let named = |ChartEvent { date, text }: &ChartEvent| {
        format!("Event “{text}” on {}", date.strftime("%-d %B %Y"))
    };
    let told = pairs(before, after, is_same)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Added(event) => Some(format!("{} added", named(event))),
            Pair::Gone(event) => Some(format!("{} taken out", named(event))),
            Pair::Both(..) => None,
        });
    let mut lines: Vec<String> = told.collect();
    if lines.is_empty() && before != after {
        lines.push(String::from("Events stand in another order"));
    }
    lines
}
