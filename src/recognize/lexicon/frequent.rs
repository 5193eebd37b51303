//! The frequent words of each language: they tell which one a message is in, and half of all words is one of them, so what they mean is looked up once.

use super::lookup::Wanted;
use super::model::Lexicon;
use super::numbering::Numbering;
use super::words::Sense;
use crate::hash;

/// The frequent words of all languages.
#[derive(Default)]
pub(super) struct Frequent {
    numbers: Numbering,
    words: Vec<Word>,
    senses: Vec<Sense>,
}

/// A frequent word.
#[derive(Default)]
pub(super) struct Word {
    text: Vec<u8>,
    /// A bit for each language in which it's frequent.
    pub languages: u8,
    /// Where its senses stand, once they are known.
    senses: std::ops::Range<usize>,
}

impl Frequent {
    /// Adds a word of the language with this index.
    pub fn add(&mut self, word: &[u8], language: u8) {
        let number = usize::from(self.numbers.number(hash::bytes(word).into(), self.words.len() as u16));
        if number == self.words.len() {
            self.words.push(Word { text: word.to_vec(), ..Word::default() });
        }
        if let Some(it) = self.words.get_mut(number) {
            it.languages |= 1 << language;
        }
    }

    /// What is known of the word with this hash, if it's frequent.
    #[inline]
    pub fn find(&self, hash: u32) -> Option<&Word> {
        self.words.get(usize::from(self.numbers.find(hash.into())?))
    }

    /// The senses of a frequent word in all languages.
    pub fn senses(&self, word: &Word) -> &[Sense] {
        self.senses.get(word.senses.clone()).unwrap_or(&[])
    }

    /// Looks up the senses of all words in the finished lexicon.
    pub fn finish(mut self, lexicon: &Lexicon) -> Frequent {
        for word in &mut self.words {
            let from = self.senses.len();
            lexicon.whole(&word.text, &Wanted::ALL, &mut self.senses);
            word.senses = from..self.senses.len();
        }
        self
    }
}
