//! `slor scan`: JSON lines in, redacted text and findings out.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use slor::{Category, Evidence, Redaction, Redactor, Utf16Cursor};

use super::input::Lines;
use super::policy::PolicyArgs;
use super::redact::may_leave;
use super::{Outcome, Verdict, output, say};

/// Redact JSON lines and say what was found where
///
/// In: one JSON object a line, with `id` (a string or a number, given back as it came) and `text`; other keys are
/// ignored, and so are empty lines. Each line is a conversation of its own.
///
/// Out, in the same order: `{"id", "text", "findings": [{"category", "recognizer", "evidence", "start", "end"}]}`,
/// where `text` is the redacted text and the offsets are UTF-16 code units of the text that came in.
///
/// A message mostly in a script that the engine doesn't read has `"unread": true`, and `"text": null` where the policy
/// refuses such messages (which is what it does unless it says otherwise).
///
/// The exit code is 1 if a message was refused. A line that can't be used is reported by its number on the standard
/// error; the others go on, and the exit code is 2.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    policy: PolicyArgs,
}

/// What a line must hold.
#[derive(Deserialize)]
struct Row<'l> {
    #[serde(borrow)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    text: Option<&'l RawValue>,
}

/// A message that came in.
struct Message<'l> {
    id: &'l RawValue,
    text: Cow<'l, str>,
}

/// What a line becomes.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    text: Option<&'a str>,
    findings: Vec<WireFinding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<bool>,
}

/// A finding with its offsets in UTF-16 code units.
#[derive(Serialize)]
struct WireFinding {
    category: Category,
    recognizer: &'static str,
    evidence: Evidence,
    start: u32,
    end: u32,
}

pub fn run(args: &Args) -> Outcome {
    let redactor = args.policy.redactor()?;
    let mut lines = Lines::new();
    let mut out = output();
    let mut verdict = Verdict::Fine;
    while let Some(line) = lines.next()? {
        let message = match line.text {
            Ok(text) if text.trim().is_empty() => Ok(None),
            Ok(text) => parse(text).map(Some),
            Err(bad) => Err(bad.reason()),
        };
        match message {
            Ok(Some(message)) => {
                let redaction = redactor.redact(&message.text, args.policy.purpose());
                answer(&mut out, &redactor, &message, &redaction)?;
                if may_leave(&redactor, &redaction).is_none() {
                    verdict = verdict.max(Verdict::Failed);
                }
            }
            Ok(None) => {}
            Err(reason) => {
                say(format_args!("line {}: {reason}", line.number));
                verdict = Verdict::BadInput;
            }
        }
        if lines.must_wait() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(verdict)
}

/// Reads a line, or says what is wrong with it without quoting any of it, as serde's own messages would.
fn parse(line: &str) -> Result<Message<'_>, &'static str> {
    const SHAPE: &str = "not a JSON object with one `id` and one `text`";
    let row: Row<'_> =
        serde_json::from_str(line).map_err(|error| if error.is_data() { SHAPE } else { "not valid JSON" })?;
    // A struct can be read from an array too, in the order of its fields.
    if !line.trim_start().starts_with('{') {
        return Err(SHAPE);
    }
    let id = row.id.ok_or("`id` is missing")?;
    if !id.get().starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit()) {
        return Err("`id` is neither a string nor a number");
    }
    let text = row.text.ok_or("`text` is missing")?.get();
    if !text.starts_with('"') {
        return Err("`text` is not a string");
    }
    let text = serde_json::from_str(text).map_err(|_| "`text` has an escape that is no character")?;
    Ok(Message { id, text })
}

fn answer(out: &mut impl Write, redactor: &Redactor, message: &Message<'_>, redaction: &Redaction) -> io::Result<()> {
    let mut cursor = Utf16Cursor::new(&message.text);
    let findings = redaction.findings.iter().map(|finding| WireFinding {
        category: finding.category,
        recognizer: finding.recognizer,
        evidence: finding.evidence,
        start: cursor.advance_to(finding.span.start()),
        end: cursor.advance_to(finding.span.end()),
    });
    let answer = Answer {
        id: message.id,
        text: may_leave(redactor, redaction),
        findings: findings.collect(),
        unread: redaction.unread.then_some(true),
    };
    serde_json::to_writer(&mut *out, &answer)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_id_comes_back_as_it_was_written() {
        for id in ["7", "-1.50e3", "123456789012345678901234567890", r#""a\u00e6\ud83d""#, r#""""#] {
            let line = format!(r#"{{"more":[1,{{}}],"id":{id},"text":"hej"}}"#);
            assert_eq!(parse(&line).map(|it| it.id.get()), Ok(id));
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said_without_quoting_it() {
        for (line, reason) in [
            ("{", "not valid JSON"),
            (r#"{"id":1,"text":"x"} y"#, "not valid JSON"),
            (r#"[1,"x"]"#, "not a JSON object with one `id` and one `text`"),
            (r#""010190-1234""#, "not a JSON object with one `id` and one `text`"),
            (r#"{"id":1,"id":2,"text":"x"}"#, "not a JSON object with one `id` and one `text`"),
            (r#"{"text":"x"}"#, "`id` is missing"),
            (r#"{"id":null,"text":"x"}"#, "`id` is missing"),
            (r#"{"id":[],"text":"x"}"#, "`id` is neither a string nor a number"),
            (r#"{"id":true,"text":"x"}"#, "`id` is neither a string nor a number"),
            (r#"{"id":1}"#, "`text` is missing"),
            (r#"{"id":1,"text":null}"#, "`text` is missing"),
            (r#"{"id":1,"text":12}"#, "`text` is not a string"),
            (r#"{"id":1,"text":"\ud83d"}"#, "`text` has an escape that is no character"),
        ] {
            assert_eq!(parse(line).err(), Some(reason), "{line}");
        }
    }
}
