//! Running the binary as a user does.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

/// The output of `slor` with these arguments, run in the root of the repository with `input` on its standard input.
pub fn slor(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = command(args).spawn().expect("the binary starts");
    let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.as_ref().to_vec());
    // A command that stops early closes the pipe, which is its right.
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the binary ends");
    let _ = writer.join().expect("the writer ends");
    output
}

/// `slor` with these arguments and pipes on all three sides.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_slor"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}
