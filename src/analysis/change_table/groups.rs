//! Offences under their groups: "Burglary › Domestic burglary" after "Burglary", by its own name alone.

use super::answer::ChangeRow;
use crate::base::text::fold;

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
