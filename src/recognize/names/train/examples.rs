//! From texts to runs of tokens with features.

use super::chain::Run;
use super::copies::{self, Stock, Typing};
use super::data::{Mark, Source, Text};
use super::random::Random;
use crate::hash;
use crate::read::Reading;
use crate::recognize::names::features::{Known, View};
use crate::recognize::names::group::{Group, GroupName};
use crate::recognize::names::tokens;
use crate::recognize::names::tokens::Style;
use crate::recognize::names::words::Shared;

/// Makes examples as a group sees them.
pub struct Maker<'g> {
    pub group: &'g Group,
    pub shared: &'g Shared,
    pub own_names: Stock,
    pub world_names: Stock,
}

/// How many in a hundred of another language's texts are read in a round.
const LENT: usize = 80;

/// How many copies of a text that is no chat are typed otherwise: more where lower case loses most names, to Finnish endings and to Norwegian's two spellings.
fn other_copies(name: GroupName) -> usize {
    if matches!(name, GroupName::Fi | GroupName::No) { 2 } else { 1 }
}

impl Maker<'_> {
    /// Every example of one round.
    pub fn each_run(
        &self,
        texts: &[(&Source, Vec<&Text>)],
        templates: &[&str],
        round: u64,
        mut take: impl FnMut(&Run),
    ) {
        // Sources take turns, so that none has the last word.
        let mut all: Vec<(u64, Vec<&Text>, bool)> = Vec::new();
        for (number, (source, texts)) in texts.iter().enumerate() {
            let mut random = Random::new(round, number as u64);
            let mut rest = texts.as_slice();
            let chat = source.name.ends_with("-chat");
            while !rest.is_empty() {
                let count = if chat { 1 } else { 1 + random.below(3) }.min(rest.len());
                let (these, later) = rest.split_at(count);
                rest = later;
                let lent = source.group != self.group.name;
                if !lent || random.chance(LENT) {
                    let seed = random.below(usize::MAX) as u64;
                    for copy in 0..if chat { 3 } else { 1 } {
                        all.push((seed.wrapping_add(copy), these.to_vec(), chat));
                    }
                }
            }
        }
        for (number, template) in templates.iter().enumerate() {
            let mut random = Random::new(round ^ 0x7e, number as u64);
            for _ in 0..if template.contains('{') { 12 } else { 3 } {
                all.push((random.below(usize::MAX) as u64, Vec::new(), true));
                if let Some(it) = all.last_mut() {
                    it.0 = (it.0 << 16) | number as u64;
                }
            }
        }
        all.sort_by_key(|it| it.0.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for (seed, texts, chat) in &all {
            let mut random = Random::new(*seed, round);
            if texts.is_empty() {
                let Some(template) = templates.get((*seed & 0xffff) as usize) else { continue };
                let stock =
                    if random.chance(60) && !self.own_names.is_empty() { &self.own_names } else { &self.world_names };
                let text = copies::from_template(template, stock, &mut random);
                let typing = chat_typing(&mut random);
                self.runs(&copies::typed(&text, typing), 25, &mut random, &mut take);
                continue;
            }
            let text = copies::joined(texts, &mut random);
            let first = if *chat { chat_typing(&mut random) } else { Typing::AsWritten };
            let copy = if random.chance(20) { self.with_other_names(&text, &mut random) } else { text.clone() };
            self.runs(&copies::typed(&copy, first), 6, &mut random, &mut take);
            if *chat {
                continue;
            }
            for _ in 0..other_copies(self.group.name) {
                if text.spans.is_empty() && !random.chance(60) {
                    continue;
                }
                let copy = if random.chance(35) { self.with_other_names(&text, &mut random) } else { text.clone() };
                let typing = match random.below(100) {
                    0..55 => Typing::Lower,
                    55..75 => Typing::Openings,
                    75..83 => Typing::Upper,
                    83..92 => Typing::PlainLower,
                    _ => Typing::Plain,
                };
                self.runs(&copies::typed(&copy, typing), 10, &mut random, &mut take);
            }
        }
    }

    fn with_other_names(&self, text: &Text, random: &mut Random) -> Text {
        let stock = if random.chance(35) && !self.own_names.is_empty() { &self.own_names } else { &self.world_names };
        let is_name = |it: &str| {
            !self.group.list.get(hash::bytes(it.as_bytes()), false).is_none()
                || !self.shared.world.get(hash::bytes(it.as_bytes()), false).is_none()
        };
        copies::with_other_names(text, stock, self.group.name == GroupName::Fi, is_name, random)
    }

    /// The runs of one text; in `unlisted` percent of the names no list knows their parts, as with rare names.
    fn runs(&self, text: &Text, unlisted: usize, random: &mut Random, take: &mut impl FnMut(&Run)) {
        let reading = Reading::new(&text.text);
        let (seen, style) = tokens::see(&reading);
        let marks = self.shared.marks_of_all(&seen);
        let mut known = self.group.known_all(&reading, &seen, &marks, self.shared);
        let mut tags: Vec<Option<u8>> = vec![Some(0); seen.len()];
        let mut before = None;
        let mut forgets = false;
        for ((seen, tag), known) in seen.iter().zip(&mut tags).zip(&mut known) {
            let Some(span) = reading.tokens.get(seen.token).and_then(|it| reading.original(it.start(), it.end()))
            else {
                continue;
            };
            let inside = text.spans.iter().position(|it| it.0 < span.end() && span.start() < it.1);
            *tag = match inside.and_then(|it| text.spans.get(it)) {
                Some((.., Mark::Name)) => Some(if inside == before { 2 } else { 1 }),
                Some((.., Mark::Either)) => None,
                None => Some(0),
            };
            if inside != before {
                forgets = random.chance(unlisted);
            }
            before = inside;
            if forgets && matches!(tag, Some(1 | 2)) {
                *known = Known { class: known.class, ..Known::default() };
            }
        }
        let view = View { reading: &reading, seen: &seen, known: &known, style };
        let new = || Run { cased: style == Style::Usual, ..Run::default() };
        let mut run = new();
        for (at, tag) in tags.iter().enumerate() {
            if !view.is_open(at) {
                if !run.ends.is_empty() {
                    take(&std::mem::replace(&mut run, new()));
                }
                continue;
            }
            let around = view.around(at);
            let (first, others) = around.counts();
            run.features.extend(around.first_features().iter().take(first));
            run.features.extend(around.other_features(view.reading).iter().take(others));
            run.ends.push(run.features.len());
            // A run can't begin inside of a name.
            run.tags.push(if run.tags.is_empty() && *tag == Some(2) { Some(1) } else { *tag });
        }
        if !run.ends.is_empty() {
            take(&run);
        }
    }
}

/// How people type in a chat.
fn chat_typing(random: &mut Random) -> Typing {
    match random.below(100) {
        0..45 => Typing::AsWritten,
        45..75 => Typing::Lower,
        75..87 => Typing::Openings,
        87..93 => Typing::PlainLower,
        93..97 => Typing::Upper,
        _ => Typing::Plain,
    }
}
