//! Word forms by rule: what may follow a base form, and which stems it has besides itself.

use super::trie::{Entry, Growing, Trie};
use crate::category::Language;
use crate::recognize::spellings::{Spellings, without};

/// What may follow a base form, in all languages: their `endings.txt`, whose lines follow one another and may each be missing.
#[derive(Default)]
pub(super) struct Endings {
    /// The lines of each language, until all are there.
    lists: Vec<(u8, Vec<String>)>,
    trie: Trie,
    /// For each node of the trie the languages in which an ending closes there, a bit each.
    masks: Vec<u8>,
}

impl Endings {
    /// Adds a line of alternatives.
    pub fn add(&mut self, language: u8, line: &str) {
        self.lists.push((language, line.split('|').map(|it| it.trim().to_owned()).collect()));
    }

    /// Puts the endings of all languages together.
    pub fn finish(&mut self) {
        let mut growing = Growing::default();
        for language in 0..6 {
            let lists: Vec<&Vec<String>> = self.lists.iter().filter(|it| it.0 == language).map(|it| &it.1).collect();
            combine(&lists, 0, language, &mut growing);
        }
        self.lists = Vec::new();
        self.trie = growing.finish();
        self.masks = (0..self.trie.len())
            .map(|node| self.trie.entries(node).iter().fold(0, |mask, it| mask | 1 << it.language))
            .collect();
    }

    /// The languages in which `rest` is an ending, or several in their order: a bit each.
    pub fn languages_of(&self, rest: &[u8]) -> u8 {
        let mut node = 0;
        for label in rest {
            let Some(next) = self.trie.step(node, *label) else { return 0 };
            node = next;
        }
        self.masks.get(node as usize).copied().unwrap_or(0)
    }
}

/// Adds what the lists make together behind the node `at`, each of them left out or not.
fn combine(lists: &[&Vec<String>], at: usize, language: u8, out: &mut Growing) {
    let Some((list, later)) = lists.split_first() else {
        out.put(at, Entry { id: 0, language, mode: 0 });
        return;
    };
    combine(later, at, language, out);
    for ending in *list {
        let behind = out.walk(at, ending.as_bytes());
        combine(later, behind, language, out);
    }
}

/// Adds the stems of `word` that only occur with an ending.
pub(super) fn stems(word: &str, language: Language, out: &mut Spellings) {
    match language {
        Language::Fi => super::finnish::stems(word, out),
        Language::En => english(word, out),
        Language::Da | Language::Sv | Language::Nb | Language::Nn => scandinavian(word, out),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'æ' | 'ø')
}

fn english(word: &str, out: &mut Spellings) {
    for end in ["y", "e"] {
        change(out, word, end, "");
    }
    double(out, word);
}

/// How Scandinavian base forms change before an ending: `lesbe`, `lesber`; `flata`, `flator`; `handicappet`, `handicappede`;
/// `amputerad`, `amputerat`; `døpt`, `døpte`; `kristen`, `kristne`.
const CHANGES: &[(&str, &str)] =
    &[("e", ""), ("a", ""), ("et", "ed"), ("ad", "a"), ("t", "d"), ("en", "n"), ("el", "l"), ("er", "r")];

fn scandinavian(word: &str, out: &mut Spellings) {
    if word.len() < 3 {
        return;
    }
    for (end, put) in CHANGES {
        change(out, word, end, put);
    }
    // `gammel`, `gamle`: the double consonant goes too.
    for (end, put) in [("en", "n"), ("el", "l"), ("er", "r")] {
        if let Some(root) = word.strip_suffix(end) {
            let mut back = root.chars().rev();
            if let (Some(last), true) = (back.next(), root.chars().rev().nth(1) == root.chars().next_back()) {
                change(out, root, last.encode_utf8(&mut [0; 4]), put);
            }
        }
    }
    double(out, word);
}

/// `word` with its end `from` changed to `to`, if that leaves a stem.
#[inline(never)]
fn change(out: &mut Spellings, word: &str, from: &str, to: &str) {
    if let Some(root) = without(word, from) {
        out.push_stem(&[root, to]);
    }
}

/// `sygdom` → `sygdomm`: a single consonant doubles before an ending.
fn double(out: &mut Spellings, word: &str) {
    let mut back = word.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next())
        && !is_vowel(last)
        && is_vowel(before)
        && word.len() > 2
    {
        out.push_stem(&[word, last.encode_utf8(&mut [0; 4])]);
    }
}

/// Adds `word` as typed without the Nordic letters, if it has any.
pub(super) fn plain_spellings(word: &str, out: &mut Spellings) {
    if !word.is_ascii() {
        out.push_plain(word, true);
        // One letter for one makes short words into others (`dov`, `kon`).
        if word.chars().count() >= 5 {
            out.push_plain(word, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_one_another_in_order() {
        let mut endings = Endings::default();
        endings.add(4, "n | ssa | sta");
        endings.add(4, "ni | si");
        endings.add(4, "kin | ko");
        endings.add(0, "en | n");
        endings.finish();
        for right in ["", "n", "ssani", "stako", "ssanikin", "ni"] {
            assert!(endings.languages_of(right.as_bytes()) & 1 << 4 != 0, "{right}");
        }
        for wrong in ["nin", "kinssa", "x", "en"] {
            assert!(endings.languages_of(wrong.as_bytes()) & 1 << 4 == 0, "{wrong}");
        }
        assert_eq!(endings.languages_of(b"n"), 1 | 1 << 4);
    }
}
