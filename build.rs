//! Compiles the engine's data: folding tables, recognizer rows, language packs, strings.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::string_slice)]

use std::path::PathBuf;

#[path = "src/recognize/compile/fold_tables.rs"]
mod fold_tables;
#[path = "src/recognize/compile/names.rs"]
mod names;
#[path = "src/recognize/compile/packs.rs"]
mod packs;
#[path = "src/promise/compile/promises.rs"]
mod promises;
#[path = "src/recognize/compile/rows.rs"]
mod rows;
#[path = "src/promise/compile/strings.rs"]
mod strings;

fn main() {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("set by cargo"));
    for watched in [
        "build.rs",
        "src/recognize/compile",
        "src/recognize/rows",
        "src/recognize/lexicons",
        "src/recognize/names/lists",
        "src/recognize/names/weights",
        "src/promise/compile",
        "src/promise/strings",
        "src/promise/promises",
        "tests/notices",
    ] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let write = |name: &str, text: String| std::fs::write(out.join(name), text).expect("writing to OUT_DIR");
    write("fold_tables.rs", fold_tables::source());
    write("rows.rs", rows::source(&root.join("src/recognize/rows"), &out));
    write("recognizers.rs", packs::recognizers());
    write("names_packs.rs", names::source(&root.join("src/recognize/names"), &out));
    write("strings.rs", strings::source(&root.join("src/promise/strings"), &out));
    promises::check(&root.join("src/promise/promises"), &root.join("tests/notices"));
    write("packs.rs", packs::source(&root.join("src/recognize/lexicons"), &out));
}
