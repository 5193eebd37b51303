//! Objects of the policy file, declared once: the declaration is the type, its reader and its schema.

/// Declares an object of the policy file.
///
/// A field is a key of the same name. Without a default it is required. The doc comments become the descriptions of the
/// schema, so they are written for a data protection officer. A function after `check` sees the finished object, its
/// place and the reader, and writes down what does not fit together.
macro_rules! object {
    (@required) => { true };
    (@required $default:expr) => { false };
    (@default) => { None };
    (@default $default:expr) => { Some($default) };
    (
        $(#[doc = $doc:literal])+
        $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty $(= $default:expr)?,)+
        }
        $(check $check:path)?
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl $crate::policy::reader::Read for $name {
            fn read(
                value: &$crate::policy::json::Value<'_>,
                reader: &mut $crate::policy::reader::Reader,
            ) -> Option<Self> {
                const KEYS: &[$crate::policy::reader::Key] = &[$($crate::policy::reader::Key {
                    name: stringify!($field),
                    required: $crate::policy::object::object!(@required $($default)?),
                },)+];
                let members = reader.object(value, KEYS)?;
                $(let $field: Option<$type> = reader.field(
                    members,
                    stringify!($field),
                    $crate::policy::object::object!(@default $($default)?),
                );)+
                let object = $name { $($field: $field?,)+ };
                $($check(&object, value, reader);)?
                Some(object)
            }

            #[cfg(feature = "cli")]
            fn schema(schema: &mut $crate::policy::schema::Schema) -> serde_json::Value {
                schema.object(stringify!($name), concat!($($doc),+), |schema| vec![$(
                    $crate::policy::schema::Property {
                        key: stringify!($field),
                        doc: concat!($($field_doc),+),
                        required: $crate::policy::object::object!(@required $($default)?),
                        schema: <$type as $crate::policy::reader::Read>::schema(schema),
                    },
                )+])
            }
        }
    };
}
pub(crate) use object;
