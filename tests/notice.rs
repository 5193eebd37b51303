//! The privacy notice and the record of processing, in every language: complete, and without a word too much.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod files;

use files::{FILES, FIVE, policy};
use slor::promise::{Notice, Strings, record};
use slor::{Language, Policy};

fn notice(policy: &Policy, language: Language) -> Notice {
    Notice::new(policy, &Strings::embedded(language).unwrap())
}

/// Every notice and record of the five and of the policy that has every key, in every language.
fn all() -> Vec<(String, Notice)> {
    let mut out = Vec::new();
    for (id, _) in FILES {
        let policy = policy(id);
        for language in Language::ALL {
            let strings = Strings::embedded(*language).unwrap();
            out.push((format!("notice {} {}", policy.id(), language.name()), Notice::new(&policy, &strings)));
            out.push((format!("record {} {}", policy.id(), language.name()), record::record(&policy, &strings)));
        }
    }
    out
}

#[test]
fn no_notice_has_a_blank_or_an_empty_passage() {
    for (name, notice) in all() {
        for section in &notice.sections {
            assert!(!section.heading.is_empty() && !section.blocks.is_empty(), "{name}: {}", section.id);
            for passage in section.blocks.iter().flat_map(|it| &it.passages) {
                let text = &passage.text;
                assert!(!text.trim().is_empty(), "{name}: {}", section.id);
                let clean = !text.contains(['{', '}']) && text.trim() == text;
                let gaps = ["  ", "..", ": .", ": ,", " ,", "()", "[]", "””", "«»", "“”", ", ,"];
                assert!(clean && !gaps.iter().any(|it| text.contains(it)), "{name}: {}: {text}", section.id);
                assert!(
                    !text.ends_with(':')
                        || section.blocks.iter().any(|it| it.passages.len() > 1 || it.passages[0].text != *text),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn every_language_says_the_same_sections_and_blocks() {
    for id in FIVE {
        let policy = policy(id);
        let shape = |language: &Language| {
            let sections = notice(&policy, *language).sections;
            sections
                .iter()
                .map(|it| (it.id, it.blocks.iter().map(|it| (it.kind, it.passages.len())).collect::<Vec<_>>()))
                .collect::<Vec<_>>()
        };
        let english = shape(&Language::En);
        assert!(Language::ALL.iter().all(|it| shape(it) == english), "{id}");
    }
}

#[test]
fn every_notice_has_the_sections_that_a_citizen_looks_for() {
    for id in FIVE {
        let policy = policy(id);
        let notice = notice(&policy, policy.languages()[0]);
        let ids: Vec<&str> = notice.sections.iter().map(|it| it.id).collect();
        for wanted in [
            "introduction",
            "masking",
            "ip_address",
            "content",
            "deletion",
            "metadata",
            "storage",
            "purposes",
            "legal_basis",
            "security",
            "rights",
            "contact",
            "version",
        ] {
            assert!(ids.contains(&wanted), "{id}: {wanted}");
        }
    }
}

#[test]
fn a_policy_speaks_its_own_words_in_its_own_languages() {
    for id in FIVE {
        let policy = policy(id);
        for language in policy.languages() {
            let notice = notice(&policy, *language);
            let foreign = notice
                .sections
                .iter()
                .flat_map(|it| &it.blocks)
                .flat_map(|it| &it.passages)
                .filter(|it| it.language != *language);
            assert_eq!(foreign.count(), 0, "{id} {}", language.name());
        }
        assert_eq!(
            notice(&policy, Language::En).title.language,
            if id == "migri" { Language::En } else { policy.languages()[0] }
        );
    }
}

#[test]
fn nobody_is_said_to_be_anonymous() {
    for (name, notice) in all() {
        let text = notice.plain().to_lowercase();
        for word in ["anonym", "anonyym", "nimetön", "nimettöm"] {
            for (at, _) in text.match_indices(word) {
                let (before, _) = text.split_at(at);
                let denied = ["ikke ", "inte ", "ikkje ", "not make you ", "ei tee sinusta "];
                assert!(denied.iter().any(|it| before.ends_with(it)), "{name}: {before}{word}");
            }
        }
    }
}

#[test]
fn masking_is_said_to_miss_things_and_the_citizen_to_talk_to_a_machine() {
    for id in FIVE {
        let policy = policy(id);
        let english = notice(&policy, Language::En).plain();
        assert!(english.contains("You are talking to a machine"), "{id}");
        assert!(english.contains("The automatic check can miss things. It is best to leave personal data out"), "{id}");
        assert!(english.contains("Every connection shows the server your IP address"), "{id}");
    }
}

#[test]
fn every_record_has_the_ten_headings() {
    for id in FIVE {
        let policy = policy(id);
        for language in Language::ALL {
            let record = record::record(&policy, &Strings::embedded(*language).unwrap());
            for (n, section) in record.sections.iter().enumerate() {
                assert!(
                    section.heading.starts_with(&format!("{}. ", n + 1)),
                    "{id} {}: {}",
                    language.name(),
                    section.heading
                );
            }
            assert_eq!(record.sections.len(), 10, "{id} {}", language.name());
        }
    }
}
