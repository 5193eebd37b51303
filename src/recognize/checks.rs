//! Check digits: what confirms (or, where the issuer guarantees it, is required of) a number of the right shape.
//!
//! Each takes the folded bytes that a pattern matched, separators included.

/// The digits of `text` as values.
fn digits(text: &[u8]) -> impl Iterator<Item = u32> + '_ {
    text.iter().filter(|it| it.is_ascii_digit()).map(|it| u32::from(it - b'0'))
}

fn weighted(text: &[u8], weights: &[u32]) -> u32 {
    digits(text).zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// CPR numbers issued before October 2007: modulus 11.
pub(super) fn dk_cpr(text: &[u8]) -> bool {
    weighted(text, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Personnummer and samordningsnummer: Luhn over the last ten digits.
pub(super) fn se_personnummer(text: &[u8]) -> bool {
    let skip = digits(text).count().saturating_sub(10);
    luhn_of(digits(text).skip(skip))
}

/// Payment cards, bankgiro, plusgiro: Luhn.
pub(super) fn luhn(text: &[u8]) -> bool {
    luhn_of(digits(text))
}

fn luhn_of(digits: impl Iterator<Item = u32>) -> bool {
    // From the right, so the count is known without an exact size.
    let values: Vec<u32> = digits.collect();
    let sum: u32 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    values.len() > 1 && sum.is_multiple_of(10)
}

/// Fødselsnummer, D-, H- and synthetic numbers: two digits modulo 11; the first may leave 0 to 3 in numbers issued from 2032.
pub(super) fn no_fodselsnummer(text: &[u8]) -> bool {
    weighted(text, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 <= 3
        && weighted(text, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Norwegian account numbers: modulo 11.
pub(super) fn no_kontonummer(text: &[u8]) -> bool {
    weighted(text, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// HETU: the nine digits modulo 31 choose the last character.
pub(super) fn fi_hetu(text: &[u8]) -> bool {
    let Some(last) = text.last() else { return false };
    let number = digits(text).take(9).fold(0, |number, digit| number * 10 + digit);
    b"0123456789abcdefhjklmnprstuvwxy".get(number as usize % 31) == Some(last)
}

/// Kennitala: the ninth digit modulo 11.
pub(super) fn is_kennitala(text: &[u8]) -> bool {
    weighted(text, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// IBAN: modulo 97 after moving the first four characters to the end.
pub(super) fn iban(text: &[u8]) -> bool {
    let plain = || text.iter().filter(|it| it.is_ascii_alphanumeric());
    let rest = plain().skip(4).chain(plain().take(4)).fold(0u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.to_ascii_lowercase().wrapping_sub(b'a')) + 10) % 97,
    });
    plain().count() >= 15 && rest == 1
}

/// IBAN: as many digits as the country's have, beside the letters of a bank's code.
pub(super) fn iban_length(text: &[u8]) -> bool {
    const LENGTHS: &[(&[u8], usize)] = &[
        (b"dkfoglfigbie", 16),
        (b"no", 13),
        (b"seczskes", 22),
        (b"is", 24),
        (b"eeltat", 18),
        (b"be", 14),
        (b"lv", 15),
        (b"nl", 12),
        (b"hr", 19),
        (b"de", 20),
        (b"pt", 23),
        (b"plhu", 26),
        (b"ua", 27),
    ];
    let count = digits(text).count();
    let country = text.get(..2).unwrap_or(&[]);
    LENGTHS.iter().any(|(countries, length)| count == *length && countries.chunks(2).any(|it| it == country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_pass_and_a_slip_fails() {
        // Published: CPR-kontoret's 070761-4285; Skatteverket's 811228-9874 and 701063-2391; DVV's 131052-308T; Skatteetaten's 01010750160; kennitala 120174-3399.
        type Check = fn(&[u8]) -> bool;
        let cases: &[(Check, &str, &str)] = &[
            (dk_cpr, "070761-4285", "070761-4286"),
            (se_personnummer, "811228-9874", "811228-9875"),
            (se_personnummer, "19701063-2391", "19701063-2392"),
            (fi_hetu, "131052-308t", "131052-308u"),
            (no_fodselsnummer, "010107 50160", "010107 50161"),
            (is_kennitala, "120174-3399", "120174-3389"),
            (iban, "no93 8601 1117 947", "no93 8601 1117 948"),
            (iban_length, "no93 8601 1117 948", "no93 8601 1117 94"),
            (luhn, "4111 1111 1111 1111", "4111 1111 1111 1112"),
            (no_kontonummer, "8601.11.17947", "8601.11.17948"),
            // Made up without a zero, so that every weight counts; of the last two the first check digit leaves 3 and 4.
            (dk_cpr, "231236-2352", "231236-2353"),
            (is_kennitala, "171168-6869", "171168-6879"),
            (no_kontonummer, "6117.62.94344", "6117.62.94345"),
            (no_fodselsnummer, "181299 33735", "181299 33736"),
            (no_fodselsnummer, "161271 26872", "261167 45657"),
        ];
        for (check, right, wrong) in cases {
            assert!(check(right.as_bytes()), "{right}");
            assert!(!check(wrong.as_bytes()), "{wrong}");
        }
    }
}
