//! Everyday words that resemble a term, for authors of lexicons.

use super::Redactor;
use crate::category::{Category, Language};
use crate::read::Reading;
use crate::recognize::lexicon::Words;

/// What a single word is recognised as, and how closely the term behind that fits.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour {
    /// What it was recognised as.
    pub category: Category,
    /// The language whose lexicon did.
    pub language: Language,
    /// `whole`, `plain` (without the Nordic letters), `compound` or `alike`.
    pub fit: &'static str,
}

impl Redactor {
    /// Everything that a single word is recognised as.
    pub fn neighbours(&self, word: &str) -> Vec<Neighbour> {
        let reading = Reading::new(word);
        let words = Words::new(&reading, &self.recognizers.lexicon, false);
        words.strong_senses(0).map(|(category, language, fit)| Neighbour { category, language, fit }).collect()
    }
}
