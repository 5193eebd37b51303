//! `slor evaluate-names`: how many names of marked texts are masked in full, and how much else.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use slor::train::{Text, read_json_lines};
use slor::{Category, Evidence, Redactor};

use super::policy::PolicyArgs;
use super::{Failure, Outcome, Verdict, output, say};

/// Measure how many names of marked texts are masked in full
///
/// full: the share of the names of which every letter and digit is masked. over: the share of the letters and digits
/// outside of names that are masked as a name. Each file is measured as it is, and in lower case.
#[derive(clap::Args)]
pub struct Args {
    /// Files of JSON lines, packed or not
    #[arg(required = true, value_name = "FILE.jsonl")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    policy: PolicyArgs,
    /// Measure only the texts whose place divided by this number …
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    of: usize,
    /// … leaves this
    #[arg(long, value_name = "N", default_value_t = 0)]
    part: usize,
    /// Print the first N names missed and texts masked too much on the standard error
    #[arg(long, value_name = "N", default_value_t = 0)]
    misses: usize,
}

/// Counts over the texts of a file.
#[derive(Default)]
struct Score {
    names: usize,
    /// Names of which every letter and digit is masked.
    full: usize,
    /// Letters and digits outside of names.
    others: usize,
    /// Of those, how many are masked as a name.
    over: usize,
    /// Of those, how many by the words around them.
    framed: usize,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    let mut out = output();
    for file in &args.files {
        let texts = read_json_lines(file).map_err(Failure::Input)?;
        let texts: Vec<&Text> =
            texts.iter().enumerate().filter(|it| it.0 % args.of == args.part).map(|it| it.1).collect();
        let mut shown = args.misses;
        let cased = score(&redactor, &texts, false, &mut shown);
        shown = args.misses;
        let lower = score(&redactor, &texts, true, &mut shown);
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let percent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
        writeln!(
            out,
            "{name:36} n {:5} full {:5.1} over {:5.2} ({:4.2} framed)   lower: full {:5.1} over {:5.2} ({:4.2} framed)",
            cased.names,
            percent(cased.full, cased.names),
            percent(cased.over, cased.others),
            percent(cased.framed, cased.others),
            percent(lower.full, lower.names),
            percent(lower.over, lower.others),
            percent(lower.framed, lower.others)
        )?;
    }
    out.flush()?;
    Ok(Verdict::Fine)
}

/// Counts what is masked of these texts, and says the first `shown` that something is wrong with.
fn score(redactor: &Redactor, texts: &[&Text], lower: bool, shown: &mut usize) -> Score {
    let mut score = Score::default();
    for text in texts {
        let written = if lower { lower_cased(&text.text) } else { text.text.clone() };
        let mut found = redactor.find(&written, None);
        found.retain(|it| it.category == Category::Name);
        let mask = |at: usize| found.iter().find(|it| it.span.start() <= at && at < it.span.end());
        let named = |at: usize| text.spans.iter().any(|it| it.0 <= at && at < it.1);
        let letters = || written.char_indices().filter(|it| it.1.is_alphanumeric());
        let mut wrong: Vec<String> = Vec::new();
        for (start, end, _) in &text.spans {
            score.names += 1;
            let full = letters().filter(|it| *start <= it.0 && it.0 < *end).all(|it| mask(it.0).is_some());
            score.full += usize::from(full);
            if !full {
                wrong.push(format!("-{}", written.get(*start..*end).unwrap_or("")));
            }
        }
        for (at, _) in letters().filter(|it| !named(it.0)) {
            score.others += 1;
            score.over += usize::from(mask(at).is_some());
            score.framed += usize::from(mask(at).is_some_and(|it| it.evidence == Evidence::Context));
        }
        for (start, end) in found.iter().map(|it| (it.span.start(), it.span.end())) {
            if !text.spans.iter().any(|span| span.0 < end && start < span.1) {
                wrong.push(format!("+{}", written.get(start..end).unwrap_or("")));
            }
        }
        if *shown > 0 && !wrong.is_empty() {
            *shown -= 1;
            say(format_args!("{}  | {}", wrong.join(", "), written.replace('\n', " ")));
        }
    }
    score
}

/// Lower case, letter by letter, so that places stay what they are.
fn lower_cased(text: &str) -> String {
    let small = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(it), None) if it.len_utf8() == c.len_utf8() => it,
            _ => c,
        }
    };
    text.chars().map(small).collect()
}
