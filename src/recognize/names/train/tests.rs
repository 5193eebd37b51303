//! Learning from a handful of texts: it always comes out the same, and it learns.

use super::data::{Mark, marked};
use super::*;
use crate::read::Reading;
use crate::recognize::names::features::View;
use crate::recognize::names::pack::Reader;
use crate::recognize::names::tokens;

const TEXTS: &[&str] = &[
    "i dag kom {name|Birgitte Sørensen} til mødet",
    "derefter talte {name|Jens Lauritsen} om skolen",
    "hun sagde det til {name|Kirsten} i går",
    "skolen ligger ved kirken i byen",
    "der er møde i dag klokken otte",
];

fn learn() -> Vec<u8> {
    let own = list_of(&["birgitte g1\njens g1\nkirsten g1\nsørensen s1".to_owned()]).unwrap();
    let world = list_of(&["fatima g1\nhassan gs1".to_owned()]).unwrap();
    let source = Source {
        name: "da-tiny.train".to_owned(),
        group: GroupName::Da,
        texts: TEXTS.iter().map(|it| marked(it)).collect(),
    };
    let texts = [(&source, source.texts.iter().collect::<Vec<_>>())];
    let plan = Plan {
        name: GroupName::Da,
        texts: &texts,
        templates: &["jeg hedder {n} og bor i byen", "hvornår er der møde"],
        frequent: "",
        rounds: 30,
        features: 2000,
    };
    learn_group(&plan, &own, &world, &mut |_| {}).unwrap()
}

#[test]
fn the_same_texts_give_the_same_weights() {
    assert!(learn() == learn());
}

#[test]
fn what_was_learnt_finds_names() {
    let file = learn();
    let own = list_of(&["birgitte g1\njens g1\nkirsten g1\nsørensen s1".to_owned()]).unwrap();
    let mut pack = (own.bytes.len() as u32).to_le_bytes().to_vec();
    pack.extend(&own.bytes);
    pack.extend(file.strip_prefix(b"slor-weights 1 da\n").unwrap());
    let mut shared = Shared::default();
    let group = Group::read(GroupName::Da, &mut Reader::new(&pack), &mut shared).unwrap();
    let text = marked("jeg hedder {name|Jens Sørensen} og bor i byen");
    let reading = Reading::new(&text.text);
    let (seen, style) = tokens::see(&reading);
    let known = group.known_all(&reading, &seen, &shared.marks_of_all(&seen), &shared);
    let mut tags = Vec::new();
    group.model.unwrap().tag(&View { reading: &reading, seen: &seen, known: &known, style }, 0, &mut tags);
    assert_eq!(text.spans, [(11, 25, Mark::Name)]);
    assert_eq!(tags, [0, 0, 1, 2, 0, 0, 0, 0]);
}
