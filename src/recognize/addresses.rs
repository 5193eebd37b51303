//! Street addresses: a word that names a street, its number, and what follows of floor, door, post code and town.

use super::Candidate;
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::{Kind, Reading, Token};

/// Ends of street names in da, sv, nb, nn, fi, and words that stand apart (`Main Street`).
const ENDS: &[&str] = &[
    "vej",
    "vejen",
    "gade",
    "gaden",
    "allé",
    "alle",
    "alleen",
    "stræde",
    "torv",
    "torvet",
    "plads",
    "pladsen",
    "parken",
    "boulevard",
    "vænge",
    "vænget",
    "bakken",
    "toften",
    "haven",
    "engen",
    "lunden",
    "kaj",
    "stien",
    "gården",
    "vägen",
    "väg",
    "gatan",
    "gata",
    "gränd",
    "gränden",
    "torget",
    "stigen",
    "backen",
    "plan",
    "allén",
    "kajen",
    "stranden",
    "leden",
    "esplanaden",
    "veien",
    "vegen",
    "veg",
    "vei",
    "gaten",
    "gate",
    "plass",
    "plassen",
    "kroken",
    "svingen",
    "haugen",
    "lia",
    "torg",
    "tunet",
    "løkka",
    "stubben",
    "ringen",
    "katu",
    "tie",
    "kuja",
    "polku",
    "kaari",
    "raitti",
    "aukio",
    "rinne",
    "väylä",
    "katua",
    "kadun",
    "kadulla",
    "tiellä",
    "tien",
    "kadulle",
    "kujan",
    "ranta",
    "puisto",
    "penger",
    "portti",
    "street",
    "road",
    "avenue",
    "lane",
    "drive",
    "square",
];

/// Whether the word before `at` names a street.
pub(super) fn street_before(reading: &Reading<'_>, at: usize) -> bool {
    let before =
        reading.tokens.partition_point(|it| it.end() <= at).checked_sub(1).and_then(|it| reading.tokens.get(it));
    before.is_some_and(|it| is_street(reading, it) && reading.between(it.end(), at).iter().all(|it| *it == b' '))
}

fn is_street(reading: &Reading<'_>, token: &Token) -> bool {
    let word = reading.bytes(token);
    token.kind == Kind::Word
        && ENDS.iter().any(|end| word.ends_with(end.as_bytes()) && (word.len() >= end.len() + 2 || end.len() >= 5))
}

/// Every street address.
pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Candidate>) {
    for at in reading.digits.iter().filter_map(|it| it.checked_sub(1)) {
        let (Some(token), Some(number)) = (reading.tokens.get(at), reading.tokens.get(at + 1)) else { break };
        let near = number.end() - number.start() <= 3 && reading.between(token.end(), number.start()) == b" ";
        if !near || !is_street(reading, token) {
            continue;
        }
        // `Ndr. Ringvej`, `Gamle Kongevej`: words with a capital before belong to the name.
        let mut first = at;
        while first > 0 {
            let Some(before) = reading.tokens.get(first - 1) else { break };
            let typed = reading.typed(before);
            let large = typed.chars().next().is_some_and(char::is_uppercase) && !before.opens;
            if !(before.kind == Kind::Word && large) {
                break;
            }
            first -= 1;
        }
        let start = reading.tokens.get(first).map_or(token.start(), Token::start);
        let end = tail(reading, at + 1);
        out.push(Candidate {
            start,
            end,
            category: Category::Address,
            recognizer: "address.street",
            evidence: Evidence::Context,
            disclosed: true,
        });
    }
}

/// Whether digits are a floor or a post code (`2100`, `123 45`) and not the beginning of a number of somebody's.
fn is_floor_or_code(reading: &Reading<'_>, token: &Token) -> bool {
    let digits = |from: usize| (0..).take_while(|it| reading.at(from + it).is_ascii_digit()).count();
    let goes_on = |from: usize| matches!(reading.at(from), b' ' | b'-' | b'.') && digits(from + 1) > 0;
    let (length, next) = (token.end() - token.start(), digits(token.end() + 1));
    match length {
        // `12, 2 2100 København`
        1 | 2 => !goes_on(token.end()) || matches!(next, 4 | 5),
        3 => next == 2 && !goes_on(token.end() + 3),
        _ => length <= 5 && !goes_on(token.end()),
    }
}

/// The end of an address whose house number is the token at `at`.
fn tail(reading: &Reading<'_>, at: usize) -> usize {
    let mut end = reading.tokens.get(at).map_or(0, Token::end);
    let mut post_code = false;
    for token in reading.tokens.iter().skip(at + 1).take(12) {
        let gap = reading.between(end, token.start());
        let word = reading.bytes(token);
        if gap.len() > 2 || gap.contains(&b'\n') {
            break;
        }
        let belongs = match token.kind {
            Kind::Digits => !post_code && is_floor_or_code(reading, token),
            Kind::Word if post_code => {
                // The town closes the address.
                return if reading.typed(token).chars().next().is_some_and(char::is_uppercase) {
                    token.end()
                } else {
                    end
                };
            }
            Kind::Word => {
                word.len() == 1
                    || matches!(
                        word,
                        b"th" | b"tv" | b"mf" | b"sal" | b"st" | b"kld" | b"etage" | b"lgh" | b"tr" | b"as" | b"hus"
                    )
            }
            Kind::Mark => matches!(word, b"," | b"." | b"-"),
        };
        if !belongs {
            break;
        }
        post_code |= token.kind == Kind::Digits && word.len() >= 4;
        if token.kind != Kind::Mark {
            end = token.end();
        } else if reading.at(token.end()) != b' ' && !reading.at(token.end()).is_ascii_digit() {
            break;
        }
    }
    end
}
