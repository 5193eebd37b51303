//! JSON text as a tree of values that know their place.
//!
//! Strict (RFC 8259). The slips that people make in files (a comma too many or too few, a comment, single quotes) are
//! reported and read over, so that one run reports them all; anything else ends the reading.

/// How deep lists and objects may nest. A policy needs six; the limit keeps a hostile file from exhausting the stack.
const MAX_DEPTH: usize = 32;

/// Where something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// From 1.
    pub line: u32,
    /// From 1, in code points.
    pub column: u32,
}

/// A value and where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub at: Place,
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Value>),
    Object(Vec<Member>),
}

/// A key, where it begins, and its value.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub at: Place,
    pub key: String,
    pub value: Value,
}

/// A place at which the text is not JSON.
#[derive(Clone, Copy)]
pub(crate) struct Mistake {
    pub at: Place,
    pub message: &'static str,
}

impl Value {
    /// The value of this key, if it's an object that has it.
    #[inline(never)]
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.members().iter().find(|it| it.key == key).map(|it| &it.value)
    }

    /// The members, if it's an object.
    pub(crate) fn members(&self) -> &[Member] {
        if let Kind::Object(members) = &self.kind { members } else { &[] }
    }

    /// The items, if it's a list.
    pub(crate) fn items(&self) -> &[Value] {
        if let Kind::List(items) = &self.kind { items } else { &[] }
    }

    /// The text, if it's one.
    #[inline(never)]
    pub(crate) fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    /// Where the value under these keys begins; where they lead nowhere, the last value on the way.
    #[inline(never)]
    pub(crate) fn place(&self, keys: &[&str]) -> Place {
        let mut value = self;
        for key in keys {
            let next = match &value.kind {
                Kind::List(items) => key.parse::<usize>().ok().and_then(|n| items.get(n)),
                _ => value.get(key),
            };
            let Some(next) = next else { break };
            value = next;
        }
        value.at
    }

    /// The value under these keys, if each is there.
    #[inline(never)]
    pub(crate) fn below(&self, keys: &[&str]) -> Option<&Value> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }
}

/// The tree, if the text has one, and every mistake on the way.
#[inline(never)]
pub(crate) fn parse(text: &str) -> (Option<Value>, Vec<Mistake>) {
    let start = Place { line: 1, column: 1 };
    let mut parser = Parser { text, at: 0, known: (0, start), mistakes: Vec::new() };
    if text.starts_with('\u{feff}') {
        parser.mistake(0, "the file begins with a byte order mark");
        parser.at = '\u{feff}'.len_utf8();
    }
    let value = parser.value(0);
    if value.is_some() {
        parser.skip_space();
        if parser.at < text.len() {
            parser.mistake(parser.at, "there is more after the end of the policy");
        }
    }
    (value, parser.mistakes)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// A byte whose place is known.
    known: (usize, Place),
    mistakes: Vec<Mistake>,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    #[inline(never)]
    fn mistake(&mut self, at: usize, message: &'static str) {
        let at = self.place(at);
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
    fn skip_space(&mut self) {
        loop {
            let end = match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => Some(self.at + 1),
                Some(b'/') if self.rest().starts_with("//") => self.after(b"\n"),
                Some(b'/') if self.rest().starts_with("/*") => self.after(b"*/"),
                _ => return,
            };
            if self.peek() == Some(b'/') {
                self.mistake(self.at, "comments are not allowed");
            }
            self.at = end.unwrap_or(self.text.len());
        }
    }

    /// The byte after the next `end`.
    fn after(&self, end: &[u8]) -> Option<usize> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.windows(end.len()).position(|it| it == end).map(|n| self.at + n + end.len())
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        let at = self.at;
        let place = self.place(at);
        let kind = match self.peek() {
            Some(b'{') if depth < MAX_DEPTH => Kind::Object(self.object(depth + 1)?),
            Some(b'[') if depth < MAX_DEPTH => Kind::List(self.list(depth + 1)?),
            Some(b'{' | b'[') => return self.fatal(at, "nested too deep"),
            Some(b'"' | b'\'') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Kind::Number(self.number()?.to_owned()),
            Some(_) => self.word()?,
            None => return self.fatal(at, "the file ends where a value is expected"),
        };
        Some(Value { at: place, kind })
    }

    fn word(&mut self) -> Option<Kind> {
        for (word, kind) in [("true", Kind::Bool(true)), ("false", Kind::Bool(false)), ("null", Kind::Null)] {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Some(kind);
            }
        }
        self.fatal(self.at, "expected a value: text stands in double quotes")
    }

    fn object(&mut self, depth: usize) -> Option<Vec<Member>> {
        let open = self.at;
        self.at += 1;
        let mut members = Vec::new();
        loop {
            self.skip_space();
            let at = self.at;
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Some(members);
                }
                Some(b'"' | b'\'') => {}
                Some(_) => return self.fatal(at, "expected a key in double quotes, or `}`"),
                None => return self.fatal(open, "this `{` is never closed"),
            }
            let place = self.place(at);
            let key = self.string()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return self.fatal(self.at, "expected `:` after the key");
            }
            self.at += 1;
            let value = self.value(depth)?;
            members.push(Member { at: place, key, value });
            self.comma(b'}');
        }
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Value>> {
        let open = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Some(items);
                }
                Some(_) => items.push(self.value(depth)?),
                None => return self.fatal(open, "this `[` is never closed"),
            }
            self.comma(b']');
        }
    }

    /// Between two values: one comma; before the closing bracket: none.
    fn comma(&mut self, close: u8) {
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
            Some(other) if other != close => self.mistake(at, "a comma is missing before this"),
            _ => {}
        }
    }

    fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (zero && whole > 1) {
            return self.fatal(start, "not a number");
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return self.fatal(start, "not a number");
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            if self.digits() == 0 {
                return self.fatal(start, "not a number");
            }
        }
        Some(self.slice(start, self.at))
    }

    /// Goes past the digits here and counts them.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|it| it.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Option<String> {
        let open = self.at;
        let quote = self.peek()?;
        if quote == b'\'' {
            self.mistake(open, "text stands in double quotes, not in single ones");
        }
        self.at += 1;
        let mut start = self.at;
        let mut text = String::new();
        loop {
            match self.peek() {
                Some(it) if it == quote => {
                    text.push_str(self.slice(start, self.at));
                    self.at += 1;
                    return Some(text);
                }
                Some(b'\\') => {
                    text.push_str(self.slice(start, self.at));
                    text.push(self.escape()?);
                    start = self.at;
                }
                Some(b'\n') | None => return self.fatal(open, "this text is not closed on its line"),
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
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        Some(match letter {
            Some(it @ (b'"' | b'\\' | b'/')) => char::from(it),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(at),
            _ => return self.fatal(at, "unknown escape"),
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
            None => self.fatal(at, "not a Unicode character"),
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
