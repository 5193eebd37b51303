//! Matching frames: rows of words in one sentence.

use super::model::{Filler, Flags, Frame, Lexicon, Place, Says, Slot, ids};
use super::words::Words;
use crate::category::{Category, Language};
use crate::read::Kind;

/// What a frame found: words from `first` up to, and without, `last`.
pub(crate) struct Framed {
    pub first: usize,
    pub last: usize,
    pub category: Category,
    pub language: u8,
    /// The place of the frame among those of its language.
    pub line: u32,
}

/// Everything that the frames of the lexicon find.
pub(crate) fn find(words: &Words<'_>, lexicon: &Lexicon) -> Vec<Framed> {
    let mut out = Vec::new();
    // Which identities the message holds, a bit each: most frames lack one of their words.
    let mut present = vec![0u64; lexicon.flags.len() / 64 + 1];
    for at in 0..words.list.len() {
        for sense in words.senses(at) {
            if let Some(it) = present.get_mut(usize::from(sense.id) / 64) {
                *it |= 1 << (sense.id % 64);
            }
        }
    }
    let holds = |id: &u16| present.get(usize::from(*id) / 64).is_some_and(|it| it & 1 << (id % 64) != 0);
    let possible = |frame: &Frame| {
        let language = Language::ALL.iter().position(|it| *it == frame.language).unwrap_or(0) as u8;
        words.languages.may_be(language) && frame.guards.iter().all(|guard| guard.iter().any(holds))
    };
    // The frames that hang on terms are asked once a message, not once a term.
    let has_terms = present.first().is_some_and(|it| *it != 0);
    let on_terms = lexicon.term_frames.iter().filter_map(|it| Some((it, lexicon.frames.get(it.1 as usize)?)));
    let on_terms: Vec<_> = if has_terms { on_terms.filter(|it| possible(it.1)).collect() } else { Vec::new() };
    for at in 0..words.list.len() {
        for sense in words.senses(at) {
            if let Some(category) = ids::category(sense.id) {
                for ((wanted, _, slot), frame) in &on_terms {
                    let hangs = wanted.map_or(ids::weak(sense.id).is_some(), |it| it == category);
                    if hangs {
                        try_frame(words, frame, usize::from(*slot), at, &mut out);
                    }
                }
            }
            if lexicon.flags(sense.id) & Flags::ANCHORS_FRAME == 0 {
                continue;
            }
            for (frame, slot) in lexicon.anchors.get(usize::from(sense.id)).map_or(&[][..], Vec::as_slice) {
                if let Some(frame) = lexicon.frames.get(*frame as usize).filter(|it| possible(it)) {
                    try_frame(words, frame, usize::from(*slot), at, &mut out);
                }
            }
        }
    }
    out
}

/// A stretch of words that a marked slot took.
#[derive(Clone, Copy)]
struct Took {
    first: usize,
    last: usize,
    weak: Option<Category>,
}

fn try_frame(words: &Words<'_>, frame: &Frame, anchor: usize, at: usize, out: &mut Vec<Framed>) {
    let language = Language::ALL.iter().position(|it| *it == frame.language).unwrap_or(0) as u8;
    let mut forward = Vec::new();
    if !ahead(words, frame, anchor, at, true, &mut forward) {
        return;
    }
    let mut backward = Vec::new();
    if !behind(words, frame, anchor, at, &mut backward) {
        return;
    }
    let taken = || backward.iter().rev().chain(&forward).copied();
    match frame.says {
        Says::Blocked => {}
        Says::Weak => {
            for took in taken() {
                if let Some(category) = took.weak {
                    out.push(Framed { first: took.first, last: took.last, category, language, line: frame.line });
                }
            }
        }
        Says::Category(category) => {
            // Marked slots that touch are one finding.
            let mut open: Option<Framed> = None;
            for took in taken() {
                match &mut open {
                    Some(it) if it.last == took.first => it.last = took.last,
                    _ => out.extend(open.replace(Framed {
                        first: took.first,
                        last: took.last,
                        category,
                        language,
                        line: frame.line,
                    })),
                }
            }
            out.extend(open);
        }
    }
}

/// What a slot can take at a word: lengths in words, longest first, and the category of a weak term.
#[derive(Default)]
struct Takes {
    found: [(u8, Option<Category>); 4],
    count: usize,
}

impl Takes {
    fn add(&mut self, words: u8, weak: Option<Category>) {
        if self.count < self.found.len() && self.iter().all(|it| it.0 != usize::from(words)) {
            let mut at = self.count;
            while at > 0 && self.found.get(at - 1).is_some_and(|it| it.0 < words) {
                self.found.swap(at - 1, at);
                at -= 1;
            }
            if let Some(place) = self.found.get_mut(at) {
                *place = (words, weak);
            }
            self.count += 1;
        }
    }

    fn iter(&self) -> impl Iterator<Item = (usize, Option<Category>)> + '_ {
        self.found.iter().take(self.count).map(|it| (usize::from(it.0), it.1))
    }
}

fn takes(words: &Words<'_>, slot: &Slot, at: usize) -> Takes {
    let mut out = Takes::default();
    let Some(word) = words.list.get(at) else { return out };
    match &slot.place {
        Place::One(ways) => {
            let senses = words.senses(at);
            for way in ways {
                match way {
                    Filler::Id(id) => senses.iter().filter(|it| it.id == *id).for_each(|it| out.add(it.words, None)),
                    Filler::Typed(id, text) => {
                        if senses.iter().any(|it| it.id == *id) && words.reading.typed(&word.token) == &**text {
                            out.add(1, None);
                        }
                    }
                    Filler::Category(category) => senses
                        .iter()
                        .filter(|it| ids::category(it.id) == Some(*category))
                        .for_each(|it| out.add(it.words, None)),
                    Filler::Weak => senses.iter().for_each(|it| {
                        if let Some(weak) = ids::weak(it.id) {
                            out.add(it.words, Some(weak));
                        }
                    }),
                    Filler::AnyWord => out.add(1, None),
                    Filler::Number => {
                        if word.token.kind == Kind::Digits {
                            out.add(1, None);
                        }
                    }
                }
            }
        }
        Place::Name => (1..=super::names::longest_name(words, at).min(4)).for_each(|it| out.add(it as u8, None)),
        Place::Gap(_) | Place::Start | Place::End => {}
    }
    out
}

/// Whether the word at `at` can fill the slot at all: no is certain, yes is not.
#[inline]
fn fits(words: &Words<'_>, slot: &Slot, at: usize) -> bool {
    slot.bits == u64::MAX || words.list.get(at).is_some_and(|it| it.bits & slot.bits != 0)
}

/// Whether the word at `at` may follow the one before it in a slot of this kind.
fn joins(words: &Words<'_>, place: &Place, at: usize) -> bool {
    let barrier = words.list.get(at).map_or(2, |it| it.barrier);
    match place {
        // `Mvh, Mette`, or the name on the next line.
        Place::Name => barrier < 3,
        _ => barrier == 0,
    }
}

/// Matches the slots from `slot` on, the next word being `at`. `first` is true for the anchor, before which anything may stand.
fn ahead(words: &Words<'_>, frame: &Frame, slot: usize, at: usize, first: bool, took: &mut Vec<Took>) -> bool {
    let Some(current) = frame.slots.get(slot) else { return true };
    match &current.place {
        Place::Start => {
            return (at == 0 || words.list.get(at).is_some_and(|it| it.barrier == 2))
                && ahead(words, frame, slot + 1, at, first, took);
        }
        Place::End => {
            return words.list.get(at).is_none_or(|it| it.barrier == 2)
                && ahead(words, frame, slot + 1, at, first, took);
        }
        Place::Gap(count) => {
            return (0..=usize::from(*count)).any(|skip| {
                let inside = (at..at + skip).all(|it| words.list.get(it).is_some_and(|it| it.barrier < 2));
                // What a gap skips may be followed by a comma.
                inside
                    && (skip == 0 || words.list.get(at + skip).is_none_or(|it| it.barrier < 2))
                    && ahead(
                        words,
                        frame,
                        slot + 1,
                        at + skip,
                        words.list.get(at + skip).is_none_or(|it| it.barrier < 2),
                        took,
                    )
            });
        }
        _ => {}
    }
    if fits(words, current, at) && (first || joins(words, &current.place, at)) {
        for (length, weak) in takes(words, current, at).iter() {
            let mark = took.len();
            if current.marked {
                took.push(Took { first: at, last: at + length, weak });
            }
            if ahead(words, frame, slot + 1, at + length, false, took) {
                return true;
            }
            took.truncate(mark);
        }
    }
    current.optional && ahead(words, frame, slot + 1, at, first, took)
}

/// Matches the slots before `slot` backwards, the last word taken beginning at `at`.
fn behind(words: &Words<'_>, frame: &Frame, slot: usize, at: usize, took: &mut Vec<Took>) -> bool {
    let Some(before) = slot.checked_sub(1) else { return true };
    let Some(current) = frame.slots.get(before) else { return true };
    let barrier = words.list.get(at).map_or(2, |it| it.barrier);
    match &current.place {
        Place::Start => return (at == 0 || barrier == 2) && behind(words, frame, before, at, took),
        Place::End => return false,
        Place::Gap(count) => {
            return (0..=usize::from(*count)).any(|skip| {
                let Some(from) = at.checked_sub(skip) else { return false };
                let inside = (from + 1..=at).all(|it| words.list.get(it).is_some_and(|it| it.barrier < 2));
                inside
                    && (skip == 0 || from == 0 || words.list.get(from).is_some_and(|it| it.barrier < 2))
                    && behind_gap(words, frame, before, from, took)
            });
        }
        _ => {}
    }
    behind_item(words, frame, before, at, barrier == 0, took)
}

/// As `behind`, but a comma may stand beside the gap.
fn behind_gap(words: &Words<'_>, frame: &Frame, slot: usize, at: usize, took: &mut Vec<Took>) -> bool {
    let Some(before) = slot.checked_sub(1) else { return true };
    let barrier = words.list.get(at).map_or(2, |it| it.barrier);
    match frame.slots.get(before).map(|it| &it.place) {
        Some(Place::One(_) | Place::Name) => behind_item(words, frame, before, at, barrier < 2, took),
        _ => behind(words, frame, slot, at, took),
    }
}

fn behind_item(words: &Words<'_>, frame: &Frame, slot: usize, at: usize, joined: bool, took: &mut Vec<Took>) -> bool {
    let Some(current) = frame.slots.get(slot) else { return true };
    if joined {
        for length in 1..=usize::from(current.longest).min(at) {
            let from = at - length;
            let possible = || {
                length == 1
                    || matches!(current.place, Place::Name)
                    || words.senses(from).iter().any(|it| usize::from(it.words) == length)
            };
            if !fits(words, current, from) || !possible() {
                continue;
            }
            if let Some((_, weak)) = takes(words, current, from).iter().find(|it| it.0 == length) {
                let mark = took.len();
                if current.marked {
                    took.push(Took { first: from, last: at, weak });
                }
                if behind(words, frame, slot, from, took) {
                    return true;
                }
                took.truncate(mark);
            }
        }
    }
    current.optional && behind(words, frame, slot, at, took)
}
