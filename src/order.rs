//! Sorting, and sets of numbers and spans, once for all types: each type that the standard library sorts costs 5 kB of download.

use std::collections::BinaryHeap;

use crate::finding::Span;

/// Sorts by a key; equal ones stay in their order.
pub(crate) fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    if items.len() < 2 {
        return;
    }
    let keys: Vec<u64> = items.iter().map(key).collect();
    let mut moved: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order(keys).into_iter().filter_map(|(_, at)| moved.get_mut(at as usize)?.take()));
}

/// Keys with their places, in order.
#[inline(never)]
fn order(keys: Vec<u64>) -> Vec<(u64, u32)> {
    // A heap's code is a tenth of a sort's, and most lists are short.
    keys.into_iter().zip(0..).collect::<BinaryHeap<(u64, u32)>>().into_sorted_vec()
}

/// A key that sorts by a first number, then by a second.
pub(crate) fn pair(first: usize, second: u32) -> u64 {
    (first as u64) << 32 | u64::from(second)
}

/// A key that sorts by where something starts, the longest first.
pub(crate) fn longest_first(start: usize, end: usize) -> u64 {
    pair(start, u32::MAX - end as u32)
}

/// A set of numbers.
#[derive(Default)]
pub(crate) struct Numbers(Vec<u64>);

impl Numbers {
    /// The set of all that are given.
    pub fn new(numbers: impl Iterator<Item = u64>) -> Numbers {
        Numbers(order(numbers.collect()).into_iter().map(|it| it.0).collect())
    }

    /// Whether it holds a number.
    pub fn contains(&self, number: u64) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// The smallest that is no smaller than a number.
    pub fn next(&self, number: u64) -> Option<u64> {
        self.0.get(self.0.partition_point(|it| *it < number)).copied()
    }
}

/// A set of spans: each with its start, its end, and how far it and those before it reach.
pub(crate) struct Spans(Vec<(u64, u32)>);

impl Spans {
    /// The set of all that are given.
    #[inline(never)]
    pub fn new(spans: &[Span]) -> Spans {
        let mut sorted = order(spans.iter().map(|it| pair(it.start(), it.end() as u32)).collect());
        let mut furthest = 0;
        for (key, reach) in &mut sorted {
            furthest = furthest.max(*key as u32);
            *reach = furthest;
        }
        Spans(sorted)
    }

    /// Whether one of them covers every byte of `span`.
    pub fn covers(&self, span: Span) -> bool {
        self.reach(span.start() + 1) >= span.end()
    }

    /// Whether one of them shares a byte with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.reach(span.end()) > span.start()
    }

    /// How far those reach that start before a byte.
    #[inline(never)]
    fn reach(&self, byte: usize) -> usize {
        let after = self.0.partition_point(|it| it.0 < pair(byte, 0));
        after.checked_sub(1).and_then(|it| self.0.get(it)).map_or(0, |it| it.1 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_key(&mut items, |it| it.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_longest_comes_first() {
        let mut items = vec![(3, 4), (1, 2), (1, 9)];
        by_key(&mut items, |it| longest_first(it.0, it.1));
        assert_eq!(items, [(1, 9), (1, 2), (3, 4)]);
    }

    #[test]
    fn a_set_holds_what_it_was_given() {
        let numbers = Numbers::new([7, 3, 9].into_iter());
        assert!(numbers.contains(3) && numbers.contains(9) && !numbers.contains(4));
        assert_eq!([numbers.next(4), numbers.next(7), numbers.next(10)], [Some(7), Some(7), None]);
    }

    #[test]
    fn spans_cover_and_overlap_as_if_each_was_asked() {
        let all =
            |to: usize| (0..to).flat_map(move |start| (start + 1..=to).filter_map(move |end| Span::new(start, end)));
        let spans: Vec<Span> =
            [(6, 8), (1, 7), (2, 3), (9, 10), (9, 12)].into_iter().filter_map(|it| Span::new(it.0, it.1)).collect();
        for count in 0..=spans.len() {
            let some = &spans[..count];
            let set = Spans::new(some);
            for span in all(14) {
                assert_eq!(set.covers(span), some.iter().any(|it| it.covers(span)), "{some:?} {span:?}");
                assert_eq!(set.overlaps(span), some.iter().any(|it| it.overlaps(span)), "{some:?} {span:?}");
            }
        }
    }
}
