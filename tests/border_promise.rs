//! The border to JavaScript, in a browser: the record holds what the policy lists, and a talk is kept redacted.
#![cfg(all(target_family = "wasm", feature = "redactor"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops where it fails"
)]

mod objects;
mod packs;

use js_sys::Object;
use objects::{get, value};
use slor::browser::{JsBuilder, JsRedactor, JsTranscript};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const KIRI: &str = include_str!("../policies/kommune-kiri.json");
const PROKOM: &str = include_str!("../policies/prokom.json");
const MIGRI: &str = include_str!("../policies/migri.json");

/// 2026-03-02T08:15:42Z.
const MORNING: f64 = 1_772_439_342_000.0;

/// A redactor of the packs as the page loads them: this build's own files.
fn redactor(policy: &str) -> JsRedactor {
    let mut builder = JsBuilder::new(policy).unwrap_or_else(|_| panic!("no builder"));
    for pack in packs::PACKS {
        builder.add(pack.to_vec()).unwrap_or_else(|_| panic!("no pack"));
    }
    builder.build().unwrap_or_else(|_| panic!("no redactor"))
}

fn keys(of: &JsValue) -> Vec<String> {
    Object::keys(&Object::from(of.clone())).iter().filter_map(|it| it.as_string()).collect()
}

#[wasm_bindgen_test]
fn the_record_holds_the_fields_of_the_policy_and_no_others() {
    let record = value(redactor(KIRI).metadata(web_sys::window(), MORNING, Some("Affald".to_owned()), false));
    assert_eq!(keys(&record), ["time", "device", "browser"]);
    assert_eq!(get(&record, "time").as_string().unwrap(), "2026-03-02T08:15Z");
    assert_eq!(get(&record, "device").as_string().unwrap(), "computer");
    let browser = get(&record, "browser").as_string().unwrap();
    assert!(browser.starts_with("Chrome ") || browser.starts_with("Firefox "), "{browser}");
    assert!(value(redactor(MIGRI).metadata(web_sys::window(), MORNING, None, false)).is_null());
}

#[wasm_bindgen_test]
fn the_page_is_recorded_where_the_policy_says_so_without_its_query() {
    let record = value(redactor(PROKOM).metadata(web_sys::window(), MORNING, None, false));
    assert_eq!(keys(&record), ["time", "device", "browser", "page"]);
    let page = get(&record, "page").as_string().unwrap();
    assert!(page.starts_with("http") && !page.contains(['?', '#']), "{page}");
}

#[wasm_bindgen_test]
fn a_deleted_talk_leaves_what_the_policy_says() {
    let topic = || Some("Renovasjon".to_owned());
    assert!(value(redactor(KIRI).metadata(web_sys::window(), MORNING, topic(), true)).is_null());
    let left = value(redactor(PROKOM).metadata(web_sys::window(), MORNING, topic(), true));
    assert_eq!(keys(&left), ["time", "device", "topic"]);
    assert_eq!(get(&left, "topic").as_string().unwrap(), "Renovasjon");
}

#[wasm_bindgen_test]
fn a_talk_is_kept_redacted_and_knows_when_it_expires() {
    let redactor = redactor(KIRI);
    let mut talk = JsTranscript::new(&redactor);
    for speaker in ["citizen", "bot", "agent"] {
        assert!(talk.add(&redactor, speaker, "Mit cpr er 010190-1234", MORNING).is_ok());
    }
    assert!(talk.add(&redactor, "nobody", "Hej", MORNING).is_err());
    let answer = || Some("answer".to_owned());
    assert!(talk.add_sent(&redactor, "Maja Holm bor her", answer(), MORNING).is_ok());
    assert!(talk.add_sent(&redactor, "Hej", Some("nothing".to_owned()), MORNING).is_err());
    assert!(talk.text(answer(), Vec::new()).unwrap_or_default().contains("Maja Holm bor her"));
    let text = talk.text(None, vec!["Du".to_owned()]).unwrap_or_default();
    assert!(text.starts_with("2026-03-02 08:15:42 UTC  Du: Mit cpr er [personnummer 1]\n"), "{text}");
    assert!(!(text + &talk.json(&redactor, None).unwrap_or_default()).contains("010190"));
    assert_eq!(talk.expires(&redactor).unwrap(), "2026-05-31");
    talk.clear();
    assert_eq!(talk.text(None, Vec::new()).unwrap_or_default(), "");
}
