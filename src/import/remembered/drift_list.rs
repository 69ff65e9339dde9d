//! Lists what differs between a workbook and a layout of which its tables are known.

use std::collections::BTreeSet;

use super::drift::{Drift, DriftKind, Part};
use super::keys::{self, dice};
use super::layout::{RememberedColumn, RememberedLayout, RememberedTable};
use super::matching::Matching;
use super::places::Phrase;
use super::seen::{Seen, SeenTable};
use crate::data::SheetIndex;
use crate::import::findings::CellSpan;

/// So many differences of one kind within a table are named one by one.
const MOST_NAMED: usize = 6;

/// What differs, sheet by sheet in the order of the workbook; what is gone comes last.
pub(super) fn list(layout: &RememberedLayout, seen: &Seen<'_>, matching: &Matching) -> Vec<Drift> {
    let mut drift = Vec::new();
    for (new, sheet) in seen.sheets.iter().enumerate() {
        let old = matching.sheets.iter().position(|found| *found == Some(new));
        let known = old.and_then(|old| layout.sheets.get(old));
        let on_sheet = |kind| Drift {
            sheet: sheet.name.to_owned(),
            table: String::new(),
            at: None,
            kind,
        };
        match known {
            None => drift.push(on_sheet(DriftKind::New {
                part: Part::Sheet,
                name: sheet.name.to_owned(),
                more: 0,
            })),
            Some(known) if keys::key(&known.name) != keys::key(sheet.name) => {
                drift.push(on_sheet(DriftKind::Renamed {
                    part: Part::Sheet,
                    from: known.name.clone(),
                    to: sheet.name.to_owned(),
                }));
            }
            Some(_) => {}
        }
        for (at, table) in seen.tables.iter().enumerate() {
            if table.sheet != new {
                continue;
            }
            let pair = matching.pairs.iter().find(|pair| pair.seen == at);
            let before = pair.and_then(|pair| {
                let sheet = layout.sheets.get(pair.sheet)?;
                Some((pair.sheet, sheet, sheet.tables.get(pair.table)?))
            });
            match before {
                Some((index, sheet, before)) => {
                    let other = (Some(index) != old).then_some(sheet.name.as_str());
                    table_drift(before, table, other, &mut drift, seen);
                }
                // The tables of a new sheet are new with it.
                None if known.is_some() => drift.push(within(
                    seen,
                    table,
                    Some(table.span()),
                    DriftKind::New {
                        part: Part::Table,
                        name: table.name(),
                        more: 0,
                    },
                )),
                None => {}
            }
        }
        if let (Some(old), Some(known)) = (old, known) {
            drift.extend(gone_tables(old, &known.tables, matching).map(|name| {
                on_sheet(DriftKind::Gone {
                    part: Part::Table,
                    name,
                    more: 0,
                })
            }));
        }
    }
    for (old, sheet) in layout.sheets.iter().enumerate() {
        if matching.sheets.get(old).copied().flatten().is_some() {
            continue;
        }
        let moved = matching.pairs.iter().any(|pair| pair.sheet == old);
        if moved {
            drift.extend(gone_tables(old, &sheet.tables, matching).map(|name| Drift {
                sheet: sheet.name.clone(),
                table: String::new(),
                at: None,
                kind: DriftKind::Gone {
                    part: Part::Table,
                    name,
                    more: 0,
                },
            }));
        }
        drift.push(Drift {
            sheet: sheet.name.clone(),
            table: String::new(),
            at: None,
            kind: DriftKind::Gone {
                part: Part::Sheet,
                name: sheet.name.clone(),
                more: 0,
            },
        });
    }
    drift
}

/// The names of the tables of a remembered sheet that are not known again.
fn gone_tables<'l>(
    sheet: usize,
    tables: &'l [RememberedTable],
    matching: &'l Matching,
) -> impl Iterator<Item = String> + 'l {
    tables
        .iter()
        .enumerate()
        .filter(move |(index, table)| {
            !table.marked_out && matching.seen_of(sheet, *index).is_none()
        })
        .map(|(_, table)| name_of(table))
}

/// What a table is called: its title, or its first heading.
pub(super) fn name_of(table: &RememberedTable) -> String {
    if !table.title.is_empty() {
        return table.title.clone();
    }
    table
        .columns
        .iter()
        .map(|column| column.heading.clone())
        .find(|heading| !heading.is_empty())
        .unwrap_or_default()
}

impl SeenTable<'_> {
    pub(super) fn name(&self) -> String {
        name_of(&self.table)
    }

    fn sheet_index(&self) -> SheetIndex {
        SheetIndex(u16::try_from(self.sheet).unwrap_or(u16::MAX))
    }

    fn first_row(&self) -> u32 {
        let heading = self.layout.headings.first().copied();
        heading.unwrap_or(self.layout.top)
    }

    /// Its cells, headings and body.
    pub(super) fn span(&self) -> CellSpan {
        CellSpan::new(
            self.sheet_index(),
            self.first_row(),
            self.layout.left,
            self.layout.bottom.saturating_sub(1),
            self.layout.right.saturating_sub(1),
        )
    }

    /// The cells of one of its columns.
    fn column_span(&self, column: u32) -> CellSpan {
        CellSpan::new(
            self.sheet_index(),
            self.first_row(),
            column,
            self.layout.bottom.saturating_sub(1),
            column,
        )
    }

    /// The cells of one of its rows.
    fn row_span(&self, row: u32) -> CellSpan {
        CellSpan::new(
            self.sheet_index(),
            row,
            self.layout.left,
            row,
            self.layout.right.saturating_sub(1),
        )
    }
}

/// A difference within a table.
pub(super) fn within(
    seen: &Seen<'_>,
    table: &SeenTable<'_>,
    at: Option<CellSpan>,
    kind: DriftKind,
) -> Drift {
    Drift {
        sheet: seen
            .sheets
            .get(table.sheet)
            .map(|sheet| sheet.name.to_owned())
            .unwrap_or_default(),
        table: table.table.title.clone(),
        at,
        kind,
    }
}

fn table_drift(
    before: &RememberedTable,
    table: &SeenTable<'_>,
    other_sheet: Option<&str>,
    drift: &mut Vec<Drift>,
    seen: &Seen<'_>,
) {
    if let Some(from) = other_sheet {
        drift.push(within(
            seen,
            table,
            Some(table.span()),
            DriftKind::Moved {
                part: Part::Table,
                name: table.name(),
                from: Some(from.to_owned()),
                more: 0,
            },
        ));
    }
    if keys::title_words(&before.title) != table.keys.title {
        drift.push(within(
            seen,
            table,
            Some(table.span()),
            DriftKind::Renamed {
                part: Part::Table,
                from: before.title.clone(),
                to: table.table.title.clone(),
            },
        ));
    }
    column_drift(before, table, drift, seen);
    if !before.has_more_rows && !table.table.has_more_rows {
        let old: Vec<Phrase> = before
            .rows
            .iter()
            .map(|row| Phrase::new(0, row.clone()))
            .collect();
        let differences = Differences::between(&old, &table.labels);
        differences.tell(Part::Row, table, drift, seen);
    }
}

fn column_drift(
    before: &RememberedTable,
    table: &SeenTable<'_>,
    drift: &mut Vec<Drift>,
    seen: &Seen<'_>,
) {
    let old: Vec<Phrase> = distinct(before.columns.iter().map(|column| (0, &column.heading)));
    let new: Vec<Phrase> = distinct(table.columns.iter().map(|column| (column.at, &column.text)));
    let mut differences = Differences::between(&old, &new);
    for (from, to) in differences.take_renamed(before, table, &old, &new) {
        drift.push(within(
            seen,
            table,
            Some(table.column_span(to.at)),
            DriftKind::Renamed {
                part: Part::Column,
                from: from.text,
                to: to.text,
            },
        ));
    }
    differences.tell(Part::Column, table, drift, seen);
}

/// Headings, those that differ by periods alone once.
fn distinct<'t>(headings: impl Iterator<Item = (u32, &'t String)>) -> Vec<Phrase> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    headings
        .map(|(at, heading)| Phrase::new(at, heading.clone()))
        .filter(|text| !text.key.is_empty() && known.insert(text.key.clone()))
        .collect()
}

/// What differs between two lists of headings or labels.
struct Differences {
    new: Vec<Phrase>,
    gone: Vec<Phrase>,
    moved: Vec<Phrase>,
}

impl Differences {
    fn between(old: &[Phrase], new: &[Phrase]) -> Self {
        let lacks = |list: &[Phrase], text: &Phrase| list.iter().all(|other| other.key != text.key);
        let places: Vec<(usize, &Phrase)> = old
            .iter()
            .filter_map(|text| {
                let at = new.iter().position(|other| other.key == text.key)?;
                Some((at, new.get(at)?))
            })
            .collect();
        // Periods stay where they are, and what stands on their other side has moved.
        let order: Vec<(usize, usize)> = places
            .iter()
            .map(|(at, text)| (*at, 2 + usize::from(keys::is_only_period(&text.key))))
            .collect();
        let kept = heaviest_rising(&order);
        Self {
            // A heading of periods is no column that somebody has to know.
            new: of_words(new.iter().filter(|text| lacks(old, text))),
            gone: of_words(old.iter().filter(|text| lacks(new, text))),
            moved: of_words(
                places
                    .iter()
                    .filter(|(at, _)| !kept.contains(at))
                    .map(|(_, text)| *text),
            ),
        }
    }

    /// Takes out what has another name in the same place: the same role, after the same neighbour, and a
    /// word in common.
    fn take_renamed(
        &mut self,
        before: &RememberedTable,
        table: &SeenTable<'_>,
        old: &[Phrase],
        new: &[Phrase],
    ) -> Vec<(Phrase, Phrase)> {
        let neighbour = |list: &[Phrase], key: &str| -> Option<String> {
            let at = list.iter().position(|text| text.key == key)?;
            Some(match at.checked_sub(1) {
                Some(previous) => list.get(previous)?.key.clone(),
                None => String::new(),
            })
        };
        let role = |columns: &[RememberedColumn], key: &str| -> Option<String> {
            let column = columns
                .iter()
                .find(|column| keys::key(&column.heading) == key)?;
            Some(column.role.clone())
        };
        let mut renamed = Vec::new();
        for gone in std::mem::take(&mut self.gone) {
            let at = self.new.iter().position(|new_one| {
                neighbour(old, &gone.key) == neighbour(new, &new_one.key)
                    && role(&before.columns, &gone.key) == role(&table.table.columns, &new_one.key)
                    && dice(
                        &keys::title_words(&gone.text),
                        &keys::title_words(&new_one.text),
                    )
                    .is_some_and(|likeness| likeness > 0.0)
            });
            match at {
                Some(at) => renamed.push((gone, self.new.remove(at))),
                None => self.gone.push(gone),
            }
        }
        renamed
    }

    fn tell(self, part: Part, table: &SeenTable<'_>, drift: &mut Vec<Drift>, seen: &Seen<'_>) {
        let span = |text: &Phrase| match part {
            Part::Row => table.row_span(text.at),
            _ => table.column_span(text.at),
        };
        let mut push = |at, kind| drift.push(within(seen, table, at, kind));
        for (text, more) in gathered(&self.moved) {
            let name = text.text.clone();
            push(
                Some(span(text)),
                DriftKind::Moved {
                    part,
                    name,
                    from: None,
                    more,
                },
            );
        }
        for (text, more) in gathered(&self.new) {
            let name = text.text.clone();
            push(Some(span(text)), DriftKind::New { part, name, more });
        }
        for (text, more) in gathered(&self.gone) {
            let name = text.text.clone();
            push(None, DriftKind::Gone { part, name, more });
        }
    }
}

fn of_words<'t>(texts: impl Iterator<Item = &'t Phrase>) -> Vec<Phrase> {
    texts
        .filter(|text| !keys::is_only_period(&text.key))
        .cloned()
        .collect()
}

/// Each by itself, or the first with how many more there are.
fn gathered(texts: &[Phrase]) -> Vec<(&Phrase, usize)> {
    if texts.len() <= MOST_NAMED {
        return texts.iter().map(|text| (text, 0)).collect();
    }
    let first = texts.first().map(|text| (text, texts.len() - 1));
    first.into_iter().collect()
}

/// The heaviest part of a sequence that rises, of places with their weights: what has kept its order.
fn heaviest_rising(order: &[(usize, usize)]) -> Vec<usize> {
    let mut best: Vec<(usize, Vec<usize>)> = Vec::with_capacity(order.len());
    for (index, (at, weight)) in order.iter().enumerate() {
        let (before, mut rising) = best
            .iter()
            .zip(order)
            .take(index)
            .filter(|(_, (before, _))| before < at)
            .map(|(rising, _)| rising)
            .max_by_key(|(weight, _)| *weight)
            .cloned()
            .unwrap_or_default();
        rising.push(*at);
        best.push((before + weight, rising));
    }
    best.into_iter()
        .max_by_key(|(weight, _)| *weight)
        .map(|(_, rising)| rising)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kept_its_order_has_not_moved() {
        let alike = |order: &[usize]| order.iter().map(|at| (*at, 2)).collect::<Vec<_>>();
        assert_eq!(heaviest_rising(&alike(&[0, 2, 3, 1, 4])), [0, 2, 3, 4]);
        assert_eq!(heaviest_rising(&[(1, 3), (0, 2)]), [1]);
        assert_eq!(heaviest_rising(&[(1, 2), (0, 3)]), [0]);
        assert!(heaviest_rising(&[]).is_empty());
    }
}
