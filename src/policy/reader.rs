//! The walk over a policy's tree: it knows where it is, and writes down every mistake.

use crate::category::Language;
use crate::policy::errors::Problem;
use crate::policy::json::{Kind, Member, Value};
use crate::policy::nearest::nearest;

/// What can be read from a value of a policy file.
pub(crate) trait Read: Sized {
    /// Reads it; what is wrong is written down in the reader, and `None` comes back.
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self>;

    /// Its JSON schema.
    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value;
}

/// Gives the words that are known at a place.
pub(crate) type Known<'k> = &'k dyn Fn() -> Box<dyn Iterator<Item = &'static str>>;

/// A key that an object may have.
pub(crate) struct Key {
    pub name: &'static str,
    pub required: bool,
}

/// Where the walk is, and what it found wrong.
pub(crate) struct Reader {
    /// The languages in which every text must be there.
    pub languages: Vec<Language>,
    path: Vec<String>,
    mistakes: Vec<Mistake>,
}

struct Mistake {
    at: usize,
    path: String,
    message: String,
}

impl Reader {
    pub(crate) fn new() -> Reader {
        Reader { languages: Vec::new(), path: Vec::new(), mistakes: Vec::new() }
    }

    /// Writes a mistake down for the value that is being read.
    #[inline(never)]
    pub(crate) fn mistake(&mut self, at: usize, message: String) {
        let path = self.path.join(".");
        self.mistakes.push(Mistake { at, path, message });
    }

    /// Writes a mistake down for something below the value that is being read.
    #[inline(never)]
    pub(crate) fn mistake_below(&mut self, at: usize, below: &str, message: String) {
        self.path.push(below.to_owned());
        self.mistake(at, message);
        self.path.pop();
    }

    /// Writes down that a word is not among the known ones.
    #[inline(never)]
    pub(crate) fn unknown(&mut self, at: usize, what: &str, word: &str, known: Known<'_>) {
        let message = match nearest(word, &mut *known()) {
            Some(near) => format!("unknown {what} `{word}`; did you mean `{near}`?"),
            None => {
                let names: Vec<_> = known().collect();
                format!("unknown {what} `{word}`; known: {}", names.join(", "))
            }
        };
        self.mistake(at, message);
    }

    /// Writes down that a key is not among the known words.
    #[inline(never)]
    pub(crate) fn unknown_below(&mut self, at: usize, word: &str, what: &str, known: Known<'_>) {
        self.path.push(word.to_owned());
        self.unknown(at, what, word, known);
        self.path.pop();
    }

    /// Reads the value one step further down.
    pub(crate) fn below<T: Read>(&mut self, step: &str, value: &Value<'_>) -> Option<T> {
        self.path.push(step.to_owned());
        let read = T::read(value, self);
        self.path.pop();
        read
    }

    /// The members of an object; keys that are unknown, missing or doubled are written down.
    #[inline(never)]
    pub(crate) fn object<'v, 't>(&mut self, value: &'v Value<'t>, keys: &'static [Key]) -> Option<&'v [Member<'t>]> {
        let members = self.members(value)?;
        for member in members {
            if !keys.iter().any(|it| it.name == member.key) && !(self.path.is_empty() && member.key == "$schema") {
                self.unknown_below(member.at, &member.key, "key", &|| Box::new(keys.iter().map(|it| it.name)));
            }
        }
        for key in keys.iter().filter(|it| it.required) {
            if !members.iter().any(|it| it.key == key.name) {
                self.mistake_below(value.at, key.name, format!("the key `{}` is missing", key.name));
            }
        }
        Some(members)
    }

    /// The members of an object whose keys the caller knows; doubled keys are written down.
    #[inline(never)]
    pub(crate) fn members<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<&'v [Member<'t>]> {
        let Kind::Object(members) = &value.kind else {
            self.expected(value, "an object `{ … }`");
            return None;
        };
        for (n, member) in members.iter().enumerate() {
            if members.iter().take(n).any(|it| it.key == member.key) {
                self.mistake_below(member.at, &member.key, format!("the key `{}` is there twice", member.key));
            }
        }
        Some(members)
    }

    /// The field of an object, or its default. A required key that is missing is written down by `object`.
    pub(crate) fn field<T: Read>(
        &mut self,
        members: &[Member<'_>],
        key: &'static str,
        default: Option<T>,
    ) -> Option<T> {
        match members.iter().find(|it| it.key == key) {
            Some(member) => self.below(key, &member.value),
            None => default,
        }
    }

    /// The items of a list that has at least `min`.
    #[inline(never)]
    pub(crate) fn list<'v, 't>(&mut self, value: &'v Value<'t>, min: usize) -> Option<&'v [Value<'t>]> {
        let Kind::List(items) = &value.kind else {
            self.expected(value, "a list `[ … ]`");
            return None;
        };
        if items.len() < min {
            self.mistake(value.at, "the list must not be empty".to_owned());
            return None;
        }
        Some(items)
    }

    /// A text that is neither empty nor padded, on one line.
    #[inline(never)]
    pub(crate) fn text<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let Kind::Text(text) = &value.kind else {
            self.expected(value, "text in double quotes");
            return None;
        };
        let wrong = match text {
            _ if text.trim().is_empty() => "the text is empty",
            _ if text.trim() != text => "the text begins or ends with a space",
            _ if text.chars().any(char::is_control) => "the text has a line break or another control character",
            _ => return Some(text),
        };
        self.mistake(value.at, wrong.to_owned());
        None
    }

    /// A text of a form that `parse` knows; `form` describes it to the author.
    #[inline(never)]
    pub(crate) fn formed<T>(&mut self, value: &Value<'_>, form: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(value)?;
        let parsed = parse(text);
        if parsed.is_none() {
            self.mistake(value.at, format!("`{text}` is not {form}"));
        }
        parsed
    }

    /// A whole number within the bounds.
    #[inline(never)]
    pub(crate) fn whole(&mut self, value: &Value<'_>, min: u32, max: u32) -> Option<u32> {
        let Kind::Number(number) = value.kind else {
            self.expected(value, "a whole number");
            return None;
        };
        let parsed = number.parse().ok().filter(|it| (min..=max).contains(it));
        if parsed.is_none() {
            self.mistake(value.at, format!("{number} is not a whole number from {min} to {max}"));
        }
        parsed
    }

    /// Writes down that the value is of another kind than expected.
    #[inline(never)]
    pub(crate) fn expected(&mut self, value: &Value<'_>, expected: &str) {
        let found = match value.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        };
        self.mistake(value.at, format!("expected {expected}, found {found}"));
    }

    /// Everything written down, in the order of the file.
    #[inline(never)]
    pub(crate) fn problems(mut self, text: &str) -> Vec<Problem> {
        self.mistakes.sort_by_key(|it| it.at);
        let mut places = Places { text, at: 0, line: 1, column: 1 };
        let problem = |it: Mistake| {
            let (line, column) = places.of(it.at);
            Problem { line, column, path: it.path, message: it.message }
        };
        self.mistakes.into_iter().map(problem).collect()
    }
}

/// Turns ascending byte offsets of one text into lines and columns, reading the text once.
struct Places<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
}

impl Places<'_> {
    fn of(&mut self, at: usize) -> (u32, u32) {
        for c in self.text.get(self.at..at).unwrap_or_default().chars() {
            match c {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
        }
        self.at = self.at.max(at);
        (self.line, self.column)
    }
}
