//! Name lists: which words are names, how often they are borne, and whether they are everyday words too.

use super::pack::Broken;
use crate::hash;
use crate::recognize::lexicon::finnish_stems;
use crate::recognize::spellings::Spellings;

/// What a list says of a word; `build.rs` writes these bits.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Listed(pub u8);

impl Listed {
    const GIVEN: u8 = 1;
    #[cfg(any(test, feature = "train"))]
    const SURNAME: u8 = 2;
    const AMBIGUOUS: u8 = 16;
    /// A spelling without the Nordic letters.
    const PLAIN: u8 = 32;
    /// A stem that only occurs with an ending.
    const STEM: u8 = 64;

    /// Whether it is no name at all.
    pub fn is_none(self) -> bool {
        self.0 & 3 == 0
    }

    /// Whether it is a given name.
    pub fn is_given(self) -> bool {
        self.0 & Self::GIVEN != 0
    }

    /// Whether it is a surname.
    #[cfg(any(test, feature = "train"))]
    pub fn is_surname(self) -> bool {
        self.0 & Self::SURNAME != 0
    }

    /// Whether it is an everyday word too.
    pub fn is_ambiguous(self) -> bool {
        self.0 & Self::AMBIGUOUS != 0
    }

    /// 1 for the names most borne, 3 for the rarer ones.
    pub fn rarity(self) -> u8 {
        (self.0 >> 2) & 3
    }

    fn is_stem(self) -> bool {
        self.0 & Self::STEM != 0
    }

    /// Everything that a feature tells apart.
    pub fn code(self) -> u32 {
        u32::from(self.0 & 31)
    }

    /// None, or one of six: given, surname or both, ambiguous or not.
    pub fn kind(self) -> u32 {
        u32::from(self.0 & 3) + if self.is_ambiguous() && !self.is_none() { 3 } else { 0 }
    }
}

/// Names by their hash.
#[derive(Default)]
pub(crate) struct List {
    slots: Vec<(u32, Listed)>,
    mask: usize,
}

impl List {
    /// Reads a list: each name as the count of the bytes that it shares with the one before, its other bytes and its bits.
    ///
    /// Names of a Finnish list have stems before their endings.
    #[inline(never)]
    pub fn read(bytes: &[u8], finnish: bool) -> Result<List, Broken> {
        let (mut names, mut plain, mut cut): (Vec<_>, Vec<_>, Vec<_>) = Default::default();
        let mut spellings = Spellings::default();
        each_name(bytes, |name, listed| {
            names.push((hash::bytes(name.as_bytes()), listed));
            spellings.clear();
            plain_spellings(name, &mut spellings);
            plain.extend(spellings.iter().map(|it| (hash::bytes(it.as_bytes()), Listed(listed.0 | Listed::PLAIN))));
            spellings.clear();
            if finnish {
                finnish_stems(name, &mut spellings);
            }
            cut.extend(spellings.iter().map(|it| (hash::bytes(it.as_bytes()), Listed(listed.0 | Listed::STEM))));
        })?;
        let size = ((names.len() + plain.len() + cut.len()) * 2).next_power_of_two().max(16);
        let mut list = List { slots: vec![(0, Listed(0)); size], mask: size - 1 };
        // What is listed as it stands comes before spellings and stems.
        for (hash, listed) in names.into_iter().chain(plain).chain(cut) {
            list.put(hash, listed);
        }
        Ok(list)
    }

    fn put(&mut self, hash: u32, listed: Listed) {
        let mut at = hash::spread(hash) as usize;
        loop {
            let Some(slot) = self.slots.get_mut(at & self.mask) else { return };
            if slot.1 == Listed(0) {
                *slot = (hash, listed);
                return;
            }
            if slot.0 == hash && slot.1.is_stem() == listed.is_stem() {
                return;
            }
            at += 1;
        }
    }

    /// The hashes of its names, spellings and stems.
    pub fn hashes(&self) -> impl Iterator<Item = u32> + '_ {
        self.slots.iter().filter(|it| it.1 != Listed(0)).map(|it| it.0)
    }

    /// What the list says of the word with this hash; `stem` asks for a stem before an ending.
    #[inline]
    pub fn get(&self, hash: u32, stem: bool) -> Listed {
        let mut at = hash::spread(hash) as usize;
        while let Some(slot) = self.slots.get(at & self.mask) {
            if slot.1 == Listed(0) {
                break;
            }
            if slot.0 == hash && slot.1.is_stem() == stem {
                return slot.1;
            }
            at += 1;
        }
        Listed(0)
    }
}

/// Every name of a list with its bits.
pub(super) fn each_name(bytes: &[u8], mut take: impl FnMut(&str, Listed)) -> Result<(), Broken> {
    let mut name: Vec<u8> = Vec::new();
    let mut rest = bytes;
    while let Some((shared, after)) = rest.split_first() {
        // The count is written as a letter, so that it packs like text; the bits are below every letter.
        let shared = usize::from(shared.checked_sub(b'0').ok_or(Broken)?);
        let end = after.iter().position(|it| *it < b' ').ok_or(Broken)?;
        if shared > name.len() {
            return Err(Broken);
        }
        name.truncate(shared);
        name.extend(after.get(..end).ok_or(Broken)?);
        let listed = Listed(*after.get(end).ok_or(Broken)?);
        rest = after.get(end + 1..).ok_or(Broken)?;
        take(std::str::from_utf8(&name).map_err(|_| Broken)?, listed);
    }
    Ok(())
}

/// `bjørn` → `bjorn`, `bjoern`; short names stay as they are, since too many words look like them.
fn plain_spellings(name: &str, out: &mut Spellings) {
    if !name.is_ascii() && name.chars().count() >= 4 {
        out.push_plain(name, true);
        out.push_plain(name, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `anna g1`, `annika g3`, `bjørn gs1?`
    const THREE: &[u8] = "0anna\u{5}3ika\u{d}0bjørn\u{17}".as_bytes();

    #[test]
    fn names_come_back_with_their_bits() {
        let list = List::read(THREE, false).unwrap();
        let get = |name: &str| list.get(hash::bytes(name.as_bytes()), false);
        assert!(get("anna").is_given() && !get("anna").is_surname() && get("anna").rarity() == 1);
        assert!(get("annika").rarity() == 3 && !get("annika").is_ambiguous());
        assert!(get("bjørn").is_ambiguous() && get("bjørn").is_surname());
        assert!(get("bjorn").is_given() && get("bjoern").is_given());
        assert!(get("anni").is_none());
    }

    #[test]
    fn a_list_that_was_cut_off_is_broken() {
        assert!(List::read(&THREE[..THREE.len() - 1], false).is_err());
        assert!(List::read(b"9anna\x05", false).is_err());
    }
}
