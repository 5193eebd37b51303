//! Cutting folded text into words, digit groups and marks.

use super::{begins_character, is_letter};
use crate::hash;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// ASCII digits.
    Digits,
    /// One mark; spaces are no tokens.
    Mark,
}

/// A piece of folded text.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// The hash of its bytes, if it's a word.
    pub hash: u32,
    /// How many characters it has; 255 stands for more too.
    pub width: u8,
    /// Whether it was typed just as it's folded: in lower case, but for letters of scripts that are not read, which keep theirs.
    pub as_typed: bool,
    /// What it is made of.
    pub kind: Kind,
    /// Whether a sentence begins here.
    pub opens: bool,
}

impl Token {
    /// Its first folded byte.
    pub fn start(&self) -> usize {
        self.start as usize
    }

    /// The folded byte after its last.
    pub fn end(&self) -> usize {
        self.end as usize
    }
}

/// A text, cut.
#[derive(Default)]
pub(super) struct Cut {
    pub tokens: Vec<Token>,
    /// Which tokens are digits.
    pub digits: Vec<usize>,
    /// Which tokens are an `@`.
    pub ats: Vec<usize>,
}

/// Cuts the whole text; `typed` is the original where both have the same offsets, and otherwise empty.
pub(super) fn cut(text: &[u8], typed: &[u8]) -> Cut {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4 + 4);
    let (mut digits, mut ats) = (Vec::new(), Vec::new());
    let mut opens = true;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let start = at;
        at += 1;
        let (mut hash, mut width, mut as_typed) = (0, 1u8, typed.get(start) == Some(&byte));
        let kind = if is_letter(byte) {
            hash = hash::push(hash::start(), byte);
            while let Some(byte) = text.get(at).filter(|it| is_letter(**it)) {
                hash = hash::push(hash, *byte);
                width = width.saturating_add(u8::from(begins_character(*byte)));
                as_typed &= typed.get(at) == Some(byte);
                at += 1;
            }
            Kind::Word
        } else if byte.is_ascii_digit() {
            while text.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            width = (at - start).min(usize::from(u8::MAX)) as u8;
            digits.push(tokens.len());
            Kind::Digits
        } else {
            // What a label on the line before asks for goes on with it: `Diagnose:` and on the next line the illness.
            if byte == b'\n' && tokens.last().is_none_or(|it| text.get(it.start()) != Some(&b':')) {
                opens = true;
            }
            if byte == b' ' || byte == b'\n' {
                continue;
            }
            if byte == b'@' {
                ats.push(tokens.len());
            }
            Kind::Mark
        };
        tokens.push(Token { start: start as u32, end: at as u32, hash, width, as_typed, kind, opens });
        opens = kind == Kind::Mark && ends_sentence(text, start, &tokens);
    }
    Cut { tokens, digits, ats }
}

/// Whether the mark at `at` ends a sentence: `!`, `?`, or a full stop before a space or the end that no abbreviation or ordinal explains.
fn ends_sentence(text: &[u8], at: usize, tokens: &[Token]) -> bool {
    match text.get(at) {
        Some(b'!' | b'?') => true,
        Some(b'.') => {
            let followed = text.get(at + 1).is_none_or(|it| matches!(it, b' ' | b'\n' | b'"' | b')'));
            // `f. 1951`, `kl. 8`, `12. maj`: short words and numbers before a full stop often go on, unless the text ends here.
            let before = tokens.len().checked_sub(2).and_then(|it| tokens.get(it));
            let short =
                before.is_some_and(|it| it.end() == at && (it.kind == Kind::Digits || it.end() - it.start() <= 2));
            followed && !short
        }
        _ => false,
    }
}
