//! The Finnish Immigration Service.

use super::*;

const ID: &str = "migri";

#[test]
fn what_the_notice_lists_is_masked() {
    let quote = "Om kunden trots instruktionerna skriver personuppgifter i chatten (till exempel 123456-abcd, 123456, 01.01.1900), raderas dessa uppgifter automatiskt utan att lagras dem i registret.";
    is_masked(
        ID,
        &[
            (quote, "Min kod är 131052-308T", "131052"),
            (quote, "Koden är 123456-abcd", "123456"),
            (quote, "Numret är 123456", "123456"),
            (quote, "Jag kom hit 01.01.1900", "01.01.1900"),
            (quote, "Olen syntynyt 1.2.1985", "1.2.1985"),
        ],
    );
}

#[test]
fn a_talk_expires_when_the_notice_says() {
    // Chattsamtalen lagras i högst två år och raderas sedan från registret.
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Bot])), "2028-03-02");
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Agent])), "2028-03-02");
}

#[test]
fn nobody_need_identify() {
    // Kunderna behöver inte identifiera sig för att kunna använda chatten, och svarens innehåll har hämtats från offentliga källor som är tillgängliga för allmänheten.
    // Tjänsten frågar inte efter några personuppgifter, och kunderna kan inte hantera sina personliga ärenden på chatten.
    let redactor = redactor(ID);
    assert!(redactor.policy().file().handover().unwrap().form().is_none(), "no form asks for anything");
    assert!(record(ID).is_empty(), "nothing is recorded beside the talk");
}

#[test]
fn the_chat_says_how_it_is_used() {
    // Kunderna får anvisningar för hur chatten ska användas.
    let redactor = redactor(ID);
    let hint = redactor.policy().file().hint().unwrap();
    for language in redactor.policy().languages() {
        assert!(!hint.get(*language).is_empty(), "{language:?}");
    }
    assert!(hint.get(slor::Language::Sv).contains("Skriv inte personuppgifter"));
}
