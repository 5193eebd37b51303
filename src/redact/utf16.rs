//! Byte offsets to UTF-16 code units, in one pass.

use std::str::Chars;

/// Turns ascending byte offsets of one text into UTF-16 offsets, reading the text once.
pub struct Utf16Cursor<'t> {
    rest: Chars<'t>,
    byte: usize,
    utf16: u32,
}

impl<'t> Utf16Cursor<'t> {
    /// A cursor at the start of `text`.
    pub fn new(text: &'t str) -> Utf16Cursor<'t> {
        Utf16Cursor { rest: text.chars(), byte: 0, utf16: 0 }
    }

    /// The UTF-16 offset of `byte`, which must not lie before the last one asked for.
    pub fn advance_to(&mut self, byte: usize) -> u32 {
        while self.byte < byte {
            let Some(c) = self.rest.next() else { break };
            self.byte += c.len_utf8();
            self.utf16 += c.len_utf16() as u32;
        }
        self.utf16
    }
}

#[cfg(test)]
mod tests {
    use super::Utf16Cursor;

    #[test]
    fn characters_outside_the_basic_plane_count_two() {
        let mut cursor = Utf16Cursor::new("a😀æb");
        assert_eq!([0, 1, 5, 7, 8].map(|byte| cursor.advance_to(byte)), [0, 1, 3, 4, 5]);
    }
}
