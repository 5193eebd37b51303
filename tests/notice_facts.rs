//! What the originals of the five notices say is said in the words of ours, and follows the policy.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod files;

use files::policy;
use slor::promise::{Notice, Strings, record};
use slor::{Language, Policy};

/// The notice in the first language of its policy, as running text.
fn spoken(policy: &Policy) -> String {
    Notice::new(policy, &Strings::embedded(policy.languages()[0]).unwrap()).plain()
}

/// What an original says, in the words of ours.
fn says(id: &str, facts: &[&str]) {
    let text = spoken(&policy(id));
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
            "Disse tal regnes ikke for ét langt nummer, uanset hvor mange cifre de har tilsammen: årstal, dage og måneder, klokkeslæt",
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
            "Når samtalen er slut og du har forladt siden eller begyndt en ny, eller når du har lukket fanen, kan den ikke længere slettes i chatten;",
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
            "sammen med chatplatformens nummer på samtalen",
            "Version 1.0 af 2. marts 2026.",
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
            "Når du har forlatt siden eller begynt en ny samtale, kan den gamle ikke lenger slettes i chatten;",
            "Opplysningene brukes bare til dette:\nÅ føre statistikk over samtalene.",
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
            "Har du spørsmål om personvernet i chatløsningen, kan du kontakte enten kommunen eller databehandleren.",
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
            "lagras i högst 2 år",
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
            "gælder Cellbes’ generelle privatlivspolitik",
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
            "på vegne af Cellbes og i overensstemmelse med den databehandlingsaftale",
            "E-mailadresse (frivilligt)",
            "Chatten sender ingen oplysninger om samtalen (metadata) ud over teksten.",
            "Der er en databehandlingsaftale med Kindly AI.",
            "kan du blive tilbudt at tale med et menneske",
            "før du går ind i chatkøen",
            "forkorter ventetiden",
            "ikke til andre formål",
        ],
    );
}

#[test]
fn the_record_of_migri_says_what_the_original_says() {
    let policy = policy("migri");
    let text = record::record(&policy, &Strings::embedded(Language::Sv).unwrap()).plain();
    for fact in [
        "Migrationsverkets kunder som chattar med den automatiserade kundtjänstroboten",
        "Uppgifter fås av kunder när de skriver i chatten",
        "lagras i högst 2 år",
        "A. Manuellt material\nInget.",
        "personliga användar-id:n och lösenord",
    ] {
        assert!(text.contains(fact), "{fact}\n\n{text}");
    }
}

#[test]
fn a_record_has_the_facts_of_a_notice_and_not_its_introduction() {
    let text = record::record(&policy("cellbes"), &Strings::embedded(Language::Da).unwrap()).plain();
    assert!(text.contains("omfatter ordrenummer, e-mailadresse og sporingsnummer"), "{text}");
    assert!(text.contains("Du behøver ikke at oplyse, hvem du er") && !text.contains("Her beskrives"), "{text}");
}

#[test]
fn the_clock_is_read_as_in_the_language_of_the_notice() {
    let says = |language| Notice::new(&policy("cellbes"), &Strings::embedded(language).unwrap()).plain();
    assert!(says(Language::Da).contains("mandag 09.00–16.00;"));
    assert!(says(Language::En).contains("Monday 09:00–16:00;"));
    assert!(says(Language::Fi).contains("maanantai 9.00–16.00;"));
}

#[test]
fn a_change_of_the_policy_changes_the_notice() {
    let text =
        files::text("kommune-kiri").replace("\"P90D\"", "\"P1Y6M\"").replace("\"more_than\": 6", "\"at_least\": 5");
    let changed = spoken(&Policy::parse(&text).unwrap());
    assert!(
        changed.contains("gemmes i 1 år, 6 måneder og slettes") && changed.contains("numre på mindst 5 cifre"),
        "{changed}"
    );
}

#[test]
fn what_talks_with_people_are_stored_for_is_said_too() {
    let stored_for = |bot: &str, agent: &str| {
        let both = "[\"answer\", \"improve\", \"training\"]";
        let text = files::text("migri").replacen(both, bot, 1).replacen(both, agent, 1);
        let text = spoken(&Policy::parse(&text).unwrap());
        let list = text.split_once("Samtalen lagras för dessa ändamål:\n").map_or("", |it| it.1);
        let purposes = [
            "Att ge kunder bra service och korrekta svar på deras frågor.",
            "Att vidareutveckla tjänsten och planera nya anvisningar.",
            "Att utbilda verkets kundrådgivare.",
        ];
        list.lines().take_while(|it| purposes.contains(it)).count()
    };
    assert_eq!(stored_for("[\"answer\"]", "[\"answer\"]"), 1);
    assert_eq!(stored_for("[\"answer\"]", "[\"training\"]"), 2);
    // Without a list of its own, talks of a kind are stored for whatever the policy names.
    assert_eq!(stored_for("[\"answer\"]", "[]"), 3);
    assert_eq!(stored_for("[]", "[]"), 0);
}
