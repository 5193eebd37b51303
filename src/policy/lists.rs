//! Lists, sets and tables of a policy file.

use std::marker::PhantomData;

use crate::policy::form::{Field, Form};
use crate::policy::json::{Member, Value};
use crate::policy::word::Word;

/// A list of at least `MIN` items.
#[derive(Clone, Copy, Debug)]
pub struct List<'p, T, const MIN: usize = 0>(&'p [Value], PhantomData<T>);

/// A list of at least `MIN` words, none of them twice.
#[derive(Clone, Copy, Debug)]
pub struct Set<'p, T, const MIN: usize = 0>(&'p [Value], PhantomData<T>);

/// Values by word, in the order of the file.
#[derive(Clone, Copy, Debug)]
pub struct Table<'p, K, V>(&'p [Member], PhantomData<(K, V)>);

#[expect(private_bounds, reason = "what a field is, is the policy's own business")]
impl<'p, T: Field<'p>, const MIN: usize> List<'p, T, MIN> {
    /// None.
    pub(crate) const EMPTY: Self = List(&[], PhantomData);

    /// The items, in the order of the file.
    pub fn iter(self) -> impl ExactSizeIterator<Item = T> + use<'p, T, MIN> {
        self.0.iter().map(|it| T::view(Some(it)))
    }

    /// The item at this place, from 0.
    pub fn get(self, n: usize) -> Option<T> {
        self.0.get(n).map(|it| T::view(Some(it)))
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

#[expect(private_bounds, reason = "what a word is, is the policy's own business")]
impl<'p, T: Word, const MIN: usize> Set<'p, T, MIN> {
    /// None.
    pub(crate) const EMPTY: Self = Set(&[], PhantomData);

    /// The words, in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = T> + use<'p, T, MIN> {
        self.0.iter().filter_map(|it| T::from_word(it.text()?))
    }

    /// Whether the word is among them.
    pub fn contains(self, word: T) -> bool {
        self.0.iter().any(|it| it.text() == Some(word.word()))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

#[expect(private_bounds, reason = "what a word is, is the policy's own business")]
impl<'p, K: Word, V: Field<'p>> Table<'p, K, V> {
    /// None.
    pub(crate) const EMPTY: Self = Table(&[], PhantomData);

    /// The value of this word.
    pub fn get(self, key: K) -> Option<V> {
        self.0.iter().find(|it| it.key == key.word()).map(|it| V::view(Some(&it.value)))
    }

    /// The words and their values, in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = (K, V)> + use<'p, K, V> {
        self.0.iter().filter_map(|it| Some((K::from_word(&it.key)?, V::view(Some(&it.value)))))
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'p, T: Field<'p>, const MIN: usize> Field<'p> for List<'p, T, MIN> {
    const FORM: &'static Form = &Form::List(T::FORM, MIN);

    fn view(value: Option<&'p Value>) -> Self {
        List(value.map_or(&[], Value::items), PhantomData)
    }
}

impl<'p, T: Word, const MIN: usize> Field<'p> for Set<'p, T, MIN> {
    const FORM: &'static Form = &Form::Set(T::VOCABULARY, MIN);

    fn view(value: Option<&'p Value>) -> Self {
        Set(value.map_or(&[], Value::items), PhantomData)
    }
}

impl<'p, K: Word, V: Field<'p>> Field<'p> for Table<'p, K, V> {
    const FORM: &'static Form = &Form::Table(K::VOCABULARY, V::FORM);

    fn view(value: Option<&'p Value>) -> Self {
        Table(value.map_or(&[], Value::members), PhantomData)
    }
}

impl<'p, T: Field<'p>> Field<'p> for Option<T> {
    const FORM: &'static Form = T::FORM;

    fn view(value: Option<&'p Value>) -> Self {
        value.map(|it| T::view(Some(it)))
    }
}
