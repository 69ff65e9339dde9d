//! Words at values: the names at the ends of lines, values at bars, names of dots. Names and values are
//! written by PowerPoint out of the numbers, other words out of cells, so that nothing printed is left behind
//! when somebody changes the numbers.

use super::number_format::number_format;
use super::series::text_cache;
use super::{Drawn, c, dot_names, rich, switch};
use crate::chart::colour::Rgba;
use crate::chart::contents::{NativeKind, NativeSeries};
use crate::chart::label_placement::{self, Wanted};
use crate::chart::theme::TEXT_CONTRAST;
use crate::export::pptx::drawing::{LANGUAGE, colour, text_properties};
use crate::export::pptx::fit;
use crate::export::pptx::workbook::{Cell, RowNames, Said, Sheet, held_places, said};
use crate::export::pptx::xml::Element;

/// The namespace of labels out of cells.
const LABEL_CELLS: &str = "http://schemas.microsoft.com/office/drawing/2012/chart";
/// The extension of a label, or of all labels of a series.
const OF_LABELS: &str = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
/// The extension of a series that names the cells.
const OF_SERIES: &str = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

/// How a label looks.
struct LabelLook {
    text: Rgba,
    size_pt: f32,
    is_bold: bool,
    side: &'static str,
}

/// The labels of a series by its place, where it has any.
pub fn labels(drawn: &Drawn<'_>, place: usize) -> Option<Element> {
    let native = drawn.native;
    let series = native.series.get(place)?;
    let mut has_cells = false;
    let mut all = Vec::new();
    let is_scatter = native.kind == NativeKind::Scatter;
    let names = if is_scatter {
        dot_names::placed(drawn)
    } else {
        Vec::new()
    };
    for (index, at) in held_places(native, series).into_iter().enumerate() {
        if series.values.get(at).copied().flatten().is_none() {
            continue;
        }
        let said = said(native, series, at);
        if said == Said::Nothing || !has_room(drawn, series, at) {
            continue;
        }
        let name = names.iter().find(|name| name.of == (place, at));
        if is_scatter && name.is_none() {
            continue;
        }
        has_cells |= matches!(said, Said::Words(_));
        let look = LabelLook {
            text: label_colour(drawn, series),
            size_pt: if native.kind == NativeKind::DotsInRows {
                drawn.room.row_pt
            } else {
                drawn.room.text_pt
            },
            is_bold: native.kind == NativeKind::Lines,
            side: name.map_or_else(|| side(drawn, place, at), |name| name.side),
        };
        let moved = match name {
            Some(name) => name.moved,
            None => moved(drawn, place, at).map(|down| (0.0, down)),
        };
        all.push(label(drawn, index, &said, &look, moved));
    }
    if all.is_empty() {
        return None;
    }
    let mut element = c("dLbls").holding(all).holding(shown(false, false));
    if has_cells {
        let leader = is_scatter
            .then(|| crate::export::pptx::drawing::fill(drawn.look, drawn.look.secondary));
        element = element.holding([extension_list(false, leader)]);
    }
    Some(element)
}

/// Whether the label of a part of a bar fits into it; parts too narrow for theirs have none.
fn has_room(drawn: &Drawn<'_>, series: &NativeSeries, at: usize) -> bool {
    if drawn.native.kind != NativeKind::StackedBars {
        return true;
    }
    let (Some(Some(value)), Some(Some(label))) = (series.values.get(at), series.labels.get(at))
    else {
        return false;
    };
    let whole: f64 = drawn
        .native
        .series
        .iter()
        .filter_map(|series| series.values.get(at).copied().flatten())
        .sum();
    let width = drawn.room.plot.width_pt * to_f32(value / whole.max(f64::MIN_POSITIVE));
    fit::width(label, drawn.room.text_pt, false) + 4.0 <= width
}

/// What a label shows of its value.
fn shown(has_name: bool, has_value: bool) -> [Element; 6] {
    [
        switch("showLegendKey", false),
        switch("showVal", has_value),
        switch("showCatName", false),
        switch("showSerName", has_name),
        switch("showPercent", false),
        switch("showBubbleSize", false),
    ]
}

fn label(
    drawn: &Drawn<'_>,
    index: usize,
    said: &Said,
    look: &LabelLook,
    moved: Option<(f32, f32)>,
) -> Element {
    let unit = drawn.native.values.unit;
    let properties = text_properties(
        "a:defRPr",
        look.size_pt,
        look.is_bold,
        colour(drawn.look, look.text),
    );
    let mut element = c("dLbl").holding([c("idx").val(index)]);
    if let Some((right_pt, down_pt)) = moved {
        let frame = drawn.room.frame;
        let across = right_pt / frame.width_pt.max(1.0);
        let down = down_pt / frame.height_pt.max(1.0);
        let place = c("manualLayout").holding([
            c("x").val(format_args!("{across:.4}")),
            c("y").val(format_args!("{down:.4}")),
        ]);
        element = element.holding([c("layout").holding([place])]);
    }
    if let Said::Words(words) = said {
        element = element.holding([c("tx").holding([cell_field(drawn, words, look)])]);
    }
    let decimals = match said {
        Said::Value(decimals) | Said::NameAndValue(decimals) => *decimals,
        _ => unit.decimals(),
    };
    let has_name = matches!(said, Said::Name | Said::NameAndValue(_));
    let has_value = matches!(said, Said::Value(_) | Said::NameAndValue(_));
    element = element
        .holding([
            c("numFmt")
                .with("formatCode", number_format(unit, decimals))
                .with("sourceLinked", 0),
            c("spPr").holding([
                Element::new("a:noFill"),
                crate::export::pptx::drawing::no_line(),
            ]),
            upright(rich("txPr", properties)),
            c("dLblPos").val(look.side),
        ])
        .holding(shown(has_name, has_value));
    if has_name && has_value {
        element = element.holding([c("separator").text(" ")]);
    }
    if matches!(said, Said::Words(_)) {
        element = element.holding([extension_list(true, None)]);
    }
    element
}

/// Labels stand on one line.
fn upright(mut text: Element) -> Element {
    if let Some(body) = text.find_mut("bodyPr") {
        body.set("wrap", "none");
        body.set("lIns", 38_100);
        body.set("tIns", 19_050);
        body.set("rIns", 38_100);
        body.set("bIns", 19_050);
        body.set("anchor", "ctr");
    }
    text
}

/// Words out of a cell, which programs that do not know of them show as they stand here.
fn cell_field(drawn: &Drawn<'_>, words: &str, look: &LabelLook) -> Element {
    let properties = text_properties(
        "a:rPr",
        look.size_pt,
        look.is_bold,
        colour(drawn.look, look.text),
    );
    let field = Element::new("a:fld")
        .with("id", "{5B1D6A0E-3C57-4B0B-9C3F-2E8A51D0C7F4}")
        .with("type", "CELLRANGE")
        .holding([properties, Element::new("a:t").text(words)]);
    let end = Element::new("a:endParaRPr").with("lang", LANGUAGE);
    c("rich").holding([
        Element::new("a:bodyPr").with("wrap", "none"),
        Element::new("a:lstStyle"),
        Element::new("a:p").holding([field, end]),
    ])
}

/// That labels are out of cells; and the colour of the lines to those that stand away from their dots.
fn extension_list(is_of_one: bool, leader: Option<Element>) -> Element {
    let name = |local: &str| Element::new(&format!("c15:{local}"));
    let mut extension = c("ext")
        .with("uri", OF_LABELS)
        .with("xmlns:c15", LABEL_CELLS);
    if is_of_one {
        extension = extension.holding([name("dlblFieldTable")]);
    }
    extension = extension.holding([name("showDataLabelsRange").val(1)]);
    if let Some(colour) = leader {
        let line = Element::new("a:ln").with("w", 6_350).holding([colour]);
        extension = extension.holding([
            name("showLeaderLines").val(1),
            name("leaderLines").holding([c("spPr").holding([line])]),
        ]);
    }
    c("extLst").holding([extension])
}

/// The extension of a series that names the cells of its labels.
pub fn cells_extension(sheet: &Sheet, column: usize) -> Element {
    let empty: &[Cell] = &[];
    let cells = sheet
        .columns
        .get(column)
        .map_or(empty, |column| column.cells.as_slice());
    let mut cache = text_cache("dlblRangeCache", cells);
    cache.name = String::from("c15:dlblRangeCache");
    c("ext")
        .with("uri", OF_SERIES)
        .with("xmlns:c15", LABEL_CELLS)
        .holding([Element::new("c15:datalabelsRange")
            .holding([Element::new("c15:f").text(&sheet.range(column)), cache])])
}

/// The names of rows of dots, to the left of the plot.
pub fn row_labels(drawn: &Drawn<'_>, rows: RowNames) -> Element {
    let look = LabelLook {
        text: drawn.look.ink,
        size_pt: drawn.room.row_pt,
        is_bold: false,
        side: "l",
    };
    let names = drawn.sheet.columns.get(rows.names);
    let cells = names.map_or(&[][..], |column| column.cells.as_slice());
    let all = cells.iter().enumerate().map(|(index, cell)| {
        let words = match cell {
            Cell::Words(words) => words.clone(),
            _ => String::new(),
        };
        label(drawn, index, &Said::Words(words), &look, None)
    });
    c("dLbls")
        .holding(all)
        .holding(shown(false, false))
        .holding([extension_list(false, None)])
}

/// The colour of a series' labels, readable on what is behind them.
fn label_colour(drawn: &Drawn<'_>, series: &NativeSeries) -> Rgba {
    let look = drawn.look;
    let is_inside = drawn.native.kind == NativeKind::StackedBars
        || (drawn.native.kind == NativeKind::Columns && has_intervals(series));
    if is_inside {
        let behind = series.colour.over(look.ground);
        let candidates = [look.ink, look.ground, Rgba::WHITE, Rgba::BLACK];
        let readable = |held: &&Rgba| held.contrast(behind) >= TEXT_CONTRAST;
        return *candidates.iter().find(readable).unwrap_or(&Rgba::BLACK);
    }
    series.colour.readable_on(look.ground, TEXT_CONTRAST)
}

fn has_intervals(series: &NativeSeries) -> bool {
    series.intervals.iter().any(Option::is_some)
}

fn side(drawn: &Drawn<'_>, place: usize, at: usize) -> &'static str {
    let series = drawn.native.series.get(place);
    match drawn.native.kind {
        NativeKind::Lines | NativeKind::Scatter => "r",
        NativeKind::Columns if series.is_some_and(has_intervals) => "ctr",
        NativeKind::Columns | NativeKind::Bars => "outEnd",
        NativeKind::StackedBars => "ctr",
        NativeKind::DotsInRows if series.is_some_and(has_intervals) => "t",
        NativeKind::DotsInRows => {
            let value = |held: &NativeSeries| held.values.get(at).copied().flatten();
            let own = series.and_then(value);
            let is_outdone = drawn.native.series.iter().any(|other| value(other) > own);
            if is_outdone { "l" } else { "r" }
        }
    }
}

/// How far the name at the end of a line is moved down, so that none stands on another.
fn moved(drawn: &Drawn<'_>, place: usize, at: usize) -> Option<f32> {
    let native = drawn.native;
    let last = native.categories.len().checked_sub(1)?;
    if native.kind != NativeKind::Lines || at != last {
        return None;
    }
    let plot = drawn.room.plot;
    let (lower, upper) = native.values.bounds;
    let span = (upper - lower).max(f64::MIN_POSITIVE);
    let mut ends: Vec<(usize, f32)> = native
        .series
        .iter()
        .enumerate()
        .filter(|(_, series)| said(native, series, last) != Said::Nothing)
        .filter_map(|(place, series)| {
            let value = series.values.get(last).copied().flatten()?;
            let down = plot.height_pt * to_f32((upper - value) / span);
            Some((place, plot.top_pt + down))
        })
        .collect();
    ends.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let wanted: Vec<Wanted> = ends
        .iter()
        .map(|(_, centre)| Wanted {
            centre: *centre,
            height: 1.3 * drawn.room.text_pt,
        })
        .collect();
    let placed = label_placement::place(&wanted, 0.0, plot.top_pt + plot.height_pt)?;
    let found = ends
        .iter()
        .zip(placed)
        .find(|((held, _), _)| *held == place);
    let ((_, wanted), placed) = found?;
    let by = placed - wanted;
    (by.abs() > 0.5).then_some(by)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on a slide needs no more digits"
)]
const fn to_f32(value: f64) -> f32 {
    value as f32
}
