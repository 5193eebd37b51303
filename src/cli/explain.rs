//! `slor explain`: which rule found or kept each part of a message.

use std::io::Write;

use super::input::{self, BYTE_ORDER_MARK};
use super::policy::PolicyArgs;
use super::redact::unread_notice;
use super::{Outcome, Verdict, output};

/// Show which rule found or kept each part of a message
///
/// The standard input is one message. Each line of the output names a part of it, what it was recognised as, the rule
/// (a row such as dk.cpr, or a line of a lexicon or frames file), and what the policy does with it. The first line says
/// if the message would be refused as a whole, since it is mostly in a script that the engine doesn't read.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    policy: PolicyArgs,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    let input = input::read_message()?;
    let message = input.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&input);
    let mut out = output();
    if redactor.redact(message, args.policy.purpose()).unread {
        writeln!(out, "The whole message: {}.", unread_notice(&redactor))?;
    }
    let explanations = redactor.explain(message, args.policy.purpose());
    if explanations.is_empty() {
        writeln!(out, "No rule recognises anything in this message.")?;
    }
    for it in explanations {
        let part = message.get(it.span.start()..it.span.end()).unwrap_or("");
        writeln!(out, "\"{part}\"")?;
        writeln!(out, "  {}", it.reason)?;
        if !it.recognizer.is_empty() {
            let said = match (it.masked, it.disclosed) {
                (false, _) => "",
                (true, true) => ", said of the writer or somebody near",
                (true, false) => ", not said of anybody near",
            };
            writeln!(out, "  rule {} ({}){said}", it.recognizer, it.evidence.name())?;
        }
        if !it.line.is_empty() {
            writeln!(out, "  line {}", it.line)?;
        }
    }
    out.flush()?;
    Ok(Verdict::Fine)
}
