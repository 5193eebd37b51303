//! The policy file (placeholder until the parser lands).
use crate::category::{Action, Category, Language, Purpose, Scope};

/// One organisation's choices.
pub struct Policy {}

impl Policy {
    /// No file: everything is redacted.
    pub fn strict() -> Policy {
        Policy {}
    }
    /// See the parser.
    pub fn languages(&self) -> &[Language] {
        &[Language::En]
    }
    /// See the parser.
    pub fn action(&self, category: Category, _purpose: Option<Purpose>) -> Action {
        if matches!(category, Category::Date | Category::Address) { Action::Keep } else { Action::Redact }
    }
    /// See the parser.
    pub fn scope(&self, category: Category) -> Scope {
        if category == Category::Gender { Scope::Disclosed } else { Scope::Always }
    }
    /// See the parser.
    pub fn min_digits(&self) -> usize {
        6
    }
}
