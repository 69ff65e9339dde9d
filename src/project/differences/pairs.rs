//! Two lists beside each other: what stands in both, what was added, what is gone.

/// An entry of two lists.
pub(super) enum Pair<'a, T> {
    /// It stands in the later one alone.
    Added(&'a T),
    /// It stands in the earlier one alone.
    Gone(&'a T),
    /// It stands in both: the earlier one first.
    Both(&'a T, &'a T),
}

/// Two lists beside each other in the order of the later one, then what is gone. Each entry has at most one partner.
pub(super) fn pairs<'a, T>(
    before: &'a [T],
    after: &'a [T],
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<Pair<'a, T>> {
    let mut left: Vec<&T> = before.iter().collect();
    let mut paired: Vec<Pair<'a, T>> = after
        .iter()
        .map(|now| {
            let place = left.iter().position(|was| is_same(was, now));
            place.map_or(Pair::Added(now), |at| Pair::Both(left.remove(at), now))
        })
        .collect();
    paired.extend(left.into_iter().map(Pair::Gone));
    paired
}

/// Whether what stands in both lists stands in another order in the later one. Each entry has at most one partner.
pub(super) fn is_reordered<T>(before: &[T], after: &[T], is_same: impl Fn(&T, &T) -> bool) -> bool {
    let mut left: Vec<(usize, &T)> = before.iter().enumerate().collect();
    let places = after.iter().filter_map(|now| {
        let at = left.iter().position(|(_, was)| is_same(was, now))?;
        Some(left.remove(at).0)
    });
    !places.is_sorted()
}

/// Names of parts as a list in a sentence: "title, notes and chart".
pub(super) fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The parts of which something is true, in their order.
pub(super) fn those<'a>(parts: &[(&'a str, bool)]) -> Vec<&'a str> {
    let changed = parts.iter().filter(|(_, is_changed)| *is_changed);
    changed.map(|(part, _)| *part).collect()
}
