//! The tokens of a reading as the tagger sees them: what of a token depends on no language.

use crate::hash;
use crate::read::{Kind, Reading, begins_character};

/// How a token is typed.
pub(crate) mod shape {
    pub const LOWER: u8 = 0;
    pub const CAPITAL: u8 = 1;
    pub const CAPITALS: u8 = 2;
    pub const MIXED: u8 = 3;
    pub const INITIAL: u8 = 4;
    pub const DIGITS: u8 = 5;
    pub const MARK: u8 = 6;
    /// Outside the message.
    pub const NONE: u8 = 7;
}

/// How a message as a whole is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Capitals inside sentences.
    Usual = 0,
    /// Capitals at the beginnings of sentences only.
    Openings = 1,
    /// No capitals.
    Lower = 2,
    /// Nothing but capitals.
    Upper = 3,
}

/// A token of a reading.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    /// Its place among the tokens of the reading.
    pub token: usize,
    /// The hash of its folded bytes.
    pub word: u32,
    /// A `shape`.
    pub shape: u8,
    /// Its letters, at most 15.
    pub length: u8,
    /// Whether a sentence begins here.
    pub opens: bool,
    /// Whether a name may hold it: words, and the marks inside `Anne-Marie` and `J. P.`
    pub open: bool,
}

impl Seen {
    /// What stands before the first token and after the last.
    pub const OUTSIDE: Seen =
        Seen { token: usize::MAX, word: 7, shape: shape::NONE, length: 0, opens: true, open: false };

    /// Whether a capital stands at its front.
    pub fn is_large(&self) -> bool {
        matches!(self.shape, shape::CAPITAL | shape::CAPITALS | shape::MIXED | shape::INITIAL)
    }
}

/// The longest word that is looked at.
const LONGEST: usize = 40;

/// All tokens of `reading`, and its style.
pub(crate) fn see(reading: &Reading<'_>) -> (Vec<Seen>, Style) {
    let mut seen: Vec<Seen> = Vec::with_capacity(reading.tokens.len());
    for (at, token) in reading.tokens.iter().enumerate() {
        let bytes = reading.bytes(token);
        let mut it = Seen { token: at, opens: token.opens, ..Seen::OUTSIDE };
        match token.kind {
            Kind::Digits => {
                it.shape = shape::DIGITS;
                it.word = 11 + bytes.len().min(9) as u32;
            }
            Kind::Mark => {
                it.shape = shape::MARK;
                it.word = 31 + u32::from(bytes.first().copied().unwrap_or(0));
                it.open = is_inside_name(reading, at, bytes);
            }
            Kind::Word => {
                it.word = token.hash;
                it.length = token.width.min(15);
                it.shape = match token.as_typed {
                    true => shape::LOWER,
                    false => typed_shape(reading.typed(token), it.length),
                };
                // `A/S`
                it.open = bytes.len() <= LONGEST && (bytes.len() > 1 || reading.at(token.end()) != b'/');
            }
        }
        seen.push(it);
    }
    let style = style(&seen);
    (seen, style)
}

/// Whether the mark at `at` can be part of a name: a hyphen inside a word, or a full stop behind an initial or a short form.
fn is_inside_name(reading: &Reading<'_>, at: usize, mark: &[u8]) -> bool {
    let Some(token) = reading.tokens.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|it| reading.tokens.get(it));
    let glued = before.is_some_and(|it| it.kind == Kind::Word && it.end() == token.start());
    match mark {
        b"-" => {
            glued && reading.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Word && it.start() == token.end())
        }
        b"." => glued && !token.opens && before.is_some_and(|it| it.end() - it.start() <= 4),
        _ => false,
    }
}

/// The bytes of a token if it's a word, as many as are looked at.
pub(crate) fn letters<'r>(reading: &'r Reading<'_>, seen: &Seen) -> &'r [u8] {
    let word = reading.tokens.get(seen.token).filter(|it| it.kind == Kind::Word);
    let bytes = word.map_or(&[][..], |it| reading.bytes(it));
    bytes.get(..LONGEST).unwrap_or(bytes)
}

/// The hashes of the first three and four letters of a word; zero if it's none.
pub(crate) fn beginning(word: &[u8]) -> [u32; 2] {
    if word.is_empty() {
        return [0; 2];
    }
    let mut hash = hash::start();
    let mut three = None;
    let mut letters = 0;
    for byte in word {
        if begins_character(*byte) {
            if letters == 3 {
                three = Some(hash);
            } else if letters == 4 {
                break;
            }
            letters += 1;
        }
        hash = hash::push(hash, *byte);
    }
    [three.unwrap_or(hash), hash]
}

/// The hashes of the last two, three … letters of a word, read backwards; zero if it's none.
pub(crate) fn ends<const COUNT: usize>(word: &[u8]) -> [u32; COUNT] {
    let mut out = [0; COUNT];
    let mut ends = out.iter_mut();
    let mut hash = hash::start();
    let mut alone = true;
    for byte in word.iter().rev() {
        hash = hash::push(hash, *byte);
        // One letter says too little.
        if begins_character(*byte) && !std::mem::take(&mut alone) {
            match ends.next() {
                Some(end) => *end = hash,
                None => break,
            }
        }
    }
    if !word.is_empty() {
        // A short word is its own end.
        ends.for_each(|end| *end = hash);
    }
    out
}

fn typed_shape(typed: &str, length: u8) -> u8 {
    let mut chars = typed.chars();
    let large = chars.next().is_some_and(char::is_uppercase);
    if large && length == 1 {
        return shape::INITIAL;
    }
    let (mut upper, mut lower) = (false, false);
    for c in chars {
        if c.is_uppercase() {
            upper = true;
        } else if c.is_lowercase() {
            lower = true;
        }
    }
    match (large, upper, lower) {
        (true, true, false) => shape::CAPITALS,
        (true, false, _) => shape::CAPITAL,
        (true, true, true) | (false, true, _) => shape::MIXED,
        (false, false, _) => shape::LOWER,
    }
}

fn style(seen: &[Seen]) -> Style {
    let (mut lower, mut inside, mut opening, mut capitals) = (0u32, 0u32, 0u32, 0u32);
    for it in seen.iter().filter(|it| it.length > 1) {
        match it.shape {
            shape::LOWER => lower += 1,
            shape::CAPITALS => capitals += 1,
            shape::CAPITAL | shape::MIXED if it.opens => opening += 1,
            shape::CAPITAL | shape::MIXED => inside += 1,
            _ => {}
        }
    }
    if capitals > 2 * (lower + inside + opening) {
        Style::Upper
    } else if inside > 0 {
        Style::Usual
    } else if opening > 0 {
        Style::Openings
    } else {
        Style::Lower
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> (Vec<Seen>, Style) {
        see(&Reading::new(text))
    }

    #[test]
    fn endings_are_cut_between_letters() {
        let word = "bøjø".as_bytes();
        let backwards = |end: &str| hash::bytes(&end.bytes().rev().collect::<Vec<_>>());
        let whole = backwards("bøjø");
        assert_eq!(ends(word), [backwards("jø"), backwards("øjø"), whole, whole]);
        assert_eq!(beginning(word), ["bøj", "bøjø"].map(|it| hash::bytes(it.as_bytes())));
        assert_eq!((ends(b""), beginning(b"")), ([0], [0, 0]));
    }

    #[test]
    fn a_message_has_a_style() {
        assert!(seen("jeg hedder mette").1 == Style::Lower);
        assert!(seen("Jeg hedder mette. Hvad nu?").1 == Style::Openings);
        assert!(seen("Jeg hedder Mette").1 == Style::Usual);
        assert!(seen("JEG HEDDER METTE").1 == Style::Upper);
    }

    #[test]
    fn hyphens_and_initials_belong_to_names() {
        let (seen, _) = seen("Anne-Marie J. Holm - ja.");
        let open: Vec<bool> = seen.iter().map(|it| it.open).collect();
        assert_eq!(open, [true, true, true, true, true, true, false, true, true]);
    }
}
