//! Marked messages: the format of `tests/corpus/GUIDELINES.md`, and its checks.

use std::collections::HashSet;

use slor::{Category, Span};

/// The tags that a message can have.
pub const TAGS: [&str; 6] = ["plain", "typo", "evasive", "harmless", "hard", "long"];

/// The categories that a mark can have; a nationality is marked as ethnicity, a reference as number.
pub const CATEGORIES: &[Category] = &[
    Category::NationalId,
    Category::Phone,
    Category::Account,
    Category::Number,
    Category::Birthdate,
    Category::Date,
    Category::Email,
    Category::Name,
    Category::Health,
    Category::Gender,
    Category::Ethnicity,
    Category::Sexuality,
    Category::Politics,
    Category::Religion,
    Category::Address,
];

/// A message of the corpus, its marks taken out.
pub struct Message {
    /// Such as `da-0001`.
    pub id: String,
    /// At least one of [`TAGS`].
    pub tags: Vec<&'static str>,
    /// What the citizen would have typed.
    pub text: String,
    /// What in it is personal data.
    pub marks: Vec<Mark>,
}

/// What a stretch of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub category: Category,
    /// Whether it must be masked; else it may be.
    pub must: bool,
}

/// Messages read so far, whose ids and texts must differ over all files.
#[derive(Default)]
pub struct Corpus {
    pub messages: Vec<Message>,
    ids: HashSet<String>,
    texts: HashSet<(String, String)>,
}

/// What is wrong with a line; quotes nothing, since a text may stand in the wrong column.
pub struct Mistake {
    pub line: usize,
    pub what: &'static str,
}

impl Message {
    /// The language, as the id begins.
    pub fn language(&self) -> &str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// Whether it has one of `tags`.
    pub fn has_any(&self, tags: &[String]) -> bool {
        self.tags.iter().any(|tag| tags.iter().any(|it| it == tag))
    }

    /// Whether nothing in it must be masked.
    pub fn is_harmless(&self) -> bool {
        self.tags.contains(&"harmless")
    }

    fn parse(line: &str) -> Result<Message, &'static str> {
        let mut columns = line.split('\t');
        let (Some(id), Some(tags), Some(marked), None) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            return Err("not three columns with a tab between them");
        };
        let tags = tags.split(',').map(|tag| TAGS.into_iter().find(|it| *it == tag));
        let tags = tags.collect::<Option<Vec<_>>>().ok_or("an unknown tag, or none")?;
        let (text, marks) = unmark(marked)?;
        let message = Message { id: id.to_owned(), tags, text, marks };
        if message.is_harmless() && message.marks.iter().any(|it| it.must) {
            return Err("tagged harmless, but something must be masked");
        }
        Ok(message)
    }
}

impl Corpus {
    /// Adds the messages of a file; gives its mistakes.
    pub fn add(&mut self, file: &str) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for (n, line) in file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            if let Err(what) = Message::parse(line).and_then(|message| self.push(message)) {
                mistakes.push(Mistake { line: n + 1, what });
            }
        }
        mistakes
    }

    fn push(&mut self, message: Message) -> Result<(), &'static str> {
        if self.ids.contains(&message.id) {
            return Err("the id was used before");
        }
        if !self.texts.insert((message.language().to_owned(), message.text.clone())) {
            return Err("the text was there before in this language");
        }
        self.ids.insert(message.id.clone());
        self.messages.push(message);
        Ok(())
    }
}

/// Takes the marks out of a text.
fn unmark(marked: &str) -> Result<(String, Vec<Mark>), &'static str> {
    const STRAY: &str = "a brace or bar that belongs to no mark";
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    loop {
        let (before, after) = rest.split_once('{').map_or((rest, None), |(before, after)| (before, Some(after)));
        if before.contains(['}', '|']) {
            return Err(STRAY);
        }
        text.push_str(before);
        let Some(after) = after else { return Ok((text, marks)) };
        let (mark, tail) = after.split_once('}').ok_or(STRAY)?;
        let (head, body) = mark.split_once('|').ok_or(STRAY)?;
        if mark.contains('{') || body.contains('|') {
            return Err(STRAY);
        }
        let name = head.strip_suffix('?').unwrap_or(head);
        let category = CATEGORIES.iter().copied().find(|it| it.name() == name).ok_or("an unknown category")?;
        let span = Span::new(text.len(), text.len() + body.len()).ok_or("an empty mark")?;
        marks.push(Mark { span, category, must: name == head });
        text.push_str(body);
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(file: &str) -> Vec<(usize, &'static str)> {
        Corpus::default().add(file).iter().map(|it| (it.line, it.what)).collect()
    }

    #[test]
    fn marks_are_taken_out_and_their_places_kept() {
        let (text, marks) = unmark("Jeg hedder {name|Søren 😀} fra {address?|Å 1}.").unwrap();
        assert_eq!(text, "Jeg hedder Søren 😀 fra Å 1.");
        let seen: Vec<_> =
            marks.iter().map(|it| (it.category, it.must, text.get(it.span.start()..it.span.end()).unwrap())).collect();
        assert_eq!(seen, [(Category::Name, true, "Søren 😀"), (Category::Address, false, "Å 1")]);
    }

    #[test]
    fn windows_line_ends_and_empty_lines_are_no_mistakes() {
        let mut corpus = Corpus::default();
        assert!(corpus.add("da-1\tplain\thej\r\n\r\n  \nda-2\tplain,long\tdav").is_empty());
        let texts: Vec<_> = corpus.messages.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["hej", "dav"]);
    }

    #[test]
    fn every_mistake_is_found_with_its_line() {
        let file = "da-1\tplain\thej\n\
            da-2\tplain\n\
            da-3\tplain\thej\tdu\n\
            da-4\tnice\thov\n\
            da-5\t\thov\n\
            da-6\tharmless\t{name|Mette}\n\
            da-7\tplain\t{nam|Mette}\n\
            da-8\tplain\t{name|}\n\
            da-9\tplain\t{name|Mette\n\
            da-10\tplain\tMette}\n\
            da-11\tplain\ta|b\n\
            da-12\tplain\t{name|a|b}\n\
            da-13\tplain\t{{name|a}}\n\
            da-1\tplain\tnoget andet\n\
            da-14\tplain\thej\n\
            sv-1\tplain\thej\n";
        let (stray, columns) = ("a brace or bar that belongs to no mark", "not three columns with a tab between them");
        assert_eq!(
            mistakes(file),
            [
                (2, columns),
                (3, columns),
                (4, "an unknown tag, or none"),
                (5, "an unknown tag, or none"),
                (6, "tagged harmless, but something must be masked"),
                (7, "an unknown category"),
                (8, "an empty mark"),
                (9, stray),
                (10, stray),
                (11, stray),
                (12, stray),
                (13, stray),
                (14, "the id was used before"),
                (15, "the text was there before in this language"),
            ]
        );
    }
}
