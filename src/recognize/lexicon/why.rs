//! Which line of a lexicon found something: looked up anew in the packs, so that nothing has to be kept for it.

use super::load::{Lexicon, Loader, ids};
use super::words::Words;
use super::frames;
use crate::category::{Category, Language};

/// The line of a pack that finds a stretch of words.
pub(crate) struct Why {
    /// Folded bytes.
    pub start: usize,
    pub end: usize,
    pub category: Category,
    pub language: Language,
    /// `health`, `frames` …: the file that the line stands in.
    pub section: String,
    pub line: String,
}

/// The lines of a section of a pack.
fn section<'p>(pack: &'p str, name: &str) -> impl Iterator<Item = &'p str> {
    let header = format!("== {name}");
    pack.lines().skip_while(move |it| *it != header).skip(1).take_while(|it| !it.starts_with("== "))
}

/// The lines behind everything that the lexicon finds in `words`.
pub(crate) fn why(words: &Words<'_>, lexicon: &Lexicon, packs: &[String]) -> Vec<Why> {
    let mut out = Vec::new();
    let pack_of = |language: u8| {
        let language = Language::ALL.get(usize::from(language))?;
        packs.iter().find(|it| it.starts_with(&format!("slor-terms 1 {}\n", language.name()))).map(|it| (*language, it.as_str()))
    };
    for at in 0..words.list.len() {
        for sense in words.senses(at) {
            let Some(category) = ids::category(sense.id) else { continue };
            let (Some((language, pack)), Some(from), Some(to)) = (pack_of(sense.language), words.list.get(at), words.list.get(at + usize::from(sense.words) - 1)) else { continue };
            let (start, end) = (from.token.start(), to.token.end());
            let line = section(pack, category.name()).find(|line| finds(line, category, pack, language, words, start, end));
            if let Some(line) = line {
                out.push(Why { start, end, category, language, section: category.name().to_owned(), line: line.to_owned() });
            }
        }
    }
    for framed in frames::find(words, lexicon) {
        let (Some((language, pack)), Some(from), Some(to)) = (pack_of(framed.language), words.list.get(framed.first), words.list.get(framed.last - 1)) else { continue };
        let line = section(pack, "frames").filter(|it| !is_class(it)).nth(framed.line as usize).unwrap_or("");
        out.push(Why { start: from.token.start(), end: to.token.end(), category: framed.category, language, section: "frames".to_owned(), line: line.to_owned() });
    }
    out
}

fn is_class(line: &str) -> bool {
    line.starts_with('@') && line.contains('=') && !line.contains(':')
}

/// Whether a pack of this one line finds the stretch.
fn finds(line: &str, category: Category, pack: &str, language: Language, words: &Words<'_>, start: usize, end: usize) -> bool {
    let mut small = format!("slor-terms 1 {}\n== endings\n", language.name());
    for ending in section(pack, "endings") {
        small.push_str(ending);
        small.push('\n');
    }
    small.push_str(&format!("== {}\n{line}\n", category.name()));
    let count = small.lines().count();
    small.push_str(&format!("== end {count}\n"));
    let mut loader = Loader::new();
    if loader.add(&small).is_err() {
        return false;
    }
    let lexicon = loader.finish(crate::recognize::names::Names::default());
    let alone = Words::new(words.reading, &lexicon);
    (0..alone.list.len()).any(|at| {
        let from = alone.list.get(at).map(|it| it.token.start());
        let to = |length: u8| alone.list.get(at + usize::from(length) - 1).map(|it| it.token.end());
        from == Some(start) && alone.senses(at).iter().any(|it| ids::category(it.id) == Some(category) && to(it.words) == Some(end))
    })
}
