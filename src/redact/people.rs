//! The people that a talk has named: a part of a name is known again, and gets the number of its person.

use super::Redactor;
use super::conversation::Secret;
use crate::category::{Action, Category, Purpose};
use crate::finding::{Evidence, Finding};
use crate::read::{Kind, Reading, Token};
use crate::recognize::lexicon::{finnish_stems, is_particle};
use crate::recognize::names::is_finnish_ending;
use crate::recognize::spellings::Spellings;

/// What finds names that were given before.
const RECOGNIZER: &str = "conversation.name";

/// The people named so far; a person's place gives the number.
#[derive(Default, Clone)]
pub(super) struct People(Vec<Vec<Secret>>);

impl People {
    /// The number, from 1, of the person whom `name` names, perhaps by a part of a name or by more of it. In Finnish it may stand in a case.
    pub fn number(&mut self, name: &str, finnish: bool) -> usize {
        let parts = parts(&Reading::new(name));
        let is_in = |part: &Secret, all: &[Secret]| {
            all.iter().any(|it| is_form(&part.0, &it.0, finnish) || is_form(&it.0, &part.0, finnish))
        };
        let place = self.0.iter().rposition(|person| {
            let fewer = parts.iter().all(|it| is_in(it, person));
            fewer || person.iter().all(|it| is_in(it, &parts))
        });
        let place = place.unwrap_or_else(|| {
            self.0.push(Vec::new());
            self.0.len() - 1
        });
        if let Some(person) = self.0.get_mut(place) {
            for part in parts {
                if !is_in(&part, person) {
                    person.push(part);
                }
            }
        }
        place + 1
    }

    /// Whether nobody was named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where `text` names one of them again.
    pub fn find(&self, redactor: &Redactor, text: &str, purpose: Option<Purpose>) -> Vec<Finding> {
        let mut out: Vec<Finding> = Vec::new();
        if self.is_empty() || redactor.policy().action(Category::Name, purpose) != Action::Redact {
            return out;
        }
        let reading = Reading::new(text);
        let finnish = redactor.is_finnish(&reading);
        let mut last: Option<(usize, usize)> = None;
        for (at, token) in reading.tokens.iter().enumerate() {
            let word = reading.bytes(token);
            if token.kind != Kind::Word || word.len() < 2 {
                continue;
            }
            let Some(person) = self.0.iter().rposition(|it| it.iter().any(|part| is_form(word, &part.0, finnish)))
            else {
                continue;
            };
            // `mette holm`: one finding.
            let touches = last
                .is_some_and(|(who, end)| who == person && matches!(reading.between(end, token.start()), b" " | b"-"));
            if !touches && !redactor.can_be_named(&reading, at) {
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
    fn can_be_named(&self, reading: &Reading<'_>, at: usize) -> bool {
        let Some(token) = reading.tokens.get(at) else { return false };
        let reads = self.policy().reads();
        let usual = self.recognizers.lexicon.names.is_usual(token.hash, |it| reads.contains(&it));
        if !usual {
            return true;
        }
        let large = |it: &Token| reading.typed(it).chars().next().is_some_and(char::is_uppercase);
        let throughout =
            !reading.tokens.iter().any(|it| it.kind == Kind::Word && reading.typed(it).chars().any(char::is_lowercase));
        // A capital inside of a sentence, or nothing else said.
        (large(token) && !token.opens && !throughout)
            || reading.tokens.iter().filter(|it| it.kind != Kind::Mark).count() == 1
    }
}

/// The parts of a name that name somebody by themselves.
fn parts(reading: &Reading<'_>) -> Vec<Secret> {
    let words = reading.tokens.iter().filter(|it| it.kind == Kind::Word).map(|it| reading.bytes(it));
    let named: Vec<Secret> =
        words.clone().filter(|it| it.len() > 1 && !is_particle(it)).map(|it| Secret(it.to_vec())).collect();
    if named.is_empty() { words.map(|it| Secret(it.to_vec())).collect() } else { named }
}

/// Whether `word` is `part`, or its genitive or one of its Finnish cases.
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
    // Cheaper to rule out: stems keep the first two letters.
    let Some(text) = std::str::from_utf8(part).ok().filter(|_| word.get(..2) == part.get(..2)) else { return false };
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
