//! A message character by character: what was marked, and what masks it.

use slor::{Category, Redaction, Span};

use super::corpus::{Mark, Message};

/// A character of a message.
#[derive(Clone, Copy)]
pub struct Place {
    /// Where it is, in bytes.
    pub byte: usize,
    pub char: char,
    /// Whether a mark covers it.
    pub marked: bool,
    /// The category that it's masked as.
    pub mask: Option<Category>,
}

impl Place {
    /// Whether a reader learns something from it: letters and all that has a numeric value.
    ///
    /// Unicode calls more than letters alphabetic: letters in a ring or box, which are symbols, and signs that stand on a
    /// letter, of which those that a Nordic corpus can hold (Latin, Greek, Hebrew, Arabic) are listed.
    pub fn is_telling(&self) -> bool {
        let is_symbol = matches!(self.char, 'Ⓐ'..='ⓩ' | '\u{1f130}'..='\u{1f189}');
        let is_sign = matches!(self.char, '\u{345}' | '\u{363}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6e4}' | '\u{6e7}'..='\u{6ed}');
        self.char.is_alphanumeric() && !is_symbol && !is_sign
    }

    /// Whether it stands for one digit: no fractions, Roman numerals or tens in a ring.
    fn is_digit(&self) -> bool {
        let is_other = matches!(self.char, '¼'..='¾' | '\u{2150}'..='\u{218b}' | '⑩'..='⑳' | '\u{3007}'..='\u{33ff}');
        self.char.is_numeric() && !is_other
    }
}

/// The characters of a message, in order.
pub fn places(message: &Message, redaction: &Redaction) -> Vec<Place> {
    let covers = |span: Span, byte: usize| span.start() <= byte && byte < span.end();
    let place = |(byte, char)| {
        let finding = redaction.findings.iter().rfind(|it| covers(it.span, byte));
        let marked = message.marks.iter().any(|it| covers(it.span, byte));
        Place { byte, char, marked, mask: finding.map(|it| it.category) }
    };
    message.text.char_indices().map(place).collect()
}

/// Where the characters of a mark stand among `places`.
pub fn range(places: &[Place], mark: &Mark) -> (usize, usize) {
    let from = |byte: usize| places.partition_point(|it| it.byte < byte);
    (from(mark.span.start()), from(mark.span.end()))
}

/// The part of a mark that counts: of a number, letters before its first and after its last digit may stay.
pub fn counted<'p>(places: &'p [Place], mark: &Mark) -> &'p [Place] {
    let (start, end) = range(places, mark);
    let marked = places.get(start..end).unwrap_or_default();
    if mark.category != Category::Number {
        return marked;
    }
    match (marked.iter().position(Place::is_digit), marked.iter().rposition(Place::is_digit)) {
        (Some(first), Some(last)) => marked.get(first..=last).unwrap_or_default(),
        _ => marked,
    }
}
