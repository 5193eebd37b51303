//! One organisation's choices, read from a file.
//!
//! The file is JSON. It's read strictly: a key, word or value that isn't known is an error with its line, column and
//! keys, and all of them are reported at once. What a policy doesn't mention is redacted. See `policies/` for examples
//! and `policies/policy.schema.json` for every key.

mod chat;
mod errors;
mod file;
mod json;
#[cfg(all(test, not(target_family = "wasm")))]
mod json_tests;
mod lists;
mod masking;
mod nearest;
mod object;
mod parties;
mod reader;
#[cfg(feature = "cli")]
mod schema;
mod storage;
mod strict;
mod texts;
mod values;
mod warnings;
mod word;
mod words;

pub use chat::{
    Bot, Download, Files, Form, FormField, Handover, Hours, Kilobytes, Labels, Launcher, Menu, OtherWay, Platform,
};
pub use errors::{PolicyErrors, Problem};
pub use file::{Format1, PolicyFile};
pub use lists::{List, Set, Table};
pub use masking::{CategoryRule, DigitCount, Digits, Exception, OwnShape, OwnTerm, PurposeRule};
pub use parties::{
    Authority, Claim, Contact, FreeText, GeneralPolicy, LegalBasis, Party, Register, Security, Transfer,
};
#[cfg(feature = "cli")]
pub use schema::schema;
pub use storage::{Deletion, DeviceStorage, Excerpts, Keeping, MetadataRecord, Retention};
pub use texts::{Name, Texts};
pub use values::{Date, EmailAddress, Id, Interval, MediaType, Period, PhoneNumber, Shape, TimeZone, Url, Version};
pub use words::{
    Adapter, Cookies, Corner, Country, Device, Format, Ground, Icon, IpAddress, Metadata, Owner, Precision, Right,
    Role, Section, Statement, Storage, Unread, Way, Weekday,
};

use crate::category::{Action, Category, Language, Purpose, Scope};
use crate::policy::json::{Kind, Value};
use crate::policy::reader::{Read, Reader};

/// One organisation's choices. Whoever holds one holds a valid one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    file: PolicyFile,
    warnings: Vec<Problem>,
}

impl Policy {
    /// Reads the JSON text of a policy file; every mistake in it comes back, not only the first.
    pub fn parse(text: &str) -> Result<Policy, PolicyErrors> {
        let mut reader = Reader::new();
        let (root, mistakes) = json::parse(text);
        for it in &mistakes {
            reader.mistake(it.at, it.message.to_owned());
        }
        let Some(root) = root else { return Err(PolicyErrors::new(reader.problems(text))) };
        reader.languages = spoken(&root);
        let file = PolicyFile::read(&root, &mut reader);
        match (file, reader.problems(text)) {
            (Some(file), problems) if problems.is_empty() => {
                let warnings = warnings::find(&file, &root, text);
                Ok(Policy { file, warnings })
            }
            (_, problems) => Err(PolicyErrors::new(problems)),
        }
    }

    /// Every fact of the file.
    pub fn file(&self) -> &PolicyFile {
        &self.file
    }

    /// Contradictions and double roles: the file is valid, and its author should look at them. In the order of the file.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The short name of the policy.
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The languages that are spoken to the citizen. The first is that of the placeholders.
    pub fn languages(&self) -> &[Language] {
        &self.file.languages
    }

    /// The languages that are recognised in messages.
    pub fn reads(&self) -> &[Language] {
        &self.file.reads
    }

    /// The fewest digits of a number that is masked for its length alone.
    pub fn min_digits(&self) -> usize {
        self.file.digits.min() as usize
    }

    /// What becomes of a category. Without a purpose, or for one that the policy doesn't name: the strictest of all.
    pub fn action(&self, category: Category, purpose: Option<Purpose>) -> Action {
        masking::action(&self.file.categories, &self.file.purposes, category, purpose)
    }

    /// When the category is acted on.
    pub fn scope(&self, category: Category) -> Scope {
        self.file.categories.get(category).and_then(|it| it.scope).unwrap_or(Scope::Always)
    }

    /// Whether the citizen may have a wrongly masked passage of this category sent as written.
    pub fn gives_back(&self, category: Category) -> bool {
        self.file.categories.get(category).is_some_and(|it| it.give_back)
    }

    /// Terms of the organisation's own that are masked.
    pub fn terms(&self) -> &[OwnTerm] {
        &self.file.terms
    }

    /// Shapes of the organisation's own numbers that are masked.
    pub fn shapes(&self) -> &[OwnShape] {
        &self.file.shapes
    }

    /// Exact texts that are never masked.
    pub fn exceptions(&self) -> &[Exception] {
        &self.file.exceptions
    }

    /// What becomes of a message mostly in a script that the engine doesn't read.
    pub fn unread(&self) -> Unread {
        self.file.unread
    }
}

/// The languages of the file as far as they can be read, before anything else is: texts must be there in all of them.
fn spoken(root: &Value<'_>) -> Vec<Language> {
    let Kind::Object(members) = &root.kind else { return Vec::new() };
    let Some(languages) = members.iter().find(|it| it.key == "languages") else { return Vec::new() };
    let Kind::List(items) = &languages.value.kind else { return Vec::new() };
    let language = |it: &Value<'_>| match &it.kind {
        Kind::Text(text) => Language::from_name(text),
        _ => None,
    };
    items.iter().filter_map(language).collect()
}
