//! What is written out in words: numbers (`fire nul seks to`) and dates (`den tiende april nitten hundrede`).

use super::lexicon::{NumberWord, Word, Words};
use super::{Candidate, dates, reference, row};
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::Kind;

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
pub(super) fn find(words: &Words<'_>, numbers: &[NumberWord], min_digits: usize, out: &mut Vec<Candidate>) {
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
    barrier == 0 || (gap.len() <= 3 && gap.iter().all(|it| b" ,.-:;/()\"\n".contains(it)))
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

/// Whether commas and the like part groups of a telephone number from the word `first` to the word `last`: eight digits and more in groups of one length,
/// the last one no longer. What counts up is a list: `rum 101, 102, 103`.
fn is_parted(words: &Words<'_>, first: usize, last: usize) -> bool {
    let groups = words.list.get(first..=last).unwrap_or(&[]);
    let text = |it: &Word<'_>| words.reading.bytes(&it.token);
    let width = groups.first().map_or(0, |it| text(it).len());
    let (mut digits, mut rises) = (width, true);
    for pair in groups.windows(2) {
        let [one, next] = pair else { break };
        let gap = words.reading.between(one.token.end(), next.token.start());
        let fits = text(one).len() == width && text(next).len() <= width;
        if !fits || width > 3 || next.token.kind != Kind::Digits || !gap.iter().any(|it| b",;\"".contains(it)) {
            return false;
        }
        digits += text(next).len();
        rises &= text(one) < text(next);
    }
    digits >= 8 && !rises
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
        let many = digits >= min_digits && months == 0;
        let said = many && (in_words >= 4 || (in_digits && in_words + marks >= 2));
        // `mit nummer er en tres halvfems otte`: what is a number's, everyday words between them are too. `tlf 22 33 fire 55 66`
        let inside = matches!((parts.first(), parts.last()), (Some(Part::Digits(_)), Some(Part::Digits(_))));
        let some =
            many && ((in_words >= 2 && spoken >= 4) || (in_words > 2 && digits >= 8) || (in_words > 0 && inside));
        // `sista fyra är sex sex ett åtta`
        let last_part = parts.len() <= 5 && spoken == parts.len();
        // `tlf 41 så 17 så 60`, `kontonr 1506 pilkku 44 …`, `tlf 41, 17, 60, 33`: no longer than a card.
        let split = spoken == 0 && (joins > 1 || is_parted(words, first, last)) && (min_digits..20).contains(&digits);
        if !said && !some && !last_part && !split {
            return;
        }
        let named = row::named(words.reading, start, end);
        let enough = said || (some && (named.is_some() || reference::is_named(words.reading, start)));
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
