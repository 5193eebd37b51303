//! The mistakes of a policy file as its author reads them: all at once, in order, each with its place.
#![allow(clippy::unwrap_used)]

use slor::policy::{Policy, Problem};

fn problems(text: &str) -> Vec<Problem> {
    Policy::parse(text).err().map(|it| it.problems().to_vec()).unwrap_or_default()
}

#[test]
fn all_mistakes_of_a_file_come_back_in_its_order() {
    let text = r#"{
  "slor": 1, // the format
  "id": "Kiri",
  "languages": ["da", "xx"],
  "colour": "red",
  "digits": { "at_least": "six" },
  "categories": { "helth": { "acton": "redact" } },
  "retention": { "bot": { "period": "90 dage" } },
}"#;
    let lines: Vec<_> = problems(text).iter().map(Problem::to_string).collect();
    let missing: Vec<_> = lines.iter().filter(|it| it.contains(" is missing")).cloned().collect();
    let others: Vec<_> = lines.iter().filter(|it| !it.contains(" is missing")).cloned().collect();
    assert_eq!(
        others,
        [
            "2:14: comments are not allowed",
            "3:9: id: `Kiri` is not a short name in lower-case letters, digits and hyphens",
            "4:23: languages.1: unknown language `xx`; known: da, sv, nb, nn, fi, en",
            "5:3: colour: unknown key `colour`; known: slor, id, version, updated, title, languages, reads, bot, hint, \
             digits, categories, purposes, terms, shapes, exceptions, unread, ip_address, retention, deletion, \
             metadata, storage, launcher, menu, download, files, handover, other_ways, controllers, processors, \
             sub_processors, recipients, transfers, legal_basis, rights, authority, contacts, general_policy, \
             register, security, claims, texts",
            "6:27: digits.at_least: expected a whole number, found text",
            "7:19: categories.helth: unknown category `helth`; did you mean `health`?",
            "7:30: categories.helth.acton: unknown key `acton`; did you mean `action`?",
            "8:37: retention.bot.period: `90 dage` is not a period such as `P90D`, `P6W`, `P18M` or `P2Y`",
            "8:50: a comma too many: nothing follows it",
        ]
    );
    let keys = [
        "version",
        "updated",
        "title",
        "bot",
        "purposes",
        "deletion",
        "metadata",
        "storage",
        "other_ways",
        "controllers",
    ];
    for key in keys {
        assert!(missing.contains(&format!("1:1: {key}: the key `{key}` is missing")), "{key}");
    }
    assert_eq!(missing.len(), keys.len() + 1, "{missing:#?}");
}

#[test]
fn columns_count_code_points() {
    let text = "{ \"æøå😀\": 1 } x";
    assert_eq!(problems(text).last().map(|it| (it.line, it.column)), Some((1, 15)));
}

#[test]
fn what_is_not_an_object_is_refused() {
    for (text, message) in [
        ("", "1:1: the file ends where a value is expected"),
        ("[]", "1:1: expected an object `{ … }`, found a list"),
        ("<!doctype html>", "1:1: expected a value: text stands in double quotes"),
    ] {
        assert_eq!(Policy::parse(text).unwrap_err().to_string(), message);
    }
}
