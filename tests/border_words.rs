//! The border to JavaScript, in a browser: the words of a policy come as plain objects and texts.
#![cfg(all(target_family = "wasm", feature = "words"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops where it fails"
)]

mod objects;

use js_sys::Array;
use objects::{get, value};
use slor::browser::{check_policy, notice_of, record_of, rules_of, text_of};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const KIRI: &str = include_str!("../policies/kommune-kiri.json");
const CELLBES: &str = include_str!("../policies/cellbes.json");
const DANISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notice-da.pack"));

fn text(of: &JsValue, key: &str) -> String {
    get(of, key).as_string().unwrap()
}

fn list(of: &JsValue, key: &str) -> Array {
    Array::from(&get(of, key))
}

#[wasm_bindgen_test]
fn the_notice_comes_as_sections() {
    let notice = value(notice_of(KIRI, DANISH));
    assert_eq!(text(&notice, "language"), "da");
    let sections = list(&notice, "sections");
    let masking = sections.iter().find(|it| get(it, "id") == "masking").unwrap();
    assert_eq!(text(&masking, "heading"), "Hvad der skjules");
    let blocks = list(&masking, "blocks");
    let items = blocks.iter().find(|it| get(it, "kind") == "list").unwrap();
    let first = list(&items, "passages").get(0);
    assert_eq!(text(&first, "text"), "cpr-numre og andre personnumre");
    assert_eq!(text(&first, "language"), "da");
}

#[wasm_bindgen_test]
fn what_is_no_pack_or_no_policy_gives_no_notice() {
    assert!(notice_of(KIRI, &DANISH[..DANISH.len() - 9]).is_err());
    assert!(notice_of("{}", DANISH).is_err());
    assert!(text_of(KIRI, DANISH, "notices", "html").is_err());
    assert!(text_of(KIRI, DANISH, "notice", "pdf").is_err());
}

#[wasm_bindgen_test]
fn the_record_has_the_form_of_the_notice() {
    let record = value(record_of(KIRI, DANISH));
    assert_eq!(text(&list(&record, "sections").get(0), "id"), "controller");
}

#[wasm_bindgen_test]
fn notice_and_record_are_texts_too() {
    let markdown = text_of(KIRI, DANISH, "notice", "markdown").unwrap_or_default();
    assert!(markdown.contains("\n## Hvad der skjules\n"), "{markdown}");
    let html = text_of(KIRI, DANISH, "record", "html").unwrap_or_default();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"da\">"), "{html}");
}

#[wasm_bindgen_test]
fn every_mistake_of_a_policy_has_its_place() {
    let wrong = KIRI.replace("\"bot\":", "\"bott\":");
    let line = u32::try_from(wrong.lines().position(|it| it.contains("\"bott\":")).unwrap()).unwrap() + 1;
    let checked = value(check_policy(&wrong));
    let errors = list(&checked, "errors");
    let misspelt = errors.iter().find(|it| text(it, "key") == "bott").unwrap();
    assert_eq!(get(&misspelt, "line"), line);
    assert!(text(&misspelt, "message").contains("did you mean `bot`?"));
    assert!(errors.length() > 1, "the key that is missing is a mistake too");
    assert_eq!(list(&checked, "warnings").length(), 0);
}

#[wasm_bindgen_test]
fn a_contradiction_is_a_warning_and_no_mistake() {
    let checked = value(check_policy(CELLBES));
    assert_eq!(list(&checked, "errors").length(), 0);
    let warning = list(&checked, "warnings").get(0);
    assert_eq!(text(&warning, "key"), "processors.0");
    assert!(text(&warning, "message").contains("controller"));
}

#[wasm_bindgen_test]
fn what_a_policy_decides_comes_by_category_and_purpose() {
    let rules = Array::from(&value(rules_of(CELLBES)));
    let email = rules.iter().find(|it| text(it, "category") == "email").unwrap();
    let views = list(&email, "views");
    let seen: Vec<_> = views
        .iter()
        .map(|it| (get(&it, "purpose").as_string(), text(&it, "action"), get(&it, "reason").is_string()))
        .collect();
    let view = |purpose: Option<&str>, action: &str, reason| (purpose.map(str::to_owned), action.to_owned(), reason);
    assert_eq!(
        seen,
        [
            view(None, "redact", false),
            view(Some("answer"), "keep", true),
            view(Some("improve"), "redact", false),
            view(Some("statistics"), "redact", false)
        ]
    );
    assert!(rules_of("{}").is_err());
}
