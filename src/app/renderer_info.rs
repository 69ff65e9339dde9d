//! What draws the window, for About and for crash reports.

use super::run::RendererChoice;
use crate::import::apart;
use crate::words::say;

/// What draws the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RendererInfo {
    /// The way of drawing.
    pub choice: RendererChoice,
    /// What it uses of the system: "Vulkan", "OpenGL 4.5".
    pub backend: String,
    /// The graphics adapter; may be empty.
    pub adapter: String,
    /// Its driver with its version; may be empty.
    pub driver: String,
}

impl RendererInfo {
    /// In one line: "wgpu, Vulkan, llvmpipe (LLVM 15.0.6), Mesa 22.3.6".
    pub fn words(&self) -> String {
        let name = match self.choice {
            RendererChoice::Wgpu => "wgpu",
            RendererChoice::Glow => "glow",
        };
        let parts = [name, &self.backend, &self.adapter, &self.driver];
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        known.join(", ")
    }
}

/// What About says, one thing a line: the program, what draws its window, the scale, the system.
pub fn details(renderer: Option<&RendererInfo>, scale: f32) -> String {
    let mut lines = vec![format!("Bellwether {}", env!("CARGO_PKG_VERSION"))];
    match renderer {
        None => lines.push(say::about_renderer_none().to_owned()),
        Some(info) => {
            let RendererInfo {
                choice,
                backend,
                adapter,
                driver,
            } = info;
            let name = match choice {
                RendererChoice::Wgpu => "wgpu",
                RendererChoice::Glow => "glow",
            };
            lines.push(say::about_renderer(name));
            if !backend.is_empty() {
                lines.push(say::about_backend(&**backend));
            }
            if !adapter.is_empty() {
                lines.push(say::about_adapter(&**adapter));
            }
            if !driver.is_empty() {
                lines.push(say::about_driver(&**driver));
            }
        }
    }
    let percent = crate::base::number::rounded(f64::from(scale) * 100.0, 0);
    lines.push(say::about_scale(percent));
    let system = match std::env::consts::OS {
        "windows" => "Windows",
        "linux" => "Linux",
        "macos" => "macOS",
        other => other,
    };
    let system = say::AboutSystem {
        architecture: std::env::consts::ARCH,
        system,
    };
    lines.push(system.say());
    if let Some(reason) = apart::here_because() {
        lines.push(say::about_read_here(reason));
    }
    lines.join("\n")
}
