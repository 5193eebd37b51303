//! The privacy notice as sections: headings, paragraphs and lists, for a page to build nodes of or for the command line to print.

use serde::Serialize;

use crate::category::Language;
use crate::policy::Policy;
use crate::promise::strings::Strings;
use crate::promise::writer::{Reader, Writer};
use crate::promise::{about, kept, masked};

/// A privacy notice, or a record of processing, in one language.
#[derive(Debug, Serialize)]
pub struct Notice {
    /// The language of whatever doesn't name another.
    pub language: Language,
    /// The title.
    pub title: Passage,
    /// The sections in their order, none of them empty.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Serialize)]
pub struct Section {
    /// A name for machines, the same in every language, such as `masking`.
    pub id: &'static str,
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A paragraph or list.
#[derive(Debug, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// One passage in a paragraph or link, one an item in a list.
    pub passages: Vec<Passage>,
    /// Where a link leads.
    pub url: Option<String>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// A paragraph.
    #[serde(rename = "paragraph")]
    Paragraph,
    /// A list.
    #[serde(rename = "list")]
    List,
    /// A link in a paragraph of its own.
    #[serde(rename = "link")]
    Link,
    /// A heading within a section.
    #[serde(rename = "heading")]
    Heading,
}

/// A text in one language: where a policy has no words of its own in the language of the notice, they stand in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Language,
}

impl Notice {
    /// The privacy notice of a policy in the language of `strings`.
    pub fn new(policy: &Policy, strings: &Strings) -> Notice {
        let mut writer = Writer::new(policy, strings, Reader::Citizen);
        about::introduction(&mut writer);
        masked::masking(&mut writer);
        masked::connection(&mut writer);
        kept::content(&mut writer);
        kept::deletion(&mut writer);
        kept::metadata(&mut writer);
        kept::storage(&mut writer);
        about::purposes(&mut writer);
        about::legal_basis(&mut writer);
        about::processors(&mut writer);
        about::recipients(&mut writer);
        kept::handover(&mut writer);
        about::security(&mut writer);
        about::rights(&mut writer);
        about::contact(&mut writer);
        about::version(&mut writer);
        let title = writer.own(policy.file().title());
        writer.finish(title)
    }

    /// Every passage, the title first, as running text: one a line.
    pub fn plain(&self) -> String {
        let mut out = self.title.text.clone();
        for section in &self.sections {
            out.push('\n');
            out.push_str(&section.heading);
            for passage in section.blocks.iter().flat_map(|it| &it.passages) {
                out.push('\n');
                out.push_str(&passage.text);
            }
        }
        out
    }
}
