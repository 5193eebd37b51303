//! What the values of a policy file must be: data that the reader walks and the schema is made of.

use crate::policy::json::Value;
use crate::policy::reader::Reader;

/// What a value must be.
pub(crate) enum Form {
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Whole(u32, u32),
    /// Text on one line.
    Text,
    /// Text of a form of its own.
    Formed(&'static Formed),
    /// A text in each language of the policy.
    Texts,
    /// One text, or one in each language.
    Name,
    /// A word of a vocabulary.
    Word(&'static Vocabulary),
    /// A list with at least so many items.
    List(&'static Form, usize),
    /// A list with at least so many words, none of them twice.
    Set(&'static Vocabulary, usize),
    /// Values by word.
    Table(&'static Vocabulary, &'static Form),
    /// An object.
    Object(&'static Shape),
}

/// A form of text.
pub(crate) struct Formed {
    /// Its name in the schema.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the schema needs it"))]
    pub name: &'static str,
    /// Its description, after "is not".
    pub form: &'static str,
    /// Its regular expression in the schema.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the schema needs it"))]
    pub pattern: &'static str,
    /// Whether a text has it.
    pub is: fn(&str) -> bool,
}

/// A closed vocabulary.
pub(crate) struct Vocabulary {
    /// What one of its words is called in messages.
    pub what: &'static str,
    /// Its words.
    pub names: &'static [&'static str],
}

impl Vocabulary {
    /// The place of a word among them.
    #[inline(never)]
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        self.names.iter().position(|it| *it == word)
    }
}

/// The keys of an object.
pub(crate) struct Shape {
    /// Its name in the schema.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the schema needs it"))]
    pub name: &'static str,
    /// What it is, for a data protection officer.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the schema needs it"))]
    pub doc: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
    /// Writes down what doesn't fit together. Called when every value is right by itself; for the file, always.
    pub check: Option<fn(&Value, &mut Reader)>,
}

/// A key of an object.
pub(crate) struct Key {
    pub name: &'static str,
    /// What it's for, for a data protection officer.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the schema needs it"))]
    pub doc: &'static str,
    pub required: bool,
    pub form: &'static Form,
}

/// What can be seen of a valid policy.
pub(crate) trait Field<'p>: Sized {
    /// What its value must be.
    const FORM: &'static Form;

    /// What the value says. A value of the wrong kind can't occur in a valid policy, and says as little as possible.
    fn view(value: Option<&'p Value>) -> Self;
}

/// A sentence for the schema. Left out where no schema is made, since it would be downloaded.
pub(crate) const fn for_schema(text: &'static str) -> &'static str {
    if cfg!(feature = "cli") { text } else { "" }
}

/// Declares what is written as a text of a certain form: its name and pattern, whether a text has it, what it says then.
macro_rules! forms {
    ($($name:ident $(<$p:lifetime>)?, $form:literal, $pattern:literal, $is:expr, $view:expr;)+) => {
        $(impl<'p> $crate::policy::form::Field<'p> for $name$(<$p>)? {
            const FORM: &'static $crate::policy::form::Form = &$crate::policy::form::Form::Formed(&$crate::policy::form::Formed {
                name: $crate::policy::form::for_schema(stringify!($name)),
                form: $form,
                pattern: $crate::policy::form::for_schema($pattern),
                is: $is,
            });

            fn view(value: Option<&'p $crate::policy::json::Value>) -> Self {
                let text = value.and_then($crate::policy::json::Value::text).unwrap_or_default();
                let view: fn(&'p str) -> Self = $view;
                view(text)
            }
        })+
    };
}
pub(crate) use forms;
