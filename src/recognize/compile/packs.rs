//! Build time: the lexicons of a language become one pack, a text without comments whose every line has been read once.

use std::fmt::Write;
use std::path::Path;

#[allow(dead_code)]
#[path = "../lexicon/parse.rs"]
mod parse;

const LANGUAGES: &[&str] = &["da", "sv", "nb", "nn", "fi", "en"];
/// The files of a language, in the order of the pack.
const SECTIONS: &[&str] =
    &["endings", "health", "gender", "ethnicity", "nationality", "sexuality", "politics", "religion", "blockers", "persons", "frames", "numbers", "common"];

/// Writes `terms-xx.pack` for each language and returns the table that names them and the packs of `names`.
pub fn source(folder: &Path, names: &[String], out_dir: &Path) -> String {
    let mut out = String::from("#[cfg(feature = \"embed\")]\npub(crate) static EMBEDDED: &[(&str, &[u8])] = &[\n");
    let mut mistakes = Vec::new();
    for language in LANGUAGES {
        let file = out_dir.join(format!("terms-{language}.pack"));
        std::fs::write(&file, pack(&folder.join(language), language, &mut mistakes)).expect("writing a pack");
        writeln!(out, "(\"terms-{language}\", include_bytes!({file:?})),").expect("writing to a string");
    }
    for name in names {
        writeln!(out, "(\"{name}\", include_bytes!({:?})),", out_dir.join(format!("{name}.pack"))).expect("writing to a string");
    }
    for it in &mistakes {
        println!("cargo::warning={it}");
    }
    out.push_str("];\n");
    out
}

/// The categories in the order of the engine's vocabulary: `tests` in the crate compare.
const CATEGORIES: &[&str] = &[
    "national_id", "phone", "account", "number", "birthdate", "date", "email", "name", "health", "gender", "ethnicity", "nationality", "sexuality", "politics", "religion", "address",
    "reference",
];

/// The table of names such as `da.health`, a row a language and a column a category.
pub fn recognizers() -> String {
    let row = |language: &&str| CATEGORIES.iter().map(|it| format!("{language}.{it}")).collect::<Vec<_>>();
    let table: Vec<_> = LANGUAGES.iter().map(row).collect();
    format!("static RECOGNIZERS: &[&[&str]] = &{table:?};").replace("], [", "], &[").replace("[[", "[&[")
}

fn pack(folder: &Path, language: &str, mistakes: &mut Vec<String>) -> String {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !SECTIONS.iter().any(|it| name == format!("{it}.txt")) {
            mistakes.push(format!("{}: no section of a pack is called so", entry.path().display()));
        }
    }
    let mut pack = format!("slor-terms 1 {language}\n");
    for section in SECTIONS {
        let path = folder.join(format!("{section}.txt"));
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        writeln!(pack, "== {section}").expect("writing to a string");
        for (number, line) in text.lines().enumerate() {
            let content = without_comment(line);
            if content.is_empty() {
                continue;
            }
            let checked = match *section {
                "persons" | "frames" => parse::line(content).map(drop),
                "numbers" => parse::number(content).map(drop),
                "endings" | "common" => Ok(()),
                _ => parse::term(content).map(drop),
            };
            if let Err(error) = checked {
                mistakes.push(format!("{}:{}: {error}: {content}", path.display(), number + 1));
                continue;
            }
            pack.push_str(content);
            pack.push('\n');
        }
    }
    // A pack that was cut off has no such last line.
    let lines = pack.lines().count();
    writeln!(pack, "== end {lines}").expect("writing to a string");
    pack
}

/// The line without the comment: a `#` at its start or after a space, unless it stands for a number in a frame.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    let mut end = line.len();
    for (at, _) in line.match_indices(" #") {
        let rest = &line[at + 2..];
        if rest.starts_with(' ') && rest.trim_start().chars().next().is_some_and(|c| !"[<@~$:%|".contains(c)) && !line.contains(':') {
            end = at;
            break;
        }
    }
    line[..end].trim()
}
