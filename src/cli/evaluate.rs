//! `slor evaluate`: how well a policy masks marked messages.

mod corpus;
mod misses;
mod places;
mod score;

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use slor::Category;

use self::corpus::{CATEGORIES, Corpus, TAGS};
use self::score::{Figures, Scorer, Selection};
use super::policy::PolicyArgs;
use super::words::one_of;
use super::{Failure, Outcome, Verdict, input, output, say};

/// Measure how well a policy masks marked messages
///
/// A corpus file holds a message a line: `ID<TAB>TAGS<TAB>TEXT`, where `{category|text}` must be masked and
/// `{category?|text}` may be. A file with a mistake is reported as `file:line: what` and nothing is measured.
///
/// leak: the share of the must-marks of which at least one letter or digit stays readable. touched: the share of the
/// messages tagged `harmless` with at least one letter or digit masked outside their marks. over: the share of the
/// letters and digits outside all marks that are masked. category right: the share of the must-marks that a finding of
/// their category touches (nationality counts as ethnicity, reference as number).
#[derive(clap::Args)]
pub struct Args {
    /// Corpus files
    #[arg(required = true, value_name = "FILE.tsv")]
    files: Vec<String>,
    #[command(flatten)]
    policy: PolicyArgs,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Count the must-marks of these categories alone
    #[arg(long, value_delimiter = ',', value_name = "CATEGORY,…", value_parser = one_of(CATEGORIES, Category::name))]
    only: Vec<Category>,
    /// Take only messages with one of these tags
    #[arg(long, value_delimiter = ',', value_name = "TAG,…", value_parser = PossibleValuesParser::new(TAGS))]
    with: Vec<String>,
    /// Leave out messages with one of these tags
    #[arg(long, value_delimiter = ',', value_name = "TAG,…", value_parser = PossibleValuesParser::new(TAGS))]
    without: Vec<String>,
    /// Print the first N leaks and harmless messages touched on the standard error, with the corpus text around them
    #[arg(long, value_name = "N", default_value_t = 0)]
    misses: usize,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    let messages = read(&args.files)?;
    let selection = Selection { only: args.only.clone(), with: args.with.clone(), without: args.without.clone() };
    let mut scorer = Scorer::new(&selection);
    let mut shown = 0;
    for message in messages.iter().filter(|it| selection.takes(it)) {
        let redaction = redactor.redact(&message.text, args.policy.purpose());
        scorer.add(message, &redaction, |miss| {
            if shown < args.misses {
                shown += 1;
                say(format_args!("{miss}"));
            }
        });
    }
    let figures = scorer.figures();
    let mut out = output();
    if args.json {
        write_json(&mut out, &figures)?
    } else {
        write_text(&mut out, &figures)?
    }
    out.flush()?;
    Ok(Verdict::Fine)
}

/// The messages of all files, if none has a mistake.
fn read(files: &[String]) -> Result<Vec<corpus::Message>, Failure> {
    let mut corpus = Corpus::default();
    let mut mistakes = 0;
    for file in files {
        let text = input::read_file(file)?;
        for mistake in corpus.add(&text) {
            mistakes += 1;
            say(format_args!("{file}:{}: {}", mistake.line, mistake.what));
        }
    }
    match (mistakes, corpus.messages.is_empty()) {
        (0, false) => Ok(corpus.messages),
        (0, true) => Err(Failure::Input(format!("{}: no messages", files.join(", ")))),
        (1, _) => Err(Failure::Input("1 mistake in the corpus, nothing was measured".to_owned())),
        (n, _) => Err(Failure::Input(format!("{n} mistakes in the corpus, nothing was measured"))),
    }
}

fn write_json(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    serde_json::to_writer(&mut *out, figures)?;
    out.write_all(b"\n")
}

fn write_text(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    for (group, share) in &figures.by {
        let (leak, right) = (percent(share.leak, 2), percent(share.category_right, 2));
        writeln!(out, "{group:24} n {:5} leak {leak:>7} category right {right:>7}", share.n)?;
    }
    let (leak, touched, over) = (percent(figures.leak, 2), percent(figures.touched, 2), percent(figures.over, 3));
    writeln!(
        out,
        "{} messages, {} musts: leak {leak}, harmless touched {touched}, over-masked {over}",
        figures.messages, figures.must
    )?;
    if figures.unread > 0 {
        writeln!(out, "{} messages are mostly in a script that is not read", figures.unread)?;
    }
    Ok(())
}

fn percent(share: f64, digits: usize) -> String {
    format!("{:.digits$}%", share * 100.0)
}
