//! The record of processing activities (article 30 of the GDPR), under ten headings.

use crate::policy::{Policy, Role, Section};
use crate::promise::notice::{Notice, Passage};
use crate::promise::strings::{Key, Strings, key};
use crate::promise::writer::{Reader, Writer};
use crate::promise::{about, kept, masked};

/// The record of a policy in the language of `strings`.
pub fn record(policy: &Policy, strings: &Strings) -> Notice {
    let mut writer = Writer::new(policy, strings, Reader::Authority);
    writer.section("controller", key::RECORD_CONTROLLER);
    about::controllers(&mut writer);
    contact(&mut writer);
    content(&mut writer);
    writer.section("periods", key::RECORD_PERIODS);
    kept::periods(&mut writer);
    recipients(&mut writer);
    security(&mut writer);
    let title = writer.passage(strings.get(key::RECORD_TITLE).to_owned());
    writer.finish(title)
}

fn contact(writer: &mut Writer<'_>) {
    writer.section("contact", key::RECORD_CONTACT);
    about::contacts(writer);
    if writer.file.contacts().iter().all(|it| it.role() == Role::Processor) {
        let ways = writer.file.other_ways().iter().map(|it| kept::other_way(writer, it)).collect();
        writer.list(None, ways);
    }
}

fn content(writer: &mut Writer<'_>) {
    let file = writer.file;
    let register = file.register();
    let bot = writer.name(file.bot().name());
    writer.section("name", key::RECORD_NAME);
    writer.say(register.map_or_else(|| writer.own(file.title()), |it| writer.own(it.name())));
    writer.section("purposes", key::RECORD_PURPOSES);
    about::all_purposes(writer);
    about::legal_basis_of(writer);
    writer.section("content", key::RECORD_CONTENT);
    let groups = match register {
        Some(register) => writer.owns(register.groups().iter()),
        None => vec![writer.passage(writer.strings.fill(key::RECORD_GROUPS, &[("bot", &bot)]))],
    };
    writer.list(None, groups);
    let mut held = match register {
        Some(register) => writer.owns(register.content().iter()),
        None => vec![plain(writer, key::RECORD_TALKS)],
    };
    held.extend(kept::fields(writer, file.metadata()));
    writer.list(None, held);
    let masked: Vec<String> = masked::items(writer).into_iter().map(|it| it.text).collect();
    writer.fill(key::RECORD_MASKED, &[("items", &masked.join("; "))]);
    // What is processed is what a register is asked for: all that masking leaves, by decision or by mistake.
    masked::all_kept(writer);
    masked::let_through(writer);
    kept::form(writer);
    // How a notice introduces itself is nothing that a register holds.
    writer.claims(Section::Introduction);
    writer.rest(Section::Content);
    writer.section("sources", key::RECORD_SOURCES);
    let sources = match register {
        Some(register) => writer.owns(register.sources().iter()),
        None => vec![plain(writer, key::RECORD_SOURCE)],
    };
    writer.list(None, sources);
}

fn plain(writer: &Writer<'_>, key: Key) -> Passage {
    writer.passage(writer.strings.get(key).to_owned())
}

fn recipients(writer: &mut Writer<'_>) {
    writer.section("recipients", key::RECORD_RECIPIENTS);
    about::who_gets(writer);
    if writer.file.recipients().is_none() && writer.file.processors().is_empty() {
        writer.string(key::RECORD_UNSTATED);
    }
    about::parties_of(writer);
    writer.section("transfers", key::RECORD_TRANSFERS);
    about::transfers(writer);
    if writer.file.transfers().is_none() {
        writer.string(key::RECORD_UNSTATED);
    }
}

fn security(writer: &mut Writer<'_>) {
    let security = writer.file.security();
    let manual = security.map(|it| writer.owns(it.manual().iter())).unwrap_or_default();
    let electronic = security.map(|it| writer.owns(it.electronic().iter())).unwrap_or_default();
    writer.section("security", key::RECORD_SECURITY);
    writer.heading(key::RECORD_MANUAL);
    match security {
        None => writer.string(key::RECORD_UNSTATED),
        Some(_) if manual.is_empty() => writer.string(key::RECORD_NONE),
        Some(_) => writer.list(None, manual),
    }
    writer.heading(key::RECORD_ELECTRONIC);
    writer.string(key::RECORD_MASKING);
    writer.list(None, electronic);
}
