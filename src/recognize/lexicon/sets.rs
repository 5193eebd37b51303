//! Which words can fill which slots of frames, as bits: one test in place of a comparison a word.

use super::model::{Flags, Lists, ids};
use super::numbering::Numbering;
use super::table;
use super::words::Words;

/// A bit for each set of a language.
type Row = [u64; MOST / 64];

/// How many sets of a language have a bit; what can fill a slot of the others would be compared word by word.
const MOST: usize = 1024;

/// The set that every message holds a word of, so that nobody must ask whether there is one to ask for.
pub(super) const ALWAYS: u16 = MOST as u16 - 1;

/// Sets of identities, numbered language by language. Most identities are in a few: a list says it in less memory than bits.
#[derive(Default)]
pub(super) struct Sets {
    /// The sets of nothing, of the terms of each language's frames, then of words and classes.
    lists: Lists<u16>,
    /// The list of a word or class.
    list_of: Vec<u16>,
}

/// Lists of terms a language.
const TERMS: usize = ids::BLOCKED as usize;

/// Sets while they are told apart.
#[derive(Default)]
pub(super) struct Sowing {
    /// The number of a set by the hash of its members.
    numbers: Numbering,
    /// The sets of each language.
    sets: [Vec<Vec<u16>>; 6],
}

impl Sowing {
    /// The number of the set of `members` among those of a language, if it has a bit.
    pub fn number(&mut self, language: u8, members: Vec<u16>) -> Option<u16> {
        let bytes = members.iter().flat_map(|it| it.to_le_bytes());
        let hash = bytes.fold(table::extend(table::START, language), table::extend);
        let sets = self.sets.get_mut(usize::from(language))?;
        let new = sets.len() as u16;
        let number = self.numbers.number(hash, new);
        if number == new {
            sets.push(members);
        }
        (number < ALWAYS).then_some(number)
    }

    /// The sets of all identities below `identities`.
    pub fn finish(self, identities: u16) -> Sets {
        let mut count = 1 + (TERMS * crate::category::Language::ALL.len()) as u16;
        let mut sets = Sets { lists: Lists::default(), list_of: vec![0; usize::from(identities)] };
        let mut given = Vec::new();
        let numbered = |(language, all): (u8, Vec<Vec<u16>>)| {
            all.into_iter().zip(0u16..ALWAYS).map(move |(members, number)| (language, members, number))
        };
        for (language, members, number) in (0u8..).zip(self.sets).flat_map(numbered) {
            for id in &members {
                if let Some(list) =
                    sets.list_of.get_mut(usize::from(*id)).filter(|it| **it == 0 && *id >= ids::FIRST_WORD)
                {
                    *list = count;
                    count += 1;
                }
                given.push((sets.list(language, *id), number));
            }
        }
        sets.lists = Lists::new(count, &given);
        sets
    }
}

impl Sets {
    /// Whether an identity is in any set.
    pub fn holds(&self, id: u16) -> bool {
        usize::from(id) < TERMS || self.list(0, id) > 0
    }

    /// The sets of an identity among those of a language.
    fn of(&self, language: u8, id: u16) -> &[u16] {
        self.lists.of(self.list(language, id))
    }

    /// The place of that list.
    fn list(&self, language: u8, id: u16) -> u16 {
        if usize::from(id) < TERMS {
            return 1 + u16::from(language) * TERMS as u16 + id;
        }
        self.list_of.get(usize::from(id)).copied().unwrap_or(0)
    }
}

/// The sets that the words of a message are in, for each language that it is near to.
pub(super) struct Held {
    /// The rows of words that hold something; the first is empty.
    rows: Vec<Row>,
    /// For each of those languages, one after another, the place of each word's row.
    words: Vec<u32>,
    all: [Row; 6],
    /// The place of a language among those that are near.
    places: [Option<u8>; 6],
    count: usize,
}

impl Held {
    /// Asks each word for its sets.
    pub fn new(sets: &Sets, words: &Words<'_>) -> Held {
        let mut places = [None; 6];
        let mut near = 0;
        for (_, place) in (0u8..).zip(&mut places).filter(|it| words.languages.is_near(it.0)) {
            *place = Some(near);
            near += 1;
        }
        let (near, count) = (usize::from(near), words.list.len());
        let mut rows = Vec::with_capacity(count + near + 1);
        rows.push(Row::default());
        let (at, bit) = bit(ALWAYS);
        let mut all = [Row::default(); 6];
        all.iter_mut().filter_map(|it| it.get_mut(at)).for_each(|it| *it |= bit);
        let mut held = Held { rows, words: vec![0; near * count], all, places, count };
        for at in 0..count {
            for sense in words.senses(at).iter().filter(|it| it.flags & Flags::FILLS_SLOT != 0) {
                // Terms of all languages fill the slots of each.
                let term = usize::from(sense.id) < TERMS;
                for language in if term { 0..6 } else { sense.language..sense.language + 1 } {
                    if let Some(place) = held.place(language) {
                        held.add(place, at, sets.of(language, sense.id));
                    }
                }
            }
        }
        held
    }

    fn place(&self, language: u8) -> Option<usize> {
        self.places.get(usize::from(language)).copied().flatten().map(usize::from)
    }

    /// Puts the word at `at` into sets of a language.
    fn add(&mut self, place: usize, at: usize, sets: &[u16]) {
        let (Some(own), Some(all)) = (self.words.get_mut(place * self.count + at), self.all.get_mut(place)) else {
            return;
        };
        if *own == 0 {
            *own = self.rows.len() as u32;
            self.rows.push(Row::default());
        }
        let Some(row) = self.rows.get_mut(*own as usize) else { return };
        for set in sets {
            let (at, bit) = bit(*set);
            if let (Some(row), Some(all)) = (row.get_mut(at), all.get_mut(at)) {
                *row |= bit;
                *all |= bit;
            }
        }
    }

    /// What is held for a language, if the message is near to it.
    pub fn of(&self, language: u8) -> Option<HeldIn<'_>> {
        let place = self.place(language)?;
        let words = self.words.get(place * self.count..(place + 1) * self.count)?;
        Some(HeldIn { rows: &self.rows, words, all: self.all.get(place)? })
    }
}

/// The sets of one language that the words of a message are in.
#[derive(Clone, Copy)]
pub(super) struct HeldIn<'h> {
    rows: &'h [Row],
    words: &'h [u32],
    all: &'h Row,
}

impl HeldIn<'_> {
    /// Whether the word at `at` is in a set.
    #[inline]
    pub fn has(&self, at: usize, set: u16) -> bool {
        self.words.get(at).and_then(|it| self.rows.get(*it as usize)).is_some_and(|it| holds(it, set))
    }

    /// Whether any word is.
    #[inline]
    pub fn anywhere(&self, set: u16) -> bool {
        holds(self.all, set)
    }
}

/// The place of a set in a row; always within it, which saves a comparison each time.
#[inline]
fn bit(set: u16) -> (usize, u64) {
    (usize::from(set) / 64 % (MOST / 64), 1 << (set % 64))
}

#[inline]
fn holds(row: &Row, set: u16) -> bool {
    let (at, bit) = bit(set);
    row.get(at).is_some_and(|it| it & bit != 0)
}
