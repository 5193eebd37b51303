//! What the tagger goes by: each token and its neighbours as hashed features.

use super::hash::{pair, spread};
use super::list::Listed;
use super::tokens::{self, Seen, Style, shape};
use super::words::known;
use crate::read::Reading;

/// How many features there can be.
pub(crate) const FEATURES: u32 = 1 << 22;

/// How many of its features a mark has.
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

    /// The features of the token at `at`.
    #[inline]
    pub fn features(&self, at: usize) -> impl Iterator<Item = u32> {
        let (it, own) = self.at(at, 0);
        let (b1, kb1) = self.at(at, -1);
        let (b2, kb2) = self.at(at, -2);
        let (a1, ka1) = self.at(at, 1);
        let (a2, ka2) = self.at(at, 2);
        let style = self.style as u32;
        let typed = u32::from(it.shape) * 8 + style * 2 + u32::from(it.opens);
        let large = u32::from(it.is_large()) + if self.style == Style::Usual { 2 } else { 0 };
        let kind = own.kind();
        let class = u32::from(own.class);
        let side = |seen: &Seen, known: Known| {
            known.kind() * 64
                + u32::from(known.class) * 16
                + u32::from(seen.is_large()) * 8
                + u32::from(seen.shape == shape::MARK) * 4
        };
        let (sb1, sa1) = (side(b1, kb1), side(a1, ka1));
        let here = kind * 8 + class;
        let letters = |it: &Seen| tokens::letters(self.reading, it);
        let (first, last): ([u32; 2], [u32; 4]) = (tokens::beginning(letters(it)), tokens::ends(letters(it)));
        let ([_, before], [_, after]): ([u32; 2], [u32; 2]) = (tokens::ends(letters(b1)), tokens::ends(letters(a1)));
        let values = [
            pair(typed, here),
            it.word,
            pair(b1.word, large + 8 * u32::from(it.opens)),
            pair(a1.word, large),
            pair(sb1, pair(typed, kind)),
            pair(sa1, pair(typed, kind)),
            pair(pair(sb1, sa1), large * 128 + here),
            pair(it.word, large),
            pair(first[0], 1),
            first[1],
            pair(last[0], large),
            pair(last[1], large),
            pair(last[2], large),
            last[3],
            pair(typed, class * 16 + u32::from(it.length)),
            pair(typed, own.own.code() * 2 + u32::from(own.inflected)),
            pair(typed, own.world.code() * 8 + class),
            pair(own.own.code(), own.world.code() * 8 + class),
            pair(b1.word, kind * 2 + u32::from(class > 0 && class < 4)),
            pair(a1.word, kind * 2 + u32::from(class > 0 && class < 4)),
            pair(b2.word, large),
            pair(a2.word, large),
            pair(b2.word, b1.word),
            pair(side(b2, kb2), pair(sb1, large * 128 + here)),
            pair(side(a2, ka2), pair(sa1, large * 128 + here)),
            pair(before, large),
            pair(after, large),
            pair(u32::from(b1.shape) * 8 + u32::from(a1.shape), pair(typed, class)),
        ];
        // Marks are told apart by their bytes alone: they have the first ones only.
        let count = if it.shape == shape::MARK { OF_MARKS } else { values.len() };
        (1u32..).zip(values).take(count).map(|(number, value)| spread(pair(value, number)) & (FEATURES - 1))
    }
}
