//! Matching frames: rows of words in one sentence.

use super::model::{Filler, Flags, Frame, Lexicon, Near, Place, Says, Slot, anchor_of, bit_of, ids};
use super::sets::{Held, HeldIn};
use super::words::Words;
use crate::category::Category;
use crate::read::Kind;

/// What a frame found: words from `first` up to, and without, `last`.
pub(crate) struct Framed {
    pub first: usize,
    pub last: usize,
    /// None where it says that nothing in it counts.
    pub category: Option<Category>,
    pub language: u8,
    /// The place of the frame among those of its language.
    pub line: u32,
}

/// Everything that the frames of the lexicon find.
pub(crate) fn find(words: &Words<'_>, lexicon: &Lexicon) -> Vec<Framed> {
    let mut out = Vec::new();
    // What the words can fill in the frames of each language that the message may be in.
    let held = Held::new(&lexicon.sets, words);
    let mut took = [Vec::new(), Vec::new()];
    for at in 0..words.list.len() {
        if !words.has(at, Flags::ANCHORS_FRAME) {
            continue;
        }
        // A term that several languages share is one.
        let mut seen = 0u64;
        for sense in words.senses(at).iter().filter(|it| it.flags & Flags::ANCHORS_FRAME != 0) {
            let mut languages = sense.language..sense.language + 1;
            if sense.id < ids::BLOCKED {
                languages = if seen & 1 << sense.id == 0 { 0..6 } else { 0..0 };
                seen |= 1 << sense.id;
            }
            for language in languages {
                let Some(held) = held.of(language) else { continue };
                for hook in lexicon.anchors.of(anchor_of(language, sense.id)) {
                    // Most frames lack one of their words.
                    let [one, other] = hook.needs;
                    if held.anywhere(one) & held.anywhere(other)
                        && let Some(frame) = lexicon.frames.get(hook.frame as usize)
                    {
                        let trial = Trial { words, held, frame };
                        if trial.may_match(at) {
                            trial.run(at, &mut took, &mut out);
                        }
                    }
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

/// A frame and the words that it's held against.
#[derive(Clone, Copy)]
struct Trial<'m> {
    words: &'m Words<'m>,
    held: HeldIn<'m>,
    frame: &'m Frame,
}

impl Trial<'_> {
    /// Whether what must stand around the word at `at` does so: no is certain, yes is not.
    fn may_match(&self, at: usize) -> bool {
        let before = |near: Near| {
            let from = at.saturating_sub(usize::from(near.reach));
            (from..at).rev().take_while(|it| self.barrier(it + 1) < 2).any(|it| self.held.has(it, near.set))
        };
        let after = |near: Near| {
            let to = (at + usize::from(near.reach) + 1).min(self.words.list.len());
            (at + 1..to).take_while(|it| self.barrier(*it) < 2).any(|it| self.held.has(it, near.set))
        };
        self.frame.before.is_none_or(before) && self.frame.after.is_none_or(after)
    }

    /// Adds what the frame finds with its anchor at the word `at`; `forward` and `backward` are room for what it takes.
    fn run(&self, at: usize, [forward, backward]: &mut [Vec<Took>; 2], out: &mut Vec<Framed>) {
        let Frame { language, line, anchor, .. } = *self.frame;
        let anchor = usize::from(anchor);
        forward.clear();
        backward.clear();
        if !self.ahead(anchor, at, true, forward) || !self.behind(anchor, at, self.barrier(at) == 0, backward) {
            return;
        }
        let taken = || backward.iter().rev().chain(&*forward).copied();
        match self.frame.says {
            Says::Weak => {
                for took in taken() {
                    if let category @ Some(_) = took.weak {
                        out.push(Framed { first: took.first, last: took.last, category, language, line });
                    }
                }
            }
            Says::Category(_) | Says::Blocked => {
                let category = match self.frame.says {
                    Says::Category(category) => Some(category),
                    _ => None,
                };
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
                            line,
                        })),
                    }
                }
                out.extend(open);
            }
        }
    }

    /// Whether the word at `at` can fill the slot at all: no is certain, yes is not.
    #[inline]
    fn fits(&self, slot: &Slot, at: usize) -> bool {
        slot.set.is_none_or(|it| self.held.has(at, it))
    }

    /// Whether the word at `at` fills the slot alone if it fits.
    #[inline]
    fn is_plain(&self, slot: &Slot, at: usize) -> bool {
        slot.plain && (slot.longest == 1 || self.words.list.get(at).is_some_and(|it| !it.opens_phrase))
    }

    /// Whether the word at `at` may follow the one before it in a slot of this kind.
    fn joins(&self, place: &Place, at: usize) -> bool {
        match place {
            // `Mvh, Mette`, or the name on the next line.
            Place::Name(_) => self.barrier(at) < 3,
            _ => self.barrier(at) == 0,
        }
    }

    /// What stands before the word at `at`; the end of a sentence where there is none.
    fn barrier(&self, at: usize) -> u8 {
        self.words.list.get(at).map_or(2, |it| it.barrier)
    }

    /// Matches the slots from `slot` on, the next word being `at`. `first` is true for the anchor, before which anything may stand.
    fn ahead(&self, mut slot: usize, at: usize, first: bool, took: &mut Vec<Took>) -> bool {
        while let Some(current) = self.frame.slots.get(slot) {
            let fine = match &current.place {
                Place::Start => at < self.words.list.len() && (at == 0 || self.barrier(at) == 2),
                Place::End => self.barrier(at) == 2,
                Place::Gap(count) => return self.skip_ahead(slot + 1, at, usize::from(*count), took),
                place => {
                    if self.fits(current, at)
                        && (first || self.joins(place, at))
                        && self.take_ahead(current, slot, at, took)
                    {
                        return true;
                    }
                    current.optional
                }
            };
            if !fine {
                return false;
            }
            slot += 1;
        }
        true
    }

    /// Leaves out up to `count` words from `at` on, and matches the slots from `slot` on behind them.
    fn skip_ahead(&self, slot: usize, at: usize, count: usize, took: &mut Vec<Took>) -> bool {
        let length = self.words.list.len();
        for from in at..=(at + count).min(length) {
            if from > at && self.barrier(from - 1) >= 2 {
                break;
            }
            // What a gap skips may be followed by a comma.
            let open = from == length || self.barrier(from) < 2;
            let refused = self.frame.slots.get(slot).is_some_and(|it| !it.optional && !self.fits(it, from));
            if (from == at || open) && !refused && self.ahead(slot, from, open, took) {
                return true;
            }
        }
        false
    }

    /// Leaves out up to `count` words before `at`, and matches the slots before `slot` before them.
    fn skip_behind(&self, slot: usize, at: usize, count: usize, took: &mut Vec<Took>) -> bool {
        let before = slot.checked_sub(1).and_then(|it| self.frame.slots.get(it));
        for to in (at.saturating_sub(count)..=at).rev() {
            if to < at && self.barrier(to + 1) >= 2 {
                break;
            }
            // A comma may stand beside a gap.
            let open = self.barrier(to) < 2;
            let refuses = |it: &Slot| {
                !it.optional && it.longest == 1 && to.checked_sub(1).is_some_and(|word| !self.fits(it, word))
            };
            if (to == at || to == 0 || open) && !before.is_some_and(refuses) && self.behind(slot, to, open, took) {
                return true;
            }
        }
        false
    }

    /// Fills `slot` with the words from `at` on, and the slots after it.
    fn take_ahead(&self, current: &Slot, slot: usize, at: usize, took: &mut Vec<Took>) -> bool {
        let mark = took.len();
        let mut take = |length: usize, weak: Option<Category>| {
            took.truncate(mark);
            if current.marked {
                took.push(Took { first: at, last: at + length, weak });
            }
            self.ahead(slot + 1, at + length, false, took)
        };
        let taken = if self.is_plain(current, at) {
            at < self.words.list.len() && take(1, None)
        } else {
            takes(self.words, current, at).iter().any(|(length, weak)| take(length, weak))
        };
        if !taken {
            took.truncate(mark);
        }
        taken
    }

    /// Matches the slots before `slot` backwards, the last word taken beginning at `at`; `joined` says whether what stands before it can be taken too.
    fn behind(&self, mut slot: usize, at: usize, joined: bool, took: &mut Vec<Took>) -> bool {
        while let Some(before) = slot.checked_sub(1)
            && let Some(current) = self.frame.slots.get(before)
        {
            let fine = match &current.place {
                Place::Start => at == 0 || self.barrier(at) == 2,
                Place::End => false,
                Place::Gap(count) => return self.skip_behind(before, at, usize::from(*count), took),
                _ => {
                    if joined && self.take_behind(current, before, at, took) {
                        return true;
                    }
                    current.optional
                }
            };
            if !fine {
                return false;
            }
            slot = before;
        }
        true
    }

    /// Fills `slot` with the words up to `at`, and the slots before it.
    fn take_behind(&self, current: &Slot, slot: usize, at: usize, took: &mut Vec<Took>) -> bool {
        let is_name = matches!(current.place, Place::Name(_));
        let longest = if is_name { usize::MAX } else { self.words.longest };
        for length in 1..usize::from(current.longest).min(at).min(longest) + 1 {
            let from = at - length;
            let possible =
                || length == 1 || is_name || self.words.senses(from).iter().any(|it| usize::from(it.words) == length);
            if !self.fits(current, from) || !possible() {
                continue;
            }
            let weak = match self.is_plain(current, from) {
                true => Some(None),
                false => takes(self.words, current, from).iter().find(|it| it.0 == length).map(|it| it.1),
            };
            if let Some(weak) = weak {
                let mark = took.len();
                if current.marked {
                    took.push(Took { first: from, last: at, weak });
                }
                if self.behind(slot, from, self.barrier(from) == 0, took) {
                    return true;
                }
                took.truncate(mark);
            }
        }
        false
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
                    // Most ways are none of the word's.
                    Filler::Id(id) if word.bits & bit_of(*id) == 0 => {}
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
        Place::Name(sure) => {
            let longest = super::names::longest_name(words, at).min(4);
            if !sure || super::names::is_sure(words, at, longest) {
                (1..=longest).for_each(|it| out.add(it as u8, None));
            }
        }
        Place::Gap(_) | Place::Start | Place::End => {}
    }
    out
}
