//! The closed vocabularies that policies, findings and files share.

use serde::Serialize;

/// Declares a closed vocabulary: an enum whose variants have one name each in JSON, files and prose.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The name used in policies, lexicons, marks and findings.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// The value with this name, if the vocabulary has it.
            pub fn from_name(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// What kind of personal data a finding is.
    Category {
        /// CPR, personnummer, samordningsnummer, fødselsnummer, D-number, HETU, kennitala.
        NationalId = "national_id",
        /// A telephone number.
        Phone = "phone",
        /// A bank account, IBAN or payment card.
        Account = "account",
        /// Any other number with at least as many digits as the policy says.
        Number = "number",
        /// A date of birth.
        Birthdate = "birthdate",
        /// Any other full date.
        Date = "date",
        /// An e-mail address, also written out in words.
        Email = "email",
        /// A personal name.
        Name = "name",
        /// Health: diagnosis, symptom, disability, medicine, treatment, pregnancy, addiction.
        Health = "health",
        /// That the person concerned is a man, a woman, non-binary, trans.
        Gender = "gender",
        /// Race, ethnic origin, mother tongue as origin, indigenous people.
        Ethnicity = "ethnicity",
        /// A country or citizenship as origin.
        Nationality = "nationality",
        /// Sexual orientation or practice.
        Sexuality = "sexuality",
        /// Party, ideology, how one votes.
        Politics = "politics",
        /// Faith, membership of a church, atheism as conviction.
        Religion = "religion",
        /// A street address with its number.
        Address = "address",
        /// An order, tracking or case number known by its word or by a shape that the policy gives.
        Reference = "reference",
    }
}

impl Category {
    /// Whether it's one of the six that tell what somebody is or believes (`nationality` counts as origin): told by words, and never numbered.
    pub(crate) fn is_special(self) -> bool {
        matches!(
            self,
            Category::Health
                | Category::Gender
                | Category::Ethnicity
                | Category::Nationality
                | Category::Sexuality
                | Category::Politics
                | Category::Religion
        )
    }
}

vocabulary! {
    /// A language: spoken to the citizen, or recognised in messages (ISO 639-1; `nb` and `nn` apart).
    Language {
        /// Danish.
        Da = "da",
        /// Swedish.
        Sv = "sv",
        /// Norwegian Bokmål.
        Nb = "nb",
        /// Norwegian Nynorsk.
        Nn = "nn",
        /// Finnish.
        Fi = "fi",
        /// English.
        En = "en",
    }
}

vocabulary! {
    /// What becomes of a finding.
    Action {
        /// A placeholder takes its place.
        Redact = "redact",
        /// It stays as it is.
        Keep = "keep",
    }
}

vocabulary! {
    /// When a category is acted on.
    Scope {
        /// Wherever it is found.
        Always = "always",
        /// Only where the writer or somebody near is meant.
        Disclosed = "disclosed",
    }
}

vocabulary! {
    /// What a redacted text is used for.
    Purpose {
        /// Answering the citizen.
        Answer = "answer",
        /// Improving the chatbot.
        Improve = "improve",
        /// Statistics and evaluation.
        Statistics = "statistics",
        /// Research.
        Research = "research",
        /// Training staff.
        Training = "training",
    }
}
