//! A tiny fixed random number generator.
//!
//! The sample data must come out byte for byte the same for ever, on every platform. So the generator is written
//! out here (`SplitMix64`, Steele, Lea and Flood 2014), and everything built on it uses only operations that
//! IEEE 754 rounds exactly: no `exp`, no `ln`, no trigonometry.

/// `SplitMix64`: one 64-bit word of state, a fixed sequence for each seed.
pub struct SplitMix {
    state: u64,
}

impl SplitMix {
    /// Starts the sequence that belongs to `seed`.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 32 random bits (the upper half of the 64-bit output).
    pub fn next_bits(&mut self) -> u32 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        u32::try_from(bits >> 32).unwrap_or(u32::MAX)
    }

    /// A uniform number strictly between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        (f64::from(self.next_bits()) + 0.5) / 4_294_967_296.0
    }

    /// A whole number from 0 up to, not including, `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        u32::try_from((u64::from(self.next_bits()) * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// A position in a list of `len` entries.
    pub fn position(&mut self, len: usize) -> usize {
        let limit = u32::try_from(len).unwrap_or(u32::MAX);
        usize::try_from(self.below(limit)).unwrap_or(0)
    }

    /// True with probability `share`.
    pub fn chance(&mut self, share: f64) -> bool {
        self.uniform() < share
    }

    /// Roughly normal, mean 0 and variance 1: the sum of twelve uniforms less six.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// One of `choices`, each with its own share; shares need not add to 1.
    pub fn pick<T: Copy>(&mut self, choices: &[(T, f64)], otherwise: T) -> T {
        let total: f64 = choices.iter().map(|(_, share)| share).sum();
        let mut left = self.uniform() * total;
        for &(choice, share) in choices {
            left -= share;
            if left < 0.0 {
                return choice;
            }
        }
        otherwise
    }
}

/// A curve from 0 to 1 shaped like the logistic, but made of a square root only, so that it is exact everywhere.
pub fn squash(latent: f64) -> f64 {
    0.5 * (1.0 + latent / (1.0 + latent * latent).sqrt())
}

/// The slope of [`squash`].
pub fn squash_slope(latent: f64) -> f64 {
    let square = 1.0 + latent * latent;
    0.5 / (square * square.sqrt())
}
