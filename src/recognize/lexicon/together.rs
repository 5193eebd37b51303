//! Words that mean something together: phrases, and compounds that are written as several words (`blod prop`, `hjerte kar sygdom`).

use super::model::{Flags, ids};
use super::words::{Fit, Sense, Words};
use crate::read::Kind;

/// The most words that a compound is split into by spaces, and by marks.
const SPACED: usize = 3;
const MARKED: usize = 8;

/// The least bytes of a compound: what is shorter, two words make by chance.
const SHORTEST: usize = 7;

/// The least bytes of its first word where a space follows.
const FIRST: usize = 2;

/// The least bytes of those behind a space, and of these in the term.
const NEXT: usize = 3;

impl Words<'_> {
    /// Phrases: words that follow one another and mean one thing get its sense at the first of them.
    pub(super) fn find_sequences(&mut self) {
        let lexicon = self.lexicon;
        let mut found: Vec<(usize, Sense)> = Vec::new();
        for at in 0..self.list.len() {
            let next = self.list.get(at + 1).filter(|it| it.barrier == 0).map_or(0, |it| it.bits);
            if next == 0 || !self.has(at, Flags::OPENS_PHRASE) {
                continue;
            }
            for sense in self.senses(at).iter().filter(|it| it.flags & Flags::OPENS_PHRASE != 0) {
                let sequences = lexicon.sequences_by_first.of(sense.id).iter().filter(|it| it.0 & next != 0);
                for sequence in sequences.filter_map(|it| lexicon.sequences.get(it.1 as usize)) {
                    let follows = |(offset, id): (usize, &u16)| {
                        let place = at + offset;
                        self.list.get(place).is_some_and(|it| it.barrier == 0)
                            && self.senses(place).iter().any(|it| it.id == *id)
                    };
                    if sequence.words.iter().enumerate().skip(1).all(follows) {
                        found.push((
                            at,
                            Sense {
                                id: sequence.id,
                                language: sequence.language,
                                fit: Fit::Whole,
                                words: sequence.words.len() as u8,
                                bare: true,
                                flags: lexicon.flags(sequence.id),
                            },
                        ));
                    }
                }
            }
        }
        self.insert(found);
    }

    /// Words that are a term, or what blocks one, once the spaces are taken out get its sense at the first of them.
    pub(super) fn find_split_compounds(&mut self) {
        let wanted = self.wanted();
        let mut found: Vec<(usize, Sense)> = Vec::new();
        let (mut compound, mut senses) = (Vec::new(), Vec::new());
        for at in 0..self.list.len() {
            if !self.follows(at + 1) || !(self.is_part(at, FIRST) || self.touches(at + 1)) {
                continue;
            }
            compound.clear();
            compound.extend_from_slice(self.bytes(at));
            let follows = |it: &usize| self.follows(*it) && (it - at < SPACED || self.touches(*it));
            for next in (at + 1..at + MARKED).take_while(follows) {
                let (more, shortest) = if self.touches(next) { (1, SHORTEST - 1) } else { (NEXT, SHORTEST) };
                let least = compound.len() + more;
                compound.extend_from_slice(self.bytes(next));
                if compound.len() >= shortest {
                    self.lexicon.terms_of(&compound, least, &wanted, &mut senses);
                    found.extend(senses.drain(..).map(|it| (at, Sense { words: self.reach(at, next, &it), ..it })));
                }
            }
        }
        self.insert(found);
    }

    /// How many words a compound takes that begins at `first` and ends behind `last`: the next one too if it says the same (`hjerte kar` + `sygdom`).
    fn reach(&self, first: usize, last: usize, sense: &Sense) -> u8 {
        let category = ids::category(sense.id);
        let says_so = category.is_some()
            && self.follows(last + 1)
            && self.senses(last + 1).iter().any(|it| ids::category(it.id) == category);
        (last + 1 - first) as u8 + u8::from(says_so)
    }

    /// The folded bytes of the word at `at`.
    fn bytes(&self, at: usize) -> &[u8] {
        self.list.get(at).map_or(&[], |it| self.reading.bytes(&it.token))
    }

    /// Whether the word at `at` may be a part of a compound, and not one that stands in most sentences.
    fn is_part(&self, at: usize, least: usize) -> bool {
        self.list
            .get(at)
            .is_some_and(|it| it.token.kind == Kind::Word && !it.frequent && it.token.end() - it.token.start() >= least)
    }

    /// Whether the word at `at` may go on the compound that the one before it began: nothing but a space or a mark stands between them.
    fn follows(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|it| it.barrier == 0) && (self.is_part(at, NEXT) || self.touches(at))
    }

    /// Whether a single mark stands between the word at `at` and the one before it: `am.fe.ta.min`.
    fn touches(&self, at: usize) -> bool {
        let words = at.checked_sub(1).and_then(|before| Some((self.list.get(before)?, self.list.get(at)?)));
        words.is_some_and(|(before, word)| {
            word.token.kind == Kind::Word
                && before.token.kind == Kind::Word
                && matches!(
                    self.reading.between(before.token.end(), word.token.start()),
                    [b'-' | b'.' | b'*' | b'_' | b'~']
                )
        })
    }
}
