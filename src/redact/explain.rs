//! Explaining: which rule found each part of a text, and what the policy does with it, in words for a data protection officer.

use super::Redactor;
use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::finding::{Evidence, Span};
use crate::order;
use crate::read::Reading;
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
            let words = Words::new(reading, &self.recognizers.lexicon);
            let lines = why(&words, &self.recognizers.lexicon, self.packs.texts());
            for it in self.recognizers.find(reading) {
                let Some(span) = reading.original(it.start, it.end) else { continue };
                let line = lines.iter().find(|line| {
                    let file = if line.section == "frames" { Evidence::Context } else { Evidence::Lexicon };
                    line.category == it.category
                        && it.start <= line.start
                        && line.end <= it.end
                        && file == it.evidence
                        && it.recognizer.starts_with(line.language.name())
                });
                let covered = masked.iter().any(|finding| finding.span.covers(span));
                let reason = self.reason(it.category, it.disclosed, purpose, covered);
                let line = line
                    .map(|it| format!("{}/{}.txt: {}", it.language.name(), it.section, it.line))
                    .unwrap_or_default();
                let new = Explanation {
                    span,
                    category: it.category,
                    recognizer: it.recognizer,
                    line,
                    evidence: it.evidence,
                    disclosed: it.disclosed,
                    masked: covered,
                    reason,
                };
                if !out
                    .iter()
                    .any(|old| old.span == new.span && old.recognizer == new.recognizer && old.line == new.line)
                {
                    out.push(new);
                }
            }
            // Weak words that no frame made count, and words that a blocker or another language took away.
            for it in &lines {
                let known =
                    out.iter().any(|old| reading.original(it.start, it.end).is_some_and(|span| old.span.covers(span)));
                if let (false, Some(span)) = (known, reading.original(it.start, it.end)) {
                    out.push(Explanation {
                        span,
                        category: it.category,
                        recognizer: "",
                        line: format!("{}/{}.txt: {}", it.language.name(), it.section, it.line),
                        evidence: Evidence::Lexicon,
                        disclosed: false,
                        masked: false,
                        reason: "kept: an everyday word too, and nothing around it says that a person is meant"
                            .to_owned(),
                    });
                }
            }
        }
        order::by_key(&mut out, |it| order::pair(it.span.start(), it.span.end() as u32));
        out
    }

    fn reason(&self, category: Category, disclosed: bool, purpose: Option<Purpose>, covered: bool) -> String {
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
            "kept: an exact exception of the policy, or explained by another rule".to_owned()
        }
    }
}

/// A word that is recognised although no line lists it: inflected by rule, compounded, or only alike.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour {
    /// What it was recognised as.
    pub category: Category,
    /// The language whose lexicon did.
    pub language: Language,
    /// `whole`, `plain` (without the Nordic letters), `compound` or `alike`.
    pub fit: &'static str,
}

impl Redactor {
    /// How a single word is recognised, for authors of lexicons who look for everyday words that resemble a term.
    pub fn neighbours(&self, word: &str) -> Vec<Neighbour> {
        let reading = Reading::new(word);
        let words = Words::new(&reading, &self.recognizers.lexicon);
        words.strong_senses(0).map(|(category, language, fit)| Neighbour { category, language, fit }).collect()
    }
}
