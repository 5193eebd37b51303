//! The vocabulary of a group: which words are known to be no names, in three classes, as a table of hashes.

use super::hash;
use super::pack::{Broken, Reader};

/// How many hashes there are; a word that isn't known has the hash of a known one once in fifty times.
pub(crate) const HASHES: u32 = 1 << 20;

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

/// The vocabulary of one group.
pub(crate) struct Vocabulary {
    /// Two bits a hash.
    classes: Vec<u8>,
}

impl Vocabulary {
    /// A vocabulary that knows nothing.
    pub fn empty() -> Vocabulary {
        Vocabulary { classes: vec![0; HASHES as usize / 4] }
    }

    /// Reads the three classes, the rarest first.
    pub fn read(reader: &mut Reader<'_>) -> Result<Vocabulary, Broken> {
        let mut vocabulary = Vocabulary::empty();
        for class in [known::RARE, known::OFTEN, known::NEVER_A_NAME] {
            for at in reader.ascending(HASHES)? {
                vocabulary.put(at, class);
            }
        }
        Ok(vocabulary)
    }

    /// Puts the hash `at` into a class.
    pub fn put(&mut self, at: u32, class: u8) {
        if let Some(byte) = self.classes.get_mut(at as usize / 4) {
            let shift = at % 4 * 2;
            *byte = (*byte & !(3 << shift)) | (class << shift);
        }
    }

    /// The class of a word by its hash.
    #[inline]
    pub fn class(&self, word: u32) -> u8 {
        let at = place(word);
        self.classes.get(at as usize / 4).map_or(0, |it| (it >> (at % 4 * 2)) & 3)
    }
}

impl Vocabulary {
    /// What an unknown word may be made of: a known word with an ending, or two known words.
    pub fn related(&self, word: &[u8]) -> u8 {
        let mut best = known::NOT;
        let mut hash = hash::start();
        for (at, byte) in word.iter().enumerate() {
            hash = hash::push(hash, *byte);
            let rest = word.get(at + 1..).unwrap_or(&[]);
            // Not in the middle of a letter.
            if at < 3
                || rest.is_empty()
                || rest.first().is_some_and(|it| it & 0xc0 == 0x80)
                || self.class(hash) == known::NOT
            {
                continue;
            }
            if rest.len() <= 4 {
                return known::INFLECTED;
            }
            if self.class(hash::bytes(rest)) != known::NOT
                || self.class(hash::bytes(rest.strip_prefix(b"s").unwrap_or(rest))) != known::NOT
            {
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
