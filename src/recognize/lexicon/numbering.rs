//! Numbers for what is told apart by its hash.

use super::table;

/// Which hash has which number.
#[derive(Default)]
pub(super) struct Numbering {
    slots: Vec<(u64, u16)>,
    used: usize,
}

/// The number of an empty slot.
const NONE: u16 = u16::MAX;

impl Numbering {
    /// The number of a hash, if it has one.
    #[inline]
    pub fn find(&self, hash: u64) -> Option<u16> {
        self.slots.get(self.place(hash)).map(|it| it.1).filter(|it| *it != NONE)
    }

    /// The number of a hash: `new` if it had none.
    pub fn number(&mut self, hash: u64, new: u16) -> u16 {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.place(hash);
        let Some(slot) = self.slots.get_mut(at) else { return new };
        if slot.1 == NONE {
            *slot = (hash, new);
            self.used += 1;
        }
        slot.1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(256);
        let old = std::mem::replace(&mut self.slots, vec![(0, NONE); size]);
        for it in old.into_iter().filter(|it| it.1 != NONE) {
            let at = self.place(it.0);
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = it;
            }
        }
    }

    /// Where a hash stands, or would go.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = table::turn(hash) as usize & mask;
        while self.slots.get(at).is_some_and(|it| it.1 != NONE && it.0 != hash) {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_keeps_its_number() {
        let mut numbering = Numbering::default();
        assert_eq!(numbering.find(0), None);
        for hash in 0..1000u64 {
            assert_eq!(numbering.number(hash * 0x9e37, hash as u16), hash as u16);
        }
        assert!((0..1000u64).all(|hash| numbering.number(hash * 0x9e37, 1000) == hash as u16));
        assert!((0..1000u64).all(|hash| numbering.find(hash * 0x9e37) == Some(hash as u16)));
        assert_eq!(numbering.find(1), None);
    }
}
