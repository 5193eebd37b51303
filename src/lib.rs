//! Slør masks personal data in a citizen's chat message before it is sent.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod category;

pub use category::{Action, Category, Language, Purpose, Scope};
