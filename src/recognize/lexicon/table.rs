//! A hash table over words: a probe for each beginning of a word tells which of them are entries.

use super::model::ids;
use super::trie::{Entry, Mode};
use crate::bits::Bits;

const NONE: u32 = u32::MAX;

/// A word while the table grows.
#[derive(Clone, Copy)]
struct Sown {
    hash: u64,
    /// Its first entry; each entry knows the next.
    first: u32,
}

/// A word of the finished table: the high half of its hash stands for it, the low bits say where it is. Small, since every probe is a trip to memory;
/// together both are nearly fifty bits, so that no word is taken for another.
#[derive(Clone, Copy)]
struct Slot {
    tag: u32,
    /// Where its entries begin, how many may be followed by something (they come first), and how many there are; nothing if there are none.
    entries: u32,
}

/// The bits of each count of a slot.
const COUNT_BITS: u32 = 6;
const MOST: usize = (1 << COUNT_BITS) - 1;

impl Slot {
    const EMPTY: Slot = Slot { tag: 0, entries: 0 };

    fn is_empty(self) -> bool {
        self.entries == 0
    }

    /// None if there are too many entries to tell.
    fn new(tag: u32, first: usize, going_on: usize, all: usize) -> Option<Slot> {
        let fits = going_on <= MOST && all <= MOST && first < 1 << (32 - 2 * COUNT_BITS);
        fits.then_some(Slot { tag, entries: (first << (2 * COUNT_BITS) | going_on << COUNT_BITS | all) as u32 })
    }

    fn range(self, followed: bool) -> std::ops::Range<usize> {
        let first = (self.entries >> (2 * COUNT_BITS)) as usize;
        let count = if followed { self.entries >> COUNT_BITS } else { self.entries } as usize & MOST;
        first..first + count
    }
}

/// The words of all packs by their hash.
#[derive(Default)]
pub(super) struct Table {
    sown: Vec<Sown>,
    used: usize,
    slots: Vec<Slot>,
    /// Entries with the next of the same word, while the table grows.
    chains: Vec<(Entry, u32)>,
    /// Entries, those of a word side by side.
    entries: Vec<Entry>,
    /// Hashes of words that may be followed by something, a bit each: a quick no for most beginnings.
    going_on: Bits,
    /// The first four bytes of words, a bit each: a quick no for most places inside of words, and for many words.
    beginnings: Bits,
    /// The first six bytes of terms and of what blocks them, a bit each: a quick no for words that make none together.
    heads: Bits,
}

/// The hash of nothing; `extend` adds a byte (FNV-1a, and a turn when it's used so that all bits count).
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a word with one more byte.
#[inline]
pub(super) fn extend(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The hash of a word.
#[inline]
pub(super) fn hash(word: &[u8]) -> u64 {
    word.iter().fold(START, |hash, byte| extend(hash, *byte))
}

#[inline]
pub(super) fn turn(hash: u64) -> u64 {
    hash ^ hash >> 29
}

#[inline]
fn tag(hash: u64) -> u32 {
    (turn(hash) >> 32) as u32
}

const UNSOWN: Sown = Sown { hash: 0, first: NONE };

/// How many words a table has room for at least, twice over.
const LEAST: usize = 1 << 8;

/// How many bytes make a beginning.
pub(super) const BEGINNING: usize = 4;

/// How many bytes make a head.
const HEAD: usize = 6;

/// How many bits the quick-no tables have, as powers of two.
const GOING_ON_BITS: u32 = 19;
const HEAD_BITS: u32 = 17;
const BEGINNING_BITS: u32 = 17;

#[inline]
fn beginning(text: &[u8]) -> Option<usize> {
    let key = u32::from_le_bytes(*text.first_chunk::<BEGINNING>()?);
    Some((key.wrapping_mul(0x9e37_79b1) >> (32 - BEGINNING_BITS)) as usize)
}

#[inline]
fn head(text: &[u8]) -> Option<usize> {
    let hash = hash(text.first_chunk::<HEAD>()?);
    Some((turn(hash) >> (64 - HEAD_BITS)) as usize)
}

#[inline]
fn going_on(hash: u64) -> usize {
    (turn(hash) >> (64 - GOING_ON_BITS)) as usize
}

impl Table {
    /// An empty table with room for about so many words.
    pub fn expecting(words: usize) -> Table {
        let sown = vec![UNSOWN; (words * 2).next_power_of_two()];
        Table { sown, chains: Vec::with_capacity(words * 2), ..Table::default() }
    }

    /// Adds a word with this hash.
    pub fn add(&mut self, word: &[u8], hash: u64, entry: Entry) {
        if self.used * 2 >= self.sown.len() {
            self.grow();
        }
        let at = self.place(hash);
        let Some(slot) = self.sown.get_mut(at) else { return };
        let mut seen = slot.first;
        while let Some((other, next)) = self.chains.get(seen as usize) {
            if *other == entry {
                return;
            }
            seen = *next;
        }
        self.used += usize::from(slot.first == NONE);
        self.chains.push((entry, slot.first));
        *slot = Sown { hash, first: self.chains.len() as u32 - 1 };
        if entry.mode & Mode::GOES_ON != 0 {
            self.going_on.set(GOING_ON_BITS, going_on(hash));
        }
        if let Some(at) = beginning(word) {
            self.beginnings.set(BEGINNING_BITS, at);
        }
        if entry.id <= ids::BLOCKED
            && let Some(at) = head(word)
        {
            self.heads.set(HEAD_BITS, at);
        }
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.sown);
        self.sown = vec![UNSOWN; (old.len() * 2).max(LEAST)];
        for it in old.into_iter().filter(|it| it.first != NONE) {
            let at = self.place(it.hash);
            if let Some(slot) = self.sown.get_mut(at) {
                *slot = it;
            }
        }
    }

    /// Where a hash stands while the table grows, or would go.
    fn place(&self, hash: u64) -> usize {
        let mask = self.sown.len().wrapping_sub(1);
        let mut at = turn(hash) as usize & mask;
        while self.sown.get(at).is_some_and(|it| it.first != NONE && it.hash != hash) {
            at = (at + 1) & mask;
        }
        at
    }

    /// Packs the table for looking up, the entries of a word side by side; whether they are few enough.
    #[must_use]
    pub fn finish(&mut self) -> bool {
        // Some slots stay empty, so that every search ends.
        let size = (self.used * 3 / 2 + 1).next_power_of_two();
        let mut slots = vec![Slot::EMPTY; size];
        let mut entries: Vec<Entry> = Vec::with_capacity(self.chains.len());
        for it in std::mem::take(&mut self.sown).into_iter().filter(|it| it.first != NONE) {
            let first = entries.len();
            for wanted in [true, false] {
                let mut next = it.first;
                while let Some((entry, after)) = self.chains.get(next as usize) {
                    if (entry.mode & Mode::GOES_ON != 0) == wanted {
                        entries.push(*entry);
                    }
                    next = *after;
                }
            }
            let own = entries.get(first..).unwrap_or(&[]);
            let going_on = own.iter().filter(|it| it.mode & Mode::GOES_ON != 0).count();
            let Some(new) = Slot::new(tag(it.hash), first, going_on, own.len()) else { return false };
            let mut at = turn(it.hash) as usize & (size - 1);
            while slots.get(at).is_some_and(|it| !it.is_empty()) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = new;
            }
        }
        self.chains = Vec::new();
        (self.slots, self.entries) = (slots, entries);
        true
    }

    /// Whether a word with this hash may be followed by something.
    #[inline]
    pub fn may_go_on(&self, hash: u64) -> bool {
        self.going_on.has(going_on(hash))
    }

    /// Whether a word that is long enough to have a beginning has that of `text`.
    #[inline]
    pub fn may_begin(&self, text: &[u8]) -> bool {
        beginning(text).is_some_and(|it| self.beginnings.has(it))
    }

    /// Whether a term, or what blocks one, begins like `text`, which is as long as a head or longer.
    #[inline]
    pub fn may_head(&self, text: &[u8]) -> bool {
        head(text).is_some_and(|it| self.heads.has(it))
    }

    /// The entries of the word with this hash; only those that something may follow, if something does.
    #[inline]
    pub fn entries(&self, hash: u64, followed: bool) -> &[Entry] {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = turn(hash) as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|it| !it.is_empty()) {
            if slot.tag == tag(hash) {
                return self.entries.get(slot.range(followed)).unwrap_or(&[]);
            }
            at = (at + 1) & mask;
        }
        &[]
    }
}
