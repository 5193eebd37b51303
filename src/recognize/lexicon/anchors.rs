//! Where frames begin to match: at the rarest of their words, and only if the others can be there.

use super::model::{Filler, Hook, Lexicon, Near, Place, Slot, anchor_of, ids};
use super::sets::ALWAYS;
use crate::category::Category;
use crate::order::{self, Numbers};

/// How many words of a message each identity holds, roughly.
pub(super) struct Costs(Vec<u8>);

const OF_TERMS: u8 = 10;
const OF_WORDS: u8 = 1;
const OF_CLASSES: u8 = 5;
const OF_WEAK: u8 = 20;
const OF_BUSY: u8 = 30;
const OF_COMMON: u8 = 50;
const OF_ANY: u8 = 100;

impl Costs {
    /// The costs of `count` identities: all classes, what holds a frequent word, and the classes that nearly every sentence holds.
    pub fn new(count: u16, classes: &[u16], busy: &[u16], common: &[u16]) -> Costs {
        let mut costs = vec![OF_WORDS; usize::from(count)];
        for (ids, cost) in [(classes, OF_CLASSES), (busy, OF_BUSY), (common, OF_COMMON)] {
            for id in ids {
                if let Some(it) = costs.get_mut(usize::from(*id)) {
                    *it = cost;
                }
            }
        }
        Costs(costs)
    }

    /// How many words of a message fill the slot, roughly; none where it may stay empty or fills itself.
    fn cost(&self, slot: &Slot) -> Option<u64> {
        let Place::One(ways) = &slot.place else { return None };
        let cost = |way: &Filler| match way {
            Filler::AnyWord | Filler::Number => OF_ANY,
            Filler::Weak => OF_WEAK,
            Filler::Category(_) => OF_TERMS,
            Filler::Id(id) | Filler::Typed(id, _) => self.0.get(usize::from(*id)).copied().unwrap_or(OF_WORDS),
        };
        ways.iter().map(cost).max().filter(|_| !slot.optional).map(u64::from)
    }
}

/// Tells for every frame the anchors that fill its rarest slot, since it hangs on these; and all identities that are anchors.
pub(super) fn hang(lexicon: &mut Lexicon, costs: &Costs) -> (Vec<(u16, Hook)>, Vec<u16>) {
    let (mut hooks, mut anchoring) = (Vec::new(), Vec::new());
    let phrases: Numbers = Numbers::new(lexicon.sequences.iter().map(|it| it.id.into()));
    for (at, frame) in lexicon.frames.iter_mut().enumerate() {
        for slot in &mut frame.slots {
            measure(slot, &phrases);
        }
        let own: Vec<Option<u64>> = frame.slots.iter().map(|it| costs.cost(it)).collect();
        let rarest = own.iter().enumerate().filter_map(|(slot, it)| Some((slot, (*it)?))).min_by_key(|it| it.1);
        let Some((anchor, slot)) = rarest.and_then(|it| Some((it.0, frame.slots.get(it.0)?))) else { continue };
        let mut needs: Vec<(u64, u16)> = Vec::new();
        for (other, (slot, cost)) in frame.slots.iter().zip(&own).enumerate() {
            if let (Some(cost), Some(set)) = (cost, slot.set)
                && other != anchor
            {
                needs.push((*cost, set));
            }
        }
        // The rarest first: it says no soonest.
        order::by_key(&mut needs, |it| it.0);
        let mut needs = needs.into_iter().map(|it| it.1);
        let hook = Hook { frame: at as u32, needs: [(); 2].map(|()| needs.next().unwrap_or(ALWAYS)) };
        let mut ids = fillers(&slot.place).unwrap_or_default();
        while let Some(id) = ids.pop() {
            if !ids.contains(&id) {
                hooks.push((anchor_of(frame.language, id), hook));
                anchoring.push(id);
            }
        }
        frame.anchor = anchor as u16;
        (frame.before, frame.after) = neighbours(&frame.slots, anchor);
    }
    (hooks, anchoring)
}

/// Tells how many words a slot may take.
fn measure(slot: &mut Slot, phrases: &Numbers) {
    let (mut several, mut plain) = (true, false);
    if let Place::One(ways) = &slot.place {
        several = ways.iter().any(|way| match way {
            Filler::Id(id) => phrases.contains((*id).into()),
            Filler::Category(_) | Filler::Weak => true,
            _ => false,
        });
        plain = ways.iter().all(|it| matches!(it, Filler::Id(_) | Filler::Category(_)));
    }
    slot.longest = if several { LONGEST_PHRASE } else { 1 };
    slot.plain = plain && slot.set.is_some();
}

/// The most words of a phrase.
const LONGEST_PHRASE: u8 = 4;

/// The identities that fill a place; none where that can't be told in advance.
pub(super) fn fillers(place: &Place) -> Option<Vec<u16>> {
    let Place::One(ways) = place else { return None };
    let mut out = Vec::with_capacity(ways.len());
    for way in ways {
        match way {
            Filler::Id(id) | Filler::Typed(id, _) => out.push(*id),
            Filler::Weak => out.extend(ids::WEAK..ids::WEAK + Category::ALL.len() as u16),
            Filler::Category(category) => {
                let id = Category::ALL.iter().position(|it| it == category)? as u16;
                out.extend([id, id + ids::WEAK]);
            }
            Filler::AnyWord | Filler::Number => return None,
        }
    }
    Some(out)
}

/// What must stand before and after the slot `anchor`: the nearest slot that must be filled, if what fills it can be told in advance.
fn neighbours(slots: &[Slot], anchor: usize) -> (Option<Near>, Option<Near>) {
    let own = slots.get(anchor).map_or(0, |it| it.longest);
    let nearest = |slots: &mut dyn Iterator<Item = &Slot>, from: u8, whole: bool| {
        let mut reach = from;
        for slot in slots {
            match &slot.place {
                Place::Gap(count) => reach = reach.saturating_add(*count),
                Place::One(_) if slot.optional => reach = reach.saturating_add(slot.longest),
                Place::One(_) => {
                    let own = if whole { slot.longest } else { 0 };
                    return slot.set.map(|set| Near { set, reach: reach.saturating_add(own) });
                }
                Place::Name(_) | Place::Start | Place::End => return None,
            }
        }
        None
    };
    let before = nearest(&mut slots.iter().take(anchor).rev(), 0, true);
    (before, nearest(&mut slots.iter().skip(anchor + 1), own, false))
}
