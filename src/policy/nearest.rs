//! The known word that a misspelt one was meant to be.

/// The closest of the known words, if it is at most two slips away and less than half of the word.
pub(crate) fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word: Vec<char> = word.chars().take(40).collect();
    let mut best = None;
    let mut least = 3.min(word.len() / 2 + 1);
    for &candidate in known {
        let slips = distance(&word, candidate);
        if slips < least {
            least = slips;
            best = Some(candidate);
        }
    }
    best
}

/// How many letters must be changed, left out or put in (Levenshtein).
fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, c) in candidate.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, w) in row.iter_mut().skip(1).zip(word) {
            let above = *cell;
            let change = diagonal + usize::from(*w != c);
            *cell = change.min(above + 1).min(left + 1);
            left = *cell;
            diagonal = above;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_close_misspelling_has_a_neighbour_and_a_far_one_has_none() {
        let near = |word| nearest(word, &["action", "scope", "reason"]);
        assert_eq!(near("acton"), Some("action"));
        assert_eq!(near("scoep"), Some("scope"));
        assert_eq!(near("colour"), None);
        assert_eq!(near(""), None);
    }
}
