//! The axes of a chart: bounds, steps, numbers and names, thin lines across the plot.

use super::number_format::number_format;
use super::{Drawn, c, rich, switch};
use crate::chart::contents::{NativeAxis, NativeKind};
use crate::chart::scale;
use crate::chart::theme::Dash;
use crate::data::Unit;
use crate::export::pptx::drawing::{colour, line, no_line, run, text_properties};
use crate::export::pptx::xml::Element;

/// The number of the axis of categories, or of the horizontal axis of dots.
pub const FIRST: u32 = 111_111_111;
/// The number of the axis of values.
pub const SECOND: u32 = 222_222_222;
/// The most parts into which an axis is divided.
const MOST_PARTS: u32 = 7;

/// The numbers along an axis.
pub struct Steps {
    /// From one to the next.
    pub step: f64,
    /// Their decimals.
    pub decimals: usize,
    /// As they are printed.
    pub labels: Vec<String>,
}

/// The numbers along an axis of values.
pub fn steps(axis: &NativeAxis, kind: NativeKind) -> Steps {
    let (lower, upper) = axis.bounds;
    let unit = axis.unit;
    let most = if kind == NativeKind::StackedBars {
        4
    } else {
        MOST_PARTS
    };
    let (ticks, step) = scale::ticks(lower, upper, most, scale::least_step(unit));
    let decimals = scale::decimals_of_step(step);
    Steps {
        labels: ticks
            .iter()
            .map(|tick| unit.format_with(*tick, decimals))
            .collect(),
        step,
        decimals,
    }
}

/// Both axes.
pub fn axes(drawn: &Drawn<'_>) -> Vec<Element> {
    match drawn.native.kind {
        NativeKind::Lines | NativeKind::Columns => {
            vec![categories(drawn, "b"), values(drawn, "l")]
        }
        NativeKind::Bars | NativeKind::StackedBars => {
            vec![categories(drawn, "l"), values(drawn, "b")]
        }
        NativeKind::Scatter => {
            let across = drawn.native.across.as_ref().unwrap_or(&drawn.native.values);
            vec![
                dots(drawn, across, (FIRST, SECOND), "b"),
                dots(drawn, &drawn.native.values, (SECOND, FIRST), "l"),
            ]
        }
        NativeKind::DotsInRows => vec![
            dots(drawn, &drawn.native.values, (FIRST, SECOND), "b"),
            rows(drawn),
        ],
    }
}

fn scaling(orientation: &str, bounds: Option<(f64, f64)>) -> Element {
    let bounds = bounds.map(|(lower, upper)| [c("max").val(upper), c("min").val(lower)]);
    c("scaling")
        .holding([c("orientation").val(orientation)])
        .holding(bounds.into_iter().flatten())
}

fn words(drawn: &Drawn<'_>, size_pt: f32) -> Element {
    let look = drawn.look;
    let properties = text_properties("a:defRPr", size_pt, false, colour(look, look.secondary));
    let mut text = rich("txPr", properties);
    // Text stands upright, however many names there are.
    if let Some(body) = text.find_mut("bodyPr") {
        body.set("rot", 0);
        body.set("vert", "horz");
    }
    text
}

fn base_line(drawn: &Drawn<'_>) -> Element {
    let look = drawn.look;
    c("spPr").holding([line(
        look,
        look.secondary.over(look.ground),
        1.0,
        Dash::Solid,
    )])
}

fn grid(drawn: &Drawn<'_>) -> Element {
    let look = drawn.look;
    let across = line(look, look.rule, 0.75, Dash::Solid);
    c("majorGridlines").holding([c("spPr").holding([across])])
}

fn categories(drawn: &Drawn<'_>, side: &str) -> Element {
    let lies = drawn.lies();
    let mut axis = c("catAx").holding([
        c("axId").val(FIRST),
        scaling(if lies { "maxMin" } else { "minMax" }, None),
        switch("delete", false),
        c("axPos").val(side),
        c("numFmt")
            .with("formatCode", "General")
            .with("sourceLinked", 0),
        c("majorTickMark").val("none"),
        c("minorTickMark").val("none"),
        c("tickLblPos").val("low"),
        base_line(drawn),
        words(drawn, drawn.room.row_pt),
        c("crossAx").val(SECOND),
        c("crosses").val("autoZero"),
        switch("auto", false),
        c("lblAlgn").val("ctr"),
        c("lblOffset").val(60),
    ]);
    axis = axis.holding([c("tickLblSkip").val(drawn.room.skip)]);
    axis.holding([switch("noMultiLvlLbl", true)])
}

fn values(drawn: &Drawn<'_>, side: &str) -> Element {
    let native = drawn.native;
    let steps = steps(&native.values, native.kind);
    let is_stacked = native.kind == NativeKind::StackedBars;
    // A bar filled to 100% runs from nought to one, whatever its numbers are.
    let (bounds, format, step) = if is_stacked {
        ((0.0, 1.0), String::from("0%"), 0.25)
    } else {
        (
            native.values.bounds,
            number_format(native.values.unit, steps.decimals),
            steps.step,
        )
    };
    // Where the first category is at the top, the numbers stand at the far end of the names' axis.
    let crosses = if drawn.lies() { "max" } else { "autoZero" };
    let between = if native.kind == NativeKind::Lines {
        "midCat"
    } else {
        "between"
    };
    c("valAx").holding([
        c("axId").val(SECOND),
        scaling("minMax", Some(bounds)),
        switch("delete", false),
        c("axPos").val(side),
        grid(drawn),
        c("numFmt")
            .with("formatCode", format)
            .with("sourceLinked", 0),
        c("majorTickMark").val("none"),
        c("minorTickMark").val("none"),
        c("tickLblPos").val("nextTo"),
        c("spPr").holding([no_line()]),
        words(drawn, drawn.room.text_pt),
        c("crossAx").val(FIRST),
        c("crosses").val(crosses),
        c("crossBetween").val(between),
        c("majorUnit").val(step),
    ])
}

/// An axis of dots.
fn dots(drawn: &Drawn<'_>, axis: &NativeAxis, ids: (u32, u32), side: &str) -> Element {
    let steps = steps(axis, drawn.native.kind);
    let look = drawn.look;
    let title = (drawn.native.kind == NativeKind::Scatter && !axis.title.is_empty()).then(|| {
        let properties = text_properties(
            "a:defRPr",
            drawn.room.text_pt,
            false,
            colour(look, look.secondary),
        );
        let mut body = Element::new("a:bodyPr");
        if side == "l" {
            body.set("rot", -5_400_000);
            body.set("vert", "horz");
        }
        let mut properties = properties;
        properties.attributes.retain(|(name, _)| name != "lang");
        c("title").holding([
            c("tx").holding([c("rich").holding([
                body,
                Element::new("a:lstStyle"),
                Element::new("a:p").holding([
                    Element::new("a:pPr").holding([properties]),
                    run(&axis.title, false),
                ]),
            ])]),
            switch("overlay", false),
        ])
    });
    c("valAx")
        .holding([
            c("axId").val(ids.0),
            scaling("minMax", Some(axis.bounds)),
            switch("delete", false),
            c("axPos").val(side),
            grid(drawn),
        ])
        .holding(title)
        .holding([
            c("numFmt")
                .with("formatCode", number_format(axis.unit, steps.decimals))
                .with("sourceLinked", 0),
            c("majorTickMark").val("none"),
            c("minorTickMark").val("none"),
            c("tickLblPos").val("low"),
            if side == "b" {
                base_line(drawn)
            } else {
                c("spPr").holding([no_line()])
            },
            words(drawn, drawn.room.text_pt),
            c("crossAx").val(ids.1),
            c("crosses").val("min"),
            c("crossBetween").val("midCat"),
            c("majorUnit").val(steps.step),
        ])
}

/// The axis along which rows of dots lie one under another; their names are drawn by a series.
fn rows(drawn: &Drawn<'_>) -> Element {
    let rows = u32::try_from(drawn.native.categories.len()).unwrap_or(u32::MAX);
    let format = number_format(Unit::Count, 0);
    c("valAx").holding([
        c("axId").val(SECOND),
        scaling("minMax", Some((0.5, f64::from(rows) + 0.5))),
        switch("delete", true),
        c("axPos").val("l"),
        c("numFmt")
            .with("formatCode", format)
            .with("sourceLinked", 0),
        c("majorTickMark").val("none"),
        c("minorTickMark").val("none"),
        c("tickLblPos").val("none"),
        c("crossAx").val(FIRST),
        c("crosses").val("min"),
        c("crossBetween").val("midCat"),
        c("majorUnit").val(1),
    ])
}
