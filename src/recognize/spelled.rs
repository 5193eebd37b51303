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
        out.extend(Run { words, parts: &parts, first: at, last }.weigh(min_digits));
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

fn decimal_digits(value: u32) -> usize {
    value.checked_ilog10().map_or(1, |it| it as usize + 1)
}

/// Parts that stand together, from the word `first` to the word `last`.
struct Run<'r> {
    words: &'r Words<'r>,
    parts: &'r [Part],
    first: usize,
    last: usize,
}

/// What the parts of a run come to.
#[derive(Default)]
struct Sum {
    /// How many digits they stand for.
    digits: usize,
    /// How many are surely numbers in words, and how many with the everyday words that are numbers too.
    in_words: usize,
    spoken: usize,
    /// Whether some are in digits.
    in_digits: bool,
    ordinals: usize,
    months: usize,
    /// Whether a number that may be a year stands behind the month.
    year: bool,
    /// How surely what stands between them joins them, and how many words for a mark of numbers are among it.
    joins: usize,
    marks: usize,
}

impl Sum {
    fn of(parts: &[Part]) -> Sum {
        let mut sum = Sum::default();
        for part in parts {
            match part {
                Part::Words(count) => {
                    sum.digits += count;
                    sum.in_words += 1;
                    sum.spoken += 1;
                    sum.year = true;
                }
                Part::Weak => {
                    sum.digits += 1;
                    sum.spoken += 1;
                }
                Part::Digits(count) => {
                    sum.digits += count;
                    sum.in_digits = true;
                    sum.year |= *count > 1;
                }
                Part::Ordinal => sum.ordinals += 1,
                Part::Month => {
                    sum.months += 1;
                    sum.year = false;
                }
                Part::Between(surely) => {
                    sum.joins += surely;
                    sum.marks += usize::from(*surely == 3);
                }
            }
        }
        sum
    }

    /// Whether there are a day, a month and a year.
    fn is_date(&self) -> bool {
        self.year && (self.ordinals == 2 || (self.months == 1 && (self.ordinals > 0 || self.in_words > 0)))
    }
}

impl Run<'_> {
    /// The number or date that the run is, if it's one.
    fn weigh(&self, min_digits: usize) -> Option<Candidate> {
        if self.parts.len() < 3 {
            return None;
        }
        let (words, sum) = (self.words, Sum::of(self.parts));
        let (from, to) = (words.list.get(self.first)?, words.list.get(self.last)?);
        let (mut start, mut end) = (from.token.start(), to.token.end());
        let before = self.first.checked_sub(1).and_then(|it| words.list.get(it)).filter(|_| from.barrier == 0);
        let lead = |leads: &[&[u8]]| before.filter(|it| leads.contains(&words.reading.bytes(&it.token)));
        let (category, recognizer) = if sum.is_date() {
            // `den tiende april …`: the article belongs to the day.
            start = lead(&[b"den", b"the"]).map_or(start, |it| it.token.start());
            (self.date(start, end), "words.date")
        } else {
            let category = self.number(&sum, min_digits, start, end)?;
            // The country of an IBAN.
            while start.checked_sub(1).is_some_and(|it| sum.in_digits && words.reading.at(it).is_ascii_lowercase()) {
                start -= 1;
            }
            // `ett åtta nio H`: a HETU's last letter, said aloud.
            let behind = words.list.get(self.last + 1).filter(|it| it.barrier == 0);
            if let Some(letter) = behind.filter(|it| is_letter_said(words.reading.bytes(&it.token))) {
                end = letter.token.end();
            }
            // `plus femogfyrre …`
            start = lead(&[b"plus"]).map_or(start, |it| it.token.start());
            (category, "words.number")
        };
        Some(Candidate { start, end, category, recognizer, evidence: Evidence::Shape, disclosed: true })
    }

    /// What the date from `start` to `end` (folded bytes) is. Most that are said in words are of birth, but not one of these years.
    fn date(&self, start: usize, end: usize) -> Category {
        let reading = self.words.reading;
        let (before, text) = (reading.between(start.saturating_sub(dates::REACH), start), reading.between(start, end));
        let in_words = !text.last().is_some_and(u8::is_ascii_digit);
        if in_words || dates::said_before(before) || dates::is_old(before, text) {
            Category::Birthdate
        } else {
            Category::Date
        }
    }

    /// What the number from `start` to `end` (folded bytes) is, if it's somebody's.
    fn number(&self, sum: &Sum, min_digits: usize, start: usize, end: usize) -> Option<Category> {
        let Sum { digits, in_words, spoken, in_digits, joins, marks, .. } = *sum;
        let many = digits >= min_digits && sum.months == 0;
        let said = many && (in_words >= 4 || (in_digits && in_words + marks >= 2));
        // `mit nummer er en tres halvfems otte`: what is a number's, everyday words between them are too. `tlf 22 33 fire 55 66`
        let inside = matches!(self.parts, [Part::Digits(_), .., Part::Digits(_)]);
        let some =
            many && ((in_words >= 2 && spoken >= 4) || (in_words > 2 && digits >= 8) || (in_words > 0 && inside));
        // `sista fyra är sex sex ett åtta`
        let last_part = self.parts.len() <= 5 && spoken == self.parts.len();
        // `tlf 41 så 17 så 60`, `kontonr 1506 pilkku 44 …`, `tlf 41, 17, 60, 33`: no longer than a card.
        let split = spoken == 0 && (joins > 1 || self.is_parted()) && (min_digits..20).contains(&digits);
        if !said && !some && !last_part && !split {
            return None;
        }
        let named = row::named(self.words.reading, start, end);
        let enough = said || (some && (named.is_some() || reference::is_named(self.words.reading, start)));
        let known = named == Some(Category::NationalId)
            || (split && matches!(named, Some(Category::Phone | Category::Account)));
        (enough || known).then(|| named.unwrap_or(Category::Number))
    }

    /// Whether commas and the like part groups of a telephone number: eight digits and more in groups of one length, the last one no longer. What counts up
    /// is a list: `rum 101, 102, 103`.
    fn is_parted(&self) -> bool {
        let groups = self.words.list.get(self.first..=self.last).unwrap_or(&[]);
        let text = |it: &Word<'_>| self.words.reading.bytes(&it.token);
        let width = groups.first().map_or(0, |it| text(it).len());
        let (mut digits, mut rises) = (width, true);
        for pair in groups.windows(2) {
            let [one, next] = pair else { break };
            let gap = self.words.reading.between(one.token.end(), next.token.start());
            let fits = text(one).len() == width && text(next).len() <= width;
            if !fits || width > 3 || next.token.kind != Kind::Digits || !gap.iter().any(|it| b",;\"".contains(it)) {
                return false;
            }
            digits += text(next).len();
            rises &= text(one) < text(next);
        }
        digits >= 8 && !rises
    }
}

/// Whether a word is a letter, or how Finns say one: `koo`, `bee`, `ässä`, `ärrä`.
fn is_letter_said(word: &[u8]) -> bool {
    match word {
        [letter] => !matches!(letter, b'i' | b'o'),
        [0xc3, 0xa4, _, _, 0xc3, 0xa4] => true,
        [.., before, last] => word.len() <= 3 && before == last && b"aeiouy".contains(last),
        _ => false,
    }
}
