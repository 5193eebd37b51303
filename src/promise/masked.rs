//! What is masked, with the exceptions, and what a page can't withhold.

use crate::category::{Action, Category, Purpose, Scope};
use crate::placeholder::label;
use crate::policy::{IpAddress, Section, Texts, Unread};
use crate::promise::notice::Passage;
use crate::promise::strings::key;
use crate::promise::writer::Writer;

/// The section on masking.
#[inline(never)]
pub(super) fn masking(writer: &mut Writer<'_>) {
    writer.section("masking", key::HEADING_MASKING);
    let masked = items(writer);
    let example = first_masked(writer).map_or("", |it| label(it, writer.language));
    let intro = writer.strings.fill(key::MASKING_INTRO, &[("example", example)]);
    writer.list(Some(writer.passage(intro)), masked);
    all_kept(writer);
    writer.rest(Section::Masking);
    let_through(writer);
    writer.own_if(writer.file.hint());
}

/// What isn't masked: the categories that are kept, for everything or for one purpose, and what is no long number or public.
#[inline(never)]
pub(super) fn all_kept(writer: &mut Writer<'_>) {
    kept(writer, None);
    let purposes: Vec<_> = writer.file.purposes().iter().collect();
    for (purpose, rule) in purposes {
        let description = writer.own(rule.description());
        kept(writer, Some((purpose, description)));
    }
    if writer.policy.action(Category::Number, None) == Action::Redact {
        writer.string(key::NUMBER_EXCEPTIONS);
    }
    let exceptions = writer.file.exceptions().iter().map(|it| reasoned(writer, it.text(), it.reason()));
    let exceptions = exceptions.collect();
    writer.list_of(key::MASKING_EXCEPTIONS, exceptions);
}

/// What goes through although it is of a kind that is masked: by the citizen's choice, in a file, or since the check misses it.
#[inline(never)]
pub(super) fn let_through(writer: &mut Writer<'_>) {
    let given = Category::ALL.iter().filter(|it| writer.policy.gives_back(**it)).map(|it| *it as usize);
    let given = writer.words(key::CATEGORY, given);
    if !given.is_empty() {
        writer.fill(writer.either(key::MASKING_GIVE_BACK, key::RECORD_GIVE_BACK), &[("items", &given)]);
    }
    writer.string(match writer.policy.unread() {
        Unread::Refuse => key::MASKING_REFUSE,
        Unread::Warn => key::MASKING_WARN,
    });
    if let Some(files) = writer.file.files() {
        let types: Vec<&str> = files.types().iter().map(|it| it.as_str()).collect();
        let key = writer.either(key::FILES, key::RECORD_FILES);
        writer.fill(key, &[("n", &files.max_kilobytes().0.to_string()), ("types", &types.join(", "))]);
        writer.own_if(Some(files.reason()));
    }
    writer.string(writer.either(key::MASKING_MISSES, key::RECORD_MISSES));
}

/// What stands for all in the example of a placeholder.
#[inline(never)]
fn first_masked(writer: &Writer<'_>) -> Option<Category> {
    Category::ALL.iter().copied().find(|it| writer.policy.action(*it, None) == Action::Redact)
}

/// A line for each category that is masked in the strictest view, and for the policy's own terms and shapes.
#[inline(never)]
pub(super) fn items(writer: &Writer<'_>) -> Vec<Passage> {
    let strings = writer.strings;
    let mut out = Vec::new();
    for category in Category::ALL.iter().copied().filter(|it| writer.policy.action(*it, None) == Action::Redact) {
        let mut text = match (category, writer.file.digits().more_than(), writer.file.digits().at_least()) {
            (Category::Number, Some(n), _) => strings.fill(key::NUMBER_MORE, &[("n", &n.0.to_string())]),
            (Category::Number, None, Some(n)) => strings.fill(key::NUMBER_LEAST, &[("n", &n.0.to_string())]),
            // A word such as `ordre` names the number, but makes none of fewer digits.
            (Category::Reference, Some(n), _) => strings.fill(key::REFERENCE_MORE, &[("n", &n.0.to_string())]),
            (Category::Reference, None, Some(n)) => strings.fill(key::REFERENCE_LEAST, &[("n", &n.0.to_string())]),
            _ => strings.word(key::CATEGORY, category as usize).to_owned(),
        };
        if writer.policy.scope(category) == Scope::Disclosed {
            text = strings.fill(writer.either(key::DISCLOSED, key::RECORD_DISCLOSED), &[("item", &text)]);
        }
        out.push(unless_answered(writer, category, text));
    }
    for shape in writer.policy.shapes() {
        let text = strings.fill(key::OWN_SHAPE, &[("shape", &shape.pattern)]);
        out.push(unless_answered(writer, shape.category, text));
    }
    if !writer.policy.terms().is_empty() {
        out.push(writer.passage(strings.get(key::OWN_TERMS).to_owned()));
    }
    out
}

/// An item of what is masked; what goes through to be answered says so.
fn unless_answered(writer: &Writer<'_>, category: Category, text: String) -> Passage {
    writer.passage(match writer.policy.action(category, Some(Purpose::Answer)) {
        Action::Redact => text,
        Action::Keep => writer.strings.fill(key::NOT_TO_ANSWER, &[("item", &text)]),
    })
}

/// What stays readable in every view, or in the view of one purpose although the strictest masks it; each with its reason.
#[inline(never)]
fn kept(writer: &mut Writer<'_>, purpose: Option<(Purpose, Passage)>) {
    let view = purpose.as_ref().map(|it| it.0);
    let mut items = Vec::new();
    for category in Category::ALL.iter().copied() {
        let strictest = writer.policy.action(category, None);
        if writer.policy.action(category, view) != Action::Keep || (view.is_some() && strictest == Action::Keep) {
            continue;
        }
        let name = writer.strings.word(key::CATEGORY, category as usize);
        items.push(match writer.policy.reason(category, view) {
            Some(reason) => reasoned(writer, name, reason),
            None => writer.passage(name.to_owned()),
        });
    }
    match purpose {
        None => writer.list_of(writer.either(key::MASKING_KEPT, key::RECORD_KEPT), items),
        Some((_, description)) => {
            let before = writer.strings.fill(key::MASKING_KEPT_FOR, &[("purpose", &description.text)]);
            writer.list(Some(writer.passage(before)), items);
        }
    }
}

/// What is kept or excepted, and why.
#[inline(never)]
fn reasoned(writer: &Writer<'_>, what: &str, reason: Texts<'_>) -> Passage {
    writer.labelled(what, &writer.own(reason).text)
}

/// The section on the IP address, and on what every connection shows.
#[inline(never)]
pub(super) fn connection(writer: &mut Writer<'_>) {
    writer.section("ip_address", key::HEADING_IP_ADDRESS);
    match writer.file.ip_address() {
        Some(IpAddress::Encrypted) => writer.string(key::IP_ENCRYPTED),
        Some(IpAddress::NotStored) => writer.string(key::IP_NOT_STORED),
        None => {}
    }
    writer.string(key::IP_CONNECTION);
    writer.rest(Section::IpAddress);
}
