//! Which words can be a personal name where a frame expects one.

use super::load::ids;
use super::words::{Fit, Words};
use crate::read::Kind;
use crate::recognize::names::Standing;

/// The longest unknown word that begins a name in lower case; longer ones are compounds that no list holds.
const LONGEST_UNKNOWN: usize = 10;

/// How many words from `at` on can be one name: at most four, typed with capitals, or at most three where nobody types capitals.
pub(super) fn longest_name(words: &Words<'_>, at: usize) -> usize {
    let capitals = begins_large(words, at);
    let most = if capitals { 4 } else { 3 };
    let mut count = 0;
    while count < most {
        let place = at + count;
        let Some(word) = words.list.get(place) else { break };
        if word.token.kind != Kind::Word || (count > 0 && word.barrier > 0) {
            break;
        }
        let particle = count > 0 && is_particle(words.reading.bytes(&word.token)) && can_be_named(words, place + 1, capitals, false);
        if !particle && !can_be_named(words, place, capitals, count == 0) {
            break;
        }
        count += 1;
    }
    count
}

fn is_particle(word: &[u8]) -> bool {
    matches!(word, b"af" | b"av" | b"von" | b"van" | b"de" | b"da" | b"al" | b"el" | b"der" | b"den" | b"bin" | b"la" | b"di" | b"du" | b"abu")
}

/// Whether the word at `at` can be a part of a name, the first or a later one.
fn can_be_named(words: &Words<'_>, at: usize, capitals: bool, first: bool) -> bool {
    let Some(word) = words.list.get(at).filter(|it| it.token.kind == Kind::Word) else { return false };
    let length = word.token.end() - word.token.start();
    let large = begins_large(words, at);
    let standing = words.standing(at);
    // What the lexicon knows for something else.
    let known = words.senses(at).iter().any(|it| (it.fit == Fit::Whole && it.id >= ids::COMMON && it.id < ids::FIRST_NUMBER) || (it.fit <= Fit::Plain && ids::category(it.id).is_some()));
    if capitals {
        // The first word of a sentence has its capital from there.
        let opening = word.token.opens || words.all_capitals();
        return large
            && match standing {
                Standing::Listed | Standing::Ambiguous => !(known && first && length <= 2),
                Standing::Unknown => !(known && (opening || length <= 2)),
                Standing::Word => !known && !first && !opening,
            };
    }
    match standing {
        Standing::Listed => true,
        Standing::Ambiguous => !known || (!first && length > 2),
        Standing::Unknown => !known && length > 1 && (!first || length <= LONGEST_UNKNOWN) && !words.has_capitals(),
        Standing::Word => false,
    }
}

fn begins_large(words: &Words<'_>, at: usize) -> bool {
    words.list.get(at).is_some_and(|it| words.reading.typed(&it.token).chars().next().is_some_and(char::is_uppercase))
}
