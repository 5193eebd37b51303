//! What else a word may be written as, one spelling after another in one buffer: a page makes a hundred thousand of them before the chat opens.

/// Some words; the room is used again after `clear`.
#[derive(Default)]
pub(crate) struct Spellings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Spellings {
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Adds the word that `parts` make if it has at least three bytes and isn't here yet.
    #[inline(never)]
    pub fn push_stem(&mut self, parts: &[&str]) {
        let start = self.text.len();
        parts.iter().for_each(|it| self.text.push_str(it));
        let stem = self.text.get(start..).unwrap_or("");
        if stem.len() >= 3 && self.iter().all(|it| it != stem) {
            self.ends.push(self.text.len());
        } else {
            self.text.truncate(start);
        }
    }

    /// Adds `word` as typed without the Nordic letters: with two letters each (`kraeft`), or with one (`kraft`).
    pub fn push_plain(&mut self, word: &str, two: bool) {
        for c in word.chars() {
            match (c, two) {
                ('æ' | 'ä', true) => self.text.push_str("ae"),
                ('ø' | 'ö', true) => self.text.push_str("oe"),
                ('å', true) => self.text.push_str("aa"),
                ('æ' | 'ä' | 'å', false) => self.text.push('a'),
                ('ø' | 'ö', false) => self.text.push('o'),
                _ => self.text.push(c),
            }
        }
        self.ends.push(self.text.len());
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| self.text.get(std::mem::replace(&mut start, *end)..*end).unwrap_or(""))
    }
}

/// `word` without `end`, if it has it: the last byte says no for most, sooner than a comparison.
#[inline]
pub(crate) fn without<'w>(word: &'w str, end: &str) -> Option<&'w str> {
    let may = end.is_empty() || word.as_bytes().last() == end.as_bytes().last();
    if may { word.strip_suffix(end) } else { None }
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    #[test]
    fn a_stem_stands_once_and_is_no_shorter_than_three_bytes() {
        let mut all = Spellings::default();
        for parts in [["kris", "tn"], ["kr", "istn"], ["k", "i"], ["kri", ""]] {
            all.push_stem(&parts);
        }
        all.push_plain("å-blå", true);
        all.push_plain("å-blå", false);
        assert_eq!(all.iter().collect::<Vec<_>>(), ["kristn", "kri", "aa-blaa", "a-bla"]);
        all.clear();
        assert_eq!(all.iter().count(), 0);
    }
}
