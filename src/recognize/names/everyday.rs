//! Names that the tagger took for some, but the words around them say otherwise; and signatures that it left.

use super::features::View;
use super::group::GroupName;
use super::tagger::tag;
use super::tokens::{self, Style};
use super::words::{Marks, known};

/// Whether the token at `at` is an everyday word at the start of a sentence that only looks like a name: `Bjørn er observert`, but not `Bjørn, kan du`.
fn is_opening_word(view: &View<'_>, at: usize) -> bool {
    let (Some(seen), Some(known)) = (view.seen.get(at), view.known.get(at)) else { return false };
    let both = known.own.is_none() || known.own.is_ambiguous();
    let everyday = both && known.kind() > 3;
    // `Bjørn og Eva vil`
    let joined = |it| joins(view, it) && view.seen.get(at + 2).is_some_and(tokens::Seen::is_large);
    let goes_on = view.seen.get(at + 1).is_some_and(|it| it.length > 0 && !it.opens && !joined(it));
    everyday && goes_on && seen.opens && seen.is_large() && view.style != Style::Upper
}

/// Whether a token is an `and`.
fn joins(view: &View<'_>, seen: &tokens::Seen) -> bool {
    matches!(tokens::letters(view.reading, seen), b"og" | b"och" | b"ja" | b"and")
}

/// Tags a last sentence that is nothing but given names: `… i morgen. mette`, `… nå? stig og roger`.
pub(super) fn sign(view: &View<'_>, tags: &mut [u8]) {
    let Some(start) = view.seen.iter().rposition(|it| it.opens).filter(|it| *it >= SIGNED) else { return };
    let is_given = |at: usize| {
        let Some(known) = view.known.get(at) else { return false };
        known.own.is_given() && !known.inflected && (!known.own.is_ambiguous() || known.own.rarity() == 1)
    };
    let all = start..view.seen.len();
    let signs = |at: usize| is_given(at) || view.seen.get(at).is_some_and(|it| it.length == 0 || joins(view, it));
    if all.len() <= 5 && is_given(start) && all.clone().all(signs) {
        for at in all.filter(|it| is_given(*it)) {
            if let Some(tag) = tags.get_mut(at).filter(|it| usize::from(**it) == tag::OUTSIDE) {
                *tag = tag::FIRST as u8;
            }
        }
    }
}

/// How many tokens stand before a signature.
const SIGNED: usize = 5;

/// Takes back the names that are opening words, and small everyday words where capitals are typed; `wordy` where most names that are words too are words.
pub(super) fn forget_everyday_words(view: &View<'_>, marks: &[Marks], wordy: bool, tags: &mut [u8]) {
    for at in 0..tags.len() {
        if tags.get(at).is_none_or(|it| usize::from(*it) == tag::OUTSIDE) {
            continue;
        }
        // `Mvh Lars`, and on the next line `Ring gerne`: what begins a sentence is no part of a name, if it's none itself.
        let token = |at: Option<usize>| view.reading.tokens.get(view.seen.get(at?)?.token);
        let line = token(at.checked_sub(1)).zip(token(Some(at)));
        let opens = line.is_some_and(|(one, next)| view.reading.between(one.end(), next.start()).contains(&b'\n'));
        if opens && tags.get(at).is_some_and(|it| usize::from(*it) == tag::INSIDE) {
            let named = view.known.get(at).is_some_and(|it| it.own.is_given() && !it.own.is_ambiguous());
            if let Some(tag) = tags.get_mut(at) {
                *tag = if named { tag::FIRST } else { tag::OUTSIDE } as u8;
            }
        }
        // `Stens ärende`, `hassans bror`
        if tags.get(at).is_some_and(|it| usize::from(*it) == tag::INSIDE) && is_owned(view, marks, at) {
            // What follows is no part either.
            tags.iter_mut()
                .skip(at)
                .take_while(|it| usize::from(**it) == tag::INSIDE)
                .for_each(|it| *it = tag::OUTSIDE as u8);
        }
        let alone = tags.get(at + 1).is_none_or(|it| usize::from(*it) != tag::INSIDE);
        let named = tags.get(at).is_some_and(|it| usize::from(*it) == tag::FIRST);
        if let (true, true, Some(tag)) = (alone, named, tags.get_mut(at))
            && (is_opening_word(view, at) || is_small_word(view, wordy, at))
        {
            *tag = tag::OUTSIDE as u8;
        }
    }
}

/// Whether the token at `at` is an everyday word in lower case behind a name that says whose it is.
fn is_owned(view: &View<'_>, marks: &[Marks], at: usize) -> bool {
    let (Some(seen), Some(known)) = (view.seen.get(at), view.known.get(at)) else { return false };
    let owner = at.checked_sub(1).and_then(|it| view.known.get(it)).is_some_and(|it| it.inflected);
    let everyday = |it: &Marks| GroupName::ALL.iter().any(|group| it.class(*group) != known::NOT);
    let sure = !known.own.is_none() && !known.own.is_ambiguous();
    owner && !seen.is_large() && !sure && marks.get(at).is_some_and(everyday)
}

/// Whether the token at `at` is an everyday word in lower case, in a message that has capitals: `Mieheni valkoinen auto`.
fn is_small_word(view: &View<'_>, wordy: bool, at: usize) -> bool {
    let (Some(seen), Some(known)) = (view.seen.get(at), view.known.get(at)) else { return false };
    let sure = !(known.own.is_none() || known.own.is_ambiguous() || known.inflected);
    let capitals = matches!(view.style, Style::Usual | Style::Openings);
    // Who types capitals inside of sentences gives them to names; and surnames alone are hardly ever written small. `Poikani onni` is somebody.
    let mine = || {
        at.checked_sub(1)
            .and_then(|it| view.seen.get(it))
            .is_some_and(|it| tokens::letters(view.reading, it).ends_with(b"ni"))
    };
    let word = known.kind() == 5 || (known.kind() > 3 && (view.style == Style::Usual || wordy && !mine()));
    let everyday = word || matches!(known.class, known::OFTEN | known::NEVER_A_NAME);
    capitals && !seen.is_large() && !sure && everyday
}
