//! Filter, join and replace: what the policy wants of the candidates, and the text that may leave.

mod utf16;

pub use utf16::Utf16Cursor;

use crate::category::Purpose;
use crate::finding::Finding;
use crate::policy::Policy;

/// The language packs that a redactor reads with.
#[derive(Default)]
pub struct Packs {}

/// Why a pack can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// A pack that the policy needs was not given.
    Missing(&'static str),
    /// The bytes are not a pack of this version.
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

impl Packs {
    /// No packs yet.
    pub fn new() -> Packs {
        Packs::default()
    }

    /// The packs that this binary carries.
    #[cfg(feature = "embed")]
    pub fn embedded() -> Packs {
        Packs::default()
    }

    /// Names and bytes of the packs that this binary carries, for writing them to files.
    #[cfg(feature = "embed")]
    pub fn files() -> &'static [(&'static str, &'static [u8])] {
        &[]
    }

    /// Adds the bytes of one pack file.
    pub fn add(&mut self, _bytes: &[u8]) -> Result<(), PackError> {
        Ok(())
    }

    /// The names of the packs that `policy` needs, such as `terms-da`.
    pub fn needed(_policy: &Policy) -> Vec<&'static str> {
        Vec::new()
    }
}

/// A policy made ready to run.
pub struct Redactor {
    policy: Policy,
}

/// A text that may leave the page, and where its replacements came from.
pub struct Redaction {
    /// The text with a placeholder for each finding.
    pub text: String,
    /// Where the replaced parts stood in the original, sorted and disjoint.
    pub findings: Vec<Finding>,
    /// Whether the message is mostly in a script that the engine doesn't read.
    pub unread: bool,
}

impl Redactor {
    /// Makes `policy` ready to run with `packs`.
    pub fn new(policy: Policy, _packs: Packs) -> Result<Redactor, PackError> {
        Ok(Redactor { policy })
    }

    /// The policy that this redactor follows.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the policy wants redacted in `text` for `purpose` (none: the strictest view).
    pub fn find(&self, _text: &str, _purpose: Option<Purpose>) -> Vec<Finding> {
        Vec::new()
    }

    /// The text with a placeholder for each finding.
    pub fn redact(&self, text: &str, purpose: Option<Purpose>) -> Redaction {
        Redaction { text: text.to_owned(), findings: self.find(text, purpose), unread: false }
    }
}

/// One talk: what was said before, so that a number split over messages is found and equal values are numbered alike.
#[derive(Default)]
pub struct Conversation {}

impl Conversation {
    /// A talk that has not begun.
    pub fn new() -> Conversation {
        Conversation::default()
    }

    /// What `add` would give; changes nothing.
    pub fn preview(&self, redactor: &Redactor, text: &str, purpose: Option<Purpose>) -> Redaction {
        redactor.redact(text, purpose)
    }

    /// Redacts the citizen's next message.
    pub fn add(&mut self, redactor: &Redactor, text: &str, purpose: Option<Purpose>) -> Redaction {
        redactor.redact(text, purpose)
    }

    /// Overwrites and forgets all that was said.
    pub fn clear(&mut self) {}
}
