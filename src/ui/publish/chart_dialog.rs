//! As what a chart is saved: the kind of file, how large, in which colours, how sharp.

use egui::{Context, Id};

use super::form::{Ended, aside_ui, end_ui, line_ui};
use crate::chart::{ChartSize, ThemeKind};
use crate::export::FileKind;
use crate::export::png::{FOR_DOCUMENTS, FOR_PRINT, FOR_SCREEN};
use crate::ui::kit::{modal, modal_title};
use crate::ui::tokens::tokens;

const WIDTH: f32 = 460.0;

const THEMES: [(ThemeKind, &str); 4] = [
    (ThemeKind::Light, "Light"),
    (ThemeKind::Dark, "Dark"),
    (ThemeKind::HighContrast, "High contrast"),
    (ThemeKind::Print, "Print, black on white"),
];

/// How sharp a picture is: pixels to the point.
const SHARPNESS: [(f32, &str); 3] = [
    (FOR_SCREEN, "1×, for screens"),
    (FOR_DOCUMENTS, "2×, for documents and sharp screens"),
    (FOR_PRINT, "300 dpi, for print"),
];

const SIZES: [(ChartSize, &str); 6] = [
    (ChartSize::SLIDE, "A slide, 16:9"),
    (ChartSize::STANDARD_SLIDE, "A slide, 4:3"),
    (ChartSize::A4, "Half a page of A4"),
    (ChartSize::A4_LANDSCAPE, "A page of A4 on its side"),
    (ChartSize::SQUARE, "A square"),
    (ChartSize::CARD, "As in the window"),
];

/// A chart that is about to be saved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartFileDraft {
    /// The kind of file.
    pub kind: FileKind,
    /// The size of pictures and pages.
    pub size: ChartSize,
    /// Their colours.
    pub theme: ThemeKind,
    /// Pixels to the point of a picture.
    pub scale: f32,
}

impl Default for ChartFileDraft {
    fn default() -> Self {
        Self {
            kind: FileKind::Png,
            size: ChartSize::SLIDE,
            theme: ThemeKind::Light,
            scale: FOR_DOCUMENTS,
        }
    }
}

/// Draws the dialog.
pub fn chart_file_ui(ctx: &Context, draft: &mut ChartFileDraft) -> Ended {
    let title = "Save the chart";
    let id = Id::unique("save the chart");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let small = tokens(ui).space.small;
        ui.add_space(small);
        ui.spacing_mut().item_spacing.y = small;
        let kinds = FileKind::ALL.map(|kind| (kind, kind.words()));
        if let Some(kind) = line_ui(ui, "As", &kinds, draft.kind) {
            draft.kind = kind;
        }
        // The size and colours of a slide and of a workbook are those of the slide and the workbook.
        if matches!(draft.kind, FileKind::Png | FileKind::Svg | FileKind::Pdf)
            && let Some(size) = line_ui(ui, "Size", &SIZES, draft.size)
        {
            draft.size = size;
        }
        if draft.kind == FileKind::Png
            && let Some(scale) = line_ui(ui, "Sharpness", &SHARPNESS, draft.scale)
        {
            draft.scale = scale;
        }
        if draft.kind != FileKind::Csv
            && let Some(theme) = line_ui(ui, "Colours", &THEMES, draft.theme)
        {
            draft.theme = theme;
        }
        if draft.kind == FileKind::Png {
            let pixels =
                |points: f32| crate::base::number::rounded(f64::from(points * draft.scale), 0);
            let (width, height) = (pixels(draft.size.width_pt), pixels(draft.size.height_pt));
            aside_ui(ui, format!("{width} by {height} pixels"));
        }
        end_ui(ui, "Save…", None)
    });
    if ended == Ended::No && should_close {
        Ended::Left
    } else {
        ended
    }
}
