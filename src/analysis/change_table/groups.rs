//! Offences under their groups: "Burglary › Domestic burglary" after "Burglary", by its own name alone.

use super::answer::{ChangeRow, Entry, is_total};
use crate::base::text::fold;
use crate::data::{Measure, Polarity, Unit};

/// What stands between a group and its part in a name.
const BETWEEN: &str = " › ";

/// Puts every row whose group is a row of the same table after that, in the order in which they came.
pub(super) fn parts_after_their_group(rows: &mut Vec<ChangeRow>) {
    let names: Vec<String> = rows.iter().map(|row| fold(&row.name)).collect();
    let group_of = |row: &ChangeRow| {
        let (group, part) = row.name.rsplit_once(BETWEEN)?;
        let group = fold(group);
        let place = names.iter().position(|name| *name == group)?;
        Some((place, part.to_owned()))
    };
    let mut placed: Vec<((usize, usize), ChangeRow)> = Vec::with_capacity(rows.len());
    for (place, mut row) in std::mem::take(rows).into_iter().enumerate() {
        let key = match group_of(&row) {
            Some((group, part)) => {
                row.name = part;
                row.is_part = true;
                (group, place + 1)
            }
            None => (place, 0),
        };
        placed.push((key, row));
    }
    placed.sort_by_key(|(key, _)| *key);
    rows.extend(placed.into_iter().map(|(_, row)| row));
}

/// A group of measures.
pub(super) struct Group<'a> {
    /// Its name.
    pub name: String,
    /// The measures that its figure is made of: the one that is the group, else all of its parts.
    pub parts: Vec<Entry<'a>>,
}

impl Group<'_> {
    /// What its figure measures: by the name of the group, and as good or bad as all of its parts.
    pub(super) fn measure(&self) -> Option<Measure> {
        let (_, first) = self.parts.first()?;
        let own = first.measure.clone();
        if self.parts.len() == 1 {
            return Some(own);
        }
        let mut parts = self.parts.iter();
        let is_shared = parts.all(|(_, entry)| entry.measure.polarity == own.polarity);
        Some(Measure {
            name: self.name.clone(),
            polarity: if is_shared {
                own.polarity
            } else {
                Polarity::default()
            },
            ..own
        })
    }
}

/// Takes off what stands before every name: the title of the table.
pub(super) fn without_title(mut names: Vec<String>) -> Vec<String> {
    for part in [": ", BETWEEN] {
        let first = names.first().and_then(|name| name.split_once(part));
        let Some(title) = first.map(|(title, _)| format!("{title}{part}")) else {
            continue;
        };
        if names.len() > 1 && names.iter().all(|name| name.starts_with(&title)) {
            for name in &mut names {
                *name = name.split_off(title.len());
            }
        }
    }
    names
}

/// The groups that measures belong to by their names ("Burglary › Domestic burglary"), in their order; a measure
/// of none stands for itself. A group is its own figure where there is one, else the sum of its parts where they
/// are counts; else its parts stand for themselves. Empty where no measure is part of a group, or all are of one.
pub(super) fn groups_of<'a>(entries: &[Entry<'a>]) -> Vec<Group<'a>> {
    let names = entries.iter().map(|(_, entry)| entry.measure.name.clone());
    let names = without_title(names.collect());
    let mut groups: Vec<(String, Vec<(String, Entry<'a>)>)> = Vec::new();
    for (name, entry) in names.into_iter().zip(entries) {
        let (group, part) = match name.split_once(BETWEEN) {
            Some((group, part)) => (group.to_owned(), part.to_owned()),
            None => (name, String::new()),
        };
        let is_same = |held: &&mut (String, _)| fold(&held.0) == fold(&group);
        match groups.iter_mut().find(is_same) {
            Some((_, parts)) => parts.push((part, *entry)),
            None => groups.push((group, vec![(part, *entry)])),
        }
    }
    let has_parts = |parts: &[(String, Entry<'a>)]| parts.iter().any(|(part, _)| !part.is_empty());
    if groups.len() < 2 || !groups.iter().any(|(_, parts)| has_parts(parts)) {
        return Vec::new();
    }
    groups
        .into_iter()
        .flat_map(|(name, parts)| figures_of(name, &parts))
        .collect()
}

/// The group as one row, else its parts as a row each.
fn figures_of<'a>(name: String, parts: &[(String, Entry<'a>)]) -> Vec<Group<'a>> {
    let own = parts.iter().find(|(part, _)| part.is_empty());
    let own = own.or_else(|| parts.iter().find(|(part, _)| is_total(part)));
    if let Some((_, entry)) = own {
        let parts = vec![*entry];
        return vec![Group { name, parts }];
    }
    // What is part of a part is in it already.
    let folded: Vec<String> = parts.iter().map(|(part, _)| fold(part)).collect();
    let is_inside = |part: &str| {
        let mut inside = part.match_indices(BETWEEN);
        inside.any(|(at, _)| {
            part.get(..at)
                .is_some_and(|outer| folded.contains(&fold(outer)))
        })
    };
    let whole: Vec<_> = parts.iter().filter(|(part, _)| !is_inside(part)).collect();
    // What is counted in others, too, must not be added to them.
    let overlaps = whole.iter().any(|(part, _)| {
        let part = fold(part);
        part.starts_with("of which") || part.starts_with("including")
    });
    let are_counts = whole.iter().all(|(_, (key, _))| key.unit == Unit::Count);
    if are_counts && !overlaps && whole.len() > 1 {
        let parts = whole.into_iter().map(|(_, entry)| *entry).collect();
        return vec![Group { name, parts }];
    }
    whole
        .into_iter()
        .map(|(part, entry)| Group {
            name: format!("{name}{BETWEEN}{part}"),
            parts: vec![*entry],
        })
        .collect()
}
