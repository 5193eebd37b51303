//! Kommune-Kiri.

use super::*;

const ID: &str = "kommune-kiri";

#[test]
fn what_the_notice_lists_is_masked() {
    is_masked(
        ID,
        &[
            (
                "Vi gemmer dog aldrig dine følsomme personoplysninger, da Kommune-Kiri straks anonymiserer dine oplysninger, hvis du skriver:",
                "Mit cpr-nummer er 010190-1234",
                "010190",
            ),
            (
                "Numre på mere end 6 cifre (fx telefonnummer eller cpr-nummer)",
                "Ring til mig på 20 12 34 56",
                "20 12 34 56",
            ),
            ("Numre på mere end 6 cifre (fx telefonnummer eller cpr-nummer)", "Nummeret er 1234567", "1234567"),
            ("Helbredsoplysninger", "Jeg har fået diabetes", "diabetes"),
            ("Oplysninger om dit køn", "Jeg er en kvinde på 40", "kvinde"),
            ("Oplysninger om race og etnisk oprindelse", "Jeg er same og bor i byen", "same"),
            ("Oplysninger om din seksualitet", "Jeg er homoseksuel", "homoseksuel"),
            ("Oplysninger om din politiske overbevisning", "Jeg stemmer på Venstre", "Venstre"),
            ("Oplysninger om din religiøse overbevisning", "Jeg er muslim", "muslim"),
        ],
    );
}

#[test]
fn a_talk_expires_when_the_notice_says() {
    // Det du skriver til Kommune-Kiri gemmes i en log-fil i 90 dage, før samtalen slettes helt.
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Bot])), "2026-05-31");
}

#[test]
fn deleting_leaves_nothing() {
    // Du kan selv vælge at slette hele din chat-samtale med Kommune-Kiri.
    is_forgotten(ID);
    // Hvis du har valgt at slette din chat-samtale med Kommune-Kiri, gemmer vi ingen oplysninger (metadata) om samtalen.
    assert!(left(ID).is_empty());
}

#[test]
fn the_menu_has_the_icon_and_words_of_the_notice() {
    // Det kan du gøre ved at klikke på ?-ikonet i chat-vinduet og derefter vælge ’Slet samtalen’.
    assert_eq!(menu(ID), (Icon::Question, "Slet samtalen"));
}

#[test]
fn the_record_holds_these_fields_and_no_others() {
    // Vi gemmer nogle få oplysninger (metadata) om din chat-samtale med Kommune-Kiri, som vi bruger til statistik:
    assert_eq!(fields(ID), [Metadata::Time, Metadata::Device, Metadata::Browser]);
    let expected = Record {
        // Tidspunkt (dato og klokkeslæt)
        time: Some("2026-03-02T08:15Z".to_owned()),
        // Information om din platform (computer eller mobiltelefon/tablet)
        device: Some(Device::Handheld),
        // Information om din webbrowser (type og version)
        browser: Some("Chrome 140".to_owned()),
        ..Record::default()
    };
    assert_eq!(record(ID), expected);
    let desktop = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    assert_eq!(device_of(ID, desktop), Some(Device::Computer));
}

#[test]
fn the_page_sets_no_cookies() {
    // Vi anvender tekniske cookies til at forbedre Kommune-Kiris performance – men vi anvender ikke cookies til at indsamle oplysninger om dig.
    sets_no_cookies();
}
