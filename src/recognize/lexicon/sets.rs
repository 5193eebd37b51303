//! Which words can fill which slots of frames, as bits: one test in place of a comparison a word.

use std::collections::BTreeMap;

use super::model::ids;
use super::table;
use super::words::Words;

/// A bit for each set of a language.
type Row = [u64; 8];

/// How many sets of a language have a bit; what can fill a slot of the others is compared word by word.
const MOST: usize = 512;

/// Sets of identities, numbered language by language; a row of bits an identity says which it's in.
#[derive(Default)]
pub(super) struct Sets {
    /// An empty row, the terms of each language's frames, then words and classes.
    rows: Vec<Row>,
    /// The row of a word or class.
    row_of: Vec<u16>,
}

/// Rows of terms a language.
const TERMS: usize = ids::BLOCKED as usize;

/// Sets while they are told apart.
#[derive(Default)]
pub(super) struct Sowing {
    /// The number of a set by the hash of its members.
    numbers: BTreeMap<u64, u16>,
    /// The sets of each language.
    sets: [Vec<Vec<u16>>; 6],
}

impl Sowing {
    /// The number of the set of `members` among those of a language, if it has a bit.
    pub fn number(&mut self, language: u8, members: Vec<u16>) -> Option<u16> {
        let bytes = members.iter().flat_map(|it| it.to_le_bytes());
        let hash = bytes.fold(table::extend(table::START, language), table::extend);
        let sets = self.sets.get_mut(usize::from(language))?;
        let number = *self.numbers.entry(hash).or_insert_with(|| {
            sets.push(members);
            sets.len() as u16 - 1
        });
        (usize::from(number) < MOST).then_some(number)
    }

    /// The rows of all identities below `identities`.
    pub fn finish(self, identities: u16) -> Sets {
        let mut sets = Sets {
            rows: vec![Row::default(); 1 + TERMS * crate::category::Language::ALL.len()],
            row_of: vec![0; usize::from(identities)],
        };
        let numbered = |(language, all): (u8, Vec<Vec<u16>>)| {
            all.into_iter().zip(0u16..).map(move |(members, number)| (language, members, number))
        };
        for (language, members, number) in (0u8..).zip(self.sets).flat_map(numbered) {
            for id in &members {
                if let Some(row) =
                    sets.row_of.get_mut(usize::from(*id)).filter(|it| **it == 0 && *id >= ids::FIRST_WORD)
                {
                    *row = sets.rows.len() as u16;
                    sets.rows.push(Row::default());
                }
                let row = sets.row(language, *id);
                let bits = sets.rows.get_mut(row).and_then(|it| it.get_mut(usize::from(number) / 64));
                if let Some(it) = bits {
                    *it |= 1 << (number % 64);
                }
            }
        }
        sets
    }
}

impl Sets {
    /// The row of an identity for the frames of a language.
    fn row(&self, language: u8, id: u16) -> usize {
        if usize::from(id) < TERMS {
            return 1 + usize::from(language) * TERMS + usize::from(id);
        }
        self.row_of.get(usize::from(id)).copied().unwrap_or(0).into()
    }
}

/// The sets of one language that the words of a message are in.
pub(super) struct Held {
    words: Vec<Row>,
    all: Row,
}

impl Held {
    /// Asks each word for its sets.
    pub fn new(sets: &Sets, words: &Words<'_>, language: u8) -> Held {
        let mut held = Held { words: vec![Row::default(); words.list.len()], all: Row::default() };
        for (at, bits) in held.words.iter_mut().enumerate() {
            for sense in words.senses(at) {
                // Words of frames belong to a language; terms of all languages fill its slots.
                let own = sense.id < ids::FIRST_WORD || sense.language == language;
                let row = if own { sets.row(language, sense.id) } else { 0 };
                if let (true, Some(row)) = (row > 0, sets.rows.get(row)) {
                    add(bits, row);
                }
            }
            add(&mut held.all, bits);
        }
        held
    }

    /// Whether the word at `at` is in a set.
    #[inline]
    pub fn has(&self, at: usize, set: u16) -> bool {
        self.words.get(at).is_some_and(|it| holds(it, set))
    }

    /// Whether any word is.
    #[inline]
    pub fn anywhere(&self, set: u16) -> bool {
        holds(&self.all, set)
    }
}

#[inline]
fn add(row: &mut Row, other: &Row) {
    for (it, other) in row.iter_mut().zip(other) {
        *it |= other;
    }
}

#[inline]
fn holds(row: &Row, set: u16) -> bool {
    row.get(usize::from(set) / 64).is_some_and(|it| it & 1 << (set % 64) != 0)
}
