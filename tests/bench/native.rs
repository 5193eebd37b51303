//! Messages a second, natively: one message a line on stdin, the rate on stdout. `tests/bench/run.js` starts it.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a measurement, never shipped")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use slor::{Packs, Policy, Redactor};

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(600);

fn main() {
    let input = std::io::read_to_string(std::io::stdin()).expect("messages on stdin");
    let messages: Vec<&str> = input.lines().collect();
    let policy = Policy::parse(include_str!("../policies/everything.json")).expect("the policy is valid");
    let packs = Packs::embedded(&policy);
    let redactor = Redactor::new(policy, packs).expect("the packs are embedded");

    let mut rounds: Vec<f64> = (0..=ROUNDS).map(|_| round(&redactor, &messages)).collect();
    // The first one warms up.
    rounds.remove(0);
    rounds.sort_by(f64::total_cmp);
    println!("{}", rounds.get(ROUNDS / 2).expect("there are rounds"));
}

fn round(redactor: &Redactor, messages: &[&str]) -> f64 {
    let start = Instant::now();
    let mut count = 0_u32;
    while start.elapsed() < ROUND {
        for message in messages {
            black_box(redactor.redact(black_box(message), None));
            count += 1;
        }
    }
    f64::from(count) / start.elapsed().as_secs_f64()
}
