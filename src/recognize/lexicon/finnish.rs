//! Finnish stems: what a nominative becomes before case endings, consonant gradation included.
//!
//! Too many stems do no harm (none is a word by itself), so every plausible type is tried. After VISK § 40–70.

use crate::recognize::spellings::{Spellings, without};

/// How a nominative of a type goes on: its end, and what takes that end's place.
/// `masennus`, `masennuksen`; `raskaus`, `raskauden`; `sairas`, `sairaan`; `kaunis`, `kauniin`; `suomalainen`, `suomalaisen`;
/// `puhelin`, `puhelimen`; `työtön`, `työttömän`; `masentunut`, `masentuneen`, spoken `masentunu`; `käsi`, `käden`.
const TYPES: &[(&str, &str)] = &[
    ("nen", "se|s|si"),
    ("us", "ukse|uksi|ude|ute|ut|uu|ui"),
    ("ys", "ykse|yksi|yde|yte|yt|yy|yi"),
    ("os", "okse|oksi|oo"),
    ("ös", "ökse|öksi|öö"),
    ("es", "ekse|eksi|ee"),
    ("is", "ikse|iksi|ii"),
    ("as", "akse|aksi|aa|ai"),
    ("äs", "äkse|äksi|ää|äi"),
    ("in", "ime|imi"),
    ("ton", "ttoma|ttomi"),
    ("tön", "ttömä|ttömi"),
    ("ut", "ee|ei|u"),
    ("yt", "ee|ei|y"),
    ("si", "de|te|t|s"),
    ("a", "i|oi|o"),
    ("ä", "i|öi|ö"),
    ("i", "e|ei|"),
    ("e", "ee|ei"),
    ("o", "oi"),
    ("ö", "öi"),
    ("u", "ui"),
    ("y", "yi"),
];

/// Strong to weak and weak to strong, the longest first; `k` alone has three ways.
const GRADES: &[(&str, &str)] = &[
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("nt", "nn"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("p", "v"),
    ("t", "d"),
    ("k", ""),
    ("k", "v"),
    ("k", "j"),
];

/// Adds the stems of a nominative that only occur with an ending.
pub(crate) fn stems(word: &str, out: &mut Spellings) {
    let Some(last) = word.chars().next_back() else { return };
    if matches!(last, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö') {
        out.push_stem(&[word]);
        by_type(out, word);
        // The weak grade: `syöpä`, `syövän`. A final e asks for the strong one: `lääke`, `lääkkeen`.
        in_other_grade(word, last != 'e', |other| {
            out.push_stem(&[other]);
            by_type(out, other);
        });
    } else {
        by_type(out, word);
        if let Some(root) = word.strip_suffix('s') {
            // `rikas`, `rikkaan`
            in_other_grade(root, false, |strong| {
                let vowel = strong.char_indices().next_back().map_or("", |it| strong.get(it.0..).unwrap_or(""));
                out.push_stem(&[strong, vowel]);
                out.push_stem(&[strong, "i"]);
            });
        }
        // `Alzheimer`, `Alzheimerin`: names and loans take an i.
        for end in ["", "i", "e"] {
            out.push_stem(&[word, end]);
        }
    }
}

fn by_type(out: &mut Spellings, word: &str) {
    for (end, ways) in TYPES {
        if let Some(root) = without(word, end) {
            for way in ways.split('|') {
                out.push_stem(&[root, way]);
            }
        }
    }
}

/// Gives `take` the `word` with the consonants before its last vowel in the weaker or the stronger grade.
fn in_other_grade(word: &str, weaker: bool, mut take: impl FnMut(&str)) {
    let Some((at, _)) = word.char_indices().next_back() else { return };
    let (Some(body), Some(last)) = (word.get(..at), word.get(at..)) else { return };
    let mut other = String::new();
    for (strong, weak) in GRADES {
        let (from, to) = if weaker { (strong, weak) } else { (weak, strong) };
        if let Some(root) = without(body, from) {
            other.clear();
            [root, to, last].iter().for_each(|it| other.push_str(it));
            if other.len() >= 3 {
                take(&other);
            }
            // Of several that fit, the longest is meant.
            if from.len() > 1 {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_types_have_their_stems() {
        for (word, stem) in [
            ("syöpä", "syövä"),
            ("syöpä", "syöpi"),
            ("masennus", "masennukse"),
            ("raskaus", "raskaude"),
            ("sairas", "sairaa"),
            ("lääke", "lääkkee"),
            ("suomalainen", "suomalaise"),
            ("kipu", "kivu"),
            ("tauti", "taudi"),
            ("puhelin", "puhelime"),
            ("työtön", "työttömä"),
            ("masentunut", "masentunee"),
            ("muslimi", "muslimei"),
            ("käsi", "käde"),
            ("vamma", "vammo"),
            ("potilas", "potilaa"),
            ("aivohalvaus", "aivohalvaukse"),
            ("kuulolaite", "kuulolaittee"),
        ] {
            let mut all = Spellings::default();
            stems(word, &mut all);
            assert!(all.iter().any(|it| it == stem), "{word}: {:?}", all.iter().collect::<Vec<_>>());
        }
    }
}
