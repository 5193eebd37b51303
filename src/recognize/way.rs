//! In which of a few ways a text goes on behind digits, so that rows are listed by it. `build.rs` compiles this file too.

/// How many ways there are.
pub const WAYS: usize = 12;

/// Which way the byte behind digits is, if there is one, and whether a digit comes behind that.
#[inline]
pub fn way(next: Option<u8>, before_digit: bool) -> usize {
    let kind = match next {
        Some(b' ') => 0,
        Some(b'-') => 1,
        Some(b'.') => 2,
        Some(b'/') => 3,
        Some(b'a'..=b'z' | 0x80..) => 4,
        _ => 5,
    };
    kind * 2 + usize::from(before_digit)
}
