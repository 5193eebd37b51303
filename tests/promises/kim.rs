//! Kommun Kim.

use super::*;

const ID: &str = "kommun-kim";

#[test]
fn what_the_notice_lists_is_masked() {
    is_masked(
        ID,
        &[
            (
                "Kommun-Kim anonymiserar din information omedelbart om du skriver:",
                "Mitt personnummer är 19900101-2394",
                "19900101",
            ),
            (
                "Ett nummer med fler än 6 siffror (exempelvis telefonnummer)",
                "Ring mig på 070-174 06 05",
                "070-174 06 05",
            ),
            ("Ett nummer med fler än 6 siffror (exempelvis telefonnummer)", "Numret är 1234567", "1234567"),
            ("Hälsorelaterad information.", "Jag har fått diabetes", "diabetes"),
            ("Information som anger om du är man eller kvinna.", "Jag är en kvinna på 40 år", "kvinna"),
            ("Information om din sexuella läggning.", "Jag är homosexuell", "homosexuell"),
            ("Information om din politiska uppfattning.", "Jag röstar på Moderaterna", "Moderaterna"),
        ],
    );
}

#[test]
fn a_talk_expires_when_the_notice_says() {
    // Om du skriver en fråga till chat-boten Kommun Kim vill vi informera dig om att det du skriver kommer att lagras i en logg i 21 dagar innan det raderas helt.
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Bot])), "2026-03-23");
}

#[test]
fn deleting_leaves_nothing() {
    // Du kan välja att radera hela chatten som du har haft med Kommun-Kim.
    is_forgotten(ID);
    assert!(left(ID).is_empty());
}

#[test]
fn the_menu_has_the_icon_and_words_of_the_notice() {
    // Det gör du när som helst genom att klicka på ?-ikonen i chattfönstret och sedan välja radera samtal.
    assert_eq!(menu(ID), (Icon::Question, "Radera samtal"));
}

#[test]
fn the_record_holds_these_fields_and_no_others() {
    // Vi lagrar viss information om ditt chatt-samtal för vår statistik:
    assert_eq!(fields(ID), [Metadata::Time, Metadata::Device, Metadata::Browser]);
    let expected = Record {
        // Datum och tid för chatten.
        time: Some("2026-03-02T08:15Z".to_owned()),
        // Information om vilken plattform du använde (dator, surfplatta eller mobiltelefon).
        device: Some(Device::Phone),
        // Information om vilken typ och version av webbläsare du använde.
        browser: Some("Chrome 140".to_owned()),
        ..Record::default()
    };
    assert_eq!(record(ID), expected);
    let tablet = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
    assert_eq!(device_of(ID, tablet), Some(Device::Tablet));
}
