//! Cellbes.

use super::*;
use slor::policy::Corner;

const ID: &str = "cellbes";

const MESSAGE: &str = "Hvor er ordre 4711-229? Jeg hedder Kirsten Kaspersen, kirsten@eksempel.dk, tlf. 20 12 34 56, og bor på Strandvejen 12, 8410 Rønde";

#[test]
fn what_helps_to_answer_goes_through_and_nothing_else() {
    // De personlige oplysninger, der kan være relevante i chatbotten for at hjælpe dig med at få den bedste hjælp, kan omfatte ordrenummer, e-mailadresse og sporingsnummer.
    let redactor = redactor(ID);
    let mut talk = slor::Conversation::new();
    talk.add(redactor, "Jeg hedder Kirsten Kaspersen", Some(Purpose::Answer));
    let alone = redactor.redact(MESSAGE, Some(Purpose::Answer)).text;
    for text in [alone, talk.add(redactor, MESSAGE, Some(Purpose::Answer)).text] {
        for needed in ["4711-229", "kirsten@eksempel.dk", "Strandvejen 12"] {
            assert!(text.contains(needed), "{text}");
        }
        assert!(!text.contains("20 12 34 56") && !text.contains("Kaspersen"), "{text}");
    }
    for (sent, left) in [
        ("Skriv til maja100526@eksempel.dk", "Skriv til maja100526@eksempel.dk"),
        ("Skriv til maja20123456@eksempel.dk", "Skriv til maja20123456@eksempel.dk"),
        ("Skriv til 010190-1234@eksempel.dk", "Skriv til [personnummer 1]@eksempel.dk"),
    ] {
        assert_eq!(redactor.redact(sent, Some(Purpose::Answer)).text, left);
    }
}

#[test]
fn other_purposes_get_a_view_without_personal_data() {
    // Vi bruger ikke personlige oplysninger i denne sammenhæng.
    // Vi bruger spørgsmålene i chatbotten til at udarbejde statistikker og på anden måde evaluere brugen, men bruger ikke personlige oplysninger i denne sammenhæng.
    let redactor = redactor(ID);
    let mut talk = Transcript::new(redactor);
    talk.add(redactor, Speaker::Citizen, MESSAGE, MORNING);
    for purpose in [None, Some(Purpose::Improve), Some(Purpose::Statistics), Some(Purpose::Training)] {
        let kept = talk.text(purpose, |it| it.name().to_owned()) + &talk.json(ID, purpose);
        for secret in ["4711", "229", "kirsten", "Kaspersen", "eksempel.dk", "20 12 34 56", "Strandvejen"] {
            assert!(!kept.contains(secret), "{purpose:?}: {kept}");
        }
    }
}

#[test]
fn nobody_need_register() {
    // Du behøver ikke at registrere nogen personlige oplysninger for at bruge chatbotten.
    let redactor = redactor(ID);
    let handover = redactor.policy().file().handover().unwrap();
    assert!(handover.from_start());
    let fields = handover.form().unwrap().fields();
    assert!(fields.iter().all(|it| it.category().is_none() || !it.required()), "a person can be reached without any");
    assert!(record(ID).is_empty(), "nothing is recorded beside the talk");
}

#[test]
fn a_person_can_be_reached_from_the_start() {
    // Du kan vælge at tale direkte med en kundeservicemedarbejder, hvis du ikke ønsker at tale med chatbotten.
    assert!(redactor(ID).policy().file().handover().unwrap().from_start());
}

#[test]
fn a_talk_expires_when_the_notice_says() {
    // Din samtale med chatbotten gemmes i 90 dage, før den slettes, og samtaler med en kundeservicemedarbejder slettes efter anmodning.
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Bot])), "2026-05-31");
    assert_eq!(on(expiry(ID, &[Speaker::Citizen, Speaker::Agent, Speaker::Bot])), "when asked");
    is_forgotten(ID);
    assert!(left(ID).is_empty());
}

#[test]
fn the_talk_can_be_downloaded() {
    // Du kan også downloade samtalen, hvis du ønsker det.
    let redactor = redactor(ID);
    assert!(redactor.policy().file().download().unwrap().offered());
    let mut talk = Transcript::new(redactor);
    talk.add(redactor, Speaker::Citizen, "Hvor er min pakke?", MORNING);
    talk.add(redactor, Speaker::Bot, "Den er \"på vej\".\nHilsen chatbotten", MORNING + 1000);
    assert!(
        talk.text(None, |it| it.name().to_owned())
            .starts_with("2026-03-02 08:15:42 UTC  citizen: Hvor er min pakke?\n")
    );
    let json: serde_json::Value = serde_json::from_str(&talk.json(ID, None)).unwrap();
    assert_eq!(json["turns"][1]["text"], "Den er \"på vej\".\nHilsen chatbotten");
    assert_eq!(json["turns"][1]["time"], "2026-03-02T08:15:43Z");
}

#[test]
fn the_launcher_and_the_menu_stand_where_the_notice_says() {
    // Se efter chat-symbolet i nederste højre hjørne af skærmen.
    // For at slette eller downloade samtalen skal du klikke på tandhjulet øverst til højre i chatvinduet og derefter på den ønskede valgmulighed.
    let redactor = redactor(ID);
    let file = redactor.policy().file();
    assert_eq!(file.launcher().unwrap().corner(), Corner::BottomRight);
    assert_eq!(file.menu().unwrap().corner(), Corner::TopRight);
    assert_eq!(menu(ID), (Icon::Gear, ""));
}

#[test]
fn a_form_comes_before_the_queue() {
    // Du vil så blive bedt om at give de oplysninger, der er relevante for din sag.
    // Vi beder om disse oplysninger, før du går ind i chatkøen, fordi det i de fleste tilfælde er nødvendigt for os at have oplysningerne for at kunne løse sagen korrekt.
    let redactor = redactor(ID);
    let form = redactor.policy().file().handover().unwrap().form().unwrap();
    let ids: Vec<&str> = form.fields().iter().map(|it| it.id().as_str()).collect();
    assert_eq!(ids, ["order", "email", "question"]);
}
