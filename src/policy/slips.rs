//! The slips that people make in policy files, and how they are read over.
//!
//! What can't be made sense of is left out up to the end of its line. Where brackets don't pair up, the indentation tells
//! which one is missing or too many.

use crate::policy::json::{Kind, Member};
use crate::policy::parser::Parser;

/// Whether slips are read over and explained. Nobody writes a policy in the engine that every chat downloads: alone, it says
/// where the file is no JSON, and no more.
pub(super) const READS_OVER: bool = cfg!(not(all(feature = "redactor", not(feature = "words"))));

pub(super) const NO_VALUE: &str =
    "expected a value: text stands in double quotes, and yes and no are `true` and `false`";
pub(super) const NO_KEY: &str = "expected a key in double quotes, or `}`";
pub(super) const NEVER_CLOSED_OBJECT: &str = "this `{` is never closed";
pub(super) const NEVER_CLOSED_LIST: &str = "this `[` is never closed";

const NO_COLON: &str = "expected `:` after the key";
const NO_QUOTE: &str = "expected `:` after the key: is its closing quote missing?";
const NO_COMMA: &str = "a comma is missing before this";
const NOT_STRAIGHT: &str = "text stands in straight double quotes `\"`, not in typographic ones";
const TOO_MANY: &str = "a `}` too many: what follows belongs before it";

/// Whether it's what word processors and keyboards give for quotes.
fn is_odd_quote(it: char) -> bool {
    matches!(it, '\'' | '`' | '´' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '″' | '＂')
}

/// An opening bracket, and how far its line is indented.
#[derive(Clone, Copy)]
pub(super) struct Open {
    at: usize,
    margin: usize,
}

/// Whether there are as many closing brackets as opening ones, as far as one can tell, or no indentation to go by.
pub(super) fn pair_up(text: &str) -> bool {
    let second = text.bytes().skip_while(|it| *it != b'\n').nth(1);
    let indented = matches!(second, Some(b' ' | b'\t'));
    let (mut braces, mut brackets) = (0, 0);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'\n' => quoted = false,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' => braces += 1,
            b'}' => braces -= 1,
            b'[' => brackets += 1,
            b']' => brackets -= 1,
            _ => {}
        }
    }
    !indented || (braces, brackets) == (0, 0)
}

impl Parser<'_> {
    /// Writes a mistake down; none where the reading ends with it.
    #[inline]
    pub(super) fn slip(&mut self, at: usize, message: &'static str) -> Option<()> {
        self.mistake(at, message);
        READS_OVER.then_some(())
    }

    /// Goes into a bracket.
    pub(super) fn open(&mut self) -> Open {
        let open = Open { at: self.at, margin: if READS_OVER { self.margin() } else { 0 } };
        self.at += 1;
        open
    }

    /// Whether an object or list is at its end without a closing bracket. At the end of the file there is no way on,
    /// unless the indentation has shown that nothing else was missing.
    pub(super) fn is_over(&mut self, open: Open, depth: usize, close: u8, message: &'static str) -> Option<bool> {
        let next = self.peek();
        if !READS_OVER {
            return if next.is_none() { self.slip(open.at, message).map(|()| true) } else { Some(false) };
        }
        let over = match next {
            None => true,
            Some(it @ (b'}' | b']')) => {
                (it != close && (close == b']' || self.lists > 0)) || self.is_left_of(open.margin, depth)
            }
            Some(_) => self.is_left_of(open.margin + 1, depth),
        };
        if over && !self.ended {
            self.mistake(open.at, message);
        }
        self.ended |= next.is_none();
        if next.is_none() && !self.crooked { None } else { Some(over) }
    }

    /// Whether a line begins here, left of this column. The outermost object is closed by the end of the file alone.
    fn is_left_of(&self, column: usize, depth: usize) -> bool {
        self.crooked && depth > 1 && self.leads() && self.margin() < column
    }

    /// How far the line is indented.
    fn margin(&self) -> usize {
        let line = self.text.as_bytes().get(self.line..).unwrap_or_default();
        line.iter().take_while(|it| matches!(it, b' ' | b'\t')).count()
    }

    /// Whether nothing stands before this on its line.
    fn leads(&self) -> bool {
        self.line + self.margin() == self.at
    }

    /// The column of an object's keys, if this one is right of it: then the object before it was closed too early.
    pub(super) fn deeper(&self, column: &mut Option<usize>) -> Option<usize> {
        if !self.crooked || !self.leads() {
            return None;
        }
        let column = *column.get_or_insert(self.margin());
        (self.margin() > column).then_some(column)
    }

    /// Whether the policy goes on after its end: there was a `}` too many.
    pub(super) fn goes_on(&mut self) -> bool {
        let end = self.at;
        while self.peek() == Some(b',') {
            self.at += 1;
            self.skip_space();
        }
        let goes_on = self.peek() == Some(b'"');
        if !goes_on {
            self.at = end;
        }
        goes_on
    }

    /// Reads on in an object whose end was none.
    pub(super) fn more_members(&mut self, margin: usize, depth: usize, members: &mut Vec<Member>) -> Option<bool> {
        self.mistake(self.closed, TOO_MANY);
        self.members(Open { at: self.closed, margin }, depth, members)
    }

    /// Whether a word or number that ends here goes on.
    pub(super) fn in_word(&self, at: usize) -> bool {
        let next = self.text.as_bytes().get(at);
        READS_OVER && next.is_some_and(|it| it.is_ascii_alphanumeric() || b"_-.:".contains(it) || !it.is_ascii())
    }

    /// What comes next.
    fn next(&self) -> char {
        self.rest().chars().next().unwrap_or_default()
    }

    /// The first byte from here on that is no blank.
    fn after_blanks(&self, at: usize) -> Option<u8> {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        rest.iter().copied().find(|it| !matches!(it, b' ' | b'\t' | b'\r'))
    }

    /// What stands for a value and is none in JSON.
    pub(super) fn odd_value(&mut self) -> Option<Kind> {
        if is_odd_quote(self.next()) {
            return Some(self.odd_string()?.map_or(Kind::Lost, Kind::Text));
        }
        let start = self.at;
        let is = |word: &str| {
            let end = start + word.len();
            self.slice(start, end).eq_ignore_ascii_case(word) && !self.in_word(end)
        };
        let (kind, message) = match (is("true"), is("false")) {
            (false, false) => (Kind::Lost, NO_VALUE),
            (yes, _) => (Kind::Bool(yes), "`true` and `false` are written in lower case"),
        };
        self.mistake(start, message);
        self.skip(true)?;
        Some(kind)
    }

    /// What stands for a key and is none in JSON; none if it can't be meant as one.
    pub(super) fn odd_key(&mut self) -> Option<Option<String>> {
        if is_odd_quote(self.next()) {
            return self.odd_string();
        }
        let start = self.at;
        let letters = self.rest().bytes();
        let end =
            start + letters.take_while(|it| it.is_ascii_alphanumeric() || b"_-".contains(it) || !it.is_ascii()).count();
        if end > start && matches!(self.after_blanks(end), Some(b':' | b'=')) {
            self.mistake(start, "a key stands in double quotes");
            self.at = end;
            return Some(Some(self.slice(start, end).to_owned()));
        }
        if self.peek() == Some(b',') {
            self.mistake(start, "a comma too many: nothing stands before it");
            self.at += 1;
            return Some(None);
        }
        self.mistake(start, NO_KEY);
        // A `]` that closes nothing would stop the skipping.
        self.at += usize::from(self.peek() == Some(b']'));
        self.tear()?;
        Some(None)
    }

    /// A text in quotes that are none in JSON; none if it isn't closed. It ends where something follows that can follow it.
    fn odd_string(&mut self) -> Option<Option<String>> {
        let open = self.at;
        let single = self.peek() == Some(b'\'');
        self.mistake(open, if single { "text stands in double quotes, not in single ones" } else { NOT_STRAIGHT });
        self.at += self.next().len_utf8();
        let start = self.at;
        for (n, c) in self.rest().char_indices().take_while(|it| it.1 != '\n') {
            let (end, after) = (start + n, start + n + c.len_utf8());
            let ends =
                || matches!(self.after_blanks(after), None | Some(b'\n' | b',' | b';' | b':' | b'=' | b']' | b'}'));
            if (c == '"' || is_odd_quote(c)) && ends() {
                self.at = after;
                return Some(Some(self.slice(start, end).to_owned()));
            }
        }
        self.tear()?;
        Some(None)
    }

    /// After a key without its colon.
    pub(super) fn no_colon(&mut self, key: String, line: usize) -> Option<Option<String>> {
        let at = self.at;
        match self.peek() {
            Some(b'=') => {
                self.mistake(at, "expected `:` after the key, not `=`");
                self.at += 1;
            }
            Some(b'"' | b'{' | b'[') if self.line == line => self.mistake(at, NO_COLON),
            _ => {
                self.mistake(at, if key.chars().any(is_odd_quote) { NOT_STRAIGHT } else { NO_QUOTE });
                if self.line == line {
                    self.tear()?
                } else {
                    self.torn = true
                }
                return Some(None);
            }
        }
        Some(Some(key))
    }

    /// Before what isn't a comma. Text that ended too early makes no sense of the line.
    pub(super) fn no_comma(&mut self, line: usize) -> Option<bool> {
        let at = self.at;
        let next = self.next();
        let begins = matches!(next, '"' | '{' | '[' | '-' | '0'..='9') || is_odd_quote(next);
        if next == ';' {
            self.mistake(at, "between values stands a comma, not `;`");
            self.at += 1;
        } else if self.torn || (self.crooked && self.leads()) {
            // Perhaps what stands here doesn't belong here: the brackets are mistake enough.
        } else if begins || self.line != line {
            self.mistake(at, NO_COMMA);
        } else {
            self.mistake(at, "expected a comma or the end: a quote inside of a text is written `\\\"`");
            self.tear()?;
            return Some(true);
        }
        Some(false)
    }

    /// After a text that isn't closed on its line.
    pub(super) fn unclosed(&mut self, open: usize) -> Option<Option<String>> {
        let odd = READS_OVER && self.slice(open, self.at).chars().any(is_odd_quote);
        self.slip(open, if odd { NOT_STRAIGHT } else { "this text is not closed on its line" })?;
        self.ended |= self.at == self.text.len();
        self.at = open + 1;
        self.tear()?;
        Some(None)
    }

    /// Leaves out the rest of the line.
    fn tear(&mut self) -> Option<()> {
        self.torn = true;
        self.skip(false)
    }

    /// Goes to the end of the line, or to a bracket that closes what was open before, or to a comma where one ends it.
    /// None if a bracket is left open: what belongs into it can't be told.
    pub(super) fn skip(&mut self, to_comma: bool) -> Option<()> {
        let mut depth = 0;
        for (n, c) in self.rest().char_indices() {
            match c {
                '\n' => {
                    self.at += n;
                    return (depth == 0).then_some(());
                }
                '}' | ']' | ',' | ';' if depth == 0 && (to_comma || matches!(c, '}' | ']')) => {
                    self.at += n;
                    return Some(());
                }
                '{' | '[' => depth += 1,
                '}' | ']' => depth -= 1,
                _ => {}
            }
        }
        self.at = self.text.len();
        (depth == 0).then_some(())
    }
}
