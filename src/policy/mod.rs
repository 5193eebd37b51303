//! The policy file (placeholder until the parser lands).
use crate::category::{Action, Category, Language, Purpose, Scope};

/// One organisation's choices.
pub struct Policy {}
/// See the parser.
pub struct PolicyErrors(pub Vec<Problem>);
/// See the parser.
pub struct Problem {
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
    /// The key.
    pub path: String,
    /// What is wrong.
    pub message: String,
}
/// See the parser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Nothing leaves.
    Refuse,
    /// It leaves with a warning.
    Warn,
}

impl Policy {
    /// See the parser.
    pub fn parse(text: &str) -> Result<Policy, PolicyErrors> {
        if text.trim_start().starts_with('{') {
            return Ok(Policy {});
        }
        Err(PolicyErrors(vec![Problem {
            line: 1,
            column: 1,
            path: String::new(),
            message: "not an object".to_owned(),
        }]))
    }
    /// See the parser.
    pub fn unread(&self) -> Unread {
        Unread::Refuse
    }
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
