//! Which line of a lexicon found something: looked up anew in the packs, so that nothing has to be kept for it.

use super::frames;
use super::load::Loader;
use super::model::{Lexicon, ids};
use super::words::Words;
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

/// The lines of a language's section: of its own pack, then of the shared one, as they are loaded.
fn lines<'p>(packs: &'p [String], language: Language, section: &str) -> Vec<&'p str> {
    let mut out = Vec::new();
    for pack in packs {
        let Some(name) = pack.lines().next().and_then(|it| it.strip_prefix("slor-terms 1 ")) else { continue };
        let mut inside = false;
        for line in pack.lines().skip(1) {
            if let Some(header) = line.strip_prefix("== ") {
                let (title, owners) = header.split_once(' ').unwrap_or((header, ""));
                inside =
                    title == section && (name == language.name() || owners.split(' ').any(|it| it == language.name()));
            } else if inside {
                out.push(line);
            }
        }
    }
    out
}

/// The lines behind everything that the lexicon finds in `words`.
pub(crate) fn why(words: &Words<'_>, lexicon: &Lexicon, packs: &[String]) -> Vec<Why> {
    let mut out = Vec::new();
    let of = |language: u8| Language::ALL.get(usize::from(language)).copied();
    for at in 0..words.list.len() {
        for sense in words.senses(at) {
            let Some(category) = ids::category(sense.id) else { continue };
            let (Some(language), Some(from), Some(to)) =
                (of(sense.language), words.list.get(at), words.list.get(at + usize::from(sense.words) - 1))
            else {
                continue;
            };
            let (start, end) = (from.token.start(), to.token.end());
            let endings = lines(packs, language, "endings");
            // Looking at a line takes long, so those come first that begin like something in the stretch.
            let stretch = words.reading.between(start, end);
            let (likely, others): (Vec<&str>, Vec<&str>) =
                lines(packs, language, category.name()).into_iter().partition(|line| begins_inside(line, stretch));
            let mut all = likely.into_iter().chain(others);
            let line = all.find(|line| finds(line, category, &endings, language, words, start, end));
            if let Some(line) = line {
                out.push(Why {
                    start,
                    end,
                    category,
                    language,
                    section: category.name().to_owned(),
                    line: line.to_owned(),
                });
            }
        }
    }
    for framed in frames::find(words, lexicon) {
        let (Some(category), Some(language), Some(from), Some(to)) =
            (framed.category, of(framed.language), words.list.get(framed.first), words.list.get(framed.last - 1))
        else {
            continue;
        };
        let line = lines(packs, language, "frames")
            .into_iter()
            .filter(|it| !is_class(it))
            .nth(framed.line as usize)
            .unwrap_or("");
        out.push(Why {
            start: from.token.start(),
            end: to.token.end(),
            category,
            language,
            section: "frames".to_owned(),
            line: line.to_owned(),
        });
    }
    out
}

fn is_class(line: &str) -> bool {
    line.starts_with('@') && line.contains('=') && !line.contains(':')
}

/// Whether the first letters of a line's term stand somewhere in a stretch of text.
fn begins_inside(line: &str, stretch: &[u8]) -> bool {
    let term = line.trim_start_matches(|it: char| !it.is_alphanumeric()).as_bytes();
    let first = term.get(..3).unwrap_or(term);
    !first.is_empty() && stretch.windows(first.len()).any(|it| it == first)
}

/// Whether a pack of this one line finds the stretch.
fn finds(
    line: &str,
    category: Category,
    endings: &[&str],
    language: Language,
    words: &Words<'_>,
    start: usize,
    end: usize,
) -> bool {
    let mut small = format!(
        "slor-terms 1 {}\n== endings\n{}\n== {}\n{line}\n",
        language.name(),
        endings.join("\n"),
        category.name()
    );
    let count = small.lines().count();
    small.push_str(&format!("== end {count}\n"));
    let mut loader = Loader::new(&[language]);
    if loader.add(&small).is_err() {
        return false;
    }
    let Ok(lexicon) = loader.finish() else { return false };
    let alone = Words::new(words.reading, &lexicon, false);
    (0..alone.list.len()).any(|at| {
        let from = alone.list.get(at).map(|it| it.token.start());
        let to = |length: u8| alone.list.get(at + usize::from(length) - 1).map(|it| it.token.end());
        from == Some(start)
            && alone.senses(at).iter().any(|it| ids::category(it.id) == Some(category) && to(it.words) == Some(end))
    })
}
