//! The words of a reading and what the lexicon knows of each: their senses.

use super::forms;
use super::load::{Lexicon, ids};
use super::parse::NumberWord;
use super::trie::{Entry, Mode};
use crate::category::{Category, Language};
use crate::read::{Kind, Reading, Token, is_letter};
use crate::recognize::names::Standing;

/// How well a word fits a term, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// As listed, or inflected.
    Whole,
    /// Without the Nordic letters.
    Plain,
    /// A compound with it.
    Compound,
    /// By its sound, or with one slip.
    Alike,
}

/// Something that a word may mean.
#[derive(Clone, Copy)]
pub(crate) struct Sense {
    pub id: u16,
    pub language: u8,
    pub fit: Fit,
    /// How many words it takes.
    pub words: u8,
}

/// A word or number of a reading.
pub(crate) struct Word {
    /// Its token.
    pub token: Token,
    /// What stands before it: 0 nothing but a space or hyphen, 1 a comma or the like, 2 the end of a sentence.
    pub barrier: u8,
    from: u32,
    to: u32,
    /// How well it can be a name, once that was asked.
    standing: std::cell::Cell<Option<Standing>>,
}

/// The words of a reading with their senses.
pub(crate) struct Words<'r> {
    pub reading: &'r Reading<'r>,
    pub list: Vec<Word>,
    senses: Vec<Sense>,
    lexicon: &'r Lexicon,
    /// Which languages the message may be in.
    pub languages: Languages,
}

/// Which languages a message may be in, told by its frequent words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Languages {
    counts: [u16; 6],
    most: u16,
}

impl Languages {
    /// Whether the message may be in the language with this index. With next to nothing to tell by, it may be in any.
    pub fn may_be(&self, language: u8) -> bool {
        self.most <= 1 || self.counts.get(usize::from(language)).is_some_and(|it| it * 2 > self.most)
    }

    /// Whether no language is more likely than this one.
    pub fn is_likeliest(&self, language: u8) -> bool {
        self.counts.get(usize::from(language)) == Some(&self.most)
    }

    fn count(&mut self, senses: &[Sense]) {
        for sense in senses {
            if let Some(count) = sense.id.checked_sub(ids::COMMON).and_then(|it| self.counts.get_mut(usize::from(it))) {
                *count += 1;
                self.most = self.most.max(*count);
            }
        }
    }
}

/// The number that one of the senses says; a plain number before an everyday word, a value before a mark.
fn number_of(senses: &[Sense], numbers: &[NumberWord]) -> Option<NumberWord> {
    let all = senses.iter().filter(|it| it.id >= ids::FIRST_NUMBER).filter_map(|it| numbers.get(usize::from(it.id - ids::FIRST_NUMBER)).copied());
    all.max_by_key(|it| match it {
        NumberWord::Value(_, false) => 5,
        NumberWord::Month(_) => 4,
        NumberWord::Ordinal(_) => 3,
        NumberWord::Mark(_) => 2,
        NumberWord::Link => 1,
        NumberWord::Value(_, true) => 0,
    })
}

impl<'r> Words<'r> {
    /// Looks up every word of `reading`.
    pub fn new(reading: &'r Reading<'r>, lexicon: &'r Lexicon) -> Words<'r> {
        let mut words = Words { reading, list: Vec::with_capacity(reading.tokens.len()), senses: Vec::new(), lexicon, languages: Languages::default() };
        let mut barrier = 2;
        for token in &reading.tokens {
            if token.opens {
                barrier = 2;
            }
            if token.kind == Kind::Mark {
                barrier = barrier.max(mark_barrier(reading.at(token.start())));
                continue;
            }
            let from = words.senses.len();
            if token.kind == Kind::Word {
                lexicon.senses(reading.bytes(token), &mut words.senses);
                words.languages.count(words.senses.get(from..).unwrap_or(&[]));
            }
            words.list.push(Word { token: *token, barrier, from: from as u32, to: words.senses.len() as u32, standing: Default::default() });
            barrier = 0;
        }
        words.find_sequences(lexicon);
        words.forget_other_languages();
        words.forget_blocked();
        words
    }

    /// Takes away the terms of languages that the message is not in, but for long words written just so.
    fn forget_other_languages(&mut self) {
        let languages = self.languages;
        for word in &self.list {
            let Some(senses) = self.senses.get_mut(word.from as usize..word.to as usize) else { continue };
            let usual = senses.iter().any(|it| it.id >= ids::COMMON && it.id < ids::COMMON + 6 && languages.is_likeliest((it.id - ids::COMMON) as u8));
            let long = word.token.end() - word.token.start() >= 7;
            for sense in senses {
                let foreign = !languages.may_be(sense.language) && !(long && sense.fit == Fit::Whole && ids::strong(sense.id).is_some());
                // A frequent word of the message's own language is nothing else in a neighbour's.
                let coincides = usual && !languages.is_likeliest(sense.language);
                if (ids::category(sense.id).is_some() && (foreign || coincides)) || (sense.id == ids::BLOCKED && foreign) {
                    sense.id = NOTHING;
                }
            }
        }
    }

    /// A blocker takes away every term that it covers; one of a language that the message is hardly in leaves what another language lists exactly so.
    fn forget_blocked(&mut self) {
        for at in 0..self.list.len() {
            let Some((length, blocker)) = self.senses(at).iter().filter(|it| it.id == ids::BLOCKED).map(|it| (usize::from(it.words), it.language)).max() else { continue };
            let everywhere = self.languages.is_likeliest(blocker);
            for place in at..at + length {
                let Some(word) = self.list.get(place) else { continue };
                for sense in self.senses.get_mut(word.from as usize..word.to as usize).unwrap_or(&mut []) {
                    let covered = place + usize::from(sense.words) <= at + length;
                    let own = length == 1 && !everywhere && sense.language != blocker && sense.fit == Fit::Whole;
                    if ids::category(sense.id).is_some() && covered && !own {
                        sense.id = NOTHING;
                    }
                }
            }
        }
    }

    /// How well the word at `at` can be a name, in the languages that the message may be in.
    pub(super) fn standing(&self, at: usize) -> Standing {
        let Some(word) = self.list.get(at) else { return Standing::Word };
        if let Some(it) = word.standing.get() {
            return it;
        }
        let may_be = |it: Language| Language::ALL.iter().position(|other| *other == it).is_some_and(|it| self.languages.may_be(it as u8));
        let standing = self.lexicon.names.standing(self.reading.bytes(&word.token), may_be);
        word.standing.set(Some(standing));
        standing
    }

    /// Whether words inside of sentences have capitals.
    pub(super) fn has_capitals(&self) -> bool {
        let mut typed = self.list.iter().filter(|it| !it.token.opens && it.token.end() - it.token.start() > 1).map(|it| self.reading.typed(&it.token));
        typed.any(|it| it.chars().next().is_some_and(char::is_uppercase))
    }

    /// Whether the message is typed in capitals throughout.
    pub(super) fn all_capitals(&self) -> bool {
        let mut typed = self.list.iter().map(|it| self.reading.typed(&it.token)).filter(|it| it.len() > 3).take(6).peekable();
        typed.peek().is_some() && typed.all(|it| !it.chars().any(char::is_lowercase))
    }

    /// The senses of the word at `at`.
    pub fn senses(&self, at: usize) -> &[Sense] {
        self.list.get(at).and_then(|it| self.senses.get(it.from as usize..it.to as usize)).unwrap_or(&[])
    }

    /// Whether the word at `at` has one of the identities.
    pub fn is_any(&self, at: usize, ids: &[u16]) -> bool {
        self.senses(at).iter().any(|it| ids.contains(&it.id))
    }

    /// The sentence around the word at `at`, as word indices.
    pub fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let start = (0..=at).rev().find(|it| self.list.get(*it).is_none_or(|it| it.barrier == 2)).unwrap_or(0);
        let end = (at + 1..self.list.len()).find(|it| self.list.get(*it).is_none_or(|it| it.barrier == 2)).unwrap_or(self.list.len());
        start..end
    }

    /// The strong terms that the word at `at` is recognised as, and how well it fits.
    pub fn strong_senses(&self, at: usize) -> impl Iterator<Item = (Category, Language, &'static str)> + '_ {
        self.senses(at).iter().filter_map(|it| {
            let fit = match it.fit {
                Fit::Whole => "whole",
                Fit::Plain => "plain",
                Fit::Compound => "compound",
                Fit::Alike => "alike",
            };
            Some((ids::strong(it.id)?, *Language::ALL.get(usize::from(it.language))?, fit))
        })
    }

    /// What the word at `at` means as a number, whole or as a compound of number words (`femogfyrre`, `viisikymmentäkaksi`).
    pub fn number_word(&self, at: usize, numbers: &[NumberWord]) -> Option<NumberWord> {
        number_of(self.senses(at), numbers)
    }

    /// As `number_word`, for a token.
    pub fn number_word_of(&self, token: &Token, numbers: &[NumberWord]) -> Option<NumberWord> {
        let at = self.list.iter().position(|it| it.token.start() == token.start())?;
        self.number_word(at, numbers)
    }

    /// Whether `text` is a word for the mark `meant`.
    pub fn means_mark(&self, text: &[u8], meant: char, numbers: &[NumberWord]) -> bool {
        let mut senses = Vec::new();
        self.lexicon.walk(text, 0, &mut senses);
        senses.iter().any(|it| number_of(std::slice::from_ref(it), numbers) == Some(NumberWord::Mark(meant)))
    }

    /// Phrases: words that follow one another and mean one thing get its sense at the first of them.
    fn find_sequences(&mut self, lexicon: &Lexicon) {
        let mut found: Vec<(usize, Sense)> = Vec::new();
        for at in 0..self.list.len() {
            for sense in self.senses(at) {
                let Some(sequences) = lexicon.sequences_by_first.get(usize::from(sense.id)) else { continue };
                for sequence in sequences.iter().filter_map(|it| lexicon.sequences.get(*it as usize)) {
                    let follows = |(offset, id): (usize, &u16)| {
                        let place = at + offset;
                        self.list.get(place).is_some_and(|it| it.barrier == 0) && self.senses(place).iter().any(|it| it.id == *id)
                    };
                    if sequence.words.iter().enumerate().skip(1).all(follows) {
                        found.push((at, Sense { id: sequence.id, language: sequence.language, fit: Fit::Whole, words: sequence.words.len() as u8 }));
                    }
                }
            }
        }
        if found.is_empty() {
            return;
        }
        let mut senses = Vec::with_capacity(self.senses.len() + found.len());
        let mut found = found.into_iter().peekable();
        for (at, word) in self.list.iter_mut().enumerate() {
            let from = senses.len() as u32;
            senses.extend_from_slice(self.senses.get(word.from as usize..word.to as usize).unwrap_or(&[]));
            while let Some((_, sense)) = found.next_if(|it| it.0 == at) {
                senses.push(sense);
            }
            (word.from, word.to) = (from, senses.len() as u32);
        }
        self.senses = senses;
    }
}

fn mark_barrier(mark: u8) -> u8 {
    match mark {
        b'-' | b'"' | b'\'' | b'.' | b'*' | b'_' | b'~' => 0,
        _ => 1,
    }
}

/// The identity of a sense that was taken away.
const NOTHING: u16 = ids::BLOCKED + 1;

/// The longest word that is looked up: what is longer is no word.
const LONGEST: usize = 64;

impl Lexicon {
    /// All senses of a word, in `out`.
    pub(super) fn senses(&self, word: &[u8], out: &mut Vec<Sense>) {
        if word.len() > LONGEST {
            return;
        }
        let from = out.len();
        self.walk(word, 0, out);
        // The end of a compound: a term behind at least three letters.
        let mut at = 3;
        while at + 3 <= word.len() {
            // Not into the middle of a letter.
            if !word.get(at).is_some_and(|it| (0x80..0xc0).contains(it)) {
                self.walk(word, at, out);
            }
            at += 1;
        }
        if out.len() == from {
            self.compound_number(word, out);
        }
        if out.len() == from && word.len() >= 6 {
            self.alike(word, out);
        }
    }

    /// A word that is made of number words only: `åttiosju`, `nittonhundratvå`. Its sense is that of its longest part.
    fn compound_number(&self, word: &[u8], out: &mut Vec<Sense>) {
        let mut at = 0;
        let mut longest: Option<(usize, Entry)> = None;
        while at < word.len() {
            let mut node = 0;
            let mut part = None;
            for (place, label) in word.iter().enumerate().skip(at) {
                let Some(next) = self.trie.step(node, *label) else { break };
                node = next;
                let number = self.trie.entries(node).iter().filter(|it| it.id >= ids::FIRST_NUMBER).max_by_key(|it| it.id);
                part = number.map(|it| (place + 1 - at, *it)).or(part);
            }
            let Some((length, entry)) = part else { return };
            at += length;
            if longest.is_none_or(|it| it.0 < length) {
                longest = Some((length, entry));
            }
        }
        out.extend(longest.map(|(_, it)| Sense { id: it.id, language: it.language, fit: Fit::Compound, words: 1 }));
    }

    fn walk(&self, word: &[u8], start: usize, out: &mut Vec<Sense>) {
        let mut node = 0;
        for (at, label) in word.iter().enumerate().skip(start) {
            let Some(next) = self.trie.step(node, *label) else { return };
            node = next;
            let entries = self.trie.entries(node);
            if entries.is_empty() {
                continue;
            }
            let rest = word.get(at + 1..).unwrap_or(&[]);
            for entry in entries {
                if let Some(fit) = self.fit(entry, rest, word.get(..start).unwrap_or(&[]), at + 1 - start) {
                    out.push(Sense { id: entry.id, language: entry.language, fit, words: 1 });
                }
            }
        }
    }

    /// How a word fits an entry of `length` bytes that was met with `rest` behind it and `first` before it.
    fn fit(&self, entry: &Entry, rest: &[u8], first: &[u8], length: usize) -> Option<Fit> {
        let is = |mode: u8| entry.mode & mode != 0;
        if !first.is_empty() && (!is(Mode::ENDS) || is(Mode::OPEN) || !has_vowel(first)) {
            return None;
        }
        let whole = if !first.is_empty() {
            Fit::Compound
        } else if is(Mode::PLAIN) {
            Fit::Plain
        } else {
            Fit::Whole
        };
        if rest.is_empty() {
            return (!is(Mode::STEM)).then_some(whole);
        }
        if is(Mode::OPEN) {
            return Some(whole);
        }
        if is(Mode::INFLECTED) && self.endings.get(usize::from(entry.language)).is_some_and(|it| it.accept(rest)) {
            return Some(whole);
        }
        if is(Mode::SHORT) && matches!(rest, b"s" | b"en" | b"ens" | b"er") {
            return (rest == b"s").then_some(whole);
        }
        // In the middle of a compound only what is long enough not to be there by chance.
        let room = first.is_empty() || length >= 6;
        (is(Mode::BEGINS) && room && rest.len() >= 3 && has_vowel(rest)).then_some(Fit::Compound)
    }

    /// Terms that sound like the word, or that differ by one slip of the finger behind the third letter.
    fn alike(&self, word: &[u8], out: &mut Vec<Sense>) {
        let mut sound = Vec::with_capacity(word.len() + 2);
        forms::by_ear(word, &mut sound);
        let mut node = 0;
        for (at, label) in sound.iter().enumerate() {
            let Some(next) = self.ear.step(node, *label) else { break };
            node = next;
            let rest = sound.get(at + 1..).unwrap_or(&[]);
            for entry in self.ear.entries(node) {
                if rest.is_empty() || self.endings.get(usize::from(entry.language)).is_some_and(|it| it.accept(rest)) {
                    out.push(Sense { id: entry.id, language: entry.language, fit: Fit::Alike, words: 1 });
                }
            }
        }
        if out.is_empty() && word.len() >= 8 {
            self.one_slip(&sound, out);
        }
    }

    fn one_slip(&self, sound: &[u8], out: &mut Vec<Sense>) {
        let mut node = 0;
        for (at, label) in sound.iter().enumerate() {
            if at >= 3 {
                for (other, target) in self.ear.edges(node) {
                    // Another letter, one too many in the term, and (below) one too many in the word.
                    if other != *label {
                        self.rest_of_slip(target, sound.get(at + 1..).unwrap_or(&[]), out);
                    }
                    self.rest_of_slip(target, sound.get(at..).unwrap_or(&[]), out);
                }
                self.rest_of_slip(node, sound.get(at + 1..).unwrap_or(&[]), out);
            }
            let Some(next) = self.ear.step(node, *label) else { return };
            node = next;
        }
    }

    /// After the slip the word must go on as the term does, to an ending of at most three letters.
    fn rest_of_slip(&self, mut node: u32, rest: &[u8], out: &mut Vec<Sense>) {
        for at in 0..=rest.len() {
            let behind = rest.get(at..).unwrap_or(&[]);
            if behind.len() <= 3 {
                for entry in self.ear.entries(node) {
                    let fits = behind.is_empty() || self.endings.get(usize::from(entry.language)).is_some_and(|it| it.accept(behind));
                    if fits && out.iter().all(|it| it.id != entry.id) {
                        out.push(Sense { id: entry.id, language: entry.language, fit: Fit::Alike, words: 1 });
                    }
                }
            }
            let Some(next) = rest.get(at).and_then(|it| self.ear.step(node, *it)) else { return };
            node = next;
        }
    }
}

fn has_vowel(text: &[u8]) -> bool {
    text.iter().any(|it| b"aeiouy".contains(it) || (*it >= 0x80 && is_letter(*it)))
}
