//! The frequent words of each language: they tell which one a message is in, and half of all words is one of them, so what they mean is looked up once.

use super::lookup::Wanted;
use super::model::{Lexicon, bit_of, ids};
use super::numbering::Numbering;
use super::words::Sense;
use crate::hash;

/// The frequent words of all languages.
#[derive(Default)]
pub(super) struct Frequent {
    numbers: Numbering,
    words: Vec<Word>,
    stretches: Vec<Stretch>,
    senses: Vec<Sense>,
}

/// Senses of a frequent word that count together, side by side.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// Their language.
    pub language: u8,
    /// Whether they are terms or numbers, of which each is asked on its own whether it counts.
    pub apart: bool,
    /// The `Flags` of all.
    pub flags: u8,
    /// The bits of the identities of all.
    pub bits: u64,
    first: u32,
    last: u32,
}

/// A frequent word.
#[derive(Default)]
pub(super) struct Word {
    text: Vec<u8>,
    /// A bit for each language in which it's frequent.
    pub languages: u8,
    /// Where its stretches of senses stand, once they are known.
    stretches: std::ops::Range<usize>,
}

impl Frequent {
    /// Adds a word of the language with this index.
    pub fn add(&mut self, word: &[u8], language: u8) {
        self.put(word, 1 << language);
    }

    /// Adds the letters, which frames of all languages hold, and of which hostile texts are made. They tell no language.
    pub fn add_letters(&mut self) {
        (b'a'..=b'z').for_each(|it| self.put(&[it], 0));
    }

    fn put(&mut self, word: &[u8], languages: u8) {
        let number = usize::from(self.numbers.number(hash::bytes(word).into(), self.words.len() as u16));
        if number == self.words.len() {
            self.words.push(Word { text: word.to_vec(), ..Word::default() });
        }
        if let Some(it) = self.words.get_mut(number) {
            it.languages |= languages;
        }
    }

    /// What is known of the word with this hash, if it's frequent.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<&Word> {
        self.words.get(usize::from(self.numbers.find(hash.into())?))
    }

    /// The senses of a frequent word in all languages.
    pub fn stretches(&self, word: &Word) -> &[Stretch] {
        self.stretches.get(word.stretches.clone()).unwrap_or(&[])
    }

    /// The senses of a stretch.
    pub fn senses(&self, stretch: &Stretch) -> &[Sense] {
        self.senses.get(stretch.first as usize..stretch.last as usize).unwrap_or(&[])
    }

    /// Looks up the senses of all words in the finished lexicon.
    pub fn finish(mut self, lexicon: &Lexicon) -> Frequent {
        let mut senses = Vec::new();
        for word in &mut self.words {
            senses.clear();
            lexicon.whole(&word.text, &Wanted::ALL, &mut senses);
            word.stretches.start = self.stretches.len();
            for (language, apart) in (0..6).flat_map(|it| [(it, true), (it, false)]) {
                let first = self.senses.len() as u32;
                let mut stretch = Stretch { language, apart, flags: 0, bits: 0, first, last: first };
                let is_apart = |it: &Sense| it.id < ids::BLOCKED || it.id >= ids::FIRST_NUMBER;
                for it in senses.iter().filter(|it| it.language == language && is_apart(it) == apart) {
                    self.senses.push(*it);
                    stretch.flags |= it.flags;
                    stretch.bits |= bit_of(it.id);
                    stretch.last += 1;
                }
                if stretch.last > first {
                    self.stretches.push(stretch);
                }
            }
            word.stretches.end = self.stretches.len();
        }
        self
    }
}
