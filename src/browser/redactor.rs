//! Redacting, for JavaScript. Offsets are UTF-16 code units here and bytes everywhere else.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::policy::Unread;
use crate::redact::{Builder, Conversation, Explanation, Packs, Redaction, Redactor, Utf16Cursor};
use crate::{Category, Evidence, Finding, Language, Policy, Purpose};

/// The names of the packs that a policy needs. Throws an `Error` that lists what is wrong with the policy.
#[wasm_bindgen(js_name = packsOf)]
pub fn packs_of(policy: &str) -> Result<Vec<String>, JsError> {
    Ok(Packs::needed(&Policy::parse(policy)?).into_iter().map(str::to_owned).collect())
}

/// A policy and the packs that have come so far.
#[wasm_bindgen(js_name = Builder)]
pub struct JsBuilder(Builder);

#[wasm_bindgen(js_class = Builder)]
impl JsBuilder {
    /// Throws an `Error` that lists what is wrong with the policy.
    #[wasm_bindgen(constructor)]
    pub fn new(policy: &str) -> Result<JsBuilder, JsError> {
        let policy = Policy::parse(policy)?;
        // Taken and given back at once, so that a page's memory grows once and not by hundreds of small steps: some browsers copy all of it at each.
        drop(std::hint::black_box(Vec::<u8>::with_capacity(Packs::needed(&policy).len() * ROOM)));
        Ok(JsBuilder(Builder::new(policy)))
    }

    /// Reads the next pack, in the order of `packsOf`. Throws if it's broken.
    pub fn add(&mut self, pack: Vec<u8>) -> Result<(), JsError> {
        Ok(self.0.add(pack)?)
    }

    /// The redactor, once all packs are here. Throws if one is missing.
    pub fn build(self) -> Result<JsRedactor, JsError> {
        Ok(JsRedactor(self.0.build()?))
    }
}

/// How many bytes a pack and its tables take, roughly.
const ROOM: usize = 1_300_000;

/// A policy made ready to run.
#[wasm_bindgen(js_name = Redactor)]
pub struct JsRedactor(pub(super) Redactor);

#[wasm_bindgen(js_class = Redactor)]
impl JsRedactor {
    /// Whether a message in a script that the engine doesn't read must not be sent.
    #[wasm_bindgen(getter, js_name = refusesUnread)]
    pub fn refuses_unread(&self) -> bool {
        self.0.policy().unread() == Unread::Refuse
    }

    /// The text with a placeholder for each finding, as the stateless form gives it.
    pub fn redact(&self, text: &str, purpose: Option<String>) -> Result<JsValue, JsError> {
        to_js(text, self.0.redact(text, purpose_of(purpose)?))
    }

    /// Every rule that recognised something in the text, in its order, and what the policy does with it.
    pub fn explain(&self, text: &str, purpose: Option<String>) -> Result<JsValue, JsError> {
        let all = self.0.explain(text, purpose_of(purpose)?);
        let all: Vec<WireExplanation> = all.into_iter().map(|it| wire_explanation(text, it)).collect();
        Ok(serde_wasm_bindgen::to_value(&all)?)
    }

    /// What may leave of a field of the form before the queue. Throws if the policy has no such field.
    #[wasm_bindgen(js_name = redactField)]
    pub fn redact_field(&self, id: &str, text: &str, language: Option<String>) -> Result<JsValue, JsError> {
        let language = language_of(language)?;
        to_js(text, self.0.redact_field(id, text, language).ok_or_else(|| JsError::new("unknown field"))?)
    }
}

/// One talk. What it remembers of the citizen's messages never crosses the border.
#[wasm_bindgen(js_name = Conversation)]
#[derive(Default)]
pub struct JsConversation(Conversation);

#[wasm_bindgen(js_class = Conversation)]
impl JsConversation {
    /// A talk that has not begun; its placeholders are in this language, or without one in the policy's first.
    #[wasm_bindgen(constructor)]
    pub fn new(language: Option<String>) -> Result<JsConversation, JsError> {
        Ok(JsConversation(language_of(language)?.map(Conversation::in_language).unwrap_or_default()))
    }

    /// What `add` would give; changes nothing.
    pub fn preview(
        &self,
        redactor: &JsRedactor,
        text: &str,
        purpose: Option<String>,
        back: Option<Vec<usize>>,
    ) -> Result<JsValue, JsError> {
        let back = back.unwrap_or_default();
        to_js(text, self.0.preview_giving_back(&redactor.0, text, purpose_of(purpose)?, &back))
    }

    /// Redacts the citizen's next message, but for the findings of its preview, by their places in it, that are given back.
    pub fn add(
        &mut self,
        redactor: &JsRedactor,
        text: &str,
        purpose: Option<String>,
        back: Option<Vec<usize>>,
    ) -> Result<JsValue, JsError> {
        let (purpose, back) = (purpose_of(purpose)?, back.unwrap_or_default());
        to_js(text, self.0.add_giving_back(&redactor.0, text, purpose, &back))
    }

    /// Overwrites and forgets all that was said.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// What JavaScript sees of a redaction.
#[derive(Serialize)]
struct WireRedaction {
    text: String,
    findings: Vec<WireFinding>,
    unread: bool,
}

/// What JavaScript sees of a finding.
#[derive(Serialize)]
struct WireFinding {
    category: Category,
    recognizer: Name,
    evidence: Evidence,
    disclosed: bool,
    start: u32,
    end: u32,
}

/// What JavaScript sees of an explanation.
#[derive(Serialize)]
struct WireExplanation {
    category: Category,
    recognizer: Name,
    line: String,
    evidence: Evidence,
    disclosed: bool,
    masked: bool,
    reason: String,
    start: u32,
    end: u32,
}

fn wire_explanation(text: &str, it: Explanation) -> WireExplanation {
    // Explanations may overlap, so each counts from the beginning.
    let mut cursor = Utf16Cursor::new(text);
    WireExplanation {
        category: it.category,
        recognizer: Name(it.recognizer),
        line: it.line,
        evidence: it.evidence,
        disclosed: it.disclosed,
        masked: it.masked,
        reason: it.reason,
        start: cursor.advance_to(it.span.start()),
        end: cursor.advance_to(it.span.end()),
    }
}

/// A fixed name, which crosses the border once: `serde-wasm-bindgen` keeps the strings of unit variants and no others.
struct Name(&'static str);

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("", 0, self.0)
    }
}

fn to_js(original: &str, redaction: Redaction) -> Result<JsValue, JsError> {
    let mut cursor = Utf16Cursor::new(original);
    let findings = redaction.findings.iter().map(|it| wire_finding(it, &mut cursor)).collect();
    Ok(serde_wasm_bindgen::to_value(&WireRedaction { text: redaction.text, findings, unread: redaction.unread })?)
}

fn wire_finding(finding: &Finding, cursor: &mut Utf16Cursor<'_>) -> WireFinding {
    WireFinding {
        category: finding.category,
        recognizer: Name(finding.recognizer),
        evidence: finding.evidence,
        disclosed: finding.disclosed,
        start: cursor.advance_to(finding.span.start()),
        end: cursor.advance_to(finding.span.end()),
    }
}

fn language_of(name: Option<String>) -> Result<Option<Language>, JsError> {
    name.map(|name| Language::from_name(&name).ok_or_else(|| JsError::new("unknown language"))).transpose()
}

pub(super) fn purpose_of(name: Option<String>) -> Result<Option<Purpose>, JsError> {
    name.map(|name| Purpose::from_name(&name).ok_or_else(|| JsError::new("unknown purpose"))).transpose()
}
