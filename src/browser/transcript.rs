//! The talk as it may be kept and downloaded, for JavaScript.

use wasm_bindgen::prelude::*;

use super::redactor::{JsRedactor, purpose_of};
use crate::redact::{Expiry, Speaker, Transcript};

/// A talk: everything in it is redacted before it is kept.
#[wasm_bindgen(js_name = Transcript)]
pub struct JsTranscript(Transcript);

#[wasm_bindgen(js_class = Transcript)]
impl JsTranscript {
    /// A talk that has not begun.
    #[wasm_bindgen(constructor)]
    pub fn new(redactor: &JsRedactor) -> JsTranscript {
        JsTranscript(Transcript::new(&redactor.0))
    }

    /// Keeps what `citizen`, `bot` or `agent` said at this time (milliseconds since 1970), redacted.
    pub fn add(&mut self, redactor: &JsRedactor, speaker: &str, text: &str, time: f64) -> Result<(), JsError> {
        let speaker = Speaker::from_name(speaker).ok_or_else(|| JsError::new("unknown speaker"))?;
        self.0.add(&redactor.0, speaker, text, time as i64);
        Ok(())
    }

    /// Keeps what the citizen sent at this time, redacted for `purpose` already; that view shows it as it was sent.
    #[wasm_bindgen(js_name = addSent)]
    pub fn add_sent(
        &mut self,
        redactor: &JsRedactor,
        sent: &str,
        purpose: Option<String>,
        time: f64,
    ) -> Result<(), JsError> {
        self.0.add_sent(&redactor.0, sent, purpose_of(purpose)?, time as i64);
        Ok(())
    }

    /// The talk for people. `names` are those of citizen, bot and agent.
    pub fn text(&self, purpose: Option<String>, names: Vec<String>) -> Result<String, JsError> {
        let name = |it: Speaker| names.get(it as usize).cloned().unwrap_or_else(|| it.name().to_owned());
        Ok(self.0.text(purpose_of(purpose)?, name))
    }

    /// The talk for machines.
    pub fn json(&self, redactor: &JsRedactor, purpose: Option<String>) -> Result<String, JsError> {
        Ok(self.0.json(redactor.0.policy().id(), purpose_of(purpose)?))
    }

    /// The UTC day from which on the talk may no longer be stored (`2026-05-31`); `undefined` if it is stored until
    /// the citizen asks, or if nobody has said anything.
    pub fn expires(&self, redactor: &JsRedactor) -> Option<String> {
        match self.0.expiry(&redactor.0)? {
            Expiry::On(day) => Some(day.to_string()),
            Expiry::WhenAsked => None,
        }
    }

    /// Overwrites and forgets all that was said.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
