//! A start that is only measured: says on standard output when the first frame was on the screen and when the project
//! stood there, then closes the window.

use egui::{Context, ViewportCommand};

use super::program::Program;

/// What has been said so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured {
    frames: u32,
    is_ready: bool,
}

impl Measured {
    /// Called at the beginning of each frame, when the one before is on the screen.
    pub fn frame(&mut self, ctx: &Context, program: &Program) {
        self.frames = self.frames.saturating_add(1);
        if self.frames == 2 {
            println!("first frame");
        }
        let has_answer = program.answer_on_show().is_some();
        if self.is_ready {
            println!("ready {}", peak_memory().unwrap_or_default());
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        // Drawn with its answer by the time of the next frame.
        self.is_ready = has_answer && !program.is_busy();
        ctx.request_repaint();
    }
}

/// The most memory that this process has held so far, in KiB, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
