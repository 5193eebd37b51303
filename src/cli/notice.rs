//! `slor notice` and `slor record`: what a policy promises, in words.

use std::io::Write;

use clap::ValueEnum;
use slor::promise::{Notice, Strings, record, render};
use slor::{Language, Policy};

use super::policy::Source;
use super::words::one_of;
use super::{Failure, Outcome, Verdict, output, say};

/// Print the privacy notice of a policy
///
/// It is made from the same file that decides what is masked. Exit 2 if the policy has errors.
#[derive(clap::Args)]
pub struct Args {
    /// The policy: a file, or a built-in name
    #[arg(value_name = "POLICY")]
    policy: String,
    /// The language; without it, the policy's first
    #[arg(long, value_parser = one_of(Language::ALL, Language::name))]
    language: Option<Language>,
    /// The form
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

/// Print the record of processing activities (article 30) of a policy
///
/// It is made from the same file that decides what is masked. Exit 2 if the policy has errors.
#[derive(clap::Args)]
pub struct RecordArgs {
    #[command(flatten)]
    args: Args,
}

/// The form of a document.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
    Text,
    Html,
    /// The sections, for a page to build nodes of
    Json,
}

pub fn run(args: &Args) -> Outcome {
    print(args, Notice::new)
}

pub fn run_record(args: &RecordArgs) -> Outcome {
    print(&args.args, record::record)
}

fn print(args: &Args, write: fn(&Policy, &Strings) -> Notice) -> Outcome {
    let policy = Source::organisation(&args.policy)?;
    let language = args.language.or_else(|| policy.languages().first().copied()).unwrap_or(Language::En);
    let strings = Strings::embedded(language).map_err(|error| Failure::Input(error.to_string()))?;
    let notice = write(&policy, &strings);
    let passages = || notice.sections.iter().flat_map(|it| &it.blocks).flat_map(|it| &it.passages);
    if let Some(other) = passages().find(|it| it.language != language) {
        let (asked, other) = (language.name(), other.language.name());
        say(format_args!("slor: the policy has no words of its own in `{asked}`; they stand in `{other}`"));
    }
    let text = match args.format {
        Format::Markdown => render::markdown(&notice),
        Format::Text => render::text(&notice),
        Format::Html => render::html(&notice),
        Format::Json => {
            let json = serde_json::to_string(&notice).map_err(|error| Failure::Input(error.to_string()))?;
            json + "\n"
        }
    };
    let mut out = output();
    write!(out, "{text}")?;
    out.flush()?;
    Ok(Verdict::Fine)
}
