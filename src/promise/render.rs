//! A notice as Markdown, plain text or HTML.

use std::fmt::Write;

use crate::promise::notice::{Block, Kind, Notice, Passage};

/// As Markdown.
pub fn markdown(notice: &Notice) -> String {
    let mut out = format!("# {}\n", escaped(&notice.title.text));
    for section in &notice.sections {
        let _ = write!(out, "\n## {}\n", escaped(&section.heading));
        for block in &section.blocks {
            out.push('\n');
            let text = block.passages.first().map(|it| escaped(&it.text)).unwrap_or_default();
            let _ = match (block.kind, &block.url) {
                (Kind::List, _) => block.passages.iter().try_for_each(|it| writeln!(out, "- {}", escaped(&it.text))),
                (Kind::Heading, _) => writeln!(out, "### {text}"),
                (Kind::Link, Some(url)) => writeln!(out, "[{text}](<{url}>)"),
                _ => writeln!(out, "{text}"),
            };
        }
    }
    out
}

/// As plain text: headings underlined, items with a hyphen.
pub fn text(notice: &Notice) -> String {
    let mut out = underlined(&notice.title.text, '=');
    for section in &notice.sections {
        out.push('\n');
        out.push_str(&underlined(&section.heading, '-'));
        for (n, block) in section.blocks.iter().enumerate() {
            if n > 0 {
                out.push('\n');
            }
            let text = block.passages.first().map(|it| it.text.as_str()).unwrap_or_default();
            let _ = match (block.kind, &block.url) {
                (Kind::List, _) => block.passages.iter().try_for_each(|it| writeln!(out, "  - {}", it.text)),
                (Kind::Link, Some(url)) => writeln!(out, "{text}: {url}"),
                _ => writeln!(out, "{text}"),
            };
        }
    }
    out
}

/// As an HTML page without styles or scripts.
pub fn html(notice: &Notice) -> String {
    let language = notice.language.name();
    let title = entities(&notice.title.text);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n"
    );
    let _ = writeln!(out, "<h1{}>{title}</h1>", lang(notice, &notice.title));
    for section in &notice.sections {
        let id = section.id;
        let _ =
            writeln!(out, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>", entities(&section.heading));
        for block in &section.blocks {
            html_block(&mut out, notice, block);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn html_block(out: &mut String, notice: &Notice, block: &Block) {
    if block.kind == Kind::List {
        out.push_str("<ul>\n");
    }
    for passage in &block.passages {
        let (lang, text) = (lang(notice, passage), entities(&passage.text));
        let _ = match (block.kind, &block.url) {
            (Kind::List, _) => writeln!(out, "<li{lang}>{text}</li>"),
            (Kind::Heading, _) => writeln!(out, "<h3{lang}>{text}</h3>"),
            (Kind::Link, Some(url)) => writeln!(out, "<p{lang}><a href=\"{}\">{text}</a></p>", entities(url)),
            _ => writeln!(out, "<p{lang}>{text}</p>"),
        };
    }
    if block.kind == Kind::List {
        out.push_str("</ul>\n");
    }
}

/// The attribute of a passage in another language than the notice.
fn lang(notice: &Notice, passage: &Passage) -> String {
    if passage.language == notice.language { String::new() } else { format!(" lang=\"{}\"", passage.language.name()) }
}

fn underlined(text: &str, line: char) -> String {
    format!("{text}\n{}\n", line.to_string().repeat(text.chars().count()))
}

/// What Markdown would read as a sign of its own. A number and a point at the start of a heading stay.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn entities(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
