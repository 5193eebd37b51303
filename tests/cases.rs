//! Marked messages: what is marked must come back masked, and nothing else. The same lines run natively, in wasm and from JavaScript.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]

mod packs;

use slor::{Finding, Packs, Policy, Redactor};
use wasm_bindgen_test::wasm_bindgen_test;

const POLICY: &str = include_str!("policies/everything.json");

const CASES: &[(&str, &str)] = &[
    ("da", include_str!("cases/da.txt")),
    ("sv", include_str!("cases/sv.txt")),
    ("nb", include_str!("cases/nb.txt")),
    ("nn", include_str!("cases/nn.txt")),
    ("fi", include_str!("cases/fi.txt")),
    ("en", include_str!("cases/en.txt")),
    ("numbers", include_str!("cases/numbers.txt")),
    ("names", include_str!("cases/names.txt")),
    ("disguise", include_str!("cases/disguise.txt")),
];

/// The packs as the page loads them: this build's own files.
fn packs() -> Packs {
    let mut packs = Packs::new();
    for bytes in packs::PACKS {
        packs.add(bytes).unwrap();
    }
    packs
}

/// The text without its marks.
fn unmark(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}').expect("a mark that closes");
        let bar = open + rest[open..close].find('|').expect("a mark with a category");
        out.push_str(&rest[..open]);
        out.push_str(&rest[bar + 1..close]);
        rest = &rest[close + 1..];
    }
    out + rest
}

/// The text with a mark on each finding.
fn mark(text: &str, findings: &[Finding]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for finding in findings {
        let (start, end) = (finding.span.start(), finding.span.end());
        out += &format!("{}{{{}|{}}}", &text[at..start], finding.category.name(), &text[start..end]);
        at = end;
    }
    out + &text[at..]
}

#[wasm_bindgen_test(unsupported = test)]
fn every_case_comes_back_marked_as_written() {
    let redactor = Redactor::new(Policy::parse(POLICY).unwrap(), packs()).ok().unwrap();
    let mut wrong = Vec::new();
    for (name, cases) in CASES {
        for (number, line) in cases.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let text = unmark(line);
            let found = mark(&text, &redactor.find(&text, None));
            if found != line {
                wrong.push(format!("cases/{name}.txt:{}\n  expected {line}\n  found    {found}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_or_broken_pack_makes_no_redactor() {
    assert!(Redactor::new(Policy::parse(POLICY).unwrap(), Packs::new()).is_err());
    let mut cut = packs();
    let whole = include_bytes!(concat!(env!("OUT_DIR"), "/terms-da.pack"));
    cut.add(&whole[..whole.len() / 2]).unwrap();
    assert!(Redactor::new(Policy::parse(POLICY).unwrap(), cut).is_err());
}

#[wasm_bindgen_test(unsupported = test)]
fn packs_may_come_in_any_order_and_the_world_is_missed_by_its_name() {
    let policy = || Policy::parse(POLICY).unwrap();
    let mut other = Packs::new();
    for bytes in packs::PACKS.iter().rev().chain(packs::PACKS) {
        other.add(bytes).unwrap();
    }
    let (one, other) = (Redactor::new(policy(), packs()).unwrap(), Redactor::new(policy(), other).unwrap());
    // What a pack says of frequent words counts for those behind it.
    let text = "elva streck fyrtiofyra sjuttioett nittonhundratvå";
    assert_eq!(one.find(text, None), other.find(text, None));
    assert!(!one.find(text, None).is_empty());

    let mut without = Packs::new();
    for bytes in packs::PACKS.iter().filter(|it| !it.starts_with(b"slor-names 1 world")) {
        without.add(bytes).unwrap();
    }
    assert!(Redactor::new(policy(), without).is_err_and(|it| it.to_string().contains("names-world")));
}

/// A message that is refused is searched all the same, for policies that only warn; letters that aren't read keep their capitals.
#[wasm_bindgen_test(unsupported = test)]
fn a_name_in_letters_that_are_not_read_has_its_capitals() {
    let redactor = Redactor::new(Policy::parse(POLICY).unwrap(), packs()).unwrap();
    let text = "Mit navn er Ждзишжидз Дзюйшжидзю, hvad nu?";
    assert_eq!(mark(text, &redactor.find(text, None)), "Mit navn er {name|Ждзишжидз Дзюйшжидзю}, hvad nu?");
}

/// A form that was pasted has its labels on lines of their own; what is no label ends where its line does.
#[wasm_bindgen_test(unsupported = test)]
fn a_value_on_the_line_below_its_label_is_read_with_it() {
    let redactor = Redactor::new(Policy::parse(POLICY).unwrap(), packs()).unwrap();
    let found = |text: &str| mark(text, &redactor.find(text, None));
    assert_eq!(
        found("Nationalitet:\nEritrea\nØnske:\nen plads"),
        "Nationalitet:\n{nationality|Eritrea}\nØnske:\nen plads"
    );
    assert_eq!(found("Fødselsdato:\n01.02.2011"), "Fødselsdato:\n{birthdate|01.02.2011}");
    assert_eq!(found("Vi taler om nationalitet\nEritrea"), "Vi taler om nationalitet\nEritrea");
    assert_eq!(found("Vi er tre.\nfødt 01.02.2015"), "Vi er tre.\nfødt {birthdate|01.02.2015}");
    assert_eq!(found("Han er født\n01.02.2015 kl. 8"), "Han er født\n01.02.2015 kl. 8");
}
