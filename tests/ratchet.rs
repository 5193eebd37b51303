//! The figures over `tests/corpus/` may only get better than `tests/corpus/figures.json` says.
//!
//! `cargo test --test ratchet -- --ignored` writes better figures down. Nothing writes worse ones: whoever has a reason
//! edits the file by hand, where a reviewer sees it.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use support::slor;

const EVERYTHING: &str = "tests/policies/everything.json";
const LANGUAGES: [&str; 6] = ["da", "en", "fi", "nb", "nn", "sv"];
const STRUCTURED: [&str; 6] = ["account", "birthdate", "email", "national_id", "number", "phone"];
const SPECIAL: [&str; 6] = ["ethnicity", "gender", "health", "politics", "religion", "sexuality"];

/// The shipped policies, each with the languages that its citizens write.
const SHIPPED: [(&str, &[&str]); 5] = [
    ("cellbes", &["da"]),
    ("kommun-kim", &["sv"]),
    ("kommune-kiri", &["da"]),
    ("migri", &["en", "fi", "sv"]),
    ("prokom", &["nb", "nn"]),
];

/// A share of `n` things, the lower the better.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Figure {
    n: u64,
    share: f64,
}

type Figures = BTreeMap<String, Figure>;

#[test]
fn no_figure_is_worse_than_recorded() {
    let (recorded, measured) = (recorded(), measured());
    let worse = worse(&recorded, &measured);
    assert!(worse.is_empty(), "recorded and measured:\n{}", worse.join("\n"));
    let unrecorded: Vec<_> = measured.keys().filter(|it| !recorded.contains_key(*it)).collect();
    assert!(unrecorded.is_empty(), "not recorded yet, see the top of tests/ratchet.rs: {unrecorded:?}");
    let stale: Vec<_> = recorded.keys().filter(|it| !measured.contains_key(*it)).collect();
    assert!(stale.is_empty(), "recorded, but measured no longer: {stale:?}");
}

#[test]
#[ignore = "writes tests/corpus/figures.json, if no figure is worse"]
fn record_better_figures() {
    let (recorded, measured) = (recorded(), measured());
    let worse = worse(&recorded, &measured);
    assert!(worse.is_empty(), "nothing was written, since these are worse:\n{}", worse.join("\n"));
    let lines: Vec<_> = measured
        .iter()
        .map(|(group, it)| format!("  {}: {}", json!(group), json!({ "n": it.n, "share": it.share })))
        .collect();
    fs::write(path(), format!("{{\n{}\n}}\n", lines.join(",\n"))).unwrap();
}

#[test]
fn a_worse_figure_and_another_corpus_are_seen() {
    let figures = |n, share| Figures::from([("all".to_owned(), Figure { n, share })]);
    assert!(worse(&figures(10, 0.5), &figures(10, 0.5)).is_empty());
    assert!(worse(&figures(10, 0.5), &figures(10, 0.4)).is_empty());
    assert_eq!(worse(&figures(10, 0.5), &figures(10, 0.5001)).len(), 1);
    assert_eq!(worse(&figures(10, 0.5), &figures(9, 0.4)).len(), 1);
}

fn worse(recorded: &Figures, measured: &Figures) -> Vec<String> {
    let pairs = recorded.iter().filter_map(|(group, old)| Some((group, old, measured.get(group)?)));
    pairs
        .filter(|(_, old, new)| new.share > old.share || new.n != old.n)
        .map(|(group, old, new)| format!("{group}: {:.4} of {}, now {:.4} of {}", old.share, old.n, new.share, new.n))
        .collect()
}

fn measured() -> Figures {
    let mut figures = Figures::new();
    let mut add = |group: String, n: &Value, share: &Value| {
        let (n, share) = (n.as_u64().unwrap(), share.as_f64().unwrap());
        // Four decimals, as the groups have them: enough to see one more letter.
        figures.insert(group, Figure { n, share: (share * 10_000.0).round() / 10_000.0 });
    };
    let mut add_groups = |name: &str, report: &Value, kind: &str, members: &[&str]| {
        add(format!("{name} all leak"), &report["must"], &report["leak"]);
        for member in members {
            let share = &report["by"][format!("{kind} {member}")];
            if !share.is_null() {
                add(format!("{name} {member} leak"), &share["n"], &share["leak"]);
            }
        }
    };
    let structured = STRUCTURED.join(",");
    let not_evasive = evaluate(EVERYTHING, &LANGUAGES, &["--only", &structured, "--without", "evasive"]);
    add_groups("structured", &not_evasive, "cat", &STRUCTURED);
    let evasive = evaluate(EVERYTHING, &LANGUAGES, &["--only", &structured, "--with", "evasive"]);
    add_groups("evasive structured", &evasive, "cat", &STRUCTURED);
    let special = evaluate(EVERYTHING, &LANGUAGES, &["--only", &SPECIAL.join(",")]);
    add_groups("special", &special, "lang", &LANGUAGES);
    let names = evaluate(EVERYTHING, &LANGUAGES, &["--only", "name"]);
    add_groups("names", &names, "lang", &LANGUAGES);

    let all = evaluate(EVERYTHING, &LANGUAGES, &[]);
    add("harmless touched".to_owned(), &all["harmless"], &all["touched"]);
    add("over-masked".to_owned(), &all["messages"], &all["over"]);
    let hard = evaluate(EVERYTHING, &LANGUAGES, &["--with", "hard"]);
    add("hard harmless touched".to_owned(), &hard["harmless"], &hard["touched"]);
    for (policy, languages) in SHIPPED {
        let report = evaluate(policy, languages, &[]);
        add(format!("{policy} harmless touched"), &report["harmless"], &report["touched"]);
    }
    figures
}

fn evaluate(policy: &str, languages: &[&str], options: &[&str]) -> Value {
    let files: Vec<_> = languages.iter().map(|it| format!("tests/corpus/{it}.tsv")).collect();
    let mut args = vec!["evaluate", "--json", "--policy", policy];
    args.extend(options);
    args.extend(files.iter().map(String::as_str));
    let output = slor(&args, "");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn recorded() -> Figures {
    let recorded: BTreeMap<String, Value> = serde_json::from_str(&fs::read_to_string(path()).unwrap()).unwrap();
    let figure = |it: &Value| Figure { n: it["n"].as_u64().unwrap(), share: it["share"].as_f64().unwrap() };
    recorded.iter().map(|(group, it)| (group.clone(), figure(it))).collect()
}

fn path() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/figures.json"))
}
