//! One page of a story.

use serde::{Deserialize, Serialize};

use crate::data::Period;
use crate::project::{ChartKind, View};

/// A slide of a story, by the number under which it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SlideId(pub u32);

/// How large the words of a slide are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TextSize {
    /// For more on a slide than usual.
    Small,
    /// Readable from the back of a chamber.
    #[default]
    Usual,
    /// For large rooms.
    Large,
}

impl TextSize {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Small, Self::Usual, Self::Large];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Small => "Small text",
            Self::Usual => "Usual text",
            Self::Large => "Large text",
        }
    }

    /// What the usual sizes are multiplied by.
    pub const fn factor(self) -> f32 {
        match self {
            Self::Small => 0.87,
            Self::Usual => 1.0,
            Self::Large => 1.15,
        }
    }
}

/// A page of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Its number within the story.
    pub id: SlideId,
    /// What is on it.
    pub content: SlideContent,
    /// Whether it is left out when the story is told.
    pub is_hidden: bool,
    /// What the speaker wants to say.
    pub notes: String,
    /// How large its words are.
    pub text_size: TextSize,
    /// Whether its paragraphs appear one by one while it is presented.
    pub step_by_step: bool,
    /// What the data said when its message was written or last confirmed; `None` where nothing on it rests
    /// on data, or nothing has been worked out yet.
    pub said: Option<Said>,
}

/// What the data said when a message was written or last confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The title that the rules wrote.
    pub title: String,
    /// The whole chart in words, as the rules wrote them.
    pub in_words: String,
    /// The facts of the message that stood in the chart: figures, periods, rises and falls.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
}

/// What is on a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum SlideContent {
    /// A chart under its message.
    Chart {
        /// The chart.
        chart: Box<SlideChart>,
        /// The message in the user's own words; `None` is the title that the rules write.
        title: Option<String>,
    },
    /// Two charts side by side, each under its own title.
    TwoCharts {
        /// The charts, the left one first.
        charts: Box<[SlideChart; 2]>,
        /// A message over both, in the user's own words.
        title: Option<String>,
    },
    /// One sentence, large.
    Message {
        /// The sentence.
        text: String,
        /// The chart that it speaks of, by which it is checked.
        about: Option<Box<SlideChart>>,
    },
    /// A heading with paragraphs or points.
    Text {
        /// The heading.
        heading: String,
        /// What stands under it.
        paragraphs: Vec<Paragraph>,
    },
    /// The values of a chart as a table.
    Table {
        /// The chart whose values they are.
        chart: Box<SlideChart>,
        /// The message in the user's own words; `None` is the title that the rules write.
        title: Option<String>,
    },
    /// The beginning of a part of the story.
    Section {
        /// Its title.
        title: String,
        /// What stands under it; may be empty.
        subtitle: String,
    },
}

/// A chart of a slide: what is looked at, and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SlideChart {
    /// The way of looking.
    pub kind: ChartKind,
    /// What is asked, and every choice of drawing.
    pub view: View,
}

/// A paragraph or a point of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The words.
    pub text: String,
    /// Whether it is a point of a list.
    #[serde(default)]
    pub is_point: bool,
}

impl Slide {
    /// A slide that is shown, without notes. Its number is given when it is added to a story.
    pub fn of(content: SlideContent) -> Self {
        Self {
            id: SlideId(0),
            content,
            is_hidden: false,
            notes: String::new(),
            text_size: TextSize::default(),
            step_by_step: false,
            said: None,
        }
    }

    /// A slide with one chart under the title that the rules write.
    pub fn of_chart(kind: ChartKind, view: View) -> Self {
        Self::of(SlideContent::Chart {
            chart: Box::new(SlideChart::new(kind, view)),
            title: None,
        })
    }

    /// The message in the user's own words, where there are any.
    pub fn own_words(&self) -> Option<&str> {
        let words = match &self.content {
            SlideContent::Chart { title, .. }
            | SlideContent::TwoCharts { title, .. }
            | SlideContent::Table { title, .. } => title.as_deref(),
            SlideContent::Message { text, .. } => Some(text.as_str()),
            SlideContent::Text { heading, .. } => Some(heading.as_str()),
            SlideContent::Section { title, .. } => Some(title.as_str()),
        };
        words.map(str::trim).filter(|words| !words.is_empty())
    }

    /// Puts other words of the user's own on it; none are those of the rules, where rules write any.
    pub fn set_own_words(&mut self, words: Option<String>) {
        match &mut self.content {
            SlideContent::Chart { title, .. }
            | SlideContent::TwoCharts { title, .. }
            | SlideContent::Table { title, .. } => *title = words,
            SlideContent::Message { text, .. } => *text = words.unwrap_or_default(),
            SlideContent::Text { heading, .. } => *heading = words.unwrap_or_default(),
            SlideContent::Section { title, .. } => *title = words.unwrap_or_default(),
        }
    }

    /// How many paragraphs appear one by one while it is presented; none where it appears as a whole.
    pub const fn steps(&self) -> usize {
        match &self.content {
            SlideContent::Text { paragraphs, .. } if self.step_by_step => paragraphs.len(),
            _ => 0,
        }
    }

    /// The charts that it shows or speaks of.
    pub fn charts(&self) -> Vec<&SlideChart> {
        match &self.content {
            SlideContent::Chart { chart, .. } | SlideContent::Table { chart, .. } => vec![chart],
            SlideContent::TwoCharts { charts, .. } => charts.iter().collect(),
            SlideContent::Message { about, .. } => about.as_deref().into_iter().collect(),
            SlideContent::Text { .. } | SlideContent::Section { .. } => Vec::new(),
        }
    }

    /// The charts, to be changed.
    pub fn charts_mut(&mut self) -> Vec<&mut SlideChart> {
        match &mut self.content {
            SlideContent::Chart { chart, .. } | SlideContent::Table { chart, .. } => vec![chart],
            SlideContent::TwoCharts { charts, .. } => charts.iter_mut().collect(),
            SlideContent::Message { about, .. } => about.as_deref_mut().into_iter().collect(),
            SlideContent::Text { .. } | SlideContent::Section { .. } => Vec::new(),
        }
    }

    /// The period at which all of its charts stop; `None` where one of them follows the latest.
    pub fn pinned_to(&self) -> Option<Period> {
        let mut charts = self.charts().into_iter();
        let first = charts.next()?.last_period()?;
        charts
            .all(|chart| chart.last_period() == Some(first))
            .then_some(first)
    }

    /// Lets all of its charts stop at a period, or follow the latest one.
    pub fn pin_to(&mut self, period: Option<Period>) {
        for chart in self.charts_mut() {
            if chart.kind == ChartKind::Scorecard {
                chart.view.scorecard.as_of = period;
            } else if let Some(question) = &mut chart.view.question {
                question.periods.to = period;
            }
        }
    }
}

impl SlideChart {
    /// A chart of a view. A title in the user's own words belongs to the slide, not to the view.
    pub fn new(kind: ChartKind, mut view: View) -> Self {
        view.trend.title = None;
        Self { kind, view }
    }

    fn last_period(&self) -> Option<Period> {
        // Targets are of several measures, so that the scorecard has a period of its own.
        if self.kind == ChartKind::Scorecard {
            return self.view.scorecard.as_of;
        }
        self.view.question.as_ref()?.periods.to
    }
}

impl Paragraph {
    /// Reads paragraphs line by line; a line that begins with `-`, `*` or `•` is a point of a list.
    pub fn read(text: &str) -> Vec<Self> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let read = lines.map(|line| {
            let point = line
                .strip_prefix(['-', '*', '•', '–'])
                .filter(|rest| rest.starts_with(char::is_whitespace));
            Self {
                text: point.unwrap_or(line).trim().to_owned(),
                is_point: point.is_some(),
            }
        });
        read.collect()
    }

    /// Writes paragraphs line by line, as [`read`](Self::read) reads them.
    pub fn write(paragraphs: &[Self]) -> String {
        let lines = paragraphs.iter().map(|held| {
            if held.is_point {
                format!("• {}", held.text)
            } else {
                held.text.clone()
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{MeasureKey, Question};
    use crate::data::Unit;

    #[test]
    fn paragraphs_and_points_read_back_as_they_were_written() {
        let text =
            "Two things to decide\n- Lighting in parks\n• Taxis at night\n-5% is not a point\n\n";
        let read = Paragraph::read(text);
        let points: Vec<(&str, bool)> = read
            .iter()
            .map(|held| (&*held.text, held.is_point))
            .collect();
        assert_eq!(
            points,
            [
                ("Two things to decide", false),
                ("Lighting in parks", true),
                ("Taxis at night", true),
                ("-5% is not a point", false),
            ]
        );
        assert_eq!(Paragraph::read(&Paragraph::write(&read)), read);
    }

    #[test]
    fn a_pinned_slide_stops_at_its_period_and_another_follows() {
        let view = View {
            question: Some(Question::about(MeasureKey {
                folded_name: String::from("feel safe"),
                unit: Unit::Percent,
            })),
            ..View::default()
        };
        let mut slide = Slide::of_chart(ChartKind::Trend, view);
        assert_eq!(slide.pinned_to(), None);
        let period = Period::year_ending(2021, 12);
        slide.pin_to(period);
        assert_eq!(slide.pinned_to(), period);
        slide.pin_to(None);
        assert_eq!(slide.pinned_to(), None);
    }

    #[test]
    fn a_scorecard_keeps_the_period_by_which_it_is_told() {
        let mut slide = Slide::of_chart(ChartKind::Scorecard, View::default());
        assert_eq!(slide.pinned_to(), None);
        let period = Period::year_ending(2021, 12);
        slide.pin_to(period);
        assert_eq!(slide.pinned_to(), period);
        assert_eq!(slide.charts()[0].view.scorecard.as_of, period);
        slide.pin_to(None);
        assert_eq!(slide.charts()[0].view.scorecard.as_of, None);
    }
}
