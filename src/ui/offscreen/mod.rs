//! Draws the interface without a window, a graphics card or a display: for tests and for pictures in the
//! manual. Slower than a graphics card, the same on every computer.

mod cast;
mod harness;
mod png;
mod raster;
mod rasteriser;
mod texture;

pub use harness::Offscreen;
pub use png::{PngError, encode_png};
pub use rasteriser::{Rasteriser, picture_size};
