//! Which words can be a personal name where a frame expects one.

use super::model::ids;
use super::words::{Fit, Words};
use crate::read::Kind;

/// How many words from `at` on can be one name: at most four, typed with capitals, or the first two unknown ones where nobody types capitals.
pub(super) fn longest_name(words: &Words<'_>, at: usize) -> usize {
    let mut count = 0;
    let capitals = begins_large(words, at);
    while count < 4 {
        let place = at + count;
        let Some(word) = words.list.get(place) else { break };
        if word.token.kind != Kind::Word || (count > 0 && word.barrier > 0) || (!capitals && count >= 2) {
            break;
        }
        let particle = count > 0
            && matches!(
                words.reading.bytes(&word.token),
                b"af" | b"von" | b"van" | b"de" | b"al" | b"el" | b"der" | b"bin" | b"la"
            );
        if capitals && !begins_large(words, place) && !particle {
            break;
        }
        // A word that the lexicon knows for something else is no name, unless its capital says so.
        let known = words
            .senses(place)
            .iter()
            .any(|it| it.fit == Fit::Whole && it.id >= ids::FIRST_WORD && it.id < ids::FIRST_NUMBER);
        if known && (!capitals || (count == 0 && word.token.end() - word.token.start() <= 2)) {
            break;
        }
        count += 1;
    }
    count
}

fn begins_large(words: &Words<'_>, at: usize) -> bool {
    words.list.get(at).is_some_and(|it| words.reading.typed(&it.token).chars().next().is_some_and(char::is_uppercase))
}
