//! What a chart of a presentation says, value by value, whoever wrote it: so that two charts can be told apart
//! in words.

use std::collections::BTreeMap;

use crate::data::Unit;
use crate::export::pptx::xml::Element;

/// The points of a cache by their number.
pub fn points(holder: &Element) -> BTreeMap<usize, String> {
    let caches = ["numCache", "strCache", "numLit", "strLit", "dlblRangeCache"];
    let all = caches
        .iter()
        .flat_map(|cache| holder.all(cache))
        .chain([holder]);
    let found = all.flat_map(Element::elements);
    found
        .filter(|held| held.local() == "pt")
        .filter_map(|point| {
            let index = point.attribute("idx")?.parse().ok()?;
            Some((index, point.find("v")?.whole_text()))
        })
        .collect()
}

/// The name of a series.
pub fn name(series: &Element) -> String {
    let held = series.find("tx").map(points).unwrap_or_default();
    held.into_values().next().unwrap_or_default()
}

/// The series of a chart, in the order in which they stand.
pub fn all_series(root: &Element) -> Vec<&Element> {
    root.at(&["chart", "plotArea"])
        .map(|plot| {
            let groups = plot.elements();
            groups
                .flat_map(Element::elements)
                .filter(|held| held.local() == "ser")
                .collect()
        })
        .unwrap_or_default()
}

/// The words of the labels of a series, by the number of their point.
fn label_words(series: &Element) -> BTreeMap<usize, String> {
    let labels = series.find("dLbls").into_iter().flat_map(Element::elements);
    let written: BTreeMap<usize, String> = labels
        .filter_map(|label| {
            let index = label.find("idx")?.attribute("val")?.parse().ok()?;
            Some((index, label.find("tx")?.whole_text()))
        })
        .collect();
    let out_of_cells = series.find("extLst").map(points).unwrap_or_default();
    written.into_iter().chain(out_of_cells).collect()
}

/// Every value of a chart as it is printed, by the names of its series and its place.
pub fn values(root: &Element, unit: Unit) -> BTreeMap<(String, String), String> {
    let series = all_series(root);
    let printed = |text: &str| match text.parse::<f64>() {
        Ok(value) => unit.format(value),
        Err(_) => text.to_owned(),
    };
    // Where the first series draws the names of rows, they are known by their height.
    let rows: Option<BTreeMap<String, String>> = series.first().and_then(|first| {
        let is_rows = first.find("xVal").is_some() && name(first) == "Row";
        is_rows.then(|| {
            let heights = first.find("yVal").map(points).unwrap_or_default();
            let names = label_words(first);
            heights
                .into_iter()
                .filter_map(|(index, height)| Some((height, names.get(&index)?.clone())))
                .collect()
        })
    });
    let skipped = usize::from(rows.is_some());
    let mut values = BTreeMap::new();
    for series in series.into_iter().skip(skipped) {
        let of = |part: &str| series.find(part).map(points).unwrap_or_default();
        let own = name(series);
        let horizontal = of("xVal");
        if horizontal.is_empty() {
            let categories = of("cat");
            for (index, value) in of("val") {
                let place = categories.get(&index).cloned().unwrap_or_default();
                values.insert((own.clone(), place), printed(&value));
            }
            continue;
        }
        let labels = label_words(series);
        for (index, height) in of("yVal") {
            let Some(across) = horizontal.get(&index) else {
                continue;
            };
            let (place, value) = match &rows {
                Some(rows) => (
                    rows.get(&height).cloned().unwrap_or_default(),
                    printed(across),
                ),
                None => (
                    labels.get(&index).cloned().unwrap_or_default(),
                    printed(&height),
                ),
            };
            values.insert((own.clone(), place), value);
        }
    }
    values
}
