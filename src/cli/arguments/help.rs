//! Owns what `newsprint --help` looks like: one screen of 24 lines and 80 columns, made of the command
//! line's own words. It refuses to say anything of its own; the long text is for the manual page.

use std::ffi::OsString;

use clap::{ColorChoice, CommandFactory, FromArgMatches};

use super::Arguments;

/// Cells the name of a command takes among the others.
const NAME: usize = 12;
/// Cells a command takes with what it does; two stand side by side.
const COLUMN: usize = 40;

/// Returns the command line, its help fitted to one screen.
pub fn command() -> clap::Command {
    let command = Arguments::command();
    let template = format!(
        "{{about}}\n\n\
         {{usage-heading}} newsprint [OPTIONS] [PATH]...   read files, folders or - (standard input)\n       \
         newsprint [OPTIONS] COMMAND     COMMAND --help says more\n\n\
         Commands:\n{}\nOptions:\n{{options}}",
        commands(&command)
    );
    command.help_template(template).disable_help_subcommand(true).color(ColorChoice::Never)
}

/// Reads the words of a command line.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    Arguments::from_arg_matches(&command().try_get_matches_from(words)?)
}

/// What there is besides reading, two on a line, down the left side first.
fn commands(command: &clap::Command) -> String {
    let told: Vec<String> = command
        .get_subcommands()
        .map(|command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            format!("  {:NAME$}{about}", command.get_name())
        })
        .collect();
    let (left, right) = told.split_at(told.len().div_ceil(2));
    let right = right.iter().map(String::as_str).chain(std::iter::repeat(""));
    left.iter()
        .zip(right)
        .map(|(left, right)| format!("{left:COLUMN$}{right}").trim_end().to_owned() + "\n")
        .collect()
}
