//! The JSON reader against the one that everybody uses, and its messages.

use proptest::prelude::*;

use crate::policy::json::{Kind, parse};

/// The mistakes and the columns where they are; none of the texts has more than one line before its mistake.
fn mistakes(text: &str) -> Vec<(usize, &'static str)> {
    parse(text).1.iter().map(|it| (it.at.column as usize - 1, it.message)).collect()
}

/// Whether numbers are small enough for both: `serde_json` also refuses what overflows a float.
fn modest(text: &str) -> bool {
    !text.contains(['e', 'E'])
}

#[test]
fn what_people_slip_on_is_reported_and_read_over() {
    let text = "// a comment\n{ 'a': [1 2,], /* b */ \"b\": true, }";
    let (value, mistakes) = parse(text);
    let messages: Vec<_> = mistakes.iter().map(|it| it.message).collect();
    assert_eq!(
        messages,
        [
            "comments are not allowed",
            "text stands in double quotes, not in single ones",
            "a comma is missing before this",
            "a comma too many: nothing follows it",
            "comments are not allowed",
            "a comma too many: nothing follows it",
        ]
    );
    assert!(matches!(value.unwrap().kind, Kind::Object(members) if members.len() == 2));
}

#[test]
fn what_cannot_be_read_over_ends_the_reading_at_its_place() {
    for (text, at, message) in [
        ("", 0, "the file ends where a value is expected"),
        ("{\"a\": ", 6, "the file ends where a value is expected"),
        (" {\"a\": 1", 1, "this `{` is never closed"),
        ("[1", 0, "this `[` is never closed"),
        ("[\"a\n\"]", 1, "this text is not closed on its line"),
        ("{a: 1}", 1, "expected a key in double quotes, or `}`"),
        ("{\"a\" 1}", 5, "expected `:` after the key"),
        ("[yes]", 1, "expected a value: text stands in double quotes"),
        ("[01]", 1, "not a number"),
        ("[-]", 1, "not a number"),
        ("[1.]", 1, "not a number"),
        ("[\"\\x\"]", 2, "unknown escape"),
        ("[\"\\ud800\"]", 2, "not a Unicode character"),
        ("[1] 2", 4, "there is more after the end of the policy"),
        ("\u{feff}[]", 0, "the file begins with a byte order mark"),
    ] {
        assert_eq!(mistakes(text), [(at, message)], "{text:?}");
    }
}

#[test]
fn a_hostile_depth_is_refused() {
    assert_eq!(mistakes(&"[".repeat(100_000)), [(32, "nested too deep")]);
    assert_eq!(mistakes(&"{\"a\":".repeat(100_000)), [(32 * 5, "nested too deep")]);
}

#[test]
fn escapes_are_undone() {
    let (value, mistakes) = parse(r#"["\u00e6\ud83d\ude00\n\"\\\/ok"]"#);
    assert!(mistakes.is_empty());
    let Kind::List(items) = value.unwrap().kind else { panic!("not a list") };
    assert!(matches!(&items[0].kind, Kind::Text(text) if text == "æ😀\n\"\\/ok"));
}

proptest! {
    #[test]
    fn accepts_what_serde_json_accepts(text in r#"([\[\]{},: \n]|"(a|b|\\n|\\u00e6|\\ud83d\\ude00|\\ud800|ø)?"|1|-|0|\.|'|/|true|null|tru|😀){0,14}"#) {
        prop_assume!(modest(&text));
        prop_assert_eq!(parse(&text).1.is_empty(), serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }

    #[test]
    fn reads_every_document_as_serde_json_does(text in document()) {
        let (value, mistakes) = parse(&text);
        prop_assert!(mistakes.is_empty(), "{}", text);
        let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert!(same(&value.unwrap().kind, &theirs), "{}", text);
    }

    #[test]
    fn never_panics(text in "\\PC*") {
        let (value, mistakes) = parse(&text);
        prop_assert!(value.is_some() || !mistakes.is_empty());
    }
}

/// The text of a JSON document, compact or with white space.
fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    let tree = leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..5)
                .prop_map(|it| serde_json::Value::Object(it.into_iter().collect())),
        ]
    });
    (tree, any::<bool>()).prop_map(
        |(it, pretty)| {
            if pretty { serde_json::to_string_pretty(&it).unwrap() } else { it.to_string() }
        },
    )
}

fn same(ours: &Kind, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Kind::Null, Theirs::Null) => true,
        (Kind::Bool(a), Theirs::Bool(b)) => a == b,
        (Kind::Number(a), Theirs::Number(b)) => *a == b.to_string(),
        (Kind::Text(a), Theirs::String(b)) => a == b,
        (Kind::List(a), Theirs::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|it| same(&it.0.kind, it.1)),
        (Kind::Object(a), Theirs::Object(b)) => {
            let equal =
                |it: &crate::policy::json::Member| b.get(&it.key).is_some_and(|theirs| same(&it.value.kind, theirs));
            a.len() == b.len() && a.iter().all(equal)
        }
        _ => false,
    }
}
