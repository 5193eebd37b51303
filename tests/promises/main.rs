//! What the notices of the five promise and this code keeps. Each test quotes the sentences that it proves;
//! `src/promise/promises/` says which test proves which.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod cellbes;
#[path = "../files/mod.rs"]
mod files;
mod kim;
mod kiri;
mod migri;
mod prokom;
#[path = "../support/mod.rs"]
mod support;
mod table;

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use slor::policy::{Device, Icon, Metadata};
use slor::promise::metadata::{Record, Surroundings};
use slor::redact::{Expiry, Speaker, Transcript};
use slor::{Packs, Purpose, Redactor};

/// 2026-03-02T08:15:42Z.
const MORNING: i64 = 1_772_439_342_000;

const PHONE: &str = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.51 Mobile Safari/537.36";

/// The redactor of one of the five. Made once: the packs are large.
fn redactor(id: &str) -> &'static Redactor {
    static MADE: Mutex<Vec<(String, &'static Redactor)>> = Mutex::new(Vec::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, redactor)) = made.iter().find(|it| it.0 == id) {
        return redactor;
    }
    let redactor: &'static Redactor = Box::leak(Box::new(make(id)));
    made.push((id.to_owned(), redactor));
    redactor
}

fn make(id: &str) -> Redactor {
    let policy = files::policy(id);
    let packs = Packs::embedded(&policy);
    Redactor::new(policy, packs).unwrap()
}

/// Every view of a policy: the strictest, and that of each purpose.
fn views(redactor: &Redactor) -> Vec<Option<Purpose>> {
    [None].into_iter().chain(redactor.policy().file().purposes().iter().map(|it| Some(it.0))).collect()
}

/// Each message has a secret: it's gone from every view, from the transcript and from both downloads.
fn is_masked(id: &str, messages: &[(&str, &str, &str)]) {
    let redactor = redactor(id);
    for (quote, message, secret) in messages {
        assert!(message.contains(secret), "{secret}");
        for view in views(redactor) {
            let text = redactor.redact(message, view).text;
            assert!(!text.contains(secret), "{quote}: {view:?}: {text}");
        }
        let mut talk = Transcript::new(redactor);
        for speaker in Speaker::ALL {
            talk.add(redactor, *speaker, message, MORNING);
        }
        for view in views(redactor) {
            let kept = talk.text(view, |it| it.name().to_owned()) + &talk.json(id, view);
            assert!(!kept.contains(secret), "{quote}: {kept}");
        }
    }
}

fn surroundings() -> Surroundings<'static> {
    Surroundings {
        time: MORNING,
        user_agent: PHONE,
        hints: None,
        touch_points: 5,
        page: "https://user:word@kommune.example/skat/cpr-010190-1234/betaling?token=010190-1234#anker",
    }
}

fn record(id: &str) -> Record {
    Record::new(redactor(id), &surroundings())
}

fn left(id: &str) -> Record {
    let redactor = redactor(id);
    Record::after_deletion(redactor, &surroundings()).with_topic(redactor, "Skat og afgift", true)
}

/// What a deleted talk leaves in memory: nothing, in no view.
fn is_forgotten(id: &str) {
    let redactor = redactor(id);
    let mut talk = Transcript::new(redactor);
    talk.add(redactor, Speaker::Citizen, "Hvornår har I åbent?", MORNING);
    assert!(talk.text(None, |it| it.name().to_owned()).contains("Hvornår"));
    talk.clear();
    assert!(talk.is_empty() && talk.expiry(redactor).is_none());
    for view in views(redactor) {
        assert_eq!(talk.text(view, |it| it.name().to_owned()), "");
        assert!(talk.json(id, view).contains("\"turns\":[]"));
    }
}

/// The UTC day from which on a talk whose last turn was in the morning of 2 March 2026 must be gone.
fn expiry(id: &str, speakers: &[Speaker]) -> Expiry {
    let redactor = redactor(id);
    let mut talk = Transcript::new(redactor);
    for (n, speaker) in speakers.iter().enumerate() {
        talk.add(redactor, *speaker, "Hej", MORNING - 1000 * n as i64);
    }
    talk.expiry(redactor).unwrap()
}

fn on(expiry: Expiry) -> String {
    match expiry {
        Expiry::On(day) => day.to_string(),
        Expiry::WhenAsked => "when asked".to_owned(),
    }
}

/// The icon of the menu, and in the policy's first language what deleting is called there.
fn menu(id: &str) -> (Icon, &'static str) {
    let policy = redactor(id).policy();
    let menu = policy.file().menu().unwrap();
    assert!(policy.file().deletion().offered());
    (menu.icon(), menu.labels().and_then(|it| it.delete()).map_or("", |it| it.get(policy.languages()[0])))
}

/// Nothing that the page loads from us reads or writes a cookie, or stores anything beyond the tab.
fn sets_no_cookies() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("www")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() && !["node_modules", "pkg", "build", "demo"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".js") {
                files += 1;
                let text = fs::read_to_string(&path).unwrap();
                for word in ["document.cookie", "cookieStore", "localStorage", "indexedDB"] {
                    assert!(!text.contains(word), "{}: {word}", path.display());
                }
            }
        }
    }
    assert!(files > 3);
}

fn fields(id: &str) -> Vec<Metadata> {
    redactor(id).policy().file().metadata().fields().iter().collect()
}

fn device_of(id: &str, user_agent: &'static str) -> Option<Device> {
    Record::new(redactor(id), &Surroundings { user_agent, ..surroundings() }).device
}
