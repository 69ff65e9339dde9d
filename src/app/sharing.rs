//! The chart on show on the clipboard.

use std::sync::Arc;

use egui::{ColorImage, Context};

use super::message::Message;
use super::picture::{self, Look};
use super::program::Program;
use crate::analysis::Answer;
use crate::export::ExportError;
use crate::export::png::Picture;
use crate::project::{Brand, View};
use crate::ui::kit::Tone;
use crate::words::say;

impl Program {
    /// Draws the chart for the clipboard in the background.
    pub(super) fn copy_picture(&mut self) {
        let Some((answer, view, brand)) = self.chart_on_show() else {
            self.note(Tone::Neutral, say::nothing_to_copy_chart());
            return;
        };
        self.start(say::job_copying_chart().to_owned(), move |_| {
            Message::PictureDrawn(picture::draw(&answer, (&view, &brand), Look::default()))
        });
    }

    /// Puts a picture on the clipboard.
    pub(super) fn take_picture(&mut self, ctx: &Context, drawn: Result<Picture, ExportError>) {
        let size = |side: u32| usize::try_from(side).ok();
        match drawn {
            Ok(picture) => {
                let sides = size(picture.width()).zip(size(picture.height()));
                let Some((width, height)) = sides else {
                    return;
                };
                let pixels = picture.rgba();
                ctx.copy_image(ColorImage::from_rgba_unmultiplied([width, height], &pixels));
                self.note(Tone::Good, say::clipboard_chart());
            }
            Err(error) => self.problem(say::clipboard_chart_failed(), &error.to_string()),
        }
    }

    /// Puts the chart's values on the clipboard as cells.
    pub(super) fn copy_data(&mut self, ctx: &Context) {
        let Some((answer, view, brand)) = self.chart_on_show() else {
            self.note(Tone::Neutral, say::nothing_to_copy_values());
            return;
        };
        match picture::cells(&answer, (&view, &brand), Look::default()) {
            Ok(cells) => {
                ctx.copy_text(cells);
                self.note(Tone::Good, say::clipboard_values());
            }
            Err(error) => self.problem(say::clipboard_values_failed(), &error.to_string()),
        }
    }

    /// What the tab on show draws, with what is wanted of it.
    pub(super) fn chart_on_show(&self) -> Option<(Answer, View, Arc<Brand>)> {
        let answer = self.answer_on_show()?.clone();
        let project = self.document.history.project();
        let view = self.explored.shown(project).view.clone();
        Some((answer, view, project.brand.clone()))
    }
}
