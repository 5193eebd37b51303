//! Options whose value is a word of a vocabulary.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A parser of these values by their names, which it lists where it meets another.
pub fn one_of<T>(values: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(values.iter().map(move |it| name(*it)))
        .try_map(move |word| values.iter().copied().find(|it| name(*it) == word).ok_or("no such word"))
}
