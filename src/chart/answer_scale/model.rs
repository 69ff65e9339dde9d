//! A scale of answers before it is laid out: every word, and nothing that may not be seen.

use crate::analysis::Direction;
use crate::analysis::answer_scale::{AnswerScale, ScaleAnswer, ScaleBar, ScaleSide, ScaleStep};
use crate::analysis::disclosure::CellTreatment;
use crate::analysis::survey_view::Among;
use crate::base::number;
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::wording::answer_scale as wording;
use crate::chart::wording::cross_tab::{LOW_BASE, why_not};
use crate::project::ScaleSpec;
use crate::stats::base_policy::percentage_decimals;

/// A scale of answers before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleChart {
    /// The message.
    pub title: String,
    /// What is measured, and when.
    pub subtitle: String,
    /// Its notes.
    pub footnote: String,
    /// One or two sentences of plain English.
    pub what_this_shows: String,
    /// Why there are no bars.
    pub instead: Option<String>,
    /// The answers, in the order of the scale.
    pub steps: Vec<ScaleStep>,
    /// The name over the numbers at the right.
    pub net: Option<String>,
    /// The bars.
    pub rows: Vec<ScaleRow>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleRow {
    /// "Female".
    pub label: String,
    /// "(2,231)".
    pub base: String,
    /// What stands in the place of each segment that is not shown.
    pub instead: DataCell,
    /// The segments in the order of the steps, or the mark of what is withheld.
    pub segments: Result<Vec<ScaleSegment>, &'static str>,
    /// "46.9%".
    pub net: String,
    /// The share of the net, for its order.
    pub size: f64,
    /// The unweighted base as a figure.
    pub base_figure: DataCell,
    /// The net and the limits of its 95% interval as figures in per cent, or what stands in their place.
    pub net_figures: [DataCell; 3],
    /// Whether it is about everybody.
    pub is_whole: bool,
    /// Whether it rests on a low base.
    pub is_low: bool,
    /// What is said of it, line by line.
    pub lines: Vec<String>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleSegment {
    /// 0 to 1.
    pub share: f64,
    /// "35%".
    pub text: String,
    /// The same as a figure, in per cent.
    pub figure: DataCell,
}

impl ScaleChart {
    /// The chart of an answer among some people, as a spec wants it.
    pub fn among(answer: &ScaleAnswer, spec: &ScaleSpec, among: &Among) -> Self {
        let scale = match &answer.scale {
            Ok(scale) => scale,
            Err(why) => {
                let (why, what) = why_not(why);
                return Self {
                    title: String::from("No scale of answers"),
                    subtitle: String::new(),
                    footnote: String::new(),
                    what_this_shows: format!("{why}. {what}"),
                    instead: Some(why),
                    steps: Vec::new(),
                    net: None,
                    rows: Vec::new(),
                };
            }
        };
        let mut rows: Vec<ScaleRow> = scale.bars.iter().map(|bar| row(scale, bar)).collect();
        if let Some(all) = rows.first_mut() {
            all.is_whole = true;
        }
        if spec.by_net && scale.by.is_some() {
            rows.sort_by(|one, other| {
                let first = other.is_whole.cmp(&one.is_whole);
                first.then(other.size.total_cmp(&one.size))
            });
        }
        let title = wording::title(scale);
        Self {
            subtitle: wording::subtitle(scale, &title, among),
            footnote: wording::footnote(scale),
            what_this_shows: wording::what_this_shows(scale),
            instead: None,
            steps: scale.answers.clone(),
            net: scale.net.clone(),
            rows,
            title,
        }
    }

    /// Whether the answers have sides.
    pub fn has_sides(&self) -> bool {
        self.steps
            .iter()
            .any(|step| step.side == ScaleSide::Positive)
    }

    /// The bars as text that Excel takes as cells.
    pub fn as_cells(&self) -> String {
        let mut lines = vec![self.title.clone(), self.subtitle.clone()];
        let mut head = vec![String::from("Group"), String::from("Base")];
        head.extend(self.steps.iter().map(|step| step.label.clone()));
        head.extend(self.net.clone());
        lines.push(head.join("\t"));
        for row in &self.rows {
            let mut cells = vec![row.label.clone(), row.base.clone()];
            match &row.segments {
                Ok(segments) => cells.extend(segments.iter().map(|held| held.text.clone())),
                Err(mark) => cells.extend(self.steps.iter().map(|_| (*mark).to_owned())),
            }
            if self.net.is_some() {
                cells.push(row.net.clone());
            }
            lines.push(cells.join("\t"));
        }
        lines.push(self.footnote.clone());
        lines.join("\n")
    }

    /// The chart in words, every row of it.
    pub fn alt_text(&self) -> String {
        let mut text = format!("Bars of answers: {}. {}.", self.title, self.subtitle);
        for row in &self.rows {
            text = format!("{text} {}.", row.lines.join(", "));
        }
        format!("{text} {} {}", self.what_this_shows, self.footnote)
    }
}

fn row(scale: &AnswerScale, bar: &ScaleBar) -> ScaleRow {
    let base = f64::from(u32::try_from(bar.unweighted_base).unwrap_or(u32::MAX));
    let decimals = percentage_decimals(Some(base));
    let percent = |share: f64| format!("{}%", number::rounded(100.0 * share, decimals));
    let figure = |share: f64| DataCell::as_printed(100.0 * share, decimals);
    let instead = DataCell::Shorthand(match bar.treatment {
        CellTreatment::Confidential => Shorthand::Confidential,
        CellTreatment::TooFew => Shorthand::LowReliability,
        _ if bar.withholds_answers => Shorthand::Confidential,
        CellTreatment::Shown | CellTreatment::LowBase => Shorthand::NotAvailable,
    });
    let is_low = bar.treatment == CellTreatment::LowBase;
    let low = if is_low { LOW_BASE } else { "" };
    let mark = match bar.treatment {
        CellTreatment::Confidential | CellTreatment::TooFew => Some(bar.treatment.mark()),
        _ if bar.withholds_answers => Some(CellTreatment::Confidential.mark()),
        CellTreatment::Shown | CellTreatment::LowBase if bar.shares.is_empty() => Some("[x]"),
        CellTreatment::Shown | CellTreatment::LowBase => None,
    };
    let mut lines = vec![bar.label.clone()];
    let printed_base = match bar.treatment {
        CellTreatment::Confidential => String::from("[c]"),
        CellTreatment::TooFew if base < bar.least_base => {
            format!("<{}", number::grouped(bar.least_base, 0))
        }
        _ => format!("{}{low}", number::count(bar.unweighted_base)),
    };
    let segments = if let Some(mark) = mark {
        lines.push(if bar.treatment == CellTreatment::TooFew {
            String::from("base too small to show")
        } else if bar.treatment.is_shown() {
            String::from("answers withheld, so that nobody can be told")
        } else {
            String::from("withheld, so that nobody can be told")
        });
        Err(mark)
    } else {
        let shares = scale.answers.iter().zip(&bar.shares);
        lines.extend(shares.map(|(step, share)| format!("{} {}", step.label, percent(*share))));
        let segments = bar.shares.iter().map(|share| ScaleSegment {
            share: *share,
            text: percent(*share),
            figure: figure(*share),
        });
        Ok(segments.collect())
    };
    let net = bar.net;
    if let (Some(share), Some(name)) = (net, &scale.net) {
        let (lower, upper) = share.interval;
        lines.push(format!(
            "{name} {}, 95% interval {} to {}",
            percent(share.share),
            percent(lower),
            percent(upper)
        ));
    }
    if let Some((difference, direction)) = bar.against_rest.as_ref() {
        let points = number::signed(100.0 * difference.difference, 1);
        lines.push(match direction {
            Direction::Up => format!("clearly above the rest, {points} pp"),
            Direction::Down => format!("clearly below the rest, {points} pp"),
            Direction::NoClearChange | Direction::NotTested => {
                String::from("not clearly different from the rest")
            }
        });
    }
    lines.push(format!("base {printed_base}"));
    if is_low {
        lines.push(String::from("low base, treat with caution"));
    }
    let net_figures = net.map(|held| {
        let (lower, upper) = held.interval;
        [held.share, lower, upper].map(figure)
    });
    ScaleRow {
        label: bar.label.clone(),
        base_figure: match bar.treatment {
            CellTreatment::Confidential => instead.clone(),
            CellTreatment::TooFew if base < bar.least_base => DataCell::text(printed_base.clone()),
            _ => DataCell::base(bar.unweighted_base),
        },
        net_figures: net_figures
            .unwrap_or_else(|| [instead.clone(), instead.clone(), instead.clone()]),
        instead,
        base: format!("({printed_base})"),
        segments,
        net: net.map_or_else(|| mark.unwrap_or("").to_owned(), |held| percent(held.share)),
        size: net.map_or(-1.0, |held| held.share),
        is_whole: false,
        is_low,
        lines,
    }
}
