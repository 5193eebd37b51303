//! One organisation's choices, read from a file.
//!
//! The file is JSON. It's read strictly: a key, word or value that isn't known is an error with its line, column and
//! keys, and all of them are reported at once. What a policy doesn't mention is redacted. See `policies/` for examples
//! and `policies/policy.schema.json` for every key.

mod calendar;
mod chat;
mod errors;
mod file;
mod form;
mod json;
#[cfg(all(test, not(target_family = "wasm")))]
mod json_tests;
mod lists;
mod masking;
mod nearest;
mod object;
mod parser;
mod parties;
mod reader;
mod rules;
#[cfg(feature = "cli")]
mod schema;
mod slips;
mod storage;
mod texts;
mod values;
mod warnings;
mod word;
mod words;

pub use calendar::{Date, Interval, Period};
pub use chat::{Bot, Download, Files, Form, FormField, Handover, Hours, Labels, Launcher, Menu, OtherWay, Platform};
pub use errors::{PolicyErrors, Problem};
pub use file::PolicyFile;
pub use lists::{List, Set, Table};
pub use masking::{CategoryRule, Digits, ExceptionRule, PurposeRule, ShapeRule, TermRule};
pub use parties::{
    Authority, Claim, Contact, FreeText, GeneralPolicy, LegalBasis, Party, Register, Security, Transfer,
};
pub use rules::{Exception, OwnShape, OwnTerm};
#[cfg(feature = "cli")]
pub use schema::schema;
pub use storage::{Deletion, DeviceStorage, Excerpts, Keeping, MetadataRecord, Retention};
pub use texts::{Name, Texts};
pub use values::{EmailAddress, Id, MediaType, PhoneNumber, Shape, Url, Version, Whole};
pub use words::{
    Adapter, Cookies, Corner, Country, Device, Format, Ground, Icon, IpAddress, Metadata, Owner, Precision, Right,
    Role, Section, Statement, Storage, TimeZone, Unread, Way, Weekday,
};

use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::policy::form::Field;
use crate::policy::json::{Kind, Place, Value};
use crate::policy::reader::Reader;
use crate::policy::rules::Rule;
use crate::policy::word::Word;

/// One organisation's choices. Whoever holds one holds a valid one.
#[derive(Clone, Debug)]
pub struct Policy {
    root: Value,
    id: String,
    languages: Vec<Language>,
    reads: Vec<Language>,
    min_digits: usize,
    /// By category, in the order of the vocabulary.
    rules: Vec<Rule>,
    terms: Vec<OwnTerm>,
    shapes: Vec<OwnShape>,
    exceptions: Vec<Exception>,
}

impl Policy {
    /// Reads the JSON text of a policy file; every mistake in it comes back, not only the first.
    pub fn parse(text: &str) -> Result<Policy, PolicyErrors> {
        let (root, mistakes) = parser::parse(text);
        let mut reader = Reader::new(root.as_ref().map(spoken).unwrap_or_default());
        for it in mistakes {
            reader.mistake(it.at, it.message.to_owned());
        }
        if let Some(root) = &root {
            reader.read(root, PolicyFile::FORM);
        }
        match (root, reader.problems()) {
            (Some(root), problems) if problems.is_empty() => Ok(Policy::new(root)),
            (_, problems) => Err(PolicyErrors::new(problems)),
        }
    }

    /// The policy for when there is no file: everything is redacted, wherever it's found. It holds no other facts.
    pub fn strict() -> Policy {
        let at = Place { line: 1, column: 1 };
        Policy {
            root: Value { at, kind: Kind::Object(Vec::new()), torn: false },
            id: "strict".to_owned(),
            languages: vec![Language::En],
            reads: Language::ALL.to_vec(),
            min_digits: 6,
            rules: Vec::new(),
            terms: Vec::new(),
            shapes: Vec::new(),
            exceptions: Vec::new(),
        }
    }

    #[inline(never)]
    fn new(root: Value) -> Policy {
        let file = PolicyFile::view(Some(&root));
        let languages: Vec<_> = file.languages().iter().collect();
        let main = languages.first().copied().unwrap_or(Language::En);
        let exception = |it: ExceptionRule<'_>| Exception {
            text: it.text().to_owned(),
            category: it.category(),
            reason: it.reason().get(main).to_owned(),
        };
        Policy {
            id: file.id().as_str().to_owned(),
            reads: file.reads().map_or(Language::ALL.to_vec(), |it| it.iter().collect()),
            min_digits: file.digits().min() as usize,
            rules: Category::ALL.iter().map(|it| Rule::of(file, *it)).collect(),
            terms: file
                .terms()
                .iter()
                .map(|it| OwnTerm { text: it.text().to_owned(), category: it.category() })
                .collect(),
            shapes: file
                .shapes()
                .iter()
                .map(|it| OwnShape { pattern: it.pattern().as_str().to_owned(), category: it.category() })
                .collect(),
            exceptions: file.exceptions().iter().map(exception).collect(),
            languages,
            root,
        }
    }

    /// Every fact of the file.
    pub fn file(&self) -> PolicyFile<'_> {
        PolicyFile::view(Some(&self.root))
    }

    /// Contradictions and double roles: the file is valid, and its author should look at them. In the order of the file.
    pub fn warnings(&self) -> Vec<Problem> {
        warnings::find(self.file(), &self.root)
    }

    /// The short name of the policy.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The languages that are spoken to the citizen. The first is that of the placeholders.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The languages that are recognised in messages.
    pub fn reads(&self) -> &[Language] {
        &self.reads
    }

    /// The fewest digits of a number that is masked for its length alone.
    pub fn min_digits(&self) -> usize {
        self.min_digits
    }

    /// What becomes of a category. Without a purpose, or for one that the policy doesn't name: the strictest of all.
    pub fn action(&self, category: Category, purpose: Option<Purpose>) -> Action {
        let rule = self.rule(category);
        purpose.and_then(|it| rule.views.get(it as usize).copied()).unwrap_or(rule.strictest)
    }

    /// Why, in the policy's own words: those of the purpose if it has any, else those of the category.
    #[inline(never)]
    pub fn reason(&self, category: Category, purpose: Option<Purpose>) -> Option<Texts<'_>> {
        let own = purpose.and_then(|it| self.file().purposes().get(it)?.keep().get(category));
        own.or_else(|| self.file().categories().get(category)?.reason())
    }

    /// When the category is acted on.
    pub fn scope(&self, category: Category) -> Scope {
        self.rule(category).scope
    }

    /// Whether the citizen may have a wrongly masked passage of this category sent as written.
    pub fn gives_back(&self, category: Category) -> bool {
        self.rule(category).give_back
    }

    /// Terms of the organisation's own that are masked.
    pub fn terms(&self) -> &[OwnTerm] {
        &self.terms
    }

    /// Shapes of the organisation's own numbers that are masked.
    pub fn shapes(&self) -> &[OwnShape] {
        &self.shapes
    }

    /// Exact texts that are never masked.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// What becomes of a message mostly in a script that the engine doesn't read.
    pub fn unread(&self) -> Unread {
        self.file().unread()
    }

    fn rule(&self, category: Category) -> Rule {
        self.rules.get(category as usize).copied().unwrap_or(Rule::UNMENTIONED)
    }
}

/// The languages of the file as far as they can be read, before anything else is: texts must be there in all of them.
fn spoken(root: &Value) -> Vec<Language> {
    let items = root.get("languages").map(Value::items).unwrap_or_default();
    items.iter().filter_map(|it| Language::from_word(it.text()?)).collect()
}
