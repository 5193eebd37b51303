//! The mistakes of a policy file as its author reads them: all at once, in order, each with its place.
#![allow(clippy::unwrap_used, clippy::panic)]

mod files;

use files::text;
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

/// What is wrong with the policy of Cellbes after a slip, beside an unknown key further down.
fn after(from: &str, to: &str) -> Vec<String> {
    let text = text("cellbes").replacen(from, to, 1).replace("\"storage\": {", "\"storage\": {}, \"storrage\": {");
    let mut lines: Vec<_> = problems(&text).iter().map(Problem::to_string).collect();
    let unknown = lines.iter().position(|it| it.contains("storrage: unknown key `storrage`; did you mean `storage`?"));
    lines.remove(unknown.unwrap_or_else(|| panic!("{from} to {to}: {lines:#?}")));
    lines
}

#[test]
fn a_slip_hides_no_other_mistake_and_makes_none() {
    let id = "\"id\": \"cellbes\",";
    let not_straight = "text stands in straight double quotes `\"`, not in typographic ones";
    for (from, to, said) in [
        (id, "“id”: \"cellbes\",", format!("4:3: {not_straight}")),
        (id, "\"id\": „cellbes“,", format!("4:9: {not_straight}")),
        (id, "\"id”: \"cellbes\",", format!("4:10: {not_straight}")),
        (id, "\"id\" = \"cellbes\",", "4:8: expected `:` after the key, not `=`".to_owned()),
        (id, "id: \"cellbes\",", "4:3: a key stands in double quotes".to_owned()),
        (id, "\"id\": \"cellbes\";", "4:18: between values stands a comma, not `;`".to_owned()),
        (id, "\"id\": \"cellbes,", "4:9: this text is not closed on its line".to_owned()),
        (id, "\"id: \"cellbes\",", "4:9: expected `:` after the key: is its closing quote missing?".to_owned()),
        (id, "\"id\": cellbes,", format!("4:9: {}", NO_VALUE)),
        (
            "\"from_start\": true",
            "\"from_start\": True",
            "72:19: `true` and `false` are written in lower case".to_owned(),
        ),
        ("\"from_start\": true", "\"from_start\": ja", format!("72:19: {NO_VALUE}")),
        ("\"P90D\" },", "\"P90D\",", "62:12: this `{` is never closed".to_owned()),
        ("\"P90D\" },", "P90D },", format!("62:24: {NO_VALUE}")),
        ("\"P90D\" },", "\"P90D\" } },", "62:33: a `}` too many: what follows belongs before it".to_owned()),
        (
            "\"offered\": true },",
            "\"offered\": true } },",
            "65:35: a `}` too many: what follows belongs before it".to_owned(),
        ),
        ("\"languages\": [\"da\"]", "\"languages\": [\"da]", "8:17: this text is not closed on its line".to_owned()),
        ("\"languages\": [\"da\"]", "\"languages\": [\"da\"", "8:16: this `[` is never closed".to_owned()),
    ] {
        assert_eq!(after(from, to), [said], "{to}");
    }
}

const NO_VALUE: &str = "expected a value: text stands in double quotes, and yes and no are `true` and `false`";

#[test]
fn what_cannot_be_read_on_has_no_follow_up_mistakes() {
    let text = text("cellbes");
    for end in [text.len() / 4, text.len() / 2, text.len() / 4 * 3] {
        let cut: String = text.chars().take(end).collect();
        assert_eq!(problems(&cut).len(), 1, "{:#?}", problems(&cut));
    }
    let flat = text.replace('\n', " ");
    let unclosed = flat.trim_end().strip_suffix('}').unwrap();
    assert_eq!(problems(unclosed).len(), 1, "{:#?}", problems(unclosed));
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
        (
            "<!doctype html>\n<p>x</p>",
            "1:1: expected a value: text stands in double quotes, and yes and no are `true` and `false`",
        ),
    ] {
        assert_eq!(Policy::parse(text).unwrap_err().to_string(), message);
    }
}
