//! E-mail addresses that no row knows: in words (`navn snabel-a gmail punktum com`), or with spaces around their marks.

use super::Candidate;
use super::lexicon::Words;
use crate::category::Category;
use crate::finding::Evidence;
use crate::hash;
use crate::read::{Kind, is_word};

/// Every such address.
pub(super) fn find(words: &Words<'_>, out: &mut Vec<Candidate>) {
    let reading = words.reading;
    let tokens = &reading.tokens;
    // Where an `@`, or a word for it, stands: the tokens it takes.
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let possible = token.kind == Kind::Mark || words.may_mean_mark(token.hash, '@');
        if possible
            && let Some(length) = at_sign(words, at)
            && let Some(end) = domain(words, at + length, token.kind == Kind::Mark && at > 0 && is_word(reading.at(token.start() - 1)))
            && let Some(start) = local_part(words, at)
            && let (Some(from), Some(to)) = (tokens.get(start), tokens.get(end - 1))
            // `me at post@example.org`: an address that needs no word.
            && (token.kind == Kind::Mark || reading.at(to.end()) != b'@')
        {
            out.push(Candidate {
                start: from.start(),
                end: to.end(),
                category: Category::Email,
                recognizer: "words.email",
                evidence: Evidence::Context,
                disclosed: true,
            });
            at = end;
        } else {
            at += 1;
        }
    }
}

/// How many tokens from `at` on mean an `@`: the sign, a word for it, `(at)`, `[at]`.
fn at_sign(words: &Words<'_>, at: usize) -> Option<usize> {
    sign(words, at, '@', &["at", "a", "@"], b'@')
}

fn dot(words: &Words<'_>, at: usize) -> Option<usize> {
    sign(words, at, '.', &["dot", "punkt", "prik", "piste", "punktum", "."], b'.')
}

fn sign(words: &Words<'_>, at: usize, meant: char, bracketed: &[&str], mark: u8) -> Option<usize> {
    let reading = words.reading;
    let token = reading.tokens.get(at)?;
    if token.kind == Kind::Mark {
        let byte = reading.at(token.start());
        if byte == mark {
            // `@@`, `..`
            let twice = reading.at(token.end()) == mark && is_word(reading.at(token.end() + 1));
            return Some(1 + usize::from(twice));
        }
        let closes = match byte {
            b'(' => b')',
            b'[' => b']',
            b'<' => b'>',
            b'*' => byte,
            _ => return None,
        };
        // `(at)`, `[snabel-a]`
        let close =
            (2..=5).find(|it| reading.tokens.get(at + it).is_some_and(|it| reading.at(it.start()) == closes))?;
        let inside = reading.between(token.end(), reading.tokens.get(at + close)?.start());
        let mut all = bracketed.iter().map(|it| it.as_bytes()).chain(words.mark_words(meant, &[]));
        return all.any(|it| is_written(inside, it)).then_some(close + 1);
    }
    if token.kind != Kind::Word {
        return None;
    }
    // `snabel-a`, `snabel a`, `at sign`: the longest counts.
    let (mut longest, mut hash, mut end) = (None, hash::start(), token.start());
    for (length, last) in (1..=3).zip(reading.tokens.iter().skip(at)) {
        let more = reading.between(end, last.end()).iter().filter(|it| !is_inside(**it));
        hash = more.fold(hash, |hash, byte| hash::push(hash, *byte));
        if !words.may_mean_mark(hash, meant) {
            break;
        }
        end = last.end();
        let text = reading.between(token.start(), end);
        // They are in order: the word itself stands before those that it begins.
        let most = if length == 1 { 1 } else { usize::MAX };
        if words.mark_words(meant, reading.bytes(token)).take(most).any(|it| is_written(text, it)) {
            longest = Some(length);
        }
    }
    longest
}

/// Whether `text` is a word, but for what stands between its parts.
fn is_written(text: &[u8], word: &[u8]) -> bool {
    text.iter().filter(|it| !is_inside(**it)).eq(word)
}

/// Whether a byte stands between the parts of a word for a mark.
fn is_inside(byte: u8) -> bool {
    matches!(byte, b' ' | b'-')
}

/// The end of a domain that begins at `at`: labels with dots between, the last one of letters; a slip for the dot is one behind a `near` sign for `@`, or
/// before `com`.
fn domain(words: &Words<'_>, mut at: usize, near: bool) -> Option<usize> {
    let tokens = &words.reading.tokens;
    let mut end = None;
    let mut labels = 0;
    loop {
        at = label(words, at)?;
        labels += 1;
        // The last label is a word: `there at 7.45` is none.
        let last = at.checked_sub(1).and_then(|it| tokens.get(it));
        if labels > 1 && last.is_some_and(|it| it.kind == Kind::Word && it.end() - it.start() >= 2) {
            end = Some(at);
        }
        match dot(words, at) {
            // A full stop with a space behind it ends the sentence, unless one stands before it too.
            Some(1)
                if tokens.get(at).is_some_and(|it| {
                    it.kind == Kind::Mark
                        && words.reading.at(it.end()) == b' '
                        && it.start() > 0
                        && words.reading.at(it.start() - 1) != b' '
                }) =>
            {
                return if labels == 1 { top_level(words, at, false) } else { end };
            }
            Some(length) if tokens.get(at + length).is_some_and(|it| it.kind != Kind::Mark) && labels < 6 => {
                at += length
            }
            None if labels == 1 => return top_level(words, at, near),
            _ => return end,
        }
    }
}

/// The token behind a domain's last label that a space or a comma keeps from the first: `gmail com`, `gmail,com`, `gmail. com`.
fn top_level(words: &Words<'_>, at: usize, near: bool) -> Option<usize> {
    let reading = words.reading;
    let before = reading.tokens.get(at.checked_sub(1)?)?.end();
    (at..at + 2)
        .find(|it| {
            reading.tokens.get(*it).is_some_and(|it| {
                let label = reading.bytes(it);
                matches!(reading.between(before, it.start()), b" " | b"," | b". ")
                    && (label == b"com" || (near && matches!(label, b"dk" | b"se" | b"no" | b"fi")))
            })
        })
        .map(|it| it + 1)
}

/// The token behind a label: words, digits, hyphens that touch.
fn label(words: &Words<'_>, at: usize) -> Option<usize> {
    let reading = words.reading;
    let token = reading.tokens.get(at).filter(|it| it.kind != Kind::Mark)?;
    if dot(words, at).is_some() {
        return None;
    }
    let mut next = at + 1;
    let mut end = token.end();
    while let Some(token) = reading.tokens.get(next) {
        let hyphen = matches!(reading.at(token.start()), b'-' | b'_') && token.kind == Kind::Mark;
        if token.start() != end || !(token.kind != Kind::Mark || hyphen) {
            break;
        }
        end = token.end();
        next += 1;
    }
    Some(next)
}

/// The first token of the part before the `@` at `at`.
fn local_part(words: &Words<'_>, at: usize) -> Option<usize> {
    let reading = words.reading;
    let tokens = &reading.tokens;
    let mut start = at.checked_sub(1)?;
    if tokens.get(start).is_none_or(|it| it.kind == Kind::Mark) {
        return None;
    }
    loop {
        // Tokens that touch belong together.
        while let (Some(before), Some(token)) = (start.checked_sub(1).and_then(|it| tokens.get(it)), tokens.get(start))
        {
            let inside = before.kind != Kind::Mark || matches!(reading.at(before.start()), b'.' | b'_' | b'-' | b'+');
            if before.end() != token.start() || !inside {
                break;
            }
            start -= 1;
        }
        // `torben punktum ravn`: a word for a dot, or a dot between spaces, and another word before it.
        let mut joined = None;
        for length in [1, 2, 3] {
            if let Some(place) = start.checked_sub(length)
                && let Some(before) = place.checked_sub(1)
                && between_means(words, place, length)
                && tokens.get(before).is_some_and(|it| it.kind != Kind::Mark)
            {
                joined = Some(before);
                break;
            }
        }
        match joined {
            Some(before) => start = before,
            None => {
                // `kicki 74 ät hotmail`
                let word = start.checked_sub(1).filter(|it| tokens.get(*it).is_some_and(|it| it.kind == Kind::Word));
                let apart = tokens.get(start).is_some_and(|it| it.kind == Kind::Digits)
                    && tokens.get(at).is_some_and(|it| it.kind == Kind::Word);
                return Some(word.filter(|_| apart).unwrap_or(start));
            }
        }
    }
}

/// Whether the `length` tokens from `place` on mean a dot, a hyphen, an underscore or a plus.
fn between_means(words: &Words<'_>, place: usize, length: usize) -> bool {
    dot(words, place) == Some(length)
        || ['-', '_', '+'].iter().any(|meant| sign(words, place, *meant, &[], b'_') == Some(length))
}
