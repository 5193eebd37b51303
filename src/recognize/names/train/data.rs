//! Marked texts to learn from: JSON lines with spans, and the marked lines of the chat corpus.

use std::io::Read;
use std::path::Path;

use crate::recognize::names::GroupName;

/// What a stretch of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A name.
    Name,
    /// May be one or not: nothing is learnt from it.
    Either,
}

/// A text with its names.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// As it was written.
    pub text: String,
    /// Byte ranges, ascending and disjoint.
    pub spans: Vec<(usize, usize, Mark)>,
}

/// The texts of one file.
pub struct Source {
    /// The file's name without its endings.
    pub name: String,
    /// Whose pack learns from it.
    pub group: GroupName,
    /// The texts, in order.
    pub texts: Vec<Text>,
}

/// Reads every `*.jsonl` and `*.jsonl.gz` of `folder`, in the order of their names.
pub fn read_folder(folder: &Path) -> Result<Vec<Source>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(stem) = name.strip_suffix(".jsonl").or_else(|| name.strip_suffix(".jsonl.gz")) else { continue };
        let group = group_of(stem)
            .ok_or_else(|| format!("{}: a name begins with its language, such as da-", path.display()))?;
        out.push(Source { name: stem.to_owned(), group, texts: read_json_lines(&path)? });
    }
    Ok(out)
}

fn group_of(name: &str) -> Option<GroupName> {
    let language = crate::category::Language::from_name(name.split('-').next()?)?;
    Some(GroupName::of(language))
}

/// Reads one file of JSON lines, packed or not.
pub fn read_json_lines(path: &Path) -> Result<Vec<Text>, String> {
    let fail = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = std::fs::read(path).map_err(|it| fail(&it))?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(|it| fail(&it))?;
    } else {
        text = String::from_utf8(bytes).map_err(|it| fail(&it))?;
    }
    let mut out = Vec::new();
    for (number, line) in text.lines().enumerate() {
        out.push(json_line(line).ok_or_else(|| fail(&format!("line {}: no text with spans", number + 1)))?);
    }
    Ok(out)
}

fn json_line(line: &str) -> Option<Text> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let places: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
    let mut spans = Vec::new();
    for span in value.get("spans")?.as_array()? {
        let place = |key: &str| places.get(usize::try_from(span.get(key)?.as_u64()?).ok()?).copied();
        if span.get("category")?.as_str()? == "name" {
            spans.push((place("start")?, place("end")?, Mark::Name));
        }
    }
    spans.sort_by_key(|it| it.0);
    Some(Text { text, spans })
}

/// Reads the marked messages of `LANG.tsv` in `folder`; messages whose place leaves `left_out` when divided by five are not read.
pub fn read_chat(folder: &Path, left_out: Option<usize>) -> Result<Vec<Source>, String> {
    let mut out = Vec::new();
    for language in crate::category::Language::ALL {
        let path = folder.join(format!("{}.tsv", language.name()));
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = text
            .lines()
            .enumerate()
            .filter(|(at, _)| left_out.is_none_or(|it| at % 5 != it))
            .filter_map(|it| it.1.split('\t').nth(2));
        out.push(Source {
            name: format!("{}-chat", language.name()),
            group: GroupName::of(*language),
            texts: lines.map(marked).collect(),
        });
    }
    Ok(out)
}

/// A text with marks such as `{name|…}` and `{name?|…}`; other marks are taken off.
pub fn marked(line: &str) -> Text {
    let mut out = Text::default();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        out.text.push_str(before);
        let Some((mark, behind)) = after.split_once('}') else { break };
        let (category, inner) = mark.split_once('|').unwrap_or(("", mark));
        let start = out.text.len();
        out.text.push_str(inner);
        match category {
            "name" => out.spans.push((start, out.text.len(), Mark::Name)),
            "name?" => out.spans.push((start, out.text.len(), Mark::Either)),
            _ => {}
        }
        rest = behind;
    }
    out.text.push_str(rest);
    out
}
