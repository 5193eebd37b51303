//! Placeholders: what takes the place of a finding, in the policy's language.

use crate::category::{Category, Language};

/// Whether equal values of the category get the same number, so that the bot can still follow (`[navn 1]`).
pub(crate) fn is_numbered(category: Category) -> bool {
    !category.is_special()
}

/// The word inside the brackets.
pub fn label(category: Category, language: Language) -> &'static str {
    let [da, sv, nb, nn, fi, en] = match category {
        Category::NationalId => {
            ["personnummer", "personnummer", "fødselsnummer", "fødselsnummer", "henkilötunnus", "personal id"]
        }
        Category::Phone => {
            ["telefonnummer", "telefonnummer", "telefonnummer", "telefonnummer", "puhelinnumero", "phone number"]
        }
        Category::Account => {
            ["kontonummer", "kontonummer", "kontonummer", "kontonummer", "tilinumero", "account number"]
        }
        Category::Number => ["nummer", "nummer", "nummer", "nummer", "numero", "number"],
        Category::Birthdate => {
            ["fødselsdato", "födelsedatum", "fødselsdato", "fødselsdato", "syntymäaika", "date of birth"]
        }
        Category::Date => ["dato", "datum", "dato", "dato", "päivämäärä", "date"],
        Category::Email => ["e-mail", "e-post", "e-post", "e-post", "sähköposti", "e-mail"],
        Category::Name => ["navn", "namn", "navn", "namn", "nimi", "name"],
        Category::Health => ["helbred", "hälsa", "helse", "helse", "terveys", "health"],
        Category::Gender => ["køn", "kön", "kjønn", "kjønn", "sukupuoli", "gender"],
        Category::Ethnicity => ["etnicitet", "etnicitet", "etnisitet", "etnisitet", "etnisyys", "ethnicity"],
        Category::Nationality => {
            ["nationalitet", "nationalitet", "nasjonalitet", "nasjonalitet", "kansalaisuus", "nationality"]
        }
        Category::Sexuality => {
            ["seksualitet", "sexualitet", "seksualitet", "seksualitet", "seksuaalisuus", "sexuality"]
        }
        Category::Politics => ["politik", "politik", "politikk", "politikk", "politiikka", "politics"],
        Category::Religion => ["tro", "tro", "tro", "tru", "vakaumus", "faith"],
        Category::Address => ["adresse", "adress", "adresse", "adresse", "osoite", "address"],
        Category::Reference => ["sagsnummer", "ärendenummer", "saksnummer", "saksnummer", "asianumero", "reference"],
    };
    match language {
        Language::Da => da,
        Language::Sv => sv,
        Language::Nb => nb,
        Language::Nn => nn,
        Language::Fi => fi,
        Language::En => en,
    }
}
