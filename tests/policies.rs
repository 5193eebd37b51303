//! The policy files load, say what the notices say, and every mistake in one is reported with its place.

use std::fs;
use std::path::Path;

use slor::{Action, Category, Language, Policy, Scope};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn policy(path: &str) -> Policy {
    Policy::parse(&read(path)).unwrap_or_else(|errors| panic!("{path}:\n{errors}"))
}

#[test]
fn everything_is_redacted_but_dates_and_addresses() {
    let policy = policy("tests/policies/everything.json");
    for category in Category::ALL.iter().copied() {
        let kept = matches!(category, Category::Date | Category::Address);
        let scope = if category == Category::Gender { Scope::Disclosed } else { Scope::Always };
        assert_eq!(policy.action(category, None), if kept { Action::Keep } else { Action::Redact }, "{category:?}");
        assert_eq!(policy.scope(category), scope, "{category:?}");
    }
    assert_eq!(policy.min_digits(), 6);
    assert_eq!(policy.reads(), Language::ALL);
    assert_eq!(policy.languages(), [Language::En]);
    assert!(policy.warnings().is_empty(), "{:?}", policy.warnings());
}

#[test]
fn without_a_file_everything_is_redacted_wherever_it_is_found() {
    let policy = Policy::strict();
    for category in Category::ALL.iter().copied() {
        assert_eq!(policy.action(category, None), Action::Redact);
        assert_eq!(policy.scope(category), Scope::Always);
    }
    assert_eq!((policy.min_digits(), policy.reads()), (6, Language::ALL));
}
