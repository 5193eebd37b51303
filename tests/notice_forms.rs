//! The forms in which the notice and the record are printed.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod files;
mod support;

use slor::promise::{Notice, Strings, render};
use slor::{Language, Policy};
use support::slor;

#[test]
fn a_page_says_its_languages_and_quotes_what_html_would_read() {
    let text = files::text("kommune-kiri").replace("Kommune-Kiri\"", "<b>Kiri & co</b>\"");
    let policy = Policy::parse(&text).unwrap();
    let html = render::html(&Notice::new(&policy, &Strings::embedded(Language::En).unwrap()));
    assert!(html.contains("<html lang=\"en\">") && html.contains("<p lang=\"da\">"), "{html}");
    assert!(html.contains("&lt;b&gt;Kiri &amp; co&lt;/b&gt;") && !html.contains("<b>"), "{html}");
    for tag in ["ul", "li", "section", "p", "h2", "main", "body"] {
        let open = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(open, html.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert!(!html.contains("<script") && !html.contains("style"));
}

#[test]
fn the_command_line_prints_all_four_forms() {
    let printed = |args: &[&str]| {
        let output = slor(args, "");
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(
        printed(&["notice", "policies/cellbes.json"]).starts_with("# Chatbot privatlivspolitik\n\n## Om chatten\n")
    );
    assert!(
        printed(&["notice", "migri", "--language", "fi", "--format", "text"])
            .contains("Mitä peitetään\n--------------\n")
    );
    assert!(
        printed(&["record", "prokom", "--format", "html"])
            .contains("<h2 id=\"controller\">1. Behandlingsansvarlig</h2>")
    );
    let json: serde_json::Value = serde_json::from_str(&printed(&["notice", "cellbes", "--format", "json"])).unwrap();
    assert_eq!(json["sections"][1]["id"], "masking");
    assert_eq!(json["sections"][1]["blocks"][1]["kind"], "list");
    assert_eq!(json["sections"][1]["blocks"][1]["passages"][0]["language"], "da");
    for command in ["notice", "record"] {
        let foreign = slor(&[command, "prokom", "--language", "fi"], "");
        let said = String::from_utf8(foreign.stderr).unwrap();
        assert_eq!(foreign.status.code(), Some(0));
        assert_eq!(said, "slor: the policy has no words of its own in `fi`; they stand in `nb`\n");
    }
    assert_eq!(slor(&["notice", "strict"], "").status.code(), Some(2));
    assert_eq!(slor(&["notice", "prokom", "--language", "de"], "").status.code(), Some(2));
}
