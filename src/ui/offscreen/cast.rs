//! The few conversions between pixels and points that the rasteriser needs, each with its edge cases settled.

/// A fraction of a pixel is counted in 256ths, as graphics cards do.
pub(super) const SUBPIXELS: i64 = 256;

/// A coordinate in 256ths of a pixel; beyond any picture it stays at the edge, NaN is 0.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to a range that i64 holds exactly"
)]
pub(super) fn subpixels(pixels: f32) -> i64 {
    let limit = 1_000_000.0;
    let pixels = if pixels.is_nan() { 0.0 } else { pixels };
    (f64::from(pixels.clamp(-limit, limit)) * 256.0).round() as i64
}

/// A whole pixel, rounded to the nearest and kept within `0..=limit`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0 or more, and to limits that fit"
)]
pub(super) fn pixel(at: f32, limit: usize) -> usize {
    (at.round().max(0.0) as usize).min(limit)
}

/// A pixel index as a signed number.
pub(super) fn signed(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

/// A signed number as a pixel index; negative is 0.
pub(super) fn index(at: i64) -> usize {
    usize::try_from(at.max(0)).unwrap_or(usize::MAX)
}

/// A pixel index or a size as a float; exact for every picture that fits in memory.
#[expect(
    clippy::cast_precision_loss,
    reason = "exact up to 16 million, past any picture's side"
)]
pub(super) fn float(index: usize) -> f32 {
    index as f32
}

/// 256ths of a pixel as pixels.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "interpolation needs no more than the 24 bits that f32 keeps"
)]
pub(super) fn pixels(subpixels: i64) -> f32 {
    (subpixels as f64 / 256.0) as f32
}

/// A channel from 0 to 255, rounded and kept in range.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what a byte holds"
)]
pub(super) fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

/// A vertex index.
pub(super) fn vertex(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// The texel below a texture coordinate, as a signed number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "saturates, and is wrapped into the texture afterwards"
)]
pub(super) fn texel(at: f32) -> i64 {
    at.floor() as i64
}
