//! Texts for the citizen, by language.

use crate::category::Language;
use crate::policy::json::{Kind, Value};
use crate::policy::lists::Table;
use crate::policy::reader::{Read, Reader};
use crate::policy::word::Word;

/// A text in every language of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts(pub(crate) Table<Language, String>);

/// A name: the same in every language, or one in every language of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// The same in every language.
    Same(String),
    /// One a language.
    Each(Texts),
}

impl Texts {
    /// The text in this language; where the policy has none, in the other written Norwegian or its first language.
    pub fn get(&self, language: Language) -> &str {
        let near = match language {
            Language::Nn => Some(Language::Nb),
            Language::Nb => Some(Language::Nn),
            _ => None,
        };
        let text = self.0.get(language).or_else(|| self.0.get(near?));
        text.or_else(|| self.0.iter().next().map(|it| it.1)).map_or("", String::as_str)
    }

    /// The text in this language, if the policy has it.
    pub fn exactly(&self, language: Language) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }
}

impl Name {
    /// The name in this language.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Name::Same(name) => name,
            Name::Each(names) => names.get(language),
        }
    }
}

impl Read for String {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        reader.text(value).map(str::to_owned)
    }

    #[cfg(feature = "cli")]
    fn schema(_: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "type": "string", "minLength": 1 })
    }
}

impl Read for bool {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Kind::Bool(it) = value.kind else {
            reader.expected(value, "true or false");
            return None;
        };
        Some(it)
    }

    #[cfg(feature = "cli")]
    fn schema(_: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl Read for Texts {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let texts = Texts(Table::read(value, reader)?);
        let missing = |it: &Language| texts.exactly(*it).is_none();
        let missing: Vec<_> = reader.languages.iter().copied().filter(missing).collect();
        for language in &missing {
            let message = format!("the text is missing in `{}`, which the policy speaks", Word::name(*language));
            reader.mistake_below(value.at, Word::name(*language), message);
        }
        let empty = texts.0.iter().next().is_none();
        if empty && missing.is_empty() {
            reader.mistake(value.at, "the text is missing".to_owned());
        }
        (missing.is_empty() && !empty).then_some(texts)
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        schema.define("Texts", |schema| {
            let mut texts = Table::<Language, String>::schema(schema);
            texts["description"] = "A text by language. Each language of `languages` must be there.".into();
            texts["minProperties"] = 1.into();
            texts
        })
    }
}

impl Read for Name {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value.kind {
            Kind::Object(_) => Texts::read(value, reader).map(Name::Each),
            _ => String::read(value, reader).map(Name::Same),
        }
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        schema.define("Name", |schema| {
            serde_json::json!({
                "description": "A name: one text for every language, or an object with one a language.",
                "anyOf": [String::schema(schema), Texts::schema(schema)],
            })
        })
    }
}
