//! Spans, and what the engine believes of them.

use serde::Serialize;

use crate::category::{Category, vocabulary};

/// A half-open, non-empty range of bytes in the text that was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The range from `start` up to, and without, `end` (bytes). Empty or reversed ranges give `None`.
    pub fn new(start: usize, end: usize) -> Option<Span> {
        (start < end).then_some(Span { start, end })
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// Whether both share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is in this span.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span behind `offset` more bytes.
    pub(crate) fn moved(self, offset: usize) -> Option<Span> {
        Span::new(self.start + offset, self.end + offset)
    }

    /// The smallest span that covers both.
    pub fn union(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

vocabulary! {
    /// Why the engine believes a finding, weakest first.
    Evidence {
        /// It has the right shape.
        Shape = "shape",
        /// A lexicon holds the word.
        Lexicon = "lexicon",
        /// The words around it say so.
        Context = "context",
        /// Its check digits are right.
        Checksum = "checksum",
    }
}

/// One piece of personal data: where it is and what it is, never its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of personal data it is.
    pub category: Category,
    /// The row, lexicon, frame or policy entry that found it, such as `dk.cpr` or `da.health`.
    pub recognizer: &'static str,
    /// Why the engine believes it.
    pub evidence: Evidence,
    /// Whether it is said of the writer or somebody near.
    pub disclosed: bool,
    /// Where it is, in bytes.
    pub span: Span,
}

impl Finding {
    /// The finding in what stands behind the first `offset` bytes, as far as it reaches there.
    pub(crate) fn behind(self, offset: usize) -> Option<Finding> {
        let span = Span::new(self.span.start.saturating_sub(offset), self.span.end.checked_sub(offset)?)?;
        Some(Finding { span, ..self })
    }
}
