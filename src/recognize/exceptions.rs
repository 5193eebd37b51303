//! The list of what is no one number, although its digits would be enough.

use super::row::has_any;
use super::{addresses, reference};
use crate::read::{Reading, is_word};

/// Digits that stand together.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// How many digits.
    pub digits: usize,
    /// Their value, as far as it fits.
    pub value: u32,
    /// What stands between this group and the next of its run.
    pub then: Gap,
}

/// What joins two groups of a run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// A space.
    Space,
    /// A full stop.
    Dot,
    /// A colon.
    Colon,
    /// A comma.
    Comma,
    /// A hyphen or dash, with or without spaces.
    Dash,
    /// A slash, with or without spaces.
    Slash,
    /// Other marks.
    Marks,
    /// Nothing: the run ends here.
    End,
}

/// What is no one number although its digits would be enough. The notice says so in a sentence; this is the whole list.
/// Each rule gets the groups of a run and what stands around it, and answers for the whole run.
pub(super) type Exception = fn(&[Group], &Around<'_>) -> bool;
pub(super) const EXCEPTIONS: &[Exception] = &[
    // Years and year ranges: 2024-2025, 2024/25, 2021 2022.
    is_years,
    // Times and opening hours: 8.00-16.30, 7.45 8.15 8.45, kl. 0800-1530.
    is_times,
    // Price ranges and rows: 3 000-5 000 kr, 3.120/2.890 kr.
    is_price_range,
    // Laws: 301/2004, 2004/38/EF, LOV-2008-06-27-71.
    is_law,
    // Measures, sums, pages, doors, versions, sizes and scores: 650-720 g, 183 + 182 dage, side 112-118, husnummer 101-119, version 5.12.204,
    // str. 146/152, 6-4 6-3.
    is_measure,
    // A small number beside a year, a month and a year: uge 42 2025, 17-20 2025, 03/2024.
    is_count_and_year,
    // Days and months, hours, games of a match: 1.6.-31.8., 24/12-1/1, 9-12 13-15, 25-20 25-18 25-23.
    is_pairs,
    // Public short numbers: 116 117.
    is_public_short_number,
    // A house number before a post code: Storgata 12 0187 Oslo.
    is_house_and_post_code,
];

/// The words around a run, for the exceptions.
pub(super) struct Around<'r> {
    pub before: &'r [u8],
    pub after: &'r [u8],
    pub reading: &'r Reading<'r>,
    /// Where the run starts.
    pub start: usize,
}

impl Around<'_> {
    /// Whether one of `units`, with spaces between, stands behind the run: then it says how much of something.
    fn counts(&self, units: &str) -> bool {
        let after = self.after.strip_prefix(b" ").unwrap_or(self.after);
        let ends = |unit: &str| !after.get(unit.len()).is_some_and(|it| is_word(*it));
        units.split(' ').any(|unit| after.starts_with(unit.as_bytes()) && ends(unit))
    }
}

/// Whether not even a word such as `ring` makes an exception a private number.
pub(super) fn is_surely_none(run: &[Group], around: &Around<'_>) -> bool {
    is_times(run, around) || is_public_short_number(run, around)
}

fn is_year(group: &Group) -> bool {
    group.digits == 4 && (1700..=2099).contains(&group.value)
}

fn is_years(run: &[Group], _: &Around<'_>) -> bool {
    match run {
        [first, second] if is_year(first) && second.digits == 2 && matches!(first.then, Gap::Dash | Gap::Slash) => {
            second.value == (first.value + 1) % 100
        }
        _ => run.len() > 1 && run.iter().all(is_year),
    }
}

fn is_time(hour: &Group, minute: &Group) -> bool {
    hour.digits <= 2
        && hour.value <= 24
        && minute.digits == 2
        && minute.value < 60
        && matches!(hour.then, Gap::Dot | Gap::Colon)
}

fn is_times(run: &[Group], around: &Around<'_>) -> bool {
    let clock = ["at", "auki", "kello", "kl", "mell", "ope", "åben", "åpen", "öppet"];
    match run {
        [_, _, _, _, ..] => {
            run.chunks(2).all(|it| matches!(it, [hour, minute] if is_time(hour, minute) && minute.then != hour.then))
        }
        [one, two, three] => {
            let on_the_hour = |it: &Group| it.digits <= 2 && it.value <= 24;
            match (one.then, two.then) {
                // `12:30:45`
                (Gap::Colon, Gap::Colon) => is_time(one, two) && three.digits == 2 && three.value < 60,
                (before, behind) if before == behind => false,
                _ => (is_time(one, two) && on_the_hour(three)) || (on_the_hour(one) && is_time(two, three)),
            }
        }
        [from, to] => {
            let on_clock = |it: &Group| it.digits == 4 && it.value / 100 <= 24 && it.value % 100 < 60;
            // `jeg ved at 2012-1234 …` names no hours.
            let later = from.value < to.value && from.then == Gap::Dash;
            on_clock(from) && on_clock(to) && later && has_any(around.before, &clock)
        }
        _ => false,
    }
}

/// Splits a price of the front: one group, or up to three digits followed by groups of three. Returns its digits and how many groups it takes.
fn price(run: &[Group]) -> Option<(usize, usize)> {
    let first = run.first()?;
    let mut digits = first.digits;
    let mut taken = 1;
    while first.digits <= 3
        && run.get(taken - 1).is_some_and(|it| matches!(it.then, Gap::Space | Gap::Dot | Gap::Comma))
        && run.get(taken).is_some_and(|it| it.digits == 3)
    {
        digits += 3;
        taken += 1;
    }
    Some((digits, taken))
}

fn is_price_range(run: &[Group], around: &Around<'_>) -> bool {
    let Some((low, taken)) = price(run) else { return false };
    let behind = run.get(taken..).unwrap_or(&[]);
    // `3.120/2.890/1.985 kr.`
    if run.get(taken - 1).is_some_and(|it| it.then == Gap::Slash) && taken > 1 && low <= 6 {
        let last = price(behind).is_some_and(|it| it.0 <= 6 && it.1 == behind.len());
        return around.counts("kr") && (last || is_price_range(behind, around));
    }
    let Some((high, rest)) = price(behind) else { return false };
    let grouped = taken > 1 && rest > 1;
    // `32 000 + 27 500`
    let joined = run.get(taken - 1).is_some_and(|it| it.then == Gap::Dash || (grouped && it.then == Gap::Marks));
    let range = joined && taken + rest == run.len() && low <= 6 && high <= 6;
    let money =
        "kr kroner kronor kronur euro euros euroa eur sek nok dkk e dollar dollars usd m2 kvm km kwh stk personer år";
    let named = || {
        around.counts(money)
            || around.after.starts_with(b",-")
            || around.after.starts_with(b":-")
            || ["kr ", "kr. ", "euro ", "$", "$ "].iter().any(|unit| around.before.ends_with(unit.as_bytes()))
            || around.after.trim_ascii_start().starts_with(b"$")
    };
    // `3000-4000`
    let round = matches!(run, [low, high] if low.digits > 2 && high.digits < 6 && low.value < high.value && low.value % 100 + high.value % 100 == 0);
    range && (grouped || round || named())
}

fn is_law(run: &[Group], around: &Around<'_>) -> bool {
    let eu = ["eu) ", "eu ", "ef) ", "eg) ", "ec) ", "rdning ", "ektiv ", "lation "]
        .iter()
        .any(|it| around.before.ends_with(it.as_bytes()));
    // `§`, with or without its number.
    let symbol = around.after.contains(&crate::read::SYMBOL);
    let section = |run: &[Group]| matches!(run, [.., year, section] if matches!(year.then, Gap::Space | Gap::Marks) && section.digits <= 3);
    let run = match run {
        [year, number]
            if (eu || around.after.starts_with(b"/e"))
                && is_year(year)
                && number.digits <= 4
                && year.then == Gap::Slash =>
        {
            return true;
        }
        // `LOV-2008-06-27-71`
        [year, month, day, rest @ ..] if is_year(year) && has_any(around.before, &["for-", "lov-"]) => {
            return month.digits <= 2 && day.digits <= 2 && rest.len() < 2 && rest.iter().all(|it| it.digits <= 4);
        }
        // `2010:900`, `2010:900 4:1`, `ISO 9001:2015`
        [one, other, section @ ..] if one.then == Gap::Colon && (is_year(one) || is_year(other)) => {
            return one.digits.max(other.digits) <= 5 && section.iter().all(|it| it.digits <= 3);
        }
        [law @ .., _] if symbol && section(run) => law,
        _ => run,
    };
    let [number, year] = run else { return false };
    if number.digits > 4 || number.then != Gap::Slash || !(1700..=2039).contains(&year.value) || year.digits != 4 {
        return false;
    }
    // Without such a word it may be somebody's case: `sag 1234/2024`.
    let acts = "eu) lov law lag laki lain laissa asetu skrift ordning bekendt skriv cirkul";
    around.before.ends_with(b"(")
        || symbol
        || around.before.strip_suffix(b"act ").is_some_and(|it| !it.last().is_some_and(|it| is_word(*it)))
        || acts.split(' ').any(|it| around.before.windows(it.len()).any(|part| part == it.as_bytes()))
}

fn is_measure(run: &[Group], around: &Around<'_>) -> bool {
    let behind = |words: &[&str]| has_any(around.before, words);
    let pair = matches!(run, [low, high] if low.digits <= 3 && high.digits <= 3);
    let ascending = pair && matches!(run, [low, high] if low.then == Gap::Dash && low.value < high.value);
    // Doors of a street: `husnummer 101-119`
    let doors = ascending && (behind(&["hus"]) || addresses::street_before(around.reading, around.start));
    // `183 + 182 dage`
    let sum = pair && matches!(run, [one, _] if one.then == Gap::Marks);
    let units = "g gram grams kg m meter cm mm l liter litraa km euro euroa kr pct % stk personer people min. minutter minuter minutes sider sidor sivua m2 kvm dage dagar dager \
        days päivää timer timmar hours tuntia";
    let page = ["huone", "page", "rom", "room", "rum", "sid", "sivu"];
    // Right before the number, and in small groups: `v. Hansen 12345678` is none.
    let version = ["version", "versionen", "versjon", "versjonen", "versio", "v.", " v"];
    let before = around.before.strip_suffix(b" ").unwrap_or(around.before);
    let dotted = |it: &Group| it.digits <= 5 && matches!(it.then, Gap::Dot | Gap::End);
    // `129.0.6668.70`, `192.168.1.1`
    let parts = matches!(run, [net, part, _, _] if (part.value == 0 && part.digits == 1) || (net.value, part.value) == (192, 168));
    let goals = run.len() > 3
        && run.iter().enumerate().all(|(at, it)| it.digits == 1 && (it.then == Gap::Dash) == (at % 2 == 0));
    // Children's sizes: `storlek 146/152`, `size 10-12 (140/152)`
    let sizes = matches!(run, [front @ .., low, high]
        if low.then == Gap::Slash && high.value < 177 && low.value < high.value && front.iter().all(|it| it.digits <= 2))
        && behind(&["koko", "koo", "size", "storl", "str", "stør"]);
    // `1 2 3 4 5 6`, sizes `36 38 40 42`
    let step = |pair: &[Group]| match pair {
        [one, other] if other.digits <= 2 => other.value.wrapping_sub(one.value),
        _ => 0,
    };
    let counting = run.len() > 2
        && matches!(run.get(..2).map_or(0, step), 1 | 2)
        && run.windows(2).all(|it| step(it) == run.get(..2).map_or(0, step));
    counting
        || sizes
        || doors
        || ((ascending || sum) && around.counts(units))
        || (ascending && behind(&page))
        || (run.len() > 1
            && run.iter().all(dotted)
            && (parts || version.iter().any(|it| before.ends_with(it.as_bytes()))))
        || goals
}

fn is_count_and_year(run: &[Group], around: &Around<'_>) -> bool {
    let month = |it: &Group| it.digits <= 2 && (1..=12).contains(&it.value);
    let of_year = |one: &Group, other: &Group| {
        matches!(one.then, Gap::Dot | Gap::Dash | Gap::Slash)
            && ((month(one) && is_year(other)) || (is_year(one) && month(other)))
    };
    match run {
        [one, other] if one.then == Gap::Space => {
            (one.digits <= 2 && is_year(other)) || (is_year(one) && other.digits <= 2)
        }
        // `17-20 2025`, `4-8/8 2025`
        [from, to, months @ .., year] if from.then == Gap::Dash && (!months.is_empty() || to.then == Gap::Space) => {
            from.digits <= 2
                && to.digits <= 2
                && from.value < to.value
                && months.len() < 2
                && months.iter().all(month)
                && is_year(year)
        }
        // A case may be numbered so: `sag 12/2024`, `nr. 12/2024`.
        _ => {
            !reference::is_named(around.reading, around.start)
                && !has_any(around.before, &["no.", "nr", "numero", "nummer"])
                && run.chunks(2).all(|it| matches!(it, [one, other] if of_year(one, other)))
        }
    }
}

fn is_pairs(run: &[Group], _: &Around<'_>) -> bool {
    // `4/8-8/8 2025`
    let run = match run {
        [pairs @ .., year] if run.len() % 2 == 1 && (is_year(year) || year.digits == 2) => pairs,
        _ => run,
    };
    let Some(within) = run.first().map(|it| it.then).filter(|_| run.len() > 3) else { return false };
    let fits = |one: &Group, other: &Group| match within {
        // Scores.
        Gap::Colon => true,
        Gap::Dash => run.len() > 4 || (one.value < other.value && other.value <= 24),
        Gap::Dot | Gap::Slash => (1..=31).contains(&one.value) && (1..=12).contains(&other.value),
        _ => false,
    };
    run.iter().all(|it| it.digits <= 2)
        && run
            .chunks(2)
            .all(|it| matches!(it, [one, other] if one.then == within && other.then != within && fits(one, other)))
}

/// European and national numbers of public services with six digits or more when written in one.
fn is_public_short_number(run: &[Group], _: &Around<'_>) -> bool {
    // 116 000 missing children, 116 006 victims, 116 111 children, 116 117 doctor on call, 116 123 emotional support: Commission Decision 2007/116/EC.
    match run {
        [one] => matches!(one.value, 116_000 | 116_006 | 116_111 | 116_117 | 116_123) && one.digits == 6,
        [one, other] => {
            one.value == 116 && one.digits == 3 && other.digits == 3 && matches!(other.value, 0 | 6 | 111 | 117 | 123)
        }
        _ => false,
    }
}

fn is_house_and_post_code(run: &[Group], around: &Around<'_>) -> bool {
    let post_code = |groups: &[Group]| match groups {
        [code] => matches!(code.digits, 4 | 5),
        [code, rest] => code.digits == 3 && rest.digits == 2 && code.then == Gap::Space,
        _ => false,
    };
    match run {
        [house, rest @ ..] if house.digits <= 3 && house.then == Gap::Space => {
            let codes = post_code(rest) || matches!(rest, [floor, code @ ..] if floor.digits <= 2 && post_code(code));
            codes && addresses::street_before(around.reading, around.start)
        }
        _ => false,
    }
}
