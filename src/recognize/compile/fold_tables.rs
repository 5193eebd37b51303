//! Build time: the tables behind `read::fold`.

use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// The zeros of the decimal digit rows of Unicode (general category Nd), Latin ones without the mathematical styles left out.
const DIGIT_ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1e140, 0x1e2f0, 0x1e4d0, 0x1e950, 0x1fbf0,
];

/// Letters of other scripts that are drawn like Latin ones (after Unicode's confusables, the common ones).
const LOOK_ALIKES: &[(&str, u8)] = &[
    ("аАӑӓα𝛂Α", b'a'),
    ("бЬьъβΒ", b'b'),
    ("сСϲсҫͼ", b'c'),
    ("ԁ", b'd'),
    ("еЕёЁєЄҽεΕ", b'e'),
    ("ƒϝ", b'f'),
    ("ɡԌԍ", b'g'),
    ("һҺнНΗ", b'h'),
    ("іІїЇιΙΐί", b'i'),
    ("јЈϳ", b'j'),
    ("кКҝқκΚ", b'k'),
    ("ӏӀ", b'l'),
    ("мМΜ", b'm'),
    ("пηΝ", b'n'),
    ("оОοΟσծօ", b'o'),
    ("рРρΡ", b'p'),
    ("ԛգ", b'q'),
    ("гяЯ", b'r'),
    ("ѕЅ", b's'),
    ("тТτΤ", b't'),
    ("цυʋս", b'u'),
    ("ѵѴν", b'v'),
    ("ԝѡωшш", b'w'),
    ("хХχΧ", b'x'),
    ("уУүγΥ", b'y'),
    ("зЗΖζ", b'z'),
];

/// Marks that mean a plain one.
const MARKS: &[(&str, u8)] = &[
    ("‐‑‒–—―⁃−﹘﹣－⸺⸻➖ー〜～‒", b'-'),
    ("·•‧∙⋅・･。．｡․●◦▪᛫", b'.'),
    ("‘’‚‛′ʼ´｀`ʻ＇", b'\''),
    ("“”„‟«»″＂", b'"'),
    ("⁄∕／⧸", b'/'),
    ("＠﹫", b'@'),
    ("＋﹢➕", b'+'),
    ("（﹙❨⟮", b'('),
    ("）﹚❩⟯", b')'),
    ("，、﹐︐‚", b','),
    ("：﹕︓꞉", b':'),
    ("＿﹍﹎﹏‿", b'_'),
    ("＊∗✱⁎﹡✶", b'*'),
    ("？⁇﹖", b'?'),
    ("！﹗‼", b'!'),
    ("；﹔", b';'),
    ("［", b'['),
    ("］", b']'),
    ("＃﹟", b'#'),
    ("％﹪٪", b'%'),
    ("＆﹠", b'&'),
    ("＝﹦", b'='),
    ("｜", b'|'),
    ("～", b'~'),
    ("…", b'.'),
    ("\u{85}", b' '),
];

/// Letters that decompose to nothing else.
const LETTERS: &[(&str, u8)] = &[
    ("đĐð Ð", b'd'),
    ("łŁ", b'l'),
    ("ıİ", b'i'),
    ("ħĦ", b'h'),
    ("ŧŦ", b't'),
    ("ŋŊ", b'n'),
    ("ĸ", b'k'),
    ("ƶ", b'z'),
    ("ɩ", b'i'),
    ("ə", b'e'),
    ("ＡａⒶⓐ", b'a'),
];

/// The source of the tables.
pub fn source() -> String {
    let mut fold: Vec<(u32, u8)> = Vec::new();
    for (chars, byte) in MARKS.iter().chain(LETTERS) {
        fold.extend(chars.chars().filter(|it| !it.is_ascii()).map(|it| (it as u32, *byte)));
    }
    for code in 0xa0..0x1f200u32 {
        let Some(c) = char::from_u32(code) else { continue };
        // Scripts that don't decompose to Latin.
        if (0x300..=0x36f).contains(&code) || (0x3400..0xa000).contains(&code) || (0xac00..0xd800).contains(&code) {
            continue;
        }
        let composed: String = c.nfkc().flat_map(char::to_lowercase).collect();
        let byte = match composed.as_str() {
            "å" => 1,
            "ä" => 2,
            "ö" => 3,
            "æ" | "ǽ" | "ǣ" => 4,
            "ø" | "ǿ" => 5,
            _ => {
                let plain: String = composed.nfkd().filter(|it| !('\u{300}'..='\u{36f}').contains(it)).collect();
                match plain.as_bytes() {
                    [byte] if byte.is_ascii_graphic() || *byte == b' ' => byte.to_ascii_lowercase(),
                    // Circled and bracketed letters and digits: ①, ⒜, 🄐.
                    [b'(', byte, b')'] | [byte, b'.'] if byte.is_ascii_alphanumeric() => byte.to_ascii_lowercase(),
                    _ => continue,
                }
            }
        };
        fold.push((code, byte));
    }
    let mut alike: Vec<(u32, u8)> = Vec::new();
    for (chars, byte) in LOOK_ALIKES {
        alike.extend(chars.chars().map(|it| (it as u32, *byte)));
    }
    let mut out = String::new();
    writeln!(out, "const DIGIT_ZEROS: &[u32] = &{DIGIT_ZEROS:?};").expect("writing to a string");
    writeln!(out, "const FOLD: &[Run] = &{:?};", runs(fold)).expect("writing to a string");
    writeln!(out, "const LOOK_ALIKE: &[Run] = &{:?};", runs(alike)).expect("writing to a string");
    out
}

/// Joins neighbours whose targets stay the same or go up by one.
fn runs(mut pairs: Vec<(u32, u8)>) -> Vec<(u32, u16, u8, u8)> {
    pairs.sort_by_key(|it| it.0);
    pairs.dedup_by_key(|it| it.0);
    let mut runs: Vec<(u32, u16, u8, u8)> = Vec::new();
    for (code, byte) in pairs {
        if let Some((first, length, start, step)) = runs.last_mut() {
            let distance = code - *first;
            if distance == u32::from(*length) && distance < 200 {
                let with = |step: u8| u32::from(*start) + u32::from(step) * distance == u32::from(byte);
                if *length == 1 && (with(0) || with(1)) {
                    *step = u8::from(!with(0));
                    *length = 2;
                    continue;
                }
                if *length > 1 && with(*step) {
                    *length += 1;
                    continue;
                }
            }
        }
        runs.push((code, 1, byte, 0));
    }
    runs
}
