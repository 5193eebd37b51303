//! `slor check`: what is wrong with a policy, and where.

use std::io::Write;

use slor::Policy;
use slor::policy::Problem;

use super::policy::{STRICT, Source};
use super::{Failure, Outcome, Verdict, output};

/// Check policies and print every problem with its place
///
/// A problem is printed as `file:line:column: key: message`, columns counted in characters, a thing to look at as
/// `file:line:column: key: warning: message`. Warnings are looked for where there are no errors. Exit 1 if there is a
/// problem; warnings alone are fine.
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
            Err(failure @ (Failure::Input(_) | Failure::At(_))) => {
                failure.say();
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
            Ok(policy) => {
                let warnings = policy.warnings();
                let summary = summary(warnings.len());
                for warning in warnings {
                    let message = format!("warning: {}", warning.message);
                    writeln!(out, "{}", source.locate(&Problem { message, ..warning }))?;
                }
                writeln!(out, "{}: {summary}", source.name)?;
            }
            Err(errors) => {
                for problem in errors.problems() {
                    writeln!(out, "{}", source.locate(problem))?;
                }
                writeln!(out, "{}: {}", source.name, wrong(errors.problems().len()))?;
                verdict = verdict.max(Verdict::Failed);
            }
        }
    }
    out.flush()?;
    Ok(verdict)
}

fn summary(warnings: usize) -> String {
    match warnings {
        0 => "fine".to_owned(),
        1 => "fine, with a warning".to_owned(),
        n => format!("fine, with {n} warnings"),
    }
}

fn wrong(errors: usize) -> String {
    let errors = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
    format!("{errors}; warnings are looked for when there are none")
}
