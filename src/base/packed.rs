//! Long columns of small things as bytes, to be handed from one process to another: whole numbers seven bits
//! a byte, the rest as it lies in memory. What is taken apart again is believed nowhere: each length is held
//! against the bytes that are there.

use std::fmt;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that are not what they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bytes that were packed are not whole")]
pub struct NotWhole;

/// Bytes that are handed on as they are, not number by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(BytesVisitor)
    }
}

struct BytesVisitor;

impl<'de> Visitor<'de> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("bytes")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_vec()))
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
        Ok(Bytes(bytes))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut bytes: A) -> Result<Bytes, A::Error> {
        let mut taken = Vec::new();
        while let Some(byte) = bytes.next_element()? {
            taken.push(byte);
        }
        Ok(Bytes(taken))
    }
}

/// Puts things behind each other.
#[derive(Debug, Default)]
pub struct Packer {
    bytes: Vec<u8>,
}

impl Packer {
    /// With room for so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
        }
    }

    /// A byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A whole number, seven bits a byte, the lowest first.
    pub fn whole(&mut self, number: u32) {
        let mut left = number;
        loop {
            let [low, ..] = left.to_le_bytes();
            left >>= 7;
            if left == 0 {
                return self.bytes.push(low & 0x7F);
            }
            self.bytes.push(low | 0x80);
        }
    }

    /// A number, bit by bit.
    pub fn number(&mut self, number: f64) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Equal things that follow each other, each with how many they are.
    pub fn runs<T: Copy + PartialEq>(
        &mut self,
        things: impl IntoIterator<Item = T>,
        code: impl Fn(T) -> u32,
    ) {
        let mut run: Option<(T, u32)> = None;
        for thing in things {
            match &mut run {
                Some((held, times)) if *held == thing && *times < u32::MAX => *times += 1,
                run => {
                    if let Some((held, times)) = run.replace((thing, 1)) {
                        self.whole(times);
                        self.whole(code(held));
                    }
                }
            }
        }
        if let Some((held, times)) = run {
            self.whole(times);
            self.whole(code(held));
        }
        self.whole(0);
    }

    /// What was put.
    pub fn done(self) -> Bytes {
        Bytes(self.bytes)
    }
}

/// Takes things apart again in the order in which they were put.
#[derive(Clone, Debug)]
pub struct Unpacker<'b> {
    bytes: &'b [u8],
}

impl<'b> Unpacker<'b> {
    /// Of these bytes.
    pub const fn new(bytes: &'b Bytes) -> Self {
        Self {
            bytes: bytes.0.as_slice(),
        }
    }

    /// How many bytes are left.
    pub const fn left(&self) -> usize {
        self.bytes.len()
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], NotWhole> {
        let (taken, rest) = self.bytes.split_first_chunk().ok_or(NotWhole)?;
        self.bytes = rest;
        Ok(*taken)
    }

    /// A byte.
    ///
    /// # Errors
    /// Where none is left.
    pub fn byte(&mut self) -> Result<u8, NotWhole> {
        self.take().map(|[byte]| byte)
    }

    /// A whole number.
    ///
    /// # Errors
    /// Where it is none.
    pub fn whole(&mut self) -> Result<u32, NotWhole> {
        let mut number = 0;
        for place in 0..5_u32 {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7F);
            if place == 4 && bits > 0x0F {
                return Err(NotWhole);
            }
            number |= bits << (7 * place);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(NotWhole)
    }

    /// A number.
    ///
    /// # Errors
    /// Where too few bytes are left.
    pub fn number(&mut self) -> Result<f64, NotWhole> {
        self.take().map(f64::from_le_bytes)
    }

    /// Things that were put as runs, `most` of them at the most.
    ///
    /// # Errors
    /// Where they are more, or one is none.
    pub fn runs<T: Copy>(
        &mut self,
        most: usize,
        thing: impl Fn(u32) -> Option<T>,
    ) -> Result<Vec<T>, NotWhole> {
        let mut things = Vec::new();
        loop {
            let times = usize::try_from(self.whole()?).map_err(|_too_many| NotWhole)?;
            if times == 0 {
                return Ok(things);
            }
            if times > most.saturating_sub(things.len()) {
                return Err(NotWhole);
            }
            let thing = thing(self.whole()?).ok_or(NotWhole)?;
            things.resize(things.len() + times, thing);
        }
    }

    /// That nothing is left.
    ///
    /// # Errors
    /// Where something is.
    pub const fn done(self) -> Result<(), NotWhole> {
        if self.bytes.is_empty() {
            Ok(())
        } else {
            Err(NotWhole)
        }
    }
}

/// A failure to unpack, as the reader of a format says it.
pub fn refused<E: serde::de::Error>(error: NotWhole) -> E {
    E::custom(error)
}

/// Bytes read by a format, taken apart.
///
/// # Errors
/// Where they are not what was packed.
pub fn unpacked<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    take: impl FnOnce(&mut Unpacker<'_>) -> Result<T, NotWhole>,
) -> Result<T, D::Error> {
    let bytes = Bytes::deserialize(deserializer)?;
    let mut unpacker = Unpacker::new(&bytes);
    let taken = take(&mut unpacker).map_err(D::Error::custom)?;
    unpacker.done().map_err(D::Error::custom)?;
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_taken() {
        let mut packer = Packer::default();
        let wholes = [0, 1, 127, 128, 300, 65_535, 1 << 28, u32::MAX];
        for whole in wholes {
            packer.whole(whole);
        }
        packer.number(-0.0);
        packer.number(41.023_900_923_970_3);
        packer.runs([4_u8, 4, 4, 9], u32::from);
        packer.runs([0_u8; 0], u32::from);
        let bytes = packer.done();
        let mut unpacker = Unpacker::new(&bytes);
        for whole in wholes {
            assert_eq!(unpacker.whole(), Ok(whole));
        }
        assert!(unpacker.number().unwrap().is_sign_negative());
        assert_eq!(unpacker.number(), Ok(41.023_900_923_970_3));
        let code = |code: u32| u8::try_from(code).ok();
        assert_eq!(unpacker.runs(4, code), Ok(vec![4, 4, 4, 9]));
        assert_eq!(unpacker.runs(4, code), Ok(Vec::new()));
        assert_eq!(unpacker.done(), Ok(()));
    }

    #[test]
    fn lengths_that_are_not_true_take_no_memory() {
        let mut packer = Packer::default();
        packer.whole(u32::MAX);
        packer.whole(7);
        packer.whole(0);
        let bytes = packer.done();
        let code = |code: u32| u8::try_from(code).ok();
        assert_eq!(Unpacker::new(&bytes).runs(1_000, code), Err(NotWhole));
        for broken in [&[0x80][..], &[0xFF, 0xFF, 0xFF, 0xFF, 0x7F], &[]] {
            let bytes = Bytes(broken.to_vec());
            assert_eq!(Unpacker::new(&bytes).whole(), Err(NotWhole), "{broken:?}");
        }
        assert_eq!(Unpacker::new(&Bytes(vec![1; 7])).number(), Err(NotWhole));
    }
}
