//! What a lexicon is made of: identities, frames and their slots, phrases, and what is known of each at a glance.

use super::ear::Ear;
use super::forms::Endings;
use super::frequent::Frequent;
use super::parse::NumberWord;
use super::sets::Sets;
use super::table::{self, Table};
use super::trie::{Entry, Mode};
use crate::bits::Bits;
use crate::category::Category;
use crate::recognize::names::Names;

/// What an identity of the trie means. Categories come first, then these, then the words and classes of frames.
pub(super) mod ids {
    use crate::category::Category;

    pub const WEAK: u16 = 32;
    pub const BLOCKED: u16 = 64;
    pub const FIRST_WORD: u16 = 128;
    pub const FIRST_NUMBER: u16 = 0x8000;

    /// The category that an identity stands for, weak or strong.
    pub fn category(id: u16) -> Option<Category> {
        Category::ALL.get(usize::from(if id >= WEAK { id - WEAK } else { id })).copied().filter(|_| id < BLOCKED)
    }

    /// Whether it stands for a category.
    #[inline]
    pub fn is_category(id: u16) -> bool {
        ((id & (WEAK - 1)) < Category::ALL.len() as u16) & (id < BLOCKED)
    }

    /// Whether it stands for a category by itself.
    #[inline]
    pub fn is_strong(id: u16) -> bool {
        id < Category::ALL.len() as u16
    }

    pub fn strong(id: u16) -> Option<Category> {
        category(id).filter(|_| id < WEAK)
    }

    pub fn weak(id: u16) -> Option<Category> {
        category(id).filter(|_| id >= WEAK)
    }

    /// The place of the number word that an identity stands for.
    #[inline]
    pub fn number(id: u16) -> Option<usize> {
        id.checked_sub(FIRST_NUMBER).map(usize::from)
    }
}

/// One way to fill a slot.
pub(super) enum Filler {
    /// A word or class.
    Id(u16),
    /// A word typed exactly so.
    Typed(u16, Box<str>),
    /// A term of a category.
    Category(Category),
    /// A weak term.
    Weak,
    AnyWord,
    Number,
}

pub(super) enum Place {
    One(Vec<Filler>),
    Name(bool),
    Gap(u8),
    Start,
    End,
}

pub(super) struct Slot {
    pub place: Place,
    /// The set of the identities that can fill it; none where that can't be told in advance.
    pub set: Option<u16>,
    /// Whether whatever is in the set fills it.
    pub plain: bool,
    pub optional: bool,
    pub marked: bool,
    /// The most words that it can take.
    pub longest: u8,
}

/// What a frame says of the words it marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Category(Category),
    /// That a weak term counts.
    Weak,
    /// That nothing in it counts.
    Blocked,
}

pub(super) struct Frame {
    /// Its place among the frames of its language's pack.
    pub line: u32,
    pub says: Says,
    /// The place of its language among all.
    pub language: u8,
    pub slots: Vec<Slot>,
    /// The slot at which it begins to match.
    pub anchor: u16,
    /// What must stand before the anchor and after it, in one sentence with it, where that can be told in advance.
    pub before: Option<Near>,
    pub after: Option<Near>,
}

/// A frame where it begins to match, with what is asked of most messages in vain.
#[derive(Clone, Copy)]
pub(super) struct Hook {
    pub frame: u32,
    /// The sets of its two rarest other words.
    pub needs: [u16; 2],
}

/// A word of a set, at most so many words away.
#[derive(Clone, Copy)]
pub(super) struct Near {
    pub set: u16,
    pub reach: u8,
}

/// Words that follow one another and mean one thing.
pub(super) struct Sequence {
    pub words: Vec<u16>,
    pub id: u16,
    pub language: u8,
}

/// The classes that the engine itself asks for.
#[derive(Default)]
pub(super) struct Classes {
    pub near: Vec<u16>,
    pub topic: Vec<u16>,
    pub small: Vec<u16>,
}

/// What is known of an identity at a glance.
pub(super) struct Flags;
impl Flags {
    pub const OPENS_PHRASE: u8 = 1;
    pub const ANCHORS_FRAME: u8 = 2;
    pub const NEAR: u8 = 4;
    pub const TOPIC: u8 = 8;
    /// A term, weak or strong.
    pub const TERM: u8 = 16;
    pub const BLOCKER: u8 = 32;
    pub const NUMBER: u8 = 64;
    /// In one of the sets that fill slots of frames.
    pub const FILLS_SLOT: u8 = 128;
}

/// A list for each identity, one behind another.
pub(super) struct Lists<T> {
    /// Where each begins; the last says where all end.
    firsts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists { firsts: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Lists<T> {
    /// Lists of the items with these identities, below `count`, in the order in which they are given.
    pub fn new(count: u16, given: &[(u16, T)]) -> Lists<T> {
        let mut firsts = vec![0u32; usize::from(count) + 1];
        for (id, _) in given {
            if let Some(it) = firsts.get_mut(usize::from(*id) + 1) {
                *it += 1;
            }
        }
        let mut sum = 0;
        for it in &mut firsts {
            sum += *it;
            *it = sum;
        }
        let mut next = firsts.clone();
        let mut items: Vec<T> = given.iter().map(|it| it.1).collect();
        for (id, item) in given {
            if let Some(at) = next.get_mut(usize::from(*id)) {
                if let Some(place) = items.get_mut(*at as usize) {
                    *place = *item;
                }
                *at += 1;
            }
        }
        Lists { firsts, items }
    }

    /// The list of an identity.
    #[inline]
    pub fn of(&self, id: u16) -> &[T] {
        let at = usize::from(id);
        match (self.firsts.get(at), self.firsts.get(at + 1)) {
            (Some(from), Some(to)) => self.items.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// All that the packs know, ready to be asked.
#[derive(Default)]
pub(crate) struct Lexicon {
    pub(super) words: Table,
    /// The frequent words of each language.
    pub(super) frequent: Frequent,
    /// Words that may end a compound.
    pub(super) tails: Table,
    /// Terms by their sound.
    pub(super) ear: Ear,
    pub(super) endings: Endings,
    pub(super) frames: Vec<Frame>,
    pub(super) sets: Sets,
    /// For each `anchor_of` the frames that begin to match at it.
    pub(super) anchors: Lists<Hook>,
    pub(super) sequences: Vec<Sequence>,
    /// For each identity the sequences that it opens, each with the bit of its second word.
    pub(super) sequences_by_first: Lists<(u64, u32)>,
    pub(crate) numbers: Vec<NumberWord>,
    pub(super) flags: Vec<u8>,
    /// Words for marks (`snabel-a`, `punktum`), without what stands inside them, in order.
    pub(super) mark_words: Vec<(char, Vec<u8>)>,
    /// Bits of the beginnings of those, for an `@` and for the others: a quick no for most words.
    pub(super) mark_beginnings: [Bits; 2],
    /// The names packs, where the policy redacts names.
    pub(crate) names: Names,
}

/// How many words a pack brings, and how many that may end a compound, roughly.
const WORDS: usize = 7000;
const TAILS: usize = 3500;

impl Lexicon {
    /// An empty lexicon with room for so many packs: tables that grow are filled twice.
    pub(super) fn expecting(packs: usize) -> Lexicon {
        let (words, tails) = (Table::expecting(packs * WORDS), Table::expecting(packs * TAILS));
        Lexicon { words, tails, ..Lexicon::default() }
    }

    /// Adds a spelling of a word.
    pub(super) fn add(&mut self, word: &[u8], entry: Entry) {
        let hash = table::hash(word);
        self.words.add(word, hash, entry);
        if entry.mode & Mode::ENDS != 0 {
            self.tails.add(word, hash, entry);
        }
    }

    /// The `Flags` of an identity.
    #[inline]
    pub(super) fn flags(&self, id: u16) -> u8 {
        // The identities of numbers come behind all others.
        self.flags.get(usize::from(id)).copied().unwrap_or(Flags::NUMBER)
    }
}

/// The place of an identity among the anchors of frames: each language has its own for terms, which all of them share.
#[inline]
pub(super) fn anchor_of(language: u8, id: u16) -> u16 {
    if id < ids::BLOCKED { u16::from(language) * ids::BLOCKED + id } else { id + ANCHORS_OF_TERMS - ids::FIRST_WORD }
}

/// How many anchors the terms of all languages are.
const ANCHORS_OF_TERMS: u16 = 6 * ids::BLOCKED;

/// The bit of an identity; several share one, so that a missing bit is a quick no.
#[inline]
pub(super) fn bit_of(id: u16) -> u64 {
    1 << (id.wrapping_mul(0x9e37) >> 10)
}

/// The place of a bit for a word by its hash.
#[inline]
pub(super) fn beginning(word: u32) -> usize {
    word as usize % (1 << BEGINNING_BITS)
}

/// How many bits tell the beginnings of words for marks, as a power of two.
pub(super) const BEGINNING_BITS: u32 = 14;
