//! The table itself: every proof runs and quotes its sentence, and the policies do what the sentences say.

use super::files::FIVE;
use super::*;
use slor::Policy;
use slor::promise::promises::{Kind, contradictions, promises, unproven};

#[test]
fn every_kept_promise_is_proven_by_a_test_that_quotes_it() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok();
    let mut missing = Vec::new();
    for id in FIVE {
        for promise in promises(id).unwrap() {
            for kind in &promise.kinds {
                if let Kind::Kept(proof) = kind
                    && let Some(why) = unproven(proof, &promise.quote, read)
                {
                    missing.push(format!("{id}: \"{}\": {proof}: {why}", promise.quote));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_policies_do_and_say_what_the_sentences_promise() {
    for id in FIVE {
        let broken = contradictions(redactor(id).policy(), &promises(id).unwrap());
        assert!(broken.is_empty(), "{id}:\n{}", broken.join("\n"));
    }
}

#[test]
fn a_sentence_has_an_entry_of_its_own() {
    for id in FIVE {
        for promise in promises(id).unwrap().iter().filter(|it| !it.kinds.contains(&Kind::Nothing)) {
            let quote = promise.quote.as_bytes();
            let ends =
                promise.quote.match_indices(". ").filter(|it| quote.get(it.0 + 2).is_some_and(u8::is_ascii_uppercase));
            assert_eq!(ends.count(), 0, "{id}: two sentences in one entry: {}", promise.quote);
        }
    }
}

#[test]
fn claims_of_the_policies_stand_in_the_notices() {
    for id in FIVE {
        let quotes: Vec<String> = promises(id).unwrap().into_iter().map(|it| it.quote).collect();
        for claim in redactor(id).policy().file().claims().iter() {
            assert!(quotes.iter().any(|it| it == claim.quote()), "{id}: {}", claim.quote());
        }
    }
}

#[test]
fn a_policy_that_breaks_a_promise_is_told() {
    let broken = |from: &str, to: &str| {
        let text = files::text("kommune-kiri");
        assert!(text.contains(from), "{from}");
        contradictions(&Policy::parse(&text.replace(from, to)).unwrap(), &promises("kommune-kiri").unwrap()).join("\n")
    };
    let health = "\"health\": { \"action\": \"redact\", \"scope\": \"always\" }";
    let kept = "\"health\": { \"action\": \"keep\", \"reason\": { \"da\": \"Fordi.\" } }";
    assert!(broken(health, kept).contains("\"• Helbredsoplysninger\": `health` is kept in the strictest view"));
    assert!(broken("P90D", "P91D").contains("the generated notice doesn't say \"gemmes i 90 dage"));
}

#[test]
fn the_command_prints_every_sentence_and_fails_for_a_broken_promise() {
    for id in FIVE {
        let output = support::slor(&["promises", &format!("policies/{id}.json"), "--source", "."], "");
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{id}\n{text}");
        for promise in promises(id).unwrap() {
            assert!(text.contains(&format!("> {}\n", promise.quote)), "{id}: {}", promise.quote);
        }
    }
    let prokom = String::from_utf8(support::slor(&["promises", "prokom"], "").stdout).unwrap();
    assert!(prokom.contains("nothing is said to be stored permanently, but talks are stored for P21D"), "{prokom}");
    assert_eq!(support::slor(&["promises", "prokom", "--source", "policies"], "").status.code(), Some(1));
    assert_eq!(support::slor(&["promises", "tests/policies/everything.json"], "").status.code(), Some(2));
}
