//! Pictures of every screen and dialog, for looking at: in the folder that `BELLWETHER_PICTURES` names.

use std::path::PathBuf;

use bellwether::ui::Look;
use bellwether::ui::offscreen::encode_png;
use egui::{Vec2, vec2};

use super::dialogs::DIALOGS;
use super::screens::each_screen;
use crate::window::{Window, picture, settle};

/// The windows that are drawn: a name, the size in points, the scale, the look.
const WINDOWS: [(&str, Vec2, f32, Look); 6] = [
    ("small", vec2(1440.0, 900.0), 1.0, Look::Light),
    ("large", vec2(1920.0, 1080.0), 1.0, Look::Light),
    ("150", vec2(1280.0, 720.0), 1.5, Look::Light),
    ("dark", vec2(1440.0, 900.0), 1.0, Look::Dark),
    ("200", vec2(720.0, 450.0), 2.0, Look::Light),
    ("300", vec2(640.0, 360.0), 3.0, Look::Light),
];

fn draw(name: &str, window: &mut Window) {
    let Some(folder) = std::env::var_os("BELLWETHER_PICTURES").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    for (of, size, scale, look) in WINDOWS {
        bellwether::ui::apply(&window.ctx, look);
        window.set_pixels_per_point(scale);
        window.set_size(size);
        settle(window);
        let png = encode_png(&picture(window)).unwrap();
        let name = name.replace([' ', ',', '/'], "_");
        std::fs::write(folder.join(format!("{name}-{of}.png")), png).unwrap();
    }
    bellwether::ui::apply(&window.ctx, Look::Light);
    window.set_pixels_per_point(1.0);
    window.set_size(vec2(1440.0, 900.0));
    settle(window);
}

#[test]
#[ignore = "draws, judges nothing"]
fn every_dialog_is_drawn() {
    // All of them, or those that are named.
    let only = std::env::var("BELLWETHER_DIALOGS").unwrap_or_default();
    for dialog in DIALOGS.iter().filter(|held| held.name.contains(&only)) {
        draw(dialog.name, &mut dialog.open(vec2(1440.0, 900.0)).window);
    }
}

#[test]
#[ignore = "draws, judges nothing"]
fn every_screen_is_drawn() {
    each_screen(vec2(1440.0, 900.0), draw);
}
