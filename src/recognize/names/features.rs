//! What the tagger goes by: each token and its neighbours as hashed features.

use super::list::Listed;
use super::tokens::{self, Seen, Style, shape};
use super::words::known;
use crate::hash::{pair, spread};
use crate::read::Reading;

/// How many features there can be.
pub(crate) const FEATURES: u32 = 1 << 22;

/// How many features a token has that ask for no letters, and how many others.
const FIRST: usize = 12;
const OTHERS: usize = 16;

/// How many of the first a mark has.
const OF_MARKS: usize = 7;

/// What a group knows of a token.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known {
    /// By the list of the group.
    pub own: Listed,
    /// By the list of the world's names.
    pub world: Listed,
    /// A class of `known`.
    pub class: u8,
    /// Whether an ending was taken off before a list knew it.
    pub inflected: bool,
}

impl Known {
    /// The better of both lists: none, or one of six kinds.
    pub fn kind(&self) -> u32 {
        if self.own.is_none() || (self.own.is_ambiguous() && !self.world.is_none() && !self.world.is_ambiguous()) {
            self.world.kind()
        } else {
            self.own.kind()
        }
    }
}

/// The tokens of a message in the eyes of one group.
pub(crate) struct View<'m> {
    pub reading: &'m Reading<'m>,
    pub seen: &'m [Seen],
    pub known: &'m [Known],
    pub style: Style,
}

impl View<'_> {
    /// Whether the token at `at` may be part of a name at all; what may not is never looked at.
    #[inline]
    pub fn is_open(&self, at: usize) -> bool {
        match (self.seen.get(at), self.known.get(at)) {
            (Some(seen), Some(it)) => {
                // Who types capitals writes names with them, but for `von` and what a list knows.
                let small = seen.shape == shape::LOWER && it.kind() == 0;
                let not = small && (it.class == known::OFTEN || (self.style == Style::Usual && seen.length > 3));
                seen.open && it.class != known::NEVER_A_NAME && !not
            }
            _ => false,
        }
    }

    #[inline]
    fn at(&self, at: usize, step: isize) -> (&Seen, Known) {
        let place = at.wrapping_add_signed(step);
        (self.seen.get(place).unwrap_or(&Seen::OUTSIDE), self.known.get(place).copied().unwrap_or_default())
    }

    /// What features of the token at `at` are made of.
    #[inline]
    pub fn around(&self, at: usize) -> Around<'_> {
        let (it, own) = self.at(at, 0);
        let (b1, kb1) = self.at(at, -1);
        let (b2, kb2) = self.at(at, -2);
        let (a1, ka1) = self.at(at, 1);
        let (a2, ka2) = self.at(at, 2);
        let (kind, class) = (own.kind(), u32::from(own.class));
        let side = |seen: &Seen, known: Known| {
            known.kind() * 64
                + u32::from(known.class) * 16
                + u32::from(seen.is_large()) * 8
                + u32::from(seen.shape == shape::MARK) * 4
        };
        Around {
            it,
            own,
            b1,
            b2,
            a1,
            a2,
            typed: u32::from(it.shape) * 8 + self.style as u32 * 2 + u32::from(it.opens),
            large: u32::from(it.is_large()) + if self.style == Style::Usual { 2 } else { 0 },
            kind,
            class,
            sb1: side(b1, kb1),
            sb2: side(b2, kb2),
            sa1: side(a1, ka1),
            sa2: side(a2, ka2),
            here: kind * 8 + class,
        }
    }
}

impl Around<'_> {
    /// How many of its first and of its other features it has: marks are told apart by their bytes alone.
    #[inline]
    pub fn counts(&self) -> (usize, usize) {
        if self.it.shape == shape::MARK { (OF_MARKS, 0) } else { (FIRST, OTHERS) }
    }

    /// The features that ask for no letters: those that tell most words.
    #[inline]
    pub fn first_features(&self) -> [u32; FIRST] {
        let Around { it, own, b1, a1, typed, large, kind, class, sb1, sa1, here, .. } = *self;
        [
            (1, pair(typed, here)),
            (2, it.word),
            (3, pair(b1.word, large + 8 * u32::from(it.opens))),
            (4, pair(a1.word, large)),
            (5, pair(sb1, pair(typed, kind))),
            (6, pair(sa1, pair(typed, kind))),
            (7, pair(pair(sb1, sa1), large * 128 + here)),
            (8, pair(it.word, large)),
            (15, pair(typed, class * 16 + u32::from(it.length))),
            (16, pair(typed, own.own.code() * 2 + u32::from(own.inflected))),
            (17, pair(typed, own.world.code() * 8 + class)),
            (18, pair(own.own.code(), own.world.code() * 8 + class)),
        ]
        .map(feature)
    }

    /// The other features.
    #[inline]
    pub fn other_features(&self, reading: &Reading<'_>) -> [u32; OTHERS] {
        let Around { it, b1, b2, a1, a2, typed, large, kind, class, sb1, sb2, sa1, sa2, here, .. } = *self;
        let letters = |it: &Seen| tokens::letters(reading, it);
        let (first, last): ([u32; 2], [u32; 4]) = (tokens::beginning(letters(it)), tokens::ends(letters(it)));
        let ([_, before], [_, after]): ([u32; 2], [u32; 2]) = (tokens::ends(letters(b1)), tokens::ends(letters(a1)));
        let known = kind * 2 + u32::from(class > 0 && class < 4);
        [
            (9, pair(first[0], 1)),
            (10, first[1]),
            (11, pair(last[0], large)),
            (12, pair(last[1], large)),
            (13, pair(last[2], large)),
            (14, last[3]),
            (19, pair(b1.word, known)),
            (20, pair(a1.word, known)),
            (21, pair(b2.word, large)),
            (22, pair(a2.word, large)),
            (23, pair(b2.word, b1.word)),
            (24, pair(sb2, pair(sb1, large * 128 + here))),
            (25, pair(sa2, pair(sa1, large * 128 + here))),
            (26, pair(before, large)),
            (27, pair(after, large)),
            (28, pair(u32::from(b1.shape) * 8 + u32::from(a1.shape), pair(typed, class))),
        ]
        .map(feature)
    }
}

/// A token, the two before it and the two after it.
pub(crate) struct Around<'m> {
    it: &'m Seen,
    own: Known,
    b1: &'m Seen,
    b2: &'m Seen,
    a1: &'m Seen,
    a2: &'m Seen,
    typed: u32,
    large: u32,
    kind: u32,
    class: u32,
    /// What is known of the tokens around it, without their words.
    sb1: u32,
    sb2: u32,
    sa1: u32,
    sa2: u32,
    here: u32,
}

/// The feature with a number, that no other has, and a value.
#[inline]
fn feature((number, value): (u32, u32)) -> u32 {
    spread(pair(value, number)) & (FEATURES - 1)
}
