//! The brand of the project: the dialog in which it is set, and the file of its logo.

use std::path::PathBuf;

use egui::Context;

use super::program::Program;
use super::tasks;
use crate::base::text::file_name;
use crate::export::logo::LogoError;
use crate::project::Logo;
use crate::ui::action::Actions;
use crate::ui::brand::{BrandDraft, Previewed, brand_dialog_ui};
use crate::words::say;

impl Program {
    /// Begins to set the brand of the project.
    pub(super) fn set_brand(&mut self) {
        let brand = &self.document.history.project().brand;
        self.brand = Some(BrandDraft::of(brand));
    }

    /// Draws the dialog, where it is open.
    pub(super) fn brand_ui(&mut self, ctx: &Context, actions: &mut Actions) {
        let Some(draft) = self.brand.take() else {
            return;
        };
        let shown = self.chart_on_show().map(|(answer, view, _)| Previewed {
            kind: self.explore.tab.kind(),
            view,
            answer,
        });
        let mut held = Some(draft);
        brand_dialog_ui(ctx, &mut held, shown.as_ref(), actions);
        self.brand = held;
    }

    /// Reads the file of a logo in the background.
    pub(super) fn read_logo(&mut self, path: PathBuf) {
        let title = say::job_reading(file_name(&path));
        self.start(title, move |_| tasks::read_logo(&path));
    }

    /// Takes in a logo, where the dialog is still open.
    pub(super) fn take_logo(&mut self, read: Result<Logo, LogoError>) {
        if let Some(draft) = &mut self.brand {
            draft.take_logo(read);
        }
    }
}
