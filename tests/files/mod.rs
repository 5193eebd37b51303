//! The policy files that tests read: the five, and one that names every category.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::panic, reason = "a test stops where it fails")]

use slor::Policy;

/// The policies of the five organisations.
pub const FIVE: [&str; 5] = ["kommune-kiri", "kommun-kim", "prokom", "migri", "cellbes"];

/// All of them, with their JSON texts.
pub const FILES: [(&str, &str); 6] = [
    ("everything", include_str!("../policies/everything.json")),
    ("kommune-kiri", include_str!("../../policies/kommune-kiri.json")),
    ("kommun-kim", include_str!("../../policies/kommun-kim.json")),
    ("prokom", include_str!("../../policies/prokom.json")),
    ("migri", include_str!("../../policies/migri.json")),
    ("cellbes", include_str!("../../policies/cellbes.json")),
];

/// The JSON text of one of them.
#[track_caller]
pub fn text(id: &str) -> &'static str {
    FILES.iter().find(|it| it.0 == id).map(|it| it.1).unwrap_or_else(|| panic!("there is no {id}"))
}

/// One of them, read.
#[track_caller]
pub fn policy(id: &str) -> Policy {
    Policy::parse(text(id)).unwrap_or_else(|errors| panic!("{id}:\n{errors}"))
}
