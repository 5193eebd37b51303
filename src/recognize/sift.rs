//! Sifting names: what is taken for a name only for want of something better gives way to it.

use super::Candidate;
use super::lexicon::Words;
use crate::category::{Category, Language};
use crate::finding::{Evidence, Span};
use crate::order::Spans;
use crate::read::{Kind, Reading};

/// Leaves out names that nobody typed as one: lower-case words that a lexicon knows as something sensitive or as a number, single frequent words, single letters.
pub(super) fn names(words: &Words<'_>, out: &mut Vec<Candidate>) {
    let known = |it: &&Candidate| it.category.is_special() || matches!(it.recognizer, "words.number" | "words.date");
    let terms: Vec<Span> = out.iter().filter(known).filter_map(|it| Span::new(it.start, it.end)).collect();
    let terms = Spans::new(&terms);
    out.retain(|it| {
        if it.category != Category::Name {
            return true;
        }
        let first = words.list.partition_point(|word| word.token.start() < it.start);
        let inside = || words.list.iter().skip(first).take_while(|word| word.token.end() <= it.end);
        let letters = inside().all(|word| word.token.end() - word.token.start() == 1 && word.token.kind == Kind::Word);
        // Two letters are too few even where somebody is to be named: `what does the nurse do`.
        let named = it.evidence == Evidence::Context && it.end - it.start > 2;
        let usual = !named && inside().all(|word| word.usual);
        // `parisa ahmadi`: a surname may look like a faith.
        let surname = || {
            let given = words.list.get(first).and_then(|it| Span::new(it.token.start(), it.token.end()));
            words.is_surely_name(first) && given.is_some_and(|it| !terms.overlaps(it))
        };
        let term = Span::new(it.start, it.end).is_some_and(|it| terms.overlaps(it)) && !surname();
        let lower = !has_capital(words.reading, it);
        // Spaced-out letters are read together elsewhere; a letter alone is a staircase or a grade.
        !(letters || (lower && (usual || term || is_placeholder(words.reading, it))))
    });
}

/// Whether it's the word of a placeholder, in its bracket: `[navn 1]` is nobody's name.
fn is_placeholder(reading: &Reading<'_>, it: &Candidate) -> bool {
    let opened = (1..=12).find_map(|back| it.start.checked_sub(back).filter(|at| reading.at(*at) == b'['));
    opened.is_some_and(|open| {
        let inside = reading.between(open + 1, it.end);
        Category::ALL.iter().any(|category| {
            Language::ALL.iter().any(|language| {
                let label = crate::placeholder::label(*category, *language).as_bytes();
                label == inside || label.ends_with(reading.between(it.start, it.end)) && label.starts_with(inside)
            })
        })
    })
}

fn has_capital(reading: &Reading<'_>, it: &Candidate) -> bool {
    let first = reading.tokens.partition_point(|token| token.start() < it.start);
    let mut inside = reading.tokens.iter().skip(first).take_while(|token| token.end() <= it.end);
    inside.any(|token| reading.typed(token).chars().any(char::is_uppercase))
}
