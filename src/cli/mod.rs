//! The subcommands, and what they share: how they end, how they speak and where they write.

mod check;
mod evaluate;
#[cfg(feature = "train")]
mod evaluate_names;
mod explain;
mod input;
mod neighbours;
mod notice;
mod packs;
mod policy;
mod promises;
mod redact;
mod scan;
mod schema;
#[cfg(feature = "train")]
mod train_names;
mod words;

use std::fmt;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};

/// Masks personal data in chat messages: the engine of the browser on the command line.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 fine, 1 a check failed or a message was refused, 2 wrong usage or input.\n\
    No error message quotes what a citizen wrote.";

#[derive(Subcommand)]
enum Command {
    Redact(redact::Args),
    Scan(scan::Args),
    Check(check::Args),
    Evaluate(evaluate::Args),
    Explain(explain::Args),
    #[command(hide = true)]
    Neighbours(neighbours::Args),
    Notice(notice::Args),
    Record(notice::RecordArgs),
    Promises(promises::Args),
    Schema(schema::Args),
    Packs(packs::Args),
    #[cfg(feature = "train")]
    TrainNames(train_names::Args),
    #[cfg(feature = "train")]
    EvaluateNames(evaluate_names::Args),
}

/// How a command that ran to its end came out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// All was well.
    Fine,
    /// A check failed, or a message was refused.
    Failed,
    /// Part of the input could not be used; the rest was.
    BadInput,
}

/// Why a command could not go on.
enum Failure {
    /// Wrong usage or input, in words for the user.
    Input(String),
    /// A file that can't be read from some place on, as `file:line:column: message`, which editors understand.
    At(String),
    /// The output can't be written.
    Output(io::Error),
}

type Outcome = Result<Verdict, Failure>;

impl Failure {
    /// What can't be read or written, and why.
    fn of(what: impl fmt::Display, error: &io::Error) -> Failure {
        Failure::Input(format!("{what}: {}", reason(error)))
    }

    /// Tells the user.
    fn say(&self) {
        match self {
            Failure::Input(message) => say(format_args!("slor: {message}")),
            Failure::At(message) => say(format_args!("{message}")),
            Failure::Output(error) => say(format_args!("slor: cannot write the output: {}", reason(error))),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let outcome = match cli.command {
        Command::Redact(args) => redact::run(&args),
        Command::Scan(args) => scan::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Neighbours(args) => neighbours::run(&args),
        Command::Notice(args) => notice::run(&args),
        Command::Record(args) => notice::run_record(&args),
        Command::Promises(args) => promises::run(&args),
        Command::Schema(schema::Args {}) => schema::run(),
        Command::Packs(args) => packs::run(&args),
        #[cfg(feature = "train")]
        Command::TrainNames(args) => train_names::run(&args),
        #[cfg(feature = "train")]
        Command::EvaluateNames(args) => evaluate_names::run(&args),
    };
    match outcome {
        Ok(verdict) => ExitCode::from(verdict as u8),
        // Whoever read the output has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            failure.say();
            ExitCode::from(2)
        }
    }
}

/// Prints the help that was asked for, or what is wrong with the arguments.
fn usage(error: &clap::Error) -> ExitCode {
    if error.exit_code() == 0 || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // Where this fails, there is nobody left to tell.
        let _ = error.print();
    } else {
        say(format_args!("{}", described(error)));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// What is wrong and what is expected, in the program's own words: what was typed may be a message, so it's not repeated.
fn described(error: &clap::Error) -> String {
    let is_unknown = matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    let is_empty = matches!(error.get(ContextKind::InvalidValue), Some(ContextValue::String(it)) if it.is_empty());
    let wrong = match error.kind() {
        _ if is_unknown => "unexpected argument; messages to redact are read from the standard input",
        ErrorKind::InvalidValue if is_empty => "an argument needs a value",
        other => other.as_str().unwrap_or("wrong usage"),
    };
    let mut out = format!("error: {wrong}");
    for (kind, value) in error.context() {
        let label = match kind {
            ContextKind::InvalidArg | ContextKind::PriorArg if !is_unknown => "\n  argument: ",
            ContextKind::ValidValue | ContextKind::ValidSubcommand => "\n  possible: ",
            ContextKind::SuggestedArg | ContextKind::SuggestedSubcommand | ContextKind::SuggestedValue => {
                "\n  did you mean: "
            }
            ContextKind::Usage => "\n\n",
            // The rest may quote.
            _ => continue,
        };
        let value = match value {
            ContextValue::String(it) => it.clone(),
            ContextValue::Strings(all) if !all.is_empty() => all.join(", "),
            ContextValue::StyledStr(it) => it.to_string(),
            _ => continue,
        };
        out.extend([label, &value]);
    }
    out + "\n\nFor more information, try '--help'."
}

/// The standard output, buffered; whoever uses it flushes it.
fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// Writes a line to the standard error; where that is closed there is nobody to tell.
fn say(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(&line.to_string()));
}

/// A text as a terminal may show it: what a file holds, such as a misspelt key, gives the terminal no orders.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        if it.is_control() && !matches!(it, '\n' | '\t') {
            out.extend(it.escape_unicode());
        } else {
            out.push(it);
        }
    }
    out
}

/// Why reading or writing failed, in words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory, not a file".to_owned(),
        io::ErrorKind::NotADirectory => "a part of this path is a file, not a directory".to_owned(),
        io::ErrorKind::AlreadyExists => "is a file, not a directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
