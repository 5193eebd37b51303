//! The record of processing: it names what is processed, promises no more than the notice, and speaks to nobody.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod files;

use files::{FIVE, policy};
use slor::promise::{Kind, Notice, Passage, Strings, record};
use slor::{Action, Category, Language, Policy};

fn written(policy: &Policy, language: Language) -> String {
    record::record(policy, &Strings::embedded(language).unwrap()).plain()
}

/// A policy of the authority, with more claims than it has, talks kept until somebody asks, and files.
fn talkative() -> Policy {
    let files = "\"files\": { \"types\": [\"application/pdf\"], \"max_kilobytes\": 100, \"reason\": { \"sv\": \"För ansökan.\", \"fi\": \"Hakemusta varten.\", \"en\": \"For applications.\" } }, \"unread\": \"warn\",\n  \"deletion\"";
    let text = files::text("migri")
        .replace("\"agent\": { \"period\": \"P2Y\", \"at_most\": true,", "\"agent\": { \"until_asked\": true,")
        .replace("\"statement\": \"whole_talk_stored\"", "\"statement\": \"nothing_stored_permanently\"")
        .replace("\"statement\": \"masked_never_stored\"", "\"statement\": \"language_model\"")
        .replace("\"deletion\"", files);
    Policy::parse(&text).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The lists of a section.
fn lists<'n>(notice: &'n Notice, section: &str) -> Vec<&'n [Passage]> {
    let section = notice.sections.iter().find(|it| it.id == section).unwrap();
    section.blocks.iter().filter(|it| it.kind == Kind::List).map(|it| it.passages.as_slice()).collect()
}

#[test]
fn what_is_kept_is_recorded_with_the_reason_as_in_the_notice() {
    for id in FIVE {
        let policy = policy(id);
        for language in Language::ALL {
            let strings = Strings::embedded(*language).unwrap();
            let (notice, record) = (Notice::new(&policy, &strings), record::record(&policy, &strings));
            let recorded = lists(&record, "content");
            // The first of a notice is what is masked.
            let kept = lists(&notice, "masking").split_off(1);
            assert!(!kept.is_empty() && kept.iter().all(|it| recorded.contains(it)), "{id} {}", language.name());
        }
        let kept = Category::ALL.iter().filter(|it| policy.action(**it, None) == Action::Keep);
        let reasons = kept.filter_map(|it| policy.reason(*it, None)).map(|it| it.get(policy.languages()[0]));
        let text = written(&policy, policy.languages()[0]);
        assert!(reasons.into_iter().all(|it| text.contains(it)), "{id}: {text}");
    }
    let text = written(&policy("migri"), Language::Sv);
    assert!(text.contains(
        "Detta döljs inte och kan därför ingå i registret:\ninformation om nationalitet: Svaren om uppehållstillstånd och medborgarskap"
    ));
    let text = written(&policy("cellbes"), Language::Da);
    assert!(text.contains(
        "Til dette formål skjules mindre: At hjælpe kunderne bedst muligt med det, de spørger om.\ne-mailadresser: "
    ));
    assert!(text.contains(
        "I hvert felt skjules alt andet end det, feltet er til:\nOrdrenummer eller sporingsnummer (frivilligt)\n"
    ));
    assert!(written(&talkative(), Language::En).contains("The content of a file is not masked."));
}

#[test]
fn a_record_promises_no_more_than_the_notice() {
    for id in FIVE {
        let policy = policy(id);
        let text = written(&policy, Language::En);
        assert!(text.contains("The automatic check can miss things, which then reach the register."), "{id}");
        assert!(text.contains("These are not taken for one long number"), "{id}");
        assert!(text.contains("are masked automatically if the check finds them"), "{id}");
        let gives_back = Category::ALL.iter().any(|it| policy.gives_back(*it));
        assert_eq!(
            text.contains("can choose to have it sent as written, and it then reaches the register: names of people."),
            gives_back,
            "{id}"
        );
        assert_eq!(gives_back, ["kommune-kiri", "kommun-kim", "cellbes"].contains(&id), "{id}");
    }
    assert!(written(&talkative(), Language::En).contains("is sent only after a warning"));
}

#[test]
fn a_record_speaks_to_nobody() {
    // What an organisation says in its own words is up to it; these say nothing to the citizen.
    let policies = [policy("migri"), policy("cellbes"), talkative()];
    let spoken = "du dig din dit dine deg deres ditt dina dykk you your yours sinä sinun sinua sinulla itseäsi";
    for (policy, language) in policies.iter().flat_map(|it| Language::ALL.iter().map(move |language| (it, *language))) {
        let text = written(policy, language).to_lowercase();
        for word in text.split(|it: char| !it.is_alphabetic()) {
            assert!(!spoken.split(' ').any(|it| it == word), "{} {}: {word}\n{text}", policy.id(), language.name());
        }
        // Finnish speaks to somebody by endings.
        assert!(!["selaimesi", "pyydät", "kysymyksesi", "kirjoittamaasi"].iter().any(|it| text.contains(it)), "{text}");
    }
    let text = written(&talkative(), Language::Da);
    for said in [
        "indtil den registrerede beder om at få dem slettet",
        "Intet af det, der skrives i chatten, gemmes længere",
        "Det er ikke nødvendigt at oplyse sin identitet",
        "Personlige sager kan ikke behandles i chatten.",
        "I chatten gives der vejledning",
        "Spørgsmålene behandles af en algoritme",
        "Personoplysninger skjules i browseren hos den, der skriver",
        "oplysninger om køn, når det gælder den, der skriver, eller en nærtstående",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn nothing_by_hand_is_said_in_the_right_gender() {
    for (language, said) in [
        (Language::Da, "A. Manuelt materiale\nIntet."),
        (Language::Sv, "A. Manuellt material\nInget."),
        (Language::Nb, "A. Manuelt materiale\nIkke noe."),
        (Language::Nn, "A. Manuelt materiale\nIkkje noko."),
        (Language::Fi, "A. Manuaalinen aineisto\nEi ole."),
    ] {
        assert!(written(&policy("migri"), language).contains(said), "{said}");
    }
}
