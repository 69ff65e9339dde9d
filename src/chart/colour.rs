//! Colours and their contrast, as the Web Content Accessibility Guidelines compute it.

/// A colour with opacity, eight bits a channel, not premultiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgba {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// Opacity: 255 hides what is behind.
    pub alpha: u8,
}

impl Rgba {
    /// White.
    pub const WHITE: Self = Self::rgb(255, 255, 255);
    /// Black.
    pub const BLACK: Self = Self::rgb(0, 0, 0);

    /// An opaque colour.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self {
            red,
            green,
            blue,
            alpha: 255,
        }
    }

    /// An opaque colour written `0xRRGGBB`.
    pub const fn hex(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self::rgb(red, green, blue)
    }

    /// The same colour with another opacity.
    #[must_use]
    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    /// The colour as SVG writes it, without its opacity: `#12436d`.
    pub fn svg(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// The opacity, 0 to 1.
    pub fn opacity(self) -> f32 {
        f32::from(self.alpha) / 255.0
    }

    /// The opaque colour that is seen where this one lies over `ground`.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        let opacity = f64::from(self.alpha) / 255.0;
        Self {
            alpha: 255,
            ..ground.mixed(self.with_alpha(255), opacity)
        }
    }

    /// This colour moved towards another by `share`, 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let channel = |from: u8, to: u8| {
            let mixed = f64::from(from) + (f64::from(to) - f64::from(from)) * share;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between two values of a byte"
            )]
            let byte = mixed.round().clamp(0.0, 255.0) as u8;
            byte
        };
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
            alpha: self.alpha,
        }
    }

    /// The relative luminance of WCAG 2.2, 0 to 1.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast ratio of WCAG 2.2 between two opaque colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour nearest to this one that has at least `ratio` contrast with `ground`: darkened on a
    /// light ground, lightened on a dark one without becoming paler.
    #[must_use]
    pub fn readable_on(self, ground: Self, ratio: f64) -> Self {
        let is_light = ground.contrast(Self::BLACK) >= ground.contrast(Self::WHITE);
        let end = if is_light { Self::BLACK } else { Self::WHITE };
        let step = |step: u8| {
            let share = f64::from(step) / 50.0;
            if is_light {
                self.mixed(end, share)
            } else {
                self.lightened(share)
            }
        };
        (0..=50)
            .map(step)
            .find(|candidate| candidate.contrast(ground) >= ratio)
            .unwrap_or(end)
    }

    /// This colour with its lightness moved towards white by `share`, 0 to 1; hue and saturation, as HSL has
    /// them (CSS Color Module Level 4, section 7), stay.
    #[must_use]
    pub fn lightened(self, share: f64) -> Self {
        let channels = [self.red, self.green, self.blue].map(|byte| f64::from(byte) / 255.0);
        let greatest = channels.into_iter().fold(0.0, f64::max);
        let least = channels.into_iter().fold(1.0, f64::min);
        let lightness = f64::midpoint(greatest, least);
        let spread = |lightness: f64| 1.0 - (2.0 * lightness - 1.0).abs();
        let moved = lightness + (1.0 - lightness) * share;
        // The distance of a channel from the middle is in proportion to the room for saturation there.
        let factor = if spread(lightness) > 0.0 {
            spread(moved) / spread(lightness)
        } else {
            0.0
        };
        let [red, green, blue] = channels.map(|channel| {
            let channel = moved + (channel - lightness) * factor;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between the least and the greatest value of a byte"
            )]
            let byte = (channel * 255.0).round().clamp(0.0, 255.0) as u8;
            byte
        });
        Self {
            red,
            green,
            blue,
            alpha: self.alpha,
        }
    }
}

/// The linear share of a channel as sRGB has it (IEC 61966-2-1), 0 to 1.
pub(super) fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Rgba::BLACK.contrast(Rgba::WHITE) - 21.0).abs() < 1e-9);
        // The worked value of the Analysis Function's palette: turquoise has just over 3:1 with white.
        let turquoise = Rgba::hex(0x28_A1_97);
        assert!((turquoise.contrast(Rgba::WHITE) - 3.15).abs() < 0.05);
        assert!(
            turquoise
                .readable_on(Rgba::WHITE, 4.5)
                .contrast(Rgba::WHITE)
                >= 4.5
        );
    }

    #[test]
    fn a_colour_lightened_for_a_dark_ground_keeps_its_hue() {
        let ground = Rgba::hex(0x16_1E_27);
        let navy = Rgba::hex(0x12_43_6D).readable_on(ground, 4.5);
        assert!(navy.contrast(ground) >= 4.5);
        assert!(
            navy.blue > 200 && navy.red < 60,
            "a blue and no grey: {}",
            navy.svg()
        );
        assert_eq!(Rgba::hex(0x80_80_80).lightened(1.0), Rgba::WHITE);
        let teal = Rgba::hex(0x28_A1_97);
        assert_eq!(teal.lightened(0.0), teal);
    }

    #[test]
    fn what_is_readable_already_stays() {
        let navy = Rgba::hex(0x12_43_6D);
        assert_eq!(navy.readable_on(Rgba::WHITE, 4.5), navy);
        assert_eq!(
            Rgba::hex(0x12_43_6D).with_alpha(128).over(Rgba::WHITE),
            Rgba::rgb(136, 161, 182)
        );
    }
}
