//! The program's own mark, drawn from the SVG of which the icons of all systems are made.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::logo::{LogoPixels, of_pixmap};

const ICON: &str = include_str!("../../assets/icon.svg");

/// The mark as a square of so many pixels; `None` where the SVG in the program is damaged.
pub fn pixels(side_px: u16) -> Option<LogoPixels> {
    let tree = usvg::Tree::from_str(ICON, &usvg::Options::default()).ok()?;
    let mut drawn = Pixmap::new(side_px.into(), side_px.into())?;
    let scale = f32::from(side_px) / tree.size().width();
    let to = Transform::from_scale(scale, scale);
    resvg::render(&tree, to, &mut drawn.as_mut());
    of_pixmap(&drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_drawn_at_each_size() {
        for side in [20_u16, 30, 60] {
            let drawn = pixels(side).unwrap();
            assert_eq!(drawn.size, [usize::from(side); 2]);
            let opaque = drawn.rgba.chunks(4).filter(|pixel| pixel[3] == 255);
            let colours: std::collections::HashSet<&[u8]> = opaque.collect();
            assert!(colours.contains([0x12, 0x43, 0x6D, 255].as_slice()));
            assert!(colours.contains([255_u8; 4].as_slice()), "the bell");
        }
        assert!(pixels(0).is_none());
    }
}
