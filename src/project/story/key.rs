//! What tells a story from every other one, of other projects too.

use std::hash::{BuildHasher as _, RandomState};

/// A story's own mark, made by chance: what was published of it is known by it, whatever it and its project are
/// called by then.
pub fn fresh() -> String {
    format!("{:016x}", RandomState::new().hash_one("story"))
}

/// The mark of a copy of a story: always the same for the same copy, and another one than that of the story.
pub fn of_copy(key: &str, number: u32) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in key.bytes().chain(number.to_le_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_stories_have_one_mark() {
        let (one, other) = (fresh(), fresh());
        assert_ne!(one, other);
        assert_eq!(one.len(), 16);
        let copies = [of_copy(&one, 2), of_copy(&one, 3), of_copy("", 2)];
        for (place, copy) in copies.iter().enumerate() {
            assert_ne!(*copy, one);
            assert_eq!(copy.len(), 16);
            assert!(!copies.iter().skip(place + 1).any(|held| held == copy));
        }
    }
}
