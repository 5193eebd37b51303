//! How a word of a closed vocabulary is read.

use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::policy::form::{Field, Form, Vocabulary};
use crate::policy::json::Value;
use crate::policy::words::{
    Adapter, Cookies, Corner, Country, Device, Format, Ground, Icon, IpAddress, Metadata, Owner, Precision, Right,
    Role, Section, Statement, Storage, TimeZone, Unread, Way, Weekday,
};

/// A word of a closed vocabulary.
pub(crate) trait Word: Copy + 'static {
    /// The vocabulary.
    const VOCABULARY: &'static Vocabulary;

    /// Its first word.
    const FIRST: Self;

    /// The word in the file.
    fn word(self) -> &'static str;

    /// The value with this word.
    fn from_word(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($($name:ident $what:literal,)+) => {
        $(impl Word for $name {
            const VOCABULARY: &'static Vocabulary = &Vocabulary {
                what: $what,
                names: &{
                    let mut names = [""; $name::ALL.len()];
                    let mut n = 0;
                    while n < names.len() {
                        names[n] = $name::ALL[n].name();
                        n += 1;
                    }
                    names
                },
            };
            const FIRST: Self = $name::ALL[0];

            fn word(self) -> &'static str {
                self.name()
            }

            fn from_word(word: &str) -> Option<Self> {
                $name::ALL.get(Self::VOCABULARY.position(word)?).copied()
            }
        })+
    };
}

words! {
    Action "action", Category "category", Language "language", Purpose "purpose", Scope "scope",
    Adapter "adapter", Cookies "kind of cookies", Corner "corner", Country "country", Device "device",
    Format "format", Ground "legal ground", Icon "icon", IpAddress "treatment of the IP address",
    Metadata "kind of metadata", Owner "owner", Precision "precision", Right "right", Role "role",
    Section "section", Statement "statement", Storage "place of storage", TimeZone "time zone",
    Unread "choice for unread scripts", Way "way", Weekday "day of the week",
}

impl<'p, T: Word> Field<'p> for T {
    const FORM: &'static Form = &Form::Word(T::VOCABULARY);

    fn view(value: Option<&'p Value>) -> Self {
        value.and_then(|it| T::from_word(it.text()?)).unwrap_or(T::FIRST)
    }
}
