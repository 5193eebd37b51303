//! The border to JavaScript, in a browser: mistakes in a policy come back as an `Error` that lists them.
#![cfg(all(target_family = "wasm", feature = "redactor"))]

use slor::browser::{JsBuilder, packs_of};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const EVERYTHING: &str = include_str!("policies/everything.json");

fn message(error: wasm_bindgen::JsError) -> String {
    js_sys::Error::from(JsValue::from(error)).message().into()
}

#[wasm_bindgen_test]
fn a_policy_without_mistakes_names_its_packs() {
    assert!(packs_of(EVERYTHING).is_ok());
}

#[wasm_bindgen_test]
fn every_mistake_of_a_policy_is_in_the_error() {
    let wrong = EVERYTHING.replace("\"bot\":", "\"bott\":").replace("\"at_least\":", "\"atleast\":");
    let message = packs_of(&wrong).err().map(message).unwrap_or_default();
    assert!(message.contains("bott") && message.contains("atleast"), "{message}");
}

#[wasm_bindgen_test]
fn what_is_no_pack_makes_no_redactor() {
    let refused = |packs: &[&[u8]]| {
        let Ok(mut builder) = JsBuilder::new(EVERYTHING) else { return false };
        packs.iter().any(|it| builder.add(it.to_vec()).is_err()) || builder.build().is_err()
    };
    assert!(refused(&[&[0xff, 2, 3]]));
    assert!(refused(&[b"no pack"]));
    assert!(refused(&[]));
}
