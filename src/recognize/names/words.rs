//! The vocabularies of the groups: which words are known to be no names, in three classes, as a table of hashes.

use super::group::GroupName;
use super::list::List;
use super::pack::{Broken, Reader};
use super::tokens::Seen;
use crate::bits::Bits;
use crate::hash;
use crate::read::begins_character;

/// How many hashes there are; a word that isn't known has the hash of a known one once in fifty times.
pub(crate) const HASHES: u32 = 1 << HASH_BITS;
const HASH_BITS: u32 = 20;

/// How well a word is known as something other than a name.
pub(crate) mod known {
    /// Not at all.
    pub const NOT: u8 = 0;
    /// From a few places.
    pub const RARE: u8 = 1;
    /// From many.
    pub const OFTEN: u8 = 2;
    /// So well that it is never looked at: `jeg`, `og`, `hvornår`.
    pub const NEVER_A_NAME: u8 = 3;
    /// Not itself, but without its last letters.
    pub const INFLECTED: u8 = 4;
    /// Not itself, but as two words in one.
    pub const COMPOUND: u8 = 5;
}

/// What is known of a word at a glance: its class in the vocabulary of each group, and which lists may hold it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks(u16);

/// Two bits a group, then one a group, then one for the world.
const LISTS: u32 = 2 * GroupName::ALL.len() as u32;
const WORLD: u32 = LISTS + GroupName::ALL.len() as u32;

impl Marks {
    /// Its class in the vocabulary of a group.
    #[inline]
    pub fn class(self, group: GroupName) -> u8 {
        (self.0 >> (2 * group as u32) & 3) as u8
    }

    /// Whether a group's list may hold it: no is certain.
    #[inline]
    pub fn may_be_listed(self, group: GroupName) -> bool {
        self.0 >> (LISTS + group as u32) & 1 != 0
    }

    /// Whether the list of the world's names may hold it: no is certain.
    #[inline]
    pub fn may_be_of_the_world(self) -> bool {
        self.0 >> WORLD & 1 != 0
    }
}

/// What all groups share: the marks of every word, in one place so that a word costs one trip to memory, and the names of the world.
#[derive(Default)]
pub(crate) struct Shared {
    marks: Vec<u16>,
    /// A bit for each hash of which anything is known: what is tried in vain needn't go far.
    any: Bits,
    pub world: List,
}

impl Shared {
    /// Reads the three classes of a group, the rarest first.
    pub fn read(&mut self, group: GroupName, reader: &mut Reader<'_>) -> Result<(), Broken> {
        for class in [known::RARE, known::OFTEN, known::NEVER_A_NAME] {
            for at in reader.ascending(HASHES)? {
                self.put(group, at, class);
            }
        }
        Ok(())
    }

    /// Puts the hash `at` into a class of a group.
    pub fn put(&mut self, group: GroupName, at: u32, class: u8) {
        let shift = 2 * group as u32;
        if let Some(it) = self.at(at) {
            *it = *it & !(3 << shift) | u16::from(class) << shift;
        }
    }

    /// Takes over the list of the world's names.
    pub fn set_world(&mut self, list: List) {
        self.mark_list(&list, WORLD);
        self.world = list;
    }

    /// Marks the words of a group's list.
    pub fn mark(&mut self, group: GroupName, list: &List) {
        self.mark_list(list, LISTS + group as u32);
    }

    fn mark_list(&mut self, list: &List, bit: u32) {
        for hash in list.hashes() {
            if let Some(it) = self.at(place(hash)) {
                *it |= 1 << bit;
            }
        }
    }

    fn at(&mut self, at: u32) -> Option<&mut u16> {
        if self.marks.is_empty() {
            self.marks.resize(HASHES as usize, 0);
        }
        self.any.set(HASH_BITS, at as usize);
        self.marks.get_mut(at as usize)
    }

    /// What is known of a word by its hash.
    #[inline]
    pub fn marks(&self, word: u32) -> Marks {
        Marks(self.marks.get(place(word) as usize).copied().unwrap_or(0))
    }

    /// The same for what is hardly a word: the beginning of one, or one with other letters.
    #[inline]
    pub fn marks_of_try(&self, word: u32) -> Marks {
        if self.any.has(place(word) as usize) { self.marks(word) } else { Marks::default() }
    }

    /// What is known of the words among some tokens; nothing of the others.
    pub fn marks_of_all(&self, seen: &[Seen]) -> Vec<Marks> {
        seen.iter().map(|it| if it.length > 0 { self.marks(it.word) } else { Marks::default() }).collect()
    }

    /// Whether a group knows an unknown word with its hash as it is written, if that is how people speak it: `minuutis`, `bemanna`.
    pub fn is_spoken(&self, group: GroupName, word: &[u8], whole: u32) -> bool {
        let (stem, ends): (u32, &[&str]) = match (group, word) {
            (GroupName::En, [.., b'i', b'n']) => (whole, &["g"]),
            (GroupName::Fi, [.., b'k', b's']) => (whole, &["i"]),
            (GroupName::Fi, [.., last @ (b's' | b'l')]) => (hash::push(whole, *last), &["a", "ä"]),
            (GroupName::Fi, [.., b'u' | b'y']) => (whole, &["n", "t"]),
            (GroupName::Fi, _) => (whole, &["n"]),
            (GroupName::No, [stem @ .., b'a']) => (hash::bytes(stem), &["et", "en"]),
            _ => return false,
        };
        ends.iter().any(|it| self.marks_of_try(it.bytes().fold(stem, hash::push)).class(group) != known::NOT)
    }

    /// What an unknown word may be made of: a word that a group knows with an ending, or two of them.
    pub fn related(&self, group: GroupName, word: &[u8]) -> u8 {
        let is_known = |hash: u32| self.marks_of_try(hash).class(group) != known::NOT;
        let mut best = known::NOT;
        let mut hash = hash::start();
        for (at, byte) in word.iter().enumerate() {
            hash = hash::push(hash, *byte);
            let rest = word.get(at + 1..).unwrap_or(&[]);
            // Not in the middle of a letter.
            if at < 3 || rest.is_empty() || !begins_character(rest.first().copied().unwrap_or(0)) || !is_known(hash) {
                continue;
            }
            if rest.len() <= 4 {
                return known::INFLECTED;
            }
            if is_known(hash::bytes(rest)) || rest.strip_prefix(b"s").is_some_and(|it| is_known(hash::bytes(it))) {
                best = known::COMPOUND;
            }
        }
        best
    }
}

/// Where a word's class stands.
#[inline]
pub(crate) fn place(word: u32) -> u32 {
    hash::spread(word ^ 0x5bd1_e995) & (HASHES - 1)
}
