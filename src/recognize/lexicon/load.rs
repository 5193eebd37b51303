//! From packs to a lexicon that can be asked: words into the trie, phrases into sequences, frames under the rarest of their words.

use std::borrow::Cow;

use super::anchors::{self, Costs};
use super::ear;
use super::forms;
use super::model::{
    BEGINNING_BITS, Classes, Filler, Flags, Frame, Lexicon, Lists, Place, Says, Sequence, Slot, anchor_of, beginning,
    bit_of, ids,
};
use super::numbering::Numbering;
use super::parse::{self, Item, Line, NumberWord, Way};
use super::sets::Sowing;
use super::table;
use super::trie::{Entry, Mode};
use crate::category::{Category, Language};
use crate::hash;
use crate::read::folded;
use crate::recognize::spellings::Spellings;

/// What every pack of terms begins with, before the name of its language.
pub(crate) const HEADER: &str = "slor-terms 1 ";

/// Reads packs into one lexicon.
#[derive(Default)]
pub(crate) struct Loader {
    reads: Vec<Language>,
    ear: ear::Growth,
    /// Words of frames and phrases, and classes, by the hash of their language, mode and bytes.
    known: Numbering,
    class_ids: Vec<u16>,
    classes: Classes,
    /// Words and classes of frames that hold a frequent word: poor anchors.
    busy: Vec<u16>,
    next: u16,
    sets: Sowing,
    /// How many frames each language has.
    lines: [u32; 6],
    lexicon: Lexicon,
    /// Room for how a word is spelled, and for its stems.
    spellings: Spellings,
    stems: Spellings,
}

/// A pack can't be read.
pub(crate) struct Broken;

impl Loader {
    /// A loader for the languages that a policy reads.
    pub fn new(reads: &[Language]) -> Loader {
        let lexicon = Lexicon::expecting(1 + reads.len());
        Loader { next: ids::FIRST_WORD, reads: reads.to_vec(), lexicon, ..Loader::default() }
    }

    /// Adds the text of one pack and says whose it is: a language's, or (none) what several share.
    pub fn add(&mut self, pack: &str) -> Result<Option<Language>, Broken> {
        let mut lines = pack.lines();
        let name = lines.next().and_then(|it| it.strip_prefix(HEADER)).ok_or(Broken)?;
        let own = Language::from_name(name);
        if own.is_none() && name != "shared" {
            return Err(Broken);
        }
        let mut section = "";
        let mut languages: Vec<Language> = Vec::new();
        for (count, line) in (1usize..).zip(lines) {
            if let Some(header) = line.strip_prefix("== ") {
                let (name, owners) = header.split_once(' ').unwrap_or((header, ""));
                if name == "end" {
                    return if owners.parse() == Ok(count) { Ok(own) } else { Err(Broken) };
                }
                section = name;
                languages = own
                    .into_iter()
                    .chain(owners.split(' ').filter_map(Language::from_name))
                    .filter(|it| self.reads.contains(it))
                    .collect();
            } else {
                for language in &languages {
                    let index = Language::ALL.iter().position(|it| it == language).ok_or(Broken)? as u8;
                    self.line(section, line, *language, index)?;
                }
            }
        }
        Err(Broken)
    }

    fn line(&mut self, section: &str, line: &str, language: Language, index: u8) -> Result<(), Broken> {
        match section {
            "endings" => self.lexicon.endings.add(index, line),
            "common" => {
                for word in line.split(' ') {
                    let word = as_read(word);
                    self.spellings.clear();
                    forms::plain_spellings(&word, &mut self.spellings);
                    for word in std::iter::once(&*word).chain(self.spellings.iter()) {
                        self.lexicon.frequent.add(word.as_bytes(), index);
                    }
                }
            }
            "persons" | "frames" => match parse::line(line).map_err(|_| Broken)? {
                Line::Class(name, words) => self.class(name, &words, index),
                Line::Frame(says, slots) => self.frame(says, &slots, language, index)?,
            },
            "numbers" => {
                let (word, meaning) = parse::number(line).map_err(|_| Broken)?;
                let id = ids::FIRST_NUMBER + self.lexicon.numbers.len() as u16;
                self.lexicon.numbers.push(meaning);
                if let NumberWord::Mark(mark) = meaning {
                    self.spellings.clear();
                    forms::plain_spellings(word, &mut self.spellings);
                    for word in std::iter::once(word).chain(self.spellings.iter()) {
                        let word: Vec<u8> = word.bytes().filter(|it| !matches!(it, b' ' | b'-')).collect();
                        for end in 1..=word.len() {
                            let at = beginning(hash::bytes(word.get(..end).unwrap_or(&[])));
                            self.lexicon.mark_beginnings[usize::from(mark == '@')].set(BEGINNING_BITS, at);
                        }
                        let words = &mut self.lexicon.mark_words;
                        let at = words.partition_point(|it| (it.0, &it.1) < (mark, &word));
                        words.insert(at, (mark, word));
                    }
                }
                // `snabel-a`, `snabel a`: looked up without what stands between.
                self.word(&word.replace([' ', '-'], ""), id, language, index, Mode::NUMBER);
            }
            "blockers" => self.term(&parse::term(line).map_err(|_| Broken)?, ids::BLOCKED, language, index),
            _ => {
                let term = parse::term(line).map_err(|_| Broken)?;
                let category = Category::from_name(section).ok_or(Broken)?;
                let at = Category::ALL.iter().position(|it| *it == category).ok_or(Broken)? as u16;
                self.term(&term, if term.weak { at + ids::WEAK } else { at }, language, index);
            }
        }
        Ok(())
    }

    /// A folded term of the policy's own, as `language` inflects it.
    pub fn own_term(&mut self, text: &str, category: Category, language: Language) {
        let at = Category::ALL.iter().position(|it| *it == category).unwrap_or(0) as u16;
        let index = Language::ALL.iter().position(|it| *it == language).unwrap_or(0) as u8;
        let term = parse::Term { text, ..parse::Term::default() };
        self.term(&term, at, language, index);
    }

    fn term(&mut self, term: &parse::Term<'_>, id: u16, language: Language, index: u8) {
        // Endings make words of three letters into others (`sv`, `svar`).
        let short = term.text.chars().count() <= 3 && language != Language::Fi;
        let inflected = if term.exact || term.open {
            0
        } else if short {
            Mode::SHORT
        } else {
            Mode::INFLECTED
        };
        // English writes its compounds apart.
        let compounds = language != Language::En || term.text.chars().count() < 5;
        let begins = if term.begins && compounds { Mode::BEGINS } else { 0 };
        let ends = if term.ends && (compounds || term.ending) { Mode::ENDS } else { 0 };
        let open = if term.open { Mode::OPEN } else { 0 };
        let parts: Vec<&str> = term.text.split([' ', '-']).filter(|it| !it.is_empty()).collect();
        match parts.as_slice() {
            [word] => self.word(word, id, language, index, inflected | begins | ends | open),
            [] => {}
            [all @ .., last] => {
                let mut words: Vec<u16> = all.iter().map(|it| self.known(it, language, index, inflected)).collect();
                words.push(self.known(last, language, index, inflected | begins | open));
                self.sequence(words, id, index);
                if term.text.contains('-') && parts.iter().all(|it| it.chars().count() >= 3) {
                    // `ikke-binær` is also written in one; `sv-ar` is not.
                    self.word(&parts.concat(), id, language, index, inflected | begins);
                }
            }
        }
    }

    fn sequence(&mut self, words: Vec<u16>, id: u16, language: u8) {
        self.lexicon.sequences.push(Sequence { words, id, language });
    }

    /// The identity of a word of a frame or phrase.
    fn known(&mut self, word: &str, language: Language, index: u8, mode: u8) -> u16 {
        let (id, new) = self.identity(index, mode, word);
        if new {
            self.spelled(word, id, language, index, mode);
        }
        id
    }

    /// A word, or several that stand for it one after another: `el-scooter`, `boks på håndleddet`.
    fn spelled(&mut self, text: &str, id: u16, language: Language, index: u8, mode: u8) {
        let parts: Vec<&str> = text.split([' ', '-']).filter(|it| !it.is_empty()).collect();
        match parts.as_slice() {
            [word] => self.word(word, id, language, index, mode),
            [all @ .., last] => {
                let mut words: Vec<u16> = all.iter().map(|it| self.known(it, language, index, 0)).collect();
                words.push(self.known(last, language, index, mode));
                self.sequence(words, id, index);
            }
            [] => {}
        }
    }

    /// The identity of a word or class, and whether it is new.
    fn identity(&mut self, index: u8, mode: u8, word: &str) -> (u16, bool) {
        let key =
            [index, mode].iter().chain(word.as_bytes()).fold(table::START, |hash, byte| table::extend(hash, *byte));
        let id = self.known.number(key, self.next);
        let new = id == self.next;
        self.next = self.next.saturating_add(new.into());
        (id, new)
    }

    fn word(&mut self, word: &str, id: u16, language: Language, index: u8, mode: u8) {
        let word = as_read(word);
        if (ids::FIRST_WORD..ids::FIRST_NUMBER).contains(&id)
            && self.lexicon.frequent.find(hash::bytes(word.as_bytes())).is_some_and(|it| it.languages & 1 << index != 0)
        {
            self.busy.push(id);
        }
        self.put(&word, Entry { id, language: index, mode });
        if mode & Mode::INFLECTED != 0 {
            // In Finnish compounds the first part may stand in the genitive.
            let mode = Mode::STEM
                | Mode::INFLECTED
                | if language == Language::Fi { mode & (Mode::BEGINS | Mode::ENDS) } else { mode & Mode::ENDS };
            let mut stems = std::mem::take(&mut self.stems);
            stems.clear();
            forms::stems(&word, language, &mut stems);
            stems.iter().for_each(|it| self.put(it, Entry { id, language: index, mode }));
            self.stems = stems;
        }
        let letters = word.chars().count();
        // With an ending, and in Finnish at all, words of five letters sound like many another.
        let least = if language == Language::Fi { 6 } else { 5 };
        if id < ids::BLOCKED && mode & Mode::INFLECTED != 0 && letters >= least {
            let mode = if letters < 6 { 0 } else { Mode::INFLECTED };
            self.ear.add(word.as_bytes(), Entry { id, language: index, mode });
        }
    }

    /// Puts a word and its plain spellings into the tables.
    fn put(&mut self, word: &str, entry: Entry) {
        self.lexicon.add(word.as_bytes(), entry);
        self.spellings.clear();
        forms::plain_spellings(word, &mut self.spellings);
        for plain in self.spellings.iter() {
            self.lexicon.add(plain.as_bytes(), Entry { mode: entry.mode | Mode::PLAIN, ..entry });
        }
    }

    fn class_id(&mut self, name: &str, index: u8) -> u16 {
        // No word of a frame has this mode.
        let (id, new) = self.identity(index, Mode::STEM, name);
        if !new {
            return id;
        }
        self.class_ids.push(id);
        match name {
            "self" | "kin" => {
                self.classes.near.push(id);
                self.classes.small.push(id);
            }
            "topic" => self.classes.topic.push(id),
            "adv" | "art" | "be" | "have" | "get" | "feel" | "person" => self.classes.small.push(id),
            _ => {}
        }
        id
    }

    fn class(&mut self, name: &str, words: &[&str], index: u8) {
        let id = self.class_id(name, index);
        let Some(&language) = Language::ALL.get(usize::from(index)) else { return };
        for word in words {
            let (word, open) = word.strip_suffix('*').map_or((*word, 0), |it| (it, Mode::OPEN));
            self.spelled(word, id, language, index, open);
        }
    }

    fn frame(&mut self, says: &str, slots: &[parse::Slot<'_>], language: Language, index: u8) -> Result<(), Broken> {
        let says = match says {
            "weak" => Says::Weak,
            "blocked" => Says::Blocked,
            _ => Says::Category(Category::from_name(says).ok_or(Broken)?),
        };
        let slots = slots.iter().map(|slot| {
            let place = match &slot.item {
                Item::One(ways) => {
                    Place::One(ways.iter().map(|way| self.filler(way, language, index)).collect::<Result<_, _>>()?)
                }
                Item::Name(sure) => Place::Name(*sure),
                Item::Gap(count) => Place::Gap(*count),
                Item::Start => Place::Start,
                Item::End => Place::End,
            };
            let set = anchors::fillers(&place).and_then(|it| self.sets.number(index, it));
            Ok(Slot { place, set, plain: false, optional: slot.optional, marked: slot.marked, longest: 1 })
        });
        let slots = slots.collect::<Result<Vec<_>, Broken>>()?;
        let lines = self.lines.get_mut(usize::from(index)).ok_or(Broken)?;
        let line = *lines;
        *lines += 1;
        self.lexicon.frames.push(Frame { line, says, language: index, slots, anchor: 0, before: None, after: None });
        Ok(())
    }

    fn filler(&mut self, way: &Way<'_>, language: Language, index: u8) -> Result<Filler, Broken> {
        Ok(match way {
            Way::Word(word) => Filler::Id(self.known(word, language, index, 0)),
            Way::Prefix(word) => Filler::Id(self.known(word, language, index, Mode::OPEN)),
            Way::Typed(word) => {
                let folded = String::from_utf8(folded(word)).unwrap_or_default();
                Filler::Typed(self.known(&folded, language, index, 0), (*word).into())
            }
            Way::Class(name) => Filler::Id(self.class_id(name, index)),
            Way::Category(name) => Filler::Category(Category::from_name(name).ok_or(Broken)?),
            Way::Weak => Filler::Weak,
            Way::AnyWord => Filler::AnyWord,
            Way::Number => Filler::Number,
        })
    }

    /// The lexicon of all that was added.
    pub fn finish(self) -> Result<Lexicon, Broken> {
        let mut lexicon = self.lexicon;
        lexicon.endings.finish();
        // More words would be taken for numbers.
        if self.next > ids::FIRST_NUMBER || !lexicon.tails.finish() || !lexicon.words.finish() {
            return Err(Broken);
        }
        lexicon.ear = self.ear.finish();
        lexicon.sets = self.sets.finish(self.next);
        let openings: Vec<(u16, (u64, u32))> = (0..)
            .zip(&lexicon.sequences)
            .filter_map(|(at, it)| Some((*it.words.first()?, (it.words.get(1).map_or(u64::MAX, |it| bit_of(*it)), at))))
            .collect();
        lexicon.sequences_by_first = Lists::new(self.next, &openings);
        let costs = Costs::new(self.next, &self.class_ids, &self.busy, &self.classes.small);
        let (anchors, anchoring) = anchors::hang(&mut lexicon, &costs);
        lexicon.anchors = Lists::new(anchor_of(0, self.next), &anchors);
        lexicon.flags.resize(usize::from(self.next), 0);
        let fills: Vec<usize> = (0..self.next).filter(|it| lexicon.sets.holds(*it)).map(usize::from).collect();
        let mut flag = |id: usize, flag: u8| {
            if let Some(it) = lexicon.flags.get_mut(id) {
                *it |= flag;
            }
        };
        fills.into_iter().for_each(|it| flag(it, Flags::FILLS_SLOT));
        (0..ids::BLOCKED).for_each(|it| flag(it.into(), Flags::TERM));
        flag(ids::BLOCKED.into(), Flags::BLOCKER);
        self.classes.near.iter().for_each(|it| flag(usize::from(*it), Flags::NEAR));
        self.classes.topic.iter().for_each(|it| flag(usize::from(*it), Flags::TOPIC));
        openings.iter().for_each(|it| flag(it.0.into(), Flags::OPENS_PHRASE));
        anchoring.iter().for_each(|it| flag((*it).into(), Flags::ANCHORS_FRAME));
        lexicon.frequent.add_letters();
        lexicon.frequent = std::mem::take(&mut lexicon.frequent).finish(&lexicon);
        Ok(lexicon)
    }
}

/// A word as reading folds it: without apostrophes, and without accents but the Nordic letters.
fn as_read(word: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii_lowercase() || matches!(c, 'æ' | 'ø' | 'å' | 'ä' | 'ö');
    if word.chars().all(plain) {
        return Cow::Borrowed(word);
    }
    let mut text = folded(word);
    text.retain(|it| *it != b'\'');
    String::from_utf8(text).map_or(Cow::Borrowed(""), Cow::Owned)
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
