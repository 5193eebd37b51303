//! Which words are known to be no names: those that texts hold in lower case, outside of names.

use std::collections::BTreeMap;

use super::data::{Source, Text};
use crate::hash;
use crate::read::{Kind, Reading};
use crate::recognize::names::GroupName;
use crate::recognize::names::list::Listed;
use crate::recognize::names::words;

#[derive(Default)]
struct Count {
    outside: u32,
    capital: u32,
    inside: u32,
}

/// The places of the known words in three classes: rare, frequent, and never a name.
pub fn learn(
    name: GroupName,
    texts: &[(&Source, Vec<&Text>)],
    templates: &[&str],
    words: &str,
    names: &[(String, Listed)],
) -> [Vec<u32>; 3] {
    let mut counts: BTreeMap<Vec<u8>, Count> = BTreeMap::new();
    for (source, texts) in texts {
        // Another language's words are no words of this one.
        if source.group == name {
            texts.iter().for_each(|it| count(it, &mut counts, 1));
        }
    }
    for template in templates {
        let text = super::data::marked(&template.replace(['{', '}'], " "));
        count(&text, &mut counts, 2);
    }
    // `words` are listed by how frequent they are.
    for (place, word) in words.lines().filter(|it| !it.starts_with('#')).flat_map(str::split_whitespace).enumerate() {
        let it = counts.entry(word.as_bytes().to_vec()).or_default();
        it.outside += if place < 3000 { 12 } else { 2 };
    }
    let listed: std::collections::BTreeSet<&[u8]> = names.iter().map(|it| it.0.as_bytes()).collect();
    let mut out: [Vec<u32>; 3] = Default::default();
    for (word, count) in &counts {
        let class = match count {
            Count { outside: 30.., inside: 0, .. }
                if !listed.contains(word.as_slice()) && count.capital * 4 < count.outside =>
            {
                2
            }
            Count { outside: 12.., .. } if count.inside * 3 < count.outside => 1,
            Count { outside: 2.., .. } if count.inside < count.outside => 0,
            _ => continue,
        };
        if word.len() > 1 || class == 2 {
            out[class].push(words::place(hash::bytes(word)));
        }
    }
    // A place belongs to its best class only.
    let mut taken = std::collections::BTreeSet::new();
    for places in out.iter_mut().rev() {
        places.sort_unstable();
        places.dedup();
        places.retain(|it| taken.insert(*it));
    }
    out
}

fn count(text: &Text, counts: &mut BTreeMap<Vec<u8>, Count>, times: u32) {
    let reading = Reading::new(&text.text);
    for token in reading.tokens.iter().filter(|it| it.kind == Kind::Word && it.end() - it.start() <= 40) {
        let Some(span) = reading.original(token.start(), token.end()) else { continue };
        let named = text.spans.iter().any(|it| it.0 < span.end() && span.start() < it.1);
        let small = reading.typed(token).chars().all(|it| !it.is_uppercase());
        let it = counts.entry(reading.bytes(token).to_vec()).or_default();
        match (named, small, token.opens) {
            (true, ..) => it.inside += times,
            (false, true, _) => it.outside += times,
            (false, false, false) => it.capital += times,
            _ => {}
        }
    }
}
