//! The words and numbers of groups side by side.

use super::{
    ChartContents, ChartWords, Contents, DataTable, NativeAxis, NativeChart, NativeKind,
    NativeMark, NativeSeries,
};
use crate::chart::group_chart::{GroupChart, GroupRow, KeyMark, RowMarks, Verdict, colours};
use crate::chart::theme::{ChartTheme, Dash, SeriesColours};

/// The width of the edges of dots, in points.
const EDGE_PT: f32 = 1.7;

impl Contents for GroupChart {
    fn contents(&self, theme: &ChartTheme) -> ChartContents {
        let reference = Some(self.reference_figures.clone()).filter(|cells| !cells.is_empty());
        let rows = self.rows.iter().map(|row| row.figures.clone());
        let is_of_changes = self
            .rows
            .iter()
            .any(|row| matches!(row.marks, RowMarks::ThenAndNow { .. }));
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: DataTable {
                columns: self.columns.clone(),
                rows: reference.into_iter().chain(rows).collect(),
            },
            native: (!self.is_empty()).then(|| NativeChart {
                kind: NativeKind::DotsInRows,
                categories: categories(self),
                series: if is_of_changes {
                    then_and_now(self, theme)
                } else {
                    by_verdict(self, theme)
                },
                values: NativeAxis {
                    title: self.unit.words().to_owned(),
                    unit: self.unit,
                    bounds: self.bounds(),
                },
                across: None,
            }),
        }
    }
}

/// Everybody first, where there is a line of theirs; groups under their headings where there are several.
fn categories(chart: &GroupChart) -> Vec<String> {
    let first = chart.rows.first().map(|row| row.section.as_str());
    let has_headings = chart
        .rows
        .iter()
        .any(|row| Some(row.section.as_str()) != first);
    let name = |row: &GroupRow| {
        if has_headings && !row.section.is_empty() {
            format!("{}: {}", row.section, row.label)
        } else {
            row.label.clone()
        }
    };
    let reference = chart.reference.iter().map(|held| held.name.clone());
    reference.chain(chart.rows.iter().map(name)).collect()
}

fn series(name: &str, look: SeriesColours) -> NativeSeries {
    NativeSeries {
        name: name.to_owned(),
        values: Vec::new(),
        joined: Vec::new(),
        across: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        labels: Vec::new(),
        colour: look.line,
        dash: Dash::Solid,
        width_pt: EDGE_PT,
    }
}

/// A series for each finding, so that each has its colour: values of the others are gaps.
fn by_verdict(chart: &GroupChart, theme: &ChartTheme) -> Vec<NativeSeries> {
    let mut found: Vec<Verdict> = Vec::new();
    for row in &chart.rows {
        if let RowMarks::Now { verdict, .. } = row.marks
            && !found.contains(&verdict)
        {
            found.push(verdict);
        }
    }
    // What is clear stands in front.
    found.sort_by_key(|verdict| verdict.is_clear());
    let has_intervals = chart.rows.iter().any(|row| {
        matches!(
            row.marks,
            RowMarks::Now {
                interval: Some(_),
                ..
            }
        )
    });
    let mut all: Vec<NativeSeries> = Vec::new();
    if let Some(reference) = &chart.reference {
        let mut own = series(&reference.name, theme.comparator);
        push(
            &mut own,
            Some((reference.value, None, NativeMark::Filled)),
            has_intervals,
        );
        for _ in &chart.rows {
            push(&mut own, None, has_intervals);
        }
        all.push(own);
    }
    let measured = chart.columns.iter().find(|column| !column.is_label);
    for wanted in &found {
        let name = match (wanted, measured) {
            // Where nothing was tested, there is one series of all.
            (Verdict::NotTested, Some(column)) if found.len() == 1 => &column.heading,
            (verdict, _) => verdict.against_rest(),
        };
        let mut own = series(name, colours(theme, chart, *wanted));
        if chart.reference.is_some() {
            push(&mut own, None, has_intervals);
        }
        for row in &chart.rows {
            let held = match row.marks {
                RowMarks::Now {
                    value,
                    interval,
                    caution,
                    verdict,
                } if verdict == *wanted => {
                    let mark = if caution.is_some() {
                        NativeMark::Hollow
                    } else {
                        NativeMark::Filled
                    };
                    Some((value, interval, mark))
                }
                _ => None,
            };
            push(&mut own, held, has_intervals);
        }
        all.push(own);
    }
    all
}

/// A value with its interval and its mark.
type Held = (f64, Option<(f64, f64)>, NativeMark);

fn push(series: &mut NativeSeries, held: Option<Held>, has_intervals: bool) {
    series.values.push(held.map(|(value, ..)| value));
    if has_intervals {
        let interval = held.and_then(|(_, interval, _)| interval);
        series.intervals.push(interval);
    }
    let mark = held.map_or(NativeMark::None, |(_, _, mark)| mark);
    series.marks.push(mark);
}

/// The earlier values and the later, with the change beside the later.
fn then_and_now(chart: &GroupChart, theme: &ChartTheme) -> Vec<NativeSeries> {
    let then = chart.key.iter().find(|entry| entry.mark == KeyMark::Then);
    let mut earlier = series(then.map_or("Then", |entry| &entry.words), theme.muted);
    let name = chart.later_period.as_deref().unwrap_or("Now");
    let mut later = series(name, theme.category(0));
    for row in &chart.rows {
        let held = match row.marks {
            RowMarks::ThenAndNow { from, to, verdict } => {
                let mark = if verdict.is_clear() {
                    NativeMark::Filled
                } else {
                    NativeMark::Hollow
                };
                Some((from, to, mark))
            }
            _ => None,
        };
        push(
            &mut earlier,
            held.map(|(from, ..)| (from, None, NativeMark::Hollow)),
            false,
        );
        push(
            &mut later,
            held.map(|(_, to, mark)| (to, None, mark)),
            false,
        );
        later.labels.push(held.map(|_| row.value_text.clone()));
    }
    vec![earlier, later]
}
