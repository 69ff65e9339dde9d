//! A series of a chart: what it refers to, how it looks, its intervals and its marked points.

use super::labels::{labels, row_labels};
use super::number_format::number_format;
use super::{Drawn, c, switch};
use crate::chart::colour::Rgba;
use crate::chart::contents::{NativeChart, NativeKind, NativeMark, NativeSeries};
use crate::data::Unit;
use crate::export::pptx::drawing::{fill, line, no_line};
use crate::export::pptx::workbook::{Cell, SeriesColumns, Sheet, heading, held_places};
use crate::export::pptx::xml::Element;

/// The order in which the parts of a series stand, of every kind of chart.
pub const ORDER: [&str; 17] = [
    "idx",
    "order",
    "tx",
    "spPr",
    "invertIfNegative",
    "pictureOptions",
    "marker",
    "explosion",
    "dPt",
    "dLbls",
    "trendline",
    "errBars",
    "cat",
    "val",
    "xVal",
    "yVal",
    "smooth",
];

/// The opacity of intervals along lines, which stand close together.
const QUIET: u8 = 130;

/// A series by its place among those of the chart.
pub fn series(drawn: &Drawn<'_>, place: usize) -> Option<Element> {
    let held = drawn.native.series.get(place)?;
    let columns = drawn.sheet.series.get(place)?;
    let number = place + usize::from(drawn.sheet.rows.is_some());
    let kind = drawn.native.kind;
    let mut parts = vec![
        c("idx").val(number),
        c("order").val(number),
        c("tx").holding([text_reference(
            &heading(columns.named),
            &[Cell::Words(held.name.clone())],
        )]),
        look(drawn, held),
    ];
    match kind {
        NativeKind::Lines => parts.push(no_marker()),
        NativeKind::Scatter | NativeKind::DotsInRows => {
            parts.push(marker(drawn, held, NativeMark::Filled));
        }
        NativeKind::Columns | NativeKind::Bars | NativeKind::StackedBars => {
            parts.push(switch("invertIfNegative", false));
        }
    }
    let places = held_places(drawn.native, held);
    let points = places.iter().enumerate();
    parts.extend(points.filter_map(|(index, place)| point(drawn, held, index, *place)));
    parts.extend(labels(drawn, place));
    parts.extend(interval_bars(drawn, held, columns));
    parts.extend(values(drawn, columns));
    if matches!(
        kind,
        NativeKind::Lines | NativeKind::Scatter | NativeKind::DotsInRows
    ) {
        parts.push(switch("smooth", false));
    }
    parts.extend(
        columns.labels.map(|column| {
            c("extLst").holding([super::labels::cells_extension(drawn.sheet, column)])
        }),
    );
    Some(c("ser").holding(parts))
}

/// What a series refers to.
pub fn values(drawn: &Drawn<'_>, columns: &SeriesColumns) -> Vec<Element> {
    let sheet = drawn.sheet;
    let unit = drawn.native.values.unit;
    let across = drawn.native.across.as_ref().map_or(unit, |axis| axis.unit);
    if let Some(horizontal) = columns.across {
        let vertical = if drawn.native.kind == NativeKind::DotsInRows {
            Unit::Count
        } else {
            unit
        };
        return vec![
            c("xVal").holding([numbers(sheet, horizontal, across)]),
            c("yVal").holding([numbers(sheet, columns.values, vertical)]),
        ];
    }
    let categories = columns.categories.map(|column| {
        c("cat").holding([text_reference(&sheet.range(column), cells(sheet, column))])
    });
    let values = c("val").holding([numbers(sheet, columns.values, unit)]);
    categories.into_iter().chain([values]).collect()
}

fn cells(sheet: &Sheet, column: usize) -> &[Cell] {
    sheet
        .columns
        .get(column)
        .map_or(&[], |column| column.cells.as_slice())
}

fn numbers(sheet: &Sheet, column: usize, unit: Unit) -> Element {
    reference(
        &sheet.range(column),
        cells(sheet, column),
        &number_format(unit, unit.decimals()),
    )
}

/// A reference to cells of numbers, with what they hold.
pub fn reference(range: &str, cells: &[Cell], format: &str) -> Element {
    let points = cells.iter().enumerate().filter_map(|(index, cell)| {
        let text = match cell {
            Cell::Number(number) => number.to_string(),
            Cell::Empty | Cell::Words(_) => return None,
        };
        Some(cached(index, &text))
    });
    c("numRef").holding([
        c("f").text(range),
        c("numCache")
            .holding([c("formatCode").text(format), c("ptCount").val(cells.len())])
            .holding(points),
    ])
}

/// A reference to cells of words, with what they hold.
pub fn text_reference(range: &str, cells: &[Cell]) -> Element {
    c("strRef").holding([c("f").text(range), text_cache("strCache", cells)])
}

/// The words of cells.
pub fn text_cache(name: &str, cells: &[Cell]) -> Element {
    let points = cells
        .iter()
        .enumerate()
        .filter_map(|(index, cell)| match cell {
            Cell::Words(words) => Some(cached(index, words)),
            _ => None,
        });
    c(name)
        .holding([c("ptCount").val(cells.len())])
        .holding(points)
}

fn cached(index: usize, text: &str) -> Element {
    c("pt").with("idx", index).holding([c("v").text(text)])
}

/// How a series looks.
fn look(drawn: &Drawn<'_>, series: &NativeSeries) -> Element {
    let look = drawn.look;
    match drawn.native.kind {
        NativeKind::Lines => {
            c("spPr").holding([line(look, series.colour, series.width_pt, series.dash)])
        }
        NativeKind::Scatter | NativeKind::DotsInRows => c("spPr").holding([no_line()]),
        NativeKind::Columns | NativeKind::Bars => c("spPr").holding([fill(look, series.colour)]),
        NativeKind::StackedBars => c("spPr").holding([
            fill(look, series.colour),
            line(look, look.ground, 0.75, crate::chart::theme::Dash::Solid),
        ]),
    }
}

fn no_marker() -> Element {
    c("marker").holding([c("symbol").val("none")])
}

/// The size of dots, in points.
fn dot_size(drawn: &Drawn<'_>, series: &NativeSeries) -> u8 {
    match drawn.native.kind {
        NativeKind::Lines if series.width_pt > 2.2 => 8,
        NativeKind::Lines => 6,
        _ => 9,
    }
}

fn marker(drawn: &Drawn<'_>, series: &NativeSeries, mark: NativeMark) -> Element {
    if mark == NativeMark::None {
        return no_marker();
    }
    let look = drawn.look;
    let inside = if mark == NativeMark::Hollow {
        hollow_fill(look.ground, drawn)
    } else {
        fill(look, series.colour)
    };
    let edge = line(look, series.colour, 1.5, crate::chart::theme::Dash::Solid);
    c("marker").holding([
        c("symbol").val("circle"),
        c("size").val(dot_size(drawn, series)),
        c("spPr").holding([inside, edge]),
    ])
}

/// What a hollow dot is filled with: the ground, so that no line is seen through it.
pub fn hollow_fill(ground: Rgba, drawn: &Drawn<'_>) -> Element {
    fill(drawn.look, ground)
}

/// How a value of a series is marked.
pub fn mark(drawn: &Drawn<'_>, series: &NativeSeries, place: usize) -> NativeMark {
    let is_line = drawn.native.kind == NativeKind::Lines;
    let usual = if is_line {
        NativeMark::None
    } else {
        NativeMark::Filled
    };
    let held = series.marks.get(place).copied().unwrap_or(usual);
    let has = |place: Option<usize>| {
        place.is_some_and(|place| matches!(series.values.get(place), Some(Some(_))))
    };
    // A value to which no line leads would not be seen at all.
    if is_line && held == NativeMark::None && has(Some(place)) {
        let next = if spans(drawn.native) {
            (place + 1..series.values.len()).find(|next| has(Some(*next)))
        } else {
            Some(place + 1).filter(|next| has(Some(*next)))
        };
        let before = spans(drawn.native) || has(place.checked_sub(1));
        let is_reached = before && is_joined(series, place);
        if !is_reached && !next.is_some_and(|next| is_joined(series, next)) {
            return NativeMark::Filled;
        }
    }
    held
}

/// Whether a line joins a value to the one before it.
fn is_joined(series: &NativeSeries, place: usize) -> bool {
    match series.joined.get(place) {
        Some(joined) => *joined,
        None => place
            .checked_sub(1)
            .is_some_and(|before| matches!(series.values.get(before), Some(Some(_)))),
    }
}

/// Whether lines run on over places without a value: where some have values more rarely than others, and none
/// lacks a value that interrupts it.
pub fn spans(native: &NativeChart) -> bool {
    if native.kind != NativeKind::Lines {
        return false;
    }
    let mut some_run_on = false;
    for series in &native.series {
        let held = (0..series.values.len())
            .filter(|place| matches!(series.values.get(*place), Some(Some(_))));
        let held: Vec<usize> = held.collect();
        for (before, place) in held.iter().zip(held.iter().skip(1)) {
            if before + 1 < *place {
                if !is_joined(series, *place) {
                    return false;
                }
                some_run_on = true;
            }
        }
    }
    some_run_on
}

/// A point that differs from the others of its series: marked, or not joined to the one before.
pub fn point(
    drawn: &Drawn<'_>,
    series: &NativeSeries,
    index: usize,
    place: usize,
) -> Option<Element> {
    series.values.get(place).copied().flatten()?;
    let mark = mark(drawn, series, place);
    let look = drawn.look;
    let element = c("dPt").holding([c("idx").val(index)]);
    match drawn.native.kind {
        NativeKind::Lines => {
            let is_after_value = place
                .checked_sub(1)
                .is_some_and(|before| matches!(series.values.get(before), Some(Some(_))));
            let is_parted = is_after_value && !is_joined(series, place);
            if mark == NativeMark::None && !is_parted {
                return None;
            }
            let stroke = if is_parted {
                no_line()
            } else {
                line(look, series.colour, series.width_pt, series.dash)
            };
            Some(element.holding([
                marker(drawn, series, mark),
                switch("bubble3D", false),
                c("spPr").holding([stroke]),
            ]))
        }
        NativeKind::Scatter | NativeKind::DotsInRows => (mark == NativeMark::Hollow)
            .then(|| element.holding([marker(drawn, series, mark), switch("bubble3D", false)])),
        NativeKind::Columns | NativeKind::Bars | NativeKind::StackedBars => {
            (mark == NativeMark::Hollow).then(|| {
                let edge = line(look, series.colour, 1.5, crate::chart::theme::Dash::Solid);
                element.holding([
                    switch("invertIfNegative", false),
                    switch("bubble3D", false),
                    c("spPr").holding([hollow_fill(look.ground, drawn), edge]),
                ])
            })
        }
    }
}

/// The intervals of a series as bars at its values.
pub fn interval_bars(
    drawn: &Drawn<'_>,
    series: &NativeSeries,
    columns: &SeriesColumns,
) -> Option<Element> {
    let (above, below) = columns.interval?;
    let sheet = drawn.sheet;
    let kind = drawn.native.kind;
    // Bars have one direction alone, which is not said.
    let direction = match kind {
        NativeKind::Lines | NativeKind::Scatter => Some("y"),
        NativeKind::DotsInRows => Some("x"),
        _ => None,
    };
    let unit = match drawn.native.values.unit {
        // A distance has no sign.
        Unit::PercentagePoints | Unit::PercentChange => Unit::Percent,
        unit => unit,
    };
    let colour = match kind {
        NativeKind::Lines => series.colour.with_alpha(QUIET),
        NativeKind::Scatter | NativeKind::DotsInRows => series.colour,
        _ => drawn.look.ink,
    };
    let solid = crate::chart::theme::Dash::Solid;
    Some(
        c("errBars")
            .holding(direction.map(|direction| c("errDir").val(direction)))
            .holding([
                c("errBarType").val("both"),
                c("errValType").val("cust"),
                switch("noEndCap", kind != NativeKind::Columns),
                c("plus").holding([numbers(sheet, above, unit)]),
                c("minus").holding([numbers(sheet, below, unit)]),
                c("spPr").holding([line(drawn.look, colour, 1.25, solid)]),
            ]),
    )
}

/// The series that draws the names of the rows of dots, since dots have no categories.
pub fn row_names(drawn: &Drawn<'_>) -> Option<Element> {
    let rows = drawn.sheet.rows?;
    let sheet = drawn.sheet;
    let unit = drawn.native.values.unit;
    let extension = super::labels::cells_extension(sheet, rows.names);
    Some(c("ser").holding([
        c("idx").val(0),
        c("order").val(0),
        c("tx").holding([text_reference(
            &heading(rows.names),
            &[Cell::Words(String::from("Row"))],
        )]),
        c("spPr").holding([no_line()]),
        no_marker(),
        row_labels(drawn, rows),
        c("xVal").holding([numbers(sheet, rows.across, unit)]),
        c("yVal").holding([numbers(sheet, rows.heights, Unit::Count)]),
        switch("smooth", false),
        c("extLst").holding([extension]),
    ]))
}
