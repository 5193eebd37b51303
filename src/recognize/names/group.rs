//! What one group of languages knows of names: its list, its vocabulary and its model.

use super::features::Known;
use super::list::{List, Listed};
use super::pack::{Broken, Reader};
use super::tagger::Model;
use super::tokens::Seen;
use super::words::{Marks, Shared, known};
use crate::category::Language;
use crate::hash;
use crate::read::Reading;

/// Languages that share lists and weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GroupName {
    Da,
    Sv,
    No,
    Fi,
    En,
}

impl GroupName {
    /// All groups.
    pub const ALL: [GroupName; 5] = [GroupName::Da, GroupName::Sv, GroupName::No, GroupName::Fi, GroupName::En];

    /// Its name in packs.
    pub const fn name(self) -> &'static str {
        match self {
            GroupName::Da => "da",
            GroupName::Sv => "sv",
            GroupName::No => "no",
            GroupName::Fi => "fi",
            GroupName::En => "en",
        }
    }

    /// The group of a language.
    pub const fn of(language: Language) -> GroupName {
        match language {
            Language::Da => GroupName::Da,
            Language::Sv => GroupName::Sv,
            Language::Nb | Language::Nn => GroupName::No,
            Language::Fi => GroupName::Fi,
            Language::En => GroupName::En,
        }
    }

    /// What speaks beforehand for a name in a text without capitals, where more names are missed than elsewhere. Finnish and
    /// English have none: their texts for development already have 0.5 % and more of their other characters masked.
    pub const fn lean(self) -> i32 {
        match self {
            GroupName::Da | GroupName::Sv | GroupName::No => 4,
            GroupName::Fi | GroupName::En => 0,
        }
    }

    /// Whether most of its names that are everyday words too are meant as words: `onni`, `mark`.
    pub const fn is_wordy(self) -> bool {
        matches!(self, GroupName::Fi | GroupName::En)
    }

    /// Whether `wanted` says yes to a language of the group.
    pub fn has(self, wanted: impl Fn(Language) -> bool) -> bool {
        Language::ALL.iter().any(|it| GroupName::of(*it) == self && wanted(*it))
    }

    /// The language that its findings are named after.
    pub const fn language(self) -> Language {
        match self {
            GroupName::Da => Language::Da,
            GroupName::Sv => Language::Sv,
            GroupName::No => Language::Nb,
            GroupName::Fi => Language::Fi,
            GroupName::En => Language::En,
        }
    }
}

/// What is in the pack of one group besides its vocabulary, ready to be asked.
pub(crate) struct Group {
    pub name: GroupName,
    pub list: List,
    /// None while it is being learnt.
    pub model: Option<Model>,
}

/// Whether `rest` is a Finnish ending behind a name or one of its stems: a case, with or without the `i` of foreign names and plurals, and `-kin`.
pub(crate) fn is_finnish_ending(rest: &[u8]) -> bool {
    let rest = rest
        .strip_suffix(b"kin")
        .or_else(|| rest.strip_suffix(b"ko"))
        .filter(|it| it.ends_with(b"n") || it.ends_with(b"a") || it.ends_with(b"e"))
        .unwrap_or(rest);
    let cases = |it: &[u8]| {
        matches!(
            it,
            b"n" | b"a"
                | [0xc3, 0xa4]
                | b"ta"
                | b"ssa"
                | b"sta"
                | b"lla"
                | b"lta"
                | b"lle"
                | b"na"
                | b"ksi"
                | b"t"
                | b"an"
                | b"en"
                | b"in"
                | b"on"
                | b"un"
                | b"yn"
                | b"hin"
                | b"seen"
                | b"jen"
                | b"ten"
                | b"den"
                | b"ni"
        ) || matches!(
            it,
            [b't' | b'n', 0xc3, 0xa4]
                | [b's', b's' | b't', 0xc3, 0xa4]
                | [b'l', b'l' | b't', 0xc3, 0xa4]
                | [0xc3, 0xa4 | 0xb6, b'n']
        )
    };
    cases(rest) || rest.strip_prefix(b"i").is_some_and(|it| cases(it) && it.len() <= 4)
}

impl Group {
    /// Reads what follows the name in a pack.
    pub fn read(name: GroupName, reader: &mut Reader<'_>, shared: &mut Shared) -> Result<Group, Broken> {
        let list = Group::list(name, reader.section()?)?;
        shared.mark(name, &list);
        shared.read(name, reader)?;
        let model = Model::read(reader)?;
        if !reader.is_empty() {
            return Err(Broken);
        }
        Ok(Group { name, list, model: Some(model) })
    }

    /// Reads a group's list; a Finnish name has stems before its endings.
    pub fn list(name: GroupName, bytes: &[u8]) -> Result<List, Broken> {
        List::read(bytes, name == GroupName::Fi)
    }

    /// What is known of a word.
    #[inline(never)]
    pub fn known(&self, bytes: &[u8], word: u32, marks: Marks, shared: &Shared) -> Known {
        let (own, world) = self.listed(word, marks, false, shared);
        let mut out = Known { own, world, class: marks.class(self.name), inflected: false };
        // `Soititteko`: a verb that asks.
        if bytes.ends_with(b"tteko") || bytes.ends_with("ttekö".as_bytes()) {
            out.class = known::NEVER_A_NAME;
        } else if out.own.is_none() && out.world.is_none() {
            let (own, world) = if self.name == GroupName::Fi {
                self.without_case(bytes, shared)
            } else {
                self.without_genitive(bytes, shared)
            };
            out.inflected = !own.is_none() || !world.is_none();
            (out.own, out.world) = (own, world);
        }
        if out.class == known::NOT && out.own.is_none() && out.world.is_none() && bytes.len() >= 6 {
            out.class = shared.related(self.name, bytes);
            if out.class == known::NOT && shared.is_spoken(self.name, bytes, word) {
                out.class = known::INFLECTED;
            }
            if out.class == known::NOT && self.name != GroupName::Fi {
                (out.own, out.world) = self.without_slip(bytes, shared);
            }
        }
        // What a list holds may always be a name.
        let listed = !out.own.is_none() || !(out.world.is_none() || out.world.is_ambiguous());
        if out.class == known::NEVER_A_NAME && listed && !out.inflected {
            out.class = known::OFTEN;
        }
        out
    }

    /// What is known of each token; `marks` are those of its words.
    pub fn known_all(&self, reading: &Reading<'_>, seen: &[Seen], marks: &[Marks], shared: &Shared) -> Vec<Known> {
        let known = |(it, marks): (&Seen, &Marks)| match reading.tokens.get(it.token) {
            // What is too long for a name is none, and trying all its endings would take long.
            Some(token) if it.length > 0 && it.open => {
                let mut known = self.known(reading.bytes(token), it.word, *marks, shared);
                // `There's` is as little a name as `there`; 0xe2 begins a curly apostrophe.
                if marks.class(self.name) == known::NOT
                    && let Some(at) = reading.typed(token).bytes().position(|it| matches!(it, b'\'' | 0xe2))
                    && let Some(stem) = reading.bytes(token).get(..at)
                    && let class @ 1.. = shared.marks(hash::bytes(stem)).class(self.name)
                {
                    known.class = class;
                }
                known
            }
            _ => Known::default(),
        };
        seen.iter().zip(marks).map(known).collect()
    }

    /// What the group's list and the world's say of a word; `stem` asks the group's for a stem too.
    #[inline]
    fn listed(&self, hash: u32, marks: Marks, stem: bool, shared: &Shared) -> (Listed, Listed) {
        let mut own = Listed::default();
        if marks.may_be_listed(self.name) {
            own = self.list.get(hash, false);
            if own.is_none() && stem {
                own = self.list.get(hash, true);
            }
        }
        let world = if marks.may_be_of_the_world() { shared.world.get(hash, false) } else { Listed::default() };
        (own, world)
    }

    fn without_genitive(&self, bytes: &[u8], shared: &Shared) -> (Listed, Listed) {
        match bytes.strip_suffix(b"s") {
            Some(name) if name.len() >= 2 => {
                let hash = hash::bytes(name);
                self.listed(hash, shared.marks(hash), false, shared)
            }
            _ => Default::default(),
        }
    }

    /// What is known of the sure name that a word is but for a letter doubled or not: `cammilla`, `kristofer`.
    fn without_slip(&self, bytes: &[u8], shared: &Shared) -> (Listed, Listed) {
        let sure = |it: &(Listed, Listed)| [it.0, it.1].iter().any(|it| !it.is_none() && !it.is_ambiguous());
        let mut start = hash::start();
        let mut tries = bytes.windows(2).enumerate().map(|(at, pair)| {
            let [one, next] = *pair else { return Default::default() };
            start = hash::push(start, one);
            let rest = if one == next { at + 2 } else { at };
            let hash = bytes.iter().skip(rest).fold(start, |hash, byte| hash::push(hash, *byte));
            self.listed(hash, shared.marks_of_try(hash), false, shared)
        });
        tries.find(sure).unwrap_or_default()
    }

    /// Takes off every Finnish ending, the longest name first.
    pub fn without_case(&self, bytes: &[u8], shared: &Shared) -> (Listed, Listed) {
        let mut hash = hash::start();
        let mut best = (Listed::default(), Listed::default());
        for (at, byte) in bytes.iter().enumerate() {
            hash = hash::push(hash, *byte);
            let rest = bytes.get(at + 1..).unwrap_or(&[]);
            if at < 2 || rest.len() > 7 || !is_finnish_ending(rest) {
                continue;
            }
            let (own, world) = self.listed(hash, shared.marks_of_try(hash), true, shared);
            if !own.is_none() {
                best.0 = own;
            }
            if !world.is_none() {
                best.1 = world;
            }
        }
        best
    }
}
