//! How a word of a closed vocabulary is read.

use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::policy::json::Value;
use crate::policy::reader::{Read, Reader};
use crate::policy::words::{
    Adapter, Cookies, Corner, Country, Device, Format, Ground, Icon, IpAddress, Metadata, Owner, Precision, Right,
    Role, Section, Statement, Storage, Unread, Way, Weekday,
};

/// A word of a closed vocabulary.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// What the word is called in error messages.
    const WHAT: &'static str;

    /// The name in the file.
    fn name(self) -> &'static str;

    /// The word with this name.
    fn from_word(name: &str) -> Option<Self>;

    /// Every name.
    fn names() -> Box<dyn Iterator<Item = &'static str>>;
}

macro_rules! words {
    ($($name:ident $what:literal,)+) => {
        $(impl Word for $name {
            const WHAT: &'static str = $what;

            fn name(self) -> &'static str {
                $name::name(self)
            }

            fn from_word(name: &str) -> Option<Self> {
                $name::from_name(name)
            }

            fn names() -> Box<dyn Iterator<Item = &'static str>> {
                Box::new($name::ALL.iter().map(|it| it.name()))
            }
        })+
    };
}

words! {
    Action "action", Category "category", Language "language", Purpose "purpose", Scope "scope",
    Adapter "adapter", Cookies "kind of cookies", Corner "corner", Country "country", Device "device",
    Format "format", Ground "legal ground", Icon "icon", IpAddress "treatment of the IP address",
    Metadata "kind of metadata", Owner "owner", Precision "precision", Right "right", Role "role",
    Section "section", Statement "statement", Storage "place of storage", Unread "choice for unread scripts",
    Way "way", Weekday "day of the week",
}

impl<T: Word> Read for T {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(value)?;
        let word = T::from_word(text);
        if word.is_none() {
            reader.unknown(value.at, T::WHAT, text, &T::names);
        }
        word
    }

    #[cfg(feature = "cli")]
    fn schema(_: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "enum": T::names().collect::<Vec<_>>() })
    }
}
