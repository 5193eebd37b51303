//! The privacy notice for JavaScript: sections, of which the page builds nodes.

use wasm_bindgen::prelude::*;

use crate::Policy;
use crate::promise::{Notice, Strings};

/// The privacy notice of a policy in the language of the pack (`notice-da.bin` …), as
/// `{ language, title, sections: [{ id, heading, blocks: [{ kind, passages: [{ text, language }], url }] }] }`.
///
/// Throws if the policy has mistakes or the pack is broken.
#[wasm_bindgen(js_name = noticeOf)]
pub fn notice_of(policy: &str, pack: &[u8]) -> Result<JsValue, JsError> {
    let notice = Notice::new(&Policy::parse(policy)?, &Strings::read(pack)?);
    Ok(serde_wasm_bindgen::to_value(&notice)?)
}
