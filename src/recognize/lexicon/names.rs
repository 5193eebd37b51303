//! Which words can be a personal name where a frame expects one.

use super::model::ids;
use super::words::{Fit, Words};
use crate::category::{Category, Language};
use crate::read::Kind;
use crate::recognize::names::Standing;

/// The longest unknown word that begins a name in lower case; longer ones are compounds that no list holds.
const LONGEST_UNKNOWN: usize = 10;

/// How many words from `at` on can be one name: at most four, typed with capitals, or at most three where nobody types capitals.
pub(super) fn longest_name(words: &Words<'_>, at: usize) -> usize {
    let Some(word) = words.list.get(at) else { return 0 };
    // Many frames ask for the same word.
    let known = word.name.get().unwrap_or_else(|| longest_name_from(words, at) as u8);
    word.name.set(Some(known));
    usize::from(known)
}

#[inline(never)]
fn longest_name_from(words: &Words<'_>, at: usize) -> usize {
    let capitals = begins_large(words, at);
    let most = if capitals { 4 } else { 3 };
    let mut count = 0;
    while count < most {
        let place = at + count;
        let Some(word) = words.list.get(place) else { break };
        if word.token.kind != Kind::Word || (count > 0 && word.barrier > 0) {
            break;
        }
        let particle = count > 0
            && is_particle(words.reading.bytes(&word.token))
            && can_be_named(words, place + 1, capitals, false);
        // `Hyun-woo Park`
        let hyphened =
            count > 0 && !word.usual && words.reading.between(word.token.start() - 1, word.token.start()) == b"-";
        if !particle && !hyphened && !can_be_named(words, place, capitals, count == 0) {
            break;
        }
        count += 1;
    }
    count
}

/// Whether the name of `length` words from `at` on is surely one: a list holds it, it's typed with a capital, and nothing goes on behind it but a frequent word in
/// lower case.
pub(super) fn is_sure(words: &Words<'_>, at: usize, length: usize) -> bool {
    let end = at + length;
    let goes_on = words.list.get(end).is_some_and(|it| it.usual) && !begins_large(words, end);
    begins_large(words, at)
        && matches!(words.standing(at), Standing::Listed | Standing::Ambiguous)
        && (goes_on || stands_apart(words, end))
}

/// Whether a word joins the parts of a name.
pub(crate) fn is_particle(word: &[u8]) -> bool {
    matches!(
        word,
        b"af"
            | b"av"
            | b"von"
            | b"van"
            | b"de"
            | b"da"
            | b"al"
            | b"el"
            | b"der"
            | b"den"
            | b"bin"
            | b"la"
            | b"di"
            | b"du"
            | b"abu"
    )
}

/// Whether the word at `at` can be a part of a name, the first or a later one.
#[inline(never)]
fn can_be_named(words: &Words<'_>, at: usize, capitals: bool, first: bool) -> bool {
    let Some(word) = words.list.get(at).filter(|it| it.token.kind == Kind::Word) else { return false };
    let length = word.token.end() - word.token.start();
    // Pieces of addresses on the web and of codes.
    let (start, end) = (word.token.start(), word.token.end());
    let before = words.reading.between(start.saturating_sub(3), start);
    if before.ends_with(b"co/")
        || before.ends_with(b"_")
        || before.ends_with(b"@")
        || words.reading.at(end).is_ascii_digit()
        || before.last().is_some_and(u8::is_ascii_digit)
    {
        return false;
    }
    let large = begins_large(words, at);
    let standing = words.standing(at);
    // What the lexicon knows for something else.
    let known = word.frequent
        || words.senses(at).iter().any(|it| {
            (it.fit == Fit::Whole && it.id >= ids::FIRST_WORD && it.id < ids::FIRST_NUMBER)
                || (it.fit <= Fit::Plain && ids::category(it.id).is_some())
        });
    if capitals {
        // The first word of a sentence has its capital from there.
        let opening = word.token.opens || words.capitals().throughout;
        // `Jag heter Vi`, but not `Hej Vi undrar`.
        let told = first && words.is_said_to_be(at);
        let slight = length <= 2 && !told && !stands_apart(words, at + 1);
        // `Matti M.`
        let initial = !first && length == 1 && stands_apart(words, at + 1) && words.reading.at(end) != b'/';
        return large
            && match standing {
                _ if initial => true,
                // `Hi May I ask`
                Standing::Ambiguous if known && first && asks(words, at + 1) => false,
                Standing::Listed | Standing::Ambiguous => !(known && first && slight),
                Standing::Unknown => !(known && (opening || slight)),
                // `Anna Park, born`
                Standing::Word => told || (!first && !opening && (!known || stands_apart(words, at + 1))),
            };
    }
    let before = || at.checked_sub(1).and_then(|it| words.list.get(it)).map(|it| words.reading.bytes(&it.token));
    match standing {
        Standing::Listed => true,
        _ if !first && before() == Some(b"von") => true,
        _ if !first && is_from(words, at) => true,
        // `I am from Iraq`: somebody's surname, too.
        Standing::Ambiguous if first && words.reading.bytes(&word.token) == b"from" => false,
        Standing::Ambiguous if first => (!known && !words.is_usual(at)) || stands_apart(words, at + 1),
        Standing::Ambiguous => !known && length > 2,
        Standing::Unknown => !known && length > 1 && (!first || length <= LONGEST_UNKNOWN) && !words.capitals().inside,
        Standing::Word => false,
    }
}

/// Whether the word at `at` is a surname that says where somebody's forebears came from: `lise dansk`, but not `lise dansk statsborger`.
fn is_from(words: &Words<'_>, at: usize) -> bool {
    words.senses(at).iter().any(|it| ids::category(it.id) == Some(Category::Nationality)) && stands_apart(words, at + 1)
}

/// Whether a name may end before the word at `at`: there is none, a mark comes first, it joins two names, it's a name itself, or who greets does so again.
#[inline(never)]
fn stands_apart(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.list.get(at) else { return true };
    let apart = match words.reading.bytes(&word.token) {
        b"og" | b"och" | b"ja" | b"and" | b"samt" | b"eller" | b"tai" | b"or" => true,
        // `hej det er bo igen`, but `det er sol igen`.
        b"igen" | b"igjen" | b"again" | b"taas" => at > 3,
        // `a text from +45 12 34 56 78`, but `Hilsen fra Bo +45 …`
        _ => word.barrier > 0 && !words.reading.between(0, word.token.start()).ends_with(b"from +"),
    };
    apart || words.standing(at) == Standing::Listed || is_from(words, at)
}

/// Whether the word at `at` goes on with a question or a sentence of its own.
fn asks(words: &Words<'_>, at: usize) -> bool {
    words.list.get(at).is_some_and(|it| {
        it.barrier == 0 && matches!(words.reading.bytes(&it.token), b"i" | b"you" | b"we" | b"it" | b"there" | b"my")
    })
}

fn begins_large(words: &Words<'_>, at: usize) -> bool {
    words.list.get(at).is_some_and(|it| words.reading.is_large(&it.token))
}

/// How a message uses capitals.
#[derive(Clone, Copy)]
pub(super) struct Capitals {
    /// Words inside of sentences begin with one.
    inside: bool,
    /// There is nothing else.
    throughout: bool,
}

impl Words<'_> {
    /// How the message uses capitals.
    fn capitals(&self) -> Capitals {
        *self.capitals.get_or_init(|| {
            let typed = || {
                self.list
                    .iter()
                    .filter(|it| it.token.end() - it.token.start() > 1)
                    .map(|it| (it.token.opens, self.reading.typed(&it.token)))
            };
            let large = |it: &str| it.chars().next().is_some_and(char::is_uppercase);
            let throughout = typed().next().is_some() && typed().all(|it| !it.1.chars().any(char::is_lowercase));
            Capitals { inside: typed().any(|(opens, it)| !opens && large(it)), throughout }
        })
    }

    /// Whether a verb gives the word at `at` as what somebody is called, and it's none for whom one speaks to: `hvad hedder De`.
    fn is_said_to_be(&self, at: usize) -> bool {
        let token = |it: usize| self.list.get(it).map(|it| &it.token);
        let (Some(verb), Some(word)) = (at.checked_sub(1).and_then(token), token(at)) else { return false };
        verb.end() + 1 == word.start()
            && matches!(self.reading.bytes(verb), b"heter" | b"heiter" | b"hedder" | b"is" | b"on" | b"er")
            && !matches!(self.reading.bytes(word), b"du" | b"de" | b"ni")
    }

    /// Whether the message may be in `language`.
    fn may_be(&self, language: Language) -> bool {
        Language::ALL.iter().position(|it| *it == language).is_some_and(|it| self.languages.may_be(it as u8))
    }

    /// Whether the word at `at` is a name and nothing else.
    pub(in crate::recognize) fn is_surely_name(&self, at: usize) -> bool {
        self.standing(at) == Standing::Listed
    }

    /// How well the word at `at` can be a name, in the languages that the message may be in.
    fn standing(&self, at: usize) -> Standing {
        let Some(word) = self.list.get(at) else { return Standing::Word };
        if let Some(it) = word.standing.get() {
            return it;
        }
        let standing =
            self.lexicon.names.standing(self.reading.bytes(&word.token), word.token.hash, |it| self.may_be(it));
        word.standing.set(Some(standing));
        standing
    }

    /// Whether the word at `at` is an everyday word in a language that the message may be in.
    fn is_usual(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|it| self.lexicon.names.is_usual(it.token.hash, |it| self.may_be(it)))
    }
}
