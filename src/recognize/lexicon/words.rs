//! The words of a reading and what the lexicon knows of each: their senses.

use std::cell::{Cell, OnceCell};

use super::frequent;
use super::languages::Languages;
use super::lookup::Wanted;
use super::model::{Flags, Lexicon, beginning, bit_of, ids};
use super::names::Capitals;
use super::parse::NumberWord;
use super::sentences::Sentence;
use super::together;
use crate::category::{Category, Language};
use crate::read::{Kind, Reading, Token};
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
    /// Whether it's the very word, without an ending.
    pub bare: bool,
    /// The `Flags` of its identity.
    pub flags: u8,
}

/// A word or number of a reading.
pub(crate) struct Word<'r> {
    /// Its token.
    pub token: Token,
    /// What the lexicon knows of it, if it's frequent in any language.
    pub(super) known: Option<&'r frequent::Word>,
    /// What stands before it: 0 nothing but a space or hyphen, 1 a comma or the like, 2 the end of a sentence, 3 a square bracket.
    pub barrier: u8,
    /// Whether it's a frequent word of the likeliest language.
    pub usual: bool,
    /// Whether it's a frequent word of a language that the message may be in.
    pub(super) frequent: bool,
    /// The `Flags` of its senses.
    pub(super) flags: u8,
    /// Whether one of its senses takes several words.
    pub(super) opens_phrase: bool,
    /// Whether a single mark stands between it and the word before: `am.fe.ta.min`.
    pub(super) touches: bool,
    /// Whether it may begin a compound in pieces.
    pub(super) begins: bool,
    /// Whether it may go on one that the word before it began.
    pub(super) goes_on: bool,
    /// The bits of the identities of its senses.
    pub(super) bits: u64,
    /// The place of its sentence among all.
    pub(super) sentence: u32,
    from: u32,
    to: u32,
    /// How well it can be a name, once that was asked.
    pub(super) standing: Cell<Option<Standing>>,
    /// How many words from here on can be one name, once that was asked.
    pub(super) name: Cell<Option<u8>>,
}

/// The words of a reading with their senses.
pub(crate) struct Words<'r> {
    pub reading: &'r Reading<'r>,
    pub list: Vec<Word<'r>>,
    senses: Vec<Sense>,
    pub(super) sentences: Vec<Sentence>,
    /// The most words that a sense of the message takes.
    pub(super) longest: usize,
    pub(super) lexicon: &'r Lexicon,
    /// How the message uses capitals, once that was asked.
    pub(super) capitals: OnceCell<Capitals>,
    /// Which languages the message may be in.
    pub languages: Languages,
}

/// The number that one of the senses says; a plain number before an everyday word, a value before a mark.
fn number_of(senses: &[Sense], numbers: &[NumberWord]) -> Option<NumberWord> {
    let all = senses.iter().filter_map(|it| numbers.get(ids::number(it.id)?).copied());
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
    /// Looks up every word of `reading`, those too that a blocker takes away if `blocked` is wanted.
    pub fn new(reading: &'r Reading<'r>, lexicon: &'r Lexicon, blocked: bool) -> Words<'r> {
        let mut words = Words {
            reading,
            list: Vec::with_capacity(reading.tokens.len()),
            senses: Vec::with_capacity(reading.tokens.len() * 4),
            sentences: Vec::new(),
            longest: 1,
            lexicon,
            capitals: OnceCell::new(),
            languages: Languages::default(),
        };
        words.cut();
        words.look_up();
        if reading.disguised {
            words.find_spaced_out();
        }
        words.find_likenesses();
        words.find_sequences();
        words.find_split_compounds();
        if !blocked {
            words.forget_blocked();
        }
        words.cut_sentences();
        words
    }

    /// Lists the words, with what is known of the frequent ones, and tells the language by these.
    fn cut(&mut self) {
        let lexicon = self.lexicon;
        let mut barrier = 2;
        // Where a single mark behind a word ends, and where the last word did.
        let (mut mark, mut last) = (usize::MAX, usize::MAX);
        for token in &self.reading.tokens {
            if token.opens {
                barrier = 2;
            }
            if token.kind == Kind::Mark {
                barrier = barrier.max(mark_barrier(self.reading.at(token.start())));
                mark = if last == token.start() { token.end() } else { usize::MAX };
                continue;
            }
            let known = match token.kind {
                Kind::Word => lexicon.frequent.find(token.hash),
                _ => None,
            };
            self.languages.count(known.map_or(0, |it| it.languages));
            self.list.push(Word {
                token: *token,
                known,
                barrier,
                usual: false,
                frequent: false,
                flags: 0,
                opens_phrase: false,
                touches: mark == token.start() && token.kind == Kind::Word,
                begins: false,
                goes_on: false,
                bits: 0,
                sentence: 0,
                from: 0,
                to: 0,
                standing: Cell::default(),
                name: Cell::default(),
            });
            barrier = 0;
            last = if token.kind == Kind::Word { token.end() } else { usize::MAX };
        }
    }

    /// Asks the lexicon for the senses of each word that count in the languages of the message.
    fn look_up(&mut self) {
        let likeliest = self.languages.bits(Languages::is_likeliest);
        let mut wanted = self.wanted();
        for word in &mut self.list {
            let languages = word.known.map_or(0, |it| it.languages);
            word.usual = languages & likeliest != 0;
            word.frequent = languages & wanted.may_be != 0;
            (word.begins, word.goes_on) = together::pieces(word);
            wanted.usual = if word.usual { likeliest } else { u8::MAX };
            let from = self.senses.len();
            let bytes = self.reading.bytes(&word.token);
            if let Some(frequent) = word.known {
                (word.flags, word.bits) = self.lexicon.frequent_senses(bytes, frequent, &wanted, &mut self.senses);
            // Small numbers stand in phrases: `type 2 diabetes`.
            } else if word.token.kind == Kind::Word || bytes.len() <= 2 {
                self.lexicon.senses(bytes, &wanted, &mut self.senses);
                for sense in self.senses.get(from..).unwrap_or(&[]) {
                    word.flags |= sense.flags;
                    word.bits |= bit_of(sense.id);
                }
            }
            (word.from, word.to) = (from as u32, self.senses.len() as u32);
        }
    }

    /// What of the words' senses counts.
    pub(super) fn wanted(&self) -> Wanted {
        Wanted { may_be: self.languages.bits(Languages::may_be), usual: u8::MAX, unsure: self.languages.is_unsure() }
    }

    /// A blocker takes away every term that it covers; one of a language that the message is hardly in leaves what another language lists exactly so.
    fn forget_blocked(&mut self) {
        for at in 0..self.list.len() {
            if !self.has(at, Flags::BLOCKER) {
                continue;
            }
            let blockers = || self.senses(at).iter().filter(|it| it.id == ids::BLOCKED);
            let Some(length) = blockers().map(|it| usize::from(it.words)).max() else { continue };
            let everywhere = blockers().any(|it| self.languages.is_likeliest(it.language));
            let languages = blockers().fold(0, |mask, it| mask | 1 << it.language);
            // A blocker that is the very word speaks for all languages; a stem only where no equally likely language lists the word.
            let bare = blockers().any(|it| it.bare);
            for place in at..at + length {
                let Some(word) = self.list.get(place) else { continue };
                for sense in self.senses.get_mut(word.from as usize..word.to as usize).unwrap_or(&mut []) {
                    let covered = place + usize::from(sense.words) <= at + length;
                    let other = languages & 1 << sense.language == 0
                        && (!everywhere || (!bare && self.languages.is_likeliest(sense.language)));
                    let listed = sense.fit == Fit::Whole && (sense.bare || !self.languages.is_unsure());
                    let own = length == 1 && other && listed;
                    if ids::category(sense.id).is_some() && covered && !own {
                        (sense.id, sense.flags) = (NOTHING, 0);
                    }
                }
            }
        }
    }

    /// Whether one of the word's senses has a flag: no is certain, yes is not.
    pub(super) fn has(&self, at: usize, flag: u8) -> bool {
        self.list.get(at).is_some_and(|it| it.flags & flag != 0)
    }

    /// The senses of the word at `at`.
    pub fn senses(&self, at: usize) -> &[Sense] {
        self.list.get(at).and_then(|it| self.senses.get(it.from as usize..it.to as usize)).unwrap_or(&[])
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
        if self.has(at, Flags::NUMBER) { number_of(self.senses(at), numbers) } else { None }
    }

    /// Whether a word, told by its hash, is the beginning of a word for the mark `meant`: no is certain, yes is not.
    #[inline]
    pub fn may_mean_mark(&self, word: u32, meant: char) -> bool {
        self.lexicon.mark_beginnings[usize::from(meant == '@')].has(beginning(word))
    }

    /// The words for the mark `meant` that begin with `text`, without their spaces and hyphens.
    pub fn mark_words(&self, meant: char, text: &[u8]) -> impl Iterator<Item = &[u8]> {
        let words = &self.lexicon.mark_words;
        let from = words.partition_point(|(mark, word)| (*mark, &**word) < (meant, text));
        let begins = move |it: &&(char, Vec<u8>)| it.0 == meant && it.1.starts_with(text);
        words.get(from..).unwrap_or(&[]).iter().take_while(begins).map(|it| &*it.1)
    }

    /// Words that mean nothing in the languages of the message may be terms written by ear, or with one slip.
    fn find_likenesses(&mut self) {
        let wanted = self.wanted();
        let mut found: Vec<(usize, Sense)> = Vec::new();
        let (mut sound, mut alike) = (Vec::new(), Vec::new());
        for (at, word) in self.list.iter().enumerate() {
            let text = self.reading.bytes(&word.token);
            let means = |it: &Sense| {
                it.flags & Flags::BLOCKER != 0
                    || (it.flags & Flags::TERM != 0 && (it.fit != Fit::Compound || ids::is_strong(it.id)))
                    || (it.bare && it.fit != Fit::Compound)
            };
            if word.token.kind == Kind::Word
                && text.len() >= 6
                && text.len() <= 64
                && !word.frequent
                && !self.senses(at).iter().any(means)
            {
                // What begins like a frame's word (`lunge*`) is with a slip only taken for long terms.
                let long = self.senses(at).iter().any(|it| it.fit != Fit::Compound);
                self.lexicon.alike(text, long, &wanted, &mut sound, &mut alike);
                found.extend(alike.drain(..).map(|it| (at, it)));
            }
        }
        self.insert(found);
    }

    /// Adds senses to words.
    pub(super) fn insert(&mut self, found: Vec<(usize, Sense)>) {
        for (at, sense) in found {
            let Some(word) = self.list.get_mut(at) else { continue };
            // The senses of a word stand side by side: those that others follow go to the end.
            if word.to as usize != self.senses.len() {
                let from = self.senses.len() as u32;
                self.senses.extend_from_within(word.from as usize..word.to as usize);
                word.from = from;
            }
            self.senses.push(sense);
            word.to = self.senses.len() as u32;
            word.flags |= sense.flags;
            word.bits |= bit_of(sense.id);
            word.opens_phrase |= sense.words > 1;
            self.longest = self.longest.max(sense.words.into());
        }
    }
}

fn mark_barrier(mark: u8) -> u8 {
    match mark {
        b'-' | b'"' | b'\'' | b'.' | b'*' | b'_' | b'~' | b':' => 0,
        // What stands in brackets may be a placeholder: nothing reaches into it.
        b'[' | b']' => 3,
        _ => 1,
    }
}

/// The identity of a sense that was taken away.
const NOTHING: u16 = ids::BLOCKED + 1;
