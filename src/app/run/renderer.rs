//! The ways in which the window can be drawn, and which is tried first.

use serde::{Deserialize, Serialize};

/// A way of drawing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RendererChoice {
    /// DirectX 12, Vulkan or Metal, whichever the computer has.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl RendererChoice {
    /// In words, as in "could not be drawn with …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Wgpu if cfg!(windows) => "DirectX 12",
            Self::Wgpu if cfg!(target_os = "macos") => "Metal",
            Self::Wgpu => "Vulkan",
            Self::Glow => "OpenGL",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Wgpu => Self::Glow,
            Self::Glow => Self::Wgpu,
        }
    }
}

/// In which order renderers are tried: what was asked for, else what worked before, else DirectX, Vulkan or Metal; what
/// ended the last start without a word is not tried first, unless it was asked for.
pub fn order(
    asked: Option<RendererChoice>,
    worked: Option<RendererChoice>,
    failed: Option<RendererChoice>,
) -> [RendererChoice; 2] {
    let usual = worked.unwrap_or(RendererChoice::Wgpu);
    let first = asked.unwrap_or(if failed == Some(usual) {
        usual.other()
    } else {
        usual
    });
    [first, first.other()]
}

#[cfg(test)]
mod tests {
    use super::RendererChoice::{Glow, Wgpu};
    use super::*;

    #[test]
    fn what_was_asked_for_goes_before_what_worked_and_what_failed_is_not_first() {
        for (asked, worked, failed, first) in [
            (None, None, None, Wgpu),
            (None, Some(Glow), None, Glow),
            (Some(Wgpu), Some(Glow), None, Wgpu),
            (None, None, Some(Wgpu), Glow),
            (None, Some(Glow), Some(Glow), Wgpu),
            (None, Some(Glow), Some(Wgpu), Glow),
            (Some(Wgpu), None, Some(Wgpu), Wgpu),
        ] {
            assert_eq!(order(asked, worked, failed), [first, first.other()]);
        }
    }
}
