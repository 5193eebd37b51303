//! Which full dates are of birth, and which stretches are dates and so no numbers.

use super::{Candidate, row::has_any};
use crate::category::Category;
use crate::finding::Evidence;
use crate::order;
use crate::read::{Kind, Reading, is_letter, is_word};

/// Where the full dates of a reading stand.
pub(super) struct Dates {
    spans: Vec<(usize, usize)>,
}

/// Words before a date that make it one of birth; the beginning of one is enough if it has more than four bytes.
const BORN: &[&str] = &[
    "født",
    "fødd",
    "fodt",
    "foedt",
    "fødselsda",
    "f.",
    "f:",
    "f ",
    "född",
    "fodd",
    "fodda",
    "foedd",
    "födelseda",
    "synt",
    "synty",
    "synnyi",
    "fött",
    "fyller år",
    "bursdagen",
    "s.",
    "born",
    "birth",
    "dob",
    "d.o.b",
    "b-day",
    "fdato",
    "fdag",
    "cpr",
];

/// Words after a date that make it one of birth.
const BORN_AFTER: &[&str] = &[
    "born",
    "er min fødselsda",
    "född",
    "fødd",
    "født",
    "is my birthday",
    "is my date of birth",
    "on syntymäaika",
    "syntynyt",
    "är mitt födelsedatum",
];

/// Words for a child, or how they begin if longer than four bytes: a date right behind one, or behind its name, is its date of birth.
const CHILDREN: &str = "søn sønn datter barn barnet dreng pige pigen tvilling gutt gutten guten jente jenta son sonen dotter pojke flick bebis baby poika \
    tytär tyttä tyttö lapsi lapse vauva daughter child boy girl eldstemann yngstemann";

/// What may stand between the child and its date, from behind: `barnet mitt er fra 5.3.2019`. The second needs the first before it.
const OF_CHILD: [&str; 3] = ["er e är on is was", "fra frå från from", "min mi mitt vår vårt"];

/// How many bytes back a word of birth is looked for.
pub(super) const REACH: usize = 72;

/// No adult was born after this (as of 2026), and few other dates in a chat are older: such a date is taken for one of birth wherever it stands.
const OLD: u32 = 2008;

/// Nobody alive was born before this.
const OLDEST: u32 = 1910;

/// Words right before an old date that make it another one: that of a law, or since when something is so.
const NOT_BORN: &str = "lov loven lag lagen laki law act av af siden sidan sedan since grundlagt stiftet stifta bildades founded established perustettu \
    bygget bygd byggdes byggt built rakennettu opened åbnet indviet";

impl Dates {
    /// Takes the date candidates out of `out`, drops those that are part of a longer number, and puts them back as dates or dates of birth.
    pub fn settle(reading: &Reading<'_>, out: &mut Vec<Candidate>) -> Dates {
        let mut dates: Vec<Candidate> = Vec::new();
        out.retain(|it| {
            if it.category == Category::Date {
                dates.push(*it);
            }
            it.category != Category::Date
        });
        order::by_key(&mut dates, |it| order::longest_first(it.start, it.end));
        let starts: Vec<usize> = dates.iter().map(|it| it.start).collect();
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut after_birth = 0;
        for date in dates {
            if spans.last().is_some_and(|last| date.start < last.1) || is_inside_number(reading, &date, &starts, &spans)
            {
                continue;
            }
            let from = last_line(reading, date.start.saturating_sub(REACH), date.start);
            let before = reading.between(from, date.start);
            let after = reading.between(date.end, reading.text.len().min(date.end + 26));
            let said = said_before(before) || has_any(after, BORN_AFTER) || in_brackets_after_name(reading, &date);
            // Behind a month's name two digits may be an hour.
            let text = reading.between(date.start, date.end);
            if !said && text.iter().any(|it| is_letter(*it)) && !has_full_year(text) {
                continue;
            }
            let born = said
                // `født henholdsvis 19.02.1949 og 30.06.1949`
                || (after_birth > 0 && date.start - after_birth <= 24)
                || behind_child(reading, &date)
                || is_old(before, text)
                // Whoever spaces out a date hides it.
                || is_disguised(reading, &date);
            if born {
                after_birth = date.end;
            }
            spans.push((date.start, date.end));
            let (category, evidence) =
                if born { (Category::Birthdate, Evidence::Context) } else { (Category::Date, Evidence::Shape) };
            out.push(Candidate { category, evidence, ..date });
        }
        Dates { spans }
    }

    /// Whether a date lies over the whole range.
    pub fn covers(&self, start: usize, end: usize) -> bool {
        self.last_from(start).is_some_and(|it| end <= it.1)
    }

    /// Drops what is a date by its place and something else only by its shape: what begins and ends in dates, a date with dots and what follows a
    /// space, a date and a time of day.
    pub fn drop_lookalikes(&self, reading: &Reading<'_>, out: &mut Vec<Candidate>) {
        out.retain(|it| {
            let date = matches!(it.category, Category::Date | Category::Birthdate);
            let first = self.spans.partition_point(|span| span.0 < it.start);
            let inside = || self.spans.iter().skip(first).take_while(|span| span.1 <= it.end);
            let in_date = |place: usize| self.covers(place, place + 1);
            let dotted = || {
                inside().any(|span| {
                    reading.between(span.0, span.1).contains(&b'.') && reading.at(span.1) == b' ' && span.1 < it.end
                })
            };
            // Nothing begins in the middle of a date by its bare shape.
            let midway = || self.last_from(it.start).is_some_and(|span| span.0 < it.start && it.start < span.1);
            // `23.10.65 56678`: of somebody born then.
            let id_after_birth = || {
                it.category == Category::NationalId && inside().any(|span| is_old(b"", reading.between(span.0, span.1)))
            };
            // `ring den 12.05.2026`: not even a word makes a part of a date a number.
            let part = || {
                self.last_from(it.start).is_some_and(|span| it.end <= span.1 && (span.0 < it.start || it.end < span.1))
            };
            // `01.06.-31.08.2025` begins in a day or a month and ends in a date.
            let range = || {
                self.last_from(it.end - 1).is_some_and(|span| {
                    it.end <= span.1 && it.start < span.0 && span.0 - it.start <= 6 && reading.at(span.0 - 1) == b'-'
                })
            };
            match it.evidence {
                _ if date => true,
                _ if self.is_clear(reading, it) => false,
                Evidence::Shape => {
                    !(midway()
                        || (in_date(it.start) && in_date(it.end - 1))
                        || (dotted() && !id_after_birth())
                        || range())
                }
                Evidence::Context => reading.disguised || !part(),
                _ => true,
            }
        });
    }

    /// Whether it lies over a date of these years as no number does: `ring 22.06.2026`, `14.10.2025 17:30`.
    #[inline(never)]
    fn is_clear(&self, reading: &Reading<'_>, it: &Candidate) -> bool {
        let last = self.spans.partition_point(|span| span.1 <= it.end).checked_sub(1);
        last.and_then(|at| self.spans.get(at)).is_some_and(|(start, end)| {
            let whole =
                it.category == Category::Phone && (it.start, it.end) == (*start, *end) && reading.at(end - 5) != b' ';
            (*start..*end).contains(&it.start)
                && (whole || is_time(reading.text.get(*end..).unwrap_or(&[])))
                && year(reading.between(*start, *end)).is_some_and(|it| it >= OLD)
        })
    }

    /// Whether a date ends or begins between two groups that would join.
    pub fn between(&self, start: usize, end: usize) -> bool {
        let ends = self.last_from(start).is_some_and(|it| start < it.1 && it.1 < end);
        let begins = end.checked_sub(1).and_then(|it| self.last_from(it)).is_some_and(|it| start < it.0 && end <= it.1);
        ends || begins
    }

    /// The last date that begins at `at` or before; dates are in order and apart.
    #[inline(never)]
    fn last_from(&self, at: usize) -> Option<(usize, usize)> {
        self.spans.partition_point(|it| it.0 <= at).checked_sub(1).and_then(|it| self.spans.get(it)).copied()
    }
}

/// Whether a date is so old that it's one of birth, and the words before it say nothing else.
pub(super) fn is_old(before: &[u8], date: &[u8]) -> bool {
    year(date).is_some_and(|it| (OLDEST..OLD).contains(&it)) && {
        let mut words = before.rsplit(|it| !is_word(*it)).filter(|it| !it.is_empty());
        // `loven af den 5. juni`
        let word = words.find(|it| !matches!(*it, b"den" | b"dei" | b"the" | b"on" | b"i")).unwrap_or(&[]);
        !NOT_BORN.split(' ').any(|it| it.as_bytes() == word)
    }
}

/// Whether the date was typed with something between its characters.
fn is_disguised(reading: &Reading<'_>, date: &Candidate) -> bool {
    let typed = reading.original(date.start, date.end).map_or(0, |it| it.end() - it.start());
    reading.disguised && typed > date.end - date.start + 2
}

/// Whether a time of day follows behind a space or a `t`: `17:30`, `8.15`.
fn is_time(text: &[u8]) -> bool {
    let [b' ' | b't', b'0'..=b'9', rest @ ..] = text else { return false };
    let rest = if let [b'0'..=b'9', minutes @ ..] = rest { minutes } else { rest };
    matches!(rest, [b':' | b'.', b'0'..=b'5', b'0'..=b'9', ..])
}

/// Where between `from` and `to` the last line begins that no label stands over, or what follows the last placeholder.
fn last_line(reading: &Reading<'_>, from: usize, to: usize) -> usize {
    let ends = |it: &[u8]| matches!(it, [_, b']']) || matches!(it, [mark, b'\n'] if *mark != b':');
    reading.between(from, to).windows(2).rposition(ends).map_or(from, |it| from + it + 2)
}

/// A word of birth stands before, and no other sentence has begun since.
pub(super) fn said_before(before: &[u8]) -> bool {
    let begins = |at: &usize| {
        before.get(*at).is_some_and(|it| is_letter(*it))
            && at.checked_sub(1).is_none_or(|it| before.get(it).is_some_and(|it| !is_word(*it)))
    };
    let word_at = |at: usize| {
        let rest = before.get(at..).unwrap_or(&[]);
        let stands = |word: &str| {
            word.as_bytes().first() == rest.first()
                && rest.starts_with(word.as_bytes())
                && (word.len() > 4 || !rest.get(word.len()).is_some_and(|it| is_word(*it)))
        };
        BORN.iter().filter(|it| stands(it)).map(|it| it.len()).max().map(|it| (at, it))
    };
    let Some((at, length)) = (0..before.len()).rev().filter(begins).find_map(word_at) else { return false };
    let between = before.get(at + length..).unwrap_or(&[]);
    // One-letter abbreviations only right before; words also a few words before.
    let near = if length <= 2 { 4 } else { 44 };
    between.len() <= near && !between.windows(2).any(|it| matches!(it, b"? " | b"! "))
}

/// `(5.3.2012)` after a name, as parents list their children.
fn in_brackets_after_name(reading: &Reading<'_>, date: &Candidate) -> bool {
    date.start >= 3 && reading.at(date.start - 1) == b'(' && matches!(reading.at(date.end), b')') && {
        let earlier = reading.tokens.partition_point(|it| it.end() < date.start);
        let before = reading.tokens.iter().take(earlier).rev().take(2).find(|it| it.kind == Kind::Word);
        before.is_some_and(|it| reading.is_large(it))
    }
}

/// `søn 5.3.2012`, `søn Emil 5.3.2012`, `sonen min er frå 5.3.2012`, as parents name their children.
fn behind_child(reading: &Reading<'_>, date: &Candidate) -> bool {
    let earlier = reading.tokens.partition_point(|it| it.end() <= date.start);
    let mut end = date.start;
    let mut from = false;
    for word in reading.tokens.iter().take(earlier).rev().take(5) {
        let bytes = reading.bytes(word);
        let gap = reading.between(word.end(), end);
        let holds = |words: &str| words.split(' ').any(|it| it.as_bytes() == bytes);
        if gap == b" "
            && let Some(kind) = OF_CHILD.iter().position(|it| holds(it))
        {
            // `er fra`, in this order.
            if (kind == 0) != from {
                return false;
            }
            from = kind == 1;
            end = word.start();
            continue;
        }
        // `Barn 1: 5.3.2012`
        if (bytes == b":" || (word.kind == Kind::Digits && word.width == 1)) && matches!(gap, b" " | b"") {
            end = word.start();
            continue;
        }
        if !matches!(gap, b" " | b"") || word.width < 3 || from {
            return false;
        }
        if CHILDREN.split(' ').any(|it| bytes.starts_with(it.as_bytes()) && (it.len() > 4 || bytes.len() == it.len())) {
            return true;
        }
        if !reading.is_large(word) {
            return false;
        }
        end = word.start();
    }
    false
}

/// Whether digits go on at either side, so that the date is only a part of a number. Two dates may be joined by a dash.
fn is_inside_number(reading: &Reading<'_>, date: &Candidate, starts: &[usize], spans: &[(usize, usize)]) -> bool {
    let joined = |mark: u8| matches!(mark, b'-' | b'/' | b'.' | b'_');
    let after = joined(reading.at(date.end))
        && reading.at(date.end + 1).is_ascii_digit()
        && starts.binary_search(&(date.end + 1)).is_err();
    let before = date.start >= 2
        && joined(reading.at(date.start - 1))
        && reading.at(date.start - 2).is_ascii_digit()
        && spans.last().is_none_or(|it| it.1 + 1 != date.start);
    after || before || is_among_alike(reading, date, starts)
}

/// Whether what stands between its groups stands before or behind a date too, with another group: `07 - 10 - 62 - 25 - 71`.
fn is_among_alike(reading: &Reading<'_>, date: &Candidate, starts: &[usize]) -> bool {
    let text = reading.between(date.start, date.end);
    let first = text.iter().take_while(|it| it.is_ascii_digit()).count();
    let gap = text.get(first..).unwrap_or(&[]);
    let gap = gap.get(..gap.iter().take_while(|it| !is_word(**it)).count()).unwrap_or(&[]);
    let behind = date.end + gap.len();
    let after = reading.between(date.end, behind) == gap
        && reading.at(behind).is_ascii_digit()
        && starts.binary_search(&behind).is_err();
    let end = date.start.saturating_sub(gap.len());
    let before = end > 0 && reading.between(end, date.start) == gap && reading.at(end - 1).is_ascii_digit();
    // `01 - 02 - 1990 - 5 barn`
    gap.len() > 1 && !has_full_year(text) && (after || before)
}

/// Whether a date ends in a year of four digits.
fn has_full_year(text: &[u8]) -> bool {
    text.iter().rev().take(4).all(u8::is_ascii_digit)
}

/// The year of a date, if it has four digits or its two can only be of the last century.
#[inline(never)]
fn year(text: &[u8]) -> Option<u32> {
    let mut full = 0;
    let mut run = 0;
    let mut value = 0u32;
    for byte in text.iter().chain(b" ") {
        if byte.is_ascii_digit() {
            run += 1;
            // What has more digits is no year.
            value = value.saturating_mul(10).saturating_add((byte - b'0').into());
        } else {
            if run == 4 {
                full = value;
            }
            (run, value) = (0, 0);
        }
    }
    (full > 0).then_some(full).or_else(|| {
        let last = text.iter().rev().take_while(|it| it.is_ascii_digit()).count();
        let digits = text.get(text.len().saturating_sub(2)..)?;
        let value = digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit.wrapping_sub(b'0')));
        (last == 2 && value > 32).then_some(1900 + value)
    })
}
