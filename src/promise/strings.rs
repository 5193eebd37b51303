//! The strings of one language, read from a pack that is loaded beside the engine.

use crate::category::Language;
use crate::policy::{Date, Period};
use crate::redact::PackError;

include!(concat!(env!("OUT_DIR"), "/strings.rs"));

/// One string.
#[derive(Clone, Copy)]
pub(super) struct Key(usize);

/// The strings of a vocabulary, in its order: where they begin, and how many they are.
#[derive(Clone, Copy)]
pub(super) struct Group(usize, usize);

#[cfg(all(test, feature = "embed"))]
impl Group {
    pub(super) fn first(self) -> usize {
        self.0
    }

    pub(super) fn len(self) -> usize {
        self.1
    }
}

/// What the notice and the record say in one language.
pub struct Strings {
    language: Language,
    texts: Vec<String>,
}

impl Strings {
    /// Reads the bytes of a pack such as `notice-da.bin`.
    ///
    /// # Errors
    /// `PackError::Broken` if they are not a whole pack of this version.
    #[inline(never)]
    pub fn read(bytes: &[u8]) -> Result<Strings, PackError> {
        Strings::try_read(bytes).ok_or(PackError::Broken)
    }

    #[inline(never)]
    fn try_read(bytes: &[u8]) -> Option<Strings> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        let language = Language::from_name(lines.next()?.strip_prefix("slor-notice 1 ")?)?;
        let mut texts: Vec<String> = lines.map(str::to_owned).collect();
        let count = texts.pop()?.strip_prefix("== end ")?.parse::<usize>().ok()?;
        (count == COUNT && texts.len() == COUNT).then_some(Strings { language, texts })
    }

    /// The strings that this binary carries.
    ///
    /// # Errors
    /// `PackError::Missing` if it carries none in this language, which the build makes impossible.
    #[cfg(feature = "embed")]
    pub fn embedded(language: Language) -> Result<Strings, PackError> {
        let name = Strings::pack(language);
        let pack = EMBEDDED.iter().find(|it| it.0 == name).ok_or(PackError::Missing(name))?;
        Strings::read(pack.1)
    }

    /// Names and bytes of all packs that this binary carries, for writing them to files.
    #[cfg(feature = "embed")]
    pub fn files() -> &'static [(&'static str, &'static [u8])] {
        EMBEDDED
    }

    /// The name of a language's pack.
    pub fn pack(language: Language) -> &'static str {
        match language {
            Language::Da => "notice-da",
            Language::Sv => "notice-sv",
            Language::Nb => "notice-nb",
            Language::Nn => "notice-nn",
            Language::Fi => "notice-fi",
            Language::En => "notice-en",
        }
    }

    /// The language of the strings.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A string without blanks to fill in.
    pub(super) fn get(&self, key: Key) -> &str {
        self.texts.get(key.0).map(String::as_str).unwrap_or_default()
    }

    /// The string of the word at this place of a vocabulary.
    pub(super) fn word(&self, group: Group, place: usize) -> &str {
        let place = place.min(group.1.saturating_sub(1));
        self.texts.get(group.0 + place).map(String::as_str).unwrap_or_default()
    }

    /// A string with its blanks filled in: `{name}` by the value of that name.
    #[inline(never)]
    pub(super) fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut out = String::new();
        // Once from the left, so that braces in a value stay what they are.
        for (n, piece) in self.get(key).split('{').enumerate() {
            match piece.split_once('}') {
                Some((name, rest)) if n > 0 => {
                    out.push_str(values.iter().find(|it| it.0 == name).map(|it| it.1).unwrap_or_default());
                    out.push_str(rest);
                }
                _ => out.push_str(piece),
            }
        }
        out
    }

    /// A day such as "2 March 2026".
    #[inline(never)]
    pub(super) fn date(&self, date: Date) -> String {
        let month = self.word(key::CALENDAR, date.month.saturating_sub(1) as usize);
        let (day, year) = (date.day.to_string(), date.year.to_string());
        self.fill(key::DATE, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// A period such as "90 days".
    #[inline(never)]
    pub(super) fn period(&self, period: Period) -> String {
        let units = [
            (period.years, key::YEAR_ONE, key::YEAR_MANY),
            (period.months, key::MONTH_ONE, key::MONTH_MANY),
            (period.weeks, key::WEEK_ONE, key::WEEK_MANY),
            (period.days, key::DAY_ONE, key::DAY_MANY),
        ];
        let mut out = String::new();
        for (count, one, many) in units.into_iter().filter(|it| it.0 > 0) {
            if !out.is_empty() {
                out.push_str(", ");
            }
            out.push_str(&self.fill(if count == 1 { one } else { many }, &[("n", &count.to_string())]));
        }
        out
    }
}
