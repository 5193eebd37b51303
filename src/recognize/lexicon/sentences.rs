//! The sentences of a message: where they end, and what they say of the writer.

use super::model::Flags;
use super::words::Words;
use crate::read::Reading;

/// What is known of a sentence.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sentence {
    /// How many words it has.
    pub words: u32,
    /// Whether it speaks of the writer or somebody near.
    pub near: bool,
    /// Whether it opens as a question about a topic.
    pub topic: bool,
    /// Whether it closes with a question mark.
    pub asks: bool,
}

impl Sentence {
    /// Whether it asks about a topic and speaks of nobody near: `Hvem stemmer på Venstre?`
    pub fn is_general(&self) -> bool {
        self.topic && self.asks && !self.near
    }
}

impl Words<'_> {
    /// Tells the sentences apart.
    pub(super) fn cut_sentences(&mut self) {
        let mut last = 0;
        for word in &mut self.list {
            if self.sentences.is_empty() || word.barrier == 2 {
                close(self.sentences.last_mut(), self.reading, last);
                self.sentences.push(Sentence::default());
            }
            word.sentence = self.sentences.len() as u32 - 1;
            if let Some(it) = self.sentences.last_mut() {
                it.near |= word.flags & Flags::NEAR != 0;
                it.topic |= it.words < 3 && word.flags & Flags::TOPIC != 0;
                it.words += 1;
            }
            last = word.token.end();
        }
        close(self.sentences.last_mut(), self.reading, last);
    }

    /// The sentence that the word at `at` stands in.
    pub fn sentence(&self, at: usize) -> Sentence {
        self.list.get(at).and_then(|it| self.sentences.get(it.sentence as usize)).copied().unwrap_or_default()
    }

    /// Whether any sentence is about the writer or somebody near.
    pub fn about_writer(&self) -> bool {
        self.sentences.iter().any(|it| it.near)
    }
}

/// Whether a sentence asks is told by what stands behind its last word, which ends at `end`.
fn close(sentence: Option<&mut Sentence>, reading: &Reading<'_>, end: usize) {
    if let Some(it) = sentence {
        let behind = reading.between(end, reading.text.len().min(end + 3));
        it.asks = behind.iter().find(|it| !matches!(it, b' ' | b'"' | b')')) == Some(&b'?');
    }
}
