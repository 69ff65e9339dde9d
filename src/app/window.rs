//! The window on the desktop: eframe around the program.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::{NativeOptions, Renderer};
use egui::{IconData, ViewportBuilder};

use super::files::Files;
use super::other_windows::{self, OtherWindows};
use super::preferences::Preferences;
use super::program::Program;
use crate::jobs::Waker;
use crate::ui::present::Screens;

/// The size of the window when it first opens, in points.
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];
/// The least size at which everything can be reached.
const LEAST_SIZE: [f32; 2] = [960.0, 600.0];

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no screen.
    #[error(
        "There is no display to open a window on. Without one, these commands do the same work: \
         bellwether read, import, facts, chart, snapshot (see bellwether --help)."
    )]
    NoDisplay,
    /// Neither renderer works.
    #[error(
        "No window could be opened: neither DirectX, Vulkan or Metal ({wgpu}) nor OpenGL ({glow}) works on this \
         computer. Update its graphics driver, or use the commands of bellwether --help, which need none."
    )]
    NoRenderer {
        /// What the first renderer said.
        wgpu: String,
        /// What the second said.
        glow: String,
    },
}

/// Opens the window, with files to open or import, and returns when it is closed. Returns at once where another window
/// takes the files.
///
/// # Errors
/// [`WindowError`] where no window can be opened.
pub fn run(paths: &[PathBuf]) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    if other_windows::hand_over(paths) {
        return Ok(());
    }
    let wgpu = match open(Renderer::Wgpu, paths) {
        Ok(()) => return Ok(()),
        Err(error) => error.to_string(),
    };
    tracing::warn!(error = wgpu, "wgpu does not work here, trying OpenGL");
    open(Renderer::Glow, paths).map_err(|glow| WindowError::NoRenderer {
        wgpu,
        glow: glow.to_string(),
    })
}

/// Whether there is a screen to open a window on. Windows and macOS always have one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn open(renderer: Renderer, paths: &[PathBuf]) -> eframe::Result {
    let options = NativeOptions {
        viewport: with_icon(ViewportBuilder::default())
            .with_title("Bellwether")
            .with_app_id("bellwether")
            .with_inner_size(FIRST_SIZE)
            .with_min_inner_size(LEAST_SIZE)
            .with_drag_and_drop(true),
        renderer,
        ..NativeOptions::default()
    };
    let paths = paths.to_vec();
    eframe::run_native(
        "Bellwether",
        options,
        Box::new(move |creation| Ok(Box::new(Window::new(creation, paths)))),
    )
}

/// Gives the window the program's icon.
fn with_icon(viewport: ViewportBuilder) -> ViewportBuilder {
    match tiny_skia::Pixmap::decode_png(include_bytes!("../../assets/icon.png")) {
        Ok(icon) => {
            let (width, height) = (icon.width(), icon.height());
            let rgba = icon.take_demultiplied();
            viewport.with_icon(IconData {
                rgba,
                width,
                height,
            })
        }
        Err(error) => {
            tracing::warn!(%error, "the icon in the program is damaged");
            viewport
        }
    }
}

struct Window {
    program: Program,
    others: OtherWindows,
}

impl Window {
    fn new(creation: &eframe::CreationContext<'_>, paths: Vec<PathBuf>) -> Self {
        let ctx = creation.egui_ctx.clone();
        // The zoom keys are commands of the menu.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        crate::ui::fonts::install(&ctx);
        let wake = ctx.clone();
        let waker: Waker = Arc::new(move || wake.request_repaint());
        let others = OtherWindows::new(waker.clone(), &paths);
        let mut program = Program::new(
            Preferences::of_user(),
            Files::by_dialog(waker.clone()),
            waker,
        );
        program.note_renderer(renderer_words(creation));
        if let Some(window) = creation.winit_window().cloned() {
            program.look_for_screens(Arc::new(move || {
                let all: Vec<_> = window.available_monitors().collect();
                let own = window.current_monitor();
                let of_window = all.iter().position(|screen| Some(screen) == own.as_ref());
                Screens {
                    count: all.len().max(1),
                    of_window: of_window.unwrap_or_default(),
                }
            }));
        }
        program.apply_preferences(&ctx);
        program.open_at_start(&ctx, paths);
        Self { program, others }
    }
}

/// The renderer in use, for About.
fn renderer_words(creation: &eframe::CreationContext<'_>) -> String {
    match &creation.wgpu_render_state {
        Some(state) => {
            let adapter = state.adapter.get_info();
            format!("{:?}, {}", adapter.backend, adapter.name)
        }
        None => String::from("OpenGL"),
    }
}

impl eframe::App for Window {
    /// What shows for a moment while the window grows, and through gaps of a fraction of a pixel.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    /// Also called while the window is out of sight.
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.others.keep_up(ctx, &mut self.program);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.program.ui(ui);
    }
}
