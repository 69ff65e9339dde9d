//! Workbooks: added, taken out, replaced, read again, and which follow which.

use std::sync::Arc;

use super::pairs::{Pair, is_reordered, listed, pairs, those};
use crate::base::number::count;
use crate::data::{Source, SourceId};
use crate::project::Project;

pub(super) fn lines(before: &Project, after: &Project) -> Vec<String> {
    let is_same = |one: &Arc<Source>, other: &Arc<Source>| one.id == other.id;
    let paired = pairs(&before.sources, &after.sources, is_same);
    let mut gone: Vec<&Arc<Source>> = paired
        .iter()
        .filter_map(|pair| match pair {
            Pair::Gone(source) => Some(*source),
            _ => None,
        })
        .collect();
    let mut lines = Vec::new();
    let mut added: Vec<&SourceId> = Vec::new();
    for pair in &paired {
        match pair {
            Pair::Added(now) => {
                let place = gone.iter().position(|was| was.file_name == now.file_name);
                if let Some(at) = place {
                    let was = gone.remove(at);
                    lines.push(format!(
                        "“{}” replaced by another workbook of that name ({}, before {})",
                        now.file_name,
                        values(now),
                        values(was)
                    ));
                } else {
                    lines.push(added_line(after, now));
                    added.push(&now.id);
                }
            }
            Pair::Both(was, now) if !Arc::ptr_eq(was, now) && was != now => {
                lines.push(read_again(was, now));
            }
            Pair::Both(..) | Pair::Gone(_) => {}
        }
    }
    for was in gone {
        lines.push(format!("“{}” taken out", was.file_name));
    }
    lines.extend(followed(before, after, &added));
    if is_reordered(&before.sources, &after.sources, is_same) {
        lines.push(String::from("Workbooks stand in another order"));
    }
    lines
}

fn values(source: &Source) -> String {
    match source.observations.len() {
        1 => String::from("1 value"),
        several => format!("{} values", count(several)),
    }
}

fn added_line(project: &Project, source: &Source) -> String {
    let older = project
        .successions
        .iter()
        .find(|held| held.newer == source.id)
        .and_then(|held| file_name(project, &held.older));
    match older {
        Some(older) => format!(
            "“{}” added as the newer return of “{older}” ({})",
            source.file_name,
            values(source)
        ),
        None => format!("“{}” added ({})", source.file_name, values(source)),
    }
}

fn file_name<'a>(project: &'a Project, id: &SourceId) -> Option<&'a str> {
    let source = project.sources.iter().find(|source| source.id == *id)?;
    Some(&source.file_name)
}

/// Which workbooks of both projects follow which, as far as it differs.
fn followed(before: &Project, after: &Project, added: &[&SourceId]) -> Vec<String> {
    let is_same = |one: &_, other: &_| one == other;
    let named = |project: &Project, older: &SourceId, newer: &SourceId| {
        let newer = file_name(project, newer)?.to_owned();
        Some((newer, file_name(project, older)?.to_owned()))
    };
    let paired = pairs(&before.successions, &after.successions, is_same);
    let told = paired.iter().filter_map(|pair| match pair {
        Pair::Added(held) if !added.contains(&&held.newer) => {
            let (newer, older) = named(after, &held.older, &held.newer)?;
            Some(format!("“{newer}” follows “{older}” as its newer return"))
        }
        Pair::Gone(held) => {
            // What follows from a workbook that is there no more, or that came between, needs no line.
            let (newer, older) = named(after, &held.older, &held.newer)?;
            let came_between = after
                .successions
                .iter()
                .any(|other| other.older == held.older && added.contains(&&other.newer));
            let line = format!("“{newer}” no longer follows “{older}” as its newer return");
            (!came_between).then_some(line)
        }
        Pair::Added(_) | Pair::Both(..) => None,
    });
    told.collect()
}

/// What differs where the same bytes were read otherwise.
fn read_again(was: &Source, now: &Source) -> String {
    let Source {
        id: _,
        file_name,
        imported_on,
        title,
        publisher,
        is_illustrative,
        sheets,
        measures,
        areas,
        cohorts,
        periods,
        notes,
        observations,
        surveys,
        targets,
        assessments,
        places,
        printed,
        breaks,
        open_findings,
    } = now;
    if observations.len() != was.observations.len() {
        return format!(
            "“{file_name}” read again: {}, before {}",
            values(now),
            count(was.observations.len())
        );
    }
    let parts = those(&[
        ("file name", *file_name != was.file_name),
        (
            "title",
            *title != was.title
                || *publisher != was.publisher
                || *is_illustrative != was.is_illustrative,
        ),
        ("sheets", *sheets != was.sheets),
        ("measures", *measures != was.measures),
        ("places", *areas != was.areas || *places != was.places),
        ("groups of people", *cohorts != was.cohorts),
        ("periods", *periods != was.periods),
        ("notes", *notes != was.notes || *breaks != was.breaks),
        ("values", *observations != was.observations),
        ("answers of respondents", *surveys != was.surveys),
        ("targets", *targets != was.targets),
        ("judgements", *assessments != was.assessments),
        ("printed figures", *printed != was.printed),
        ("findings", *open_findings != was.open_findings),
        ("day of import", *imported_on != was.imported_on),
    ]);
    format!("“{file_name}” read again: other {}", listed(&parts))
}
