//! The bytes of a names pack: lists, vocabulary and weights, read with every length checked.

use crate::hash;

/// A names pack can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// What every names pack begins with, before the name of its group and the end of the line.
pub(crate) const HEADER: &[u8] = b"slor-names 1 ";

/// Reads a pack from its front.
pub(crate) struct Reader<'p> {
    rest: &'p [u8],
}

impl<'p> Reader<'p> {
    /// A reader of the body of a pack, and the name of its group. The checksum has been compared.
    pub fn open(pack: &'p [u8]) -> Result<(&'p str, Reader<'p>), Broken> {
        let body = pack.strip_prefix(HEADER).ok_or(Broken)?;
        let (before, sum) = pack.split_last_chunk::<4>().ok_or(Broken)?;
        if hash::bytes(before) != u32::from_le_bytes(*sum) {
            return Err(Broken);
        }
        let line = body.iter().position(|it| *it == b'\n').ok_or(Broken)?;
        let name = std::str::from_utf8(body.get(..line).ok_or(Broken)?).map_err(|_| Broken)?;
        let rest = body.get(line + 1..body.len().checked_sub(4).ok_or(Broken)?).ok_or(Broken)?;
        Ok((name, Reader { rest }))
    }

    /// A reader of bare bytes.
    #[cfg(test)]
    pub fn new(rest: &'p [u8]) -> Reader<'p> {
        Reader { rest }
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'p [u8], Broken> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Broken)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next four bytes as a number.
    pub fn number(&mut self) -> Result<u32, Broken> {
        let (taken, rest) = self.rest.split_first_chunk::<4>().ok_or(Broken)?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*taken))
    }

    /// A section: its length, then its bytes.
    pub fn section(&mut self) -> Result<&'p [u8], Broken> {
        let length = self.number()?;
        self.take(length as usize)
    }

    /// Ascending numbers below `limit`, written as their distances.
    pub fn ascending(&mut self, limit: u32) -> Result<Vec<u32>, Broken> {
        let count = self.number()?;
        if count > limit {
            return Err(Broken);
        }
        let mut out = Vec::with_capacity(count as usize);
        let mut last = 0u32;
        for _ in 0..count {
            let mut distance = 0u32;
            for shift in [0, 7, 14, 21] {
                let (byte, rest) = self.rest.split_first().ok_or(Broken)?;
                self.rest = rest;
                distance |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            last = last.checked_add(distance).filter(|it| *it < limit).ok_or(Broken)?;
            out.push(last);
        }
        Ok(out)
    }

    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

/// Writes ascending numbers as [`Reader::ascending`] reads them.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write_ascending(numbers: &[u32], out: &mut Vec<u8>) {
    out.extend((numbers.len() as u32).to_le_bytes());
    let mut last = 0;
    for number in numbers {
        let mut distance = number - last;
        last = *number;
        while distance >= 0x80 {
            out.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        out.push(distance as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascending_numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, 70_000, 4_000_000];
        let mut bytes = Vec::new();
        write_ascending(&numbers, &mut bytes);
        assert_eq!(Reader::new(&bytes).ascending(1 << 22), Ok(numbers.to_vec()));
        assert_eq!(Reader::new(&bytes).ascending(4_000_000), Err(Broken));
        assert_eq!(Reader::new(&bytes[..bytes.len() - 1]).ascending(1 << 22), Err(Broken));
    }

    #[test]
    fn a_pack_that_was_changed_is_broken() {
        let mut pack = b"slor-names 1 da\nabcd".to_vec();
        let sum = hash::bytes(&pack);
        pack.extend(sum.to_le_bytes());
        assert!(Reader::open(&pack).is_ok_and(|(name, mut it)| name == "da" && it.take(4).is_ok() && it.is_empty()));
        for at in 0..pack.len() {
            let mut other = pack.clone();
            other[at] ^= 1;
            assert!(Reader::open(&other).is_err(), "{at}");
        }
    }
}
