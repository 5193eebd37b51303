//! Build time: name lists and weights become one pack a group, with a checksum. The training command compiles lists with it too.

use std::path::Path;

#[path = "../../hash.rs"]
#[allow(dead_code, clippy::duplicate_mod)]
mod hash;

/// The groups of languages that share a pack, each with the file of its list.
const GROUPS: &[(&str, &str)] =
    &[("da", "da.txt"), ("sv", "sv.txt"), ("no", "nb.txt"), ("fi", "fi.txt"), ("en", "en.txt")];

/// What a file of weights begins with, before the name of its group.
pub const WEIGHTS: &str = "slor-weights 1 ";

/// The texts of the world's list: the world, the North, and what is common in the languages' own lists, since people and their names move.
pub fn world(folder: &Path) -> Result<Vec<String>, String> {
    let read = |name: &str| {
        let path = folder.join("lists").join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut texts = vec![read("world.txt")?, read("north.txt")?];
    for (_, file) in GROUPS {
        let text = read(file)?;
        let common = text.lines().filter(|it| it.split_once(' ').is_some_and(|it| !it.1.contains('3')));
        texts.push(common.collect::<Vec<_>>().join("\n"));
    }
    Ok(texts)
}

/// What makes a name a public one, without comments, languages and what needs no saying.
fn contexts(text: &str) -> Result<Vec<u8>, String> {
    let mut out = String::new();
    for line in
        text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#') && !it.starts_with("== "))
    {
        let (kind, words) = line.split_once(':').ok_or_else(|| format!("a context has a kind: {line}"))?;
        match kind {
            "title" | "before" | "after" | "theirs" | "thing" | "joined" | "figure" | "figure?" => {
                out.push_str(&format!("{}: {}\n", kind.trim_end_matches('?'), words.trim()))
            }
            // The policy names its bot.
            "bot" => {}
            _ => return Err(format!("no kind of context: {kind}")),
        }
    }
    Ok(out.into_bytes())
}

/// Reads the lines of list files: `name flags`, where the flags are `g`, `s`, a digit 1–3 and perhaps `?`. A mistake begins with its line.
pub fn list(texts: &[String]) -> Result<Vec<u8>, String> {
    let mut names: Vec<(&str, u8)> = Vec::new();
    for (number, line) in texts.iter().flat_map(|it| it.lines().enumerate()) {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            names.push(entry(line).map_err(|error| format!("{}: {error}: {line}", number + 1))?);
        }
    }
    // In both lists: both kinds, as common as in the first, and ambiguous if it is in any.
    names.sort_by(|one, other| one.0.cmp(other.0));
    names.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 |= later.1 & (1 | 2 | 16);
        }
        same
    });
    Ok(front_coded(&names))
}

/// The name of a line, and its flags as bits.
fn entry(line: &str) -> Result<(&str, u8), &'static str> {
    let (name, flags) = line.split_once(' ').ok_or("a name has flags")?;
    // Any other would never be met: texts are folded before names are looked up.
    if !name.chars().all(|it| it.is_ascii_lowercase() || "æøåäö".contains(it)) {
        return Err("a name is one word of a to z, æ ø å ä ö, in lower case; parts of double names stand alone");
    }
    let bits = flags.chars().try_fold(0u8, |bits, flag| {
        Some(
            bits | match flag {
                'g' => 1,
                's' => 2,
                '1'..='3' => (flag as u8 - b'0') << 2,
                '?' => 16,
                _ => return None,
            },
        )
    });
    let bits = bits.filter(|it| it & 3 != 0 && it & 12 != 0).ok_or("flags are g or s, 1 to 3 and perhaps ?")?;
    Ok((name, bits))
}

fn front_coded(names: &[(&str, u8)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut before: &[u8] = &[];
    for (name, bits) in names {
        let name = name.as_bytes();
        let shared = name.iter().zip(before).take_while(|(one, other)| one == other).count();
        out.push(b'0' + shared as u8);
        out.extend(&name[shared..]);
        out.push(*bits);
        before = name;
    }
    out
}

/// Writes `names-xx.pack` for each group and for the world, and returns the table that names them.
pub fn source(folder: &Path, out_dir: &Path) -> String {
    let read = |name: &str| std::fs::read_to_string(folder.join("lists").join(name)).expect("reading a list");
    for file in GROUPS.iter().map(|it| it.1).chain(["world.txt", "north.txt"]) {
        // By itself first, so that a mistake has its place.
        list(&[read(file)]).unwrap_or_else(|error| panic!("{}:{error}", folder.join("lists").join(file).display()));
    }
    let mut out =
        String::from("#[cfg(feature = \"embed\")]\npub(crate) static EMBEDDED_NAMES: &[(&str, &[u8])] = &[\n");
    let mut write = |group: &str, texts: &[String], weights: Option<Vec<u8>>| {
        let list = list(texts).unwrap_or_else(|error| panic!("{}/lists: {group}: {error}", folder.display()));
        let mut pack = format!("slor-names 1 {group}\n").into_bytes();
        pack.extend((list.len() as u32).to_le_bytes());
        pack.extend(list);
        pack.extend(weights.unwrap_or_default());
        let sum = hash::bytes(&pack);
        pack.extend(sum.to_le_bytes());
        let file = out_dir.join(format!("names-{group}.pack"));
        std::fs::write(&file, pack).expect("writing a pack");
        out.push_str(&format!("(\"names-{group}\", include_bytes!({file:?})),\n"));
    };
    for (group, file) in GROUPS {
        let path = folder.join("weights").join(format!("{group}.bin"));
        let weights = std::fs::read(&path).ok().map(|bytes| {
            let header = format!("{WEIGHTS}{group}\n");
            bytes
                .strip_prefix(header.as_bytes())
                .unwrap_or_else(|| panic!("{}: not the weights of this version", path.display()))
                .to_vec()
        });
        // No weights yet: a vocabulary and a model that know nothing.
        write(group, &[read(file)], Some(weights.unwrap_or_else(|| vec![0; 4 * (3 + 1 + 12)])));
    }
    let contexts = contexts(&read("contexts.txt")).expect("reading the contexts");
    let length = (contexts.len() as u32).to_le_bytes();
    write("world", &world(folder).expect("reading the lists"), Some([&length[..], &contexts].concat()));
    out.push_str("];\n");
    out
}
