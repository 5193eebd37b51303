//! The metadata record, from what this browser tells of itself: only the policy's fields leave this file.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Navigator, Window};

use super::redactor::JsRedactor;
use crate::promise::metadata::{Record, Surroundings};

#[wasm_bindgen(js_class = Redactor)]
impl JsRedactor {
    /// The record of a talk that began at this time (milliseconds since 1970) and ended by itself, or what may remain of one
    /// that the citizen deleted; `null` if nothing is recorded or may remain, or there is no window.
    pub fn metadata(
        &self,
        window: Option<Window>,
        began: f64,
        topic: Option<String>,
        deleted: bool,
    ) -> Result<JsValue, JsError> {
        let Some(window) = window else { return Ok(JsValue::NULL) };
        let navigator = window.navigator();
        let user_agent = navigator.user_agent().unwrap_or_default();
        let address = window.location().href().unwrap_or_default();
        let page = js_sys::decode_uri_component(&address).map(String::from).unwrap_or(address);
        let seen = Surroundings {
            time: began as i64,
            user_agent: &user_agent,
            hints: hints(&navigator),
            touch_points: navigator.max_touch_points(),
            page: &page,
        };
        let mut record = if deleted { Record::after_deletion(&self.0, &seen) } else { Record::new(&self.0, &seen) };
        if let Some(topic) = topic {
            record = record.with_topic(&self.0, &topic, deleted);
        }
        if record.is_empty() {
            return Ok(JsValue::NULL);
        }
        Ok(serde_wasm_bindgen::to_value(&record)?)
    }
}

/// Name and version from the client hints (`navigator.userAgentData.brands`), which not every browser has.
/// Made-up names such as `Not=A Brand` are among them; `Chromium` is the family and no browser.
fn hints(navigator: &Navigator) -> Option<(String, String)> {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &JsValue::from_str(key)).ok();
    let brands = get(&get(navigator, "userAgentData")?, "brands")?;
    js_sys::Array::from(&brands).iter().find_map(|it| {
        let (brand, version) = (get(&it, "brand")?.as_string()?, get(&it, "version")?.as_string()?);
        (!brand.as_bytes().windows(3).any(|it| it == b"Not") && brand != "Chromium").then_some((brand, version))
    })
}
