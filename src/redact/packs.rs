//! The language packs that a redactor reads with.

use crate::category::{Action, Category, Language};
use crate::order;
use crate::policy::Policy;
use crate::recognize::lexicon::TERMS_HEADER;
use crate::recognize::names::{self, GroupName};

/// Language packs, read only when a redactor is made of them.
#[derive(Default)]
pub struct Packs(Vec<Vec<u8>>);

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
#[cfg(feature = "embed")]
include!(concat!(env!("OUT_DIR"), "/names_packs.rs"));

impl Packs {
    /// No packs yet.
    pub fn new() -> Packs {
        Packs::default()
    }

    /// The packs that this binary carries, those that `policy` needs.
    #[cfg(feature = "embed")]
    pub fn embedded(policy: &Policy) -> Packs {
        let needed = Packs::needed(policy);
        let mut packs = Packs::default();
        for (_, bytes) in Packs::files().filter(|it| needed.contains(&it.0)) {
            // What can't be added is missed when a redactor is made.
            let _ = packs.add(bytes);
        }
        packs
    }

    /// Names and bytes of all packs that this binary carries, for writing them to files.
    #[cfg(feature = "embed")]
    pub fn files() -> impl Iterator<Item = &'static (&'static str, &'static [u8])> {
        EMBEDDED.iter().chain(EMBEDDED_NAMES)
    }

    /// Adds the bytes of one pack file.
    ///
    /// # Errors
    /// `PackError::Broken` if they don't begin as a pack of this version does.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        let known = bytes.starts_with(names::HEADER) || bytes.starts_with(TERMS_HEADER.as_bytes());
        if !known {
            return Err(PackError::Broken);
        }
        self.0.push(bytes.to_vec());
        Ok(())
    }

    /// The names of the packs that `policy` needs, such as `terms-da`.
    pub fn needed(policy: &Policy) -> Vec<&'static str> {
        let mut needed: Vec<&'static str> =
            policy.reads().iter().map(|it| terms(Some(*it))).chain([terms(None)]).collect();
        if redacts_names(policy) {
            for name in policy.reads().iter().map(|it| self::names(*it)).chain([WORLD]) {
                // Bokmål and Nynorsk share one.
                if !needed.contains(&name) {
                    needed.push(name);
                }
            }
        }
        needed
    }

    /// The packs in the order of [`Packs::needed`], each once.
    pub(super) fn into_bytes(mut self, policy: &Policy) -> Vec<Vec<u8>> {
        let needed = Packs::needed(policy);
        let place = |pack: &Vec<u8>| needed.iter().position(|it| is_called(pack, it)).unwrap_or(needed.len());
        order::by_key(&mut self.0, |it| place(it) as u64);
        self.0.dedup();
        self.0
    }
}

/// Whether the bytes of a pack begin as the one called `name` does.
fn is_called(pack: &[u8], name: &str) -> bool {
    let Some((kind, whose)) = name.split_once('-') else { return false };
    let header = if kind == "names" { names::HEADER } else { TERMS_HEADER.as_bytes() };
    pack.strip_prefix(header).and_then(|it| it.strip_prefix(whose.as_bytes())).is_some_and(|it| it.starts_with(b"\n"))
}

/// The pack of the names that people bring from everywhere.
pub(super) const WORLD: &str = "names-world";

/// Whether the policy redacts names for any purpose.
pub(super) fn redacts_names(policy: &Policy) -> bool {
    // Without a purpose that is the strictest of all.
    policy.action(Category::Name, None) == Action::Redact
}

/// The name of a language's pack of names.
pub(super) fn names(language: Language) -> &'static str {
    match GroupName::of(language) {
        GroupName::Da => "names-da",
        GroupName::Sv => "names-sv",
        GroupName::No => "names-no",
        GroupName::Fi => "names-fi",
        GroupName::En => "names-en",
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
