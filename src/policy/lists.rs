//! Lists, sets and tables of a policy file.

use std::ops::Deref;

use crate::policy::json::Value;
use crate::policy::reader::{Read, Reader};
use crate::policy::word::Word;

/// A list of at least `MIN` items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T, const MIN: usize = 0>(pub(crate) Vec<T>);

/// A list of at least `MIN` words, none of them twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T, const MIN: usize = 0>(pub(crate) Vec<T>);

/// Values by word, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(pub(crate) Vec<(K, V)>);

impl<K: Copy + PartialEq, V> Table<K, V> {
    /// The value of this word.
    pub fn get(&self, key: K) -> Option<&V> {
        self.0.iter().find(|it| it.0 == key).map(|it| &it.1)
    }

    /// The words and their values, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.0.iter().map(|it| (it.0, &it.1))
    }
}

impl<T, const MIN: usize> Deref for List<T, MIN> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T, const MIN: usize> Deref for Set<T, MIN> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Read, const MIN: usize> Read for List<T, MIN> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let items = reader.list(value, MIN)?;
        let mut all = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            all.extend(reader.below::<T>(&n.to_string(), item));
        }
        (all.len() == items.len()).then_some(List(all))
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "type": "array", "items": T::schema(schema), "minItems": MIN })
    }
}

impl<T: Word, const MIN: usize> Read for Set<T, MIN> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let items = reader.list(value, MIN)?;
        let mut all = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            let step = n.to_string();
            let Some(word) = reader.below::<T>(&step, item) else { continue };
            if all.contains(&word) {
                reader.mistake_below(item.at, &step, format!("`{}` is there twice", word.name()));
                continue;
            }
            all.push(word);
        }
        (all.len() == items.len()).then_some(Set(all))
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "type": "array", "items": T::schema(schema), "minItems": MIN, "uniqueItems": true })
    }
}

impl<K: Word, V: Read> Read for Table<K, V> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let members = reader.members(value)?;
        let mut all = Vec::with_capacity(members.len());
        for member in members {
            let key = K::from_word(&member.key);
            if key.is_none() {
                reader.unknown_below(member.at, &member.key, K::WHAT, &K::names);
            }
            let read = reader.below::<V>(&member.key, &member.value);
            all.extend(key.zip(read));
        }
        (all.len() == members.len()).then_some(Table(all))
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        let value = V::schema(schema);
        let names = K::names();
        let properties: serde_json::Map<_, _> = names.map(|it| (it.to_owned(), value.clone())).collect();
        serde_json::json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(value, reader).map(Some)
    }

    #[cfg(feature = "cli")]
    fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
        T::schema(schema)
    }
}
