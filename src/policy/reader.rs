//! The walk over a policy's tree: it knows where it is, and writes down every mistake.

use crate::category::Language;
use crate::policy::errors::Problem;
use crate::policy::form::{Form, Key, Shape, Vocabulary};
use crate::policy::json::{Kind, Place, Value};
use crate::policy::nearest::nearest;
use crate::policy::slips::READS_OVER;
use crate::policy::word::Word;

/// Where the walk is, and what it found wrong.
pub(crate) struct Reader {
    /// The languages in which every text must be there.
    languages: Vec<Language>,
    path: Vec<String>,
    problems: Vec<Problem>,
    /// How much of the file can't be read, so that nothing is said of what depends on it.
    lost: usize,
}

impl Reader {
    pub(crate) fn new(languages: Vec<Language>) -> Reader {
        Reader { languages, path: Vec::new(), problems: Vec::new(), lost: 0 }
    }

    /// Everything written down, in the order of the file.
    pub(crate) fn problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Writes a mistake down for the value that is being read.
    #[inline(never)]
    pub(crate) fn mistake(&mut self, at: Place, message: String) {
        let path = self.path.join(".");
        // Mostly at the end. A sort of the whole list would be a large part of the download.
        let n = self.problems.iter().rposition(|it| (it.line, it.column) <= (at.line, at.column));
        let problem = Problem { line: at.line, column: at.column, path, message };
        self.problems.insert(n.map_or(0, |it| it + 1), problem);
    }

    /// Writes a mistake down for what stands under these keys of the value that is being read, or should stand there.
    #[inline(never)]
    pub(crate) fn mistake_in(&mut self, value: &Value, keys: &[&str], message: String) {
        self.mistake_below(value.place(keys), &keys.join("."), message);
    }

    #[inline(never)]
    fn mistake_below(&mut self, at: Place, below: &str, message: String) {
        self.path.push(below.to_owned());
        self.mistake(at, message);
        self.path.pop();
    }

    /// Writes down whatever isn't as the form says.
    #[inline(never)]
    pub(crate) fn read(&mut self, value: &Value, form: &'static Form) {
        self.lost += usize::from(value.is_torn());
        match form {
            Form::Flag => {
                if !matches!(value.kind, Kind::Bool(_)) {
                    self.expected(value, "true or false");
                }
            }
            Form::Whole(min, max) => self.whole(value, *min, *max),
            Form::Text => {
                self.text(value);
            }
            Form::Formed(formed) => {
                if let Some(text) = self.text(value).filter(|it| !(formed.is)(it)) {
                    self.mistake(value.at, format!("`{text}` is not {}", formed.form));
                }
            }
            Form::Texts => self.texts(value),
            Form::Name if matches!(value.kind, Kind::Object(_)) => self.texts(value),
            Form::Name => {
                self.text(value);
            }
            Form::Word(vocabulary) => {
                if let Some(word) = self.text(value) {
                    self.word(value.at, word, vocabulary);
                }
            }
            Form::List(form, min) => self.items(value, form, *min),
            Form::Set(vocabulary, min) => self.set(value, vocabulary, *min),
            Form::Table(vocabulary, form) => self.table(value, vocabulary, form),
            Form::Object(shape) => self.object(value, shape),
        }
    }

    fn below(&mut self, step: &str, value: &Value, form: &'static Form) {
        self.path.push(step.to_owned());
        self.read(value, form);
        self.path.pop();
    }

    fn whole(&mut self, value: &Value, min: u32, max: u32) {
        let Kind::Number(number) = &value.kind else { return self.expected(value, "a whole number") };
        let fits = number.parse().is_ok_and(|it| (min..=max).contains(&it));
        if !fits && min == max {
            self.mistake(value.at, format!("{number} is not known, only {min}"));
        } else if !fits {
            self.mistake(value.at, format!("{number} is not a whole number from {min} to {max}"));
        }
    }

    /// A text that is neither empty nor padded, on one line.
    fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        let Some(text) = value.text() else {
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

    fn texts(&mut self, value: &Value) {
        self.table(value, Language::VOCABULARY, &Form::Text);
        if !matches!(value.kind, Kind::Object(_)) {
            return;
        }
        if value.members().is_empty() && self.languages.is_empty() && !value.is_torn() {
            self.mistake(value.at, "the text is missing".to_owned());
        }
        let missing = |it: &&'static str| !value.is_torn() && value.get(it).is_none();
        let missing: Vec<_> = self.languages.iter().map(|it| it.name()).filter(missing).collect();
        for language in missing {
            let message = format!("the text is missing in `{language}`, which the policy speaks");
            self.mistake_below(value.at, language, message);
        }
    }

    fn items(&mut self, value: &Value, form: &'static Form, min: usize) {
        let Kind::List(items) = &value.kind else { return self.expected(value, "a list `[ … ]`") };
        if items.len() < min {
            self.mistake(value.at, "the list must not be empty".to_owned());
        }
        for (n, item) in items.iter().enumerate() {
            self.below(&n.to_string(), item, form);
        }
    }

    fn set(&mut self, value: &Value, vocabulary: &'static Vocabulary, min: usize) {
        let Kind::List(items) = &value.kind else { return self.expected(value, "a list `[ … ]`") };
        if items.len() < min {
            self.mistake(value.at, "the list must not be empty".to_owned());
        }
        for (n, item) in items.iter().enumerate() {
            self.path.push(n.to_string());
            if let Some(word) = self.text(item) {
                self.word(item.at, word, vocabulary);
                if items.iter().take(n).any(|it| it.text() == Some(word)) {
                    self.mistake(item.at, format!("`{word}` is there twice"));
                }
            }
            self.path.pop();
        }
    }

    fn table(&mut self, value: &Value, vocabulary: &'static Vocabulary, form: &'static Form) {
        self.members(value);
        for member in value.members() {
            self.path.push(member.key.clone());
            self.word(member.at, &member.key, vocabulary);
            self.read(&member.value, form);
            self.path.pop();
        }
    }

    fn object(&mut self, value: &Value, shape: &'static Shape) {
        let before = (self.problems.len(), self.lost - usize::from(value.is_torn()));
        if !self.members(value) {
            return;
        }
        for member in value.members() {
            let key = shape.keys.iter().find(|it| it.name == member.key);
            let for_editors = self.path.is_empty() && member.key == "$schema" && member.value.text().is_some();
            match key {
                Some(key) => self.below(key.name, &member.value, key.form),
                None if for_editors => {}
                None => {
                    self.path.push(member.key.clone());
                    self.unknown_key(member.at, &member.key, shape.keys);
                    self.path.pop();
                }
            }
        }
        for key in shape.keys.iter().filter(|it| it.required && !value.is_torn() && value.get(it.name).is_none()) {
            self.mistake_below(value.at, key.name, format!("the key `{}` is missing", key.name));
        }
        // The file as a whole is looked at in any case, so that one run reports as much as it can.
        let fine = self.problems.len() == before.0 || self.path.is_empty();
        if let Some(check) = shape.check.filter(|_| fine && self.lost == before.1) {
            check(value, self);
        }
    }

    /// Whether it's an object; keys that are there twice are written down.
    fn members(&mut self, value: &Value) -> bool {
        let Kind::Object(members) = &value.kind else {
            self.expected(value, "an object `{ … }`");
            return false;
        };
        for (n, member) in members.iter().enumerate() {
            if members.iter().take(n).any(|it| it.key == member.key) {
                self.mistake_below(member.at, &member.key, format!("the key `{}` is there twice", member.key));
            }
        }
        true
    }

    fn word(&mut self, at: Place, word: &str, vocabulary: &'static Vocabulary) {
        if vocabulary.position(word).is_none() {
            self.unknown(at, vocabulary.what, word, vocabulary.names);
        }
    }

    fn unknown_key(&mut self, at: Place, word: &str, keys: &'static [Key]) {
        let names: Vec<_> = keys.iter().map(|it| it.name).collect();
        self.unknown(at, "key", word, &names);
    }

    #[inline(never)]
    fn unknown(&mut self, at: Place, what: &str, word: &str, known: &[&'static str]) {
        // The engine alone explains no slips.
        let near = if READS_OVER { nearest(word, known) } else { None };
        let message = match near {
            Some(near) => format!("unknown {what} `{word}`; did you mean `{near}`?"),
            None => format!("unknown {what} `{word}`; known: {}", known.join(", ")),
        };
        self.mistake(at, message);
    }

    #[inline(never)]
    fn expected(&mut self, value: &Value, expected: &str) {
        let found = match value.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
            Kind::Lost => {
                self.lost += 1;
                return;
            }
        };
        self.mistake(value.at, format!("expected {expected}, found {found}"));
    }
}
