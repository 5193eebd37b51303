//! What the loader refuses, and that nothing in the shipped packs outgrows it.

use super::*;

#[test]
fn more_words_than_can_be_told_apart_are_refused() {
    let loads = |count: usize| {
        let words: Vec<String> = (0..count).map(|it| format!("w{it}")).collect();
        let pack = format!("slor-terms 1 da\n== frames\n@all = {}\n== end 3\n", words.join(" x | "));
        let mut loader = Loader::new(&[Language::Da]);
        loader.add(&pack).is_ok() && loader.finish().is_ok()
    };
    assert!(loads(30_000));
    assert!(!loads(40_000));
}

#[cfg(feature = "embed")]
#[test]
fn every_set_of_the_shipped_packs_has_its_bit() {
    let mut loader = Loader::new(Language::ALL);
    for (name, bytes) in crate::Packs::files().filter(|it| it.0.starts_with("terms")) {
        assert!(loader.add(std::str::from_utf8(bytes).unwrap()).is_ok(), "{name}");
    }
    let lexicon = loader.finish().ok().unwrap();
    let slots = lexicon.frames.iter().flat_map(|it| &it.slots);
    let without = slots.filter(|it| it.set.is_none() && anchors::fillers(&it.place).is_some()).count();
    // Frames with such a slot are tried on messages that can't have them: raise `MOST`.
    assert_eq!(without, 0);
}
