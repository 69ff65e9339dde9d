//! Other numbers in a chart that somebody may have restyled: series by series, in their colours, with points
//! and labels where they belong now.

use std::collections::BTreeMap;

use super::reading::{all_series, name, points};
use crate::chart::contents::NativeKind;
use crate::export::pptx::chart::{Drawn, ORDER, row_names, series};
use crate::export::pptx::xml::{Child, Element};

/// Why a chart was left as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It was made into a chart of another kind, whose numbers stand otherwise.
    OtherKind,
}

/// Puts the numbers of a chart into one that is there.
///
/// # Errors
/// Where that is a chart of a kind whose numbers stand otherwise; it is then as it was.
pub fn replace(root: &mut Element, drawn: &Drawn<'_>) -> Result<(), Left> {
    let wants_dots = matches!(
        drawn.native.kind,
        NativeKind::DotsInRows | NativeKind::Scatter
    );
    let old: Vec<Element> = all_series(root).into_iter().cloned().collect();
    let fits = |series: &Element| series.find("xVal").is_some() == wants_dots;
    if old.is_empty() || !old.iter().all(fits) {
        return Err(Left::OtherKind);
    }
    let rows = row_names(drawn);
    let fresh = (0..drawn.native.series.len()).filter_map(|place| series(drawn, place));
    let fresh: Vec<Element> = rows.into_iter().chain(fresh).collect();

    let fresh_names: Vec<String> = fresh.iter().map(name).collect();
    let mut free: Vec<Option<&Element>> = old.iter().map(Some).collect();
    let mut models: Vec<Option<&Element>> = fresh_names
        .iter()
        .map(|wanted| {
            let held = free
                .iter_mut()
                .find(|held| held.is_some_and(|held| name(held) == *wanted))?;
            held.take()
        })
        .collect();
    // A series of another name in the same place is the same one renamed.
    for (place, model) in models.iter_mut().enumerate() {
        if model.is_none()
            && let Some(held) = free.get_mut(place)
        {
            *model = held.take();
        }
    }
    let merged: Vec<Element> = fresh
        .iter()
        .zip(models)
        .zip(0..)
        .map(|((fresh, model), number)| {
            let mut element = match model {
                Some(old) => merged(old, fresh, drawn),
                None => fresh.clone(),
            };
            number_as(&mut element, number);
            element
        })
        .collect();
    put_series(root, merged);
    axes(root, drawn);
    Ok(())
}

fn number_as(series: &mut Element, number: usize) {
    for local in ["idx", "order"] {
        if let Some(element) = series.find_mut(local) {
            element.set("val", number);
        }
    }
}

/// Puts series in the place of those that are there; all into the first group that has some.
fn put_series(root: &mut Element, series: Vec<Element>) {
    let Some(plot) = root.at_mut(&["chart", "plotArea"]) else {
        return;
    };
    let mut left = Some(series);
    for group in plot.elements_mut() {
        let is_series =
            |child: &Child| matches!(child, Child::Element(held) if held.local() == "ser");
        let Some(first) = group.children.iter().position(is_series) else {
            continue;
        };
        group.children.retain(|child| !is_series(child));
        if let Some(series) = left.take() {
            let all = series.into_iter().map(Child::Element);
            group.children.splice(first..first, all);
        }
    }
}

/// A series with its looks as they are and its numbers as they are to be.
fn merged(old: &Element, fresh: &Element, drawn: &Drawn<'_>) -> Element {
    let mut new = old.clone();
    for local in ["tx", "cat", "val", "xVal", "yVal"] {
        if let Some(element) = fresh.find(local) {
            new.put(element.clone(), &ORDER);
        }
    }
    merge_intervals(&mut new, fresh);
    let moved = moved(old, fresh);
    merge_points(&mut new, fresh, &moved, drawn);
    merge_labels(&mut new, old, fresh, &moved);
    // The cells of labels.
    new.remove("extLst");
    if let Some(cells) = fresh.find("extLst") {
        new.children.push(Child::Element(cells.clone()));
    }
    new
}

/// Intervals keep their look. Where somebody took them away, they stay away; where there are none any more,
/// the old ones go, since they would be wrong.
fn merge_intervals(new: &mut Element, fresh: &Element) {
    let Some(wanted) = fresh.find("errBars") else {
        new.remove("errBars");
        return;
    };
    if let Some(held) = new.find_mut("errBars") {
        let look = held.find("spPr").cloned();
        let caps = held.find("noEndCap").cloned();
        *held = wanted.clone();
        let order = [
            "errDir",
            "errBarType",
            "errValType",
            "noEndCap",
            "plus",
            "minus",
            "val",
            "spPr",
        ];
        for kept in look.into_iter().chain(caps) {
            held.put(kept, &order);
        }
    }
}

/// Where the old points of a series are now, by the names of their categories.
fn moved(old: &Element, fresh: &Element) -> BTreeMap<usize, usize> {
    let before = old.find("cat").map(points).unwrap_or_default();
    let now = fresh.find("cat").map(points).unwrap_or_default();
    before
        .into_iter()
        .filter_map(|(index, name)| {
            let found = now.iter().find(|(_, held)| **held == name)?;
            Some((index, *found.0))
        })
        .collect()
}

fn index_of(element: &Element) -> Option<usize> {
    element.find("idx")?.attribute("val")?.parse().ok()
}

fn with_index(element: &Element, index: usize) -> Element {
    let mut element = element.clone();
    if let Some(held) = element.find_mut("idx") {
        held.set("val", index);
    }
    element
}

/// The colour of a series as it is now.
fn own_colour(series: &Element) -> Option<&Element> {
    let candidates = [
        series.at(&["spPr", "ln", "solidFill"]),
        series.at(&["marker", "spPr", "solidFill"]),
        series.at(&["spPr", "solidFill"]),
    ];
    let found = candidates.into_iter().flatten().next()?;
    found.elements().next()
}

fn replace_element(tree: &mut Element, from: &Element, to: &Element) {
    for element in tree.elements_mut() {
        if element == from {
            *element = to.clone();
        } else {
            replace_element(element, from, to);
        }
    }
}

/// Points marked as the data have it now, in the colours that the series has now; points that somebody gave a
/// colour of their own keep it.
fn merge_points(
    new: &mut Element,
    fresh: &Element,
    moved: &BTreeMap<usize, usize>,
    drawn: &Drawn<'_>,
) {
    let own = own_colour(new).cloned();
    let stroke = new.at(&["spPr", "ln"]).cloned();
    let usual = own_colour(fresh).cloned();
    let ground = crate::export::pptx::drawing::colour(drawn.look, drawn.look.ground);
    let is_own_look = |point: &Element| {
        let fills = point.all("solidFill");
        let colours = fills.iter().flat_map(|fill| fill.elements());
        let mut colours = colours.filter(|colour| **colour != ground);
        !colours.all(|colour| Some(colour) == own.as_ref() || Some(colour) == usual.as_ref())
    };
    let held = new.elements().filter(|held| held.local() == "dPt");
    let mut all: BTreeMap<usize, Element> = held
        .filter(|point| is_own_look(point))
        .filter_map(|point| {
            let index = moved.get(&index_of(point)?)?;
            Some((*index, with_index(point, *index)))
        })
        .collect();
    for point in fresh.elements().filter(|held| held.local() == "dPt") {
        let mut point = point.clone();
        if let (Some(usual), Some(own)) = (&usual, &own) {
            replace_element(&mut point, usual, own);
        }
        let is_parted = point.at(&["spPr", "ln", "noFill"]).is_some();
        if drawn.native.kind == NativeKind::Lines
            && !is_parted
            && let (Some(held), Some(stroke)) = (point.at_mut(&["spPr", "ln"]), &stroke)
        {
            *held = stroke.clone();
        }
        if let Some(index) = index_of(&point) {
            all.entry(index).or_insert(point);
        }
    }
    new.remove("dPt");
    for point in all.into_values().rev() {
        // Each goes before those put there already: after what comes before points.
        let before = ORDER.split(|name| *name == "dPt").next().unwrap_or(&ORDER);
        let place = new.children.iter().rposition(
            |child| matches!(child, Child::Element(held) if before.contains(&held.local())),
        );
        let place = place.map_or(0, |place| place + 1);
        new.children.insert(place, Child::Element(point));
    }
}

/// Labels where they belong now, each in the format of the one that was there or of the last. A series without
/// labels stays without.
fn merge_labels(new: &mut Element, old: &Element, fresh: &Element, moved: &BTreeMap<usize, usize>) {
    let Some(held) = old.find("dLbls") else {
        return;
    };
    if held.find("delete").is_some() {
        return;
    }
    let of = |labels: &Element| -> BTreeMap<usize, Element> {
        let all = labels.elements().filter(|held| held.local() == "dLbl");
        all.filter_map(|label| Some((index_of(label)?, label.clone())))
            .collect()
    };
    let before = of(held);
    let wanted = fresh.find("dLbls").map(of).unwrap_or_default();
    let has_categories = old.find("cat").is_some();
    let old_last = old
        .find("val")
        .map(points)
        .and_then(|held| held.into_keys().next_back());
    let model = before.values().next_back();
    // Labels that somebody added stay with their values; those at the end of a line are this program's.
    let mut all: BTreeMap<usize, Element> = BTreeMap::new();
    if has_categories {
        for (index, label) in &before {
            if Some(*index) != old_last
                && let Some(index) = moved.get(index)
            {
                all.insert(*index, with_index(label, *index));
            }
        }
    }
    for (index, label) in wanted {
        let same = if has_categories {
            moved
                .iter()
                .find(|(_, now)| **now == index)
                .and_then(|(was, _)| before.get(was))
        } else {
            before.get(&index)
        };
        let label = match same.or(model) {
            Some(format) => formatted(label, format),
            None => label,
        };
        all.insert(index, label);
    }
    let mut labels = held.clone();
    labels.remove("dLbl");
    labels.remove("extLst");
    let all = all.into_values().map(Child::Element);
    labels.children.splice(0..0, all);
    if let Some(cells) = fresh.at(&["dLbls", "extLst"]) {
        labels.children.push(Child::Element(cells.clone()));
    }
    new.put(labels, &ORDER);
}

/// A label in the format of another one.
fn formatted(mut label: Element, format: &Element) -> Element {
    let order = ["idx", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos"];
    for local in ["spPr", "txPr", "dLblPos"] {
        if let Some(held) = format.find(local) {
            label.put(held.clone(), &order);
        }
    }
    let words = ["tx", "rich", "p", "fld", "rPr"];
    if let (Some(held), Some(properties)) = (format.at(&words), label.at_mut(&words)) {
        *properties = held.clone();
    }
    label
}

/// Axes keep their bounds as long as everything fits them.
fn axes(root: &mut Element, drawn: &Drawn<'_>) {
    let native = drawn.native;
    let Some(plot) = root.at_mut(&["chart", "plotArea"]) else {
        return;
    };
    let reach = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let values = native.series.iter().flat_map(|series| {
        let ends = series.intervals.iter().flatten();
        let ends = ends.flat_map(|(lower, upper)| [*lower, *upper]);
        series.values.iter().flatten().copied().chain(ends)
    });
    let values = reach(&mut values.collect::<Vec<_>>().into_iter());
    let mut across = native
        .series
        .iter()
        .flat_map(|series| series.across.clone());
    let across = reach(&mut across);
    let mut place = 0;
    for axis in plot.elements_mut() {
        if axis.local() == "catAx"
            && let Some(skip) = axis.find_mut("tickLblSkip")
        {
            skip.set("val", drawn.room.skip);
        }
        if axis.local() != "valAx" {
            continue;
        }
        let rows = u32::try_from(native.categories.len()).unwrap_or(u32::MAX);
        let of_rows = (0.5, f64::from(rows) + 0.5);
        // The bounds of the numbers, and what has to fit them.
        let (bounds, reach, is_exact) = match (native.kind, place) {
            (NativeKind::DotsInRows, 1) => (of_rows, of_rows, true),
            (NativeKind::Scatter, 0) => {
                let bounds = native.across.as_ref().map_or(across, |axis| axis.bounds);
                (bounds, across, false)
            }
            (NativeKind::StackedBars, _) => ((0.0, 1.0), (0.0, 1.0), false),
            _ => (native.values.bounds, values, false),
        };
        place += 1;
        let Some(scaling) = axis.find_mut("scaling") else {
            continue;
        };
        let held = |local: &str, scaling: &Element| {
            scaling
                .find(local)
                .and_then(|held| held.attribute("val")?.parse::<f64>().ok())
        };
        let too_low = held("min", scaling).is_some_and(|held| held > reach.0 || is_exact);
        let too_high = held("max", scaling).is_some_and(|held| held < reach.1 || is_exact);
        let ends = [("min", too_low, bounds.0), ("max", too_high, bounds.1)];
        for (local, is_short, bound) in ends {
            if let Some(element) = scaling.find_mut(local)
                && is_short
            {
                element.set("val", bound);
            }
        }
    }
}
