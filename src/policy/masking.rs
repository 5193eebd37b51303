//! What is masked: the threshold, categories, purposes, and the policy's own terms, shapes and exceptions.

use crate::category::{Action, Category, Purpose, Scope};
use crate::policy::json::Value;
use crate::policy::lists::{Set, Table};
use crate::policy::object::object;
use crate::policy::reader::{Read, Reader};
use crate::policy::texts::Texts;
use crate::policy::values::Shape;

/// The fewest digits that a policy may mask from: below, house numbers, years and post codes are hit.
const FEWEST_DIGITS: u32 = 4;
/// The most: above, a national id is longer than what is masked.
const MOST_DIGITS: u32 = 10;

/// A count of digits that a threshold may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigitCount(pub(crate) u32);

impl Read for DigitCount {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        reader.whole(value, FEWEST_DIGITS - 1, MOST_DIGITS).map(DigitCount)
    }

    #[cfg(feature = "cli")]
    fn schema(_: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": FEWEST_DIGITS - 1, "maximum": MOST_DIGITS })
    }
}

object! {
    /// From how many digits on a number is masked. One of the two keys, as the organisation puts it.
    Digits {
        /// Numbers with more digits than this are masked: 3 to 9.
        more_than: Option<DigitCount> = None,
        /// Numbers with this many digits or more are masked: 4 to 10.
        at_least: Option<DigitCount> = None,
    }
    check check_digits
}

impl Digits {
    /// The fewest digits of a number that is masked.
    pub fn min(&self) -> u32 {
        match (self.more_than, self.at_least) {
            (Some(it), _) => it.0 + 1,
            (None, Some(it)) => it.0,
            (None, None) => FEWEST_DIGITS,
        }
    }
}

fn check_digits(digits: &Digits, value: &Value<'_>, reader: &mut Reader) {
    if digits.more_than.is_some() == digits.at_least.is_some() {
        reader.mistake(value.at, "give either `more_than` or `at_least`".to_owned());
    } else if !(FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.min()) {
        reader.mistake(value.at, format!("masking must begin at {FEWEST_DIGITS} to {MOST_DIGITS} digits"));
    }
}

object! {
    /// What becomes of one category of personal data.
    CategoryRule {
        /// `redact`: a placeholder takes its place. `keep`: it stays, and `reason` says why.
        action: Action,
        /// `always`: wherever it's found. `disclosed`: only where it's said of the writer or somebody near. Without it: `always`.
        scope: Option<Scope> = None,
        /// Why, in words for the citizen. Required for `keep`.
        reason: Option<Texts> = None,
        /// Whether the citizen may have a wrongly masked passage of this category sent as written. Without it: no.
        give_back: bool = false,
    }
    check check_category
}

fn check_category(rule: &CategoryRule, value: &Value<'_>, reader: &mut Reader) {
    if rule.action != Action::Keep {
        return;
    }
    if rule.reason.is_none() {
        reader.mistake_below(value.at, "reason", "a category is kept only for a `reason`".to_owned());
    }
    if rule.scope.is_some() {
        reader.mistake_below(value.place(&["scope"]), "scope", "what is kept has no scope".to_owned());
    }
    if rule.give_back {
        reader.mistake_below(value.place(&["give_back"]), "give_back", "what is kept can't be given back".to_owned());
    }
}

object! {
    /// One purpose for which messages are used, and what is different for it.
    PurposeRule {
        /// What is done for this purpose, in a sentence for the citizen.
        description: Texts,
        /// Categories that stay readable for this purpose alone, each with the reason.
        keep: Table<Category, Texts> = Table(Vec::new()),
        /// Categories that are masked for this purpose although they are kept otherwise.
        redact: Set<Category> = Set(Vec::new()),
    }
    check check_purpose
}

fn check_purpose(rule: &PurposeRule, value: &Value<'_>, reader: &mut Reader) {
    for category in rule.redact.iter().filter(|it| rule.keep.get(**it).is_some()) {
        let message = format!("`{}` is both kept and redacted for this purpose", category.name());
        reader.mistake(value.place(&["redact"]), message);
    }
}

object! {
    /// A term of one's own that is masked wherever it stands.
    OwnTerm {
        /// The term as people write it. Case doesn't matter.
        text: String,
        /// The category that it's masked as.
        category: Category,
    }
}

object! {
    /// The shape of a number of one's own, such as a case number.
    OwnShape {
        /// `#` stands for a digit, `@` for a letter, everything else for itself: `S##-#####`.
        pattern: Shape,
        /// The category that it's masked as.
        category: Category,
    }
}

object! {
    /// An exact text that is never masked, such as the organisation's own telephone number.
    Exception {
        /// The text. Numbers are compared by their digits.
        text: String,
        /// The category that it would be masked as. Without it: any.
        category: Option<Category> = None,
        /// Why it's harmless.
        reason: Texts,
    }
}

/// The action for a category and purpose. Without a purpose, or for one that the policy doesn't name: the strictest.
pub(crate) fn action(
    categories: &Table<Category, CategoryRule>,
    purposes: &Table<Purpose, PurposeRule>,
    category: Category,
    purpose: Option<Purpose>,
) -> Action {
    let base = categories.get(category).map_or(Action::Redact, |it| it.action);
    let view = |rule: &PurposeRule| match () {
        () if rule.redact.contains(&category) => Action::Redact,
        () if rule.keep.get(category).is_some() => Action::Keep,
        () => base,
    };
    match purpose.and_then(|it| purposes.get(it)) {
        Some(rule) => view(rule),
        None if base == Action::Keep && purposes.iter().all(|it| view(it.1) == Action::Keep) => Action::Keep,
        None => Action::Redact,
    }
}
