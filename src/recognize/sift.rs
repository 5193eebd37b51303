//! Sifting names: what is taken for a name only for want of something better gives way to it.

use super::Candidate;
use super::lexicon::Words;
use crate::category::Category;
use crate::read::{Kind, Reading};

/// Leaves out names that nobody typed as one: lower-case words that a lexicon knows as something sensitive, single frequent words, single letters.
pub(super) fn names(words: &Words<'_>, out: &mut Vec<Candidate>) {
    let terms: Vec<(usize, usize)> =
        out.iter().filter(|it| is_special(it.category)).map(|it| (it.start, it.end)).collect();
    out.retain(|it| {
        if it.category != Category::Name {
            return true;
        }
        let inside = || words.list.iter().filter(|word| word.token.start() >= it.start && word.token.end() <= it.end);
        let letters = inside().all(|word| word.token.end() - word.token.start() == 1 && word.token.kind == Kind::Word);
        let usual = inside().all(|word| word.usual);
        let term = terms.iter().any(|term| term.0 < it.end && it.start < term.1);
        let lower = !has_capital(words.reading, it);
        // Spaced-out letters are read together elsewhere; a letter alone is a staircase or a grade.
        !(letters || (lower && (usual || term)))
    });
}

fn is_special(category: Category) -> bool {
    matches!(
        category,
        Category::Health
            | Category::Gender
            | Category::Ethnicity
            | Category::Nationality
            | Category::Sexuality
            | Category::Politics
            | Category::Religion
    )
}

fn has_capital(reading: &Reading<'_>, it: &Candidate) -> bool {
    let inside = reading.tokens.iter().filter(|token| token.start() >= it.start && token.end() <= it.end);
    inside.into_iter().any(|token| reading.typed(token).chars().any(char::is_uppercase))
}
