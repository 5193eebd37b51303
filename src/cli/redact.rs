//! `slor redact`: a message in, the text that may leave out.

use std::io::Write;

use slor::policy::Unread;
use slor::{Redaction, Redactor};

use super::input::{self, BYTE_ORDER_MARK, Lines};
use super::policy::PolicyArgs;
use super::{Outcome, Verdict, output, say};

/// Print a message with its personal data masked
///
/// The standard input is one message. The output is the redacted text exactly: no line end is added or taken away.
/// A message mostly in a script that the engine doesn't read is refused (nothing is printed, exit 1), unless the
/// policy says `"unread": "warn"`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    policy: PolicyArgs,
    /// Take each line for a message of its own
    ///
    /// The output has a line for each line. A line that is refused, too long (16 MiB) or not UTF-8 comes out empty and
    /// is reported by its number.
    #[arg(long)]
    lines: bool,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    if args.lines { redact_lines(args, &redactor) } else { redact_message(args, &redactor) }
}

fn redact_message(args: &Args, redactor: &Redactor) -> Outcome {
    let input = input::read_message()?;
    let (mark, message) = match input.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK, rest),
        None => ("", input.as_str()),
    };
    let redaction = redactor.redact(message, args.policy.purpose());
    if redaction.unread {
        say(format_args!("slor: {}", unread_notice(redactor)));
    }
    let Some(text) = may_leave(redactor, &redaction) else { return Ok(Verdict::Failed) };
    let mut out = output();
    write!(out, "{mark}{text}")?;
    out.flush()?;
    Ok(Verdict::Fine)
}

fn redact_lines(args: &Args, redactor: &Redactor) -> Outcome {
    let mut lines = Lines::new();
    let mut out = output();
    let mut verdict = Verdict::Fine;
    while let Some(line) = lines.next()? {
        write!(out, "{}", line.mark)?;
        match line.text {
            Ok(message) => {
                let redaction = redactor.redact(message, args.policy.purpose());
                if redaction.unread {
                    say(format_args!("line {}: {}", line.number, unread_notice(redactor)));
                }
                match may_leave(redactor, &redaction) {
                    Some(text) => write!(out, "{text}")?,
                    None => verdict = verdict.max(Verdict::Failed),
                }
            }
            Err(bad) => {
                say(format_args!("line {}: {}", line.number, bad.reason()));
                verdict = Verdict::BadInput;
            }
        }
        write!(out, "{}", line.end)?;
        if lines.must_wait() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(verdict)
}

/// The text that may leave, if the policy lets any.
pub fn may_leave<'r>(redactor: &Redactor, redaction: &'r Redaction) -> Option<&'r str> {
    let refused = redaction.unread && redactor.policy().unread() == Unread::Refuse;
    (!refused).then_some(redaction.text.as_str())
}

/// What is said of a message that is mostly in a script that is not read.
pub fn unread_notice(redactor: &Redactor) -> &'static str {
    match redactor.policy().unread() {
        Unread::Refuse => {
            "refused: the message is mostly in a script that is not read, so nothing says that it is free of personal data"
        }
        Unread::Warn => "warning: the message is mostly in a script that is not read, so personal data may be left",
    }
}
