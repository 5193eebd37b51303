//! The lexicon: what the words of a message mean, alone and together.

mod anchors;
mod ear;
mod finnish;
mod forms;
mod frames;
mod frequent;
mod languages;
mod load;
mod lookup;
mod model;
mod names;
mod numbering;
mod parse;
mod sentences;
mod sets;
mod shape;
mod table;
mod together;
mod trie;
mod why;
mod words;

pub(crate) use finnish::stems as finnish_stems;
pub(crate) use load::{HEADER as TERMS_HEADER, Loader};
pub(crate) use model::Lexicon;
pub(crate) use names::is_particle;
pub(crate) use parse::NumberWord;
pub(crate) use why::why;
pub(crate) use words::{Word, Words};

use self::model::{Flags, ids};
use super::Candidate;
use crate::category::Category;
use crate::finding::{Evidence, Span};
use crate::order::Spans;
use crate::read::Kind;
use words::Sense;

include!(concat!(env!("OUT_DIR"), "/recognizers.rs"));

/// The name of what finds a category's words in a language, such as `da.health`.
pub(crate) fn recognizer(category: Category, language: u8) -> &'static str {
    let at = Category::ALL.iter().position(|it| *it == category).unwrap_or(0);
    RECOGNIZERS.get(usize::from(language)).and_then(|it| it.get(at)).copied().unwrap_or("")
}

/// Everything that the lexicon and its frames find, or only what no frame speaks against.
pub(crate) fn find(words: &Words<'_>, lexicon: &Lexicon, despite_all: bool, out: &mut Vec<Candidate>) {
    let about_writer = words.about_writer();
    let framed = frames::find(words, lexicon);
    let about_somebody = about_writer || out.iter().any(|it| it.category == Category::Name);
    let blocked: Vec<Span> =
        framed.iter().filter(|it| it.category.is_none()).filter_map(|it| Span::new(it.first, it.last)).collect();
    let blocked = Spans::new(&blocked);
    let counts = |first: usize, last: usize, category: Category| {
        let told = || Span::new(first, last).is_some_and(|it| blocked.overlaps(it)) || heads_code(words, first);
        despite_all || category == Category::Name || !told()
    };
    let mut push =
        |first: usize, last: usize, category: Category, language: u8, evidence: Evidence, disclosed: bool| {
            if let (Some(from), Some(to)) =
                (words.list.get(first), last.checked_sub(1).and_then(|it| words.list.get(it)))
            {
                let (start, end) = whole_compound(words, from.token.start(), to.token.end());
                out.push(Candidate {
                    start,
                    end,
                    category,
                    recognizer: recognizer(category, language),
                    evidence,
                    disclosed,
                });
            }
        };
    for at in (0..words.list.len()).filter(|it| words.has(*it, Flags::TERM)) {
        if let Some((sense, category)) = best(words.senses(at)) {
            let last = at + usize::from(sense.words);
            if counts(at, last, category) {
                let disclosed = is_disclosed(words, at, about_writer);
                push(at, last, category, sense.language, Evidence::Lexicon, disclosed);
            }
        }
    }
    for it in &framed {
        if let Some(category) = it.category.filter(|category| counts(it.first, it.last, *category)) {
            let topical = matches!(category, Category::Health | Category::Politics);
            let disclosed = !topical || about_somebody || !words.sentence(it.first).is_general();
            push(it.first, it.last, category, it.language, Evidence::Context, disclosed);
        }
    }
}

/// The strong sense that fits best: more words before fewer, as listed before compounds before likenesses.
fn best(senses: &[Sense]) -> Option<(Sense, Category)> {
    let strong = senses.iter().filter_map(|it| Some((*it, ids::strong(it.id)?)));
    strong.min_by_key(|(it, _)| (std::cmp::Reverse(it.words), it.fit))
}

/// Whether the word at `at` is a few letters of a code: `CP123456789DK`.
fn heads_code(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.list.get(at).map(|it| &it.token) else { return false };
    let end = token.end();
    let behind = words.reading.between(end, words.reading.text.len().min(end + 5));
    end - token.start() <= 3 && behind.len() == 5 && behind.iter().all(u8::is_ascii_digit)
}

/// Whether what the word at `at` says is said of the writer or somebody near.
fn is_disclosed(words: &Words<'_>, at: usize, about_writer: bool) -> bool {
    let sentence = words.sentence(at);
    // `Diabetes type 2. Hvad kan jeg få?`: a bare statement is about whoever makes it.
    sentence.near || (!sentence.asks && !sentence.topic && (about_writer || sentence.words <= 6))
}

/// The most parts of such a compound to each side of a term: a chain of terms is walked along from each of them.
const PARTS: usize = 16;

/// A compound written with hyphens is one: `hiv-positiv`, `type 2-diabetes`; so are endings behind a colon: `SDP:n`.
fn whole_compound(words: &Words<'_>, start: usize, end: usize) -> (usize, usize) {
    let reading = words.reading;
    let (mut from, mut to) = (start, end);
    let (mut behind, mut before) = (0..PARTS, 0..PARTS);
    while matches!(reading.at(to), b'-' | b':') && behind.next().is_some() {
        let colon = reading.at(to) == b':';
        let next = reading.tokens.partition_point(|it| it.start() <= to);
        let Some(next) = reading.tokens.get(next).filter(|it| it.start() == to + 1 && it.kind == Kind::Word) else {
            break;
        };
        if colon && next.end() - next.start() > 5 {
            break;
        }
        to = next.end();
    }
    while from > 1 && reading.at(from - 1) == b'-' && before.next().is_some() {
        let before = reading.tokens.partition_point(|it| it.end() < from - 1);
        let Some(before) = reading.tokens.get(before).filter(|it| it.end() == from - 1 && it.kind != Kind::Mark) else {
            break;
        };
        from = before.start();
    }
    (from, to)
}
