//! The people that a talk has named: a part of a name is known again, and gets the number of its person.

use super::Redactor;
use super::conversation::Secret;
use crate::category::{Action, Category, Purpose};
use crate::finding::{Evidence, Finding};
use crate::hash;
use crate::index::Index;
use crate::read::{Kind, Reading};
use crate::recognize::lexicon::{finnish_stems, is_particle};
use crate::recognize::names::{Standing, is_finnish_ending};
use crate::recognize::spellings::Spellings;

/// What finds names that were given before.
const RECOGNIZER: &str = "conversation.name";

/// From how many people on they are looked up instead of asked one by one.
const MANY: usize = 16;

/// The people named so far; a person's place gives the number.
#[derive(Default, Clone)]
pub(super) struct People {
    all: Vec<Vec<Secret>>,
    /// The places of many people: under each part of their names, and as a whole under the part that fewest have.
    index: Index,
}

impl People {
    /// The number, from 1, of the person whom `name` names, perhaps by a part of a name or by more of it. In Finnish it may stand in a case.
    pub fn number(&mut self, name: &str, finnish: bool) -> usize {
        let parts = parts(&Reading::new(name));
        let is_in = |part: &Secret, all: &[Secret]| is_in(part, all, finnish);
        let wholes: Vec<u32> = parts.iter().flat_map(|it| keys(&it.0, finnish)).map(whole).collect();
        let by_less = self.last(&self.rarest(&parts, finnish), &|it| parts.iter().all(|part| is_in(part, it)));
        let by_more = self.last(&wholes, &|it| it.iter().all(|part| is_in(part, &parts)));
        let known = by_less.max(by_more);
        let place = known.unwrap_or(self.all.len());
        if known.is_none() {
            self.all.push(Vec::new());
        }
        let mut grew = false;
        if let Some(person) = self.all.get_mut(place) {
            // One by one: a name may hold a part and its genitive.
            for part in parts {
                if !is_in(&part, person) {
                    person.push(part);
                    grew = true;
                }
            }
        }
        if grew && self.all.len() >= MANY {
            let new = if self.index.is_empty() { 0..self.all.len() } else { place..place + 1 };
            new.for_each(|it| self.file(it));
        }
        place + 1
    }

    /// The last person under one of `keys` who is meant.
    #[inline(never)]
    fn last(&self, keys: &[u32], is_meant: &dyn Fn(&[Secret]) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.all.iter().rposition(|it| is_meant(it));
        }
        let is_meant = |it: &usize| self.all.get(*it).is_some_and(|it| is_meant(it));
        let keys = keys.chunk_by(|one, other| one == other).filter_map(|it| it.first());
        keys.filter_map(|key| self.index.get(*key).find(is_meant)).max()
    }

    /// The keys of the part that fewest people have.
    #[inline(never)]
    fn rarest(&self, parts: &[Secret], finnish: bool) -> [u32; 2] {
        // Common enough: counting on would take as long as asking them.
        let count = |keys: &[u32; 2]| self.index.get(keys[0]).take(1000).count();
        parts.iter().map(|it| keys(&it.0, finnish)).min_by_key(count).unwrap_or_default()
    }

    /// Adds a person to the index.
    #[inline(never)]
    fn file(&mut self, place: usize) {
        let Some(parts) = self.all.get(place) else { return };
        for finnish in [false, true] {
            let rarest = self.rarest(parts, finnish);
            for key in parts.iter().flat_map(|it| keys(&it.0, finnish)).chain(rarest.map(whole)) {
                self.index.add(key, place);
            }
        }
    }

    /// Whether nobody was named.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Where a message names one of them again.
    pub fn find(&self, redactor: &Redactor, reading: &Reading<'_>, purpose: Option<Purpose>) -> Vec<Finding> {
        let mut out: Vec<Finding> = Vec::new();
        if self.is_empty() || redactor.policy().action(Category::Name, purpose) != Action::Redact {
            return out;
        }
        let finnish = redactor.is_finnish(reading);
        let mut last: Option<(usize, usize)> = None;
        for (at, token) in reading.tokens.iter().enumerate() {
            let word = reading.bytes(token);
            if token.kind != Kind::Word || word.len() < 2 {
                continue;
            }
            let is_meant = |it: &[Secret]| it.iter().any(|part| is_form(word, &part.0, finnish));
            let Some(person) = self.last(&keys(word, finnish), &is_meant) else { continue };
            // `mette holm`: one finding.
            let touches = last
                .is_some_and(|(who, end)| who == person && matches!(reading.between(end, token.start()), b" " | b"-"));
            if !touches && !redactor.can_be_named(reading, at) {
                continue;
            }
            let Some(span) = reading.original(token.start(), token.end()) else { continue };
            match out.last_mut().filter(|_| touches) {
                Some(before) => before.span = before.span.union(span),
                None => out.push(Finding {
                    category: Category::Name,
                    recognizer: RECOGNIZER,
                    evidence: Evidence::Context,
                    disclosed: true,
                    span,
                }),
            }
            last = Some((person, token.end()));
        }
        out
    }
}

impl Redactor {
    /// Whether a message is most likely in Finnish, where names stand in cases.
    pub(super) fn is_finnish(&self, reading: &Reading<'_>) -> bool {
        self.recognizers.lexicon.names.is_finnish(reading)
    }

    /// Whether a name that was given before is meant by the word at `at`, and not the everyday word that looks like it (`dag`, `bo`).
    #[inline(never)]
    fn can_be_named(&self, reading: &Reading<'_>, at: usize) -> bool {
        let Some(token) = reading.tokens.get(at) else { return false };
        let reads = self.policy().reads();
        let names = &self.recognizers.lexicon.names;
        let usual = names.is_usual(token.hash, |it| reads.contains(&it));
        let word =
            |it: Option<usize>| it.and_then(|it| reading.tokens.get(it)).map_or(&b""[..], |it| reading.bytes(it));
        let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
        if !usual {
            // `i skov`, `up the hill`
            let itself = reading.bytes(token);
            let sure = || names.standing(itself, token.hash, |it| reads.contains(&it)) == Standing::Listed;
            return reading.is_large(token) || !(is_article(before) || (heads_noun(before) && !sure()));
        }
        let throughout =
            !reading.tokens.iter().any(|it| it.kind == Kind::Word && reading.typed(it).chars().any(char::is_lowercase));
        // `Bo er her`, `Bergs ärende`, but not `Dags att`.
        let opens = || {
            is_verb(after) || (reading.bytes(token).ends_with(b"s") && !matches!(after, b"att" | b"at" | b"\xc3\xa5"))
        };
        // A capital inside of a sentence, or nothing else said.
        (reading.is_large(token) && (!token.opens || opens()) && !throughout)
            || reading.tokens.iter().filter(|it| it.kind != Kind::Mark).count() == 1
    }
}

/// Whether no name stands behind a word, but everyday words do.
fn is_article(word: &[u8]) -> bool {
    matches!(word, b"en" | b"et" | b"ein" | b"eit" | b"ett" | b"the")
}

/// Whether hardly a name stands behind a word; `ei` is Finnish too.
fn heads_noun(word: &[u8]) -> bool {
    matches!(word, b"i" | b"in" | b"ei" | b"den" | b"det" | b"a" | b"an")
}

/// Whether a word says what somebody does, is or has.
fn is_verb(word: &[u8]) -> bool {
    matches!(
        word,
        b"er"
            | b"e"
            | b"is"
            | b"on"
            | b"har"
            | b"has"
            | b"was"
            | b"vil"
            | b"vill"
            | b"skal"
            | b"ska"
            | b"will"
            | b"said"
            | b"called"
    ) || word == "är".as_bytes()
}

/// The parts of a name that name somebody by themselves.
fn parts(reading: &Reading<'_>) -> Vec<Secret> {
    let words = reading.tokens.iter().filter(|it| it.kind == Kind::Word).map(|it| reading.bytes(it));
    let named: Vec<Secret> =
        words.clone().filter(|it| it.len() > 1 && !is_particle(it)).map(|it| Secret(it.to_vec())).collect();
    if named.is_empty() { words.map(|it| Secret(it.to_vec())).collect() } else { named }
}

/// Under what to look for a part of a name: two parts of which one is a form of the other share a key.
#[inline(never)]
fn keys(part: &[u8], finnish: bool) -> [u32; 2] {
    if finnish {
        // Cases leave no more than the first two letters alone.
        return [hash::pair(hash::bytes(part.get(..2).unwrap_or(part)), 1); 2];
    }
    [part, part.strip_suffix(b"s").unwrap_or(part)].map(hash::bytes)
}

/// The key under which a person is found who may be named by more.
fn whole(key: u32) -> u32 {
    hash::pair(key, 2)
}

/// Whether a part of a name is one of `all`, or a form of one, or the other way round.
#[inline(never)]
fn is_in(part: &Secret, all: &[Secret], finnish: bool) -> bool {
    all.iter().any(|it| is_form(&part.0, &it.0, finnish) || is_form(&it.0, &part.0, finnish))
}

/// Whether `word` is `part`, or its genitive or one of its Finnish cases.
#[inline(never)]
fn is_form(word: &[u8], part: &[u8], finnish: bool) -> bool {
    if word == part {
        return true;
    }
    if word.len() < 3 || part.len() < 3 || word.len() > 64 || part.len() > 64 || word.first() != part.first() {
        return false;
    }
    let rest = word.strip_prefix(part);
    rest == Some(b"s") || (finnish && (rest.is_some_and(is_finnish_ending) || is_finnish_form(word, part)))
}

/// `Mäkisen` of `Mäkinen`: an ending behind a stem.
fn is_finnish_form(word: &[u8], part: &[u8]) -> bool {
    // Cheaper to rule out: stems keep the first two bytes, and all but the last five.
    let kept = part.len().saturating_sub(5).max(2);
    let Some(text) = std::str::from_utf8(part).ok().filter(|_| word.get(..kept) == part.get(..kept)) else {
        return false;
    };
    let mut stems = Spellings::default();
    finnish_stems(text, &mut stems);
    stems.iter().any(|stem| word.strip_prefix(stem.as_bytes()).is_some_and(is_finnish_ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_names_the_same_person() {
        let mut people = People::default();
        assert_eq!(people.number("Mette Holm", false), 1);
        assert_eq!(people.number("mette", false), 1);
        assert_eq!(people.number("Holms", false), 1);
        assert_eq!(people.number("Malik Holm", false), 2);
        assert_eq!(people.number("Malik", false), 2);
        assert_eq!(people.number("Jonas", false), 3);
        assert_eq!(people.number("Jonas Berg", false), 3);
        assert_eq!(people.number("Berg", false), 3);
    }

    /// The last person that a name names, asked one by one.
    fn one_by_one(people: &mut Vec<Vec<Secret>>, name: &str, finnish: bool) -> usize {
        let parts = parts(&Reading::new(name));
        let is_in = |part: &Secret, all: &[Secret]| is_in(part, all, finnish);
        let is_meant = |person: &Vec<Secret>| {
            parts.iter().all(|it| is_in(it, person)) || person.iter().all(|it| is_in(it, &parts))
        };
        let place = people.iter().rposition(is_meant).unwrap_or_else(|| {
            people.push(Vec::new());
            people.len() - 1
        });
        for part in parts {
            if !is_in(&part, &people[place]) {
                people[place].push(part);
            }
        }
        place + 1
    }

    #[test]
    fn many_people_get_the_numbers_that_asking_one_by_one_gives() {
        let names = [
            "Mette", "Mettes", "Jukka", "Jukalle", "Mäkinen", "Mäkisen", "Mäki", "Holm", "Holms", "Holmsen", "Aho",
            "Jens", "Jen",
        ];
        let mut state = 7_u32;
        let mut draw = |below: usize| {
            state = hash::spread(state.wrapping_add(1));
            state as usize % below
        };
        for mostly_new in [2, 5] {
            let (mut people, mut asked) = (People::default(), Vec::new());
            for round in 0..600 {
                let parts: Vec<String> = (0..=draw(3))
                    .map(|_| {
                        if draw(mostly_new) == 0 {
                            format!("Ny{}s", draw(round + 1))
                        } else {
                            names[draw(names.len())].to_owned()
                        }
                    })
                    .collect();
                let (name, finnish) = (parts.join(" "), draw(2) == 0);
                assert_eq!(people.number(&name, finnish), one_by_one(&mut asked, &name, finnish), "{name}");
            }
            assert!(asked.len() > 2 * MANY, "{}", asked.len());
        }
    }

    #[test]
    fn a_finnish_stem_keeps_all_but_the_last_five_bytes() {
        for name in [
            "Väätäinen",
            "Pekka",
            "Timppa",
            "Rikas",
            "Työtön",
            "Jämsä",
            "Kallis",
            "Kärki",
            "Päivättö",
            "Lahti",
            "Kyllikki",
        ] {
            let name = name.to_lowercase();
            let mut stems = Spellings::default();
            finnish_stems(&name, &mut stems);
            let kept = name.len().saturating_sub(5).max(2);
            assert!(stems.iter().all(|it| it.as_bytes()[..kept] == name.as_bytes()[..kept]), "{name}");
        }
    }

    #[test]
    fn finnish_names_are_known_in_their_cases() {
        let mut people = People::default();
        assert_eq!(people.number("Jukka Mäkinen", true), 1);
        assert_eq!(people.number("Jukalle", true), 1);
        assert_eq!(people.number("Mäkisen", true), 1);
        assert_eq!(people.number("Karin", false), 2);
        assert_eq!(people.number("Kari", false), 3);
    }
}
