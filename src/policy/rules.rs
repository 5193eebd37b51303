//! What the engine asks of a policy, looked up once.

use crate::category::{Action, Category, Purpose, Scope};
use crate::policy::file::PolicyFile;

/// A term of the organisation's own that is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTerm {
    /// The term as people write it.
    pub text: String,
    /// The category that it's masked as.
    pub category: Category,
}

/// The shape of a number of the organisation's own that is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnShape {
    /// `#` stands for a digit, `@` for a letter, everything else for itself.
    pub pattern: String,
    /// The category that it's masked as.
    pub category: Category,
}

/// An exact text that is never masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The text.
    pub text: String,
    /// The category that it would be masked as; `None`: any.
    pub category: Option<Category>,
    /// Why it's harmless, in the first language of the policy.
    pub reason: String,
}

/// What becomes of one category.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Without a purpose, or for one that the policy doesn't name: the strictest of all.
    pub strictest: Action,
    /// By purpose, in the order of the vocabulary.
    pub views: [Action; Purpose::ALL.len()],
    pub scope: Scope,
    pub give_back: bool,
}

impl Rule {
    /// What becomes of a category that isn't mentioned.
    pub(crate) const UNMENTIONED: Rule = Rule {
        strictest: Action::Redact,
        views: [Action::Redact; Purpose::ALL.len()],
        scope: Scope::Always,
        give_back: false,
    };

    /// The rule of the file for a category.
    #[inline(never)]
    pub(crate) fn of(file: PolicyFile<'_>, category: Category) -> Rule {
        let rule = file.categories().get(category);
        let base = rule.map_or(Action::Redact, |it| it.action());
        let mut strictest = base;
        let mut named = [None; Purpose::ALL.len()];
        for (slot, purpose) in named.iter_mut().zip(Purpose::ALL) {
            let Some(purpose) = file.purposes().get(*purpose) else { continue };
            let view = if purpose.redact().contains(category) {
                Action::Redact
            } else if purpose.keep().get(category).is_some() {
                Action::Keep
            } else {
                base
            };
            if view == Action::Redact {
                strictest = Action::Redact;
            }
            *slot = Some(view);
        }
        Rule {
            strictest,
            views: named.map(|it| it.unwrap_or(strictest)),
            scope: rule.and_then(|it| it.scope()).unwrap_or(Scope::Always),
            give_back: rule.is_some_and(|it| it.give_back()),
        }
    }
}
