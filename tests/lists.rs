//! What the build says of a list of names that it can't use.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "the build stops where it fails")]

#[allow(dead_code)]
#[path = "../src/recognize/compile/names.rs"]
mod names;

#[test]
fn a_line_that_would_never_be_met_is_a_mistake_with_its_place() {
    const FORM: &str = "2: a name is one word of a to z, æ ø å ä ö, in lower case; parts of double names stand alone";
    for (line, mistake) in [
        ("Bodil g2", FORM),
        ("josé g2", FORM),
        ("ann-mari g2", FORM),
        ("ann mari g2", "2: flags are g or s, 1 to 3 and perhaps ?"),
        ("bodil", "2: a name has flags"),
        ("bodil g", "2: flags are g or s, 1 to 3 and perhaps ?"),
    ] {
        assert_eq!(names::list(&[format!("# Names.\n{line}\n")]), Err(format!("{mistake}: {line}")));
    }
    assert!(names::list(&["# Names.\nbodil g2\någe gs1?\n".to_owned()]).is_ok());
}
