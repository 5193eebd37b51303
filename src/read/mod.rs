//! Reading: a copy of the message folded for looking, cut into words and digit groups, with the way back to the original.

mod fold;
mod meant;
mod tokens;

pub(crate) use fold::SYMBOL;
pub(crate) use tokens::{Kind, Token};

use crate::finding::Span;
use fold::Folded;
use tokens::Cut;

/// A message as the recognizers see it.
///
/// `text` is lower-cased and composed; its offsets are folded bytes and lead back to the original by [`Reading::original`].
pub(crate) struct Reading<'t> {
    original: &'t str,
    /// The folded text.
    pub text: Vec<u8>,
    /// For each folded byte the start and end of the original characters that it stands for; `None` where both texts have the same offsets.
    map: Option<Vec<(u32, u32)>>,
    /// Words, digit groups and marks, in order.
    pub tokens: Vec<Token>,
    /// Which of them are digits.
    pub digits: Vec<usize>,
    /// Which of them are an `@`.
    pub ats: Vec<usize>,
    /// Whether most letters are of a script that the lexicons don't know.
    pub unread: bool,
    /// Whether this is the second reading, in which disguises are undone.
    pub disguised: bool,
}

impl<'t> Reading<'t> {
    /// Reads `original` as it was typed.
    pub fn new(original: &'t str) -> Reading<'t> {
        let Folded { text, map, unread } = fold::fold(original);
        let cut = tokens::cut(&text, if map.is_none() { original.as_bytes() } else { &[] });
        Reading::of(original, Folded { text, map, unread }, cut, false)
    }

    /// The same message with spaced-out words and numbers joined and digits read as letters where letters are meant; `None` if nothing looks disguised.
    pub fn as_meant(&self) -> Option<Reading<'t>> {
        let (text, map) = meant::undo_disguise(self)?;
        let cut = tokens::cut(&text, &[]);
        Some(Reading::of(self.original, Folded { text, map: Some(map), unread: self.unread }, cut, true))
    }

    fn of(original: &'t str, folded: Folded, cut: Cut, disguised: bool) -> Reading<'t> {
        let (Folded { text, map, unread }, Cut { tokens, digits, ats }) = (folded, cut);
        Reading { original, text, map, tokens, digits, ats, unread, disguised }.with_typed()
    }

    /// Tells of each token whether it was typed as it's folded, where only the map leads back to the original.
    fn with_typed(mut self) -> Reading<'t> {
        if self.map.is_some() {
            let mut tokens = std::mem::take(&mut self.tokens);
            for token in &mut tokens {
                token.as_typed = self.typed(token).as_bytes() == self.bytes(token);
            }
            self.tokens = tokens;
        }
        self
    }

    /// The whole message, as typed.
    pub fn message(&self) -> &'t str {
        self.original
    }

    /// The original bytes behind the folded range from `start` up to `end`.
    pub fn original(&self, start: usize, end: usize) -> Option<Span> {
        match &self.map {
            None => Span::new(start, end),
            Some(map) => Span::new(map.get(start)?.0 as usize, map.get(end.checked_sub(1)?)?.1 as usize),
        }
    }

    /// The original characters behind a token, as typed.
    pub fn typed(&self, token: &Token) -> &'t str {
        self.original(token.start(), token.end())
            .and_then(|span| self.original.get(span.start()..span.end()))
            .unwrap_or("")
    }

    /// Whether a token was typed with a capital at its front.
    pub fn is_large(&self, token: &Token) -> bool {
        self.typed(token).chars().next().is_some_and(char::is_uppercase)
    }

    /// The folded bytes of a token.
    pub fn bytes(&self, token: &Token) -> &[u8] {
        self.text.get(token.start()..token.end()).unwrap_or(&[])
    }

    /// The folded bytes between two places.
    pub fn between(&self, start: usize, end: usize) -> &[u8] {
        self.text.get(start..end).unwrap_or(&[])
    }

    /// The folded byte at a place, or a space outside the text.
    pub fn at(&self, place: usize) -> u8 {
        self.text.get(place).copied().unwrap_or(b' ')
    }
}

/// The folded text alone.
pub(crate) fn folded(text: &str) -> Vec<u8> {
    fold::fold(text).text
}

/// Whether a byte is the first of a character.
pub(crate) fn begins_character(byte: u8) -> bool {
    !(0x80..0xc0).contains(&byte)
}

/// Whether a folded byte is part of a letter.
#[inline]
pub(crate) fn is_letter(byte: u8) -> bool {
    // One branch for whoever asks, since the next byte can't be foretold.
    byte.is_ascii_lowercase() | (byte >= 0x80)
}

/// Whether a folded byte is a vowel; letters of two bytes are taken for one.
#[inline]
pub(crate) fn is_vowel(byte: u8) -> bool {
    byte >= 0x80 || b"aeiouy".contains(&byte)
}

/// Whether a folded byte is part of a letter or is a digit.
#[inline]
pub(crate) fn is_word(byte: u8) -> bool {
    is_letter(byte) | byte.is_ascii_digit()
}
