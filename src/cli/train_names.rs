//! `slor train-names`: learns the weights of the names packs.

use std::path::PathBuf;

use slor::train;

use super::{Failure, Outcome, Verdict, say};

/// Learn the weights of the names packs from marked texts
///
/// The folder holds `LANG-….train.jsonl.gz` to learn from and `LANG-….dev.jsonl.gz` for tuning, a text a line:
/// `{"text": …, "spans": [{"start", "end", "category": "name"}]}`. The same texts always give the same weights.
#[derive(clap::Args)]
pub struct Args {
    /// Folder of marked texts
    #[arg(value_name = "FOLDER")]
    texts: PathBuf,
    /// Folder of marked chat messages, `LANG.tsv`, to learn from too
    #[arg(long, value_name = "FOLDER")]
    chat: Option<PathBuf>,
    /// The engine's folder of lists, templates and weights
    #[arg(long, value_name = "FOLDER", default_value = "src/recognize/names")]
    names: PathBuf,
    /// Learn only one group: da, sv, no, fi or en
    #[arg(long, value_name = "GROUP")]
    only: Option<String>,
    /// Leave out the chat messages whose place divided by five leaves this, to measure on them
    #[arg(long, value_name = "N")]
    leave_out: Option<usize>,
    /// How often every text is read
    #[arg(long, value_name = "N", default_value_t = 7)]
    rounds: usize,
    /// How many features are kept
    #[arg(long, value_name = "N", default_value_t = 26_000)]
    features: usize,
    /// How much more a missed name costs than a false one
    #[arg(long, value_name = "X", default_value_t = 0.7)]
    missed: f64,
    /// The same where capitals don't tell
    #[arg(long, value_name = "X", default_value_t = 0.2)]
    missed_small: f64,
    /// How much evidence a weight needs before it counts
    #[arg(long, value_name = "X", default_value_t = 0.6)]
    sparse: f32,
    /// How fast weights move
    #[arg(long, value_name = "X", default_value_t = 0.12)]
    rate: f32,
    /// Write the weights to this folder
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

pub fn run(args: &Args) -> Outcome {
    let lesson = train::Lesson {
        texts: &args.texts,
        chat: args.chat.as_deref(),
        names: &args.names,
        only: args.only.as_deref(),
        left_out: args.leave_out,
        rounds: args.rounds,
        features: args.features,
        missed: args.missed,
        missed_small: args.missed_small,
        sparse: args.sparse,
        rate: args.rate,
        to: args.to.as_deref(),
    };
    train::train(&lesson, &mut |line| say(format_args!("{line}"))).map_err(Failure::Input)?;
    Ok(Verdict::Fine)
}
