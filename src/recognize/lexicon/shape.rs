//! What a word looks like, where nothing else tells its language: Finnish shows in its letters, their neighbours and its endings.

/// Two consonants that stand side by side in Finnish words; the same one twice does too.
const PAIRS: &[u8] = b"nkntngmplkltlmlvljrkrtrmrnrvrjstsktskspshthkhdhlhmhnhrhvhjtksvsmnsrslslprpspnhtrprkrsltvpt";

/// The ends of most Finnish words that are inflected or that have one of the endings of nouns.
const ENDS: &str = "ssa ssä lla llä lle ksi na nä ia iä ja jä ta tä en in an än on ön un yn at ät ot öt ut it us ys is kka kkä ppa tti kki ppi ssi lli nti tie ani vaa vää";

/// Whether a folded word looks Finnish and like nothing Scandinavian or English.
pub(super) fn is_finnish(word: &[u8]) -> bool {
    let Ok(word) = std::str::from_utf8(word) else { return false };
    if word.len() < 5 || !ENDS.split(' ').any(|it| word.ends_with(it)) {
        return false;
    }
    // The consonants since the last vowel, at most two of them.
    let (mut last, mut run, mut opened) = (0u8, 0, false);
    for c in word.chars() {
        let consonant = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' => {
                (last, run, opened) = (0, 0, true);
                continue;
            }
            'd' | 'g' | 'h' | 'j' | 'k' | 'l' | 'm' | 'n' | 'p' | 'r' | 's' | 't' | 'v' => c as u8,
            _ => return false,
        };
        run += 1;
        let joins = last == consonant || PAIRS.chunks(2).any(|it| it == [last, consonant]);
        // `kirkko`, `kalentteri`: a third consonant only doubles the second.
        if run > 1 && (!opened || !joins || run > 3 || (run == 3 && last != consonant && consonant != b's')) {
            return false;
        }
        last = consonant;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_words_look_finnish() {
        for word in [
            "kirkkonummen",
            "reseptin",
            "jäsenille",
            "mansikka",
            "romaani",
            "lattiaan",
            "perusasiat",
            "salaatti",
            "vanhojen",
        ] {
            assert!(is_finnish(word.as_bytes()), "{word}");
        }
        for word in [
            "brystkræft",
            "lungsjukdomen",
            "hjertesygdom",
            "diabetesmedicin",
            "prostatakreft",
            "överviktiga",
            "depressed",
        ] {
            assert!(!is_finnish(word.as_bytes()), "{word}");
        }
    }
}
