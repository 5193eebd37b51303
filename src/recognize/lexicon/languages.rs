//! Which languages a message may be in.

use super::model::ids;
use super::shape;
use super::words::Sense;

/// Which languages a message may be in, told by its frequent words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Languages {
    counts: [u16; 6],
    most: u16,
}

impl Languages {
    /// Whether the message may be in the language with this index. With next to nothing to tell by, it may be in any.
    pub fn may_be(&self, language: u8) -> bool {
        self.most <= 1 || self.count_of(language) * 2 > self.most
    }

    /// Whether the message is hardly less likely in this language than in any: its sentences may be read by the rules of this one.
    pub fn is_near(&self, language: u8) -> bool {
        self.most <= 1 || self.count_of(language) * 3 >= self.most * 2
    }

    /// Whether a word looks Finnish where next to nothing else tells the language.
    pub fn looks_finnish(&self, word: &[u8]) -> bool {
        self.most <= 1 && shape::is_finnish(word)
    }

    /// Whether no language is more likely than this one.
    pub fn is_likeliest(&self, language: u8) -> bool {
        self.most > 0 && self.count_of(language) == self.most
    }

    /// The frequent words of a language. The two Norwegian ones share so many that they vouch for each other.
    fn count_of(&self, language: u8) -> u16 {
        let [da, sv, nb, nn, fi, en] = self.counts;
        let norwegian = nb.max(nn);
        [da, sv, norwegian, norwegian, fi, en].get(usize::from(language)).copied().unwrap_or(0)
    }

    /// Counts the frequent words among the senses of one.
    pub fn count(&mut self, senses: &[Sense]) {
        for sense in senses {
            if let Some(count) = sense.id.checked_sub(ids::COMMON).and_then(|it| self.counts.get_mut(usize::from(it))) {
                *count += 1;
                self.most = self.most.max(*count);
            }
        }
    }
}
