//! Numbers for what is told apart by its hash.

/// Which hash has which number.
#[derive(Default)]
pub(super) struct Numbering {
    slots: Vec<Option<(u64, u16)>>,
    used: usize,
}

impl Numbering {
    /// The number of a hash: `new` if it had none.
    pub fn number(&mut self, hash: u64, new: u16) -> u16 {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.place(hash);
        let Some(slot) = self.slots.get_mut(at) else { return new };
        self.used += usize::from(slot.is_none());
        slot.get_or_insert((hash, new)).1
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![None; (old.len() * 2).max(256)];
        for it in old.into_iter().flatten() {
            let at = self.place(it.0);
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = Some(it);
            }
        }
    }

    /// Where a hash stands, or would go.
    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = super::table::turn(hash) as usize & mask;
        while self.slots.get(at).is_some_and(|it| it.is_some_and(|it| it.0 != hash)) {
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
        for hash in 0..1000u64 {
            assert_eq!(numbering.number(hash * 0x9e37, hash as u16), hash as u16);
        }
        assert!((0..1000u64).all(|hash| numbering.number(hash * 0x9e37, u16::MAX) == hash as u16));
    }
}
