//! Build time: the strings of each language become one pack, and their keys a table. A missing string fails the build.

use std::fmt::Write;
use std::path::Path;

const LANGUAGES: &[&str] = &["da", "sv", "nb", "nn", "fi", "en"];

/// Keys that belong to a vocabulary: the prefix, and how many words it has. They stand together, in its order.
const GROUPS: &[(&str, usize)] = &[
    ("category", 17),
    ("field", 5),
    ("device", 4),
    ("precision", 3),
    ("corner", 4),
    ("icon", 2),
    ("format", 2),
    ("ground", 6),
    ("right", 7),
    ("role", 4),
    ("weekday", 7),
    ("calendar", 12),
    ("country", 24),
    ("claim", 15),
    ("screen", 4),
];

/// Writes `notice-xx.pack` for each language, and returns the source of the keys and of the table that names the packs.
pub fn source(folder: &Path, out_dir: &Path) -> String {
    let all: Vec<Vec<(String, String)>> = LANGUAGES.iter().map(|it| lines(&folder.join(format!("{it}.txt")))).collect();
    let main = &all[LANGUAGES.len() - 1];
    for (language, lines) in LANGUAGES.iter().zip(&all) {
        for (n, (key, text)) in main.iter().enumerate() {
            let Some(found) = lines.get(n).filter(|it| it.0 == *key) else {
                panic!("strings/{language}.txt: `{key}` is missing or not in its place")
            };
            assert_eq!(
                blanks(&found.1),
                blanks(text),
                "strings/{language}.txt: `{key}` must have the same words in braces in every language"
            );
        }
        assert_eq!(lines.len(), main.len(), "strings/{language}.txt: there are keys that strings/en.txt doesn't have");
    }
    let mut out = keys(main);
    out.push_str("#[cfg(feature = \"embed\")]\npub(super) static EMBEDDED: &[(&str, &[u8])] = &[\n");
    for (language, lines) in LANGUAGES.iter().zip(&all) {
        let mut pack = format!("slor-notice 1 {language}\n");
        for (_, text) in lines {
            writeln!(pack, "{text}").expect("writing to a string");
        }
        // A pack that was cut off has no such last line.
        writeln!(pack, "== end {}", lines.len()).expect("writing to a string");
        let file = out_dir.join(format!("notice-{language}.pack"));
        std::fs::write(&file, pack).expect("writing a pack");
        writeln!(out, "({:?}, include_bytes!({file:?})),", format!("notice-{language}")).expect("writing to a string");
    }
    out.push_str("];\n");
    out
}

/// A constant for each key by itself and for each group.
fn keys(lines: &[(String, String)]) -> String {
    let mut out = format!(
        "pub(super) const COUNT: usize = {};\npub(super) mod key {{\nuse super::{{Group, Key}};\n",
        lines.len()
    );
    let mut n = 0;
    while let Some((key, _)) = lines.get(n) {
        let prefix = key.split('_').next().unwrap_or_default();
        if let Some((group, len)) = GROUPS.iter().find(|it| it.0 == prefix) {
            let has = lines.iter().skip(n).take_while(|it| it.0.starts_with(&format!("{group}_"))).count();
            assert_eq!(has, *len, "strings: `{group}` has {len} words");
            writeln!(out, "pub(in crate::promise) const {}: Group = Group({n}, {len});", group.to_uppercase())
                .expect("writing to a string");
            n += len;
        } else {
            writeln!(out, "pub(in crate::promise) const {}: Key = Key({n});", key.to_uppercase())
                .expect("writing to a string");
            n += 1;
        }
    }
    let names: Vec<&String> = lines.iter().map(|it| &it.0).collect();
    write!(out, "}}\n#[cfg(all(test, feature = \"embed\"))]\npub(super) static NAMES: &[&str] = &{names:?};\n")
        .expect("writing to a string");
    out
}

/// The keys and texts of a file, comments left out.
fn lines(path: &Path) -> Vec<(String, String)> {
    let file = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let content = file.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    let read = |line: &str| {
        let (key, text) = line.split_once(" = ").filter(|it| !it.1.trim().is_empty())?;
        Some((key.to_owned(), text.trim().to_owned()))
    };
    content.map(|line| read(line).unwrap_or_else(|| panic!("{}: not `key = text`: {line}", path.display()))).collect()
}

/// The words in braces, sorted.
fn blanks(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = text.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
    all.sort_unstable();
    all
}
