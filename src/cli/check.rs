//! `slor check`: what is wrong with a policy, and where.

use std::io::Write;

use slor::Policy;

use super::policy::{STRICT, Source};
use super::{Failure, Outcome, Verdict, output, say};

/// Check policies and print every problem with its place
///
/// A problem is printed as `file:line:column: key: message`, columns counted in characters. Exit 1 if there is one.
#[derive(clap::Args)]
pub struct Args {
    /// Policies to check: files, or built-in names
    #[arg(required = true, value_name = "POLICY")]
    policies: Vec<String>,
}

pub fn run(args: &Args) -> Outcome {
    let mut out = output();
    let mut verdict = Verdict::Fine;
    for value in &args.policies {
        let source = match Source::open(value) {
            Ok(source) => source,
            Err(Failure::Input(message)) => {
                say(format_args!("slor: {message}"));
                verdict = Verdict::BadInput;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let Some(source) = source else {
            writeln!(out, "{STRICT}: fine")?;
            continue;
        };
        match Policy::parse(&source.text) {
            Ok(_) => writeln!(out, "{}: fine", source.name)?,
            Err(errors) => {
                for line in source.problems(&errors) {
                    writeln!(out, "{line}")?;
                }
                verdict = verdict.max(Verdict::Failed);
            }
        }
    }
    out.flush()?;
    Ok(verdict)
}
