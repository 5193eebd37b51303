//! What a valid file says twice in different ways: contradictions and double roles.

use crate::category::{Action, Category, Language};
use crate::policy::errors::Problem;
use crate::policy::file::PolicyFile;
use crate::policy::json::Value;
use crate::policy::parties::Party;
use crate::policy::reader::Reader;
use crate::policy::words::{Cookies, Metadata, Statement, Storage};

/// The special categories of article 9, as far as Slør knows them.
const SPECIAL: &[Category] =
    &[Category::Health, Category::Ethnicity, Category::Sexuality, Category::Politics, Category::Religion];

/// What the author of the file should look at, in the order of the file.
pub(crate) fn find(file: &PolicyFile, root: &Value<'_>, text: &str) -> Vec<Problem> {
    let mut warnings = Warnings { root, reader: Reader::new() };
    roles(file, &mut warnings);
    claims(file, &mut warnings);
    masking(file, &mut warnings);
    storage(file, &mut warnings);
    warnings.reader.problems(text)
}

struct Warnings<'v, 't> {
    root: &'v Value<'t>,
    reader: Reader,
}

impl Warnings<'_, '_> {
    #[inline(never)]
    fn add(&mut self, path: &str, message: String) {
        let at = self.root.place(&path.split('.').collect::<Vec<_>>());
        self.reader.mistake_below(at, path, message);
    }
}

fn roles(file: &PolicyFile, warnings: &mut Warnings<'_, '_>) {
    let language = file.languages.first().copied().unwrap_or(Language::En);
    let name = |it: &Party| it.name.get(language).to_owned();
    for (list, parties) in [("processors", &file.processors[..]), ("sub_processors", &file.sub_processors[..])] {
        for (n, party) in parties.iter().enumerate() {
            let same = |it: &&Party| {
                name(it) == name(party) || (it.company_number.is_some() && it.company_number == party.company_number)
            };
            if let Some(controller) = file.controllers.iter().find(same) {
                let message = format!("`{}` is a controller too: it can't be both for the same data", name(controller));
                warnings.add(&format!("{list}.{n}"), message);
            }
        }
    }
}

fn claims(file: &PolicyFile, warnings: &mut Warnings<'_, '_>) {
    for (n, claim) in file.claims.iter().enumerate() {
        let message = match claim.statement {
            Statement::NothingStoredPermanently => stored(file),
            Statement::Anonymous => {
                Some("masking alone makes nobody anonymous: the notice must not say so".to_owned())
            }
            _ => None,
        };
        if let Some(message) = message {
            warnings.add(&format!("claims.{n}"), message);
        }
    }
}

/// What a file stores that says that nothing is stored permanently.
fn stored(file: &PolicyFile) -> Option<String> {
    let bot = match file.retention.bot.period {
        Some(period) => format!("nothing is said to be stored permanently, but talks are stored for {period}"),
        None => "nothing is said to be stored permanently, but talks are stored until somebody asks".to_owned(),
    };
    let beyond = match &file.retention.excerpts {
        Some(it) if it.period.is_none() => ", and excerpts of them without a limit",
        Some(_) => ", and excerpts of them longer",
        None => "",
    };
    Some(bot + beyond)
}

fn masking(file: &PolicyFile, warnings: &mut Warnings<'_, '_>) {
    for (category, rule) in file.categories.iter() {
        if rule.action == Action::Keep && SPECIAL.contains(&category) {
            let message = "a special category (article 9) is kept".to_owned();
            warnings.add(&format!("categories.{}", category.name()), message);
        }
    }
    for (purpose, rule) in file.purposes.iter() {
        for (category, _) in rule.keep.iter() {
            let path = format!("purposes.{}.keep.{}", purpose.name(), category.name());
            if file.categories.get(category).is_some_and(|it| it.action == Action::Keep) {
                warnings.add(&path, "the category is kept for every purpose already".to_owned());
            } else if SPECIAL.contains(&category) {
                warnings.add(&path, "a special category (article 9) is kept".to_owned());
            }
        }
    }
    for language in file.languages.iter().filter(|it| !file.reads.contains(it)) {
        let message = format!("the chat speaks `{}`, but personal data in it aren't recognised", language.name());
        warnings.add("reads", message);
    }
}

fn storage(file: &PolicyFile, warnings: &mut Warnings<'_, '_>) {
    if file.storage.cookies == Some(Cookies::None) && file.storage.talk == Storage::Session {
        let message = "session storage falls under the same law as cookies, which the policy doesn't use".to_owned();
        warnings.add("storage.talk", message);
    }
    let recorded = |it: &&Metadata| **it == Metadata::Topic || file.metadata.fields.contains(it);
    for left in file.deletion.leaves.iter().filter(|it| !recorded(it)) {
        warnings.add("deletion.leaves", format!("`{}` is left, but `metadata` doesn't record it", left.name()));
    }
    if file.retention.agent.is_some() && file.handover.is_none() {
        warnings.add("retention.agent", "talks with people are stored, but nobody is handed over".to_owned());
    }
}
