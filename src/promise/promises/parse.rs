//! Reads a table of promises: the sentences of one organisation's own notice, in their order, each with what becomes of it.
//!
//! ```text
//! notice: kommune-kiri.da.txt
//!
//! > A sentence, exactly as the notice has it. Line breaks and spaces don't matter.
//! kept: tests/promises/kiri.rs::the_test_that_proves_it
//! masks: health
//! stated: words that our own notice or record says instead
//! owner vendor: why the chat platform has to keep it
//! owner controller: why the organisation has to keep it
//! reworded: why we say something else
//! not a promise
//! ```
//!
//! `masks` names categories that the policy must mask in every view; `masks improve:` in the view of that purpose.

/// One sentence, and the lines under it.
#[derive(Debug)]
pub struct Entry {
    /// The sentence.
    pub quote: String,
    /// The kinds and what stands after the colon.
    pub lines: Vec<(String, String)>,
}

/// A table as it stands in its file.
#[derive(Debug)]
pub struct Table {
    /// The file of the original notice.
    pub notice: String,
    /// The sentences.
    pub entries: Vec<Entry>,
}

/// The kinds of line that need something after the colon.
const KINDS: &[&str] = &["kept", "stated", "owner vendor", "owner controller", "reworded"];

/// Reads the text of a table.
pub fn parse(text: &str) -> Result<Table, String> {
    let mut table = Table { notice: String::new(), entries: Vec::new() };
    for (n, line) in text.lines().enumerate().filter(|it| !it.1.is_empty() && !it.1.starts_with('#')) {
        let wrong = |why: &str| Err(format!("line {}: {why}", n + 1));
        if let Some(quote) = line.strip_prefix("> ") {
            table.entries.push(Entry { quote: quote.to_owned(), lines: Vec::new() });
            continue;
        }
        let (kind, rest) = line.split_once(": ").unwrap_or((line, ""));
        let known = match kind {
            "not a promise" => rest.is_empty(),
            _ => !rest.is_empty() && (KINDS.contains(&kind) || kind == "masks" || kind.starts_with("masks ")),
        };
        match table.entries.last_mut() {
            None if kind == "notice" => table.notice = rest.to_owned(),
            Some(entry) if known => entry.lines.push((kind.to_owned(), rest.to_owned())),
            _ => return wrong("no such kind, or nothing after it"),
        }
    }
    match table.entries.iter().find(|it| it.lines.iter().all(|it| it.0.starts_with("masks"))) {
        Some(entry) => Err(format!("nothing is said of the sentence \"{}\"", entry.quote)),
        None => Ok(table),
    }
}

/// Where the quotes of a table and the text of the notice part, if they do: every word of the notice must be quoted, in order.
pub fn difference(table: &Table, notice: &str) -> Option<String> {
    let mut quoted = table.entries.iter().flat_map(|it| it.quote.split_whitespace());
    let mut words = notice.split_whitespace();
    let mut before = String::new();
    loop {
        match (quoted.next(), words.next()) {
            (None, None) => return None,
            (ours, theirs) if ours == theirs => {
                before.push(' ');
                before.push_str(theirs.unwrap_or_default());
            }
            (ours, theirs) => {
                let start = before.char_indices().rev().nth(60).map_or(0, |it| it.0);
                let before = before.get(start..).unwrap_or_default();
                return Some(format!("after \"{before}\" the notice has {theirs:?}, the table {ours:?}"));
            }
        }
    }
}
