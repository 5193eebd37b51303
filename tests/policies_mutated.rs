//! Whatever becomes of a policy's text, reading it ends in a policy or in mistakes with places.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

mod files;

use files::FILES;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use slor::policy::Policy;

/// One change of a text, in characters.
#[derive(Clone, Debug)]
enum Change {
    Remove(Index, usize),
    Insert(Index, String),
    Repeat(Index, usize),
    Move(Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let pieces = select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "null", "0", "-1", "1e9", "\n", "//", "/*", "\\u00", "æ", "😀",
    ]);
    prop_oneof![
        (any::<Index>(), 1usize..40).prop_map(|it| Change::Remove(it.0, it.1)),
        (any::<Index>(), pieces.prop_map(str::to_owned)).prop_map(|it| Change::Insert(it.0, it.1)),
        (any::<Index>(), "\\PC{1,5}").prop_map(|it| Change::Insert(it.0, it.1)),
        (any::<Index>(), 1usize..200).prop_map(|it| Change::Repeat(it.0, it.1)),
        (any::<Index>(), any::<Index>(), 1usize..60).prop_map(|it| Change::Move(it.0, it.1, it.2)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for change in changes {
        let length = chars.len() + 1;
        match change {
            Change::Remove(at, count) => {
                let at = at.index(length);
                chars.drain(at..(at + count).min(length - 1));
            }
            Change::Insert(at, piece) => {
                let at = at.index(length);
                chars.splice(at..at, piece.chars());
            }
            Change::Repeat(at, count) => {
                let at = at.index(length);
                let piece = chars[at..(at + count).min(length - 1)].to_vec();
                chars.splice(at..at, piece);
            }
            Change::Move(from, to, count) => {
                let from = from.index(length);
                let piece: Vec<char> = chars.drain(from..(from + count).min(length - 1)).collect();
                let to = to.index(chars.len() + 1);
                chars.splice(to..to, piece);
            }
        }
    }
    chars.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn reading_never_panics_and_never_accepts_what_is_not_json(
        file in select(&FILES[..]),
        changes in prop::collection::vec(change(), 1..5),
    ) {
        let text = changed(file.1, &changes);
        match Policy::parse(&text) {
            Ok(policy) => {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
                prop_assert!(!policy.languages().is_empty() && policy.min_digits() >= 4);
            }
            Err(errors) => {
                let lines = text.matches('\n').count() as u32 + 1;
                prop_assert!(!errors.problems().is_empty());
                for problem in errors.problems() {
                    prop_assert!((1..=lines).contains(&problem.line) && problem.column >= 1);
                    prop_assert!(!problem.message.is_empty() && !problem.message.ends_with('.'));
                }
                let places: Vec<_> = errors.problems().iter().map(|it| (it.line, it.column)).collect();
                prop_assert!(places.is_sorted());
            }
        }
    }
}
