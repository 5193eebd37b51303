//! The policy file as a whole.

use crate::category::{Action, Category, Language, Purpose};
use crate::policy::calendar::Date;
use crate::policy::chat::{Bot, Download, Files, Handover, Launcher, Menu, OtherWay};
use crate::policy::form::Field;
use crate::policy::json::{Kind, Value};
use crate::policy::lists::{List, Set, Table};
use crate::policy::masking::{CategoryRule, Digits, ExceptionRule, NEVER_KEPT, PurposeRule, ShapeRule, TermRule};
use crate::policy::object::object;
use crate::policy::parties::{
    Authority, Claim, Contact, FreeText, GeneralPolicy, LegalBasis, Party, Register, Security, Transfer,
};
use crate::policy::reader::Reader;
use crate::policy::storage::{Deletion, DeviceStorage, MetadataRecord, Retention};
use crate::policy::texts::Texts;
use crate::policy::values::{Id, Version, Whole};
use crate::policy::words::{IpAddress, Right, Unread};

object! {
    /// What one organisation promises about personal data in its chat. Whatever it doesn't mention is masked.
    PolicyFile {
        /// The version of this file format: 1.
        slor: Whole<1, 1>,
        /// The short name of the policy, such as `kommune-kiri`.
        id: Id<'p>,
        /// The version of the policy itself, such as `1.2`.
        version: Version<'p>,
        /// The day on which it was last changed.
        updated: Date,
        /// The title of the privacy notice.
        title: Texts<'p>,
        /// The languages that the chat speaks to the citizen, the main one first.
        languages: Set<'p, Language, 1>,
        /// The languages in which personal data are recognised. Without it: all six.
        reads: Option<Set<'p, Language, 1>> = None,
        /// The chatbot.
        bot: Bot<'p>,
        /// What the citizen should not write, shown before the first message. Without it: the chat's own words.
        hint: Option<Texts<'p>> = None,
        /// From how many digits on a number is masked.
        digits: Digits<'p>,
        /// What becomes of each category of personal data. A category that is missing is masked wherever it's found.
        categories: Table<'p, Category, CategoryRule<'p>>,
        /// What messages are used for, and what is different for each purpose.
        purposes: Table<'p, Purpose, PurposeRule<'p>>,
        /// Terms of one's own that are masked.
        terms: List<'p, TermRule<'p>> = List::EMPTY,
        /// Shapes of one's own numbers that are masked.
        shapes: List<'p, ShapeRule<'p>> = List::EMPTY,
        /// Exact texts that are never masked.
        exceptions: List<'p, ExceptionRule<'p>> = List::EMPTY,
        /// What becomes of a message mostly in a script that Slør doesn't read. Without it: `refuse`.
        unread: Unread = Unread::Refuse,
        /// What becomes of the citizen's IP address. Without it: the notice doesn't say.
        ip_address: Option<IpAddress> = None,
        /// How long talks are stored.
        retention: Retention<'p>,
        /// Whether the citizen can delete the talk.
        deletion: Deletion<'p>,
        /// What is recorded about a talk beside its text.
        metadata: MetadataRecord<'p>,
        /// What is stored on the citizen's own device.
        storage: DeviceStorage<'p>,
        /// The button that opens the chat. Without it: at the bottom right.
        launcher: Option<Launcher<'p>> = None,
        /// The chat's menu. Without it: the chat's own.
        menu: Option<Menu<'p>> = None,
        /// Whether the citizen can download the talk. Without it: no.
        download: Option<Download<'p>> = None,
        /// Which files the citizen may send. Without it: none.
        files: Option<Files<'p>> = None,
        /// Handing the citizen over to a person. Without it: the chatbot answers alone.
        handover: Option<Handover<'p>> = None,
        /// Other ways to reach someone, shown when the chat can't send. At least one.
        other_ways: List<'p, OtherWay<'p>, 1>,
        /// Who decides about the data.
        controllers: List<'p, Party<'p>, 1>,
        /// Who runs the chat for the controller.
        processors: List<'p, Party<'p>> = List::EMPTY,
        /// Who works for the processor.
        sub_processors: List<'p, Party<'p>> = List::EMPTY,
        /// Who else gets the data. An empty list: nobody. Without it: the notice doesn't say.
        recipients: Option<List<'p, Texts<'p>>> = None,
        /// Transfers to countries outside the EEA. An empty list: none. Without it: the notice doesn't say.
        transfers: Option<List<'p, Transfer<'p>>> = None,
        /// On what basis in law the data are used.
        legal_basis: List<'p, LegalBasis<'p>> = List::EMPTY,
        /// The rights that the notice names.
        rights: Set<'p, Right> = Set::EMPTY,
        /// The supervisory authority that the notice names.
        authority: Option<Authority<'p>> = None,
        /// Where the citizen can turn with questions about personal data.
        contacts: List<'p, Contact<'p>> = List::EMPTY,
        /// A link to a longer policy of the organisation.
        general_policy: Option<GeneralPolicy<'p>> = None,
        /// What the record of processing activities says beside the other keys.
        register: Option<Register<'p>> = None,
        /// How the data are protected.
        security: Option<Security<'p>> = None,
        /// What the organisation's own notice says and no other key holds.
        claims: List<'p, Claim<'p>> = List::EMPTY,
        /// Paragraphs of one's own in the privacy notice.
        texts: List<'p, FreeText<'p>> = List::EMPTY,
    }
    check check_file
}

fn check_file(value: &Value, reader: &mut Reader) {
    let file = PolicyFile::view(Some(value));
    check_national_ids(value, file, reader);
    check_labels(value, reader);
    check_purposes(value, file, reader);
}

/// National ids are masked whatever a policy says, so no category or purpose may let one through.
fn check_national_ids(value: &Value, file: PolicyFile<'_>, reader: &mut Reader) {
    const ID: &str = Category::NationalId.name();
    let mut never_kept = |keys: &[&str]| reader.mistake_in(value, keys, NEVER_KEPT.to_owned());
    if let Some(rule) = file.categories().get(Category::NationalId) {
        if rule.action() == Action::Keep {
            never_kept(&["categories", ID, "action"]);
        }
        if rule.give_back() {
            never_kept(&["categories", ID, "give_back"]);
        }
    }
    for (purpose, rule) in file.purposes().iter() {
        if rule.keep().get(Category::NationalId).is_some() {
            never_kept(&["purposes", purpose.name(), "keep", ID]);
        }
    }
}

/// A menu has no words for what it doesn't offer.
fn check_labels(value: &Value, reader: &mut Reader) {
    for (label, key) in [("delete", "deletion"), ("download", "download")] {
        let keys = ["menu", "labels", label];
        let offered = value.get(key).map(|it| it.get("offered").map(|it| &it.kind));
        if value.below(&keys).is_some() && matches!(offered, None | Some(Some(Kind::Bool(false)))) {
            reader.mistake_in(value, &keys, format!("`{key}` isn't offered"));
        }
    }
}

/// What is stored for a purpose needs that purpose.
fn check_purposes(value: &Value, file: PolicyFile<'_>, reader: &mut Reader) {
    for keys in [
        &["retention", "bot", "purposes"][..],
        &["retention", "agent", "purposes"],
        &["retention", "excerpts", "purposes"],
        &["metadata", "purposes"],
    ] {
        for purpose in Set::<Purpose>::view(value.below(keys)).iter().filter(|it| file.purposes().get(*it).is_none()) {
            reader.mistake_in(value, keys, format!("`purposes` has no `{}`", purpose.name()));
        }
    }
}
