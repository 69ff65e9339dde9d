//! A presentation as it is to be written: slides with charts, pictures, tables and text at their places. It
//! knows nothing of stories and projects.

use super::place::{Frame, Slot};
use crate::chart::Imprint;
use crate::chart::colour::Rgba;
use crate::chart::contents::{ChartContents, DataTable, NativeChart, without_sentence};
use crate::chart::theme::ChartTheme;
use crate::export::{ExportError, Publishable};
use crate::project::Logo;

/// Why a presentation was not put together.
#[derive(Debug, thiserror::Error)]
pub enum DeckError {
    /// The package could not be written.
    #[error(
        "The presentation could not be put together ({0}). Try again; if it happens again, publish it as PDF."
    )]
    Packing(String),
    /// The workbook of a chart could not be written.
    #[error(
        "The numbers behind a chart could not be written as a workbook ({0}). Publish the presentation as PDF instead."
    )]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl From<zip::result::ZipError> for DeckError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Packing(error.to_string())
    }
}

/// A presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Its title, as the properties of the file say it.
    pub title: String,
    /// The shape of its slides.
    pub size: DeckSize,
    /// Its colours and fonts.
    pub look: DeckLook,
    /// Its slides.
    pub slides: Vec<DeckSlide>,
}

/// The shape of slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DeckSize {
    /// 16:9, as screens are today.
    #[default]
    Wide,
    /// 4:3, as older projectors are.
    Standard,
}

impl DeckSize {
    /// The width in points.
    pub const fn width_pt(self) -> f32 {
        match self {
            Self::Wide => 960.0,
            Self::Standard => 720.0,
        }
    }

    /// The height in points.
    pub const fn height_pt(self) -> f32 {
        540.0
    }
}

/// The colours and fonts of a presentation. They become its theme, so that whoever chooses another theme in
/// PowerPoint restyles everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckLook {
    /// The font of titles. It has to be on the computers of those who open the file.
    pub heading_font: String,
    /// The font of everything else.
    pub body_font: String,
    /// Behind everything.
    pub ground: Rgba,
    /// Titles and text.
    pub ink: Rgba,
    /// Subtitles, axes, footnotes.
    pub secondary: Rgba,
    /// Thin lines.
    pub rule: Rgba,
    /// The colours of categories, the first of which is that of the house or the brand.
    pub accents: [Rgba; 6],
    /// The logo at the foot of every slide.
    pub logo: Option<Logo>,
    /// What the logo shows, in words.
    pub organisation: String,
}

impl DeckLook {
    /// The font that every computer with PowerPoint has.
    pub const USUAL_FONT: &'static str = "Arial";

    /// The look of a theme of charts.
    pub fn of(theme: &ChartTheme) -> Self {
        let font = theme.office_font.as_deref().unwrap_or(Self::USUAL_FONT);
        let font = font.to_owned();
        let imprint = theme.imprint.as_ref();
        Self {
            heading_font: font.clone(),
            body_font: font,
            ground: theme.ground,
            ink: theme.ink,
            secondary: theme.secondary,
            rule: theme.grid,
            accents: std::array::from_fn(|place| theme.category(place).line),
            logo: imprint.and_then(|imprint| imprint.logo.clone()),
            organisation: imprint.map_or_else(String::new, |held| held.organisation.clone()),
        }
    }
}

/// A slide.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckSlide {
    /// What it is known by when the presentation is refreshed; unique in the presentation.
    pub id: String,
    /// What it is built like.
    pub layout: SlideLayout,
    /// Its title.
    pub title: String,
    /// What is on it under the title, in the order in which it is read.
    pub objects: Vec<Placed>,
    /// What stands at its foot beside its number, such as the name of the partnership.
    pub footer: Option<String>,
    /// The paragraphs of the speaker's notes.
    pub notes: Vec<String>,
    /// Whether it is passed over when the presentation is shown.
    pub is_hidden: bool,
}

/// What a slide is built like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlideLayout {
    /// The first slide: title and subtitle.
    Title,
    /// One chart or table.
    Chart,
    /// Two charts side by side.
    TwoCharts,
    /// The beginning of a part.
    Section,
    /// Text.
    Text,
}

impl SlideLayout {
    /// Every layout.
    pub const ALL: [Self; 5] = [
        Self::Title,
        Self::Chart,
        Self::TwoCharts,
        Self::Section,
        Self::Text,
    ];

    /// Its name in PowerPoint's list of layouts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Chart => "Chart",
            Self::TwoCharts => "Two charts",
            Self::Section => "Section",
            Self::Text => "Text",
        }
    }
}

/// Something on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What it is known by on its slide when the presentation is refreshed.
    pub element: String,
    /// Where it stands.
    pub place: Place,
    /// What it shows, in words; nothing for text, which speaks for itself.
    pub alt_text: String,
    /// What it is.
    pub content: DeckContent,
}

/// Where something stands on a slide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// In a place of the layout; it follows the layout when that changes.
    Slot(Slot),
    /// Anywhere.
    Frame(Frame),
}

/// What something on a slide is.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckContent {
    /// Paragraphs.
    Text(Vec<Paragraph>),
    /// A chart that PowerPoint draws by itself.
    Chart(NativeChart),
    /// A table.
    Table(DataTable),
    /// A picture.
    Picture(DeckPicture),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its parts.
    pub runs: Vec<Run>,
    /// Whether a bullet stands before it.
    pub is_bullet: bool,
}

/// A part of a paragraph in one weight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Whether they are bold.
    pub is_bold: bool,
}

impl Paragraph {
    /// A plain paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            runs: vec![Run {
                text: text.into(),
                is_bold: false,
            }],
            is_bullet: false,
        }
    }

    /// A paragraph with a bullet.
    pub fn bullet(text: impl Into<String>) -> Self {
        Self {
            is_bullet: true,
            ..Self::plain(text)
        }
    }

    /// Its words.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A picture twice over: as lines and surfaces, which stay sharp at every size, and as pixels for programs
/// that cannot draw those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckPicture {
    /// The SVG, its text as outlines, since the fonts of other computers are not known.
    pub svg: String,
    /// The PNG.
    pub png: Vec<u8>,
    /// The width, in points.
    pub width_pt: u32,
    /// The height, in points.
    pub height_pt: u32,
}

/// A chart for a slide: its words, and what is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckChart<'a> {
    /// Its words and numbers.
    pub contents: &'a ChartContents,
    /// Its picture, for kinds that PowerPoint does not draw by itself.
    pub picture: Option<DeckPicture>,
}

impl<'a> DeckChart<'a> {
    /// A chart that may leave the program; its picture is drawn where PowerPoint cannot draw the chart.
    ///
    /// # Errors
    /// Those of [`DeckPicture::of`].
    pub fn of(chart: &Publishable, contents: &'a ChartContents) -> Result<Self, ExportError> {
        let picture = contents.native.is_none().then(|| DeckPicture::of(chart));
        Ok(Self {
            contents,
            picture: picture.transpose()?,
        })
    }

    /// Words of the chart as it stands on the slide: where PowerPoint draws it, intervals are bars, every dot
    /// has the same size, and nothing stands to the right of the answers.
    fn words(&self, text: &str) -> String {
        if self.contents.native.is_none() {
            return text.to_owned();
        }
        let text = text.replace(
            "Shaded: 95% confidence interval",
            "Bars: 95% confidence interval",
        );
        ["Area of dot:", "At the right:"]
            .iter()
            .fold(text, |text, beginning| without_sentence(&text, beginning))
    }

    fn content(&self) -> DeckContent {
        match (&self.contents.native, &self.picture) {
            (Some(native), _) => DeckContent::Chart(native.clone()),
            (None, Some(picture)) => DeckContent::Picture(picture.clone()),
            (None, None) => DeckContent::Table(self.contents.table.clone()),
        }
    }

    fn placed(&self, element: &str, slot: Slot) -> Placed {
        Placed {
            element: element.to_owned(),
            place: Place::Slot(slot),
            alt_text: self.contents.words.alt_text.clone(),
            content: self.content(),
        }
    }
}

impl Placed {
    /// Text in a place of the layout.
    pub fn text(element: &str, slot: Slot, paragraphs: Vec<Paragraph>) -> Self {
        Self {
            element: element.to_owned(),
            place: Place::Slot(slot),
            alt_text: String::new(),
            content: DeckContent::Text(paragraphs),
        }
    }
}

impl DeckSlide {
    /// A slide with nothing under its title.
    pub fn new(id: &str, layout: SlideLayout, title: &str) -> Self {
        Self {
            id: id.to_owned(),
            layout,
            title: title.to_owned(),
            objects: Vec::new(),
            footer: None,
            notes: Vec::new(),
            is_hidden: false,
        }
    }

    /// A slide of one chart; its message is the title.
    pub fn chart(id: &str, chart: &DeckChart<'_>) -> Self {
        let words = &chart.contents.words;
        let mut slide = Self::new(id, SlideLayout::Chart, &words.title);
        slide.push_text("subtitle", Slot::Subtitle, &chart.words(&words.subtitle));
        slide.objects.push(chart.placed("chart", Slot::Main));
        slide.push_text("footnote", Slot::Footnote, &chart.words(&words.footnote));
        slide
    }

    /// A slide of two charts, each under its own message.
    pub fn two_charts(id: &str, title: &str, left: &DeckChart<'_>, right: &DeckChart<'_>) -> Self {
        let mut slide = Self::new(id, SlideLayout::TwoCharts, title);
        let sides = [
            (
                left,
                "left",
                Slot::LeftMessage,
                Slot::Left,
                Slot::LeftFootnote,
            ),
            (
                right,
                "right",
                Slot::RightMessage,
                Slot::Right,
                Slot::RightFootnote,
            ),
        ];
        for (chart, side, message, place, footnote) in sides {
            let words = &chart.contents.words;
            slide.push_text(&format!("{side}-message"), message, &words.title);
            slide
                .objects
                .push(chart.placed(&format!("{side}-chart"), place));
            let subtitle = words.subtitle.trim_end_matches('.');
            let below = format!("{subtitle}. {}", words.footnote);
            slide.push_text(&format!("{side}-footnote"), footnote, &chart.words(&below));
        }
        slide
    }

    /// A slide of the values of a chart as a table.
    pub fn table(id: &str, contents: &ChartContents) -> Self {
        let words = &contents.words;
        let mut slide = Self::new(id, SlideLayout::Chart, &words.title);
        slide.push_text("subtitle", Slot::Subtitle, &words.subtitle);
        slide.objects.push(Placed {
            element: "table".to_owned(),
            place: Place::Slot(Slot::Main),
            alt_text: words.alt_text.clone(),
            content: DeckContent::Table(contents.table.clone()),
        });
        slide.push_text("footnote", Slot::Footnote, &words.footnote_of_table());
        slide
    }

    /// The same slide with the organisation at its foot.
    #[must_use]
    pub fn with_footer(mut self, imprint: Option<&Imprint>) -> Self {
        let organisation = imprint.map(|imprint| imprint.organisation.clone());
        self.footer = organisation.filter(|words| !words.is_empty());
        self
    }

    /// The same slide with notes for the speaker.
    #[must_use]
    pub fn with_notes(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }

    fn push_text(&mut self, element: &str, slot: Slot, text: &str) {
        if !text.is_empty() {
            let text = vec![Paragraph::plain(text)];
            self.objects.push(Placed::text(element, slot, text));
        }
    }
}
