//! `slor neighbours`: everyday words that the lexicons take for terms.

use std::io::Write;

use super::input::Lines;
use super::policy::PolicyArgs;
use super::{Outcome, Verdict, output, say};

/// List the words of a word list that the lexicons recognise
///
/// The standard input is a word list, one word a line. The output has a line for each that is recognised: the word,
/// category, language and how it fits (whole, plain, compound, alike), with tabs between. What is no term belongs into
/// blockers.txt beside the lexicon.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    policy: PolicyArgs,
    /// Leave out words that a lexicon lists or inflects itself
    #[arg(long)]
    inexact: bool,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    let mut lines = Lines::new();
    let mut out = output();
    let mut verdict = Verdict::Fine;
    while let Some(line) = lines.next()? {
        let word = match line.text {
            Ok(text) => text.trim(),
            Err(bad) => {
                say(format_args!("line {}: {}", line.number, bad.reason()));
                verdict = Verdict::BadInput;
                continue;
            }
        };
        for it in redactor.neighbours(word) {
            if !(args.inexact && it.fit == "whole") {
                writeln!(out, "{word}\t{}\t{}\t{}", it.category.name(), it.language.name(), it.fit)?;
            }
        }
    }
    out.flush()?;
    Ok(verdict)
}
