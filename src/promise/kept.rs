//! What is stored of a talk, how long, what deleting it leaves, and what happens when a person answers.

use crate::category::{Language, Purpose};
use crate::policy::{
    Cookies, Format, Hours, Interval, Keeping, Labels, List, Metadata, MetadataRecord, OtherWay, PolicyFile, Section,
    Storage, Texts, Weekday,
};
use crate::promise::notice::Passage;
use crate::promise::strings::{Key, key};
use crate::promise::writer::Writer;

/// The section on what is stored of the talk.
#[inline(never)]
pub(super) fn content(writer: &mut Writer<'_>) {
    writer.section("content", key::HEADING_CONTENT);
    periods(writer);
    writer.string(key::CONTENT_MASKED);
    writer.rest(Section::Content);
}

/// How long each kind of talk is stored, and what for.
#[inline(never)]
pub(super) fn periods(writer: &mut Writer<'_>) {
    let retention = writer.file.retention();
    let asked = writer.either(key::CONTENT_BOT_ASKED, key::RECORD_BOT_ASKED);
    keeping(writer, retention.bot(), key::CONTENT_BOT, asked);
    if let Some(agent) = retention.agent() {
        let asked = writer.either(key::CONTENT_AGENT_ASKED, key::RECORD_AGENT_ASKED);
        keeping(writer, agent, key::CONTENT_AGENT, asked);
    }
    let stored_for = writer.purposes(stored_for(writer.file));
    writer.list_of(key::CONTENT_FOR, stored_for);
    if let Some(excerpts) = retention.excerpts() {
        writer.own_if(excerpts.text());
        let before = match excerpts.period() {
            Some(period) => {
                let period = writer.strings.period(period);
                writer.strings.fill(key::EXCERPTS, &[("period", &period)])
            }
            None => writer.strings.get(key::EXCERPTS_OPEN).to_owned(),
        };
        let items = writer.purposes(excerpts.purposes().iter());
        writer.list(Some(writer.passage(before)), items);
    }
}

/// What talks of any kind are stored for; nothing if no kind says more than the purposes of the policy.
fn stored_for(file: PolicyFile<'_>) -> impl Iterator<Item = Purpose> {
    let kinds = move || [Some(file.retention().bot()), file.retention().agent()].into_iter().flatten();
    let is_said = kinds().any(|it| !it.purposes().is_empty());
    let is_for = move |purpose| kinds().any(|it| it.purposes().is_empty() || it.purposes().contains(purpose));
    file.purposes().iter().map(|it| it.0).filter(move |it| is_said && is_for(*it))
}

/// How long one kind of talk is stored: for a period, or until somebody asks.
#[inline(never)]
fn keeping(writer: &mut Writer<'_>, keeping: Keeping<'_>, period: Key, asked: Key) {
    writer.own_if(keeping.text());
    match keeping.period() {
        Some(it) => {
            let mut it = writer.strings.period(it);
            if keeping.at_most() {
                it = writer.strings.fill(key::AT_MOST, &[("period", &it)]);
            }
            writer.fill(period, &[("period", &it)]);
        }
        None => writer.string(asked),
    }
}

/// The section on deleting and downloading.
#[inline(never)]
pub(super) fn deletion(writer: &mut Writer<'_>) {
    writer.section("deletion", key::HEADING_DELETION);
    let deletion = writer.file.deletion();
    if deletion.offered() {
        writer.string(key::DELETION_OFFERED);
        click(writer, |it| it.delete(), key::LABEL_DELETE);
        let left = writer.words(key::FIELD, deletion.leaves().iter().map(|it| it as usize));
        if left.is_empty() {
            writer.string(key::DELETION_NOTHING);
        } else {
            writer.fill(key::DELETION_LEAVES, &[("items", &left)]);
        }
        writer.string(match writer.file.storage().talk() {
            Storage::Memory => key::DELETION_UNTIL_LEFT,
            Storage::Session => key::DELETION_UNTIL_CLOSED,
        });
    } else {
        writer.string(key::DELETION_NOT);
    }
    writer.own_if(deletion.text());
    if let Some(download) = writer.file.download().filter(|it| it.offered()) {
        let formats = match download.formats() {
            Some(formats) => writer.words(key::FORMAT, formats.iter().map(|it| it as usize)),
            None => writer.words(key::FORMAT, Format::ALL.iter().map(|it| *it as usize)),
        };
        writer.fill(key::DOWNLOAD_OFFERED, &[("formats", &formats)]);
        click(writer, |it| it.download(), key::LABEL_DOWNLOAD);
    }
    writer.rest(Section::Deletion);
}

/// Where to click in the menu, in the words that the menu has.
#[inline(never)]
fn click<'p>(writer: &mut Writer<'p>, label: fn(Labels<'p>) -> Option<Texts<'p>>, ours: Key) {
    let menu = writer.file.menu();
    let own = menu.and_then(|it| label(it.labels()?)).map(|it| writer.own(it).text);
    let label = own.unwrap_or_else(|| writer.strings.get(ours).to_owned());
    let Some(menu) = menu else { return writer.fill(key::MENU_PLAIN, &[("label", &label)]) };
    let icon = writer.strings.word(key::ICON, menu.icon() as usize);
    let corner = writer.strings.word(key::CORNER, menu.corner() as usize);
    writer.fill(key::MENU_ICON, &[("icon", icon), ("corner", corner), ("label", &label)]);
}

/// The section on metadata.
#[inline(never)]
pub(super) fn metadata(writer: &mut Writer<'_>) {
    writer.section("metadata", key::HEADING_METADATA);
    let record = writer.file.metadata();
    let fields = fields(writer, record);
    if fields.is_empty() {
        writer.string(key::METADATA_NONE);
    } else {
        writer.list_of(key::METADATA_INTRO, fields);
        let purposes = writer.purposes(record.purposes().iter());
        writer.list_of(key::METADATA_FOR, purposes);
        writer.string(key::METADATA_END);
        if record.opt_out() {
            writer.string(key::METADATA_OPT_OUT);
        }
        if let Some(period) = record.period() {
            let period = writer.strings.period(period);
            writer.fill(key::METADATA_PERIOD, &[("period", &period)]);
        }
    }
    writer.rest(Section::Metadata);
}

/// A line for each field of the record.
#[inline(never)]
pub(super) fn fields(writer: &Writer<'_>, record: MetadataRecord<'_>) -> Vec<Passage> {
    let strings = writer.strings;
    let line = |field| match field {
        Metadata::Time => strings.word(key::PRECISION, record.precision() as usize).to_owned(),
        Metadata::Device => {
            let devices = writer.words(key::DEVICE, record.devices().iter().map(|it| it as usize));
            strings.fill(key::METADATA_DEVICES, &[("devices", &devices)])
        }
        Metadata::Browser => strings.get(key::METADATA_BROWSERS).to_owned(),
        Metadata::Page => strings.get(key::METADATA_PAGES).to_owned(),
        Metadata::Topic => strings.word(key::FIELD, Metadata::Topic as usize).to_owned(),
    };
    record.fields().iter().map(|it| writer.passage(line(it))).collect()
}

/// The section on cookies and storage.
#[inline(never)]
pub(super) fn storage(writer: &mut Writer<'_>) {
    writer.section("storage", key::HEADING_STORAGE);
    let storage = writer.file.storage();
    match storage.cookies() {
        Some(Cookies::None) => writer.string(key::COOKIES_NONE),
        Some(Cookies::Technical) => writer.string(key::COOKIES_TECHNICAL),
        None => {}
    }
    writer.own_if(storage.text());
    writer.string(key::STORAGE_BEFORE);
    writer.string(match storage.talk() {
        Storage::Memory => key::STORAGE_MEMORY,
        Storage::Session => key::STORAGE_SESSION,
    });
    writer.rest(Section::Storage);
}

/// The section on talking to a person.
#[inline(never)]
pub(super) fn handover(writer: &mut Writer<'_>) {
    writer.section("handover", key::HEADING_HANDOVER);
    if let Some(handover) = writer.file.handover() {
        if handover.from_start() {
            writer.string(key::HANDOVER_START);
        }
        writer.string(key::HANDOVER_LATER);
        form(writer);
        if let Some(form) = handover.form() {
            writer.own_if(Some(form.reason()));
        }
        writer.string(key::HANDOVER_MASKED);
        if let Some(open) = handover.hours() {
            let text = hours(writer, open, None);
            writer.say(writer.passage(text));
        }
        for (before, shown) in [(key::HANDOVER_CLOSED, handover.closed()), (key::HANDOVER_NOTICE, handover.notice())] {
            if shown.is_some() {
                writer.string(before);
            }
            writer.own_if(shown);
        }
    }
    writer.rest(Section::Handover);
}

/// What is asked for before the queue, if anything is.
#[inline(never)]
pub(super) fn form(writer: &mut Writer<'_>) {
    let Some(form) = writer.file.handover().and_then(|it| it.form()) else { return };
    let item = |label: Texts<'_>, required: bool| {
        let label = writer.own(label);
        let text = writer.strings.fill(key::OPTIONAL, &[("item", &label.text)]);
        if required { label } else { Passage { text, ..label } }
    };
    let items = form.fields().iter().map(|it| item(it.label(), it.required())).collect();
    writer.list_of(writer.either(key::HANDOVER_FORM, key::RECORD_FORM), items);
}

/// Opening hours in a sentence, which begins with their name if they have one.
#[inline(never)]
fn hours(writer: &Writer<'_>, hours: Hours<'_>, name: Option<&str>) -> String {
    let two = |it: u32| format!("{it:02}");
    // In Finnish an hour has no zero before it.
    let hour = |it: u32| if writer.language == Language::Fi { it.to_string() } else { two(it) };
    let clock = |minutes: u32| {
        writer.strings.fill(key::CLOCK, &[("hour", &hour(minutes / 60)), ("minute", &two(minutes % 60))])
    };
    let day = |(day, open): (Weekday, List<'_, Interval, 1>)| {
        let open: Vec<String> = open.iter().map(|it| format!("{}–{}", clock(it.start), clock(it.end))).collect();
        format!("{} {}", writer.strings.word(key::WEEKDAY, day as usize), open.join(", "))
    };
    let week: Vec<String> = hours.week().iter().map(day).collect();
    let zone = hours.time_zone().name();
    let (key, name) = name.map_or((key::HOURS, ""), |it| (key::HOURS_NAMED, it));
    let mut out = writer.strings.fill(key, &[("label", name), ("zone", zone), ("hours", &week.join("; "))]);
    let closed: Vec<String> = hours.closed_on().iter().map(|it| writer.strings.date(it)).collect();
    if !closed.is_empty() {
        out.push(' ');
        out.push_str(&writer.strings.fill(key::HOURS_CLOSED, &[("days", &closed.join(", "))]));
    }
    out
}

/// Another way to reach someone, in one line.
#[inline(never)]
pub(super) fn other_way(writer: &Writer<'_>, way: OtherWay<'_>) -> Passage {
    let mut text = writer.own(way.label());
    let value = writer.labelled(&text.text, way.value()).text;
    text.text = value;
    let mut more = way.text().map(|it| writer.own(it).text);
    let mut open = None;
    if let Some(it) = way.hours() {
        // `Telefontid` is no sentence by itself, but the name of the hours.
        let name = more.take_if(|it| !it.ends_with(['.', '!', '?']));
        open = Some(hours(writer, it, name.as_deref()));
    }
    for more in [more, open].into_iter().flatten() {
        text.text.push_str(". ");
        text.text.push_str(more.trim_end_matches('.'));
    }
    text
}
