//! Each row's examples, and the `regex` crate as oracle of its automaton.

use super::*;

fn unmark(example: &str) -> (String, Option<(usize, usize)>) {
    match (example.find('{'), example.find('}')) {
        (Some(open), Some(close)) => (example.replace(['{', '}'], ""), Some((open, close - 1))),
        _ => (example.to_owned(), None),
    }
}

fn found_by(id: &str, text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let reading = Reading::new(text);
    Rows::new().find(&reading, &mut out);
    out.iter().filter(|it| it.recognizer == id).map(|it| (it.start, it.end)).collect()
}

#[test]
fn every_example_is_found_and_every_counterexample_is_not() {
    for row in ROWS {
        for example in row.matches {
            let (text, span) = unmark(example);
            assert!(span.is_some(), "{}: the example {example} marks nothing", row.id);
            assert!(
                found_by(row.id, &text).contains(&span.unwrap()),
                "{}: {example} gave {:?}",
                row.id,
                found_by(row.id, &text)
            );
        }
        for text in row.not {
            assert!(found_by(row.id, text).is_empty(), "{}: {text} gave {:?}", row.id, found_by(row.id, text));
        }
    }
}

#[test]
fn no_pattern_matches_nothing() {
    for row in ROWS {
        let pattern = regex::bytes::RegexBuilder::new(&format!("^(?:{})", row.pattern)).unicode(false).build().unwrap();
        assert!(!pattern.is_match(b""), "{}", row.id);
    }
}

#[cfg(not(target_family = "wasm"))]
fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;

    let piece = prop_oneof![
        4 => "[0-9]{1,8}",
        3 => "[ .+/()-]{1,2}",
        1 => "[a-zæøåäö]{1,6}",
        1 => "@[a-z]{1,5}\\.[a-z]{2,3}",
        1 => "[0-3][0-9][01][0-9][0-9]{2}[-+ya]?[0-9]{3,5}[a-z]?",
        1 => "(dk|no|fi|se)[0-9]{2}( ?[0-9]{4}){3,5}",
        1 => "[1-9]\\. ?(maj|januar|toukokuuta) (19|20)[0-9]{2}",
    ];
    proptest::collection::vec(piece, 1..6).prop_map(|it| it.concat())
}

#[cfg(not(target_family = "wasm"))]
fn runner(cases: u32) -> proptest::test_runner::TestRunner {
    use proptest::test_runner::{Config, TestRunner};

    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

#[cfg(not(target_family = "wasm"))]
#[test]
fn automata_agree_with_the_regex_crate() {
    for row in ROWS {
        let oracle = regex::bytes::RegexBuilder::new(&format!("^(?:{})", row.pattern)).unicode(false).build().unwrap();
        runner(300)
            .run(&any_text(), |text| {
                let ours = row.automaton.end_of_match(text.as_bytes(), 0);
                proptest::prop_assert_eq!(ours, oracle.find(text.as_bytes()).map(|it| it.end()), "{}", row.id);
                Ok(())
            })
            .unwrap();
    }
}

/// What rows find from the digits of `token` on.
#[cfg(not(target_family = "wasm"))]
fn found_at(rows: &[&'static Row], reading: &Reading<'_>, token: &Token) -> Vec<(&'static str, usize)> {
    let mut out = Vec::new();
    rows.iter().for_each(|row| try_row(row, reading, token.start(), &mut out));
    out.iter().map(|it| (it.recognizer, it.end)).collect()
}

#[cfg(not(target_family = "wasm"))]
#[test]
fn no_row_that_would_match_is_left_out() {
    let rows = Rows::new();
    runner(3000)
        .run(&any_text(), |text| {
            let reading = Reading::new(&text);
            for token in reading.tokens.iter().filter(|it| it.kind == Kind::Digits) {
                let chosen = rows.that_may_match(&reading, token);
                proptest::prop_assert_eq!(
                    found_at(chosen, &reading, token),
                    found_at(&rows.digit, &reading, token),
                    "{}",
                    text
                );
            }
            Ok(())
        })
        .unwrap();
}
