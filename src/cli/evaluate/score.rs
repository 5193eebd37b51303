//! The figures: what leaks, what is masked in vain, and whether the category is right.

use std::collections::BTreeMap;

use serde::Serialize;
use slor::{Category, Redaction};

use super::corpus::{Mark, Message};
use super::misses::Miss;
use super::places::{counted, places};

/// Which messages and marks count.
pub struct Selection {
    /// Must-marks of these categories alone; none: of all.
    pub only: Vec<Category>,
    /// Messages with one of these tags alone; none: all.
    pub with: Vec<String>,
    /// No messages with one of these tags.
    pub without: Vec<String>,
}

/// What is known of a corpus once every message has been redacted.
#[derive(Serialize)]
pub struct Figures {
    /// Messages that counted.
    pub messages: usize,
    /// Must-marks that counted.
    pub must: usize,
    /// The share of the must-marks of which a letter or digit stays readable.
    pub leak: f64,
    /// Messages tagged `harmless`.
    pub harmless: usize,
    /// The share of the harmless messages with a letter or digit masked outside their marks.
    pub touched: f64,
    /// The share of the letters and digits outside all marks that are masked.
    pub over: f64,
    /// Messages mostly in a script that is not read.
    pub unread: usize,
    /// Leaks by group: `all`, `cat health`, `lang da`, `tag typo`, `da health`.
    pub by: BTreeMap<String, Share>,
}

/// The must-marks of one group.
#[derive(Serialize)]
pub struct Share {
    pub n: usize,
    pub leak: f64,
    pub category_right: f64,
}

/// Counts, message by message.
pub struct Scorer<'s> {
    selection: &'s Selection,
    groups: BTreeMap<String, Tally>,
    counts: Counts,
}

/// What is counted of messages.
#[derive(Default)]
struct Counts {
    messages: usize,
    unread: usize,
    harmless: usize,
    /// Harmless messages of which something is masked in vain.
    touched: usize,
    /// Letters and digits outside all marks.
    outside: usize,
    /// Of those, how many are masked.
    over: usize,
}

/// What is counted of the must-marks of a group.
#[derive(Clone, Copy, Default)]
struct Tally {
    n: usize,
    leaks: usize,
    right: usize,
}

impl Selection {
    /// Whether this message counts.
    pub fn takes(&self, message: &Message) -> bool {
        (self.with.is_empty() || message.has_any(&self.with)) && !message.has_any(&self.without)
    }

    fn counts(&self, mark: &Mark) -> bool {
        mark.must && (self.only.is_empty() || self.only.contains(&mark.category))
    }
}

impl<'s> Scorer<'s> {
    /// Nothing counted yet.
    pub fn new(selection: &'s Selection) -> Scorer<'s> {
        Scorer { selection, groups: BTreeMap::new(), counts: Counts::default() }
    }

    /// Counts a message, and tells what went wrong with it.
    pub fn add<'m>(&mut self, message: &'m Message, redaction: &Redaction, mut tell: impl FnMut(&Miss<'m>)) {
        self.counts.messages += 1;
        self.counts.unread += usize::from(redaction.unread);
        let places = places(message, redaction);
        for mark in message.marks.iter().filter(|it| self.selection.counts(it)) {
            let counted = counted(&places, mark);
            let leaks = counted.iter().any(|it| it.is_telling() && it.mask.is_none());
            let right = counted.iter().any(|it| it.mask.is_some_and(|mask| as_marked(mask) == mark.category));
            for group in groups(message, mark.category) {
                let tally = self.groups.entry(group).or_default();
                tally.n += 1;
                tally.leaks += usize::from(leaks);
                tally.right += usize::from(right);
            }
            if leaks {
                tell(&Miss::leak(message, &places, mark));
            }
        }
        let outside = places.iter().filter(|it| it.is_telling() && !it.marked);
        let over = outside.clone().filter(|it| it.mask.is_some()).count();
        self.counts.outside += outside.count();
        self.counts.over += over;
        if message.is_harmless() {
            self.counts.harmless += 1;
            self.counts.touched += usize::from(over > 0);
            if over > 0 {
                tell(&Miss::over(message, &places));
            }
        }
    }

    /// What was counted, as shares.
    pub fn figures(&self) -> Figures {
        let all = self.groups.get("all").copied().unwrap_or_default();
        let by = self.groups.iter().map(|(group, tally)| {
            let (leak, right) = (share(tally.leaks, tally.n), share(tally.right, tally.n));
            (group.clone(), Share { n: tally.n, leak: rounded(leak), category_right: rounded(right) })
        });
        Figures {
            messages: self.counts.messages,
            must: all.n,
            leak: share(all.leaks, all.n),
            harmless: self.counts.harmless,
            touched: share(self.counts.touched, self.counts.harmless),
            over: share(self.counts.over, self.counts.outside),
            unread: self.counts.unread,
            by: by.collect(),
        }
    }
}

fn groups(message: &Message, category: Category) -> impl Iterator<Item = String> {
    let (language, category) = (message.language(), category.name());
    let fixed =
        ["all".to_owned(), format!("cat {category}"), format!("lang {language}"), format!("{language} {category}")];
    fixed.into_iter().chain(message.tags.iter().map(|tag| format!("tag {tag}")))
}

/// The category that a corpus marks this one as.
fn as_marked(category: Category) -> Category {
    match category {
        Category::Nationality => Category::Ethnicity,
        Category::Reference => Category::Number,
        other => other,
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// To four decimals.
fn rounded(share: f64) -> f64 {
    format!("{share:.4}").parse().unwrap_or(share)
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Corpus;
    use super::*;
    use slor::{Evidence, Finding, Span};

    const CORPUS: &str = "da-1\tplain\tJeg hedder {name|Mette Holm} 😀, sag {number|KK-2024-118392b}.\n\
        da-2\tharmless\tMøde den {date?|1. maj 2024} kl. 10.\n\
        sv-1\ttypo,evasive\tjag är {ethnicity|kurd} och {religion?|muslim}\n\
        sv-2\tharmless\thej\n";

    const FOUND: &[(&str, Category, &str)] = &[
        ("da-1", Category::Name, "Mette"),
        ("da-1", Category::Reference, "2024-118392"),
        ("da-2", Category::Date, "1. maj 2024 kl"),
        ("sv-1", Category::Nationality, "kurd"),
    ];

    fn figures(selection: &Selection) -> (Figures, Vec<String>) {
        let mut corpus = Corpus::default();
        assert!(corpus.add(CORPUS).is_empty());
        let (mut scorer, mut misses) = (Scorer::new(selection), Vec::new());
        for message in corpus.messages.iter().filter(|it| selection.takes(it)) {
            let found = FOUND.iter().filter(|(id, ..)| *id == message.id);
            let findings = found.map(|&(_, category, found)| {
                let start = message.text.find(found).unwrap();
                let span = Span::new(start, start + found.len()).unwrap();
                Finding { category, recognizer: "test", evidence: Evidence::Shape, disclosed: true, span }
            });
            let redaction = Redaction { text: String::new(), findings: findings.collect(), unread: false };
            scorer.add(message, &redaction, |miss| misses.push(miss.to_string()));
        }
        (scorer.figures(), misses)
    }

    #[test]
    fn the_figures_follow_the_definitions() {
        let (all, misses) = figures(&Selection { only: vec![], with: vec![], without: vec![] });
        assert_eq!((all.messages, all.must, all.harmless), (4, 3, 2));
        assert_eq!((all.leak, all.touched, all.over), (1.0 / 3.0, 0.5, 2.0 / OUTSIDE as f64));
        let groups: Vec<_> =
            all.by.iter().map(|(group, it)| (group.as_str(), it.n, it.leak, it.category_right)).collect();
        assert_eq!(
            groups,
            [
                ("all", 3, 0.3333, 1.0),
                ("cat ethnicity", 1, 0.0, 1.0),
                ("cat name", 1, 1.0, 1.0),
                ("cat number", 1, 0.0, 1.0),
                ("da name", 1, 1.0, 1.0),
                ("da number", 1, 0.0, 1.0),
                ("lang da", 2, 0.5, 1.0),
                ("lang sv", 1, 0.0, 1.0),
                ("sv ethnicity", 1, 0.0, 1.0),
                ("tag evasive", 1, 0.0, 1.0),
                ("tag plain", 2, 0.5, 1.0),
                ("tag typo", 1, 0.0, 1.0),
            ]
        );
        assert_eq!(
            misses,
            [
                "LEAK da-1 name \"Mette Holm\" in Jeg hedder Mette Holm 😀, sag KK-2024-1183",
                "OVER da-2 date \"kl\" in Møde den 1. maj 2024 kl. 10.",
            ]
        );
    }

    /// Letters and digits outside all marks: `Jeghedder sag`, `Mødedenkl10`, `jagäroch`, `hej`.
    const OUTSIDE: usize = 12 + 11 + 8 + 3;

    #[test]
    fn a_selection_leaves_out_messages_and_marks() {
        let without = Selection { only: vec![Category::Name], with: vec![], without: vec!["evasive".to_owned()] };
        let (some, _) = figures(&without);
        assert_eq!((some.messages, some.must, some.leak), (3, 1, 1.0));
        let with = Selection { only: vec![], with: vec!["typo".to_owned(), "long".to_owned()], without: vec![] };
        let (some, misses) = figures(&with);
        assert_eq!((some.messages, some.must, some.leak, some.harmless, misses.len()), (1, 1, 0.0, 0, 0));
    }
}
