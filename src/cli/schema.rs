//! `slor schema`: what an editor needs to help with a policy.

use std::io::Write;

use slor::policy::schema;

use super::{Outcome, Verdict, output};

/// Print the JSON schema of policies
///
/// An editor that knows it completes keys, explains them and underlines mistakes while one types. Put its place into
/// the policy, as the value of `$schema`.
#[derive(clap::Args)]
pub struct Args {}

pub fn run() -> Outcome {
    let mut out = output();
    write!(out, "{}", schema())?;
    out.flush()?;
    Ok(Verdict::Fine)
}
