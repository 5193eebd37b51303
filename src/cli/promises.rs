//! `slor promises`: every sentence of an organisation's own notice, and who keeps it.

use std::io::Write;
use std::path::PathBuf;

use slor::promise::promises::{Kind, contradictions, promises, unproven};

use super::policy::Source;
use super::{Failure, Outcome, Verdict, output};

/// Print every sentence of the organisation's own notice, who keeps it, and what proves it
///
/// A sentence is `kept` by this program and proven by a test, `stated` by the generated notice, kept by its `owner` (the
/// vendor of the chat platform, or the controller), `reworded`, or `not a promise`. Contradictions come last. Exit 1 if
/// something kept has no proof, or if the policy doesn't do what the sentences say.
#[derive(clap::Args)]
pub struct Args {
    /// The policy: a file, or a built-in name
    #[arg(value_name = "POLICY")]
    policy: String,
    /// Look the proofs up in the source code that stands here
    #[arg(long, value_name = "DIR")]
    source: Option<PathBuf>,
}

pub fn run(args: &Args) -> Outcome {
    let policy = Source::organisation(&args.policy)?;
    let Some(promises) = promises(policy.id()) else {
        return Err(Failure::Input(format!("the sentences of the notice of `{}` aren't known", policy.id())));
    };
    if let Some(folder) = args.source.as_ref().filter(|it| !it.is_dir()) {
        return Err(Failure::Input(format!("{}: no such folder", folder.display())));
    }
    let read = |path: &str| std::fs::read_to_string(args.source.as_ref()?.join(path)).ok();
    let mut out = output();
    let mut verdict = Verdict::Fine;
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for promise in &promises {
        writeln!(out, "> {}", promise.quote)?;
        for kind in &promise.kinds {
            writeln!(out, "  {}{}{}", kind.name(), if kind.text().is_empty() { "" } else { ": " }, kind.text())?;
            let missing = match kind {
                Kind::Kept(proof) if proof.is_empty() => Some("nothing proves it"),
                Kind::Kept(proof) if args.source.is_some() => unproven(proof, &promise.quote, read),
                _ => None,
            };
            if let Some(missing) = missing {
                writeln!(out, "  NOT PROVEN: {missing}")?;
                verdict = Verdict::Failed;
            }
        }
        count(&mut counts, promise.kinds.first().map_or("", Kind::name));
    }
    let broken = contradictions(&policy, &promises);
    if !broken.is_empty() {
        verdict = Verdict::Failed;
    }
    writeln!(out)?;
    for line in broken {
        writeln!(out, "CONTRADICTION: {line}")?;
    }
    for warning in policy.warnings() {
        writeln!(out, "to look at: {}: {}", warning.path, warning.message)?;
    }
    let counts: Vec<String> = counts.iter().map(|it| format!("{} {}", it.1, it.0)).collect();
    writeln!(out, "{} sentences: {}", promises.len(), counts.join(", "))?;
    out.flush()?;
    Ok(verdict)
}

fn count<'a>(counts: &mut Vec<(&'a str, usize)>, name: &'a str) {
    match counts.iter_mut().find(|it| it.0 == name) {
        Some(it) => it.1 += 1,
        None => counts.push((name, 1)),
    }
}
