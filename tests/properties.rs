//! What holds for any text that a citizen can type.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{LazyLock, Mutex};

use proptest::prelude::*;
use proptest::sample::select;
use slor::redact::label;
use slor::{Action, Category, Conversation, Finding, Language, Packs, Policy, Redaction, Redactor, Span};

/// The strict policy, and the one that the figures are measured with.
static REDACTORS: LazyLock<Vec<Redactor>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/policies/everything.json");
    let everything = Policy::parse(&fs::read_to_string(path).unwrap()).unwrap_or_else(|errors| panic!("{errors}"));
    let redactor = |policy: Policy| {
        let packs = Packs::embedded(&policy);
        Redactor::new(policy, packs).unwrap()
    };
    [Policy::strict(), everything].map(redactor).into()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_sorted_disjoint_and_on_characters(text in message()) {
        for redactor in &*REDACTORS {
            check_places(&text, &redactor.find(&text, None))?;
        }
    }

    #[test]
    fn the_redaction_is_the_text_outside_findings_with_placeholders_between(text in message()) {
        for redactor in &*REDACTORS {
            let redaction = redactor.redact(&text, None);
            prop_assert_eq!(&redaction.findings, &redactor.find(&text, None));
            check_placeholders(redactor, &text, &redaction)?;
        }
    }

    #[test]
    fn nothing_that_the_policy_keeps_is_found(text in message()) {
        for redactor in &*REDACTORS {
            for finding in redactor.find(&text, None) {
                prop_assert_eq!(redactor.policy().action(finding.category, None), Action::Redact);
            }
        }
    }

    #[test]
    fn a_preview_changes_nothing_and_shows_what_add_gives(before in message(), text in message(), after in message()) {
        for redactor in &*REDACTORS {
            let (mut looked, mut blind) = (Conversation::new(), Conversation::new());
            looked.add(redactor, &before, None);
            blind.add(redactor, &before, None);
            let preview = looked.preview(redactor, &text, None);
            prop_assert!(same(&preview, &looked.preview(redactor, &text, None)));
            looked.preview(redactor, &after, None);
            prop_assert!(same(&preview, &looked.add(redactor, &text, None)));
            prop_assert!(same(&preview, &blind.add(redactor, &text, None)));
            prop_assert!(same(&looked.add(redactor, &after, None), &blind.add(redactor, &after, None)));
        }
    }

    #[test]
    fn the_first_message_of_a_talk_is_redacted_as_if_alone(text in message()) {
        for redactor in &*REDACTORS {
            let mut talk = Conversation::new();
            prop_assert!(same(&talk.add(redactor, &text, None), &redactor.redact(&text, None)));
            talk.clear();
            prop_assert!(same(&talk.add(redactor, &text, None), &redactor.redact(&text, None)));
        }
    }

    #[test]
    fn later_messages_of_a_talk_keep_the_shape(messages in prop::collection::vec(message(), 1..5)) {
        for redactor in &*REDACTORS {
            let mut talk = Conversation::new();
            for text in &messages {
                check_placeholders(redactor, text, &talk.add(redactor, text, None))?;
            }
        }
    }
}

#[test]
fn a_placeholder_that_a_citizen_types_is_no_finding_and_hides_none() {
    for redactor in &*REDACTORS {
        let found: Vec<_> = PLACEHOLDERS.iter().filter(|it| !redactor.find(it, None).is_empty()).collect();
        assert!(found.is_empty(), "found again: {found:?}");
        for placeholder in &*PLACEHOLDERS {
            let text = format!("{placeholder} mette@example.dk {placeholder}");
            let found: Vec<_> = redactor.find(&text, None).iter().map(|it| it.span).collect();
            let email = text.find("mette").and_then(|at| Span::new(at, at + "mette@example.dk".len()));
            assert_eq!(found, Vec::from_iter(email), "{text}");
        }
    }
}

#[test]
fn what_broke_once_holds() -> Result<(), TestCaseError> {
    for (redactor, text) in REDACTORS.iter().flat_map(|it| BROKE_ONCE.iter().map(move |text| (it, text))) {
        let mut talk = Conversation::new();
        let redaction = redactor.redact(text, None);
        check_places(text, &redaction.findings)?;
        check_placeholders(redactor, text, &redaction)?;
        assert!(same(&talk.add(redactor, text, None), &redaction), "{text}");
        check_placeholders(redactor, text, &talk.add(redactor, text, None))?;
    }
    Ok(())
}

#[test]
fn what_a_very_long_message_ends_with_is_found() {
    let text = format!("{}jeg har kræft", "og ".repeat(70_000));
    for redactor in &*REDACTORS {
        assert!(
            redactor.find(&text, None).iter().any(|it| it.category == Category::Health && it.span.end() == text.len())
        );
    }
}

/// Findings are sorted and disjoint, and begin and end on characters.
fn check_places(text: &str, findings: &[Finding]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for finding in findings {
        prop_assert!(end <= finding.span.start());
        prop_assert!(text.get(finding.span.start()..finding.span.end()).is_some_and(|it| !it.is_empty()));
        end = finding.span.end();
    }
    Ok(())
}

/// Walks the redaction: what stands outside the findings must come back as it is, and between it nothing but the one
/// placeholder of the finding's category, which therefore can hold nothing of the text.
fn check_placeholders(redactor: &Redactor, text: &str, redaction: &Redaction) -> Result<(), TestCaseError> {
    if redaction.unread {
        // Both policies refuse what is not read.
        prop_assert_eq!(redaction.text.as_str(), "");
        return Ok(());
    }
    let (mut rest, mut from) = (redaction.text.as_str(), 0);
    for finding in &redaction.findings {
        rest = after_kept(rest, text, from, finding.span.start())?;
        let (inside, tail) = rest.strip_prefix('[').and_then(|it| it.split_once(']')).unwrap_or_default();
        prop_assert!(!inside.is_empty(), "no placeholder where {:?} was", finding);
        check_label(redactor, finding, inside)?;
        (rest, from) = (tail, finding.span.end());
    }
    let rest = after_kept(rest, text, from, text.len())?;
    prop_assert_eq!(rest, "");
    Ok(())
}

fn after_kept<'r>(rest: &'r str, text: &str, from: usize, to: usize) -> Result<&'r str, TestCaseError> {
    let kept = text.get(from..to).unwrap_or_else(|| panic!("{from}..{to} is not on characters"));
    rest.strip_prefix(kept).ok_or_else(|| TestCaseError::fail(format!("{kept:?} is missing before {rest:?}")))
}

/// Labels seen so far, by language and category: the same label every time, whatever the text.
static LABELS: LazyLock<Mutex<BTreeMap<(&str, Category), String>>> = LazyLock::new(Mutex::default);

fn check_label(redactor: &Redactor, finding: &Finding, inside: &str) -> Result<(), TestCaseError> {
    let label = inside.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let number = inside.strip_prefix(label).unwrap_or_default().trim_start();
    prop_assert!(number.len() <= 2, "{}", inside);
    let key = (redactor.policy().languages()[0].name(), finding.category);
    let mut labels = LABELS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let known = labels.entry(key).or_insert_with(|| label.to_owned());
    prop_assert_eq!(known.as_str(), label);
    Ok(())
}

fn same(one: &Redaction, other: &Redaction) -> bool {
    one.text == other.text && one.findings == other.findings && one.unread == other.unread
}

/// Every placeholder in every language, those that are numbered with a number too.
static PLACEHOLDERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    use Category::{Ethnicity, Gender, Health, Nationality, Politics, Religion, Sexuality};
    let mut all = BTreeSet::new();
    for (category, language) in Category::ALL.iter().flat_map(|it| Language::ALL.iter().map(move |other| (it, other))) {
        let label = label(*category, *language);
        all.insert(format!("[{label}]"));
        if ![Ethnicity, Gender, Health, Nationality, Politics, Religion, Sexuality].contains(category) {
            all.insert(format!("[{label} 12]"));
        }
    }
    all.into_iter().collect()
});

/// What once broke a property. A seed of proptest's would stand for another text as soon as `message` changes.
const BROKE_ONCE: &[&str] = &[
    "  jeg hedder Mette Holm",
    "00000ì\u{1e4ec}08.00-16.00",
    "[etnicitet]+47003001[personnummer]",
    "20000000 a+å@-äaba.dka",
    "nimeni on Väinö Mäkelä010100000Aen to tre fire fem seks syv",
    ".@v.dkØa Bøæ010100000A[telefonnummer]",
    "000006jeg er en kvinde1-1-2010 ",
    "000000ꢀﬃ min mor har diabetes",
    "neljä neljä0004300000001. januar 1990",
];

const WORDS: &[&str] = &[
    "jeg hedder Mette Holm",
    "mitt namn är Åsa Öberg",
    "nimeni on Väinö Mäkelä",
    "Kari Nordmann",
    "født",
    "född den",
    "syntynyt",
    "born on",
    "f.",
    "cpr",
    "personnummer",
    "tlf.",
    "konto",
    "reg.",
    "ordre nr.",
    "sagsnr",
    "siste fem",
    "min mor har diabetes",
    "jeg er gravid",
    "kvindekrisecenter",
    "jeg er en kvinde",
    "stemmer på Venstre",
    "muslim",
    "homoseksuel",
    "samisk",
    "gift med en kurder",
    "snabel-a",
    "punktum",
    "krøllalfa",
    "miukumauku",
    "neljä neljä",
    "en to tre fire fem seks syv",
    "Storgata 12",
    "Kirkegade 3, 2. tv",
    "1. januar 1990",
    "2024-2025",
    "08.00-16.00",
    "112",
    "Привет",
    "مرحبا",
    "www.example.dk/?id=1",
    "d i a b e t e s",
    "d.i.a.b.e.t.e.s",
];

const GLUE: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    ".",
    ", ",
    "-",
    "–",
    "/",
    ":",
    "+",
    "@",
    "(",
    ")",
    "[",
    "]",
    "'",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "\u{ad}",
    "\u{feff}",
    "\u{202e}",
    "\u{301}",
    "\u{30a}",
    "\u{308}",
    "😀",
    "👩‍👩‍👧",
    "🇩🇰",
    "\0",
    "æ",
    "Ø",
    "å",
    "Ä",
    "ö",
    "O",
    "l",
    "é",
    "e\u{301}",
    "ｄ",
    "１",
    "٣",
    "²",
    "½",
    "а",
    "ſ",
    "ß",
    "İ",
    "ﬁ",
    "",
];

/// A message: words, shapes and digits with all that people and machines put between them.
fn message() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(GLUE).prop_map(str::to_owned),
        3 => select(WORDS).prop_map(str::to_owned),
        1 => select(&PLACEHOLDERS[..]),
        2 => "[0-9]{1,8}",
        3 => "(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- +A]?[0-9]{3}[0-9A-Z]",
        1 => "[0-9]{2}([ .–\u{200b}-]?[0-9]{2}){2,5}",
        1 => "\\+4[5-7] ?[0-9]{2,3} ?[0-9]{2,3} ?[0-9]{2,3}",
        1 => "[a-zæøå.+]{1,8}@[a-zäö-]{1,8}\\.(dk|se|no|fi|com)",
        1 => "(DK|SE|NO|FI)[0-9]{2}( ?[0-9]{4}){3,5}",
        1 => "[0-9]{1,2}[./-][0-9]{1,2}[./-](19|20)?[0-9]{2}",
        1 => "[A-ZÆØÅ][a-zæøåäö]{1,9}( [A-ZÆØÅ][a-zæøåäö]{1,9})?",
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}
