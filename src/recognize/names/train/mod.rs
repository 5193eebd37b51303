//! Learning the weights of the names packs from marked texts. Never part of what a page loads.

mod chain;
mod copies;
mod data;
mod examples;
mod random;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use data::{Text, read_json_lines};

use std::path::Path;

use super::group::{Group, GroupName};
use super::list::{List, Listed, each_name};
use super::pack::write_ascending;
use super::words::Shared;
use chain::{Learner, Settings};
use copies::Stock;
use data::Source;
use examples::Maker;

#[allow(
    dead_code,
    clippy::duplicate_mod,
    clippy::panic,
    clippy::expect_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    missing_docs
)]
#[path = "../../compile/names.rs"]
mod compile;

/// What to learn from, and how.
pub struct Lesson<'a> {
    /// Marked texts: `LANG-….jsonl.gz`; those named `….dev` are for tuning only.
    pub texts: &'a Path,
    /// Marked messages of the chat corpus: `LANG.tsv`.
    pub chat: Option<&'a Path>,
    /// The folder of the engine that holds lists, templates and weights.
    pub names: &'a Path,
    /// Learn only this group.
    pub only: Option<&'a str>,
    /// Leave out each fifth chat message, those whose place divided by five leaves this.
    pub left_out: Option<usize>,
    /// How often every text is read.
    pub rounds: usize,
    /// How many features are kept.
    pub features: usize,
    /// Write the weights there instead of into `names`.
    pub to: Option<&'a Path>,
}

/// Learns the weights of all groups and writes them; `say` gets what is done.
pub fn train(lesson: &Lesson<'_>, say: &mut dyn FnMut(String)) -> Result<(), String> {
    let mut sources = data::read_folder(lesson.texts)?;
    if let Some(chat) = lesson.chat {
        sources.extend(data::read_chat(chat, lesson.left_out)?);
    }
    let world = list_of(&compile::world(lesson.names)?)?;
    for name in GroupName::ALL {
        if lesson.only.is_none_or(|it| it == name.name()) {
            let weights = train_group(lesson, name, &sources, &world, say)?;
            let path = lesson
                .to
                .map_or_else(|| lesson.names.join("weights"), Path::to_path_buf)
                .join(format!("{}.bin", name.name()));
            std::fs::write(&path, &weights).map_err(|error| format!("{}: {error}", path.display()))?;
            say(format!("{}: {} bytes", path.display(), weights.len()));
        }
    }
    Ok(())
}

/// The bytes and the names of a list.
struct ListText {
    bytes: Vec<u8>,
    names: Vec<(String, Listed)>,
}

fn list_of(texts: &[String]) -> Result<ListText, String> {
    let bytes = compile::list(texts)?;
    let mut names = Vec::new();
    each_name(&bytes, |name, listed| names.push((name.to_owned(), listed)))
        .map_err(|_| "a list can't be read back".to_owned())?;
    Ok(ListText { bytes, names })
}

/// Texts that a group learns from: those for tuning are left out, and where a corpus has none, each tenth text.
fn learnt(name: GroupName, sources: &[Source]) -> Vec<(&Source, Vec<&Text>)> {
    let own = sources.iter().filter(|it| it.group == name || lends(it, name));
    own.filter_map(|source| {
        let held = |at: usize| is_held_out(&source.name, at, sources);
        let texts: Vec<&Text> = source.texts.iter().enumerate().filter(|(at, _)| !held(*at)).map(|it| it.1).collect();
        (!texts.is_empty()).then_some((source, texts))
    })
    .collect()
}

/// Whether Danish learns from Bokmål too: its own texts are few.
fn lends(source: &Source, to: GroupName) -> bool {
    to == GroupName::Da && source.name.starts_with("nb-norne.train")
}

/// Whether a text is for tuning only.
fn is_held_out(name: &str, at: usize, sources: &[Source]) -> bool {
    match name.split_once('.') {
        // English, and young Danes' chats, have no other texts.
        Some((stem, "dev")) if !sources.iter().any(|it| it.name == format!("{stem}.train")) => at % 5 == 4,
        Some((_, "dev")) => true,
        Some((stem, _)) => !sources.iter().any(|it| it.name == format!("{stem}.dev")) && at % 10 == 9,
        None => false,
    }
}

fn train_group(
    lesson: &Lesson<'_>,
    name: GroupName,
    sources: &[Source],
    world: &ListText,
    say: &mut dyn FnMut(String),
) -> Result<Vec<u8>, String> {
    let read = |folder: &str, file: &str| {
        let path = lesson.names.join(folder).join(format!("{file}.txt"));
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let own = list_of(&[read("lists", if name == GroupName::No { "nb" } else { name.name() })?])?;
    let templates = read("templates", name.name())?;
    let templates: Vec<&str> = templates.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
    let frequent = format!("{}\n{}", read("words", name.name())?, read("words", "places")?);
    let texts = learnt(name, sources);
    let plan = Plan {
        name,
        texts: &texts,
        templates: &templates,
        frequent: &frequent,
        rounds: lesson.rounds,
        features: lesson.features,
    };
    learn_group(&plan, &own, world, say)
}

/// What one group learns from.
struct Plan<'a> {
    name: GroupName,
    texts: &'a [(&'a Source, Vec<&'a Text>)],
    templates: &'a [&'a str],
    frequent: &'a str,
    rounds: usize,
    features: usize,
}

fn learn_group(
    plan: &Plan<'_>,
    own: &ListText,
    world: &ListText,
    say: &mut dyn FnMut(String),
) -> Result<Vec<u8>, String> {
    let Plan { name, texts, .. } = *plan;
    let broken = |_| "a list can't be read back".to_owned();
    let world_list = List::read(&world.bytes, false).map_err(broken)?;
    let group_list = Group::list(name, &own.bytes).map_err(broken)?;
    let classes = vocabulary::learn(name, texts, plan.templates, plan.frequent, &own.names);
    let mut shared = Shared::default();
    shared.mark(name, &group_list);
    shared.set_world(world_list);
    let group = Group { name, list: group_list, model: None };
    for (class, places) in (1u8..).zip(&classes) {
        places.iter().for_each(|at| shared.put(name, *at, class));
    }
    let count = texts.iter().map(|it| it.1.len()).sum::<usize>();
    say(format!(
        "{}: {} names, {count} texts, {:?} words known",
        name.name(),
        own.names.len(),
        classes.each_ref().map(Vec::len)
    ));
    let maker = Maker {
        group: &group,
        shared: &shared,
        own_names: Stock::new(&own.names),
        world_names: Stock::new(&world.names),
    };
    let mut learner = Learner::new(settings(name));
    for round in 0..plan.rounds {
        // In the last rounds only what the pack has room for.
        if round + 2 == plan.rounds {
            learner.keep(plan.features);
        }
        maker.each_run(texts, plan.templates, round as u64, |run| learner.learn(run));
    }
    let (weights, steps) = learner.weights();
    say(format!("{}: {} features", name.name(), weights.len()));
    Ok(file_of(name, &classes, &weights, &steps))
}

/// How much a missed name costs was tuned on texts that nothing is learnt from: as much as the bar on false ones allows.
fn settings(name: GroupName) -> Settings {
    let (missed, missed_small) = match name {
        GroupName::Da => (1.2, 1.4),
        GroupName::Sv => (0.8, 0.6),
        GroupName::No => (1.2, 1.6),
        GroupName::Fi => (1.3, 2.8),
        GroupName::En => (0.3, 0.1),
    };
    Settings { rate: 0.12, sparse: 0.3, small: 0.02, missed, missed_small }
}

/// One unit of a learnt weight in the file.
const SCALE: f64 = 20.0;

fn file_of(name: GroupName, classes: &[Vec<u32>; 3], weights: &[(u32, [f32; 2])], steps: &[[f64; 3]; 4]) -> Vec<u8> {
    let mut out = format!("{}{}\n", compile::WEIGHTS, name.name()).into_bytes();
    for places in classes {
        write_ascending(places, &mut out);
    }
    let small = |it: f32| (f64::from(it) * SCALE).round().clamp(-127.0, 127.0) as i8;
    let small: Vec<(u32, [i8; 2])> =
        weights.iter().map(|it| (it.0, it.1.map(small))).filter(|it| it.1 != [0; 2]).collect();
    write_ascending(&small.iter().map(|it| it.0).collect::<Vec<_>>(), &mut out);
    out.extend(small.iter().map(|it| it.1[0] as u8));
    out.extend(small.iter().map(|it| it.1[1] as u8));
    for weight in steps.iter().flatten() {
        out.extend(((weight * SCALE).round() as i32).to_le_bytes());
    }
    out
}
