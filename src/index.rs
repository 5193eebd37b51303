//! Finding one value among many by its hash.

use crate::hash;

/// Numbers under hashes, the largest first. Overwritten before it is given back: the value behind a hash can be found by trying all.
#[derive(Default, Clone)]
pub(crate) struct Index {
    /// The first entry of each chain, counted from 1; a power of two of them.
    heads: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Default, Clone, Copy)]
struct Entry {
    hash: u32,
    number: u32,
    /// The next entry of its chain, counted from 1.
    next: u32,
}

impl Index {
    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was added under a hash, the largest first.
    pub fn get(&self, hash: u32) -> impl Iterator<Item = usize> {
        let mut next = self.heads.get(self.chain(hash)).copied().unwrap_or(0);
        std::iter::from_fn(move || self.follow(hash, &mut next))
    }

    /// The next number under a hash.
    #[inline(never)]
    fn follow(&self, hash: u32, next: &mut u32) -> Option<usize> {
        while let Some(entry) = self.entry(*next) {
            *next = entry.next;
            if entry.hash == hash {
                return Some(entry.number as usize);
            }
        }
        None
    }

    /// Adds a number under a hash, unless it was the last.
    pub fn add(&mut self, hash: u32, number: usize) {
        if self.get(hash).next() == Some(number) {
            return;
        }
        self.entries.push(Entry { hash, number: number as u32, next: 0 });
        let mut from = self.entries.len() - 1;
        if from >= self.heads.len() {
            self.heads = vec![0; (self.heads.len() * 2).max(64)];
            from = 0;
        }
        (from..self.entries.len()).for_each(|it| self.link(it));
    }

    /// Puts an entry into its chain, behind those with larger numbers.
    fn link(&mut self, place: usize) {
        let Some(new) = self.entries.get(place).copied() else { return };
        let chain = self.chain(new.hash);
        let first = self.heads.get(chain).copied().unwrap_or(0);
        let (mut before, mut next) = (0, first);
        while let Some(entry) = self.entry(next).filter(|it| it.number > new.number) {
            (before, next) = (next, entry.next);
        }
        if let Some(new) = self.entries.get_mut(place) {
            new.next = next;
        }
        let link = match self.entries.get_mut((before as usize).wrapping_sub(1)) {
            Some(entry) => Some(&mut entry.next),
            None => self.heads.get_mut(chain),
        };
        if let Some(link) = link {
            *link = place as u32 + 1;
        }
    }

    /// An entry counted from 1.
    fn entry(&self, at: u32) -> Option<Entry> {
        self.entries.get((at as usize).wrapping_sub(1)).copied()
    }

    fn chain(&self, hash: u32) -> usize {
        hash::spread(hash) as usize & self.heads.len().wrapping_sub(1)
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        self.entries.fill(Entry::default());
        // Without this the compiler may leave the fill out, since nobody reads it.
        std::hint::black_box(&self.entries);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_found_under_its_hash_the_largest_first() {
        let mut index = Index::default();
        assert!(index.is_empty() && index.get(0).next().is_none());
        for number in [3, 1, 2] {
            for hash in 0..500 {
                index.add(hash * 7, number * 1000 + hash as usize);
            }
        }
        for hash in 0..500 {
            assert!(index.get(hash * 7).eq([3, 2, 1].map(|it| it * 1000 + hash as usize)));
            assert!(index.get(hash * 7 + 1).next().is_none());
        }
    }
}
