//! What is written out in words: numbers (`fire nul seks to`), dates (`den tiende april nitten hundrede`), e-mail addresses (`navn snabel-a gmail punktum com`).

use super::lexicon::{NumberWord, Words};
use super::{Candidate, dates, reference, row};
use crate::category::Category;
use crate::finding::Evidence;
use crate::hash;
use crate::read::{Kind, is_word};

/// A part of a written-out number.
#[derive(Clone, Copy)]
enum Part {
    /// So many digits, in words.
    Words(usize),
    /// An everyday word that is also a number (`en`, `to`).
    Weak,
    /// So many digits, in digits.
    Digits(usize),
    /// A day of a month.
    Ordinal,
    /// A month's name.
    Month,
    /// Between parts, and how surely it joins them: a link 1, a word for a mark 2, for one that stands in numbers 3.
    Between(usize),
}

impl Part {
    fn is_between(self) -> bool {
        matches!(self, Part::Between(_))
    }
}

/// Numbers and dates in words, and numbers of which a part is in words.
pub(super) fn find_numbers(words: &Words<'_>, numbers: &[NumberWord], min_digits: usize, out: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < words.list.len() {
        let Some(first) = part(words, numbers, at).filter(|it| !it.is_between()) else {
            at += 1;
            continue;
        };
        let mut parts = vec![first];
        let mut last = at;
        let mut next = at + 1;
        while next < words.list.len() && words.list.get(next).is_some_and(|it| joins(words, next, it.barrier)) {
            // `den fjortende i syvende`
            let ordinal = |at| matches!(words.number_word(at, numbers), Some(NumberWord::Ordinal(_)));
            let is_i = || words.list.get(next).is_some_and(|it| words.reading.bytes(&it.token) == b"i");
            let i = || (is_i() && ordinal(next - 1) && ordinal(next + 1)).then_some(Part::Between(1));
            let Some(part) = part(words, numbers, next).or_else(i) else { break };
            parts.push(part);
            if !part.is_between() {
                last = next;
            }
            next += 1;
        }
        parts.truncate(last - at + 1);
        weigh(words, &parts, at, last, min_digits, out);
        at = last + 1;
    }
}

/// Commas and full stops between number words are pauses.
fn joins(words: &Words<'_>, at: usize, barrier: u8) -> bool {
    let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|it| words.list.get(it)), words.list.get(at)) else {
        return false;
    };
    let gap = words.reading.between(before.token.end(), word.token.start());
    barrier == 0 || (gap.len() <= 3 && gap.iter().all(|it| b" ,.-:;/()\n".contains(it)))
}

fn part(words: &Words<'_>, numbers: &[NumberWord], at: usize) -> Option<Part> {
    let word = words.list.get(at)?;
    if word.token.kind == Kind::Digits {
        return Some(Part::Digits(word.token.end() - word.token.start()));
    }
    let meaning = words.number_word(at, numbers)?;
    Some(match meaning {
        NumberWord::Value(_, true) => Part::Weak,
        NumberWord::Value(value, false) => Part::Words(decimal_digits(value)),
        NumberWord::Ordinal(_) => Part::Ordinal,
        NumberWord::Month(_) => Part::Month,
        // `5000 minus 1200` is a sum.
        NumberWord::Mark('.' | '/') => Part::Between(3),
        NumberWord::Mark(mark) if mark != '@' => Part::Between(2),
        NumberWord::Link | NumberWord::Mark(_) => Part::Between(1),
    })
}

fn decimal_digits(value: u32) -> usize {
    value.checked_ilog10().map_or(1, |it| it as usize + 1)
}

fn weigh(words: &Words<'_>, parts: &[Part], first: usize, last: usize, min_digits: usize, out: &mut Vec<Candidate>) {
    let (Some(from), Some(to)) = (words.list.get(first), words.list.get(last)) else { return };
    let (mut start, mut end) = (from.token.start(), to.token.end());
    let before = first.checked_sub(1).and_then(|it| words.list.get(it)).filter(|_| from.barrier == 0);
    let leads = |word: &[u8]| before.is_some_and(|it| words.reading.bytes(&it.token) == word);
    let (mut digits, mut in_words, mut spoken, mut marks, mut joins, mut months) = (0, 0, 0, 0, 0, 0);
    let (mut in_digits, mut ordinals, mut year) = (false, 0, false);
    for part in parts {
        match part {
            Part::Words(count) => {
                digits += count;
                in_words += 1;
                spoken += 1;
                year = true;
            }
            Part::Weak => {
                digits += 1;
                spoken += 1;
            }
            Part::Digits(count) => {
                digits += count;
                in_digits = true;
                year |= *count > 1;
            }
            Part::Ordinal => ordinals += 1,
            Part::Month => {
                months += 1;
                year = false;
            }
            Part::Between(surely) => {
                joins += surely;
                marks += usize::from(*surely == 3);
            }
        }
    }
    if parts.len() < 3 {
        return;
    }
    let (category, recognizer) = if year && (ordinals == 2 || (months == 1 && (ordinals > 0 || in_words > 0))) {
        // `den tiende april …`: the article belongs to the day.
        if let Some(article) = before.filter(|_| leads(b"den") || leads(b"the")) {
            start = article.token.start();
        }
        let (before, text) = (words.reading.between(0, start), words.reading.between(start, end));
        let before = before.get(before.len().saturating_sub(dates::REACH)..).unwrap_or(before);
        // Most that are said so are of birth, but not one of these years.
        let born =
            dates::said_before(before) || dates::is_old(before, text) || !text.last().is_some_and(u8::is_ascii_digit);
        (if born { Category::Birthdate } else { Category::Date }, "words.date")
    } else {
        // `mit nummer er en tres halvfems otte`: what is a number's, everyday words between them are too. `tlf 22 33 fire 55 66`
        let inside = matches!((parts.first(), parts.last()), (Some(Part::Digits(_)), Some(Part::Digits(_))));
        let named = row::named(words.reading, start, end);
        let told = (named.is_some() || reference::is_named(words.reading, start))
            && ((in_words >= 2 && spoken >= 4) || (in_words > 0 && inside));
        let said = in_words >= 4 || (in_digits && in_words + marks >= 2) || told;
        let enough = digits >= min_digits && months == 0 && said;
        // `sista fyra är sex sex ett åtta`
        let last_part = parts.len() <= 5 && spoken == parts.len();
        // `tlf 41 så 17 så 60`, `kontonr 1506 pilkku 44 …`: no longer than a card.
        let split = spoken == 0 && joins > 1 && (min_digits..20).contains(&digits);
        if !enough && !last_part && !split {
            return;
        }
        let known = named == Some(Category::NationalId)
            || (split && matches!(named, Some(Category::Phone | Category::Account)));
        if !enough && !known {
            return;
        }
        // The country of an IBAN.
        while start.checked_sub(1).is_some_and(|it| in_digits && words.reading.at(it).is_ascii_lowercase()) {
            start -= 1;
        }
        // `ett åtta nio H`: a HETU's last letter, said aloud.
        if let Some(next) = words.list.get(last + 1).filter(|it| it.barrier == 0) {
            let text = words.reading.bytes(&next.token);
            let letter = match text {
                [letter] => !matches!(letter, b'i' | b'o'),
                // `koo`, `bee`, as Finns say them
                // `ässä`, `ärrä`
                [0xc3, 0xa4, _, _, 0xc3, 0xa4] => true,
                [.., before, last] => text.len() <= 3 && before == last && b"aeiouy".contains(last),
                _ => false,
            };
            if letter {
                end = next.token.end();
            }
        }
        // `plus femogfyrre …`
        if let Some(plus) = before.filter(|_| leads(b"plus")) {
            start = plus.token.start();
        }
        (named.unwrap_or(Category::Number), "words.number")
    };
    out.push(Candidate { start, end, category, recognizer, evidence: Evidence::Shape, disclosed: true });
}

/// E-mail addresses in words or with spaces around their marks.
pub(super) fn find_emails(words: &Words<'_>, out: &mut Vec<Candidate>) {
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

/// Whether the `length` tokens from `place` on mean a dot, a hyphen or an underscore.
fn between_means(words: &Words<'_>, place: usize, length: usize) -> bool {
    dot(words, place) == Some(length)
        || ['-', '_'].iter().any(|meant| sign(words, place, *meant, &[], b'_') == Some(length))
}
