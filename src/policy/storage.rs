//! What is stored of a talk, where, how long, and what deleting it leaves.

use crate::category::Purpose;
use crate::policy::calendar::Period;
use crate::policy::form::Field;
use crate::policy::json::Value;
use crate::policy::lists::Set;
use crate::policy::object::object;
use crate::policy::reader::Reader;
use crate::policy::texts::Texts;
use crate::policy::words::{Cookies, Device, Metadata, Precision, Storage};

object! {
    /// How long talks are stored, by kind of talk.
    Retention {
        /// Talks with the chatbot.
        bot: Keeping<'p>,
        /// Talks with a person. Without it: people don't answer in this chat.
        agent: Option<Keeping<'p>> = None,
        /// Masked talks that are picked out and kept longer. Without it: none are.
        excerpts: Option<Excerpts<'p>> = None,
    }
}

object! {
    /// How long one kind of talk is stored: either a `period`, or `until_asked`.
    Keeping {
        /// The time after which the talk is deleted, such as `P90D` (90 days), `P2Y` (two years).
        period: Option<Period> = None,
        /// `true`: the period is the longest, and a talk may be deleted before. Without it: no.
        at_most: bool = false,
        /// `true`: the talk is stored until the citizen asks for its deletion.
        until_asked: bool = false,
        /// What the talk is stored for. Without it: the purposes of the policy.
        purposes: Set<'p, Purpose> = Set::EMPTY,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
    check check_keeping
}

fn check_keeping(value: &Value, reader: &mut Reader) {
    let keeping = Keeping::view(Some(value));
    if keeping.period().is_some() == keeping.until_asked() {
        reader.mistake(value.at, "give either a `period` or `until_asked: true`".to_owned());
    }
    if keeping.at_most() && keeping.period().is_none() {
        reader.mistake_in(value, &["at_most"], "only a `period` can be the longest".to_owned());
    }
}

object! {
    /// Talks that are picked out, masked, and kept beyond the ordinary period.
    Excerpts {
        /// What they are used for.
        purposes: Set<'p, Purpose, 1>,
        /// The time after which they are deleted. Without it: no limit is stated.
        period: Option<Period> = None,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
}

object! {
    /// Whether the citizen can delete the talk, and what is left then.
    Deletion {
        /// Whether the menu offers it.
        offered: bool,
        /// What is still stored after the deletion. Without it: nothing.
        leaves: Set<'p, Metadata> = Set::EMPTY,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
    check check_deletion
}

fn check_deletion(value: &Value, reader: &mut Reader) {
    let deletion = Deletion::view(Some(value));
    if !deletion.offered() && !deletion.leaves().is_empty() {
        let message = "nothing is deleted, so nothing can be left over".to_owned();
        reader.mistake_in(value, &["leaves"], message);
    }
}

object! {
    /// What is recorded about a talk beside its text.
    MetadataRecord {
        /// The kinds of information. An empty list: nothing is recorded.
        fields: Set<'p, Metadata>,
        /// The kinds of device that are told apart. Required where `fields` has `device`.
        devices: Set<'p, Device> = Set::EMPTY,
        /// How exactly the time is recorded. Without it: to the minute.
        precision: Precision = Precision::Minute,
        /// What the record is used for.
        purposes: Set<'p, Purpose> = Set::EMPTY,
        /// The time after which the record is deleted. Without it: no limit is stated.
        period: Option<Period> = None,
        /// Whether the citizen can switch the record off in the menu. Without it: yes.
        opt_out: bool = true,
    }
    check check_metadata
}

fn check_metadata(value: &Value, reader: &mut Reader) {
    let record = MetadataRecord::view(Some(value));
    let devices = record.devices();
    if record.fields().contains(Metadata::Device) == devices.is_empty() {
        let message = "`devices` belongs to the field `device`: give both or neither".to_owned();
        reader.mistake_in(value, &["devices"], message);
    }
    let apart = [Device::Tablet, Device::Phone].iter().any(|it| devices.contains(*it));
    if devices.contains(Device::Handheld) && apart {
        reader.mistake_in(value, &["devices"], "`handheld` already counts tablets and phones".to_owned());
    }
}

object! {
    /// What is stored on the citizen's own device.
    DeviceStorage {
        /// Which cookies, and similar storage, the chat uses. Without it: the notice doesn't say.
        cookies: Option<Cookies> = None,
        /// Where the page keeps the masked talk while it lasts: `memory` or `session`. Without it: `memory`.
        talk: Storage = Storage::Memory,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
}
