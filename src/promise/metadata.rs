//! What is recorded about a talk beside its text: the policy's fields and nothing else.

use serde::Serialize;

use crate::policy::{Device, Metadata, Policy, Precision, Set};
use crate::redact::{Redactor, utc};

/// What a browser tells of itself and of the talk. It's read once, and only what the policy lists is taken from it.
#[derive(Default)]
pub struct Surroundings<'s> {
    /// When the talk began, in milliseconds since 1970 (UTC).
    pub time: i64,
    /// `navigator.userAgent`.
    pub user_agent: &'s str,
    /// The browser's name and major version from the client hints, where there are any.
    pub hints: Option<(String, String)>,
    /// How many fingers the screen can feel: a tablet that calls itself a computer has some.
    pub touch_points: i32,
    /// The address of the page, with its percent signs resolved.
    pub page: &'s str,
}

/// The record of one talk. A field that the policy doesn't list is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// When the talk began, rounded as the policy says: `2026-03-02T08:15Z`, `2026-03-02T08Z` or `2026-03-02`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The kind of device, among those that the policy tells apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// The browser's name and major version, such as `Firefox 140`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// The address of the page, without query and fragment, redacted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// What the talk was about, where the chat platform gives that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

impl Record {
    /// The record of a talk that ended by itself. Empty where the policy lists nothing.
    pub fn new(redactor: &Redactor, seen: &Surroundings<'_>) -> Record {
        Record::with(redactor, seen, redactor.policy().file().metadata().fields())
    }

    /// What may remain of a talk that the citizen deleted: nothing, unless the policy says what.
    pub fn after_deletion(redactor: &Redactor, seen: &Surroundings<'_>) -> Record {
        Record::with(redactor, seen, redactor.policy().file().deletion().leaves())
    }

    /// The record of these fields, but for what the talk was about.
    #[inline(never)]
    fn with(redactor: &Redactor, seen: &Surroundings<'_>, fields: Set<'_, Metadata>) -> Record {
        let policy = redactor.policy();
        let record = policy.file().metadata();
        let want = |it: Metadata| fields.contains(it).then_some(());
        Record {
            time: want(Metadata::Time).and_then(|()| rounded(seen.time, record.precision())),
            device: want(Metadata::Device).and_then(|()| device(policy, seen)),
            browser: want(Metadata::Browser).and_then(|()| browser(seen)),
            page: want(Metadata::Page).map(|()| page(redactor, seen.page)),
            topic: None,
        }
    }

    /// Adds what the talk was about, where the policy records or leaves that. The platform's words are redacted.
    #[inline(never)]
    pub fn with_topic(self, redactor: &Redactor, topic: &str, deleted: bool) -> Record {
        let file = redactor.policy().file();
        let list = if deleted { file.deletion().leaves() } else { file.metadata().fields() };
        let topic = list.contains(Metadata::Topic).then(|| redactor.redact(topic, None).text);
        Record { topic, ..self }
    }

    /// Whether nothing is recorded, so that nothing is sent.
    pub fn is_empty(&self) -> bool {
        *self == Record::default()
    }
}

/// A time in UTC, no finer than the policy says.
#[inline(never)]
fn rounded(milliseconds: i64, precision: Precision) -> Option<String> {
    let (date, clock) = utc(milliseconds)?;
    let length = match precision {
        Precision::Minute => "08:15".len(),
        Precision::Hour => "08".len(),
        Precision::Day => return Some(date),
    };
    Some([date.as_str(), "T", clock.get(..length)?, "Z"].concat())
}

/// The kind of device, in the policy's own division.
#[inline(never)]
fn device(policy: &Policy, seen: &Surroundings<'_>) -> Option<Device> {
    let has = |it: &str| behind(seen.user_agent, it).is_some();
    let tablet =
        has("iPad") || has("Tablet") || has("Android") && !has("Mobile") || has("Macintosh") && seen.touch_points > 1;
    let found = if tablet {
        Device::Tablet
    } else if has("Mobi") || has("iPhone") || has("iPod") {
        Device::Phone
    } else {
        Device::Computer
    };
    let told = policy.file().metadata().devices();
    let handheld = found != Device::Computer && told.contains(Device::Handheld);
    Some(if handheld { Device::Handheld } else { found }).filter(|it| told.contains(*it))
}

/// What a browser calls itself in its user agent, the special before the general: nearly all call themselves Safari too.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

/// Name and major version: from the hints, else from the user agent. Only names that many people's browsers have are recorded.
#[inline(never)]
fn browser(seen: &Surroundings<'_>) -> Option<String> {
    let known = |name: &str| BROWSERS.iter().map(|it| it.1).find(|it| behind(name, it).is_some());
    let hinted = seen.hints.as_ref().and_then(|(name, version)| Some((known(name)?, major(version)?)));
    let named = || BROWSERS.iter().find_map(|(sign, name)| Some((*name, major(behind(seen.user_agent, sign)?)?)));
    let (name, major) = hinted.or_else(named)?;
    Some([name, " ", major].concat())
}

/// What stands behind the first `sign` in a text, if there is one. The standard library's search would cost a page a kilobyte.
pub(crate) fn behind<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    let at = text.as_bytes().windows(sign.len()).position(|it| it == sign.as_bytes())?;
    text.get(at + sign.len()..)
}

/// The digits before the first point.
fn major(version: &str) -> Option<&str> {
    let end = version.find(|it: char| !it.is_ascii_digit()).unwrap_or(version.len());
    version.get(..end).filter(|it| (1..=4).contains(&it.len()))
}

/// The address without query and fragment, and without user name and password; what is left is redacted like a message.
#[inline(never)]
fn page(redactor: &Redactor, url: &str) -> String {
    let bare = url.split(['?', '#']).next().unwrap_or_default();
    let rest = behind(bare, "://").unwrap_or(bare);
    let scheme = bare.get(..bare.len() - rest.len()).unwrap_or("");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or_default();
    // Each part by itself, with its hyphens as spaces too: addresses put them between words.
    let part = |it: &str| {
        let whole = redactor.redact(it, None);
        // What is found as it stands stays in one piece: what is cut off of an e-mail address would be left as written.
        let covered = |at: usize| whole.findings.iter().any(|it| it.span.start() <= at && at < it.span.end());
        let space = |(at, c)| if matches!(c, '-' | '_' | '+') && !covered(at) { ' ' } else { c };
        let spaced = redactor.redact(&it.char_indices().map(space).collect::<String>(), None);
        if spaced.findings.is_empty() { whole.text } else { spaced.text }
    };
    let path: Vec<String> = path.split('/').map(part).collect();
    [scheme, host, "/", &path.join("/")].concat()
}
