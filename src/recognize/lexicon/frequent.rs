//! The frequent words of each language: they tell which one a message is in, and half of all words is one of them, so what they mean is looked up once.

use super::lookup::Wanted;
use super::model::Lexicon;
use super::table;
use super::words::Sense;

/// The frequent words of all languages by their hash.
#[derive(Default)]
pub(super) struct Frequent {
    slots: Vec<Slot>,
    /// The words by their numbers, until their senses are known.
    words: Vec<Vec<u8>>,
    /// Where the senses of each number begin; the last says where all end.
    firsts: Vec<u32>,
    senses: Vec<Sense>,
}

/// A frequent word.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot {
    /// The high half of its hash.
    tag: u32,
    number: u16,
    /// A bit for each language in which it's frequent.
    pub languages: u8,
}

const SLOTS: usize = 1 << 13;

impl Frequent {
    /// Adds a word of the language with this index, unless there are too many.
    #[must_use]
    pub fn add(&mut self, word: &[u8], language: u8) -> bool {
        self.slots.resize(SLOTS, Slot::default());
        let hash = table::hash(word);
        let at = self.place(hash);
        let Some(slot) = self.slots.get_mut(at) else { return false };
        if slot.languages == 0 {
            *slot = Slot { tag: tag(hash), number: self.words.len() as u16, languages: 0 };
            self.words.push(word.to_vec());
        }
        slot.languages |= 1 << language;
        self.words.len() * 2 < SLOTS
    }

    /// What is known of the word with this hash: no language if it isn't frequent.
    #[inline]
    pub fn find(&self, hash: u64) -> Slot {
        self.slots.get(self.place(hash)).copied().unwrap_or_default()
    }

    /// Where a word stands, or would go.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let mut at = table::turn(hash) as usize % SLOTS;
        while self.slots.get(at).is_some_and(|it| it.languages != 0 && it.tag != tag(hash)) {
            at = (at + 1) % SLOTS;
        }
        at
    }

    /// The senses of a frequent word in all languages.
    pub fn senses(&self, slot: Slot) -> &[Sense] {
        let at = usize::from(slot.number);
        match (self.firsts.get(at), self.firsts.get(at + 1)) {
            (Some(from), Some(to)) => self.senses.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Looks up the senses of all words in the finished lexicon.
    pub fn finish(mut self, lexicon: &Lexicon) -> Frequent {
        for word in std::mem::take(&mut self.words) {
            self.firsts.push(self.senses.len() as u32);
            lexicon.whole(&word, &Wanted::ALL, &mut self.senses);
        }
        self.firsts.push(self.senses.len() as u32);
        self
    }
}

fn tag(hash: u64) -> u32 {
    (table::turn(hash) >> 32) as u32
}
