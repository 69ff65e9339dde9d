//! A chart as a file, of the kind that its name asks for.

use std::io;
use std::path::{Path, PathBuf};

use super::guard::Publishable;
use super::png::Picture;
use super::pptx::{self, Deck, DeckChart, DeckError, DeckLook, DeckSize, DeckSlide};
use super::{excel, pdf, svg, values};
use crate::base::atomic_file::{self, Backup};
use crate::words::say;

/// A kind of file that a chart can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A picture of pixels.
    Png,
    /// A drawing.
    Svg,
    /// A page that can be read aloud.
    Pdf,
    /// A presentation of one slide.
    Pptx,
    /// A workbook with the values, and the chart as Excel draws it.
    Xlsx,
    /// The values.
    Csv,
}

impl FileKind {
    /// Every kind, the one that is meant most often first.
    pub const ALL: [Self; 6] = [
        Self::Png,
        Self::Svg,
        Self::Pdf,
        Self::Pptx,
        Self::Xlsx,
        Self::Csv,
    ];

    /// The ending of its files, without the full stop.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Pptx => "pptx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// What it is, for lists.
    pub fn words(self) -> &'static str {
        match self {
            Self::Png => say::file_png(),
            Self::Svg => say::file_svg(),
            Self::Pdf => say::file_pdf(),
            Self::Pptx => say::file_pptx(),
            Self::Xlsx => say::file_xlsx(),
            Self::Csv => say::file_csv(),
        }
    }

    /// The kind that a file's name asks for.
    ///
    /// # Errors
    /// [`ExportError::UnknownKind`].
    pub fn of(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_wanted =
            |kind: &Self| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(kind.ending()));
        let found = Self::ALL.into_iter().find(is_wanted);
        found.ok_or_else(|| ExportError::UnknownKind(path.to_owned()))
    }
}

/// Why a chart was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The name asks for a kind of file that is not made.
    #[error("“{}” is not a kind of file that a chart can be saved as. Give the file a name that ends in {}.", .0.display(), endings())]
    UnknownKind(PathBuf),
    /// The picture would be too large to draw.
    #[error("The picture would be too large. Choose a smaller size or scale.")]
    TooLarge,
    /// The drawing failed.
    #[error("The picture could not be drawn ({0}). Save it as .svg instead.")]
    Drawing(String),
    /// The document could not be made.
    #[error("The PDF could not be made ({0}). Save the chart as .svg instead.")]
    Document(String),
    /// The presentation could not be made.
    #[error(transparent)]
    Presentation(#[from] DeckError),
    /// The workbook could not be made.
    #[error("The workbook could not be made ({0}). Save the values as .csv instead.")]
    Workbook(String),
    /// The rows could not be written.
    #[error("The values could not be written as CSV ({0}). Save them as .xlsx instead.")]
    Table(String),
    /// The user's own words contain a value that may not be shown.
    #[error(
        "“{words}” says {value}, which is withheld because few respondents are behind it or its source suppresses it. Change the words first."
    )]
    SaysWithheldValue {
        /// The words.
        words: String,
        /// The value, as printed.
        value: String,
    },
    /// The file could not be written.
    #[error(
        "“{}” could not be written: {error}. It may be open in another program, or the folder may be read-only.",
        path.display()
    )]
    Writing {
        /// The file.
        path: PathBuf,
        /// What the file system says.
        error: io::Error,
    },
}

/// ".png, .svg, .pdf, .pptx, .xlsx or .csv".
fn endings() -> String {
    let mut endings: Vec<String> = FileKind::ALL
        .map(|kind| format!(".{}", kind.ending()))
        .to_vec();
    let last = endings.pop().unwrap_or_default();
    format!("{} or {last}", endings.join(", "))
}

/// The bytes of a chart as a kind of file. `scale` is the number of pixels to the point of a PNG.
///
/// # Errors
/// Those of [`ExportError`].
pub fn bytes(chart: &Publishable, kind: FileKind, scale: f32) -> Result<Vec<u8>, ExportError> {
    match kind {
        FileKind::Png => Picture::draw(chart, scale)?.png(),
        FileKind::Svg => Ok(svg::write(chart).into_bytes()),
        FileKind::Pdf => pdf::chart(chart),
        FileKind::Pptx => slide(chart),
        FileKind::Xlsx => excel::write(&chart.contents().words.title, &[chart]),
        FileKind::Csv => values::csv(chart),
    }
}

/// A presentation with a chart on its one slide.
fn slide(chart: &Publishable) -> Result<Vec<u8>, ExportError> {
    let contents = chart.contents();
    let deck = Deck {
        title: contents.words.title.clone(),
        size: DeckSize::Wide,
        look: DeckLook::of(chart.look()),
        slides: vec![
            DeckSlide::chart("chart", &DeckChart::of(chart, contents)?)
                .with_footer(chart.look().imprint.as_ref()),
        ],
    };
    Ok(pptx::write(&deck)?)
}

/// Writes a chart to a file, of the kind that the ending of its name asks for. `scale` is the number of pixels
/// to the point of a PNG.
///
/// # Errors
/// Those of [`ExportError`]; the file is then as it was.
pub fn save(path: &Path, chart: &Publishable, scale: f32) -> Result<(), ExportError> {
    let bytes = bytes(chart, FileKind::of(path)?, scale)?;
    atomic_file::write(path, &bytes, Backup::Discard).map_err(|error| ExportError::Writing {
        path: path.to_owned(),
        error,
    })
}
