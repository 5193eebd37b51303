//! The language packs that a redactor reads with.

use crate::category::Language;
use crate::policy::Policy;

/// Language packs, checked only when a redactor is made of them.
#[derive(Default)]
pub struct Packs {
    texts: Vec<String>,
}

/// Why packs can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// A pack that the policy needs was not given.
    Missing(&'static str),
    /// The bytes are not a pack of this version, or not a whole one.
    Broken,
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PackError::Missing(name) => write!(f, "the language pack {name} is missing"),
            PackError::Broken => f.write_str("a language pack is broken or of another version"),
        }
    }
}

impl std::error::Error for PackError {}

#[cfg(feature = "embed")]
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

impl Packs {
    /// No packs yet.
    pub fn new() -> Packs {
        Packs::default()
    }

    /// The packs that this binary carries, those that `policy` needs.
    #[cfg(feature = "embed")]
    pub fn embedded(policy: &Policy) -> Packs {
        let needed = Packs::needed(policy);
        let texts =
            EMBEDDED.iter().filter(|it| needed.contains(&it.0)).filter_map(|it| String::from_utf8(it.1.to_vec()).ok());
        Packs { texts: texts.collect() }
    }

    /// Names and bytes of all packs that this binary carries, for writing them to files.
    #[cfg(feature = "embed")]
    pub fn files() -> &'static [(&'static str, &'static [u8])] {
        EMBEDDED
    }

    /// Adds the bytes of one pack file.
    ///
    /// # Errors
    /// `PackError::Broken` if they are no text.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        self.texts.push(String::from_utf8(bytes.to_vec()).map_err(|_| PackError::Broken)?);
        Ok(())
    }

    /// The names of the packs that `policy` needs, such as `terms-da`.
    pub fn needed(policy: &Policy) -> Vec<&'static str> {
        policy.reads().iter().map(|it| terms(Some(*it))).chain([terms(None)]).collect()
    }

    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }
}

/// The name of a language's pack of terms, or of that of the lines which several languages share.
pub(super) fn terms(language: Option<Language>) -> &'static str {
    let Some(language) = language else { return "terms-shared" };
    match language {
        Language::Da => "terms-da",
        Language::Sv => "terms-sv",
        Language::Nb => "terms-nb",
        Language::Nn => "terms-nn",
        Language::Fi => "terms-fi",
        Language::En => "terms-en",
    }
}
