//! Texts for the citizen, by language.

use crate::category::Language;
use crate::policy::form::{Field, Form};
use crate::policy::json::{Kind, Value};
use crate::policy::lists::Table;

/// A text in every language of the policy.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'p>(Table<'p, Language, &'p str>);

/// A name: the same in every language, or one in every language of the policy.
#[derive(Clone, Copy, Debug)]
pub enum Name<'p> {
    /// The same in every language.
    Same(&'p str),
    /// One a language.
    Each(Texts<'p>),
}

impl<'p> Texts<'p> {
    /// The text in this language; where the policy has none, in the other written Norwegian or its first language.
    pub fn get(self, language: Language) -> &'p str {
        let near = match language {
            Language::Nn => Language::Nb,
            Language::Nb => Language::Nn,
            other => other,
        };
        let text = self.exactly(language).or_else(|| self.exactly(near));
        text.or_else(|| self.0.iter().next().map(|it| it.1)).unwrap_or_default()
    }

    /// The text in this language, if the policy has it.
    #[inline(never)]
    pub fn exactly(self, language: Language) -> Option<&'p str> {
        self.0.get(language)
    }
}

impl<'p> Name<'p> {
    /// The name in this language.
    pub fn get(self, language: Language) -> &'p str {
        match self {
            Name::Same(name) => name,
            Name::Each(names) => names.get(language),
        }
    }
}

impl<'p> Field<'p> for &'p str {
    const FORM: &'static Form = &Form::Text;

    fn view(value: Option<&'p Value>) -> Self {
        value.and_then(Value::text).unwrap_or_default()
    }
}

impl<'p> Field<'p> for bool {
    const FORM: &'static Form = &Form::Flag;

    fn view(value: Option<&'p Value>) -> Self {
        matches!(value.map(|it| &it.kind), Some(Kind::Bool(true)))
    }
}

impl<'p> Field<'p> for Texts<'p> {
    const FORM: &'static Form = &Form::Texts;

    fn view(value: Option<&'p Value>) -> Self {
        Texts(Table::view(value))
    }
}

impl<'p> Field<'p> for Name<'p> {
    const FORM: &'static Form = &Form::Name;

    fn view(value: Option<&'p Value>) -> Self {
        match value.and_then(Value::text) {
            Some(name) => Name::Same(name),
            None => Name::Each(Texts::view(value)),
        }
    }
}
