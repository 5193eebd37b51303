//! Copies of a text to learn from: typed otherwise, and with other people's names.

use super::data::{Mark, Text};
use super::random::Random;
use crate::recognize::names::list::Listed;

/// How a copy is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// As it was written.
    AsWritten,
    /// Without capitals.
    Lower,
    /// In capitals.
    Upper,
    /// With capitals at the beginnings of sentences only.
    Openings,
    /// Without the Nordic letters.
    Plain,
    /// Without capitals and Nordic letters.
    PlainLower,
}

/// Names to put in the place of others.
pub struct Stock {
    given: [Vec<String>; 3],
    surnames: [Vec<String>; 3],
}

impl Stock {
    /// The names of a list by how often they are borne.
    pub fn new(names: &[(String, Listed)]) -> Stock {
        let mut stock = Stock { given: Default::default(), surnames: Default::default() };
        for (name, listed) in names {
            let at = usize::from(listed.rarity().clamp(1, 3)) - 1;
            for (wanted, lists) in [(listed.is_given(), &mut stock.given), (listed.is_surname(), &mut stock.surnames)] {
                if let (true, Some(list)) = (wanted, lists.get_mut(at)) {
                    list.push(capitalized(name));
                }
            }
        }
        stock
    }

    /// Whether there is nothing to choose from.
    pub fn is_empty(&self) -> bool {
        self.given.iter().all(Vec::is_empty) || self.surnames.iter().all(Vec::is_empty)
    }

    fn one(&self, lists: &[Vec<String>; 3], random: &mut Random) -> String {
        let first = match random.below(100) {
            0..40 => 0,
            40..75 => 1,
            _ => 2,
        };
        let list = lists.iter().cycle().skip(first).take(3).find(|it| !it.is_empty());
        list.and_then(|it| random.one_of(it)).cloned().unwrap_or_default()
    }

    /// A given name.
    pub fn given(&self, random: &mut Random) -> String {
        let one = self.one(&self.given, random);
        if random.chance(5) { format!("{one}-{}", self.one(&self.given, random)) } else { one }
    }

    /// A surname.
    pub fn surname(&self, random: &mut Random) -> String {
        let one = self.one(&self.surnames, random);
        match random.below(100) {
            0..4 => format!("{one}-{}", self.one(&self.surnames, random)),
            4..6 => format!("{} {one}", ["al", "von", "van", "de", "af"].get(random.below(5)).unwrap_or(&"al")),
            _ => one,
        }
    }

    /// A full name.
    pub fn full(&self, random: &mut Random) -> String {
        let (given, surname) = (self.given(random), self.surname(random));
        match random.below(100) {
            0..8 => format!("{given} {} {surname}", self.one(&self.given, random)),
            8..20 => format!("{given} {} {surname}", self.one(&self.surnames, random)),
            20..28 => format!("{given} {}. {surname}", initial(&self.one(&self.surnames, random))),
            28..31 => format!("{}. {surname}", initial(&given)),
            _ => format!("{given} {surname}"),
        }
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}

fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|it| it.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A sentence from a template: `{n}` a full name, `{g}` a given name, `{s}` a surname.
pub fn from_template(template: &str, stock: &Stock, random: &mut Random) -> Text {
    let mut out = Text::default();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.text.push_str(before);
        let Some((slot, behind)) = after.split_once('}') else { break };
        let start = out.text.len();
        let name = match slot {
            "g" => stock.given(random),
            "s" => stock.surname(random),
            _ => stock.full(random),
        };
        out.text.push_str(&name);
        // An ending glued to the slot belongs to the name: `{g}s`, `{g}lle`.
        let ending = behind.len() - behind.trim_start_matches(char::is_alphabetic).len();
        out.text.push_str(behind.get(..ending).unwrap_or(""));
        out.spans.push((start, out.text.len(), Mark::Name));
        rest = behind.get(ending..).unwrap_or("");
    }
    out.text.push_str(rest);
    out
}

/// Puts other names for the names of a text, part by part. `is_name` says whether a list knows a part without its ending `s`.
pub fn with_other_names(
    text: &Text,
    stock: &Stock,
    finnish: bool,
    is_name: impl Fn(&str) -> bool,
    random: &mut Random,
) -> Text {
    let mut out = Text::default();
    let mut at = 0;
    for (start, end, mark) in &text.spans {
        out.text.push_str(text.text.get(at..*start).unwrap_or(""));
        at = *end;
        let old = text.text.get(*start..*end).unwrap_or("");
        let from = out.text.len();
        if *mark == Mark::Name {
            let parts: Vec<&str> = old.split(' ').collect();
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    out.text.push(' ');
                }
                let small = part.chars().count() <= 3
                    || part.chars().next().is_some_and(char::is_lowercase)
                    || part.ends_with('.');
                if small && parts.len() > 1 {
                    out.text.push_str(part);
                    continue;
                }
                let last = place + 1 == parts.len();
                let new = if place == 0 || !last { stock.given(random) } else { stock.surname(random) };
                out.text.push_str(&new);
                if finnish && last {
                    out.text.push_str(&finnish_ending(part, &new));
                } else if last
                    && part.len() > 3
                    && part.ends_with('s')
                    && is_name(&part.strip_suffix('s').unwrap_or(part).to_lowercase())
                    && !is_name(&part.to_lowercase())
                {
                    out.text.push('s');
                }
            }
        } else {
            out.text.push_str(old);
        }
        out.spans.push((from, out.text.len(), *mark));
    }
    out.text.push_str(text.text.get(at..).unwrap_or(""));
    out
}

/// The case ending of `old`, fitted to `new`.
fn finnish_ending(old: &str, new: &str) -> String {
    let endings = ["lle", "lla", "llä", "lta", "ltä", "ssa", "ssä", "sta", "stä", "n"];
    let Some(ending) = endings.iter().find(|it| old.chars().count() > 4 && old.ends_with(**it)) else {
        return String::new();
    };
    let vowel = new.chars().last().is_some_and(|it| "aeiouyäöå".contains(it.to_ascii_lowercase()));
    format!("{}{ending}", if vowel { "" } else { "i" })
}

/// The text typed otherwise; spans stay on their names.
pub fn typed(text: &Text, typing: Typing) -> Text {
    let mut out = Text::default();
    let mut opens = true;
    let mut spans = text.spans.iter().peekable();
    let mut started: Option<(usize, usize, Mark)> = None;
    for (at, c) in text.text.char_indices() {
        if let Some((_, end, mark)) = started
            && at >= end
        {
            if let Some(it) = out.spans.last_mut() {
                *it = (it.0, out.text.len(), mark);
            }
            started = None;
        }
        if let Some(it) = spans.next_if(|it| it.0 == at) {
            started = Some(*it);
            out.spans.push((out.text.len(), out.text.len(), it.2));
        }
        match typing {
            Typing::AsWritten => out.text.push(c),
            Typing::Upper => out.text.extend(c.to_uppercase()),
            Typing::Lower => out.text.extend(c.to_lowercase()),
            Typing::Openings => {
                if opens && c.is_alphabetic() {
                    out.text.push(c);
                } else {
                    out.text.extend(c.to_lowercase());
                }
            }
            Typing::Plain => plain(c, &mut out.text),
            Typing::PlainLower => c.to_lowercase().for_each(|it| plain(it, &mut out.text)),
        }
        if c.is_alphabetic() {
            opens = false;
        } else if matches!(c, '.' | '!' | '?' | '\n') {
            opens = true;
        }
    }
    if let (Some((_, _, mark)), Some(it)) = (started, out.spans.last_mut()) {
        *it = (it.0, out.text.len(), mark);
    }
    out
}

fn plain(c: char, out: &mut String) {
    match c {
        'å' | 'ä' => out.push('a'),
        'æ' => out.push_str("ae"),
        'ø' | 'ö' => out.push('o'),
        'Å' | 'Ä' => out.push('A'),
        'Æ' => out.push_str("AE"),
        'Ø' | 'Ö' => out.push('O'),
        _ => out.push(c),
    }
}

/// Several texts as one, with a space or the end of a line between.
pub fn joined(texts: &[&Text], random: &mut Random) -> Text {
    let mut out = Text::default();
    for text in texts {
        if !out.text.is_empty() {
            out.text.push(if random.chance(20) { '\n' } else { ' ' });
        }
        let shift = out.text.len();
        out.text.push_str(&text.text);
        out.spans.extend(text.spans.iter().map(|(start, end, mark)| (start + shift, end + shift, *mark)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::data::marked;
    use super::*;

    #[test]
    fn spans_stay_on_their_names() {
        let text = marked("Hej {name|Bjørn Ås}. Er {name|Åse} der");
        for typing in
            [Typing::AsWritten, Typing::Lower, Typing::Upper, Typing::Openings, Typing::Plain, Typing::PlainLower]
        {
            let copy = typed(&text, typing);
            let names: Vec<String> =
                copy.spans.iter().map(|it| copy.text.get(it.0..it.1).unwrap_or("").to_lowercase()).collect();
            assert!(
                ["bjørn ås", "bjorn as"].contains(&names[0].as_str()) && ["åse", "ase"].contains(&names[1].as_str()),
                "{typing:?} {names:?}"
            );
        }
        assert_eq!(typed(&text, Typing::Openings).text, "Hej bjørn ås. Er åse der");
    }
}
