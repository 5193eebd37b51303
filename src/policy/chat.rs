//! What the chat looks like and offers: launcher, menu, download, files, handing over to a person, other ways.

use crate::category::Category;
use crate::policy::calendar::{Date, Interval};
use crate::policy::form::Field;
use crate::policy::json::Value;
use crate::policy::lists::{List, Set, Table};
use crate::policy::masking::check_kept;
use crate::policy::object::object;
use crate::policy::reader::Reader;
use crate::policy::texts::{Name, Texts};
use crate::policy::values::{Id, MediaType, Whole, is_email, is_phone, is_url};
use crate::policy::words::{Adapter, Corner, Format, Icon, TimeZone, Way, Weekday};

object! {
    /// The chatbot.
    Bot {
        /// Its name.
        name: Name<'p>,
        /// What it is and what it helps with, for the citizen.
        description: Option<Texts<'p>> = None,
        /// The chat platform. Without it: the page says which.
        platform: Option<Platform<'p>> = None,
    }
}

object! {
    /// The chat platform that the masked messages go to.
    Platform {
        /// The protocol: `boost`, `kindly`, `http` or `demo`.
        adapter: Adapter,
        /// The name that the citizen sees, such as `boost.ai`.
        name: &'p str,
    }
}

object! {
    /// The button that opens the chat.
    Launcher {
        /// The corner of the window where it stands.
        corner: Corner,
    }
}

object! {
    /// The chat's menu.
    Menu {
        /// The corner of the chat window where it stands.
        corner: Corner,
        /// Its icon: `question` or `gear`.
        icon: Icon,
        /// The exact wording of its entries, where the organisation has promised one.
        labels: Option<Labels<'p>> = None,
    }
}

object! {
    /// The wording of menu entries. Where one is missing, the chat uses its own.
    Labels {
        /// Delete the talk.
        delete: Option<Texts<'p>> = None,
        /// Download the talk.
        download: Option<Texts<'p>> = None,
        /// Read the privacy notice.
        notice: Option<Texts<'p>> = None,
        /// Switch the metadata record off.
        metadata: Option<Texts<'p>> = None,
        /// Talk to a person.
        person: Option<Texts<'p>> = None,
    }
}

object! {
    /// Whether the citizen can download the talk.
    Download {
        /// Whether the menu offers it.
        offered: bool,
        /// The forms to choose from. Without it: text and JSON.
        formats: Option<Set<'p, Format, 1>> = None,
    }
}

object! {
    /// Which files the citizen may send. Their names are masked, their contents can't be.
    Files {
        /// The media types, such as `image/png`.
        types: List<'p, MediaType<'p>, 1>,
        /// The largest size in kilobytes.
        max_kilobytes: Whole<1, 100_000>,
        /// Why files are allowed although their contents aren't masked.
        reason: Texts<'p>,
    }
}

object! {
    /// Handing the citizen over to a person.
    Handover {
        /// Whether the citizen can ask for a person from the start, not only when the chatbot has no answer.
        from_start: bool,
        /// The form to fill in before the queue. Without it: none.
        form: Option<Form<'p>> = None,
        /// When people answer. Without it: always, as far as the citizen is told.
        hours: Option<Hours<'p>> = None,
        /// What the citizen reads outside these hours. Required with `hours`.
        closed: Option<Texts<'p>> = None,
        /// What the citizen reads about privacy when a person joins.
        notice: Option<Texts<'p>> = None,
    }
    check check_handover
}

fn check_handover(value: &Value, reader: &mut Reader) {
    let handover = Handover::view(Some(value));
    if handover.hours().is_some() && handover.closed().is_none() {
        reader.mistake_in(value, &["closed"], "opening hours need a text for when it's closed".to_owned());
    }
}

object! {
    /// The form before the queue.
    Form {
        /// Its fields, in order.
        fields: List<'p, FormField<'p>, 1>,
        /// Why it comes before the queue, for the citizen.
        reason: Texts<'p>,
    }
    check check_form
}

fn check_form(value: &Value, reader: &mut Reader) {
    let form = Form::view(Some(value));
    for (n, field) in form.fields().iter().enumerate() {
        if form.fields().iter().take(n).any(|it| *it.id() == *field.id()) {
            reader.mistake_in(
                value,
                &["fields", &n.to_string(), "id"],
                format!("two fields are called `{}`", &*field.id()),
            );
        }
    }
}

object! {
    /// A field of the form.
    FormField {
        /// A short name for machines, such as `order`.
        id: Id<'p>,
        /// What the citizen reads above the field.
        label: Texts<'p>,
        /// The one category of personal data that the field may carry. Everything else in it is masked, and national ids always are. Without it: what is masked in a message for no purpose.
        category: Option<Category> = None,
        /// Whether the field must be filled in.
        required: bool,
    }
    check check_kept
}

object! {
    /// Opening hours.
    Hours {
        /// The time zone that they are in, such as `Europe/Copenhagen`.
        time_zone: TimeZone,
        /// The hours of each day. A day that is missing is closed.
        week: Table<'p, Weekday, List<'p, Interval, 1>>,
        /// Single days on which it's closed.
        closed_on: List<'p, Date> = List::EMPTY,
    }
    check check_hours
}

fn check_hours(value: &Value, reader: &mut Reader) {
    let hours = Hours::view(Some(value));
    for (day, intervals) in hours.week().iter() {
        let ordered = intervals.iter().zip(intervals.iter().skip(1)).all(|(a, b)| a.end <= b.start);
        if !ordered {
            let message = "these hours overlap or are out of order".to_owned();
            reader.mistake_in(value, &["week", day.name()], message);
        }
    }
    if hours.week().is_empty() {
        reader.mistake_in(value, &["week"], "no day is open".to_owned());
    }
}

object! {
    /// Another way to reach someone, shown when the chat can't send.
    OtherWay {
        /// `phone`, `email`, `visit` or `web`.
        way: Way,
        /// The number, address, place or web address.
        value: &'p str,
        /// Who answers there, for the citizen.
        label: Texts<'p>,
        /// When somebody is there.
        hours: Option<Hours<'p>> = None,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
    check check_way
}

fn check_way(value: &Value, reader: &mut Reader) {
    let way = OtherWay::view(Some(value));
    let fits = match way.way() {
        Way::Phone => is_phone(way.value()),
        Way::Email => is_email(way.value()),
        Way::Web => is_url(way.value()),
        Way::Visit => true,
    };
    if !fits {
        let message = format!("`{}` doesn't fit the way `{}`", way.value(), way.way().name());
        reader.mistake_in(value, &["value"], message);
    }
}
