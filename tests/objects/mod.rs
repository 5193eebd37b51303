//! Looking into what crosses the border to JavaScript.

use js_sys::Reflect;
use wasm_bindgen::{JsError, JsValue};

/// What came, where an error would be wrong.
pub fn value(result: Result<JsValue, JsError>) -> JsValue {
    result.unwrap_or_else(|_| panic!("no value"))
}

/// The value of a key.
pub fn get(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &key.into()).unwrap()
}
