//! Recognizing: everything in a reading that may be personal data, before the policy is asked.

mod addresses;
mod automaton;
mod checks;
mod dates;
mod emails;
mod exceptions;
pub(crate) mod lexicon;
pub(crate) mod names;
mod numbers;
mod reference;
pub(crate) mod row;
mod sift;
mod spelled;
pub(crate) mod spellings;
mod way;

use crate::category::Category;
use crate::finding::Evidence;
use crate::read::Reading;
use lexicon::{Lexicon, Words};
use row::Rows;

/// A piece of a reading that may be personal data; its places are folded bytes.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub category: Category,
    pub recognizer: &'static str,
    pub evidence: Evidence,
    pub disclosed: bool,
}

/// Everything that recognizing goes by.
pub(crate) struct Recognizers {
    pub rows: Rows,
    pub lexicon: Lexicon,
    /// How many digits make a number.
    pub min_digits: usize,
    /// Shapes of the policy's own.
    pub shapes: Vec<(String, Category)>,
}

impl Recognizers {
    /// Every candidate of one reading.
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Candidate> {
        self.look(reading, false)
    }

    /// Those too that something speaks against: a blocker, an exception among the numbers, too few digits, that everybody may know a name.
    pub fn find_despite_all(&self, reading: &Reading<'_>) -> Vec<Candidate> {
        self.look(reading, true)
    }

    fn look(&self, reading: &Reading<'_>, despite_all: bool) -> Vec<Candidate> {
        let mut out = Vec::new();
        let words = Words::new(reading, &self.lexicon, despite_all);
        self.rows.find(reading, &mut out);
        let dates = dates::Dates::settle(reading, &mut out);
        dates.drop_lookalikes(reading, &mut out);
        numbers::find(reading, &dates, (!despite_all).then_some(self.min_digits), &mut out);
        for (shape, category) in &self.shapes {
            reference::find_shape(reading, shape, *category, &mut out);
        }
        spelled::find(&words, &self.lexicon.numbers, self.min_digits, &mut out);
        emails::find(&words, &mut out);
        addresses::find(reading, &mut out);
        let languages = &words.languages;
        self.lexicon.names.find(reading, |it| !languages.is_unsure() && languages.is_likeliest(it as u8), &mut out);
        lexicon::find(&words, &self.lexicon, despite_all, &mut out);
        if !despite_all {
            self.lexicon.names.forget_public(reading, &mut out);
            sift::names(&words, &mut out);
        }
        out
    }
}
