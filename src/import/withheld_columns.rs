//! Columns of values that are all withheld, in tables that have no figures to tell them by.

use super::columns::Stats;
use super::labels::numeric_label;
use super::regions::Region;
use super::shorthand;
use super::view::View;
use super::vocabulary;

/// Marks the columns of a table without figures that hold nothing but shorthand as columns of values.
pub(super) fn add(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    own_headings: &[String],
    value_like: &mut [bool],
) {
    if has_figures(stats, own_headings, value_like) {
        return;
    }
    for ((is_value, stats), heading) in value_like.iter_mut().zip(stats).zip(own_headings) {
        *is_value |= !heading.is_empty() && is_withheld(view, region, stats);
    }
}

/// Whether any column holds figures that are no bases, years or running numbers.
fn has_figures(stats: &[Stats], own_headings: &[String], value_like: &[bool]) -> bool {
    let values = value_like.iter().filter(|value| **value).count();
    let columns = own_headings.iter().zip(value_like).enumerate();
    columns
        .filter(|(_, (_, is_value))| **is_value)
        .any(|(index, (heading, _))| {
            vocabulary::special(heading).is_none()
                && numeric_label(stats, index, heading, values).is_none()
        })
}

/// Whether a column holds nothing but shorthand, and more of it than dashes, which stand among words, too.
fn is_withheld(view: &View<'_>, region: &Region, stats: &Stats) -> bool {
    let mut rows = region.top..region.bottom;
    stats.shorthand > 0
        && stats.shorthand == stats.filled
        && rows.any(|row| {
            let text = view.grid.text(row, stats.column);
            text.is_some_and(|text| !shorthand::is_dash(text))
        })
}
