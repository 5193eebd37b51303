//! What the sections are written with: strings, the policy's own words, blocks.

use crate::category::{Language, Purpose};
use crate::policy::{self, Country, List, Name, Party, Policy, PolicyFile, Statement, Texts};
use crate::promise::notice::{Block, Kind, Notice, Passage, Section};
use crate::promise::strings::{Group, Key, Strings, key};

/// Whom the words are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// The citizen, who is spoken to.
    Citizen,
    /// Whoever keeps or looks at the authority's own records. The citizen is spoken of.
    Authority,
}

/// Writes sections one after the other.
pub(super) struct Writer<'a> {
    pub policy: &'a Policy,
    pub file: PolicyFile<'a>,
    pub strings: &'a Strings,
    pub language: Language,
    reader: Reader,
    sections: Vec<Section>,
}

impl<'a> Writer<'a> {
    /// Nothing written yet.
    pub fn new(policy: &'a Policy, strings: &'a Strings, reader: Reader) -> Writer<'a> {
        Writer { policy, file: policy.file(), strings, language: strings.language(), reader, sections: Vec::new() }
    }

    /// The string for the one who reads: said to the citizen, or of the citizen.
    pub fn either(&self, citizen: Key, authority: Key) -> Key {
        match self.reader {
            Reader::Citizen => citizen,
            Reader::Authority => authority,
        }
    }

    /// What was written. A section under whose heading nothing came is left out.
    #[inline(never)]
    pub fn finish(mut self, title: Passage) -> Notice {
        self.sections.retain(|it| !it.blocks.is_empty());
        Notice { language: self.language, title, sections: self.sections }
    }

    /// Begins a section.
    #[inline(never)]
    pub fn section(&mut self, id: &'static str, heading: Key) {
        let heading = self.strings.get(heading).to_owned();
        self.sections.push(Section { id, heading, blocks: Vec::new() });
    }

    /// A text in the language of the notice.
    pub fn passage(&self, text: String) -> Passage {
        Passage { text, language: self.language }
    }

    /// The policy's own words: in the language of the notice; if they aren't there, in the other written Norwegian or the policy's first language.
    #[inline(never)]
    pub fn own(&self, texts: Texts<'_>) -> Passage {
        let near = match self.language {
            Language::Nn => Language::Nb,
            Language::Nb => Language::Nn,
            other => other,
        };
        let first = self.policy.languages().first().copied().unwrap_or(Language::En);
        for language in [self.language, near, first] {
            if let Some(text) = texts.exactly(language) {
                return Passage { text: text.to_owned(), language };
            }
        }
        Passage { text: texts.get(first).to_owned(), language: first }
    }

    /// A name in the language of the notice.
    #[inline(never)]
    pub fn name(&self, name: Name<'_>) -> String {
        match name {
            Name::Same(name) => name.to_owned(),
            Name::Each(texts) => self.own(texts).text,
        }
    }

    /// Adds to the section that was begun last; what has no passages isn't there.
    #[inline(never)]
    fn block(&mut self, kind: Kind, passages: Vec<Passage>, url: Option<String>) {
        if let Some(section) = self.sections.last_mut()
            && !passages.is_empty()
        {
            section.blocks.push(Block { kind, passages, url });
        }
    }

    /// A paragraph.
    #[inline(never)]
    pub fn say(&mut self, passage: Passage) {
        self.block(Kind::Paragraph, vec![passage], None);
    }

    /// A paragraph of one string.
    #[inline(never)]
    pub fn string(&mut self, key: Key) {
        self.fill(key, &[]);
    }

    /// A paragraph of one string with its blanks filled in.
    #[inline(never)]
    pub fn fill(&mut self, key: Key, values: &[(&str, &str)]) {
        let text = self.strings.fill(key, values);
        self.say(self.passage(text));
    }

    /// A paragraph of the policy's own, if it has one.
    #[inline(never)]
    pub fn own_if(&mut self, texts: Option<Texts<'_>>) {
        if let Some(texts) = texts {
            self.say(self.own(texts));
        }
    }

    /// A heading within the section.
    #[inline(never)]
    pub fn heading(&mut self, key: Key) {
        let text = self.strings.get(key).to_owned();
        self.block(Kind::Heading, vec![self.passage(text)], None);
    }

    /// A list, with a paragraph before it; neither if there are no items.
    #[inline(never)]
    pub fn list(&mut self, before: Option<Passage>, items: Vec<Passage>) {
        if items.is_empty() {
            return;
        }
        if let Some(before) = before {
            self.say(before);
        }
        self.block(Kind::List, items, None);
    }

    /// A list after a string.
    #[inline(never)]
    pub fn list_of(&mut self, before: Key, items: Vec<Passage>) {
        let before = self.passage(self.strings.get(before).to_owned());
        self.list(Some(before), items);
    }

    /// A link.
    #[inline(never)]
    pub fn link(&mut self, passage: Passage, url: &str) {
        self.block(Kind::Link, vec![passage], Some(url.to_owned()));
    }

    /// `label: value`.
    #[inline(never)]
    pub fn labelled(&self, label: &str, value: &str) -> Passage {
        self.passage(self.strings.fill(key::LABELLED, &[("label", label), ("value", value)]))
    }

    /// The words at these places of a vocabulary, with commas.
    #[inline(never)]
    pub fn words(&self, group: Group, places: impl Iterator<Item = usize>) -> String {
        places.map(|it| self.strings.word(group, it)).collect::<Vec<_>>().join(", ")
    }

    /// What is done for each of these purposes.
    #[inline(never)]
    pub fn purposes(&self, purposes: impl Iterator<Item = Purpose>) -> Vec<Passage> {
        purposes.filter_map(|it| Some(self.own(self.file.purposes().get(it)?.description()))).collect()
    }

    /// The items of a list of the policy's own.
    #[inline(never)]
    pub fn owns(&self, texts: impl Iterator<Item = Texts<'a>>) -> Vec<Passage> {
        texts.map(|it| self.own(it)).collect()
    }

    /// An organisation in one line.
    #[inline(never)]
    pub fn party(&self, party: Party<'_>) -> String {
        let mut out = self.name(party.name());
        if let Some(number) = party.company_number() {
            out.push_str(", ");
            let danish = party.country() == Some(Country::Dk);
            let number_of = if danish { key::COMPANY_NUMBER_DK } else { key::COMPANY_NUMBER };
            out.push_str(&self.strings.fill(number_of, &[("n", number)]));
        }
        for part in [party.address(), party.country().map(|it| self.strings.word(key::COUNTRY, it as usize))]
            .into_iter()
            .flatten()
        {
            out.push_str(", ");
            out.push_str(part);
        }
        out
    }

    /// Organisations, each a paragraph with what it does.
    #[inline(never)]
    pub fn parties<const MIN: usize>(&mut self, label: &str, parties: List<'_, Party<'_>, MIN>) {
        for party in parties.iter() {
            self.say(self.labelled(label, &self.party(party)));
            self.own_if(party.text());
            let name = self.name(party.name());
            if party.agreement() == Some(true) {
                self.fill(key::AGREEMENT, &[("name", &name)]);
            }
            if let Some(country) = party.hosting() {
                let country = self.strings.word(key::COUNTRY, country as usize).to_owned();
                self.fill(key::HOSTING, &[("name", &name), ("country", &country)]);
            }
        }
    }

    /// What the policy says besides in this section: claims in our words, and paragraphs of its own.
    #[inline(never)]
    pub fn rest(&mut self, section: policy::Section) {
        self.claims(section);
        for own in self.file.texts().iter().filter(|it| it.section() == section) {
            self.say(self.own(own.text()));
        }
    }

    /// The claims alone, in our words.
    #[inline(never)]
    pub fn claims(&mut self, section: policy::Section) {
        for claim in self.file.claims().iter().filter(|it| home(it.statement()) == section) {
            match spoken_of(claim.statement()).filter(|_| self.reader == Reader::Authority) {
                Some(key) => self.string(key),
                None => self.say(self.passage(self.strings.word(key::CLAIM, claim.statement() as usize).to_owned())),
            }
        }
    }
}

/// What the record says for a claim that speaks to the citizen.
#[inline(never)]
fn spoken_of(statement: Statement) -> Option<Key> {
    match statement {
        Statement::NothingStoredPermanently => Some(key::RECORD_NO_LONGER),
        Statement::NoIdentification => Some(key::RECORD_NO_IDENTIFICATION),
        Statement::NoOwnCase => Some(key::RECORD_NO_OWN_CASE),
        Statement::InstructionsGiven => Some(key::RECORD_INSTRUCTIONS),
        Statement::LanguageModel => Some(key::RECORD_LANGUAGE_MODEL),
        _ => None,
    }
}

/// The section in which a claim is said.
#[inline(never)]
fn home(statement: Statement) -> policy::Section {
    use policy::Section;
    match statement {
        Statement::Anonymous | Statement::MaskedNeverStored => Section::Masking,
        Statement::NothingStoredPermanently | Statement::WholeTalkStored | Statement::StoredDuringTalk => {
            Section::Content
        }
        Statement::DeletedUnreadable => Section::Deletion,
        Statement::NoPersonalDataInStatistics | Statement::NoOtherUse => Section::Purposes,
        Statement::LawFollowed => Section::LegalBasis,
        Statement::NoIdentification
        | Statement::NoPersonalDataAsked
        | Statement::NoOwnCase
        | Statement::PublicAnswers
        | Statement::InstructionsGiven
        | Statement::LanguageModel => Section::Introduction,
    }
}
