//! The command line `slor`.
fn main() {}
