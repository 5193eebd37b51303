//! Build time: every word of every notice stands in the table of its promises. A sentence without an entry fails the build.

use std::path::Path;

#[path = "../promises/parse.rs"]
mod parse;

/// Checks every table of `folder` against the notices.
pub fn check(folder: &Path, notices: &Path) {
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the tables").flatten().map(|it| it.path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    let mut seen = Vec::new();
    for file in files {
        let read =
            |path: &Path| std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table = parse::parse(&read(&file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if let Some(difference) = parse::difference(&table, &read(&notices.join(&table.notice))) {
            panic!("{}: {difference}", file.display());
        }
        seen.push(table.notice);
    }
    for notice in std::fs::read_dir(notices).expect("the notices").flatten() {
        let name = notice.file_name().to_string_lossy().into_owned();
        assert!(seen.contains(&name), "tests/notices/{name} has no table of promises");
    }
}
