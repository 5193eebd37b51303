//! Reading: whole files, and the standard input line by line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, StdinLock};
use std::string::FromUtf8Error;

use super::{Failure, say};

/// What Windows editors put before the first line.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The longest file, message or line that is read; longer lines are skipped. So no input fills the memory.
const LONGEST: usize = 16 << 20;

/// The text of a file, without a byte order mark.
pub fn read_file(path: &str) -> Result<String, Failure> {
    let bytes = File::open(path).and_then(read_all).map_err(|error| Failure::of(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let (line, column) = place_of(&error);
        Failure::At(format!("{path}:{line}:{column}: not valid UTF-8: save it as UTF-8"))
    })?;
    Ok(match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// All of the standard input.
pub fn read_message() -> Result<String, Failure> {
    let bytes = read_all(stdin()).map_err(|error| Failure::of(STDIN, &error))?;
    String::from_utf8(bytes)
        .map_err(|error| Failure::Input(format!("{STDIN}: line {}: not valid UTF-8", place_of(&error).0)))
}

/// All that comes, if it ends before it fills the memory.
fn read_all(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST { Err(io::Error::other(BadLine::TooLong.reason())) } else { Ok(bytes) }
}

const STDIN: &str = "standard input";

fn stdin() -> StdinLock<'static> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        say(format_args!("slor: reading from the terminal; end with Ctrl-D (Windows: Ctrl-Z and Enter)"));
    }
    stdin.lock()
}

/// The line and column, from 1, of the first byte that isn't UTF-8.
fn place_of(error: &FromUtf8Error) -> (usize, usize) {
    let read = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    let line = read.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    (read.iter().filter(|byte| **byte == b'\n').count() + 1, String::from_utf8_lossy(line).chars().count() + 1)
}

/// The standard input, a line at a time.
pub struct Lines {
    source: BufReader<StdinLock<'static>>,
    buffer: Vec<u8>,
    number: u64,
}

/// One line of the standard input.
pub struct Line<'b> {
    /// Its number, from 1.
    pub number: u64,
    /// A byte order mark, if it came before this line.
    pub mark: &'static str,
    /// What it says, without its end.
    pub text: Result<&'b str, BadLine>,
    /// Its end: `\n`, `\r\n`, or nothing for a last line that has none.
    pub end: &'static str,
}

/// Why a line can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLine {
    NotUtf8,
    TooLong,
}

impl BadLine {
    /// In words for the user.
    pub fn reason(self) -> &'static str {
        match self {
            BadLine::NotUtf8 => "not valid UTF-8",
            BadLine::TooLong => "longer than 16 MiB",
        }
    }
}

impl Lines {
    /// The lines of the standard input.
    pub fn new() -> Lines {
        Lines { source: BufReader::with_capacity(1 << 16, stdin()), buffer: Vec::new(), number: 0 }
    }

    /// Whether the next line has yet to arrive, so that whoever waits for an answer should get it first.
    pub fn must_wait(&self) -> bool {
        !self.source.buffer().contains(&b'\n')
    }

    /// The next line, or none at the end.
    pub fn next(&mut self) -> Result<Option<Line<'_>>, Failure> {
        let too_long = match read_line(&mut self.source, &mut self.buffer, LONGEST) {
            Ok(Some(too_long)) => too_long,
            Ok(None) => return Ok(None),
            Err(error) => return Err(Failure::of(STDIN, &error)),
        };
        self.number += 1;
        let (line, end) = split_end(&self.buffer);
        let text = match std::str::from_utf8(line) {
            _ if too_long => Err(BadLine::TooLong),
            Ok(text) => Ok(text),
            Err(_) => Err(BadLine::NotUtf8),
        };
        let (mark, text) = match text.map(|it| it.strip_prefix(BYTE_ORDER_MARK)) {
            Ok(Some(rest)) if self.number == 1 => (BYTE_ORDER_MARK, Ok(rest)),
            _ => ("", text),
        };
        Ok(Some(Line { number: self.number, mark, text, end }))
    }
}

/// Reads a line with its end into `buffer`; tells whether it was longer than `longest`, of which nothing is kept.
fn read_line(source: &mut impl BufRead, buffer: &mut Vec<u8>, longest: usize) -> io::Result<Option<bool>> {
    buffer.clear();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    if source.take(limit).read_until(b'\n', buffer)? == 0 {
        return Ok(None);
    }
    let too_long = buffer.len() > longest && buffer.last() != Some(&b'\n');
    if too_long {
        source.skip_until(b'\n')?;
        *buffer = vec![b'\n'];
    }
    Ok(Some(too_long))
}

fn split_end(line: &[u8]) -> (&[u8], &'static str) {
    match line {
        [line @ .., b'\r', b'\n'] => (line, "\r\n"),
        [line @ .., b'\n'] => (line, "\n"),
        line => (line, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_the_next_is_read() {
        let mut source = BufReader::with_capacity(2, &b"abcdefgh\nabcd\nabc"[..]);
        let mut buffer = Vec::new();
        assert_eq!(read_line(&mut source, &mut buffer, 4).unwrap(), Some(true));
        assert_eq!(buffer, b"\n");
        assert_eq!(read_line(&mut source, &mut buffer, 4).unwrap(), Some(false));
        assert_eq!(buffer, b"abcd\n");
        assert_eq!(read_line(&mut source, &mut buffer, 4).unwrap(), Some(false));
        assert_eq!(buffer, b"abc");
        assert_eq!(read_line(&mut source, &mut buffer, 4).unwrap(), None);
    }

    #[test]
    fn a_line_keeps_its_own_end() {
        assert_eq!(split_end(b"a\r\n"), (&b"a"[..], "\r\n"));
        assert_eq!(split_end(b"a\r"), (&b"a\r"[..], ""));
        assert_eq!(split_end(b"\n"), (&b""[..], "\n"));
    }
}
