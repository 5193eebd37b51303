//! Slør masks personal data in a citizen's chat message before it is sent.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[cfg(target_family = "wasm")]
pub mod browser;
pub mod category;
pub mod finding;
mod hash;
mod order;
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
pub use redact::{Conversation, PackError, Packs, Redaction, Redactor, Utf16Cursor};
