//! The command line as a user sees it: what it prints, where, and how it ends.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Output;
use std::{env, fs, process};

use serde_json::{Value, json};
use support::{command, slor};

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// What a command that is expected to fare well prints.
fn printed(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let output = slor(args, input);
    assert_eq!((code(&output), text(&output.stderr)), (0, ""), "{args:?}");
    text(&output.stdout).to_owned()
}

fn answers(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file that is gone when this is dropped.
struct TempFile(PathBuf);

impl TempFile {
    /// A file called `name`, in a folder of this process's own.
    fn new(name: &str, content: impl AsRef<[u8]>) -> TempFile {
        let folder = env::temp_dir().join(format!("slor-test-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        TempFile(path)
    }

    /// Where it is.
    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn what_does_not_end_is_no_file_and_no_message() {
    let endless = vec![b'a'; (16 << 20) + 1];
    let file = TempFile::new("endless.json", &endless);
    let (path, too_long) = (file.path(), "longer than 16 MiB");
    let output = slor(&["check", path], "");
    assert_eq!((code(&output), text(&output.stderr)), (2, format!("slor: {path}: {too_long}\n").as_str()));
    let output = slor(&["explain"], &endless);
    assert_eq!((code(&output), text(&output.stderr)), (2, format!("slor: standard input: {too_long}\n").as_str()));
}

#[test]
fn a_policy_gives_the_terminal_no_orders() {
    let file = TempFile::new("orders.json", r#"{"\u001b]0;x\u0007": 1, "b\u009b2J": 2}"#);
    for args in [&["check", file.path()][..], &["redact", "--policy", file.path()]] {
        let output = slor(args, "");
        let all = [text(&output.stdout), text(&output.stderr)].concat();
        assert!(all.contains(r"unknown key `\u{1b}]0;x\u{7}`") && all.contains(r"`b\u{9b}2J`"), "{all}");
        assert!(!all.contains(|it: char| it.is_control() && it != '\n'), "{args:?}");
    }
}

#[test]
fn redact_takes_the_whole_input_for_one_message_and_adds_no_line_end() {
    for message in ["", "\n", "hej", "hej\n\n", "to\r\nlinjer", "\u{feff}hej", "🙂\u{200d}é\u{301}\0 "] {
        assert_eq!(printed(&["redact"], message), message);
    }
    let masked = printed(&["redact"], "Skriv til mette@example.dk, tak.\nHilsen\n");
    assert!(!masked.contains("mette@example.dk"), "{masked}");
    assert!(masked.starts_with("Skriv til [") && masked.ends_with("], tak.\nHilsen\n"), "{masked}");
}

#[test]
fn redact_lines_answers_line_by_line_with_the_same_line_ends() {
    assert_eq!(printed(&["redact", "--lines"], "\u{feff}hej\r\n\ndav\nfarvel"), "\u{feff}hej\r\n\ndav\nfarvel");
    let masked = printed(&["redact", "--lines"], "a@example.dk\r\nhej\r\nb@example.dk");
    let lines: Vec<_> = masked.split("\r\n").collect();
    assert_eq!((lines.len(), lines[1]), (3, "hej"));
    assert!(!masked.contains('@'), "{masked}");
}

#[test]
fn redact_lines_leaves_a_bad_line_empty_and_goes_on() {
    let output = slor(&["redact", "--lines"], b"en\n\xe6blegr\xf8d\ntre\n");
    assert_eq!(code(&output), 2);
    assert_eq!(text(&output.stdout), "en\n\ntre\n");
    assert_eq!(text(&output.stderr), "line 2: not valid UTF-8\n");
}

#[test]
fn a_message_in_a_script_that_is_not_read_is_refused() {
    let message = "Меня зовут Анна и у меня диабет";
    let output = slor(&["redact"], message);
    assert_eq!((code(&output), text(&output.stdout)), (1, ""));
    assert!(text(&output.stderr).starts_with("slor: refused: "), "{}", text(&output.stderr));

    let output = slor(&["redact", "--lines"], format!("hej\n{message}\ndav\n"));
    assert_eq!((code(&output), text(&output.stdout)), (1, "hej\n\ndav\n"));
    assert!(text(&output.stderr).starts_with("line 2: refused: "), "{}", text(&output.stderr));

    let refused = json!({"id": 1, "text": message});
    let output = slor(&["scan"], format!("{refused}\n{}", json!({"id": 2, "text": "hej"})));
    assert_eq!(code(&output), 1);
    let answers = answers(&output);
    assert_eq!((&answers[0]["text"], &answers[0]["unread"]), (&Value::Null, &json!(true)));
    assert_eq!(answers[1]["text"], json!("hej"));
    assert_eq!(code(&slor(&["scan"], format!("{refused}\nno JSON\n{refused}"))), 2);

    let explained = printed(&["explain"], message);
    assert!(explained.starts_with("The whole message: refused: "), "{explained}");
    assert!(!printed(&["explain"], "hej").contains("refused"));
}

#[test]
fn scan_gives_every_id_back_as_it_came_and_in_order() {
    let input = "\u{feff}{\"id\": \"a\\u00e6\", \"text\": \"hej\", \"more\": {\"deep\": [1]}}\r\n\
                 \n\
                 {\"text\":\"dav\",\"id\":12345678901234567890123}\n\
                 {\"id\":1.50,\"text\":\"\"}";
    let expected = "{\"id\":\"a\\u00e6\",\"text\":\"hej\",\"findings\":[]}\n\
                    {\"id\":12345678901234567890123,\"text\":\"dav\",\"findings\":[]}\n\
                    {\"id\":1.50,\"text\":\"\",\"findings\":[]}\n";
    assert_eq!(printed(&["scan"], input), expected);
    assert_eq!(printed(&["scan"], ""), "");
}

#[test]
fn scan_counts_offsets_in_utf16_code_units() {
    let message = "😀 æ mette@example.dk og 😀 peter@example.se";
    let output = slor(&["scan"], json!({"id": "x", "text": message}).to_string());
    let answers = answers(&output);
    let units: Vec<u16> = message.encode_utf16().collect();
    let found: Vec<_> = answers[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let at = |end: &str| usize::try_from(finding[end].as_u64().unwrap()).unwrap();
            let keys: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["category", "end", "evidence", "recognizer", "start"]);
            assert!(["shape", "lexicon", "context", "checksum"].contains(&finding["evidence"].as_str().unwrap()));
            (finding["category"].as_str().unwrap(), String::from_utf16(&units[at("start")..at("end")]).unwrap())
        })
        .collect();
    let (mette, peter) = ("mette@example.dk".to_owned(), "peter@example.se".to_owned());
    assert_eq!(found, [("email", mette), ("email", peter)]);
    assert!(!answers[0]["text"].as_str().unwrap().contains('@'));
}

#[test]
fn scan_reports_a_bad_line_by_its_number_without_quoting_it_and_goes_on() {
    let mut input =
        b"{\"id\":1,\"text\":\"en\"}\n{\"id\":2,\"text\":\"hemmelig\n{\"id\":3,\"text\":17071917}\n".to_vec();
    input.extend(b"hemmelig \xff\n[4,\"hemmelig\"]\n{\"id\":5,\"tekst\":\"hemmelig\"}\n{\"id\":6,\"text\":\"seks\"}\n");
    let output = slor(&["scan"], input);
    assert_eq!(code(&output), 2);
    let expected = "{\"id\":1,\"text\":\"en\",\"findings\":[]}\n{\"id\":6,\"text\":\"seks\",\"findings\":[]}\n";
    assert_eq!(text(&output.stdout), expected);
    assert_eq!(
        text(&output.stderr),
        "line 2: not valid JSON\n\
         line 3: `text` is not a string\n\
         line 4: not valid UTF-8\n\
         line 5: not a JSON object with one `id` and one `text`\n\
         line 6: `text` is missing\n"
    );
}

#[test]
fn scan_skips_a_line_that_would_fill_the_memory() {
    let mut input = vec![b'x'; (16 << 20) + 1];
    input.extend(b"\n{\"id\":2,\"text\":\"hej\"}\n");
    let output = slor(&["scan"], input);
    assert_eq!((code(&output), text(&output.stderr)), (2, "line 1: longer than 16 MiB\n"));
    assert_eq!(text(&output.stdout), "{\"id\":2,\"text\":\"hej\",\"findings\":[]}\n");
}

#[test]
fn scan_answers_each_line_before_the_next_arrives() {
    let mut child = command(&["scan"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        // Half of the next line must not keep the answer back.
        write!(stdin, "{{\"id\":{id},\"text\":\"hej\"}}\n{{").unwrap();
        stdin.flush().unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(answer, format!("{{\"id\":{id},\"text\":\"hej\",\"findings\":[]}}\n"));
        stdin.write_all(b"\"id\":0,\"text\":\"\"}\n").unwrap();
        stdin.flush().unwrap();
        stdout.read_line(&mut answer).unwrap();
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn neighbours_reports_a_bad_line_by_its_number_and_goes_on() {
    let output = slor(&["neighbours"], b"kr\xe6ft\nastma\n");
    assert_eq!((code(&output), text(&output.stderr)), (2, "line 1: not valid UTF-8\n"));
    assert!(text(&output.stdout).contains("astma\thealth\tda\twhole\n"), "{}", text(&output.stdout));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for args in [&["scan"][..], &["redact", "--lines"]] {
        let mut child = command(args).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        drop(child.stdout.take());
        let line = b"{\"id\":1,\"text\":\"hej\"}\n".repeat(10_000);
        let _ = stdin.write_all(&line);
        drop(stdin);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn input_that_cannot_be_read_is_named_and_never_quoted() {
    let broken = TempFile::new("latin1.json", b"{\n\"id\": \"K\xf8benhavn\"}");
    let missing = format!("{}.gone", broken.path());
    for (args, input, said) in [
        (vec!["redact"], &b"hej\nK\xf8benhavn"[..], "slor: standard input: line 2: not valid UTF-8\n".to_owned()),
        (vec!["redact", "--policy", "./nowhere"], b"", "slor: ./nowhere: no such file\n".to_owned()),
        (vec!["redact", "--policy", "nowhere.json"], b"", "slor: nowhere.json: no such file\n".to_owned()),
        (vec!["scan", "--policy", "./src"], b"", "slor: ./src: is a directory, not a file\n".to_owned()),
        (vec!["check", "./src"], b"", "slor: ./src: is a directory, not a file\n".to_owned()),
        (vec!["evaluate", &missing], b"", format!("slor: {missing}: no such file\n")),
        (vec!["check", broken.path()], b"", format!("{}:2:9: not valid UTF-8: save it as UTF-8\n", broken.path())),
        (
            vec!["redact", "--policy", broken.path()],
            b"",
            format!("{}:2:9: not valid UTF-8: save it as UTF-8\n", broken.path()),
        ),
        (vec!["packs", "README.md"], b"", "slor: README.md: is a file, not a directory\n".to_owned()),
        (vec!["promises", "prokom", "--source", "./nowhere"], b"", "slor: ./nowhere: no such folder\n".to_owned()),
    ] {
        let output = slor(&args, input);
        assert_eq!((code(&output), text(&output.stdout), text(&output.stderr)), (2, "", said.as_str()), "{args:?}");
    }
}

#[test]
fn a_message_given_as_an_argument_is_not_repeated() {
    for (args, says) in [
        (&["redact", "jeg hedder Mette"][..], "read from the standard input"),
        (&["redact", "010190-1234"], "read from the standard input"),
        (&["redact", "--", "-010190-1234"], "read from the standard input"),
        (&["redact", "-010190-1234"], "read from the standard input"),
        (&["redact", "--mette"], "read from the standard input"),
        (&["jeg hedder Mette"], "read from the standard input"),
        (&["mette"], "read from the standard input"),
        (&["redact", "--lines=010190-1234"], "--lines"),
        (&["redact", "--purpose", "jeg hedder Mette"], "--purpose"),
        (&["evaluate", "x.tsv", "--misses", "010190-1234"], "--misses"),
        (&["notice", "strict", "--language", "mette"], "--language"),
    ] {
        let output = slor(args, "");
        assert_eq!((code(&output), text(&output.stdout)), (2, ""), "{args:?}");
        let said = text(&output.stderr);
        assert!(said.contains(says) && said.contains("--help"), "{args:?}: {said}");
        assert!(!said.to_lowercase().contains("mette") && !said.contains("1234"), "{said}");
    }
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_there_is() {
    for (args, says) in [
        (&["redact", "--purpose", "fun"][..], "answer, improve, statistics, research, training"),
        (&["redact", "--policy", "atlantis"], "kommune-kiri"),
        (&["redact", "--policy"], "an argument needs a value\n  argument: --policy"),
        (&["redact", "--line"], "--lines"),
        (&["redact", "--no-such-option"], "Usage: slor redact"),
        (&["evalute"], "evaluate"),
        (&["evaluate"], "FILE.tsv"),
        (&["check"], "POLICY"),
        (&[], "Usage: slor"),
    ] {
        let output = slor(args, "");
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(text(&output.stderr).contains(says), "{args:?}: {}", text(&output.stderr));
    }
    assert_eq!(printed(&["--version"], ""), format!("slor {}\n", env!("CARGO_PKG_VERSION")));
    assert!(printed(&["--help"], "").contains("Exit codes"));
}

#[test]
fn every_built_in_policy_can_be_chosen_and_is_without_errors() {
    for policy in ["strict", "kommune-kiri", "kommun-kim", "prokom", "migri", "cellbes"] {
        assert_eq!(printed(&["redact", "--policy", policy, "--purpose", "answer"], "hej"), "hej");
        assert_eq!(code(&slor(&["check", policy], "")), 0, "{policy}");
    }
}

#[test]
fn check_prints_every_problem_with_its_place() {
    let policy = TempFile::new(
        "wrong.json",
        "\u{feff}{\n  \"slor\": 1,\n  \"surprise\": 2,\n  \"æøå\": 3, \"languagse\": []\n}",
    );
    let output = slor(&["check", "strict", policy.path()], "");
    assert_eq!((code(&output), text(&output.stderr)), (1, ""));
    let lines: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(lines[0], "strict: fine");
    for start in [":3:3: surprise: ", ":4:3: æøå: ", ":4:13: languagse: "] {
        let start = format!("{}{start}", policy.path());
        assert!(lines.iter().any(|line| line.starts_with(&start)), "{start} in {lines:#?}");
    }
    let errors = lines.len() - 2;
    let end = format!("{}: {errors} errors; warnings are looked for when there are none", policy.path());
    assert_eq!(lines.last(), Some(&end.as_str()));
}

#[test]
fn a_policy_with_errors_masks_nothing_and_is_wrong_input() {
    let policy = TempFile::new("broken.json", "{");
    for command in ["redact", "scan"] {
        let output = slor(&[command, "--policy", policy.path()], "{\"id\":1,\"text\":\"hej\"}\n");
        assert_eq!((code(&output), text(&output.stdout)), (2, ""));
        assert!(text(&output.stderr).contains(&format!("{}:1:", policy.path())), "{}", text(&output.stderr));
    }
}

#[test]
fn schema_prints_the_schema_that_stands_beside_the_policies() {
    assert_eq!(printed(&["schema"], ""), include_str!("../policies/policy.schema.json"));
}

#[test]
fn packs_are_written_to_a_new_folder() {
    let marker = TempFile::new("packs-here", "");
    let folder = format!("{}.d/deep", marker.path());
    let printed = printed(&["packs", &folder], "");
    for line in printed.lines() {
        let (path, size) = line.rsplit_once(' ').unwrap();
        assert_eq!(fs::metadata(path).unwrap().len().to_string(), size);
    }
    fs::remove_dir_all(format!("{}.d", marker.path())).unwrap();
}

#[test]
fn a_pack_of_a_folder_that_is_broken_is_named() {
    let marker = TempFile::new("packs-used", "");
    let folder = format!("{}.d", marker.path());
    printed(&["packs", &folder], "");
    assert_eq!(printed(&["redact", "--packs", &folder], "jeg har diabetes"), "jeg har [health]");
    for name in ["terms-da.bin", "names-world.bin"] {
        let file = format!("{folder}/{name}");
        let whole = fs::read(&file).unwrap();
        fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        let output = slor(&["redact", "--packs", &folder], "jeg har diabetes");
        assert_eq!((code(&output), text(&output.stdout)), (2, ""));
        assert!(text(&output.stderr).contains(&file), "{}", text(&output.stderr));
        fs::write(&file, whole).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
}
