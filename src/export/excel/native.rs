//! The chart as Excel draws it, from numbers on a sheet of their own: there cells are blank where a line has a
//! gap, while on the sheet of the table stands why.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartEmptyCells,
    ChartErrorBars, ChartErrorBarsType, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartRange, ChartSeries, ChartSolidFill,
    ChartType, Color, Worksheet, XlsxError,
};

use super::font::OfficeFont;
use super::names::SheetNames;
use super::sheets::column;
use crate::chart::Rgba;
use crate::chart::contents::{
    ChartWords, NativeAxis, NativeChart, NativeKind, NativeMark, NativeSeries,
};
use crate::chart::theme::Dash;
use crate::data::Unit;

/// The size of a chart, in pixels; dots in rows have a height for each.
const SIZE: (u32, u32) = (820, 460);
const ROW_HEIGHT: u32 = 24;
/// The row of the headings of the numbers.
const HEAD: u32 = 3;
/// The most characters of the words that stand for a chart.
const MOST_OF_ALT_TEXT: usize = 240;

/// A chart with the sheet of its numbers.
pub(super) struct Drawn<'a> {
    native: &'a NativeChart,
    names: &'a SheetNames,
    words: &'a ChartWords,
    font: OfficeFont<'a>,
}

/// What a column of numbers holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Along the horizontal axis of a scatter.
    Across,
    /// The values.
    Values,
    /// From the value to an end of its interval.
    Below,
    Above,
}

/// The columns of each series, after those of the categories, of their places, and of where the axis begins.
const COLUMNS: [Of; 4] = [Of::Across, Of::Values, Of::Below, Of::Above];
const FIRST: usize = 3;

impl<'a> Drawn<'a> {
    pub fn new(
        native: &'a NativeChart,
        names: &'a SheetNames,
        words: &'a ChartWords,
        font: OfficeFont<'a>,
    ) -> Self {
        Self {
            native,
            names,
            words,
            font,
        }
    }

    /// Writes the numbers that are drawn.
    pub fn numbers(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = self.font.format().set_bold();
        let title = format!(
            "Numbers that the chart on the sheet “{}” draws",
            self.names.chart
        );
        sheet.write_string_with_format(0, 0, title, &bold)?;
        let note = "Cells are blank where no value is drawn; the table of the chart says why.";
        sheet.write_string(1, 0, note)?;
        sheet.write_string_with_format(HEAD, 0, "Category", &bold)?;
        let has_rows = self.native.kind == NativeKind::DotsInRows;
        if has_rows {
            sheet.write_string_with_format(HEAD, 1, "Row of the chart", &bold)?;
            sheet.write_string_with_format(HEAD, 2, "Left edge", &bold)?;
        }
        let count = self.count();
        for (place, name) in self.native.categories.iter().enumerate() {
            sheet.write_string(row(place), 0, name)?;
            if !has_rows {
                continue;
            }
            let up = u32::try_from(count - place).unwrap_or(u32::MAX);
            sheet.write_number(row(place), 1, f64::from(up))?;
            sheet.write_number(row(place), 2, self.native.values.bounds.0)?;
        }
        for (place, series) in self.native.series.iter().enumerate() {
            for of in COLUMNS {
                let across = at(place, of);
                let heading = match of {
                    Of::Across => format!("{}, across", series.name),
                    Of::Values => series.name.clone(),
                    Of::Below => format!("{}, down to the lower end", series.name),
                    Of::Above => format!("{}, up to the upper end", series.name),
                };
                if !has(series, of) {
                    continue;
                }
                sheet.write_string_with_format(HEAD, across, heading, &bold)?;
                for point in 0..series.values.len() {
                    if let Some(number) = number(series, of, point) {
                        sheet.write_number(row(point), across, number)?;
                    }
                }
            }
        }
        sheet.set_column_width(0, 34.0)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// How many categories, or points of the longest series, there are.
    fn count(&self) -> usize {
        let series = self.native.series.iter().map(|series| series.values.len());
        series.max().unwrap_or(0).max(self.native.categories.len())
    }

    fn range(&self, across: u16, count: usize) -> ChartRange {
        let last = row(count.saturating_sub(1));
        ChartRange::new_from_range(&self.names.numbers, row(0), across, last, across)
    }

    /// The chart.
    pub fn chart(&self) -> Chart {
        let native = self.native;
        let mut chart = Chart::new(match native.kind {
            NativeKind::Lines => ChartType::Line,
            NativeKind::Columns => ChartType::Column,
            NativeKind::Bars => ChartType::Bar,
            NativeKind::StackedBars => ChartType::BarPercentStacked,
            NativeKind::DotsInRows | NativeKind::Scatter => ChartType::Scatter,
        });
        for (place, series) in native.series.iter().enumerate() {
            chart.push_series(&self.series(place, series));
        }
        if native.kind == NativeKind::DotsInRows {
            chart.push_series(&self.row_names());
            // Its names stand beside the rows.
            chart.legend().delete_entries(&[native.series.len()]);
        }
        self.axes(&mut chart);
        let mut font = self.font.of_chart();
        font.set_size(13).set_bold();
        chart
            .title()
            .set_name(self.words.title.as_str())
            .set_font(&font);
        let font = self.font.of_chart();
        chart.x_axis().set_font(&font).set_name_font(&font);
        chart.y_axis().set_font(&font).set_name_font(&font);
        if native.series.len() > 1 {
            let legend = chart.legend();
            legend
                .set_position(ChartLegendPosition::Bottom)
                .set_font(&font);
        } else {
            chart.legend().set_hidden();
        }
        chart.show_empty_cells_as(ChartEmptyCells::Gaps);
        let rows = u32::try_from(native.categories.len()).unwrap_or(u32::MAX);
        let height = match native.kind {
            NativeKind::DotsInRows | NativeKind::Bars | NativeKind::StackedBars => {
                rows.min(60) * ROW_HEIGHT + 180
            }
            _ => SIZE.1,
        };
        chart.set_width(SIZE.0).set_height(height.max(SIZE.1));
        let alt: String = self
            .words
            .title
            .chars()
            .take(MOST_OF_ALT_TEXT / 2)
            .collect();
        chart.set_alt_text(format!("{alt}. The table at the left has its values."));
        chart
    }

    fn series(&self, place: usize, series: &NativeSeries) -> ChartSeries {
        let kind = self.native.kind;
        let count = series.values.len();
        let mut made = ChartSeries::new();
        made.set_name((self.names.numbers.as_str(), HEAD, at(place, Of::Values)));
        let values = self.range(at(place, Of::Values), count);
        let categories = self.range(0, count);
        match kind {
            NativeKind::Scatter => {
                made.set_categories(&self.range(at(place, Of::Across), count));
                made.set_values(&values);
            }
            NativeKind::DotsInRows => {
                made.set_categories(&values);
                made.set_values(&self.range(1, count));
            }
            _ => {
                made.set_categories(&categories);
                made.set_values(&values);
            }
        }
        if has(series, Of::Below) {
            let bars = self.error_bars(place, count);
            match kind {
                NativeKind::DotsInRows => made.set_x_error_bars(&bars),
                _ => made.set_y_error_bars(&bars),
            };
        }
        self.look(&mut made, series);
        self.labels(&mut made, series);
        made
    }

    fn error_bars(&self, place: usize, count: usize) -> ChartErrorBars {
        let above = self.range(at(place, Of::Above), count);
        let below = self.range(at(place, Of::Below), count);
        let mut bars = ChartErrorBars::new();
        bars.set_type(ChartErrorBarsType::Custom(above, below));
        bars
    }

    fn look(&self, made: &mut ChartSeries, series: &NativeSeries) {
        let colour = excel(series.colour);
        let mut line = ChartLine::new();
        line.set_color(colour)
            .set_width(f64::from(series.width_pt.max(0.75)));
        line.set_dash_type(match series.dash {
            Dash::Solid => ChartLineDashType::Solid,
            Dash::Dashed => ChartLineDashType::Dash,
            Dash::Dotted => ChartLineDashType::RoundDot,
            Dash::LongDashed => ChartLineDashType::LongDash,
            Dash::DashDot => ChartLineDashType::DashDot,
        });
        let mut format = ChartFormat::new();
        match self.native.kind {
            NativeKind::Lines => {
                format.set_line(&line);
                made.set_marker(&marker(series, 5));
            }
            NativeKind::Columns | NativeKind::Bars | NativeKind::StackedBars => {
                format.set_solid_fill(ChartSolidFill::new().set_color(colour));
                // Series with gaps share their rows.
                made.set_overlap(100).set_gap(50);
            }
            NativeKind::DotsInRows | NativeKind::Scatter => {
                format.set_no_line();
                made.set_marker(&marker(series, 9));
            }
        }
        made.set_format(&mut format);
    }

    fn labels(&self, made: &mut ChartSeries, series: &NativeSeries) {
        if series.labels.iter().all(Option::is_none) {
            return;
        }
        let mut all = ChartDataLabel::new();
        all.show_value();
        all.set_position(match self.native.kind {
            NativeKind::StackedBars => ChartDataLabelPosition::Center,
            NativeKind::Bars | NativeKind::Columns => ChartDataLabelPosition::OutsideEnd,
            _ => ChartDataLabelPosition::Right,
        });
        let mut font = self.font.of_chart();
        if self.native.kind == NativeKind::StackedBars {
            font.set_color(readable_on(series.colour));
        }
        all.set_font(&font);
        let single: Vec<ChartDataLabel> = (0..series.values.len())
            .map(|point| {
                let mut label = ChartDataLabel::new();
                match series.labels.get(point) {
                    Some(Some(words)) => {
                        label.set_value(literal(words));
                    }
                    _ => {
                        label.set_hidden();
                    }
                }
                label
            })
            .collect();
        made.set_data_label(&all).set_custom_data_labels(&single);
    }

    /// The names of the rows of dots: labels of a series that shows nothing else, at the left edge.
    fn row_names(&self) -> ChartSeries {
        let count = self.native.categories.len();
        let mut names = ChartSeries::new();
        names.set_name("Rows");
        names.set_categories(&self.range(2, count));
        names.set_values(&self.range(1, count));
        let mut hidden = ChartMarker::new();
        hidden.set_none();
        names.set_marker(&hidden);
        let mut format = ChartFormat::new();
        format.set_no_line();
        names.set_format(&mut format);
        let mut all = ChartDataLabel::new();
        all.show_value().set_position(ChartDataLabelPosition::Left);
        let single: Vec<ChartDataLabel> = self
            .native
            .categories
            .iter()
            .map(|name| {
                let mut label = ChartDataLabel::new();
                label.set_value(literal(name));
                label
            })
            .collect();
        names.set_data_label(&all).set_custom_data_labels(&single);
        names
    }

    fn axes(&self, chart: &mut Chart) {
        let native = self.native;
        let mut grid = ChartLine::new();
        grid.set_color(Color::RGB(0x00E7_EBEF)).set_width(0.75);
        match native.kind {
            NativeKind::DotsInRows => {
                bounds(chart.x_axis(), &native.values);
                chart
                    .x_axis()
                    .set_major_gridlines(true)
                    .set_major_gridlines_line(&grid);
                let rows = u32::try_from(native.categories.len()).unwrap_or(u32::MAX);
                let rows_axis = chart.y_axis();
                rows_axis
                    .set_min(0.0)
                    .set_max(f64::from(rows) + 1.0)
                    .set_major_unit(1.0);
                rows_axis.set_hidden(true);
                rows_axis.set_major_gridlines(false);
                let layout = ChartLayout::new()
                    .set_offset(0.26, 0.13)
                    .set_dimensions(0.66, 0.66);
                chart.plot_area().set_layout(&layout);
            }
            NativeKind::Scatter => {
                bounds(chart.y_axis(), &native.values);
                chart.y_axis().set_major_gridlines_line(&grid);
                if let Some(across) = &native.across {
                    bounds(chart.x_axis(), across);
                }
                chart
                    .x_axis()
                    .set_label_position(ChartAxisLabelPosition::Low);
            }
            NativeKind::Bars | NativeKind::StackedBars => {
                // The categories stand along the upright axis of lying bars; the first is to be at the top.
                chart.y_axis().set_reverse();
                if native.kind == NativeKind::Bars {
                    bounds(chart.x_axis(), &native.values);
                } else {
                    chart.x_axis().set_num_format("0%");
                }
                chart.y_axis().set_major_gridlines(false);
                chart
                    .x_axis()
                    .set_major_gridlines(true)
                    .set_major_gridlines_line(&grid);
                chart
                    .x_axis()
                    .set_label_position(ChartAxisLabelPosition::High);
            }
            NativeKind::Lines | NativeKind::Columns => {
                bounds(chart.y_axis(), &native.values);
                chart.y_axis().set_major_gridlines_line(&grid);
                chart
                    .x_axis()
                    .set_label_position(ChartAxisLabelPosition::Low);
            }
        }
    }
}

fn bounds(axis: &mut rust_xlsxwriter::ChartAxis, held: &NativeAxis) {
    axis.set_name(held.title.as_str());
    axis.set_min(held.bounds.0).set_max(held.bounds.1);
    axis.set_num_format(match held.unit {
        Unit::Percent | Unit::PercentChange => "#,##0\"%\"",
        Unit::Pounds => "£#,##0",
        _ => "#,##0.##########",
    });
}

fn marker(series: &NativeSeries, size: u8) -> ChartMarker {
    let colour = excel(series.colour);
    let mut fill = ChartSolidFill::new();
    // Excel marks all values of a series alike: hollow where one of them is and none is filled.
    let is_hollow =
        series.marks.contains(&NativeMark::Hollow) && !series.marks.contains(&NativeMark::Filled);
    // Not white: some programs draw no edges of dots.
    let pale = excel(Rgba::WHITE.mixed(series.colour, 0.35));
    fill.set_color(if is_hollow { pale } else { colour });
    let mut edge = ChartLine::new();
    edge.set_color(colour).set_width(1.5);
    let mut format = ChartFormat::new();
    format.set_solid_fill(&fill).set_border(&edge);
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(size)
        .set_format(&mut format);
    marker
}

fn has(series: &NativeSeries, of: Of) -> bool {
    match of {
        Of::Across => !series.across.is_empty(),
        Of::Values => true,
        Of::Below | Of::Above => series.intervals.iter().any(Option::is_some),
    }
}

fn number(series: &NativeSeries, of: Of, point: usize) -> Option<f64> {
    let value = series.values.get(point).copied().flatten();
    let interval = || series.intervals.get(point).copied().flatten();
    match of {
        Of::Across => series.across.get(point).copied(),
        Of::Values => value,
        Of::Below => Some(value? - interval()?.0),
        Of::Above => Some(interval()?.1 - value?),
    }
}

/// The column of a series.
fn at(series: usize, of: Of) -> u16 {
    let within = COLUMNS.iter().position(|held| *held == of).unwrap_or(0);
    column(FIRST + series * COLUMNS.len() + within)
}

/// The row of a point.
fn row(point: usize) -> u32 {
    HEAD + 1 + u32::try_from(point).unwrap_or(u32::MAX / 2)
}

/// Words of a label, which are no formula however they begin.
fn literal(words: &str) -> &str {
    words.trim_start_matches('=')
}

fn excel(colour: Rgba) -> Color {
    let [red, green, blue] = [colour.red, colour.green, colour.blue].map(u32::from);
    Color::RGB((red << 16) | (green << 8) | blue)
}

fn readable_on(ground: Rgba) -> Color {
    if Rgba::WHITE.contrast(ground) >= Rgba::BLACK.contrast(ground) {
        Color::White
    } else {
        Color::Black
    }
}
