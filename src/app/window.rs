//! The window on the desktop: eframe around the program.

use std::sync::Arc;

use eframe::egui_wgpu::WgpuSetup;
use eframe::glow::HasContext as _;
use eframe::{NativeOptions, Renderer, wgpu};
use egui::{IconData, ViewportBuilder};

use super::dialogs;
use super::files::Files;
use super::measured::Measured;
use super::other_windows::{self, OtherWindows};
use super::preferences::Preferences;
use super::program::Program;
use super::renderer_info::RendererInfo;
use super::run::RendererChoice;
use super::starting::{Starting, Wanted};
use super::wishes::Wishes;
use crate::jobs::Waker;
use crate::ui::present::Screens;

/// The size of the window when it first opens, in points.
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];
/// The least size at which everything can be reached.
const LEAST_SIZE: [f32; 2] = [480.0, 320.0];

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
        "No window could be opened: neither {} ({}) nor {} ({}) works on this computer.\n\n\
         What helps most often: update the graphics driver. Over remote desktop, or in a virtual machine, start it with \
         “bellwether --renderer glow” or “bellwether --renderer wgpu”, or once at the computer itself.\n\n\
         The commands of “bellwether --help” need no window.",
        .0[0].0.words(), .0[0].1, .0[1].0.words(), .0[1].1
    )]
    NoRenderer(Box<[(RendererChoice, String); 2]>),
}

/// Opens the window, with files to open or import, and returns when it is closed. Returns at once where another window
/// takes the files. Where no window can be opened, that is said in a box of the system too, as far as it has one.
///
/// # Errors
/// [`WindowError`] where no window can be opened.
pub fn run(wanted: Wanted) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    if !wanted.is_measured && other_windows::hand_over(&wanted.files) {
        return Ok(());
    }
    let starting = Starting::new(wanted);
    let opened =
        starting.open(|renderer| open(renderer, &starting).map_err(|error| error.to_string()));
    opened.map_err(|failures| {
        let error = WindowError::NoRenderer(Box::new(failures));
        dialogs::show_message("Bellwether cannot open its window", &error.to_string());
        error
    })
}

/// Whether there is a screen to open a window on. Windows and macOS always have one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn open(choice: RendererChoice, starting: &Arc<Starting>) -> eframe::Result {
    let mut options = NativeOptions {
        viewport: with_icon(ViewportBuilder::default())
            .with_title("Bellwether")
            .with_app_id("bellwether")
            .with_inner_size(FIRST_SIZE)
            .with_min_inner_size(LEAST_SIZE)
            .with_drag_and_drop(true),
        renderer: match choice {
            RendererChoice::Wgpu => Renderer::Wgpu,
            RendererChoice::Glow => Renderer::Glow,
        },
        ..NativeOptions::default()
    };
    go_easy(&mut options);
    let starting = starting.clone();
    eframe::run_native(
        "Bellwether",
        options,
        Box::new(move |creation| Ok(Box::new(Window::new(creation, choice, starting)))),
    )
}

/// Charts are drawn by the adapter that needs the least power, with no more memory than they need.
fn go_easy(options: &mut NativeOptions) {
    if let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        setup.power_preference =
            wgpu::PowerPreference::from_env().unwrap_or(wgpu::PowerPreference::LowPower);
        let usual = setup.device_descriptor.clone();
        setup.device_descriptor = Arc::new(move |adapter| wgpu::DeviceDescriptor {
            memory_hints: wgpu::MemoryHints::MemoryUsage,
            ..usual(adapter)
        });
    }
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
    choice: RendererChoice,
    starting: Arc<Starting>,
    measured: Option<Measured>,
    frames: u32,
}

impl Window {
    fn new(
        creation: &eframe::CreationContext<'_>,
        choice: RendererChoice,
        starting: Arc<Starting>,
    ) -> Self {
        let ctx = creation.egui_ctx.clone();
        // The zoom keys are commands of the menu.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        crate::ui::fonts::install(&ctx);
        let wake = ctx.clone();
        let waker: Waker = Arc::new(move || wake.request_repaint());
        let others = OtherWindows::new(waker.clone(), &starting.wanted.files);
        let mut program = Program::new(
            Preferences::of_user(),
            Files::by_dialog(waker.clone()),
            waker,
        );
        program.note_renderer(renderer_info(creation, choice));
        let wake = ctx.clone();
        program.follow_system(Wishes::of_system(Arc::new(move || wake.request_repaint())));
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
        if let Some(run) = &starting.run {
            program.keep_work_in(run.clone());
        }
        program.open_at_start(&ctx, starting.wanted.files.clone());
        Self {
            program,
            others,
            choice,
            measured: starting.wanted.is_measured.then(Measured::default),
            starting,
            frames: 0,
        }
    }

    /// Notes that the window was drawn, once its first frame is on the screen.
    fn note_drawn(&mut self) {
        self.frames = self.frames.saturating_add(1);
        if self.frames == 2 {
            self.starting.note_drawn();
            let failed = self.starting.failed.filter(|failed| *failed != self.choice);
            self.program.note_drawn(self.choice, failed);
        }
    }
}

/// The renderer in use.
fn renderer_info(creation: &eframe::CreationContext<'_>, choice: RendererChoice) -> RendererInfo {
    if let Some(state) = &creation.wgpu_render_state {
        let adapter = state.adapter.get_info();
        let driver = format!("{} {}", adapter.driver, adapter.driver_info);
        return RendererInfo {
            choice,
            backend: format!("{:?}", adapter.backend),
            adapter: adapter.name,
            driver: driver.trim().to_owned(),
        };
    }
    let version = creation.gl.as_ref().map(|gl| gl.version().clone());
    let backend = version.as_ref().map_or_else(
        || String::from("OpenGL"),
        |version| {
            let kind = if version.is_embedded {
                "OpenGL ES"
            } else {
                "OpenGL"
            };
            format!("{kind} {}.{}", version.major, version.minor)
        },
    );
    RendererInfo {
        choice,
        backend,
        adapter: String::new(),
        driver: version
            .map(|version| version.vendor_info)
            .unwrap_or_default(),
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
        self.note_drawn();
        if let Some(measured) = &mut self.measured {
            measured.frame(ui.ctx(), &self.program);
        }
        self.program.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.program.end_run();
    }
}
