//! Build time: recognizer rows (`src/recognize/rows/*.toml`) become a table with a compiled automaton each.

use std::fmt::Write;
use std::path::Path;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};

#[allow(dead_code)]
#[path = "../way.rs"]
mod way;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    row: Vec<Row>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    category: String,
    pattern: String,
    /// `digit`: tried where a number begins; `letter`: where a word begins that touches a digit; `word`: where a longer word begins
    /// before a digit; `at`: where the word before an `@` begins.
    starts: String,
    confirms: Option<String>,
    requires: Option<String>,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    needs_context: bool,
    source: String,
    matches: Vec<String>,
    not: Vec<String>,
}

/// Reads every file of `folder`, in order of their names.
pub fn source(folder: &Path, out_dir: &Path) -> String {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the folder of rows").map(|it| it.expect("a file").path()).collect();
    paths.sort();
    let mut out = String::from("pub(crate) static ROWS: &[Row] = &[\n");
    let mut ids = std::collections::BTreeSet::new();
    for path in paths.iter().filter(|it| it.extension().is_some_and(|it| it == "toml")) {
        let text = std::fs::read_to_string(path).expect("a readable file of rows");
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for mut row in file.row {
            row.context.sort();
            assert!(ids.insert(row.id.clone()), "{}: two rows are called {}", path.display(), row.id);
            assert!(!row.matches.is_empty() && !row.not.is_empty(), "{}: {} has no examples", path.display(), row.id);
            assert!(!row.source.is_empty(), "{}: {} names no source", path.display(), row.id);
            let file = out_dir.join(format!("{}.dfa", row.id));
            let columns = columns(&row, path);
            std::fs::write(&file, automaton(&row, &columns)).expect("writing an automaton");
            let check = match (&row.confirms, &row.requires) {
                (None, None) => "Check::None".to_owned(),
                (Some(name), None) => format!("Check::Confirms(checks::{name})"),
                (None, Some(name)) => format!("Check::Requires(checks::{name})"),
                _ => panic!("{}: {} has two checks", path.display(), row.id),
            };
            writeln!(
                out,
                "Row {{ id: {:?}, category: Category::{}, starts: Starts::{}, check: {check}, context: &{:?}, needs_context: {}, digits: &{:?}, automaton: Automaton(include_bytes!({:?})), \
                 #[cfg(test)] pattern: {:?}, #[cfg(test)] matches: &{:?}, #[cfg(test)] not: &{:?} }},",
                row.id, camel(&row.category), camel(&row.starts), row.context, row.needs_context, digits(&columns), file, row.pattern, row.matches, row.not
            )
            .expect("writing to a string");
        }
    }
    out.push_str("];\n");
    out
}

fn camel(name: &str) -> String {
    name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// For each byte, and last for the end of the text, where it leads from each state: zero for nowhere or the next state's place and one; and whether the
/// match ended before it. The start stands first.
fn columns(row: &Row, path: &Path) -> Vec<Vec<(usize, bool)>> {
    let dfa = dense::Builder::new()
        .configure(
            dense::Config::new().match_kind(MatchKind::LeftmostFirst).start_kind(StartKind::Anchored).minimize(true),
        )
        .thompson(thompson::Config::new().utf8(false).shrink(false))
        .syntax(syntax::Config::new().unicode(false).utf8(false))
        .build(&row.pattern)
        .unwrap_or_else(|error| panic!("{}: {}: {}", path.display(), row.id, cause(&error)));
    let start = dfa.start_state_forward(&Input::new("").anchored(Anchored::Yes)).expect("a start state");
    let mut states = Vec::new();
    place(&dfa, start, &mut Vec::new(), &mut states);
    states.reverse();
    let mut columns: Vec<Vec<(usize, bool)>> = vec![Vec::new(); 257];
    for &state in &states {
        for (byte, column) in columns.iter_mut().enumerate() {
            let next = if byte < 256 { dfa.next_state(state, byte as u8) } else { dfa.next_eoi_state(state) };
            let matched = dfa.is_match_state(next);
            let index = if dfa.is_dead_state(next) || byte == 256 {
                0
            } else {
                1 + states.iter().position(|it| *it == next).expect("every state is placed")
            };
            column.push((index, matched));
        }
    }
    columns
}

/// What an error comes from: the place in a pattern, and not that an automaton can't be built.
fn cause(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), cause)
}

/// Adds a state behind all that it leads to: read backwards, states lead on to near ones behind them, and brotli needs a quarter less for such steps.
fn place(dfa: &dense::DFA<Vec<u32>>, state: StateID, seen: &mut Vec<StateID>, placed: &mut Vec<StateID>) {
    if dfa.is_dead_state(state) || seen.contains(&state) {
        return;
    }
    seen.push(state);
    for byte in 0..=u8::MAX {
        place(dfa, dfa.next_state(state, byte), seen, placed);
    }
    placed.push(state);
}

/// For each count of digits that a match may begin with a bit for each way in which the text may go on; the last stands for more digits.
fn digits(columns: &[Vec<(usize, bool)>]) -> Vec<u16> {
    let is_digit = |byte: &usize| (b'0'.into()..=b'9'.into()).contains(byte);
    let mut states = std::collections::BTreeSet::from([0]);
    let mut out = Vec::new();
    for _ in 0..MOST_DIGITS {
        let mut ways = 0;
        for (byte, column) in columns.iter().enumerate().filter(|it| !is_digit(&it.0)) {
            for (next, matched) in states.iter().map(|it| column[*it]) {
                for before_digit in [false, true] {
                    // A match that ends before a letter is none.
                    let next_byte = u8::try_from(byte).ok();
                    let ends = matched && !next_byte.is_some_and(|it| it.is_ascii_lowercase() || it >= 0x80);
                    let others = columns.iter().enumerate().filter(|it| is_digit(&it.0) == before_digit);
                    let goes_on = || others.map(|it| it.1[next - 1]).any(|(next, matched)| next > 0 || matched);
                    ways |= u16::from(ends || next > 0 && goes_on()) << way::way(next_byte, before_digit);
                }
            }
        }
        out.push(ways);
        let next = |state: usize| (b'0'..=b'9').filter_map(move |it| columns[usize::from(it)][state].0.checked_sub(1));
        states = states.into_iter().flat_map(next).collect();
    }
    out.push(u16::MAX);
    out
}

/// From how many digits on they are no longer told apart.
const MOST_DIGITS: u32 = 21;

/// How many states `recognize::automaton` can step between.
const STATES: usize = 127;

/// The automaton of one row, as `recognize::automaton` reads it: the class of each byte, then for each state and class the step to the next.
///
/// The first state is the start, the last class the end of the text.
fn automaton(row: &Row, columns: &[Vec<(usize, bool)>]) -> Vec<u8> {
    // Bytes that lead alike from every state are one class.
    let mut classes: Vec<&Vec<(usize, bool)>> = Vec::new();
    let mut out = Vec::new();
    for column in columns.iter().take(256) {
        let class = classes.iter().position(|it| *it == column).unwrap_or_else(|| {
            classes.push(column);
            classes.len() - 1
        });
        out.push(class as u8);
    }
    classes.push(columns.last().expect("the end of the text"));
    let states = columns[0].len();
    assert!(classes.len() < 256 && states <= STATES, "{}: too large an automaton", row.id);
    out.push(classes.len() as u8);
    for state in 0..states {
        for class in &classes {
            let (next, matched) = class[state];
            let step = if next == 0 { 0 } else { (next - 1 + STATES - state) % STATES + 1 };
            out.push(step as u8 | if matched { 0x80 } else { 0 });
        }
    }
    out
}
