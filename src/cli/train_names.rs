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
    /// Learn only one group
    #[arg(long, value_name = "GROUP", value_parser = ["da", "sv", "no", "fi", "en"])]
    only: Option<String>,
    /// Leave out the chat messages whose place divided by five leaves this, to measure on them
    #[arg(long, value_name = "N")]
    leave_out: Option<usize>,
    /// How often every text is read
    #[arg(long, value_name = "N", default_value_t = 10)]
    rounds: usize,
    /// How many features are kept
    #[arg(long, value_name = "N", default_value_t = 28_000)]
    features: usize,
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
        to: args.to.as_deref(),
    };
    train::train(&lesson, &mut |line| say(format_args!("{line}"))).map_err(Failure::Input)?;
    Ok(Verdict::Fine)
}
