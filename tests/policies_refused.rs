//! Every mistake in a policy file is refused with its place, and all of them at once.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

mod files;

use files::{FILES, text};
use slor::policy::{Policy, Problem};

fn problems(text: &str) -> Vec<Problem> {
    Policy::parse(text).err().map(|it| it.problems().to_vec()).unwrap_or_default()
}

/// A key of a JSON text, found without the parser under test.
struct Key<'t> {
    at: usize,
    name: &'t str,
    path: String,
}

/// Every key of a JSON text that has neither escapes nor mistakes.
fn keys(text: &str) -> Vec<Key<'_>> {
    let mut keys = Vec::new();
    let mut open: Vec<(bool, usize)> = Vec::new();
    let mut steps: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            '{' | '[' => {
                open.push((c == '[', 0));
                steps.push("0".to_owned());
            }
            '}' | ']' => {
                open.pop();
                steps.pop();
            }
            ',' => {
                let (list, n) = open.last_mut().unwrap();
                *n += 1;
                if *list {
                    *steps.last_mut().unwrap() = n.to_string();
                }
            }
            '"' => {
                let end = at + 1 + text[at + 1..].find('"').unwrap();
                if text[end + 1..].starts_with(':') {
                    *steps.last_mut().unwrap() = text[at + 1..end].to_owned();
                    keys.push(Key { at, name: &text[at + 1..end], path: steps.join(".") });
                }
                at = end;
            }
            _ => {}
        }
        at += text[at..].chars().next().unwrap().len_utf8();
    }
    keys
}

fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].chars().rev().take_while(|it| *it != '\n').count() + 1;
    (line as u32, column as u32)
}

#[test]
fn a_misspelling_of_any_key_is_refused_with_line_column_and_key() {
    let mut count = 0;
    for (file, text) in FILES {
        for key in keys(text) {
            let wrong = format!("{}q", key.name);
            let end = key.at + 1 + key.name.len();
            let misspelt = format!("{}q{}", &text[..end], &text[end..]);
            let place = line_and_column(text, key.at);
            let hit = problems(&misspelt).into_iter().find(|it| (it.line, it.column) == place);
            let hit = hit.unwrap_or_else(|| panic!("{file}: `{}` is accepted as `{wrong}`", key.path));
            assert_eq!(hit.path, format!("{}q", key.path), "{file}");
            assert!(
                hit.message.starts_with("unknown ") && hit.message.contains(&format!("`{wrong}`")),
                "{file}: {hit}"
            );
            count += 1;
        }
    }
    assert!(count > 600, "only {count} keys were tried");
}

#[test]
fn any_key_that_is_there_twice_is_refused() {
    for (file, text) in FILES {
        for key in keys(text) {
            let twice = format!("{}\"{}\": 0, {}", &text[..key.at], key.name, &text[key.at..]);
            let message = format!("the key `{}` is there twice", key.name);
            assert!(problems(&twice).iter().any(|it| it.message == message), "{file}: {}", key.path);
        }
    }
}

/// Changes one text in a file, and expects exactly this problem.
#[track_caller]
fn refused(file: &str, from: &str, to: &str, expected: &str) {
    let text = text(file);
    let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from}"));
    let changed = text.replacen(from, to, 1);
    let found = problems(&changed);
    let lines: Vec<_> = found.iter().map(|it| format!("{}: {}", it.path, it.message)).collect();
    assert_eq!(lines, [expected], "{file}: {to}");
    let first = line_and_column(text, at).0;
    let last = first + to.matches('\n').count() as u32 + from.matches('\n').count() as u32;
    let near = file == "everything" && found[0].line < first;
    assert!(near || (first..=last).contains(&found[0].line), "line {} is not {first}", found[0].line);
}

#[test]
fn unknown_words_are_refused() {
    refused(
        "everything",
        "\"health\":",
        "\"helth\":",
        "categories.helth: unknown category `helth`; did you mean `health`?",
    );
    refused(
        "everything",
        "{ \"action\": \"redact\", \"scope\": \"always\" }",
        "{ \"action\": \"hide\", \"scope\": \"always\" }",
        "categories.national_id.action: unknown action `hide`; known: redact, keep",
    );
    refused(
        "everything",
        "\"disclosed\"",
        "\"sometimes\"",
        "categories.gender.scope: unknown scope `sometimes`; known: always, disclosed",
    );
    refused(
        "everything",
        "\"answer\":",
        "\"answers\":",
        "purposes.answers: unknown purpose `answers`; did you mean `answer`?",
    );
    refused("everything", "\"da\", \"sv\"", "\"dk\", \"sv\"", "reads.0: unknown language `dk`; did you mean `da`?");
    refused("kommune-kiri", "\"hosting\": \"IE\"", "\"hosting\": \"Irland\"", UNKNOWN_COUNTRY);
    refused("kommune-kiri", "\"question\"", "\"gears\"", "menu.icon: unknown icon `gears`; did you mean `gear`?");
    refused("kommun-kim", "\"access\"", "\"acces\"", "rights.0: unknown right `acces`; did you mean `access`?");
}

const UNKNOWN_COUNTRY: &str = "sub_processors.0.hosting: unknown country `Irland`; known: DK, FO, GL, SE, NO, FI, AX, \
                               IS, IE, DE, NL, BE, LU, FR, AT, PL, EE, LV, LT, ES, IT, CH, GB, US";

#[test]
fn values_of_the_wrong_kind_or_form_are_refused() {
    for (from, to, expected) in [
        ("\"slor\": 1", "\"slor\": 2", "slor: 2 is not known, only 1"),
        ("\"slor\": 1", "\"slor\": \"1\"", "slor: expected a whole number, found text"),
        ("\"slor\": 1", "\"slor\": 1.0", "slor: 1.0 is not known, only 1"),
        (
            "\"everything\"",
            "\"Every Thing\"",
            "id: `Every Thing` is not a short name in lower-case letters, digits and hyphens",
        ),
        (
            "\"2026-03-02\"",
            "\"2026-02-29\"",
            "updated: `2026-02-29` is not a day of the calendar, such as `2026-03-31`",
        ),
        ("\"2026-03-02\"", "\"2.3.2026\"", "updated: `2.3.2026` is not a day of the calendar, such as `2026-03-31`"),
        (
            "\"P1D\"",
            "\"1 day\"",
            "retention.bot.period: `1 day` is not a period such as `P90D`, `P6W`, `P18M` or `P2Y`",
        ),
        (
            "\"P1D\"",
            "\"PT24H\"",
            "retention.bot.period: `PT24H` is not a period such as `P90D`, `P6W`, `P18M` or `P2Y`",
        ),
        (
            "\"period\": \"P1D\"",
            "\"until_asked\": false",
            "retention.bot: give either a `period` or `until_asked: true`",
        ),
        (
            "\"period\": \"P1D\"",
            "\"until_asked\": true, \"at_most\": true",
            "retention.bot.at_most: only a `period` can be the longest",
        ),
        ("\"offered\": true", "\"offered\": \"yes\"", "deletion.offered: expected true or false, found text"),
        ("\"offered\": true", "\"offered\": null", "deletion.offered: expected true or false, found null"),
        (
            "\"fields\": []",
            "\"fields\": [\"device\"]",
            "metadata.devices: `devices` belongs to the field `device`: give both or neither",
        ),
        ("\"fields\": []", "\"fields\": [\"time\", \"time\"]", "metadata.fields.1: `time` is there twice"),
        ("\"languages\": [\"en\"]", "\"languages\": []", "languages: the list must not be empty"),
        ("[{ \"name\": \"Example Municipality\" }]", "[]", "controllers: the list must not be empty"),
        ("[{ \"name\": \"Example Municipality\" }]", "{}", "controllers: expected a list `[ … ]`, found an object"),
        ("\"name\": \"Test\"", "\"name\": \" \"", "bot.name: the text is empty"),
        ("\"name\": \"Test\"", "\"name\": \"Test \"", "bot.name: the text begins or ends with a space"),
        (
            "\"name\": \"Test\"",
            "\"name\": \"Te\\nst\"",
            "bot.name: the text has a line break or another control character",
        ),
        (
            "\"https://kommune.example/kontakt\"",
            "\"kommune.example\"",
            "other_ways.0.value: `kommune.example` doesn't fit the way `web`",
        ),
        ("\"title\": { \"en\": \"Everything is masked\" },", "", "title: the key `title` is missing"),
        (
            ", \"reason\": { \"en\": \"Dates are needed to answer, and no notice promises to mask them.\" }",
            "",
            "categories.date.reason: a category is kept only for a `reason`",
        ),
        (
            "\"keep\", \"reason\"",
            "\"keep\", \"scope\": \"always\", \"reason\"",
            "categories.date.scope: what is kept has no scope",
        ),
        (
            "\"keep\", \"reason\"",
            "\"keep\", \"give_back\": true, \"reason\"",
            "categories.date.give_back: what is kept can't be given back",
        ),
    ] {
        refused("everything", from, to, expected);
    }
}

#[test]
fn thresholds_have_two_sides() {
    let digits = |text: &str| {
        let everything = files::text("everything").replacen("{ \"at_least\": 6 }", text, 1);
        Policy::parse(&everything).map(|it| it.min_digits()).map_err(|it| it.problems()[0].to_string())
    };
    assert_eq!(digits("{ \"more_than\": 6 }"), Ok(7));
    assert_eq!(digits("{ \"more_than\": 5 }"), Ok(6));
    assert_eq!(digits("{ \"at_least\": 6 }"), Ok(6));
    assert_eq!(digits("{ \"at_least\": 4 }"), Ok(4));
    assert_eq!(digits("{ \"more_than\": 3 }"), Ok(4));
    assert_eq!(digits("{ \"at_least\": 10 }"), Ok(10));
    for wrong in ["{ \"at_least\": 3 }", "{ \"more_than\": 10 }"] {
        assert_eq!(digits(wrong), Err("11:13: digits: masking must begin at 4 to 10 digits".to_owned()));
    }
    for wrong in ["{}", "{ \"at_least\": 6, \"more_than\": 5 }"] {
        assert_eq!(digits(wrong), Err("11:13: digits: give either `more_than` or `at_least`".to_owned()));
    }
    for wrong in ["2", "11", "-6", "6.5", "99999999999", "6e0"] {
        assert!(digits(&format!("{{ \"at_least\": {wrong} }}")).is_err(), "{wrong}");
    }
}

#[test]
fn texts_must_be_there_in_every_language_of_the_policy() {
    refused(
        "prokom",
        "{ \"nb\": \"Slett samtalen\", \"nn\": \"Slett samtalen\" }",
        "{ \"nb\": \"Slett samtalen\" }",
        "menu.labels.delete.nn: the text is missing in `nn`, which the policy speaks",
    );
}

#[test]
fn parts_that_do_not_fit_together_are_refused() {
    refused(
        "kommune-kiri",
        "\"computer\", \"handheld\"",
        "\"handheld\", \"phone\"",
        "metadata.devices: `handheld` already counts tablets and phones",
    );
    refused(
        "kommun-kim",
        "\"08:00-16:30\"",
        "\"08:00-12:00\", \"11:00-16:30\"",
        "other_ways.0.hours.week.monday: these hours overlap or are out of order",
    );
    refused(
        "kommun-kim",
        "\"08:00-16:30\"",
        "\"16:30-08:00\"",
        "other_ways.0.hours.week.monday.0: `16:30-08:00` is not a stretch of a day, such as `08:00-16:30`",
    );
    refused(
        "kommun-kim",
        "\"Europe/Stockholm\"",
        "\"Europe/Stockholmm\"",
        "other_ways.0.hours.time_zone: unknown time zone `Europe/Stockholmm`; did you mean `Europe/Stockholm`?",
    );
    refused(
        "cellbes",
        "\"@@#########@@\"",
        "\"SFPP\"",
        "shapes.0.pattern: `SFPP` is not a shape of at least three characters with `#` for a digit or `@` for a letter, such as `S##-#####`",
    );
    refused(
        "cellbes",
        "\"id\": \"email\"",
        "\"id\": \"order\"",
        "handover.form.fields.1.id: two fields are called `order`",
    );
    refused(
        "cellbes",
        "\"download\": { \"offered\": true }",
        "\"download\": { \"offered\": true, \"formats\": [] }",
        "download.formats: the list must not be empty",
    );
    refused(
        "kommune-kiri",
        "\"offered\": true,\n    \"leaves\": []",
        "\"offered\": true,\n    \"leaves\": [\"place\"]",
        "deletion.leaves.0: unknown kind of metadata `place`; did you mean `page`?",
    );
    refused(
        "prokom",
        "\"purposes\": [\"improve\", \"research\"]",
        "\"purposes\": [\"improve\", \"training\"]",
        "retention.excerpts.purposes: `purposes` has no `training`",
    );
}

#[test]
fn what_a_deletion_leaves_needs_a_deletion() {
    let text = text("prokom").replacen("\"offered\": true", "\"offered\": false", 1);
    let paths: Vec<_> = problems(&text).into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["deletion.leaves", "menu.labels.delete"]);
}

#[test]
fn a_purpose_cannot_both_keep_and_redact() {
    let to = "\"redact\": [\"email\"], \"keep\": {\n        \"reference\"";
    let from = "\"keep\": {\n        \"reference\"";
    refused("cellbes", from, to, "purposes.answer.redact: `email` is both kept and redacted for this purpose");
}

#[test]
fn a_purpose_can_redact_what_is_kept_otherwise_and_then_so_does_no_purpose() {
    use slor::{Action, Category, Purpose};
    let from = "\"description\": { \"en\": \"Measuring what the engine finds.\" }";
    let to = format!("{from}, \"redact\": [\"date\"]");
    let policy = Policy::parse(&text("everything").replacen(from, &to, 1)).unwrap();
    assert_eq!(policy.action(Category::Date, Some(Purpose::Answer)), Action::Redact);
    assert_eq!(policy.action(Category::Date, None), Action::Redact);
    assert_eq!(policy.action(Category::Address, None), Action::Keep);
}

#[test]
fn national_ids_are_never_kept() {
    refused(
        "everything",
        "\"national_id\": { \"action\": \"redact\", \"scope\": \"always\" }",
        "\"national_id\": { \"action\": \"keep\", \"reason\": { \"en\": \"Ours.\" } }",
        "categories.national_id.action: national ids are never kept",
    );
    refused(
        "cellbes",
        "\"keep\": {",
        "\"keep\": { \"national_id\": { \"da\": \"Vores.\" },",
        "purposes.answer.keep.national_id: national ids are never kept",
    );
    refused(
        "everything",
        "\"national_id\": { \"action\": \"redact\", \"scope\": \"always\" }",
        "\"national_id\": { \"action\": \"redact\", \"scope\": \"always\", \"give_back\": true }",
        "categories.national_id.give_back: national ids are never kept",
    );
    refused(
        "migri",
        "\"category\": \"phone\"",
        "\"category\": \"national_id\"",
        "exceptions.0.category: national ids are never kept",
    );
    refused(
        "cellbes",
        "\"category\": \"reference\",\n          \"required\"",
        "\"category\": \"national_id\",\n          \"required\"",
        "handover.form.fields.0.category: national ids are never kept",
    );
}

#[test]
fn a_text_that_nothing_is_found_by_is_refused() {
    let digits = "\"digits\":";
    for (list, rest) in [("terms", "\"category\": \"politics\""), ("exceptions", "\"reason\": { \"en\": \"Ours.\" }")] {
        for text in ["-", "\u{200b}", "😀"] {
            let list_with = format!("\"{list}\": [{{ \"text\": \"{text}\", {rest} }}], {digits}");
            refused(
                "everything",
                digits,
                &list_with,
                &format!("{list}.0.text: the text has neither a letter nor a digit"),
            );
        }
    }
}
