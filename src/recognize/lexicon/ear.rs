//! Terms by their sound: what people spell by ear, or with one slip of the finger.

use super::lookup::{FINNISH, Wanted};
use super::model::{Lexicon, ids};
use super::table;
use super::trie::{Entry, Growing, Mode, Trie};
use super::words::{Fit, Sense};
use crate::bits::Bits;
use crate::read::is_vowel;

/// The sounds of all terms.
#[derive(Default)]
pub(super) struct Ear {
    sounds: Trie,
    /// A bit for each run of sounds that a long term has behind its first letters, and its very first: a quick no for most words.
    middles: Bits,
}

/// An `Ear` that grows.
#[derive(Default)]
pub(super) struct Growth {
    sounds: Growing,
    middles: Bits,
    /// Room for how a word sounds.
    sound: Vec<u8>,
}

/// The least number of sounds of a long term, which may have a slip in its second or third letter, too: what is shorter, many another word is like by chance.
const LONG: usize = 8;
/// The first letter in which a slip is looked for, in such terms and in all.
const EARLY: usize = 1;
const LATE: usize = 3;
/// The sounds of a run, and where it stands in what was typed: behind an early slip.
const RUN: usize = 4;
const RUN_AT: usize = LATE + 1;
/// The most bytes of an ending behind a slip.
const LONGEST_ENDING: usize = 3;
/// How many bits tell of them, as a power of two.
const MIDDLE_BITS: u32 = 16;

fn middle(first: u8, run: &[u8]) -> usize {
    let hash = table::extend(table::hash(run), first) >> 16;
    hash as usize % (1 << MIDDLE_BITS)
}

/// How many bytes the sound of a long term has, if it has as many letters of two bytes as `sound`.
fn least_of_long(sound: &[u8]) -> usize {
    LONG + sound.iter().filter(|it| **it >= 0xc0).count()
}

impl Growth {
    /// Adds a word.
    #[inline(never)]
    pub fn add(&mut self, word: &[u8], entry: Entry) {
        by_ear(word, &mut self.sound);
        self.sounds.add(&self.sound, entry);
        if let [first, ..] = *self.sound
            && self.sound.len() >= least_of_long(&self.sound)
            && entry.mode & Mode::INFLECTED != 0
        {
            // One letter too many before it, or one too few, moves it.
            for run in self.sound.windows(RUN).skip(RUN_AT - 1).take(3) {
                self.middles.set(MIDDLE_BITS, middle(first, run));
            }
        }
    }

    /// The same, laid out for looking up.
    pub fn finish(self) -> Ear {
        Ear { sounds: self.sounds.finish(), middles: self.middles }
    }
}

impl Ear {
    /// Whether a long term may go on behind its first letters as `sound` does: no is certain, yes is not.
    fn may_go_on(&self, sound: &[u8]) -> bool {
        let (Some(first), Some(run)) = (sound.first(), sound.get(RUN_AT..RUN_AT + RUN)) else { return false };
        self.middles.has(middle(*first, run))
    }
}

impl Lexicon {
    /// Terms that sound like the word; if there are none, those (`long` ones only, if so wanted) that differ by one slip of the finger behind the first
    /// letter. `sound` is room for how it sounds.
    pub(super) fn alike(&self, word: &[u8], long: bool, wanted: &Wanted, sound: &mut Vec<u8>, out: &mut Vec<Sense>) {
        by_ear(word, sound);
        let mut node = 0;
        for (at, label) in sound.iter().enumerate() {
            let Some(next) = self.ear.sounds.step(node, *label) else { break };
            node = next;
            let rest = sound.get(at + 1..).unwrap_or(&[]);
            for entry in self.ear.sounds.entries(node) {
                if rest.is_empty() || self.inflects(entry, rest) {
                    out.push(self.sense(entry, Fit::Alike, false));
                }
            }
        }
        // An `æ` has two bytes and sounds like one letter.
        let letters = || word.len() - word.windows(2).filter(|it| *it == "æ".as_bytes()).count();
        if out.is_empty() && letters() >= 7 {
            self.one_slip(sound, letters() == 7, long, out);
        }
        // A compound that ends in a term by its sound: `hjärtoppererad`. Finnish tells words apart by double letters.
        if out.is_empty() && sound.len() < word.len() && letters() >= 8 {
            self.ends(sound, wanted, out);
            out.retain(|it| ids::is_strong(it.id) && it.language != FINNISH);
            out.iter_mut().for_each(|it| it.fit = Fit::Alike);
        }
        out.retain(|it| wanted.is_own(it.language) && !wanted.is_unlike(word, it.language));
    }

    /// Whether an entry that may be inflected ends in `rest`.
    fn inflects(&self, entry: &Entry, rest: &[u8]) -> bool {
        let ends = || rest.is_empty() || self.endings.languages_of(rest) & 1 << entry.language != 0;
        entry.mode & Mode::INFLECTED != 0 && ends()
    }

    #[inline(never)]
    fn one_slip(&self, sound: &[u8], missing: bool, long: bool, out: &mut Vec<Sense>) {
        let ear = &self.ear.sounds;
        let least_of_long = least_of_long(sound);
        let from = if self.ear.may_go_on(sound) { EARLY } else { LATE };
        let mut node = 0;
        // The last letter may be missing.
        for at in 0..=sound.len() {
            if at >= from {
                let least = if long || missing || at < LATE { least_of_long.saturating_sub(at) } else { 0 };
                let behind = |more: usize| sound.get(at + more..).unwrap_or(&[]);
                for (other, target, goes_on) in ear.edges(node) {
                    // What is longer than an ending must go on.
                    let may_be =
                        |rest: &[u8]| rest.len() <= LONGEST_ENDING || rest.first().is_some_and(|it| goes_on(*it));
                    // One letter too many in the term.
                    if may_be(behind(0)) {
                        self.rest_of_slip(target, behind(0), least.saturating_sub(1), out);
                    }
                    let Some(label) = sound.get(at).filter(|it| **it != other && !missing) else { continue };
                    // Another letter, or two in the wrong order.
                    if may_be(behind(1)) {
                        self.rest_of_slip(target, behind(1), least.saturating_sub(1), out);
                    }
                    if sound.get(at + 1) == Some(&other)
                        && let Some(after) = ear.step(target, *label)
                    {
                        self.rest_of_slip(after, behind(2), least.saturating_sub(2), out);
                    }
                }
                // One too many in the word.
                if !missing {
                    self.rest_of_slip(node, behind(1), least, out);
                }
            }
            let Some(next) = sound.get(at).and_then(|it| ear.step(node, *it)) else { return };
            node = next;
        }
    }

    /// After the slip the word must go on as the term does, which has at least `least` more sounds, to an ending of at most three letters.
    fn rest_of_slip(&self, mut node: u32, rest: &[u8], least: usize, out: &mut Vec<Sense>) {
        for at in 0..=rest.len() {
            let behind = rest.get(at..).unwrap_or(&[]);
            if behind.len() <= LONGEST_ENDING && at >= least {
                for entry in self.ear.sounds.entries(node) {
                    if self.inflects(entry, behind)
                        && out.iter().all(|it| (it.id, it.language) != (entry.id, entry.language))
                    {
                        out.push(self.sense(entry, Fit::Alike, false));
                    }
                }
            }
            let Some(next) = rest.get(at).and_then(|it| self.ear.sounds.step(node, *it)) else { return };
            node = next;
        }
    }
}

/// How a word sounds, roughly: what people write instead when they spell by ear falls together.
fn by_ear(word: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut at = 0;
    while let Some(&byte) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(0);
        let (put, taken): (&[u8], usize) = match (byte, next) {
            (b'p', b'h') => (b"f", 2),
            (b't', b'h') => (b"t", 2),
            (b'd', b't') => (b"t", 2),
            (b'c', b'h') => (b"k", 2),
            (b'c', b'k') => (b"k", 2),
            (b'c', b'e' | b'i' | b'y') => (b"s", 1),
            (b'c', _) => (b"k", 1),
            (b'q', _) => (b"k", 1),
            (b'z', _) => (b"s", 1),
            (b'w', _) => (b"v", 1),
            (b'x', _) => (b"ks", 1),
            // å, æ
            (0xc3, 0xa5) => (b"o", 2),
            (0xc3, 0xa6) => (b"e", 2),
            (b'h', b'j' | b'v') if at == 0 => (b"", 1),
            (b'h', _) if at > 0 && !word.get(at - 1).is_some_and(|it| is_vowel(*it)) => (b"", 1),
            _ => (word.get(at..at + 1).unwrap_or(b""), 1),
        };
        for byte in put {
            if out.last() != Some(byte) || *byte >= 0x80 {
                out.push(*byte);
            }
        }
        at += taken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_alike_fall_together() {
        for (right, typed) in [
            ("tinnitus", "tinitus"),
            ("abort", "abbort"),
            ("kommunist", "komunist"),
            ("muslimer", "muslimmer"),
            ("astma", "asthma"),
            ("psykiater", "psychiater"),
            ("allergisk", "allærgisk"),
        ] {
            let (mut one, mut other) = (Vec::new(), Vec::new());
            by_ear(right.as_bytes(), &mut one);
            by_ear(typed.as_bytes(), &mut other);
            assert_eq!(one, other, "{right} {typed}");
        }
    }
}
