//! Looking a word up: as listed, inflected, at the end of a compound, or as a number.

use super::frequent;
use super::model::{Lexicon, bit_of, ids};
use super::parse::NumberWord;
use super::shape;
use super::table::{self, Table};
use super::trie::{Entry, Mode};
use super::words::{Fit, Sense};
use crate::read::is_vowel;

/// The longest word that is looked up: what is longer is no word.
const LONGEST: usize = 64;

/// What of a word's senses counts in a message.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// The languages that the message may be in, a bit each.
    pub may_be: u8,
    /// The languages in which the word may be a term: all, or the likeliest ones if it's frequent in one of them.
    pub usual: u8,
    /// Whether little else tells the language.
    pub unsure: bool,
}

impl Wanted {
    /// Every sense.
    pub const ALL: Wanted = Wanted { may_be: u8::MAX, usual: u8::MAX, unsure: false };

    #[inline]
    pub(super) fn is_own(&self, language: u8) -> bool {
        self.may_be >> language & 1 != 0
    }

    /// Whether a sense may count: not those of other languages, but numbers, and terms in long words.
    #[inline]
    fn may_count(&self, word: &[u8], id: u16, language: u8) -> bool {
        self.is_own(language) | (id >= ids::FIRST_NUMBER) | ((word.len() >= LONG) & ids::is_strong(id))
    }

    /// Whether little tells the language but that a word looks Finnish, so that it can't be near to one of another.
    #[inline]
    pub(super) fn is_unlike(&self, word: &[u8], language: u8) -> bool {
        self.unsure && language != FINNISH && shape::is_finnish(word)
    }

    /// Whether a sense that may count does. Of other languages only what is written just so.
    #[inline]
    fn counts(&self, word: &[u8], id: u16, language: u8, fit: Fit) -> bool {
        // A frequent word of the message's own language is nothing else in a neighbour's.
        let coincides = (self.usual >> language & 1 == 0) & ids::is_category(id);
        let unlike = id < ids::BLOCKED && fit != Fit::Whole && self.is_unlike(word, language);
        (id >= ids::FIRST_NUMBER) | (((fit == Fit::Whole) | self.is_own(language)) & !coincides & !unlike)
    }
}

/// How many bytes a word has that is no other language's by chance.
const LONG: usize = 7;

/// The place of Finnish among the languages.
pub(super) const FINNISH: u8 = 4;

impl Lexicon {
    /// The senses of a frequent word that count, in `out`: it is what it is. Returns their `Flags` and the bits of their identities.
    pub(super) fn frequent_senses(
        &self,
        word: &[u8],
        frequent: &frequent::Word,
        wanted: &Wanted,
        out: &mut Vec<Sense>,
    ) -> (u8, u64) {
        let (mut flags, mut bits) = (0, 0);
        for stretch in self.frequent.stretches(frequent) {
            let senses = self.frequent.senses(stretch);
            if stretch.apart {
                let counts = |it: &&Sense| {
                    wanted.may_count(word, it.id, it.language) && wanted.counts(word, it.id, it.language, it.fit)
                };
                for it in senses.iter().filter(counts) {
                    flags |= it.flags;
                    bits |= bit_of(it.id);
                    out.push(*it);
                }
            } else if wanted.is_own(stretch.language) {
                flags |= stretch.flags;
                bits |= stretch.bits;
                out.extend_from_slice(senses);
            }
        }
        (flags, bits)
    }

    /// The senses of a word without compounds that end with a term; whether it begins with a part of a number.
    pub(super) fn whole(&self, word: &[u8], wanted: &Wanted, out: &mut Vec<Sense>) -> bool {
        word.len() <= LONGEST && self.walk(&self.words, word, 0, 0, wanted, out)
    }

    /// The terms and blockers of at least `least` bytes that `word` begins with.
    #[inline]
    pub(super) fn terms_of(&self, word: &[u8], least: usize, wanted: &Wanted, out: &mut Vec<Sense>) {
        if word.len() <= LONGEST && self.words.may_head(word) {
            self.walk(&self.words, word, 0, least - 1, wanted, out);
            out.retain(|it| it.id <= ids::BLOCKED);
        }
    }

    /// The blockers that the end of `word` from `start` on is as the end of a compound: `-foreningen`.
    pub(super) fn blocking_end(&self, word: &[u8], start: usize, wanted: &Wanted, out: &mut Vec<Sense>) {
        if word.len() <= LONGEST {
            self.walk(&self.tails, word, start, start, wanted, out);
            out.retain(|it| it.id == ids::BLOCKED);
        }
    }

    /// The senses of a word that is not frequent, those that count, in `out`.
    // Once in the download, however many ask.
    #[inline(never)]
    pub(super) fn senses(&self, word: &[u8], wanted: &Wanted, out: &mut Vec<Sense>) {
        if word.len() > LONGEST {
            return;
        }
        let from = out.len();
        let number = self.whole(word, wanted, out);
        self.ends(word, wanted, out);
        // What frames know of its beginning is beside the point: `kolmekymmentäyksi`.
        if number && out.iter().skip(from).all(|it| it.id >= ids::FIRST_WORD && it.id < ids::FIRST_NUMBER) {
            self.compound_number(word, out);
        }
    }

    /// The senses of a compound by what it ends with: a term behind at least three letters.
    pub(super) fn ends(&self, word: &[u8], wanted: &Wanted, out: &mut Vec<Sense>) {
        for at in 3..word.len().saturating_sub(2) {
            if self.tails.may_begin(word.get(at..).unwrap_or(&[])) && has_vowel(word.get(..at).unwrap_or(&[])) {
                self.walk(&self.tails, word, at, at, wanted, out);
            }
        }
    }

    /// A word that is made of number words only: `åttiosju`, `nittonhundratvå`. Its sense is that of its greatest part.
    fn compound_number(&self, word: &[u8], out: &mut Vec<Sense>) {
        // From the last byte on, the greatest part of what is made of numbers from there to the end: `niogtyve` does not begin with the Swedish `nio`.
        let mut greatest: [Option<(u32, Entry)>; LONGEST] = [None; LONGEST];
        for at in (0..word.len()).rev() {
            let mut hash = table::START;
            let mut own = None;
            for (place, byte) in word.iter().enumerate().skip(at) {
                hash = table::extend(hash, *byte);
                let rest = greatest.get(place + 1).copied().flatten();
                let closes = place + 1 == word.len();
                if !closes && (rest.is_none() || !self.words.may_go_on(hash)) {
                    continue;
                }
                let part = self.words.entries(hash, !closes).iter().find_map(|it| Some((self.size(it.id)?, *it)));
                for it in [part, rest].into_iter().flatten().filter(|_| part.is_some()) {
                    if own.is_none_or(|(size, _)| size < it.0) {
                        own = Some(it);
                    }
                }
            }
            if let Some(it) = greatest.get_mut(at) {
                *it = own;
            }
        }
        if let [Some((_, it)), ..] = &greatest {
            out.push(self.sense(it, Fit::Compound, false));
        }
    }

    /// How great a part of a written number is; an ordinal makes one of the whole. `maitoa` is not May and two.
    fn size(&self, id: u16) -> Option<u32> {
        match self.numbers.get(ids::number(id)?)? {
            NumberWord::Value(value, _) => Some(*value),
            NumberWord::Ordinal(_) => Some(u32::MAX),
            NumberWord::Link => Some(0),
            NumberWord::Month(_) | NumberWord::Mark(_) => None,
        }
    }

    /// The entries among the beginnings of `word` from `start` on that end behind `from`; whether it begins with a part of a number.
    fn walk(
        &self,
        table: &Table,
        word: &[u8],
        start: usize,
        from: usize,
        wanted: &Wanted,
        out: &mut Vec<Sense>,
    ) -> bool {
        let mut hash = table::hash(word.get(start..from).unwrap_or(&[]));
        let mut number = false;
        // A beginning that no word has leaves the shorter ones.
        let begins = table.may_begin(word.get(start..).unwrap_or(&[]));
        let end = if begins { word.len() } else { word.len().min(start + table::BEGINNING - 1) };
        for (at, byte) in word.iter().enumerate().take(end).skip(from) {
            hash = table::extend(hash, *byte);
            let rest = word.get(at + 1..).unwrap_or(&[]);
            if !rest.is_empty() && !table.may_go_on(hash) {
                continue;
            }
            let mut endings = None;
            for entry in table.entries(hash, !rest.is_empty()) {
                number |= entry.id >= ids::FIRST_NUMBER;
                // Of other languages only what is written just so, not whatever goes on like a stem: `handicaptoilet`.
                let strange = (entry.mode & Mode::OPEN != 0) & !rest.is_empty() & !wanted.is_own(entry.language);
                if strange || !wanted.may_count(word, entry.id, entry.language) {
                    continue;
                }
                let mut endings = || *endings.get_or_insert_with(|| self.endings.languages_of(rest));
                if let Some(fit) = fit(entry, rest, &mut endings, start > 0, at + 1 - start)
                    && wanted.counts(word, entry.id, entry.language, fit)
                {
                    out.push(self.sense(entry, fit, rest.is_empty()));
                }
            }
        }
        number
    }

    #[inline]
    pub(super) fn sense(&self, entry: &Entry, fit: Fit, bare: bool) -> Sense {
        Sense { id: entry.id, language: entry.language, fit, words: 1, bare, flags: self.flags(entry.id) }
    }
}

/// How a word fits an entry of `length` bytes that was met with `rest` behind it; `endings` has a bit for each language in which that is an ending,
/// `tail` says that something stood before.
fn fit(entry: &Entry, rest: &[u8], endings: &mut impl FnMut() -> u8, tail: bool, length: usize) -> Option<Fit> {
    let is = |mode: u8| entry.mode & mode != 0;
    if tail && is(Mode::OPEN) {
        return None;
    }
    let whole = if tail {
        Fit::Compound
    } else if is(Mode::PLAIN) {
        Fit::Plain
    } else {
        Fit::Whole
    };
    if rest.is_empty() {
        return (!is(Mode::STEM)).then_some(whole);
    }
    if is(Mode::OPEN) || (is(Mode::INFLECTED) && endings() & 1 << entry.language != 0) {
        return Some(whole);
    }
    if is(Mode::SHORT) && matches!(rest, b"s" | b"en" | b"ens" | b"er") {
        return (rest == b"s").then_some(whole);
    }
    // In the middle of a compound only what is long enough not to be there by chance.
    let room = !tail || length >= 6;
    (is(Mode::BEGINS) && room && rest.len() >= 3 && has_vowel(rest)).then_some(Fit::Compound)
}

fn has_vowel(text: &[u8]) -> bool {
    text.iter().any(|it| is_vowel(*it))
}
