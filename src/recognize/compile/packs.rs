//! Build time: the lexicons of a language become one pack, a text without comments whose every line has been read once.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

#[allow(dead_code)]
#[path = "../lexicon/parse.rs"]
mod parse;

use parse::{Item, Line, Way};

const LANGUAGES: &[&str] = &["da", "sv", "nb", "nn", "fi", "en"];
/// The files of a language, in the order of the pack: frequent words before those that are compared with them.
const SECTIONS: &[&str] = &[
    "endings",
    "common",
    "health",
    "gender",
    "ethnicity",
    "nationality",
    "sexuality",
    "politics",
    "religion",
    "blockers",
    "persons",
    "frames",
    "numbers",
];

/// Lines that may be shared between languages: they mean the same wherever they stand.
const SHARED: &[&str] =
    &["health", "gender", "ethnicity", "nationality", "sexuality", "politics", "religion", "blockers", "frames"];

/// Writes `terms-xx.pack` for each language, `terms-shared.pack` for the lines that several have, and returns the table that names them.
pub fn source(folder: &Path, out_dir: &Path) -> String {
    let mut mistakes = Vec::new();
    let all: Vec<Vec<(&str, String)>> = LANGUAGES.iter().map(|it| lines(&folder.join(it), &mut mistakes)).collect();
    assert!(mistakes.is_empty(), "the lexicons have mistakes:\n{}", mistakes.join("\n"));
    // The languages of each line that may be shared.
    let mut owners: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (language, lines) in LANGUAGES.iter().zip(&all) {
        for (section, line) in lines.iter().filter(|it| SHARED.contains(&it.0) && !it.1.starts_with('@')) {
            let owners = owners.entry((section, line)).or_default();
            if !owners.contains(language) {
                owners.push(language);
            }
        }
    }
    let is_shared = |section: &str, line: &str| owners.get(&(section, line)).is_some_and(|it| it.len() > 1);
    let mut packs: Vec<(String, String)> = Vec::new();
    for (language, lines) in LANGUAGES.iter().zip(&all) {
        let mut pack = format!("slor-terms 1 {language}\n");
        for section in SECTIONS {
            writeln!(pack, "== {section}").expect("writing to a string");
            let own = lines.iter().filter(|it| it.0 == *section && !is_shared(section, &it.1));
            let mut own: Vec<&str> = own.map(|it| it.1.as_str()).collect();
            // Terms that end alike pack better side by side, and frames that begin alike, behind the classes.
            if *section == "frames" {
                own.sort_by_key(|it| (!it.starts_with('@'), *it));
            } else if SHARED.contains(section) {
                own.sort_by_key(|it| backwards(it));
            }
            for line in own {
                writeln!(pack, "{line}").expect("writing to a string");
            }
        }
        packs.push((format!("terms-{language}"), pack));
    }
    let mut groups: BTreeMap<(usize, String), Vec<&str>> = BTreeMap::new();
    for ((section, line), owners) in owners.iter().filter(|it| it.1.len() > 1) {
        let place = SECTIONS.iter().position(|it| it == section).expect("a known section");
        groups.entry((place, owners.join(" "))).or_default().push(line);
    }
    for ((place, _), lines) in &mut groups {
        if SECTIONS[*place] != "frames" {
            lines.sort_by_key(|it| backwards(it));
        }
    }
    let mut shared = String::from("slor-terms 1 shared\n");
    for ((place, owners), lines) in groups {
        writeln!(shared, "== {} {owners}\n{}", SECTIONS[place], lines.join("\n")).expect("writing to a string");
    }
    packs.push(("terms-shared".to_owned(), shared));
    let mut out = String::from("#[cfg(feature = \"embed\")]\npub(crate) static EMBEDDED: &[(&str, &[u8])] = &[\n");
    for (name, mut pack) in packs {
        // A pack that was cut off has no such last line.
        let count = pack.lines().count();
        writeln!(pack, "== end {count}").expect("writing to a string");
        let file = out_dir.join(format!("{name}.pack"));
        std::fs::write(&file, pack).expect("writing a pack");
        writeln!(out, "({name:?}, include_bytes!({file:?})),").expect("writing to a string");
    }
    out.push_str("];\n");
    out
}

/// A term without its marks, from its last letter to its first.
fn backwards(line: &str) -> String {
    line.trim_start_matches(['?', '=', '*']).chars().rev().collect()
}

/// The categories in the order of the engine's vocabulary: `tests` in the crate compare.
const CATEGORIES: &[&str] = &[
    "national_id",
    "phone",
    "account",
    "number",
    "birthdate",
    "date",
    "email",
    "name",
    "health",
    "gender",
    "ethnicity",
    "nationality",
    "sexuality",
    "politics",
    "religion",
    "address",
    "reference",
];

/// The table of names such as `da.health`, a row a language and a column a category.
pub fn recognizers() -> String {
    let row = |language: &&str| CATEGORIES.iter().map(|it| format!("{language}.{it}")).collect::<Vec<_>>();
    let table: Vec<_> = LANGUAGES.iter().map(row).collect();
    format!("static RECOGNIZERS: &[&[&str]] = &{table:?};").replace("], [", "], &[").replace("[[", "[&[")
}

/// The lines of a language's files with their sections, comments left out.
fn lines(folder: &Path, mistakes: &mut Vec<String>) -> Vec<(&'static str, String)> {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !SECTIONS.iter().any(|it| name == format!("{it}.txt")) {
            mistakes.push(format!("{}: no section of a pack is called so", entry.path().display()));
        }
    }
    let mut out = Vec::new();
    let files: Vec<_> = SECTIONS
        .iter()
        .map(|it| (*it, folder.join(format!("{it}.txt"))))
        .filter_map(|(section, path)| Some((section, std::fs::read_to_string(&path).ok()?, path)))
        .collect();
    let classes: Vec<&str> = files.iter().flat_map(|(_, text, _)| text.lines()).filter_map(class_of).collect();
    for (section, text, path) in &files {
        for (number, line) in text.lines().enumerate() {
            let content = without_comment(line);
            if content.is_empty() {
                continue;
            }
            let checked = match *section {
                "persons" | "frames" => {
                    parse::line(content).and_then(|it| check_references(&it, &classes)).map(|()| in_order(content))
                }
                "numbers" => parse::number(content).map(|_| content.to_owned()),
                "endings" | "common" => Ok(content.to_owned()),
                _ => match parse::term(content) {
                    Ok(it) if it.ending && it.text.len() < 4 => Err("an ending is looked for from four bytes on"),
                    it => it.map(|_| content.to_owned()),
                },
            };
            match checked {
                Ok(line) => out.push((*section, line)),
                Err(error) => mistakes.push(format!("{}:{}: {error}: {content}", path.display(), number + 1)),
            }
        }
    }
    out
}

/// A class or frame with its alternatives in alphabetical order: what is written alike everywhere packs better, and is sooner shared.
fn in_order(line: &str) -> String {
    let sorted = |words: &str, between: &str| {
        let mut words: Vec<&str> = words.split('|').map(str::trim).collect();
        words.sort_unstable();
        words.join(between)
    };
    if let Some((name, words)) = line.split_once(" = ") {
        return format!("{name} = {}", sorted(words, " | "));
    }
    let item = |item: &str| {
        let opened = item.trim_end_matches(['>', ']']);
        let inner = opened.trim_start_matches(['<', '[']);
        let (front, back) = (&opened[..opened.len() - inner.len()], &item[opened.len()..]);
        format!("{front}{}{back}", sorted(inner, "|"))
    };
    line.split(' ').map(item).collect::<Vec<_>>().join(" ")
}

/// The name of the class that a line of whatever file defines.
fn class_of(line: &str) -> Option<&str> {
    match parse::line(without_comment(line)) {
        Ok(Line::Class(name, _)) => Some(name),
        _ => None,
    }
}

/// Whether there is every class and category that a line speaks of; without one, a frame would never match.
fn check_references(line: &Line<'_>, classes: &[&str]) -> Result<(), &'static str> {
    let Line::Frame(says, slots) = line else { return Ok(()) };
    if !matches!(*says, "weak" | "blocked") && !CATEGORIES.contains(says) {
        return Err("a frame finds a category, or is weak or blocked");
    }
    let ways = slots.iter().filter_map(|it| match &it.item {
        Item::One(ways) => Some(ways),
        _ => None,
    });
    ways.flatten().try_for_each(|way| match way {
        Way::Class(name) if !classes.contains(name) => Err("a class is named that this language doesn't have"),
        Way::Category(name) if !CATEGORIES.contains(name) => Err("a category is named that there isn't"),
        _ => Ok(()),
    })
}

/// The line without the comment: a `#` at its start or after a space, unless it stands for a number in a frame.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    let mut end = line.len();
    for (at, _) in line.match_indices(" #") {
        let rest = &line[at + 2..];
        if rest.starts_with(' ')
            && rest.trim_start().chars().next().is_some_and(|c| !"[<@~$:%|".contains(c))
            && !line.contains(':')
        {
            end = at;
            break;
        }
    }
    line[..end].trim()
}
