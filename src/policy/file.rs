//! The policy file as a whole.

use crate::category::{Category, Language, Purpose};
use crate::policy::chat::{Bot, Download, Files, Handover, Launcher, Menu, OtherWay};
use crate::policy::json::Value;
use crate::policy::lists::{List, Set, Table};
use crate::policy::masking::{CategoryRule, Digits, Exception, OwnShape, OwnTerm, PurposeRule};
use crate::policy::object::object;
use crate::policy::parties::{
    Authority, Claim, Contact, FreeText, GeneralPolicy, LegalBasis, Party, Register, Security, Transfer,
};
use crate::policy::reader::{Read, Reader};
use crate::policy::storage::{Deletion, DeviceStorage, MetadataRecord, Retention};
use crate::policy::texts::Texts;
use crate::policy::values::{Date, Id, Version};
use crate::policy::words::{IpAddress, Right, Unread};

/// The version of the file format: 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format1;

impl Read for Format1 {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        reader.whole(value, 1, 1).map(|_| Format1)
    }

    #[cfg(feature = "cli")]
    fn schema(_: &mut crate::policy::schema::Schema) -> serde_json::Value {
        serde_json::json!({ "const": 1 })
    }
}

object! {
    /// What one organisation promises about personal data in its chat. Whatever it doesn't mention is masked.
    PolicyFile {
        /// The version of this file format: 1.
        slor: Format1,
        /// The short name of the policy, such as `kommune-kiri`.
        id: Id,
        /// The version of the policy itself, such as `1.2`.
        version: Version,
        /// The day on which it was last changed.
        updated: Date,
        /// The title of the privacy notice.
        title: Texts,
        /// The languages that the chat speaks to the citizen, the main one first.
        languages: Set<Language, 1>,
        /// The languages in which personal data are recognised. Without it: all six.
        reads: Set<Language, 1> = Set(Language::ALL.to_vec()),
        /// The chatbot.
        bot: Bot,
        /// What the citizen should not write, shown before the first message. Without it: the chat's own words.
        hint: Option<Texts> = None,
        /// From how many digits on a number is masked.
        digits: Digits,
        /// What becomes of each category of personal data. A category that is missing is masked wherever it's found.
        categories: Table<Category, CategoryRule>,
        /// What messages are used for, and what is different for each purpose.
        purposes: Table<Purpose, PurposeRule>,
        /// Terms of one's own that are masked.
        terms: List<OwnTerm> = List(Vec::new()),
        /// Shapes of one's own numbers that are masked.
        shapes: List<OwnShape> = List(Vec::new()),
        /// Exact texts that are never masked.
        exceptions: List<Exception> = List(Vec::new()),
        /// What becomes of a message mostly in a script that Slør doesn't read. Without it: `refuse`.
        unread: Unread = Unread::Refuse,
        /// What becomes of the citizen's IP address. Without it: the notice doesn't say.
        ip_address: Option<IpAddress> = None,
        /// How long talks are stored.
        retention: Retention,
        /// Whether the citizen can delete the talk.
        deletion: Deletion,
        /// What is recorded about a talk beside its text.
        metadata: MetadataRecord,
        /// What is stored on the citizen's own device.
        storage: DeviceStorage,
        /// The button that opens the chat. Without it: at the bottom right.
        launcher: Option<Launcher> = None,
        /// The chat's menu. Without it: the chat's own.
        menu: Option<Menu> = None,
        /// Whether the citizen can download the talk. Without it: no.
        download: Option<Download> = None,
        /// Which files the citizen may send. Without it: none.
        files: Option<Files> = None,
        /// Handing the citizen over to a person. Without it: the chatbot answers alone.
        handover: Option<Handover> = None,
        /// Other ways to reach someone, shown when the chat can't send. At least one.
        other_ways: List<OtherWay, 1>,
        /// Who decides about the data.
        controllers: List<Party, 1>,
        /// Who runs the chat for the controller.
        processors: List<Party> = List(Vec::new()),
        /// Who works for the processor.
        sub_processors: List<Party> = List(Vec::new()),
        /// Who else gets the data. An empty list: nobody. Without it: the notice doesn't say.
        recipients: Option<List<Texts>> = None,
        /// Transfers to countries outside the EEA. An empty list: none. Without it: the notice doesn't say.
        transfers: Option<List<Transfer>> = None,
        /// On what basis in law the data are used.
        legal_basis: List<LegalBasis> = List(Vec::new()),
        /// The rights that the notice names.
        rights: Set<Right> = Set(Vec::new()),
        /// The supervisory authority that the notice names.
        authority: Option<Authority> = None,
        /// Where the citizen can turn with questions about personal data.
        contacts: List<Contact> = List(Vec::new()),
        /// A link to a longer policy of the organisation.
        general_policy: Option<GeneralPolicy> = None,
        /// What the record of processing activities says beside the other keys.
        register: Option<Register> = None,
        /// How the data are protected.
        security: Option<Security> = None,
        /// What the organisation's own notice says and no other key holds.
        claims: List<Claim> = List(Vec::new()),
        /// Paragraphs of one's own in the privacy notice.
        texts: List<FreeText> = List(Vec::new()),
    }
    check check_file
}

fn check_file(file: &PolicyFile, value: &Value<'_>, reader: &mut Reader) {
    let labels = file.menu.as_ref().and_then(|it| it.labels.as_ref());
    let delete = labels.is_some_and(|it| it.delete.is_some());
    if delete && !file.deletion.offered {
        let at = value.place(&["menu", "labels", "delete"]);
        reader.mistake_below(at, "menu.labels.delete", "`deletion` isn't offered".to_owned());
    }
    let download = labels.is_some_and(|it| it.download.is_some());
    if download && !file.download.as_ref().is_some_and(|it| it.offered) {
        let at = value.place(&["menu", "labels", "download"]);
        reader.mistake_below(at, "menu.labels.download", "`download` isn't offered".to_owned());
    }
    let used = [
        ("retention.bot.purposes", &*file.retention.bot.purposes),
        ("retention.agent.purposes", file.retention.agent.as_ref().map_or(&[], |it| &*it.purposes)),
        ("retention.excerpts.purposes", file.retention.excerpts.as_ref().map_or(&[], |it| &*it.purposes)),
        ("metadata.purposes", &*file.metadata.purposes),
    ];
    for (path, purposes) in used {
        for purpose in purposes.iter().filter(|it| file.purposes.get(**it).is_none()) {
            let at = value.place(&path.split('.').collect::<Vec<_>>());
            reader.mistake_below(at, path, format!("`purposes` has no `{}`", purpose.name()));
        }
    }
}
