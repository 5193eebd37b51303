//! Who keeps each sentence of an organisation's own notice, and what proves it.

#[allow(dead_code, reason = "the build script uses the rest")]
mod parse;

use crate::category::{Action, Category, Purpose};
use crate::policy::Policy;
use crate::promise::notice::Notice;
use crate::promise::record::record;
use crate::promise::strings::Strings;

/// The tables that this crate carries, by the name of the policy.
const TABLES: &[(&str, &str)] = &[
    ("kommune-kiri", include_str!("kommune-kiri.txt")),
    ("kommun-kim", include_str!("kommun-kim.txt")),
    ("prokom", include_str!("prokom.txt")),
    ("migri", include_str!("migri.txt")),
    ("cellbes", include_str!("cellbes.txt")),
];

/// A sentence of the original notice, and what becomes of it.
#[derive(Debug)]
pub struct Promise {
    /// The words of the notice, exactly.
    pub quote: String,
    /// What becomes of it; a sentence may have several parts.
    pub kinds: Vec<Kind>,
    /// Categories that must be masked: in the view of a purpose, or in every view.
    masks: Vec<(Option<Purpose>, Vec<Category>)>,
}

/// What becomes of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Kept by this code, proven by the test in this file: `tests/promises/kiri.rs::its_name`. Empty: nothing proves it.
    Kept(String),
    /// The generated notice or record says so, in these words.
    Stated(String),
    /// The vendor of the chat platform has to keep it, for this reason.
    Vendor(String),
    /// The organisation itself has to keep it, for this reason.
    Controller(String),
    /// We say something else, for this reason.
    Reworded(String),
    /// A heading, or page furniture.
    Nothing,
}

impl Kind {
    /// What the kind is called.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Kept(_) => "kept",
            Kind::Stated(_) => "stated",
            Kind::Vendor(_) => "owner vendor",
            Kind::Controller(_) => "owner controller",
            Kind::Reworded(_) => "reworded",
            Kind::Nothing => "not a promise",
        }
    }

    /// The proof, words or reason.
    pub fn text(&self) -> &str {
        match self {
            Kind::Kept(it) | Kind::Stated(it) | Kind::Vendor(it) | Kind::Controller(it) | Kind::Reworded(it) => it,
            Kind::Nothing => "",
        }
    }
}

/// The promises of the organisation with this policy, if its notice is known.
pub fn promises(id: &str) -> Option<Vec<Promise>> {
    let (_, text) = TABLES.iter().find(|it| it.0 == id)?;
    Some(parse::parse(text).ok()?.entries.into_iter().map(promise).collect())
}

fn promise(entry: parse::Entry) -> Promise {
    let mut promise = Promise { quote: entry.quote, kinds: Vec::new(), masks: Vec::new() };
    for (kind, rest) in entry.lines {
        promise.kinds.push(match kind.as_str() {
            "kept" => Kind::Kept(rest),
            "stated" => Kind::Stated(rest),
            "owner vendor" => Kind::Vendor(rest),
            "owner controller" => Kind::Controller(rest),
            "reworded" => Kind::Reworded(rest),
            "not a promise" => Kind::Nothing,
            _ => {
                let purpose = kind.strip_prefix("masks ").and_then(Purpose::from_name);
                promise.masks.push((purpose, rest.split(' ').filter_map(Category::from_name).collect()));
                continue;
            }
        });
    }
    promise
}

/// What is promised and doesn't hold under this policy: masking of what it keeps, and words that its notice doesn't say.
pub fn contradictions(policy: &Policy, promises: &[Promise]) -> Vec<String> {
    let text = words(policy);
    let mut out = Vec::new();
    for promise in promises {
        for (purpose, category) in promise.masks.iter().flat_map(|it| it.1.iter().map(|category| (it.0, *category))) {
            for view in broken(policy, purpose, category) {
                let view = view.map_or("the strictest view".to_owned(), |it| format!("the view for `{}`", it.name()));
                out.push(format!("\"{}\": `{}` is kept in {view}", promise.quote, category.name()));
            }
        }
        for words in promise.kinds.iter().filter(|it| matches!(it, Kind::Stated(_))).map(Kind::text) {
            if !text.as_deref().unwrap_or_default().contains(words) {
                out.push(format!("\"{}\": the generated notice doesn't say \"{words}\"", promise.quote));
            }
        }
    }
    out
}

/// The views that keep a category although it's promised to be masked: in one view, or in every view.
fn broken(policy: &Policy, purpose: Option<Purpose>, category: Category) -> Vec<Option<Purpose>> {
    let mut views = vec![purpose];
    if purpose.is_none() {
        views.extend(policy.file().purposes().iter().map(|it| Some(it.0)));
    }
    views.retain(|it| policy.action(category, *it) == Action::Keep);
    views
}

/// The notice and the record in the policy's first language.
fn words(policy: &Policy) -> Option<String> {
    let strings = Strings::embedded(*policy.languages().first()?).ok()?;
    Some(Notice::new(policy, &strings).plain() + "\n" + &record(policy, &strings).plain())
}

/// Why a proof proves nothing, if so. `read` gives the text of a file of this repository.
///
/// The test must be there, must not be skipped, and must quote the sentence.
pub fn unproven(proof: &str, quote: &str, read: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let Some((path, name)) = proof.split_once("::") else { return Some("names no test") };
    let Some(file) = read(path) else { return Some("its file doesn't exist") };
    let found = if path.ends_with(".rs") { rust_test(&file, name) } else { js_test(&file, name) };
    let body = match found {
        Ok(body) => body,
        Err(why) => return Some(why),
    };
    // What a list or heading begins with isn't said.
    let said = quote.trim_start_matches(['•', '#', '-', ' ']);
    let plain = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain(body).contains(said) { None } else { Some("the test doesn't quote the sentence") }
}

fn rust_test<'f>(file: &'f str, name: &str) -> Result<&'f str, &'static str> {
    let Some((before, body)) = file.split_once(&format!("\nfn {name}()")) else { return Err("there is no such test") };
    let above = before.lines().rev().take_while(|it| it.starts_with("#[") || it.starts_with("//"));
    let attributes: String = above.collect();
    if attributes.contains("ignore") {
        Err("the test is skipped")
    } else if attributes.contains("#[test]") || attributes.contains("_test]") {
        Ok(body.split("\n}\n").next().unwrap_or_default())
    } else {
        Err("there is no such test")
    }
}

fn js_test<'f>(file: &'f str, name: &str) -> Result<&'f str, &'static str> {
    let Some((before, body)) = file.split_once(&format!("('{name}'")) else { return Err("there is no such test") };
    let call = before.rsplit(['\n', ' ']).next().unwrap_or_default();
    let head = body.split('\n').next().unwrap_or_default();
    match call {
        "it" | "test" if !head.contains("skip") && !head.contains("todo") => Ok(until_next_test(body)),
        "it" | "test" | "it.skip" | "test.skip" | "it.todo" | "test.todo" => Err("the test is skipped"),
        _ => Err("there is no such test"),
    }
}

fn until_next_test(body: &str) -> &str {
    let ends = ["\nit(", "\ntest(", " it('", " test('", "\ndescribe("].iter().filter_map(|it| body.find(it));
    body.get(..ends.min().unwrap_or(body.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(proof: &str, file: &str) -> Option<&'static str> {
        unproven(proof, "• Alt er skjult.", |path| {
            (path == "tests/a.rs" || path == "tests/a.test.js").then(|| file.to_owned())
        })
    }

    #[test]
    fn a_proof_is_a_test_that_runs_and_quotes_the_sentence() {
        let good = "use x;\n\n#[test]\nfn it_holds() {\n    // Alt er\n    skjult.\n}\n\nfn other() {}\n";
        assert_eq!(why("tests/a.rs::it_holds", good), None);
        assert_eq!(why("tests/a.rs::it_fails", good), Some("there is no such test"));
        assert_eq!(why("tests/a.rs::other", good), Some("there is no such test"));
        assert_eq!(why("tests/b.rs::it_holds", good), Some("its file doesn't exist"));
        assert_eq!(why("it_holds", good), Some("names no test"));
        assert_eq!(
            why("tests/a.rs::it_holds", &good.replace("#[test]", "#[test]\n#[ignore]")),
            Some("the test is skipped")
        );
        assert_eq!(
            why("tests/a.rs::it_holds", &good.replace("skjult", "vist")),
            Some("the test doesn't quote the sentence")
        );
    }

    #[test]
    fn tests_in_javascript_count_too() {
        let good =
            "describe('x', () => {\n  it('holds', () => {\n    // Alt er skjult.\n  })\n  it('other', () => {})\n})\n";
        assert_eq!(why("tests/a.test.js::holds", good), None);
        assert_eq!(why("tests/a.test.js::other", good), Some("the test doesn't quote the sentence"));
        assert_eq!(
            why("tests/a.test.js::holds", &good.replace("it('holds'", "it.skip('holds'")),
            Some("the test is skipped")
        );
        assert_eq!(
            why("tests/a.test.js::holds", &good.replace("'holds', ", "'holds', { skip: true }, ")),
            Some("the test is skipped")
        );
    }
}
