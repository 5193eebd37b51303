//! The JSON reader against the one that everybody uses, and its messages.

use proptest::prelude::*;

use crate::policy::json::{Kind, Value};
use crate::policy::parser::parse;

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
fn what_is_no_json_is_one_mistake_at_its_place() {
    for (text, at, message) in [
        ("", 0, "the file ends where a value is expected"),
        ("{\"a\": ", 6, "the file ends where a value is expected"),
        (" {\"a\": 1", 1, "this `{` is never closed"),
        ("{\"a\": {\"b\": 1", 6, "this `{` is never closed"),
        ("{\"a\": [1}", 6, "this `[` is never closed"),
        ("[{\"a\": 1]", 1, "this `{` is never closed"),
        ("[1", 0, "this `[` is never closed"),
        ("[\"a\n]", 1, "this text is not closed on its line"),
        ("[\"a\r\n]", 1, "this text is not closed on its line"),
        ("{a: 1}", 1, "a key stands in double quotes"),
        ("{a_b-1 : 1}", 1, "a key stands in double quotes"),
        ("{\"a\" 1}", 5, "expected `:` after the key: is its closing quote missing?"),
        ("{\"a\" \"b\"}", 5, "expected `:` after the key"),
        ("{\"a\" = \"b\"}", 5, "expected `:` after the key, not `=`"),
        ("{\"a\", \"b\": 1}", 4, "expected `:` after the key: is its closing quote missing?"),
        ("{{\"a\": 1}}", 1, "expected a key in double quotes, or `}`"),
        ("{\"a\": 1]}", 7, "expected a key in double quotes, or `}`"),
        ("{, \"a\": 1}", 1, "a comma too many: nothing stands before it"),
        ("[1; 2]", 2, "between values stands a comma, not `;`"),
        ("[True]", 1, "`true` and `false` are written in lower case"),
        ("[FALSE]", 1, "`true` and `false` are written in lower case"),
        ("[yes]", 1, "expected a value: text stands in double quotes, and yes and no are `true` and `false`"),
        ("[trueish]", 1, "expected a value: text stands in double quotes, and yes and no are `true` and `false`"),
        ("[01]", 1, "not a number: anything else stands in double quotes"),
        ("[-]", 1, "not a number: anything else stands in double quotes"),
        ("[1.]", 1, "not a number: anything else stands in double quotes"),
        ("[2026-03-01]", 1, "not a number: anything else stands in double quotes"),
        ("[\"\\x\"]", 2, "unknown escape; a `\\` itself is written `\\\\`"),
        ("[\"\\ud800\"]", 2, "not a Unicode character"),
        ("[\"a \"b\" c\"]", 5, "expected a comma or the end: a quote inside of a text is written `\\\"`"),
        ("[\"a, \"b\"]", 6, "expected a comma or the end: a quote inside of a text is written `\\\"`"),
        ("[“a”, \"b\"]", 1, "text stands in straight double quotes `\"`, not in typographic ones"),
        ("{„a“: »b«}", 1, "text stands in straight double quotes `\"`, not in typographic ones"),
        ("{\"a”: 1}", 1, "text stands in straight double quotes `\"`, not in typographic ones"),
        ("[1] 2", 4, "there is more after the end of the policy"),
        ("{} }", 3, "there is more after the end of the policy"),
        ("{\"a\": 1}, \"b\": 2}", 7, "a `}` too many: what follows belongs before it"),
    ] {
        assert_eq!(mistakes(text).first(), Some(&(at, message)), "{text:?}");
        assert!(mistakes(text).len() == 1 || text.contains('»'), "{text:?}: {:?}", mistakes(text));
    }
}

/// What was read, in short: `?` for what can't be, `…` where more may have stood.
fn read(text: &str) -> String {
    fn short(value: &Value) -> String {
        let torn = if value.torn { "…" } else { "" };
        match &value.kind {
            Kind::Lost => "?".to_owned(),
            Kind::List(items) => format!("[{}]", items.iter().map(short).collect::<Vec<_>>().join(" ")),
            Kind::Object(members) => {
                let members = members.iter().map(|it| format!("{}:{}", it.key, short(&it.value)));
                format!("{{{}{torn}}}", members.collect::<Vec<_>>().join(" "))
            }
            Kind::Text(text) | Kind::Number(text) => text.clone(),
            Kind::Bool(it) => it.to_string(),
            Kind::Null => "null".to_owned(),
        }
    }
    parse(text).0.as_ref().map_or("nothing".to_owned(), short)
}

#[test]
fn what_is_read_over_leaves_the_rest_as_it_was_meant() {
    for (text, tree) in [
        ("{“a”: “b, c”, 'd': True, e = 1; \"f\" [2]}", "{a:b, c d:true e:1 f:[2]}"),
        ("{\"a\": ja, \"b\": 2026-03-01, \"c\": , \"d\": 1}", "{a:? b:? c:? d:1}"),
        ("{\"a\": \"x,\n\"b\": 1}", "{a:? b:1…}"),
        ("{\"a\": {\"b: \"x\", \"c\": [1]},\n\"d\": 1}", "{a:{…} d:1}"),
        ("{\"a\": \"say \"x\" y\", \"c\": 1,\n\"d\": 1}", "{a:? d:1…}"),
        ("{\"a\":\n\"b\": 1,\n\"c\": 2}", "{a:? c:2…}"),
        ("[\"a, \"b\", 1]", "[?]"),
        ("{\"a\" \n\"b\": 1}", "{b:1…}"),
        ("{\"a: {\n\"b\": 1}}", "nothing"),
    ] {
        assert_eq!(read(text), tree, "{text}");
    }
}

#[test]
fn the_indentation_tells_which_bracket_is_missing_or_too_many() {
    let whole = "{\n  \"a\": {\n    \"b\": { \"c\": 1 },\n    \"d\": [\n      { \"e\": 1 },\n      2\n    ]\n  },\n  \"f\": { \"g\": 1 },\n  \"h\": 3\n}\n";
    let tree = "{a:{b:{c:1} d:[{e:1} 2]} f:{g:1} h:3}";
    assert_eq!((read(whole).as_str(), parse(whole).1.len()), (tree, 0));
    for (from, to, line, column, message) in [
        ("\"c\": 1 },", "\"c\": 1", 3, 10, "this `{` is never closed"),
        ("\"c\": 1 },", "\"c\": 1 } },", 3, 21, "a `}` too many: what follows belongs before it"),
        ("\"e\": 1 },", "\"e\": 1,", 5, 7, "this `{` is never closed"),
        ("    ]\n", "", 4, 10, "this `[` is never closed"),
        ("    ]\n  },\n", "    ]\n", 2, 8, "this `{` is never closed"),
        ("\"g\": 1 },", "\"g\": 1,", 9, 8, "this `{` is never closed"),
        ("\"g\": 1 },", "\"g\": 1 } },", 9, 19, "a `}` too many: what follows belongs before it"),
        ("\"h\": 3\n}", "\"h\": 3\n", 1, 1, "this `{` is never closed"),
    ] {
        let text = whole.replacen(from, to, 1);
        assert_ne!(text, whole);
        let found: Vec<_> = parse(&text).1.iter().map(|it| (it.at.line, it.at.column, it.message)).collect();
        assert_eq!(found, [(line, column, message)], "{text}");
        assert_eq!(read(&text).replace('…', ""), tree, "{text}");
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
    fn nothing_is_read_over_in_silence(text in r#"([\[\]{},:;= \n]|\n {1,4}[{"}\]]|"a"|"|“|”|'|1|True|true|ja|\\|//){0,24}"#) {
        let (value, mistakes) = parse(&text);
        prop_assert_eq!(mistakes.is_empty(), serde_json::from_str::<serde_json::Value>(&text).is_ok());
        prop_assert!(value.is_some() || !mistakes.is_empty());
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

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(mistakes("\u{feff}[1]"), []);
    assert_eq!(mistakes("\u{feff}[01]"), mistakes("[01]"), "nor a column");
    assert_eq!(mistakes("\u{feff}\u{feff}[]").len(), 1);
}
