//! Whether two colours are told apart, also by those who see red and green otherwise.

use super::colour::Rgba;

/// How far apart two colours have to be to be told apart as thin lines: CIE 1976 ΔE*ab. About 2 is just
/// noticed side by side; lines are thin and far apart.
pub const TOLD_APART: f64 = 15.0;

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vision {
    /// Most people's.
    Ordinary,
    /// Without the cones for red.
    Protanopia,
    /// Without the cones for green.
    Deuteranopia,
}

impl Vision {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Protanopia, Self::Deuteranopia];

    /// What the eye makes of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Ordinary => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        }
    }
}

/// How far apart two opaque colours are to such eyes: CIE 1976 ΔE*ab.
pub fn difference(one: Rgba, other: Rgba, vision: Vision) -> f64 {
    let [one, other] = [one, other].map(|colour| lab(seen(colour, vision)));
    let squares = one
        .iter()
        .zip(other)
        .map(|(one, other)| (one - other).powi(2));
    squares.sum::<f64>().sqrt()
}

/// The first of the eyes that do not tell two colours apart.
pub fn confused_by(one: Rgba, other: Rgba) -> Option<Vision> {
    Vision::ALL
        .into_iter()
        .find(|vision| difference(one, other, *vision) < TOLD_APART)
}

/// Linear red, green and blue, 0 to 1, as the eye has them.
fn seen(colour: Rgba, vision: Vision) -> [f64; 3] {
    let linear = [colour.red, colour.green, colour.blue].map(super::colour::linear);
    vision.matrix().map(|row| dot(row, linear).clamp(0.0, 1.0))
}

/// CIE L*a*b* under D65 (IEC 61966-2-1 and CIE 15).
fn lab(linear: [f64; 3]) -> [f64; 3] {
    const TO_XYZ: [[f64; 3]; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];
    let curve = |share: f64| {
        if share > 216.0 / 24_389.0 {
            share.cbrt()
        } else {
            (24_389.0 / 27.0 * share + 16.0) / 116.0
        }
    };
    let [x, y, z] = TO_XYZ.map(|row| dot(row, linear));
    let [white_x, white_y, white_z] = WHITE;
    let (x, y, z) = (curve(x / white_x), curve(y / white_y), curve(z / white_z));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn dot(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_those_of_the_standard() {
        let black_and_white = difference(Rgba::BLACK, Rgba::WHITE, Vision::Ordinary);
        assert!((black_and_white - 100.0).abs() < 0.01, "{black_and_white}");
        // sRGB red is L* 53.24, a* 80.09, b* 67.20; green 87.73, −86.18, 83.18.
        let (red, green) = (Rgba::hex(0xFF_00_00), Rgba::hex(0x00_FF_00));
        let apart = difference(red, green, Vision::Ordinary);
        assert!((apart - 170.6).abs() < 0.2, "{apart}");
    }

    #[test]
    fn red_and_green_are_confused_and_the_house_colours_are_not() {
        let (red, green) = (Rgba::hex(0xC0_00_00), Rgba::hex(0x00_80_00));
        assert_eq!(confused_by(red, green), Some(Vision::Deuteranopia));
        let house = [0x12_43_6D, 0x28_A1_97, 0x80_16_50, 0xF4_6A_25, 0xA2_85_D1].map(Rgba::hex);
        for pair in house.windows(2) {
            assert_eq!(confused_by(pair[0], pair[1]), None, "{pair:?}");
        }
    }
}
