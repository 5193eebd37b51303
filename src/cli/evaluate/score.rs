//! The figures: what leaks, what is masked in vain, and whether the category is right.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use slor::{Category, Redaction, Span};

use super::corpus::{Mark, Message};

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

/// A must-mark that leaks, or a harmless message that is touched.
pub enum Miss<'m> {
    Leak { id: &'m str, category: Category, text: String, around: String },
    Over { id: &'m str, categories: Vec<&'static str>, masked: String, around: String },
}

/// Counts, message by message.
pub struct Scorer<'s> {
    selection: &'s Selection,
    groups: BTreeMap<String, Tally>,
    messages: usize,
    unread: usize,
    harmless: usize,
    touched: usize,
    outside: usize,
    over: usize,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    n: usize,
    leaks: usize,
    right: usize,
}

/// A character of a message: what was marked, and what masks it.
#[derive(Clone, Copy)]
struct Place {
    byte: usize,
    char: char,
    marked: bool,
    mask: Option<Category>,
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
        let (groups, zero) = (BTreeMap::new(), 0);
        Scorer {
            selection,
            groups,
            messages: zero,
            unread: zero,
            harmless: zero,
            touched: zero,
            outside: zero,
            over: zero,
        }
    }

    /// Counts a message, and tells what went wrong with it.
    pub fn add<'m>(&mut self, message: &'m Message, redaction: &Redaction, mut tell: impl FnMut(&Miss<'m>)) {
        self.messages += 1;
        self.unread += usize::from(redaction.unread);
        let places = places(message, redaction);
        for mark in message.marks.iter().filter(|it| self.selection.counts(it)) {
            let counted = counted(&places, mark);
            let leaks = counted.iter().any(|it| is_letter_or_digit(it.char) && it.mask.is_none());
            let right = counted.iter().any(|it| it.mask.is_some_and(|mask| as_marked(mask) == mark.category));
            for group in groups(message, mark.category) {
                let tally = self.groups.entry(group).or_default();
                tally.n += 1;
                tally.leaks += usize::from(leaks);
                tally.right += usize::from(right);
            }
            if leaks {
                tell(&leak(message, &places, mark));
            }
        }
        let outside = places.iter().filter(|it| is_letter_or_digit(it.char) && !it.marked);
        let over = outside.clone().filter(|it| it.mask.is_some()).count();
        self.outside += outside.count();
        self.over += over;
        if message.is_harmless() {
            self.harmless += 1;
            self.touched += usize::from(over > 0);
            if over > 0 {
                tell(&touched(message, &places));
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
            messages: self.messages,
            must: all.n,
            leak: share(all.leaks, all.n),
            harmless: self.harmless,
            touched: share(self.touched, self.harmless),
            over: share(self.over, self.outside),
            unread: self.unread,
            by: by.collect(),
        }
    }
}

impl fmt::Display for Miss<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Miss::Leak { id, category, text, around } => {
                write!(f, "LEAK {id} {} {text:?} in {around}", category.name())
            }
            Miss::Over { id, categories, masked, around } => {
                write!(f, "OVER {id} {} {masked:?} in {around}", categories.join(","))
            }
        }
    }
}

fn places(message: &Message, redaction: &Redaction) -> Vec<Place> {
    let covers = |span: Span, byte: usize| span.start() <= byte && byte < span.end();
    let place = |(byte, char)| {
        let finding = redaction.findings.iter().rfind(|it| covers(it.span, byte));
        let marked = message.marks.iter().any(|it| covers(it.span, byte));
        Place { byte, char, marked, mask: finding.map(|it| it.category) }
    };
    message.text.char_indices().map(place).collect()
}

/// The part of a mark that counts: of a number, letters before its first and after its last digit may stay.
fn counted<'p>(places: &'p [Place], mark: &Mark) -> &'p [Place] {
    let from = |byte: usize| places.partition_point(|it| it.byte < byte);
    let marked = places.get(from(mark.span.start())..from(mark.span.end())).unwrap_or_default();
    if mark.category != Category::Number {
        return marked;
    }
    let is_digit = |it: &Place| is_digit(it.char);
    match (marked.iter().position(is_digit), marked.iter().rposition(is_digit)) {
        (Some(first), Some(last)) => marked.get(first..=last).unwrap_or_default(),
        _ => marked,
    }
}

fn groups(message: &Message, category: Category) -> impl Iterator<Item = String> {
    let (language, category) = (message.language(), category.name());
    let fixed =
        ["all".to_owned(), format!("cat {category}"), format!("lang {language}"), format!("{language} {category}")];
    fixed.into_iter().chain(message.tags.iter().map(|tag| format!("tag {tag}")))
}

fn leak<'m>(message: &'m Message, places: &[Place], mark: &Mark) -> Miss<'m> {
    let from = |byte: usize| places.partition_point(|it| it.byte < byte);
    let (start, end) = (from(mark.span.start()), from(mark.span.end()));
    Miss::Leak {
        id: &message.id,
        category: mark.category,
        text: text(places.iter().take(end).skip(start)),
        around: text(places.iter().take(end + 20).skip(start.saturating_sub(30))),
    }
}

fn touched<'m>(message: &'m Message, places: &[Place]) -> Miss<'m> {
    let is_over = |it: &Place| is_letter_or_digit(it.char) && !it.marked && it.mask.is_some();
    let mut categories: Vec<_> = places.iter().filter(|it| is_over(it)).filter_map(|it| it.mask).collect();
    categories.sort_unstable();
    categories.dedup();
    let masked: String = places.iter().map(|it| if is_over(it) { it.char } else { '·' }).collect();
    Miss::Over {
        id: &message.id,
        categories: categories.into_iter().map(Category::name).collect(),
        masked: masked.trim_matches('·').chars().take(80).collect(),
        around: text(places.iter().take(90)),
    }
}

fn text<'p>(places: impl Iterator<Item = &'p Place>) -> String {
    places.map(|it| it.char).collect()
}

/// The category that a corpus marks this one as.
fn as_marked(category: Category) -> Category {
    match category {
        Category::Nationality => Category::Ethnicity,
        Category::Reference => Category::Number,
        other => other,
    }
}

/// Whether a reader learns something from it: letters and all that has a numeric value.
///
/// Unicode calls more than letters alphabetic: letters in a ring or box, which are symbols, and signs that stand on a
/// letter, of which those that a Nordic corpus can hold (Latin, Greek, Hebrew, Arabic) are listed.
fn is_letter_or_digit(c: char) -> bool {
    let is_symbol = matches!(c, 'Ⓐ'..='ⓩ' | '\u{1f130}'..='\u{1f189}');
    let is_sign = matches!(c, '\u{345}' | '\u{363}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6e4}' | '\u{6e7}'..='\u{6ed}');
    c.is_alphanumeric() && !is_symbol && !is_sign
}

/// Whether it stands for one digit: no fractions, Roman numerals or tens in a ring.
fn is_digit(c: char) -> bool {
    c.is_numeric() && !matches!(c, '¼'..='¾' | '\u{2150}'..='\u{218b}' | '⑩'..='⑳' | '\u{3007}'..='\u{33ff}')
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
    use slor::{Evidence, Finding};

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
