//! Stories in the file: each slide with the view of its charts as version 1 writes a view.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::v1::ViewV1;
use crate::project::ChartKind;
use crate::project::story::{
    FollowUp, Paragraph, Said, Slide, SlideChart, SlideContent, SlideId, SlideShape, Story,
    StoryId, TextSize,
};

#[derive(Serialize, Deserialize)]
pub(super) struct StoryV1 {
    id: StoryId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    key: String,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    audience: String,
    #[serde(default, skip_serializing_if = "is_default")]
    shape: SlideShape,
    next_slide: u32,
    #[serde(default)]
    slides: Vec<SlideV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    follow_ups: Vec<FollowUpV1>,
}

#[derive(Serialize, Deserialize)]
struct FollowUpV1 {
    asked: String,
    answer: String,
    slide: SlideId,
    date: Date,
    chart: Box<ChartV1>,
}

#[derive(Serialize, Deserialize)]
struct SlideV1 {
    id: SlideId,
    content: ContentV1,
    #[serde(default, skip_serializing_if = "is_default")]
    is_hidden: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    #[serde(default, skip_serializing_if = "is_default")]
    text_size: TextSize,
    #[serde(default, skip_serializing_if = "is_default")]
    step_by_step: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<Said>,
}

#[derive(Serialize, Deserialize)]
enum ContentV1 {
    Chart {
        chart: Box<ChartV1>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    TwoCharts {
        left: Box<ChartV1>,
        right: Box<ChartV1>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    Message {
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Box<ChartV1>>,
    },
    Text {
        heading: String,
        #[serde(default)]
        paragraphs: Vec<Paragraph>,
    },
    Table {
        chart: Box<ChartV1>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    Section {
        title: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        subtitle: String,
    },
}

#[derive(Serialize, Deserialize)]
struct ChartV1 {
    kind: ChartKind,
    view: ViewV1,
}

/// Whether something is as it is where a file does not say.
fn is_default<T: Default + PartialEq>(held: &T) -> bool {
    *held == T::default()
}

impl StoryV1 {
    pub(super) fn of(story: &Story) -> Self {
        Self {
            id: story.id,
            key: story.key.clone(),
            name: story.name.clone(),
            audience: story.audience.clone(),
            shape: story.shape,
            next_slide: story.next_slide,
            slides: story
                .slides
                .iter()
                .map(|slide| SlideV1::of(slide))
                .collect(),
            follow_ups: story
                .follow_ups
                .iter()
                .map(|held| FollowUpV1::of(held))
                .collect(),
        }
    }

    pub(super) fn into_story(self) -> Story {
        Story {
            id: self.id,
            key: self.key,
            name: self.name,
            audience: self.audience,
            shape: self.shape,
            slides: self
                .slides
                .into_iter()
                .map(|slide| Arc::new(slide.into_slide()))
                .collect(),
            next_slide: self.next_slide,
            follow_ups: self
                .follow_ups
                .into_iter()
                .map(|held| Arc::new(held.into_follow_up()))
                .collect(),
        }
    }
}

impl FollowUpV1 {
    fn of(held: &FollowUp) -> Self {
        Self {
            asked: held.asked.clone(),
            answer: held.answer.clone(),
            slide: held.slide,
            date: held.date,
            chart: ChartV1::of(&held.chart),
        }
    }

    fn into_follow_up(self) -> FollowUp {
        FollowUp {
            asked: self.asked,
            answer: self.answer,
            slide: self.slide,
            date: self.date,
            chart: self.chart.into_chart(),
        }
    }
}

impl SlideV1 {
    fn of(slide: &Slide) -> Self {
        Self {
            id: slide.id,
            content: ContentV1::of(&slide.content),
            is_hidden: slide.is_hidden,
            notes: slide.notes.clone(),
            text_size: slide.text_size,
            step_by_step: slide.step_by_step,
            said: slide.said.clone(),
        }
    }

    fn into_slide(self) -> Slide {
        Slide {
            id: self.id,
            content: self.content.into_content(),
            is_hidden: self.is_hidden,
            notes: self.notes,
            text_size: self.text_size,
            step_by_step: self.step_by_step,
            said: self.said,
        }
    }
}

impl ContentV1 {
    fn of(content: &SlideContent) -> Self {
        match content {
            SlideContent::Chart { chart, title } => Self::Chart {
                chart: ChartV1::of(chart),
                title: title.clone(),
            },
            SlideContent::TwoCharts { charts, title } => {
                let [left, right] = charts.as_ref();
                Self::TwoCharts {
                    left: ChartV1::of(left),
                    right: ChartV1::of(right),
                    title: title.clone(),
                }
            }
            SlideContent::Message { text, about } => Self::Message {
                text: text.clone(),
                about: about.as_deref().map(ChartV1::of),
            },
            SlideContent::Text {
                heading,
                paragraphs,
            } => Self::Text {
                heading: heading.clone(),
                paragraphs: paragraphs.clone(),
            },
            SlideContent::Table { chart, title } => Self::Table {
                chart: ChartV1::of(chart),
                title: title.clone(),
            },
            SlideContent::Section { title, subtitle } => Self::Section {
                title: title.clone(),
                subtitle: subtitle.clone(),
            },
        }
    }

    fn into_content(self) -> SlideContent {
        match self {
            Self::Chart { chart, title } => SlideContent::Chart {
                chart: Box::new(chart.into_chart()),
                title,
            },
            Self::TwoCharts { left, right, title } => SlideContent::TwoCharts {
                charts: Box::new([left.into_chart(), right.into_chart()]),
                title,
            },
            Self::Message { text, about } => SlideContent::Message {
                text,
                about: about.map(|chart| Box::new(chart.into_chart())),
            },
            Self::Text {
                heading,
                paragraphs,
            } => SlideContent::Text {
                heading,
                paragraphs,
            },
            Self::Table { chart, title } => SlideContent::Table {
                chart: Box::new(chart.into_chart()),
                title,
            },
            Self::Section { title, subtitle } => SlideContent::Section { title, subtitle },
        }
    }
}

impl ChartV1 {
    fn of(chart: &SlideChart) -> Box<Self> {
        Box::new(Self {
            kind: chart.kind,
            view: ViewV1::from(&chart.view),
        })
    }

    fn into_chart(self) -> SlideChart {
        SlideChart {
            kind: self.kind,
            view: self.view.into(),
        }
    }
}
