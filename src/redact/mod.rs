//! Filter, join and replace: what the policy wants of the candidates, and the text that may leave.

mod builder;
mod clock;
mod conversation;
mod explain;
mod neighbours;
mod packs;
mod people;
mod resolve;
mod retention;
mod transcript;
mod utf16;
mod view;

pub use crate::placeholder::label;
pub use builder::Builder;
pub(crate) use clock::utc;
pub use conversation::Conversation;
pub use explain::Explanation;
pub use neighbours::Neighbour;
pub use packs::{PackError, Packs};
pub use retention::Expiry;
pub use transcript::{Speaker, Transcript};
pub use utf16::Utf16Cursor;

use crate::category::{Category, Language, Purpose};
use crate::finding::{Finding, Span};
use crate::placeholder::is_numbered;
use crate::policy::{Policy, Unread};
use crate::read::{Reading, folded, is_word};
use crate::recognize::Recognizers;
use conversation::{Secret, Seen};
use resolve::Exceptions;
use view::View;

/// A policy made ready to run.
pub struct Redactor {
    policy: Policy,
    recognizers: Recognizers,
    exceptions: Exceptions,
    /// The packs of terms, for saying which line found something.
    texts: Vec<String>,
}

/// A text that may leave the page, and where its replacements came from.
pub struct Redaction {
    /// The text with a placeholder for each finding.
    pub text: String,
    /// Where the replaced parts stood in the original, sorted and disjoint.
    pub findings: Vec<Finding>,
    /// Whether the message is mostly in a script that the engine doesn't read: `text` is then empty unless the policy only warns.
    pub unread: bool,
}

impl Redactor {
    /// Makes `policy` ready to run with `packs`.
    ///
    /// # Errors
    /// `PackError` if a pack that the policy needs is missing or broken: nothing may be sent then.
    pub fn new(policy: Policy, packs: Packs) -> Result<Redactor, PackError> {
        let packs = packs.into_bytes(&policy);
        let mut builder = Builder::new(policy);
        for pack in packs {
            builder.add(pack)?;
        }
        builder.build()
    }

    /// The policy that this redactor follows.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the policy wants redacted in `text` for `purpose` (none: the strictest view), sorted and disjoint.
    pub fn find(&self, text: &str, purpose: Option<Purpose>) -> Vec<Finding> {
        self.find_in(&Reading::new(text), &View::of(&self.policy, purpose))
    }

    // Once in the download, however many ask.
    #[inline(never)]
    fn find_in(&self, reading: &Reading<'_>, view: &View<'_>) -> Vec<Finding> {
        let mut placed = resolve::place(reading, &self.recognizers.find(reading), &self.exceptions);
        if let Some(meant) = reading.as_meant() {
            let more = resolve::place(&meant, &self.recognizers.find(&meant), &self.exceptions);
            resolve::extend(&mut placed, more);
        }
        resolve::wanted(view, placed)
    }

    /// Where the e-mail addresses of a text are.
    fn emails(&self, reading: &Reading<'_>) -> Vec<Span> {
        resolve::emails(&resolve::place(reading, &self.recognizers.find(reading), &self.exceptions))
    }

    /// The text with a placeholder for each finding. Equal values within it are numbered alike.
    pub fn redact(&self, text: &str, purpose: Option<Purpose>) -> Redaction {
        let reading = Reading::new(text);
        let findings = self.find_in(&reading, &View::of(&self.policy, purpose));
        self.replace(&reading, findings, &mut Seen::default(), None)
    }

    /// Puts placeholders for `findings`, numbered after what was `seen`, in `language` or (none) the policy's first.
    #[inline(never)]
    fn replace(
        &self,
        reading: &Reading<'_>,
        findings: Vec<Finding>,
        seen: &mut Seen,
        language: Option<Language>,
    ) -> Redaction {
        let language = language.or(self.policy.languages().first().copied()).unwrap_or(Language::En);
        let (text, unread) = (reading.message(), reading.unread);
        let mut finnish = None;
        let mut out = String::with_capacity(text.len() + 16);
        let mut at = 0;
        for finding in &findings {
            out.push_str(text.get(at..finding.span.start()).unwrap_or(""));
            out.push('[');
            out.push_str(label(finding.category, language));
            if is_numbered(finding.category) {
                let original = text.get(finding.span.start()..finding.span.end()).unwrap_or("");
                let number = match finding.category {
                    Category::Name => {
                        // Only names that are compared with others may stand in Finnish cases.
                        let cases = !seen.people.is_empty() && *finnish.get_or_insert_with(|| self.is_finnish(reading));
                        seen.people.number(original, cases)
                    }
                    _ => seen.number(finding.category, &value(finding.category, original).0),
                };
                out.push(' ');
                push_number(&mut out, number);
            }
            out.push(']');
            at = finding.span.end();
        }
        out.push_str(text.get(at..).unwrap_or(""));
        if unread && self.policy.unread() == Unread::Refuse {
            out.clear();
        }
        Redaction { text: out, findings, unread }
    }
}

/// What is compared with messages must be folded as they are: a shape with `Ø` or a long dash would fit nothing else.
#[inline(never)]
fn folded_text(text: &str) -> String {
    String::from_utf8(folded(text)).unwrap_or_default()
}

/// What makes two findings equal: their letters and digits, folded; of a telephone number what a Nordic country's own people dial, without the zero
/// that tells them that it's not local.
fn value(category: Category, text: &str) -> Secret {
    let mut folded = folded(text);
    let plus = folded.contains(&b'+');
    folded.retain(|it| is_word(*it));
    if category == Category::Phone {
        let abroad = folded.strip_prefix(b"00").or(Some(&*folded).filter(|_| plus)).unwrap_or(&[]);
        let codes: [&[u8]; 5] = [b"45", b"46", b"47", b"354", b"358"];
        let own = codes.into_iter().find_map(|it| abroad.strip_prefix(it)).unwrap_or(&folded);
        let zeros = own.iter().take_while(|it| **it == b'0').count();
        folded.drain(..folded.len() - own.len() + zeros);
    }
    Secret(folded)
}

/// Small numbers without the formatting machinery.
fn push_number(out: &mut String, number: usize) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
