//! The tagger: a linear chain over hashed features, in integers, and the best way through it.

use super::features::{FEATURES, View};
use super::pack::{Broken, Reader};
use crate::hash::spread;
use std::hint::select_unpredictable;
use std::ops::Range;

/// What a token is: outside of names, the first of a name, or inside of one.
pub(crate) mod tag {
    pub const OUTSIDE: usize = 0;
    pub const FIRST: usize = 1;
    pub const INSIDE: usize = 2;
}

/// How much a step from one tag to the next weighs; `[3]` is where a run of open tokens begins.
pub(crate) type Steps = [[i32; 3]; 4];

/// The weights of one group.
pub(crate) struct Model {
    /// Features, each in one of two pairs of slots. A slot holds: 1 bit taken, 1 bit which pair, 14 bits the rest of the feature, twice 8 bits weight.
    /// Nearly full, since what doesn't stay near the processor costs more than all sums.
    pairs: Vec<[u32; 2]>,
    bits: u32,
    pub steps: Steps,
}

/// In a slot: whether it's taken, and whether by a feature in its second pair.
const TAKEN: u32 = 1 << 31;
const SECOND: u32 = 1 << 30;

/// How often a feature may push another one out of its pair before the table is too small.
const PUSHES: u32 = 500;

/// How many bits tell a pair, at least and at most.
const PAIR_BITS: std::ops::RangeInclusive<u32> = 8..=21;

/// What the first features of a token say at most if the others are not asked: it's no name.
const SURE: i32 = -40;

/// How far apart the two pairs of a feature are, told by its rest.
#[inline]
fn apart(rest: u32, bits: u32) -> u32 {
    (rest + 1).wrapping_mul(0x9e37_79b1) >> (32 - bits) | 1
}

impl Model {
    /// A model of features, each with its weight for the first and for a later word of a name.
    pub fn new(features: &[(u32, i8, i8)], steps: Steps) -> Model {
        // Where one feature doesn't find room, all get twice as much.
        let (bits, pairs) =
            PAIR_BITS.into_iter().find_map(|bits| Some((bits, Model::fill(features, bits)?))).unwrap_or_default();
        Model { pairs, bits, steps }
    }

    fn fill(features: &[(u32, i8, i8)], bits: u32) -> Option<Vec<[u32; 2]>> {
        let count = 1usize << bits;
        // Above nine tenths hardly any feature finds room.
        if features.len() * 8 > count * 2 * 7 {
            return None;
        }
        let mut pairs = vec![[0u32; 2]; count];
        for (feature, first, inside) in features {
            let mut place = feature & (count as u32 - 1);
            let mut slot = TAKEN | feature >> bits << 16 | u32::from(*first as u8) << 8 | u32::from(*inside as u8);
            let mut pushes = 0..PUSHES;
            loop {
                let pair = pairs.get_mut(place as usize)?;
                if let Some(free) = pair.iter_mut().find(|it| **it == 0) {
                    *free = slot;
                    break;
                }
                // One of the two goes to its other pair: by chance, since by turns they go round in circles.
                let chance = spread(slot ^ pushes.next()?);
                std::mem::swap(pair.get_mut(chance as usize % 2)?, &mut slot);
                place ^= apart(slot >> 16 & 0x3fff, bits);
                slot ^= SECOND;
            }
        }
        Some(pairs)
    }

    /// Reads the features in order, their weights, and the steps.
    pub fn read(reader: &mut Reader<'_>) -> Result<Model, Broken> {
        let features = reader.ascending(FEATURES)?;
        let first = reader.take(features.len())?;
        let inside = reader.take(features.len())?;
        let all: Vec<(u32, i8, i8)> = features
            .iter()
            .zip(first)
            .zip(inside)
            .map(|((it, first), inside)| (*it, *first as i8, *inside as i8))
            .collect();
        let mut steps = Steps::default();
        for weight in steps.iter_mut().flatten() {
            *weight = reader.number()? as i32;
        }
        Ok(Model::new(&all, steps))
    }

    /// The weights of a feature, found without a branch, since none could be foretold.
    #[inline]
    fn weights(&self, feature: u32) -> (i32, i32) {
        let (place, rest) = (feature & ((1 << self.bits) - 1), feature >> self.bits);
        let pair = |place: u32| self.pairs.get(place as usize).copied().unwrap_or_default();
        let only_if = |[one, other]: [u32; 2], is: u32| {
            select_unpredictable(one >> 16 == is >> 16, one, 0)
                | select_unpredictable(other >> 16 == is >> 16, other, 0)
        };
        let found = only_if(pair(place), TAKEN | rest << 16)
            | only_if(pair(place ^ apart(rest, self.bits)), TAKEN | SECOND | rest << 16);
        (i32::from((found >> 8) as u8 as i8), i32::from(found as u8 as i8))
    }

    /// What features say for each tag, added to `sums`.
    #[inline]
    fn sum(&self, features: &[u32], mut sums: [i32; 3]) -> [i32; 3] {
        for feature in features {
            let (first, inside) = self.weights(*feature);
            sums[tag::FIRST] += first;
            sums[tag::INSIDE] += inside;
        }
        sums
    }

    /// The tag of each token of `view`, in `tags`; `lean` is what speaks for a name beforehand.
    pub fn tag(&self, view: &View<'_>, lean: i32, tags: &mut Vec<u8>) {
        tags.clear();
        tags.resize(view.seen.len(), 0);
        let mut ways = Vec::new();
        let mut at = 0;
        while at < view.seen.len() {
            if !view.is_open(at) {
                at += 1;
                continue;
            }
            let start = at;
            while view.is_open(at) {
                at += 1;
            }
            // Letters alone are nobody's name.
            if view.seen.get(start..at).is_some_and(|it| it.iter().any(|it| it.length > 1)) {
                self.tag_run(view, start..at, lean, &mut ways, tags);
            }
        }
    }

    /// Tags a run of open tokens: Viterbi's way. `ways` is room for it.
    fn tag_run(&self, view: &View<'_>, run: Range<usize>, lean: i32, ways: &mut Vec<[u8; 3]>, tags: &mut [u8]) {
        let mut scores = [0i32; 3];
        ways.clear();
        for at in run.clone() {
            let around = view.around(at);
            let (first, others) = around.counts();
            let mut own = self.sum(around.first_features().get(..first).unwrap_or(&[]), [0; 3]);
            // Most words are told by these; the others would say so too.
            if own[tag::FIRST].max(own[tag::INSIDE]) < SURE {
                own = [0, own[tag::FIRST] + SURE, own[tag::INSIDE] + SURE];
            } else {
                own = self.sum(around.other_features(view.reading).get(..others).unwrap_or(&[]), own);
            }
            own[tag::OUTSIDE] -= lean;
            if at == run.start {
                let [.., begins] = &self.steps;
                for (score, (own, begins)) in scores.iter_mut().zip(own.iter().zip(begins)) {
                    *score = own + begins;
                }
                ways.push([0; 3]);
                continue;
            }
            let mut way = [0u8; 3];
            let mut next = [i32::MIN / 2; 3];
            for (to, (best, way)) in next.iter_mut().zip(way.iter_mut()).enumerate() {
                for (from, (score, steps)) in scores.iter().zip(&self.steps).enumerate() {
                    let total = score + steps.get(to).copied().unwrap_or(0) + own.get(to).copied().unwrap_or(0);
                    if total > *best {
                        (*best, *way) = (total, from as u8);
                    }
                }
            }
            scores = next;
            ways.push(way);
        }
        let mut last = (0..3usize).rev().max_by_key(|it| scores.get(*it).copied().unwrap_or(0)).unwrap_or(0);
        for (at, way) in run.zip(ways.iter()).rev() {
            if let Some(tag) = tags.get_mut(at) {
                *tag = last as u8;
            }
            last = usize::from(way.get(last).copied().unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weights() {
        let features: Vec<(u32, i8, i8)> =
            (0..20_000u32).map(|it| (it * 200 + it % 7, (it % 251) as i8, (it % 199) as i8)).collect();
        let model = Model::new(&features, Steps::default());
        for (feature, first, inside) in &features {
            assert_eq!(model.weights(*feature), (i32::from(*first), i32::from(*inside)), "{feature}");
            assert_eq!(model.weights(feature + 100), (0, 0));
        }
    }
}
