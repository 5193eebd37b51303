//! What the policy promises, in words: the privacy notice, the record of processing, and who keeps which sentence.
//!
//! Everything here is made from the policy file that also decides what the engine masks, so that the words can't say what the code doesn't do.

mod about;
mod kept;
mod masked;
pub mod metadata;
pub mod notice;
#[cfg(feature = "cli")]
pub mod promises;
pub mod record;
#[cfg(any(feature = "cli", feature = "words"))]
pub mod render;
mod strings;
#[cfg(all(test, feature = "embed"))]
mod strings_tests;
mod writer;

pub use notice::{Block, Kind, Notice, Passage, Section};
pub use strings::Strings;
