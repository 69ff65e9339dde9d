//! What the layouts of all kinds of charts share: the sheet with its margins, the words over and under the
//! plot, and the message where there is nothing to draw.

use super::colour::Rgba;
use super::geometry::{Point, Rect, count};
use super::scene::{Group, HitRegion, HitShape, HitTarget, Node, Role, TextRun};
use super::size::ChartSize;
use super::text_block::{elide, wrap, wrap_evenly};
use super::text_metrics::{Font, MeasureText};
use super::theme::{ChartTheme, TextStyles};

/// What stands where there is nothing to draw has no more lines than this.
const MOST_MESSAGE_LINES: usize = 3;

/// What stands where there is nothing to draw.
pub(super) const NO_VALUES: &str = "No values for this choice";

/// Where the name of a row stands.
#[derive(Clone, Copy)]
pub(super) struct RowPlace {
    pub left: f32,
    pub width: f32,
    /// The middle of the row down the chart.
    pub middle: f32,
    pub height: f32,
}

/// The sheet that a chart is laid out on.
#[derive(Clone, Copy)]
pub(super) struct Canvas<'a> {
    pub theme: &'a ChartTheme,
    /// The fonts at the size of this chart.
    pub text: TextStyles,
    /// What lengths of the house style are multiplied by.
    pub scale: f32,
    /// The chart without its margins.
    pub content: Rect,
    pub measure: &'a dyn MeasureText,
    /// Whether the title stands on it.
    pub has_title: bool,
}

impl<'a> Canvas<'a> {
    /// A sheet of a size with the margins of the house style.
    pub fn new(size: ChartSize, theme: &'a ChartTheme, measure: &'a dyn MeasureText) -> Self {
        let scale = size.text_scale;
        let margin = (22.0 * scale)
            .min(0.05 * size.width_pt)
            .min(0.06 * size.height_pt);
        Self {
            theme,
            text: theme.text.scaled(scale),
            scale,
            content: Rect::new(
                margin,
                margin,
                size.width_pt - margin,
                size.height_pt - margin,
            ),
            measure,
            has_title: size.has_title,
        }
    }

    /// A run of text that begins at `left`.
    pub fn run(&self, text: &str, left: f32, baseline: f32, font: Font, colour: Rgba) -> TextRun {
        TextRun {
            text: text.to_owned(),
            origin: Point::new(left, baseline),
            width: self.measure.width(text, font),
            font,
            colour,
        }
    }

    /// The room between what stands over and under the plot, from margin to margin; never without height.
    pub fn room(&self, top: f32, bottom: f32) -> Rect {
        let content = self.content;
        Rect::new(content.left, top, content.right, bottom.max(top + 8.0))
    }

    /// The part of its size down to which the text of rows is made smaller before rows are left out: what can
    /// still be read in print and, where text is large to be read from afar, from there.
    pub fn least_row_scale(&self) -> f32 {
        /// What can be read in print, in points.
        const READABLE: f32 = 8.6;
        (READABLE / self.text.axis.size_pt).clamp(0.6, 0.66)
    }

    /// The name of a row at its left: one too long is smaller, in two lines, where the row is high enough.
    pub fn row_name(&self, text: &str, row: RowPlace, font: Font, colour: Rgba) -> Vec<Node> {
        /// The distance of lines, in sizes of their text.
        const LEADING: f32 = 1.13;
        let is_long = self.measure.width(text, font) > row.width;
        let for_two = (row.height / (2.0 * LEADING * font.size_pt)).min(1.0);
        let two = font.scaled(for_two);
        let (font, lines) = if is_long && for_two >= 0.66 && two.size_pt >= 8.0 {
            (two, wrap(text, two, row.width, 2, self.measure))
        } else {
            (font, vec![elide(text, font, row.width, self.measure)])
        };
        let line = LEADING * font.size_pt;
        let above = count(lines.len().saturating_sub(1)) * line / 2.0;
        let mut baseline = row.middle + font.cap_height() / 2.0 - above;
        let mut runs = Vec::with_capacity(lines.len());
        for words in &lines {
            runs.push(Node::Text(
                self.run(words, row.left, baseline, font, colour),
            ));
            baseline += line;
        }
        runs
    }

    /// Whether there is hardly room for words over and under the plot.
    fn is_low(&self) -> bool {
        self.content.height() < 300.0 * self.scale
    }

    /// Adds title and subtitle; returns the bottom of the last.
    pub fn header(
        &self,
        title: &str,
        subtitle: &str,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) -> f32 {
        let content = self.content;
        let title = Block {
            text: if self.has_title { title } else { "" },
            font: self.text.title,
            colour: self.theme.ink,
            line_height: 1.2 * self.text.title.size_pt,
            most_lines: 2,
        };
        let subtitle = Block {
            text: subtitle,
            font: self.text.subtitle,
            colour: self.theme.secondary,
            line_height: self.text.subtitle.line_height(),
            most_lines: if self.is_low() { 1 } else { 2 },
        };
        let mut bottom = content.top;
        for (block, role, target, gap) in [
            (title, Role::Title, HitTarget::Title, 0.0),
            (subtitle, Role::Subtitle, HitTarget::Subtitle, 8.0),
        ] {
            let lines = wrap_evenly(
                block.text,
                block.font,
                content.width(),
                block.most_lines,
                self.measure,
            );
            if lines.is_empty() {
                continue;
            }
            let gap = if bottom > content.top { gap } else { 0.0 };
            let top = bottom + gap * self.scale;
            bottom = block.push(self, &lines, top, role, nodes);
            hits.push(HitRegion {
                target,
                shape: HitShape::Rect(Rect::new(content.left, top, content.right, bottom)),
            });
        }
        bottom
    }

    /// Adds the footnote; returns its top.
    pub fn footer(&self, footnote: &str, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> f32 {
        let content = self.content;
        let font = self.text.footnote;
        let line_height = 1.4 * font.size_pt;
        let most_lines = (1..=7_u8)
            .rev()
            .find(|lines| {
                let part = if self.is_low() { 0.18 } else { 0.26 };
                f32::from(*lines) * line_height <= part * content.height()
            })
            .unwrap_or(1);
        let lines = wrap(
            footnote,
            font,
            content.width(),
            usize::from(most_lines),
            self.measure,
        );
        if lines.is_empty() {
            return content.bottom;
        }
        let height = font.cap_height() + line_height * (count(lines.len()) - 1.0) + font.descent();
        let top = content.bottom - height;
        let block = Block {
            text: footnote,
            font,
            colour: self.theme.secondary,
            line_height,
            most_lines: usize::from(most_lines),
        };
        block.push(self, &lines, top, Role::Footnote, nodes);
        hits.push(HitRegion {
            target: HitTarget::Footnote,
            shape: HitShape::Rect(Rect::new(content.left, top, content.right, content.bottom)),
        });
        top
    }

    /// Words in the middle of the room where nothing can be drawn.
    pub fn message(&self, words: &str, room: Rect) -> Node {
        let font = self.text.subtitle;
        let content = self.content;
        let line = 1.35 * font.size_pt;
        let lines = wrap_evenly(
            words,
            font,
            content.width(),
            MOST_MESSAGE_LINES,
            self.measure,
        );
        let below = count(lines.len().saturating_sub(1)) * line;
        let middle = f32::midpoint(room.top, room.bottom);
        let mut baseline = middle + font.cap_height() / 2.0 - below / 2.0;
        let mut runs = Vec::with_capacity(lines.len());
        for words in &lines {
            let width = self.measure.width(words, font);
            let left = content.left + (content.width() - width).max(0.0) / 2.0;
            let run = self.run(words, left, baseline, font, self.theme.secondary);
            runs.push(Node::Text(run));
            baseline += line;
        }
        group(Role::Message, None, runs)
    }

    /// What stands below rows of which some were left out for want of room.
    pub fn rows_left_out(&self, rows: usize, baseline: f32) -> Node {
        let noun = if rows == 1 { "row does" } else { "rows do" };
        let words = format!("{rows} more {noun} not fit at this size");
        let font = self.text.footnote;
        let run = self.run(
            &words,
            self.content.left,
            baseline,
            font,
            self.theme.secondary,
        );
        group(Role::Message, None, vec![Node::Text(run)])
    }
}

/// Lines of running text.
struct Block<'a> {
    text: &'a str,
    font: Font,
    colour: Rgba,
    line_height: f32,
    most_lines: usize,
}

impl Block<'_> {
    /// Adds the lines with the tops of their capitals at `top`; returns the bottom of the last.
    fn push(
        &self,
        canvas: &Canvas<'_>,
        lines: &[String],
        top: f32,
        role: Role,
        nodes: &mut Vec<Node>,
    ) -> f32 {
        let mut baseline = top + self.font.cap_height();
        let mut children = Vec::with_capacity(lines.len());
        for line in lines {
            let run = canvas.run(line, canvas.content.left, baseline, self.font, self.colour);
            children.push(Node::Text(run));
            baseline += self.line_height;
        }
        nodes.push(group(role, None, children));
        baseline - self.line_height + self.font.descent()
    }
}

/// A group whose name is its role, with the place of its series.
pub(super) fn group(role: Role, series: Option<usize>, children: Vec<Node>) -> Node {
    let id = match series {
        Some(place) => format!("{}-{place}", role.name()),
        None => role.name().to_owned(),
    };
    Node::Group(Group {
        role,
        series,
        id,
        children,
    })
}
