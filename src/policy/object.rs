//! Objects of the policy file, declared once: the declaration is what a file must say, its schema, and the view of it.

/// Declares an object of the policy file.
///
/// A field is a key of the same name, and a function that says what the file says. Without a default it's required. The
/// doc comments become the descriptions of the schema, so they are written for a data protection officer. A function
/// after `check` sees the object when every value in it is right by itself, and writes down what doesn't fit together.
macro_rules! object {
    (@required) => { true };
    (@required $default:expr) => { false };
    (@view $value:expr) => { $crate::policy::form::Field::view($value) };
    (@view $value:expr, $default:expr) => {
        match $value {
            None => $default,
            value => $crate::policy::form::Field::view(value),
        }
    };
    (@check) => { None };
    (@check $check:path) => { Some($check) };
    (
        $(#[doc = $doc:literal])+
        $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty $(= $default:expr)?,)+
        }
        $(check $check:path)?
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'p>(Option<&'p $crate::policy::json::Value>);

        impl<'p> $name<'p> {
            $($(#[doc = $field_doc])+
            pub fn $field(self) -> $type {
                let value = self.0.and_then(|it| it.get(stringify!($field)));
                $crate::policy::object::object!(@view value $(, $default)?)
            })+
        }

        impl<'p> $crate::policy::form::Field<'p> for $name<'p> {
            const FORM: &'static $crate::policy::form::Form =
                &$crate::policy::form::Form::Object(&$crate::policy::form::Shape {
                    name: $crate::policy::form::for_schema(stringify!($name)),
                    doc: $crate::policy::form::for_schema(concat!($($doc),+)),
                    keys: &[$($crate::policy::form::Key {
                        name: stringify!($field),
                        doc: $crate::policy::form::for_schema(concat!($($field_doc),+)),
                        required: $crate::policy::object::object!(@required $($default)?),
                        form: <$type as $crate::policy::form::Field<'p>>::FORM,
                    },)+],
                    check: $crate::policy::object::object!(@check $($check)?),
                });

            fn view(value: Option<&'p $crate::policy::json::Value>) -> Self {
                $name(value)
            }
        }
    };
}
pub(crate) use object;
