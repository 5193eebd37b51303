//! References: numbers that a word before them names as an order, a parcel or a case, and the shapes that a policy gives.

use super::{Candidate, row::has_any};
use crate::category::Category;
use crate::finding::Evidence;
use crate::read::{Reading, begins_character, is_letter, is_word};

/// Beginnings of words that name an order, a parcel or a case, in da, sv, nb, nn, fi, en.
const WORDS: &[&str] = &[
    "ansökan",
    "ansøgning",
    "application",
    "asia",
    "asiointi",
    "bestilling",
    "beställning",
    "booking",
    "byggesak",
    "bygglov",
    "case",
    "customer",
    "diaarinumero",
    "diarienummer",
    "dnr",
    "faktura",
    "forsendelse",
    "försändelse",
    "hakemus",
    "invoice",
    "journalnr",
    "journalnummer",
    "klagesak",
    "kolli",
    "kund nr",
    "kunde nr",
    "kundenummer",
    "kundnummer",
    "kvittering",
    "kvitto",
    "lasku",
    "lähetys",
    "mig-",
    "order",
    "ordre",
    "paket",
    "pakke",
    "palautus",
    "parcel",
    "rakennuslupa",
    "ref ",
    "ref.",
    "ref:",
    "referan",
    "referen",
    "refnr",
    "retur ",
    "retur:",
    "returk",
    "returl",
    "returnr",
    "returnu",
    "sag ",
    "sag:",
    "sagen",
    "sagnr",
    "sags",
    "sak ",
    "sak:",
    "saken",
    "sakn",
    "saknr",
    "saks",
    "shipment",
    "sporing",
    "spårning",
    "søknad",
    "tilaus",
    "track",
    "ärende",
];

/// Words that, right before a number, make it another than the one that was spoken of before: `Ordre mangler tlf 12345678`.
const OTHERS: &[&str] = &[
    "born", "cpr", "född", "fødd", "født", "konto", "mob", "pas", "person", "phone", "puh", "synt", "tel", "tili",
    "tlf",
];

/// Whether such a word stands shortly before the number from `start`, in one clause with it and with no other number between.
pub(super) fn is_named(reading: &Reading<'_>, start: usize) -> bool {
    let from = start.saturating_sub(40);
    let before = reading.between(from, start);
    let cut = before
        .iter()
        .rposition(|it| it.is_ascii_digit() || matches!(it, b'\n' | b'?' | b'!' | b']' | b','))
        .map_or(0, |it| it + 1);
    let before = before.get(cut..).unwrap_or(&[]);
    let last = before.trim_ascii_end().rsplit(|it| *it == b' ').next().unwrap_or(&[]);
    has_any(before, WORDS) && !has_any(last, OTHERS)
}

/// Where a shape of the policy, folded, stands: `#` is a digit, `@` a letter, everything else itself.
pub(super) fn find_shape(reading: &Reading<'_>, shape: &str, category: Category, out: &mut Vec<Candidate>) {
    for token in &reading.tokens {
        let start = token.start();
        if start > 0
            && is_word(reading.at(start - 1))
            && is_word(reading.at(start)) == is_word(reading.at(start - 1))
            && reading.at(start - 1).is_ascii_digit() == reading.at(start).is_ascii_digit()
        {
            continue;
        }
        if let Some(end) = shape_end(reading, shape, start).filter(|it| !is_word(reading.at(*it))) {
            out.push(Candidate {
                start,
                end,
                category,
                recognizer: "policy.shape",
                evidence: Evidence::Context,
                disclosed: true,
            });
        }
    }
}

fn shape_end(reading: &Reading<'_>, shape: &str, start: usize) -> Option<usize> {
    let mut at = start;
    for wanted in shape.chars() {
        // Spaces may stand where people put them.
        while wanted != ' ' && at > start && reading.at(at) == b' ' && at < reading.text.len() {
            at += 1;
        }
        let byte = reading.at(at);
        let fits = match wanted {
            '#' => byte.is_ascii_digit(),
            '@' => is_letter(byte),
            other => {
                let mut buffer = [0; 4];
                let bytes = other.encode_utf8(&mut buffer).as_bytes();
                if reading.between(at, at + bytes.len()) != bytes {
                    return None;
                }
                at += bytes.len() - 1;
                true
            }
        };
        if !fits || at >= reading.text.len() {
            return None;
        }
        at += 1;
        while is_letter(byte) && !begins_character(reading.at(at)) {
            at += 1;
        }
    }
    Some(at)
}
