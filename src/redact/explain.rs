//! Explaining: which rule found each part of a text, and what the policy does with it, in words for a data protection officer.

use super::Redactor;
use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::finding::{Evidence, Span};
use crate::order;
use crate::read::Reading;
use crate::recognize::Candidate;
use crate::recognize::lexicon::{Words, why};

/// One rule that recognised a part of a text, whether or not the policy acts on it.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Where, in bytes.
    pub span: Span,
    /// What it was recognised as.
    pub category: Category,
    /// Which rule: a row such as `dk.cpr`, or a file such as `da.health`.
    pub recognizer: &'static str,
    /// The line of the lexicon or frames file, where there is one.
    pub line: String,
    /// Why the engine believes it.
    pub evidence: Evidence,
    /// Whether it is said of the writer or somebody near.
    pub disclosed: bool,
    /// Whether it is masked.
    pub masked: bool,
    /// Why it is masked or kept, in one sentence of English.
    pub reason: String,
}

impl Redactor {
    /// Every rule that recognised something in `text`, in the order of the text, and what the policy does with it for `purpose`.
    pub fn explain(&self, text: &str, purpose: Option<Purpose>) -> Vec<Explanation> {
        let typed = Reading::new(text);
        let masked = self.find_in(&typed, &super::View::of(&self.policy, purpose));
        let mut out: Vec<Explanation> = Vec::new();
        for reading in [Some(&typed), typed.as_meant().as_ref()].into_iter().flatten() {
            let words = Words::new(reading, &self.recognizers.lexicon, false);
            let lines = why(&words, &self.recognizers.lexicon, &self.texts);
            for it in self.recognizers.find(reading) {
                let Some(span) = reading.original(it.start, it.end) else { continue };
                let line = lines.iter().find(|line| {
                    let evidence = if line.section == "frames" { Evidence::Context } else { Evidence::Lexicon };
                    line.category == it.category
                        && it.start <= line.start
                        && line.end <= it.end
                        && evidence == it.evidence
                        && it.recognizer.starts_with(line.language.name())
                });
                let line = line.map_or(String::new(), |it| place(it.language, &it.section, &it.line));
                if out.iter().any(|old| old.span == span && old.recognizer == it.recognizer && old.line == line) {
                    continue;
                }
                let masked = masked.iter().any(|finding| finding.span.covers(span));
                out.push(Explanation {
                    span,
                    category: it.category,
                    recognizer: it.recognizer,
                    line,
                    evidence: it.evidence,
                    disclosed: it.disclosed,
                    masked,
                    reason: self.reason(it.category, it.disclosed, purpose, masked, || {
                        self.exceptions.cover(reading.between(it.start, it.end), it.category)
                    }),
                });
            }
            for it in self.recognizers.find_despite_all(reading) {
                let Some(span) = reading.original(it.start, it.end) else { continue };
                if masked.iter().any(|it| it.span.overlaps(span)) || out.iter().any(|old| old.span.covers(span)) {
                    continue;
                }
                let Candidate { category, recognizer, evidence, disclosed, .. } = it;
                let (line, masked, reason) = (String::new(), false, spoken_against(category).to_owned());
                out.push(Explanation { span, category, recognizer, line, evidence, disclosed, masked, reason });
            }
            // Weak words that no frame made count, and words that a blocker or another language took away.
            for it in &lines {
                let Some(span) = reading.original(it.start, it.end) else { continue };
                if out.iter().any(|old| old.span.covers(span)) {
                    continue;
                }
                out.push(Explanation {
                    span,
                    category: it.category,
                    recognizer: "",
                    line: place(it.language, &it.section, &it.line),
                    evidence: Evidence::Lexicon,
                    disclosed: false,
                    masked: false,
                    reason: "kept: an everyday word too, and nothing around it says that a person is meant".to_owned(),
                });
            }
        }
        order::by_key(&mut out, |it| order::pair(it.span.start(), it.span.end() as u32));
        out
    }

    /// What the policy does with a finding of this category, and why.
    fn reason(
        &self,
        category: Category,
        disclosed: bool,
        purpose: Option<Purpose>,
        covered: bool,
        excepted: impl Fn() -> bool,
    ) -> String {
        let name = category.name();
        if self.policy.action(category, purpose) == Action::Keep {
            let why = self.policy.reason(category, purpose).map_or("", |it| it.get(Language::En));
            let kept = format!("kept: the policy keeps {name} ({why})");
            return if covered { format!("{kept}; masked all the same, since another rule covers it") } else { kept };
        }
        if self.policy.scope(category) == Scope::Disclosed && !disclosed {
            return format!("kept: the policy masks {name} only where it is said of the writer or somebody near");
        }
        if covered {
            format!("masked: the policy redacts {name}")
        } else {
            let why = if excepted() { "an exact exception of the policy" } else { "another rule says what it is" };
            format!("kept: {why}")
        }
    }
}

/// What speaks against a candidate that no rule finds in the end.
fn spoken_against(category: Category) -> &'static str {
    match category {
        Category::Name => "kept: somebody public, a place, a thing or the bot has this name, or it's an everyday word",
        _ if category.is_special() => "kept: another word or the words around it say that something else is meant",
        _ => "kept: too few digits, or years, hours, a price, a law or a measure",
    }
}

/// A line with the file that it stands in: `da/health.txt: kræft`.
fn place(language: Language, section: &str, line: &str) -> String {
    [language.name(), "/", section, ".txt: ", line].concat()
}
