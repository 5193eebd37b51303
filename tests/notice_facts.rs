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
            "Du kan når som helst slette hele samtalen, så længe den er åben i chatten.",
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
            "den maskerede tekst af hver besked med dens nummer, hvem der skrev eller valgte den, hvornår, på hvilket sprog, og om den kom frem; chatplatformens nummer på samtalen; tidspunktet, da den begyndte; navnet på den politik, som chatten følger; og dit valg om metadata",
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
            "Du kan när som helst radera hela samtalet så länge det är öppet i chatten.",
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
            "Du kan når som helst slette hele samtalen så lenge den er åpen i chatten.",
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
    assert!(
        text.contains("Det er ikke nødvendigt at oplyse sin identitet") && !text.contains("Her beskrives"),
        "{text}"
    );
}

#[test]
fn the_clock_is_read_as_in_the_language_of_the_notice() {
    let says = |language| Notice::new(&policy("cellbes"), &Strings::embedded(language).unwrap()).plain();
    assert!(says(Language::Da).contains("mandag 09.00–16.00;"));
    assert!(says(Language::En).contains("Monday 09:00–16:00;"));
    assert!(says(Language::Fi).contains("maanantai 9.00–16.00;"));
}

#[test]
fn hours_have_the_name_that_the_policy_gives_them() {
    let kim = |text: &str| spoken(&Policy::parse(&files::text("kommun-kim").replace("\"Telefontid\"", text)).unwrap());
    let named = kim("\"Telefontid\"");
    assert!(named.contains("0980-319 20 10. Telefontid (tidszon Europe/Stockholm): måndag 08.00–16.30;"), "{named}");
    let sentence = kim("\"Det kostar som ett vanligt samtal.\"");
    assert!(
        sentence.contains("20 10. Det kostar som ett vanligt samtal. Öppettider (tidszon Europe/Stockholm): måndag"),
        "{sentence}"
    );
}

#[test]
fn a_case_number_is_promised_only_with_the_digits_that_it_takes() {
    let english =
        |text: &str| Notice::new(&Policy::parse(text).unwrap(), &Strings::embedded(Language::En).unwrap()).plain();
    let kiri = files::text("kommune-kiri");
    assert!(english(kiri).contains("\norder, tracking and case numbers with more than 6 digits\n"));
    assert!(
        english(&kiri.replace("\"more_than\": 6", "\"at_least\": 5"))
            .contains("\norder, tracking and case numbers with at least 5 digits\n")
    );
}

#[test]
fn what_is_left_beside_long_numbers_is_said_in_every_language() {
    for (language, said) in [
        (
            Language::Da,
            [
                "priser i intervaller, rækker og summer",
                "størrelser i par og små tal i rækkefølge",
                "intervaller af husnumre",
            ],
        ),
        (
            Language::Sv,
            ["priser i intervall, rader och summor", "storlekar i par och små tal i följd", "intervall av husnummer"],
        ),
        (
            Language::Nb,
            [
                "priser i intervaller, rekker og summer",
                "størrelser i par og små tall i rekkefølge",
                "intervaller av husnumre",
            ],
        ),
        (
            Language::Nn,
            [
                "prisar i intervall, rekkjer og summar",
                "storleikar i par og små tal i rekkjefølgje",
                "intervall av husnummer",
            ],
        ),
        (
            Language::Fi,
            [
                "hintojen haarukat, luettelot ja summat",
                "kokoparit ja järjestyksessä luetellut pienet luvut",
                "talojen numerovälit",
            ],
        ),
        (
            Language::En,
            [
                "prices in ranges, rows and sums",
                "sizes in pairs and small numbers that count up",
                "ranges of house numbers",
            ],
        ),
    ] {
        let text = Notice::new(&policy("kommune-kiri"), &Strings::embedded(language).unwrap()).plain();
        assert!(said.iter().all(|it| text.contains(it)), "{text}");
    }
}

#[test]
fn deletion_is_offered_only_as_long_as_the_talk_is_open() {
    for (language, said) in [
        (Language::Da, "slette hele samtalen, så længe den er åben i chatten."),
        (Language::Sv, "radera hela samtalet så länge det är öppet i chatten."),
        (Language::Nb, "slette hele samtalen så lenge den er åpen i chatten."),
        (Language::Nn, "slette heile samtalen så lenge han er open i chatten."),
        (Language::Fi, "poistaa koko keskustelun milloin tahansa niin kauan kuin se on auki chatissa."),
        (Language::En, "delete the whole conversation at any time as long as it is open in the chat."),
    ] {
        for id in ["kommune-kiri", "cellbes"] {
            assert!(Notice::new(&policy(id), &Strings::embedded(language).unwrap()).plain().contains(said), "{said}");
        }
    }
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
