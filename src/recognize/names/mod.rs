//! Personal names: lists, a small tagger a group of languages, and what the words around a name say against it.

mod everyday;
mod features;
mod group;
mod list;
mod pack;
mod public;
mod tagger;
mod tokens;
#[cfg(feature = "train")]
pub mod train;
mod words;

pub(crate) use group::{GroupName, is_finnish_ending};
pub(crate) use pack::{Broken, HEADER};

use super::Candidate;
use super::lexicon::recognizer;
use crate::category::{Category, Language};
use crate::finding::Evidence;
use crate::hash;
use crate::read::{Kind, Reading, Token};
use everyday::{forget_everyday_words, sign};
use features::View;
use group::Group;
use list::{List, Listed};
use public::{Form, Public};
use tagger::tag;
use tokens::Style;
use words::{Marks, Shared, known};

/// The names packs of a redactor.
#[derive(Default)]
pub(crate) struct Names {
    groups: Vec<Group>,
    shared: Shared,
    has_world: bool,
    public: Public,
}

/// How well a word can be a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A list holds it, and it's no everyday word.
    Listed,
    /// A list holds it, but it's an everyday word too.
    Ambiguous,
    /// Nothing knows it.
    Unknown,
    /// It's known for something else.
    Word,
}

impl Names {
    /// Adds the bytes of one pack.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let (name, mut reader) = pack::Reader::open(bytes)?;
        if name == "world" {
            self.shared.set_world(List::read(reader.section()?, false)?);
            self.public = Public::read(reader.section()?)?;
            self.has_world = true;
            return if reader.is_empty() { Ok(()) } else { Err(Broken) };
        }
        let name = GroupName::ALL.into_iter().find(|it| it.name() == name).ok_or(Broken)?;
        self.groups.push(Group::read(name, &mut reader, &mut self.shared)?);
        Ok(())
    }

    /// Whether the pack of names in this language is here.
    pub fn has(&self, language: Language) -> bool {
        self.groups.iter().any(|it| it.name == GroupName::of(language))
    }

    /// Whether the pack of the world's names is here.
    pub fn has_world(&self) -> bool {
        self.has_world
    }

    /// Whether a word, told by its hash, is an everyday word in the languages that it may be of.
    pub fn is_usual(&self, hash: u32, may_be: impl Fn(Language) -> bool) -> bool {
        let marks = self.shared.marks(hash);
        self.groups.iter().any(|it| it.name.has(&may_be) && marks.class(it.name) >= known::OFTEN)
    }

    /// How well a folded word with its hash can be a name, in the languages that it may be of.
    pub fn standing(&self, word: &[u8], hash: u32, may_be: impl Fn(Language) -> bool) -> Standing {
        let marks = self.shared.marks(hash);
        let mut standing = Standing::Unknown;
        for group in &self.groups {
            if !group.name.has(&may_be) {
                continue;
            }
            let known = group.known(word, hash, marks, &self.shared);
            let here = match known.kind() {
                0 if known.class == known::NOT || (known.class > known::NEVER_A_NAME && word.len() < 9) => {
                    Standing::Unknown
                }
                0 => Standing::Word,
                // `kaikille` is no form of a name.
                _ if known.inflected && known.class != known::NOT => Standing::Word,
                1..=3 => Standing::Listed,
                _ => Standing::Ambiguous,
            };
            match (standing, here) {
                (Standing::Unknown, it) | (_, it @ Standing::Listed) => standing = it,
                (Standing::Word, it @ Standing::Ambiguous) => standing = it,
                _ => {}
            }
        }
        standing
    }

    /// Tells the bot's name, folded: it's nobody's private one.
    pub fn name_bot(&mut self, name: &[u8]) {
        self.public.name_bot(name);
    }

    /// Takes the names of streets, schools and companies, public figures and the bot out of what was found.
    pub fn forget_public(&self, reading: &Reading<'_>, out: &mut Vec<Candidate>) {
        if out.iter().any(|it| it.category == Category::Name) {
            let finnish = std::cell::OnceCell::new();
            let listed = |word: &[u8]| self.form(word, || *finnish.get_or_init(|| self.is_finnish(reading)));
            self.public.forget(reading, &listed, out);
        }
    }

    /// What the lists say of a folded word; `finnish` whether it may have a Finnish ending.
    fn form(&self, word: &[u8], finnish: impl Fn() -> bool) -> Form {
        let is_given = |it: Listed| it.is_given() && !it.is_ambiguous();
        // The first that says a given name, or the first that says anything.
        let get = |hash: u32| {
            let lists =
                || self.groups.iter().map(|it| &it.list).chain([&self.shared.world]).map(|it| it.get(hash, false));
            lists().find(|it| is_given(*it)).or_else(|| lists().find(|it| !it.is_none())).unwrap_or_default()
        };
        let itself = get(hash::bytes(word));
        if is_given(itself) && word.ends_with(b"s") {
            return Form::Genitive;
        }
        let owner =
            word.strip_suffix(b"s").filter(|it| it.len() > 2).map(|it| get(hash::bytes(it))).unwrap_or_default();
        if itself.is_none() && is_given(owner) {
            return Form::Genitive;
        }
        if !itself.is_none() || !owner.is_none() {
            return Form::Name;
        }
        let group = self.groups.iter().find(|it| it.name == GroupName::Fi).filter(|_| finnish());
        let cases = group.map(|it| it.without_case(word, &self.shared));
        match cases {
            Some((own, world)) if is_given(own) || is_given(world) => {
                if word.ends_with(b"n") {
                    Form::Genitive
                } else {
                    Form::Name
                }
            }
            Some((own, world)) if !own.is_none() || !world.is_none() => Form::Name,
            _ => Form::None,
        }
    }

    /// Every name that the taggers find; `may_be` are the likeliest languages by the frequent words.
    pub fn find(&self, reading: &Reading<'_>, may_be: impl Fn(Language) -> bool, out: &mut Vec<Candidate>) {
        if self.groups.is_empty() {
            return;
        }
        let (seen, style) = tokens::see(reading);
        let marks = self.shared.marks_of_all(&seen);
        let mut groups: Vec<&Group> = self.likeliest(&seen, &marks).collect();
        // The Scandinavian ones know each other's names; of others only those of the message's frequent words are asked.
        let related =
            |all: &[&Group]| all.iter().all(|it| matches!(it.name, GroupName::Da | GroupName::Sv | GroupName::No));
        let is_told = |group: &&Group| group.name.has(&may_be);
        if !related(&groups) && groups.iter().any(is_told) {
            groups.retain(is_told);
        }
        // Where nothing tells the language, most of those that the message may be in must agree; of related ones one is enough.
        let needed = if related(&groups) { 0 } else { groups.len() / 2 };
        let mut tags = Vec::new();
        let mut votes: Vec<u8> = vec![0; seen.len()];
        let mut all_tags: Vec<(Vec<u8>, &Group)> = Vec::with_capacity(groups.len());
        for group in groups {
            let Some(model) = &group.model else { continue };
            let known = group.known_all(reading, &seen, &marks, &self.shared);
            let view = View { reading, seen: &seen, known: &known, style };
            let lean = if style == Style::Lower { group.name.lean() } else { 0 };
            model.tag(&view, lean, &mut tags);
            forget_everyday_words(&view, &marks, group.name.is_wordy(), &mut tags);
            self.forget_words_of_others(&view, &marks, &mut tags);
            sign(&view, &mut tags);
            for (vote, tag) in votes.iter_mut().zip(&tags) {
                *vote += u8::from(usize::from(*tag) != tag::OUTSIDE);
            }
            all_tags.push((std::mem::take(&mut tags), group));
        }
        for (mut tags, group) in all_tags {
            for (tag, vote) in tags.iter_mut().zip(&votes) {
                if usize::from(*vote) <= needed {
                    *tag = tag::OUTSIDE as u8;
                }
            }
            let place = Language::ALL.iter().position(|it| *it == group.name.language()).unwrap_or(0);
            let recognizer = recognizer(Category::Name, place as u8);
            each_span(reading, &seen, &tags, |start, end| {
                out.push(Candidate {
                    start,
                    end,
                    category: Category::Name,
                    recognizer,
                    evidence: Evidence::Lexicon,
                    disclosed: true,
                });
            });
        }
    }

    /// Takes back what is written small, on no list, and a word of any group's, in a message so short that nothing tells its language: `køreprøve`.
    fn forget_words_of_others(&self, view: &View<'_>, marks: &[Marks], tags: &mut [u8]) {
        if view.seen.iter().filter(|it| it.length > 0).nth(FEW).is_some() {
            return;
        }
        for (at, tag) in tags.iter_mut().enumerate().filter(|it| usize::from(*it.1) != tag::OUTSIDE) {
            let (Some(seen), Some(known), Some(marks)) = (view.seen.get(at), view.known.get(at), marks.get(at)) else {
                continue;
            };
            let word = tokens::letters(view.reading, seen);
            let knows = |group: &Group| {
                // English knows too many names as words.
                if group.name == GroupName::En {
                    return false;
                }
                let there = group.known(word, seen.word, *marks, &self.shared);
                there.kind() == 0
                    && !matches!(there.class, known::NOT | known::RARE)
                    && (there.class != known::COMPOUND || seen.length >= 8)
            };
            if known.kind() == 0 && !seen.is_large() && seen.length > 2 && self.groups.iter().any(knows) {
                *tag = tag::OUTSIDE as u8;
            }
        }
    }

    /// Whether a message is most at home in Finnish words.
    pub fn is_finnish(&self, reading: &Reading<'_>) -> bool {
        let seen = tokens::see(reading).0;
        let marks = self.shared.marks_of_all(&seen);
        self.likeliest(&seen, &marks).any(|it| it.name == GroupName::Fi)
    }

    /// The groups in whose words a message is most at home.
    #[inline(never)]
    fn likeliest(&self, seen: &[tokens::Seen], marks: &[Marks]) -> impl Iterator<Item = &Group> {
        let mut scores = [0u32; GroupName::ALL.len()];
        if self.groups.len() > 1 {
            // The beginning of a long message says enough, and spaced-out letters say nothing.
            for (_, marks) in seen.iter().zip(marks).filter(|it| it.0.length > 1).take(ENOUGH) {
                for (name, score) in GroupName::ALL.into_iter().zip(&mut scores) {
                    *score += weight(marks.class(name));
                }
            }
        }
        let score = move |group: &Group| scores.get(group.name as usize).copied().unwrap_or(0);
        let most = self.groups.iter().map(score).max().unwrap_or(0);
        // A long text in none of the languages is not worth asking all of them.
        let foreign = most == 0 && seen.len() > ENOUGH;
        let likeliest = self.groups.iter().filter(move |it| score(it) == most);
        likeliest.take(if foreign { 1 } else { GroupName::ALL.len() })
    }
}

/// How much a word of a class says for a language. Which words are never looked at depends on how many texts there were.
fn weight(class: u8) -> u32 {
    match class {
        known::NOT => 0,
        known::RARE => 2,
        _ => 3,
    }
}

/// How many words tell no language.
const FEW: usize = 3;

/// How many words tell a message's language.
const ENOUGH: usize = 60;

/// Gives `take` the folded start and end of each name that `tags` say, without marks at its ends.
fn each_span(reading: &Reading<'_>, seen: &[tokens::Seen], tags: &[u8], mut take: impl FnMut(usize, usize)) {
    let mut open: Option<(usize, usize)> = None;
    let mut close = |open: &mut Option<(usize, usize)>| {
        // Letters alone are steps of a list, entrances, grades.
        let is_name = |it: &(usize, usize)| {
            reading.between(it.0, it.1).windows(2).any(|it| it.iter().all(|it| crate::read::is_letter(*it)))
        };
        if let Some((start, end)) = open.take().filter(is_name) {
            take(start, end);
        }
    };
    for (seen, tag) in seen.iter().zip(tags) {
        let Some(token) = reading.tokens.get(seen.token) else { continue };
        if usize::from(*tag) != tag::INSIDE {
            close(&mut open);
        }
        if usize::from(*tag) == tag::OUTSIDE {
            continue;
        }
        match (&mut open, token.kind) {
            (Some(it), Kind::Word) => it.1 = token.end(),
            (None, Kind::Word) => open = Some((token.start(), Token::end(token))),
            _ => {}
        }
    }
    close(&mut open);
}
