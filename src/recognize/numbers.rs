//! Numbers that no row knows: digits counted over the joiners that people use.

use super::dates::Dates;
use super::exceptions::{Around, EXCEPTIONS, Gap, Group, is_surely_none};
use super::row::has_any;
use super::{Candidate, reference};
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::{Reading, SYMBOL, begins_character, is_letter, is_word};

/// Digits counted over their joiners, at least `min_digits` of them, the exceptions left out; without it, every number of some digits. What an
/// exception explains is no telephone number or account by its bare shape either: such candidates go.
pub(super) fn find(reading: &Reading<'_>, dates: &Dates, min_digits: Option<usize>, out: &mut Vec<Candidate>) {
    let mut run: Vec<Group> = Vec::new();
    let mut excepted: Vec<Excepted> = Vec::new();
    let mut seams: Vec<usize> = Vec::new();
    for token in reading.digits.iter().filter_map(|it| reading.tokens.get(*it)) {
        let text = reading.bytes(token);
        let value = text.iter().take(9).fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        let group = Group { start: token.start(), end: token.end(), digits: text.len(), value, then: Gap::End };
        if let [before @ .., last] = run.as_mut_slice() {
            last.then = gap(reading.between(last.end, group.start), last, &group);
            let seam = last.then == Gap::Space && is_seam(reading, before.is_empty(), last, &group);
            if seam || last.then == Gap::End || dates.between(last.start, group.end) {
                last.then = Gap::End;
                weigh(reading, &run, dates, min_digits, &mut excepted, out);
                run.clear();
                seams.extend(seam.then_some(group.start));
            }
        }
        run.push(group);
    }
    weigh(reading, &run, dates, min_digits, &mut excepted, out);
    if !seams.is_empty() {
        // What takes both sides for one number knows it by its bare shape only.
        let parted = |it: &Candidate| {
            seams.get(seams.partition_point(|seam| *seam <= it.start)).is_some_and(|seam| *seam < it.end)
        };
        out.retain(|it| it.evidence != Evidence::Shape || !parted(it));
    }
    if !excepted.is_empty() {
        out.retain(|it| {
            // It may reach from one into another: `2019-2020, 2020-2021`.
            let within = |place: usize| {
                let run = excepted.partition_point(|run| run.start <= place).checked_sub(1);
                run.and_then(|at| excepted.get(at)).filter(|run| place < run.end)
            };
            let weak = |run: &Excepted| it.evidence < if run.surely { Evidence::Checksum } else { Evidence::Context };
            !(is_of_groups(it.category) && within(it.start).is_some_and(weak) && within(it.end - 1).is_some())
        });
    }
}

/// Whether a space parts a number from what stands beside it: a time (`kl 10 20304050`), a door or a week by its word (`lejlighed 12 20304050`), a price
/// (`20304050 450 kr`), or a post code before its town (`20304050 2100 København`). Where nothing says so both are one number, so that none is cut.
/// `first` says that the run begins with `last`.
#[inline(never)]
fn is_seam(reading: &Reading<'_>, first: bool, last: &Group, next: &Group) -> bool {
    let before = reading.between(last.start.saturating_sub(14), last.start);
    let behind = reading.between(next.end, next.end + 3);
    match (last.digits, next.digits) {
        (..=2, 3..) if first => has_any(before, BESIDE),
        // But for the year, month and day that an id begins with.
        (8, 4) => {
            !(matches!(last.value / 1_000_000, 19 | 20) && last.value / 100 % 100 <= 12)
                && begins_town(reading, next.end)
        }
        (7.., ..=4) => matches!(behind, b" kr" | b" eu"),
        _ => false,
    }
}

/// Words before a small number of its own, in order.
const BESIDE: &[&str] = &[
    "asunto",
    "kello ",
    "kl ",
    "kl. ",
    "klo",
    "leilighet ",
    "lejlighed ",
    "lägenhet ",
    "uge ",
    "uke ",
    "vecka ",
    "veke ",
    "viikko ",
];

/// Whether a word with a capital stands behind a space.
fn begins_town(reading: &Reading<'_>, end: usize) -> bool {
    let word = reading.tokens.get(reading.tokens.partition_point(|it| it.start() < end));
    word.is_some_and(|it| it.start() == end + 1 && reading.is_large(it))
}

/// A run of groups that is no number.
struct Excepted {
    start: usize,
    end: usize,
    /// Whether not even a word such as `ring` makes it a private number.
    surely: bool,
}

/// Whether a run of groups may be taken for it: a reference is known by its word.
fn is_of_groups(category: Category) -> bool {
    matches!(category, Category::Phone | Category::Account | Category::NationalId | Category::Number)
}

/// What the bytes between two groups mean.
fn gap(between: &[u8], before: &Group, after: &Group) -> Gap {
    match between {
        b" " => Gap::Space,
        b"." => Gap::Dot,
        b":" => Gap::Colon,
        b"-" | b" - " | b"- " | b" -" | b"--" => Gap::Dash,
        b"/" | b" / " | b"/ " => Gap::Slash,
        // `1,250,000`; a comma elsewhere separates.
        b"," if before.digits <= 3 && after.digits == 3 => Gap::Comma,
        // `2025-KS-0418`
        [b'-' | b'/', letters @ .., b'-' | b'/']
            if (1..=5).contains(&letters.len()) && letters.iter().all(|it| is_letter(*it)) =>
        {
            Gap::Marks
        }
        b"<" | b"^" => Gap::Marks,
        _ if (1..=4).contains(&between.len()) && between != b". " => {
            let all = |marks: &[u8]| between.iter().all(|it| marks.contains(it));
            // An emoji between spaces may belong to the things that are counted.
            if all(b" .-_*/()'+~#=\\|") || all(&[b'>', b'.', b'-', b'_', b'*', SYMBOL]) { Gap::Marks } else { Gap::End }
        }
        _ => Gap::End,
    }
}

/// From how many digits on it's worth telling why they are no number.
const SOME: usize = 4;

/// How many bytes of letters may lead a number.
const LEADING: usize = 60;

fn weigh(
    reading: &Reading<'_>,
    run: &[Group],
    dates: &Dates,
    min_digits: Option<usize>,
    excepted: &mut Vec<Excepted>,
    out: &mut Vec<Candidate>,
) {
    // A full date is no number, unless spacing disguises it: then it is meant to be hidden from us.
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    if dates.covers(first.start, last.end) {
        return;
    }
    let digits: usize = run.iter().map(|it| it.digits).sum();
    if digits < min_digits.unwrap_or(SOME) {
        return;
    }
    let from = first.start.saturating_sub(24);
    let around = Around {
        before: reading.between(from, first.start),
        after: reading.between(last.end, reading.text.len().min(last.end + 16)),
        reading,
        start: first.start,
    };
    if min_digits.is_some() && EXCEPTIONS.iter().any(|applies| applies(run, &around)) {
        let surely = is_surely_none(run, &around);
        excepted.push(Excepted { start: first.start, end: last.end, surely });
        return;
    }
    // Letters that touch the number or lead it with a mark belong to it: `A18837204`, `MIG-2024/118330`.
    let mut start = first.start;
    let reach = first.start.saturating_sub(LEADING);
    while start > reach
        && (is_word(reading.at(start - 1))
            || (matches!(reading.at(start - 1), b'-' | b'/') && start > 1 && is_letter(reading.at(start - 2))))
    {
        start -= 1;
    }
    while !begins_character(reading.at(start)) {
        start += 1;
    }
    let mut end = last.end;
    while is_word(reading.at(end)) && end - last.end < 4 {
        end += 1;
    }
    while end > last.end && !begins_character(reading.at(end)) {
        end += 1;
    }
    // `pakken er til min mor 010190-1234`: typed as ids are, and no number of a parcel.
    let is_id = |it: &Candidate| {
        it.category == Category::NationalId
            && (first.start..last.end).contains(&it.start)
            && !it.recognizer.starts_with("intl.")
            && reading.between(it.start, it.end).contains(&b'-')
    };
    let (category, recognizer, evidence) = if reference::is_named(reading, start) && !out.iter().any(is_id) {
        (Category::Reference, "number.reference", Evidence::Context)
    } else {
        (Category::Number, "number.digits", Evidence::Shape)
    };
    out.push(Candidate { start, end, category, recognizer, evidence, disclosed: true });
}
