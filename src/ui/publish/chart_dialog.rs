//! As what a chart is saved: the kind of file, how large, in which colours, how sharp.

use egui::{Context, Id};

use super::form::{Ended, aside_ui, end_ui, line_ui};
use crate::chart::{ChartSize, ThemeKind};
use crate::export::FileKind;
use crate::export::png::{FOR_DOCUMENTS, FOR_PRINT, FOR_SCREEN};
use crate::ui::kit::{modal, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 460.0;

fn themes() -> [(ThemeKind, &'static str); 4] {
    [
        (ThemeKind::Light, say::theme_light()),
        (ThemeKind::Dark, say::theme_dark()),
        (ThemeKind::HighContrast, say::theme_high_contrast()),
        (ThemeKind::Print, say::theme_print()),
    ]
}

/// How sharp a picture is: pixels to the point.
fn sharpness() -> [(f32, &'static str); 3] {
    [
        (FOR_SCREEN, say::sharpness_screens()),
        (FOR_DOCUMENTS, say::sharpness_documents()),
        (FOR_PRINT, say::sharpness_print()),
    ]
}

fn sizes() -> [(ChartSize, &'static str); 6] {
    [
        (ChartSize::SLIDE, say::size_slide()),
        (ChartSize::STANDARD_SLIDE, say::size_standard_slide()),
        (ChartSize::A4, say::size_half_page()),
        (ChartSize::A4_LANDSCAPE, say::size_landscape()),
        (ChartSize::SQUARE, say::size_square()),
        (ChartSize::CARD, say::size_window()),
    ]
}

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
    let title = say::chart_file_title();
    let id = Id::unique("save the chart");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let small = tokens(ui).space.small;
        ui.add_space(small);
        ui.spacing_mut().item_spacing.y = small;
        let kinds = FileKind::ALL.map(|kind| (kind, kind.words()));
        if let Some(kind) = line_ui(ui, say::publish_as(), &kinds, draft.kind) {
            draft.kind = kind;
        }
        // The size and colours of a slide and of a workbook are those of the slide and the workbook.
        if matches!(draft.kind, FileKind::Png | FileKind::Svg | FileKind::Pdf)
            && let Some(size) = line_ui(ui, say::chart_file_size(), &sizes(), draft.size)
        {
            draft.size = size;
        }
        if draft.kind == FileKind::Png
            && let Some(scale) = line_ui(ui, say::chart_file_sharpness(), &sharpness(), draft.scale)
        {
            draft.scale = scale;
        }
        if draft.kind != FileKind::Csv
            && let Some(theme) = line_ui(ui, say::publish_colours(), &themes(), draft.theme)
        {
            draft.theme = theme;
        }
        if draft.kind == FileKind::Png {
            let pixels =
                |points: f32| crate::base::number::rounded(f64::from(points * draft.scale), 0);
            let (width, height) = (pixels(draft.size.width_pt), pixels(draft.size.height_pt));
            aside_ui(ui, say::ChartFilePixels { height, width }.say());
        }
        end_ui(ui, say::chart_file_save(), None)
    });
    if ended == Ended::No && should_close {
        Ended::Left
    } else {
        ended
    }
}
