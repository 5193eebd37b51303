//! What a valid file says twice in different ways, or not at all: contradictions, double roles, gaps.

use crate::category::{Action, Category, Language, Purpose};
use crate::policy::calendar::Period;
use crate::policy::errors::Problem;
use crate::policy::file::PolicyFile;
use crate::policy::json::Value;
use crate::policy::parties::Party;
use crate::policy::reader::Reader;
use crate::policy::rules::Rule;
use crate::policy::words::{Cookies, Country, Metadata, Right, Statement, Storage};

/// The special categories of article 9, as far as Slør knows them.
const SPECIAL: &[Category] =
    &[Category::Health, Category::Ethnicity, Category::Sexuality, Category::Politics, Category::Religion];

/// The countries of the vocabulary to which data are transferred (chapter V). Åland is in the EEA.
const OUTSIDE_THE_EEA: &[Country] = &[Country::Fo, Country::Gl, Country::Ch, Country::Gb, Country::Us];

/// Above ten years, a period is rather a slip than meant.
const LONG: Period = Period { years: 10, months: 0, weeks: 0, days: 0 };

/// What the author of the file should look at, in the order of the file.
#[inline(never)]
pub(crate) fn find(file: PolicyFile<'_>, root: &Value) -> Vec<Problem> {
    let mut warnings = Warnings { root, reader: Reader::new(Vec::new()) };
    informs(file, &mut warnings);
    roles(file, &mut warnings);
    claims(file, &mut warnings);
    masking(file, &mut warnings);
    own(&mut warnings);
    storage(file, &mut warnings);
    periods(file, &mut warnings);
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

/// What article 13 of the GDPR asks of a notice and many leave out. A file that links to a policy for all services may leave it to that.
#[inline(never)]
fn informs(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    let missing = match (file.legal_basis().is_empty(), file.rights().iter().next().is_none()) {
        (true, true) => "`legal_basis` and `rights`",
        (true, false) => "`legal_basis`",
        (false, true) => "`rights`",
        (false, false) => return,
    };
    if file.general_policy().is_none() {
        let message =
            format!("article 13 asks a notice for {missing}, or for a link to a `general_policy` that has them");
        warnings.add("", message);
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
            let Some(country) = party.hosting().filter(|it| OUTSIDE_THE_EEA.contains(it)) else { continue };
            let message = match file.transfers().map(|it| it.is_empty()) {
                Some(true) => "the servers stand outside the EEA, but `transfers` says that there are none",
                None => "the servers stand outside the EEA, but no `transfers` say what protects the data there",
                Some(false) => continue,
            };
            warnings.add(&format!("{list}.{n}.hosting"), format!("`{}`: {message}", country.name()));
        }
    }
    if file.rights().contains(Right::Complaint) && file.authority().is_none() {
        warnings.add("rights", "there is a right of `complaint`, but no `authority` to complain to".to_owned());
    }
}

#[inline(never)]
fn claims(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    for (n, claim) in file.claims().iter().enumerate() {
        let message = match claim.statement() {
            Statement::NothingStoredPermanently => Some(stored(file)),
            Statement::NoPersonalDataInStatistics => used(file),
            Statement::NoIdentification | Statement::NoPersonalDataAsked => asked(file, claim.statement()),
            Statement::Anonymous => Some("masking alone makes nobody anonymous: the notice must not say so".to_owned()),
            _ => None,
        };
        if let Some(message) = message {
            warnings.add(&format!("claims.{n}"), message);
        }
    }
}

/// What a form requires of the citizen that is said not to be asked for.
fn asked(file: PolicyFile<'_>, statement: Statement) -> Option<String> {
    let identifies = |it: Category| !matches!(it, Category::Number | Category::Date | Category::Reference);
    let field = file.handover()?.form()?.fields().iter().find(|it| {
        let asks = |category| statement == Statement::NoPersonalDataAsked || identifies(category);
        it.required() && it.category().is_some_and(asks)
    })?;
    let said = match statement {
        Statement::NoIdentification => "nobody is said to have to identify themselves",
        _ => "the chat is said not to ask for personal data",
    };
    Some(format!("{said}, but the field `{}` of the form before the queue must be filled in", &*field.id()))
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

/// Terms and shapes of one's own that are there more than once.
#[inline(never)]
fn own(warnings: &mut Warnings<'_>) {
    for (list, key) in [("terms", "text"), ("shapes", "pattern")] {
        let all = warnings.root.get(list).map(Value::items).unwrap_or_default();
        for (n, item) in all.iter().enumerate() {
            let text = said(item, key);
            let Some(other) = all.iter().take(n).find(|it| said(it, key).eq_ignore_ascii_case(text)) else { continue };
            let (first, second) = (said(other, "category"), said(item, "category"));
            let both = if first == second { String::new() } else { format!(", as `{first}` and as `{second}`") };
            warnings.add(&format!("{list}.{n}"), format!("`{text}` is there twice{both}"));
        }
    }
}

/// The text of a member, or nothing.
fn said<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::text).unwrap_or_default()
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
    if file.handover().is_some() && file.retention().agent().is_none() {
        let message =
            "people answer in this chat, but `retention.agent` doesn't say how long talks with them are stored";
        warnings.add("handover", message.to_owned());
    }
}

/// How long things are stored, in relation to each other and to what is usual.
#[inline(never)]
fn periods(file: PolicyFile<'_>, warnings: &mut Warnings<'_>) {
    let retention = file.retention();
    let bot = retention.bot().period();
    let excerpts = retention.excerpts().and_then(|it| it.period());
    for (key, period) in [
        ("retention.bot.period", bot),
        ("retention.agent.period", retention.agent().and_then(|it| it.period())),
        ("retention.excerpts.period", excerpts),
        ("metadata.period", file.metadata().period()),
    ] {
        if let Some(period) = period.filter(|it| days(*it) > days(LONG)) {
            warnings.add(key, format!("{period} is more than ten years: is that meant?"));
        }
    }
    if let (Some(talks), Some(excerpts)) = (bot, excerpts)
        && days(excerpts) <= days(talks)
    {
        let message = format!("excerpts are said to be kept longer, for {excerpts}, but talks are kept for {talks}");
        warnings.add("retention.excerpts.period", message);
    }
}

/// About how many days a period is; a year is twelve months.
fn days(period: Period) -> u32 {
    (period.years * 12 + period.months) * 487 / 16 + period.weeks * 7 + period.days
}
