//! From packs to a lexicon that can be asked: words into the trie, phrases into sequences, frames under the rarest of their words.

use std::collections::BTreeMap;

use super::forms::{self, Endings};
use super::parse::{self, Item, Line, NumberWord, Way};
use super::table::Table;
use super::trie::{Entry, Growing, Mode, Trie};
use crate::category::{Category, Language};
use crate::recognize::names::Names;

/// What an identity of the trie means. Categories come first, then these, then the words and classes of frames.
pub(super) mod ids {
    use crate::category::Category;

    pub const WEAK: u16 = 32;
    pub const BLOCKED: u16 = 64;
    /// A frequent word of the first language; the next for the next language.
    pub const COMMON: u16 = 72;
    pub const FIRST_WORD: u16 = 128;
    pub const FIRST_NUMBER: u16 = 0x8000;

    /// The category that an identity stands for, weak or strong.
    pub fn category(id: u16) -> Option<Category> {
        Category::ALL.get(usize::from(if id >= WEAK { id - WEAK } else { id })).copied().filter(|_| id < BLOCKED)
    }

    pub fn strong(id: u16) -> Option<Category> {
        category(id).filter(|_| id < WEAK)
    }

    pub fn weak(id: u16) -> Option<Category> {
        category(id).filter(|_| id >= WEAK)
    }
}

/// One way to fill a slot.
pub(super) enum Filler {
    /// A word or class.
    Id(u16),
    /// A word typed exactly so.
    Typed(u16, Box<str>),
    /// A term of a category.
    Category(Category),
    /// A weak term.
    Weak,
    AnyWord,
    Number,
}

pub(super) enum Place {
    One(Vec<Filler>),
    Name,
    Gap(u8),
    Start,
    End,
}

pub(super) struct Slot {
    pub place: Place,
    /// A bit for each identity that can fill it, as `bit_of` has it: a quick no for most words.
    pub bits: u64,
    pub optional: bool,
    pub marked: bool,
}

/// What a frame says of the words it marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Category(Category),
    /// That a weak term counts.
    Weak,
    /// That nothing in it counts.
    Blocked,
}

pub(super) struct Frame {
    /// Its place among the frames of its language's pack.
    pub line: u32,
    pub says: Says,
    pub language: Language,
    pub slots: Vec<Slot>,
    /// For each other place that must be filled the identities of which the message must hold one, where they can be told in advance.
    pub guards: Vec<Vec<u16>>,
}

/// Words that follow one another and mean one thing.
pub(super) struct Sequence {
    pub words: Vec<u16>,
    pub id: u16,
    pub language: u8,
}

/// The classes that the engine itself asks for.
#[derive(Default)]
pub(super) struct Classes {
    pub near: Vec<u16>,
    pub topic: Vec<u16>,
    pub small: Vec<u16>,
}

/// What is known of an identity at a glance.
pub(super) struct Flags;
impl Flags {
    pub const OPENS_PHRASE: u8 = 1;
    pub const ANCHORS_FRAME: u8 = 2;
    pub const NEAR: u8 = 4;
    pub const TOPIC: u8 = 8;
}

/// All that the packs know, ready to be asked.
#[derive(Default)]
pub(crate) struct Lexicon {
    pub(super) words: Table,
    /// Words that may end a compound.
    pub(super) tails: Table,
    /// Terms by their sound.
    pub(super) ear: Trie,
    pub(super) endings: Endings,
    pub(super) frames: Vec<Frame>,
    /// For each identity the frames and slots that it begins to match at.
    pub(super) anchors: Vec<Vec<(u32, u16)>>,
    pub(super) sequences: Vec<Sequence>,
    pub(super) sequences_by_first: Vec<Vec<u32>>,
    pub(crate) numbers: Vec<NumberWord>,
    pub(super) flags: Vec<u8>,
    /// Words for marks (`snabel-a`, `punktum`), without what stands inside them.
    pub(super) mark_words: Vec<(char, Vec<u8>)>,
    /// Those for an `@`, which every word is compared with.
    pub(super) at_words: Vec<(char, Vec<u8>)>,
    /// With which bytes those for an `@` begin, a bit each.
    pub(super) mark_beginnings: [u64; 4],
    /// The names packs, where the policy redacts names.
    pub(crate) names: Names,
}

impl Lexicon {
    /// The `Flags` of an identity.
    #[inline]
    pub(super) fn flags(&self, id: u16) -> u8 {
        self.flags.get(usize::from(id)).copied().unwrap_or(0)
    }
}

/// Reads packs into one lexicon.
#[derive(Default)]
pub(crate) struct Loader {
    reads: Vec<Language>,
    ear: Growing,
    /// Words of frames and phrases, and classes behind an `@`, each behind its language and mode.
    known: BTreeMap<Vec<u8>, u16>,
    class_ids: Vec<u16>,
    classes: Classes,
    /// Words and classes of frames that hold a frequent word: poor anchors.
    busy: Vec<u16>,
    next: u16,
    lexicon: Lexicon,
}

/// A pack can't be read.
pub(crate) struct Broken;

impl Loader {
    /// A loader for the languages that a policy reads.
    pub fn new(reads: &[Language]) -> Loader {
        Loader { next: ids::FIRST_WORD, reads: reads.to_vec(), ..Loader::default() }
    }

    /// Adds the text of one pack and says whose it is: a language's, or (none) what several share.
    pub fn add(&mut self, pack: &str) -> Result<Option<Language>, Broken> {
        let mut lines = pack.lines();
        let name = lines.next().and_then(|it| it.strip_prefix("slor-terms 1 ")).ok_or(Broken)?;
        let own = Language::from_name(name);
        if own.is_none() && name != "shared" {
            return Err(Broken);
        }
        let mut section = "";
        let mut languages: Vec<Language> = Vec::new();
        let mut count = 1;
        for line in lines {
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
            count += 1;
        }
        Err(Broken)
    }

    fn line(&mut self, section: &str, line: &str, language: Language, index: u8) -> Result<(), Broken> {
        match section {
            "endings" => self.lexicon.endings.add(index, line),
            "common" => {
                for word in line.split(' ') {
                    self.word(word, ids::COMMON + u16::from(index), language, index, 0);
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
                    let plain = forms::plain_spellings(word);
                    for word in std::iter::once(word).chain(plain.iter().map(String::as_str)) {
                        let first = usize::from(word.as_bytes().first().copied().unwrap_or(0));
                        if let Some(it) = self.lexicon.mark_beginnings.get_mut(first / 64).filter(|_| mark == '@') {
                            *it |= 1 << (first % 64);
                        }
                        let words = if mark == '@' { &mut self.lexicon.at_words } else { &mut self.lexicon.mark_words };
                        words.push((mark, word.bytes().filter(|it| !matches!(it, b' ' | b'-')).collect()));
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

    /// A term of the policy's own, in the words of its first language.
    pub fn own_term(&mut self, text: &str, category: Category, language: Language) {
        let folded = String::from_utf8(crate::read::Reading::new(text).text).unwrap_or_default();
        let at = Category::ALL.iter().position(|it| *it == category).unwrap_or(0) as u16;
        let index = Language::ALL.iter().position(|it| *it == language).unwrap_or(0) as u8;
        let term = parse::Term { text: &folded, weak: false, exact: false, open: false, begins: false, ends: false };
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
        let ends = if term.ends && compounds { Mode::ENDS } else { 0 };
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
            self.word(word, id, language, index, mode);
        }
        id
    }

    /// The identity of a word or class, and whether it is new.
    fn identity(&mut self, index: u8, mode: u8, word: &str) -> (u16, bool) {
        let mut key = vec![index, mode];
        key.extend_from_slice(word.as_bytes());
        if let Some(id) = self.known.get(&key) {
            return (*id, false);
        }
        let id = self.next;
        self.next += 1;
        self.known.insert(key, id);
        (id, true)
    }

    fn word(&mut self, word: &str, id: u16, language: Language, index: u8, mode: u8) {
        let word = as_read(word);
        if (ids::FIRST_WORD..ids::FIRST_NUMBER).contains(&id)
            && self.lexicon.words.has(word.as_bytes(), |it| it.id == ids::COMMON + u16::from(index))
        {
            self.busy.push(id);
        }
        let mut put = |text: &str, mode: u8| {
            let mut add = |text: &str, mode: u8| {
                let entry = Entry { id, language: index, mode };
                self.lexicon.words.add(text.as_bytes(), entry);
                if mode & Mode::ENDS != 0 {
                    self.lexicon.tails.add(text.as_bytes(), entry);
                }
            };
            add(text, mode);
            for plain in forms::plain_spellings(text) {
                add(&plain, mode | Mode::PLAIN);
            }
        };
        put(&word, mode);
        if mode & Mode::INFLECTED != 0 {
            // In Finnish compounds the first part may stand in the genitive.
            let stem_mode = Mode::STEM
                | Mode::INFLECTED
                | if language == Language::Fi { mode & (Mode::BEGINS | Mode::ENDS) } else { mode & Mode::ENDS };
            for stem in forms::stems(&word, language) {
                put(&stem, stem_mode);
            }
        }
        if id < ids::BLOCKED && mode & Mode::INFLECTED != 0 && word.chars().count() >= 6 {
            let mut sound = Vec::new();
            forms::by_ear(word.as_bytes(), &mut sound);
            self.ear.add(&sound, Entry { id, language: index, mode: Mode::INFLECTED });
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
            "self" | "kin" => self.classes.near.push(id),
            "topic" => self.classes.topic.push(id),
            "adv" | "art" | "be" | "have" | "get" | "feel" | "person" => self.classes.small.push(id),
            _ => {}
        }
        if matches!(name, "self" | "kin") {
            self.classes.small.push(id);
        }
        id
    }

    fn class(&mut self, name: &str, words: &[&str], index: u8) {
        let id = self.class_id(name, index);
        let Some(&language) = Language::ALL.get(usize::from(index)) else { return };
        for word in words {
            let (word, open) = word.strip_suffix('*').map_or((*word, 0), |it| (it, Mode::OPEN));
            let parts: Vec<&str> = word.split([' ', '-']).filter(|it| !it.is_empty()).collect();
            match parts.as_slice() {
                [word] => self.word(word, id, language, index, open),
                [all @ .., last] => {
                    let mut words: Vec<u16> = all.iter().map(|it| self.known(it, language, index, 0)).collect();
                    words.push(self.known(last, language, index, open));
                    self.sequence(words, id, index);
                }
                [] => {}
            }
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
                Item::Name => Place::Name,
                Item::Gap(count) => Place::Gap(*count),
                Item::Start => Place::Start,
                Item::End => Place::End,
            };
            let bits = bits(&place);
            Ok(Slot { place, bits, optional: slot.optional, marked: slot.marked })
        });
        let slots = slots.collect::<Result<Vec<_>, Broken>>()?;
        let line = self.lexicon.frames.iter().filter(|it| it.language == language).count() as u32;
        self.lexicon.frames.push(Frame { line, says, language, slots, guards: Vec::new() });
        Ok(())
    }

    fn filler(&mut self, way: &Way<'_>, language: Language, index: u8) -> Result<Filler, Broken> {
        Ok(match way {
            Way::Word(word) => Filler::Id(self.known(word, language, index, 0)),
            Way::Prefix(word) => Filler::Id(self.known(word, language, index, Mode::OPEN)),
            Way::Typed(word) => {
                let folded = String::from_utf8(crate::read::Reading::new(word).text).unwrap_or_default();
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
    pub fn finish(self) -> Lexicon {
        let mut lexicon = self.lexicon;
        lexicon.endings.finish();
        lexicon.tails.finish();
        lexicon.words.finish();
        lexicon.ear = self.ear.finish();
        lexicon.sequences_by_first.resize(usize::from(self.next), Vec::new());
        for (at, sequence) in lexicon.sequences.iter().enumerate() {
            if let Some(list) =
                sequence.words.first().and_then(|it| lexicon.sequences_by_first.get_mut(usize::from(*it)))
            {
                list.push(at as u32);
            }
        }
        // Classes that nearly every sentence holds make poor anchors.
        let common = &self.classes.small;
        let (classes, busy) = (self.class_ids, self.busy);
        lexicon.anchors.resize(usize::from(self.next), Vec::new());
        for (at, frame) in lexicon.frames.iter_mut().enumerate() {
            let cost = |slot: &Slot| match &slot.place {
                Place::One(ways) if !slot.optional => ways
                    .iter()
                    .map(|way| match way {
                        Filler::AnyWord | Filler::Number => 100,
                        Filler::Id(id) if common.contains(id) => 50,
                        Filler::Id(id) | Filler::Typed(id, _) if busy.contains(id) => 30,
                        Filler::Weak => 20,
                        Filler::Category(_) => 10,
                        Filler::Id(id) if classes.contains(id) => 5,
                        Filler::Id(_) | Filler::Typed(..) => 1,
                    })
                    .max(),
                _ => None,
            };
            let Some((slot, _)) =
                frame.slots.iter().enumerate().filter_map(|(slot, it)| Some((slot, cost(it)?))).min_by_key(|it| it.1)
            else {
                continue;
            };
            let Some(Place::One(ways)) = frame.slots.get(slot).map(|it| &it.place) else { continue };
            let others = frame.slots.iter().enumerate().filter(|(other, it)| *other != slot && !it.optional);
            let mut guards: Vec<(i32, Vec<u16>)> = others.filter_map(|(_, it)| Some((cost(it)?, guard(it)?))).collect();
            // The rarest first: it says no soonest.
            guards.sort_unstable_by_key(|it| it.0);
            let mut hang = |id: u16| {
                if let Some(list) = lexicon.anchors.get_mut(usize::from(id)) {
                    let it = (at as u32, slot as u16);
                    if list.last() != Some(&it) {
                        list.push(it);
                    }
                }
            };
            for way in ways {
                match way {
                    Filler::Id(id) | Filler::Typed(id, _) => hang(*id),
                    Filler::Weak => (ids::WEAK..ids::BLOCKED).for_each(&mut hang),
                    Filler::Category(category) => {
                        let at = Category::ALL.iter().position(|it| it == category).unwrap_or(0) as u16;
                        hang(at);
                        hang(at + ids::WEAK);
                    }
                    Filler::AnyWord | Filler::Number => {}
                }
            }
            frame.guards = guards.into_iter().map(|it| it.1).collect();
        }
        lexicon.flags.resize(usize::from(self.next), 0);
        let mut flag = |id: usize, flag: u8| {
            if let Some(it) = lexicon.flags.get_mut(id) {
                *it |= flag;
            }
        };
        self.classes.near.iter().for_each(|it| flag(usize::from(*it), Flags::NEAR));
        self.classes.topic.iter().for_each(|it| flag(usize::from(*it), Flags::TOPIC));
        lexicon
            .sequences_by_first
            .iter()
            .enumerate()
            .filter(|it| !it.1.is_empty())
            .for_each(|it| flag(it.0, Flags::OPENS_PHRASE));
        lexicon
            .anchors
            .iter()
            .enumerate()
            .filter(|it| !it.1.is_empty())
            .for_each(|it| flag(it.0, Flags::ANCHORS_FRAME));
        lexicon
    }
}

/// The identities that fill a place, if they can be told in advance.
fn guard(slot: &Slot) -> Option<Vec<u16>> {
    let Place::One(ways) = &slot.place else { return None };
    let id = |way: &Filler| match way {
        Filler::Id(id) | Filler::Typed(id, _) => Some(*id),
        _ => None,
    };
    ways.iter().map(id).collect()
}

/// The bit of an identity; several share one.
#[inline]
pub(super) fn bit_of(id: u16) -> u64 {
    1 << (id % 64)
}

/// The bits of all identities that can fill a place; all bits where that can't be told in advance.
fn bits(place: &Place) -> u64 {
    let Place::One(ways) = place else { return u64::MAX };
    ways.iter().fold(0, |bits, way| {
        bits | match way {
            Filler::Id(id) | Filler::Typed(id, _) => bit_of(*id),
            Filler::Category(category) => {
                let at = Category::ALL.iter().position(|it| it == category).unwrap_or(0) as u16;
                bit_of(at) | bit_of(at + ids::WEAK)
            }
            Filler::Weak => (ids::WEAK..ids::WEAK + Category::ALL.len() as u16).fold(0, |bits, it| bits | bit_of(it)),
            Filler::AnyWord | Filler::Number => u64::MAX,
        }
    })
}

/// A word as reading folds it: without apostrophes, and without accents but the Nordic letters.
fn as_read(word: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || "æøåäö".contains(c);
    if word.chars().all(plain) {
        return word.to_owned();
    }
    let mut text = crate::read::Reading::new(word).text;
    text.retain(|it| *it != b'\'');
    String::from_utf8(text).unwrap_or_default()
}
