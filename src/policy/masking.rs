//! What is masked: the threshold, categories, purposes, and the policy's own terms, shapes and exceptions.

use crate::category::{Action, Category, Scope};
use crate::policy::form::Field;
use crate::policy::json::Value;
use crate::policy::lists::{Set, Table};
use crate::policy::object::object;
use crate::policy::reader::Reader;
use crate::policy::texts::Texts;
use crate::policy::values::{Shape, Whole};

/// The fewest digits that a policy may mask from: below, house numbers, years and post codes are hit.
const FEWEST_DIGITS: u32 = 4;
/// The most: above, a national id is longer than what is masked.
const MOST_DIGITS: u32 = 10;

/// A count of digits that a threshold may have.
type Count = Whole<{ FEWEST_DIGITS - 1 }, MOST_DIGITS>;

object! {
    /// From how many digits on a number is masked. One of the two keys, as the organisation puts it.
    Digits {
        /// Numbers with more digits than this are masked: 3 to 9.
        more_than: Option<Count> = None,
        /// Numbers with this many digits or more are masked: 4 to 10.
        at_least: Option<Count> = None,
    }
    check check_digits
}

impl Digits<'_> {
    /// The fewest digits of a number that is masked.
    pub fn min(self) -> u32 {
        match (self.more_than(), self.at_least()) {
            (Some(it), _) => it.0 + 1,
            (None, Some(it)) => it.0,
            (None, None) => FEWEST_DIGITS,
        }
    }
}

fn check_digits(value: &Value, reader: &mut Reader) {
    let digits = Digits::view(Some(value));
    if digits.more_than().is_some() == digits.at_least().is_some() {
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
        reason: Option<Texts<'p>> = None,
        /// Whether the citizen may have a wrongly masked passage of this category sent as written. Never a national id. Without it: no.
        give_back: bool = false,
    }
    check check_category
}

fn check_category(value: &Value, reader: &mut Reader) {
    let rule = CategoryRule::view(Some(value));
    if rule.action() != Action::Keep {
        return;
    }
    if rule.reason().is_none() {
        reader.mistake_in(value, &["reason"], "a category is kept only for a `reason`".to_owned());
    }
    if rule.scope().is_some() {
        reader.mistake_in(value, &["scope"], "what is kept has no scope".to_owned());
    }
    if rule.give_back() {
        reader.mistake_in(value, &["give_back"], "what is kept can't be given back".to_owned());
    }
}

object! {
    /// One purpose for which messages are used, and what is different for it.
    PurposeRule {
        /// What is done for this purpose, in a sentence for the citizen.
        description: Texts<'p>,
        /// Categories that stay readable for this purpose alone, each with the reason.
        keep: Table<'p, Category, Texts<'p>> = Table::EMPTY,
        /// Categories that are masked for this purpose although they are kept otherwise.
        redact: Set<'p, Category> = Set::EMPTY,
    }
    check check_purpose
}

fn check_purpose(value: &Value, reader: &mut Reader) {
    let rule = PurposeRule::view(Some(value));
    for category in rule.redact().iter().filter(|it| rule.keep().get(*it).is_some()) {
        let message = format!("`{}` is both kept and redacted for this purpose", category.name());
        reader.mistake_in(value, &["redact"], message);
    }
}

object! {
    /// A term of one's own that is masked wherever it stands.
    TermRule {
        /// The term as people write it. Case doesn't matter.
        text: &'p str,
        /// The category that it's masked as.
        category: Category,
    }
    check check_term
}

fn check_term(value: &Value, reader: &mut Reader) {
    if let Some(sign) = TermRule::view(Some(value)).text().chars().find(|it| matches!(it, '#' | '@' | '*' | '%')) {
        let message = format!("`{sign}` stands for nothing in a term, which is inflected anyway; a code is a shape");
        reader.mistake_in(value, &["text"], message);
    }
    check_text(value, reader);
}

/// Without a letter or digit, as `-` is, no text is ever found or excepted.
fn check_text(value: &Value, reader: &mut Reader) {
    let text = value.get("text").and_then(Value::text).unwrap_or_default();
    if !text.chars().any(may_be_letter_or_digit) {
        reader.mistake_in(value, &["text"], "the text has neither a letter nor a digit".to_owned());
    }
}

/// Whether a character stands where Unicode has letters and digits rather than marks and symbols. Its tables would cost
/// a page two kilobytes.
fn may_be_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}')
}

object! {
    /// The shape of a number of one's own, such as a case number.
    ShapeRule {
        /// `#` stands for a digit, `@` for a letter, everything else for itself: `S##-#####`.
        pattern: Shape<'p>,
        /// The category that it's masked as.
        category: Category,
    }
}

object! {
    /// An exact text that is never masked, such as the organisation's own telephone number.
    ExceptionRule {
        /// The text. Numbers are compared by their digits.
        text: &'p str,
        /// The category that it would be masked as, never national ids. Without it: any.
        category: Option<Category> = None,
        /// Why it's harmless.
        reason: Texts<'p>,
    }
    check check_exception
}

fn check_exception(value: &Value, reader: &mut Reader) {
    check_text(value, reader);
    check_kept(value, reader);
}

/// What is said of national ids wherever a policy would let one through.
pub(crate) const NEVER_KEPT: &str = "national ids are never kept";

/// The category that an exception or a field lets through may be any other.
pub(crate) fn check_kept(value: &Value, reader: &mut Reader) {
    if value.get("category").and_then(Value::text) == Some(Category::NationalId.name()) {
        reader.mistake_in(value, &["category"], NEVER_KEPT.to_owned());
    }
}
