//! Finnish stems: what a nominative becomes before case endings, consonant gradation included.
//!
//! Too many stems do no harm (none is a word by itself), so every plausible type is tried. After VISK § 40–70.

const VOWELS: &str = "aeiouyäö";

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
    ("a", "i|oi"),
    ("ä", "i|öi"),
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

/// Stems of a nominative that only occur with an ending.
pub(crate) fn stems(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let Some(last) = word.chars().last() else { return out };
    if VOWELS.contains(last) {
        put(&mut out, word, "", "");
        by_type(&mut out, word);
        // The weak grade: `syöpä`, `syövän`. A final e asks for the strong one: `lääke`, `lääkkeen`.
        for other in in_other_grade(word, last != 'e') {
            put(&mut out, &other, "", "");
            by_type(&mut out, &other);
        }
    } else {
        by_type(&mut out, word);
        if let Some(root) = word.strip_suffix('s') {
            // `rikas`, `rikkaan`
            for strong in in_other_grade(root, false) {
                let vowel = strong.chars().last().map(String::from).unwrap_or_default();
                put(&mut out, &strong, &vowel, "");
                put(&mut out, &strong, "i", "");
            }
        }
        // `Alzheimer`, `Alzheimerin`: names and loans take an i.
        for end in ["", "i", "e"] {
            put(&mut out, word, end, "");
        }
    }
    out
}

fn by_type(out: &mut Vec<String>, word: &str) {
    for (end, ways) in TYPES {
        if let Some(root) = word.strip_suffix(end) {
            for way in ways.split('|') {
                put(out, root, way, "");
            }
        }
    }
}

/// Adds `root` and two ends, once.
#[inline(never)]
fn put(out: &mut Vec<String>, root: &str, end: &str, more: &str) {
    let mut stem = String::with_capacity(root.len() + 4);
    for part in [root, end, more] {
        stem.push_str(part);
    }
    if stem.len() >= 3 && !out.contains(&stem) {
        out.push(stem);
    }
}

/// `word` with the consonants before its last vowel in the weaker or the stronger grade.
fn in_other_grade(word: &str, weaker: bool) -> Vec<String> {
    let mut out = Vec::new();
    let Some(last) = word.chars().last() else { return out };
    let body = word.strip_suffix(last).unwrap_or(word);
    for (strong, weak) in GRADES {
        let (from, to) = if weaker { (strong, weak) } else { (weak, strong) };
        if let Some(root) = body.strip_suffix(from) {
            put(&mut out, root, to, last.encode_utf8(&mut [0; 4]));
            // Of several that fit, the longest is meant.
            if from.len() > 1 {
                break;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::stems;

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
            ("potilas", "potilaa"),
            ("aivohalvaus", "aivohalvaukse"),
            ("kuulolaite", "kuulolaittee"),
        ] {
            assert!(stems(word).contains(&stem.to_owned()), "{word}: {:?}", stems(word));
        }
    }
}
