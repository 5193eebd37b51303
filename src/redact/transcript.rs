//! A talk as it may be kept and downloaded: redacted turns, with times that the caller gives.

use serde::Serialize;

use super::clock::utc;
use super::{Conversation, Expiry, Redactor};
use crate::category::{Purpose, vocabulary};

vocabulary! {
    /// Who says something in a talk.
    Speaker {
        /// The citizen.
        Citizen = "citizen",
        /// The chatbot.
        Bot = "bot",
        /// A person who answers.
        Agent = "agent",
    }
}

/// One turn: what was said, redacted for each view.
struct Turn {
    speaker: Speaker,
    time: i64,
    texts: Vec<String>,
}

/// A view of the talk, and what it needs to number equal values alike.
struct View {
    purpose: Option<Purpose>,
    talk: Conversation,
}

/// A talk. Everything in it is redacted, whoever said it, once for each purpose of the policy and once in the strictest view;
/// in the view that a message was sent for, it stands as it was sent.
///
/// It remembers raw values only as a `Conversation` does, and overwrites them when it is cleared or dropped.
pub struct Transcript {
    views: Vec<View>,
    turns: Vec<Turn>,
}

impl Transcript {
    /// A talk under this redactor's policy that has not begun.
    pub fn new(redactor: &Redactor) -> Transcript {
        let purposes = redactor.policy().file().purposes();
        let views = [None].into_iter().chain(purposes.iter().map(|it| Some(it.0)));
        Transcript {
            views: views.map(|purpose| View { purpose, talk: Conversation::new() }).collect(),
            turns: Vec::new(),
        }
    }

    /// Redacts what somebody said at this time (milliseconds since 1970, UTC) and keeps that.
    pub fn add(&mut self, redactor: &Redactor, speaker: Speaker, text: &str, time: i64) {
        let texts = self.views.iter_mut().map(|it| it.talk.add(redactor, text, it.purpose).text).collect();
        self.turns.push(Turn { speaker, time, texts });
    }

    /// Keeps what the citizen sent at this time, redacted for `purpose` already. That view shows it as it was sent, with what
    /// was given back; every other view is redacted like anything else.
    pub fn add_sent(&mut self, redactor: &Redactor, sent: &str, purpose: Option<Purpose>, time: i64) {
        self.add(redactor, Speaker::Citizen, sent, time);
        let place = self.views.iter().position(|it| it.purpose == purpose);
        let texts = self.turns.last_mut().map(|it| &mut it.texts);
        if let Some(text) = place.zip(texts).and_then(|(place, texts)| texts.get_mut(place)) {
            *text = sent.to_owned();
        }
    }

    /// Whether a person took part.
    pub fn has_agent(&self) -> bool {
        self.turns.iter().any(|it| it.speaker == Speaker::Agent)
    }

    /// How many turns there are.
    pub fn len(&self) -> usize {
        self.turns.len()
    }

    /// Whether nobody has said anything.
    pub fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// When the talk must be gone from wherever it's stored. `None` while nobody has said anything.
    pub fn expiry(&self, redactor: &Redactor) -> Option<Expiry> {
        let last = self.turns.iter().map(|it| it.time).max()?;
        let retention = redactor.policy().file().retention();
        let agent = retention.agent().filter(|_| self.has_agent());
        Expiry::of(agent.unwrap_or(retention.bot()), last)
    }

    /// The talk for people: a line a turn, with its time in UTC and the name that `names` gives to the speaker.
    pub fn text(&self, purpose: Option<Purpose>, names: impl Fn(Speaker) -> String) -> String {
        let mut out = String::new();
        for turn in &self.turns {
            let (date, clock) = stamp(turn.time);
            let (name, said) = (names(turn.speaker), self.view(turn, purpose));
            out.extend([date.as_str(), " ", &clock, " UTC  ", &name, ": ", said, "\n"]);
        }
        out
    }

    /// The talk for machines, as JSON.
    pub fn json(&self, policy: &str, purpose: Option<Purpose>) -> String {
        let mut out = String::from("{\"policy\":");
        quote(&mut out, policy);
        out.push_str(",\"turns\":[");
        for (n, turn) in self.turns.iter().enumerate() {
            let (date, clock) = stamp(turn.time);
            out.push_str(if n > 0 { ",{" } else { "{" });
            let speaker = turn.speaker.name();
            out.extend(["\"time\":\"", date.as_str(), "T", &clock, "Z\",\"speaker\":\"", speaker, "\",\"text\":"]);
            quote(&mut out, self.view(turn, purpose));
            out.push('}');
        }
        out.push_str("]}\n");
        out
    }

    /// Forgets the talk. What the metadata record may still say then is `promise::metadata::Record::after_deletion`.
    pub fn clear(&mut self) {
        self.turns.clear();
        self.views.iter_mut().for_each(|it| it.talk.clear());
    }

    /// The turn as this purpose sees it; a purpose that the policy doesn't name sees the strictest view.
    fn view<'t>(&self, turn: &'t Turn, purpose: Option<Purpose>) -> &'t str {
        let place = self.views.iter().position(|it| it.purpose == purpose).unwrap_or(0);
        turn.texts.get(place).map(String::as_str).unwrap_or_default()
    }
}

/// Day and time of day, to the second; hyphens for what lies beyond the calendar.
fn stamp(milliseconds: i64) -> (String, String) {
    utc(milliseconds).unwrap_or_else(|| ("-".to_owned(), "-".to_owned()))
}

/// A JSON string.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
