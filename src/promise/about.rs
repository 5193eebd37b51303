//! Who is behind the chat, why, on what basis, and what the citizen can do.

use crate::policy::{Contact, Right, Role, Section};
use crate::promise::kept;
use crate::promise::notice::Passage;
use crate::promise::strings::key;
use crate::promise::writer::Writer;

/// The first section: that this is a machine, and what it's for.
#[inline(never)]
pub(super) fn introduction(writer: &mut Writer<'_>) {
    writer.section("introduction", key::HEADING_INTRODUCTION);
    let file = writer.file;
    let bot = writer.name(file.bot().name());
    writer.fill(key::MACHINE, &[("bot", &bot)]);
    writer.own_if(file.bot().description());
    if let Some(launcher) = file.launcher() {
        let corner = writer.strings.word(key::SCREEN, launcher.corner() as usize);
        writer.fill(key::LAUNCHER, &[("corner", corner)]);
    }
    writer.rest(Section::Introduction);
    if let Some(general) = file.general_policy() {
        writer.link(writer.own(general.label()), &general.url());
    }
}

/// The section on who decides about the data, and why.
#[inline(never)]
pub(super) fn purposes(writer: &mut Writer<'_>) {
    writer.section("purposes", key::HEADING_PURPOSES);
    controllers(writer);
    all_purposes(writer);
    writer.rest(Section::Purposes);
}

/// Who decides about the data.
#[inline(never)]
pub(super) fn controllers(writer: &mut Writer<'_>) {
    let label = writer.strings.word(key::ROLE, Role::Controller as usize).to_owned();
    writer.parties(&label, writer.file.controllers());
}

/// What is done with the data.
#[inline(never)]
pub(super) fn all_purposes(writer: &mut Writer<'_>) {
    let items = writer.owns(writer.file.purposes().iter().map(|it| it.1.description()));
    writer.list_of(key::PURPOSES_INTRO, items);
}

/// The section on the legal basis.
#[inline(never)]
pub(super) fn legal_basis(writer: &mut Writer<'_>) {
    writer.section("legal_basis", key::HEADING_LEGAL_BASIS);
    if writer.file.legal_basis().is_empty() {
        writer.string(key::BASIS_ASK);
    }
    legal_basis_of(writer);
    writer.rest(Section::LegalBasis);
}

/// Each basis with its law and its ground in article 6.
#[inline(never)]
pub(super) fn legal_basis_of(writer: &mut Writer<'_>) {
    for basis in writer.file.legal_basis().iter() {
        let mut passage = writer.own(basis.text());
        if let Some(law) = basis.law() {
            let text =
                format!("{} – {}.", passage.text.trim_end_matches('.'), writer.own(law).text.trim_end_matches('.'));
            passage.text = text;
        }
        if let Some(ground) = basis.ground() {
            passage.text.push(' ');
            passage.text.push_str(writer.strings.word(key::GROUND, ground as usize));
        }
        writer.say(passage);
    }
}

/// The section on processors, sub-processors, the platform and servers.
#[inline(never)]
pub(super) fn processors(writer: &mut Writer<'_>) {
    writer.section("processors", key::HEADING_PROCESSORS);
    parties_of(writer);
    if let Some(platform) = writer.file.bot().platform() {
        let label = writer.strings.get(key::PLATFORM).to_owned();
        writer.say(writer.labelled(&label, platform.name()));
    }
    writer.rest(Section::Processors);
}

/// Who works for the controller, and who for them.
#[inline(never)]
pub(super) fn parties_of(writer: &mut Writer<'_>) {
    let label = writer.strings.word(key::ROLE, Role::Processor as usize).to_owned();
    writer.parties(&label, writer.file.processors());
    let label = writer.strings.get(key::SUB_PROCESSOR).to_owned();
    writer.parties(&label, writer.file.sub_processors());
}

/// The section on recipients and transfers, as far as the policy says anything of them.
#[inline(never)]
pub(super) fn recipients(writer: &mut Writer<'_>) {
    writer.section("recipients", key::HEADING_RECIPIENTS);
    who_gets(writer);
    transfers(writer);
}

/// Who else gets the data, as far as the policy says anything of it.
#[inline(never)]
pub(super) fn who_gets(writer: &mut Writer<'_>) {
    let Some(recipients) = writer.file.recipients() else { return };
    if recipients.is_empty() {
        writer.string(key::RECIPIENTS_NONE);
    }
    let items = writer.owns(recipients.iter());
    writer.list_of(key::RECIPIENTS_INTRO, items);
}

/// Where outside the EEA the data go, as far as the policy says anything of it.
#[inline(never)]
pub(super) fn transfers(writer: &mut Writer<'_>) {
    let Some(transfers) = writer.file.transfers() else { return };
    if transfers.is_empty() {
        writer.string(key::TRANSFERS_NONE);
    }
    let item = |to, safeguard| writer.labelled(&writer.own(to).text, &writer.own(safeguard).text);
    let items = transfers.iter().map(|it| item(it.to(), it.safeguard())).collect();
    writer.list_of(key::TRANSFERS_INTRO, items);
}

/// The section on security: masking in the browser, and what the organisation does.
#[inline(never)]
pub(super) fn security(writer: &mut Writer<'_>) {
    writer.section("security", key::HEADING_SECURITY);
    writer.string(key::SECURITY_MASKING);
    if let Some(security) = writer.file.security() {
        for measure in security.manual().iter().chain(security.electronic().iter()) {
            writer.say(writer.own(measure));
        }
    }
}

/// The section on rights and the authority.
#[inline(never)]
pub(super) fn rights(writer: &mut Writer<'_>) {
    writer.section("rights", key::HEADING_RIGHTS);
    writer.string(key::RIGHTS_GENERAL);
    let item = |it: Right| writer.passage(writer.strings.word(key::RIGHT, it as usize).to_owned());
    let items = writer.file.rights().iter().map(item).collect();
    writer.list_of(key::RIGHTS_INTRO, items);
    if let Some(authority) = writer.file.authority() {
        let label = writer.strings.get(key::AUTHORITY).to_owned();
        let name = writer.labelled(&label, &writer.name(authority.name()));
        match authority.web() {
            Some(web) => writer.link(name, &web),
            None => writer.say(name),
        }
    }
    writer.rest(Section::Rights);
}

/// The section on whom to turn to.
#[inline(never)]
pub(super) fn contact(writer: &mut Writer<'_>) {
    writer.section("contact", key::HEADING_CONTACT);
    contacts(writer);
    let ways = writer.file.other_ways().iter().map(|it| kept::other_way(writer, it)).collect();
    writer.list_of(key::OTHER_WAYS, ways);
    writer.rest(Section::Contact);
}

/// Where the citizen can turn, each with its link and its words.
#[inline(never)]
pub(super) fn contacts(writer: &mut Writer<'_>) {
    let contacts: Vec<Contact<'_>> = writer.file.contacts().iter().collect();
    for contact in contacts {
        let passage = one_contact(writer, contact);
        match contact.web() {
            Some(web) => writer.link(passage, &web),
            None => writer.say(passage),
        }
        writer.own_if(contact.text());
    }
}

/// A contact in one line.
#[inline(never)]
fn one_contact(writer: &Writer<'_>, contact: Contact<'_>) -> Passage {
    let phone = contact.phone().map(|it| writer.strings.fill(key::CONTACT_PHONE, &[("n", &it)]));
    let parts = [
        contact.person().map(str::to_owned),
        contact.organisation().map(|it| writer.name(it)),
        contact.post().map(str::to_owned),
        phone,
        contact.email().map(|it| it.as_str().to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let role = writer.strings.word(key::ROLE, contact.role() as usize);
    if parts.is_empty() { writer.passage(role.to_owned()) } else { writer.labelled(role, &parts.join(", ")) }
}

/// The last section: version and date.
#[inline(never)]
pub(super) fn version(writer: &mut Writer<'_>) {
    writer.section("version", key::HEADING_VERSION);
    let date = writer.strings.date(writer.file.updated());
    writer.fill(key::VERSION, &[("version", &writer.file.version()), ("date", &date)]);
    writer.string(key::GENERATED);
}
