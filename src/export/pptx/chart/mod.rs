//! A chart in PowerPoint's own language. It is written here and not taken out of a workbook of
//! `rust_xlsxwriter`, whose charts have no marks of single points, no labels out of cells and no colours of
//! the theme, and because a refresh has to write single series by the same rules.

mod axes;
mod dot_names;
mod labels;
mod number_format;
mod series;

pub use series::{ORDER, row_names, series};

use super::deck::DeckLook;
use super::drawing::{DRAWING, REFERENCES, colour, text_properties};
use super::fit;
use super::place::Frame;
use super::slide::CHART;
use super::workbook::{Said, Sheet, said};
use super::xml::Element;
use crate::chart::contents::{NativeChart, NativeKind};

/// The size of the text of a chart, in points: that of axes and labels.
pub const TEXT_PT: f32 = 12.0;
/// The same in charts that stand side by side.
const SMALL_TEXT_PT: f32 = 10.5;

/// An element of charts.
pub fn c(name: &str) -> Element {
    Element::new(&format!("c:{name}"))
}

/// A switch.
pub fn switch(name: &str, is_on: bool) -> Element {
    c(name).val(u8::from(is_on))
}

/// The parts of a chart's surface, in points.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The whole chart.
    pub frame: Frame,
    /// Within it, what is left for the data.
    pub plot: Frame,
    /// The size of text.
    pub text_pt: f32,
    /// The size of the names of rows, which stand close together where there are many.
    pub row_pt: f32,
    /// How many categories share one label.
    pub skip: usize,
}

/// What a chart is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// The chart.
    pub native: &'a NativeChart,
    /// Its numbers in cells.
    pub sheet: &'a Sheet,
    /// Its look.
    pub look: &'a DeckLook,
    /// Its surface.
    pub room: Room,
}

impl<'a> Drawn<'a> {
    /// A chart on a surface.
    pub fn new(
        native: &'a NativeChart,
        sheet: &'a Sheet,
        frame: Frame,
        look: &'a DeckLook,
    ) -> Self {
        Self {
            native,
            sheet,
            look,
            room: room(native, frame),
        }
    }

    /// Whether values run along the horizontal axis.
    pub const fn lies(&self) -> bool {
        matches!(
            self.native.kind,
            NativeKind::Bars | NativeKind::StackedBars | NativeKind::DotsInRows
        )
    }
}

/// The part of a chart; `workbook` is the reference to its numbers.
pub fn chart(
    native: &NativeChart,
    sheet: &Sheet,
    frame: Frame,
    look: &DeckLook,
    workbook: &str,
) -> Element {
    let drawn = Drawn::new(native, sheet, frame, look);
    let mut parts = vec![switch("autoTitleDeleted", true), plot(&drawn)];
    parts.extend(legend(&drawn));
    parts.push(switch("plotVisOnly", true));
    parts.push(c("dispBlanksAs").val(if series::spans(native) { "span" } else { "gap" }));
    let text = text_properties(
        "a:defRPr",
        drawn.room.text_pt,
        false,
        colour(look, look.secondary),
    );
    Element::new("c:chartSpace")
        .with("xmlns:c", CHART)
        .with("xmlns:a", DRAWING)
        .with("xmlns:r", REFERENCES)
        .holding([
            switch("date1904", false),
            c("lang").val(super::drawing::LANGUAGE),
            switch("roundedCorners", false),
            c("chart").holding(parts),
            c("spPr").holding([Element::new("a:noFill"), super::drawing::no_line()]),
            rich("txPr", text),
            c("externalData")
                .with("r:id", workbook)
                .holding([switch("autoUpdate", false)]),
        ])
}

/// Properties of text where charts hold them.
pub fn rich(name: &str, properties: Element) -> Element {
    let mut properties = properties;
    properties.name = String::from("a:defRPr");
    properties.attributes.retain(|(name, _)| name != "lang");
    c(name).holding([
        Element::new("a:bodyPr"),
        Element::new("a:lstStyle"),
        Element::new("a:p").holding([
            Element::new("a:pPr").holding([properties]),
            Element::new("a:endParaRPr").with("lang", super::drawing::LANGUAGE),
        ]),
    ])
}

fn plot(drawn: &Drawn<'_>) -> Element {
    let native = drawn.native;
    let all: Vec<Element> = (0..native.series.len())
        .filter_map(|place| series(drawn, place))
        .collect();
    let body = match native.kind {
        NativeKind::Lines => c("lineChart")
            .holding([c("grouping").val("standard"), switch("varyColors", false)])
            .holding(all)
            .holding([switch("marker", true)]),
        NativeKind::Columns | NativeKind::Bars | NativeKind::StackedBars => {
            let is_stacked = native.kind == NativeKind::StackedBars;
            let direction = if native.kind == NativeKind::Columns {
                "col"
            } else {
                "bar"
            };
            let grouping = if is_stacked {
                "percentStacked"
            } else {
                "clustered"
            };
            let overlap = if is_stacked || no_category_is_shared(native) {
                100
            } else {
                0
            };
            c("barChart")
                .holding([
                    c("barDir").val(direction),
                    c("grouping").val(grouping),
                    switch("varyColors", false),
                ])
                .holding(all)
                .holding([c("gapWidth").val(45), c("overlap").val(overlap)])
        }
        NativeKind::DotsInRows | NativeKind::Scatter => c("scatterChart")
            .holding([
                c("scatterStyle").val("lineMarker"),
                switch("varyColors", false),
            ])
            .holding(series::row_names(drawn))
            .holding(all),
    };
    let body = body.holding([c("axId").val(axes::FIRST), c("axId").val(axes::SECOND)]);
    c("plotArea")
        .holding([layout(drawn.room), body])
        .holding(axes::axes(drawn))
        .holding([c("spPr").holding([Element::new("a:noFill")])])
}

/// Whether each category has a bar of one series only, as where one bar is picked out.
fn no_category_is_shared(native: &NativeChart) -> bool {
    (0..native.categories.len()).all(|place| {
        let held = native.series.iter();
        held.filter(|series| matches!(series.values.get(place), Some(Some(_))))
            .count()
            < 2
    })
}

/// Where the data stand, so that numbers, names and labels have the room that they need.
pub fn layout(room: Room) -> Element {
    let share = |name: &str, part: f32, whole: f32| {
        c(name).val(format_args!(
            "{:.4}",
            (part / whole.max(1.0)).clamp(0.0, 1.0)
        ))
    };
    let (whole, plot) = (room.frame, room.plot);
    c("layout").holding([c("manualLayout").holding([
        c("layoutTarget").val("inner"),
        c("xMode").val("edge"),
        c("yMode").val("edge"),
        share("x", plot.left_pt, whole.width_pt),
        share("y", plot.top_pt, whole.height_pt),
        share("w", plot.width_pt, whole.width_pt),
        share("h", plot.height_pt, whole.height_pt),
    ])])
}

/// Whether a key tells the series apart: labels at the ends of lines need none.
fn has_key(native: &NativeChart) -> bool {
    let is_labelled = |place: usize| {
        native.series.get(place).is_some_and(|series| {
            (0..series.values.len())
                .any(|at| matches!(said(native, series, at), Said::Name | Said::NameAndValue(_)))
        })
    };
    let shown = native.series.len();
    match native.kind {
        NativeKind::Lines => !(0..shown).all(is_labelled),
        _ => shown > 1,
    }
}

fn legend(drawn: &Drawn<'_>) -> Option<Element> {
    if !has_key(drawn.native) {
        return None;
    }
    // The names of rows are drawn by a series of their own, which is no part of the key.
    let hidden = drawn
        .sheet
        .rows
        .map(|_| c("legendEntry").holding([c("idx").val(0), switch("delete", true)]));
    Some(
        c("legend")
            .holding([c("legendPos").val("t")])
            .holding(hidden)
            .holding([switch("overlay", false)]),
    )
}

/// The room of a chart: as much for numbers, names and labels as they need, the rest for the data.
fn room(native: &NativeChart, frame: Frame) -> Room {
    let text_pt = if frame.width_pt < 560.0 {
        SMALL_TEXT_PT
    } else {
        TEXT_PT
    };
    let widest = |texts: &mut dyn Iterator<Item = String>, is_bold: bool| {
        texts.fold(0.0_f32, |widest, text| {
            widest.max(fit::width(&text, text_pt, is_bold))
        })
    };
    let numbers = axes::steps(&native.values, native.kind);
    let numbers = widest(&mut numbers.labels.iter().cloned(), false);
    let lies = matches!(
        native.kind,
        NativeKind::Bars | NativeKind::StackedBars | NativeKind::DotsInRows
    );
    let rows = u16::try_from(native.categories.len().max(1)).unwrap_or(u16::MAX);
    let row_pt = if lies {
        let row = (frame.height_pt - 5.0 * text_pt) / f32::from(rows);
        text_pt.min(0.85 * row).max(6.0)
    } else {
        text_pt
    };
    let names = widest(&mut native.categories.iter().cloned(), false) * row_pt / text_pt;
    let has_titles = native.kind == NativeKind::Scatter;
    let side = if lies { names } else { numbers };
    let title = if has_titles { 1.8 * text_pt } else { 0.0 };
    let left = (side + 12.0).min(0.45 * frame.width_pt) + title;
    let ends = native.series.iter().filter_map(|series| {
        let last = series.values.iter().rposition(Option::is_some);
        last.and_then(|last| series.labels.get(last).cloned().flatten())
    });
    let right = match native.kind {
        NativeKind::Lines => (widest(&mut ends.into_iter(), true) + 14.0).min(0.4 * frame.width_pt),
        NativeKind::Bars => 0.08 * frame.width_pt,
        NativeKind::DotsInRows | NativeKind::Scatter => 24.0,
        NativeKind::Columns | NativeKind::StackedBars => 12.0,
    };
    let top = if has_key(native) {
        2.6 * text_pt
    } else {
        0.8 * text_pt
    };
    let bottom = 2.2 * text_pt + title;
    let plot = Frame::new(
        left,
        top,
        (frame.width_pt - left - right).max(40.0),
        (frame.height_pt - top - bottom).max(40.0),
    );
    let skip = if lies || native.categories.is_empty() {
        1
    } else {
        let held = u16::try_from(native.categories.len()).unwrap_or(u16::MAX);
        let slot = plot.width_pt / f32::from(held);
        (1..=native.categories.len())
            .find(|skip| {
                let shared = u16::try_from(*skip).unwrap_or(u16::MAX);
                slot * f32::from(shared) >= names + 10.0
            })
            .unwrap_or(native.categories.len())
    };
    Room {
        frame,
        plot,
        text_pt,
        row_pt,
        skip,
    }
}
