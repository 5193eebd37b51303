//! Finnish stems: what a nominative becomes before case endings, consonant gradation included.
//!
//! Too many stems do no harm (none is a word by itself), so every plausible type is tried. After VISK § 40–70.

const VOWELS: &str = "aeiouyäö";

/// Stems of a nominative that only occur with an ending.
pub(crate) fn stems(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut put = |stem: String| {
        if stem.chars().count() >= 3 && !out.contains(&stem) {
            out.push(stem);
        }
    };
    if let Some(root) = word.strip_suffix("nen") {
        for it in ["se", "s", "si"] {
            put(format!("{root}{it}"));
        }
        return out;
    }
    let Some(last) = word.chars().last() else { return out };
    if VOWELS.contains(last) {
        vowel_stems(word, last, &mut put);
    } else {
        consonant_stems(word, &mut put);
    }
    out
}

fn vowel_stems(word: &str, last: char, put: &mut impl FnMut(String)) {
    let root = word.strip_suffix(last).unwrap_or(word);
    let mut bases = vec![word.to_owned()];
    bases.extend(gradated(word, WEAKER));
    for base in &bases {
        put(base.clone());
        let root = base.strip_suffix(last).unwrap_or(base);
        // Plurals: `syöpiä`, `sairauksia`, `lääkkeitä`, `kipuja`.
        match last {
            'a' | 'ä' => {
                for it in ["i", "oi", "öi"] {
                    put(format!("{root}{it}"));
                }
            }
            'i' => {
                for it in ["e", "ei"] {
                    put(format!("{root}{it}"));
                }
            }
            _ => put(format!("{base}i")),
        }
    }
    match last {
        // `lääke`, `lääkkeen`: strong before a long vowel.
        'e' => {
            put(format!("{word}e"));
            for strong in gradated(word, STRONGER) {
                put(format!("{strong}e"));
                put(format!("{strong}i"));
            }
        }
        // `käsi`, `käden`, `kättä`; `lapsi`, `lasta`; `kieli`, `kieltä`.
        'i' => {
            if let Some(root) = word.strip_suffix("si") {
                for it in ["de", "te", "t", "s"] {
                    put(format!("{root}{it}"));
                }
            }
            put(root.to_owned());
        }
        _ => {}
    }
}

fn consonant_stems(word: &str, put: &mut impl FnMut(String)) {
    for end in ["us", "ys", "os", "ös", "es", "is", "as", "äs"] {
        let Some(root) = word.strip_suffix(end) else { continue };
        let vowel = end.strip_suffix('s').unwrap_or("");
        // `masennus`, `masennuksen`; `raskaus`, `raskauden`; `sairas`, `sairaan`; `kaunis`, `kauniin`.
        for it in ["kse", "ksi", "de", "te", "t", "ksi"] {
            put(format!("{root}{vowel}{it}"));
        }
        put(format!("{root}{vowel}{vowel}"));
        put(format!("{root}{vowel}i"));
        for strong in gradated(&format!("{root}{vowel}"), STRONGER) {
            put(format!("{strong}{vowel}"));
            put(format!("{strong}i"));
        }
    }
    if let Some(root) = word.strip_suffix("in") {
        put(format!("{root}ime"));
        put(format!("{root}imi"));
    }
    for (end, stem) in [("ton", "ttoma"), ("tön", "ttömä"), ("ton", "ttomi"), ("tön", "ttömi"), ("ut", "ee"), ("yt", "ee"), ("ut", "ei"), ("yt", "ei"), ("ut", "ut"), ("yt", "yt")] {
        if let Some(root) = word.strip_suffix(end) {
            put(format!("{root}{stem}"));
        }
    }
    // Spoken: `masentunu`, `sairastunu`.
    for end in ["ut", "yt"] {
        if word.strip_suffix(end).is_some() {
            put(word.strip_suffix('t').unwrap_or(word).to_owned());
        }
    }
    // `Alzheimer`, `Alzheimerin`; `kollegasta` apart: names and loans take an i.
    put(word.to_owned());
    put(format!("{word}i"));
    put(format!("{word}e"));
}

/// Strong to weak and weak to strong, the longest first.
const WEAKER: &[(&str, &str)] = &[
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"), ("nt", "nn"), ("rt", "rr"), ("ht", "hd"), ("p", "v"), ("t", "d"), ("k", ""), ("k", "v"), ("k", "j"),
];
const STRONGER: &[(&str, &str)] = &[
    ("ng", "nk"), ("mm", "mp"), ("ll", "lt"), ("nn", "nt"), ("rr", "rt"), ("hd", "ht"), ("k", "kk"), ("p", "pp"), ("t", "tt"), ("v", "p"), ("d", "t"), ("", "k"),
];

/// `word` with the consonants before its last vowel in the other grade.
fn gradated(word: &str, table: &[(&str, &str)]) -> Vec<String> {
    let Some(last) = word.chars().last() else { return Vec::new() };
    let body = word.strip_suffix(last).unwrap_or(word);
    let mut out = Vec::new();
    for (from, to) in table {
        if let Some(root) = body.strip_suffix(from) {
            out.push(format!("{root}{to}{last}"));
            // Of several that fit, the longest is meant; `k` alone has three ways.
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
            ("syöpä", "syövä"), ("syöpä", "syöpi"), ("masennus", "masennukse"), ("raskaus", "raskaude"), ("sairas", "sairaa"), ("lääke", "lääkkee"), ("suomalainen", "suomalaise"), ("kipu", "kivu"),
            ("tauti", "taudi"), ("puhelin", "puhelime"), ("työtön", "työttömä"), ("masentunut", "masentunee"), ("muslimi", "muslimei"), ("käsi", "käde"), ("potilas", "potilaa"), ("aivohalvaus", "aivohalvaukse"), ("kuulolaite", "kuulolaittee"),
        ] {
            assert!(stems(word).contains(&stem.to_owned()), "{word}: {:?}", stems(word));
        }
    }
}
