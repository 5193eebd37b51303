//! The second reading: what somebody who spaces out letters or writes digits for letters means.

use super::{Kind, Reading, Token, begins_character, is_letter, is_vowel, is_word};
use crate::order;

/// A folded text and, for each of its bytes, the original characters behind it.
type Mapped = (Vec<u8>, Vec<(u32, u32)>);

/// The text with its disguises undone and its map to the original; `None` if there is nothing to undo.
pub(super) fn undo_disguise(reading: &Reading<'_>) -> Option<Mapped> {
    let mut edits = find_edits(reading);
    order::by_key(&mut edits, |it| match it {
        Edit::Drop(at, _) | Edit::Replace(at, _) => *at as u64,
    });
    if edits.is_empty() {
        return None;
    }
    let mut text = Vec::with_capacity(reading.text.len());
    let mut map = Vec::with_capacity(reading.text.len());
    let mut edits = edits.iter().peekable();
    let mut at = 0;
    while at < reading.text.len() {
        match edits.peek() {
            Some(Edit::Drop(start, end)) if *start == at => {
                at = *end;
                edits.next();
            }
            Some(Edit::Replace(place, byte)) if *place == at => {
                text.push(*byte);
                map.push(original(reading, at));
                at += 1;
                edits.next();
            }
            _ => {
                text.push(reading.at(at));
                map.push(original(reading, at));
                at += 1;
            }
        }
    }
    Some((text, map))
}

fn original(reading: &Reading<'_>, at: usize) -> (u32, u32) {
    // A byte inside a character leads back to the whole character.
    let mut start = at;
    while start > 0 && !begins_character(reading.at(start)) {
        start -= 1;
    }
    let mut end = at + 1;
    while !begins_character(reading.at(end)) {
        end += 1;
    }
    reading.original(start, end).map_or((0, 0), |span| (span.start() as u32, span.end() as u32))
}

/// A change of the folded text.
enum Edit {
    /// The bytes from the first up to the second place go.
    Drop(usize, usize),
    /// The byte at a place becomes another.
    Replace(usize, u8),
}

/// Whether two words or numbers touch, or are so short and near that they may be spaced out: no is certain, yes is not.
fn may_be_disguised(reading: &Reading<'_>) -> bool {
    let mut before: Option<&Token> = None;
    reading.tokens.iter().filter(|it| it.kind != Kind::Mark).any(|token| {
        let Some(before) = before.replace(token) else { return false };
        match reading.between(before.end(), token.start()) {
            _ if touches(reading, before, token) => true,
            b"." | b"-" | b"*" | b"_" => before.width.max(token.width) <= 2,
            // Between spaces only single characters are spaced out.
            gap => gap.len() <= WIDEST_GAP && before.width.max(token.width) == 1,
        }
    })
}

/// The most bytes that keep two characters apart which belong together.
const WIDEST_GAP: usize = 3;

fn find_edits(reading: &Reading<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_be_disguised(reading) {
        return edits;
    }
    let tokens: Vec<&Token> = reading.tokens.iter().filter(|it| it.kind != Kind::Mark).collect();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let mut length = spaced_run(reading, rest);
        if let Some(run) = rest.get(..length).filter(|it| it.len() >= 2) {
            if !counts_up(reading, run) {
                join(reading, run, &mut edits);
            }
        } else {
            length = glued_run(reading, rest);
            // A few letters alone may be digits, too: `22 48 lO 93`, `+45(O)44`.
            let alone = |it: &&[&Token]| it.first().is_some_and(|it| may_be_digits(reading, it));
            if let Some(run) = rest.get(..length).filter(|it| it.len() >= 2 || alone(it)) {
                read_as_one_kind(reading, run, &mut edits);
            }
        }
        at += length;
    }
    edits
}

/// `1, 2, 3, 4, 5, 6` is a list, `3-1, 2-0, 4-2` are scores and `4.-8.8.2025` are days, not a disguise.
fn counts_up(reading: &Reading<'_>, run: &[&Token]) -> bool {
    let gaps = run.windows(2).filter_map(|it| Some(reading.between(it.first()?.end(), it.get(1)?.start())));
    let score = |(at, it): (usize, &[u8])| if at % 2 == 0 { it == b"-" } else { it != b"-" && !it.contains(&b'/') };
    if run.len() > 3 && gaps.clone().enumerate().all(score) {
        return true;
    }
    let year = |it: &&Token| matches!(reading.between(it.end(), it.end() + 3), b".20" | b" 20");
    let mixed = || gaps.clone().any(|it| gaps.clone().next() != Some(it));
    if matches!(run.len(), 3 | 4) && run.last().is_some_and(year) && mixed() {
        return true;
    }
    let digit = |it: &&Token| reading.bytes(it).first().copied().filter(u8::is_ascii_digit);
    let follows = |pair: &[&Token]| match (pair.first().and_then(digit), pair.get(1).and_then(digit)) {
        (Some(one), Some(next)) => next == one + 1,
        _ => false,
    };
    run.len() > 2 && run.windows(2).all(follows)
}

/// How many characters are read as one spaced-out run.
const MOST_SPACED: usize = 400;

/// How many more of them than the single ones may be pairs before it's none.
const MOST_PAIRS: usize = 8;

/// How many of the first tokens are single characters that stand apart, as in `k r æ f t`, `1-2-3` or `S.D`.
fn spaced_run(reading: &Reading<'_>, tokens: &[&Token]) -> usize {
    let mut count = 0;
    let mut dotted = true;
    let mut apart = 0;
    let mut singles = 0;
    let mut email = false;
    // Nobody spaces out more, and a hostile text is looked at in so many pieces.
    while let Some(token) = tokens.get(count).filter(|_| count < MOST_SPACED) {
        let width = token.width;
        if count > 0 {
            let Some(before) = tokens.get(count - 1) else { break };
            let gap = reading.between(before.end(), token.start());
            // `A 1` typed as `a1`: still one character each.
            let glued = gap.is_empty() && width == 1 && token.kind != before.kind;
            if !glued && (gap.is_empty() || !is_spacing(gap)) {
                break;
            }
            // `punkt 2b i loven`, `Emma B. i 3.a`: the word for in; but `k i m @ x . f i`.
            let next = tokens.get(count + 1);
            email |= gap.contains(&b'@');
            if !email
                && reading.bytes(token) == b"i"
                && gap.contains(&b' ')
                && next.is_some_and(|it| it.width > 1 || (it.kind == Kind::Digits && gap.contains(&b'.')))
            {
                break;
            }
            if !glued {
                let mark = matches!(gap, b"." | b"-" | b"*" | b"_");
                // Where marks keep letters apart, a space ends the word: `a m.u.s.l.i.m`, `d-e-m-e-n-s i familien`.
                let letters = before.kind == Kind::Word && token.kind == Kind::Word;
                if letters && dotted && gap.contains(&b' ') && count > 2 {
                    break;
                }
                if letters && !dotted && mark && count == 2 && apart == 1 {
                    return 1;
                }
                apart += 1;
                dotted &= mark;
            }
        }
        // A pair of letters may stand among single ones where marks, not spaces, keep them apart: `tr.a.n.s`.
        if width > 2 || (width == 2 && (!dotted || token.kind == Kind::Digits)) {
            break;
        }
        singles += usize::from(width == 1);
        count += 1;
        // Far more pairs than single characters: nothing is spaced out, and the next token would see the same.
        if count > 2 * singles + MOST_PAIRS {
            return 1;
        }
    }
    let capitals = || tokens.iter().take(2).all(|it| reading.typed(it).chars().all(char::is_uppercase));
    let letters = || tokens.iter().take(2).any(|it| it.kind == Kind::Word);
    match count {
        0 | 1 => 1,
        // `L.A.`, but not the day and month of `1.8.2025`.
        2 if apart > 0 && singles == 2 && letters() && (dotted || capitals()) => 2,
        2 => 1,
        // Not the form in `mor til Zakaria i 4A`.
        _ if apart * 2 >= count && singles * 2 > count && (dotted || singles == count) => count,
        _ => 1,
    }
}

/// Whether what stands between two characters only keeps them apart.
fn is_spacing(gap: &[u8]) -> bool {
    gap.len() <= WIDEST_GAP && gap.iter().all(|it| b" .-_*/+|~@(),;\"\x1a".contains(it))
}

/// Drops what keeps the characters of a run apart, but for what stands out from it: ` . ` among spaces, two spaces between words.
fn join(reading: &Reading<'_>, run: &[&Token], edits: &mut Vec<Edit>) {
    let gaps: Vec<(usize, usize)> =
        run.windows(2).filter_map(|it| Some((it.first()?.end(), it.get(1)?.start()))).collect();
    let spaces = gaps.iter().filter(|it| reading.between(it.0, it.1) == b" ").count();
    let by_space = spaces * 2 >= gaps.len().max(1);
    for (start, end) in gaps {
        let gap = reading.between(start, end);
        // A mark without spaces among spaced-out characters belongs to what is meant.
        let meant = (by_space && gap != b" ") || gap == b"@";
        if spaces > 0 && (gap == b"  " || gap == b"   ") {
            edits.push(Edit::Drop(start, end - 1));
        } else if by_space && gap.len() > 1 {
            // Only the spaces go.
            for (offset, byte) in gap.iter().enumerate() {
                if *byte == b' ' {
                    edits.push(Edit::Drop(start + offset, start + offset + 1));
                }
            }
        } else if start < end && !meant {
            edits.push(Edit::Drop(start, end));
        }
    }
    // `O 5 O`: letters among digits are digits, and digits among many letters letters: `C 0 p t s`, but not `i 4 B`.
    let digits = run.iter().filter(|it| it.kind == Kind::Digits).count();
    for token in run {
        let byte = reading.at(token.start());
        let letters = digits * 2 < run.len();
        let meant = if !letters { as_digit(byte) } else { as_letter(byte).filter(|_| run.len() > 4) };
        edits.extend(meant.map(|it| Edit::Replace(token.start(), it)));
    }
    // `h.i.v.-positiv`: the last full stop belongs to the spacing.
    if let Some(last) = run.last()
        && reading.between(last.end(), last.end() + 2) == b".-"
    {
        edits.push(Edit::Drop(last.end(), last.end() + 1));
    }
}

/// How many of the first tokens touch, letters beside digits (`s0mali`, `o5o`), with `@` and `$` among letters.
fn glued_run(reading: &Reading<'_>, tokens: &[&Token]) -> usize {
    let mut count = 1;
    while let (Some(before), Some(token)) = (tokens.get(count - 1), tokens.get(count)) {
        if !touches(reading, before, token) {
            break;
        }
        count += 1;
    }
    count
}

/// Whether two tokens are read as one word: nothing stands between them, or a mark that looks like a letter.
fn touches(reading: &Reading<'_>, before: &Token, token: &Token) -> bool {
    match reading.between(before.end(), token.start()) {
        b"" | b"$" => true,
        // `kv!nne`, but not `diabetes!hva`, where a sentence ends.
        b"!" => {
            before.kind == Kind::Word
                && token.kind == Kind::Word
                && !reading.bytes(before).iter().any(|it| is_vowel(*it))
        }
        b"@" => !begins_domain(reading, token.start()),
        _ => false,
    }
}

/// Whether a domain stands at a place, so that an `@` before it is one.
fn begins_domain(reading: &Reading<'_>, place: usize) -> bool {
    let mut at = place;
    while is_word(reading.at(at)) || reading.at(at) == b'-' {
        at += 1;
    }
    reading.at(at) == b'.' && is_letter(reading.at(at + 1))
}

/// The digit that a letter looks like.
fn as_digit(byte: u8) -> Option<u8> {
    match byte {
        b'o' => Some(b'0'),
        b'l' | b'i' => Some(b'1'),
        _ => None,
    }
}

/// The letter that a digit or mark looks like.
fn as_letter(byte: u8) -> Option<u8> {
    Some(match byte {
        b'0' => b'o',
        b'1' | b'!' => b'i',
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'7' => b't',
        _ => return None,
    })
}

/// Whether it's an account number in one: two letters, and what looks like digits.
fn is_iban(whole: &[u8]) -> bool {
    let [one, two, digits @ ..] = whole else { return false };
    digits.len() >= 13 && is_letter(*one) && is_letter(*two) && digits.iter().all(|it| looks_like_digit(*it))
}

/// Whether two letters and two digits, which end at `end`, begin an account number in groups of four.
fn begins_iban(reading: &Reading<'_>, start: &[u8], end: usize) -> bool {
    let account = matches!(start, [a, b, c, d] if is_letter(*a) && is_letter(*b) && (is_digit(*c) || is_digit(*d)) && looks_like_digit(*c) && looks_like_digit(*d));
    account
        && matches!(reading.between(end, end + 5), [b' ', group @ ..] if group.len() == 4 && group.iter().all(|it| looks_like_digit(*it)))
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

fn looks_like_digit(byte: u8) -> bool {
    is_digit(byte) || matches!(byte, b'o' | b'l' | b'i')
}

/// Whether a token is letters that look like a group of digits; a single one only in brackets.
fn may_be_digits(reading: &Reading<'_>, token: &Token) -> bool {
    let bracketed = || (reading.at(token.start().wrapping_sub(1)), reading.at(token.end())) == (b'(', b')');
    let fits = (2..=4).contains(&token.width) || (token.width == 1 && bracketed());
    fits && reading.bytes(token).iter().all(|it| looks_like_digit(*it))
}

/// Reads digits among letters as letters and letters among digits as digits.
fn read_as_one_kind(reading: &Reading<'_>, run: &[&Token], edits: &mut Vec<Edit>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let whole = reading.between(first.start(), last.end());
    // A part of an e-mail address has its digits.
    if reading.at(last.end()) == b'@' || (first.start() > 0 && reading.at(first.start() - 1) == b'@') {
        return;
    }
    // `93A18B207`: single letters that only keep digits apart; `200x120x60` is a size.
    let alternates = |(at, it): (usize, &&Token)| it.kind == if at % 2 == 0 { Kind::Digits } else { Kind::Word };
    if let [_, one, _, other, _, rest @ ..] = run
        && (!rest.is_empty() || reading.bytes(one) != reading.bytes(other))
        && !whole.iter().all(|it| looks_like_digit(*it))
        && run.len() % 2 == 1
        && run.iter().enumerate().all(alternates)
    {
        let letters = run.iter().filter(|it| it.kind == Kind::Word);
        edits.extend(letters.map(|it| Edit::Drop(it.start(), it.end())));
        return;
    }
    let letters = whole.iter().filter(|it| is_letter(**it)).count();
    let digits = whole.iter().filter(|it| it.is_ascii_digit()).count();
    // So has an account: `DK50 0040 …`.
    let account = begins_iban(reading, whole, last.end()) || is_iban(whole);
    // A HETU has a letter for the century and one at its end.
    let letter = |at: usize| whole.len() == 11 && matches!(at, 6 | 10) || account && at < 2;
    let digit_like = whole.iter().enumerate().all(|(at, it)| looks_like_digit(*it) || letter(at));
    // `O4OO 812 377`, `22 48 lO 93`
    let before = first.start() > 1 && is_digit(reading.at(first.start() - 2));
    let after = is_digit(reading.at(last.end() + 1));
    let beside = if digits > 0 { before || after } else { before && after && !whole.contains(&b'i') };
    let as_digits = account || beside || (digits > 0 && (digits >= letters || whole.len() <= 3 || whole.len() > 6));
    for (offset, byte) in whole.iter().enumerate() {
        let meant = if digit_like && as_digits {
            as_digit(*byte).filter(|_| !account || offset >= 2)
        // `h0m0`; a level or a unit (`b1`, `5g`) is as it is.
        } else if letters > digits
            || (letters == digits && whole.len() >= 4 && whole.first().is_some_and(|it| is_letter(*it)))
        {
            as_letter(*byte)
        } else {
            continue;
        };
        edits.extend(meant.map(|it| Edit::Replace(first.start() + offset, it)));
    }
}
