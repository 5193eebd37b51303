//! What a policy makes of a text: its own terms and shapes, its reasons, and the language of its placeholders.
#![cfg(feature = "embed")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod files;

use slor::policy::Policy;
use slor::{Conversation, Language, Packs, Purpose, Redactor, Transcript};

fn redactor(text: &str) -> Redactor {
    let policy = Policy::parse(text).unwrap();
    let packs = Packs::embedded(&policy);
    Redactor::new(policy, packs).unwrap_or_else(|error| panic!("{error}"))
}

/// What everything's policy, with these keys too, makes of a text.
fn with(keys: &str, text: &str) -> String {
    let own = format!("{{ {keys},");
    redactor(&files::text("everything").replacen('{', &own, 1)).redact(text, None).text
}

/// The same with one term of its own, in the category of politics.
fn with_term(term: &str, text: &str) -> String {
    with(&format!("\"terms\": [{{ \"text\": \"{term}\", \"category\": \"politics\" }}]"), text)
}

/// The same with one shape of its own, in the category of references.
fn with_shape(pattern: &str, text: &str) -> String {
    with(&format!("\"shapes\": [{{ \"pattern\": \"{pattern}\", \"category\": \"reference\" }}]"), text)
}

#[test]
fn terms_of_ones_own_are_masked_in_every_language_and_with_every_mark() {
    for (term, text) in [
        ("hest", "when does hest open"),
        ("hest", "när öppnar hest på lördag"),
        ("stor elg", "milloin stor elg on auki"),
        ("Bygg/Anlegg", "jeg jobber i Bygg/Anlegg nå"),
        ("AT&T", "is at&t down?"),
        ("C++", "I know c++, and more"),
        ("1. mai", "vi ses den 1. mai."),
        ("A.B.C.", "jeg stemte på A.B.C. i går"),
    ] {
        let masked = with_term(term, text);
        let at = text.to_lowercase().find(&term.to_lowercase()).unwrap();
        let (before, behind) = (text.get(..at).unwrap(), text.get(at + term.len()..).unwrap());
        let expected = format!("{before}[politics]{behind}");
        assert_eq!(masked, expected, "{term}");
    }
    assert_eq!(with_term("hest", "jeg elsker hesten min"), "jeg elsker [politics] min");
}

#[test]
fn shapes_of_ones_own_are_masked_however_their_letters_and_dashes_are_written() {
    for (pattern, text) in [
        ("S##-##", "sagen s12-34 venter"),
        ("Ø##-##", "sagen Ø12-34 venter"),
        ("Ø##-##", "sagen ø12-34 venter"),
        ("É##-##", "sagen é12-34 venter"),
        ("S##–##", "sagen S12-34 venter"),
        ("S##-##", "sagen S12–34 venter"),
    ] {
        assert_eq!(with_shape(pattern, text), "sagen [reference 1] venter", "{pattern}: {text}");
    }
    assert_eq!(with_shape("Ø##-##", "sagen a12-34 venter"), "sagen a12-34 venter");
    for text in ["sagen s 12-34 venter", "sagen s12 - 34 venter", "sagen  s12-34 venter"] {
        assert!(with_shape("S##-##", text).contains("[reference 1] venter"), "{text}");
    }
    for text in ["sagen s12-345 venter", "sagen xs12-34 venter", "sagen s12-3", "sagen s12-"] {
        assert_eq!(with_shape("S##-##", text), text);
    }
}

#[test]
fn an_exception_is_left_alone_however_its_digits_are_grouped_and_nothing_else_is() {
    let own = |text: &str, category: &str| {
        format!("{{ \"text\": \"{text}\", {category} \"reason\": {{ \"en\": \"Ours.\" }} }}")
    };
    let phone = own("0295 430 431", "\"category\": \"phone\",");
    let name = own("Kari", "\"category\": \"health\",");
    let team = own("Maja Holm", "\"category\": \"name\",");
    let exceptions = format!(
        "\"exceptions\": [{phone}, {}, {}, {name}, {team}]",
        own("support@kommune.example", ""),
        own("kontakt.anna.holm@kommune.example", "")
    );
    let redactor = redactor(&files::text("everything").replacen('{', &format!("{{ {exceptions},"), 1));
    for text in [
        "ring 0295 430 431",
        "ring (0295) 430-431",
        "ordre nr 0295430431",
        "skriv til support@kommune.example",
        "skriv til Support@Kommune.example",
        "Skriv til Kontakt.Anna.Holm@kommune.example",
        "jeg skrev med Maja Holm",
    ] {
        assert_eq!(redactor.redact(text, None).text, text);
    }
    for text in
        ["ring 0295 430 432", "skriv til support@kommune.se", "jeg hedder Kari", "Anna Holm, anna.holm@kommune.example"]
    {
        assert!(redactor.redact(text, None).text.contains('['), "{text}");
    }
}

#[test]
fn what_is_kept_is_explained_with_the_reason_of_its_purpose() {
    let everything = files::text("everything");
    let email = "\"email\": { \"action\": \"redact\", \"scope\": \"always\"";
    let answer = "\"answer\": {";
    let text = everything
        .replacen(email, &format!("{email}, \"reason\": {{ \"en\": \"Nobody needs it.\" }}"), 1)
        .replacen(answer, &format!("{answer} \"keep\": {{ \"email\": {{ \"en\": \"To answer by mail.\" }} }},"), 1);
    let redactor = redactor(&text);
    let reason = |purpose| redactor.explain("skriv til a@example.dk", purpose)[0].reason.clone();
    assert_eq!(reason(Some(Purpose::Answer)), "kept: the policy keeps email (To answer by mail.)");
    assert_eq!(reason(None), "masked: the policy redacts email");
}

#[test]
fn a_talk_has_placeholders_in_the_language_that_the_citizen_reads() {
    let redactor = redactor(files::text("migri"));
    let mut talk = Conversation::in_language(Language::Fi);
    assert_eq!(talk.add(&redactor, "Nimeni on Maija Merenranta", None).text, "Nimeni on [nimi 1]");
    talk.clear();
    assert_eq!(talk.add(&redactor, "Nimeni on Maija Merenranta", None).text, "Nimeni on [nimi 1]");
    let mut talk = Conversation::new();
    assert_eq!(talk.add(&redactor, "Nimeni on Maija Merenranta", None).text, "Nimeni on [namn 1]");
}

#[test]
fn what_no_rule_finds_in_the_end_is_explained_too() {
    let kiri = redactor(files::text("kommune-kiri"));
    let kept = |text: &str| -> Vec<String> {
        let all = kiri.explain(text, None);
        assert!(all.iter().all(|it| !it.masked), "{text}");
        all.into_iter()
            .map(|it| format!("{}: {}", text.get(it.span.start()..it.span.end()).unwrap(), it.reason))
            .collect()
    };
    let number = "kept: too few digits, or years, hours, a price, a law or a measure";
    assert_eq!(kept("mit nummer er 12 34 56"), [format!("12 34 56: {number}")]);
    assert_eq!(kept("i 2024-2025 kl. 8.00-16.30"), [format!("2024-2025: {number}"), format!("8.00-16.30: {number}")]);
    let public = "kept: somebody public, a place, a thing or the bot has this name, or it's an everyday word";
    assert_eq!(kept("Hej Kiri"), [format!("Kiri: {public}")]);
    let meant = "kept: another word or the words around it say that something else is meant";
    assert_eq!(kept("det er kræftedme dyrt"), [format!("kræftedme: {meant}")]);
    let everyday = "kept: an everyday word too, and nothing around it says that a person is meant";
    assert_eq!(kept("det er et blindt hjørne"), [format!("blindt: {everyday}")]);
}

#[test]
fn a_number_over_two_messages_is_found_whatever_stands_where_they_part() {
    let long = format!("{}1", "٣".repeat(20));
    for (first, then) in [
        ("mit cpr er 010190", "1234"),
        ("mit cpr er 010190-", " 1234"),
        ("mit cpr er 010190", "-1234"),
        ("mit cpr er 010190–", "1234"),
        ("mit cpr er 010190", "\u{200b}− 1234"),
        (&format!("mit nummer er {long}"), "1234"),
    ] {
        assert!(!after(first, then).contains("1234"), "{first} {then}");
    }
    let mut talk = Conversation::new();
    let everything = redactor(files::text("everything"));
    let last = ["ring 20 30", "40", "50"].map(|it| talk.add(&everything, it, None).text);
    assert!(!last[2].contains("50"), "{last:?}");
    for (first, then) in [("mit cpr er 010190, tak", "1234"), ("mit cpr er 010190", "og 1234")] {
        assert_eq!(after(first, then), then);
    }
}

#[test]
fn the_twelfth_value_has_the_number_twelve() {
    let all: Vec<String> = (1..=12).map(|it| format!("a{it}@example.dk")).collect();
    let masked: Vec<String> = (1..=12).map(|it| format!("[e-mail {it}]")).collect();
    assert_eq!(redactor(files::text("everything")).redact(&all.join(", "), None).text, masked.join(", "));
}

#[test]
fn what_was_sent_stands_as_it_was_sent_in_its_own_view_alone() {
    let kiri = redactor(files::text("kommune-kiri"));
    let mut talk = Transcript::new(&kiri);
    talk.add_sent(&kiri, "Jeg hedder Maja Holm", Some(Purpose::Answer), 0);
    let said = |purpose| talk.text(purpose, |_| "Du".to_owned());
    assert!(said(Some(Purpose::Answer)).ends_with("Jeg hedder Maja Holm\n"));
    for purpose in [None, Some(Purpose::Improve), Some(Purpose::Training)] {
        assert!(said(purpose).ends_with("Jeg hedder [navn 1]\n"), "{purpose:?}");
        assert!(!talk.json("kiri", purpose).contains("Maja"), "{purpose:?}");
    }
}

#[test]
fn the_bot_may_be_called_by_its_whole_name() {
    let kiri = redactor(files::text("kommune-kiri"));
    for text in ["Hej Kommune-Kiri", "hej kommune-kiri, kan du hjælpe?", "Hej Kiri"] {
        assert_eq!(kiri.redact(text, None).text, text);
    }
    assert_eq!(kiri.redact("Min datter hedder Kiri Lund", None).text, "Min datter hedder [navn 1]");
    let kim = redactor(files::text("kommun-kim"));
    assert_eq!(kim.redact("Min son Kim ska börja skolan", None).text, "Min son [namn 1] ska börja skolan");
    assert_eq!(kim.redact("Tack för hjälpen, Kim!", None).text, "Tack för hjälpen, Kim!");
}

#[test]
fn a_telephone_number_is_the_same_from_abroad() {
    let redactor = redactor(files::text("everything"));
    for text in [
        "ring +45 31425364 eller 31425364",
        "ring 0045 31 42 53 64 eller 31-42-53-64",
        "ring 070-123 45 67 eller +46 (0)70 1234567",
    ] {
        assert_eq!(redactor.redact(text, None).text, "ring [phone number 1] eller [phone number 1]", "{text}");
    }
    let two = redactor.redact("ring +45 31425364 eller 31425365", None).text;
    assert_eq!(two, "ring [phone number 1] eller [phone number 2]");
}

#[test]
fn a_question_about_a_topic_discloses_nothing_of_anybody() {
    let mut own = files::text("everything").to_owned();
    for category in ["health", "politics"] {
        let always = format!("\"{category}\": {{ \"action\": \"redact\", \"scope\": \"always\" }}");
        let disclosed = always.replace("always", "disclosed");
        assert!(own.contains(&always));
        own = own.replace(&always, &disclosed);
    }
    let redactor = redactor(&own);
    for kept in [
        "Hvem stemmer på Venstre?",
        "Er der en gruppe for børn med diabetes?",
        "Finns det en förening för diabetiker?",
        "Hvor kan man bli testet for klamydia?",
        "Mitä apua on dementiaa sairastaville?",
        "Onko kunnassa kerhoja autistisille lapsille?",
        "Are there clubs for kids with diabetes?",
    ] {
        assert_eq!(redactor.redact(kept, None).text, kept);
    }
    let explained = redactor.explain("Er der en gruppe for børn med diabetes?", None);
    let why = "kept: the policy masks health only where it is said of the writer or somebody near";
    assert!(explained.iter().any(|it| it.reason == why && !it.masked), "{explained:?}");
    for (told, masked) in [
        (
            "Er der noget for børn med diabetes? Min søn har det.",
            "Er der noget for børn med [health]? Min søn har det.",
        ),
        ("Finns det stöd när mitt barn har autism?", "Finns det stöd när mitt barn har [health]?"),
        ("Jeg stemmer på Venstre.", "Jeg stemmer på [politics]."),
    ] {
        assert_eq!(redactor.redact(told, None).text, masked);
    }
}

#[test]
fn a_name_given_before_is_known_again_only_where_a_name_can_stand() {
    for (name, again) in [
        ("jag heter Sten Berg", "Bergs ärende är försenat"),
        ("jag heter Sten Lind", "Stens ärende är försenat"),
        ("jeg heter Bo Dag", "Bo er her"),
        ("nimeni on Aino Lampi", "Lammelle"),
        ("jeg hedder Anne Skov", "skov er her"),
        ("my name is Mark Brown", "Brown called"),
    ] {
        assert!(after(name, again).contains('1'), "{again}");
    }
    for (name, word) in [
        ("jeg hedder Anne Skov", "hytten ligger i skov"),
        ("jeg hedder Anne Skov", "ved en skov"),
        ("jag heter Sten Berg", "jag såg ett berg i går"),
        ("my name is Rose Hill", "up the hill"),
        ("eg heiter Stein Vik", "ein stein i vegen"),
        ("eg heiter Stein Vik", "i ei vik"),
        ("jeg heter Bo Dag", "Dags att gå"),
    ] {
        assert_eq!(after(name, word), word);
    }
}

/// What becomes of a message after another one.
fn after(first: &str, then: &str) -> String {
    let policy = Policy::parse(include_str!("policies/everything.json")).unwrap();
    let packs = Packs::embedded(&policy);
    let redactor = Redactor::new(policy, packs).ok().unwrap();
    let mut talk = Conversation::new();
    talk.add(&redactor, first, None);
    talk.add(&redactor, then, None).text
}

#[test]
fn a_word_for_an_order_names_no_id_or_number_of_another_kind() {
    let cellbes = redactor(files::text("cellbes"));
    let masked = |text: &str| cellbes.redact(text, Some(Purpose::Answer)).text != text;
    for text in [
        "Min pakke er væk, jeg er født 010190-1234",
        "Jeg vil returnere kjolen, jeg er 010190-1234",
        "Ordren er på Hanne Jensen, 241255-1111",
        "pakken er til min mor (010190-1234)",
        "Refunder til 1234 0012345678",
        "min pakke, Norge 91234567",
        "pakke, mit pas er 205123456",
        "Ordre mangler tlf 12345678",
        "hun sagde 010190-1234",
    ] {
        assert!(masked(text), "{text}");
    }
    for text in ["min ordre 123456789 er ikke kommet", "ordrenr. 1234567", "pakke nr 00370712345678901234"] {
        assert!(!masked(text), "{text}");
    }
}

#[test]
fn a_chain_of_terms_is_one_finding_however_long_it_is() {
    let everything = redactor(files::text("everything"));
    // A term is walked along from each of its neighbours, and no further.
    assert_eq!(everything.redact(&"insulin-".repeat(3000), None).text, "[health]-");
    assert_eq!(everything.redact("en insulin-og-så-videre-plan", None).text, "en [health]");
}
