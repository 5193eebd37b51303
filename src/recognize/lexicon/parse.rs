//! The lines of a lexicon, as `lexicons/README.md` describes them. `build.rs` compiles this file too, so that a mistake shows where the author is.

/// A word or phrase of a category, or a blocker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Term<'a> {
    /// The words, lower case, separated by single spaces or hyphens.
    pub text: &'a str,
    /// An everyday word too: counts in a frame for weak words only.
    pub weak: bool,
    /// Neither inflected nor compounded.
    pub exact: bool,
    /// Everything that begins so.
    pub open: bool,
    /// May begin compounds.
    pub begins: bool,
    /// May end compounds.
    pub ends: bool,
    /// Is marked as an ending, so that it ends words in languages without compounds too.
    pub ending: bool,
}

/// Reads a term line without its comment.
pub fn term(line: &str) -> Result<Term<'_>, &'static str> {
    let (weak, rest) = line.strip_prefix('?').map_or((false, line), |it| (true, it));
    let (exact, rest) = rest.strip_prefix('=').map_or((false, rest), |it| (true, it));
    let (ending, rest) = rest.strip_prefix('*').map_or((false, rest), |it| (true, it));
    let (open, rest) = rest.strip_suffix('*').map_or((false, rest), |it| (true, it));
    let (beginning, rest) = rest.strip_suffix('+').map_or((false, rest), |it| (true, it));
    let (alone, text) = rest.strip_suffix('!').map_or((false, rest), |it| (true, it));
    // Most terms need no closer look.
    if text.is_empty() || !text.bytes().all(|it| it.is_ascii_lowercase()) {
        if text.is_empty() || text != text.trim() || text.as_bytes().windows(2).any(|it| it == b"  ") {
            return Err("a term is one word, or words with one space between");
        }
        if text.chars().any(char::is_uppercase) || text.bytes().any(|it| b"?=*+!@%<>|[]~^$:".contains(&it)) {
            return Err("a term is in lower case and its marks stand at its ends");
        }
    }
    let long = text.rsplit([' ', '-']).next().is_some_and(|last| last.chars().count() >= 5);
    let compounds = !exact && !alone && !open;
    Ok(Term {
        text,
        weak,
        exact,
        open,
        begins: compounds && (long || beginning),
        ends: ending || (compounds && long),
        ending,
    })
}

/// One way to fill a place of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// This word.
    Word(&'a str),
    /// A word that begins so.
    Prefix(&'a str),
    /// Exactly these characters, capitals and all.
    Typed(&'a str),
    /// A word of a class.
    Class(&'a str),
    /// A term of a category, weak or strong.
    Category(&'a str),
    /// A weak term of any category.
    Weak,
    /// Any one word.
    AnyWord,
    /// A number in digits.
    Number,
}

/// What stands at a place of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// One of these.
    One(Vec<Way<'a>>),
    /// One to four words that can be a personal name; or that are surely one, for what is said before them says little.
    Name(bool),
    /// Up to so many words.
    Gap(u8),
    /// The start of a sentence.
    Start,
    /// The end of a sentence.
    End,
}

/// A place of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// What stands there.
    pub item: Item<'a>,
    /// Whether it may be missing.
    pub optional: bool,
    /// Whether it is found.
    pub marked: bool,
}

/// A line of a frames or persons file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// `@name = words`
    Class(&'a str, Vec<&'a str>),
    /// `category: items`
    Frame(&'a str, Vec<Slot<'a>>),
}

/// Reads a frame or class line without its comment.
pub fn line(line: &str) -> Result<Line<'_>, &'static str> {
    if let Some(rest) = line.strip_prefix('@')
        && let Some((name, words)) = rest.split_once('=')
    {
        let words: Vec<&str> = words.split('|').map(str::trim).filter(|it| !it.is_empty()).collect();
        if words.is_empty() || name.trim().contains(' ') {
            return Err("a class is written @name = word | word");
        }
        return Ok(Line::Class(name.trim(), words));
    }
    let (category, items) = line.split_once(':').ok_or("a frame is written category: items")?;
    let mut slots = Vec::new();
    let mut marked = false;
    let mut any_marked = false;
    for written in items.split_whitespace() {
        let mut item = written;
        let mut optional = false;
        let mut opens = false;
        let mut closes = false;
        loop {
            if let Some(rest) = item.strip_prefix('<') {
                (item, opens) = (rest, true);
            } else if let Some(rest) = item.strip_suffix('>') {
                (item, closes) = (rest, true);
            } else if let Some(rest) = item.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                (item, optional) = (rest, true);
            } else {
                break;
            }
        }
        marked |= opens;
        any_marked |= marked;
        slots.push(Slot { item: self::item(item)?, optional, marked });
        if closes {
            marked = false;
        }
    }
    if marked || !any_marked {
        return Err("a frame marks what it finds with <…>");
    }
    Ok(Line::Frame(category.trim(), slots))
}

fn item(item: &str) -> Result<Item<'_>, &'static str> {
    match item {
        "" => Err("an item is missing"),
        "^" => Ok(Item::Start),
        "$" => Ok(Item::End),
        ":name" => Ok(Item::Name(false)),
        ":Name" => Ok(Item::Name(true)),
        _ => {
            if let Some(count) = item.strip_prefix('~') {
                return count.parse().map(Item::Gap).map_err(|_| "a gap is written ~3");
            }
            item.split('|').map(way).collect::<Result<Vec<_>, _>>().map(Item::One)
        }
    }
}

fn way(way: &str) -> Result<Way<'_>, &'static str> {
    // Most ways are plain words.
    if !way.is_empty() && way.bytes().all(|it| it.is_ascii_lowercase()) {
        return Ok(Way::Word(way));
    }
    let way = way.trim_matches(['[', ']']);
    Ok(match way {
        "?" => Way::Weak,
        "#" => Way::Number,
        ":word" => Way::AnyWord,
        _ => {
            if let Some(name) = way.strip_prefix('@') {
                Way::Class(name)
            } else if let Some(name) = way.strip_prefix('%') {
                Way::Category(name)
            } else if let Some(typed) = way.strip_prefix('!') {
                Way::Typed(typed)
            } else if let Some(prefix) = way.strip_suffix('*') {
                Way::Prefix(prefix)
            } else if way.is_empty() || way.contains(['<', '>', '~', '$', '^', '@', '%']) {
                return Err("an item can't be read");
            } else {
                Way::Word(way)
            }
        }
    })
}

/// A word of `numbers.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// A number, or a part of one, and whether it's an everyday word too.
    Value(u32, bool),
    /// A day of a month.
    Ordinal(u32),
    /// A month's name.
    Month(u32),
    /// A word between numbers.
    Link,
    /// A word for a mark.
    Mark(char),
}

/// Reads a line of `numbers.txt` without its comment.
pub fn number(line: &str) -> Result<(&str, NumberWord), &'static str> {
    let (word, meaning) = line.split_once('=').ok_or("a number word is written word = value")?;
    let word = word.trim();
    let mut parts = meaning.split_whitespace();
    let first = parts.next().ok_or("a number word needs a value")?;
    let (kind, rest) = (parts.next(), parts.next());
    let alone = match first {
        "link" => Some(NumberWord::Link),
        "dash" | "minus" => Some(NumberWord::Mark('-')),
        "plus" => Some(NumberWord::Mark('+')),
        "dot" => Some(NumberWord::Mark('.')),
        "at" => Some(NumberWord::Mark('@')),
        "slash" => Some(NumberWord::Mark('/')),
        "underscore" => Some(NumberWord::Mark('_')),
        "comma" => Some(NumberWord::Mark(',')),
        "colon" => Some(NumberWord::Mark(':')),
        "space" => Some(NumberWord::Mark(' ')),
        _ => None,
    };
    match (alone, kind, rest) {
        (Some(meaning), None, None) => return Ok((word, meaning)),
        (Some(_), ..) => return Err("after a link or a mark stands nothing"),
        _ => {}
    }
    let value: u32 = first.parse().map_err(
        |_| "a number word's value is a number, link, dash, plus, dot, at, slash, underscore, comma or space",
    )?;
    match (kind, rest) {
        (None, None) => Ok((word, NumberWord::Value(value, false))),
        (Some("weak"), None) => Ok((word, NumberWord::Value(value, true))),
        (Some("ordinal"), None) => Ok((word, NumberWord::Ordinal(value))),
        (Some("month"), None) => Ok((word, NumberWord::Month(value))),
        _ => Err("after a number word's value stands weak, ordinal or month, and nothing more"),
    }
}
