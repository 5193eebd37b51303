//! One talk: equal values get equal numbers, a number split over messages is found, and a name once given is known again.

use super::people::People;
use super::view::View;
use super::{Redaction, Redactor};
use crate::category::{Action, Category, Language, Purpose};
use crate::finding::{Finding, Span};
use crate::hash;
use crate::index::Index;
use crate::order::Spans;
use crate::read::Reading;

/// One talk: what was said before, so that a number split over messages is found and equal values are numbered alike.
///
/// It holds what the citizen wrote, so it can be neither printed nor serialized, and it is overwritten when it is cleared or dropped.
#[derive(Default)]
pub struct Conversation {
    pub(super) seen: Seen,
    /// The digits that the last message closed with, as typed.
    tail: Secret,
    /// What it's held in, and its placeholders written in; none: the policy's first language.
    language: Option<Language>,
}

/// Bytes that are overwritten before they are given back.
#[derive(Default, Clone)]
pub(super) struct Secret(pub Vec<u8>);

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.fill(0);
        // Without this the compiler may leave the fill out, since nobody reads it.
        std::hint::black_box(&self.0);
    }
}

/// The values seen so far, by category and in the order of their numbers.
#[derive(Default, Clone)]
pub(super) struct Seen {
    values: Vec<Value>,
    /// Places in `values`.
    index: Index,
    /// The names, which are known again by their parts.
    pub people: People,
}

#[derive(Clone)]
struct Value {
    category: Category,
    number: usize,
    folded: Secret,
}

impl Seen {
    /// The number of `value` among those of its category, from 1. `value` is folded.
    pub fn number(&mut self, category: Category, value: &[u8]) -> usize {
        let hash = hash::bytes(value);
        let mut alike = self.index.get(hash).filter_map(|it| self.values.get(it));
        let known = alike.find(|it| it.category == category && it.folded.0 == value).map(|it| it.number);
        drop(alike);
        if let Some(number) = known {
            return number;
        }
        // The last of its category is looked for from the end: over a whole talk this passes each value once a category.
        let last = self.values.iter().rev().find(|it| it.category == category).map_or(0, |it| it.number);
        self.index.add(hash, self.values.len());
        self.values.push(Value { category, number: last + 1, folded: Secret(value.to_vec()) });
        last + 1
    }
}

/// How many bytes of a closing number are kept for the next message.
const TAIL: usize = 40;

impl Conversation {
    /// A talk that has not begun.
    pub fn new() -> Conversation {
        Conversation::default()
    }

    /// A talk that has not begun, with placeholders in this language, which the citizen reads.
    pub fn in_language(language: Language) -> Conversation {
        Conversation { language: Some(language), ..Conversation::default() }
    }

    /// What `add` would give for `text`; changes nothing.
    pub fn preview(&self, redactor: &Redactor, text: &str, purpose: Option<Purpose>) -> Redaction {
        self.preview_giving_back(redactor, text, purpose, &[])
    }

    /// The same if the citizen wants some findings of that preview, by their places in it, sent as written.
    /// Only those of categories that the policy gives back are.
    pub fn preview_giving_back(
        &self,
        redactor: &Redactor,
        text: &str,
        purpose: Option<Purpose>,
        back: &[usize],
    ) -> Redaction {
        let reading = Reading::new(text);
        let findings = self.find(redactor, &reading, purpose, back);
        redactor.replace(&reading, findings, &mut self.seen.clone(), self.language)
    }

    /// Redacts the citizen's next message.
    pub fn add(&mut self, redactor: &Redactor, text: &str, purpose: Option<Purpose>) -> Redaction {
        self.add_giving_back(redactor, text, purpose, &[])
    }

    /// Redacts the citizen's next message, but for the findings of its preview that the citizen may have back and wants.
    pub fn add_giving_back(
        &mut self,
        redactor: &Redactor,
        text: &str,
        purpose: Option<Purpose>,
        back: &[usize],
    ) -> Redaction {
        let reading = Reading::new(text);
        let findings = self.find(redactor, &reading, purpose, back);
        let redaction = redactor.replace(&reading, findings, &mut self.seen, self.language);
        self.remember(text);
        redaction
    }

    /// Overwrites and forgets all that was said.
    pub fn clear(&mut self) {
        *self = Conversation { language: self.language, ..Conversation::default() };
    }

    #[inline(never)]
    fn find(
        &self,
        redactor: &Redactor,
        reading: &Reading<'_>,
        purpose: Option<Purpose>,
        back: &[usize],
    ) -> Vec<Finding> {
        let view = View::of(redactor.policy(), purpose);
        let all = self.find_view(redactor, reading, &view);
        if back.is_empty() {
            return all;
        }
        // Looked for anew: under a finding that is given back may lie one of another category.
        let given_back: Vec<Span> = back.iter().filter_map(|it| all.get(*it)).map(|it| it.span).collect();
        self.find_view(redactor, reading, &View { given_back: &given_back, ..view })
    }

    /// What is found in a message by itself and after what was said before.
    #[inline(never)]
    fn find_view(&self, redactor: &Redactor, reading: &Reading<'_>, view: &View<'_>) -> Vec<Finding> {
        let mut all = self.find_numbers(redactor, reading, view);
        let mut again = self.seen.people.find(redactor, reading, view.purpose);
        again.retain(|it| !view.gives_back(it));
        if !again.is_empty() && view.action(Category::Email) == Action::Keep {
            let kept = Spans::new(&redactor.emails(reading));
            again.retain(|it| !super::resolve::is_part_of(&kept, it));
        }
        if !again.is_empty() {
            all.extend(again);
            all = super::resolve::join(all);
        }
        all
    }

    fn find_numbers(&self, redactor: &Redactor, reading: &Reading<'_>, view: &View<'_>) -> Vec<Finding> {
        let text = reading.message();
        let Ok(tail) = std::str::from_utf8(&self.tail.0) else { return redactor.find_in(reading, view) };
        if tail.is_empty() || !begins_with_number(text) {
            return redactor.find_in(reading, view);
        }
        // Read together with what came before; only what lies in this message is new.
        let together = Secret(format!("{tail} {text}").into_bytes());
        let offset = tail.len() + 1;
        let whole = std::str::from_utf8(&together.0).unwrap_or(text);
        let moved: Vec<Span> = view.given_back.iter().filter_map(|it| it.moved(offset)).collect();
        let found = redactor.find_in(&Reading::new(whole), &View { given_back: &moved, ..*view });
        let mut all = redactor.find_in(reading, view);
        all.extend(found.into_iter().filter_map(|it| it.behind(offset)));
        super::resolve::join(all)
    }

    /// Keeps the number that `text` closes with, together with the one before it if `text` is nothing else.
    fn remember(&mut self, text: &str) {
        let joins = |c: char| c.is_numeric() || c.is_whitespace() || is_joiner(c);
        let start = text.char_indices().rev().take_while(|it| joins(it.1)).last().map_or(text.len(), |it| it.0);
        let closing = text.get(start..).unwrap_or("").trim();
        let mut tail = Secret::default();
        if start == 0 && !closing.is_empty() {
            tail.0.extend_from_slice(&self.tail.0);
            if !tail.0.is_empty() {
                tail.0.push(b' ');
            }
        }
        if closing.chars().any(char::is_numeric) {
            tail.0.extend_from_slice(closing.as_bytes());
        } else {
            tail = Secret::default();
        }
        let mut from = tail.0.len().saturating_sub(TAIL);
        while from < tail.0.len() && std::str::from_utf8(tail.0.get(from..).unwrap_or(&[])).is_err() {
            from += 1;
        }
        self.tail = Secret(tail.0.get(from..).unwrap_or(&[]).to_vec());
    }
}

fn begins_with_number(text: &str) -> bool {
    text.chars().find(|c| !c.is_whitespace() && !is_joiner(*c)).is_some_and(char::is_numeric)
}

/// Whether it may stand between the digits of a number; U+200B to U+2015 are what can't be seen, and dashes.
fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | '(' | ')' | '+' | '_' | '*' | '\u{ad}' | '\u{200b}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_of_one_category_have_one_number_and_each_category_counts_for_itself() {
        let mut seen = Seen::default();
        let numbers = [
            seen.number(Category::Phone, b"20304050"),
            seen.number(Category::Phone, b"20304051"),
            seen.number(Category::Reference, b"20304051"),
            seen.number(Category::Phone, b"20304051"),
            seen.number(Category::Phone, b"20304050"),
            seen.number(Category::Reference, b"20304050"),
        ];
        assert_eq!(numbers, [1, 2, 1, 2, 1, 2]);
    }
}
