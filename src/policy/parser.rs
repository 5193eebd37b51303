//! JSON text to a tree.
//!
//! Strict (RFC 8259). The slips that people make in files are reported and read over, so that one run reports them all.

use crate::policy::json::{Kind, Member, Mistake, Place, Value};
use crate::policy::slips::{NEVER_CLOSED_LIST, NEVER_CLOSED_OBJECT, NO_KEY, NO_VALUE, Open, READS_OVER, pair_up};

/// How deep lists and objects may nest. A policy needs six; the limit keeps a hostile file from exhausting the stack.
const MAX_DEPTH: usize = 32;

/// The tree, if the text has one, and every mistake on the way.
#[inline(never)]
pub(crate) fn parse(text: &str) -> (Option<Value>, Vec<Mistake>) {
    // Windows editors begin a file with a byte order mark, and readers of files leave it out: where it comes along, the file is the same.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = Place { line: 1, column: 1 };
    let mut parser = Parser {
        text,
        at: 0,
        known: (0, start),
        mistakes: Vec::new(),
        line: 0,
        crooked: READS_OVER && !pair_up(text),
        lists: 0,
        closed: 0,
        torn: false,
        ended: false,
    };
    let value = parser.document();
    (value, parser.mistakes)
}

pub(super) struct Parser<'t> {
    pub text: &'t str,
    pub at: usize,
    /// A byte whose place is known.
    known: (usize, Place),
    mistakes: Vec<Mistake>,
    /// Where the line begins.
    pub line: usize,
    /// Whether the brackets don't pair up, so that only the indentation tells what belongs where.
    pub crooked: bool,
    /// How many lists are open.
    pub lists: usize,
    /// The last `}`.
    pub closed: usize,
    /// Whether the rest of the line has just been left out.
    pub torn: bool,
    /// Whether the end of the file was reported.
    pub ended: bool,
}

impl<'t> Parser<'t> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn mistake(&mut self, at: usize, message: &'static str) {
        let at = self.place(at);
        let message = if READS_OVER { message } else { "from here on it is no JSON: `slor check` says why" };
        self.mistakes.push(Mistake { at, message });
    }

    /// The place of a byte. Asked in ascending order, the text is read once.
    #[inline(never)]
    fn place(&mut self, at: usize) -> Place {
        let (from, mut place) = if self.known.0 <= at { self.known } else { (0, Place { line: 1, column: 1 }) };
        for c in self.slice(from, at).chars() {
            match c {
                '\n' => place = Place { line: place.line + 1, column: 1 },
                _ => place.column += 1,
            }
        }
        self.known = (at, place);
        place
    }

    fn fatal<T>(&mut self, at: usize, message: &'static str) -> Option<T> {
        self.mistake(at, message);
        None
    }

    #[inline(never)]
    pub(super) fn skip_space(&mut self) {
        loop {
            let at = self.at;
            let end = match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => Some(at + 1),
                Some(b'/') if READS_OVER && self.rest().starts_with("//") => self.after(b"\n"),
                Some(b'/') if READS_OVER && self.rest().starts_with("/*") => self.after(b"*/"),
                _ => return,
            };
            if READS_OVER && self.peek() == Some(b'/') {
                self.mistake(at, "comments are not allowed");
            }
            self.at = end.unwrap_or(self.text.len());
            if READS_OVER && self.text.as_bytes().get(self.at - 1) == Some(&b'\n') {
                self.line = self.at;
            }
        }
    }

    /// The byte after the next `end`.
    fn after(&self, end: &[u8]) -> Option<usize> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.windows(end.len()).position(|it| it == end).map(|n| self.at + n + end.len())
    }

    fn document(&mut self) -> Option<Value> {
        let mut value = self.value(0)?;
        self.skip_space();
        while READS_OVER && self.goes_on() {
            let Kind::Object(members) = &mut value.kind else { break };
            value.torn |= self.more_members(0, 1, members)?;
            self.skip_space();
        }
        if READS_OVER && matches!(value.kind, Kind::Lost) {
            return None;
        }
        if self.at < self.text.len() {
            self.mistake(self.at, "there is more after the end of the policy");
        }
        Some(value)
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        let at = self.at;
        let place = self.place(at);
        let mut torn = false;
        let kind = match self.peek() {
            Some(b'{') if depth < MAX_DEPTH => {
                let open = self.open();
                let mut members = Vec::new();
                torn = self.members(open, depth + 1, &mut members)?;
                Kind::Object(members)
            }
            Some(b'[') if depth < MAX_DEPTH => Kind::List(self.list(depth + 1)?),
            Some(b'{' | b'[') => return self.fatal(at, "nested too deep"),
            Some(b'"') => self.string()?.map_or(Kind::Lost, Kind::Text),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) => self.word()?,
            None => return self.fatal(at, "the file ends where a value is expected"),
        };
        Some(Value { at: place, kind, torn })
    }

    fn word(&mut self) -> Option<Kind> {
        for (word, kind) in [("true", Kind::Bool(true)), ("false", Kind::Bool(false)), ("null", Kind::Null)] {
            if self.rest().starts_with(word) && !self.in_word(self.at + word.len()) {
                self.at += word.len();
                return Some(kind);
            }
        }
        if READS_OVER { self.odd_value() } else { self.fatal(self.at, NO_VALUE) }
    }

    /// The members up to the closing bracket; tells whether some of them can't be read.
    pub(super) fn members(&mut self, open: Open, depth: usize, members: &mut Vec<Member>) -> Option<bool> {
        let mut torn = false;
        let mut column = None;
        loop {
            self.skip_space();
            if self.is_over(open, depth, b'}', NEVER_CLOSED_OBJECT)? {
                return Some(torn || self.ended);
            }
            let at = self.at;
            if self.peek() == Some(b'}') {
                self.closed = at;
                self.at += 1;
                return Some(torn);
            }
            let deeper = if READS_OVER { self.deeper(&mut column) } else { None };
            if let (Some(column), Some(last)) = (deeper, members.last_mut())
                && let Kind::Object(inner) = &mut last.value.kind
            {
                last.value.torn |= self.more_members(column, depth + 1, inner)?;
                self.comma(b'}')?;
                continue;
            }
            let place = self.place(at);
            if let Some(key) = self.key()? {
                let value = self.value(depth)?;
                members.push(Member { at: place, key, value });
                if self.comma(b'}')? {
                    members.last_mut()?.value.kind = Kind::Lost;
                }
            }
            torn |= READS_OVER && std::mem::take(&mut self.torn);
        }
    }

    /// A key and the colon after it; none if the line makes no sense.
    fn key(&mut self) -> Option<Option<String>> {
        let key = match self.peek() {
            Some(b'"') => self.string()?,
            _ if READS_OVER => self.odd_key()?,
            _ => return self.fatal(self.at, NO_KEY),
        };
        let Some(key) = key else { return Some(None) };
        let line = self.line;
        self.skip_space();
        match self.peek() {
            Some(b':') => self.at += 1,
            _ if READS_OVER => return self.no_colon(key, line),
            _ => return self.fatal(self.at, "expected `:` after the key"),
        }
        Some(Some(key))
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Value>> {
        let open = self.open();
        let mut items = Vec::new();
        self.lists += 1;
        loop {
            self.skip_space();
            let over = self.is_over(open, depth, b']', NEVER_CLOSED_LIST)?;
            if over || self.peek() == Some(b']') {
                self.at += usize::from(!over);
                self.lists -= 1;
                return Some(items);
            }
            let mut item = self.value(depth)?;
            if self.comma(b']')? {
                item.kind = Kind::Lost;
            }
            items.push(item);
            self.torn = false;
        }
    }

    /// Between two values: one comma; before the closing bracket: none. Tells whether the value before is none after all.
    fn comma(&mut self, close: u8) -> Option<bool> {
        let line = self.line;
        self.skip_space();
        let at = self.at;
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                if self.peek() == Some(close) {
                    self.mistake(at, "a comma too many: nothing follows it");
                }
            }
            None | Some(b'}' | b']') => {}
            _ if READS_OVER => return self.no_comma(line),
            _ => self.mistake(at, "a comma is missing before this"),
        }
        Some(false)
    }

    fn number(&mut self) -> Option<Kind> {
        let start = self.at;
        if self.digits_and_signs() && !self.in_word(self.at) {
            return Some(Kind::Number(self.slice(start, self.at).to_owned()));
        }
        self.slip(start, "not a number: anything else stands in double quotes")?;
        self.skip(true)?;
        Some(Kind::Lost)
    }

    /// Goes past a number, if it's one.
    fn digits_and_signs(&mut self) -> bool {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (zero && whole > 1) {
            return false;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return false;
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            return self.digits() > 0;
        }
        true
    }

    /// Goes past the digits here and counts them.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|it| it.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    /// A text in double quotes; none if it isn't closed.
    fn string(&mut self) -> Option<Option<String>> {
        let open = self.at;
        self.at += 1;
        let mut start = self.at;
        let mut text = String::new();
        loop {
            match self.peek() {
                Some(b'"') => {
                    text.push_str(self.slice(start, self.at));
                    self.at += 1;
                    return Some(Some(text));
                }
                Some(b'\\') => {
                    text.push_str(self.slice(start, self.at));
                    text.push(self.escape()?);
                    start = self.at;
                }
                Some(b'\n' | b'\r') | None => return self.unclosed(open),
                Some(it) => {
                    if it < b' ' {
                        self.mistake(self.at, "a control character must be written as an escape");
                    }
                    self.at += 1;
                }
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let at = self.at;
        self.at += 2;
        Some(match self.text.as_bytes().get(at + 1) {
            Some(it @ (b'"' | b'\\' | b'/')) => char::from(*it),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(at),
            _ => {
                self.slip(at, "unknown escape; a `\\` itself is written `\\\\`")?;
                self.at = at + 1;
                '\\'
            }
        })
    }

    fn unicode(&mut self, at: usize) -> Option<char> {
        let first = self.hex();
        let code = match first {
            Some(high @ 0xd800..=0xdbff) if self.rest().starts_with("\\u") => {
                self.at += 2;
                let low = self.hex().filter(|it| (0xdc00..=0xdfff).contains(it));
                low.map(|low| 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
            }
            other => other,
        };
        match code.and_then(char::from_u32) {
            Some(c) => Some(c),
            None => {
                self.slip(at, "not a Unicode character")?;
                Some(char::REPLACEMENT_CHARACTER)
            }
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
