//! Names that are nobody's private ones: of streets, schools and companies, of public figures, and of the bot.

use super::group::is_finnish_ending;
use super::pack::Broken;
use crate::category::Category;
use crate::finding::{Evidence, Span};
use crate::hash;
use crate::order::{Numbers, Spans};
use crate::read::{Kind, Reading, Token};
use crate::recognize::Candidate;
use crate::recognize::addresses::heads_name;

/// What the lists say of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// They don't know it.
    None,
    /// A name, or one with an ending.
    Name,
    /// A given name that says whose something is.
    Genitive,
}

/// What the words around a name, or the name itself, say against it.
#[derive(Default)]
pub(crate) struct Public {
    /// Words before the name of a public figure: `statsminister`.
    titles: Numbers,
    /// Words before the name of a thing: `museet`.
    before: Numbers,
    /// Words after it: `skole`, `as`.
    after: Numbers,
    /// Those that somebody's child or parent goes to: `Mettes børnehave` names Mette.
    theirs: Numbers,
    /// Ends of the word itself: `gade`, `skolan`, each with its last byte.
    joined: Vec<(u8, Vec<u8>)>,
    /// Systems, shops and authorities: nobody has their names.
    things: Numbers,
    /// Public figures, by their full names and surnames: without a title they may be anybody's namesakes.
    figures: Numbers,
    /// The bot's own name and its parts.
    bot: Vec<Vec<u8>>,
}

impl Public {
    /// Reads lines of a kind and its words.
    pub fn read(bytes: &[u8]) -> Result<Public, Broken> {
        let mut public = Public::default();
        let (mut titles, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
        let (mut theirs, mut things, mut figures) = (Vec::new(), Vec::new(), Vec::new());
        for line in std::str::from_utf8(bytes).map_err(|_| Broken)?.lines() {
            let (kind, words) = line.split_once(':').ok_or(Broken)?;
            let words = words.trim_start();
            let hash = |word: &str| u64::from(hash::bytes(word.as_bytes()));
            let hashes = || words.split(' ').map(hash);
            match kind {
                "title" => titles.extend(hashes()),
                "before" => before.extend(hashes()),
                "after" => after.extend(hashes()),
                "thing" => things.extend(hashes()),
                "theirs" => {
                    after.extend(hashes());
                    theirs.extend(hashes());
                }
                "joined" => {
                    let ends = words.split(' ').map(str::as_bytes);
                    public.joined.extend(ends.filter_map(|it| Some((*it.last()?, it.to_vec()))));
                }
                "figure" => {
                    // With a title the surname says enough.
                    figures.push(hash(words));
                    figures.extend(words.rsplit(' ').next().map(hash));
                }
                _ => return Err(Broken),
            }
        }
        let numbers = |it: Vec<u64>| Numbers::new(it.into_iter());
        (public.titles, public.before) = (numbers(titles), numbers(before));
        (public.after, public.theirs) = (numbers(after), numbers(theirs));
        (public.things, public.figures) = (numbers(things), numbers(figures));
        Ok(public)
    }

    /// Tells the bot's name, folded.
    pub fn name_bot(&mut self, name: &[u8]) {
        let parts = name.split(|it| !crate::read::is_letter(*it)).filter(|it| it.len() > 1);
        for part in parts {
            if !self.bot.iter().any(|it| it == part) {
                self.bot.push(part.to_vec());
            }
        }
    }

    /// Takes away the names that are no private ones.
    pub fn forget(&self, reading: &Reading<'_>, lists: &dyn Fn(&[u8]) -> Form, out: &mut Vec<Candidate>) {
        let of = |category| out.iter().filter(move |it| it.category == category);
        let addresses: Vec<Span> = of(Category::Address).filter_map(|it| Span::new(it.start, it.end)).collect();
        let addresses = Spans::new(&addresses);
        let begins = |category| of(category).map(|it| it.start as u64);
        let begins = Numbers::new(begins(Category::Email).chain(begins(Category::Address)));
        out.retain_mut(|it| it.category != Category::Name || ends_before(reading, it, &begins));
        out.iter_mut().filter(|it| it.category == Category::Name).for_each(|it| self.cut(reading, it, lists));
        out.retain(|it| {
            it.category != Category::Name
                || !(Span::new(it.start, it.end).is_some_and(|it| addresses.covers(it))
                    || self.is_public(reading, it, lists))
        });
    }

    fn is_public(&self, reading: &Reading<'_>, name: &Candidate, lists: &dyn Fn(&[u8]) -> Form) -> bool {
        let first = reading.tokens.partition_point(|it| it.start() < name.start);
        let behind = reading.tokens.partition_point(|it| it.start() < name.end);
        let before = first.checked_sub(1).and_then(|it| reading.tokens.get(it)).filter(|it| it.kind == Kind::Word);
        let text = reading.between(name.start, name.end);
        let is_one_of = |it: &Token, words: &Numbers| words.contains(hash::bytes(reading.bytes(it)).into());
        let titled = before.is_some_and(|it| is_one_of(it, &self.titles));
        if titled && self.is_figure(text) {
            return true;
        }
        if self.is_thing(text) || self.is_firm(reading, name) {
            return true;
        }
        // Whoever calls it by a part of its name speaks to it: `Min son Kim` is somebody else.
        if self.is_bot(text) && before.is_none_or(|it| behind > first + 1 || is_greeting(reading.bytes(it))) {
            return true;
        }
        let last = behind.checked_sub(1).and_then(|it| reading.tokens.get(it));
        // Who says a given name and more means somebody: `jeg hedder Ole Bondegård`.
        let full = name.evidence == Evidence::Context
            && reading.tokens.get(first).is_some_and(|it| it.end() < name.end && is_listed(reading.bytes(it), lists));
        let joined = last.is_some_and(|it| {
            let word = reading.bytes(it);
            !full && self.is_joined(word) && !is_listed(word, lists)
        });
        if joined {
            return true;
        }
        // `Øvre Vik`, `Gamla Enskede`: places, not people.
        if name.evidence != Evidence::Context
            && reading.tokens.get(first).is_some_and(|it| it.end() < name.end && heads_name(reading.bytes(it)))
        {
            return true;
        }
        // The ties of a name to what stands beside it need capitals, since `min søn malik skole` may be anything.
        if !last.is_some_and(|it| reading.is_large(it)) {
            return false;
        }
        let after = reading
            .tokens
            .get(behind)
            .filter(|it| !it.opens && reading.between(name.end, it.start()).iter().all(|it| *it == b' '));
        // Not the next label of a form: `Navn: Mette Holst Kommune: Roskilde`.
        if let Some(it) = after.filter(|it| reading.at(it.end()) != b':')
            && let noun = u64::from(hash::bytes(&self.joint(reading, behind, it)))
            && self.after.contains(noun)
        {
            let whose = || last.is_some_and(|it| lists(reading.bytes(it)) == Form::Genitive);
            let somebodys = self.theirs.contains(noun) && !reading.is_large(it) && !self.is_figure(text) && whose();
            return !somebodys;
        }
        // `Victoria Street`: what it is may have been taken for a part of the name, but a surname may be such a word.
        let inside = |it: &Token| {
            it.start() > name.start && is_one_of(it, &self.after) && lists(reading.bytes(it)) == Form::None
        };
        name.evidence != Evidence::Context
            && (before.is_some_and(|it| is_one_of(it, &self.before)) || last.is_some_and(inside))
    }

    /// Leaves out what ends a name and is none: the label that follows in a form (`Navn: Mette Holst Adresse: …`), the place of somebody with two names
    /// (`min son Nils Berg Björkskolan`).
    #[inline(never)]
    fn cut(&self, reading: &Reading<'_>, name: &mut Candidate, lists: &dyn Fn(&[u8]) -> Form) {
        let first = reading.tokens.partition_point(|it| it.start() < name.start);
        let behind = reading.tokens.partition_point(|it| it.start() < name.end);
        let words = reading.tokens.get(first..behind).unwrap_or(&[]);
        let [.., whose, last] = words else { return };
        let word = reading.bytes(last);
        let label = reading.at(last.end()) == b':'
            && first.checked_sub(1).and_then(|it| reading.tokens.get(it)).is_some_and(|it| reading.bytes(it) == b":");
        let place = name.evidence != Evidence::Context
            && words.len() > 2
            && self.is_joined(word)
            && !reading.bytes(whose).ends_with(b"s");
        if whose.kind == Kind::Word && (label || place) && !is_listed(word, lists) {
            name.end = whose.end();
        }
    }

    /// Whether a word ends as the names of streets, schools and houses do.
    #[inline(never)]
    fn is_joined(&self, word: &[u8]) -> bool {
        word.last().is_some_and(|last| {
            let ends = self.joined.iter().filter(|it| it.0 == *last);
            ends.into_iter().any(|(_, end)| word.len() > end.len() + 2 && word.ends_with(end))
        })
    }

    /// A word, or two with a slash between: `a/s`, which Norwegians write `AS`; small letters would be another word.
    fn joint(&self, reading: &Reading<'_>, at: usize, token: &Token) -> Vec<u8> {
        if reading.typed(token) == "AS" || reading.typed(token).starts_with("A/S") {
            return b"a/s".to_vec();
        }
        let end =
            reading.tokens.get(at + 2).filter(|it| reading.at(token.end()) == b'/' && it.start() == token.end() + 1);
        reading.between(token.start(), end.map_or(token.end(), Token::end)).to_vec()
    }

    /// Whether it's the name of a thing, with a genitive or a Finnish ending or without.
    fn is_thing(&self, text: &[u8]) -> bool {
        let mut hash = hash::start();
        text.iter().enumerate().any(|(at, byte)| {
            hash = hash::push(hash, *byte);
            let rest = text.get(at + 1..).unwrap_or(&[]);
            self.things.contains(hash.into()) && (rest.is_empty() || rest == b"s" || is_finnish_ending(rest))
        })
    }

    /// Whether it's one side of a firm's name: `Marks & Spencer`.
    #[inline(never)]
    fn is_firm(&self, reading: &Reading<'_>, name: &Candidate) -> bool {
        let tokens = &reading.tokens;
        let and = |it: &usize| tokens.get(*it).is_some_and(|it| reading.bytes(it) == b"&");
        let behind = tokens.partition_point(|it| it.start() < name.end);
        let first = tokens.partition_point(|it| it.start() < name.start).checked_sub(1);
        [first, Some(behind)].into_iter().flatten().filter(and).any(|it| {
            let sides = [it.checked_sub(1), Some(it + 1)].map(|it| tokens.get(it?).map(|it| reading.bytes(it)));
            let [Some(one), Some(other)] = sides else { return false };
            self.things.contains(hash::bytes(&[one, b"&", other].concat()).into())
        })
    }

    /// Whether it's the bot's name, or a part of it: `Kommun-Kim`, `Kim`.
    fn is_bot(&self, text: &[u8]) -> bool {
        let mut parts = text.split(|it| !crate::read::is_letter(*it));
        parts.all(|part| self.bot.iter().any(|it| it == part))
    }

    fn is_figure(&self, text: &[u8]) -> bool {
        let genitive = text.strip_suffix(b"s").unwrap_or(text);
        [text, genitive].into_iter().any(|it| self.figures.contains(hash::bytes(it).into()))
    }
}

/// Whether the lists know a name, which may be written with the new letter: `Kirkegård` is a Kirkegaard.
#[inline(never)]
fn is_listed(word: &[u8], lists: &dyn Fn(&[u8]) -> Form) -> bool {
    lists(word) != Form::None
        || std::str::from_utf8(word).is_ok_and(|it| lists(it.replace('å', "aa").as_bytes()) != Form::None)
}

/// Ends a name where an address begins, and says whether one is left: `maila nils@…` has none, `mvh bente bente@…` has.
fn ends_before(reading: &Reading<'_>, name: &mut Candidate, addresses: &Numbers) -> bool {
    let Some(start) = addresses.next(name.start as u64 + 1).filter(|it| *it < name.end as u64) else { return true };
    let first = reading.tokens.partition_point(|it| it.start() < name.start);
    let behind = reading.tokens.partition_point(|it| it.end() as u64 <= start);
    let rest = reading.tokens.get(first..behind).unwrap_or(&[]).iter().filter(|it| it.kind == Kind::Word);
    name.end = rest.clone().next_back().map_or(name.start, Token::end);
    name.evidence == Evidence::Context || rest.clone().any(|it| reading.is_large(it)) || rest.count() > 1
}

/// Whether a word greets or thanks whom it stands before.
fn is_greeting(word: &[u8]) -> bool {
    matches!(
        word,
        b"hej"
            | b"hei"
            | b"heisann"
            | b"hejsa"
            | b"hi"
            | b"hello"
            | b"hey"
            | b"moi"
            | b"moikka"
            | b"terve"
            | b"tak"
            | b"tack"
            | b"takk"
            | b"thanks"
            | b"kiitos"
            | b"dag"
            | b"goddag"
            | b"kom"
            | b"du"
            | b"tjena"
    )
}
