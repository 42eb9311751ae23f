//! Bad input, all of it: each row builds what somebody hostile or careless could leave in a library,
//! has the built program list it, and looks at the answer, the time and the memory that took. The
//! last line printed is `N tried, N as required`.
//!
//! `cargo test --test hostile` tries all rows, smaller where a build without optimisation needs it;
//! `cargo test --release --test hostile` at full size. A word after `--` picks the rows it is in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::exit,
    clippy::disallowed_methods,
    clippy::let_underscore_must_use,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test that meets what it does not expect should stop, and may print and write files"
)]

mod archives;
mod feeds;
mod kept;
mod letters;
mod markdown;
mod measure;
mod pages;
mod places;
mod plain;
mod row;
mod signs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if std::env::args().any(|word| word == "--list") {
        return ExitCode::SUCCESS;
    }
    let all = [
        pages::rows(),
        feeds::rows(),
        markdown::rows(),
        archives::rows(),
        letters::rows(),
        plain::rows(),
        signs::rows(),
        places::rows(),
        kept::rows(),
    ];
    let (mut tried, mut failed) = (0, Vec::new());
    for row in all.into_iter().flatten() {
        if !wanted.is_empty() && !wanted.iter().any(|word| row.what.contains(word.as_str())) {
            continue;
        }
        tried += 1;
        let (line, faults) = row.run();
        println!("{} {line}", if faults.is_empty() { "ok   " } else { "FAULT" });
        for fault in &faults {
            println!("      {fault}");
        }
        if !faults.is_empty() {
            failed.push(row.what);
        }
    }
    for what in &failed {
        println!("not as required: {what}");
    }
    println!("{tried} tried, {} as required", tried - failed.len());
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
