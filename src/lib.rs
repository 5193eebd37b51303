//! Slør masks personal data in a citizen's chat message before it is sent.
//!
//! A [`Policy`] (one JSON file an organisation) says what is masked for which [`Purpose`], [`Packs`] hold the words and names of the languages
//! that it reads, and both become a [`Redactor`]. Making one can fail; redacting can't.
//! What comes out is redacted, not anonymous.
//!
//! ```
//! # #[cfg(feature = "embed")] {
//! use slor::{Category, Conversation, Packs, Policy, Redactor};
//!
//! // What a policy doesn't mention is masked: this one mentions nothing.
//! let policy = Policy::strict();
//! let packs = Packs::embedded(&policy);
//! let redactor = Redactor::new(policy, packs).expect("the packs are in this binary");
//!
//! let redaction = redactor.redact("My id is 010190-1234, mail a@example.dk", None);
//! assert_eq!(redaction.text, "My id is [personal id 1], mail [e-mail 1]");
//! assert_eq!(redaction.findings[0].category, Category::NationalId);
//!
//! // A talk finds a number that is split over messages, and knows a value again.
//! let mut talk = Conversation::new();
//! talk.add(&redactor, "Write to b@example.dk", None);
//! assert_eq!(talk.add(&redactor, "No, to a@example.dk", None).text, "No, to [e-mail 2]");
//! # }
//! ```
//!
//! A message mostly in a script that the engine doesn't read has [`Redaction::unread`], and an empty text unless the policy only warns.
//! Spans are bytes of the message; [`Utf16Cursor`] turns them into what JavaScript counts.
//! A [`Transcript`] is a talk as it may be kept and downloaded.
//!
//! Features: `cli` (by default) is the command line and asks for `embed`, which puts the packs into the binary ([`Packs::embedded`]);
//! without it, packs are read from files ([`Packs::add`], or a [`Builder`] while they come). `redactor` and `words` say what a wasm module
//! exports, and `train` learns the weights of the names anew.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod bits;
#[cfg(target_family = "wasm")]
pub mod browser;
pub mod category;
pub mod finding;
mod hash;
mod index;
mod order;
mod placeholder;
pub mod policy;
pub mod promise;
mod read;
mod recognize;
pub mod redact;

pub use category::{Action, Category, Language, Purpose, Scope};
pub use finding::{Evidence, Finding, Span};
pub use policy::Policy;
#[cfg(feature = "train")]
#[doc(hidden)]
pub use recognize::names::train;
pub use redact::{Builder, Conversation, PackError, Packs, Redaction, Redactor, Speaker, Transcript, Utf16Cursor};
