//! Street addresses: a word that names a street, its number, and what follows of floor, door, post code and town.

use super::Candidate;
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::{Kind, Reading, Token};

/// Ends of street names in da, sv, nb, nn, fi, and words that stand apart (`Main Street`); those with the same last byte side by side, so that most words are
/// asked for none of them.
const ENDS: &[&str] = &[
    "gata lia løkka kuja katua kadulla ranta",
    "boulevard gränd road",
    "gade alle stræde vænge gate tie rinne kadulle avenue lane drive square",
    "väg veg torg",
    "vei kaari raitti portti",
    "vej kaj",
    "vejen gaden alleen pladsen parken bakken toften haven engen lunden stien gården vägen gatan gränden stigen backen plan allén kajen \
     stranden leden esplanaden veien vegen gaten plassen kroken svingen haugen stubben ringen kadun tien kujan",
    "aukio puisto",
    "penger",
    "plads plass",
    "torvet vænget torget tunet street",
    "katu polku",
    "torv",
    "väylä tiellä",
    "allé",
];

/// Those that are hardly ever anything else.
const STREETS: &[&[u8]] = &[b"gate", b"gata", b"gaten", b"gade", b"vei", b"veg", b"vej"];

/// Words that belong to the name of a street or place behind them: `Gamle Kongevej`, `Øvre Vik`.
const HEADS: &str = "north south east west upper lower saint gamle gammel gamla store lille stora lilla øvre nedre ytre indre nørre nordre nordra \
    søndre vestre østre västra östra norra södra övre yttre inre iso pikku vanha uusi sankt";

/// Whether a word begins the names of streets and places.
pub(super) fn heads_name(word: &[u8]) -> bool {
    HEADS.split(' ').any(|it| it.as_bytes() == word)
}

/// Whether the word before `at` names a street.
pub(super) fn street_before(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.tokens.partition_point(|it| it.end() <= at).checked_sub(1);
    before.is_some_and(|before| {
        let end = reading.tokens.get(before).map_or(0, Token::end);
        street(reading, before).is_some() && reading.between(end, at).iter().all(|it| *it == b' ')
    })
}

/// The first word of the street's name that the word at `at` closes: `Nørregade`, `Gamle Kongevej`, `Karl Johans gate`.
fn street(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let word = reading.tokens.get(at).filter(|it| it.kind == Kind::Word)?;
    let name = reading.bytes(word);
    // The word before the one at a place, with a space between, if it has a capital.
    let before = |place: usize| {
        let it = reading.tokens.get(place.checked_sub(1)?).filter(|it| it.kind == Kind::Word)?;
        let next = reading.tokens.get(place)?;
        let joins = reading.between(it.end(), next.start()) == b" " && !next.opens;
        let large = reading.is_large(it);
        // Nobody types `karl johans gate` with capitals in a hurry.
        let whose = || STREETS.contains(&name) && place == at && reading.bytes(it).ends_with(b"s");
        (joins && (large || whose())).then(|| (place - 1, reading.bytes(it)))
    };
    // The letters before the end; one letter makes no street of it.
    let stem = |end: &str| name.strip_suffix(end.as_bytes()).map(<[u8]>::len).filter(|it| *it != 1);
    let alike = ENDS.iter().filter(|it| it.as_bytes().last() == name.last());
    let stem = alike.flat_map(|it| it.split(' ')).find_map(stem)?;
    if stem == 0 {
        let (first, named) = before(at)?;
        // Whose street it is may have two names; what stands before them is somebody who lives there.
        let whole = before(first).filter(|it| named.ends_with(b"s") || named.ends_with(b"n") || heads_name(it.1));
        return Some(whole.map_or(first, |it| it.0));
    }
    Some(before(at).filter(|it| heads_name(it.1)).map_or(at, |it| it.0))
}

/// The end of an English street's name behind its number, the token at `at`: `12 Baker Street`, `221B Baker Street`.
fn street_behind(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut end = reading.tokens.get(at)?.end();
    for (place, token) in reading.tokens.iter().enumerate().skip(at + 1).take(4) {
        let letter = place == at + 1 && token.width == 1 && token.start() == end;
        let large = reading.is_large(token);
        let word = large && token.kind == Kind::Word && reading.between(end, token.start()) == b" ";
        if !letter && !word {
            return None;
        }
        end = token.end();
        let closes = matches!(
            reading.bytes(token),
            b"street" | b"road" | b"avenue" | b"lane" | b"drive" | b"square" | b"terrace" | b"gardens" | b"close"
        );
        if closes && place > at + 1 {
            return Some(end);
        }
    }
    None
}

/// Every street address.
pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Candidate>) {
    for at in reading.digits.iter().copied() {
        let Some(number) = reading.tokens.get(at).filter(|it| it.end() - it.start() <= 4) else { continue };
        let before = at.checked_sub(1).and_then(|it| reading.tokens.get(it));
        let near = |it: &Token| number.end() - number.start() <= 3 && reading.between(it.end(), number.start()) == b" ";
        let first = before.filter(|it| near(it)).and_then(|_| street(reading, at - 1));
        let span = match first.and_then(|it| reading.tokens.get(it)) {
            Some(first) => Some((first.start(), tail(reading, at))),
            None => street_behind(reading, at).map(|end| (number.start(), end)),
        };
        out.extend(span.map(|(start, end)| Candidate {
            start,
            end,
            category: Category::Address,
            recognizer: "address.street",
            evidence: Evidence::Context,
            disclosed: true,
        }));
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
    // Whether a post code has come, and the first half of one such as `123 45`.
    let (mut post_code, mut half) = (false, false);
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
                return if reading.is_large(token) { token.end() } else { end };
            }
            Kind::Word => {
                (word.len() == 1 && word != b"i")
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
        post_code |= token.kind == Kind::Digits && (half || word.len() >= 4);
        half = token.kind == Kind::Digits && word.len() == 3;
        if token.kind != Kind::Mark {
            end = token.end();
        } else if reading.at(token.end()) != b' ' && !reading.at(token.end()).is_ascii_digit() {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with braces around each address.
    fn marked(text: &str) -> String {
        let (reading, mut found) = (Reading::new(text), Vec::new());
        find(&reading, &mut found);
        let mut out = text.to_owned();
        for span in found.iter().rev().filter_map(|it| reading.original(it.start, it.end)) {
            out.insert(span.end(), '}');
            out.insert(span.start(), '{');
        }
        out
    }

    #[test]
    fn an_address_is_a_street_a_number_and_what_belongs_to_them() {
        for text in [
            "jeg bor {Nørregade 3}, kl. 12",
            "{Nørregade 123}.",
            "{Nørregade 3 a} i morgen, og {Nørregade 3} i dag",
            "{Nørregade 3, 2. tv, 2100 København} 2200",
            "{Nørregade 3, 4. sal tv}",
            "{Nørregade 3, 2100} i byen",
            "{Nørregade 3}\n2100 København",
            "{Nørregade 3} - 2100 København",
            "{Storgata 12 B, 0187 Oslo}",
            "{Storgata 12, 3 0187 Oslo}",
            "{Storgatan 5, 123 45 Falun} i kväll",
            "{Storgatan 5, 123 45} på kvällen",
            "{Mannerheimintie 5 A 12, 00100 Helsinki}",
            "{Gamle Kongevej 5B}",
            "Anna {Karl Johans gate 5}",
            "på {johans gate 5}",
            "bor i {Main Street 12}",
            "{12 Baker Street}, {221B Baker Street}",
            "{12 Old Mill Lane}, thanks",
        ] {
            assert_eq!(marked(&text.replace(['{', '}'], "")), text);
        }
    }

    #[test]
    fn without_a_street_or_its_number_there_is_no_address() {
        for text in [
            "gade 3",
            "på gade 3",
            "agade 3",
            "Nørregade 1234",
            "Nørregade  3",
            "12 Street",
            "12 baker street",
            "12  Baker Street",
            "221 b Baker Street",
            "221BC Baker Street",
            "12 One Two Three Four Lane",
        ] {
            assert_eq!(marked(text), text);
        }
    }

    #[test]
    fn a_number_of_somebody_behind_an_address_is_no_part_of_it() {
        for text in ["{Nørregade 3}, 20304050", "{Nørregade 3}, 12345 678", "{Nørregade 3}, 123 45 678"] {
            assert_eq!(marked(&text.replace(['{', '}'], "")), text);
        }
    }
}
