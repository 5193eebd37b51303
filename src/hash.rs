//! The hashes of words that packs and models agree on. `build.rs` compiles this file too.

const START: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// One byte more.
#[inline]
pub fn push(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(PRIME)
}

/// The hash of nothing.
#[inline]
pub fn start() -> u32 {
    START
}

/// The hash of some bytes (FNV-1a).
#[inline]
pub fn bytes(bytes: &[u8]) -> u32 {
    bytes.iter().fold(START, |hash, byte| push(hash, *byte))
}

/// Two values as one.
#[inline]
pub fn pair(one: u32, other: u32) -> u32 {
    let mixed = one.wrapping_mul(0x9e37_79b1).rotate_left(13) ^ other.wrapping_mul(0x85eb_ca77);
    mixed ^ (mixed >> 15)
}

/// All bits spread over all bits.
#[inline]
pub fn spread(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x7feb_352d);
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x846c_a68b);
    hash ^ (hash >> 16)
}
