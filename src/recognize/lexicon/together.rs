//! Words that mean something together: phrases, compounds that are written as several words (`blod prop`, `hjerte kar sygdom`), and letters apart with
//! a small word beside them (`a w o m a n`).

use super::lookup::Wanted;
use super::model::{Flags, ids};
use super::words::{Fit, Sense, Word, Words};
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
                        // `i fødselsnummeret` is not `i fødsel`.
                        let means =
                            |it: &Sense| it.id == *id && (it.fit != Fit::Compound || !self.has(place, Flags::BLOCKER));
                        self.list.get(place).is_some_and(|it| it.barrier == 0) && self.senses(place).iter().any(means)
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
        for (at, pair) in self.list.windows(2).enumerate() {
            let [word, next] = pair else { break };
            if !(next.goes_on & (word.begins | next.touches)) {
                continue;
            }
            let alone = !word.touches && self.list.get(at + 2).is_none_or(|it| !it.touches);
            if alone && self.reading.between(word.token.end(), next.token.start()) == b"*" {
                self.starred(word, next, &wanted, &mut senses);
                found.extend(senses.drain(..).map(|it| (at, Sense { words: 2, ..it })));
            }
            compound.clear();
            compound.extend_from_slice(self.reading.bytes(&word.token));
            let pieces = self.list.iter().enumerate().skip(at + 1).take(MARKED - 1);
            for (place, next) in pieces.take_while(|(place, it)| it.goes_on && (place - at < SPACED || it.touches)) {
                let (more, shortest) = if next.touches { (1, SHORTEST - 1) } else { (NEXT, SHORTEST) };
                let (start, least) = (compound.len(), compound.len() + more);
                compound.extend_from_slice(self.reading.bytes(&next.token));
                // `kreft-foreningen` is no more an illness than `kreftforeningen`.
                if next.touches && compound.len() - start >= NEXT {
                    self.lexicon.blocking_end(&compound, start, &wanted, &mut senses);
                    found.extend(senses.drain(..).map(|it| (at, Sense { words: (place + 1 - at) as u8, ..it })));
                }
                if compound.len() >= shortest {
                    self.lexicon.terms_of(&compound, least, &wanted, &mut senses);
                    found.extend(senses.drain(..).map(|it| (at, Sense { words: self.reach(at, place, &it), ..it })));
                }
            }
        }
        self.insert(found);
    }

    /// The terms that two pieces are with a vowel in place of the star between: `h*mofil`.
    fn starred(&self, word: &Word<'_>, next: &Word<'_>, wanted: &Wanted, out: &mut Vec<Sense>) {
        let (front, back) = (self.reading.bytes(&word.token), self.reading.bytes(&next.token));
        for vowel in ["a", "e", "i", "o", "u", "y", "å", "ä", "ö", "æ", "ø"] {
            let whole = [front, vowel.as_bytes(), back].concat();
            self.lexicon.whole(&whole, wanted, out);
        }
        out.retain(|it| it.id <= ids::BLOCKED);
    }

    /// How many words a compound takes that begins at `first` and ends behind `last`: the next one too if it says the same (`hjerte kar` + `sygdom`).
    fn reach(&self, first: usize, last: usize, sense: &Sense) -> u8 {
        let category = ids::category(sense.id);
        let says_so = category.is_some()
            && self.list.get(last + 1).is_some_and(|it| it.goes_on)
            && self.senses(last + 1).iter().any(|it| ids::category(it.id) == category);
        (last + 1 - first) as u8 + u8::from(says_so)
    }

    /// A word that was spaced out may have taken the small word beside it along (`a w o m a n`), or have left it its last letter (`e p i l e p s i`).
    pub(super) fn find_spaced_out(&mut self) {
        let wanted = self.wanted();
        let mut found: Vec<(usize, Sense)> = Vec::new();
        let mut senses = Vec::new();
        for (at, word) in self.list.iter().enumerate() {
            let (text, typed) = (self.reading.bytes(&word.token), self.reading.typed(&word.token));
            let apart =
                text.len() > 4 && typed.bytes().filter(|it| *it == b' ').count() + 1 >= usize::from(word.token.width);
            if !apart {
                continue;
            }
            let left = |it: &Word<'_>| it.barrier == 0 && self.reading.bytes(&it.token) == b"i";
            if self.list.get(at + 1).is_some_and(left) {
                self.lexicon.senses(&[text, b"i"].concat(), &wanted, &mut senses);
                found.extend(senses.drain(..).map(|it| (at, Sense { words: 2, ..it })));
            }
            if word.flags & Flags::TERM != 0 {
                continue;
            }
            if let [b'a' | b'i' | b'o', rest @ ..] = text {
                self.lexicon.senses(rest, &wanted, &mut senses);
            }
            found.extend(senses.drain(..).map(|it| (at, it)));
        }
        self.insert(found);
    }
}

/// Whether a word may begin a compound in pieces, and whether it may go on one: none that stands in most sentences does, but where marks keep
/// the pieces apart.
pub(super) fn pieces(word: &Word<'_>) -> (bool, bool) {
    let length = word.token.end() - word.token.start();
    let rare = (word.token.kind == Kind::Word) & !word.frequent;
    (rare & (length >= FIRST), (word.barrier == 0) & (rare & (length >= NEXT) | word.touches))
}
