//! Bits by number: a quick no before a trip to memory.

/// A bit for each number below a power of two.
#[derive(Default)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// Sets one of the `1 << bits` bits, all of which are there from the first on.
    pub fn set(&mut self, bits: u32, at: usize) {
        self.0.resize(1 << (bits - 6), 0);
        if let Some(it) = self.0.get_mut(at / 64) {
            *it |= 1 << (at % 64);
        }
    }

    /// Whether a bit was set.
    #[inline]
    pub fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|it| it & 1 << (at % 64) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_is_set_or_not() {
        let mut bits = Bits::default();
        assert!(!bits.has(0));
        (0..1024).step_by(3).for_each(|it| bits.set(10, it));
        for at in 0..2048 {
            assert_eq!(bits.has(at), at < 1024 && at % 3 == 0, "{at}");
        }
    }
}
