//! What a valid file says twice in different ways: contradictions and double roles.

use crate::category::{Action, Category, Language, Purpose};
use crate::policy::errors::Problem;
use crate::policy::file::PolicyFile;
use crate::policy::json::Value;
use crate::policy::parties::Party;
use crate::policy::reader::Reader;
use crate::policy::rules::Rule;
use crate::policy::words::{Cookies, Metadata, Statement, Storage};

/// The special categories of article 9, as far as Slør knows them.
const SPECIAL: &[Category] =
    &[Category::Health, Category::Ethnicity, Category::Sexuality, Category::Politics, Category::Religion];

/// What the author of the file should look at, in the order of the file.
#[inline(never)]
pub(crate) fn find(file: PolicyFile<'_>, root: &Value) -> Vec<Problem> {
    let mut warnings = Warnings { root, reader: Reader::new(Vec::new()) };
    roles(file, &mut warnings);
    claims(file, &mut warnings);
    masking(file, &mut warnings);
    storage(file, &mut warnings);
    warnings.reader.problems()
}

struct Warnings<'v> {
    root: &'v Value,
    reader: Reader,
}

impl Warnings<'_> {
    fn add(&mut self, keys: &str, message: String) {
        self.reader.mistake_in(self.root, &keys.split('.').collect::<Vec<_>>(), message);
    }
}

#[inline(never)]
fn roles(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    let language = file.languages().iter().next().unwrap_or(Language::En);
    let name = |it: Party<'_>| it.name().get(language).to_owned();
    for (list, parties) in [("processors", file.processors()), ("sub_processors", file.sub_processors())] {
        for (n, party) in parties.iter().enumerate() {
            let number = party.company_number();
            let same = |it: &Party<'_>| name(*it) == name(party) || (number.is_some() && it.company_number() == number);
            if let Some(controller) = file.controllers().iter().find(same) {
                let message = format!("`{}` is a controller too: it can't be both for the same data", name(controller));
                warnings.add(&format!("{list}.{n}"), message);
            }
        }
    }
}

#[inline(never)]
fn claims(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    for (n, claim) in file.claims().iter().enumerate() {
        let message = match claim.statement() {
            Statement::NothingStoredPermanently => Some(stored(file)),
            Statement::NoPersonalDataInStatistics => used(file),
            Statement::Anonymous => Some("masking alone makes nobody anonymous: the notice must not say so".to_owned()),
            _ => None,
        };
        if let Some(message) = message {
            warnings.add(&format!("claims.{n}"), message);
        }
    }
}

/// What a file keeps for improvement or statistics that says that they use no personal data. A date alone is nobody's.
fn used(file: PolicyFile<'_>) -> Option<String> {
    let measured = |it: Purpose| matches!(it, Purpose::Improve | Purpose::Statistics);
    let (purpose, category) = file.purposes().iter().filter(|it| measured(it.0)).find_map(|(purpose, _)| {
        let kept = |it: &Category| Rule::of(file, *it).views.get(purpose as usize) == Some(&Action::Keep);
        Some((purpose, Category::ALL.iter().find(|it| **it != Category::Date && kept(it))?))
    })?;
    let (purpose, category) = (purpose.name(), category.name());
    Some(format!("no personal data are said to be used for `{purpose}`, but `{category}` is kept for it"))
}

/// What a file stores that says that nothing is stored permanently.
#[inline(never)]
fn stored(file: PolicyFile<'_>) -> String {
    let bot = match file.retention().bot().period() {
        Some(period) => format!("nothing is said to be stored permanently, but talks are stored for {period}"),
        None => "nothing is said to be stored permanently, but talks are stored until somebody asks".to_owned(),
    };
    let beyond = match file.retention().excerpts() {
        Some(it) if it.period().is_none() => ", and excerpts of them without a limit",
        Some(_) => ", and excerpts of them longer",
        None => "",
    };
    bot + beyond
}

#[inline(never)]
fn masking(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    for (category, rule) in file.categories().iter() {
        if rule.action() == Action::Keep && SPECIAL.contains(&category) {
            let message = "a special category (article 9) is kept".to_owned();
            warnings.add(&format!("categories.{}", category.name()), message);
        }
    }
    for (purpose, rule) in file.purposes().iter() {
        for (category, _) in rule.keep().iter() {
            let path = format!("purposes.{}.keep.{}", purpose.name(), category.name());
            if file.categories().get(category).is_some_and(|it| it.action() == Action::Keep) {
                warnings.add(&path, "the category is kept for every purpose already".to_owned());
            } else if SPECIAL.contains(&category) {
                warnings.add(&path, "a special category (article 9) is kept".to_owned());
            }
        }
    }
    for language in file.languages().iter().filter(|it| file.reads().is_some_and(|reads| !reads.contains(*it))) {
        let message = format!("the chat speaks `{}`, but personal data in it aren't recognised", language.name());
        warnings.add("reads", message);
    }
}

#[inline(never)]
fn storage(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    if file.storage().cookies() == Some(Cookies::None) && file.storage().talk() == Storage::Session {
        let message = "session storage falls under the same law as cookies, which the policy doesn't use".to_owned();
        warnings.add("storage.talk", message);
    }
    let recorded = |it: &Metadata| *it == Metadata::Topic || file.metadata().fields().contains(*it);
    for left in file.deletion().leaves().iter().filter(|it| !recorded(it)) {
        warnings.add("deletion.leaves", format!("`{}` is left, but `metadata` doesn't record it", left.name()));
    }
    if file.retention().agent().is_some() && file.handover().is_none() {
        warnings.add("retention.agent", "talks with people are stored, but nobody is handed over".to_owned());
    }
}
