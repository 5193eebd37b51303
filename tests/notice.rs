//! The privacy notice and the record of processing: complete in every language, and true to the policies.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::fs;
use std::path::Path;

use slor::promise::{Notice, Strings, record, render};
use slor::{Language, Policy};
use support::slor;

const FIVE: [&str; 5] = ["kommune-kiri", "kommun-kim", "prokom", "migri", "cellbes"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn policy(id: &str) -> Policy {
    Policy::parse(&read(&format!("policies/{id}.json"))).unwrap()
}

fn notice(policy: &Policy, language: Language) -> Notice {
    Notice::new(policy, &Strings::embedded(language).unwrap())
}

fn spoken(id: &str) -> String {
    let policy = policy(id);
    notice(&policy, policy.languages()[0]).plain()
}

/// Every notice and record of the five and of the policy that has every key, in every language.
fn all() -> Vec<(String, Notice)> {
    let everything = Policy::parse(&read("tests/policies/everything.json")).unwrap();
    let policies = FIVE.iter().map(|id| policy(id)).chain([everything]);
    let mut out = Vec::new();
    for policy in policies {
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
        for word in ["anonymis", "anonymiz", "anonymous", "anonym"] {
            for (at, _) in text.match_indices(word) {
                let before: String = text
                    .get(..at)
                    .unwrap_or_default()
                    .chars()
                    .rev()
                    .take(12)
                    .collect::<String>()
                    .chars()
                    .rev()
                    .collect();
                assert!(
                    ["ikke ", "inte ", "ikkje ", "not make you "]
                        .iter()
                        .any(|it| before.ends_with(it.get(it.len().saturating_sub(12)..).unwrap_or(it))),
                    "{name}: {before}{word}"
                );
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

/// What an original says, in the words of ours.
fn says(id: &str, facts: &[&str]) {
    let text = spoken(id);
    for fact in facts {
        assert!(text.contains(fact), "{id}: {fact}\n\n{text}");
    }
}

#[test]
fn kiri_says_what_its_original_promises() {
    says(
        "kommune-kiri",
        &[
            "krypterer din IP-adresse, så samtalen ikke kan spores tilbage til dig",
            "gemmes i 90 dage og slettes derefter helt",
            "Det, der skjules, forlader ikke din browser og gemmes derfor heller ikke.",
            "numre på mere end 6 cifre",
            "cpr-numre",
            "telefonnumre",
            "oplysninger om helbred",
            "oplysninger om køn",
            "oplysninger om race og etnisk oprindelse",
            "oplysninger om seksualitet",
            "oplysninger om politisk overbevisning",
            "oplysninger om religiøs overbevisning",
            "Du kan når som helst slette hele samtalen.",
            "Klik på ?-ikonet øverst til højre i chatvinduet, og vælg ”Slet samtalen”.",
            "Efter sletningen er intet om samtalen gemt, heller ikke metadata.",
            "tidspunkt (dato og klokkeslæt, på minuttet)",
            "platform (computer, mobiltelefon/tablet)",
            "webbrowser (type og version)",
            "statistik",
            "tekniske cookies, ikke cookies til at indsamle oplysninger om dig",
            "Kommunen er dataansvarlig for chatbot-løsningen Kommune-Kiri.",
            "At forbedre Kommune-Kiris svar og performance.",
            "Databehandler: Deloitte Statsautoriseret Revisionspartnerselskab, cvr-nummer 33 96 35 56",
            "Boost AI AS, organisationsnummer 917 362 394",
            "står i dette land: Irland",
            "kan du kontakte kommunen",
        ],
    );
}

#[test]
fn kim_says_what_its_original_promises() {
    says(
        "kommun-kim",
        &[
            "lagras i 21 dagar och raderas sedan helt",
            "nummer med fler än 6 siffror",
            "telefonnummer",
            "information om hälsa",
            "information om kön",
            "information om sexuell läggning",
            "information om politisk uppfattning",
            "krypterar din IP-adress, så att samtalet inte kan spåras tillbaka till dig",
            "Du kan när som helst radera hela samtalet.",
            "Klicka på ?-ikonen längst upp till höger i chattfönstret och välj ”Radera samtal”.",
            "tidpunkt (datum och klockslag, på minuten)",
            "plattform (dator, surfplatta, mobiltelefon)",
            "webbläsare (typ och version)",
            "Vid all myndighetsutövning har kommunen rätt att hantera dina personuppgifter.",
            "uppfylla ett allmänt intresse",
            "Samtalet dokumenteras medan det pågår.",
            "tillämpar vid var tid gällande integritetslagstiftning",
            "nödvändig för att kunna svara på frågan som ställs",
            "Servicenämnden",
            "kommunens egna riktlinjer för dataskydd",
            "(artikel 15)",
            "(artikel 16)",
            "(artikel 17)",
            "(artikel 18)",
            "(artikel 21)",
            "Tillsynsmyndighet: Integritetsskyddsmyndigheten",
            "Vid frågor kontakta den aktuella nämndens dataskyddsombud.",
            "måndag 08.00–16.30",
            "torsdag 08.00–18.00",
            "Besökstid från kl. 12.00",
        ],
    );
}

#[test]
fn prokom_says_what_its_original_promises() {
    says(
        "prokom",
        &[
            "algoritme for språkprediksjon",
            "krypterer IP-adressen din, slik at samtalen ikke kan spores tilbake til deg",
            "lagres i 21 dager og slettes deretter helt",
            "navn på personer",
            "e-postadresser",
            "numre på mer enn 5 sifre",
            "opplysninger om helse",
            "opplysninger om kjønn",
            "opplysninger om seksuell legning",
            "opplysninger om politisk syn",
            "kan trekkes ut og lagres lenger",
            "Å kvalitetssikre chatløsningen",
            "Å forske",
            "Du kan når som helst slette hele samtalen.",
            "Klikk på ?-ikonet øverst til høyre i chatvinduet, og velg «Slett samtalen».",
            "En slettet samtale kan ikke leses i ettertid.",
            "Etter slettingen er bare dette lagret: hva samtalen handlet om, tidspunkt, enhet.",
            "tidspunkt (dato og klokkeslett, på minuttet)",
            "plattform (datamaskin, nettbrett, mobiltelefon)",
            "nettleser (type og versjon)",
            "adressen (URL) til siden der samtalen begynte",
            "Chatten bruker ingen informasjonskapsler (cookies).",
            "Kommunen/fylkeskommunen er behandlingsansvarlig for chatløsningen.",
            "gjøre brukerne selvbetjente",
            "§ 11 i lov om behandlingsmåten i forvaltningssaker",
            "veiledningsplikt",
            "Databehandler: Sem & Stenersen Prokom AS, organisasjonsnummer 953675358",
            "Boost AI AS, organisasjonsnummer 917362394",
            "står i dette landet: Irland",
            "support@prokom.no",
        ],
    );
}

#[test]
fn migri_says_what_its_original_promises() {
    says(
        "migri",
        &[
            "Migrationsverket",
            "Eero Konttaniemi, PL 10, 00086 Maahanmuuttovirasto, tfn 0295 430 431, etunimi.sukunimi@migri.fi",
            "Dataskyddsombud: Kaj Välimäki",
            "bra service och korrekta svar",
            "vidareutveckla tjänsten och planera nya anvisningar",
            "utbilda verkets kundrådgivare",
            "Hela samtalet sparas",
            "Du behöver inte identifiera dig",
            "offentliga källor",
            "anvisningar för hur den ska användas",
            "frågar inte efter några personuppgifter",
            "Du kan inte sköta dina personliga ärenden",
            "personnummer",
            "nummer med minst 6 siffror",
            "andra fullständiga datum",
            "lämnar inte din webbläsare och lagras därför inte",
            "lagras i 2 år",
            "lämnas inte regelmässigt ut",
            "Inga uppgifter överförs till länder utanför EES eller till internationella organisationer.",
            "De anställda som använder chattsystemet har personliga användar-id:n och lösenord.",
        ],
    );
}

#[test]
fn cellbes_says_what_its_original_promises() {
    says(
        "cellbes",
        &[
            "behandler dine personlige oplysninger, når du kontakter Cellbes",
            "generelle privatlivspolitik",
            "Dataansvarlig: Kindly AI, organisationsnummer 559186-9291, Kungsgatan 64, 111 22 Stockholm",
            "interagere med mennesker ved hjælp af skriftsprog",
            "spore pakker",
            "Chatten åbnes med knappen nederst til højre på skærmen.",
            "ordrenummer, e-mailadresse og sporingsnummer",
            "Du behøver ikke at oplyse, hvem du er",
            "Du kan vælge at tale direkte med et menneske",
            "udpluk af kundernes spørgsmål",
            "statistikker",
            "bruges kun tekst, hvor personlige oplysninger er skjult",
            "gemmes i 90 dage",
            "gemmes, indtil du beder om at få dem slettet",
            "Du kan downloade samtalen",
            "Klik på tandhjulet øverst til højre i chatvinduet, og vælg ”Slet samtalen”.",
            "Klik på tandhjulet øverst til højre i chatvinduet, og vælg ”Download samtalen”.",
            "på vegne af Cellbes",
            "Der er en databehandlingsaftale med Kindly AI.",
            "kan du blive tilbudt at tale med et menneske",
            "før du går ind i chatkøen",
            "forkorter ventetiden",
            "ikke til andre formål",
        ],
    );
}

#[test]
fn a_change_of_the_policy_changes_the_notice() {
    let text = read("policies/kommune-kiri.json")
        .replace("\"P90D\"", "\"P1Y6M\"")
        .replace("\"more_than\": 6", "\"at_least\": 5");
    let changed = notice(&Policy::parse(&text).unwrap(), Language::Da).plain();
    assert!(
        changed.contains("gemmes i 1 år, 6 måneder og slettes") && changed.contains("numre på mindst 5 cifre"),
        "{changed}"
    );
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

#[test]
fn the_record_of_migri_says_what_the_original_says() {
    let policy = policy("migri");
    let text = record::record(&policy, &Strings::embedded(Language::Sv).unwrap()).plain();
    for fact in [
        "Migrationsverkets kunder som chattar med den automatiserade kundtjänstroboten",
        "Uppgifter fås av kunder när de skriver i chatten",
        "i högst två år",
        "A. Manuellt material\nInget.",
        "personliga användar-id:n och lösenord",
    ] {
        assert!(text.contains(fact), "{fact}\n\n{text}");
    }
}

#[test]
fn a_page_says_its_languages_and_quotes_what_html_would_read() {
    let text = read("policies/kommune-kiri.json").replace("Kommune-Kiri\"", "<b>Kiri & co</b>\"");
    let policy = Policy::parse(&text).unwrap();
    let html = render::html(&notice(&policy, Language::En));
    assert!(html.contains("<html lang=\"en\">") && html.contains("<p lang=\"da\">"), "{html}");
    assert!(html.contains("&lt;b&gt;Kiri &amp; co&lt;/b&gt;") && !html.contains("<b>"), "{html}");
    for tag in ["ul", "li", "section", "p", "h2", "main", "body"] {
        let open = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(open, html.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert!(!html.contains("<script") && !html.contains("style"));
}

#[test]
fn the_command_line_prints_all_three_forms() {
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
    assert_eq!(slor(&["notice", "strict"], "").status.code(), Some(2));
    assert_eq!(slor(&["notice", "prokom", "--language", "de"], "").status.code(), Some(2));
}
