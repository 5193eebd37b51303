//! Prokom.

use super::*;

const ID: &str = "prokom";

#[test]
fn what_the_notice_lists_is_masked() {
    is_masked(
        ID,
        &[
            (
                "Chatløsningen vil straks anonymisere opplysninger dersom du skriver:",
                "Fødselsnummeret mitt er 010190 12345",
                "010190",
            ),
            ("navn", "Hei, jeg heter Kari Nordmann", "Nordmann"),
            ("e-postadresse", "Skriv til kari.nordmann@eksempel.no", "kari.nordmann@eksempel.no"),
            ("et nummer på mer enn 5 siffer (f.eks. telefonnummer)", "Ring meg på 912 34 567", "912 34 567"),
            ("et nummer på mer enn 5 siffer (f.eks. telefonnummer)", "Nummeret er 123456", "123456"),
            ("helserelatert informasjon", "Jeg har fått diabetes", "diabetes"),
            ("om du er mann eller kvinne", "Jeg er en kvinne på 40", "kvinne"),
            ("informasjon om din seksuelle legning", "Jeg er homofil", "homofil"),
            ("informasjon om ditt politiske syn", "Jeg stemmer på Høyre", "Høyre"),
        ],
    );
}

#[test]
fn a_talk_expires_when_the_notice_says() {
    // Det du skriver til chatløsningen vil bli lagret i en logg i 21 dager før det blir slettet helt.
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Bot])), "2026-03-23");
}

#[test]
fn deleting_leaves_topic_time_and_device() {
    // Du kan selv velge å slette hele chatten. Samtaler som slettes vil ikke være lesbare i ettertid.
    is_forgotten(ID);
    // Kun hvilken kategori samtalen handlet om, tidspunkt og enhet blir lagret.
    let expected = Record {
        topic: Some("Skat og afgift".to_owned()),
        time: Some("2026-03-02T08:15Z".to_owned()),
        device: Some(Device::Phone),
        ..Record::default()
    };
    assert_eq!(left(ID), expected);
}

#[test]
fn the_menu_has_the_icon_and_words_of_the_notice() {
    // Dette kan du gjøre når som helst ved å klikke på ?-ikonet i chatvinduet og deretter velge ‘Slett samtalen’.
    assert_eq!(menu(ID), (Icon::Question, "Slett samtalen"));
}

#[test]
fn the_record_holds_these_fields_and_no_others() {
    // Vi lagrer noen opplysninger om chat-samtalen din, men det er bare til bruk for statistikk:
    assert_eq!(fields(ID), [Metadata::Time, Metadata::Device, Metadata::Browser, Metadata::Page]);
    let expected = Record {
        // tidspunkt (dato, klokkeslett)
        time: Some("2026-03-02T08:15Z".to_owned()),
        // informasjon om plattformen din (desktop, nettbrett eller mobiltelefon)
        device: Some(Device::Phone),
        // informasjon om nettleseren din (type og versjon)
        browser: Some("Chrome 140".to_owned()),
        // URL for nettsiden du har startet chatten fra
        page: record(ID).page,
        ..Record::default()
    };
    assert_eq!(record(ID), expected);
    let page = expected.page.unwrap();
    assert!(page.starts_with("https://kommune.example/skat/") && page.ends_with("/betaling"), "{page}");
    for hidden in ["010190", "1234", "token", "anker", "user", "word"] {
        assert!(!page.contains(hidden), "{page}");
    }
    // Nothing is cut off of an e-mail address.
    let page = "https://kommune.example/skjema/solfrid_mjelde@min-skole.example";
    let record = Record::new(redactor(ID), &Surroundings { page, ..surroundings() });
    assert_eq!(record.page.as_deref(), Some("https://kommune.example/skjema/[e-post 1]"));
    // A sign alone makes none.
    let page = "https://kommune.example/@solfrid_mjelde";
    let record = Record::new(redactor(ID), &Surroundings { page, ..surroundings() });
    assert_eq!(record.page.as_deref(), Some("https://kommune.example/@[navn 1]"));
}

#[test]
fn the_page_sets_no_cookies() {
    // Vi bruker ingen cookies.
    sets_no_cookies();
}
