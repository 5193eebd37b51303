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
    /// Whether it asks of children who may be anybody's.
    pub anybody: bool,
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
        let reading = self.reading;
        for word in &mut self.list {
            if self.sentences.is_empty() || word.barrier == 2 {
                close(self.sentences.last_mut(), self.reading, last);
                self.sentences.push(Sentence::default());
            }
            word.sentence = self.sentences.len() as u32 - 1;
            if let Some(it) = self.sentences.last_mut() {
                it.topic |= it.words < 3 && word.flags & Flags::TOPIC != 0;
                let near = word.flags & Flags::NEAR != 0;
                let anybody = near && it.topic && is_anybodys(reading.bytes(&word.token));
                it.near |= near && !anybody;
                it.anybody |= anybody;
                it.words += 1;
            }
            last = word.token.end();
        }
        close(self.sentences.last_mut(), self.reading, last);
        // `Har I noget for børn med angst? Min søn har det.`
        if self.about_writer() {
            self.sentences.iter_mut().for_each(|it| it.near |= it.anybody);
        }
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

/// Whether a word in a question about a topic may mean anybody's children: `er der lejre for børn med diabetes?`
fn is_anybodys(word: &[u8]) -> bool {
    ["børn", "barn", "born", "lapsille", "lapsia", "children", "kids"].iter().any(|it| it.as_bytes() == word)
}

/// Whether a sentence asks is told by what stands behind its last word, which ends at `end`.
fn close(sentence: Option<&mut Sentence>, reading: &Reading<'_>, end: usize) {
    if let Some(it) = sentence {
        let behind = reading.between(end, reading.text.len().min(end + 3));
        it.asks = behind.iter().find(|it| !matches!(it, b' ' | b'"' | b')')) == Some(&b'?');
    }
}
