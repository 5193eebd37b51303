//! Folding: lower case, composed, one spelling for what looks alike.

include!(concat!(env!("OUT_DIR"), "/fold_tables.rs"));

/// What stands for a symbol that carries no text (an emoji, §), so that every other byte above ASCII belongs to a letter.
pub(crate) const SYMBOL: u8 = 0x1a;

pub(super) struct Folded {
    pub text: Vec<u8>,
    pub map: Option<Vec<(u32, u32)>>,
    pub unread: bool,
}

/// Folds a whole message.
pub(super) fn fold(original: &str) -> Folded {
    let mut out = Out { text: Vec::with_capacity(original.len() + 8), map: None };
    // Most messages never ask.
    let mut scripts: Option<Scripts> = None;
    let mut rest = original;
    loop {
        let at = original.len() - rest.len();
        let plain = plain_bytes(rest.as_bytes());
        let (plain, after) = rest.split_at_checked(plain).unwrap_or(("", rest));
        out.push_plain(plain.as_bytes(), at);
        let mut chars = after.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        let (at, end) = (original.len() - after.len(), original.len() - rest.len());
        match c {
            // An apostrophe inside a word is often left out, so it is always left out here: `i'm`, `Parkinson's`.
            '\'' if !apostrophe_inside_word(&out.text, rest.chars().next()) => out.push(b"'", at, end),
            '\t' | '\r' => out.push(b" ", at, end),
            '\0'..='\x7f' => out.leave_out(),
            '’' | '‘' | 'ʼ' | '´' if apostrophe_inside_word(&out.text, rest.chars().next()) => out.leave_out(),
            '\u{300}'..='\u{36f}' => out.combine(c, at, end),
            _ => {
                let latin = scripts.get_or_insert_with(|| Scripts::count(original)).mostly;
                fold_rare(c, at, end, latin, &mut out);
            }
        }
    }
    let Out { text, map } = out;
    Folded { text, map, unread: scripts.is_some_and(|it| it.unread) }
}

/// How many of the first bytes are characters that only become lower case: printable ASCII and the common letters of the Nordic languages.
fn plain_bytes(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            b'\'' => break,
            b'\n' | b' '..=b'~' => at += 1,
            // å ä æ ö ø and their capitals.
            0xc3 if text.get(at + 1).is_some_and(|it| matches!(it | SMALL, 0xa4..=0xa6 | 0xb6 | 0xb8)) => at += 2,
            _ => break,
        }
    }
    at
}

/// The bit that small letters have, and in the second byte of the common Nordic letters too.
const SMALL: u8 = 0x20;

fn lower(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' | 0x80..=0xbf => byte | SMALL,
        _ => byte,
    }
}

fn fold_rare(c: char, at: usize, end: usize, mostly_latin: bool, out: &mut Out) {
    if is_invisible(c) {
        out.leave_out();
        return;
    }
    let code = c as u32;
    if let Some(value) = digit_value(code) {
        out.push(&[b'0' + value], at, end);
    } else if let Some(byte) = table_lookup(FOLD, code) {
        match byte {
            1 => out.push_char('å', at, end),
            2 => out.push_char('ä', at, end),
            3 => out.push_char('ö', at, end),
            4 => out.push_char('æ', at, end),
            5 => out.push_char('ø', at, end),
            _ => out.push(&[byte], at, end),
        }
    } else if let Some((_, letters)) = SEVERAL.iter().find(|it| it.0 == c) {
        out.push(letters.as_bytes(), at, end);
    } else if let Some(byte) = table_lookup(LOOK_ALIKE, code).filter(|_| mostly_latin) {
        out.push(&[byte], at, end);
    } else if c.is_alphabetic() {
        // Of a script that no lexicon knows: as it is.
        out.push_char(c, at, end);
    } else if c.is_whitespace() {
        out.push(if matches!(c, '\u{2028}' | '\u{2029}') { b"\n" } else { b" " }, at, end);
    } else {
        out.push(&[SYMBOL], at, end);
    }
}

/// Letters that fold to several, and the sign for money.
const SEVERAL: &[(char, &str)] = &[
    ('€', "$"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
];

fn apostrophe_inside_word(before: &[u8], after: Option<char>) -> bool {
    before.last().is_some_and(|it| super::is_letter(*it)) && after.is_some_and(char::is_alphabetic)
}

/// Characters that take no room: they are left out, so that they can't split what they stand in.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{e0000}'..='\u{e0fff}')
}

/// The value of a decimal digit of any script. All of them stand in rows of ten.
fn digit_value(code: u32) -> Option<u8> {
    if (0x1d7ce..=0x1d7ff).contains(&code) {
        return Some(((code - 0x1d7ce) % 10) as u8);
    }
    let row = DIGIT_ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    let value = code - DIGIT_ZEROS.get(row)?;
    (value < 10).then_some(value as u8)
}

/// A run of code points that fold alike: `(first, length, byte, step)`; `step` is added for each further code point.
type Run = (u32, u16, u8, u8);

fn table_lookup(table: &[Run], code: u32) -> Option<u8> {
    let (first, length, byte, step) = *table.get(table.partition_point(|run| run.0 <= code).checked_sub(1)?)?;
    let distance = code - first;
    (distance < u32::from(length)).then(|| byte + step * distance as u8)
}

/// Which scripts the letters of a message are of.
struct Scripts {
    /// Most are Latin, so a letter of another script that looks Latin is meant so.
    mostly: bool,
    /// Most are of a script that no lexicon knows.
    unread: bool,
}

impl Scripts {
    fn count(text: &str) -> Scripts {
        // Letters up to U+00FF are Latin.
        if text.is_ascii() || text.bytes().all(|it| it < 0xc2 || it == 0xc3) {
            return Scripts { mostly: true, unread: false };
        }
        let (mut latin, mut other) = (0usize, 0usize);
        for c in text.chars() {
            if c.is_ascii_alphabetic()
                || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
            {
                latin += 1;
            } else if !c.is_ascii() && c.is_alphabetic() && table_lookup(FOLD, c as u32).is_none() {
                other += 1;
            }
        }
        Scripts { mostly: latin >= other, unread: other > latin && other >= 3 }
    }
}

struct Out {
    text: Vec<u8>,
    map: Option<Vec<(u32, u32)>>,
}

impl Out {
    fn push_char(&mut self, c: char, at: usize, end: usize) {
        self.push(c.encode_utf8(&mut [0; 4]).as_bytes(), at, end);
    }

    fn push(&mut self, bytes: &[u8], at: usize, end: usize) {
        // Several letters for one have places that lie inside of it, even where they are as many bytes: `ß` and `ss`.
        let several = bytes.len() > 1 && bytes.first().is_some_and(u8::is_ascii);
        if self.map.is_none() && (several || bytes.len() != end - at || self.text.len() != at) {
            self.begin_map();
        }
        self.text.extend_from_slice(bytes);
        if let Some(map) = &mut self.map {
            map.extend(bytes.iter().map(|_| (at as u32, end as u32)));
        }
    }

    /// Characters that only become lower case.
    fn push_plain(&mut self, bytes: &[u8], at: usize) {
        if self.map.is_none() && self.text.len() != at {
            self.begin_map();
        }
        self.text.extend(bytes.iter().map(|it| lower(*it)));
        if let Some(map) = &mut self.map {
            for (place, byte) in (at..).zip(bytes) {
                // The second byte of a letter belongs to its first.
                let (start, end) = match byte {
                    0x80..=0xbf => (place - 1, place + 1),
                    0xc3 => (place, place + 2),
                    _ => (place, place + 1),
                };
                map.push((start as u32, end as u32));
            }
        }
    }

    /// From here on both texts differ in their offsets.
    fn begin_map(&mut self) {
        let mut map: Vec<(u32, u32)> = Vec::with_capacity(self.text.capacity());
        for (at, byte) in self.text.iter().enumerate() {
            match map.last_mut() {
                // Inside a character: so far they are as long here as there.
                Some(last) if (0x80..0xc0).contains(byte) => {
                    let start = last.0;
                    let end = at as u32 + 1;
                    map.push((start, end));
                    let mut back = at;
                    while let Some(it) = map.get_mut(back).filter(|it| it.0 == start) {
                        it.1 = end;
                        let Some(next) = back.checked_sub(1) else { break };
                        back = next;
                    }
                }
                _ => map.push((at as u32, at as u32 + 1)),
            }
        }
        self.map = Some(map);
    }

    fn leave_out(&mut self) {
        if self.map.is_none() {
            self.begin_map();
        }
    }

    /// A mark over or through the letter before it.
    fn combine(&mut self, mark: char, at: usize, end: usize) {
        if self.map.is_none() {
            self.begin_map();
        }
        let composed = match (self.text.last(), mark) {
            (Some(b'a'), '\u{30a}') => Some('å'),
            (Some(b'a'), '\u{308}') => Some('ä'),
            (Some(b'o'), '\u{308}') => Some('ö'),
            (Some(b'o'), '\u{337}' | '\u{338}') => Some('ø'),
            _ => None,
        };
        let Some(map) = &mut self.map else { return };
        let Some(&(start, before)) = map.last().filter(|it| it.1 as usize == at) else { return };
        if let Some(letter) = composed {
            self.text.pop();
            map.pop();
            self.push_char(letter, start as usize, end);
        } else {
            for it in map.iter_mut().rev().take_while(|it| **it == (start, before)) {
                it.1 = end as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        String::from_utf8(fold(text).text).unwrap()
    }

    #[test]
    fn an_apostrophe_is_left_out_inside_of_a_word_alone() {
        for apostrophe in ['\'', '’'] {
            let text = |text: &str| folded(&text.replace('*', &apostrophe.to_string()));
            assert_eq!(text("I*m Parkinson*s"), "im parkinsons");
            assert_eq!(text("*ok* 5*"), "'ok' 5'");
            assert_eq!(text("Jens* bil"), "jens' bil");
        }
    }

    #[test]
    fn a_line_separator_ends_a_line_and_other_spaces_are_spaces() {
        assert_eq!(folded("a\u{2028}b\u{2029}c\u{2003}d\te"), "a\nb\nc d e");
    }

    #[test]
    fn a_letter_that_looks_latin_is_meant_so_among_latin_ones() {
        assert_eq!(folded("kаffe"), "kaffe");
        assert_eq!(folded("мама"), "мама");
    }

    #[test]
    fn the_digits_of_every_script_are_digits_and_what_stands_behind_them_is_not() {
        assert_eq!(folded("𝟎𝟗𝟘𝟡𝟿 ٠٩ ０９"), "09099 09 09");
        assert!(folded("٪\u{1d7cd}").bytes().all(|it| !it.is_ascii_digit()));
    }
}
