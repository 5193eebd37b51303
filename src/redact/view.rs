//! What is wanted of the candidates: the policy for a purpose, and what a field or the citizen adds to it.

use super::conversation::{Secret, Seen};
use super::resolve::join;
use super::{Redaction, Redactor};
use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::finding::{Finding, Span};
use crate::policy::Policy;
use crate::read::Reading;

/// The policy as one message sees it.
#[derive(Clone, Copy)]
pub(super) struct View<'v> {
    pub policy: &'v Policy,
    pub purpose: Option<Purpose>,
    /// The one category that the field of a form may carry: nothing else is kept in it, whatever messages keep.
    pub carried: Option<Category>,
    /// Where the citizen wants to be quoted as written. It holds for categories of which the policy allows that.
    pub given_back: &'v [Span],
}

impl<'v> View<'v> {
    /// What the policy says of messages for this purpose (none: the strictest view).
    pub fn of(policy: &'v Policy, purpose: Option<Purpose>) -> View<'v> {
        View { policy, purpose, carried: None, given_back: &[] }
    }

    /// What becomes of a category.
    #[inline(never)]
    pub fn action(&self, category: Category) -> Action {
        match self.carried {
            Some(carried) if carried == category => Action::Keep,
            Some(_) => Action::Redact,
            None => self.policy.action(category, self.purpose),
        }
    }

    /// Whether a finding is to be redacted.
    #[inline(never)]
    pub fn wants(&self, finding: &Finding) -> bool {
        let scope = self.policy.scope(finding.category) == Scope::Always || finding.disclosed;
        scope && self.action(finding.category) == Action::Redact && !self.gives_back(finding)
    }

    /// Whether the citizen wants a finding back and may have it.
    pub fn gives_back(&self, finding: &Finding) -> bool {
        self.policy.gives_back(finding.category) && self.given_back.iter().any(|it| it.covers(finding.span))
    }
}

impl Redactor {
    /// What a citizen wrote into a field of the form before the queue: only the category that the field names stays. A field
    /// that names none is read as a message in the strictest view. Placeholders are in `language`, or (none) in the policy's
    /// first. `None`: the policy has no such field.
    pub fn redact_field(&self, id: &str, text: &str, language: Option<Language>) -> Option<Redaction> {
        let fields = self.policy.file().handover()?.form()?.fields();
        let field = fields.iter().find(|it| it.id().as_str() == id)?;
        let view = View { carried: field.category(), ..View::of(&self.policy, None) };
        let reading = Reading::new(text);
        let mut findings = self.find_in(&reading, &view);
        if field.category().is_some() {
            let spoken = language.or(self.policy.languages().first().copied())?;
            findings = self.find_labelled(field.label().get(spoken), text, findings, &view);
        }
        Some(self.replace(&reading, findings, &mut Seen::default(), language))
    }

    /// The findings of a text with its label, which says what a number is, as a word in a message would; it never says that an
    /// id is none, so those that the text has `alone` stay.
    fn find_labelled(&self, label: &str, text: &str, alone: Vec<Finding>, view: &View<'_>) -> Vec<Finding> {
        let whole = Secret([label, ": ", text].concat().into_bytes());
        let reading = Reading::new(std::str::from_utf8(&whole.0).unwrap_or(text));
        let labelled = self.find_in(&reading, view).into_iter().filter_map(|it| it.behind(label.len() + 2));
        let bare = |it: &Finding| matches!(it.category, Category::Number | Category::Phone | Category::Account);
        join(labelled.chain(alone.into_iter().filter(|it| !bare(it))).collect())
    }
}

#[cfg(all(test, feature = "embed"))]
mod tests {
    use super::*;
    use crate::redact::{Conversation, Packs};

    fn redactor(policy: &str) -> Redactor {
        let policy = Policy::parse(policy).unwrap();
        let packs = Packs::embedded(&policy);
        Redactor::new(policy, packs).unwrap()
    }

    #[test]
    fn a_field_carries_the_one_category_that_it_names() {
        let redactor = redactor(include_str!("../../policies/cellbes.json"));
        let field = |id, text| redactor.redact_field(id, text, None).unwrap().text;
        assert_eq!(field("order", "40012345"), "40012345");
        assert_eq!(field("order", "010190-1234"), "[personnummer 1]");
        assert!(!field("order", "40012345, mail maja@example.org").contains("maja"));
        assert_eq!(field("email", "maja@example.org"), "maja@example.org");
        assert!(!field("email", "maja@example.org, ordre 40012345").contains("40012345"));
        assert_eq!(field("order", "4711-229 Storgade 5"), "4711-229 [adresse 1]");
        assert_eq!(field("order", "4711-229 af 10.05.2026"), "4711-229 af [dato 1]");
        assert_eq!(field("email", "maja.100526@example.org"), "maja.100526@example.org");
        assert_eq!(field("email", "maja.010190-1234@example.org"), "maja.[personnummer 1]@example.org");
        let question = field("question", "Min ordre 40012345 mangler, skriv til maja@example.org");
        assert!(!question.contains("40012345") && !question.contains("maja"), "{question}");
        assert!(redactor.redact_field("phone", "hej", None).is_none());
    }

    #[test]
    fn a_field_speaks_the_language_of_the_talk() {
        let redactor = redactor(include_str!("../../policies/cellbes.json"));
        let field = |id, language| redactor.redact_field(id, "010190-1234", language).unwrap().text;
        for id in ["order", "question"] {
            assert_eq!(field(id, None), "[personnummer 1]");
            assert_eq!(field(id, Some(Language::Fi)), "[henkilötunnus 1]");
        }
    }

    #[test]
    fn what_is_given_back_stays_where_the_policy_allows_it_and_nowhere_else() {
        let redactor = redactor(include_str!("../../policies/kommune-kiri.json"));
        let mut talk = Conversation::new();
        let text = "Jeg hedder Maja Holm, og mit cpr er 010190-1234";
        let back = [0, 1, 7];
        let found = talk.preview(&redactor, text, None).findings;
        assert_eq!(found.iter().map(|it| it.category).collect::<Vec<_>>(), [Category::Name, Category::NationalId]);
        let kept = "Jeg hedder Maja Holm, og mit cpr er [personnummer 1]";
        assert_eq!(talk.preview_giving_back(&redactor, text, None, &back).text, kept);
        assert_eq!(talk.add_giving_back(&redactor, text, None, &back).text, kept);
        assert_eq!(talk.add(&redactor, "Jeg hedder Maja Holm", None).text, "Jeg hedder [navn 1]");
        assert_eq!(talk.add_giving_back(&redactor, "Maja igen", None, &[0]).text, "Maja igen");
    }
}
