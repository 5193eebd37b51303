//! Recognizer rows: shapes of text as data, each with its automaton, and how they are tried.

use super::automaton::Automaton;
use super::way::{WAYS, way};
use super::{Candidate, checks, reference};
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::{Kind, Reading, Token, is_letter, is_word};

/// A shape of text, what it means and how far to trust it. The table is compiled from `rows/*.toml`.
pub(crate) struct Row {
    /// `country.thing`.
    pub id: &'static str,
    pub category: Category,
    starts: Starts,
    check: Check,
    context: &'static [&'static str],
    needs_context: bool,
    /// For each count of digits that its matches may begin with a bit for each `way` in which the text may go on; the last stands for more digits.
    digits: &'static [u16],
    automaton: Automaton,
    #[cfg(test)]
    pattern: &'static str,
    #[cfg(test)]
    matches: &'static [&'static str],
    #[cfg(test)]
    not: &'static [&'static str],
}

/// What a check of the matched text says about it.
enum Check {
    /// There is none.
    None,
    /// Passing proves the match; failing proves nothing.
    Confirms(fn(&[u8]) -> bool),
    /// The issuer guarantees it: what fails is something else.
    Requires(fn(&[u8]) -> bool),
}

/// Where a row is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Starts {
    /// Where a number begins, with a bracket or plus sign before it.
    Digit,
    /// Where a word of two letters stands before a number.
    Letter,
    /// Both, also after one letter.
    LetterOrDigit,
    /// Where a longer word stands before a number.
    Word,
    /// Where the word before an `@` begins.
    At,
}

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// The rows by where they are tried.
pub(crate) struct Rows {
    /// Those that may match behind so many digits, for each way in which the text may go on.
    by_digits: Vec<Vec<&'static Row>>,
    digit: Vec<&'static Row>,
    letter: Vec<&'static Row>,
    at: Vec<&'static Row>,
}

impl Rows {
    /// Every row of the table.
    pub fn new() -> Rows {
        let tried = |wanted: &[Starts]| -> Vec<&'static Row> {
            ROWS.iter().filter(|row| wanted.contains(&row.starts)).collect()
        };
        let digit = tried(&[Starts::Digit, Starts::LetterOrDigit]);
        let counts = digit.iter().map(|it| it.digits.len()).max().unwrap_or(0);
        let fits = |row: &Row, count: usize, way: usize| row.digits.get(count).is_some_and(|it| it >> way & 1 != 0);
        let by_digits = (0..counts * WAYS)
            .map(|it| digit.iter().copied().filter(|row| fits(row, it / WAYS, it % WAYS)).collect())
            .collect();
        let letter = tried(&[Starts::Letter, Starts::LetterOrDigit, Starts::Word]);
        Rows { by_digits, digit, letter, at: tried(&[Starts::At]) }
    }

    /// Everything that looks like a row's shape.
    pub fn find(&self, reading: &Reading<'_>, out: &mut Vec<Candidate>) {
        for index in &reading.digits {
            if let Some(token) = reading.tokens.get(*index) {
                self.find_behind_letters(reading, *index, token, out);
                self.find_digits(reading, token, out);
            }
        }
        for token in reading.ats.iter().filter_map(|it| reading.tokens.get(*it)) {
            self.find_address(reading, token, out);
        }
    }

    /// What begins with the word before the digits of `token`.
    fn find_behind_letters(&self, reading: &Reading<'_>, index: usize, token: &Token, out: &mut Vec<Candidate>) {
        let mut before = (1..=2).filter_map(|back| reading.tokens.get(index.checked_sub(back)?));
        let Some(word) = before.find(|it| it.kind != Kind::Mark) else { return };
        let length = word.end() - word.start();
        if word.kind == Kind::Word
            && matches!(reading.between(word.end(), token.start()), b"" | b" " | b"." | b"-" | b". ")
        {
            let fits = |row: &Row| match row.starts {
                Starts::LetterOrDigit => length <= 2,
                Starts::Letter => length == 2,
                _ => length > 2,
            };
            for row in self.letter.iter().filter(|it| fits(it)) {
                try_row(row, reading, word.start(), out);
            }
        }
    }

    /// The rows that may match from the digits of `token` on.
    fn that_may_match(&self, reading: &Reading<'_>, token: &Token) -> &[&'static Row] {
        let most = (self.by_digits.len() / WAYS).saturating_sub(1);
        let at = (token.end() - token.start()).min(most) * WAYS
            + way(reading.text.get(token.end()).copied(), reading.at(token.end() + 1).is_ascii_digit());
        self.by_digits.get(at).map_or(&[], Vec::as_slice)
    }

    /// What begins with the digits of `token`.
    fn find_digits(&self, reading: &Reading<'_>, token: &Token, out: &mut Vec<Candidate>) {
        let mut start = token.start();
        for row in self.that_may_match(reading, token) {
            try_row(row, reading, start, out);
        }
        // `+45`, `(09)`: the marks before the first digit belong to the number.
        while start > 0 && matches!(reading.at(start - 1), b'+' | b'(' | b' ') && token.start() - start < 3 {
            start -= 1;
        }
        while reading.at(start) == b' ' {
            start += 1;
        }
        if start < token.start() {
            for row in self.digit.iter().filter(|it| it.category == Category::Phone) {
                try_row(row, reading, start, out);
            }
        }
    }

    /// The e-mail address around the `@` that is `token`.
    fn find_address(&self, reading: &Reading<'_>, token: &Token, out: &mut Vec<Candidate>) {
        let mut start = token.start();
        while start > 0 && (is_word(reading.at(start - 1)) || b"._%+&~=!#-".contains(&reading.at(start - 1))) {
            start -= 1;
        }
        while start < token.start() && !is_word(reading.at(start)) {
            start += 1;
        }
        let before = out.len();
        for row in &self.at {
            if out.len() == before {
                try_row(row, reading, start, out);
            }
        }
    }
}

fn try_row(row: &'static Row, reading: &Reading<'_>, start: usize, out: &mut Vec<Candidate>) {
    let Some(end) = row.automaton.end_of_match(&reading.text, start) else { return };
    let before = if start == 0 { b' ' } else { reading.at(start - 1) };
    let glued = match row.starts {
        Starts::At => false,
        Starts::Digit | Starts::LetterOrDigit => {
            is_word(before) && !(is_letter(before) && reading.at(start).is_ascii_digit())
        }
        Starts::Letter | Starts::Word => is_word(before),
    };
    // A shape that goes on is another shape, but for the time of day behind a date: `2025-02-06T17:30`.
    let time = row.category == Category::Date && reading.at(end) == b't' && reading.at(end + 1).is_ascii_digit();
    let goes_on = reading.at(end) == b'-'
        && reading.at(end + 1).is_ascii_digit()
        && matches!(row.category, Category::Phone | Category::Birthdate);
    if glued || (is_word(reading.at(end)) && !time) || goes_on || end <= start {
        return;
    }
    let text = reading.between(start, end);
    let passes = match row.check {
        Check::None => false,
        Check::Confirms(check) => check(text),
        Check::Requires(check) if check(text) => true,
        Check::Requires(_) => return,
    };
    let in_context = has_context(row, reading, start, end);
    if row.needs_context && !in_context {
        return;
    }
    let evidence = match (passes, in_context) {
        (true, _) => Evidence::Checksum,
        (_, true) => Evidence::Context,
        _ => Evidence::Shape,
    };
    out.push(Candidate { start, end, category: row.category, recognizer: row.id, evidence, disclosed: true });
}

/// How far before a number its word may stand, and after.
const BEFORE: usize = 60;
const BEFORE_IF_NEEDED: usize = 36;
const AFTER: usize = 28;

/// Whether a context word of the row stands near, with no other number between.
fn has_context(row: &Row, reading: &Reading<'_>, start: usize, end: usize) -> bool {
    if row.context.is_empty() {
        return false;
    }
    let reach = if row.needs_context { BEFORE_IF_NEEDED } else { BEFORE };
    let mut from = start.saturating_sub(reach);
    let before = reading.between(from, start);
    // `de sidste 4 er 1742`: a small number belongs to the words; a longer one is a number of its own with words of its own.
    let mut run = 0;
    for (at, byte) in before.iter().enumerate().rev() {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        // Nor does a placeholder name what follows it.
        let line = *byte == b'\n' && at.checked_sub(1).and_then(|it| before.get(it)) != Some(&b':');
        if run >= 3 || line || *byte == b']' {
            from += at + 1;
            break;
        }
    }
    if has_any(reading.between(from, start), row.context) {
        return true;
    }
    if row.needs_context && row.category != Category::NationalId {
        return false;
    }
    let to = reading
        .text
        .iter()
        .skip(end)
        .take(AFTER)
        .position(|it| it.is_ascii_digit() || matches!(it, b'\n' | b'.' | b'?' | b'!' | b'['));
    // In `ordre 87654321, ring på 23456789` the word behind the order names the next number.
    if to.is_some_and(|it| reading.at(end + it).is_ascii_digit()) && reference::is_named(reading, start) {
        return false;
    }
    let after = reading.between(end, end + to.unwrap_or(AFTER.min(reading.text.len().saturating_sub(end))));
    // `1742 er de sidste fire`, but not `2019 er de sidste fire år`.
    let told = || {
        !matches!(reading.between(start, start + 2), b"19" | b"20")
            && [" er de ", " er dei ", " är ", " are the "].iter().any(|it| after.starts_with(it.as_bytes()))
    };
    (!row.needs_context || told()) && has_any(after, row.context)
}

/// What a word near says of digits that no row knows by their shape.
pub(super) fn named(reading: &Reading<'_>, start: usize, end: usize) -> Option<Category> {
    let names = |row: &&Row| row.needs_context && has_context(row, reading, start, end);
    ROWS.iter().find(names).map(|it| it.category)
}

/// Whether a word (or words) of `text` begins with one of `words`, which are in order.
pub(super) fn has_any(text: &[u8], words: &[&str]) -> bool {
    debug_assert!(words.is_sorted(), "words in order");
    let mut inside = false;
    text.iter().enumerate().any(|(at, byte)| {
        let begins = is_word(*byte) & !inside;
        inside = is_word(*byte);
        begins && {
            let rest = text.get(at..).unwrap_or(&[]);
            let first = |word: &&str| word.as_bytes().first().copied();
            let from = words.partition_point(|it| first(it) < Some(*byte));
            let alike = words.iter().skip(from).take_while(|it| first(it) == Some(*byte));
            alike.into_iter().any(|it| rest.starts_with(it.as_bytes()))
        }
    })
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
