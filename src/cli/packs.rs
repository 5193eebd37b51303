//! `slor packs`: the language packs and the strings of the notice as the files that a page loads.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use slor::Packs;
use slor::promise::Strings;

use super::{Failure, Outcome, Verdict, output};

/// Write the language packs that a page loads beside the engine
///
/// Makes the folder if it isn't there, writes a file a pack (`terms-da.bin` …, `notice-da.bin` …) and prints each with its size in bytes.
#[derive(clap::Args)]
pub struct Args {
    /// Folder to write to
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> Outcome {
    fs::create_dir_all(&args.folder).map_err(|error| Failure::of(args.folder.display(), &error))?;
    let mut out = output();
    for (name, bytes) in Packs::files().chain(Strings::files()) {
        let path = args.folder.join(format!("{name}.bin"));
        fs::write(&path, bytes).map_err(|error| Failure::of(path.display(), &error))?;
        writeln!(out, "{} {}", path.display(), bytes.len())?;
    }
    out.flush()?;
    Ok(Verdict::Fine)
}
