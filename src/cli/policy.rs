//! Choosing a policy: by name, by file, or the strict one.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use slor::policy::Problem;
use slor::{Builder, Packs, Policy, Purpose, Redactor};

use super::input::read_file;
use super::words::one_of;
use super::{Failure, say, shown};

/// The name of the policy that needs no file.
pub const STRICT: &str = "strict";

/// Names and JSON texts of these policies in `policies/`.
macro_rules! embed {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("../../policies/", $name, ".json"))),)*] };
}

/// The policies that this binary carries.
const EMBEDDED: &[(&str, &str)] = embed!["kommune-kiri" "kommun-kim" "prokom" "migri" "cellbes"];

/// Which policy to follow, and for what.
#[derive(clap::Args)]
pub struct PolicyArgs {
    /// The policy to follow: a built-in name, or a file (a value with `/`, or that ends in `.json`)
    ///
    /// Built in are `strict` (everything is redacted) and kommune-kiri, kommun-kim, prokom, migri and cellbes.
    #[arg(long, value_name = "NAME|FILE", default_value = STRICT)]
    policy: String,
    /// What the text is used for; without it, the strictest view over all purposes
    #[arg(long, value_parser = one_of(Purpose::ALL, Purpose::name))]
    purpose: Option<Purpose>,
    /// Read the language packs from this folder instead of those built in, to try a lexicon without building
    #[arg(long, value_name = "DIR", hide = true)]
    packs: Option<PathBuf>,
}

impl PolicyArgs {
    /// What the text is used for.
    pub fn purpose(&self) -> Option<Purpose> {
        self.purpose
    }

    /// The redactor that follows the chosen policy.
    pub fn redactor(&self) -> Result<Redactor, Failure> {
        let policy = match Source::open(&self.policy)? {
            None => Policy::strict(),
            Some(source) => source.policy()?,
        };
        match &self.packs {
            None => {
                let packs = Packs::embedded(&policy);
                Redactor::new(policy, packs).map_err(|error| Failure::Input(error.to_string()))
            }
            Some(folder) => with_packs_in(folder, policy),
        }
    }
}

/// The redactor with the packs of a folder.
fn with_packs_in(folder: &Path, policy: Policy) -> Result<Redactor, Failure> {
    let needed = Packs::needed(&policy);
    let mut builder = Builder::new(policy);
    for name in needed {
        let file = folder.join(format!("{name}.bin"));
        let bytes = std::fs::read(&file).map_err(|error| Failure::of(file.display(), &error))?;
        builder.add(bytes).map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
    }
    builder.build().map_err(|error| Failure::Input(format!("{}: {error}", folder.display())))
}

/// The text of a policy, and what to call it.
pub struct Source {
    /// Its file or name.
    pub name: String,
    /// Its JSON text.
    pub text: Cow<'static, str>,
}

impl Source {
    /// The policy that `value` names; none is the strict one, which has no text.
    pub fn open(value: &str) -> Result<Option<Source>, Failure> {
        let text = if value.contains(['/', std::path::MAIN_SEPARATOR]) || value.ends_with(".json") {
            Cow::Owned(read_file(value)?)
        } else if value == STRICT {
            return Ok(None);
        } else if let Some((_, text)) = EMBEDDED.iter().find(|(name, _)| *name == value) {
            Cow::Borrowed(*text)
        } else {
            let names: Vec<&str> = EMBEDDED.iter().map(|(name, _)| *name).collect();
            return Err(Failure::Input(format!(
                "no policy is called `{value}`; there are {STRICT}, {}; a file has a `/` or ends in `.json`",
                names.join(", ")
            )));
        };
        Ok(Some(Source { name: value.to_owned(), text }))
    }

    /// The policy of an organisation that `value` names. The strict one is nobody's.
    pub fn organisation(value: &str) -> Result<Policy, Failure> {
        match Source::open(value)? {
            Some(source) => source.policy(),
            None => Err(Failure::Input(format!("`{value}` is no organisation's policy: it promises nothing"))),
        }
    }

    /// The policy; if it has problems, they are printed.
    fn policy(&self) -> Result<Policy, Failure> {
        Policy::parse(&self.text).map_err(|errors| {
            errors.problems().iter().for_each(|problem| say(format_args!("{}", self.locate(problem))));
            Failure::Input(format!("{}: the policy has errors, so nothing was read", self.name))
        })
    }

    /// A problem as `file:line:column: key: message`.
    pub fn locate(&self, problem: &Problem) -> String {
        shown(&format!("{}:{problem}", self.name))
    }
}
